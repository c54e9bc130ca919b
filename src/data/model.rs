//! The plain structures of a record. Built once by `load`, never changed.

mod date;
mod parliament;

use std::borrow::Cow;
use std::collections::HashMap;

use super::id::{EntryId, Kind};
use super::lang::Text;
use super::links::Links;
pub use date::{DatePart, PartialDate};
pub use parliament::{Count, Motion, Office, Post, Vote, VoteEvent};

/// A whole meeting record with its links.
#[derive(Debug, Clone)]
pub struct Record {
    pub meta: Meta,
    pub policy_areas: Vec<PolicyArea>,
    pub projects: Vec<Project>,
    pub agreements: Vec<Agreement>,
    pub people: Vec<Person>,
    pub organisations: Vec<Organisation>,
    pub posts: Vec<Post>,
    pub statements: Vec<Statement>,
    pub motions: Vec<Motion>,
    pub vote_events: Vec<VoteEvent>,
    pub events: Vec<Event>,
    pub places: Vec<Place>,
    pub documents: Vec<Document>,
    pub(super) links: Links,
    pub(super) keys: HashMap<String, EntryId>,
}

impl Record {
    /// What every kind of entry has.
    ///
    /// # Panics
    /// When `id` comes from another record and is past the end of its list here.
    pub fn entry(&self, id: EntryId) -> &Entry {
        let place = id.place();
        match id.kind {
            Kind::PolicyArea => &self.policy_areas[place].entry,
            Kind::Project => &self.projects[place].entry,
            Kind::Agreement => &self.agreements[place].entry,
            Kind::Person => &self.people[place].entry,
            Kind::Organisation => &self.organisations[place].entry,
            Kind::Post => &self.posts[place].entry,
            Kind::Statement => &self.statements[place].entry,
            Kind::Motion => &self.motions[place].entry,
            Kind::VoteEvent => &self.vote_events[place].entry,
            Kind::Event => &self.events[place].entry,
            Kind::Place => &self.places[place].entry,
            Kind::Document => &self.documents[place].entry,
        }
    }

    /// What orders events by date, those without one last.
    pub fn event_order(&self, event: EntryId) -> impl Ord + use<> {
        let start = self.events[event.place()].start;
        (start.is_none(), start)
    }

    /// The date of an entry: when it was held, signed, published, moved.
    pub fn date(&self, id: EntryId) -> Option<PartialDate> {
        let place = id.place();
        match id.kind {
            Kind::Agreement => self.agreements[place].signed,
            Kind::Motion => self.motions[place].date,
            Kind::VoteEvent => self.vote_events[place].date,
            Kind::Event => self.events[place].start,
            Kind::Document => self.documents[place].issued,
            Kind::PolicyArea
            | Kind::Project
            | Kind::Person
            | Kind::Organisation
            | Kind::Post
            | Kind::Statement
            | Kind::Place => None,
        }
    }

    /// How many entries of a kind the record holds.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::PolicyArea => self.policy_areas.len(),
            Kind::Project => self.projects.len(),
            Kind::Agreement => self.agreements.len(),
            Kind::Person => self.people.len(),
            Kind::Organisation => self.organisations.len(),
            Kind::Post => self.posts.len(),
            Kind::Statement => self.statements.len(),
            Kind::Motion => self.motions.len(),
            Kind::VoteEvent => self.vote_events.len(),
            Kind::Event => self.events.len(),
            Kind::Place => self.places.len(),
            Kind::Document => self.documents.len(),
        }
    }

    /// The entries of a kind in the order of the record.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = EntryId> + use<> {
        let count = u32::try_from(self.count(kind)).unwrap_or(u32::MAX);
        (0..count).map(move |index| EntryId::new(kind, index))
    }

    /// Every entry, in reading order.
    pub fn all_ids(&self) -> impl Iterator<Item = EntryId> + '_ {
        Kind::ALL.into_iter().flat_map(|kind| self.ids(kind))
    }

    /// The entry that the file calls `key`, for example `person/john-lee`.
    pub fn find(&self, key: &str) -> Option<EntryId> {
        self.keys.get(key).copied()
    }

    pub fn links(&self) -> &Links {
        &self.links
    }
}

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    pub title: Option<Text>,
    /// The meeting that the record is about: its start page.
    pub event: Option<EntryId>,
    /// The document that the record follows; entries without it among their sources are context.
    pub main_document: Option<EntryId>,
    pub stated: StatedCounts,
    pub note: Option<Text>,
    /// Under which licence the data may be used, as the file puts it.
    pub license: Option<String>,
    pub sources: Vec<Source>,
    /// What else the file says of itself.
    pub details: Vec<Detail>,
}

/// How many there are by the sources' own word, whether or not the record names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatedCounts {
    pub policy_areas: Option<u32>,
    pub projects: Option<u32>,
    pub agreements: Option<u32>,
}

/// What every kind of entry has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The id in the file: opaque, stable across versions of the record.
    pub key: String,
    /// The name; of a statement, what was said.
    pub name: Text,
    pub description: Option<Text>,
    pub note: Option<Text>,
    pub sources: Vec<Source>,
    /// The fields that no source says and that were concluded.
    pub inferred: Vec<String>,
    pub certainty: Option<Certainty>,
    /// What else the file says of the entry, in its order.
    pub details: Vec<Detail>,
    /// Ways to get in touch, which are nobody's business unless they are asked for.
    pub contacts: Vec<Detail>,
}

/// A value of the file that nothing in the program asks about: shown as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// A key of the format or another one; of an identifier its scheme, of a way to get in touch its type.
    pub key: Cow<'static, str>,
    pub value: String,
    /// What kind of page an address leads to, or when a number is answered.
    pub note: Option<String>,
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
    pub url: Option<String>,
    pub note: Option<Text>,
    /// The fields that this source backs; empty means all of them.
    pub fields: Vec<String>,
}

/// A field of co-operation (範疇).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyArea {
    pub entry: Entry,
    pub number: Option<u32>,
    /// How many projects the area has by its source's word; `None` where no source at hand says.
    pub stated_projects: Option<u32>,
    pub event: Option<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub entry: Entry,
    pub policy_areas: Vec<EntryId>,
    /// The steps that the text names.
    pub actions: Vec<Text>,
    pub organisations: Vec<EntryId>,
    pub places: Vec<EntryId>,
    pub event: Option<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub entry: Entry,
    /// `arrangement`, `memorandum`, `letter-of-intent`, or another word of the file.
    pub classification: Option<String>,
    pub signed: Option<PartialDate>,
    pub parties: Vec<EntryId>,
    pub signatories: Vec<Signatory>,
    pub witnesses: Vec<EntryId>,
    pub policy_areas: Vec<EntryId>,
    pub event: Option<EntryId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signatory {
    pub person: EntryId,
    pub on_behalf_of: Option<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub entry: Entry,
    pub offices: Vec<Office>,
    pub birth: Option<PartialDate>,
    pub death: Option<PartialDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub entry: Entry,
    pub classification: Option<String>,
    pub parent: Option<EntryId>,
    pub place: Option<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub entry: Entry,
    pub speaker: Option<EntryId>,
    /// Where it was said.
    pub event: Option<EntryId>,
    /// What it was about, where that is another event.
    pub about: Option<EntryId>,
    pub quotation: Quotation,
    /// Coined terms that the speaker used.
    pub terms: Vec<Text>,
}

/// How near the text is to the words that were spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quotation {
    #[default]
    Reported,
    QuotedInPart,
    Direct,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub entry: Entry,
    pub classification: Option<String>,
    pub status: Option<String>,
    pub start: Option<PartialDate>,
    pub end: Option<PartialDate>,
    /// `morning`, `afternoon`, `evening`, or other words of the file.
    pub time_of_day: Option<String>,
    pub places: Vec<EntryId>,
    pub participants: Vec<Participant>,
    pub parent: Option<EntryId>,
    /// Whose event it is: of a term, the body that sits.
    pub organisation: Option<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    pub entry: EntryId,
    pub role: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub entry: Entry,
    pub classification: Option<String>,
    pub parent: Option<EntryId>,
}

/// A published text: a page, a press release, a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub entry: Entry,
    pub classification: Option<String>,
    pub publisher: Option<Text>,
    pub issued: Option<PartialDate>,
    pub language: Option<String>,
    pub url: Option<String>,
    pub parent: Option<EntryId>,
    pub authors: Vec<EntryId>,
    /// What the document tells that no other entry holds.
    pub facts: Vec<Fact>,
    /// Whom and what it is about.
    pub mentions: Vec<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub text: Text,
    pub sources: Vec<Source>,
    pub certainty: Option<Certainty>,
    pub note: Option<Text>,
}
