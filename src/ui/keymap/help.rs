//! The lines of the help: all keys of a session, and how to search.

use super::super::words::{ORDER_LINES, SIGNS_LINES};
use super::Scope::{
    Always, Ask, Bookmarks, ByHand, Code, Everywhere, Field, Find, Help, Hints, Note, Palette, Panes, Preview, Reader,
    Search, Unfit,
};
use super::{Binding, Keymap, Scope};

/// A line of the help.
#[derive(Debug, Clone, Copy)]
pub enum HelpRow<'a> {
    Heading(Scope),
    Key(&'a Binding),
    /// Over the rule of what a search puts first, and a line of it.
    Order,
    OrderLine(usize),
    /// Over the signs of a query, and a line of them.
    Signs,
    SignsLine(usize),
    Blank,
}

/// From here on the help stands in two columns.
const TWO_COLUMNS_OF_HELP: u16 = 90;

impl Keymap {
    /// The help: all keys and how to search, in one or two columns.
    pub fn help(&self, cols: u16) -> Vec<Vec<HelpRow<'_>>> {
        let order = [HelpRow::Blank, HelpRow::Order].into_iter().chain((0..ORDER_LINES).map(HelpRow::OrderLine));
        let signs = [HelpRow::Blank, HelpRow::Signs].into_iter().chain((0..SIGNS_LINES).map(HelpRow::SignsLine));
        let shared = self.help_column(&[Everywhere, Always, Field]).into_iter().chain(order).chain(signs).collect();
        let local = self.help_column(&[
            Panes, Reader, Hints, Search, Preview, Find, Bookmarks, Note, Ask, Palette, Help, ByHand, Code, Unfit,
        ]);
        if cols >= TWO_COLUMNS_OF_HELP {
            return vec![shared, local];
        }
        vec![[shared, vec![HelpRow::Blank], local].concat()]
    }

    /// How many rows the help takes.
    pub fn help_rows(&self, cols: u16) -> usize {
        self.help(cols).iter().map(Vec::len).max().unwrap_or(0)
    }

    fn help_column(&self, scopes: &[Scope]) -> Vec<HelpRow<'_>> {
        let mut rows = Vec::new();
        for scope in scopes {
            if !rows.is_empty() {
                rows.push(HelpRow::Blank);
            }
            rows.push(HelpRow::Heading(*scope));
            rows.extend(self.of_scope(*scope).map(HelpRow::Key));
        }
        rows
    }
}
