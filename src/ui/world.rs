//! What all sessions share: the record, its lists and its index. Never changed.

use std::sync::OnceLock;

use super::list::{List, Lists, PANES};
use crate::data::{EntryId, Kind, Link, Loaded, Record, Relation};
use crate::search::Index;

#[derive(Debug)]
pub struct World {
    pub record: Record,
    /// Faults of the record's file, one sentence each.
    pub faults: Vec<String>,
    /// Entries of the file that were left out for their faults.
    pub skipped: usize,
    pub lists: Lists,
    index: OnceLock<Index>,
    /// The entry with which a session begins: the meeting, or the first entry of a record without one.
    pub start: EntryId,
}

impl World {
    /// The world of a loaded record. One without an entry to show is refused, with the faults of its file.
    pub fn new(loaded: Loaded) -> Result<Self, Vec<String>> {
        let Loaded { record, faults, skipped } = loaded;
        let faults = faults.iter().map(ToString::to_string).collect();
        let Some(start) = record.meta.event.or_else(|| record.all_ids().next()) else { return Err(faults) };
        Ok(Self { lists: Lists::of(&record), index: OnceLock::new(), record, faults, skipped, start })
    }

    /// What a search looks through. Made at the first search, so that opening a record does not wait for it.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::build(&self.record))
    }

    /// The pane and the tab in which an entry stands.
    pub fn place_of(&self, id: EntryId) -> (usize, usize) {
        let list = if Some(id) == self.record.meta.event { List::Areas } else { List::of(id.kind) };
        PANES
            .iter()
            .enumerate()
            .find_map(|(pane, lists)| Some((pane, lists.iter().position(|other| *other == list)?)))
            .unwrap_or_default()
    }

    /// How many projects of an area the record names.
    pub fn named_projects(&self, area: EntryId) -> usize {
        let is_project = |link: &&Link| link.relation == Relation::InArea && link.entry.kind == Kind::Project;
        self.record.links().to(area).iter().filter(is_project).count()
    }
}
