//! What a parliament or a council has: seats, posts, motions and votes.

use ecow::EcoString;

use super::{Detail, Entry, PartialDate, Source};
use crate::data::id::EntryId;
use crate::data::lang::Text;

/// A membership: an office or a seat that a person holds or held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// `None` of a seat that the file gives no word for.
    pub role: Option<Text>,
    pub organisation: Option<EntryId>,
    /// The body that the person stands for, such as a party.
    pub on_behalf_of: Option<EntryId>,
    pub post: Option<EntryId>,
    /// The place that the person stands for.
    pub place: Option<EntryId>,
    /// The term in which it is held.
    pub term: Option<EntryId>,
    pub start: Option<PartialDate>,
    pub end: Option<PartialDate>,
    pub sources: Box<[Source]>,
    pub(in crate::data) more: Option<Box<MoreOfOffice>>,
}

/// What few offices have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoreOfOffice {
    pub note: Option<Text>,
    pub inferred: Vec<EcoString>,
    pub details: Vec<Detail>,
    /// Ways to get in touch with who holds it, which are nobody's business unless they are asked for.
    pub contacts: Vec<Detail>,
}

impl Office {
    pub fn add(&mut self, more: MoreOfOffice) {
        self.more = (more != MoreOfOffice::default()).then(|| Box::new(more));
    }

    pub fn note(&self) -> Option<&Text> {
        self.more.as_ref()?.note.as_ref()
    }

    /// The fields that no source says and that were concluded.
    pub fn inferred(&self) -> &[EcoString] {
        self.more.as_ref().map_or(&[], |more| &more.inferred)
    }

    /// What else the file says of it.
    pub fn details(&self) -> &[Detail] {
        self.more.as_ref().map_or(&[], |more| &more.details)
    }

    /// Ways to get in touch with who holds it, which are nobody's business unless they are asked for.
    pub fn contacts(&self) -> &[Detail] {
        self.more.as_ref().map_or(&[], |more| &more.contacts)
    }
}

/// A post that is there whoever holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub entry: Entry,
    pub organisation: Option<EntryId>,
    pub place: Option<EntryId>,
}

/// What was moved. Its name is its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    pub entry: Entry,
    pub classification: Option<EcoString>,
    pub organisation: Option<EntryId>,
    pub session: Option<EntryId>,
    pub mover: Option<EntryId>,
    pub date: Option<PartialDate>,
    /// `pass`, `fail`, or another word of the file.
    pub result: Option<EcoString>,
}

/// A vote that was held. Its name is its number, or the text of its motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteEvent {
    pub entry: Entry,
    pub motion: Option<EntryId>,
    pub organisation: Option<EntryId>,
    pub session: Option<EntryId>,
    pub date: Option<PartialDate>,
    pub result: Option<EcoString>,
    pub counts: Box<[Count]>,
    pub votes: Box<[Vote]>,
}

/// How many voted one thing: all of them, or those of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// `yes`, `no`, `abstain`, or another word of the file.
    pub option: EcoString,
    pub value: u32,
    pub group: Option<EntryId>,
}

/// What one voter voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    pub voter: EntryId,
    pub option: EcoString,
    pub group: Option<EntryId>,
}
