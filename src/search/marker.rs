//! The characters that hits matched.

use std::cell::OnceCell;

use super::index::Index;
use super::plan::Plan;
use super::query::Query;
use super::score::Memo;
use super::{Field, Match, corpus, matching};
use crate::data::{EntryId, Record};

/// Marks the hits of one query.
#[derive(Debug)]
pub struct Marker<'a> {
    index: &'a Index,
    record: &'a Record,
    query: &'a Query,
    plan: Plan,
    /// What is near to a query that matches nothing as it was typed.
    near: OnceCell<Option<Plan>>,
}

impl<'a> Marker<'a> {
    pub fn of(query: &'a Query, index: &'a Index, record: &'a Record) -> Self {
        Self { index, record, query, plan: Plan::of(query, index, record), near: OnceCell::new() }
    }

    /// The texts of an entry that the query matches, the one that decided its class first.
    pub fn matches(&self, id: EntryId) -> Vec<Match> {
        self.matches_among(id, corpus::texts(self.record, id, self.index.readings()))
    }

    /// The same with the texts of the entry at hand.
    pub(super) fn matches_among(&self, id: EntryId, texts: Vec<(Field, &str)>) -> Vec<Match> {
        let entry = self.index.place(id);
        let mut memo = Memo::default();
        let mut decided = |plan| matching::decided(self.index, plan, entry, &mut memo).map(|(_, decider)| decider);
        let near = || self.near.get_or_init(|| Plan::near(self.query, self.index, self.record)).as_ref();
        let found = decided(&self.plan).or_else(|| decided(near()?));
        found.map_or_else(Vec::new, |decider| matching::matches(self.index, decider, entry, texts))
    }
}
