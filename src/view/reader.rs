//! The reader: an article's lines, its links, the marks of a search, the letters of the hints.

use ratatui::layout::Rect;

use super::Frame;
use super::theme::Look;
use crate::ui::article::Role;
use crate::ui::find;
use crate::ui::set::{Line, Set};
use crate::ui::state::Overlay;
use crate::ui::update::hints;

/// What stands beside the part of a text that is in sight. Fonts with Chinese draw a half block over two cells.
const THUMB: &str = "|";

impl Frame<'_> {
    pub(super) fn reader(&mut self, area: Rect) {
        let set = self.state.set(self.world);
        let reading = &self.state.view.reading;
        let selected = reading.link.filter(|_| self.state.view.in_reader);
        self.lines(area, &set, reading.top, selected);
        if let Some(find) = &reading.find {
            let spots = find::spots(&set, &find.words);
            for spot in &spots {
                let look = if spot.number == find.current { Look::CurrentMark } else { Look::Mark };
                self.mark(area, &set, reading.top, spot, look);
            }
        }
        if matches!(self.state.overlay, Overlay::Hints) {
            self.letters(area, &set, reading.top);
        }
        if !self.state.view.is_zoomed {
            self.position(area, reading.top, set.lines.len());
        }
    }

    /// The lines in sight.
    pub(super) fn lines(&mut self, area: Rect, set: &Set, top: usize, selected: Option<usize>) {
        for (y, line) in (area.y..area.bottom()).zip(set.lines.iter().skip(top)) {
            for piece in &line.pieces {
                let is_selected = piece.link.is_some() && piece.link == selected && piece.role != Role::Bullet;
                let look = if is_selected { Look::SelectedLink } else { Look::of(piece.role) };
                let col = u16::try_from(piece.col).unwrap_or(u16::MAX);
                let cols = area.width.saturating_sub(col);
                self.pen.put(area.x.saturating_add(col), y, cols, &piece.text, look);
            }
        }
    }

    /// Marks a place that a search found.
    pub(super) fn mark(&mut self, area: Rect, set: &Set, top: usize, spot: &find::Spot, look: Look) {
        let Some(row) = spot.line.checked_sub(top).and_then(|row| u16::try_from(row).ok()) else { return };
        let Some(line) = set.lines.get(spot.line).filter(|_| row < area.height) else { return };
        for (col, text) in texts_in(line, &spot.range) {
            let col = u16::try_from(col + crate::text::width(text.0, self.pen.ambiguous())).unwrap_or(u16::MAX);
            let cols = self.pen.width(text.1).min(area.width.saturating_sub(col));
            self.pen.restyle(area.x.saturating_add(col), area.y + row, cols, look);
        }
    }

    fn letters(&mut self, area: Rect, set: &Set, top: usize) {
        for (letter, link) in hints(set, top, usize::from(area.height)) {
            let line = set.links[link].lines.start;
            let piece = set.lines[line].pieces.iter().find(|piece| piece.link == Some(link));
            let (Some(piece), Ok(row)) = (piece, u16::try_from(line - top)) else { continue };
            let x = area.x.saturating_add(u16::try_from(piece.col).unwrap_or(u16::MAX));
            let y = area.y + row;
            // In the free column before the link, or on its bullet; where there is neither, on its first character.
            if piece.role == Role::Bullet || x == 0 || !self.pen.is_blank(x - 1, y) {
                let first = crate::text::graphemes(&piece.text).next().map_or("", |(_, grapheme)| grapheme);
                self.pen.fill(x, y, self.pen.width(first).max(1), &letter.to_string(), Look::Hint);
            } else {
                self.pen.put(x - 1, y, 1, &letter.to_string(), Look::Hint);
            }
        }
    }

    /// Which part of the text is in sight, where not all of it is.
    pub(super) fn position(&mut self, area: Rect, top: usize, count: usize) {
        let height = usize::from(area.height);
        if count <= height || height == 0 {
            return;
        }
        let x = area.right() + 1;
        let bar = (height * height / count).max(1);
        let start = top * (height - bar) / (count - height);
        for row in start..start + bar {
            let y = area.y + u16::try_from(row).unwrap_or(0);
            self.pen.put(x, y, 1, THUMB, Look::Rule);
        }
    }
}

/// The texts of a line's pieces that lie in a byte range of the line's text: column of the piece, the text
/// before the range, and the text in it.
fn texts_in<'a>(line: &'a Line, range: &std::ops::Range<usize>) -> Vec<(usize, (&'a str, &'a str))> {
    let mut texts = Vec::new();
    let mut start = 0;
    for piece in &line.pieces {
        let end = start + piece.text.len();
        let from = range.start.clamp(start, end) - start;
        let to = range.end.clamp(start, end) - start;
        if let (Some(before), Some(inside)) = (piece.text.get(..from), piece.text.get(from..to))
            && !inside.is_empty()
        {
            texts.push((piece.col, (before, inside)));
        }
        start = end;
    }
    texts
}
