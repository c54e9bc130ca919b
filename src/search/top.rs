//! The best of many hits, and how many there are of each kind.

use super::rank::{NEAR, Rank};
use super::{Class, Counts, Found, Hit};
use crate::data::{EntryId, Kind};

#[derive(Debug)]
pub struct Top<'a> {
    limit: usize,
    kinds: &'a [Kind],
    counts: Counts,
    /// The keys of hits (see `Rank::key`), up to twice as many as are kept.
    keys: Vec<u128>,
    /// Keys from here on are not among the best.
    bound: u128,
}

impl<'a> Top<'a> {
    /// The best `limit` of some kinds; of all if none is given.
    pub fn new(limit: usize, kinds: &'a [Kind]) -> Self {
        Self { limit, kinds, counts: Default::default(), keys: Vec::new(), bound: u128::MAX }
    }

    /// Another one for the same, with nothing in it.
    pub fn fresh(&self) -> Self {
        Self::new(self.limit, self.kinds)
    }

    /// Whether the best are found, if all that is left is no better than a key.
    pub fn is_settled(&mut self, key: u128) -> bool {
        self.cut();
        self.keys.len() >= self.limit && self.keys.iter().max().is_none_or(|worst| *worst <= key)
    }

    pub fn push(&mut self, rank: Rank, number: u32, kind: Kind) {
        self.counts[kind as usize] += 1;
        if !self.kinds.is_empty() && !self.kinds.contains(&kind) {
            return;
        }
        let key = rank.key(number);
        if key < self.bound {
            self.keys.push(key);
            if self.keys.len() >= self.limit.saturating_mul(2).max(64) {
                self.cut();
            }
        }
    }

    /// Adds what another one has.
    pub fn add(&mut self, other: Self) {
        self.keys.extend(other.keys);
        self.counts.iter_mut().zip(other.counts).for_each(|(own, other)| *own += other);
        self.cut();
    }

    pub const fn counts(&self) -> Counts {
        self.counts
    }

    pub fn found(mut self, is_near: bool, is_counted: bool, id: impl Fn(usize) -> EntryId) -> Found {
        self.cut();
        self.keys.sort_unstable();
        let hit = |key: &u128| {
            let class = Class::try_from(key >> 104 & 0xff).unwrap_or(Class::MAX);
            let cost = i64::try_from(key >> 64 & 0xffff_ffff).unwrap_or(0) + i64::from(i32::MIN);
            let entry = usize::try_from(key & 0xffff_ffff).unwrap_or(usize::MAX);
            Hit { id: id(entry), class: if is_near { class + NEAR } else { class }, score: -cost }
        };
        Found {
            hits: self.keys.iter().map(hit).collect(),
            counts: self.counts,
            is_counted,
            is_near: is_near && self.counts.iter().any(|count| *count > 0),
        }
    }

    fn cut(&mut self) {
        if self.limit == 0 {
            self.keys.clear();
        } else if self.keys.len() > self.limit {
            let (_, bound, _) = self.keys.select_nth_unstable(self.limit - 1);
            self.bound = *bound;
            self.keys.truncate(self.limit);
        }
    }
}
