//! The picture while a record is read that takes its time.

use ratatui::layout::Rect;

use super::Picture;
use super::pen::Pen;
use super::theme::Look;
use crate::data::{Lang, Reached};
use crate::text::Ambiguous;
use crate::ui::loading::Lines;
use crate::ui::{Size, Theme};

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
        let lines = [(what, Look::Row), (&self.name, Look::Row), (&how_far, Look::Quiet), (way_out, Look::Quiet)];
        let (x, y) = (u16::from(size.cols > 2), u16::from(usize::from(size.rows) > lines.len()));
        for ((text, look), y) in lines.into_iter().zip(y..size.rows) {
            pen.cut(x, y, size.cols.saturating_sub(2 * x), text, look);
        }
        Picture { buffer: pen.finish(), cursor: None }
    }
}
