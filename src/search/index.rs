//! All that can be found of a record: its letters in columns, and for every letter, sound and word the entries that have
//! it. The entries stand in the order of their shortest names, so that of entries that match alike those come first that
//! are better hits.

use std::sync::OnceLock;

use super::alphabet::Alphabet;
use super::bits::Bits;
use super::columns::{Builder, Columns};
use super::finding::Patience;
use super::fold::Sort;
use super::readings::{Readings, Tongue};
use super::shelf::{Part, Shelf};
use super::spoken::Spoken;
use super::syllables::Syllables;
use super::vocabulary::Vocabulary;
use super::{Field, corpus, work};
use crate::data::{EntryId, Kind, Record};

const MOST_THREADS: usize = 8;
/// From so many entries on work on all of them is shared among threads.
const MANY: usize = 200_000;
/// So much of the work is taking the texts in, and so many entries are taken in between two words about it.
const TEXTS_PERCENT: usize = 60;
const TELL_EVERY: usize = 10_000;

/// The sorts of letters that words are made of.
const SORTS: [Sort; 2] = [Sort::Han, Sort::Other];

/// Everything of a record that can be found. An entry is told by its place in the order of the index.
#[derive(Debug)]
pub struct Index {
    alphabet: Alphabet,
    readings: Readings,
    columns: Columns,
    shelves: [Shelf; Part::ALL.len()],
    spoken: [Spoken; Tongue::ALL.len()],
    syllables: [Syllables; Tongue::ALL.len()],
    /// The same with slips, made when they are first asked for.
    slipped: OnceLock<[Syllables; Tongue::ALL.len()]>,
    vocabulary: Vocabulary,
    /// The number in the record of every entry, and the place of every number.
    numbers: Vec<u32>,
    places: Vec<u32>,
    /// The first number of each kind, and one more.
    kinds: [usize; Kind::ALL.len() + 1],
    of_kinds: Vec<Bits>,
    /// The length of the shortest name, and of the shortest office, of every entry that has Han characters, and of that which
    /// has other letters.
    shortest: [[Vec<u8>; SORTS.len()]; 2],
    /// The entries whose own name has Han characters, and those where it has other letters.
    own_names: [Bits; SORTS.len()],
    pub(super) threads: usize,
    pub(super) patience: Patience,
}

impl Index {
    /// Tells its progress, in per cent, as it goes.
    pub fn build(record: &Record, tell: &dyn Fn(usize)) -> Self {
        let readings = Readings::open();
        let count = record.all_ids().count().max(1);
        let entries = record.all_ids().enumerate().map(|(number, id)| {
            if number % TELL_EVERY == 0 {
                tell(number * TEXTS_PERCENT / count);
            }
            (id.kind, corpus::texts(record, id, &readings))
        });
        Self::of(entries, &readings, tell)
    }

    /// An index of texts, those of one kind together.
    pub(super) fn of<'a>(
        entries: impl IntoIterator<Item = (Kind, Vec<(Field, &'a str)>)>,
        readings: &Readings,
        tell: &dyn Fn(usize),
    ) -> Self {
        let mut builder = Builder::default();
        let mut kinds = [0; Kind::ALL.len() + 1];
        for (kind, texts) in entries {
            builder.push(texts);
            kinds[kind as usize + 1..].iter_mut().for_each(|end| *end += 1);
        }
        let (alphabet, columns) = builder.finish();
        tell(TEXTS_PERCENT);
        Self::sorted(alphabet, readings.clone(), &columns, kinds)
    }

    fn sorted(alphabet: Alphabet, readings: Readings, columns: &Columns, kinds: [usize; Kind::ALL.len() + 1]) -> Self {
        let count = columns.entry_count();
        let mut numbers: Vec<u32> = (0..).take(count).collect();
        numbers.sort_by_cached_key(|number| columns.shortest(*number as usize));
        let columns = columns.in_order(&numbers);
        let mut places = vec![0; count];
        (0..).zip(&numbers).for_each(|(place, number)| places[*number as usize] = place);
        let syllables = syllables(false, &readings, &alphabet);
        let spoken = |tongue: Tongue| Spoken::of(&columns, &alphabet, &syllables[tongue as usize]);
        let shelves = || Part::ALL.map(|part| Shelf::of(part, &columns, &alphabet));
        let ((mandarin, vocabulary), (cantonese, shelves)) = work::both(
            count >= MANY,
            || (spoken(Tongue::Mandarin), Vocabulary::of(&columns, &alphabet)),
            || (spoken(Tongue::Cantonese), shelves()),
        );
        let of_kinds = Kind::ALL.map(|kind| {
            let mut bits = Bits::none(count);
            let own = &places[kinds[kind as usize]..kinds[kind as usize + 1]];
            bits.insert_all(own.iter().map(|place| *place as usize));
            bits
        });
        Self {
            shelves,
            spoken: [mandarin, cantonese],
            syllables,
            slipped: OnceLock::new(),
            vocabulary,
            numbers,
            places,
            kinds,
            of_kinds: of_kinds.into(),
            shortest: [Part::Names, Part::Offices]
                .map(|part| SORTS.map(|sort| (0..count).map(|entry| columns.shortest_of(entry, part, sort)).collect())),
            own_names: SORTS.map(|sort| {
                let mut bits = Bits::none(count);
                bits.insert_all((0..count).filter(|entry| columns.has_own_name(*entry, sort)));
                bits
            }),
            threads: std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS),
            patience: Patience::default(),
            alphabet,
            readings,
            columns,
        }
    }

    pub(super) fn alphabet(&self) -> &Alphabet {
        &self.alphabet
    }

    pub(super) fn readings(&self) -> &Readings {
        &self.readings
    }

    pub(super) fn columns(&self) -> &Columns {
        &self.columns
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The syllables of a tongue, with `slips` also as they are misheard.
    pub(super) fn syllables(&self, tongue: Tongue, slips: bool) -> &Syllables {
        if !slips {
            return &self.syllables[tongue as usize];
        }
        &self.slipped.get_or_init(|| syllables(true, &self.readings, &self.alphabet))[tongue as usize]
    }

    pub(super) fn entry_count(&self) -> usize {
        self.columns.entry_count()
    }

    pub(super) fn nothing(&self) -> Bits {
        Bits::none(self.entry_count())
    }

    pub(super) fn everything(&self) -> Bits {
        Bits::all(self.entry_count())
    }

    /// Those of some entries that have a name, or an office, of so many letters or fewer, some of them of a sort; all of them
    /// where that is not known.
    pub(super) fn with_short(&self, part: Part, entries: &Bits, letters: usize, sort: Sort) -> Bits {
        let Some(shortest) = self.shortest.get(part as usize).filter(|_| sort != Sort::Break) else {
            return entries.clone();
        };
        let shortest = &shortest[usize::from(sort != Sort::Han)];
        let mut found = self.nothing();
        found.insert_all(entries.iter().filter(|entry| usize::from(shortest[*entry]) <= letters));
        found
    }

    /// The entries whose name in the record's own form has letters of a sort.
    pub(super) fn with_own_name(&self, sort: Sort) -> &Bits {
        &self.own_names[usize::from(sort != Sort::Han)]
    }

    /// Whether a set of entries is so large that to make one takes longer than to start a thread.
    pub(super) fn is_large(&self) -> bool {
        self.threads > 1 && self.entry_count() >= MANY
    }

    pub(super) fn shelf(&self, part: Part) -> &Shelf {
        &self.shelves[part as usize]
    }

    pub(super) fn spoken(&self, tongue: Tongue) -> &Spoken {
        &self.spoken[tongue as usize]
    }

    pub(super) fn of_kind(&self, kind: Kind) -> &Bits {
        &self.of_kinds[kind as usize]
    }

    pub(super) fn place(&self, id: EntryId) -> usize {
        self.places[self.kinds[id.kind as usize] + id.place()] as usize
    }

    pub(super) fn number(&self, entry: usize) -> u32 {
        self.numbers[entry]
    }

    /// The kind of what has a number.
    pub(super) fn kind(&self, number: u32) -> Kind {
        let place = self.kinds.partition_point(|first| *first <= number as usize) - 1;
        Kind::ALL[place.min(Kind::ALL.len() - 1)]
    }

    pub(super) fn id(&self, number: usize) -> EntryId {
        let kind = self.kind(u32::try_from(number).unwrap_or(u32::MAX));
        EntryId::new(kind, u32::try_from(number - self.kinds[kind as usize]).unwrap_or(u32::MAX))
    }
}

fn syllables(slips: bool, readings: &Readings, alphabet: &Alphabet) -> [Syllables; Tongue::ALL.len()] {
    Tongue::ALL.map(|tongue| Syllables::of(readings, tongue, slips, alphabet))
}
