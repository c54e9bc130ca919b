//! The two fields: over everything, and over the text of the reader.

use super::super::World;
use super::super::action::{Action, Change, Edit};
use super::super::find;
use super::super::prompt::Prompt;
use super::super::state::{FindField, Overlay, Search, State};
use super::{hits, prompt, reading};

/// In the reader the field is over its text, elsewhere over everything.
pub(super) fn open_field(state: &mut State, world: &World) {
    state.overlay = if state.view.in_reader {
        Overlay::Find(FindField { prompt: Prompt::default(), before: state.view.reading.clone() })
    } else {
        Overlay::Search(over_everything(state, Prompt::default()))
    };
    look(state, world);
}

/// Opens the field over everything with a query in it.
pub fn search_for(state: &mut State, world: &World, query: Prompt) {
    state.overlay = Overlay::Search(over_everything(state, query));
    look(state, world);
}

/// A new search goes on in the manner of the last one.
fn over_everything(state: &State, prompt: Prompt) -> Search {
    let visited = state.visited.iter().rev().copied().filter(|id| *id != state.view.here).collect();
    let is_grouped = state.searched.as_ref().is_some_and(|search| search.is_grouped);
    Search { is_grouped, slips: state.slips, ..Search::new(prompt, visited) }
}

/// Text was pasted into the field.
pub fn type_in(state: &mut State, world: &World, text: &str) {
    changing(state, world, |prompt| prompt.insert(text));
    super::settle(state, world);
}

/// The field is changed by one key or by several. What comes of it is searched for once.
pub fn change_field(state: &mut State, world: &World, changes: &[Change]) {
    if super::palette::is_left(state, changes) {
        super::update(state, world, Action::Leave);
        return;
    }
    changing(state, world, |prompt| {
        let mut typed = String::new();
        for change in changes {
            match change {
                Change::Type(char) => typed.push(*char),
                Change::Edit(edit) => {
                    prompt.insert(&std::mem::take(&mut typed));
                    prompt.edit(*edit);
                }
            }
        }
        prompt.insert(&typed);
    });
    super::settle(state, world);
}

/// Changes the field that takes the keys, and looks for its text if that is another one.
fn changing(state: &mut State, world: &World, change: impl FnOnce(&mut Prompt)) {
    let Some(prompt) = prompt(state) else { return };
    let before = prompt.text().to_owned();
    change(prompt);
    if prompt.text() != before {
        look(state, world);
    }
}

/// Takes the completion of the last word; where there is none, goes to the right.
pub(super) fn complete(state: &mut State, world: &World) {
    let completed = match &state.overlay {
        Overlay::Search(search) => search.completed(&world.record),
        _ => None,
    };
    match (prompt(state), completed) {
        (Some(prompt), Some(completed)) => {
            *prompt = Prompt::new(&completed);
            look(state, world);
        }
        _ => changing(state, world, |prompt| prompt.edit(Edit::Right)),
    }
}

/// From the reader's text to everything, with the words typed so far.
pub(super) fn widen(state: &mut State, world: &World) {
    if let Overlay::Find(FindField { prompt, before }) = std::mem::take(&mut state.overlay) {
        state.view.reading = before;
        super::return_to_anchor(state, world);
        search_for(state, world, prompt);
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
            search.recalled = None;
            hits::look_anew(search, world);
        }
        Overlay::Find(field) => {
            let words = field.prompt.text().to_owned();
            state.view.reading = field.before.clone();
            super::return_to_anchor(state, world);
            if !words.is_empty() {
                reading::find_from_here(state, world, &words);
            }
        }
        Overlay::Palette(palette) => palette.look(world),
        Overlay::Help(help) => help.look(world),
        Overlay::None
        | Overlay::Hints
        | Overlay::Letter(_)
        | Overlay::Bookmarks(_)
        | Overlay::Note(_)
        | Overlay::Ask(_)
        | Overlay::ByHand(_)
        | Overlay::Code(_)
        | Overlay::Unfit(_) => {}
    }
}
