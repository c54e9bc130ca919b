//! Which entries have a letter: once for names, for offices, and for all other texts. A word lies within one text, so
//! an entry can have it only if one of the three has all of its letters.

use super::Field;
use super::alphabet::{Alphabet, FoldClass};
use super::bits::Bits;
use super::columns::Columns;
use super::postings::Postings;

/// A part of the texts of every entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Names and aliases.
    Names,
    Offices,
    /// All that has more than a name.
    Bodies,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Names, Self::Offices, Self::Bodies];

    pub const fn of(field: Field) -> Self {
        match field {
            Field::Name | Field::Alias => Self::Names,
            Field::Office => Self::Offices,
            Field::Body => Self::Bodies,
        }
    }
}

#[derive(Debug)]
pub struct Shelf {
    /// The entries with each class of letters.
    letters: Postings,
    /// The entries in which a name's word, or an office, begins with each class of letters. Nobody asks that of bodies.
    starts: Postings,
}

impl Shelf {
    pub fn of(part: Part, columns: &Columns, alphabet: &Alphabet) -> Self {
        let entries = columns.entry_count();
        let letters = Postings::gather(alphabet.class_count(), entries, |tell| {
            columns.each_line(part, |entry, line| {
                line.letters.iter().for_each(|sign| tell(usize::from(alphabet.class(*sign)), entry));
            });
        });
        let starts = Postings::gather(alphabet.class_count(), entries, |tell| {
            if part == Part::Bodies {
                return;
            }
            columns.each_line(part, |entry, line| {
                let begins = |letter: &usize| line.starts_word(*letter);
                let most = if part == Part::Names { line.letters.len() } else { 1 };
                let starts = (0..line.letters.len()).filter(begins).take(most);
                starts.for_each(|letter| tell(usize::from(alphabet.class(line.letters[letter])), entry));
            });
        });
        Self { letters, starts }
    }

    /// An upper bound of how many entries have one of the classes.
    pub fn most_having(&self, classes: &[FoldClass]) -> usize {
        classes.iter().map(|class| self.letters.count(usize::from(*class))).sum()
    }

    /// The entries that have one of the classes.
    pub fn having(&self, classes: &[FoldClass]) -> Bits {
        self.letters.any(classes)
    }

    pub fn keep_having(&self, bits: &mut Bits, class: FoldClass) {
        self.letters.keep_in(bits, usize::from(class));
    }

    /// The entries in which a name's word, or an office, begins with one of the classes.
    pub fn starting(&self, classes: &[FoldClass]) -> Bits {
        self.starts.any(classes)
    }
}
