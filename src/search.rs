//! Finding entries by what was typed: hits, best first, with the characters that matched.
//!
//! `corpus` takes from a record what can be found, `query` reads what was typed, `fold` and `romanised` make both
//! comparable, `lie` says how a word lies in a text, `rank` what that is worth, `score` decides between equals.

mod corpus;
mod fold;
mod lie;
mod query;
mod rank;
mod readings;
mod romanised;
mod score;
mod searchable;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use crate::data::{EntryId, Record};
use query::Query;
use score::{Scorer, Skim};
use searchable::{Found, Searchable};

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
pub struct Index {
    /// In the order of the record.
    entries: Vec<Searchable>,
}

impl Index {
    pub fn build(record: &Record) -> Self {
        Self::of(corpus::searchables(record))
    }

    fn of(entries: Vec<Searchable>) -> Self {
        Self { entries }
    }

    /// The entries that match every word of `query`, best first. A blank query matches nothing.
    pub fn find(&self, query: &str) -> Vec<Hit> {
        let query = Query::read(query);
        if query.words.is_empty() {
            return Vec::new();
        }
        let hits = self.entries.iter().filter_map(|entry| hit(entry, &query, &Skim)).collect();
        rank::sorted(hits)
    }
}

/// An entry against a query: the words wherever they are, or all of it as one, whichever is better.
fn hit(entry: &Searchable, query: &Query, scorer: &impl Scorer) -> Option<Hit> {
    let mut found = query.words.iter().map(|word| entry.best(word, scorer)).collect::<Option<Vec<_>>>();
    if let Some(whole) = query.whole.as_ref().and_then(|whole| entry.best(whole, scorer)) {
        let worst = found.iter().flatten().map(|word| word.class).max();
        if worst.is_none_or(|worst| whole.class <= worst) {
            found = Some(vec![whole]);
        }
    }
    let mut found = found?;
    found.sort_by_key(|word| std::cmp::Reverse(word.class));
    Some(Hit {
        id: entry.id,
        class: found.first()?.class,
        score: found.iter().map(|word| word.score).sum(),
        matches: matches(&found),
    })
}

/// One match for every text, with the marks of all the words that were found in it.
fn matches(found: &[Found<'_>]) -> Vec<Match> {
    let mut texts: Vec<(&Found<'_>, Vec<usize>)> = Vec::new();
    for word in found {
        match texts.iter_mut().find(|(first, _)| Arc::ptr_eq(&first.findable.text, &word.findable.text)) {
            Some((_, places)) => places.extend(&word.places),
            None => texts.push((word, word.places.clone())),
        }
    }
    let marked = |(first, places): (&Found<'_>, Vec<usize>)| {
        let text = Arc::clone(&first.findable.text);
        Match { field: first.findable.field, marks: fold::marks(&text, places), text }
    };
    texts.into_iter().map(marked).collect()
}
