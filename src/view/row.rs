//! One entry as one line, in columns that all rows of a list share.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Frame;
use super::theme::Look;
use crate::data::{EntryId, Kind};
use crate::ui::list::List;

/// Names of people take at most so many columns.
const MOST_NAME_COLS: u16 = 18;

/// The widths that the rows of a list have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    list: List,
    /// Columns of what stands before the name, or of the name where something follows it.
    first: u16,
    /// Columns of the number at the right edge.
    last: u16,
}

impl Columns {
    pub(super) fn of(frame: &Frame<'_>, list: List, cols: u16) -> Self {
        let widest = |text: &dyn Fn(EntryId) -> Option<String>| {
            let ids = frame.world.lists.get(list).iter();
            ids.filter_map(|id| text(*id)).map(|text| frame.pen.width(&text)).max().unwrap_or(0)
        };
        let first = widest(&|id| frame.before(list, id));
        let last = widest(&|id| frame.after(id));
        Self { list, first: first.min(MOST_NAME_COLS).min(cols / 2), last }
    }
}

impl Frame<'_> {
    /// Draws an entry: a first column, the text that has the most room, and a number at the right.
    pub(super) fn row(&mut self, area: Rect, id: EntryId, columns: Columns, bold: bool) {
        let name_style = if bold { Look::Remembered.style() } else { Look::Row.style() };
        let mut x = area.x;
        let (before, main) = (self.before(columns.list, id), self.main(id));
        let is_name_first = matches!(id.kind, Kind::Person);
        if columns.first > 0 && (before.is_some() || columns.list != List::Areas) {
            let style = if is_name_first { name_style } else { Look::Quiet.style() };
            self.first_column(x, area.y, columns.first, id, before.as_deref().unwrap_or_default(), style);
            x += columns.first + if is_name_first { 2 } else { 1 };
        }
        let right = if columns.last > 0 { columns.last + 1 } else { 0 };
        let style = if is_name_first { Look::Quiet.style() } else { name_style };
        self.pen.cut(x, area.y, area.right().saturating_sub(x + right), &main, style);
        if let Some(after) = self.after(id) {
            let width = self.pen.width(&after);
            self.pen.put(area.right().saturating_sub(width), area.y, width, &after, Look::Quiet.style());
        }
    }

    /// Numbers stand at the right of their column, words at the left.
    fn first_column(&mut self, x: u16, y: u16, cols: u16, id: EntryId, text: &str, style: Style) {
        let is_number = matches!(id.kind, Kind::PolicyArea | Kind::Project);
        let indent = if is_number { cols.saturating_sub(self.pen.width(text)) } else { 0 };
        self.pen.cut(x + indent, y, cols - indent, text, style);
    }

    /// What stands in the first column.
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
            Kind::Event => record.events[id.place()].start.map(|date| date.to_string()),
            Kind::Document => record.documents[id.place()].issued.map(|date| date.to_string()),
            Kind::Agreement | Kind::Organisation | Kind::Place => None,
        }
    }

    fn main(&self, id: EntryId) -> String {
        let record = &self.world.record;
        match id.kind {
            Kind::Person => {
                let offices = record.people[id.place()].offices.first();
                let described = record.entry(id).description.as_ref();
                let text = offices.map(|office| &office.role).or(described);
                text.map(|text| text.shown(self.state.lang).to_owned()).unwrap_or_default()
            }
            _ => self.name(id),
        }
    }

    /// What stands at the right edge: of an area, how many of its projects are named.
    fn after(&self, id: EntryId) -> Option<String> {
        if id.kind != Kind::PolicyArea {
            return None;
        }
        let named = self.world.record.projects.iter().filter(|project| project.policy_areas.contains(&id)).count();
        Some(if named == 0 { "-".to_owned() } else { named.to_string() })
    }

    fn name(&self, id: EntryId) -> String {
        self.world.record.entry(id).name.shown(self.state.lang).to_owned()
    }
}
