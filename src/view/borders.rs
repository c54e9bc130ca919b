//! Boxes around panes and reader. Their lines are two cells wide where ambiguous characters are: there they are ASCII.

use ratatui::layout::Rect;

use super::Frame;
use super::theme::Look;
use crate::text::Ambiguous;
use crate::ui::layout::Layout;

/// What boxes are drawn with.
struct Lines {
    across: &'static str,
    down: &'static str,
    /// At the left and at the right of the first line, of one between two panes, and of the last.
    ends: [[&'static str; 2]; 3],
}

const BOXES: Lines = Lines { across: "─", down: "│", ends: [["┌", "┐"], ["├", "┤"], ["└", "┘"]] };
const ASCII: Lines = Lines { across: "-", down: "|", ends: [["+", "+"]; 3] };

impl Frame<'_> {
    pub(super) fn borders(&mut self, layout: &Layout) {
        let Lines { across, down, ends: [first, between, last] } = self.box_lines();
        for outer in layout.boxes.into_iter().filter(|outer| !outer.is_empty()) {
            let row = |y| Rect { y, height: 1, ..outer };
            for y in outer.y + 1..outer.bottom() - 1 {
                self.ends(row(y), [down; 2]);
            }
            let line = across.repeat(usize::from(outer.width));
            self.pen.put(outer.x, outer.bottom() - 1, outer.width, &line, Look::Rule);
            self.ends(row(outer.bottom() - 1), last);
            let titles = layout.panes.iter().filter(|pane| !pane.is_empty() && outer == layout.boxes[0]);
            titles.for_each(|pane| self.ends(row(pane.y), between));
            if outer != layout.boxes[0] {
                self.pen.put(outer.x, outer.y, outer.width, &line, Look::Rule);
            }
            self.ends(row(outer.y), first);
        }
    }

    /// What fills the line in which the title of a pane stands.
    pub(super) fn line_of_titles(&self, layout: &Layout) -> &'static str {
        if layout.boxes[0].is_empty() { "╌" } else { self.box_lines().across }
    }

    fn ends(&mut self, line: Rect, [left, right]: [&str; 2]) {
        self.pen.put(line.x, line.y, 1, left, Look::Rule);
        self.pen.put(line.right() - 1, line.y, 1, right, Look::Rule);
    }

    const fn box_lines(&self) -> Lines {
        match self.state.ambiguous {
            Ambiguous::Narrow => BOXES,
            Ambiguous::Wide | Ambiguous::Replace => ASCII,
        }
    }
}
