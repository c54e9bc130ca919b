//! What all sessions share: the record, its lists and its index. Never changed.

use std::sync::OnceLock;

use super::list::{List, Lists, PANES};
use super::row::Row;
use crate::data::{EntryId, Kind, Lang, Link, Loaded, Record, Relation};
use crate::search::Index;
use crate::text::{self, Ambiguous};

const LANGS: usize = 3;
const MANNERS: usize = 3;

/// The columns that the widest row of a list takes for each of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Widths {
    pub before: usize,
    pub main: usize,
    pub after: usize,
}

#[derive(Debug)]
pub struct World {
    pub record: Record,
    /// Faults of the record's file, one sentence each.
    pub faults: Vec<String>,
    /// Entries of the file that were left out for their faults.
    pub skipped: usize,
    pub lists: Lists,
    index: OnceLock<Index>,
    /// For every list, language and manner of drawing ambiguous characters.
    widths: [OnceLock<Widths>; List::ALL.len() * LANGS * MANNERS],
    /// The entry with which a session begins: the meeting, or the first entry of a record without one.
    pub start: EntryId,
}

impl World {
    /// The world of a loaded record. One without an entry to show is refused, with the faults of its file.
    pub fn new(loaded: Loaded) -> Result<Self, Vec<String>> {
        let Loaded { record, faults, skipped } = loaded;
        let faults = faults.iter().map(ToString::to_string).collect();
        let Some(start) = record.meta.event.or_else(|| record.all_ids().next()) else { return Err(faults) };
        let lists = Lists::of(&record);
        let widths = std::array::from_fn(|_| OnceLock::new());
        Ok(Self { lists, index: OnceLock::new(), widths, record, faults, skipped, start })
    }

    /// How wide the columns of a list are. Measured when the list is first shown: a list may be long.
    pub fn widths(&self, list: List, lang: Lang, ambiguous: Ambiguous) -> Widths {
        let number = (list as usize * LANGS + lang as usize) * MANNERS + ambiguous as usize;
        *self.widths[number].get_or_init(|| {
            let mut widths = Widths::default();
            for id in self.lists.get(list) {
                let row = Row::of(self, list, *id, lang);
                let cols = |text: &Option<String>| text.as_deref().map_or(0, |text| text::width(text, ambiguous));
                widths.before = widths.before.max(cols(&row.before));
                widths.main = widths.main.max(text::width(&row.main, ambiguous));
                widths.after = widths.after.max(cols(&row.after));
            }
            widths
        })
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
