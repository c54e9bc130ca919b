//! The start page: the meeting, its numbers, and where to go from there.

use super::{Block, Span, Writer};
use crate::data::model::{Participant, Source};
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
        let stated = self.record.meta.stated;
        let numbers = [
            (self.words.policy_areas, self.record.policy_areas.len(), stated.policy_areas),
            (self.words.projects, self.record.projects.len(), stated.projects),
            (self.words.agreements, self.record.agreements.len(), stated.agreements),
        ];
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

    /// What the file of the record lost on the way, if anything.
    pub(super) fn damage(&mut self) {
        let count = self.world.told_faults().count();
        if count == 0 {
            return;
        }
        self.heading(&self.words.faults_told(count, self.world.skipped));
        self.lead_to_faults();
        for fault in self.world.told_faults().take(FIRST_FAULTS) {
            self.blocks.push(Block::Item(vec![Span::body(&fault.to_string())]));
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
