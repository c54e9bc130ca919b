//! The record in numbers, as bars.

use super::grouped::grouped;
use super::{Block, Role, Span, Writer};
use crate::data::{EntryId, Kind, Relation};

impl Writer<'_> {
    pub(super) fn figures(&mut self) {
        let is_start = self.record.meta.event.is_none();
        let title = if is_start { self.world.title(self.lang) } else { self.words.figures.into() };
        self.blocks.push(Block::Title(title.into_owned()));
        self.numbers();
        self.volumes();
        if is_start {
            self.about_file();
            self.damage();
        }
        self.areas();
        self.agreements_by_area();
        self.statements_by_person();
    }

    pub(super) fn areas(&mut self) {
        let named = |area| (area, self.world.named_projects(area));
        let counts = self.record.ids(Kind::PolicyArea).map(named).collect();
        self.bars(self.words.projects_by_area, counts, self.words.not_named);
    }

    fn agreements_by_area(&mut self) {
        let links = self.record.links();
        let signed = |area: EntryId| {
            let is_of_area =
                |link: &&crate::data::Link| link.relation == Relation::InArea && link.entry.kind == Kind::Agreement;
            (area, links.to(area).iter().filter(is_of_area).count())
        };
        let counts = self.record.ids(Kind::PolicyArea).map(signed).collect();
        self.bars(self.words.agreements_by_area, counts, self.words.none);
    }

    pub(super) fn statements_by_person(&mut self) {
        let said = self.record.statements.iter().filter_map(|statement| Some((statement.speaker?, ())));
        let speakers = grouped(said).into_iter().map(|(speaker, said)| (speaker, said.len())).collect();
        self.bars(self.words.statements, speakers, "");
    }

    /// A heading with a bar for each of some entries, or nothing where there are none.
    fn bars(&mut self, heading: &str, counts: Vec<(EntryId, usize)>, none: &str) {
        let most = counts.iter().map(|(_, count)| *count).max();
        let Some(most) = most else { return };
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        self.heading(heading);
        for (id, count) in counts {
            let ordinal = (id.kind == Kind::PolicyArea).then(|| self.record.policy_areas[id.place()].number).flatten();
            let ordinal = ordinal.map_or_else(String::new, |ordinal| format!("{ordinal:>2}  "));
            let name = Span { text: format!("{ordinal}{}", self.name(id)), role: Role::ItemLink, link: Some(id) };
            self.blocks.push(Block::Bar { name, value: number(count), most: number(most), none: none.to_owned() });
        }
    }
}
