//! Both directions of every reference of a record, computed once.

use std::collections::HashMap;

use super::id::EntryId;

/// What ties one entry to another, read from the entry that names to the entry that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// project, agreement -> policy area
    InArea,
    /// agreement -> organisation
    Party,
    /// agreement -> person
    Signatory,
    /// agreement -> organisation that a signatory signed for
    SignedFor,
    /// agreement -> person
    Witness,
    /// person -> organisation
    Office,
    /// event -> person, organisation
    Participant,
    /// statement -> person
    Speaker,
    /// policy area, project, agreement, statement -> event
    At,
    /// statement -> event
    About,
    /// event, project -> place
    In,
    /// event -> event, organisation -> organisation, place -> place, document -> document
    PartOf,
    /// document -> person
    Author,
    /// document, project -> person, organisation, place
    Mentions,
    /// anything -> document
    Source,
}

/// One end of a reference, seen from the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    pub relation: Relation,
    pub entry: EntryId,
}

/// The links of every entry, in both directions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    from: HashMap<EntryId, Vec<Link>>,
    to: HashMap<EntryId, Vec<Link>>,
}

impl Links {
    /// What `entry` names.
    pub fn from(&self, entry: EntryId) -> &[Link] {
        self.from.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// What names `entry`.
    pub fn to(&self, entry: EntryId) -> &[Link] {
        self.to.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// Whether one of the two names the other.
    pub fn tied(&self, one: EntryId, other: EntryId) -> bool {
        [self.from(one), self.to(one)].into_iter().flatten().any(|link| link.entry == other)
    }
}
