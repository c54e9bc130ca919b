//! The search over everything, as far as it is remembered: its field, what it found, and where in that the reader is.

use super::super::prompt::Prompt;
use crate::data::{EntryId, Kind, Record};
use crate::search::{self, Counts, Found, Query, Trail};

/// As many hits as are listed at first.
pub const MOST_HITS: usize = 200;

/// What is found before anything is searched.
pub const NOTHING: Found = Found { hits: Vec::new(), counts: [0; Kind::ALL.len()], is_counted: true, is_near: false };

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    pub prompt: Prompt,
    /// Near sounds are taken for each other.
    pub slips: bool,
    /// Only hits of this kind are listed.
    pub kind: Option<Kind>,
    /// Whether hits stand under their kinds.
    pub is_grouped: bool,
    /// At most so many hits are listed.
    pub limit: usize,
    pub found: Found,
    pub trail: Trail,
    /// What was typed has not been searched: the index is so much made, in per cent.
    pub waiting: Option<usize>,
    pub selected: Option<EntryId>,
    /// The selection is the reader's own: it stays while the query changes.
    pub is_chosen: bool,
    /// The first row in sight.
    pub top: usize,
    /// Set while an earlier query stands in the field.
    pub recalled: Option<Recalled>,
    /// What was read before, the last first: listed while nothing is asked for.
    pub visited: Vec<EntryId>,
    /// The first line in sight of the selected hit's text, while the keys go there.
    pub reading: Option<usize>,
}

/// An earlier query in the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalled {
    /// 1 is the last query.
    pub age: usize,
    /// What was being typed before.
    pub typed: String,
}

/// A row of the list. Only entries can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitRow {
    /// Over what was read before.
    Visited,
    /// Nothing matches as it was typed.
    Near,
    /// Whether this entry was meant.
    Meant(EntryId),
    /// Over the hits of a kind: how many match.
    Kind(Kind, usize),
    Entry(EntryId),
}

impl HitRow {
    pub const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Entry(id) => Some(id),
            Self::Visited | Self::Near | Self::Meant(_) | Self::Kind(..) => None,
        }
    }
}

impl Search {
    pub fn new(prompt: Prompt, visited: Vec<EntryId>) -> Self {
        Self {
            prompt,
            slips: false,
            kind: None,
            is_grouped: false,
            limit: MOST_HITS,
            found: NOTHING,
            trail: Trail::default(),
            waiting: None,
            selected: None,
            is_chosen: false,
            top: 0,
            recalled: None,
            visited,
            reading: None,
        }
    }

    /// The one place where a query is read.
    pub fn query(&self) -> Query {
        Query::read(self.prompt.text()).with_slips(self.slips)
    }

    /// The list from top to bottom.
    pub fn rows(&self) -> Vec<HitRow> {
        let hits = self.found.hits.iter().map(|hit| hit.id);
        if self.query().is_blank() {
            let places = self.visited.iter().copied().map(HitRow::Entry);
            return self.visited.first().map(|_| HitRow::Visited).into_iter().chain(places).collect();
        }
        let near = self.found.hits.first().filter(|_| self.found.is_near);
        let mut rows: Vec<HitRow> = near.map_or(Vec::new(), |hit| vec![HitRow::Near, HitRow::Meant(hit.id)]);
        if !self.is_grouped {
            rows.extend(hits.map(HitRow::Entry));
            return rows;
        }
        let mut kinds: Vec<Kind> = Vec::new();
        for hit in hits.clone() {
            if !kinds.contains(&hit.kind) {
                kinds.push(hit.kind);
            }
        }
        for kind in kinds {
            rows.push(HitRow::Kind(kind, self.count(kind)));
            rows.extend(hits.clone().filter(|hit| hit.kind == kind).map(HitRow::Entry));
        }
        rows
    }

    /// What can be selected, in the order of the rows.
    pub fn listed(&self) -> Vec<EntryId> {
        self.rows().into_iter().filter_map(HitRow::entry).collect()
    }

    /// The row of the selection; the first one that can be selected, if it is not there.
    pub fn selected_row(&self, rows: &[HitRow]) -> usize {
        let row = rows.iter().position(|row| row.entry().is_some() && row.entry() == self.selected);
        row.or_else(|| rows.iter().position(|row| row.entry().is_some())).unwrap_or(0)
    }

    /// The place of the selection in the list, from 1 on; 0 of none.
    pub fn place(&self) -> usize {
        let at = self.listed().iter().position(|id| Some(*id) == self.selected);
        at.map_or(0, |at| at + 1)
    }

    pub const fn count(&self, kind: Kind) -> usize {
        self.found.counts[kind as usize]
    }

    /// How many entries match and are of the kind that is listed.
    pub fn total(&self) -> usize {
        self.kind.map_or_else(|| self.found.total(), |kind| self.count(kind))
    }

    /// So many match of each kind, or more.
    pub fn count_at_least(&mut self, counts: &Counts) {
        self.found.counts.iter_mut().zip(counts).for_each(|(count, known)| *count = (*count).max(*known));
    }

    /// Whether more match than are listed; as long as they are not counted, a full list is taken for a part.
    pub fn has_more(&self) -> bool {
        let listed = self.found.hits.len();
        if self.found.is_counted { listed < self.total() } else { listed >= self.limit }
    }

    /// A number of matches as the screen writes it: `1200+` as long as they are not counted.
    pub fn shown(&self, count: usize) -> String {
        format!("{count}{}", if self.found.is_counted { "" } else { "+" })
    }

    /// The kinds that can be listed, all of them together first: those with hits, and the one that is listed.
    pub fn kinds(&self) -> Vec<Option<Kind>> {
        let has_hits = |kind: &Kind| self.count(*kind) > 0 || self.kind == Some(*kind);
        std::iter::once(None).chain(Kind::ALL.into_iter().filter(has_hits).map(Some)).collect()
    }

    /// The text with its last word completed, where the insertion point stands behind it.
    pub fn completed(&self, record: &Record) -> Option<String> {
        search::completed(self.prompt.text(), record).filter(|_| self.prompt.is_at_end())
    }

    /// What the completion adds.
    pub fn ghost(&self, record: &Record) -> Option<String> {
        let completed = self.completed(record)?;
        let ghost: String = completed.chars().skip(self.prompt.text().chars().count()).collect();
        Some(ghost).filter(|ghost| !ghost.trim().is_empty())
    }
}
