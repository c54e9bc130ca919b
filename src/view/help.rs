//! The help: the key table, and nothing that is not in it.

use super::Frame;
use super::theme::Look;
use crate::ui::keymap::{self, HelpRow, Scope};
use crate::ui::layout::{Layout, help_area};

/// The most columns that the keys of a line take.
const MOST_KEY_COLS: u16 = 27;

impl Frame<'_> {
    pub(super) fn help(&mut self, top: usize, layout: &Layout) {
        let title = format!(" {} ", self.words.help);
        self.pen.cut(layout.top.x, layout.top.y, layout.top.width, &title, Look::FocusedTitle.style());
        let area = help_area(self.state.size);
        let columns = keymap::help(self.state.size.cols);
        let cols = area.width / u16::try_from(columns.len()).unwrap_or(1).max(1);
        for (rows, x) in columns.iter().zip((area.x..).step_by(usize::from(cols.max(1)))) {
            for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(top)) {
                self.help_row(x + 1, y, cols.saturating_sub(2), row);
            }
        }
        self.hints(layout.bottom, Scope::Help);
    }

    fn help_row(&mut self, x: u16, y: u16, cols: u16, row: &HelpRow) {
        match row {
            HelpRow::Blank => {}
            HelpRow::Heading(scope) => {
                self.pen.cut(x, y, cols, self.scope_name(*scope), Look::Name.style());
            }
            HelpRow::Key(binding) => {
                let key_cols = MOST_KEY_COLS.min(cols / 2);
                let mut keys: Vec<_> = binding.keys.iter().map(|keys| keymap::shown(keys)).collect();
                while keys.len() > 1 && self.pen.width(&keys.join("  ")) > key_cols.saturating_sub(1) {
                    keys.pop();
                }
                self.pen.cut(x + 1, y, key_cols.saturating_sub(1), &keys.join("  "), Look::Key.style());
                self.pen.cut(
                    x + key_cols + 1,
                    y,
                    cols.saturating_sub(key_cols + 1),
                    binding.words(self.state.lang),
                    Look::Row.style(),
                );
            }
        }
    }

    fn scope_name(&self, scope: Scope) -> &'static str {
        match scope {
            Scope::Always => self.words.always,
            Scope::Everywhere => self.words.everywhere,
            Scope::Panes => self.words.panes,
            Scope::Reader => self.words.reader,
            Scope::Search => self.words.search,
            Scope::Find => self.words.find,
            Scope::Hints => self.words.choose_letter,
            Scope::Help => self.words.help,
        }
    }
}
