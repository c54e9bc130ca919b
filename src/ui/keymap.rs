//! What every key does, where, and in which words. Dispatch, footer, help and README come from the one key table; a
//! session has its own copy of it, with the keys that its reader wants.

mod help;
mod keys;
mod own;
mod scope;
mod table;
mod written;

use std::fmt;

use super::action::Action;
use super::key::Key;
use crate::data::Lang;
pub use help::HelpRow;
pub use keys::{Keys, shown};
pub use own::{Denied, Wish};
pub use scope::Scope;
pub use table::TABLE;
pub use written::read;

/// Stands where an action has no key.
const UNBOUND: &str = "-";

/// An action in a scope, and how it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding<K = Vec<Keys>> {
    pub scope: Scope,
    /// What the action is called where a reader writes it, in every scope the same. Names stay as they are.
    pub name: &'static str,
    /// The ways to type it; the first is the one that the footer shows.
    pub keys: K,
    pub action: Action,
    /// What it does, in Traditional Chinese, Simplified Chinese and English.
    words: [&'static str; 3],
    /// Footers drop the hints of the largest number first; 0 is never in a footer.
    pub rank: u8,
}

/// A line of the key table. A sequence has spaces between its keys.
pub type Line = Binding<&'static [&'static str]>;

impl<K> Binding<K> {
    /// What finds it: what it does in every language, and its name.
    pub const fn names(&self) -> [&'static str; 4] {
        let [hant, hans, en] = self.words;
        [hant, hans, en, self.name]
    }

    pub const fn words(&self, lang: Lang) -> &'static str {
        self.words[match lang {
            Lang::ZhHant => 0,
            Lang::ZhHans => 1,
            Lang::En => 2,
        }]
    }
}

impl Binding {
    fn of(line: &Line) -> Self {
        let Line { scope, name, keys, action, words, rank } = *line;
        Self { scope, name, keys: keys.iter().filter_map(|keys| Keys::parse(keys)).collect(), action, words, rank }
    }

    /// The ways to type it as the screen writes them, the first `count` of them; a sign for none.
    pub fn shown_keys(&self, count: usize) -> String {
        if self.keys.is_empty() {
            return UNBOUND.to_owned();
        }
        let shown: Vec<String> = self.keys.iter().take(count).map(Keys::shown).collect();
        shown.join("  ")
    }
}

/// The keys of a session.
#[derive(Clone, PartialEq, Eq)]
pub struct Keymap {
    /// In the order of the table.
    bindings: Vec<Binding>,
}

/// A session is told without the keys of the table.
impl fmt::Debug for Keymap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let usual = Self::default();
        f.debug_list().entries(self.bindings.iter().filter(|binding| !usual.bindings.contains(binding))).finish()
    }
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        Self { bindings: TABLE.iter().map(Binding::of).collect() }
    }
}

/// What typed keys come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    Found(Action),
    /// The beginning of a sequence.
    Pending,
    None,
}

impl Keymap {
    /// Gives an action of a scope other keys. False where the scope has no such action.
    pub fn bind(&mut self, scope: Scope, name: &str, keys: Vec<Keys>) -> bool {
        let found = self.bindings.iter_mut().find(|binding| binding.scope == scope && binding.name == name);
        found.map(|binding| binding.keys = keys).is_some()
    }

    /// The place of a binding in the key table.
    pub(super) fn place(&self, binding: &Binding) -> usize {
        let is_it = |other: &Binding| other.scope == binding.scope && other.name == binding.name;
        self.bindings.iter().position(is_it).unwrap_or_default()
    }

    /// The bindings that a scope has of its own.
    pub fn of_scope(&self, scope: Scope) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| binding.scope == scope)
    }

    /// The bindings that hold in a scope, its own before those that it shares.
    pub fn bindings(&self, scope: Scope) -> impl Iterator<Item = &Binding> {
        // Beside a list a text scrolls as anywhere, and so does a list over all, and no key leads away from them.
        let only_moves = matches!(scope, Scope::Preview | Scope::Bookmarks);
        let holds = move |binding: &&Binding| {
            !only_moves || matches!(binding.action, Action::Move(_) | Action::Palette | Action::Help)
        };
        let shared = scope.shared().into_iter().flat_map(|shared| self.of_scope(shared)).filter(holds);
        let always = self.of_scope(Scope::Always).filter(move |_| scope != Scope::Always);
        self.of_scope(scope).chain(shared).chain(always)
    }

    /// The bindings that the footer may show, in order.
    pub fn hints(&self, scope: Scope) -> impl Iterator<Item = (&Binding, &Keys)> {
        let leads_out = |binding: &&Binding| binding.scope == Scope::Help || binding.action == Action::Quit;
        let offered = self.bindings(scope).filter(move |binding| scope != Scope::Help || leads_out(binding));
        offered.filter(|binding| binding.rank > 0).filter_map(move |binding| {
            let keys = binding.keys.iter().find(|keys| self.holds(scope, keys, binding.action))?;
            Some((binding, keys))
        })
    }

    /// What the keys typed so far mean in a scope.
    pub fn lookup(&self, scope: Scope, typed: &[Key]) -> Lookup {
        let mut pending = false;
        for binding in self.bindings(scope) {
            for rest in binding.keys.iter().filter_map(|keys| keys.after(typed)) {
                if rest.is_empty() {
                    return Lookup::Found(binding.action);
                }
                pending = true;
            }
        }
        if pending { Lookup::Pending } else { Lookup::None }
    }

    /// The key of an action in a scope, as the screen writes it; empty where there is none.
    pub fn key_of(&self, scope: Scope, action: Action) -> String {
        let keys =
            self.of_scope(scope).find(|binding| binding.action == action).and_then(|binding| binding.keys.first());
        keys.map(Keys::shown).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::action::Motion;

    #[test]
    fn every_key_of_the_table_can_be_typed() {
        for line in TABLE {
            for keys in line.keys {
                assert!(Keys::parse(keys).is_some(), "{keys}");
            }
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_scope() {
        for scope in Scope::ALL {
            let mut seen = Vec::new();
            let own = TABLE.iter().filter(|line| line.scope == scope);
            for keys in own.flat_map(|line| line.keys) {
                assert!(!seen.contains(keys), "{keys} twice in {scope:?}");
                seen.push(keys);
            }
        }
    }

    #[test]
    fn an_action_has_one_name_and_a_name_one_action() {
        for line in TABLE {
            for other in TABLE {
                assert_eq!(line.name == other.name, line.action == other.action, "{} {}", line.name, other.name);
            }
            let is_plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-';
            assert!(line.name.chars().all(is_plain), "{}", line.name);
            let alike = TABLE.iter().filter(|other| other.scope == line.scope && other.name == line.name);
            assert_eq!(alike.count(), 1, "{} twice in {:?}", line.name, line.scope);
        }
    }

    #[test]
    fn a_sequence_waits_for_its_end() {
        let (keymap, g) = (Keymap::default(), Key::char('g'));
        assert_eq!(keymap.lookup(Scope::Panes, &[g]), Lookup::Pending);
        assert_eq!(keymap.lookup(Scope::Panes, &[g, g]), Lookup::Found(Action::Move(Motion::First)));
        assert_eq!(keymap.lookup(Scope::Panes, &[g, Key::char('x')]), Lookup::None);
    }
}
