//! The lists that the panes show: which entries, in which order.

use crate::data::{EntryId, Kind, Record};

/// A list of entries that a pane can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    /// The meeting, then its policy areas.
    Areas,
    Projects,
    People,
    Organisations,
    Places,
    Agreements,
    Statements,
    /// Events by date.
    Journey,
    Documents,
}

impl List {
    pub const ALL: [Self; 9] = [
        Self::Areas,
        Self::Projects,
        Self::People,
        Self::Organisations,
        Self::Places,
        Self::Agreements,
        Self::Statements,
        Self::Journey,
        Self::Documents,
    ];

    pub const fn kind(self) -> Kind {
        match self {
            Self::Areas => Kind::PolicyArea,
            Self::Projects => Kind::Project,
            Self::People => Kind::Person,
            Self::Organisations => Kind::Organisation,
            Self::Places => Kind::Place,
            Self::Agreements => Kind::Agreement,
            Self::Statements => Kind::Statement,
            Self::Journey => Kind::Event,
            Self::Documents => Kind::Document,
        }
    }

    /// The list in which an entry stands, the meeting itself apart.
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::PolicyArea => Self::Areas,
            Kind::Project => Self::Projects,
            Kind::Person => Self::People,
            Kind::Organisation => Self::Organisations,
            Kind::Place => Self::Places,
            Kind::Agreement => Self::Agreements,
            Kind::Statement => Self::Statements,
            Kind::Event => Self::Journey,
            Kind::Document => Self::Documents,
        }
    }
}

/// The four panes, each with the lists among which its tabs choose.
pub const PANES: [&[List]; 4] = [
    &[List::Areas],
    &[List::Projects],
    &[List::People, List::Organisations, List::Places],
    &[List::Agreements, List::Statements, List::Journey, List::Documents],
];

/// The entries of every list, in the order in which they are shown.
#[derive(Debug, Clone)]
pub struct Lists {
    lists: [Vec<EntryId>; 9],
}

impl Lists {
    pub fn of(record: &Record) -> Self {
        Self { lists: List::ALL.map(|list| in_order(record, list)) }
    }

    pub fn get(&self, list: List) -> &[EntryId] {
        &self.lists[list as usize]
    }
}

fn in_order(record: &Record, list: List) -> Vec<EntryId> {
    let mut ids: Vec<EntryId> = record.ids(list.kind()).collect();
    match list {
        List::Areas => {
            if let Some(meeting) = record.meta.event {
                ids.insert(0, meeting);
            }
        }
        List::Journey => ids.sort_by_key(|id| record.event_order(*id)),
        _ => {}
    }
    ids
}
