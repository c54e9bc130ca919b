//! Which entries can have a word at all, and how well at best, by the letters and sounds that they have.

use super::Field;
use super::alphabet::FoldClass;
use super::bits::Bits;
use super::fold::Sort;
use super::index::Index;
use super::literal::{Literal, Slot};
use super::pieces::Level;
use super::plan::Words;
use super::rank::{Rank, Tier, Way, class};
use super::readings::Tongue;
use super::score::Scores;
use super::shelf::{Part, Spot};
use super::sounds::Sounds;
use super::spoken::Asked;
use super::work;

/// Entries that may have a word in one way, and how well they have it at best.
#[derive(Debug)]
pub struct Hope {
    pub part: Part,
    pub entries: Bits,
    /// Whether it is by sounds.
    pub is_sound: bool,
    /// But for the length, which counts last.
    pub best: Rank,
}

impl Hope {
    /// The best rank that an entry can have whose names have a length or more.
    pub fn bound(&self, length: u32) -> Rank {
        Rank { length, ..self.best }
    }
}

/// Where in some parts of the texts a word is hoped for.
pub fn all(words: &Words, parts: &[Part], index: &Index) -> Vec<Hope> {
    let sounds = words.sounds.iter().map(By::Sounds);
    let by: Vec<By> = words.literal.iter().map(By::Letters).chain(sounds).collect();
    let jobs: Vec<(Part, &By)> = parts.iter().flat_map(|part| by.iter().map(|by| (*part, by))).collect();
    let found = work::each(index.is_large(), &jobs, |(part, by)| match by {
        By::Letters(literal) => of_letters(words, literal, *part, index),
        By::Sounds(sounds) => of_sounds(sounds, *part, index),
    });
    found.into_iter().flatten().filter(|hope| !hope.entries.is_empty()).collect()
}

/// By what a word is found.
enum By<'a> {
    Letters(&'a Literal),
    Sounds(&'a Sounds),
}

/// The field of a part whose matches come first.
const fn best_field(part: Part) -> Field {
    match part {
        Part::Names => Field::Name,
        Part::Offices => Field::Office,
        Part::Bodies => Field::Body,
    }
}

fn of_letters(words: &Words, literal: &Literal, part: Part, index: &Index) -> Vec<Hope> {
    let field = best_field(part);
    let seen = Seen { part, field, way: Way::Original, is_sound: false, scores: &literal.scores };
    let sort = sort_of(literal, index);
    let entries = in_one_piece(literal, part, index);
    let first = literal.slots.first().map_or(&[][..], |slot| &slot.classes);
    let begins = |class: &FoldClass| Sort::of(index.alphabet().char_of(*class)) != Sort::Break;
    let is_told = first.iter().all(begins);
    let starting = |spot: Spot| {
        if !spot.is_told_of(part) {
            return index.nothing();
        }
        let mut starting = if is_told { index.shelf(part).having(spot, first) } else { index.everything() };
        starting.keep(&entries);
        starting
    };
    let (begin, word) = (starting(Spot::Begin), starting(Spot::Word));
    let whole = index.with_short(part, &begin, literal.slots.len(), sort);
    let mut hopes = seen.hopes(Having { whole, begin, word, entries });
    if part == Part::Names && sort != Sort::Break {
        // Where the own name has no such letters, another form of it has the word.
        let own = index.with_own_name(sort);
        let others = hopes.iter_mut().map(|hope| {
            let mut entries = hope.entries.clone();
            entries.remove(own);
            hope.entries.keep(own);
            Hope { entries, best: Rank { class: hope.best.class + 1, ..hope.best }, ..*hope }
        });
        let others: Vec<Hope> = others.collect();
        hopes.extend(others);
    }
    if words.gaps.is_some() && part != Part::Bodies {
        hopes.extend(with_gaps(literal, part, index));
    }
    hopes
}

/// The entries that may have a word with gaps, by its letters alone, in whatever order: `trail` relies on that. First those
/// in which one of its letters begins a text or a word, which may make up for a gap; of offices that is not told.
fn with_gaps(literal: &Literal, part: Part, index: &Index) -> [Hope; 2] {
    let hope = |entries, score: i32| Hope {
        part,
        entries,
        is_sound: false,
        best: Rank { class: class(best_field(part), Tier::Near), way: Way::Folded, cost: -score, length: 0 },
    };
    let mut others = with_all(&classes(literal), part, index);
    if !Spot::Word.is_told_of(part) {
        return [hope(others, literal.scores.most()), hope(index.nothing(), 0)];
    }
    let mut starting = index.nothing();
    for spot in [Spot::Begin, Spot::Word] {
        for slot in &literal.slots {
            starting.add(&index.shelf(part).having(spot, &slot.classes));
        }
    }
    starting.keep(&others);
    others.remove(&starting);
    [hope(starting, literal.scores.most()), hope(others, literal.scores.with_one_gap())]
}

fn of_sounds(sounds: &Sounds, part: Part, index: &Index) -> Vec<Hope> {
    let (spoken, shelf) = (index.spoken(sounds.tongue()), index.shelf(part));
    let levels: Vec<&Level> = sounds.levels().iter().filter(|level| level.is_for(part)).collect();
    let mut asked = Asked::new();
    let mut found = |level: &Level| {
        let entries = spoken.having(part, &level.takers, shelf, &mut asked, index.patience.unasked);
        let mut starting = |spot: Spot| {
            if !spot.is_told_of(part) || entries.is_empty() {
                return index.nothing();
            }
            let mut starting = spoken.starting(part, spot, &level.takers, shelf, &mut asked);
            starting.keep(&entries);
            starting
        };
        let (begin, word) = (starting(Spot::Begin), starting(Spot::Word));
        let is_all = level.can_be_all();
        let whole = if is_all { index.with_short(part, &begin, level.most, Sort::Han) } else { index.nothing() };
        Having { whole, begin, word, entries }
    };
    let field = best_field(part).max(Field::Alias);
    let seen = |level: &Level| Seen { part, field, way: level.way, is_sound: true, scores: &sounds.scores };
    let (Some(best), Some((last, better))) = (levels.first(), levels.split_last()) else { return Vec::new() };
    // Names are found in the best way first; of other texts there is one list for all ways.
    if part == Part::Names {
        return levels.iter().flat_map(|level| seen(level).hopes(found(level))).collect();
    }
    let mut having = found(last);
    for level in better.iter().filter(|level| part == Part::Offices && level.can_be_all()) {
        having.whole.add(&found(level).whole);
    }
    seen(best).hopes(having)
}

/// Entries that have a word: those of which it may be a whole text, those where a text or another word begins like it, and
/// all.
struct Having {
    whole: Bits,
    begin: Bits,
    word: Bits,
    entries: Bits,
}

/// What is known of a word before an entry is looked at.
struct Seen<'a> {
    part: Part,
    field: Field,
    way: Way,
    is_sound: bool,
    scores: &'a Scores,
}

impl Seen<'_> {
    /// The entries by how well they can have the word.
    fn hopes(&self, having: Having) -> Vec<Hope> {
        let Having { whole, mut begin, mut word, mut entries } = having;
        let [_, at_word, inside] = self.scores.in_one_piece;
        let any = self.scores.most();
        let hope = |entries, tier, score: i32| Hope {
            part: self.part,
            entries,
            is_sound: self.is_sound,
            best: Rank { class: class(self.field, tier), way: self.way, cost: -score, length: 0 },
        };
        match self.part {
            Part::Names => {
                entries.remove(&begin);
                entries.remove(&word);
                word.remove(&begin);
                begin.remove(&whole);
                vec![
                    hope(whole, Tier::Exact, any),
                    hope(begin, Tier::Prefix, any),
                    hope(word, Tier::WordStart, at_word.max(inside)),
                    hope(entries, Tier::Inside, inside),
                ]
            }
            Part::Offices => {
                entries.remove(&whole);
                vec![hope(whole, Tier::Exact, any), hope(entries, Tier::Prefix, any)]
            }
            Part::Bodies => vec![hope(entries, Tier::Exact, any)],
        }
    }
}

/// The sort of letters that a text must have in which a word is.
fn sort_of(literal: &Literal, index: &Index) -> Sort {
    let sort_of = |slot: &Slot| slot.classes.first().map(|class| Sort::of(index.alphabet().char_of(*class)));
    literal.slots.iter().filter_map(sort_of).find(|sort| *sort != Sort::Break).unwrap_or(Sort::Break)
}

fn classes(literal: &Literal) -> Vec<Vec<FoldClass>> {
    literal.slots.iter().map(|slot| slot.classes.clone()).collect()
}

/// The entries that may have a word in one piece: with all its letters, the Chinese ones behind others that
/// sound like those before them, and with its parts that are not Chinese.
fn in_one_piece(literal: &Literal, among: Part, index: &Index) -> Bits {
    let letter = |slot: &Slot| slot.classes.first().map_or('\0', |class| index.alphabet().char_of(*class));
    let is_other = |slot: &Slot| Sort::of(letter(slot)) == Sort::Other;
    let others: Vec<Vec<FoldClass>> =
        literal.slots.iter().filter(|slot| !is_other(slot)).map(|slot| slot.classes.clone()).collect();
    let mut found = with_all(&others, among, index);
    for pair in literal.slots.windows(2) {
        if let ([one], [next]) = (pair[0].classes.as_slice(), pair[1].classes.as_slice()) {
            index.spoken(Tongue::Mandarin).keep_pair(&mut found, among, *one, *next);
        }
    }
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
    let mut found = shelf.having(Spot::Anywhere, first);
    for (_, set) in sets {
        match set.as_slice() {
            [class] => shelf.keep_having(&mut found, *class),
            _ => found.keep(&shelf.having(Spot::Anywhere, set)),
        }
    }
    found
}
