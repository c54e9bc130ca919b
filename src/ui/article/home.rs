//! The start page: the meeting, its numbers, and where to go from there.

use super::{Block, Span, Writer};
use crate::data::model::{Meta, Participant, Source, StatedCounts};
use crate::data::{EntryId, Kind};
use crate::ui::list::List;
use crate::ui::office;
use crate::ui::world::FIRST_FAULTS;

impl Writer<'_> {
    pub(super) fn home(&mut self, id: EntryId) {
        let event = &self.record.events[id.place()];
        self.kicker(id);
        self.opening(id);
        let agreements: Vec<_> = self.record.ids(Kind::Agreement).collect();
        self.list(self.words.agreements, &agreements);
        let others: Vec<_> = event.participants.iter().filter(|participant| !is_lead(participant)).cloned().collect();
        self.participants(&others);
        self.journey();
        self.statements_by_person();
        self.stories();
        self.other_names(&event.entry);
        self.honesty(&event.entry);
        if let Some(note) = &self.record.meta.note {
            self.heading(self.words.about_record);
            self.para(note);
        }
        if let Some(license) = &self.record.meta.license {
            self.text_field(self.words.parliament.license, license);
        }
        let sources = &event.entry.sources;
        let of_record = self
            .record
            .meta
            .sources
            .iter()
            .filter(|source| !sources.iter().any(|told| told.document == source.document));
        let all: Vec<Source> = sources.iter().chain(of_record).cloned().collect();
        self.sources(&all, None);
    }

    /// What, when, where, who led, how many of what.
    pub(super) fn opening(&mut self, id: EntryId) {
        let event = &self.record.events[id.place()];
        self.head(&event.entry, false);
        self.when(id);
        self.links_field(self.words.place, &event.places);
        self.leaders(&event.participants);
        self.numbers();
        self.damage();
        self.areas();
    }

    /// Who led the two sides, each with the office held.
    fn leaders(&mut self, participants: &[Participant]) {
        let mut spans = Vec::new();
        for participant in participants.iter().filter(|participant| is_lead(participant)) {
            if !spans.is_empty() {
                spans.push(Span::body(self.words.comma));
            }
            spans.push(self.link(participant.entry));
            if participant.entry.kind == Kind::Person
                && let Some(office) = office::known_by(self.record, &self.record.people[participant.entry.place()])
            {
                let role = office::role(self.record, office, self.lang);
                spans.push(Span::dim(&self.words.aside.replace("{}", &role)));
            }
        }
        self.field(self.words.led_by, spans);
    }

    pub(super) fn numbers(&mut self) {
        let meta = &self.record.meta;
        // A record of a meeting is told by what was agreed, another one by all that it has.
        self.numbers_of(meta.stated, meta.event.is_none(), |kind| self.record.count(kind));
    }

    /// How many entries of each kind there are, or of what was agreed alone.
    pub(super) fn numbers_of(&mut self, stated: StatedCounts, is_all: bool, count: impl Fn(Kind) -> usize) {
        let numbers = Kind::ALL.into_iter().filter_map(|kind| {
            let stated = match kind {
                Kind::PolicyArea => stated.policy_areas,
                Kind::Project => stated.projects,
                Kind::Agreement => stated.agreements,
                // The title says how many records there are.
                Kind::Volume => return None,
                _ if !is_all => return None,
                _ => None,
            };
            let known = count(kind);
            (known > 0 || stated.is_some()).then(|| (self.world.kinds(self.words, kind), known, stated))
        });
        let numbers: Vec<_> = numbers.collect();
        for (label, known, stated) in numbers {
            let known_text = known.to_string();
            let spans = match stated {
                Some(stated) if stated as usize != known => {
                    let text = self.words.named_of.replacen("{}", &stated.to_string(), 1);
                    vec![
                        Span::body(&format!("{known_text} / {stated}")),
                        Span::dim(&format!("  {}", text.replacen("{}", &known_text, 1))),
                    ]
                }
                _ => vec![Span::body(&known_text)],
            };
            self.field(label, spans);
        }
    }

    /// Under which licence the data of the file may be used, where they come from, and what else the file says of itself.
    pub(super) fn about_file(&mut self) {
        if self.record.is_library() {
            return;
        }
        let meta = &self.record.meta;
        self.license(meta);
        for source in &meta.sources {
            let spans = match source.document {
                Some(document) => vec![self.link(document)],
                None => vec![Span::body(source.url.as_deref().unwrap_or_default())],
            };
            self.field(self.words.sources, spans);
        }
        self.named_values(self.words.parliament.details, &meta.details);
    }

    /// Under which licence the data of a file may be used.
    pub(super) fn license(&mut self, meta: &Meta) {
        let words = self.words.parliament;
        match &meta.license {
            Some(license) => self.text_field(words.license, license),
            None => self.field(words.license, vec![Span::dim(words.no_license)]),
        }
    }

    /// What the file of the record lost on the way, if anything.
    pub(super) fn damage(&mut self) {
        let count = self.world.count_told();
        if count == 0 {
            return;
        }
        self.heading(&self.words.faults_told(count, self.world.skipped));
        self.lead_to_faults();
        for fault in self.world.told_faults().take(FIRST_FAULTS) {
            let spans = self.fault(fault);
            self.blocks.push(Block::Item(spans));
        }
        self.more_faults(count, FIRST_FAULTS);
    }

    /// What else stands on the page that the record follows.
    fn stories(&mut self) {
        let Some(main) = self.record.meta.main_document else { return };
        let parts: Vec<_> = self
            .record
            .ids(Kind::Document)
            .filter(|id| self.record.documents[id.place()].parent == Some(main))
            .collect();
        self.list(self.words.same_page, &parts);
    }

    /// The days of the journey, without what is only background to it.
    fn journey(&mut self) {
        let events = self.world.lists.get(List::Journey).iter().copied();
        let journey: Vec<_> =
            events.filter(|event| !self.is_background(*event) && self.record.meta.event != Some(*event)).collect();
        self.list(self.words.journey, &journey);
    }
}

fn is_lead(participant: &Participant) -> bool {
    participant.role.as_deref() == Some("lead")
}
