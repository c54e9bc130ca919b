//! A figure in cells: what is tied to an entry on both sides of a line, who on the left, what on the right.

use super::{Line, Piece, Setter};
use crate::text;
use crate::ui::article::{End, Role};

/// In fewer columns there is no figure.
pub(super) const LEAST_COLS: usize = 56;
/// More lines than this can't be taken in at a glance.
const MOST_LINES: usize = 16;
/// The line in the middle with a blank on each side, and the shortest stroke between a tie and a name with the same.
const SPINE: usize = 3;
const STROKE_COLS: usize = 3;

impl Setter {
    /// `more` says how many stand in the lists alone.
    pub(super) fn figure(&mut self, who: &[End], what: &[End], more: &str) {
        let half = (self.cols - SPINE) / 2;
        let most = |side: &[End], cols: fn(&End) -> &str| {
            side.iter().map(|end| text::width(cols(end), self.ambiguous)).max().unwrap_or(0)
        };
        let [left_tie, right_tie] = [who, what].map(|side| most(side, |end| end.tie).min(half / 2));
        let [left, right] = [(who, left_tie), (what, right_tie)]
            .map(|(side, tie)| tie + STROKE_COLS + most(side, |end| &end.name.text));
        // Neither side takes more than it needs, and one more than half only if the other leaves it.
        let half = if who.is_empty() { 0 } else { left.min(half.max(self.cols.saturating_sub(SPINE + right))) };
        let spine = half + 1;
        for number in 0..who.len().max(what.len()).min(MOST_LINES) {
            let mut line = Line::default();
            if let Some(end) = who.get(number) {
                let cols = half.saturating_sub(left_tie + STROKE_COLS);
                let name = text::cut_end(&end.name.text, cols, self.ambiguous).into_owned();
                let col = cols - text::width(&name, self.ambiguous).min(cols);
                self.end(&mut line, col, name, end);
                let (tie, stroke) = self.tie(end, left_tie);
                dim(&mut line, cols + 1, &stroke);
                dim(&mut line, half - text::width(&tie, self.ambiguous), &tie);
            }
            dim(&mut line, spine, "╎");
            if let Some(end) = what.get(number) {
                let first = spine + 2;
                let (tie, stroke) = self.tie(end, right_tie);
                let col = first + right_tie + STROKE_COLS;
                dim(&mut line, first, &tie);
                dim(&mut line, col - 1 - stroke.chars().count(), &stroke);
                let name = text::cut_end(&end.name.text, self.cols.saturating_sub(col), self.ambiguous).into_owned();
                self.end(&mut line, col, name, end);
            }
            self.set.lines.push(line);
        }
        let left_out = [who.len(), what.len()].map(|count| count.saturating_sub(MOST_LINES)).iter().sum::<usize>();
        if left_out > 0 {
            let mut line = Line::default();
            let text = more.replace("{}", &left_out.to_string());
            let col = spine.saturating_sub(text::width(&text, self.ambiguous) / 2);
            dim(&mut line, col, &text);
            self.set.lines.push(line);
        }
    }

    /// What ties the two, and the stroke that fills the room between that and the name.
    fn tie(&self, end: &End, cols: usize) -> (String, String) {
        let tie = text::cut_end(end.tie, cols, self.ambiguous).into_owned();
        let taken = if tie.is_empty() { 1 } else { text::width(&tie, self.ambiguous) + 2 };
        let stroke = "╌".repeat((cols + STROKE_COLS).saturating_sub(taken));
        (tie, stroke)
    }

    fn end(&mut self, line: &mut Line, col: usize, text: String, end: &End) {
        let link = end.name.link.map(|to| self.link(to));
        if let Some(link) = link {
            let at = self.set.lines.len();
            self.set.links[link].lines = at..at + 1;
        }
        line.pieces.push(Piece { col, text, role: end.name.role, link });
    }
}

fn dim(line: &mut Line, col: usize, text: &str) {
    if !text.is_empty() {
        line.pieces.push(Piece { col, text: text.to_owned(), role: Role::Dim, link: None });
    }
}
