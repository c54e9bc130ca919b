//! The plain structures of a record. Built once by `load`, never changed.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;

use super::id::{EntryId, Kind};
use super::lang::Text;
use super::links::Links;

/// A whole meeting record with its links.
#[derive(Debug, Clone)]
pub struct Record {
    pub meta: Meta,
    pub policy_areas: Vec<PolicyArea>,
    pub projects: Vec<Project>,
    pub agreements: Vec<Agreement>,
    pub people: Vec<Person>,
    pub organisations: Vec<Organisation>,
    pub statements: Vec<Statement>,
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
            Kind::Statement => &self.statements[place].entry,
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

    /// How many entries of a kind the record holds.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::PolicyArea => self.policy_areas.len(),
            Kind::Project => self.projects.len(),
            Kind::Agreement => self.agreements.len(),
            Kind::Person => self.people.len(),
            Kind::Organisation => self.organisations.len(),
            Kind::Statement => self.statements.len(),
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
    pub sources: Vec<Source>,
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

/// A post that a person holds or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    pub role: Text,
    pub organisation: Option<EntryId>,
    pub note: Option<Text>,
    pub sources: Vec<Source>,
    pub inferred: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub entry: Entry,
    pub classification: Option<String>,
    pub parent: Option<EntryId>,
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
    /// `morning`, `afternoon`, `evening`, or other words of the file.
    pub time_of_day: Option<String>,
    pub places: Vec<EntryId>,
    pub participants: Vec<Participant>,
    pub parent: Option<EntryId>,
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

/// A date at the precision of its source: `2025`, `2025-H2`, `2025-04`, `2025-04-24`. Orders by its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartialDate {
    pub year: u16,
    pub part: DatePart,
}

impl PartialDate {
    /// Reads a date of one of the four precisions. `None` for anything else, and for days that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let part = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => DatePart::Year,
            (Some("H1"), None, _) => DatePart::Half(1),
            (Some("H2"), None, _) => DatePart::Half(2),
            (Some(month), None, _) => DatePart::Month(month_number(month)?),
            (Some(month), Some(day), None) => {
                let month = month_number(month)?;
                let day = u8::try_from(digits(day, 2)?).ok()?;
                (1..=days_in(year, month)).contains(&day).then_some(DatePart::Day(month, day))?
            }
            _ => return None,
        };
        Some(Self { year, part })
    }

    /// Where the date begins, and how wide it is: the wider of two that begin together comes first.
    fn order(self) -> (u16, u8, u8, u8) {
        match self.part {
            DatePart::Year => (self.year, 1, 1, 0),
            DatePart::Half(half) => (self.year, if half == 1 { 1 } else { 7 }, 1, 1),
            DatePart::Month(month) => (self.year, month, 1, 2),
            DatePart::Day(month, day) => (self.year, month, day, 3),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The date as the record writes it.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            DatePart::Year => write!(f, "{year:04}"),
            DatePart::Half(half) => write!(f, "{year:04}-H{half}"),
            DatePart::Month(month) => write!(f, "{year:04}-{month:02}"),
            DatePart::Day(month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month_number(text: &str) -> Option<u8> {
    let month = u8::try_from(digits(text, 2)?).ok()?;
    (1..=12).contains(&month).then_some(month)
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePart {
    Year,
    /// 1 or 2.
    Half(u8),
    Month(u8),
    Day(u8, u8),
}
