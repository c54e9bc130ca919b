//! References: an id in one entry becomes the place of another.

use super::Code;
use super::fields::Spot;
use super::reader::{Nowhere, Owner, Reader, alternatives, quoted};
use crate::data::id::{EntryId, Kind};
use crate::data::tree::{Object, Value};

const NO_ENTRY: &str = "which no entry has; name an existing id or remove it";

impl<'a> Reader<'a> {
    pub fn reference(&mut self, object: &Object<'a>, key: &str, kinds: &[Kind]) -> Option<EntryId> {
        let id = self.id(object, key)?;
        let entry = self.resolve(object.get(key)?, key, &id, kinds);
        if entry.is_none() {
            object.give_back(key);
        }
        entry
    }

    /// The entry of a kind that has an id.
    pub fn entry_called(&self, id: &str, kind: Kind) -> Option<EntryId> {
        match self.ids.get(id)?.owner {
            Owner::Entry(entry) if entry.kind == kind => Some(entry),
            _ => None,
        }
    }

    /// A reference without which its object says nothing.
    pub fn needed_reference(&mut self, object: &Object<'a>, key: &str, kinds: &[Kind]) -> Option<EntryId> {
        self.required(object, key, |reader| reader.reference(object, key, kinds))
    }

    pub fn references(&mut self, object: &Object<'a>, key: &str, kind: Kind) -> Box<[EntryId]> {
        let items = self.items(object, key);
        let resolved = items.into_iter().filter_map(|item| {
            let id = self.id_in(item, Spot::ItemOf(key))?;
            self.resolve(item, key, &id, &[kind])
        });
        resolved.collect()
    }

    /// The objects of a list that are about one entry each, as `parties: [{organization_id}]`.
    pub fn references_within(&mut self, object: &Object<'a>, list: &str, key: &str, kind: Kind) -> Box<[EntryId]> {
        let items = self.objects(object, list);
        items.iter().filter_map(|item| self.needed_reference(item, key, &[kind])).collect()
    }

    /// Counts a reference to an array that the file does not have. There may be thousands: they are one fault.
    fn lead_nowhere(&mut self, value: Value<'a>, key: &str, id: &str, kinds: &[Kind]) {
        let Some(kind) = kinds.first() else { return };
        match self.nowhere.iter_mut().find(|nowhere| nowhere.key == key && nowhere.kind == *kind) {
            Some(nowhere) => nowhere.count += 1,
            None => self.nowhere.push(Nowhere {
                key: key.to_owned(),
                kind: *kind,
                first: value,
                id: id.to_owned(),
                count: 1,
            }),
        }
    }

    /// Tells the references to arrays that the file does not have.
    pub fn tell_nowhere(&mut self) {
        for Nowhere { key, kind, first, id, count } in std::mem::take(&mut self.nowhere) {
            let (list, id) = (kind.list(), quoted(&id));
            let message = if count == 1 {
                format!("\"{key}\" names {id}, {NO_ENTRY}")
            } else {
                format!(
                    "\"{key}\" names {id}, but nothing stands under \"{list}\", here and {} times more; add the array or remove them",
                    count - 1
                )
            };
            self.fault(first, Code::Dangling, message);
        }
    }

    /// The entry that has an id. `value` is where the reference is written, `key` the field that it is in.
    pub fn resolve(&mut self, value: Value<'a>, key: &str, id: &str, kinds: &[Kind]) -> Option<EntryId> {
        let wanted = || alternatives(&kinds.iter().map(|kind| kind.phrase()).collect::<Vec<_>>());
        let other_kind = |found| format!("which is {found}; name {} or remove it", wanted());
        let (code, problem) = match self.ids.get(id) {
            None if !kinds.iter().any(|kind| self.kinds[*kind as usize]) => {
                self.lead_nowhere(value, key, id, kinds);
                return None;
            }
            None => (Code::Dangling, NO_ENTRY.to_owned()),
            Some(holder) => match holder.owner {
                Owner::Entry(entry) if kinds.contains(&entry.kind) => return Some(entry),
                Owner::Entry(entry) => (Code::WrongKind, other_kind(entry.kind.phrase())),
                Owner::Office => (Code::WrongKind, other_kind("a membership")),
                Owner::LeftOut => {
                    let at = self.position_of(holder.offset);
                    let (line, column) = (at.line, at.column);
                    let problem =
                        format!("which is left out for the fault at line {line}, column {column}; correct that entry");
                    (Code::Dangling, problem)
                }
            },
        };
        self.fault(value, code, format!("\"{key}\" names {}, {problem}", quoted(id)));
        None
    }
}

impl Kind {
    fn phrase(self) -> &'static str {
        match self {
            Self::Volume => "a record",
            Self::PolicyArea => "a policy area",
            Self::Project => "a project",
            Self::Agreement => "an agreement",
            Self::Person => "a person",
            Self::Organisation => "an organization",
            Self::Post => "a post",
            Self::Statement => "a speech",
            Self::Motion => "a motion",
            Self::VoteEvent => "a vote event",
            Self::Event => "an event",
            Self::Place => "a place",
            Self::Document => "a document",
        }
    }
}
