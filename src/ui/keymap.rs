//! The one key table: what every key does, where, and in which words. Dispatch, footer, help and README come from it.

mod table;

use super::action::Action;
use super::key::{Key, KeyCode};
use super::state::{Overlay, State};
use super::words::{ORDER_LINES, SIGNS_LINES, Words};
use crate::data::Lang;
use Scope::{Always, Code, Everywhere, Field, Find, Help, Hints, Panes, Preview, Reader, Search, Unfit};
pub use table::TABLE;

/// Where a key has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Wherever keys are typed, also in a text field.
    Always,
    /// In the panes, in the reader and over the help.
    Everywhere,
    Panes,
    Reader,
    /// In the field over everything.
    Search,
    /// In the text of a hit, beside the list or in its place.
    Preview,
    /// In the field over the reader's text.
    Find,
    /// In both fields.
    Field,
    Hints,
    Help,
    /// Over a QR code.
    Code,
    /// On the page that says why Chinese can't be shown.
    Unfit,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub scope: Scope,
    /// The ways to type it; the first is the one that the footer shows. A sequence has spaces between its keys.
    pub keys: &'static [&'static str],
    pub action: Action,
    /// What it does, in Traditional Chinese, Simplified Chinese and English.
    words: [&'static str; 3],
    /// Footers drop the hints of the largest number first; 0 is never in a footer.
    pub rank: u8,
}

impl Binding {
    pub const fn words(&self, lang: Lang) -> &'static str {
        self.words[match lang {
            Lang::ZhHant => 0,
            Lang::ZhHans => 1,
            Lang::En => 2,
        }]
    }
}

/// A line of the help.
#[derive(Debug, Clone, Copy)]
pub enum HelpRow {
    Heading(Scope),
    Key(&'static Binding),
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

/// The help: the whole table and how to search, in one or two columns.
pub fn help(cols: u16) -> Vec<Vec<HelpRow>> {
    let order = [HelpRow::Blank, HelpRow::Order].into_iter().chain((0..ORDER_LINES).map(HelpRow::OrderLine));
    let signs = [HelpRow::Blank, HelpRow::Signs].into_iter().chain((0..SIGNS_LINES).map(HelpRow::SignsLine));
    let shared = help_column(&[Everywhere, Always, Field]).into_iter().chain(order).chain(signs).collect();
    let local = help_column(&[Panes, Reader, Hints, Search, Preview, Find, Help, Code, Unfit]);
    if cols >= TWO_COLUMNS_OF_HELP {
        return vec![shared, local];
    }
    vec![[shared, vec![HelpRow::Blank], local].concat()]
}

/// How many rows the help takes.
pub fn help_rows(cols: u16) -> usize {
    help(cols).iter().map(Vec::len).max().unwrap_or(0)
}

fn help_column(scopes: &[Scope]) -> Vec<HelpRow> {
    let mut rows = Vec::new();
    for scope in scopes {
        if !rows.is_empty() {
            rows.push(HelpRow::Blank);
        }
        rows.push(HelpRow::Heading(*scope));
        rows.extend(TABLE.iter().filter(|binding| binding.scope == *scope).map(HelpRow::Key));
    }
    rows
}

/// What typed keys come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    Found(Action),
    /// The beginning of a sequence.
    Pending,
    None,
}

impl Scope {
    /// The scope of a session's next key.
    pub const fn of(state: &State) -> Self {
        match &state.overlay {
            Overlay::None if state.view.in_reader => Self::Reader,
            Overlay::None => Self::Panes,
            Overlay::Search(search) if search.reading.is_some() => Self::Preview,
            Overlay::Search(_) => Self::Search,
            Overlay::Find(_) => Self::Find,
            Overlay::Hints => Self::Hints,
            Overlay::Help { .. } => Self::Help,
            Overlay::Code(_) => Self::Code,
            Overlay::Unfit(_) => Self::Unfit,
        }
    }

    /// The heading over the keys of this scope.
    pub const fn heading(self, words: &Words) -> &'static str {
        match self {
            Self::Always => words.always,
            Self::Everywhere => words.everywhere,
            Self::Panes => words.panes,
            Self::Reader => words.reader,
            Self::Search => words.search,
            Self::Preview => words.preview,
            Self::Find => words.find,
            Self::Field => words.input,
            Self::Hints => words.choose_letter,
            Self::Help => words.help,
            Self::Code => words.code,
            Self::Unfit => words.unfit,
        }
    }

    pub const fn is_field(self) -> bool {
        matches!(self, Self::Search | Self::Find)
    }

    /// The lines of the table that hold in this scope, its own before those that it shares.
    pub fn bindings(self) -> impl Iterator<Item = &'static Binding> {
        let own = TABLE.iter().filter(move |binding| binding.scope == self);
        let shared = match self {
            Self::Panes | Self::Reader | Self::Help | Self::Preview => Some(Everywhere),
            Self::Search | Self::Find => Some(Field),
            Self::Always | Self::Everywhere | Self::Field | Self::Hints | Self::Code | Self::Unfit => None,
        };
        // Beside the list a text scrolls as anywhere, and no key leads away from the search.
        let holds = move |binding: &&Binding| self != Preview || matches!(binding.action, Action::Move(_));
        let shared = TABLE.iter().filter(move |binding| Some(binding.scope) == shared).filter(holds);
        own.chain(shared).chain(TABLE.iter().filter(|binding| binding.scope == Always))
    }

    /// The lines of the table that the footer may show, in order.
    pub fn hints(self) -> impl Iterator<Item = &'static Binding> {
        let leads_out = |binding: &&Binding| binding.scope == Help || binding.action == Action::Quit;
        self.bindings().filter(|binding| binding.rank > 0).filter(move |binding| self != Help || leads_out(binding))
    }

    /// What the keys typed so far mean here.
    pub fn lookup(self, typed: &[Key]) -> Lookup {
        let mut pending = false;
        for binding in self.bindings() {
            for keys in binding.keys {
                match rest(keys, typed) {
                    Some("") => return Lookup::Found(binding.action),
                    Some(_) => pending = true,
                    None => {}
                }
            }
        }
        if pending { Lookup::Pending } else { Lookup::None }
    }
}

/// What is left of a sequence after the keys typed so far, if it begins with them; nothing of a whole one.
pub fn rest<'a>(keys: &'a str, typed: &[Key]) -> Option<&'a str> {
    typed.iter().try_fold(keys, |rest, key| {
        let (first, more) = rest.split_once(' ').unwrap_or((rest, ""));
        (Key::parse(first) == Some(*key)).then_some(more)
    })
}

/// The key of an action in a scope, as the screen writes it.
pub fn key_of(scope: Scope, action: Action) -> String {
    let binding = TABLE.iter().find(|binding| binding.scope == scope && binding.action == action);
    binding.and_then(|binding| binding.keys.first()).map(|keys| shown(keys)).unwrap_or_default()
}

/// A key as the screen writes it: `^D`, `Enter`, and no arrows, which are two cells wide in some terminals.
pub fn shown(keys: &str) -> String {
    let parts = keys.split(' ').map(|name| match Key::parse(name) {
        Some(Key { code: KeyCode::Char(char), ctrl: true, .. }) => format!("^{}", char.to_ascii_uppercase()),
        Some(Key { code: KeyCode::Char(char), ctrl: false, alt: false }) if char != ' ' => char.to_string(),
        _ => match name {
            "pagedown" => "PgDn".to_owned(),
            "pageup" => "PgUp".to_owned(),
            _ => name.split('-').map(capital).collect::<Vec<_>>().join("-"),
        },
    });
    parts.collect()
}

fn capital(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::action::Motion;

    #[test]
    fn every_key_of_the_table_can_be_typed() {
        for binding in TABLE {
            for keys in binding.keys {
                assert!(keys.split(' ').all(|name| Key::parse(name).is_some()), "{keys}");
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_scope() {
        for scope in [Panes, Reader, Search, Preview, Find, Field, Hints, Help, Code, Unfit] {
            let mut seen = Vec::new();
            let own = TABLE.iter().filter(|binding| binding.scope == scope);
            for keys in own.flat_map(|binding| binding.keys) {
                assert!(!seen.contains(keys), "{keys} twice in {scope:?}");
                seen.push(keys);
            }
        }
    }

    #[test]
    fn a_sequence_waits_for_its_end() {
        let g = Key::char('g');
        assert_eq!(Panes.lookup(&[g]), Lookup::Pending);
        assert_eq!(Panes.lookup(&[g, g]), Lookup::Found(Action::Move(Motion::First)));
        assert_eq!(Panes.lookup(&[g, Key::char('x')]), Lookup::None);
    }

    #[test]
    fn keys_are_written_short_on_the_screen() {
        assert_eq!(shown("ctrl-d"), "^D");
        assert_eq!(shown("g g"), "gg");
        assert_eq!(shown("shift-tab"), "Shift-Tab");
        assert_eq!(shown("space"), "Space");
    }
}
