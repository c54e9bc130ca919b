//! The two fields: over everything, and over the text of the reader.

use super::super::World;
use super::super::action::Edit;
use super::super::find;
use super::super::prompt::Prompt;
use super::super::state::{Overlay, Search, State};
use super::{prompt, reading};

/// In the reader the field is over its text, elsewhere over everything.
pub(super) fn open_field(state: &mut State) {
    state.overlay =
        if state.view.in_reader { Overlay::Find(Prompt::default()) } else { Overlay::Search(Search::default()) };
}

/// Text was typed or pasted into the field.
pub fn typed(state: &mut State, world: &World, text: &str) {
    if let Some(prompt) = prompt(state) {
        prompt.insert(text);
    }
    look(state, world);
    super::settle(state, world);
}

pub(super) fn edit(state: &mut State, world: &World, edit: Edit) {
    if let Some(prompt) = prompt(state) {
        let before = prompt.text().to_owned();
        prompt.edit(edit);
        if prompt.text() == before {
            return;
        }
    }
    look(state, world);
}

/// From the reader's text to everything, with the words typed so far.
pub(super) fn widen(state: &mut State, world: &World) {
    if let Overlay::Find(prompt) = &state.overlay {
        let prompt = prompt.clone();
        state.view.reading.find = None;
        state.overlay = Overlay::Search(Search { prompt, ..Search::default() });
        look(state, world);
    }
}

/// The words stand in the text: there they are. They don't: everything is searched for them.
pub(super) fn accept_find(state: &mut State, world: &World) {
    let Some(find) = &state.view.reading.find else {
        state.overlay = Overlay::None;
        return;
    };
    if find::spots(&state.set(world), &find.words).is_empty() {
        widen(state, world);
    } else {
        state.overlay = Overlay::None;
    }
}

/// Looks for what stands in the field now.
fn look(state: &mut State, world: &World) {
    match &mut state.overlay {
        Overlay::Search(search) => {
            search.hits = world.index().find(search.prompt.text());
            search.selected = search.hits.first().map(|hit| hit.id);
            search.top = 0;
        }
        Overlay::Find(prompt) => {
            let words = prompt.text().to_owned();
            if words.is_empty() {
                state.view.reading.find = None;
            } else {
                reading::find_from_here(state, world, &words);
            }
        }
        Overlay::None | Overlay::Hints | Overlay::Help { .. } => {}
    }
}
