//! Marks: a letter for a place, and back there by its letter.

use super::super::World;
use super::super::action::{Action, Effect};
use super::super::kept::{Awaited, Keep, Place, Told};
use super::super::keymap::Scope;
use super::super::state::{Notice, Overlay, State};
use super::{bookmarks, visiting};

/// The next key is the letter of a mark.
pub(super) fn await_letter(state: &mut State, awaited: Awaited) {
    if awaited == Awaited::Return && state.kept.marks.is_empty() {
        state.say(Notice::Kept(Told::NoMarks));
    } else {
        state.overlay = Overlay::Letter(awaited);
    }
}

/// A letter was typed that was awaited.
pub fn take_letter(state: &mut State, world: &World, awaited: Awaited, char: char) -> Option<Effect> {
    state.overlay = Overlay::None;
    let mut effect = None;
    if !char.is_ascii_alphabetic() {
        state.say(Notice::Kept(Told::NoLetter));
    } else if awaited == Awaited::Mark {
        effect = mark(state, world, char);
    } else if let Some(place) = state.kept.marks.get(&char).cloned() {
        if !visiting::return_to(state, world, &place) {
            state.say(Notice::Kept(Told::Gone(place.address)));
        }
    } else {
        state.say(Notice::Kept(Told::NoMark(char)));
    }
    super::settle(state, world);
    effect
}

fn mark(state: &mut State, world: &World, letter: char) -> Option<Effect> {
    let place = Place::of(state, world);
    let before = state.kept.marks.get(&letter).filter(|before| **before != place);
    if let Some(before) = before {
        state.say(Notice::Kept(Told::Moved(letter, before.name(world, state.lang))));
    } else {
        let key = state.keymap.key_of(Scope::Everywhere, Action::AwaitLetter(Awaited::Return));
        state.say(Notice::Kept(Told::Marked(letter, key)));
    }
    let is_new = state.kept.marks.get(&letter) != Some(&place);
    is_new.then(|| bookmarks::keep(state, world, Keep::Mark(letter, Some(place))))
}
