//! What posts, motions and votes say of themselves, and what an entry says that no field of its own is for.

use super::grouped::grouped;
use super::{Block, Span, Writer, dates};
use crate::data::model::{Detail, Office, PartialDate};
use crate::data::{EntryId, Kind};

impl Writer<'_> {
    pub(super) fn post(&mut self, id: EntryId) {
        let post = &self.record.posts[id.place()];
        self.links_field(self.words.organisation, post.organisation.as_slice());
        self.links_field(self.words.place, post.place.as_slice());
    }

    pub(super) fn motion(&mut self, id: EntryId) {
        let motion = &self.record.motions[id.place()];
        self.date(self.words.date, motion.date);
        self.links_field(self.words.organisation, motion.organisation.as_slice());
        self.links_field(self.words.parliament.session, motion.session.as_slice());
        self.links_field(self.words.parliament.mover, motion.mover.as_slice());
        self.result(motion.result.as_deref());
    }

    pub(super) fn vote_event(&mut self, id: EntryId) {
        let vote = &self.record.vote_events[id.place()];
        self.links_field(self.words.parliament.motion, vote.motion.as_slice());
        self.date(self.words.date, vote.date);
        self.links_field(self.words.organisation, vote.organisation.as_slice());
        self.links_field(self.words.parliament.session, vote.session.as_slice());
        self.result(vote.result.as_deref());
        if !vote.counts.is_empty() {
            self.heading(self.words.parliament.counts);
        }
        for count in &vote.counts {
            let option = self.words.vote_option(&count.option);
            let mut spans = vec![Span::body(&format!("{option} {}", count.value))];
            if let Some(group) = count.group {
                spans.push(Span::body("  "));
                spans.push(self.link(group));
            }
            self.blocks.push(Block::Item(spans));
        }
        for (option, voters) in grouped(vote.votes.iter().map(|vote| (vote.option.as_str(), vote.voter))) {
            self.list(&format!("{}  {}", self.words.vote_option(option), voters.len()), &voters);
        }
    }

    fn result(&mut self, result: Option<&str>) {
        if let Some(result) = result {
            self.text_field(self.words.parliament.result, self.words.result(result));
        }
    }

    /// From when to when, as far as it is known.
    pub(super) fn span_of(&self, start: Option<PartialDate>, end: Option<PartialDate>) -> Option<String> {
        let words = self.words.parliament;
        let told = |date| dates::in_words(date, self.lang);
        match (start, end) {
            (Some(start), Some(end)) if start == end => Some(told(start)),
            (Some(start), Some(end)) => Some(words.span.replacen("{}", &told(start), 1).replacen("{}", &told(end), 1)),
            (Some(start), None) => Some(told(start)),
            (None, Some(end)) => Some(words.until.replace("{}", &told(end))),
            (None, None) => None,
        }
    }

    /// The same of an office, which goes on where nothing says that it ended.
    pub(super) fn tenure(&self, start: Option<PartialDate>, end: Option<PartialDate>) -> Option<String> {
        let told = self.span_of(start, end)?;
        Some(if end.is_none() { self.words.parliament.since.replace("{}", &told) } else { told })
    }

    /// What the file says besides. How to get in touch, also by an office, is shown only to those who asked for it.
    pub(super) fn details(&mut self, id: EntryId) {
        let entry = self.record.entry(id);
        let offices = if id.kind == Kind::Person { &*self.record.people[id.place()].offices } else { &[] };
        let contacts: Vec<&Detail> = entry.contacts().iter().chain(offices.iter().flat_map(Office::contacts)).collect();
        self.named_values(self.words.parliament.details, &entry.details);
        if self.world.shows_contacts {
            self.named_values(self.words.parliament.contacts, contacts);
        } else if !contacts.is_empty() {
            let text = self.words.parliament.contacts_hidden.replace("{}", &contacts.len().to_string());
            self.blocks.push(Block::Note(vec![Span::dim(&text)]));
        }
    }

    pub(super) fn named_values<'d>(&mut self, heading: &str, details: impl IntoIterator<Item = &'d Detail>) {
        let mut details = details.into_iter().peekable();
        if details.peek().is_none() {
            return;
        }
        self.heading(heading);
        for Detail { key, value, note, .. } in details {
            let mut spans = vec![Span::body(self.words.value(value))];
            spans.extend(note.as_ref().map(|note| Span::dim(&format!("  {note}"))));
            self.field(self.words.field(key), spans);
        }
    }
}
