//! The entries that a meeting of two governments leaves: areas, projects, agreements, statements, documents.

use super::entries::CERTAINTIES;
use super::reader::Reader;
use super::texts::{NOTE, PUBLISHER, TEXT};
use crate::data::id::{EntryId, Kind};
use crate::data::model::{
    Agreement, Document, Entry, Fact, Place, PolicyArea, Project, Quotation, Signatory, Statement,
};
use crate::data::tree::Object;

const QUOTATIONS: [(&str, Quotation); 3] =
    [("reported", Quotation::Reported), ("quoted-in-part", Quotation::QuotedInPart), ("direct", Quotation::Direct)];

impl<'a> Reader<'a> {
    pub fn policy_area(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> PolicyArea {
        PolicyArea {
            entry,
            number: self.ordinal(object, "identifier"),
            stated_projects: self.count(object, "project_count"),
            event: self.reference(object, "event_id", &[Kind::Event]),
        }
    }

    pub fn project(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Project {
        Project {
            entry,
            policy_areas: self.references(object, "policy_area_ids", Kind::PolicyArea),
            actions: self.word_list(object, "actions"),
            organisations: self.references(object, "organization_ids", Kind::Organisation),
            places: self.references(object, "area_ids", Kind::Place),
            event: self.reference(object, "event_id", &[Kind::Event]),
        }
    }

    pub fn agreement(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Agreement {
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

    pub fn statement(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Statement {
        Statement {
            entry,
            speaker: self.reference(object, "creator_id", &[Kind::Person]),
            event: self.reference(object, "event_id", &[Kind::Event]),
            about: self.reference(object, "about_event_id", &[Kind::Event]),
            quotation: self.choice(object, "quotation", &QUOTATIONS).unwrap_or_default(),
            terms: self.word_list(object, "terms"),
        }
    }

    pub fn place(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Place {
        let classification = self.string(object, "classification").or_else(|| self.string(object, "type"));
        Place { entry, classification, parent }
    }

    pub fn document(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Document {
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
