//! Ways through rows: the selection of a list, the scroll of a text.

use super::super::World;
use super::super::action::Motion;
use super::super::bookmarks;
use super::super::hand;
use super::super::layout::{Layout, help_area};
use super::super::list::List;
use super::super::sight::Sight;
use super::super::state::{Overlay, State};
use super::{hits, palette, reading};
use crate::data::EntryId;

/// Columns of one step sideways.
const SHIFT: usize = 8;

/// Moves whatever has the focus.
pub(super) fn go(state: &mut State, world: &World, motion: Motion) {
    let count = state.typing.count();
    let size = state.size;
    match &mut state.overlay {
        Overlay::Help(help) => {
            let height = usize::from(help_area(size).height);
            let rows = help.rows(&state.keymap, size.cols, state.lang);
            help.top = Sight { top: help.top, height, count: rows }.scrolled(motion, count);
        }
        Overlay::ByHand(by_hand) => {
            let count_of_lines = by_hand.lines(size, state.ambiguous).len();
            let sight = Sight { top: by_hand.top, height: hand::rows(size), count: count_of_lines };
            by_hand.top = sight.scrolled(motion, count);
        }
        Overlay::Search(_) => hits::go(state, world, motion, count),
        Overlay::Palette(_) => palette::go(state, motion),
        Overlay::None if state.view.in_reader => reading::scroll(state, world, |sight| sight.scrolled(motion, count)),
        Overlay::None => in_list(state, world, motion, count),
        Overlay::Bookmarks(listing) => {
            let rows = bookmarks::items(&state.kept, world);
            let to = listing.sight(&rows, size).moved(motion, count, listing.row(&rows).unwrap_or(0));
            listing.selected = rows.get(to).cloned();
        }
        Overlay::Find(_)
        | Overlay::Hints
        | Overlay::Letter(_)
        | Overlay::Note(_)
        | Overlay::Ask(_)
        | Overlay::Code(_)
        | Overlay::Unfit(_) => {}
    }
}

fn in_list(state: &mut State, world: &World, motion: Motion, count: Option<usize>) {
    let pane = state.view.pane;
    let rows = state.rows(world, pane);
    let height = usize::from(Layout::of(state, world).list(pane).height);
    let cursor = state.cursor(pane);
    let sight = Sight { top: cursor.top, height, count: rows.len() };
    let has_meeting = state.list(world, pane) == List::Areas && rows.first().copied() == world.record.meta.event;
    let is_row = matches!(motion, Motion::First | Motion::Last);
    let count = if has_meeting && is_row { count.map(|number| number + 1) } else { count };
    state.cursor_mut(pane).selected = select(&rows, cursor.selected, sight, motion, count);
}

/// Scrolls the rows of a list sideways. The longest of them never goes out of sight.
pub(super) fn shift(state: &mut State, world: &World, to_right: bool) {
    let pane = state.view.pane;
    let list = state.list(world, pane);
    let widths = world.widths(list, state.lang, state.ambiguous);
    let most = widths.main.saturating_sub(2 * SHIFT);
    let cursor = state.cursor_mut(pane);
    cursor.shift = if to_right { (cursor.shift + SHIFT).min(most) } else { cursor.shift.saturating_sub(SHIFT) };
}

fn select(
    rows: &[EntryId],
    selected: Option<EntryId>,
    sight: Sight,
    motion: Motion,
    count: Option<usize>,
) -> Option<EntryId> {
    let row = rows.iter().position(|id| Some(*id) == selected).unwrap_or(0);
    rows.get(sight.moved(motion, count, row)).copied()
}
