//! What names an entry: the other end of every link, grouped by what ties the two.

use super::Writer;
use crate::data::{EntryId, Kind, Relation};

impl Writer<'_> {
    pub(super) fn backlinks(&mut self, id: EntryId) {
        for (relation, kind, ids) in groups(self.record.links().to(id)) {
            let heading = self.words.backlink(relation, kind);
            self.list(heading, &ids);
        }
    }
}

/// Links by relation and kind, in the order in which a reader wants them.
fn groups(links: &[crate::data::Link]) -> Vec<(Relation, Kind, Vec<EntryId>)> {
    let mut groups: Vec<(Relation, Kind, Vec<EntryId>)> = Vec::new();
    for link in links {
        let kind = link.entry.kind;
        match groups.iter_mut().find(|(relation, of, _)| *relation == link.relation && *of == kind) {
            Some((_, _, ids)) => ids.push(link.entry),
            None => groups.push((link.relation, kind, vec![link.entry])),
        }
    }
    groups.sort_by_key(|(relation, kind, _)| (*relation, *kind));
    groups
}
