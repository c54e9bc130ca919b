//! Moves the ids of a record to behind those of the records before it, and tells its keys from theirs.

use super::{Starts, qualified};
use crate::data::id::EntryId;
use crate::data::model::{
    Agreement, Count, Document, Entry, Event, Fact, Meta, Motion, Office, Organisation, Participant, Person, Place,
    PolicyArea, Post, Project, Record, Signatory, Source, Statement, Vote, VoteEvent,
};

#[derive(Debug, Clone, Copy)]
pub struct Shift<'a> {
    /// How far the ids of each kind move.
    pub by: &'a Starts,
    /// What the record is called.
    pub name: &'a str,
}

impl Shift<'_> {
    /// Everything of a record but its links, which are left as they are.
    pub fn record(self, record: &mut Record) {
        let Meta { event, main_document, sources, .. } = &mut record.meta;
        self.ids(event.iter_mut().chain(main_document));
        self.sources(sources);
        record.policy_areas.iter_mut().for_each(|area| self.policy_area(area));
        record.projects.iter_mut().for_each(|project| self.project(project));
        record.agreements.iter_mut().for_each(|agreement| self.agreement(agreement));
        record.people.iter_mut().for_each(|person| self.person(person));
        record.organisations.iter_mut().for_each(|organisation| self.organisation(organisation));
        record.posts.iter_mut().for_each(|post| self.post(post));
        record.statements.iter_mut().for_each(|statement| self.statement(statement));
        record.motions.iter_mut().for_each(|motion| self.motion(motion));
        record.vote_events.iter_mut().for_each(|vote| self.vote_event(vote));
        record.events.iter_mut().for_each(|event| self.event(event));
        record.places.iter_mut().for_each(|place| self.place(place));
        record.documents.iter_mut().for_each(|document| self.document(document));
    }

    fn id(self, id: &mut EntryId) {
        id.index += self.by[id.kind as usize];
    }

    pub fn ids<'i>(self, ids: impl IntoIterator<Item = &'i mut EntryId>) {
        ids.into_iter().for_each(|id| self.id(id));
    }

    fn sources(self, sources: &mut [Source]) {
        self.ids(sources.iter_mut().filter_map(|source| source.document.as_mut()));
    }

    fn entry(self, entry: &mut Entry) {
        entry.key = qualified(self.name, &entry.key);
        self.sources(&mut entry.sources);
    }

    fn policy_area(self, area: &mut PolicyArea) {
        let PolicyArea { entry, event, number: _, stated_projects: _ } = area;
        self.entry(entry);
        self.ids(event);
    }

    fn project(self, project: &mut Project) {
        let Project { entry, policy_areas, organisations, places, event, actions: _ } = project;
        self.entry(entry);
        self.ids(policy_areas.iter_mut().chain(organisations).chain(places).chain(event));
    }

    fn agreement(self, agreement: &mut Agreement) {
        let Agreement { entry, parties, signatories, witnesses, policy_areas, event, classification: _, signed: _ } =
            agreement;
        self.entry(entry);
        self.ids(parties.iter_mut().chain(witnesses).chain(policy_areas).chain(event));
        for Signatory { person, on_behalf_of } in signatories {
            self.id(person);
            self.ids(on_behalf_of);
        }
    }

    fn person(self, person: &mut Person) {
        let Person { entry, offices, birth: _, death: _ } = person;
        self.entry(entry);
        for office in offices {
            let Office { organisation, on_behalf_of, post, place, term, sources, .. } = office;
            self.ids(organisation.iter_mut().chain(on_behalf_of).chain(post).chain(place).chain(term));
            self.sources(sources);
        }
    }

    fn organisation(self, organisation: &mut Organisation) {
        let Organisation { entry, parent, place, classification: _ } = organisation;
        self.entry(entry);
        self.ids(parent.iter_mut().chain(place));
    }

    fn post(self, post: &mut Post) {
        let Post { entry, organisation, place } = post;
        self.entry(entry);
        self.ids(organisation.iter_mut().chain(place));
    }

    fn statement(self, statement: &mut Statement) {
        let Statement { entry, speaker, event, about, quotation: _, terms: _ } = statement;
        self.entry(entry);
        self.ids(speaker.iter_mut().chain(event).chain(about));
    }

    fn motion(self, motion: &mut Motion) {
        let Motion { entry, organisation, session, mover, classification: _, date: _, result: _ } = motion;
        self.entry(entry);
        self.ids(organisation.iter_mut().chain(session).chain(mover));
    }

    fn vote_event(self, vote: &mut VoteEvent) {
        let VoteEvent { entry, motion, organisation, session, counts, votes, date: _, result: _ } = vote;
        self.entry(entry);
        self.ids(motion.iter_mut().chain(organisation).chain(session));
        self.ids(counts.iter_mut().filter_map(|Count { group, .. }| group.as_mut()));
        for Vote { voter, group, option: _ } in votes {
            self.id(voter);
            self.ids(group);
        }
    }

    fn event(self, event: &mut Event) {
        let Event { entry, places, participants, parent, organisation, .. } = event;
        self.entry(entry);
        self.ids(places.iter_mut().chain(parent).chain(organisation));
        self.ids(participants.iter_mut().map(|Participant { entry, role: _ }| entry));
    }

    fn place(self, place: &mut Place) {
        let Place { entry, parent, classification: _ } = place;
        self.entry(entry);
        self.ids(parent);
    }

    fn document(self, document: &mut Document) {
        let Document { entry, parent, authors, facts, mentions, .. } = document;
        self.entry(entry);
        self.ids(parent.iter_mut().chain(authors).chain(mentions));
        for Fact { sources, .. } in facts {
            self.sources(sources);
        }
    }
}
