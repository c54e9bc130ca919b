//! The entries of a parliament or a council, which a meeting has too: people with their offices, bodies, events, and what
//! is voted on.

use std::collections::HashSet;

use super::reader::Reader;
use super::rest::Rest;
use super::texts::{NOTE, ROLE};
use crate::data::id::{EntryId, Kind};
use crate::data::model::{
    Count, Entry, Event, MoreOfOffice, Motion, Office, Organisation, Participant, Person, Post, Vote, VoteEvent,
};
use crate::data::tree::{Object, Shape};

/// Who can take part in an event, by `entity_type`.
const PARTICIPANTS: [(&str, &[Kind]); 2] = [("person", &[Kind::Person]), ("organization", &[Kind::Organisation])];

impl<'a> Reader<'a> {
    pub fn person(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Person {
        let birth = self.date(object, "birth_date");
        let death = self.date(object, "death_date");
        Person { entry, offices: Box::default(), birth, death }
    }

    /// A membership and whose it is. `host` is the entry that it stands in.
    pub fn office(&mut self, object: &Object<'a>, host: Option<EntryId>) -> Option<(EntryId, Office)> {
        let hosted = |kind| host.filter(|host| host.kind == kind);
        let person = match hosted(Kind::Person) {
            Some(person) => self.reference(object, "person_id", &[Kind::Person]).or(Some(person)),
            None => self.needed_reference(object, "person_id", &[Kind::Person]),
        };
        let mut office = Office {
            role: self.words(object, ROLE),
            organisation: self.reference(object, "organization_id", &[Kind::Organisation]),
            on_behalf_of: self.reference(object, "on_behalf_of_id", &[Kind::Organisation]),
            post: self.reference(object, "post_id", &[Kind::Post]),
            place: self.place_of(object),
            term: self.reference(object, "legislative_period_id", &[Kind::Event]),
            start: self.date(object, "start_date"),
            end: self.date(object, "end_date"),
            ..Office::default()
        };
        let (note, sources) = (self.words(object, NOTE), self.sources(object));
        let inferred = self.strings(object, "inferred");
        office.organisation = office.organisation.or(hosted(Kind::Organisation));
        if office.role.is_none() {
            office.role = self.words(object, super::texts::LABEL);
        }
        office.sources = sources;
        let Rest { details, contacts } = self.rest(object);
        office.add(MoreOfOffice { note, inferred, details, contacts });
        Some((person?, office))
    }

    pub fn organisation(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Organisation {
        let place = self.place_of(object);
        Organisation { entry, classification: self.string(object, "classification"), parent, place }
    }

    pub fn post(&mut self, object: &Object<'a>, entry: Entry, host: Option<EntryId>) -> Post {
        let organisation = self.reference(object, "organization_id", &[Kind::Organisation]).or(host);
        Post { entry, organisation, place: self.place_of(object) }
    }

    pub fn event(&mut self, object: &Object<'a>, entry: Entry, parent: Option<EntryId>) -> Event {
        let participants = self.objects(object, "participants");
        let attendees = self.objects(object, "attendees");
        let mut taking_part: Vec<Participant> = participants.iter().filter_map(|item| self.participant(item)).collect();
        let mut told: HashSet<EntryId> = taking_part.iter().map(|participant| participant.entry).collect();
        for attendee in attendees {
            let entry = self.needed_reference(&attendee, "id", &[Kind::Person]);
            let entry = entry.filter(|entry| told.insert(*entry));
            taking_part.extend(entry.map(|entry| Participant { entry, role: None }));
        }
        let mut places = self.references(object, "area_ids", Kind::Place).into_vec();
        places.extend(self.place_of(object).filter(|place| !places.contains(place)));
        Event {
            entry,
            classification: self.string(object, "classification"),
            status: self.string(object, "status"),
            start: self.date(object, "start_date"),
            end: self.date(object, "end_date"),
            time_of_day: self.string(object, "time_of_day"),
            places: places.into(),
            participants: taking_part.into(),
            parent,
            organisation: self.reference(object, "organization_id", &[Kind::Organisation]),
        }
    }

    fn participant(&mut self, object: &Object<'a>) -> Option<Participant> {
        let kinds = self.choice(object, "entity_type", &PARTICIPANTS).unwrap_or(&[Kind::Person, Kind::Organisation]);
        let entry = self.needed_reference(object, "entity_id", kinds);
        let role = self.string(object, "role");
        Some(Participant { entry: entry?, role })
    }

    /// A place that is named by its id, or that stands in the object itself.
    fn place_of(&mut self, object: &Object<'a>) -> Option<EntryId> {
        let named = self.reference(object, "area_id", &[Kind::Place]);
        named.or_else(|| {
            let area = object.get("area").filter(|area| area.shape() == Shape::Object)?.object()?;
            let place = self.id(&area, "id").and_then(|id| self.entry_called(&id, Kind::Place));
            if place.is_none() {
                object.give_back("area");
            }
            place
        })
    }

    pub fn motion(&mut self, object: &Object<'a>, entry: Entry, _: Option<EntryId>) -> Motion {
        Motion {
            entry,
            classification: self.string(object, "classification"),
            organisation: self.reference(object, "organization_id", &[Kind::Organisation]),
            session: self.session(object),
            mover: self.reference(object, "creator_id", &[Kind::Person]),
            date: self.date(object, "date"),
            result: self.string(object, "result"),
        }
    }

    pub fn vote_event(&mut self, object: &Object<'a>, entry: Entry, host: Option<EntryId>) -> VoteEvent {
        let counts = self.objects(object, "counts");
        let votes = self.objects(object, "votes");
        VoteEvent {
            entry,
            motion: self.reference(object, "motion_id", &[Kind::Motion]).or(host),
            organisation: self.reference(object, "organization_id", &[Kind::Organisation]),
            session: self.session(object),
            date: self.date(object, "start_date"),
            result: self.string(object, "result"),
            counts: counts.iter().filter_map(|count| self.vote_count(count)).collect(),
            votes: votes.iter().filter_map(|vote| self.vote(vote)).collect(),
        }
    }

    /// The session or the term: Popolo has the one, `EveryPolitician` the other.
    fn session(&mut self, object: &Object<'a>) -> Option<EntryId> {
        let session = self.reference(object, "legislative_session_id", &[Kind::Event]);
        session.or_else(|| self.reference(object, "legislative_period_id", &[Kind::Event]))
    }

    fn vote_count(&mut self, object: &Object<'a>) -> Option<Count> {
        let option = self.required(object, "option", |reader| reader.string(object, "option"));
        let value = self.required(object, "value", |reader| reader.count(object, "value"));
        let group = self.reference(object, "group_id", &[Kind::Organisation]);
        Some(Count { option: option?, value: value?, group })
    }

    fn vote(&mut self, object: &Object<'a>) -> Option<Vote> {
        let voter = self.needed_reference(object, "voter_id", &[Kind::Person]);
        let option = self.required(object, "option", |reader| reader.string(object, "option"));
        let group = self.reference(object, "group_id", &[Kind::Organisation]);
        Some(Vote { voter: voter?, option: option?, group })
    }
}
