//! The two fields: over everything, and over the text of the reader.

use super::super::World;
use super::super::action::Edit;
use super::super::find;
use super::super::prompt::Prompt;
use super::super::state::{FindField, Overlay, Search, State};
use super::{prompt, reading};

/// In the reader the field is over its text, elsewhere over everything.
pub(super) fn open_field(state: &mut State) {
    state.overlay = if state.view.in_reader {
        Overlay::Find(FindField { prompt: Prompt::default(), before: state.view.reading.clone() })
    } else {
        Overlay::Search(Search::default())
    };
}

/// Text was typed or pasted into the field.
pub fn type_in(state: &mut State, world: &World, text: &str) {
    if let Some(prompt) = prompt(state) {
        let before = prompt.text().to_owned();
        prompt.insert(text);
        if prompt.text() != before {
            look(state, world);
        }
    }
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
    if let Overlay::Find(FindField { prompt, before }) = std::mem::take(&mut state.overlay) {
        state.view.reading = before;
        super::return_to_anchor(state, world);
        state.overlay = Overlay::Search(Search { prompt, ..Search::default() });
        look(state, world);
    }
}

/// The words stand in the text: there they are. They don't: everything is searched for them.
pub(super) fn accept_find(state: &mut State, world: &World) {
    let has_words = prompt(state).is_some_and(|prompt| !prompt.text().is_empty());
    let Some(find) = state.view.reading.find.as_ref().filter(|_| has_words) else {
        state.overlay = Overlay::None;
        state.view.reading.find = None;
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
        Overlay::Find(field) => {
            let words = field.prompt.text().to_owned();
            state.view.reading = field.before.clone();
            super::return_to_anchor(state, world);
            if !words.is_empty() {
                reading::find_from_here(state, world, &words);
            }
        }
        Overlay::None | Overlay::Hints | Overlay::Help { .. } | Overlay::Unfit(_) => {}
    }
}
