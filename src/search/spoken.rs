//! Which entries have the sounds of a word: one behind the other, syllables that begin with its letters.

use super::alphabet::{Alphabet, FoldClass};
use super::bits::Bits;
use super::columns::{Columns, Line};
use super::fold::Sort;
use super::pieces::Takers;
use super::postings::Postings;
use super::shelf::{Part, Shelf, Spot};
use super::syllables::Syllables;

/// The letters with which a syllable can begin.
const FIRSTS: u8 = 26;
/// In place of a second one: no character follows.
const NONE: u8 = FIRSTS;

/// The first letters of the readings of a character, as a mask: `a` is the lowest bit.
type Mask = u32;
/// Of what stands between two characters that sound one behind the other.
const BETWEEN: Mask = Mask::MAX;

/// The syllables of one tongue.
#[derive(Debug)]
pub struct Spoken {
    /// The letters of a record that are read so, for each syllable.
    letters: Vec<Vec<FoldClass>>,
    /// The first letter of each syllable, `a` as 0.
    firsts: Vec<u8>,
    /// The first letters of what each class of letters is read as.
    masks: Vec<Mask>,
    /// For each part and spot the entries with each pair of first letters in two characters that follow one another.
    pairs: Postings,
}

/// Sets of entries of one part and tongue that were asked for, each with the spot and the letters, that nothing is asked
/// twice.
pub type Asked = Vec<(Spot, Vec<FoldClass>, Bits)>;

impl Spoken {
    pub fn of(columns: &Columns, alphabet: &Alphabet, syllables: &Syllables) -> Self {
        let firsts = syllables.firsts().to_vec();
        let mut letters = vec![Vec::new(); firsts.len()];
        let mut masks = vec![0; alphabet.class_count()];
        for (class, set) in alphabet.readings() {
            for syllable in syllables.of_set(set) {
                letters[usize::from(*syllable)].push(class);
                masks[usize::from(class)] |= 1 << firsts[usize::from(*syllable)];
            }
        }
        let of_sign = |sign| match alphabet.sort(sign) {
            Sort::Break => BETWEEN,
            _ => masks[usize::from(alphabet.class(sign))],
        };
        let of_signs: Vec<Mask> = alphabet.signs().map(of_sign).collect();
        let lists = place(Part::Bodies, Spot::Word, (FIRSTS - 1, NONE)) + 1;
        let pairs = Postings::gather(lists, columns.entry_count(), |tell| {
            columns.each(|entry, line| {
                if !line.has_han {
                    return;
                }
                let part = Part::of(line.field);
                each_pair(line, &of_signs, |pair| tell(place(part, Spot::Anywhere, pair), entry));
                let starts = line.starts(alphabet).filter(|(_, spot)| spot.is_told_of(part));
                for (at, spot) in starts {
                    let mut masks = line.letters[at..].iter().map(|sign| of_signs[usize::from(*sign)]);
                    let first = masks.next().filter(|mask| *mask != BETWEEN).unwrap_or(0);
                    let second = masks.find(|mask| *mask != BETWEEN).unwrap_or(0);
                    each_of(first, second, |pair| tell(place(part, spot, pair), entry));
                }
            });
        });
        Self { letters, firsts, masks, pairs }
    }

    /// The entries that may have, for all pieces on one way through a word, a syllable that takes the piece, one behind the
    /// other. Of so few as `unasked` nothing more is asked.
    pub fn having(&self, part: Part, pieces: &[Takers], shelf: &Shelf, asked: &mut Asked, unasked: usize) -> Bits {
        let end = pieces.iter().map(|piece| piece.to).max().unwrap_or(0);
        let firsts = self.firsts_at(pieces, end);
        let mut reached: Vec<Option<Bits>> = vec![None; end + 1];
        reached[0] = Some(self.pairs.all());
        for pieces in same_letters(pieces) {
            let (from, to) = (pieces[0].from, pieces[0].to);
            let Some(mut having) = reached[from].clone() else { continue };
            let pair = firsts.as_ref().filter(|_| to < end).map(|firsts| (firsts[from], firsts[to]));
            if let Some(pair) = pair {
                self.pairs.keep_in(&mut having, place(part, Spot::Anywhere, pair));
            }
            let is_initial = firsts.is_some() && pieces.iter().any(|piece| piece.is_initial);
            let is_told = is_initial && (from > 0 || to < end);
            if !is_told && having.len() > unasked {
                match &firsts {
                    Some(firsts) if is_initial => having.keep(&self.having_first(part, firsts[from])),
                    _ => having.keep(self.ask(Spot::Anywhere, pieces, shelf, asked)),
                }
            }
            match &mut reached[to] {
                _ if having.is_empty() => {}
                Some(others) => others.add(&having),
                none => *none = Some(having),
            }
        }
        reached.pop().flatten().unwrap_or_else(|| self.pairs.nothing())
    }

    /// The entries in which what may begin the word stands in a spot.
    pub fn starting(&self, part: Part, spot: Spot, pieces: &[Takers], shelf: &Shelf, asked: &mut Asked) -> Bits {
        let end = pieces.iter().map(|piece| piece.to).max().unwrap_or(0);
        let firsts = self.firsts_at(pieces, end);
        let mut found = self.pairs.nothing();
        for pieces in same_letters(pieces).take_while(|pieces| pieces[0].from == 0) {
            let to = pieces[0].to;
            match &firsts {
                Some(firsts) if to < end => self.pairs.add_to(&mut found, place(part, spot, (firsts[0], firsts[to]))),
                Some(firsts) if pieces.iter().any(|piece| piece.is_initial) => {
                    (0..=NONE).for_each(|second| self.pairs.add_to(&mut found, place(part, spot, (firsts[0], second))));
                }
                _ => found.add(self.ask(spot, pieces, shelf, asked)),
            }
        }
        found
    }

    /// Keeps only entries that may have two classes of letters one behind the other.
    pub fn keep_pair(&self, bits: &mut Bits, part: Part, one: FoldClass, other: FoldClass) {
        // Of several readings each has its pairs: any of them will do.
        let first = |class: FoldClass| next_letter(&mut self.masks.get(usize::from(class)).copied()?);
        if let Some(pair) = first(one).zip(first(other)) {
            self.pairs.keep_in(bits, place(part, Spot::Anywhere, pair));
        }
    }

    /// The entries with a syllable that begins with a letter.
    fn having_first(&self, part: Part, first: u8) -> Bits {
        let before = (0..FIRSTS).map(|other| (other, first));
        let after = (0..=NONE).map(|other| (first, other));
        self.pairs.any(before.chain(after).map(|pair| place(part, Spot::Anywhere, pair)))
    }

    /// The entries with a letter in a spot that can take one of some pieces.
    fn ask<'a>(&self, spot: Spot, pieces: &[Takers], shelf: &Shelf, asked: &'a mut Asked) -> &'a Bits {
        let syllables = pieces.iter().flat_map(|piece| &piece.syllables);
        let letters = syllables.filter_map(|one| self.letters.get(usize::from(*one))).flatten();
        let mut letters: Vec<FoldClass> = letters.copied().collect();
        letters.sort_unstable();
        letters.dedup();
        let known = asked.iter().position(|(of, asked, _)| *of == spot && *asked == letters);
        let at = known.unwrap_or_else(|| {
            let found = shelf.having(spot, &letters);
            asked.push((spot, letters, found));
            asked.len() - 1
        });
        &asked[at].2
    }

    /// The first letter of all syllables that begin at each place of a word; `None` where at one of them several do.
    fn firsts_at(&self, pieces: &[Takers], end: usize) -> Option<Vec<u8>> {
        let mut firsts = vec![None; end];
        for piece in pieces {
            for syllable in &piece.syllables {
                let first = self.firsts.get(usize::from(*syllable))?;
                if *firsts.get_mut(piece.from)?.get_or_insert(*first) != *first {
                    return None;
                }
            }
        }
        Some(firsts.into_iter().map(|first| first.unwrap_or(0)).collect())
    }
}

/// Pieces of the same letters, together.
fn same_letters(pieces: &[Takers]) -> impl Iterator<Item = &[Takers]> {
    pieces.chunk_by(|one, next| (one.from, one.to) == (next.from, next.to))
}

/// Where a pair has its list.
fn place(part: Part, spot: Spot, (first, second): (u8, u8)) -> usize {
    let block = part as usize * Spot::ALL.len() + spot as usize;
    (block * usize::from(FIRSTS) + usize::from(first)) * usize::from(NONE + 1) + usize::from(second)
}

/// All pairs of first letters of characters that follow one another in a text; of one that stands alone, its own.
fn each_pair(line: Line<'_>, masks: &[Mask], mut each: impl FnMut((u8, u8))) {
    let (mut before, mut in_a_row) = (0, 0);
    let masks = line.letters.iter().map(|sign| masks[usize::from(*sign)]).filter(|mask| *mask != BETWEEN);
    for mask in masks.chain([0]) {
        if before != 0 && (mask != 0 || in_a_row == 1) {
            each_of(before, mask, &mut each);
        }
        in_a_row = if mask == 0 { 0 } else { in_a_row + 1 };
        before = mask;
    }
}

/// All pairs of two masks; where the second is empty, of nothing.
fn each_of(one: Mask, other: Mask, mut each: impl FnMut((u8, u8))) {
    let mut firsts = one;
    while let Some(first) = next_letter(&mut firsts) {
        let mut seconds = if other == 0 { 1 << NONE } else { other };
        while let Some(second) = next_letter(&mut seconds) {
            each((first, second));
        }
    }
}

/// Takes the first letter out of a mask.
fn next_letter(mask: &mut Mask) -> Option<u8> {
    let place = mask.trailing_zeros();
    *mask &= mask.checked_sub(1)?;
    u8::try_from(place).ok()
}
