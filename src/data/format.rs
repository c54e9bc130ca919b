//! The format of a record as one table: which objects there are, and under which keys they hold what. The schema, the
//! tables of `docs/record-format.md`, the canonical order of `fmt` and what counts as an unknown key come from it.
//!
//! The terms are those of Popolo 1.0 in the layout of `EveryPolitician`; `policy_areas`, `projects`, `agreements` and
//! `documents` are additions.

mod classes;
mod meeting;
mod ordered;
mod schema;
mod shared;
mod votes;

pub use classes::{CLASSES, META, RECORD};
pub use schema::schema;
pub use shared::TAIL;

/// The version of the format that this program writes; of the same major version it reads all.
pub const VERSION: Version = Version { major: 1, minor: 0 };

/// What a file says in `meta.format` when it follows the format.
pub const NAME: &str = "popolo-meeting-record";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    pub major: u64,
    pub minor: u64,
}

/// What JSON has no sign for. It is kept, and nowhere shown.
pub const COMMENT: Field = field("//", Holds::Text, "a comment for whoever edits the file");

/// A kind of object.
#[derive(Debug)]
pub struct Class {
    /// As the schema calls it, in lower case with underscores.
    pub name: &'static str,
    /// What such an object is: a noun phrase.
    pub says: &'static str,
    /// Its keys in canonical order, in groups that several classes share; without the comment that all may have.
    pub groups: &'static [&'static [Field]],
}

/// A key of an object.
#[derive(Debug)]
pub struct Field {
    pub key: &'static str,
    pub holds: Holds,
    pub is_needed: bool,
    /// Of the keys of an object that say so, one at least is needed.
    pub is_either: bool,
    /// What the value says: a noun phrase.
    pub says: &'static str,
}

/// What a value may be. Under every key that is not needed null stands for nothing, and so does a string without words
/// where a value can be a string.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// Any words.
    Text,
    /// The id of the object itself: a string; a whole number is read as its digits.
    Id,
    /// The id of an object in one of these arrays of the record.
    Reference(&'static [&'static str]),
    /// `#` and the id of a document, or an address of the web.
    Address,
    /// `YYYY`, `YYYY-H1`, `YYYY-H2`, `YYYY-MM`, `YYYY-MM-DD`, or a day with a time.
    Date,
    /// A language tag (BCP 47).
    Tag,
    /// A whole number from 0.
    Count,
    /// A whole number from 0, as a number or as its digits.
    Ordinal,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, or another one: the list is open.
    Code(&'static [&'static str]),
    /// The version of the format: `MAJOR.MINOR`.
    Version,
    Object(&'static Class),
    /// An array of strings.
    Texts,
    /// An array of ids of objects in one of these arrays of the record.
    References(&'static [&'static str]),
    /// An array of objects.
    Objects(&'static Class),
    /// An array of sources; a string in it is one with nothing but an address.
    Sources,
}

impl Class {
    /// In canonical order. Every object may begin with a comment.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        std::iter::once(&COMMENT).chain(self.groups.iter().copied().flatten())
    }

    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.key == key)
    }
}

impl Holds {
    /// The class of the objects that a value is or has as its items.
    pub fn class(self) -> Option<&'static Class> {
        match self {
            Self::Object(class) | Self::Objects(class) => Some(class),
            Self::Sources => Some(&shared::SOURCE),
            _ => None,
        }
    }
}

const fn field(key: &'static str, holds: Holds, says: &'static str) -> Field {
    Field { key, holds, is_needed: false, is_either: false, says }
}

const fn needed(key: &'static str, holds: Holds, says: &'static str) -> Field {
    Field { is_needed: true, ..field(key, holds, says) }
}

const fn either(key: &'static str, holds: Holds, says: &'static str) -> Field {
    Field { is_either: true, ..field(key, holds, says) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_class_has_one_name_and_each_key_once() {
        let mut names = HashSet::new();
        for class in CLASSES {
            assert!(names.insert(class.name), "{}", class.name);
            let mut keys = HashSet::new();
            for field in class.fields() {
                assert!(keys.insert(field.key), "{}.{}", class.name, field.key);
                let inner =
                    field.holds.class().is_none_or(|inner| CLASSES.iter().any(|class| class.name == inner.name));
                assert!(inner, "{}.{}", class.name, field.key);
            }
        }
    }

    #[test]
    fn references_lead_to_arrays_of_the_record() {
        for field in CLASSES.iter().flat_map(|class| class.fields()) {
            let (Holds::Reference(arrays) | Holds::References(arrays)) = field.holds else { continue };
            for array in arrays {
                assert!(RECORD.field(array).is_some(), "{} names {array}", field.key);
            }
        }
    }
}
