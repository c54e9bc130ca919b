//! The pages beside the entries: opening one, and leaving it.

use super::super::World;
use super::super::action::Action;
use super::super::hindrance::Hindrance;
use super::super::keymap::Scope;
use super::super::page::Page;
use super::super::set::Link;
use super::super::sight::Sight;
use super::super::state::{Notice, Overlay, Reading, State};
use super::{reading, visiting};
use crate::data::EntryId;

/// Opens a page in the reader; where it is open, goes back.
pub(super) fn turn(state: &mut State, world: &World, page: Page) {
    if state.view.page == page {
        visiting::back(state, world);
        return;
    }
    match missing(world, page, state.view.here) {
        Some(notice) => state.say(notice),
        None => open(state, world, page),
    }
}

/// What is said of a page that has nothing to show.
pub(super) fn missing(world: &World, page: Page, here: EntryId) -> Option<Notice> {
    match page {
        Page::Relations if !world.record.has_ties(here) => Some(Notice::NothingTied),
        Page::Changes if world.older.is_none() => Some(Notice::Hindered(Hindrance::NoOlder)),
        _ => None,
    }
}

/// Goes where a link leads.
pub(super) fn follow(state: &mut State, world: &World, link: &Link) {
    match link.page {
        Page::Entry => visiting::visit(state, world, link.to),
        page => turn(state, world, page),
    }
}

/// The entry that is read is to be compared, or is compared with the one that was.
pub(super) fn compare(state: &mut State, world: &World) {
    let here = state.view.here;
    match state.compared.take() {
        _ if matches!(state.view.page, Page::Compare(_)) => visiting::back(state, world),
        Some(other) if other == here => state.say(Notice::NotCompared),
        Some(other) => open(state, world, Page::Compare(other)),
        None => {
            state.compared = Some(here);
            state.say(Notice::Comparing(here, state.keymap.key_of(Scope::Everywhere, Action::Compare)));
        }
    }
}

fn open(state: &mut State, world: &World, page: Page) {
    visiting::remember(state);
    state.overlay = Overlay::None;
    state.view.page = page;
    state.view.in_reader = true;
    state.view.reading = Reading::default();
    show_here(state, world);
}

/// Selects what leads to the entry that was read, if the page has it. What changed is told from its counts on.
fn show_here(state: &mut State, world: &World) {
    let here = state.view.here;
    let set = state.set(world);
    let leads_here = |link: &Link| link.to == here && state.view.page != Page::Changes;
    match set.links.iter().position(leads_here) {
        Some(link) => {
            let line = set.links[link].lines.start;
            reading::scroll(state, world, |sight| Sight { top: 0, ..sight }.showing(line));
            state.view.reading.link = Some(link);
        }
        None => reading::select_link_in_sight(state, world),
    }
}
