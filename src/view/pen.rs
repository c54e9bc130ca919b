//! Writes text into a buffer so that wide characters stay whole: the only way in which the view fills cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::{Look, ground, style};
use crate::text::{self, Ambiguous};
use crate::ui::Theme;

/// A buffer being filled.
#[derive(Debug)]
pub(super) struct Pen {
    buffer: Buffer,
    ambiguous: Ambiguous,
    theme: Theme,
}

impl Pen {
    pub(super) fn new(screen: Rect, ambiguous: Ambiguous, theme: Theme) -> Self {
        let mut buffer = Buffer::empty(screen);
        buffer.set_style(screen, ground(&theme));
        Self { buffer, ambiguous, theme }
    }

    pub(super) fn ambiguous(&self) -> Ambiguous {
        self.ambiguous
    }

    pub(super) fn width(&self, text: &str) -> u16 {
        u16::try_from(text::width(text, self.ambiguous)).unwrap_or(u16::MAX)
    }

    /// Writes text from a cell on, at most `cols` columns of it, whole graphemes only.
    /// Returns the column after the last one written.
    pub(super) fn put(&mut self, x: u16, y: u16, cols: u16, text: &str, look: Look) -> u16 {
        self.put_in(x, y, cols, text, style(&self.theme, look))
    }

    /// The same in a style that no theme changes.
    pub(super) fn put_in(&mut self, x: u16, y: u16, cols: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y < area.y || y >= area.bottom() {
            return x;
        }
        let end = x.saturating_add(cols).min(area.right());
        let mut x = x;
        for (_, grapheme) in text::graphemes(text) {
            let cells = u16::try_from(text::cells(grapheme, self.ambiguous)).unwrap_or(1);
            if cells == 0 {
                continue;
            }
            if x + cells > end {
                break;
            }
            self.buffer[(x, y)].set_symbol(grapheme).set_style(style);
            let mut tail = self.buffer[(x, y)].clone();
            tail.set_symbol(" ");
            for x in x + 1..x + cells {
                self.buffer[(x, y)] = tail.clone();
            }
            x += cells;
        }
        x
    }

    /// Writes text into exactly `cols` columns: cut with `⋯`, or filled with spaces of the same look.
    pub(super) fn fill(&mut self, x: u16, y: u16, cols: u16, text: &str, look: Look) {
        let text = text::pad_end(text, usize::from(cols), self.ambiguous);
        self.put(x, y, cols, &text, look);
    }

    /// Writes text into at most `cols` columns, cut with `⋯`. Returns the column after it.
    pub(super) fn cut(&mut self, x: u16, y: u16, cols: u16, text: &str, look: Look) -> u16 {
        let text = text::cut_end(text, usize::from(cols), self.ambiguous);
        self.put(x, y, cols, &text, look)
    }

    /// Adds a look to cells that are already written, whole wide characters at both ends.
    pub(super) fn restyle(&mut self, x: u16, y: u16, cols: u16, look: Look) {
        let area = Rect::new(x, y, cols, 1).intersection(self.buffer.area);
        self.buffer.set_style(area, style(&self.theme, look));
    }

    /// Whether a cell is a blank of its own, and not the second half of a wide character.
    pub(super) fn is_blank(&self, x: u16, y: u16) -> bool {
        let symbol = |x: u16| self.buffer.cell((x, y)).map_or("", |cell| cell.symbol());
        symbol(x) == " " && (x == 0 || self.width(symbol(x - 1)) < 2)
    }

    pub(super) fn finish(self) -> Buffer {
        self.buffer
    }
}
