//! The help: the key table, the signs of a query, and what a search puts first.

use ratatui::layout::Rect;

use super::Frame;
use super::theme::Look;
use crate::ui::keymap::{Binding, HelpRow};
use crate::ui::layout::{Layout, help_area};

/// Columns between the keys and their words.
const GAP: u16 = 2;
/// The fewest columns that the keys take, however long the words are: so long are the longest names of keys.
const LEAST_KEY_COLS: u16 = 9;

impl Frame<'_> {
    pub(super) fn help(&mut self, top: usize, layout: &Layout) {
        let title = format!(" {} ", self.words.help);
        self.pen.cut(layout.top.x, layout.top.y, layout.top.width, &title, Look::FocusedTitle);
        let area = help_area(self.state.size);
        let columns = self.state.keymap.help(self.state.size.cols);
        let cols = area.width.saturating_sub(1) / u16::try_from(columns.len()).unwrap_or(1).max(1);
        for (rows, x) in columns.iter().zip((area.x..).step_by(usize::from(cols.max(1)))) {
            let cols = cols.saturating_sub(2);
            let key_cols = self.key_cols(rows, cols);
            for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(top)) {
                self.help_row(Rect::new(x + 1, y, cols, 1), key_cols, row);
            }
        }
        let text = Rect { width: area.width.saturating_sub(2), ..area };
        self.position(text, top, self.state.keymap.help_rows(self.state.size.cols));
        self.hints(layout.bottom);
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
