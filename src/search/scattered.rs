//! A word with gaps: its letters stand in a name in their order, others between them.
//!
//! Noise is kept out by four limits on gaps. Short means that the letters take up at most twice their number and one
//! more. Latin letters must begin at the beginning of a word, four of them or more; or every piece of them begins a
//! word, as `hk` in Hong Kong, with at most one word left out between two pieces. Gaps that are not short are for three
//! Han characters or more.

use std::ops::Range;

use super::alphabet::Alphabet;
use super::columns::Line;
use super::fold::{Sort, is_han};
use super::literal::{Lie, Literal};
use super::rank::{Tier, Way};
use super::score::{Memo, Step};

/// Words of more letters are not looked for with gaps: nobody leaves out letters of so long a word.
const MOST_LETTERS: usize = 16;
/// Letters with gaps are not looked for in longer texts.
const MOST_OVER: usize = 512;

/// What kind of word may have gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    Han,
    Latin,
}

impl Gaps {
    /// `None` of a word that has none.
    pub fn of(letters: &[char]) -> Option<Self> {
        let is_one_word = letters.iter().all(|c| c.is_alphanumeric());
        let has_length = (2..=MOST_LETTERS).contains(&letters.len());
        let gaps = if letters.iter().copied().any(is_han) { Self::Han } else { Self::Latin };
        (is_one_word && has_length).then_some(gaps)
    }
}

/// The letters of a text that a word takes, in order.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    letters: [u16; MOST_LETTERS],
    count: u16,
}

impl Taken {
    fn push(&mut self, letter: usize) {
        if let Some(place) = self.letters.get_mut(usize::from(self.count)) {
            // `MOST_OVER` is much less.
            *place = u16::try_from(letter).unwrap_or(u16::MAX);
            self.count += 1;
        }
    }

    pub fn letters(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.letters[..usize::from(self.count)].iter().map(|letter| usize::from(*letter))
    }
}

/// More words of a text are not looked at for a query of which every piece begins one.
const MOST_WORDS: usize = 64;

/// Finds a word with gaps.
#[derive(Debug, Clone, Copy)]
pub struct Scattered<'a> {
    pub word: &'a Literal,
    pub gaps: Gaps,
    /// Tells the word apart in the memo.
    pub number: usize,
    pub alphabet: &'a Alphabet,
}

impl Scattered<'_> {
    /// How the word lies in a text, with the letters that it takes.
    pub fn lie(&self, line: Line<'_>, memo: &mut Memo) -> Option<(Lie, Taken)> {
        if line.letters.len() > MOST_OVER {
            return None;
        }
        let (tier, taken) = self.near_or_wide(line).or_else(|| Some((Tier::Near, self.by_words(line)?)))?;
        let (start, end) = (taken.letters().next()?, taken.letters().next_back()? + 1);
        let mut next = 0;
        let steps = taken.letters().map(|at| {
            let gap = at - std::mem::replace(&mut next, at + 1);
            Step { gap, starts_word: line.starts_word(at) }
        });
        let score = self.word.scores.with_gaps(steps, self.number, memo);
        Some((Lie { tier, way: Way::Folded, score, start, end }, taken))
    }

    fn near_or_wide(&self, line: Line<'_>) -> Option<(Tier, Taken)> {
        let count = self.word.slots.len();
        if self.gaps == Gaps::Latin && count < 4 {
            return None;
        }
        let window = self.tightest(line)?;
        let is_short = window.len() <= 2 * count + 1;
        let tier = match self.gaps {
            Gaps::Han if is_short => Tier::Near,
            Gaps::Han if count >= 3 => Tier::Wide,
            Gaps::Latin if is_short && line.starts_word(window.start) => Tier::Near,
            _ => return None,
        };
        Some((tier, self.taken(line, window)))
    }

    /// The shortest stretch that holds the letters of the word in their order; of equals the first.
    fn tightest(&self, line: Line<'_>) -> Option<Range<usize>> {
        let mut best: Option<Range<usize>> = None;
        let mut from = 0;
        while let Some(end) = self.end(line, from) {
            let start = self.start(line, end);
            if best.as_ref().is_none_or(|best| end - start < best.len()) {
                best = Some(start..end);
            }
            from = start + 1;
        }
        best
    }

    fn is(&self, line: Line<'_>, at: usize, place: usize) -> bool {
        self.word.fits(line.letters[at]) >> place & 1 == 1
    }

    /// Where the letters of the word end, taken as early as they come.
    fn end(&self, line: Line<'_>, from: usize) -> Option<usize> {
        let mut at = from;
        for place in 0..self.word.slots.len() {
            while !self.is(line, at, place) {
                at += 1;
                if at >= line.letters.len() {
                    return None;
                }
            }
            at += 1;
            if at >= line.letters.len() && place + 1 < self.word.slots.len() {
                return None;
            }
        }
        Some(at)
    }

    /// Where the letters of the word begin, taken as late as they come before `end`.
    fn start(&self, line: Line<'_>, end: usize) -> usize {
        (0..self.word.slots.len())
            .rev()
            .fold(end, |at, place| (0..at).rev().find(|at| self.is(line, *at, place)).unwrap_or(0))
    }

    /// The letters that the word takes within its tightest stretch.
    fn taken(&self, line: Line<'_>, window: Range<usize>) -> Taken {
        let mut at = window.start;
        let mut taken = Taken::default();
        for place in 0..self.word.slots.len() {
            at = (at..window.end).find(|at| self.is(line, *at, place)).unwrap_or(at);
            taken.push(at);
            at += 1;
        }
        taken
    }

    /// The letters of a word whose every piece begins a Latin word of the text.
    fn by_words(&self, line: Line<'_>) -> Option<Taken> {
        if self.gaps == Gaps::Han || !line.has_other {
            return None;
        }
        let count = self.word.slots.len();
        let mut words = [0; MOST_WORDS];
        // For every word: how many letters of the query are taken once a piece of it is, as a mask.
        let mut reached = [0u64; MOST_WORDS];
        let mut number = 0;
        for (at, sign) in line.letters.iter().enumerate() {
            if !line.starts_word(at) || self.alphabet.sort(*sign) != Sort::Other || number == MOST_WORDS {
                continue;
            }
            words[number] = at;
            let before = 1 | before(&reached, number);
            if self.word.fits(*sign) != 0 {
                let firsts = (0..count).filter(|first| before >> first & 1 == 1);
                reached[number] = firsts.fold(0, |ends, first| ends | self.pieces(line, at, first));
            }
            if reached[number] >> count & 1 == 1 {
                return self.traced(line, &words, &reached, number);
            }
            number += 1;
        }
        None
    }

    /// How far a piece from letter `first` of the query on can reach that begins at `at`, as a mask.
    fn pieces(&self, line: Line<'_>, at: usize, first: usize) -> u64 {
        let count = self.word.slots.len();
        let fitting = (first..count).take_while(|place| {
            let letter = at + place - first;
            let goes_on = letter == at || line.letters.get(letter).is_some_and(|_| !line.starts_word(letter));
            letter < line.letters.len() && goes_on && self.is(line, letter, *place)
        });
        fitting.fold(0, |ends, place| ends | 1 << (place + 1))
    }

    fn traced(&self, line: Line<'_>, words: &[usize], reached: &[u64], last: usize) -> Option<Taken> {
        let mut backwards = Vec::new();
        let (mut number, mut end) = (last, self.word.slots.len());
        loop {
            let at = words[number];
            let before = 1 | before(reached, number);
            let fits = |first: &usize| before >> first & 1 == 1 && self.pieces(line, at, *first) >> end & 1 == 1;
            let first = (0..end).find(fits)?;
            backwards.extend((first..end).rev().map(|place| at + place - first));
            if first == 0 {
                break;
            }
            number = (number.saturating_sub(2)..number).rev().find(|before| reached[*before] >> first & 1 == 1)?;
            end = first;
        }
        let mut taken = Taken::default();
        backwards.into_iter().rev().for_each(|letter| taken.push(letter));
        Some(taken)
    }
}

/// What is reached by the word before, or by the one before that.
fn before(reached: &[u64], number: usize) -> u64 {
    reached[number.saturating_sub(2)..number].iter().fold(0, |all, one| all | one)
}
