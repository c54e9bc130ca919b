//! Which entries can have a word at all, and how well at best, by the letters that they have.

use super::Field;
use super::alphabet::FoldClass;
use super::bits::Bits;
use super::fold::{Sort, is_han};
use super::index::Index;
use super::literal::{Literal, Slot};
use super::pieces::Level;
use super::plan::Words;
use super::rank::{Rank, Tier, Way, class};
use super::score::Scores;
use super::shelf::Part;

/// Entries that may have a word in one way, and how well they have it at best.
#[derive(Debug)]
pub struct Hope {
    pub part: Part,
    pub entries: Bits,
    /// Whether it is by sounds.
    pub is_sound: bool,
    /// But for the length, which counts last.
    pub best: Rank,
    /// Names of this length and shorter ones may be the whole word.
    whole: Option<u32>,
}

impl Hope {
    /// The best rank that an entry can have whose names have a length or more.
    pub fn bound(&self, length: u32) -> Rank {
        let is_whole = self.whole.is_some_and(|whole| length <= whole);
        Rank { class: if is_whole { 0 } else { self.best.class }, length, ..self.best }
    }
}

/// Where in a part of the texts a word is hoped for.
pub fn all(words: &Words, part: Part, index: &Index) -> Vec<Hope> {
    let mut hopes = Vec::new();
    let alone = match part {
        Part::Names => Field::Name,
        Part::Offices => Field::Office,
        Part::Bodies => Field::Body,
    };
    if let Some(literal) = &words.literal {
        let first = literal.slots.first().map_or(&[][..], |slot| &slot.classes);
        let seen = Seen { part, field: alone, way: Way::Original, is_sound: false, scores: &literal.scores, first };
        hopes.extend(seen.hopes(in_one_piece(literal, part, index), Some(literal.slots.len()), index));
        // A word of Han characters alone has the same letters with gaps as in one piece.
        if words.gaps.is_some() && part != Part::Bodies && !literal.slots.iter().all(|slot| is_han(slot.typed)) {
            let best = Rank { class: class(alone, Tier::Near), way: Way::Folded, cost: i32::MIN, length: 0 };
            hopes.push(Hope {
                part,
                entries: with_all(&classes(literal), part, index),
                is_sound: false,
                best,
                whole: None,
            });
        }
    }
    for sounds in &words.sounds {
        let mut levels = sounds.levels().iter().filter(|level| level.is_for(part));
        // Names are found in the best way first; of other texts there is one list for all ways.
        let levels: Vec<(Way, &Level)> = match (part, sounds.levels().first()) {
            (Part::Offices | Part::Bodies, Some(best)) => {
                levels.next_back().map(|level| (best.way, level)).into_iter().collect()
            }
            _ => levels.map(|level| (level.way, level)).collect(),
        };
        let all = sounds.levels().iter().filter(|level| level.can_be_all()).map(|level| level.most).max();
        let whole = |level: &Level| match part {
            Part::Names => Some(level.most).filter(|_| level.can_be_all()),
            Part::Offices | Part::Bodies => all,
        };
        for (way, level) in levels {
            let entries = index.sounding(part, &level.takers, sounds.tongue());
            let (field, first) = (alone.max(Field::Alias), sounds.can_begin());
            let seen = Seen { part, field, way, is_sound: true, scores: &sounds.scores, first };
            hopes.extend(seen.hopes(entries, whole(level), index));
        }
    }
    hopes
}

/// What is known of a word before an entry is looked at.
struct Seen<'a> {
    part: Part,
    field: Field,
    way: Way,
    is_sound: bool,
    scores: &'a Scores,
    /// The letters that it may begin with.
    first: &'a [FoldClass],
}

impl Seen<'_> {
    /// The entries in two: those in which a word of a name, or an office, begins like the word, and the others. Only texts of
    /// so many `letters` or fewer can be the whole word; none, where that is not said.
    fn hopes(&self, entries: Bits, letters: Option<usize>, index: &Index) -> Vec<Hope> {
        let [begin, word, inside] = self.scores.in_one_piece;
        let begins = |class: &FoldClass| Sort::of(index.alphabet().char_of(*class)) != Sort::Break;
        let hope = |entries, tier, score: i32, whole| Hope {
            part: self.part,
            entries,
            is_sound: self.is_sound,
            best: Rank { class: class(self.field, tier), way: self.way, cost: -score, length: 0 },
            whole,
        };
        if self.part == Part::Bodies || !self.first.iter().all(begins) {
            return vec![hope(entries, Tier::Exact, begin.max(word).max(inside), None)];
        }
        let mut starting = index.shelf(self.part).starting(self.first);
        starting.keep(&entries);
        let mut others = entries;
        others.remove(&starting);
        let (first, rest) = match self.part {
            Part::Names => {
                let whole = letters.map(|letters| u32::try_from(letters).unwrap_or(u32::MAX));
                (hope(starting, Tier::Prefix, begin.max(word), whole), hope(others, Tier::Inside, inside, None))
            }
            // Only an office of few letters can be the whole word.
            Part::Offices | Part::Bodies => {
                let whole = index.with_short_office(&starting, letters.unwrap_or(0));
                others.add(&starting);
                others.remove(&whole);
                let best = begin.max(word).max(inside);
                (hope(whole, Tier::Exact, best, None), hope(others, Tier::Prefix, best, None))
            }
        };
        vec![first, rest]
    }
}

fn classes(literal: &Literal) -> Vec<Vec<FoldClass>> {
    literal.slots.iter().map(|slot| slot.classes.clone()).collect()
}

/// The entries with the letters of a word, and with its parts that are not Chinese in one piece. The letters of a Chinese
/// word may stand anywhere: the same entries may have it with gaps.
fn in_one_piece(literal: &Literal, among: Part, index: &Index) -> Bits {
    let letter = |slot: &Slot| slot.classes.first().map_or('\0', |class| index.alphabet().char_of(*class));
    let is_other = |slot: &Slot| Sort::of(letter(slot)) == Sort::Other;
    let others: Vec<Vec<FoldClass>> =
        literal.slots.iter().filter(|slot| !is_other(slot)).map(|slot| slot.classes.clone()).collect();
    let mut found = with_all(&others, among, index);
    let mut at = 0;
    for part in literal.slots.chunk_by(|one, next| is_other(one) == is_other(next)) {
        let end = at + part.len();
        if is_other(&part[0]) {
            let word: String = part.iter().map(letter).collect();
            let mut having = index.nothing();
            index.vocabulary().add_to(&mut having, among, &word, at > 0, end < literal.slots.len());
            found.keep(&having);
        }
        at = end;
    }
    found
}

/// The entries that have one of the classes of every set. The rarest set comes first.
fn with_all(sets: &[Vec<FoldClass>], among: Part, index: &Index) -> Bits {
    let shelf = index.shelf(among);
    let mut sets: Vec<(usize, &Vec<FoldClass>)> = sets.iter().map(|set| (shelf.most_having(set), set)).collect();
    sets.sort_unstable();
    sets.dedup();
    let mut sets = sets.into_iter();
    let Some((_, first)) = sets.next() else { return index.everything() };
    let mut found = shelf.having(first);
    for (_, set) in sets {
        match set.as_slice() {
            [class] => shelf.keep_having(&mut found, *class),
            _ => found.keep(&shelf.having(set)),
        }
    }
    found
}
