//! What each kind of entry says of itself.

use super::{Block, Span, Writer, dates};
use crate::data::model::{Certainty, Detail, Fact, PartialDate, Participant, Quotation, Source};
use crate::data::{EntryId, Kind, Text};
use crate::ui::office;

impl Writer<'_> {
    /// The finer kind that the record gives an entry, in words.
    pub(super) fn class_of(&self, id: EntryId) -> Option<&str> {
        match id.kind {
            Kind::Statement => Some(self.quotation(self.record.statements[id.place()].quotation)),
            _ => self.class_code(id).map(|class| self.words.class(class)),
        }
    }

    pub(super) fn class_code(&self, id: EntryId) -> Option<&str> {
        match id.kind {
            Kind::Agreement => self.record.agreements[id.place()].classification.as_deref(),
            Kind::Organisation => self.record.organisations[id.place()].classification.as_deref(),
            Kind::Event => self.record.events[id.place()].classification.as_deref(),
            Kind::Place => self.record.places[id.place()].classification.as_deref(),
            Kind::Document => self.record.documents[id.place()].classification.as_deref(),
            Kind::Motion => self.record.motions[id.place()].classification.as_deref(),
            Kind::Volume
            | Kind::PolicyArea
            | Kind::Project
            | Kind::Person
            | Kind::Post
            | Kind::Statement
            | Kind::VoteEvent => None,
        }
    }

    /// Whether an event is only background to the journey.
    pub(super) fn is_background(&self, event: EntryId) -> bool {
        matches!(self.class_code(event), Some("background" | "side-article"))
    }

    pub(super) fn facts_of(&mut self, id: EntryId) {
        match id.kind {
            Kind::Volume => self.volume(id),
            Kind::PolicyArea => self.policy_area(id),
            Kind::Project => self.project(id),
            Kind::Agreement => self.agreement(id),
            Kind::Person => self.person(id),
            Kind::Organisation => self.organisation(id),
            Kind::Post => self.post(id),
            Kind::Statement => self.statement(id),
            Kind::Motion => self.motion(id),
            Kind::VoteEvent => self.vote_event(id),
            Kind::Event => self.event(id),
            Kind::Place => self.place(id),
            Kind::Document => self.document(id),
        }
    }

    /// An area without a named project says so.
    fn policy_area(&mut self, id: EntryId) {
        let named = self.world.named_projects(id);
        let area = &self.record.policy_areas[id.place()];
        let is_concluded = area.entry.inferred().iter().any(|field| field == "project_count");
        let of_stated = if is_concluded { self.words.projects_counted } else { self.words.projects_known };
        let says = match (named, area.stated_projects) {
            (0, None) => self.words.no_project_named.to_owned(),
            (named, Some(stated)) => {
                of_stated.replacen("{}", &named.to_string(), 1).replacen("{}", &stated.to_string(), 1)
            }
            (named, None) => self.words.projects_named.replace("{}", &named.to_string()),
        };
        self.blocks.push(Block::Note(vec![Span::dim(&says)]));
    }

    fn project(&mut self, id: EntryId) {
        let project = &self.record.projects[id.place()];
        self.links_field(self.words.policy_area, &project.policy_areas);
        self.links_field(self.words.organisation, &project.organisations);
        self.links_field(self.words.place, &project.places);
        if !project.actions.is_empty() {
            self.heading(self.words.actions);
            self.texts(&project.actions);
        }
    }

    fn agreement(&mut self, id: EntryId) {
        let agreement = &self.record.agreements[id.place()];
        self.links_field(self.words.parties, &agreement.parties);
        let mut spans = Vec::new();
        for signatory in &agreement.signatories {
            if !spans.is_empty() {
                spans.push(Span::body(self.words.comma));
            }
            spans.push(self.link(signatory.person));
            if let Some(organisation) = signatory.on_behalf_of {
                let text = self.words.on_behalf_of.replace("{}", &self.name(organisation));
                spans.push(Span::dim(&text));
            }
        }
        self.field(self.words.signatories, spans);
        self.links_field(self.words.witnesses, &agreement.witnesses);
        if agreement.signatories.is_empty() {
            self.field(self.words.signatories, vec![Span::dim(self.words.unknown)]);
        }
        self.date(self.words.signed_on, agreement.signed);
        self.links_field(self.words.policy_area, &agreement.policy_areas);
        self.links_field(self.words.event, agreement.event.as_slice());
    }

    fn person(&mut self, id: EntryId) {
        let person = &self.record.people[id.place()];
        let romanised = [
            (self.words.pinyin, person.entry.name.romanised(&crate::data::Tag::Pinyin)),
            (self.words.jyutping, person.entry.name.romanised(&crate::data::Tag::Jyutping)),
        ];
        for (label, text) in romanised {
            if let Some(text) = text {
                self.text_field(label, text);
            }
        }
        self.date(self.words.born, person.birth);
        self.date(self.words.died, person.death);
        if person.offices.is_empty() {
            return;
        }
        self.heading(self.words.offices);
        for office in &person.offices {
            let mut spans = vec![Span::body(&office::role(self.record, office, self.lang))];
            let named = [office.organisation, office.on_behalf_of, office.place, office.term];
            for entry in named.into_iter().flatten() {
                spans.push(Span::body("  "));
                spans.push(self.link(entry));
            }
            if let Some(dates) = self.tenure(office.start, office.end) {
                spans.push(Span::dim(&format!("  {dates}")));
            }
            for Detail { key, value, .. } in office.details() {
                spans.push(Span::dim(&format!("  {} {}", self.words.field(key), self.words.value(value))));
            }
            self.remark(&mut spans, office.note());
            if !office.inferred().is_empty() {
                spans.push(Span::dim(&format!("  {}", self.concluded(office.inferred()))));
            }
            self.cite(&mut spans, &office.sources, &person.entry.sources);
            self.blocks.push(Block::Item(spans));
        }
    }

    fn organisation(&mut self, id: EntryId) {
        let parent = self.record.organisations[id.place()].parent;
        self.links_field(self.words.part_of, parent.as_slice());
        self.links_field(self.words.place, self.record.organisations[id.place()].place.as_slice());
    }

    fn statement(&mut self, id: EntryId) {
        let statement = &self.record.statements[id.place()];
        if let Some(speaker) = statement.speaker {
            let mut spans = vec![self.link(speaker)];
            if let Some(office) = office::known_by(self.record, &self.record.people[speaker.place()]) {
                spans.push(Span::dim(&format!("  {}", office::told(self.record, office, self.lang))));
            }
            self.field(self.words.speaker, spans);
        }
        self.links_field(self.words.said_at, statement.event.as_slice());
        self.links_field(self.words.about, statement.about.as_slice());
        if !statement.terms.is_empty() {
            self.heading(self.words.terms);
            self.texts(&statement.terms);
        }
    }

    pub(super) fn event(&mut self, id: EntryId) {
        let event = &self.record.events[id.place()];
        self.when(id);
        self.links_field(self.words.place, &event.places);
        if let Some(status) = event.status.as_deref().filter(|status| *status != "confirmed") {
            self.text_field(self.words.status, self.words.status_word(status));
        }
        self.links_field(self.words.part_of, event.parent.as_slice());
        self.links_field(self.words.organisation, event.organisation.as_slice());
        self.participants(&event.participants);
    }

    pub(super) fn when(&mut self, id: EntryId) {
        let event = &self.record.events[id.place()];
        let Some(mut text) = self.span_of(event.start, event.end) else { return };
        if let Some(time) = &event.time_of_day {
            let separator = if self.lang == crate::data::Lang::En { ", " } else { "" };
            text = format!("{text}{separator}{}", self.words.time_of_day(time));
        }
        self.text_field(self.words.date, &text);
    }

    pub(super) fn participants(&mut self, participants: &[Participant]) {
        if participants.is_empty() {
            return;
        }
        self.heading(self.words.participants);
        for participant in participants {
            let mut spans = self.item(participant.entry);
            let role = participant.role.as_deref().map(|role| self.words.role(role));
            if let Some(role) = role {
                spans.push(Span::dim(&format!("  {role}")));
            }
            self.blocks.push(Block::Item(spans));
        }
    }

    fn place(&mut self, id: EntryId) {
        let parent = self.record.places[id.place()].parent;
        self.links_field(self.words.part_of, parent.as_slice());
    }

    fn document(&mut self, id: EntryId) {
        let document = &self.record.documents[id.place()];
        if let Some(publisher) = &document.publisher {
            let publisher = self.shown(publisher);
            self.text_field(self.words.publisher, &publisher);
        }
        match document.issued {
            Some(_) => self.date(self.words.date, document.issued),
            None => self.field(self.words.date, vec![Span::dim(self.words.unknown)]),
        }
        self.links_field(self.words.authors, &document.authors);
        self.links_field(self.words.part_of, document.parent.as_slice());
        if let Some(language) = &document.language {
            self.text_field(self.words.language, self.words.language_name(language));
        }
        if let Some(url) = &document.url {
            self.text_field(self.words.address, url);
        }
        self.facts(&document.facts, &document.entry.sources);
        self.list(self.words.mentions, &document.mentions);
    }

    fn facts(&mut self, facts: &[Fact], sources: &[Source]) {
        if facts.is_empty() {
            return;
        }
        self.heading(self.words.tells);
        for fact in facts {
            let mut spans = vec![Span::body(&self.shown(&fact.text))];
            self.remark(&mut spans, fact.note.as_ref());
            if let Some(certainty) = fact.certainty.filter(|certainty| *certainty != Certainty::Certain) {
                spans.push(Span::dim(&format!("  {}", self.words.certainty(certainty))));
            }
            self.cite(&mut spans, &fact.sources, sources);
            self.blocks.push(Block::Item(spans));
        }
    }

    fn remark(&self, spans: &mut Vec<Span>, note: Option<&Text>) {
        if let Some(note) = note {
            spans.push(Span::dim(&format!("  {}", self.shown(note))));
        }
    }

    /// The documents that back one piece of an entry and are not already among the sources of all of it.
    fn cite(&self, spans: &mut Vec<Span>, sources: &[Source], of_entry: &[Source]) {
        let is_told = |document| of_entry.iter().any(|source| source.document == Some(document));
        for document in sources.iter().filter_map(|source| source.document).filter(|document| !is_told(*document)) {
            spans.push(Span::body("  "));
            spans.push(self.publication_link(document));
        }
    }

    /// Short texts as a list, each with its form in the other script.
    fn texts(&mut self, texts: &[Text]) {
        for text in texts {
            let mut spans = vec![Span::body(&self.shown(text))];
            if let Some(beneath) = text.beneath(self.lang) {
                spans.push(Span::dim(&format!("  {}", beneath.text)));
            }
            self.blocks.push(Block::Item(spans));
        }
    }

    pub(super) fn date(&mut self, label: &str, date: Option<PartialDate>) {
        if let Some(date) = date {
            self.text_field(label, &dates::in_words(date, self.lang));
        }
    }

    fn quotation(&self, quotation: Quotation) -> &'static str {
        match quotation {
            Quotation::Reported => self.words.reported,
            Quotation::QuotedInPart => self.words.quoted_in_part,
            Quotation::Direct => self.words.direct,
        }
    }
}
