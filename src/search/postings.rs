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

impl Postings {
    /// Gathers the entries of `keys` keys. `each` is called twice, and tells every pair of key and entry, the entries
    /// in order.
    pub fn gather(keys: usize, entries: usize, each: impl Fn(&mut dyn FnMut(usize, u32))) -> Self {
        let mut lists = vec![List::default(); keys];
        let mut last = vec![BEFORE; keys];
        let mut bytes = vec![0; keys];
        each(&mut |key, entry| {
            if last[key] != entry {
                bytes[key] += distance_len(entry.wrapping_sub(last[key]));
                last[key] = entry;
                lists[key].count += 1;
            }
        });
        let words = entries.div_ceil(64);
        let (mut sparse, mut dense) = (0, 0);
        for (list, bytes) in lists.iter_mut().zip(bytes) {
            list.is_dense = list.count as usize > entries / DENSE;
            let end = if list.is_dense { &mut dense } else { &mut sparse };
            list.start = *end;
            *end += if list.is_dense { words } else { bytes };
        }
        let mut postings = Self { lists, sparse: vec![0; sparse], dense: vec![0; dense], count: entries };
        let mut ends: Vec<usize> = postings.lists.iter().map(|list| list.start).collect();
        last.fill(BEFORE);
        each(&mut |key, entry| {
            if postings.lists[key].is_dense {
                postings.dense[ends[key] + entry as usize / 64] |= 1 << (entry % 64);
            } else if last[key] != entry {
                let distance = entry.wrapping_sub(last[key]);
                put_distance(&mut postings.sparse[ends[key]..], distance);
                ends[key] += distance_len(distance);
                last[key] = entry;
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

fn put_distance(bytes: &mut [u8], mut distance: u32) {
    let len = distance_len(distance);
    for (place, byte) in bytes.iter_mut().take(len).enumerate() {
        let low = u8::try_from(distance & u32::from(LOW)).unwrap_or(LOW);
        *byte = if place + 1 < len { low | !LOW } else { low };
        distance >>= BITS;
    }
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
