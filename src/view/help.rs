//! The help: the key table, the signs of a query, and what a search puts first.

use ratatui::layout::{Position, Rect};

use super::Frame;
use super::theme::Look;
use crate::ui::Size;
use crate::ui::help::Help;
use crate::ui::keymap::{Binding, HelpRow};
use crate::ui::layout::{Layout, help_area};

/// Columns between the keys and their words.
const GAP: u16 = 2;
/// The fewest columns that the keys take, however long the words are: so long are the longest names of keys.
const LEAST_KEY_COLS: u16 = 9;

impl Frame<'_> {
    pub(super) fn help(&mut self, help: &Help, layout: &Layout) -> Option<Position> {
        let (keymap, Size { cols, .. }) = (&self.state.keymap, self.state.size);
        let columns = help.columns(keymap, cols, self.state.lang);
        let cursor = self.help_title(layout.top, help);
        let area = help_area(self.state.size);
        let cols = area.width.saturating_sub(1) / u16::try_from(columns.len()).unwrap_or(1).max(1);
        for (rows, x) in columns.iter().zip((area.x..).step_by(usize::from(cols.max(1)))) {
            let cols = cols.saturating_sub(2);
            let key_cols = self.key_cols(rows, cols);
            for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(help.top)) {
                self.help_row(Rect::new(x + 1, y, cols, 1), key_cols, row);
            }
        }
        if columns.iter().all(Vec::is_empty) {
            self.paragraph(area, area.y + 1, self.words.palette.no_key);
        }
        let text = Rect { width: area.width.saturating_sub(2), ..area };
        self.position(text, help.top, columns.iter().map(Vec::len).max().unwrap_or(0));
        self.hints(layout.bottom);
        cursor
    }

    /// The title, or the field in which lines are looked for.
    fn help_title(&mut self, area: Rect, help: &Help) -> Option<Position> {
        let title = format!(" {} ", self.words.help);
        let x = self.pen.cut(area.x, area.y, area.width, &title, Look::FocusedTitle);
        if !help.is_narrowed() {
            return None;
        }
        let x = self.pen.put(x, area.y, area.right().saturating_sub(x), " / ", Look::Key);
        let cursor = self.field(Rect::new(x, area.y, area.right().saturating_sub(x + 1), 1), &help.prompt);
        help.is_typing.then_some(cursor)
    }

    /// The columns for the keys of some rows: what they want, unless the words want it.
    fn key_cols(&self, rows: &[HelpRow<'_>], cols: u16) -> u16 {
        let widest = |text: &dyn Fn(&Binding) -> String| {
            let bindings = rows.iter().filter_map(|row| match row {
                HelpRow::Key(binding) => Some(self.pen.width(&text(binding))),
                _ => None,
            });
            bindings.max().unwrap_or(0)
        };
        let keys = widest(&|binding| binding.shown_keys(binding.keys.len()));
        let words = widest(&|binding| binding.words(self.state.lang).to_owned());
        keys.min(cols.saturating_sub(words + GAP + 1)).max(LEAST_KEY_COLS)
    }

    fn help_row(&mut self, area: Rect, key_cols: u16, row: &HelpRow<'_>) {
        match row {
            HelpRow::Blank => {}
            HelpRow::Heading(scope) => self.help_heading(area, scope.heading(self.words)),
            HelpRow::Order => self.help_heading(area, self.words.order),
            HelpRow::Signs => self.help_heading(area, self.words.signs),
            HelpRow::OrderLine(line) => {
                let text = self.words.orders[*line];
                self.pen.cut(area.x + 1, area.y, area.width.saturating_sub(1), text, Look::Row);
            }
            HelpRow::SignsLine(line) => {
                let area = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
                self.signs_line(area, self.words.search_signs[*line]);
            }
            HelpRow::Key(binding) => {
                let fits = |count: &usize| self.pen.width(&binding.shown_keys(*count)) <= key_cols;
                let count = (1..=binding.keys.len()).rev().find(fits).unwrap_or(1);
                let keys = binding.shown_keys(count);
                self.pen.cut(area.x + 1, area.y, key_cols, &keys, Look::Key);
                let before = 1 + key_cols + GAP;
                let room = area.width.saturating_sub(before);
                self.pen.cut(area.x + before, area.y, room, binding.words(self.state.lang), Look::Row);
            }
        }
    }

    fn help_heading(&mut self, area: Rect, text: &str) {
        self.pen.cut(area.x, area.y, area.width, text, Look::Name);
    }
}
