//! From key to key: a query that was typed on is looked for among the few entries that could match before.
//!
//! The longer query may match what the shorter does not: wider gaps are for longer words, and in a long text a few sounds
//! are no match yet. So it is the candidates that are kept and not the hits: to be one, an entry needs no more than the
//! letters of a word, in any order, or its sounds one behind the other, as far as it is typed.

use std::sync::Arc;

use super::bits::Bits;
use super::query::{Query, Term, Word};

/// What one search leaves to the next in the same index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail {
    /// The last query, and all entries that may match it as it was typed, if those are few.
    last: Option<Box<(Query, Arc<Bits>)>>,
}

impl Trail {
    /// The entries among which are all that match a query as it was typed; `None` where that is not known.
    pub(super) fn among(&self, query: &Query) -> Option<Arc<Bits>> {
        let (before, entries) = self.last.as_deref()?;
        is_typed_on(before, query).then(|| Arc::clone(entries))
    }

    pub(super) fn leave(&mut self, query: &Query, entries: Option<Arc<Bits>>) {
        self.last = entries.map(|entries| Box::new((query.clone(), entries)));
    }
}

/// Whether letters or words were added to a query so that nothing else can match.
fn is_typed_on(before: &Query, query: &Query) -> bool {
    let Some((last, others)) = before.groups.split_last() else { return false };
    let (same, rest) = query.groups.split_at(others.len().min(query.groups.len()));
    let phrase = before.phrase.as_ref().or_else(|| before.groups.first()?.first()?.word.as_ref());
    before.slips == query.slips
        && same == others
        && rest.first().is_some_and(|group| is_group_typed_on(last, group))
        && query.phrase.as_ref().is_none_or(|word| phrase.is_some_and(|phrase| is_word_typed_on(phrase, word)))
}

/// Only the last of several terms is typed on: one more would match more.
fn is_group_typed_on(before: &[Term], group: &[Term]) -> bool {
    match (before, group) {
        ([same_before @ .., last], [same @ .., term]) => same_before == same && is_term_typed_on(last, term),
        _ => false,
    }
}

fn is_term_typed_on(before: &Term, term: &Term) -> bool {
    let is_same_but_word = !before.is_not && !term.is_not && before.within == term.within;
    before == term
        || is_same_but_word
            && match (&before.word, &term.word) {
                (None, Some(_)) => true,
                (Some(before), Some(word)) => is_word_typed_on(before, word),
                (_, None) => false,
            }
}

/// What may have a word may have its beginning: the letters, and the first syllables of its sounds, the last of which may
/// be unfinished.
fn is_word_typed_on(before: &Word, word: &Word) -> bool {
    let is_alike = (before.is_exact, before.at_start) == (word.is_exact, word.at_start);
    is_alike && !before.at_end && word.letters.starts_with(&before.letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_typed_on_where_nothing_else_can_match() {
        let is = |before: &str, query: &str| is_typed_on(&Query::read(before), &Query::read(query));
        let on = [
            ("l", "lj"),
            ("lj", "ljc"),
            ("ljc", "ljc"),
            ("科", "科技"),
            ("li", "li jia"),
            ("li j", "li jia chao"),
            ("'li", "'lij"),
            ("^li", "^lij"),
            ("li", "li$"),
            ("a | b", "a | bc"),
            ("!a b", "!a bc"),
            ("a", "a !b"),
            ("kind:person", "kind:person li"),
            ("人物:李", "人物:李家"),
            ("LI", "lij"),
        ];
        for (before, query) in on {
            assert!(is(before, query), "{before} -> {query}");
        }
        let anew = [
            ("", "l"),
            ("ljc", "lj"),
            ("lj", "xlj"),
            ("li jia", "li"),
            ("!a", "!ab"),
            ("a", "a | b"),
            ("a | b", "a | b | c"),
            ("li$", "li$x"),
            ("'li", "lij"),
            ("li", "'li"),
            ("li", "^li"),
            ("kind:person", "kind:event"),
            ("li jia", "lijia"),
        ];
        for (before, query) in anew {
            assert!(!is(before, query), "{before} -> {query}");
        }
        assert!(!is_typed_on(&Query::read("z"), &Query::read("zh").with_slips(true)));
    }
}
