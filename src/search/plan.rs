//! A query made ready for one index: what each of its words looks for, and which entries can have it at all.

use super::bits::Bits;
use super::fold::Sort;
use super::hope::{self, Hope};
use super::index::Index;
use super::literal::Literal;
use super::query::{Query, Term, Word};
use super::readings::Tongue;
use super::scattered::Gaps;
use super::shelf::Part;
use super::sounds::Sounds;
use super::{near, within};
use crate::data::Record;

/// A query as it is looked for.
#[derive(Debug)]
pub struct Plan {
    pub groups: Vec<Vec<Wanted>>,
    pub phrase: Option<Words>,
    /// Whether a word of it stands for one that is nowhere.
    pub is_near: bool,
}

/// A term as it is looked for.
#[derive(Debug)]
pub struct Wanted {
    pub is_not: bool,
    pub within: Option<Bits>,
    pub words: Option<Words>,
}

/// The entries that may have a word, by its letters and by its sounds.
#[derive(Debug)]
struct Among {
    letters: Bits,
    sounds: Bits,
}

/// All that a word may stand for.
#[derive(Debug, Default)]
pub struct Words {
    /// Tells the word apart from the others of its query.
    pub number: usize,
    /// The word as it stands; `None` where a letter of it is nowhere.
    pub literal: Option<Literal>,
    /// Whether all of its letters are of one sort: a text without such letters has no such word.
    pub is_han: bool,
    pub is_other: bool,
    /// Whether it may have gaps.
    pub gaps: Option<Gaps>,
    pub sounds: Vec<Sounds>,
    /// Where it is looked for, as far as it was looked up, the best first.
    pub hopes: Vec<Hope>,
    /// The entries that may have it, for each part of their texts, where that is known.
    among: [Option<Among>; Part::ALL.len()],
}

impl Plan {
    pub fn of(query: &Query, index: &Index, record: &Record) -> Self {
        let mut number = 0;
        let mut words = |word: &Word| {
            number += 1;
            Words { number, ..Words::of(word, query.slips, index) }
        };
        let groups = query.groups.iter().map(|group| {
            let wanted = |term: &Term| Wanted {
                is_not: term.is_not,
                within: term.within.as_ref().map(|within| within::entries(within, query.slips, index, record)),
                words: term.word.as_ref().map(&mut words),
            };
            group.iter().map(wanted).collect()
        });
        Self { groups: groups.collect(), phrase: query.phrase.as_ref().map(&mut words), is_near: false }
    }

    /// Asks the index which entries may have the words in some parts of their texts.
    pub fn look_up(&mut self, parts: &[Part], index: &Index) {
        let of_groups = self.groups.iter_mut().flatten().filter_map(|wanted| wanted.words.as_mut());
        of_groups.chain(&mut self.phrase).for_each(|words| words.look_up(parts, index));
    }

    /// The same with what is near to every word that is nowhere; `None` where nothing is near either.
    pub fn near(query: &Query, index: &Index, record: &Record) -> Option<Self> {
        let mut plan = Self::of(query, index, record);
        // What a query of one word does not find is nowhere.
        let is_alone = plan.only_words().is_some() && plan.only_within().is_none();
        if !is_alone {
            plan.look_up(&Part::ALL, index);
        }
        let is_nowhere = |words: &Words| is_alone || !index.has_any(words);
        for (group, terms) in plan.groups.iter_mut().zip(&query.groups) {
            let mut meant = Vec::new();
            for (wanted, term) in group.drain(..).zip(terms) {
                let word = term.word.as_ref().filter(|word| !term.is_not && !word.is_exact);
                let instead = match (word, &wanted.words) {
                    (Some(word), Some(words)) if is_nowhere(words) => near::words(word, index),
                    _ => Vec::new(),
                };
                plan.is_near |= !instead.is_empty();
                let within = wanted.within.clone();
                if instead.is_empty() {
                    meant.push(wanted);
                }
                meant.extend(instead.into_iter().map(|words| Wanted {
                    is_not: false,
                    within: within.clone(),
                    words: Some(words),
                }));
            }
            *group = meant;
        }
        plan.phrase = None;
        plan.is_near.then_some(plan)
    }

    /// The words of a query that asks for nothing but them.
    pub fn only_words(&self) -> Option<&Words> {
        let is_plain = |wanted: &&Wanted| !wanted.is_not;
        match (self.groups.as_slice(), &self.phrase) {
            ([group], None) => match group.as_slice() {
                [wanted] => Some(wanted).filter(is_plain).and_then(|wanted| wanted.words.as_ref()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The entries to which a query of one word is limited.
    pub fn only_within(&self) -> Option<&Bits> {
        self.groups.first().and_then(|group| group.first()).and_then(|wanted| wanted.within.as_ref())
    }

    /// The entries that may match: all that do, and others.
    pub fn candidates(&self, index: &Index) -> Bits {
        let mut all = index.everything();
        for group in &self.groups {
            let mut any = index.nothing();
            for wanted in group {
                any.add(&wanted.candidates(index));
            }
            all.keep(&any);
        }
        if let Some(phrase) = &self.phrase {
            all.add(&phrase.candidates(index));
        }
        all
    }
}

impl Wanted {
    fn candidates(&self, index: &Index) -> Bits {
        let mut found = match &self.words {
            Some(words) if !self.is_not => words.candidates(index),
            _ => index.everything(),
        };
        if let Some(within) = self.within.as_ref().filter(|_| !self.is_not) {
            found.keep(within);
        }
        found
    }
}

impl Words {
    fn of(word: &Word, slips: bool, index: &Index) -> Self {
        let literal = Literal::of(word, index.alphabet());
        let is_loose = !(word.is_exact || word.at_start || word.at_end);
        let gaps = Gaps::of(&word.letters).filter(|_| is_loose && literal.is_some());
        let ends = (word.at_start, word.at_end);
        let sounds = |tongue| Sounds::of(&word.text, ends, tongue, index.syllables(tongue, slips), index.alphabet());
        let sounds = if word.is_exact { Vec::new() } else { Tongue::ALL.into_iter().filter_map(sounds).collect() };
        Self { literal, gaps, sounds, ..Self::sorted(word) }
    }

    /// What stands in for a word.
    pub fn instead(word: &Word, literal: Option<Literal>, sounds: Option<Sounds>) -> Self {
        Self { literal, sounds: sounds.into_iter().collect(), ..Self::sorted(word) }
    }

    fn sorted(word: &Word) -> Self {
        let is_all = |sort: Sort| word.letters.iter().all(|letter| Sort::of(*letter) == sort);
        Self { is_han: is_all(Sort::Han), is_other: is_all(Sort::Other), ..Self::default() }
    }

    /// Asks the index which entries may have the word in some parts of their texts, unless it was asked that before.
    fn look_up(&mut self, parts: &[Part], index: &Index) {
        let parts: Vec<Part> = parts.iter().filter(|part| self.among[**part as usize].is_none()).copied().collect();
        let hopes = hope::all(self, &parts, index);
        for part in parts {
            let mut among = Among { letters: index.nothing(), sounds: index.nothing() };
            for hope in hopes.iter().filter(|hope| hope.part == part) {
                let kind = if hope.is_sound { &mut among.sounds } else { &mut among.letters };
                kind.add(&hope.entries);
            }
            self.among[part as usize] = Some(among);
        }
        self.hopes.extend(hopes);
        self.hopes.sort_by_key(|hope| hope.best);
    }

    /// The entries that may have the word, as far as it was looked up.
    pub fn candidates(&self, index: &Index) -> Bits {
        let mut found = index.nothing();
        for part in self.among.iter().flatten() {
            found.add(&part.letters);
            found.add(&part.sounds);
        }
        found
    }

    /// Whether an entry may have the word in a part of its texts: by its letters, by its sounds.
    pub fn may_be_in(&self, part: Part, entry: usize) -> (bool, bool) {
        let among = self.among[part as usize].as_ref();
        among.map_or((true, true), |among| (among.letters.contains(entry), among.sounds.contains(entry)))
    }
}
