//! The entries that a word with a colon narrows to: of a kind, of an area, by someone, of a date, in one of several
//! records.

use super::bits::Bits;
use super::fold::Folded;
use super::index::Index;
use super::query::{Query, Term, Within, Word};
use super::rank::class;
use super::{Field, Tier};
use crate::data::model::PartialDate;
use crate::data::{EntryId, Kind, Link, Record, Relation};

pub fn entries(within: &Within, slips: bool, index: &Index, record: &Record) -> Bits {
    match within {
        Within::Kind(kind) => index.of_kind(*kind).clone(),
        Within::Area(word) => area(word, slips, index, record),
        Within::Record(word) => in_records(word, slips, index, record),
        Within::By(word) => by(word, slips, index, record),
        Within::Date(date) => dated(date, index, record),
    }
}

/// The areas of a name or a number, and all that is tied to them.
fn area(word: &Word, slips: bool, index: &Index, record: &Record) -> Bits {
    let numbered = record.policy_areas.iter().zip(record.ids(Kind::PolicyArea));
    let numbered = numbered.filter(|(area, _)| area.number.is_some_and(|number| number.to_string() == word.text));
    let areas: Vec<EntryId> =
        numbered.map(|(_, id)| id).chain(named(word, slips, &[Kind::PolicyArea], index, record)).collect();
    let mut found = index.nothing();
    for area in areas {
        let links = record.links().from(area).iter().chain(record.links().to(area));
        let tied = links.filter(|link| link.entry.kind != Kind::Document).map(|link| link.entry);
        std::iter::once(area).chain(tied).for_each(|id| found.insert(index.place(id)));
    }
    found
}

/// The record of a name, else those of whose name or title the word is a part, and all that is in them.
fn in_records(word: &Word, slips: bool, index: &Index, record: &Record) -> Bits {
    let mut found = index.nothing();
    if !record.is_library() {
        return found;
    }
    let volumes = || record.volumes.iter().zip(record.ids(Kind::Volume));
    let is_called = |is: &dyn Fn(&str) -> bool| -> Vec<EntryId> {
        volumes().filter(|(volume, _)| is(&Folded::of(&volume.entry.key).text)).map(|(_, id)| id).collect()
    };
    let mut meant = is_called(&|name| name == word.text);
    if meant.is_empty() {
        meant = is_called(&|name| name.contains(&word.text));
        meant.extend(named(word, slips, &[Kind::Volume], index, record));
    }
    for volume in meant {
        found.insert_all(std::iter::once(volume).chain(record.entries_of(volume)).map(|id| index.place(id)));
    }
    found
}

/// What people and organisations of a name said, signed, wrote.
fn by(word: &Word, slips: bool, index: &Index, record: &Record) -> Bits {
    let mut found = index.nothing();
    for who in named(word, slips, &[Kind::Person, Kind::Organisation], index, record) {
        let is_theirs = |link: &&Link| {
            let done = [
                Relation::Speaker,
                Relation::Signatory,
                Relation::SignedFor,
                Relation::Party,
                Relation::Author,
                Relation::Mover,
            ];
            done.contains(&link.relation)
        };
        record.links().to(who).iter().filter(is_theirs).for_each(|link| found.insert(index.place(link.entry)));
    }
    found
}

/// The entries whose names a word matches.
fn named(word: &Word, slips: bool, kinds: &[Kind], index: &Index, record: &Record) -> Vec<EntryId> {
    let term = Term { is_not: false, within: None, word: Some(word.clone()) };
    let query = Query { groups: vec![vec![term]], slips, ..Query::default() };
    let hits = index.find(record, &query, kinds, usize::MAX).hits;
    let in_name =
        |found: super::Class| found <= class(Field::Alias, Tier::Near) && found != class(Field::Office, Tier::Exact);
    hits.into_iter().filter(|hit| in_name(hit.class)).map(|hit| hit.id).collect()
}

fn dated(date: &str, index: &Index, record: &Record) -> Bits {
    let begins_so = |own: &PartialDate| own.to_string().starts_with(date);
    let mut found = index.nothing();
    let own = record.all_ids().filter(|id| dates(record, *id).iter().flatten().any(begins_so));
    own.for_each(|id| found.insert(index.place(id)));
    found
}

/// The dates of an entry; of what was said, agreed or signed at an event, those of the event.
fn dates(record: &Record, id: EntryId) -> [Option<PartialDate>; 2] {
    let event = |event: Option<EntryId>| event.and_then(|event| record.events[event.place()].start);
    let place = id.place();
    match id.kind {
        Kind::Person => [record.people[place].birth, record.people[place].death],
        Kind::Event => [record.date(id), record.events[place].end],
        Kind::Agreement => [record.date(id), event(record.agreements[place].event)],
        Kind::Statement => [event(record.statements[place].event), None],
        Kind::Project => [event(record.projects[place].event), None],
        Kind::PolicyArea => [event(record.policy_areas[place].event), None],
        Kind::Volume
        | Kind::Organisation
        | Kind::Post
        | Kind::Motion
        | Kind::VoteEvent
        | Kind::Place
        | Kind::Document => [record.date(id), None],
    }
}
