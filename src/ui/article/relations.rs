//! Who is tied to an entry, and by what: as a figure where it fits, and as lists that say the same.

use super::{Block, Role, Span, Writer};
use crate::data::{EntryId, Kind};
use crate::ui::ties;

/// A line of the figure: what ties the two, not said again for the next of the same; and the other end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    pub tie: &'static str,
    pub name: Span,
}

impl Writer<'_> {
    pub(super) fn relations(&mut self, id: EntryId) {
        self.kicker(id);
        let name = self.name(id);
        self.blocks.push(Block::Title(name));
        if id.kind == Kind::Volume {
            self.counts_of_volume(id);
            return;
        }
        let ties = ties::of(self.record, id);
        let mut sides = [Vec::new(), Vec::new()];
        for (tie, entries) in &ties {
            let mut words = self.words.tie(id.kind, *tie);
            for entry in entries {
                let name = Span { text: self.name(*entry), role: Role::ItemLink, link: Some(*entry) };
                let is_who = matches!(entry.kind, Kind::Person | Kind::Organisation);
                sides[usize::from(!is_who)].push(End { tie: std::mem::take(&mut words), name });
            }
        }
        let [who, what] = sides;
        self.blocks.push(Block::Figure { who, what, more: self.words.more_below });
        for (tie, entries) in &ties {
            self.list(self.words.tie(id.kind, *tie), entries);
        }
    }
}
