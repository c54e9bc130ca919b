//! The whole record as one article, for where there is no screen.

use super::{Block, Span, Writer};
use crate::data::{EntryId, Kind};
use crate::ui::list::List;

/// The lists in reading order.
const ORDER: [List; 9] = [
    List::Records,
    List::Projects,
    List::Agreements,
    List::People,
    List::Organisations,
    List::Statements,
    List::Journey,
    List::Places,
    List::Documents,
];

impl Writer<'_> {
    pub(super) fn outline(&mut self) {
        if let Some(event) = self.record.meta.event {
            self.opening(event);
        } else {
            let is_titled = self.record.is_library() || self.record.meta.title.is_some();
            self.blocks.extend(is_titled.then(|| Block::Title(self.world.title(self.lang).into_owned())));
            self.numbers();
            self.damage();
            self.areas();
        }
        for list in ORDER {
            self.section(list);
        }
        if let Some(note) = &self.record.meta.note {
            self.heading(self.words.about_record);
            self.para(note);
        }
    }

    fn section(&mut self, list: List) {
        let ids = self.world.lists.get(list);
        if ids.is_empty() {
            return;
        }
        let count = ids.len();
        let title = self.world.kinds(self.words, list.kind());
        let stated =
            self.record.meta.stated.projects.filter(|stated| list == List::Projects && *stated as usize != count);
        self.heading(&match stated {
            Some(stated) => format!("{title} ({count} / {stated})"),
            None => format!("{title} ({count})"),
        });
        for id in ids {
            let spans = self.line(*id);
            self.blocks.push(Block::Item(spans));
        }
    }

    /// An entry as one item: its name, what tells it from others, and what it says.
    fn line(&self, id: EntryId) -> Vec<Span> {
        let mut spans = self.item(id);
        let entry = self.record.entry(id);
        match id.kind {
            Kind::Project => {
                for area in &self.record.projects[id.place()].policy_areas {
                    spans.push(Span::dim(&format!("  [{}]", self.name(*area))));
                }
            }
            Kind::Agreement => {
                let parties = &self.record.agreements[id.place()].parties;
                let names: Vec<_> = parties.iter().map(|party| self.name(*party)).collect();
                if !names.is_empty() {
                    spans.push(Span::dim(&format!("  [{}]", names.join(self.words.comma))));
                }
            }
            _ => {}
        }
        if let Some(description) = entry.description() {
            spans.push(Span::body(&format!("\n{}", self.shown(description))));
        }
        spans
    }
}
