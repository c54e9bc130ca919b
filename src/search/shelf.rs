//! Which entries have a letter: once for names, for offices, and for all other texts. A word lies within one text, so
//! an entry can have it only if one of the three has all of its letters.

use super::Field;
use super::alphabet::{Alphabet, FoldClass, Sign};
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

/// Where in a text something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Anywhere,
    /// At its beginning, but for punctuation.
    Begin,
    /// At the beginning of another word.
    Word,
}

impl Spot {
    pub const ALL: [Self; 3] = [Self::Anywhere, Self::Begin, Self::Word];

    /// Whether it is told of a part what stands there: a word that begins counts for more in names alone, a text that
    /// begins in offices too.
    pub const fn is_told_of(self, part: Part) -> bool {
        match part {
            Part::Names => true,
            Part::Offices => !matches!(self, Self::Word),
            Part::Bodies => matches!(self, Self::Anywhere),
        }
    }
}

/// One part of the texts of all entries.
#[derive(Debug)]
pub struct Shelf {
    /// The entries with each class of letters, for each spot.
    letters: Postings,
    classes: usize,
}

impl Shelf {
    pub fn of(part: Part, columns: &Columns, alphabet: &Alphabet) -> Self {
        let classes = alphabet.class_count();
        let place = |spot: Spot, sign: Sign| spot as usize * classes + usize::from(alphabet.class(sign));
        let letters = Postings::gather(Spot::ALL.len() * classes, columns.entry_count(), |tell| {
            columns.each_line(part, |entry, line| {
                line.letters.iter().for_each(|sign| tell(place(Spot::Anywhere, *sign), entry));
                let starts = line.starts(alphabet).filter(|(_, spot)| spot.is_told_of(part));
                starts.for_each(|(at, spot)| tell(place(spot, line.letters[at]), entry));
            });
        });
        Self { letters, classes }
    }

    /// An upper bound of how many entries have one of the classes.
    pub fn most_having(&self, classes: &[FoldClass]) -> usize {
        classes.iter().map(|class| self.letters.count(usize::from(*class))).sum()
    }

    /// The entries that have one of the classes in a spot.
    pub fn having(&self, spot: Spot, classes: &[FoldClass]) -> Bits {
        self.letters.any(classes.iter().map(|class| spot as usize * self.classes + usize::from(*class)))
    }

    pub fn keep_having(&self, bits: &mut Bits, class: FoldClass) {
        self.letters.keep_in(bits, usize::from(class));
    }
}
