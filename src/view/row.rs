//! Draws the line of an entry, in columns that all rows of a list share.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::Frame;
use super::theme::Look;
use crate::data::{EntryId, Kind};
use crate::text::{self, cut::ELLIPSIS};
use crate::ui::list::List;
use crate::ui::row::Row;

/// Names of people take at most so many columns.
const MOST_NAME_COLS: u16 = 24;

/// The widths that the rows of a list have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    list: List,
    /// Columns of what stands before the text that has the most room.
    first: u16,
    /// Columns of the number or the name at the right edge.
    last: u16,
    /// Columns of the text that are scrolled out at its left.
    shift: usize,
}

impl Columns {
    pub(super) fn of(frame: &Frame<'_>, list: List, cols: u16, shift: usize) -> Self {
        let widths = frame.world.widths(list, frame.state.lang, frame.pen.ambiguous());
        let fitting = |cols: usize| u16::try_from(cols).unwrap_or(u16::MAX);
        let first = fitting(widths.before).min(MOST_NAME_COLS).min(cols * 3 / 5);
        Self { list, first, last: fitting(widths.after).min(cols / 2), shift }
    }
}

impl Frame<'_> {
    /// Draws an entry: a first column, the text that has the most room, and a number or a name at the right.
    pub(super) fn row(&mut self, area: Rect, id: EntryId, columns: Columns, bold: bool) {
        let row = Row::of(self.world, columns.list, id, self.state.lang);
        let name_look = if bold { Look::Remembered } else { Look::Row };
        let mut x = area.x;
        let is_name_first = matches!(id.kind, Kind::Person);
        if columns.first > 0 && (row.before.is_some() || columns.list != List::Areas) {
            let look = if is_name_first { name_look } else { Look::Quiet };
            self.first_column(x, area.y, columns.first, id, row.before.as_deref().unwrap_or_default(), look);
            x += columns.first + if is_name_first { 2 } else { 1 };
        }
        let right = if columns.last > 0 { columns.last + 1 } else { 0 };
        let look = if is_name_first { Look::Quiet } else { name_look };
        let main = match columns.shift {
            0 => Cow::Borrowed(row.main.as_str()),
            shift => Cow::Owned(ELLIPSIS.to_owned() + &text::cut_start(&row.main, shift + 1, self.pen.ambiguous())),
        };
        self.pen.cut(x, area.y, area.right().saturating_sub(x + right), &main, look);
        if let Some(after) = row.after {
            let after = text::cut_end(&after, usize::from(columns.last), self.pen.ambiguous());
            let width = self.pen.width(&after);
            self.pen.put(area.right().saturating_sub(width), area.y, width, &after, Look::Quiet);
        }
    }

    /// Numbers stand at the right of their column, words at the left.
    fn first_column(&mut self, x: u16, y: u16, cols: u16, id: EntryId, text: &str, look: Look) {
        let is_number = matches!(id.kind, Kind::PolicyArea | Kind::Project);
        let pad = if is_number { text::pad_start } else { text::pad_end };
        self.pen.put(x, y, cols, &pad(text, usize::from(cols), self.pen.ambiguous()), look);
    }
}
