//! Finding entries by what was typed: hits, best first, with the characters that matched.
//!
//! | question | answer in |
//! | --- | --- |
//! | what of a record can be found? | `corpus` |
//! | what was typed? | `query`, `names` |
//! | when are two characters the same? | `fold` |
//! | how is a character read? | `readings`, `syllables` |
//! | what does a word look for? | `plan`: itself (`literal`), with gaps (`scattered`), its sounds (`sounds`, in `pieces`), something near (`near`); among what (`within`) |
//! | which entries can match at all? | `hope`, by the `postings` of letters (`shelf`), of sounds that follow one another (`spoken`) and of other words (`vocabulary`), as `bits` |
//! | which of them are looked at? | `finding`, over the `index`; of a query that was typed on, by its `trail` |
//! | where in an entry does it match? | `matching` (for a screen `marker`), over `columns` of letters of the `alphabet` |
//! | which comes first? | `rank`, `score`, `top` |
//! | which entries of several records may be the same? | `same` |
//! | what may a word of our own have been meant for? | `distance` |

mod alphabet;
mod bits;
mod columns;
mod corpus;
mod distance;
mod finding;
mod fold;
mod hope;
mod index;
mod literal;
mod marker;
mod matching;
mod names;
mod near;
mod pieces;
mod plan;
mod postings;
mod query;
mod rank;
mod readings;
mod same;
mod scattered;
mod score;
mod shelf;
mod shortlist;
mod sounds;
mod spoken;
mod syllables;
#[cfg(test)]
mod tests;
mod top;
mod trail;
mod variants;
mod vocabulary;
mod within;
mod work;

use std::ops::Range;
use std::sync::Arc;

use crate::data::{EntryId, Kind};

pub use distance::distance;
pub use index::Index;
pub use marker::Marker;
pub use names::kind as kind_named;
pub use query::{Query, Term, Within, Word, completed};
pub use rank::{Tier, Way};
pub use same::{Ground, MOST_SAME, Same, Twin, Twins};
pub use shortlist::{Shortlist, ShortlistMarker};
pub use trail::Trail;

/// How well a hit matches: smaller is better (see `rank`).
pub type Class = u8;

/// Where in an entry a word was found. The order is that of the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name in the record's own form.
    Name,
    /// Another form of the name: another script, English, pinyin, jyutping.
    Alias,
    /// A post, or the organisation that it is in.
    Office,
    /// Anything else that the entry says.
    Body,
}

/// A text of an entry that the query matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub field: Field,
    /// The text as the record writes it; of pinyin and jyutping, the Chinese name that they spell.
    pub text: Arc<str>,
    /// The characters that matched: byte ranges of `text`, in order, whole graphemes.
    pub marks: Vec<Range<usize>>,
}

/// An entry that matches all of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub id: EntryId,
    pub class: Class,
    /// `fuzzy-matcher`'s score within the class: larger is better.
    pub score: i64,
}

/// How many entries of each kind, in the order of [`Kind::ALL`].
pub type Counts = [usize; Kind::ALL.len()];

/// What a query finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Best first, as many as were asked for.
    pub hits: Vec<Hit>,
    /// How many entries of each kind match, in the order of [`Kind::ALL`]: whatever kinds were asked for, but as far as
    /// they were looked at where `is_counted` is not.
    pub counts: Counts,
    /// Whether these are all that match. In a large record they are counted by `Index::count`.
    pub is_counted: bool,
    /// Nothing matches as it was typed: these match with one typo, or by the same sounds.
    pub is_near: bool,
}

impl Found {
    /// How many entries match.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// The letters of a text as a search compares them, each with the bytes of the text that it comes from.
pub fn folded(text: &str) -> Vec<(char, Range<usize>)> {
    let bytes =
        |from: usize| from..from + text.get(from..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    fold::Folded::of(text).letters.iter().map(|letter| (letter.char, bytes(letter.from))).collect()
}
