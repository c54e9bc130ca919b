//! What an entry says of itself in one line of a list.

use super::World;
use super::list::List;
use super::office;
use crate::data::{EntryId, Kind, Lang};

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The first column: a number, a date, or the name of a person.
    pub before: Option<String>,
    /// The text that has the most room.
    pub main: String,
    /// What stands at the right edge: of an area, how many of its projects are named; of a record, its name where another
    /// has its title.
    pub after: Option<String>,
}

impl Row {
    pub fn of(world: &World, list: List, id: EntryId, lang: Lang) -> Self {
        let reading = Reading { world, lang };
        Self { before: reading.before(list, id), main: reading.main(id), after: reading.after(id) }
    }
}

struct Reading<'a> {
    world: &'a World,
    lang: Lang,
}

impl Reading<'_> {
    fn before(&self, list: List, id: EntryId) -> Option<String> {
        let record = &self.world.record;
        match id.kind {
            Kind::PolicyArea => record.policy_areas[id.place()].number.map(|number| number.to_string()),
            Kind::Project => {
                let area = record.projects[id.place()].policy_areas.first()?;
                record.policy_areas[area.place()].number.map(|number| number.to_string())
            }
            Kind::Person => Some(self.name(id)),
            Kind::Statement => record.statements[id.place()].speaker.map(|speaker| self.name(speaker)),
            Kind::Event if list == List::Areas => None,
            Kind::Motion | Kind::VoteEvent | Kind::Event | Kind::Document => {
                record.date(id).map(|date| date.to_string())
            }
            Kind::Volume | Kind::Agreement | Kind::Organisation | Kind::Post | Kind::Place => None,
        }
    }

    fn main(&self, id: EntryId) -> String {
        let record = &self.world.record;
        match id.kind {
            Kind::Person => {
                let office = office::known_by(record, &record.people[id.place()]);
                let described = || record.entry(id).description().map(|text| text.shown(self.lang).to_owned());
                office.map(|office| office::told(record, office, self.lang)).or_else(described).unwrap_or_default()
            }
            _ => self.name(id),
        }
    }

    fn after(&self, id: EntryId) -> Option<String> {
        match id.kind {
            Kind::PolicyArea => Some(match self.world.named_projects(id) {
                0 => "-".to_owned(),
                named => named.to_string(),
            }),
            Kind::Volume => self.world.record.name_beside(id, self.lang).map(str::to_owned),
            _ => None,
        }
    }

    fn name(&self, id: EntryId) -> String {
        self.world.record.entry(id).name.shown(self.lang).to_owned()
    }
}
