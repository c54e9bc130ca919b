//! The tables of keys in the file: `[keys.panes]`, `move-down = ["j", "g x"]`.

use std::slice;

use toml::de::{DeTable, DeValue};

use super::{Reader, Value, shape, unknown};
use crate::ui::keymap::{self, Keymap, Keys, Scope, TABLE, Wish};

/// No action has more keys.
const MOST_KEYS: usize = 8;

/// An action with keys of the reader's own, and the line that says so, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Own {
    pub scope: Scope,
    pub name: &'static str,
    pub line: usize,
}

impl Reader<'_> {
    pub(super) fn keys(&mut self, value: &Value<'_>) {
        let before = self.config.faults.len();
        let wishes = self.scopes(value);
        let own = |wish: &Wish| Own { scope: wish.scope, name: wish.name, line: self.positions.of(wish.at).line };
        let wished: Vec<Own> = wishes.iter().map(own).collect();
        let (keymap, denied) = Keymap::wished(wishes);
        for denied in denied {
            self.fault(denied.at, denied.why);
        }
        self.config.faults.iter_mut().skip(before).for_each(|fault| fault.is_of_keys = true);
        let differs = |own: &Own| {
            let keys = |keymap: &Keymap| keymap.of_scope(own.scope).find(|binding| binding.name == own.name).cloned();
            keys(&keymap) != keys(&Keymap::default())
        };
        self.config.own_keys = wished.into_iter().filter(differs).collect();
        self.config.keymap = keymap.into();
    }

    fn scopes(&mut self, value: &Value<'_>) -> Vec<Wish> {
        let Some(scopes) = self.table("keys", value) else { return Vec::new() };
        let mut wishes = Vec::new();
        for (name, value) in scopes {
            let known = Scope::ALL.map(Scope::name);
            let scope = Scope::ALL.into_iter().find(|scope| scope.name() == name.get_ref());
            match scope {
                Some(scope) => wishes.extend(self.actions(scope, value)),
                None => self.fault(name.span().start, unknown("place of keys", name.get_ref(), &known)),
            }
        }
        wishes.sort_by_key(|wish| wish.at);
        wishes
    }

    fn actions(&mut self, scope: Scope, value: &Value<'_>) -> Vec<Wish> {
        let Some(actions) = self.table(&format!("keys.{}", scope.name()), value) else { return Vec::new() };
        let mut wishes = Vec::new();
        for (name, value) in actions {
            let line = TABLE.iter().find(|line| line.scope == scope && line.name == name.get_ref());
            match line {
                Some(line) => wishes.extend(self.wish(scope, line.name, name.span().start, value)),
                None => self.fault(name.span().start, no_action(scope, name.get_ref())),
            }
        }
        wishes
    }

    fn wish(&mut self, scope: Scope, name: &'static str, at: usize, value: &Value<'_>) -> Option<Wish> {
        let written = match value.get_ref() {
            DeValue::String(_) => slice::from_ref(value).iter(),
            DeValue::Array(list) if list.len() <= MOST_KEYS => list.iter(),
            DeValue::Array(_) => {
                self.fault(value.span().start, format!("{name} has more than {MOST_KEYS} keys; leave some out"));
                return None;
            }
            _ => {
                let message = format!("{name} is {}; write \"j\", [\"j\", \"g x\"], or [] for no key", shape(value));
                self.fault(value.span().start, message);
                return None;
            }
        };
        let mut keys: Vec<(Keys, usize)> = Vec::new();
        let mut is_whole = true;
        for value in written {
            let read = match value.get_ref().as_str() {
                Some(written) => keymap::read(written, scope),
                None => Err(format!("a key of {name} is {}; write it in quotes", shape(value))),
            };
            match read {
                Ok(read) if keys.iter().any(|(other, _)| *other == read) => {}
                Ok(read) => keys.push((read, value.span().start)),
                Err(why) => {
                    self.fault(value.span().start, why);
                    is_whole = false;
                }
            }
        }
        // Of several keys the good ones hold; where none is good, those of the table stay.
        (is_whole || !keys.is_empty()).then_some(Wish { scope, name, keys, at })
    }

    fn table<'v, 'i>(&mut self, name: &str, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.fault(value.span().start, format!("{name} is {}; write a table such as [keys.panes]", shape(value)));
        }
        table
    }
}

/// Says that a scope has no such action, and where there is one of that name.
fn no_action(scope: Scope, name: &str) -> String {
    let elsewhere: Vec<&str> = TABLE.iter().filter(|line| line.name == name).map(|line| line.scope.name()).collect();
    if !elsewhere.is_empty() {
        return format!("\"{}\" has no {name}; it is in {}", scope.name(), elsewhere.join(", "));
    }
    let known: Vec<&str> = TABLE.iter().filter(|line| line.scope == scope).map(|line| line.name).collect();
    unknown("action here", name, &known)
}
