//! The score within a class. The only file that knows `fuzzy-matcher`.
//!
//! Only `fuzzy_indices` is used: in 0.3.7 `fuzzy_match` gives wrong scores from three letters on, `use_cache(false)`
//! panics, and `element_limit` gives wrong places. The tests hold the crate to the recurrence that it documents.

use std::fmt;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Scores letters that lie in a text in their order.
pub trait Scorer {
    /// The best way to lay `letters` over `view`: its score, larger is better, and the characters of `view` that it
    /// takes, counted from 0. `None` if there is no way.
    fn score(&self, view: &str, letters: &str) -> Option<(i64, Vec<usize>)>;
}

/// `fuzzy-matcher`. Keeps its working memory from call to call: one for every thread, made for one search.
#[derive(Default)]
pub struct Skim(SkimMatcherV2);

impl Scorer for Skim {
    fn score(&self, view: &str, letters: &str) -> Option<(i64, Vec<usize>)> {
        self.0.fuzzy_indices(view, letters)
    }
}

impl fmt::Debug for Skim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Skim")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NEVER: i64 = i16::MIN as i64;

    /// The recurrence that `fuzzy-matcher` documents, in two rows: the best score with the letter before on the
    /// character before, and with the letter before anywhere earlier.
    fn recurrence(view: &str, letters: &str) -> Option<i64> {
        let view: Vec<char> = view.chars().collect();
        let bonus = bonuses(&view);
        let mut here = vec![NEVER; view.len() + 1];
        let mut earlier = vec![-1; view.len() + 1];
        for letter in letters.chars() {
            let mut next_here = vec![NEVER; view.len() + 1];
            let mut next_earlier = vec![NEVER; view.len() + 1];
            for (before, &c) in view.iter().enumerate() {
                let at = before + 1;
                if c == letter {
                    let in_a_row = here[before] + bonus[before].max(4);
                    next_here[at] = in_a_row.max(earlier[before] + bonus[before]) + 16;
                }
                next_earlier[at] = (next_here[before] - 4).max(next_earlier[before] - 1);
            }
            (here, earlier) = (next_here, next_earlier);
        }
        here.into_iter().max().filter(|&best| best > NEVER / 2)
    }

    fn bonuses(view: &[char]) -> Vec<i64> {
        let mut bonuses = Vec::new();
        let mut before = None;
        for &c in view {
            bonuses.push(match before {
                None => 16,
                Some(' ' | '/' | '\\' | '|' | '(' | ')' | '[' | ']' | '{' | '}') => 8,
                Some('!'..='\'' | '*'..='.' | ':'..='@' | '^'..='`' | '~') => 7,
                Some(_) => 0,
            });
            before = Some(c);
        }
        bonuses
    }

    proptest! {
        #[test]
        fn the_crate_scores_by_its_recurrence_whatever_it_scored_before(
            pairs in prop::collection::vec(("[ab c(李家超-]{0,24}", "[abc李家超]{1,6}"), 1..8),
        ) {
            let skim = Skim::default();
            for (view, letters) in pairs {
                let score = skim.score(&view, &letters).map(|(score, _)| score);
                prop_assert_eq!(score, recurrence(&view, &letters), "{} in {}", letters, view);
            }
        }

        #[test]
        fn the_places_are_the_letters_in_order(view in "[ab 李家超]{0,24}", letters in "[ab李家超]{1,5}") {
            if let Some((_, places)) = Skim::default().score(&view, &letters) {
                prop_assert!(places.is_sorted_by(|one, next| one < next));
                let view: Vec<char> = view.chars().collect();
                let taken: String = places.iter().map(|&place| view[place]).collect();
                prop_assert_eq!(taken, letters);
            }
        }
    }
}
