//! How a word lies in a text: in one piece, or as letters with gaps between.
//!
//! Noise is kept out by four limits on gaps. Short means that the letters take up at most twice their number and one
//! more. Latin letters must begin at the beginning of a word, four of them or more; or every piece of them begins a
//! word, as `hk` in Hong Kong. Gaps that are not short are for three Han characters or more.

use std::ops::Range;

use super::fold::{Folded, Letter, is_han};
use super::query::Word;
use super::rank::Tier;
use super::score::Scorer;

/// More letters than this are compared but not scored: the scorer's memory grows with their square.
const MAX_SCORED: usize = 64;
/// Letters with gaps are not looked for in longer texts.
const MAX_SCATTERED_OVER: usize = 512;

/// How a word lies in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lie {
    pub tier: Tier,
    pub score: i64,
    /// The letters of the text that matched, in order.
    pub letters: Vec<usize>,
}

/// The word in one piece, where it lies best; of equals the first.
pub fn in_one_piece(text: &Folded, word: &Word, scorer: &impl Scorer) -> Option<Lie> {
    let count = word.letters.len();
    let tier_at = |start: usize| {
        let end = start + count;
        match text.letters.get(start) {
            _ if start <= text.core.start && end >= text.core.end => Tier::Exact,
            _ if start <= text.core.start => Tier::Prefix,
            Some(letter) if letter.starts_word => Tier::WordStart,
            _ => Tier::Inside,
        }
    };
    let (tier, start) = best_start(text, &word.text, tier_at)?;
    let head = &word.letters[..count.min(MAX_SCORED)];
    let score = laid_over(text, start..start + head.len(), head, scorer).map_or(0, |(score, _)| score);
    Some(Lie { tier, score, letters: (start..start + count).collect() })
}

/// The letters of the word in their order with gaps between.
pub fn scattered(text: &Folded, word: &Word, scorer: &impl Scorer) -> Option<Lie> {
    let word = word.letters.as_slice();
    let count = word.len();
    let is_one_word = word.iter().all(|c| c.is_alphanumeric());
    if !is_one_word || !(2..=MAX_SCORED).contains(&count) || text.letters.len() > MAX_SCATTERED_OVER {
        return None;
    }
    let window = tightest(&text.letters, word)?;
    let is_short = window.len() <= 2 * count + 1;
    let is_han = word.iter().copied().any(is_han);
    let is_likely = is_han || count >= 4 && text.letters[window.start].starts_word;
    let lie = |tier, (score, letters)| Lie { tier, score, letters };
    if is_short && is_likely {
        return laid_over(text, window, word, scorer).map(|laid| lie(Tier::Near, laid));
    }
    let whole = laid_over(text, 0..text.letters.len(), word, scorer)?;
    if takes_word_starts(&text.letters, &whole.1) {
        return Some(lie(Tier::Near, whole));
    }
    (is_han && count >= 3).then(|| laid_over(text, window, word, scorer).map(|laid| lie(Tier::Wide, laid)))?
}

/// The letter where the word begins that is in the best tier, and the tier. Past the first letters of a text nothing
/// is better than the beginning of a word.
fn best_start(text: &Folded, word: &str, tier_at: impl Fn(usize) -> Tier) -> Option<(Tier, usize)> {
    let mut best = None;
    let mut letter = 0;
    let mut rest = text.text.as_str();
    while let Some((before, _)) = rest.split_once(word) {
        letter += before.chars().count();
        let found = (tier_at(letter), letter);
        best = Some(best.map_or(found, |best| found.min(best)));
        if found.0 <= Tier::WordStart {
            break;
        }
        let mut after_first = rest.get(before.len()..).unwrap_or_default().chars();
        after_first.next();
        rest = after_first.as_str();
        letter += 1;
    }
    best
}

/// The shortest stretch that holds the letters of the word in their order; of equals the first.
fn tightest(letters: &[Letter], word: &[char]) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut from = 0;
    while let Some(end) = end_of(letters, word, from) {
        let start = start_of(letters, word, end);
        if best.as_ref().is_none_or(|best| end - start < best.len()) {
            best = Some(start..end);
        }
        from = start + 1;
    }
    best
}

/// Where the letters of the word end, taken as early as they come.
fn end_of(letters: &[Letter], word: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    for &c in word {
        at += letters.get(at..)?.iter().position(|letter| letter.char == c)? + 1;
    }
    Some(at)
}

/// Where the letters of the word begin, taken as late as they come before `end`.
fn start_of(letters: &[Letter], word: &[char], end: usize) -> usize {
    word.iter().rev().fold(end, |at, &c| letters[..at].iter().rposition(|letter| letter.char == c).unwrap_or(0))
}

/// Whether every piece begins a word, and not many words are left out between.
fn takes_word_starts(letters: &[Letter], taken: &[usize]) -> bool {
    let (Some(&first), Some(&last)) = (taken.first(), taken.last()) else { return false };
    let begins = |&at: &usize| letters[at].starts_word || at > 0 && taken.binary_search(&(at - 1)).is_ok();
    let words = letters[first..=last].iter().filter(|letter| letter.starts_word).count();
    taken.iter().all(begins) && words < 2 * taken.len()
}

/// Scores the word over a stretch of the text. The scorer sees one character before it, which says no more than
/// whether a word begins here, and other punctuation than ASCII as spaces, which it takes for letters.
fn laid_over(text: &Folded, stretch: Range<usize>, word: &[char], scorer: &impl Scorer) -> Option<(i64, Vec<usize>)> {
    let before = (stretch.start > 0).then(|| if text.letters[stretch.start].starts_word { ' ' } else { '\u{1}' });
    let shown = text.letters[stretch.clone()].iter().map(|letter| letter.char).map(seen);
    let view: String = before.into_iter().chain(shown).collect();
    let letters: String = word.iter().copied().map(seen).collect();
    let (score, places) = scorer.score(&view, &letters)?;
    let shift = usize::from(before.is_some());
    Some((score, places.into_iter().map(|place| (stretch.start + place).saturating_sub(shift)).collect()))
}

fn seen(c: char) -> char {
    if c.is_ascii() || c.is_alphanumeric() { c } else { ' ' }
}
