//! Going to an entry, back, and forward again. Each place comes back as it was left.

use super::super::World;
use super::super::address::Address;
use super::super::kept::Place;
use super::super::page::Page;
use super::super::prompt::Prompt;
use super::super::state::{Notice, Overlay, Reading, State, View};
use crate::data::EntryId;

/// Places beyond this are forgotten, the oldest first.
const MOST_PLACES: usize = 200;

/// Notes the place that is about to be left.
pub(super) fn remember(state: &mut State) {
    if state.back.last() != Some(&state.view) {
        state.back.push(state.view.clone());
    }
    if state.back.len() > MOST_PLACES {
        state.back.remove(0);
    }
    state.forward.clear();
}

/// Goes to an entry, in the reader.
pub fn visit(state: &mut State, world: &World, id: EntryId) {
    go(state, world, id, true);
    super::reading::select_link_in_sight(state, world);
}

/// Goes where an address leads.
pub fn follow_address(state: &mut State, world: &World, address: &Address) {
    let to = world.record.find(&address.key).unwrap_or(world.start);
    if to != state.view.here || address.page == Page::Entry && to != world.start {
        visit(state, world, to);
    }
    if address.page != Page::Entry {
        super::pages::turn(state, world, address.page);
    }
    if let Some(query) = &address.query {
        super::searching::search_for(state, world, Prompt::new(query));
    }
    super::settle(state, world);
}

/// Goes to a place, as far into its text as it was. Whether the record has it.
pub(super) fn return_to(state: &mut State, world: &World, place: &Place) -> bool {
    let Some((entry, page)) = place.target(world) else { return false };
    go(state, world, entry, true);
    let is_there = super::pages::missing(world, page, entry).is_none();
    state.view.page = if is_there { page } else { Page::Entry };
    let own = state.note_chars(world);
    let anchor = place.anchor(state.set(world).chars() - own);
    state.view.reading.anchor = if anchor == 0 { 0 } else { anchor + own };
    super::return_to_anchor(state, world);
    super::reading::select_link_in_sight(state, world);
    true
}

/// Goes to the start page, in the panes.
pub(super) fn home(state: &mut State, world: &World) {
    let page = world.start_page();
    go(state, world, world.start, false);
    state.view.page = page;
}

/// Goes to an entry, in the reader or in the pane where it stands.
pub(super) fn go(state: &mut State, world: &World, id: EntryId, in_reader: bool) {
    remember(state);
    state.overlay = Overlay::None;
    let (pane, tab) = world.place_of(id);
    state.view.pane = pane;
    state.view.panes[pane].tab = tab;
    state.view.in_reader = in_reader;
    if !state.rows(world, pane).contains(&id) {
        state.view.narrowed = None;
    }
    state.cursor_mut(pane).selected = Some(id);
    state.view.here = id;
    state.view.page = Page::Entry;
    state.view.reading = Reading::default();
}

pub(super) fn back(state: &mut State, world: &World) {
    match state.back.pop() {
        Some(view) => {
            let left = std::mem::replace(&mut state.view, view);
            state.forward.push(left);
            super::return_to_anchor(state, world);
        }
        None => state.say(Notice::NoEarlierPlace),
    }
}

pub(super) fn forward(state: &mut State, world: &World) {
    match state.forward.pop() {
        Some(view) => {
            let left: View = std::mem::replace(&mut state.view, view);
            state.back.push(left);
            super::return_to_anchor(state, world);
        }
        None => state.say(Notice::NoLaterPlace),
    }
}
