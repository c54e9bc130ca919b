//! An entry as a JSON object, in the terms of the record's own format.

use serde_json::{Value, json};

use crate::data::model::{
    Agreement, Certainty, Count, Detail, Document, Entry, Event, Fact, Meta, Motion, Office, PartialDate, Project,
    Quotation, Source, Statement, Vote, VoteEvent,
};
use crate::data::{EntryId, Kind, Lang, Record, Tag, Text, Volume};
use crate::ui::World;

/// A field and what the record has in it, `null` or empty where that is nothing.
pub type Field = (&'static str, Value);

/// What is read of a record.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub record: &'a Record,
    /// Ways to get in touch are read too.
    pub has_contacts: bool,
    /// `None` for every form of a text.
    pub lang: Option<Lang>,
}

/// An entry, without the fields that it does not have.
pub fn of(world: &World, id: EntryId, lang: Lang) -> Value {
    object(fields(world, id, lang))
}

/// All fields that an entry of its kind can have, in the order of a table's columns.
pub fn fields(world: &World, id: EntryId, lang: Lang) -> Vec<Field> {
    Reading { record: &world.record, has_contacts: world.shows_contacts, lang: Some(lang) }.fields(id)
}

/// The word for one entry of a kind, as the ids of the built-in record begin.
pub const fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::Volume => "record",
        Kind::PolicyArea => "policy-area",
        Kind::Project => "project",
        Kind::Agreement => "agreement",
        Kind::Person => "person",
        Kind::Organisation => "organization",
        Kind::Post => "post",
        Kind::Statement => "speech",
        Kind::Motion => "motion",
        Kind::VoteEvent => "vote-event",
        Kind::Event => "event",
        Kind::Place => "place",
        Kind::Document => "document",
    }
}

fn object(fields: Vec<Field>) -> Value {
    let told = fields.into_iter().filter(|(_, value)| says_something(value));
    Value::Object(told.map(|(name, value)| (name.to_owned(), value)).collect())
}

pub fn says_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

impl Reading<'_> {
    /// What the file says about itself.
    pub fn of_file(&self) -> Vec<Field> {
        let Meta { title, event, main_document, stated, note, license, sources, details: said } = &self.record.meta;
        let stated = [
            ("policy_areas", json!(stated.policy_areas)),
            ("projects", json!(stated.projects)),
            ("agreements", json!(stated.agreements)),
        ];
        vec![
            ("title", self.maybe(title.as_ref())),
            ("event_id", self.id(*event)),
            ("main_document_id", self.id(*main_document)),
            ("stated_counts", object(stated.to_vec())),
            ("license", json!(license)),
            ("note", self.maybe(note.as_ref())),
            ("sources", self.sources(sources)),
            ("details", details(said)),
        ]
    }

    /// All fields that an entry of its kind can have.
    pub fn fields(&self, id: EntryId) -> Vec<Field> {
        let entry = self.record.entry(id);
        let Entry { key, name, sources, details: said, .. } = entry;
        let mut first = vec![("id", json!(key)), ("kind", json!(code(id.kind)))];
        first.extend(self.record.name_of_volume(id).map(|volume| ("record", json!(volume))));
        first.extend([("name", self.text(name)), ("names", names(name))]);
        let last = vec![
            ("description", self.maybe(entry.description())),
            ("note", self.maybe(entry.note())),
            ("certainty", certainty_code(entry.certainty())),
            ("inferred", json!(entry.inferred())),
            ("sources", self.sources(sources)),
            ("details", details(said)),
            ("contacts", details(if self.has_contacts { entry.contacts() } else { &[] })),
        ];
        [first, self.of_kind(id), last].concat()
    }

    /// The same with identifiers apart from other values, as the file has them, and without the record that it is in,
    /// which none says that is open alone.
    pub fn fields_apart(&self, id: EntryId) -> Vec<Field> {
        let (identifiers, others): (Vec<Detail>, Vec<Detail>) =
            self.record.entry(id).details.iter().cloned().partition(|detail| detail.is_identifier);
        let identifier = |Detail { key, value, note, .. }: &Detail| {
            object(vec![("scheme", json!(key)), ("identifier", json!(value)), ("note", json!(note))])
        };
        let apart = ("identifiers", identifiers.iter().map(identifier).collect());
        let fields = self.fields(id).into_iter().filter(|(key, _)| *key != "record");
        let fields = fields.map(|(key, value)| (key, if key == "details" { details(&others) } else { value }));
        fields.chain([apart]).collect()
    }

    fn of_kind(&self, id: EntryId) -> Vec<Field> {
        let (record, place) = (self.record, id.place());
        match id.kind {
            Kind::Volume => {
                let Volume { file, meta, .. } = &record.volumes[place];
                vec![("file", json!(&**file)), ("license", json!(meta.license)), ("event_id", self.id(meta.event))]
            }
            Kind::PolicyArea => {
                let area = &record.policy_areas[place];
                vec![
                    ("identifier", json!(area.number.map(|number| number.to_string()))),
                    ("project_count", json!(area.stated_projects)),
                    ("event_id", self.id(area.event)),
                ]
            }
            Kind::Project => self.project(&record.projects[place]),
            Kind::Agreement => self.agreement(&record.agreements[place]),
            Kind::Person => {
                let person = &record.people[place];
                let offices = person.offices.iter().map(|office| self.office(office)).collect();
                vec![("birth_date", date(person.birth)), ("death_date", date(person.death)), ("offices", offices)]
            }
            Kind::Organisation => {
                let organisation = &record.organisations[place];
                let mut fields = self.part(organisation.classification.as_deref(), organisation.parent);
                fields.push(("area_id", self.id(organisation.place)));
                fields
            }
            Kind::Post => {
                let post = &record.posts[place];
                vec![("organization_id", self.id(post.organisation)), ("area_id", self.id(post.place))]
            }
            Kind::Statement => self.statement(&record.statements[place]),
            Kind::Motion => self.motion(&record.motions[place]),
            Kind::VoteEvent => self.vote_event(&record.vote_events[place]),
            Kind::Event => self.event(&record.events[place]),
            Kind::Place => {
                let place = &record.places[place];
                self.part(place.classification.as_deref(), place.parent)
            }
            Kind::Document => self.document(&record.documents[place]),
        }
    }

    fn project(&self, project: &Project) -> Vec<Field> {
        vec![
            ("policy_area_ids", self.ids(&project.policy_areas)),
            ("actions", self.texts(&project.actions)),
            ("organization_ids", self.ids(&project.organisations)),
            ("area_ids", self.ids(&project.places)),
            ("event_id", self.id(project.event)),
        ]
    }

    fn agreement(&self, agreement: &Agreement) -> Vec<Field> {
        let signatories = agreement.signatories.iter().map(|signatory| {
            object(vec![
                ("person_id", self.id(Some(signatory.person))),
                ("on_behalf_of_id", self.id(signatory.on_behalf_of)),
            ])
        });
        vec![
            ("classification", json!(agreement.classification)),
            ("date_signed", date(agreement.signed)),
            ("parties", self.ids(&agreement.parties)),
            ("signatories", signatories.collect()),
            ("witnesses", self.ids(&agreement.witnesses)),
            ("policy_area_ids", self.ids(&agreement.policy_areas)),
            ("event_id", self.id(agreement.event)),
        ]
    }

    fn office(&self, office: &Office) -> Value {
        object(vec![
            ("role", self.maybe(office.role.as_ref())),
            ("organization_id", self.id(office.organisation)),
            ("on_behalf_of_id", self.id(office.on_behalf_of)),
            ("post_id", self.id(office.post)),
            ("area_id", self.id(office.place)),
            ("legislative_period_id", self.id(office.term)),
            ("start_date", date(office.start)),
            ("end_date", date(office.end)),
            ("details", details(office.details())),
            ("contacts", details(if self.has_contacts { office.contacts() } else { &[] })),
            ("note", self.maybe(office.note())),
            ("inferred", json!(office.inferred())),
            ("sources", self.sources(&office.sources)),
        ])
    }

    /// What is part of something else, and no more.
    fn part(&self, classification: Option<&str>, parent: Option<EntryId>) -> Vec<Field> {
        vec![("classification", json!(classification)), ("parent_id", self.id(parent))]
    }

    fn statement(&self, statement: &Statement) -> Vec<Field> {
        vec![
            ("creator_id", self.id(statement.speaker)),
            ("event_id", self.id(statement.event)),
            ("about_event_id", self.id(statement.about)),
            ("quotation", json!(quotation_code(statement.quotation))),
            ("terms", self.texts(&statement.terms)),
        ]
    }

    fn event(&self, event: &Event) -> Vec<Field> {
        let participants = event.participants.iter().map(|participant| {
            object(vec![("entity_id", self.id(Some(participant.entry))), ("role", json!(participant.role))])
        });
        vec![
            ("classification", json!(event.classification)),
            ("status", json!(event.status)),
            ("start_date", date(event.start)),
            ("end_date", date(event.end)),
            ("time_of_day", json!(event.time_of_day)),
            ("area_ids", self.ids(&event.places)),
            ("participants", participants.collect()),
            ("parent_id", self.id(event.parent)),
            ("organization_id", self.id(event.organisation)),
        ]
    }

    fn motion(&self, motion: &Motion) -> Vec<Field> {
        vec![
            ("classification", json!(motion.classification)),
            ("organization_id", self.id(motion.organisation)),
            ("legislative_session_id", self.id(motion.session)),
            ("creator_id", self.id(motion.mover)),
            ("date", date(motion.date)),
            ("result", json!(motion.result)),
        ]
    }

    fn vote_event(&self, vote: &VoteEvent) -> Vec<Field> {
        let count = |count: &Count| {
            object(vec![
                ("option", json!(count.option)),
                ("value", json!(count.value)),
                ("group_id", self.id(count.group)),
            ])
        };
        let cast = |vote: &Vote| {
            object(vec![
                ("voter_id", self.id(Some(vote.voter))),
                ("option", json!(vote.option)),
                ("group_id", self.id(vote.group)),
            ])
        };
        vec![
            ("motion_id", self.id(vote.motion)),
            ("organization_id", self.id(vote.organisation)),
            ("legislative_session_id", self.id(vote.session)),
            ("start_date", date(vote.date)),
            ("result", json!(vote.result)),
            ("counts", vote.counts.iter().map(count).collect()),
            ("votes", vote.votes.iter().map(cast).collect()),
        ]
    }

    fn document(&self, document: &Document) -> Vec<Field> {
        let mentioned = |kind| {
            let ids = document.mentions.iter().filter(|id| id.kind == kind);
            ids.map(|id| self.id(Some(*id))).collect()
        };
        vec![
            ("classification", json!(document.classification)),
            ("publisher", self.maybe(document.publisher.as_ref())),
            ("issued", date(document.issued)),
            ("language", json!(document.language)),
            ("url", json!(document.url)),
            ("parent_id", self.id(document.parent)),
            ("creators", self.ids(&document.authors)),
            ("facts", document.facts.iter().map(|fact| self.fact(fact)).collect()),
            ("person_ids", mentioned(Kind::Person)),
            ("organization_ids", mentioned(Kind::Organisation)),
            ("area_ids", mentioned(Kind::Place)),
        ]
    }

    fn fact(&self, fact: &Fact) -> Value {
        object(vec![
            ("text", self.text(&fact.text)),
            ("certainty", certainty_code(fact.certainty)),
            ("note", self.maybe(fact.note.as_ref())),
            ("sources", self.sources(&fact.sources)),
        ])
    }

    fn sources(&self, sources: &[Source]) -> Value {
        let source = |source: &Source| {
            object(vec![
                ("document", self.id(source.document)),
                ("url", json!(source.url)),
                ("fields", json!(source.fields())),
                ("note", self.maybe(source.note())),
            ])
        };
        sources.iter().map(source).collect()
    }

    fn id(&self, id: Option<EntryId>) -> Value {
        json!(id.map(|id| self.record.entry(id).key.as_str()))
    }

    fn ids(&self, ids: &[EntryId]) -> Value {
        ids.iter().map(|id| self.id(Some(*id))).collect()
    }

    fn text(&self, text: &Text) -> Value {
        self.maybe(Some(text))
    }

    fn texts(&self, texts: &[Text]) -> Value {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn maybe(&self, text: Option<&Text>) -> Value {
        match (text, self.lang) {
            (None, _) => Value::Null,
            (Some(text), Some(lang)) => json!(text.shown(lang)),
            (Some(text), None) => names(text),
        }
    }
}

/// Every form of a name.
fn names(name: &Text) -> Value {
    let forms = name.forms().map(|form| {
        object(vec![("lang", json!(tag_code(&form.tag))), ("name", json!(form.text)), ("note", json!(form.note()))])
    });
    forms.collect()
}

/// Values of the file under its own keys.
fn details(details: &[Detail]) -> Value {
    let detail = |detail: &Detail| {
        object(vec![("key", json!(detail.key)), ("value", json!(detail.value)), ("note", json!(detail.note))])
    };
    details.iter().map(detail).collect()
}

fn date(date: Option<PartialDate>) -> Value {
    json!(date.map(|date| date.to_string()))
}

fn certainty_code(certainty: Option<Certainty>) -> Value {
    json!(certainty.map(|certainty| match certainty {
        Certainty::Certain => "certain",
        Certainty::Reported => "reported",
        Certainty::Inferred => "inferred",
    }))
}

const fn quotation_code(quotation: Quotation) -> &'static str {
    match quotation {
        Quotation::Reported => "reported",
        Quotation::QuotedInPart => "quoted-in-part",
        Quotation::Direct => "direct",
    }
}

fn tag_code(tag: &Tag) -> &str {
    match tag {
        Tag::ZhHant => Lang::ZhHant.tag(),
        Tag::ZhHans => Lang::ZhHans.tag(),
        Tag::En => Lang::En.tag(),
        Tag::Pinyin => "zh-Latn-pinyin",
        Tag::Jyutping => "yue-jyutping",
        Tag::Unsaid => "",
        Tag::Other(tag) => tag,
    }
}
