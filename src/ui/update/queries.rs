//! Earlier queries: noted when a hit is opened, and brought back into the field.

use super::super::World;
use super::super::action::Motion;
use super::super::prompt::Prompt;
use super::super::state::{Overlay, Recalled, Search, State};
use super::hits;

/// Queries beyond this are forgotten, the oldest first.
const MOST_QUERIES: usize = 100;

pub(super) fn note(state: &mut State, query: String) {
    state.queries.retain(|other| *other != query);
    state.queries.push(query);
    if state.queries.len() > MOST_QUERIES {
        state.queries.remove(0);
    }
}

/// Up from the first hit leads to the query before.
pub(super) fn up_or_older(state: &mut State, world: &World) {
    match &state.overlay {
        Overlay::Search(search) if is_at_first(search) => {
            let age = search.recalled.as_ref().map_or(0, |recalled| recalled.age) + 1;
            recall(state, world, age);
        }
        _ => hits::go(state, world, Motion::Up, None),
    }
}

/// Down from the first hit of an earlier query leads to the query after it.
pub(super) fn down_or_newer(state: &mut State, world: &World) {
    let newer = match &state.overlay {
        Overlay::Search(search) if is_at_first(search) => search.recalled.as_ref().map(|recalled| recalled.age - 1),
        _ => None,
    };
    match newer {
        Some(age) => recall(state, world, age),
        None => hits::go(state, world, Motion::Down, None),
    }
}

fn is_at_first(search: &Search) -> bool {
    search.place() <= 1
}

/// Puts the query of an age into the field; that of age 0 is what was being typed.
fn recall(state: &mut State, world: &World, age: usize) {
    let query = state.queries.len().checked_sub(age).and_then(|place| state.queries.get(place)).cloned();
    let Overlay::Search(search) = &mut state.overlay else { return };
    let before = search.recalled.take();
    let typed = before.as_ref().map_or_else(|| search.prompt.text().to_owned(), |before| before.typed.clone());
    let (text, recalled) = match query {
        _ if age == 0 => (typed, None),
        Some(query) => (query, Some(Recalled { age, typed })),
        None => {
            search.recalled = before;
            return;
        }
    };
    search.prompt = Prompt::new(&text);
    search.recalled = recalled;
    search.is_chosen = false;
    hits::look_anew(search, world);
}
