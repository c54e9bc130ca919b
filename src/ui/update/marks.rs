//! Marks: a letter for a place, and back there by its letter.

use super::super::World;
use super::super::action::Action;
use super::super::kept::{Awaited, Place, Told};
use super::super::keymap::Scope;
use super::super::state::{Notice, Overlay, State};
use super::visiting;

/// The next key is the letter of a mark.
pub(super) fn await_letter(state: &mut State, awaited: Awaited) {
    if awaited == Awaited::Return && state.kept.marks.is_empty() {
        state.say(Notice::Kept(Told::NoMarks));
    } else {
        state.overlay = Overlay::Letter(awaited);
    }
}

/// A letter was typed that was awaited.
pub fn take_letter(state: &mut State, world: &World, awaited: Awaited, char: char) {
    state.overlay = Overlay::None;
    if !char.is_ascii_alphabetic() {
        state.say(Notice::Kept(Told::NoLetter));
    } else if awaited == Awaited::Mark {
        mark(state, world, char);
    } else if let Some(place) = state.kept.marks.get(&char).cloned() {
        if !visiting::return_to(state, world, &place) {
            state.say(Notice::Kept(Told::Gone(place.address)));
        }
    } else {
        state.say(Notice::Kept(Told::NoMark(char)));
    }
    super::settle(state, world);
}

fn mark(state: &mut State, world: &World, letter: char) {
    let place = Place::of(state, world);
    let before = state.kept.marks.insert(letter, place.clone());
    let told = if let Some(before) = before.filter(|before| *before != place) {
        Told::Moved(letter, before.name(world, state.lang))
    } else {
        let key = state.keymap.key_of(Scope::Everywhere, Action::AwaitLetter(Awaited::Return));
        Told::Marked(letter, key)
    };
    state.say(Notice::Kept(told));
}
