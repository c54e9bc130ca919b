//! A reader's own keys over those of the table: which of them hold, and why others can't.

use super::{Binding, Keymap, Keys, Lookup, Scope};
use crate::ui::action::Action;

/// The keys that a reader wants for an action of a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub scope: Scope,
    pub name: &'static str,
    /// Each with the place where it was wished for.
    pub keys: Vec<(Keys, usize)>,
    pub at: usize,
}

/// A wish that can't be had, where it stands, and why, in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Denied {
    pub at: usize,
    pub why: String,
}

/// Two bindings that can't both be typed, and the keys of each.
struct Clash<'a> {
    one: (&'a Binding, &'a Keys),
    other: (&'a Binding, &'a Keys),
}

impl Keymap {
    /// The keys of the table, changed as a reader wishes. A wish that clashes is left out: the keys of its action stay.
    pub fn wished(wishes: Vec<Wish>) -> (Self, Vec<Denied>) {
        let mut wishes = wishes;
        let mut denied = Vec::new();
        loop {
            let keymap = Self::with(&wishes);
            let Some((number, fault)) = keymap.fault(&wishes) else { return (keymap, denied) };
            wishes.remove(number);
            denied.push(fault);
        }
    }

    fn with(wishes: &[Wish]) -> Self {
        let mut keymap = Self::default();
        for wish in wishes {
            keymap.bind(wish.scope, wish.name, wish.keys.iter().map(|(keys, _)| keys.clone()).collect());
        }
        keymap
    }

    /// The last wish that can't be had together with the rest.
    fn fault(&self, wishes: &[Wish]) -> Option<(usize, Denied)> {
        let numbers = wishes.iter().map(|wish| self.number_fault(wish));
        let number = numbers.enumerate().find_map(|(number, fault)| Some((number, fault?)));
        let clash = || Scope::ALL.into_iter().find_map(|scope| self.clash(scope)).and_then(|clash| clash.told(wishes));
        number.or_else(clash).or_else(|| self.lock(wishes))
    }

    /// Digits begin numbers: alone, 0 is a key and 1 to 4 go to panes.
    fn number_fault(&self, wish: &Wish) -> Option<Denied> {
        let binding = self.of_scope(wish.scope).find(|binding| binding.name == wish.name)?;
        let begins_so = |keys: &Keys| keys.as_slice().first().and_then(|key| key.typed()).filter(char::is_ascii_digit);
        let is_fine = |keys: &Keys, digit| {
            let is_pane = matches!(binding.action, Action::FocusPane(_)) && ('1'..='4').contains(&digit);
            keys.as_slice().len() == 1 && (digit == '0' || is_pane)
        };
        let (keys, at) =
            wish.keys.iter().find(|(keys, _)| begins_so(keys).is_some_and(|digit| !is_fine(keys, digit)))?;
        let why = format!("\"{keys}\" begins a number, as in 5j; take a key that is no digit");
        Some(Denied { at: *at, why })
    }

    /// Keys that a scope has twice of its own, or that begin longer ones which hold in it.
    fn clash(&self, scope: Scope) -> Option<Clash<'_>> {
        let all: Vec<(&Binding, &Keys)> =
            self.bindings(scope).flat_map(|binding| binding.keys.iter().map(move |keys| (binding, keys))).collect();
        for (number, one) in all.iter().enumerate() {
            for other in all.iter().skip(number + 1) {
                let is_same = one.1 == other.1 && one.0.scope == other.0.scope;
                if is_same || one.1.hides(other.1) || other.1.hides(one.1) {
                    return Some(Clash { one: *one, other: *other });
                }
            }
        }
        None
    }

    /// Whether every scope has a key that leads out of it. Where one has none, the last wish for such a key, or for another,
    /// without which it has one can't be had.
    fn lock(&self, wishes: &[Wish]) -> Option<(usize, Denied)> {
        let locked = Scope::ALL.into_iter().filter(|scope| scope.is_place()).find(|scope| !self.is_open(*scope))?;
        let is_way = |number: &usize| matches!(wishes[*number].name, "quit" | "leave");
        let opens = |number: &usize| {
            let (before, after) = (&wishes[..*number], &wishes[*number + 1..]);
            Self::with(&[before, after].concat()).is_open(locked)
        };
        let opening: Vec<usize> = (0..wishes.len()).filter(opens).collect();
        let number = opening.iter().rfind(|number| is_way(number)).or(opening.last()).copied();
        let number = number.or(wishes.len().checked_sub(1))?;
        let why =
            format!("no key would lead out of \"{}\"; keep one for quit there, everywhere or always", locked.name());
        Some((number, Denied { at: wishes[number].at, why }))
    }

    /// Whether a key of the scope quits, or leaves for where one does.
    fn is_open(&self, scope: Scope) -> bool {
        let leads_out = |action| match action {
            Action::Quit => true,
            Action::Leave => scope != Scope::Panes,
            _ => false,
        };
        let ways = self.bindings(scope).filter(|binding| leads_out(binding.action));
        ways.flat_map(|binding| binding.keys.iter().map(|keys| (binding.action, keys)))
            .any(|(action, keys)| self.holds(scope, keys, action))
    }

    /// Whether keys do an action in a scope, and nothing else does it before them.
    pub(in crate::ui) fn holds(&self, scope: Scope, keys: &Keys, action: Action) -> bool {
        self.lookup(scope, keys.as_slice()) == Lookup::Found(action)
    }
}

impl Clash<'_> {
    /// The later one of the wishes for them, and what is wrong with it.
    fn told(&self, wishes: &[Wish]) -> Option<(usize, Denied)> {
        let place = |(binding, keys): (&Binding, &Keys)| {
            let number = wishes.iter().position(|wish| wish.scope == binding.scope && wish.name == binding.name)?;
            let wish = wishes.get(number)?;
            Some((number, wish.keys.iter().find(|(wished, _)| wished == keys).map_or(wish.at, |(_, at)| *at)))
        };
        let (wished, kept) = match (place(self.one), place(self.other)) {
            (Some(one), Some(other)) if one.1 > other.1 => ((one, self.one), self.other),
            (_, Some(other)) => ((other, self.other), self.one),
            (Some(one), None) => ((one, self.one), self.other),
            (None, None) => return None,
        };
        let ((number, at), (_, keys)) = wished;
        let (other, other_keys) = kept;
        let (name, scope) = (other.name, other.scope.name());
        let why = if keys == other_keys {
            format!("\"{keys}\" is {name} in \"{scope}\"; take another key, or take it from {name}")
        } else if keys.hides(other_keys) {
            format!("\"{keys}\" would hide \"{other_keys}\", which is {name} in \"{scope}\"; take another key")
        } else {
            format!("\"{keys}\" can't be typed in \"{scope}\", where \"{other_keys}\" is {name}; take another key")
        };
        Some((number, Denied { at, why }))
    }
}
