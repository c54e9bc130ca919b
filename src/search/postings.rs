//! For every letter, pair of sounds or word the entries that have it: a bitmap where many do, a list where few do.

use super::bits::Bits;

/// Lists of more than one entry in so many are bitmaps: those are kept and added up much faster.
const DENSE: usize = 16;

/// One list of entries for each key.
#[derive(Debug, Default)]
pub struct Postings {
    lists: Vec<List>,
    /// Lists of entries, as their distances: seven bits a byte, the lowest first, in all bytes but the last with the eighth.
    sparse: Vec<u8>,
    dense: Vec<u64>,
    /// How many entries there are.
    count: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct List {
    start: usize,
    count: u32,
    is_dense: bool,
}

/// Before the first entry.
const BEFORE: u32 = u32::MAX;

/// What is known of a list while it is gathered.
#[derive(Clone, Default)]
struct Tally {
    last: u32,
    count: u32,
    is_dense: bool,
    /// How many bytes it takes; then, where its bitmap begins, or its next entry goes.
    at: usize,
}

impl Postings {
    /// Gathers the entries of `keys` keys. `each` is called twice, and tells every pair of key and entry, the entries
    /// in order.
    pub fn gather(keys: usize, entries: usize, each: impl Fn(&mut dyn FnMut(usize, u32))) -> Self {
        let mut tallies = vec![Tally { last: BEFORE, ..Tally::default() }; keys];
        each(&mut |key, entry| {
            let tally = &mut tallies[key];
            // Without a branch: which it would be, nobody could foretell.
            let is_new = tally.last != entry;
            tally.at += usize::from(is_new) * distance_len(entry.wrapping_sub(tally.last));
            tally.count += u32::from(is_new);
            tally.last = entry;
        });
        let words = entries.div_ceil(64);
        let (mut sparse, mut dense) = (0, 0);
        let list = |tally: &mut Tally| {
            let is_dense = tally.count as usize > entries / DENSE;
            let end = if is_dense { &mut dense } else { &mut sparse };
            let list = List { start: *end, count: tally.count, is_dense };
            *end += if is_dense { words } else { tally.at };
            *tally = Tally { last: BEFORE, is_dense, at: list.start, ..Tally::default() };
            list
        };
        let lists: Vec<List> = tallies.iter_mut().map(list).collect();
        let mut postings = Self { lists, sparse: vec![0; sparse], dense: vec![0; dense], count: entries };
        each(&mut |key, entry| {
            let tally = &mut tallies[key];
            if tally.is_dense {
                postings.dense[tally.at + entry as usize / 64] |= 1 << (entry % 64);
            } else if tally.last != entry {
                tally.at += put_distance(&mut postings.sparse[tally.at..], entry.wrapping_sub(tally.last));
                tally.last = entry;
            }
        });
        postings
    }

    pub fn nothing(&self) -> Bits {
        Bits::none(self.count)
    }

    pub fn all(&self) -> Bits {
        Bits::all(self.count)
    }

    /// How many entries have a key.
    pub fn count(&self, key: usize) -> usize {
        self.lists.get(key).map_or(0, |list| list.count as usize)
    }

    /// Adds the entries of a key.
    pub fn add_to(&self, bits: &mut Bits, key: usize) {
        match self.entries(key) {
            Entries::Dense(words) => bits.add_words(words),
            Entries::Sparse(entries) => bits.insert_all(entries),
        }
    }

    /// The entries that have one of some keys.
    pub fn any(&self, keys: impl IntoIterator<Item = usize>) -> Bits {
        let mut found = self.nothing();
        keys.into_iter().for_each(|key| self.add_to(&mut found, key));
        found
    }

    /// Keeps only entries of a key.
    pub fn keep_in(&self, bits: &mut Bits, key: usize) {
        match self.entries(key) {
            Entries::Dense(words) => bits.keep_words(words),
            Entries::Sparse(entries) => {
                let mut kept = self.nothing();
                kept.insert_all(entries.filter(|entry| bits.contains(*entry)));
                *bits = kept;
            }
        }
    }

    fn entries(&self, key: usize) -> Entries<'_> {
        let list = self.lists.get(key).copied().unwrap_or_default();
        if list.is_dense {
            Entries::Dense(self.dense.get(list.start..list.start + self.count.div_ceil(64)).unwrap_or_default())
        } else {
            let bytes = self.sparse.get(list.start..).unwrap_or_default();
            Entries::Sparse(Sparse { bytes, left: list.count, last: BEFORE })
        }
    }
}

enum Entries<'a> {
    Dense(&'a [u64]),
    Sparse(Sparse<'a>),
}

/// The entries of a list, in order.
struct Sparse<'a> {
    bytes: &'a [u8],
    left: u32,
    last: u32,
}

impl Iterator for Sparse<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let (mut distance, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            distance |= u32::from(byte & LOW) << shift;
            if *byte <= LOW {
                break;
            }
            shift += BITS;
        }
        self.last = self.last.wrapping_add(distance);
        Some(self.last as usize)
    }
}

/// Of a distance in each byte.
const BITS: u32 = 7;
const LOW: u8 = 0x7f;

/// How many bytes a distance takes.
fn distance_len(distance: u32) -> usize {
    (u32::BITS - distance.leading_zeros()).div_ceil(BITS).max(1) as usize
}

/// Puts a distance, and tells how many bytes it took.
fn put_distance(bytes: &mut [u8], mut distance: u32) -> usize {
    let mut len = 0;
    while distance > u32::from(LOW) {
        bytes[len] = distance.to_le_bytes()[0] | !LOW;
        distance >>= BITS;
        len += 1;
    }
    bytes[len] = distance.to_le_bytes()[0];
    len + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_of_any_size_come_back() {
        let entries = [0, 1, 129, 16_513, 2_200_000, 300_000_000, u32::MAX - 1];
        let postings = Postings::gather(1, u32::MAX as usize, |tell| entries.iter().for_each(|entry| tell(0, *entry)));
        let Entries::Sparse(found) = postings.entries(0) else { panic!("few are a list") };
        assert_eq!(found.collect::<Vec<_>>(), entries.map(|entry| entry as usize));
    }

    #[test]
    fn many_and_few_are_kept_alike() {
        let has = |key: usize, entry: u32| entry.is_multiple_of([1, 2, 50, 1000][key]);
        let postings = Postings::gather(4, 200, |tell| {
            for entry in 0..200 {
                (0..4).filter(|key| has(*key, entry)).for_each(|key| {
                    tell(key, entry);
                    tell(key, entry);
                });
            }
        });
        for key in 0..4 {
            let mut bits = Bits::none(200);
            postings.add_to(&mut bits, key);
            let want: Vec<usize> = (0..200u32).filter(|entry| has(key, *entry)).map(|entry| entry as usize).collect();
            assert_eq!(bits.iter().collect::<Vec<_>>(), want);
            assert_eq!(postings.count(key), want.len());
            let mut kept = Bits::all(200);
            postings.keep_in(&mut kept, key);
            assert_eq!(kept, bits);
        }
    }
}
