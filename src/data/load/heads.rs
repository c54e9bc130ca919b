//! The first walk over a file: which entries there are and what they are called. References need all of them.

use std::collections::HashMap;
use std::collections::hash_map;

use ecow::EcoString;

use super::fields::Spot;
use super::reader::{Named, Owner, Reader, quoted};
use super::texts::{IDENTIFIER, LABEL, NAME, ROLE, TEXT};
use super::{Code, LoadError};
use crate::data::id::{EntryId, Kind};
use crate::data::lang::{Form, Tag, Text};
use crate::data::tree::{Object, Shape, Value};

/// The lists of a file and what is in them; `None` for the offices.
pub const LISTS: [(&str, Option<Kind>); 13] = [
    ("policy_areas", Some(Kind::PolicyArea)),
    ("projects", Some(Kind::Project)),
    ("agreements", Some(Kind::Agreement)),
    ("persons", Some(Kind::Person)),
    ("organizations", Some(Kind::Organisation)),
    ("posts", Some(Kind::Post)),
    ("speeches", Some(Kind::Statement)),
    ("motions", Some(Kind::Motion)),
    ("vote_events", Some(Kind::VoteEvent)),
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
    /// What it is a part of, set by `resolve_parents`, or the entry in which it stands.
    pub parent: Option<EntryId>,
}

#[derive(Debug)]
pub struct Title {
    pub id: EntryId,
    pub key: EcoString,
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
    /// The entry in which it stands.
    pub host: Option<EntryId>,
}

impl Kind {
    /// The array of the file in which entries of the kind stand.
    pub(super) fn list(self) -> &'static str {
        LISTS.iter().find(|(_, kind)| *kind == Some(self)).map_or("", |(list, _)| list)
    }
}

impl<'a> Reader<'a> {
    pub fn heads(&mut self, root: &Object<'a>) -> Result<Heads<'a>, LoadError> {
        let mut lists: Vec<_> = LISTS.iter().filter_map(|list| Some((root.get(list.0)?.offset(), list))).collect();
        // In the order of the file, so that the second of two ids is the one further down.
        lists.sort_unstable_by_key(|(offset, _)| *offset);
        let lists: Vec<_> = lists.into_iter().map(|(_, &(list, kind))| (list, kind, self.listed(root, list))).collect();
        self.admit(lists.iter().map(|(.., items)| items.len()).sum())?;
        let mut heads = Heads::default();
        for (list, kind, items) in lists {
            match kind {
                Some(kind) => self.entry_heads(&mut heads, items, list, kind, None),
                None => self.office_heads(&mut heads, items, list, None),
            }
        }
        self.embedded(&mut heads)?;
        self.kinds = Kind::ALL.map(|kind| heads.entries.get(&kind).is_some_and(|heads| !heads.is_empty()));
        Ok(heads)
    }

    /// The items of an array of the record; a lone object is an array of one.
    fn listed(&mut self, root: &Object<'a>, list: &str) -> Vec<Value<'a>> {
        match root.peek(list) {
            Some(value) if value.offset() == root.value.offset() && value.shape() == Shape::Object => vec![value],
            _ => self.items(root, list),
        }
    }

    /// What stands inside of other entries: posts and memberships of a body, memberships of a person, votes on a motion,
    /// and places that objects have beside or in place of their ids.
    fn embedded(&mut self, heads: &mut Heads<'a>) -> Result<(), LoadError> {
        for (kind, list, inner) in [
            (Kind::Organisation, "posts", Some(Kind::Post)),
            (Kind::Motion, "vote_events", Some(Kind::VoteEvent)),
            (Kind::Organisation, "memberships", None),
            (Kind::Person, "memberships", None),
        ] {
            let hosts = heads.entries.get(&kind).into_iter().flatten();
            let found: Vec<(Option<EntryId>, Vec<Value<'a>>)> = hosts
                .filter(|host| host.object.has(list))
                .map(|host| (host.title.as_ref().map(|title| title.id), self.items(&host.object, list)))
                .collect();
            self.admit(found.iter().map(|(_, items)| items.len()).sum())?;
            for (host, items) in found {
                match inner {
                    Some(inner) => self.entry_heads(heads, items, list, inner, host),
                    None => self.office_heads(heads, items, list, host),
                }
            }
        }
        let of_kind = |kind| heads.entries.get(&kind).into_iter().flatten().map(|head| &head.object);
        let holders = [Kind::Organisation, Kind::Post, Kind::Event].into_iter().flat_map(of_kind);
        let holders = holders.chain(heads.offices.iter().map(|office| &office.object));
        let places: Vec<Value<'a>> = holders.filter_map(|object| object.peek("area")).collect();
        for place in places {
            let id = place.object().and_then(|object| self.id(&object, "id"));
            if id.is_some_and(|id| !self.ids.contains_key(&id)) {
                self.admit(1)?;
                self.entry_heads(heads, vec![place], "area", Kind::Place, None);
            }
        }
        Ok(())
    }

    fn entry_heads(
        &mut self,
        heads: &mut Heads<'a>,
        items: Vec<Value<'a>>,
        list: &str,
        kind: Kind,
        host: Option<EntryId>,
    ) {
        let known = heads.entries.entry(kind).or_default();
        let kept = known.iter().filter(|head| head.title.is_some()).count();
        let mut next = EntryId::new(kind, u32::try_from(kept).unwrap_or(u32::MAX));
        for item in items {
            if !self.goes_on() {
                return;
            }
            let head = self.object_in(item, Spot::ItemOf(list)).map(|object| self.head(object, next, host));
            match head.as_ref().and_then(|head| head.title.as_ref()) {
                Some(_) => next.index = next.index.saturating_add(1),
                None => self.skipped += 1,
            }
            known.extend(head);
        }
    }

    fn head(&mut self, object: Object<'a>, id: EntryId, host: Option<EntryId>) -> Head<'a> {
        let key = self.required(&object, "id", |reader| reader.id(&object, "id"));
        let name = self.title_of(&object, id.kind, key.as_deref());
        let owner = if name.is_some() { Owner::Entry(id) } else { Owner::LeftOut };
        let key = key.filter(|key| self.claim(&object, key, owner));
        let title = key.zip(name).map(|(key, name)| Title { id, key, name });
        if title.is_some() {
            self.belongs(object.value, id);
        }
        Head { object, title, parent: host }
    }

    /// What an entry is called: its name or what stands for one.
    fn title_of(&mut self, object: &Object<'a>, kind: Kind, key: Option<&str>) -> Option<Text> {
        match kind {
            Kind::Statement | Kind::Motion => self.needed_words(object, TEXT),
            Kind::Post => self.words(object, LABEL).or_else(|| self.needed_words(object, ROLE)),
            Kind::VoteEvent => self.words(object, IDENTIFIER).or_else(|| {
                let text = object.peek("start_date").and_then(Value::text);
                let text = text.map(|text| self.neutral(&text)).or(key.map(EcoString::from))?;
                Some(Text::new(Form::new(Tag::Unsaid, text, None), Vec::new()))
            }),
            _ => self.needed_words(object, NAME),
        }
    }

    /// Real files leave out the ids of memberships, and nothing refers to them.
    fn office_heads(&mut self, heads: &mut Heads<'a>, items: Vec<Value<'a>>, list: &str, host: Option<EntryId>) {
        for item in items {
            if !self.goes_on() {
                return;
            }
            let Some(object) = self.object_in(item, Spot::ItemOf(list)) else {
                self.skipped += 1;
                continue;
            };
            let id = self.id(&object, "id");
            let is_kept = id.is_none_or(|id| self.claim(&object, &id, Owner::Office));
            heads.offices.push(OfficeHead { object, is_kept, host });
        }
    }

    /// Gives an id to its first owner, and tells of it when there is one already.
    fn claim(&mut self, object: &Object<'a>, key: &str, owner: Owner) -> bool {
        let offset = object.value.offset();
        match self.ids.entry(key.into()) {
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
