//! The journey and its background by day, at the precision of the record: nothing is added to a date.

use super::{Block, Role, Span, Writer};
use crate::data::{EntryId, Lang};
use crate::ui::World;
use crate::ui::list::List;

/// What an event is to the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Held,
    Planned,
    Background,
}

impl Part {
    /// What an event of a record is to the journey.
    pub fn of(world: &World, event: EntryId) -> Self {
        Writer::new(world, Lang::ZhHant).part_of(event)
    }

    /// Where colours are not seen, this tells them apart.
    const fn mark(self) -> &'static str {
        match self {
            Self::Held => "▪",
            Self::Planned => "▸",
            Self::Background => "◦",
        }
    }
}

impl Writer<'_> {
    pub(super) fn timeline(&mut self) {
        self.blocks.push(Block::Title(self.words.timeline.to_owned()));
        let parts = [Part::Held, Part::Planned, Part::Background];
        self.blocks.push(Block::Legend(parts.map(|part| (part.mark(), self.part_name(part))).to_vec()));
        let mut before = None;
        for event in self.world.lists.get(List::Journey).iter().copied() {
            let date = self.record.events[event.place()].start;
            let is_new = before != Some(date);
            before = Some(date);
            let date = match date {
                _ if !is_new => String::new(),
                Some(date) => date.to_string(),
                None => self.words.unknown.to_owned(),
            };
            let part = self.part_of(event);
            let name = if part == Part::Held { "" } else { self.part_name(part) };
            self.blocks.push(Block::Moment { date, mark: part.mark(), part: name, spans: self.moment(event, part) });
        }
    }

    fn part_name(&self, part: Part) -> &'static str {
        match part {
            Part::Held => self.words.held,
            Part::Planned => self.words.planned,
            Part::Background => self.words.background,
        }
    }

    fn part_of(&self, event: EntryId) -> Part {
        let is_held = matches!(self.record.events[event.place()].status.as_deref(), Some("confirmed") | None);
        match self.class_code(event) {
            _ if is_held && self.is_background(event) => Part::Background,
            class if is_held && class != Some("planned") => Part::Held,
            _ => Part::Planned,
        }
    }

    /// An event's name, then when in the day and where it was, and what it is if not a part of the journey that was held.
    fn moment(&self, id: EntryId, part: Part) -> Vec<Span> {
        let event = &self.record.events[id.place()];
        let time = event.time_of_day.as_deref().map(|time| self.words.time_of_day(time).to_owned());
        let places = event.places.iter().map(|place| self.name(*place)).collect::<Vec<_>>().join(self.words.comma);
        let status = event.status.as_deref().filter(|status| *status != "confirmed");
        let status = status.map(|status| self.words.status_word(status).to_owned());
        let class = (part == Part::Background).then(|| self.class_of(id).unwrap_or(self.words.background).to_owned());
        let asides =
            time.into_iter().chain(Some(places).filter(|places| !places.is_empty())).chain(status).chain(class);
        let name = Span { text: self.name(id), role: Role::ItemLink, link: Some(id) };
        std::iter::once(name).chain(asides.map(|aside| Span::dim(&format!("  {aside}")))).collect()
    }
}
