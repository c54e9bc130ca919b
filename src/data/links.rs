//! Both directions of every reference of a record, computed once.

mod lists;

use std::collections::HashSet;

use lists::{Lists, Numbers};

use super::id::{EntryId, Kind};
use super::model::{Agreement, Document, Event, Motion, Person, Project, Record, Source, Statement, VoteEvent};

/// Of so many links of an entry each is compared with each.
const FEW: usize = 16;

/// What ties one entry to another, read from the entry that names to the entry that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// project, agreement -> policy area
    InArea,
    /// agreement -> organisation
    Party,
    /// agreement -> person
    Signatory,
    /// agreement -> organisation that a signatory signed for
    SignedFor,
    /// agreement -> person
    Witness,
    /// person -> organisation
    Office,
    /// person -> organisation that the person stands for, such as a party
    OnBehalfOf,
    /// person -> post
    Holds,
    /// person -> place that the person stands for
    Represents,
    /// person -> event that is a term
    InTerm,
    /// motion -> person
    Mover,
    /// vote event -> person
    Voter,
    /// vote event -> motion
    OnMotion,
    /// post, motion, vote event, event -> organisation
    OfBody,
    /// event -> person, organisation
    Participant,
    /// statement -> person
    Speaker,
    /// policy area, project, statement, motion, vote event -> event; agreement -> event and what that is part of
    At,
    /// statement -> event
    About,
    /// event, project, organisation, post -> place
    In,
    /// event -> event, organisation -> organisation, place -> place, document -> document
    PartOf,
    /// document -> person
    Author,
    /// document, project -> person, organisation, place
    Mentions,
    /// anything -> document
    Source,
}

/// One end of a reference, seen from the other end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    pub relation: Relation,
    pub entry: EntryId,
}

/// The links of every entry, in both directions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    numbers: Numbers,
    from: Lists<Link>,
    to: Lists<Link>,
}

impl Links {
    /// Gathers the references of a whole record, those of one entry in the order of its fields and those to one entry
    /// in reading order. An entry that names itself, as a document whose facts it backs itself, is not tied to itself.
    pub fn of(record: &Record) -> Self {
        let numbers = Numbers::new(Kind::ALL.map(|kind| record.count(kind)));
        let from = Lists::gathered(record.all_ids().map(|entry| distinct(references(record, entry), entry)));
        let turned = |entry: EntryId| {
            let links = from.get(numbers.of(entry)).iter();
            links.map(move |link| (link.entry, Link { entry, ..*link }))
        };
        let to = Lists::sorted(record.all_ids().count(), || {
            record.all_ids().flat_map(turned).map(|(named, link)| (numbers.of(named), link))
        });
        Self { numbers, from, to }
    }

    /// What `entry` names.
    pub fn from(&self, entry: EntryId) -> &[Link] {
        self.from.get(self.numbers.of(entry))
    }

    /// What names `entry`.
    pub fn to(&self, entry: EntryId) -> &[Link] {
        self.to.get(self.numbers.of(entry))
    }

    /// Whether anything names an entry or is named by it.
    pub fn has_ties(&self, entry: EntryId) -> bool {
        !self.from(entry).is_empty() || !self.to(entry).is_empty()
    }

    /// Whether one of the two names the other.
    pub fn tied(&self, one: EntryId, other: EntryId) -> bool {
        self.names(one, other) || self.names(other, one)
    }

    /// What names an entry stands in reading order, which is that of the ids.
    fn names(&self, one: EntryId, other: EntryId) -> bool {
        self.to(other).binary_search_by_key(&one, |link| link.entry).is_ok()
    }
}

/// The links of an entry to others, each once. Few are compared with each other, more are hashed.
fn distinct(mut links: Vec<Link>, entry: EntryId) -> Vec<Link> {
    links.retain(|link| link.entry != entry);
    if links.len() > FEW {
        let mut seen = HashSet::with_capacity(links.len());
        links.retain(|link| seen.insert(*link));
    } else {
        let mut kept = 0;
        while let Some(link) = links.get(kept).copied() {
            if links.iter().take(kept).any(|other| *other == link) {
                links.remove(kept);
            } else {
                kept += 1;
            }
        }
    }
    links
}

/// What one entry names, in the order of its fields, its sources last.
fn references(record: &Record, id: EntryId) -> Vec<Link> {
    let mut links = Gathered::default();
    let place = id.place();
    match id.kind {
        // It names nothing: what it holds is told by its range.
        Kind::Volume => {}
        Kind::PolicyArea => links.add(Relation::At, record.policy_areas[place].event),
        Kind::Project => links.project(&record.projects[place]),
        Kind::Agreement => links.agreement(record, &record.agreements[place]),
        Kind::Person => links.person(&record.people[place]),
        Kind::Organisation => {
            links.add(Relation::PartOf, record.organisations[place].parent);
            links.add(Relation::In, record.organisations[place].place);
        }
        Kind::Post => {
            links.add(Relation::OfBody, record.posts[place].organisation);
            links.add(Relation::In, record.posts[place].place);
        }
        Kind::Statement => links.statement(&record.statements[place]),
        Kind::Motion => links.motion(&record.motions[place]),
        Kind::VoteEvent => links.vote_event(&record.vote_events[place]),
        Kind::Event => links.event(&record.events[place]),
        Kind::Place => links.add(Relation::PartOf, record.places[place].parent),
        Kind::Document => links.document(&record.documents[place]),
    }
    links.sources(&record.entry(id).sources);
    if let (Kind::Person, Some(person)) = (id.kind, record.people.get(place)) {
        person.offices.iter().for_each(|office| links.sources(&office.sources));
    }
    if let (Kind::Document, Some(document)) = (id.kind, record.documents.get(place)) {
        document.facts.iter().for_each(|fact| links.sources(&fact.sources));
    }
    links.0
}

/// The references of one entry, before doubles are taken out.
#[derive(Default)]
struct Gathered(Vec<Link>);

impl Gathered {
    fn add(&mut self, relation: Relation, entries: impl IntoIterator<Item = EntryId>) {
        self.0.extend(entries.into_iter().map(|entry| Link { relation, entry }));
    }

    fn sources(&mut self, sources: &[Source]) {
        self.add(Relation::Source, sources.iter().filter_map(|source| source.document));
    }

    fn project(&mut self, project: &Project) {
        self.add(Relation::InArea, project.policy_areas.iter().copied());
        self.add(Relation::Mentions, project.organisations.iter().copied());
        self.add(Relation::In, project.places.iter().copied());
        self.add(Relation::At, project.event);
    }

    /// An event, and what it is part of.
    fn at(&mut self, record: &Record, event: Option<EntryId>) {
        let parent = |event: &EntryId| record.events[event.place()].parent;
        self.add(Relation::At, std::iter::successors(event, parent));
    }

    fn agreement(&mut self, record: &Record, agreement: &Agreement) {
        self.add(Relation::Party, agreement.parties.iter().copied());
        self.add(Relation::Signatory, agreement.signatories.iter().map(|signatory| signatory.person));
        self.add(Relation::SignedFor, agreement.signatories.iter().filter_map(|signatory| signatory.on_behalf_of));
        self.add(Relation::Witness, agreement.witnesses.iter().copied());
        self.add(Relation::InArea, agreement.policy_areas.iter().copied());
        self.at(record, agreement.event);
    }

    fn person(&mut self, person: &Person) {
        let offices = &person.offices;
        self.add(Relation::Office, offices.iter().filter_map(|office| office.organisation));
        self.add(Relation::OnBehalfOf, offices.iter().filter_map(|office| office.on_behalf_of));
        self.add(Relation::Holds, offices.iter().filter_map(|office| office.post));
        self.add(Relation::Represents, offices.iter().filter_map(|office| office.place));
        self.add(Relation::InTerm, offices.iter().filter_map(|office| office.term));
    }

    fn statement(&mut self, statement: &Statement) {
        self.add(Relation::Speaker, statement.speaker);
        self.add(Relation::At, statement.event);
        self.add(Relation::About, statement.about);
    }

    fn event(&mut self, event: &Event) {
        self.add(Relation::In, event.places.iter().copied());
        self.add(Relation::Participant, event.participants.iter().map(|participant| participant.entry));
        self.add(Relation::PartOf, event.parent);
        self.add(Relation::OfBody, event.organisation);
    }

    fn motion(&mut self, motion: &Motion) {
        self.add(Relation::Mover, motion.mover);
        self.add(Relation::OfBody, motion.organisation);
        self.add(Relation::At, motion.session);
    }

    fn vote_event(&mut self, vote: &VoteEvent) {
        self.add(Relation::OnMotion, vote.motion);
        self.add(Relation::Voter, vote.votes.iter().map(|vote| vote.voter));
        self.add(Relation::OfBody, vote.organisation);
        self.add(Relation::At, vote.session);
    }

    fn document(&mut self, document: &Document) {
        self.add(Relation::PartOf, document.parent);
        self.add(Relation::Author, document.authors.iter().copied());
        self.add(Relation::Mentions, document.mentions.iter().copied());
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::data::load::load;

    fn record(source: &str) -> Record {
        load(source.as_bytes(), |text| Cow::Borrowed(text)).unwrap().record
    }

    fn told(record: &Record, links: &[Link]) -> Vec<String> {
        links.iter().map(|link| format!("{:?} {}", link.relation, record.entry(link.entry).key)).collect()
    }

    #[test]
    fn every_reference_is_seen_from_both_ends() {
        let record = record(include_str!("load/tests/whole.json"));
        let cases: [(&str, &[&str], &[&str]); 8] = [
            (
                "policy-area/1",
                &["At event/meeting", "Source document/page"],
                &["InArea project/port", "InArea agreement/1"],
            ),
            (
                "project/port",
                &["InArea policy-area/1", "Mentions organization/hk", "In area/ningbo", "At event/meeting"],
                &[],
            ),
            (
                "agreement/1",
                &[
                    "Party organization/hk",
                    "Signatory person/a",
                    "SignedFor organization/hk",
                    "Witness person/b",
                    "InArea policy-area/1",
                    "At event/meeting",
                    "At event/visit",
                ],
                &[],
            ),
            (
                "person/a",
                &["Office organization/office", "Source document/page"],
                &["Signatory agreement/1", "Speaker speech/1", "Participant event/meeting", "Mentions document/page"],
            ),
            ("organization/office", &["PartOf organization/hk"], &["Office person/a"]),
            ("speech/1", &["Speaker person/a", "At event/meeting", "About event/visit"], &[]),
            (
                "event/meeting",
                &["In area/ningbo", "Participant person/a", "Participant organization/hk", "PartOf event/visit"],
                &["At policy-area/1", "At project/port", "At agreement/1", "At speech/1"],
            ),
            (
                "document/page",
                &[
                    "Author person/b",
                    "Mentions person/a",
                    "Mentions organization/hk",
                    "Mentions area/zj",
                    "Source document/report",
                ],
                &["Source policy-area/1", "Source person/a", "PartOf document/report"],
            ),
        ];
        for (key, from, to) in cases {
            let entry = record.find(key).unwrap();
            assert_eq!(told(&record, record.links().from(entry)), from, "from {key}");
            assert_eq!(told(&record, record.links().to(entry)), to, "to {key}");
        }
    }

    #[test]
    fn doubles_count_once_and_nothing_is_tied_to_itself() {
        let record = record(
            r##"{"documents": [{"id": "d", "name": "頁", "sources": [{"url": "#d"}], "person_ids": ["p", "p"]}],
                 "persons": [{"id": "p", "name": "甲", "sources": [{"url": "#d"}]}, {"id": "q", "name": "乙"}],
                 "memberships": [{"person_id": "p", "role": "x", "sources": [{"url": "#d"}, {"url": "#d", "note": "n"}]}]}"##,
        );
        let [document, person, other] = ["d", "p", "q"].map(|key| record.find(key).unwrap());
        assert_eq!(told(&record, record.links().from(document)), ["Mentions p"]);
        assert_eq!(told(&record, record.links().from(person)), ["Source d"]);
        assert_eq!(told(&record, record.links().to(document)), ["Source p"]);
        assert!(record.links().tied(person, document) && record.links().tied(document, person));
        assert!(!record.links().tied(document, document) && !record.links().tied(person, other));
    }
}
