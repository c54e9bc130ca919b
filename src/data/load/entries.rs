//! The second walk over a file: every kind of entry with its fields and references.

use ecow::EcoString;

use super::LoadError;
use super::heads::{Head, Heads, OfficeHead, Title};
use super::reader::Reader;
use super::rest::{HasEntry, Rest};
use super::texts::{DESCRIPTION, NOTE, TITLE};
use crate::data::id::{EntryId, Kind};
use crate::data::keys::Keys;
use crate::data::lang::{Form, Tag, Text};
use crate::data::links::Links;
use crate::data::model::{Certainty, Entry, Meta, More, Record, StatedCounts};
use crate::data::tree::Object;

pub const CERTAINTIES: [(&str, Certainty); 3] =
    [("certain", Certainty::Certain), ("reported", Certainty::Reported), ("inferred", Certainty::Inferred)];

impl<'a> Reader<'a> {
    /// Reads everything. Fails only for a file of a later format or with too many entries.
    pub fn record(&mut self, root: &Object<'a>) -> Result<Record, LoadError> {
        let meta = self.object(root, "meta");
        if let Some(meta) = &meta {
            self.check_version(meta)?;
            self.language = self.string(meta, "language").map_or(self.language.clone(), |tag| Tag::parse(&tag));
        }
        let mut heads = self.heads(root)?;
        for kind in [Kind::Organisation, Kind::Event, Kind::Place, Kind::Document] {
            self.resolve_parents(kind, heads.entries.entry(kind).or_default());
        }
        let mut record = Record {
            meta: meta.map(|meta| self.meta(&meta)).unwrap_or_default(),
            volumes: Vec::new(),
            policy_areas: self.list(&mut heads, Kind::PolicyArea, Self::policy_area),
            projects: self.list(&mut heads, Kind::Project, Self::project),
            agreements: self.list(&mut heads, Kind::Agreement, Self::agreement),
            people: self.list(&mut heads, Kind::Person, Self::person),
            organisations: self.list(&mut heads, Kind::Organisation, Self::organisation),
            posts: self.list(&mut heads, Kind::Post, Self::post),
            statements: self.list(&mut heads, Kind::Statement, Self::statement),
            motions: self.list(&mut heads, Kind::Motion, Self::motion),
            vote_events: self.list(&mut heads, Kind::VoteEvent, Self::vote_event),
            events: self.list(&mut heads, Kind::Event, Self::event),
            places: self.list(&mut heads, Kind::Place, Self::place),
            documents: self.list(&mut heads, Kind::Document, Self::document),
            links: Links::default(),
            keys: Keys::default(),
        };
        if self.is_called_off() {
            return Ok(record);
        }
        self.offices(heads.offices, &mut record);
        record.keys = Keys::of(&record);
        record.links = Links::of(&record);
        Ok(record)
    }

    /// The entries of one kind. Those that can't be kept are read too, so that all their faults are told at once.
    fn list<T: HasEntry>(
        &mut self,
        heads: &mut Heads<'a>,
        kind: Kind,
        read: fn(&mut Self, &Object<'a>, Entry, Option<EntryId>) -> T,
    ) -> Vec<T> {
        let mut entries = Vec::new();
        for Head { object, title, parent } in heads.entries.remove(&kind).unwrap_or_default() {
            if !self.goes_on() {
                break;
            }
            let kept = title.is_some();
            let entry = self.entry(&object, title);
            let mut read = read(self, &object, entry, parent);
            let Rest { details, contacts } = self.rest(&object);
            read.entry().add(details, contacts);
            entries.extend(kept.then_some(read));
        }
        entries
    }

    fn entry(&mut self, object: &Object<'a>, title: Option<Title>) -> Entry {
        let nameless = || {
            let form = Form::new(Tag::Unsaid, "", None);
            (EcoString::new(), Text::new(form, Vec::new()))
        };
        let (key, name) = title.map_or_else(nameless, |Title { key, name, .. }| (key, name));
        let more = More {
            description: self.words(object, DESCRIPTION),
            note: self.words(object, NOTE),
            inferred: self.strings(object, "inferred"),
            certainty: self.choice(object, "certainty", &CERTAINTIES),
            contacts: Vec::new(),
        };
        Entry::new(key, name, self.sources(object), more)
    }

    /// Reads the offices and gives them to those who hold them, in the order of the file.
    fn offices(&mut self, heads: Vec<OfficeHead<'a>>, record: &mut Record) {
        let mut held = Vec::with_capacity(heads.len());
        for OfficeHead { object, is_kept, host } in heads {
            if !self.goes_on() {
                break;
            }
            match self.office(&object, host).filter(|_| is_kept) {
                Some((person, office)) => {
                    self.belongs(object.value, person);
                    held.push((person, office));
                }
                None => self.skipped += 1,
            }
        }
        held.sort_by_key(|(person, _)| *person);
        let mut held = held.into_iter().peekable();
        while let Some((person, first)) = held.next() {
            let others = std::iter::from_fn(|| held.next_if(|(other, _)| *other == person).map(|(_, office)| office));
            record.people[person.place()].offices = std::iter::once(first).chain(others).collect();
        }
    }

    fn meta(&mut self, meta: &Object<'a>) -> Meta {
        let counts = self.object(meta, "stated_counts");
        let stated = counts.map(|counts| StatedCounts {
            policy_areas: self.count(&counts, "policy_areas"),
            projects: self.count(&counts, "projects"),
            agreements: self.count(&counts, "agreements"),
        });
        meta.get("format");
        let mut read = Meta {
            title: self.words(meta, TITLE),
            event: self.reference(meta, "event_id", &[Kind::Event]),
            main_document: self.reference(meta, "main_document_id", &[Kind::Document]),
            stated: stated.unwrap_or_default(),
            note: self.words(meta, NOTE),
            license: self.string(meta, "license").or_else(|| self.string(meta, "licence")),
            sources: self.sources(meta),
            details: Vec::new(),
        };
        read.details = self.rest(meta).details;
        read
    }
}
