//! The plain structures of a record. Built once by `load`, never changed.

mod date;
mod entry;
mod parliament;

use ecow::EcoString;

use super::id::{EntryId, Kind};
use super::keys::Keys;
use super::lang::Text;
use super::library::Volume;
use super::links::Links;
pub use date::{DatePart, PartialDate};
pub use entry::{Certainty, Detail, Entry, More, MoreOfSource, Source};
pub use parliament::{Count, MoreOfOffice, Motion, Office, Post, Vote, VoteEvent};

/// A whole meeting record with its links.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Of several records as one, what is true of all of them.
    pub meta: Meta,
    /// The records, where there are several.
    pub volumes: Vec<Volume>,
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
    pub(super) keys: Keys,
}

/// Records that say the same. What is gathered from their entries is not compared.
impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        let Self {
            meta,
            volumes,
            policy_areas,
            projects,
            agreements,
            people,
            organisations,
            posts,
            statements,
            motions,
            vote_events,
            events,
            places,
            documents,
            links: _,
            keys: _,
        } = self;
        *meta == other.meta
            && *volumes == other.volumes
            && *policy_areas == other.policy_areas
            && *projects == other.projects
            && *agreements == other.agreements
            && *people == other.people
            && *organisations == other.organisations
            && *posts == other.posts
            && *statements == other.statements
            && *motions == other.motions
            && *vote_events == other.vote_events
            && *events == other.events
            && *places == other.places
            && *documents == other.documents
    }
}

impl Record {
    /// What every kind of entry has.
    ///
    /// # Panics
    /// When `id` comes from another record and is past the end of its list here.
    pub fn entry(&self, id: EntryId) -> &Entry {
        let place = id.place();
        match id.kind {
            Kind::Volume => &self.volumes[place].entry,
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
            Kind::Volume
            | Kind::PolicyArea
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
            Kind::Volume => self.volumes.len(),
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
        self.keys.find(self, key)
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
    pub license: Option<EcoString>,
    pub sources: Box<[Source]>,
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
    pub policy_areas: Box<[EntryId]>,
    /// The steps that the text names.
    pub actions: Box<[Text]>,
    pub organisations: Box<[EntryId]>,
    pub places: Box<[EntryId]>,
    pub event: Option<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub entry: Entry,
    /// `arrangement`, `memorandum`, `letter-of-intent`, or another word of the file.
    pub classification: Option<EcoString>,
    pub signed: Option<PartialDate>,
    pub parties: Box<[EntryId]>,
    pub signatories: Box<[Signatory]>,
    pub witnesses: Box<[EntryId]>,
    pub policy_areas: Box<[EntryId]>,
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
    pub offices: Box<[Office]>,
    pub birth: Option<PartialDate>,
    pub death: Option<PartialDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub entry: Entry,
    pub classification: Option<EcoString>,
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
    pub terms: Box<[Text]>,
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
    pub classification: Option<EcoString>,
    pub status: Option<EcoString>,
    pub start: Option<PartialDate>,
    pub end: Option<PartialDate>,
    /// `morning`, `afternoon`, `evening`, or other words of the file.
    pub time_of_day: Option<EcoString>,
    pub places: Box<[EntryId]>,
    pub participants: Box<[Participant]>,
    pub parent: Option<EntryId>,
    /// Whose event it is: of a term, the body that sits.
    pub organisation: Option<EntryId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    pub entry: EntryId,
    pub role: Option<EcoString>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub entry: Entry,
    pub classification: Option<EcoString>,
    pub parent: Option<EntryId>,
}

/// A published text: a page, a press release, a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub entry: Entry,
    pub classification: Option<EcoString>,
    pub publisher: Option<Text>,
    pub issued: Option<PartialDate>,
    pub language: Option<EcoString>,
    pub url: Option<EcoString>,
    pub parent: Option<EntryId>,
    pub authors: Box<[EntryId]>,
    /// What the document tells that no other entry holds.
    pub facts: Box<[Fact]>,
    /// Whom and what it is about.
    pub mentions: Box<[EntryId]>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub text: Text,
    pub sources: Box<[Source]>,
    pub certainty: Option<Certainty>,
    pub note: Option<Text>,
}
