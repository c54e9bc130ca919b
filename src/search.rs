//! Finding entries by what was typed: hits, best first, with the characters that matched.

use std::ops::Range;
use std::sync::Arc;

use crate::data::{EntryId, Record};

/// Where in an entry a word was found. The order is that of the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name in the record's own form.
    Name,
    /// Another form of the name: another script, English, pinyin, jyutping.
    Alias,
    /// A post, a title, a kind.
    Office,
    /// Anything else that the entry says.
    Body,
}

/// A text of an entry that the query matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub field: Field,
    /// The text as the record writes it.
    pub text: Arc<str>,
    /// The characters that matched: byte ranges of `text`, in order, whole graphemes.
    pub marks: Vec<Range<usize>>,
}

/// An entry that matches all of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub id: EntryId,
    /// How well: smaller is better (see `rank`).
    pub class: u8,
    /// `fuzzy-matcher`'s score within the class: larger is better.
    pub score: i64,
    /// The texts that matched, the one that decided the class first.
    pub matches: Vec<Match>,
}

/// Everything of a record that can be found.
#[derive(Debug)]
pub struct Index {}

impl Index {
    pub fn build(record: &Record) -> Self {
        let _ = record;
        todo!()
    }

    /// The entries that match every word of `query`, best first. A blank query matches nothing.
    pub fn find(&self, query: &str) -> Vec<Hit> {
        let _ = query;
        todo!()
    }
}
