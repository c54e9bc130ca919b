//! References: an id in one entry becomes the place of another.

use super::Code;
use super::fields::Spot;
use super::reader::{Owner, Reader, alternatives, quoted};
use crate::data::id::{EntryId, Kind};
use crate::data::tree::{Object, Value};

impl<'a> Reader<'a> {
    pub fn reference(&mut self, object: &Object<'a>, key: &str, kinds: &[Kind]) -> Option<EntryId> {
        let id = self.id(object, key)?;
        self.resolve(object.get(key)?, key, &id, kinds)
    }

    /// A reference without which its object says nothing.
    pub fn needed_reference(&mut self, object: &Object<'a>, key: &str, kinds: &[Kind]) -> Option<EntryId> {
        self.required(object, key, |reader| reader.reference(object, key, kinds))
    }

    pub fn references(&mut self, object: &Object<'a>, key: &str, kind: Kind) -> Vec<EntryId> {
        let items = self.items(object, key);
        let resolved = items.into_iter().filter_map(|item| {
            let id = self.id_in(item, Spot::ItemOf(key))?;
            self.resolve(item, key, &id, &[kind])
        });
        resolved.collect()
    }

    /// The objects of a list that are about one entry each, as `parties: [{organization_id}]`.
    pub fn references_within(&mut self, object: &Object<'a>, list: &str, key: &str, kind: Kind) -> Vec<EntryId> {
        let items = self.objects(object, list);
        items.iter().filter_map(|item| self.needed_reference(item, key, &[kind])).collect()
    }

    /// The entry that has an id. `value` is where the reference is written, `key` the field that it is in.
    pub fn resolve(&mut self, value: Value<'a>, key: &str, id: &str, kinds: &[Kind]) -> Option<EntryId> {
        let wanted = || alternatives(&kinds.iter().map(|kind| kind.phrase()).collect::<Vec<_>>());
        let other_kind = |found| format!("which is {found}; name {} or remove it", wanted());
        let (code, problem) = match self.ids.get(id) {
            None => (Code::Dangling, "which no entry has; name an existing id or remove it".to_owned()),
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
            Self::PolicyArea => "a policy area",
            Self::Project => "a project",
            Self::Agreement => "an agreement",
            Self::Person => "a person",
            Self::Organisation => "an organization",
            Self::Statement => "a speech",
            Self::Event => "an event",
            Self::Place => "a place",
            Self::Document => "a document",
        }
    }
}
