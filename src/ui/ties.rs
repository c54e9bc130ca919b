//! Who and what is tied to an entry, and by what: its references in both directions, and two steps that a reader asks for.
//! Sources are no ties: they have their place under every entry.

use std::collections::HashSet;

use crate::data::{EntryId, Kind, Record, Relation};

/// What ties an entry to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    Names(Relation),
    /// By entries of a kind.
    NamedBy(Relation, Kind),
    /// A person to the events at which something of theirs was said.
    SpokeAt,
    /// An event to the persons of whom something was said at it.
    Spoken,
    /// A person to the places of the events in which they took part.
    PlaceOfEvent,
    /// A place to the persons who took part in the events there.
    PersonOfEvent,
}

/// The ties of an entry, each with the entries at its other end.
pub fn of(record: &Record, id: EntryId) -> Vec<(Tie, Vec<EntryId>)> {
    let links = record.links();
    let mut ties: Vec<(Tie, Vec<EntryId>)> = Vec::new();
    let mut told = HashSet::new();
    let mut add = |tie: Tie, entry: EntryId| {
        if entry == id || !told.insert((tie, entry)) {
            return;
        }
        match ties.iter_mut().find(|(other, _)| *other == tie) {
            Some((_, entries)) => entries.push(entry),
            None => ties.push((tie, vec![entry])),
        }
    };
    for link in links.from(id).iter().filter(|link| link.relation != Relation::Source) {
        add(Tie::Names(link.relation), link.entry);
    }
    for link in links.to(id).iter().filter(|link| link.relation != Relation::Source) {
        add(Tie::NamedBy(link.relation, link.entry.kind), link.entry);
    }
    // From statements to the events at which they were made, and from events to where they were.
    let (tie, through, onward) = match id.kind {
        Kind::Person => (Tie::SpokeAt, Relation::Speaker, Relation::At),
        Kind::Event => (Tie::Spoken, Relation::At, Relation::Speaker),
        Kind::Place => (Tie::PersonOfEvent, Relation::In, Relation::Participant),
        _ => return sorted(record, ties),
    };
    let step = |through: Relation, onward: Relation, add: &mut dyn FnMut(EntryId)| {
        for middle in links.to(id).iter().filter(|link| link.relation == through) {
            links.from(middle.entry).iter().filter(|link| link.relation == onward).for_each(|link| add(link.entry));
        }
    };
    step(through, onward, &mut |entry| add(tie, entry));
    if id.kind == Kind::Person {
        step(Relation::Participant, Relation::In, &mut |entry| add(Tie::PlaceOfEvent, entry));
    }
    sorted(record, ties)
}

/// Ties in the order in which a reader wants them, events among them by date.
fn sorted(record: &Record, mut ties: Vec<(Tie, Vec<EntryId>)>) -> Vec<(Tie, Vec<EntryId>)> {
    ties.sort_by_key(|(tie, _)| *tie);
    for (_, entries) in &mut ties {
        if entries.iter().all(|entry| entry.kind == Kind::Event) {
            entries.sort_by_key(|event| record.event_order(*event));
        }
    }
    ties
}
