//! Two texts beside each other, or one under the other where they would be too narrow.

use super::{Line, MEASURE, Piece, Set, Setter};
use crate::ui::article::{Block, Role};

/// The line between the two, with a blank on each side.
const SPINE: &str = "╎";
const SPINE_COLS: usize = 3;
/// Columns of one text, below which they stand under each other.
const LEAST_COLS: usize = 24;
/// No pair of texts is set in more columns.
pub(super) const MOST_COLS: usize = 2 * MEASURE + SPINE_COLS;

impl Setter {
    pub(super) fn pair(&mut self, left: &[Block], right: &[Block]) {
        let Some(cols) = self.half() else {
            self.blocks(left.iter().chain(right));
            return;
        };
        let [left, right] = [left, right].map(|blocks| {
            let mut setter = Self { set: Set::default(), cols, ..*self };
            setter.label_cols = setter.label_cols.min(cols / 3);
            setter.blocks(blocks.iter());
            setter.set
        });
        let first = self.set.lines.len();
        let count = left.lines.len().max(right.lines.len());
        self.set.lines.resize_with(first + count, Line::default);
        self.beside(first, left, 0);
        for line in &mut self.set.lines[first..] {
            line.pieces.push(spine(cols));
        }
        self.beside(first, right, cols + SPINE_COLS);
    }

    /// The blank line between two blocks. The line between two texts goes on in it.
    pub(super) fn between(&self, before: &Block, block: &Block) -> Line {
        let are_pairs = [before, block].iter().all(|block| matches!(block, Block::Pair { .. }));
        let pieces = self.half().filter(|_| are_pairs).map(spine);
        Line { pieces: pieces.into_iter().collect(), ..Line::default() }
    }

    /// The columns of each of two texts that stand beside each other, if there is room for them.
    fn half(&self) -> Option<usize> {
        Some(self.cols.saturating_sub(SPINE_COLS) / 2).filter(|cols| *cols >= LEAST_COLS)
    }

    /// Puts a text that was set for itself into the lines from `first` on, its left edge at a column.
    fn beside(&mut self, first: usize, set: Set, col: usize) {
        let links = self.set.links.len();
        self.set.links.extend(set.links.into_iter().map(|mut link| {
            link.lines = first + link.lines.start..first + link.lines.end;
            link
        }));
        for (line, set) in self.set.lines[first..].iter_mut().zip(set.lines) {
            line.pieces.extend(set.pieces.into_iter().map(|piece| Piece {
                col: col + piece.col,
                link: piece.link.map(|link| links + link),
                ..piece
            }));
        }
    }
}

fn spine(cols: usize) -> Piece {
    Piece { col: cols + 1, text: SPINE.to_owned(), role: Role::Label, link: None }
}
