//! A short list for every entry of a record, all of them in one piece of memory.

use crate::data::id::{EntryId, Kind};

/// How many entries stand before those of each kind, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    starts: [usize; Kind::ALL.len()],
    count: usize,
}

impl Numbers {
    pub fn new(counts: [usize; Kind::ALL.len()]) -> Self {
        let mut numbers = Self::default();
        for (start, count) in numbers.starts.iter_mut().zip(counts) {
            *start = numbers.count;
            numbers.count += count;
        }
        numbers
    }

    pub fn of(&self, entry: EntryId) -> usize {
        self.starts[entry.kind as usize] + entry.place()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists<T> {
    /// Where the list of each entry ends, in reading order: 4 bytes an entry.
    ends: Box<[u32]>,
    items: Box<[T]>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { ends: Box::default(), items: Box::default() }
    }
}

impl<T: Copy> Lists<T> {
    /// The lists of all entries, in reading order.
    pub fn gathered(lists: impl Iterator<Item = impl IntoIterator<Item = T>>) -> Self {
        let (mut ends, mut items) = (Vec::new(), Vec::new());
        for list in lists {
            items.extend(list);
            ends.push(items.len());
        }
        Self { ends: ends.into_iter().map(short).collect(), items: items.into() }
    }

    /// What belongs to each of `count` entries, of pairs of an entry's number and an item.
    pub fn sorted<P: Iterator<Item = (usize, T)>>(count: usize, pairs: impl Fn() -> P) -> Self {
        let mut ends = vec![0; count + 1];
        pairs().for_each(|(number, _)| ends[number + 1] += 1);
        for number in 0..count {
            ends[number + 1] += ends[number];
        }
        // Until a list is full, its end is where its next item goes.
        let Some((_, any)) = pairs().next() else {
            return Self { ends: vec![0; count].into(), items: Box::default() };
        };
        let mut items = vec![any; ends[count]];
        for (number, item) in pairs() {
            items[ends[number]] = item;
            ends[number] += 1;
        }
        Self { ends: ends.into_iter().take(count).map(short).collect(), items: items.into() }
    }

    /// The list of the entry of a number; empty for one that there is not.
    pub fn get(&self, number: usize) -> &[T] {
        let end = |number: usize| self.ends.get(number).map(|end| *end as usize);
        let start = number.checked_sub(1).map_or(Some(0), end);
        start.zip(end(number)).and_then(|(start, end)| self.items.get(start..end)).unwrap_or_default()
    }
}

/// A record of so many references that this does not hold could not be in memory.
fn short(end: usize) -> u32 {
    u32::try_from(end).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_those_that_were_put_in() {
        let lists = Lists::gathered([vec![1, 2], vec![], vec![3]].into_iter());
        assert_eq!([0, 1, 2, 3].map(|number| lists.get(number)), [&[1, 2][..], &[], &[3], &[]]);
        let pairs = [(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd')];
        let lists = Lists::sorted(5, || pairs.into_iter());
        assert_eq!(
            [0, 1, 2, 3, 4, 5].map(|number| lists.get(number)),
            [&['b'][..], &[], &['a', 'c'], &['d'], &[], &[]]
        );
        assert!(Lists::sorted(2, std::iter::empty::<(usize, char)>).get(1).is_empty());
    }

    #[test]
    fn entries_are_numbered_in_reading_order() {
        let numbers = Numbers::new(Kind::ALL.map(|kind| if kind == Kind::Person { 3 } else { 1 }));
        let number = |kind, index| numbers.of(EntryId::new(kind, index));
        let before = Kind::Person as usize;
        assert_eq!([number(Kind::PolicyArea, 0), number(Kind::Person, 2)], [Kind::PolicyArea as usize, before + 2]);
        assert_eq!(number(Kind::Organisation, 0), before + 3);
    }
}
