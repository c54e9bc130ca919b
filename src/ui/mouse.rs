//! What the wheel and a click do, where they are listened to. A click does what keys would: it chooses, and on what is chosen
//! already it opens.

use ratatui::layout::{Position, Rect};

use super::action::{Action, Motion};
use super::layout::{Layout, SearchLayout, help_area, palette_list};
use super::state::{HitRow, Overlay, State};
use super::update::update;
use super::{Effect, World, bookmarks};

/// Rows of one notch of the wheel.
const NOTCH: usize = 3;

/// A mouse that was used, and the cell that it points at, counted from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    pub does: Does,
    pub col: u16,
    pub row: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    Click,
    WheelUp,
    WheelDown,
}

/// Whether a session wants to hear of the mouse. Over a text to be copied by hand, the terminal's own selection has it.
pub fn listens(state: &State) -> bool {
    state.mouse && !matches!(state.overlay, Overlay::ByHand(_))
}

/// The mouse was used.
pub fn point(state: &mut State, world: &World, mouse: Mouse) -> Option<Effect> {
    if !listens(state) {
        return None;
    }
    state.notice = None;
    state.typing = super::state::Typing::default();
    let at = Position::new(mouse.col, mouse.row);
    match mouse.does {
        Does::WheelUp => roll(state, world, at, Motion::Up),
        Does::WheelDown => roll(state, world, at, Motion::Down),
        Does::Click => return click(state, world, at),
    }
    None
}

/// The wheel goes through what it points at.
fn roll(state: &mut State, world: &World, at: Position, motion: Motion) {
    if state.overlay == Overlay::None
        && let Some(place) = place(state, world, at)
    {
        go_to(state, world, place);
    }
    // As if the number were typed before the key.
    state.typing.digits = NOTCH.to_string();
    update(state, world, Action::Move(motion));
    state.typing.digits.clear();
}

fn click(state: &mut State, world: &World, at: Position) -> Option<Effect> {
    let size = state.size;
    let is_chosen = match &mut state.overlay {
        Overlay::None => return click_on_place(state, world, at),
        Overlay::Code(_) => return update(state, world, Action::Leave),
        Overlay::Search(search) => {
            let hits = SearchLayout::of(size, search.reading.is_some()).hits;
            let hit = row_of(hits, at).and_then(|row| search.rows().get(search.top + row).copied());
            let hit = hit.and_then(HitRow::entry)?;
            (search.is_chosen, search.reading) = (true, None);
            search.selected.replace(hit) == Some(hit)
        }
        Overlay::Bookmarks(listing) => {
            let row = listing.top + row_of(help_area(size), at)?;
            let item = bookmarks::items(&state.kept, world).get(row).cloned()?;
            listing.selected.replace(item.clone()) == Some(item)
        }
        Overlay::Palette(palette) => {
            let row = palette.top + row_of(palette_list(size), at)?;
            palette.rows.get(row)?;
            std::mem::replace(&mut palette.selected, row) == row
        }
        _ => return None,
    };
    if is_chosen { update(state, world, Action::Open) } else { None }
}

fn click_on_place(state: &mut State, world: &World, at: Position) -> Option<Effect> {
    match place(state, world, at)? {
        Place::Title(pane) => {
            let is_here = state.view.pane == pane && !state.view.in_reader;
            update(state, world, if is_here { Action::NextTab } else { Action::FocusPane(pane) })
        }
        Place::List(pane, row) => {
            let id = *state.rows(world, pane).get(state.cursor(pane).top + row)?;
            let is_chosen = state.view.pane == pane && !state.view.in_reader && state.cursor(pane).selected == Some(id);
            state.cursor_mut(pane).selected = Some(id);
            update(state, world, if is_chosen { Action::Open } else { Action::FocusPane(pane) })
        }
        Place::Text(row, col) => {
            let link = link_at(state, world, row, col);
            if !state.view.in_reader {
                update(state, world, Action::Open);
            }
            state.view.reading.link = Some(link?);
            update(state, world, Action::Open)
        }
    }
}

/// What stands at a place of the screen while nothing lies over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Title(usize),
    /// A pane and the row of its list, the first in sight being 0.
    List(usize, usize),
    /// The line and the column of the reader's text, the first in sight being 0.
    Text(usize, usize),
}

fn place(state: &State, world: &World, at: Position) -> Option<Place> {
    let layout = Layout::of(state, world);
    for pane in 0..world.panes.len() {
        if let Some(row) = row_of(layout.list(pane), at) {
            return Some(Place::List(pane, row));
        }
        if layout.panes[pane].contains(at) {
            return Some(Place::Title(pane));
        }
    }
    let row = row_of(layout.text, at)?;
    Some(Place::Text(row, usize::from(at.x - layout.text.x)))
}

/// The wheel belongs to what it points at.
fn go_to(state: &mut State, world: &World, place: Place) {
    match place {
        Place::Title(pane) | Place::List(pane, _) if state.view.in_reader || state.view.pane != pane => {
            update(state, world, Action::FocusPane(pane));
        }
        Place::Text(..) if !state.view.in_reader => {
            update(state, world, Action::Open);
        }
        _ => {}
    }
}

/// The link at a place of the reader's text, by its place among the links.
fn link_at(state: &State, world: &World, row: usize, col: usize) -> Option<usize> {
    let set = state.set(world);
    let line = set.lines.get(state.view.reading.top + row)?;
    let is_here = |piece: &&super::set::Piece| {
        (piece.col..piece.col + crate::text::width(&piece.text, state.ambiguous)).contains(&col)
    };
    line.pieces.iter().find(is_here)?.link
}

/// The row of an area at which a position is.
fn row_of(area: Rect, at: Position) -> Option<usize> {
    area.contains(at).then(|| usize::from(at.y - area.y))
}
