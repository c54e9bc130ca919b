//! The score within a class. The only file that knows `fuzzy-matcher`.
//!
//! Only `fuzzy_indices` is used: in 0.3.7 `fuzzy_match` gives wrong scores from three letters on, `use_cache(false)`
//! panics, and `element_limit` gives wrong places. A matcher also reads what earlier calls left in its memory wherever
//! a letter is doubled in the text; so each call has its own. The tests hold it to the recurrence that it documents.
//!
//! The scorer is shown no more of a text than what a score may depend on: the letters that matched, how long the gaps
//! between them are, and which of them begin a word. So one score serves all texts in which a word lies alike.

use std::collections::HashMap;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// More letters than this are compared but not scored: the scorer's memory grows with their square.
const MAX_SCORED: usize = 64;
/// A longer gap is shown as one of so many letters.
const MAX_GAP: usize = 3;
/// A letter that is in no word.
const GAP: char = '\u{1}';

/// The scores of one word, whatever text it lies in.
#[derive(Debug)]
pub struct Scores {
    letters: Vec<char>,
    /// At the beginning of a text, at the beginning of a word, anywhere else.
    pub in_one_piece: [i32; 3],
}

/// A letter of a word with gaps: how many letters are left out before it, and whether a word begins with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub gap: usize,
    pub starts_word: bool,
}

/// Scores of words with gaps that are known already, by the word and how it lies.
#[derive(Debug, Default)]
pub struct Memo {
    known: HashMap<(usize, u64), i32>,
    /// The last one that was asked for: most words lie as in the entry before.
    last: Option<((usize, u64), i32)>,
}

impl Memo {
    fn get_or(&mut self, key: (usize, u64), score: impl FnOnce() -> i32) -> i32 {
        if let Some((_, score)) = self.last.filter(|(last, _)| *last == key) {
            return score;
        }
        let score = *self.known.entry(key).or_insert_with(score);
        self.last = Some((key, score));
        score
    }
}

impl Scores {
    pub fn of(letters: &[char]) -> Self {
        let letters: Vec<char> =
            letters.iter().take(MAX_SCORED).map(|c| seen(c.to_lowercase().next().unwrap_or(*c))).collect();
        let in_one_piece = [None, Some(' '), Some(GAP)].map(|before| {
            let view: String = before.into_iter().chain(letters.iter().copied()).collect();
            score(&view, &letters)
        });
        Self { letters, in_one_piece }
    }

    /// The best score that there is.
    pub fn most(&self) -> i32 {
        let [at_begin, at_word, inside] = self.in_one_piece;
        at_begin.max(at_word).max(inside)
    }

    /// The best score with a gap if none of the letters begins a text or a word: it costs as much before any letter.
    pub fn with_one_gap(&self) -> i32 {
        let mut view = String::from(GAP);
        view.extend(self.letters.iter().take(1));
        view.push(GAP);
        view.extend(self.letters.iter().skip(1));
        score(&view, &self.letters)
    }

    pub fn in_one_piece(&self, begins_text: bool, begins_word: bool) -> i32 {
        let [first, word, inside] = self.in_one_piece;
        match (begins_text, begins_word) {
            (true, _) => first,
            (false, true) => word,
            (false, false) => inside,
        }
    }

    /// The score of the word with gaps. `number` tells the word apart from the others that share the memo.
    pub fn with_gaps(&self, steps: impl Iterator<Item = Step>, number: usize, memo: &mut Memo) -> i32 {
        let key =
            steps.fold(0u64, |key, step| key << 3 | (step.gap.min(MAX_GAP) as u64) << 1 | u64::from(step.starts_word));
        memo.get_or((number, key), || score(&self.view(key), &self.letters))
    }

    /// The letters with their gaps, as a key tells them.
    fn view(&self, key: u64) -> String {
        let mut view = String::new();
        for (place, letter) in self.letters.iter().enumerate() {
            let step = key >> (3 * (self.letters.len() - 1 - place));
            let gap = usize::from((step >> 1 & 3) as u8);
            view.extend(std::iter::repeat_n(GAP, gap.saturating_sub(1)));
            if gap > 0 {
                view.push(if step & 1 == 1 { ' ' } else { GAP });
            }
            view.push(*letter);
        }
        view
    }
}

fn score(view: &str, letters: &[char]) -> i32 {
    let letters: String = letters.iter().collect();
    let found = indices(view, &letters);
    found.map_or(0, |(score, _)| i32::try_from(score).unwrap_or(i32::MAX))
}

/// The best way to lay `letters` over `view`: its score, larger is better, and the characters of `view` that it takes,
/// counted from 0. `None` if there is no way.
fn indices(view: &str, letters: &str) -> Option<(i64, Vec<usize>)> {
    SkimMatcherV2::default().fuzzy_indices(view, letters)
}

/// Punctuation other than ASCII is a space to the scorer, which would take it for letters.
fn seen(c: char) -> char {
    if c.is_ascii() || c.is_alphanumeric() { c } else { ' ' }
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
        let alone = indices(view, letters);
        indices("-ac(家李a 超( 李-a(a李", "c李");
        assert_eq!(indices(view, letters), alone);
        assert_eq!(alone.map(|(score, _)| score), recurrence(view, letters));
    }

    proptest! {
        #[test]
        fn no_score_is_better_than_those_that_are_hoped_for(
            letters in "[a-c李家超]{2,8}",
            steps in prop::collection::vec((0usize..3, any::<bool>()), 8),
        ) {
            let letters: Vec<char> = letters.chars().collect();
            let scores = Scores::of(&letters);
            let steps = steps.into_iter().take(letters.len()).map(|(gap, starts_word)| Step { gap, starts_word });
            let steps: Vec<Step> = steps.collect();
            let score = scores.with_gaps(steps.iter().copied(), 0, &mut Memo::default());
            prop_assert!(score <= scores.most());
            let starts = |step: &Step| step.starts_word && step.gap > 0;
            if steps[0].gap > 0 && steps.iter().skip(1).any(|step| step.gap > 0) && !steps.iter().any(starts) {
                prop_assert!(score <= scores.with_one_gap());
            }
        }

        #[test]
        fn the_crate_scores_by_its_recurrence(view in "[ab c(李家超-]{0,24}", letters in "[abc李家超]{1,6}") {
            let score = indices(&view, &letters).map(|(score, _)| score);
            prop_assert_eq!(score, recurrence(&view, &letters));
        }

        #[test]
        fn the_places_are_the_letters_in_order(view in "[ab 李家超]{0,24}", letters in "[ab李家超]{1,5}") {
            if let Some((_, places)) = indices(&view, &letters) {
                prop_assert!(places.is_sorted_by(|one, next| one < next));
                let view: Vec<char> = view.chars().collect();
                let taken: String = places.iter().map(|&place| view[place]).collect();
                prop_assert_eq!(taken, letters);
            }
        }
    }
}
