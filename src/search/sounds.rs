//! A word of Latin letters as the sounds of Chinese: `lijiachao`, `ljc`, `lijc`, `lei5 gaa1 ciu1`.
//!
//! Letters are laid over the characters of a text: each of a row takes at least the first letter of one of its readings,
//! and its letters from the beginning. After a whole syllable its tone may stand as a digit; between syllables a space, an
//! apostrophe or a hyphen. Punctuation between two characters counts as nothing.
//!
//! The word is cut up once, in all ways in which every piece begins a syllable. A set of places in the word, as a mask,
//! then wanders over the characters of a text.

use std::ops::Range;

use super::Field;
use super::alphabet::{Alphabet, Sign};
use super::columns::Line;
use super::fold::Sort;
use super::literal::{Lie, core_of};
use super::pieces::{Level, Piece, Typed, cut_up, is_between, levels, way_of};
use super::rank::{Tier, Way};
use super::readings::Tongue;
use super::score::Scores;
use super::syllables::{Spelling, Syllables};

/// A mask has a bit for every place in a word, its end with them.
const MOST_LETTERS: usize = 63;

/// What a sign can do in a row: take its first piece, take one behind that. The one is the other shifted up.
const BEGINS: u8 = 1;
const GOES_ON: u8 = 2;

#[derive(Debug)]
pub struct Sounds {
    tongue: Tongue,
    pub scores: Scores,
    /// The place behind the word, as a mask.
    goal: u64,
    /// For every set of readings the pieces that its characters may take: `pieces[starts[set]..starts[set + 1]]`.
    pieces: Vec<Piece>,
    starts: Vec<u32>,
    /// The set of every sign that may take a piece; 0 for the others.
    sets: Vec<u16>,
    /// Whether a row may begin with a sign, and go on with it: of every sign that there can be, so that none needs to be
    /// asked for.
    places: Box<[u8; Sign::MAX as usize + 1]>,
    /// Whether one character can take the whole word.
    is_one: bool,
    /// The ways in which the word can be found, best first, each with the syllables that it takes.
    levels: Vec<Level>,
    at_start: bool,
    at_end: bool,
    /// Of a word that stands for another.
    way: Option<Way>,
}

/// How a row of syllables was typed, as the places in the word that it has reached.
#[derive(Clone, Copy)]
struct Reached {
    whole: u64,
    initials: u64,
    unfinished: u64,
    any: u64,
}

impl Sounds {
    /// `None` where the letters spell nothing that is in the record.
    pub fn of(
        word: &str,
        ends: (bool, bool),
        tongue: Tongue,
        syllables: &Syllables,
        alphabet: &Alphabet,
    ) -> Option<Self> {
        let word = word.trim_end_matches(is_between);
        let letters: Vec<char> = word.chars().collect();
        let can_spell = |c: &char| c.is_ascii_alphanumeric() || is_between(*c);
        let begins = letters.first().is_some_and(char::is_ascii_lowercase);
        if !begins || letters.len() > MOST_LETTERS || !letters.iter().all(can_spell) {
            return None;
        }
        let cut = cut_up(word, syllables);
        let levels = levels(&cut, letters.len(), tongue);
        if levels.is_empty() {
            return None;
        }
        let of_piece = |(piece, found): &(Piece, &[Spelling])| {
            let piece = *piece;
            found.iter().flat_map(|spelling| &spelling.sets).map(move |set| (*set, piece)).collect::<Vec<_>>()
        };
        let mut by_set: Vec<(u16, Piece)> = cut.iter().flat_map(of_piece).collect();
        by_set.sort_by_key(|(set, _)| *set);
        let mut starts = vec![0u32];
        let mut pieces = Vec::with_capacity(by_set.len());
        for (set, piece) in by_set {
            let end = u32::try_from(pieces.len()).unwrap_or(u32::MAX);
            starts.resize(starts.len().max(usize::from(set) + 1), end);
            pieces.push(piece);
        }
        starts.push(u32::try_from(pieces.len()).unwrap_or(u32::MAX));
        let mut sets = vec![0; alphabet.len()];
        let mut places: Box<[u8; Sign::MAX as usize + 1]> = vec![0; Sign::MAX as usize + 1].try_into().ok()?;
        let firsts =
            cut.iter().filter(|(piece, _)| piece.from == 0).fold(0u64, |ends, (piece, _)| ends | 1 << piece.to);
        for (class, set) in alphabet.readings() {
            let own = pieces_of(&pieces, &starts, set);
            let begin = own.iter().any(|piece| piece.from == 0);
            let goes_on = own.iter().any(|piece| firsts >> piece.from & 1 == 1);
            for &sign in alphabet.members(class).iter().filter(|_| !own.is_empty()) {
                sets[usize::from(sign)] = set;
                places[usize::from(sign)] = u8::from(begin) * BEGINS + u8::from(goes_on) * GOES_ON;
            }
        }
        for sign in alphabet.signs().filter(|sign| alphabet.sort(*sign) == Sort::Break) {
            places[usize::from(sign)] = GOES_ON;
        }
        let scores = Scores::of(&letters.iter().copied().filter(|c| !is_between(*c)).collect::<Vec<_>>());
        let (at_start, at_end) = ends;
        let goal = 1 << letters.len();
        Some(Self {
            tongue,
            scores,
            goal,
            levels,
            pieces,
            starts,
            sets,
            places,
            is_one: firsts >> letters.len() & 1 == 1,
            at_start,
            at_end,
            way: None,
        })
    }

    /// The same as another word's stand-in, by whole syllables alone. `None` where the word is not made of such.
    pub fn instead(mut self, way: Way) -> Option<Self> {
        self.levels.retain(Level::is_whole);
        self.way = Some(way);
        (!self.levels.is_empty()).then_some(self)
    }

    /// The ways in which the word can be found, best first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// How the word lies over the characters, where it lies best.
    pub fn lie(&self, line: Line<'_>, alphabet: &Alphabet) -> Option<Lie> {
        let mut best: Option<Lie> = None;
        let mut from = 0;
        let mut core = None;
        while let Some(start) = self.next_start(line.letters, from) {
            from = start + 1;
            let core = core.get_or_insert_with(|| core_of(line.letters, alphabet));
            let Some(lie) = self.lie_from(line, start, core, alphabet) else { continue };
            if best.is_none_or(|best| (lie.tier, lie.way) < (best.tier, best.way)) {
                best = Some(lie);
            }
            if lie.tier <= Tier::Prefix {
                break;
            }
        }
        best
    }

    /// The next character from one on that can take the first piece, and is followed by one that can take the next.
    fn next_start(&self, letters: &[Sign], from: usize) -> Option<usize> {
        let place = |sign: &Sign| self.places[usize::from(*sign)];
        let rest = letters.get(from..)?;
        if self.is_one {
            return rest.iter().position(|sign| place(sign) & BEGINS != 0).map(|more| from + more);
        }
        let pairs = rest.iter().zip(rest.get(1..)?);
        let mut pairs = pairs.map(|(one, next)| place(one) & BEGINS & (place(next) >> 1));
        pairs.position(|begins| begins != 0).map(|more| from + more)
    }

    fn lie_from(&self, line: Line<'_>, start: usize, core: &Range<usize>, alphabet: &Alphabet) -> Option<Lie> {
        let begins = start <= core.start;
        if self.at_start && !begins {
            return None;
        }
        let mut best: Option<Lie> = None;
        let mut reached = Reached { whole: 1, initials: 1, unfinished: 0, any: 1 };
        let mut count = 0;
        for (at, &sign) in line.letters.iter().enumerate().skip(start) {
            if alphabet.sort(sign) == Sort::Break {
                continue;
            }
            reached = self.step(reached, sign);
            count += 1;
            if reached.any == 0 {
                break;
            }
            let typed = match self.goal {
                goal if reached.whole & goal != 0 => Typed::Whole,
                goal if reached.initials & goal != 0 => Typed::Initials,
                goal if reached.unfinished & goal != 0 => Typed::Unfinished,
                goal if reached.any & goal != 0 => Typed::Part,
                _ => continue,
            };
            let end = at + 1;
            let ends = end >= core.end;
            let is_unlikely = match line.field {
                Field::Body => !is_plain(typed, count),
                Field::Office => typed == Typed::Part,
                Field::Name | Field::Alias => false,
            };
            if self.at_end && !ends || is_unlikely || self.way.is_some() && typed != Typed::Whole {
                continue;
            }
            let is_all = begins && ends && (typed == Typed::Whole || typed == Typed::Initials && count > 1);
            let tier = match begins {
                _ if is_all => Tier::Exact,
                true => Tier::Prefix,
                false if line.starts_word(start) => Tier::WordStart,
                false => Tier::Inside,
            };
            let score = self.scores.in_one_piece(start == 0, line.starts_word(start));
            let lie = Lie { tier, way: self.way.unwrap_or(way_of(typed, self.tongue)), score, start, end };
            if best.is_none_or(|best| (lie.tier, lie.way) < (best.tier, best.way)) {
                best = Some(lie);
            }
        }
        best
    }

    fn step(&self, reached: Reached, sign: Sign) -> Reached {
        let set = self.sets.get(usize::from(sign)).map_or(0, |set| *set);
        let mut next = Reached { whole: 0, initials: 0, unfinished: 0, any: 0 };
        if set == 0 {
            return next;
        }
        for piece in pieces_of(&self.pieces, &self.starts, set) {
            let to = 1u64 << piece.to;
            if reached.any >> piece.from & 1 == 1 {
                next.any |= to;
            }
            if reached.initials >> piece.from & 1 == 1 {
                let so_far = if piece.typed <= Typed::Initials { &mut next.initials } else { &mut next.unfinished };
                *so_far |= to;
            }
            if piece.typed == Typed::Whole && reached.whole >> piece.from & 1 == 1 {
                next.whole |= to;
            }
        }
        next
    }
}

/// The pieces that the characters of a set may take.
fn pieces_of<'a>(pieces: &'a [Piece], starts: &[u32], set: u16) -> &'a [Piece] {
    let set = usize::from(set);
    match (starts.get(set), starts.get(set + 1)) {
        (Some(start), Some(end)) => pieces.get(*start as usize..*end as usize).unwrap_or_default(),
        _ => &[],
    }
}

/// In a long text a few letters would be found by chance: there they must be two whole syllables, or three of which some
/// are initials and the last may be unfinished.
fn is_plain(typed: Typed, count: usize) -> bool {
    typed == Typed::Whole && count > 1 || typed <= Typed::Unfinished && count > 2
}
