//! What a search of a large record waits for: the index, and how many match.

use super::super::World;
use super::super::state::{Overlay, Search, State};
use super::hits;

/// Whether a search waits for the index: `catch_up` is to be called again and again.
pub fn awaits_index(state: &State) -> bool {
    matches!(&state.overlay, Overlay::Search(search) if search.waiting.is_some())
}

/// The index is made beside a search that waits for it. Whether there is something new to show.
pub fn catch_up(state: &mut State, world: &World) -> bool {
    let Overlay::Search(search) = &mut state.overlay else { return false };
    let Some(told) = search.waiting else { return false };
    if world.is_ready() {
        hits::look_anew(search, world);
        super::settle(state, world);
        return true;
    }
    let progress = world.progress();
    search.waiting = Some(progress);
    progress != told
}

/// Whether it is shown how many match without their having been counted.
pub fn awaits_counts(state: &State) -> bool {
    let shown = match &state.overlay {
        Overlay::Search(search) => Some(search),
        _ => state.searched.as_ref().filter(|_| state.is_at_hit()),
    };
    shown.is_some_and(|search| !search.found.is_counted)
}

/// Counts what matches, unless that `is_outdated` before it is done. Whether there is something new to show.
pub fn count(state: &mut State, world: &World, is_outdated: &(dyn Fn() -> bool + Sync)) -> bool {
    if !awaits_counts(state) {
        return false;
    }
    let search: Option<&mut Search> = match &mut state.overlay {
        Overlay::Search(search) => Some(search),
        _ => state.searched.as_mut(),
    };
    let Some(search) = search else { return false };
    let Some(counts) = world.count(&search.query(), is_outdated) else { return false };
    search.count_at_least(&counts);
    search.found.is_counted = true;
    true
}
