//! The lines of the help: all keys of a session, and how to search.

use std::iter;

use super::super::words::{ORDER_LINES, SIGNS_LINES};
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
/// The scopes in the order of the help, behind those of the place where it was opened.
const SCOPES: [Scope; Scope::ALL.len()] = [
    Scope::Panes,
    Scope::Reader,
    Scope::Everywhere,
    Scope::Always,
    Scope::Search,
    Scope::Preview,
    Scope::Find,
    Scope::Field,
    Scope::Hints,
    Scope::Bookmarks,
    Scope::Note,
    Scope::Ask,
    Scope::Palette,
    Scope::Help,
    Scope::HelpField,
    Scope::ByHand,
    Scope::Code,
    Scope::Unfit,
];

impl Keymap {
    /// The help: all keys and how to search, in one or two columns, what holds in a scope first.
    pub fn help(&self, cols: u16, first: Scope) -> Vec<Vec<HelpRow<'_>>> {
        let sections = self.help_sections(first);
        let half = sections.iter().map(|section| section.len() + 1).sum::<usize>().div_ceil(2);
        let columns = if cols < TWO_COLUMNS_OF_HELP { 1 } else { 2 };
        let mut rows = vec![Vec::new(); columns];
        for section in sections {
            let is_full = rows.first().is_some_and(|left| left.len() + section.len() / 2 > half);
            let column = usize::from(is_full && columns > 1);
            if !rows[column].is_empty() {
                rows[column].push(HelpRow::Blank);
            }
            rows[column].extend(section);
        }
        rows
    }

    /// The parts of the help, each under its heading.
    pub fn help_sections(&self, first: Scope) -> Vec<Vec<HelpRow<'_>>> {
        let mut scopes: Vec<Scope> = Vec::new();
        for scope in [Some(first), first.shared(), Some(Scope::Always)].into_iter().flatten().chain(SCOPES) {
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        let keys = scopes
            .into_iter()
            .map(|scope| iter::once(HelpRow::Heading(scope)).chain(self.of_scope(scope).map(HelpRow::Key)).collect());
        let mut sections: Vec<Vec<_>> = keys.collect();
        let order = iter::once(HelpRow::Order).chain((0..ORDER_LINES).map(HelpRow::OrderLine)).collect();
        let signs = iter::once(HelpRow::Signs).chain((0..SIGNS_LINES).map(HelpRow::SignsLine)).collect();
        let place = if first == Scope::Search { 1 } else { sections.len() };
        sections.splice(place..place, [signs, order]);
        sections
    }
}
