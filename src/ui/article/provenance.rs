//! Which document backs which field of an entry, what was concluded, and what the record does not say.

use super::{Block, Role, Span, Writer};
use crate::data::model::{Certainty, Source};
use crate::data::{EntryId, Kind};
use crate::ui::office;

impl Writer<'_> {
    pub(super) fn provenance(&mut self, id: EntryId) {
        self.kicker(id);
        let name = self.name(id);
        self.blocks.push(Block::Title(name));
        let fields = self.fields_of(id);
        for (field, _) in fields.iter().filter(|(_, is_said)| *is_said) {
            self.backed(id, field);
        }
        if id.kind == Kind::Person {
            self.offices_backed(id);
        }
        let unsaid: Vec<&str> =
            fields.iter().filter(|(_, is_said)| !is_said).map(|(field, _)| self.words.field(field)).collect();
        if !unsaid.is_empty() {
            self.heading(self.words.unsaid);
            self.blocks.push(Block::Para(vec![Span::body(&capital(&unsaid.join(self.words.comma)))]));
        }
    }

    /// A field with the documents that back it.
    fn backed(&mut self, id: EntryId, field: &str) {
        let entry = self.record.entry(id);
        let backs = |source: &&Source| source.fields().is_empty() || source.fields().iter().any(|one| one == field);
        let sources: Vec<&Source> = entry.sources.iter().filter(backs).collect();
        let is_concluded = entry.inferred().iter().any(|one| one == field);
        let spans = self.documents(&sources, is_concluded);
        self.field(&capital(self.words.field(field)), spans);
    }

    fn offices_backed(&mut self, id: EntryId) {
        for office in &self.record.people[id.place()].offices {
            let role = office::role(self.record, office, self.lang);
            let mut spans = vec![Span::body(&role), Span::body("  ")];
            spans.extend(self.documents(&office.sources.iter().collect::<Vec<_>>(), !office.inferred().is_empty()));
            self.field(&capital(self.words.field("role")), spans);
        }
    }

    fn documents(&self, sources: &[&Source], is_concluded: bool) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for source in sources {
            if !spans.is_empty() {
                spans.push(Span::body(self.words.comma));
            }
            spans.push(match source.document {
                Some(document) => self.publication_link(document),
                None => Span::body(source.url.as_deref().unwrap_or_default()),
            });
        }
        if is_concluded {
            let text = self.words.certainty(Certainty::Inferred);
            spans.push(Span::dim(&if spans.is_empty() { text.to_owned() } else { format!("  {text}") }));
        }
        if spans.is_empty() {
            spans.push(Span::dim(self.words.no_source));
        }
        spans
    }

    /// The fields that a reader may ask for of an entry, by the file's names, and whether the record says them.
    fn fields_of(&self, id: EntryId) -> Vec<(&'static str, bool)> {
        let place = id.place();
        let mut fields = vec![(if id.kind == Kind::Statement { "text" } else { "name" }, true)];
        match id.kind {
            Kind::Volume => fields.push(("license", self.record.meta_of(id).license.is_some())),
            Kind::PolicyArea => {
                let area = &self.record.policy_areas[place];
                fields
                    .extend([("identifier", area.number.is_some()), ("project_count", area.stated_projects.is_some())]);
            }
            Kind::Project => {
                let project = &self.record.projects[place];
                fields.extend([
                    ("description", project.entry.description().is_some()),
                    ("policy_area_ids", !project.policy_areas.is_empty()),
                    ("actions", !project.actions.is_empty()),
                    ("organization_ids", !project.organisations.is_empty()),
                    ("area_ids", !project.places.is_empty()),
                ]);
            }
            Kind::Agreement => {
                let agreement = &self.record.agreements[place];
                fields.extend([
                    ("description", agreement.entry.description().is_some()),
                    ("date_signed", agreement.signed.is_some()),
                    ("parties", !agreement.parties.is_empty()),
                    ("signatories", !agreement.signatories.is_empty()),
                    ("witnesses", !agreement.witnesses.is_empty()),
                    ("policy_area_ids", !agreement.policy_areas.is_empty()),
                ]);
            }
            Kind::Person => {
                let person = &self.record.people[place];
                fields.push(("birth_date", person.birth.is_some()));
                fields.extend(person.death.map(|_| ("death_date", true)));
                fields.extend(person.offices.is_empty().then_some(("role", false)));
            }
            Kind::Organisation => {
                let parent = self.record.organisations[place].parent;
                fields.extend(parent.map(|_| ("parent_id", true)));
            }
            Kind::Post => fields.push(("organization_id", self.record.posts[place].organisation.is_some())),
            Kind::Motion => {
                let motion = &self.record.motions[place];
                fields.extend([
                    ("date", motion.date.is_some()),
                    ("creator_id", motion.mover.is_some()),
                    ("result", motion.result.is_some()),
                ]);
            }
            Kind::VoteEvent => {
                let vote = &self.record.vote_events[place];
                fields.extend([
                    ("motion_id", vote.motion.is_some()),
                    ("start_date", vote.date.is_some()),
                    ("result", vote.result.is_some()),
                    ("counts", !vote.counts.is_empty()),
                    ("votes", !vote.votes.is_empty()),
                ]);
            }
            Kind::Statement => {
                let statement = &self.record.statements[place];
                fields.extend([("creator_id", statement.speaker.is_some()), ("event_id", statement.event.is_some())]);
            }
            Kind::Event => {
                let event = &self.record.events[place];
                fields.extend([
                    ("start_date", event.start.is_some()),
                    ("time_of_day", event.time_of_day.is_some()),
                    ("area_ids", !event.places.is_empty()),
                    ("participants", !event.participants.is_empty()),
                ]);
            }
            Kind::Place => fields.extend(self.record.places[place].parent.map(|_| ("parent_id", true))),
            Kind::Document => {
                let document = &self.record.documents[place];
                fields.extend([
                    ("publisher", document.publisher.is_some()),
                    ("issued", document.issued.is_some()),
                    ("creators", !document.authors.is_empty()),
                    ("url", document.url.is_some()),
                ]);
            }
        }
        fields
    }

    /// A link to a document by who published it and when; by its name where that is not known.
    pub(super) fn publication_link(&self, document: EntryId) -> Span {
        let text = self.publication(document).unwrap_or_else(|| self.name(document));
        Span { text, role: Role::Link, link: Some(document) }
    }
}

/// Words as they begin a line.
fn capital(words: &str) -> String {
    let mut capital = words.to_owned();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    capital
}
