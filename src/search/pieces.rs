//! A word of Latin letters cut up into beginnings of syllables.

use super::rank::Way;
use super::readings::Tongue;
use super::shelf::Part;
use super::syllables::{Spelling, Syllables};

/// How much of a syllable was typed, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Typed {
    Whole,
    Initials,
    /// Those, and the beginning of the last syllable.
    Unfinished,
    /// The beginnings of any syllables.
    Part,
}

/// A way to find a word, and the pieces that it is cut up into then.
#[derive(Debug)]
pub struct Level {
    typed: Typed,
    pub way: Way,
    pub takers: Vec<Takers>,
    /// The most characters that it takes.
    pub most: usize,
}

/// A piece with the syllables that may take it.
#[derive(Debug)]
pub struct Takers {
    pub from: usize,
    pub to: usize,
    /// Whether it is the initial of its syllables, and stands for all that have it but one that it spells whole.
    pub is_initial: bool,
    pub syllables: Vec<u16>,
}

impl Level {
    /// Whether a word is found so in a part of the texts: in names with the beginnings of any syllables, elsewhere of the
    /// last one at most.
    pub fn is_for(&self, part: Part) -> bool {
        part == Part::Names || self.typed <= Typed::Unfinished
    }

    pub fn is_whole(&self) -> bool {
        self.typed == Typed::Whole
    }

    /// Whether a name can be found whole so.
    pub fn can_be_all(&self) -> bool {
        self.typed <= Typed::Initials
    }
}

/// A piece of the word that a character of a set may take.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    pub from: u8,
    pub to: u8,
    pub typed: Typed,
}

/// The pieces of a word that are on a way from its beginning to its end, each with the syllables that begin so.
pub fn cut_up<'a>(word: &str, syllables: &'a Syllables) -> Vec<(Piece, &'a [Spelling])> {
    let count = word.len();
    let mut pieces: Vec<(Piece, &[Spelling])> = Vec::new();
    let mut can_begin = 1u64;
    for from in 0..count {
        if can_begin >> from & 1 == 0 {
            continue;
        }
        let start =
            from + word.get(from..).unwrap_or_default().chars().take_while(|c| from > 0 && is_between(*c)).count();
        for end in start + 1..=count {
            let Some(letters) = word.get(start..end) else { break };
            let found = syllables.beginning(letters);
            let Some(first) = found.first() else { break };
            let mut add = |to: usize, typed, found| {
                can_begin |= 1 << to;
                let place = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
                pieces.push((Piece { from: place(from), to: place(to), typed }, found));
            };
            if first.letters == letters {
                let (whole, longer) = found.split_at(1);
                add(end, Typed::Whole, whole);
                if word.get(end..end + 1).is_some_and(|tone| ("1"..="6").contains(&tone)) {
                    add(end + 1, Typed::Whole, whole);
                }
                add(end, typed_part(letters), longer);
            } else {
                add(end, typed_part(letters), found);
            }
        }
    }
    pieces.retain(|(piece, found)| !found.is_empty() && !is_far_fetched(*piece, word, syllables));
    keep_through(&mut pieces, count);
    pieces
}

/// Words of so many letters are read as initials however they sound: `gand` as `gang ao nei di`.
const ANY_INITIALS: usize = 4;

/// Whether nobody would cut a word so. A vowel belongs to the consonants before it: where it does not go on a whole
/// syllable, only it alone can be the beginning of the next one, as in `ga` for `gang ao`; and where it can, what is before
/// it must be one. In longer words what spells a whole syllable of three letters or more is not cut shorter.
fn is_far_fetched(piece: Piece, word: &str, syllables: &Syllables) -> bool {
    let (from, to) = (usize::from(piece.from), usize::from(piece.to));
    let has = |start: usize, end: usize| word.get(start..end).is_some_and(|letters| syllables.has(letters));
    let is_vowel = |at: usize| at > 0 && word.get(at..).is_some_and(|rest| rest.starts_with(['a', 'e', 'i', 'o', 'u']));
    let follows_whole = |at: usize| (0..at).any(|start| has(start, at));
    let is_torn_off = is_vowel(from) && to - from > 1 && !follows_whole(from);
    let tears_off = is_vowel(to) && follows_whole(to);
    let begins_whole = word.len() > ANY_INITIALS && (to + 1..=word.len()).any(|end| end - from > 2 && has(from, end));
    is_torn_off || piece.typed != Typed::Whole && (tears_off || begins_whole)
}

/// What the beginning of a longer syllable is.
fn typed_part(letters: &str) -> Typed {
    let is_initial = letters.len() == 1 || matches!(letters, "zh" | "ch" | "sh" | "ng" | "gw" | "kw");
    if is_initial { Typed::Initials } else { Typed::Part }
}

pub fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\'' | '-')
}

/// The ways in which a word can be cut up, each better one without the pieces of the worse.
pub fn levels(cut: &[(Piece, &[Spelling])], letters: usize, tongue: Tongue) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for typed in [Typed::Whole, Typed::Initials, Typed::Unfinished, Typed::Part] {
        let mut pieces = cut.iter().filter(|(piece, _)| is_in(*piece, typed, letters)).copied().collect::<Vec<_>>();
        keep_through(&mut pieces, letters);
        let is_new = levels.last().is_none_or(|better| better.takers.len() != pieces.len());
        if is_new && !pieces.is_empty() {
            let takers = pieces.iter().map(|(piece, found)| Takers {
                from: usize::from(piece.from),
                to: usize::from(piece.to),
                is_initial: piece.typed == Typed::Initials,
                syllables: found.iter().flat_map(|spelling| &spelling.syllables).copied().collect(),
            });
            levels.push(Level {
                typed,
                way: way_of(typed, tongue),
                takers: takers.collect(),
                most: most(&pieces, letters),
            });
        }
    }
    levels
}

/// The most pieces on a way from the beginning of a word to its end.
fn most(pieces: &[(Piece, &[Spelling])], letters: usize) -> usize {
    let mut most = vec![0; letters + 1];
    for (piece, _) in pieces {
        most[usize::from(piece.to)] = most[usize::from(piece.to)].max(most[usize::from(piece.from)] + 1);
    }
    most[letters]
}

/// Whether a piece is among those of a way to type a word.
fn is_in(piece: Piece, typed: Typed, letters: usize) -> bool {
    match typed {
        Typed::Unfinished => piece.typed <= Typed::Initials || usize::from(piece.to) == letters,
        _ => piece.typed <= typed,
    }
}

/// Keeps the pieces that are on a way from the beginning of a word to its end.
fn keep_through(pieces: &mut Vec<(Piece, &[Spelling])>, letters: usize) {
    let (mut can_begin, mut can_end) = (1u64, 1u64 << letters);
    for (piece, _) in pieces.iter() {
        if can_begin >> piece.from & 1 == 1 {
            can_begin |= 1 << piece.to;
        }
    }
    for (piece, _) in pieces.iter().rev() {
        if can_end >> piece.to & 1 == 1 {
            can_end |= 1 << piece.from;
        }
    }
    pieces.retain(|(piece, _)| can_begin >> piece.from & 1 == 1 && can_end >> piece.to & 1 == 1);
}

pub fn way_of(typed: Typed, tongue: Tongue) -> Way {
    match (typed, tongue) {
        (Typed::Whole, Tongue::Mandarin) => Way::Pinyin,
        (Typed::Whole, Tongue::Cantonese) => Way::Jyutping,
        (Typed::Initials, Tongue::Mandarin) => Way::PinyinInitials,
        (Typed::Initials, Tongue::Cantonese) => Way::JyutpingInitials,
        (Typed::Unfinished | Typed::Part, Tongue::Mandarin) => Way::PinyinParts,
        (Typed::Unfinished | Typed::Part, Tongue::Cantonese) => Way::JyutpingParts,
    }
}
