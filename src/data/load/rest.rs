//! What a file says that no field of the model holds: kept as it stands, so that a reader loses nothing.

use std::borrow::Cow;

use ecow::EcoString;

use super::reader::Reader;
use crate::data::format::COMMENT;
use crate::data::model::{
    Agreement, Detail, Document, Entry, Event, Motion, Organisation, Person, Place, PolicyArea, Post, Project,
    Statement, VoteEvent,
};
use crate::data::tree::{Object, Shape, Value};

/// Keys under which files have what is nobody's business.
const PRIVATE: [&str; 12] = [
    "email",
    "emails",
    "contact_details",
    "phone",
    "phones",
    "telephone",
    "mobile",
    "cell",
    "fax",
    "address",
    "home_address",
    "postal_address",
];

#[derive(Debug, Default)]
pub struct Rest {
    pub details: Vec<Detail>,
    pub contacts: Vec<Detail>,
}

/// What has an entry in it.
pub trait HasEntry {
    fn entry(&mut self) -> &mut Entry;
}

macro_rules! has_entry {
    ($($kind:ty),*) => {
        $(impl HasEntry for $kind {
            fn entry(&mut self) -> &mut Entry {
                &mut self.entry
            }
        })*
    };
}

has_entry!(
    PolicyArea,
    Project,
    Agreement,
    Person,
    Organisation,
    Post,
    Statement,
    Motion,
    VoteEvent,
    Event,
    Place,
    Document
);

impl<'a> Reader<'a> {
    /// The fields of an object that nothing asked for, without its comment.
    pub fn rest(&mut self, object: &Object<'a>) -> Rest {
        let mut rest = Rest::default();
        let unread: Vec<(Cow<'a, str>, Value<'a>)> =
            object.unread().map(|field| (field.key.clone(), field.value)).collect();
        for (key, value) in unread.into_iter().filter(|(key, _)| key != COMMENT.key) {
            let into = if PRIVATE.contains(&key.as_ref()) { &mut rest.contacts } else { &mut rest.details };
            match (key.as_ref(), value.array()) {
                ("identifiers", Some(items)) => {
                    self.pairs(into, &items, "identifiers", ["scheme", "identifier", "note"]);
                }
                ("links", Some(items)) => self.pairs(into, &items, "links", ["", "url", "note"]),
                ("images", Some(items)) => self.pairs(into, &items, "images", ["", "url", "note"]),
                ("contact_details", Some(items)) => {
                    self.pairs(into, &items, "contact_details", ["type", "value", "note"]);
                }
                _ => {
                    let key = self.neutral(&key);
                    into.extend(self.as_it_stands(value).map(|value| Detail {
                        key,
                        value,
                        note: None,
                        is_identifier: false,
                    }));
                }
            }
        }
        rest
    }

    /// Objects of a name, a value and a remark. What is none stands as it is; a value that is empty says nothing.
    fn pairs(&mut self, into: &mut Vec<Detail>, items: &[Value<'a>], list: &'static str, keys: [&str; 3]) {
        for item in items {
            let object = item.object();
            let is_given = object.as_ref().is_some_and(|object| object.get(keys[1]).is_some());
            let [key, value, note] = keys.map(|key| {
                let value = object.as_ref().and_then(|object| object.get(key));
                value.and_then(|value| self.as_it_stands(value))
            });
            let value = value.or_else(|| if is_given { None } else { self.as_it_stands(*item) });
            let is_identifier = list == "identifiers" && key.is_some() && is_given;
            let key = key.unwrap_or_else(|| list.into());
            let note = note.map(Box::new);
            into.extend(value.map(|value| Detail { key, value, note, is_identifier }));
        }
    }

    /// A value in one line: a string without its quotation marks, an object that has a name by it, and what has more
    /// to say as it stands in the file. `None` for nothing.
    fn as_it_stands(&self, value: Value<'a>) -> Option<EcoString> {
        let text = match value.shape() {
            Shape::Null => return None,
            Shape::Text => value.text().map_or_else(|| self.neutral(value.source()), |text| self.neutral(&text)),
            Shape::Number | Shape::Boolean => value.source().into(),
            Shape::Array => self.items_as_they_stand(value),
            Shape::Object => {
                let name = value.object().and_then(|object| object.get("name")?.text());
                name.map_or_else(|| self.in_one_line(value), |name| self.neutral(&name))
            }
        };
        (!text.trim().is_empty()).then_some(text)
    }

    fn items_as_they_stand(&self, value: Value<'a>) -> EcoString {
        let items = value.array().unwrap_or_default();
        let scalars: Option<Vec<EcoString>> = items
            .iter()
            .map(|item| match item.shape() {
                Shape::Array | Shape::Object => None,
                _ => Some(self.as_it_stands(*item).unwrap_or_default()),
            })
            .collect();
        match scalars {
            Some(scalars) => scalars.join(", ").into(),
            None => self.in_one_line(value),
        }
    }

    fn in_one_line(&self, value: Value<'a>) -> EcoString {
        let words = value.source().split_ascii_whitespace();
        self.neutral(&words.collect::<Vec<_>>().join(" "))
    }
}
