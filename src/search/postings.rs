//! For every letter, sound or word the entries that have it: a bitmap where many do, a sorted list where few do.

use super::bits::Bits;

/// A bitmap is smaller than a list of more than one in so many.
const DENSE: usize = 32;

/// One list of entries for each key.
#[derive(Debug, Default)]
pub struct Postings {
    lists: Vec<List>,
    sparse: Vec<u32>,
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

impl Postings {
    /// Gathers the entries of `keys` keys. `each` is called twice, and tells every pair of key and entry, the entries
    /// in order.
    pub fn gather(keys: usize, entries: usize, each: impl Fn(&mut dyn FnMut(usize, u32))) -> Self {
        let mut lists = vec![List::default(); keys];
        let mut seen = vec![u32::MAX; keys];
        each(&mut |key, entry| {
            if seen[key] != entry {
                seen[key] = entry;
                lists[key].count += 1;
            }
        });
        let words = entries.div_ceil(64);
        let (mut sparse, mut dense) = (0, 0);
        for list in &mut lists {
            list.is_dense = list.count as usize > entries / DENSE;
            let end = if list.is_dense { &mut dense } else { &mut sparse };
            list.start = *end;
            *end += if list.is_dense { words } else { list.count as usize };
        }
        let mut postings = Self { lists, sparse: vec![0; sparse], dense: vec![0; dense], count: entries };
        let mut ends: Vec<usize> = postings.lists.iter().map(|list| list.start).collect();
        seen.fill(u32::MAX);
        each(&mut |key, entry| {
            if postings.lists[key].is_dense {
                postings.dense[ends[key] + entry as usize / 64] |= 1 << (entry % 64);
            } else if seen[key] != entry {
                seen[key] = entry;
                postings.sparse[ends[key]] = entry;
                ends[key] += 1;
            }
        });
        postings
    }

    /// How many entries have a key.
    pub fn count(&self, key: usize) -> usize {
        self.lists.get(key).map_or(0, |list| list.count as usize)
    }

    /// Adds the entries of a key.
    pub fn add_to(&self, bits: &mut Bits, key: usize) {
        match self.entries(key) {
            Entries::Dense(words) => bits.add_words(words),
            Entries::Sparse(entries) => bits.insert_all(entries.iter().map(|entry| *entry as usize)),
        }
    }

    /// The entries that have one of some keys.
    pub fn any(&self, keys: &[u16]) -> Bits {
        let mut found = Bits::none(self.count);
        for key in keys {
            self.add_to(&mut found, usize::from(*key));
        }
        found
    }

    /// Keeps only entries of a key.
    pub fn keep_in(&self, bits: &mut Bits, key: usize) {
        match self.entries(key) {
            Entries::Dense(words) => bits.keep_words(words),
            Entries::Sparse(entries) => {
                let mut kept = Bits::none(self.count);
                kept.insert_all(entries.iter().map(|entry| *entry as usize).filter(|entry| bits.contains(*entry)));
                *bits = kept;
            }
        }
    }

    fn entries(&self, key: usize) -> Entries<'_> {
        let list = self.lists.get(key).copied().unwrap_or_default();
        if list.is_dense {
            Entries::Dense(self.dense.get(list.start..list.start + self.count.div_ceil(64)).unwrap_or_default())
        } else {
            Entries::Sparse(self.sparse.get(list.start..list.start + list.count as usize).unwrap_or_default())
        }
    }
}

enum Entries<'a> {
    Dense(&'a [u64]),
    Sparse(&'a [u32]),
}

#[cfg(test)]
mod tests {
    use super::*;

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
