//! The palette: every action by its words or its name, and which of them what is typed comes to.

use super::World;
use super::action::{Action, Motion};
use super::hindrance::{Hindrance, Text, hindrance};
use super::hint;
use super::keymap::{Binding, Keymap, Keys, Scope};
use super::prompt::Prompt;
use super::state::{Overlay, State};
use crate::search::Query;

/// So many ways to type an action are shown.
const MOST_KEYS: usize = 3;
/// What stands between two ways to type an action.
pub const BETWEEN_KEYS: &str = "  ";
/// What is typed in other programs, and the actions that are meant.
const OTHER_NAMES: [(&str, &str); 12] = [
    ("q", "quit"),
    ("q!", "quit"),
    ("qa", "quit"),
    ("qa!", "quit"),
    ("wq", "quit"),
    ("x", "quit"),
    ("exit", "quit"),
    ("h", "help"),
    ("?", "help"),
    ("/", "search"),
    ("$", "last"),
    ("u", "undo"),
];

/// The palette, open over a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    pub prompt: Prompt,
    /// What lay over the panes when it was opened, and lies there again after it.
    pub under: Box<Overlay>,
    offers: Vec<Offer>,
    pub rows: Vec<Row>,
    pub selected: usize,
    /// The first row in sight.
    pub top: usize,
}

/// An action, and whether it can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its place in the key table.
    pub line: usize,
    pub action: Action,
    pub name: &'static str,
    /// What it does now, in the language of the screen.
    pub words: &'static str,
    /// How it is typed, as the screen writes it.
    pub keys: String,
    pub hindrance: Option<Hindrance>,
}

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// To the row or line of this number.
    Number(usize),
    /// An action, by its place among those that are offered.
    Offer(usize),
}

impl Palette {
    /// Over a session as it stands: what can be done first, then what could be done elsewhere.
    pub fn over(state: &State, world: &World) -> Self {
        let scope = Scope::of(state);
        let text = Text::of(state, world);
        let mut offers: Vec<Offer> = Vec::new();
        let here = state.keymap.bindings(scope).map(|binding| (binding, None));
        let elsewhere = [Scope::Panes, Scope::Reader, Scope::Everywhere, Scope::Search, Scope::Bookmarks];
        let elsewhere = elsewhere
            .into_iter()
            .flat_map(|other| state.keymap.of_scope(other).map(move |binding| (binding, Some(other))));
        for (binding, other) in here.chain(elsewhere) {
            let is_known = offers.iter().any(|offer| offer.name == binding.name);
            if is_known || matches!(binding.action, Action::Palette | Action::Edit(_)) {
                continue;
            }
            let hindrance = match other {
                Some(other) => Some(Hindrance::OnlyIn(other)),
                None => hindrance(state, world, binding.action, text),
            };
            offers.push(Offer {
                line: state.keymap.place(binding),
                action: binding.action,
                name: binding.name,
                words: hint::words_now(state, world, binding),
                keys: keys(&state.keymap, scope, binding),
                hindrance,
            });
        }
        let is_way = |offer: &Offer| matches!(offer.action, Action::Move(_));
        offers.sort_by_key(|offer| (offer.hindrance.is_some(), is_way(offer)));
        let rows = (0..offers.len()).map(Row::Offer).collect();
        Self { prompt: Prompt::default(), under: Box::new(state.overlay.clone()), offers, rows, selected: 0, top: 0 }
    }

    /// The same over a newer version of the record: what was typed, and the action that was selected if it is there.
    pub fn anew(self, state: &State, world: &World) -> Self {
        let name = |palette: &Self, row| palette.offer(row).map(|offer| offer.name);
        let chosen = self.chosen().and_then(|row| name(&self, row));
        let mut palette = Self { prompt: self.prompt, ..Self::over(state, world) };
        palette.look(world);
        palette.selected = palette.rows.iter().position(|row| name(&palette, *row) == chosen).unwrap_or(0);
        palette.top = self.top;
        palette
    }

    /// The action of a row; none of a number.
    pub fn offer(&self, row: Row) -> Option<&Offer> {
        match row {
            Row::Offer(place) => self.offers.get(place),
            Row::Number(_) => None,
        }
    }

    /// All that is offered, whatever is typed.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// The row that is selected.
    pub fn chosen(&self) -> Option<Row> {
        self.rows.get(self.selected).copied()
    }

    /// What is typed, without the colon that opened the field.
    pub fn typed(&self) -> &str {
        self.prompt.text().trim().trim_start_matches([':', '：'])
    }

    pub fn query(&self) -> Query {
        Query::read(self.typed())
    }

    /// Lists what the text in the field comes to, what can be done first.
    pub fn look(&mut self, world: &World) {
        let typed = self.typed();
        let number = typed.parse().ok().filter(|number| *number > 0).map(Row::Number);
        let meant = OTHER_NAMES.iter().find(|(other, _)| *other == typed).map(|(_, name)| *name);
        let query = self.query();
        let found = match world.commands().filter(|_| !query.is_blank()) {
            Some(commands) => commands.find(&query),
            None if typed.is_empty() => self.offers.iter().map(|offer| offer.line).collect(),
            None => Vec::new(),
        };
        let place = |is_it: &dyn Fn(&Offer) -> bool| self.offers.iter().position(is_it);
        let meant = meant.and_then(|meant| place(&|offer| offer.name == meant));
        let mut places: Vec<usize> = found.iter().filter_map(|line| place(&|offer| offer.line == *line)).collect();
        // What is called as it was typed was meant, whether or not it can be done.
        let is_last = |offer: &Offer| offer.hindrance.is_some() && offer.name != typed && offer.words != typed;
        places.sort_by_key(|place| self.offers.get(*place).is_some_and(is_last));
        let others = places.into_iter().filter(|place| Some(*place) != meant);
        self.rows = number.into_iter().chain(meant.into_iter().chain(others).map(Row::Offer)).collect();
        (self.selected, self.top) = (0, 0);
    }
}

/// What a row does: its action, and the number before it.
pub fn done_by(palette: &Palette, row: Row) -> Option<(Action, Option<usize>)> {
    match row {
        Row::Number(number) => Some((Action::Move(Motion::First), Some(number))),
        Row::Offer(_) => palette.offer(row).filter(|offer| offer.hindrance.is_none()).map(|offer| (offer.action, None)),
    }
}

/// How an action is typed in a scope: with the keys of this binding, then with others that do the same.
fn keys(keymap: &Keymap, scope: Scope, binding: &Binding) -> String {
    let same = keymap.bindings(scope).filter(|other| other.name == binding.name);
    let keys = same.flat_map(|other| &other.keys).filter(|keys| keymap.holds(scope, keys, binding.action));
    keys.take(MOST_KEYS).map(Keys::shown).collect::<Vec<_>>().join(BETWEEN_KEYS)
}
