//! A word in one piece: letters that stand in a text as they were typed, or in another script or case.
//!
//! For every letter of a text a mask tells which letters of the word it may be; a bit that wanders up as the letters
//! follow each other arrives at the top where the word ends (the Shift-And automaton of Baeza-Yates and Gonnet).

use std::ops::Range;

use super::alphabet::{Alphabet, FoldClass, Sign};
use super::columns::Line;
use super::fold::Sort;
use super::query::Word;
use super::rank::{Tier, Way};
use super::score::Scores;

/// A bit for each of the first letters of a word; those behind them are compared one by one. Small, so that the masks of
/// all letters of a record stay in the nearest memory.
pub type Mask = u16;
const MASK: usize = Mask::BITS as usize;

/// How a word lies in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lie {
    pub tier: Tier,
    pub way: Way,
    pub score: i32,
    /// The first letter that matched, and the one after the last.
    pub start: usize,
    pub end: usize,
}

/// What may stand for one letter of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub typed: char,
    pub classes: Vec<FoldClass>,
}

impl Slot {
    /// Of a letter as it was typed and as it is compared. `None` where it is nowhere in the record.
    pub fn of(typed: char, folded: char, alphabet: &Alphabet) -> Option<Self> {
        alphabet.class_of(folded).map(|class| Self { typed, classes: vec![class] })
    }
}

#[derive(Debug)]
pub struct Literal {
    pub slots: Vec<Slot>,
    pub scores: Scores,
    /// For each sign: which of the first letters of the word it may be.
    fits: Vec<Mask>,
    /// The same for those that are as typed.
    as_typed: Vec<Mask>,
    at_start: bool,
    at_end: bool,
    /// Only as a whole word, and only found so where nothing matches as typed.
    way: Option<Way>,
}

impl Literal {
    /// `None` where a letter is nowhere in the record.
    pub fn of(word: &Word, alphabet: &Alphabet) -> Option<Self> {
        let typed = super::fold::Folded::of(&word.typed);
        let slots = typed.letters.iter().map(|letter| Slot::of(letter.own, letter.char, alphabet));
        let slots = slots.collect::<Option<Vec<_>>>()?;
        Some(Self { at_start: word.at_start, at_end: word.at_end, ..Self::of_slots(slots, alphabet) })
    }

    /// A word that stands for one that is nowhere.
    pub fn instead(slots: Vec<Slot>, word: &Word, way: Way, alphabet: &Alphabet) -> Self {
        Self { at_start: word.at_start, at_end: word.at_end, way: Some(way), ..Self::of_slots(slots, alphabet) }
    }

    fn of_slots(slots: Vec<Slot>, alphabet: &Alphabet) -> Self {
        let mut fits = vec![0; alphabet.len()];
        let mut as_typed = vec![0; alphabet.len()];
        for (place, slot) in slots.iter().take(MASK).enumerate() {
            for &sign in slot.classes.iter().flat_map(|class| alphabet.members(*class)) {
                fits[usize::from(sign)] |= 1 << place;
                if alphabet.is_as_typed(sign, slot.typed) {
                    as_typed[usize::from(sign)] |= 1 << place;
                }
            }
        }
        let letters: Vec<char> = slots.iter().map(|slot| slot.typed).collect();
        let scores = Scores::of(&letters);
        Self { slots, scores, fits, as_typed, at_start: false, at_end: false, way: None }
    }

    /// Which letters of the word a letter of a text may be.
    pub fn fits(&self, sign: Sign) -> Mask {
        self.fits.get(usize::from(sign)).copied().unwrap_or(0)
    }

    /// Where the word lies best; of equals the first.
    pub fn lie(&self, line: Line<'_>, alphabet: &Alphabet) -> Option<Lie> {
        let count = self.slots.len();
        let head = count.min(MASK);
        let goal: Mask = 1 << (head - 1);
        let mut state: Mask = 0;
        let mut best: Option<(Tier, usize)> = None;
        let mut core = None;
        for (at, &sign) in line.letters.iter().enumerate() {
            state = (state << 1 | 1) & self.fits(sign);
            if state & goal == 0 {
                continue;
            }
            let start = at + 1 - head;
            let end = start + count;
            if count > head && !self.goes_on(line, at + 1, alphabet) {
                continue;
            }
            let Some(tier) =
                self.tier(line, start, end, core.get_or_insert_with(|| core_of(line.letters, alphabet)), alphabet)
            else {
                continue;
            };
            if best.is_none_or(|(other, _)| tier < other) {
                best = Some((tier, start));
            }
            if tier <= Tier::WordStart {
                break;
            }
        }
        let (tier, start) = best?;
        let end = start + count;
        let way = self.way.unwrap_or_else(|| self.way_of(&line.letters[start..end]));
        Some(Lie { tier, way, score: self.scores.in_one_piece(start == 0, line.starts_word(start)), start, end })
    }

    fn goes_on(&self, line: Line<'_>, from: usize, alphabet: &Alphabet) -> bool {
        let rest = line.letters.get(from..).unwrap_or_default();
        let mut pairs = self.slots[MASK..].iter().zip(rest);
        rest.len() >= self.slots.len() - MASK && pairs.all(|(slot, sign)| slot.classes.contains(&alphabet.class(*sign)))
    }

    /// `None` where the word is wanted elsewhere.
    fn tier(&self, line: Line<'_>, start: usize, end: usize, core: &Range<usize>, alphabet: &Alphabet) -> Option<Tier> {
        let (begins, ends) = (start <= core.start, end >= core.end);
        if self.at_start && !begins || self.at_end && !ends {
            return None;
        }
        if self.way == Some(Way::Typo) && !is_word(line, start, end, alphabet) {
            return None;
        }
        Some(match begins {
            true if ends => Tier::Exact,
            true => Tier::Prefix,
            false if line.starts_word(start) => Tier::WordStart,
            false => Tier::Inside,
        })
    }

    fn way_of(&self, letters: &[Sign]) -> Way {
        let is_as_typed = |(place, sign): (usize, &Sign)| {
            self.as_typed.get(usize::from(*sign)).is_some_and(|mask| mask >> place & 1 == 1)
        };
        if letters.iter().take(MASK).enumerate().all(is_as_typed) { Way::Original } else { Way::Folded }
    }
}

/// The letters of a text without the punctuation around them.
pub fn core_of(letters: &[Sign], alphabet: &Alphabet) -> Range<usize> {
    let is_word = |sign: &Sign| alphabet.sort(*sign) != Sort::Break;
    let first = letters.iter().position(is_word).unwrap_or(letters.len());
    first..letters.iter().rposition(is_word).map_or(0, |last| last + 1)
}

fn is_word(line: Line<'_>, start: usize, end: usize, alphabet: &Alphabet) -> bool {
    let goes_on = line.letters.get(end).is_some_and(|sign| alphabet.sort(*sign) == Sort::Other);
    line.starts_word(start) && !goes_on
}
