//! The first walk over a file: which entries there are and what they are called. References need all of them.

use std::collections::HashMap;
use std::collections::hash_map;

use super::Code;
use super::fields::Spot;
use super::reader::{Named, Owner, Reader, quoted};
use super::texts::{NAME, TEXT};
use crate::data::id::{EntryId, Kind};
use crate::data::lang::Text;
use crate::data::tree::{Object, Value};

/// The lists of a file and what is in them; `None` for the offices.
const LISTS: [(&str, Option<Kind>); 10] = [
    ("policy_areas", Some(Kind::PolicyArea)),
    ("projects", Some(Kind::Project)),
    ("agreements", Some(Kind::Agreement)),
    ("persons", Some(Kind::Person)),
    ("organizations", Some(Kind::Organisation)),
    ("speeches", Some(Kind::Statement)),
    ("events", Some(Kind::Event)),
    ("areas", Some(Kind::Place)),
    ("documents", Some(Kind::Document)),
    ("memberships", None),
];

/// An entry of which only the id and the name are read.
#[derive(Debug)]
pub struct Head<'a> {
    pub object: Object<'a>,
    /// What makes it an entry. Without it the rest is read for its faults only.
    pub title: Option<Title>,
    /// What it is a part of; set by `resolve_parents`.
    pub parent: Option<EntryId>,
}

#[derive(Debug)]
pub struct Title {
    pub id: EntryId,
    pub key: String,
    pub name: Text,
}

#[derive(Debug, Default)]
pub struct Heads<'a> {
    pub entries: HashMap<Kind, Vec<Head<'a>>>,
    pub offices: Vec<OfficeHead<'a>>,
}

/// A membership. One whose id is taken is read for its faults only.
#[derive(Debug)]
pub struct OfficeHead<'a> {
    pub object: Object<'a>,
    pub is_kept: bool,
}

impl<'a> Reader<'a> {
    pub fn heads(&mut self, root: &Object<'a>) -> Heads<'a> {
        let mut lists: Vec<_> = LISTS.iter().filter_map(|list| Some((root.get(list.0)?.offset(), list))).collect();
        // In the order of the file, so that the second of two ids is the one further down.
        lists.sort_unstable_by_key(|(offset, _)| *offset);
        let mut heads = Heads::default();
        for (_, &(list, kind)) in lists {
            let items = self.items(root, list);
            match kind {
                Some(kind) => drop(heads.entries.insert(kind, self.entry_heads(items, list, kind))),
                None => heads.offices = self.office_heads(items, list),
            }
        }
        heads
    }

    fn entry_heads(&mut self, items: Vec<Value<'a>>, list: &str, kind: Kind) -> Vec<Head<'a>> {
        let mut next = EntryId::new(kind, 0);
        let mut heads = Vec::with_capacity(items.len());
        for item in items {
            let head = self.object_in(item, Spot::ItemOf(list)).map(|object| self.head(object, next));
            match head.as_ref().and_then(|head| head.title.as_ref()) {
                Some(_) => next.index = next.index.saturating_add(1),
                None => self.skipped += 1,
            }
            heads.extend(head);
        }
        heads
    }

    fn head(&mut self, object: Object<'a>, id: EntryId) -> Head<'a> {
        let words = if id.kind == Kind::Statement { TEXT } else { NAME };
        let key = self.required(&object, "id", |reader| reader.id(&object, "id"));
        let name = self.needed_words(&object, words);
        let owner = if name.is_some() { Owner::Entry(id) } else { Owner::LeftOut };
        let key = key.filter(|key| self.claim(&object, key, owner));
        let title = key.zip(name).map(|(key, name)| Title { id, key, name });
        Head { object, title, parent: None }
    }

    /// Real files leave out the ids of memberships, and nothing refers to them.
    fn office_heads(&mut self, items: Vec<Value<'a>>, list: &str) -> Vec<OfficeHead<'a>> {
        let mut offices = Vec::with_capacity(items.len());
        for item in items {
            let Some(object) = self.object_in(item, Spot::ItemOf(list)) else {
                self.skipped += 1;
                continue;
            };
            let id = self.id(&object, "id");
            let is_kept = id.is_none_or(|id| self.claim(&object, &id, Owner::Office));
            offices.push(OfficeHead { object, is_kept });
        }
        offices
    }

    /// Gives an id to its first owner, and tells of it when there is one already.
    fn claim(&mut self, object: &Object<'a>, key: &str, owner: Owner) -> bool {
        let offset = object.value.offset();
        match self.ids.entry(key.to_owned()) {
            hash_map::Entry::Vacant(entry) => {
                entry.insert(Named { owner, offset });
                true
            }
            hash_map::Entry::Occupied(first) => {
                let at = self.positions.of(first.get().offset);
                let message = format!(
                    "{} is already the id of the entry at line {}, column {}; give this one an id of its own",
                    quoted(key),
                    at.line,
                    at.column
                );
                self.fault(object.get("id").unwrap_or(object.value), Code::RepeatedId, message);
                false
            }
        }
    }
}
