//! What a reader keeps of a record: places, each under a letter.

use std::collections::BTreeMap;

use super::World;
use super::address::Address;
use super::copy;
use super::notice::inside_quotes;
use super::page::Page;
use super::state::State;
use super::words::Kept as Words;
use crate::data::{EntryId, Lang};

/// All that is kept of one record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Places by their letters.
    pub marks: BTreeMap<char, Place>,
}

/// A place in the record: what leads to its entry and page, and how far into the text it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub address: String,
    /// The characters before it, blanks aside.
    pub at: usize,
    /// The characters of the whole text, which may be another one by now.
    pub of: usize,
}

/// What a letter is awaited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// To mark the place.
    Mark,
    /// To return to a mark.
    Return,
}

/// What a notice says of what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The letter, and the key before it that returns here.
    Marked(char, String),
    /// A mark stands here now, and no longer where it was.
    Moved(char, String),
    NoMark(char),
    NoMarks,
    /// What was typed is no letter of a mark.
    NoLetter,
    /// The record has no such entry.
    Gone(String),
}

impl Told {
    /// What is said, in a line.
    pub fn told(&self, words: &Words) -> String {
        match self {
            Self::Marked(letter, key) => {
                let returns = if key.is_empty() { "" } else { words.returns };
                let letter = letter.to_string();
                words.marked.replace("{}", &letter) + &returns.replace("{}", &(key.clone() + &letter))
            }
            Self::Moved(letter, from) => {
                words.moved.replacen("{}", &letter.to_string(), 1).replacen("{}", &inside_quotes(from), 1)
            }
            Self::NoMark(letter) => words.no_mark.replace("{}", &letter.to_string()),
            Self::NoMarks => words.no_marks.to_owned(),
            Self::NoLetter => words.no_letter.to_owned(),
            Self::Gone(address) => words.gone.replace("{}", address),
        }
    }
}

impl Place {
    /// Where a session is.
    pub fn of(state: &State, world: &World) -> Self {
        let address = Address { query: None, ..copy::address(state, world) };
        Self { address: address.to_string(), at: state.view.reading.anchor, of: state.set(world).chars() }
    }

    /// The entry and the page, if the record has the entry.
    pub fn target(&self, world: &World) -> Option<(EntryId, Page)> {
        let address = Address::read(&self.address, &world.record).ok()?;
        Some((world.record.find(&address.key)?, address.page))
    }

    /// The name of its entry; of one that the record does not have, what leads to it.
    pub fn name(&self, world: &World, lang: Lang) -> String {
        let entry = self.target(world).map(|(entry, _)| world.record.entry(entry));
        entry.map_or_else(|| self.address.clone(), |entry| entry.name.shown(lang).to_owned())
    }

    /// How far into a text of so many characters it is.
    pub fn anchor(&self, chars: usize) -> usize {
        if self.of == chars {
            return self.at;
        }
        let part = self.at as u128 * chars as u128 / (self.of as u128).max(1);
        usize::try_from(part).unwrap_or(chars).min(chars)
    }
}
