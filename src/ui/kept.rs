//! What a reader keeps of a record: places, each under a letter, and bookmarks: entries, each with a note.

use std::collections::BTreeMap;
use std::fmt;

use super::World;
use super::address::Address;
use super::copy;
use super::page::Page;
use super::state::State;
use super::words::Words;
use crate::data::{EntryId, Lang};

/// All that is kept of one record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Places by their letters.
    pub marks: BTreeMap<char, Place>,
    /// The notes of the bookmarked entries, which may be empty, by the entries' keys. The record need not have them all.
    pub notes: BTreeMap<String, String>,
}

/// What is kept under one name now; nothing, if it is not kept any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    Mark(char, Option<Place>),
    Note(String, Option<String>),
}

/// What came of keeping something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// All that is kept now, changes of other sessions too, if that is known.
    pub kept: Option<Kept>,
    pub trouble: Option<Trouble>,
}

/// What went wrong where something was kept. Nothing is lost by it as long as the session goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A broken file was given this name.
    SetAside(String),
    /// The file is that of a newer program, and is left alone.
    Newer,
    Failed(String),
}

/// For who reads it in a shell.
impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Told::Trouble(self.clone()).told(Words::of(Lang::En)))
    }
}

impl Kept {
    /// Makes a change, and gives the one that undoes it.
    pub fn change(&mut self, keep: Keep) -> Keep {
        match keep {
            Keep::Mark(letter, place) => Keep::Mark(letter, put(&mut self.marks, letter, place)),
            Keep::Note(key, note) => Keep::Note(key.clone(), put(&mut self.notes, key, note)),
        }
    }
}

/// Puts a value under a name, or nothing. Gives what was there.
fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}

/// A place in the record: what leads to its entry and page, and how far into the text it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub address: String,
    /// The characters before it, blanks and the reader's own note aside.
    pub at: usize,
    /// Those of the whole text, which may be another one by now.
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
    /// What the reader shows is no entry.
    NoEntry,
    /// The name of the entry, and the key that opens its note.
    Added(String, String),
    /// A name or a letter, and the key that undoes it.
    Removed(String, String),
    /// Whether there is a note now, and the key that undoes the change.
    Noted(bool, String),
    /// A change to this was undone.
    Undone(String),
    NothingToUndo,
    Trouble(Trouble),
    /// The name of where the session went on, and the key that leads to the start page.
    Resumed(String, String),
}

impl Told {
    /// What is said, in a line.
    pub fn told(&self, all: &Words) -> String {
        let words = all.kept;
        let one = |text: &str, name: &str| text.replace("{}", name);
        // Names may be long: where one is cut, the key before it is still to be seen.
        let two = |text: &str, first: &str, name: &str| text.replacen("{}", first, 1).replacen("{}", name, 1);
        let aside = |text: &'static str, key: &str| if key.is_empty() { String::new() } else { one(text, key) };
        match self {
            Self::Marked(letter, key) => {
                let keys = if key.is_empty() { String::new() } else { format!("{key}{letter}") };
                one(words.marked, &letter.to_string()) + &aside(words.returns, &keys)
            }
            Self::Moved(letter, from) => two(words.moved, &letter.to_string(), &all.inside_quotes(from)),
            Self::NoMark(letter) => one(words.no_mark, &letter.to_string()),
            Self::NoMarks => words.no_marks.to_owned(),
            Self::NoLetter => words.no_letter.to_owned(),
            Self::Gone(address) => one(words.gone, address),
            Self::NoEntry => words.no_entry.to_owned(),
            Self::Added(name, key) => two(words.added, &aside(words.opens_note, key), name),
            Self::Removed(name, key) => two(words.removed, &aside(words.undoes, key), name),
            Self::Noted(is_there, key) => {
                let text = if *is_there { words.noted } else { words.note_cleared };
                text.to_owned() + &aside(words.undoes, key)
            }
            Self::Undone(name) => one(words.undone, name),
            Self::Trouble(Trouble::SetAside(name)) => one(words.set_aside, name),
            Self::Trouble(Trouble::Newer) => words.newer.to_owned(),
            Self::Trouble(Trouble::Failed(why)) => one(words.unsaved, why),
            Self::Resumed(name, key) => two(words.resumed, &aside(words.starts, key), name),
            Self::NothingToUndo => words.nothing_to_undo.to_owned(),
        }
    }
}

impl Told {
    /// The same where no key does what it says.
    pub fn without_key(mut self) -> Self {
        if let Self::Marked(_, key)
        | Self::Added(_, key)
        | Self::Removed(_, key)
        | Self::Noted(_, key)
        | Self::Resumed(_, key) = &mut self
        {
            key.clear();
        }
        self
    }
}

impl Place {
    /// Where a session is.
    pub fn of(state: &State, world: &World) -> Self {
        let address = Address { query: None, ..copy::address(state, world) };
        let own = state.note_chars(world);
        let at = state.view.reading.anchor.saturating_sub(own);
        Self { address: address.to_string(), at, of: state.set(world).chars() - own }
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
