//! From a key to what it means here: sequences, numbers, text fields.

use super::action::{Action, Change, Effect, Motion};
use super::keymap::{Lookup, Scope};
use super::state::{Overlay, State, View};
use super::update::{change_field, follow_hint, return_to_anchor, settle, take_letter, type_in, update};
use super::{Key, Size, World};
use crate::text::Ambiguous;

/// A number of more digits than this is cut: more rows than any record has.
const MOST_DIGITS: usize = 8;

/// A key was pressed.
pub fn press(state: &mut State, world: &World, key: Key) -> Option<Effect> {
    state.notice = None;
    if let Some(change) = change(state, key) {
        change_field(state, world, &[change]);
        return None;
    }
    let scope = Scope::of(state);
    if scope.is_field() {
        return match state.keymap.lookup(scope, &[key]) {
            Lookup::Found(action) => update(state, world, action),
            Lookup::Pending | Lookup::None => None,
        };
    }
    let key = key.as_command();
    if let (Overlay::Hints, Some(char)) = (&state.overlay, key.typed()) {
        follow_hint(state, world, char);
        return None;
    }
    if let (Overlay::Letter(awaited), Some(char)) = (&state.overlay, key.typed()) {
        return take_letter(state, world, *awaited, char);
    }
    command(state, world, scope, key)
}

/// What a key changes in a field, where that is all it does.
pub fn change(state: &State, key: Key) -> Option<Change> {
    let scope = Scope::of(state);
    match state.keymap.lookup(scope, &[key]) {
        _ if !scope.is_field() => None,
        Lookup::None => key.typed().map(Change::Type),
        Lookup::Found(Action::Edit(edit)) => Some(Change::Edit(edit)),
        Lookup::Found(_) | Lookup::Pending => None,
    }
}

/// Keys were pressed together, all of which change a field: what comes of them is searched for once.
pub fn change_together(state: &mut State, world: &World, changes: &[Change]) {
    state.notice = None;
    change_field(state, world, changes);
}

/// Text was typed or pasted: into a field, or nowhere.
pub fn paste(state: &mut State, world: &World, text: &str) {
    state.notice = None;
    if Scope::of(state).is_field() {
        type_in(state, world, text);
    }
}

/// Ambiguous characters take other cells now. The reader goes on with the same words.
pub fn set_ambiguous(state: &mut State, world: &World, ambiguous: Ambiguous) {
    state.ambiguous = ambiguous;
    return_to_anchor(state, world);
    settle(state, world);
}

/// The screen has another size now. The reader goes on with the same words.
pub fn resize(state: &mut State, world: &World, size: Size) {
    state.size = size;
    return_to_anchor(state, world);
    settle(state, world);
}

fn command(state: &mut State, world: &World, scope: Scope, key: Key) -> Option<Effect> {
    if let Some(digit) = digit(state, key) {
        return number(state, world, scope, digit);
    }
    state.typing.keys.push(key);
    match state.keymap.lookup(scope, &state.typing.keys) {
        Lookup::Pending => None,
        Lookup::Found(action) => {
            state.typing.keys.clear();
            settle_number(state, world, scope, action);
            let effect = update(state, world, action);
            state.typing.digits.clear();
            state.typing.before.clear();
            effect
        }
        Lookup::None => {
            let was_sequence = state.typing.keys.len() > 1;
            state.typing = super::state::Typing::default();
            if was_sequence { command(state, world, scope, key) } else { None }
        }
    }
}

/// The digit that a key types here, if numbers are typed here at all.
fn digit(state: &State, key: Key) -> Option<char> {
    let char = key.typed().filter(char::is_ascii_digit)?;
    let begins = state.typing.digits.is_empty();
    (state.typing.keys.is_empty() && !(begins && char == '0')).then_some(char)
}

/// A digit begins or lengthens a number. Alone, 1 to 4 go to a pane at once, and so they do again and again:
/// only `G` after several of them, or a digit that is no pane, makes them a number.
fn number(state: &mut State, world: &World, scope: Scope, digit: char) -> Option<Effect> {
    if state.typing.digits.len() == MOST_DIGITS {
        if state.typing.before.is_empty() {
            return None;
        }
        state.typing.digits.remove(0);
        state.typing.before.remove(0);
    }
    state.typing.digits.push(digit);
    let is_panes = state.typing.digits.chars().all(|digit| ('1'..='4').contains(&digit));
    match state.keymap.lookup(scope, &[Key::char(digit)]) {
        Lookup::Found(action) if is_panes => {
            let before = state.view.clone();
            state.typing.before.push(before);
            update(state, world, action)
        }
        _ => {
            take_as_number(state, world, scope);
            None
        }
    }
}

/// Digits that went to panes were a number after all, or were not: settles which, before an action.
fn settle_number(state: &mut State, world: &World, scope: Scope, action: Action) {
    if state.typing.before.is_empty() {
        return;
    }
    let is_row = matches!(action, Action::Move(Motion::First | Motion::Last));
    if is_row && state.typing.digits.len() > 1 {
        take_as_number(state, world, scope);
    } else {
        state.typing.digits.clear();
    }
}

/// The digits were a number: the view is again as it was before them. Where that list is shorter than the number, its
/// first digits did mean panes: `310G` is the tenth row of the third pane, and `30` goes there and home.
fn take_as_number(state: &mut State, world: &World, scope: Scope) {
    let mut views = std::mem::take(&mut state.typing.before);
    views.push(state.view.clone());
    let typed = std::mem::take(&mut state.typing.digits);
    let rows = |view: &View| {
        if view.in_reader {
            return usize::MAX;
        }
        State { view: view.clone(), ..state.clone() }.row_count(world, view.pane)
    };
    let fits = views.iter().enumerate().find_map(|(first, view)| {
        let rest: String = typed.chars().skip(first).collect();
        rest.parse().is_ok_and(|number: usize| number <= rows(view)).then_some((rest, view.clone()))
    });
    let (digits, view) = fits.unwrap_or((typed, state.view.clone()));
    state.view = view;
    match state.keymap.lookup(scope, &[Key::char('0')]) {
        Lookup::Found(action) if digits == "0" => {
            update(state, world, action);
        }
        _ => {
            state.typing.digits = digits;
            settle(state, world);
        }
    }
}
