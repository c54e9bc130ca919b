//! From a query to hits: the entries that can match at all are looked at, and the best are kept.
//!
//! Few candidates are all looked at. Many are looked at in the order of what can be hoped of them, which their letters
//! tell: those first in which a word begins as was typed, of names before other texts, by letters before sounds, and
//! shorter names before longer ones; until no better hit can come. How many match is counted afterwards.

use std::sync::Arc;

use super::bits::Bits;
use super::hope::Hope;
use super::index::Index;
use super::plan::{Plan, Words};
use super::query::Query;
use super::rank::{Rank, Tier, class};
use super::score::Memo;
use super::shelf::Part;
use super::top::Top;
use super::trail::Trail;
use super::{Counts, Field, Found, matching, work};
use crate::data::{Kind, Record};

/// How much is looked at without asking whether it is enough.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// So many candidates are all looked at.
    pub few: usize,
    /// Of more of them so many at first, and twice as many each time.
    pub first_round: usize,
    /// So few are not asked which of them have all syllables of a word.
    pub unasked: usize,
}

#[cfg(test)]
impl Patience {
    /// Everything is asked, and nothing is looked at that need not be.
    pub const NONE: Self = Self { few: 0, first_round: 1, unasked: 0 };
}

impl Default for Patience {
    fn default() -> Self {
        Self { few: 8192, first_round: 2048, unasked: 1024 }
    }
}

/// With fewer candidates one thread is done before a second one has begun.
const MOST_FOR_ONE_THREAD: usize = 1024;
/// So many candidates are brought near at once.
const BATCH: usize = 64;
/// At most so many candidates are looked at before it is asked whether that was enough, and whether anybody still wants to
/// know.
const ROUND: usize = 32 * 1024;

impl Index {
    /// The entries that match `query`, best first, at most `limit` of the given kinds; of all kinds if none is given.
    /// A blank query matches nothing.
    pub fn find(&self, record: &Record, query: &Query, kinds: &[Kind], limit: usize) -> Found {
        self.find_on(record, query, kinds, limit, &mut Trail::default())
    }

    /// The same from key to key: where `trail`, left by the search before in this index, knows the few entries that could
    /// match, a query that was typed on is looked for among those, and what matches is counted.
    pub fn find_on(&self, record: &Record, query: &Query, kinds: &[Kind], limit: usize, trail: &mut Trail) -> Found {
        if query.is_blank() {
            *trail = Trail::default();
            return Found { is_counted: true, ..Found::default() };
        }
        let plan = || Plan::of(query, self, record);
        let among = trail.among(query);
        let (found, few) = match among {
            Some(few) => (self.all_of(&plan(), &few, kinds, limit), Some(few)),
            None => self.carry_out(plan(), kinds, limit),
        };
        trail.leave(query, few);
        let is_nowhere = || found.is_counted || self.carry_out(plan(), &[], 1).0.hits.is_empty();
        if found.total() > 0 || !is_nowhere() {
            return found;
        }
        Plan::near(query, self, record).map(|plan| self.carry_out(plan, kinds, limit).0).unwrap_or(found)
    }

    /// How many entries of each kind match; `None` once `is_outdated`, which is asked again and again.
    pub fn count(&self, record: &Record, query: &Query, is_outdated: &(dyn Fn() -> bool + Sync)) -> Option<Counts> {
        if query.is_blank() {
            return Some(Counts::default());
        }
        let counts = self.counted(Plan::of(query, self, record), is_outdated)?;
        if counts != Counts::default() {
            return Some(counts);
        }
        Plan::near(query, self, record).map_or(Some(counts), |near| self.counted(near, is_outdated))
    }

    fn counted(&self, mut plan: Plan, is_outdated: &(dyn Fn() -> bool + Sync)) -> Option<Counts> {
        plan.look_up(&Part::ALL, self);
        let candidates = plan.candidates(self);
        let mut top = Top::new(0, &[]);
        let mut start = 0;
        while start < candidates.word_count() {
            if is_outdated() {
                return None;
            }
            let (end, _) = candidates.part(start, ROUND);
            self.look(&plan, &candidates, start, end, &mut top);
            start = end;
        }
        Some(top.counts())
    }

    /// What a plan finds, and the entries that may match if those are few.
    fn carry_out(&self, mut plan: Plan, kinds: &[Kind], limit: usize) -> (Found, Option<Arc<Bits>>) {
        plan.look_up(&[Part::Names, Part::Offices], self);
        if plan.only_words().is_none() || plan.candidates(self).len() <= self.patience.few {
            plan.look_up(&[Part::Bodies], self);
            let candidates = plan.candidates(self);
            let is_few = candidates.len() <= self.patience.few;
            if is_few || plan.only_words().is_none() {
                let found = self.all_of(&plan, &candidates, kinds, limit);
                return (found, is_few.then(|| Arc::new(candidates)));
            }
        }
        let mut top = Top::new(limit, kinds);
        let mut left = self.wanted(kinds);
        if let Some(within) = plan.only_within() {
            left.keep(within);
        }
        let mut is_whole = self.staged(&plan, &[Part::Names, Part::Offices], &mut left, &mut top);
        let best_body = Rank { class: class(Field::Body, Tier::Exact), cost: i32::MIN, ..Rank::PLAIN };
        if top.is_settled(best_body.key(0)) {
            is_whole = false;
        } else {
            plan.look_up(&[Part::Bodies], self);
            is_whole &= self.staged(&plan, &[Part::Bodies], &mut left, &mut top);
        }
        (top.found(plan.is_near, is_whole && kinds.is_empty(), |number| self.id(number)), None)
    }

    /// What a plan finds among some entries.
    fn all_of(&self, plan: &Plan, candidates: &Bits, kinds: &[Kind], limit: usize) -> Found {
        let mut top = Top::new(limit, kinds);
        self.look(plan, candidates, 0, candidates.word_count(), &mut top);
        top.found(plan.is_near, true, |number| self.id(number))
    }

    /// The entries of some kinds; of all if none is given.
    fn wanted(&self, kinds: &[Kind]) -> Bits {
        if kinds.is_empty() {
            return self.everything();
        }
        let mut wanted = self.nothing();
        for kind in kinds {
            wanted.add(self.of_kind(*kind));
        }
        wanted
    }

    /// Looks at what is left of the candidates of some parts until the best hits are found. Tells whether it has looked at
    /// all.
    fn staged(&self, plan: &Plan, parts: &[Part], left: &mut Bits, top: &mut Top<'_>) -> bool {
        let hopes = plan.only_words().map_or(&[][..], |words| &words.hopes);
        let mut is_whole = true;
        for hope in hopes.iter().filter(|hope| parts.contains(&hope.part)) {
            let mut entries = hope.entries.clone();
            entries.keep(left);
            left.remove(&entries);
            let (mut start, mut round) = (0, self.patience.first_round);
            while start < entries.word_count() {
                let (end, _) = entries.part(start, round);
                let Some(first) = entries.within(start, end).next() else { break };
                if top.is_settled(self.bound(hope, first)) {
                    left.add_from(&entries, start);
                    is_whole = false;
                    break;
                }
                self.look(plan, &entries, start, end, top);
                (start, round) = (end, (2 * round).min(ROUND));
            }
        }
        is_whole
    }

    /// The best key that entries from `first` on can have: of names of one length those come first that stand first in the
    /// record. How long other texts are is not known.
    fn bound(&self, hope: &Hope, first: usize) -> u128 {
        match hope.part {
            Part::Names => hope.bound(self.columns().shortest(first)).key(self.number(first)),
            Part::Offices | Part::Bodies => hope.bound(0).key(0),
        }
    }

    /// Looks at the candidates from one word of 64 to another.
    fn look<'a>(&self, plan: &Plan, candidates: &Bits, start: usize, end: usize, top: &mut Top<'a>) {
        let threads = if candidates.within(start, end).nth(MOST_FOR_ONE_THREAD).is_some() { self.threads } else { 1 };
        let parts = candidates.parts(start, end, threads);
        let look = |(start, end), top: &mut Top<'a>| {
            let mut memo = Memo::default();
            let mut entries = candidates.within(start, end);
            let mut batch = Vec::with_capacity(BATCH);
            loop {
                batch.clear();
                batch.extend(entries.by_ref().take(BATCH));
                if batch.is_empty() {
                    break;
                }
                self.columns().warm(&batch);
                for &entry in &batch {
                    if let Some(rank) = self.rank(plan, entry, &mut memo) {
                        let number = self.number(entry);
                        top.push(rank, number, self.kind(number));
                    }
                }
            }
        };
        let [first, rest @ ..] = parts.as_slice() else { return };
        if rest.is_empty() {
            return look(*first, top);
        }
        std::thread::scope(|scope| {
            let spawn = |part: &(usize, usize)| {
                let (part, mut top) = (*part, top.fresh());
                scope.spawn(move || {
                    look(part, &mut top);
                    top
                })
            };
            let others: Vec<_> = rest.iter().map(spawn).collect();
            look(*first, top);
            others.into_iter().map(work::joined).for_each(|other| top.add(other));
        });
    }

    /// How well an entry matches.
    pub(super) fn rank(&self, plan: &Plan, entry: usize, memo: &mut Memo) -> Option<Rank> {
        matching::decided(self, plan, entry, memo).map(|(rank, _)| rank)
    }

    /// Whether a word is anywhere.
    pub(super) fn has_any(&self, words: &Words) -> bool {
        let mut memo = Memo::default();
        words.candidates(self).iter().any(|entry| matching::best(self, words, entry, &mut memo).is_some())
    }
}
