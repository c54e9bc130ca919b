//! What all sessions share: the record, its lists and its index. Never changed, but for what is made when it is needed.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use super::diff::older::Older;
use super::keymap::{Line, TABLE};
use super::list::{self, List, Lists};
use super::page::Page;
use super::row::Row;
use super::words::Words;
use crate::data::{EntryId, Fault, Kind, Lang, Link, Loaded, Record, Relation, Severity};
use crate::search::{Counts, Found, Index, Marker, Query, Same, Shortlist, Trail, Twins};
use crate::text::{self, Ambiguous};

const MANNERS: usize = 3;
/// The index of a record of more entries takes so long that no key is to wait for it.
const MOST_AT_ONCE: usize = 50_000;

/// So many faults of a file are told where its record opens; more are listed where they are asked for.
pub const FIRST_FAULTS: usize = 20;

/// The columns that the widest row of a list takes for each of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Widths {
    pub before: usize,
    pub main: usize,
    pub after: usize,
}

#[derive(Debug)]
pub struct World {
    pub record: Arc<Record>,
    /// What can be compared with it: the version of the record before this one.
    pub older: Option<Older>,
    /// Faults of the record's file, in its order.
    pub faults: Vec<Fault>,
    /// How many more faults there are of each severity.
    pub unlisted: [usize; Severity::ALL.len()],
    /// Entries of the file that were left out for their faults.
    pub skipped: usize,
    pub lists: Lists,
    /// The lists of each pane: four at most.
    pub panes: Vec<Vec<List>>,
    index: OnceLock<Index>,
    /// What may be the same in several records, made when it is first asked for.
    same: OnceLock<Same>,
    /// All actions by name, made when they are first asked for.
    commands: OnceLock<Option<Shortlist>>,
    /// How much of the index is made, in per cent.
    progress: AtomicUsize,
    is_large: bool,
    /// For every list, language and manner of drawing ambiguous characters.
    widths: [OnceLock<Widths>; List::ALL.len() * Lang::ALL.len() * MANNERS],
    /// The entry with which a session begins: the meeting, or the first entry of a record without one.
    pub start: EntryId,
    /// Whether ways to get in touch are shown, which files of people have.
    pub shows_contacts: bool,
    /// The name of the file, fit to be shown.
    pub file: Option<String>,
}

impl World {
    /// The world of a loaded record. One without an entry to show is refused, with the faults of its file.
    pub fn new(loaded: Loaded) -> Result<Self, Vec<Fault>> {
        let Loaded { record, faults, unlisted, skipped } = loaded;
        let Some(start) = record.meta.event.or_else(|| record.all_ids().next()) else { return Err(faults) };
        let lists = Lists::of(&record);
        let panes = list::panes(&lists);
        let widths = std::array::from_fn(|_| OnceLock::new());
        let is_large = record.all_ids().count() > MOST_AT_ONCE;
        let (index, same, commands, progress) =
            (OnceLock::new(), OnceLock::new(), OnceLock::new(), AtomicUsize::new(0));
        Ok(Self {
            record: Arc::new(record),
            older: None,
            faults,
            unlisted,
            skipped,
            lists,
            panes,
            index,
            same,
            commands,
            progress,
            is_large,
            widths,
            start,
            shows_contacts: false,
            file: None,
        })
    }

    /// The name of a list of entries of a kind: events without a meeting are no journey.
    pub fn kinds(&self, words: &'static Words, kind: Kind) -> &'static str {
        words.kinds_of(&self.record, kind)
    }

    /// What the record is called: its title, else the name of its file, else that of the entry it begins with; of several
    /// how many they are.
    pub fn title(&self, lang: Lang) -> Cow<'_, str> {
        match self.record.volumes.as_slice() {
            [] => {}
            [only] => return only.entry.name.shown(lang).into(),
            several => return Words::of(lang).library.title.replace("{}", &several.len().to_string()).into(),
        }
        let own = self.record.meta.title.as_ref().map(|title| title.shown(lang));
        own.or(self.file.as_deref()).unwrap_or_else(|| self.record.entry(self.start).name.shown(lang)).into()
    }

    /// The page with which a session begins: of a record without a meeting its numbers.
    pub fn start_page(&self) -> Page {
        if self.record.meta.event.is_some() { Page::Entry } else { Page::Figures }
    }

    /// The faults that are told without being asked for.
    pub fn told_faults(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(|fault| fault.is_told())
    }

    /// How many faults of a severity there are.
    pub fn count_faults(&self, severity: Severity) -> usize {
        let listed = self.faults.iter().filter(|fault| fault.severity() == severity).count();
        listed + self.unlisted[severity as usize]
    }

    /// How many faults are told without being asked for.
    pub fn count_told(&self) -> usize {
        Severity::ALL
            .into_iter()
            .filter(|severity| severity.is_told())
            .map(|severity| self.count_faults(severity))
            .sum()
    }

    /// How wide the columns of a list are. Measured when the list is first shown: a list may be long.
    pub fn widths(&self, list: List, lang: Lang, ambiguous: Ambiguous) -> Widths {
        let number = (list as usize * Lang::ALL.len() + lang as usize) * MANNERS + ambiguous as usize;
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

    /// Makes the index. Of a large record whoever runs a session does this beside it, as soon as the record is open; and
    /// what may be the same in several, which a page asks for sooner than a search comes.
    pub fn build_index(&self) {
        self.same();
        self.index();
    }

    /// Whether a search need not wait: the index of a small record is made at the first one.
    pub fn is_ready(&self) -> bool {
        !self.is_large || self.index.get().is_some()
    }

    /// How much of the index is made, in per cent.
    pub fn progress(&self) -> usize {
        self.progress.load(Ordering::Relaxed)
    }

    /// The entries that match `query`, best first, at most `limit` of the given kinds; of all kinds if none is given.
    pub fn find(&self, query: &Query, kinds: &[Kind], limit: usize) -> Found {
        self.index().find(&self.record, query, kinds, limit)
    }

    /// The same from key to key: `trail` is what the search before it in this world left.
    pub fn find_on(&self, query: &Query, kinds: &[Kind], limit: usize, trail: &mut Trail) -> Found {
        self.index().find_on(&self.record, query, kinds, limit, trail)
    }

    /// How many entries of each kind match; `None` once `is_outdated`, which is asked again and again.
    pub fn count(&self, query: &Query, is_outdated: &(dyn Fn() -> bool + Sync)) -> Option<Counts> {
        self.index().count(&self.record, query, is_outdated)
    }

    /// What marks the hits of a query. A blank one has none: what was read before is listed without an index.
    pub fn marker<'a>(&'a self, query: &'a Query) -> Option<Marker<'a>> {
        (!query.is_blank()).then(|| Marker::of(query, self.index(), &self.record))
    }

    /// The actions of the key table in its order, to be found by their words and names.
    pub fn commands(&self) -> Option<&Shortlist> {
        self.commands.get_or_init(|| Shortlist::of(TABLE.iter().map(Line::names))).as_ref()
    }

    fn index(&self) -> &Index {
        let tell = |percent| self.progress.store(percent, Ordering::Relaxed);
        self.index.get_or_init(|| Index::build(&self.record, &tell))
    }

    /// The entries of other records that may be the same as one.
    pub fn twins(&self, id: EntryId) -> Twins {
        self.same().twins(&self.record, id)
    }

    fn same(&self) -> &Same {
        self.same.get_or_init(|| Same::of(&self.record))
    }

    /// The pane and the tab in which an entry stands.
    pub fn place_of(&self, id: EntryId) -> (usize, usize) {
        let list = if Some(id) == self.record.meta.event { List::Areas } else { List::of(id.kind) };
        self.panes
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
