//! A text alone on the screen, to be copied by hand.

use super::Frame;
use super::theme::Look;
use crate::ui::hand::{self, ByHand};
use crate::ui::layout::Layout;

impl Frame<'_> {
    /// The text from the left edge on, so that a selection holds nothing else.
    pub(super) fn by_hand(&mut self, by_hand: &ByHand, layout: &Layout) {
        let size = self.state.size;
        let lines = by_hand.lines(size, self.state.ambiguous);
        for (y, line) in (0..size.rows).zip(lines.iter().skip(by_hand.top).take(hand::rows(size))) {
            self.pen.put(0, y, size.cols, line, Look::Row);
        }
        self.bottom(layout.bottom);
    }
}
