//! The picture of a state. Pure: reads, never changes.

mod bars;
mod bookmarks;
mod borders;
mod code;
mod hand;
mod help;
mod hits;
mod loading;
mod nothing;
mod palette;
mod panes;
mod pen;
mod reader;
mod row;
mod search;
mod theme;
mod unfit;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text;
use crate::ui::layout::{Layout, Shape};
use crate::ui::state::Overlay;
use crate::ui::words::Words;
use crate::ui::{State, World};
pub use loading::Loading;
use pen::Pen;
use theme::Look;

/// A frame: what every cell shows, and where the terminal's cursor stands, if it is to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub buffer: Buffer,
    pub cursor: Option<Position>,
}

/// Draws the screen of a session.
pub fn draw(state: &State, world: &World) -> Picture {
    let screen = Rect::new(0, 0, state.size.cols, state.size.rows);
    let mut frame =
        Frame { state, world, words: Words::of(state.lang), pen: Pen::new(screen, state.ambiguous, state.theme) };
    let layout = Layout::of(state, world);
    let cursor = match &state.overlay {
        Overlay::Unfit(unfit) => {
            frame.unfit(*unfit, screen);
            None
        }
        _ if layout.shape == Shape::TooSmall => {
            frame.too_small(screen);
            None
        }
        Overlay::Search(search) => frame.search(search),
        Overlay::Help(help) => frame.help(help, &layout),
        Overlay::ByHand(by_hand) => {
            frame.by_hand(by_hand, &layout);
            None
        }
        Overlay::Palette(palette) => Some(frame.palette(palette)),
        Overlay::Code(addressed) => {
            frame.code(addressed, &layout);
            None
        }
        overlay if let Some(listing) = overlay.listing() => frame.bookmarks(listing, &layout),
        Overlay::None
        | Overlay::Find(_)
        | Overlay::Hints
        | Overlay::Letter(_)
        | Overlay::Bookmarks(_)
        | Overlay::Note(_)
        | Overlay::Ask(_) => frame.browse(&layout),
    };
    Picture { buffer: frame.pen.finish(), cursor }
}

struct Frame<'a> {
    state: &'a State,
    world: &'a World,
    words: &'static Words,
    pen: Pen,
}

impl Frame<'_> {
    fn browse(&mut self, layout: &Layout) -> Option<Position> {
        match layout.shape {
            Shape::Single => self.tabs(layout.top),
            Shape::Columns | Shape::Whole | Shape::TooSmall => self.title(layout.top),
        }
        self.borders(layout);
        for pane in 0..layout.panes.len() {
            self.pane(pane, layout);
        }
        for y in layout.rule.y..layout.rule.bottom() {
            self.pen.put(layout.rule.x, y, 1, "╎", Look::Rule);
        }
        if !layout.text.is_empty() {
            self.reader(layout.text);
        }
        self.bottom(layout.bottom)
    }

    /// Where nothing else fits: one sentence, as much of it as there is room for.
    fn too_small(&mut self, screen: Rect) {
        self.wrapped(screen, screen.width, self.words.too_small, Look::Row);
    }

    /// A text in lines of at most `cols` columns, from the corner of an area on as far as that has rows. Returns the row
    /// after it.
    fn wrapped(&mut self, area: Rect, cols: u16, says: &str, look: Look) -> u16 {
        let lines = text::wrap(says, usize::from(cols), usize::from(cols), self.state.ambiguous);
        let mut y = area.y;
        for line in lines.into_iter().take(usize::from(area.height)) {
            self.pen.put(area.x, y, area.width, says.get(line).unwrap_or_default(), look);
            y += 1;
        }
        y
    }
}
