//! The panes: a title with its tabs and a count, then rows.

use std::ops::Range;

use ratatui::layout::Rect;

use super::Frame;
use super::row::Columns;
use super::theme::Look;
use crate::data::EntryId;
use crate::ui::layout::{Layout, Shape};
use crate::ui::list::List;

/// What stands before a selected row, and before one that is tied to what the reader shows.
pub(super) const SELECTED: &str = "›";
const TIED: &str = "▪";
/// What stands for tabs that have no room.
pub(super) const MORE: &str = "⋯";
pub(super) const MORE_COLS: u16 = 1;

impl Frame<'_> {
    pub(super) fn pane(&mut self, pane: usize, layout: &Layout) {
        let area = layout.panes[pane];
        if area.is_empty() {
            return;
        }
        let rows = self.state.rows(self.world, pane);
        self.pane_title(pane, area, &rows, layout);
        let list = layout.list(pane);
        if list.is_empty() {
            return;
        }
        if rows.is_empty() {
            let says = if self.state.view.narrowed.is_some() { self.words.nothing_tied } else { self.words.empty_list };
            self.pen.cut(list.x + 3, list.y, list.width.saturating_sub(3), says, Look::Quiet);
            return;
        }
        let cursor = self.state.cursor(pane);
        let columns = Columns::of(self, self.state.list(self.world, pane), list.width.saturating_sub(3), cursor.shift);
        let in_sight = rows.iter().skip(cursor.top).take(usize::from(list.height));
        for (y, id) in (list.y..).zip(in_sight) {
            let is_selected = cursor.selected == Some(*id);
            let has_focus = pane == self.state.view.pane && !self.state.view.in_reader;
            let line = Rect::new(list.x + 3, y, list.width.saturating_sub(4), 1);
            self.row(line, *id, columns, is_selected && pane == self.state.view.pane);
            let tied = pane != self.state.view.pane && self.world.record.tied(self.state.view.here, *id);
            if is_selected && pane == self.state.view.pane {
                self.pen.put(list.x + 1, y, 1, SELECTED, Look::Key);
            } else if tied {
                self.pen.put(list.x + 1, y, 1, TIED, Look::Key);
            }
            if is_selected && has_focus {
                self.pen.restyle(list.x, y, list.width.saturating_sub(1), Look::Selected);
            }
        }
    }

    /// The pane's number, its tabs with the one on top first to be seen, and how many rows there are.
    fn pane_title(&mut self, pane: usize, area: Rect, rows: &[EntryId], layout: &Layout) {
        let has_focus = pane == self.state.view.pane && !self.state.view.in_reader;
        let on_top = self.state.view.panes[pane].tab;
        let count = self.count(pane, rows);
        let count_x = area.right().saturating_sub(self.pen.width(&count) + 1);
        let mut x = area.x;
        if layout.shape == Shape::Columns {
            let look = if has_focus { Look::FocusedTitle } else { Look::Title };
            x = self.pen.put(x, area.y, area.width, &format!(" {} ", pane + 1), look);
        }
        let names: Vec<&str> =
            self.world.panes[pane].iter().map(|list| self.world.kinds(self.words, list.kind())).collect();
        let room = count_x.saturating_sub(x);
        let tabs = tabs_that_fit(&names, on_top, room, |text| self.pen.width(text));
        if tabs.start > 0 {
            x = self.pen.put(x, area.y, MORE_COLS, MORE, Look::Quiet);
        }
        for tab in tabs.clone() {
            let look = match (tab == on_top, has_focus) {
                (true, true) => Look::FocusedTitle,
                (true, false) => Look::Title,
                (false, _) => Look::Quiet,
            };
            let text = format!(" {} ", names[tab]);
            x = self.pen.cut(x, area.y, count_x.saturating_sub(x), &text, look);
        }
        if tabs.end < names.len() {
            x = self.pen.put(x, area.y, count_x.saturating_sub(x), MORE, Look::Quiet);
        }
        while x + 1 < count_x {
            x = self.pen.put(x, area.y, 1, self.line_of_titles(layout), Look::Rule);
        }
        self.pen.put(count_x, area.y, area.right().saturating_sub(count_x), &count, Look::Quiet);
    }

    /// How many there are; of projects, how many of how many.
    fn count(&self, pane: usize, rows: &[EntryId]) -> String {
        let list = self.state.list(self.world, pane);
        let of_kind = |ids: &[EntryId]| ids.iter().filter(|id| id.kind == list.kind()).count();
        let (shown, all) = (of_kind(rows), of_kind(self.world.lists.get(list)));
        if shown < all {
            return format!("{shown}/{all}");
        }
        match self.world.record.meta.stated.projects {
            Some(stated) if list == List::Projects && stated as usize != all => format!("{all}/{stated}"),
            _ => all.to_string(),
        }
    }
}

/// The tabs for which there is room: the one on top, then its neighbours.
pub(super) fn tabs_that_fit(names: &[&str], on_top: usize, cols: u16, width: impl Fn(&str) -> u16) -> Range<usize> {
    let wide = |range: Range<usize>| names[range].iter().map(|name| width(name) + 2).sum::<u16>();
    if wide(0..names.len()) <= cols {
        return 0..names.len();
    }
    let cols = cols.saturating_sub(2 * MORE_COLS);
    let (mut start, mut end) = (on_top, on_top + 1);
    loop {
        if end < names.len() && wide(start..end + 1) <= cols {
            end += 1;
        } else if start > 0 && wide(start - 1..end) <= cols {
            start -= 1;
        } else {
            return start..end;
        }
    }
}
