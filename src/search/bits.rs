//! Sets of entries: a bit for each.

/// A set of numbers below a count that is fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    count: usize,
}

impl Bits {
    pub fn none(count: usize) -> Self {
        Self { words: vec![0; count.div_ceil(64)], count }
    }

    pub fn all(count: usize) -> Self {
        let mut all = Self { words: vec![u64::MAX; count.div_ceil(64)], count };
        all.clear_beyond();
        all
    }

    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub fn insert_all(&mut self, numbers: impl IntoIterator<Item = usize>) {
        for number in numbers {
            self.insert(number);
        }
    }

    pub fn contains(&self, number: usize) -> bool {
        self.words.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub fn keep(&mut self, other: &Self) {
        self.keep_words(&other.words);
    }

    pub fn keep_words(&mut self, words: &[u64]) {
        self.words.iter_mut().zip(words).for_each(|(own, other)| *own &= other);
    }

    pub fn add(&mut self, other: &Self) {
        self.add_words(&other.words);
    }

    pub fn add_words(&mut self, words: &[u64]) {
        self.words.iter_mut().zip(words).for_each(|(own, other)| *own |= other);
    }

    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The numbers in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.within(0, self.words.len())
    }

    pub fn remove(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(own, other)| *own &= !other);
    }

    /// The end of the shortest part from word `start` on that has `most` members or more, and how many it has.
    pub fn part(&self, start: usize, most: usize) -> (usize, usize) {
        let mut members = 0;
        for (at, word) in self.words.iter().enumerate().skip(start) {
            members += word.count_ones() as usize;
            if members >= most {
                return (at + 1, members);
            }
        }
        (self.words.len(), members)
    }

    /// A part in so many smaller ones of about the same number of members.
    pub fn parts(&self, start: usize, end: usize, parts: usize) -> Vec<(usize, usize)> {
        let words = self.words.get(start..end).unwrap_or_default();
        let members: usize = words.iter().map(|word| word.count_ones() as usize).sum();
        let most = members.div_ceil(parts.max(1)).max(1);
        let mut found = Vec::new();
        let mut from = start;
        while from < end && found.len() < parts {
            let (to, members) = self.part(from, most);
            let to = if found.len() + 1 == parts { end } else { to.min(end) };
            if members > 0 {
                found.push((from, to));
            }
            from = to;
        }
        found
    }

    /// Adds what another set has from word `start` on.
    pub fn add_from(&mut self, other: &Self, start: usize) {
        self.words.iter_mut().zip(&other.words).skip(start).for_each(|(own, other)| *own |= other);
    }

    pub fn word_count(&self) -> usize {
        self.words.len()
    }

    /// The numbers of a part.
    pub fn within(&self, start: usize, end: usize) -> Within<'_> {
        let words = self.words.get(start..end).unwrap_or_default();
        let (word, rest) = words.split_first().map_or((0, words), |(word, rest)| (*word, rest));
        Within { word, rest, base: start * 64 }
    }

    fn clear_beyond(&mut self) {
        if let (Some(last), used @ 1..) = (self.words.last_mut(), self.count % 64) {
            *last &= (1 << used) - 1;
        }
    }
}

/// The members of a part of a set, in order.
#[derive(Debug)]
pub struct Within<'a> {
    word: u64,
    rest: &'a [u64],
    base: usize,
}

impl Iterator for Within<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.word == 0 {
            let (word, rest) = self.rest.split_first()?;
            (self.word, self.rest) = (*word, rest);
            self.base += 64;
        }
        let bit = self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(self.base + bit)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn of(numbers: &BTreeSet<usize>) -> Bits {
        let mut bits = Bits::none(200);
        bits.insert_all(numbers.iter().copied());
        bits
    }

    proptest! {
        #[test]
        fn they_are_sets(
            one in prop::collection::btree_set(0usize..200, 0..40),
            other in prop::collection::btree_set(0usize..200, 0..40),
            parts in 1usize..5,
        ) {
            let bits = of(&one);
            prop_assert_eq!(bits.iter().collect::<BTreeSet<_>>(), one.clone());
            prop_assert_eq!(bits.len(), one.len());
            let mut both = bits.clone();
            both.keep(&of(&other));
            prop_assert_eq!(both, of(&(&one & &other)));
            let mut either = bits.clone();
            either.add(&of(&other));
            prop_assert_eq!(either, of(&(&one | &other)));
            let split: Vec<usize> = bits.parts(0, bits.word_count(), parts).into_iter().flat_map(|(start, end)| bits.within(start, end)).collect();
            prop_assert_eq!(split, one.into_iter().collect::<Vec<_>>());
        }
    }
}
