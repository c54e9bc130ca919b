//! The score within a class. The only file that knows `fuzzy-matcher`.
//!
//! Only `fuzzy_indices` is used: in 0.3.7 `fuzzy_match` gives wrong scores from three letters on, `use_cache(false)`
//! panics, and `element_limit` gives wrong places. A matcher also reads what earlier calls left in its memory wherever
//! a letter is doubled in the text; so each call has its own. The tests hold it to the recurrence that it documents.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Scores letters that lie in a text in their order.
pub trait Scorer {
    /// The best way to lay `letters` over `view`: its score, larger is better, and the characters of `view` that it
    /// takes, counted from 0. `None` if there is no way.
    fn score(&self, view: &str, letters: &str) -> Option<(i64, Vec<usize>)>;
}

/// `fuzzy-matcher`, with no memory of earlier calls.
#[derive(Debug, Clone, Copy)]
pub struct Skim;

impl Scorer for Skim {
    fn score(&self, view: &str, letters: &str) -> Option<(i64, Vec<usize>)> {
        SkimMatcherV2::default().fuzzy_indices(view, letters)
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

    #[test]
    fn a_score_does_not_depend_on_what_was_scored_before() {
        let (view, letters) = ("李a 超-( 超超李超超", "李超超");
        let alone = Skim.score(view, letters);
        Skim.score("-ac(家李a 超( 李-a(a李", "c李");
        assert_eq!(Skim.score(view, letters), alone);
        assert_eq!(alone.map(|(score, _)| score), recurrence(view, letters));
    }

    proptest! {
        #[test]
        fn the_crate_scores_by_its_recurrence(view in "[ab c(李家超-]{0,24}", letters in "[abc李家超]{1,6}") {
            let score = Skim.score(&view, &letters).map(|(score, _)| score);
            prop_assert_eq!(score, recurrence(&view, &letters));
        }

        #[test]
        fn the_places_are_the_letters_in_order(view in "[ab 李家超]{0,24}", letters in "[ab李家超]{1,5}") {
            if let Some((_, places)) = Skim.score(&view, &letters) {
                prop_assert!(places.is_sorted_by(|one, next| one < next));
                let view: Vec<char> = view.chars().collect();
                let taken: String = places.iter().map(|&place| view[place]).collect();
                prop_assert_eq!(taken, letters);
            }
        }
    }
}
