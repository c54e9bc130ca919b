//! The picture of a state. Pure: reads, never changes.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::ui::{State, World};

/// A frame: what every cell shows, and where the terminal's cursor stands, if it is to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub buffer: Buffer,
    pub cursor: Option<Position>,
}

/// Draws the screen of a session.
pub fn draw(state: &State, world: &World) -> Picture {
    let _ = world;
    let area = Rect::new(0, 0, state.options.size.cols, state.options.size.rows);
    Picture { buffer: Buffer::empty(area), cursor: None }
}
