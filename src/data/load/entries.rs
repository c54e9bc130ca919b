//! The second walk over a file: every kind of entry with its fields and references.

use std::collections::HashMap;

use super::LoadError;
use super::heads::{Head, Heads, OfficeHead, Title};
use super::reader::Reader;
use super::texts::{DESCRIPTION, NOTE, PUBLISHER, ROLE, TEXT, TITLE};
use crate::data::id::{EntryId, Kind};
use crate::data::lang::{Form, Tag, Text};
use crate::data::links::Links;
use crate::data::model::{
    Agreement, Certainty, Document, Entry, Event, Fact, Meta, Office, Organisation, Participant, Person, Place,
    PolicyArea, Project, Quotation, Record, Signatory, StatedCounts, Statement,
};
use crate::data::tree::Object;

const CERTAINTIES: [(&str, Certainty); 3] =
    [("certain", Certainty::Certain), ("reported", Certainty::Reported), ("inferred", Certainty::Inferred)];

const QUOTATIONS: [(&str, Quotation); 3] =
    [("reported", Quotation::Reported), ("quoted-in-part", Quotation::QuotedInPart), ("direct", Quotation::Direct)];

/// Who can take part in an event, by `entity_type`.
const PARTICIPANTS: [(&str, &[Kind]); 2] = [("person", &[Kind::Person]), ("organization", &[Kind::Organisation])];

impl<'a> Reader<'a> {
    /// Reads everything. Fails only for a file of a later format.
    pub fn record(&mut self, root: &Object<'a>) -> Result<Record, LoadError> {
        let meta = self.object(root, "meta");
        if let Some(meta) = &meta {
            self.check_version(meta)?;
            self.language = self.string(meta, "language").map_or(self.language.clone(), |tag| Tag::parse(&tag));
        }
        let mut heads = self.heads(root);
        for kind in [Kind::Organisation, Kind::Event, Kind::Place, Kind::Document] {
            self.resolve_parents(kind, heads.entries.entry(kind).or_default());
        }
        let keys = keys(&heads);
        let mut record = Record {
            meta: meta.map(|meta| self.meta(&meta)).unwrap_or_default(),
            policy_areas: self.list(&mut heads, Kind::PolicyArea, Self::policy_area),
            projects: self.list(&mut heads, Kind::Project, Self::project),
            agreements: self.list(&mut heads, Kind::Agreement, Self::agreement),
            people: self.list(&mut heads, Kind::Person, Self::person),
            organisations: self.list(&mut heads, Kind::Organisation, Self::organisation),
            statements: self.list(&mut heads, Kind::Statement, Self::statement),
            events: self.list(&mut heads, Kind::Event, Self::event),
            places: self.list(&mut heads, Kind::Place, Self::place),
            documents: self.list(&mut heads, Kind::Document, Self::document),
            links: Links::default(),
            keys,
        };
        for OfficeHead { object, is_kept } in &heads.offices {
            match self.office(object).filter(|_| *is_kept) {
                Some((person, office)) => record.people[person.place()].offices.push(office),
                None => self.skipped += 1,
            }
        }
        record.links = Links::of(&record);
        Ok(record)
    }

    /// The entries of one kind. Those that can't be kept are read too, so that all their faults are told at once.
    fn list<T>(
        &mut self,
        heads: &mut Heads<'a>,
        kind: Kind,
        read: fn(&mut Self, &Object<'a>, Entry, Option<EntryId>) -> T,
    ) -> Vec<T> {
        let mut entries = Vec::new();
        for Head { object, title, parent } in heads.entries.remove(&kind).unwrap_or_default() {
            let kept = title.is_some();
            let entry = self.entry(&object, title);
            let read = read(self, &object, entry, parent);
            entries.extend(kept.then_some(read));
        }
        entries
    }

    fn entry(&mut self, object: &Object<'a>, title: Option<Title>) -> Entry {
        let nameless = || {
            let form = Form { tag: Tag::Other(String::new()), text: String::new(), note: None };
            (String::new(), Text::new(form, Vec::new()))
        };
        let (key, name) = title.map_or_else(nameless, |Title { key, name, .. }| (key, name));
        Entry {
            key,
            name,
            description: self.words(object, DESCRIPTION),
            note: self.words(object, NOTE),
            sources: self.sources(object),
            inferred: self.strings(object, "inferred"),
            certainty: self.choice(object, "certainty", &CERTAINTIES),
        }
    }

    fn meta(&mut self, meta: &Object<'a>) -> Meta {
        let counts = self.object(meta, "stated_counts");
        let stated = counts.map(|counts| StatedCounts {
            policy_areas: self.count(&counts, "policy_areas"),
            projects: self.count(&counts, "projects"),
            agreements: self.count(&counts, "agreements"),
        });
        Meta {
            title: self.words(meta, TITLE),
            event: self.reference(meta, "event_id", &[Kind::Event]),
            main_document: self.reference(meta, "main_document_id", &[Kind::Document]),
            stated: stated.unwrap_or_default(),
            note: self.words(meta, NOTE),
            sources: self.sources(meta),
        }
    }

    fn policy_area(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> PolicyArea {
        PolicyArea {
            entry,
            number: self.ordinal(object, "identifier"),
            stated_projects: self.count(object, "project_count"),
            event: self.reference(object, "event_id", &[Kind::Event]),
        }
    }

    fn project(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Project {
        Project {
            entry,
            policy_areas: self.references(object, "policy_area_ids", Kind::PolicyArea),
            actions: self.word_list(object, "actions"),
            organisations: self.references(object, "organization_ids", Kind::Organisation),
            places: self.references(object, "area_ids", Kind::Place),
            event: self.reference(object, "event_id", &[Kind::Event]),
        }
    }

    fn agreement(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Agreement {
        let signatories = self.objects(object, "signatories");
        Agreement {
            entry,
            classification: self.string(object, "classification"),
            signed: self.date(object, "date_signed"),
            parties: self.references_within(object, "parties", "organization_id", Kind::Organisation),
            signatories: signatories.iter().filter_map(|item| self.signatory(item)).collect(),
            witnesses: self.references_within(object, "witnesses", "person_id", Kind::Person),
            policy_areas: self.references(object, "policy_area_ids", Kind::PolicyArea),
            event: self.reference(object, "event_id", &[Kind::Event]),
        }
    }

    fn signatory(&mut self, object: &Object<'a>) -> Option<Signatory> {
        let person = self.needed_reference(object, "person_id", &[Kind::Person]);
        let on_behalf_of = self.reference(object, "on_behalf_of_id", &[Kind::Organisation]);
        Some(Signatory { person: person?, on_behalf_of })
    }

    fn person(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Person {
        let birth = self.date(object, "birth_date");
        let death = self.date(object, "death_date");
        Person { entry, offices: Vec::new(), birth, death }
    }

    fn office(&mut self, object: &Object<'a>) -> Option<(EntryId, Office)> {
        let person = self.needed_reference(object, "person_id", &[Kind::Person]);
        let role = self.needed_words(object, ROLE);
        let organisation = self.reference(object, "organization_id", &[Kind::Organisation]);
        let note = self.words(object, NOTE);
        let sources = self.sources(object);
        let inferred = self.strings(object, "inferred");
        Some((person?, Office { role: role?, organisation, note, sources, inferred }))
    }

    fn organisation(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Organisation {
        Organisation { entry, classification: self.string(object, "classification"), parent }
    }

    fn statement(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Statement {
        Statement {
            entry,
            speaker: self.reference(object, "creator_id", &[Kind::Person]),
            event: self.reference(object, "event_id", &[Kind::Event]),
            about: self.reference(object, "about_event_id", &[Kind::Event]),
            quotation: self.choice(object, "quotation", &QUOTATIONS).unwrap_or_default(),
            terms: self.word_list(object, "terms"),
        }
    }

    fn event(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Event {
        let participants = self.objects(object, "participants");
        Event {
            entry,
            classification: self.string(object, "classification"),
            status: self.string(object, "status"),
            start: self.date(object, "start_date"),
            time_of_day: self.string(object, "time_of_day"),
            places: self.references(object, "area_ids", Kind::Place),
            participants: participants.iter().filter_map(|item| self.participant(item)).collect(),
            parent,
        }
    }

    fn participant(&mut self, object: &Object<'a>) -> Option<Participant> {
        let kinds = self.choice(object, "entity_type", &PARTICIPANTS).unwrap_or(&[Kind::Person, Kind::Organisation]);
        let entry = self.needed_reference(object, "entity_id", kinds);
        let role = self.string(object, "role");
        Some(Participant { entry: entry?, role })
    }

    fn place(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Place {
        Place { entry, classification: self.string(object, "classification"), parent }
    }

    fn document(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Document {
        let facts = self.objects(object, "facts");
        let mentions =
            [("person_ids", Kind::Person), ("organization_ids", Kind::Organisation), ("area_ids", Kind::Place)];
        Document {
            entry,
            classification: self.string(object, "classification"),
            publisher: self.words(object, PUBLISHER),
            issued: self.date(object, "issued"),
            language: self.string(object, "language"),
            url: self.string(object, "url"),
            parent,
            authors: self.references_within(object, "creators", "person_id", Kind::Person),
            facts: facts.iter().filter_map(|item| self.fact(item)).collect(),
            mentions: mentions.into_iter().flat_map(|(key, kind)| self.references(object, key, kind)).collect(),
        }
    }

    fn fact(&mut self, object: &Object<'a>) -> Option<Fact> {
        let text = self.needed_words(object, TEXT);
        let sources = self.sources(object);
        let certainty = self.choice(object, "certainty", &CERTAINTIES);
        let note = self.words(object, NOTE);
        Some(Fact { text: text?, sources, certainty, note })
    }
}

/// Every entry by its id in the file.
fn keys(heads: &Heads<'_>) -> HashMap<String, EntryId> {
    let titles = heads.entries.values().flatten().filter_map(|head| head.title.as_ref());
    titles.map(|title| (title.key.clone(), title.id)).collect()
}
