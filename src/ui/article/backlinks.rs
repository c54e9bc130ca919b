//! What names an entry: the other end of every link, grouped by what ties the two.

use super::grouped::grouped;
use super::members::SEATS;
use super::{Block, Role, Span, Writer};
use crate::data::{EntryId, Kind, Relation};

impl Writer<'_> {
    pub(super) fn backlinks(&mut self, id: EntryId) {
        let has_told_members = self.members(id);
        for ((relation, kind), mut ids) in groups(self.record.links().to(id)) {
            if has_told_members && SEATS.contains(&relation) {
                continue;
            }
            let heading = self.words.backlink(relation, kind);
            if kind == Kind::Event {
                ids.sort_by_key(|id| self.record.event_order(*id));
            }
            if relation == Relation::Speaker {
                self.own_statements(heading, &ids);
            } else {
                self.list(heading, &ids);
            }
        }
    }

    /// Statements on their speaker's own page, which need not say whose they are.
    fn own_statements(&mut self, heading: &str, ids: &[EntryId]) {
        self.heading(heading);
        for id in ids {
            let link = Span { text: self.name(*id), role: Role::ItemLink, link: Some(*id) };
            self.blocks.push(Block::Item(vec![link]));
        }
    }
}

/// Links by relation and kind, in the order in which a reader wants them.
fn groups(links: &[crate::data::Link]) -> Vec<((Relation, Kind), Vec<EntryId>)> {
    let mut groups = grouped(links.iter().map(|link| ((link.relation, link.entry.kind), link.entry)));
    groups.sort_by_key(|(tie, _)| *tie);
    groups
}
