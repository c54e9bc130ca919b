//! An entry as the search sees it: texts with their fields, each ready to be compared.

use std::cmp::Reverse;
use std::sync::Arc;

use super::Field;
use super::fold::Folded;
use super::lie::{self, Lie};
use super::query::Word;
use super::rank::{self, Tier};
use super::readings::{Readings, Tongue};
use super::romanised::Romanised;
use super::score::Scorer;
use crate::data::EntryId;

/// What can be found of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searchable {
    pub id: EntryId,
    texts: Vec<Findable>,
}

/// One text of an entry, in one of the ways to type it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findable {
    pub field: Field,
    pub text: Arc<str>,
    folded: Folded,
    /// Where the text is typed by its sounds.
    sounds: Option<Romanised>,
}

/// Where a word was found best in an entry.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    pub findable: &'a Findable,
    pub class: u8,
    pub score: i64,
    /// The places of the characters that matched, in bytes.
    pub places: Vec<usize>,
}

impl Searchable {
    pub fn new(id: EntryId) -> Self {
        Self { id, texts: Vec::new() }
    }

    /// Adds a text, unless the entry already says the same.
    pub fn add(&mut self, field: Field, text: &str) {
        let folded = Folded::of(text);
        let is_said = |said: &Findable| said.sounds.is_none() && said.folded.text == folded.text;
        if !folded.letters.is_empty() && !self.texts.iter().any(is_said) {
            self.texts.push(Findable { field, text: Arc::from(text), folded, sounds: None });
        }
    }

    /// Adds a Latin spelling of the entry's Chinese name; it is a text of its own where it fits no name.
    pub fn add_spelling(&mut self, spelling: &str) {
        let names = self.texts.iter().filter(|text| text.field <= Field::Alias && text.sounds.is_none());
        let spelled = names.map(|name| (name, Romanised::all_of(spelling, &name.folded)));
        match spelled.into_iter().find(|(_, ways)| !ways.is_empty()) {
            Some((name, ways)) => {
                let (text, folded) = (Arc::clone(&name.text), name.folded.clone());
                self.texts.extend(ways.into_iter().map(|sounds| Findable {
                    field: Field::Alias,
                    text: Arc::clone(&text),
                    folded: folded.clone(),
                    sounds: Some(sounds),
                }));
            }
            None => self.add(Field::Alias, spelling),
        }
    }

    /// Makes what is written in Han characters in names and offices findable by its sounds.
    pub fn add_readings(&mut self, readings: &Readings) {
        let written = self.texts.iter().filter(|text| text.field < Field::Body && text.sounds.is_none());
        let sounds = written.flat_map(|text| {
            let sounds = [Tongue::Mandarin, Tongue::Cantonese]
                .map(|tongue| Romanised::by_readings(&text.folded, readings, tongue));
            sounds.into_iter().flatten().map(|sounds| Findable {
                field: text.field.max(Field::Alias),
                text: Arc::clone(&text.text),
                folded: text.folded.clone(),
                sounds: Some(sounds),
            })
        });
        let sounds: Vec<Findable> = sounds.collect();
        self.texts.extend(sounds);
    }

    /// Where the word is found best: by class, score, shortness, and the order of the texts.
    pub fn best(&self, word: &Word, scorer: &impl Scorer) -> Option<Found<'_>> {
        let mut best: Option<Found<'_>> = None;
        for findable in &self.texts {
            let class_to_beat = best.as_ref().map_or(u8::MAX, |best| best.class);
            if rank::class(findable.field, Tier::Exact) > class_to_beat {
                continue;
            }
            let Some(found) = findable.find(word, scorer) else { continue };
            if best.as_ref().is_none_or(|best| found.key() < best.key()) {
                best = Some(found);
            }
        }
        best
    }
}

impl Findable {
    fn find(&self, word: &Word, scorer: &impl Scorer) -> Option<Found<'_>> {
        let Lie { tier, score, letters } = match &self.sounds {
            Some(sounds) => sounds.lie(&word.letters, scorer),
            None if self.field == Field::Body => lie::in_one_piece(&self.folded, word, scorer),
            None => {
                lie::in_one_piece(&self.folded, word, scorer).or_else(|| lie::scattered(&self.folded, word, scorer))
            }
        }?;
        let places = letters.into_iter().map(|letter| self.folded.letters[letter].from).collect();
        Some(Found { findable: self, class: rank::class(self.field, tier), score, places })
    }
}

impl Found<'_> {
    fn key(&self) -> (u8, Reverse<i64>, usize) {
        (self.class, Reverse(self.score), self.findable.folded.letters.len())
    }
}
