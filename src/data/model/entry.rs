//! What every kind of entry has. Of a large record there are so many that what few of them have is put away apart.

use ecow::EcoString;

use crate::data::id::EntryId;
use crate::data::lang::Text;

/// What every kind of entry has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The id in the file: opaque, stable across versions of the record.
    pub key: EcoString,
    /// The name; of a statement, what was said.
    pub name: Text,
    pub sources: Box<[Source]>,
    /// What else the file says of the entry, in its order.
    pub details: Box<[Detail]>,
    more: Option<Box<More>>,
}

/// What few entries have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct More {
    pub description: Option<Text>,
    pub note: Option<Text>,
    /// The fields that no source says and that were concluded.
    pub inferred: Vec<EcoString>,
    pub certainty: Option<Certainty>,
    /// Ways to get in touch, which are nobody's business unless they are asked for.
    pub contacts: Vec<Detail>,
}

impl Entry {
    pub fn new(key: EcoString, name: Text, sources: Box<[Source]>, more: More) -> Self {
        let mut entry = Self { key, name, sources, details: Box::default(), more: None };
        entry.put(more);
        entry
    }

    /// Adds what the file says besides.
    pub fn add(&mut self, details: Vec<Detail>, contacts: Vec<Detail>) {
        self.details = details.into();
        if !contacts.is_empty() {
            let more = self.more.take().map(|more| *more).unwrap_or_default();
            self.put(More { contacts, ..more });
        }
    }

    fn put(&mut self, more: More) {
        self.more = (more != More::default()).then(|| Box::new(more));
    }

    pub fn description(&self) -> Option<&Text> {
        self.more.as_ref()?.description.as_ref()
    }

    pub fn note(&self) -> Option<&Text> {
        self.more.as_ref()?.note.as_ref()
    }

    /// The fields that no source says and that were concluded.
    pub fn inferred(&self) -> &[EcoString] {
        self.more.as_ref().map_or(&[], |more| &more.inferred)
    }

    pub fn certainty(&self) -> Option<Certainty> {
        self.more.as_ref()?.certainty
    }

    /// Ways to get in touch, which are nobody's business unless they are asked for.
    pub fn contacts(&self) -> &[Detail] {
        self.more.as_ref().map_or(&[], |more| &more.contacts)
    }
}

/// A value of the file that nothing in the program asks about: shown as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// A key of the format or another one; of an identifier its scheme, of a way to get in touch its type.
    pub key: EcoString,
    pub value: EcoString,
    /// What kind of page an address leads to, or when a number is answered.
    pub note: Option<Box<EcoString>>,
    /// The key is the scheme of an identifier.
    pub is_identifier: bool,
}

/// How sure the record is of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    Certain,
    Reported,
    Inferred,
}

/// Where something is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    pub document: Option<EntryId>,
    /// An address outside the record, as given.
    pub url: Option<Box<str>>,
    pub(in crate::data) more: Option<Box<MoreOfSource>>,
}

/// What few sources have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoreOfSource {
    pub note: Option<Text>,
    pub fields: Vec<EcoString>,
}

impl Source {
    pub fn add(&mut self, more: MoreOfSource) {
        self.more = (more != MoreOfSource::default()).then(|| Box::new(more));
    }

    pub fn note(&self) -> Option<&Text> {
        self.more.as_ref()?.note.as_ref()
    }

    /// The fields that this source backs; empty means all of them.
    pub fn fields(&self) -> &[EcoString] {
        self.more.as_ref().map_or(&[], |more| &more.fields)
    }
}

#[cfg(test)]
#[cfg(target_pointer_width = "64")]
mod tests {
    use super::*;
    use crate::data::lang::Form;
    use crate::data::model::{Office, PartialDate, Person};

    #[test]
    fn what_there_are_many_of_is_small() {
        assert_eq!([size_of::<Text>(), size_of::<Form>(), size_of::<Detail>()], [16, 40, 48]);
        assert_eq!([size_of::<Entry>(), size_of::<Source>(), size_of::<Office>()], [72, 32, 96]);
        assert_eq!([size_of::<Option<PartialDate>>(), size_of::<Person>()], [8, 104]);
    }
}
