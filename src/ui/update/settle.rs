//! After every action: what must hold, holds. Selections exist, those of lists are in sight, and texts are not scrolled
//! past their end.

use super::super::World;
use super::super::bookmarks::{NoteField, items};
use super::super::hand;
use super::super::layout::{Layout, SearchLayout, help_area};
use super::super::page::Page;
use super::super::preview::Preview;
use super::super::sight::Sight;
use super::super::state::{Overlay, Reading, State};
use crate::data::EntryId;

/// Entries that were read before these are forgotten.
const MOST_VISITED: usize = 50;

/// Makes the state fit its screen and itself.
pub fn settle(state: &mut State, world: &World) {
    follow_selection(state, world);
    let layout = Layout::of(state, world);
    for pane in 0..world.panes.len() {
        let rows = state.rows(world, pane);
        let height = usize::from(layout.list(pane).height);
        let sight = Sight { top: state.cursor(pane).top, height, count: rows.len() };
        state.cursor_mut(pane).top = if height == 0 {
            sight.top.min(rows.len())
        } else {
            sight.showing(row_to_show(state, world, pane, &rows, sight))
        };
    }
    settle_text(state, world, usize::from(layout.text.height));
    settle_overlay(state, world);
    note_visit(state);
}

/// The text is not scrolled past its end; where it was scrolled to is noted in a way that outlives its lines.
fn settle_text(state: &mut State, world: &World, height: usize) {
    if (state.view.reading.top, state.view.reading.anchor) == (0, 0) {
        return;
    }
    let set = state.set(world);
    let last_top = set.lines.len().saturating_sub(height);
    let reading = &mut state.view.reading;
    reading.top = reading.top.min(last_top);
    if reading.top != set.line_at(reading.anchor).min(last_top) {
        reading.anchor = set.chars_before(reading.top);
    }
}

/// Scrolls the text to where it was before its lines became others.
pub fn return_to_anchor(state: &mut State, world: &World) {
    state.view.reading.top = state.set(world).line_at(state.view.reading.anchor);
}

/// The row that a pane brings into sight: the selected one where the focus is, elsewhere what is tied to the entry
/// that is read, if none of it is in sight yet.
fn row_to_show(state: &State, world: &World, pane: usize, rows: &[EntryId], sight: Sight) -> usize {
    let selected = rows.iter().position(|id| Some(*id) == state.cursor(pane).selected).unwrap_or(0);
    if pane == state.view.pane {
        return selected;
    }
    let is_tied = |row: &usize| rows.get(*row).is_some_and(|id| world.record.tied(state.view.here, *id));
    let in_sight = sight.rows().find(is_tied);
    in_sight.or_else(|| (0..rows.len()).find(is_tied)).unwrap_or(selected)
}

/// In the panes the reader follows the selection, and so does the narrowing that began here.
fn follow_selection(state: &mut State, world: &World) {
    if state.view.in_reader {
        return;
    }
    state.view.is_zoomed = false;
    let pane = state.view.pane;
    let rows = state.rows(world, pane);
    let cursor = state.cursor_mut(pane);
    if !cursor.selected.is_some_and(|id| rows.contains(&id)) {
        cursor.selected = rows.first().copied();
    }
    let Some(selected) = cursor.selected else { return };
    // The start page of a record without a meeting stands until another row is selected.
    let is_at_start = selected == world.start && state.view.page == world.start_page();
    if state.view.here != selected || state.view.page != Page::Entry && !is_at_start {
        state.view.here = selected;
        state.view.page = Page::Entry;
        state.view.reading = Reading::default();
    }
    if let Some(narrowing) = state.view.narrowed.as_mut().filter(|narrowing| narrowing.pane == pane) {
        narrowing.to = selected;
    }
}

/// What the reader shows is what was read last.
fn note_visit(state: &mut State) {
    let here = state.view.here;
    if !state.view.in_reader || state.view.page != Page::Entry || state.visited.last() == Some(&here) {
        return;
    }
    state.visited.retain(|id| *id != here);
    state.visited.push(here);
    if state.visited.len() > MOST_VISITED {
        state.visited.remove(0);
    }
}

fn settle_overlay(state: &mut State, world: &World) {
    let size = state.size;
    let text_top = match &state.overlay {
        Overlay::Search(search) => search.reading.and(Preview::of(state, world, search)).map(|preview| preview.top),
        _ => None,
    };
    match &mut state.overlay {
        Overlay::Search(search) => {
            let rows = search.rows();
            let height = usize::from(SearchLayout::of(size, search.reading.is_some()).hits.height);
            let sight = Sight { top: search.top, height, count: rows.len() };
            if height > 0 {
                search.top = sight.reaching(search.selected_row(&rows));
            }
            search.reading = text_top;
        }
        Overlay::Palette(_) => super::palette::settle(state),
        Overlay::Help(help) => {
            let height = usize::from(help_area(size).height);
            help.top = help.top.min(help.rows(&state.keymap, size.cols, state.lang).saturating_sub(height));
        }
        Overlay::ByHand(by_hand) => {
            let last_top = by_hand.lines(size, state.ambiguous).len().saturating_sub(hand::rows(size));
            by_hand.top = by_hand.top.min(last_top);
        }
        Overlay::Bookmarks(listing) | Overlay::Note(NoteField { listing: Some(listing), .. }) => {
            let rows = items(&state.kept, world);
            let row = listing.row(&rows);
            if row.is_none() {
                listing.selected = rows.first().cloned();
            }
            listing.top = listing.sight(&rows, size).showing(row.unwrap_or(0));
        }
        Overlay::None
        | Overlay::Find(_)
        | Overlay::Hints
        | Overlay::Letter(_)
        | Overlay::Note(_)
        | Overlay::Ask(_)
        | Overlay::Code(_)
        | Overlay::Unfit(_) => {}
    }
}
