//! The palette: opened, moved through, done.

use super::super::World;
use super::super::action::{Change, Edit, Effect, Motion};
use super::super::layout::palette_list;
use super::super::palette::{Palette, done_by};
use super::super::sight::Sight;
use super::super::state::{Notice, Overlay, State};

pub(super) fn open(state: &mut State, world: &World) {
    state.overlay = Overlay::Palette(Palette::over(state, world));
}

/// Does what is selected where the palette was opened. What can't be done is told, and the palette stays.
pub(super) fn run(state: &mut State, world: &World) -> Option<Effect> {
    let Overlay::Palette(palette) = std::mem::take(&mut state.overlay) else { return None };
    let done = palette.chosen().and_then(|row| done_by(&palette, row));
    let Some((action, number)) = done else {
        let hindrance = palette.chosen().and_then(|row| palette.offer(row)).and_then(|offer| offer.hindrance);
        state.notice = hindrance.map(Notice::Hindered);
        state.overlay = Overlay::Palette(palette);
        return None;
    };
    state.overlay = *palette.under;
    state.typing.digits = number.map(|number| number.to_string()).unwrap_or_default();
    let effect = super::update(state, world, action);
    state.typing.digits.clear();
    effect
}

pub(super) fn go(state: &mut State, motion: Motion) {
    let count = state.typing.count();
    let height = usize::from(palette_list(state.size).height);
    if let Overlay::Palette(palette) = &mut state.overlay {
        let sight = Sight { top: palette.top, height, count: palette.rows.len() };
        palette.selected = sight.moved(motion, count, palette.selected);
    }
}

/// Keeps the selected row in sight.
pub(super) fn settle(state: &mut State) {
    let height = usize::from(palette_list(state.size).height);
    if let Overlay::Palette(palette) = &mut state.overlay {
        let sight = Sight { top: palette.top, height, count: palette.rows.len() };
        palette.top = sight.showing(palette.selected);
    }
}

/// Whether the changes leave the field of the palette or the help: a character is deleted where there is none.
pub(super) fn is_left(state: &State, changes: &[Change]) -> bool {
    let prompt = match &state.overlay {
        Overlay::Palette(palette) => &palette.prompt,
        Overlay::Help(help) => &help.prompt,
        _ => return false,
    };
    prompt.text().is_empty() && changes == [Change::Edit(Edit::DeleteBefore)]
}
