//! The picture while a record is read that takes its time.

use ratatui::layout::Rect;

use super::Picture;
use super::pen::Pen;
use super::theme::Look;
use crate::data::{Lang, Reached};
use crate::text::Ambiguous;
use crate::ui::loading::Lines;
use crate::ui::{Size, Theme};

/// What is read, how far that is, and, below a free row, what calls it off.
const ROWS: u16 = 4;

/// How a reading is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loading {
    /// The name of what is read, fit to be shown.
    pub name: String,
    pub lang: Lang,
    pub ambiguous: Ambiguous,
    pub theme: Theme,
}

impl Loading {
    pub fn draw(&self, size: Size, reached: Reached) -> Picture {
        let mut pen = Pen::new(Rect::new(0, 0, size.cols, size.rows), self.ambiguous, self.theme);
        let Lines { what, how_far, way_out } = Lines::of(reached, self.lang);
        let (x, y) = (u16::from(size.cols > 2), u16::from(size.rows > ROWS));
        let end = size.cols.saturating_sub(x);
        let after = pen.cut(x, y, end.saturating_sub(x), what, Look::Row).saturating_add(2);
        pen.cut(after, y, end.saturating_sub(after), &self.name, Look::Row);
        pen.cut(x, y + 1, end.saturating_sub(x), &how_far, Look::Quiet);
        pen.cut(x, y + ROWS - 1, end.saturating_sub(x), way_out, Look::Quiet);
        Picture { buffer: pen.finish(), cursor: None }
    }
}
