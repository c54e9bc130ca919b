//! The palette: the field, and a row for every action with its words, its name, and its keys or what keeps it from being
//! done.

use ratatui::layout::{Position, Rect};

use super::Frame;
use super::hits::marks_on;
use super::panes::SELECTED;
use super::theme::Look;
use crate::search::{Match, ShortlistMarker};
use crate::ui::layout::palette_list;
use crate::ui::palette::{BETWEEN_KEYS, Offer, Palette, Row};

/// Columns between words, name and keys.
const GAP: u16 = 2;
/// The fewest columns in which keys and hindrances stand behind a name.
const LEAST_KEY_COLS: u16 = 26;

/// The columns of the words and of the names, which are told in the first line alone where there is no room.
struct Columns {
    words: u16,
    names: Option<u16>,
}

impl Frame<'_> {
    pub(super) fn palette(&mut self, palette: &Palette) -> Position {
        let list = palette_list(self.state.size);
        let columns = self.palette_columns(palette, list.width);
        let top = Rect { y: 0, height: 1, ..list };
        let name = palette.chosen().and_then(|row| palette.offer(row)).filter(|_| columns.names.is_none());
        let cursor = self.palette_field(top, palette, name.map_or("", |offer| offer.name));
        for x in 0..self.state.size.cols {
            self.pen.put(x, 1, 1, "╌", Look::Rule);
        }
        let query = palette.query();
        let marker = self.world.commands().filter(|_| !query.is_blank()).map(|commands| commands.marker(&query));
        for (y, (place, row)) in (list.y..list.bottom()).zip(palette.rows.iter().enumerate().skip(palette.top)) {
            let area = Rect { y, height: 1, ..list };
            self.palette_row(area, palette, *row, &columns, marker.as_ref());
            if place == palette.selected {
                self.pen.put(area.x + 1, y, 1, SELECTED, Look::Key);
                self.pen.restyle(area.x, y, area.width.saturating_sub(1), Look::Selected);
            }
        }
        if palette.rows.is_empty() {
            self.paragraph(list, list.y + 1, self.words.palette.nothing);
        }
        let bottom = Rect { y: list.bottom(), height: 1, ..list };
        if !self.notice_line(bottom) {
            self.hints(bottom);
        }
        cursor
    }

    fn palette_field(&mut self, area: Rect, palette: &Palette, name: &str) -> Position {
        let label = format!(" {} › ", self.words.palette.title);
        let x = self.pen.put(area.x, area.y, area.width, &label, Look::Key);
        let right = self.pen.width(name) + 1;
        self.pen.put(area.right().saturating_sub(right), area.y, right, name, Look::Quiet);
        self.field(Rect::new(x, area.y, area.right().saturating_sub(x + right + 1), 1), &palette.prompt)
    }

    /// As wide as the widest of all that is offered, so that nothing moves while something is typed.
    fn palette_columns(&self, palette: &Palette, cols: u16) -> Columns {
        let widest = |text: fn(&Offer) -> &'static str| {
            palette.offers().iter().map(|offer| self.pen.width(text(offer))).max().unwrap_or(0)
        };
        let (words, names) = (widest(|offer| offer.words), widest(|offer| offer.name));
        let fits = 3 + words + GAP + names + GAP + LEAST_KEY_COLS < cols;
        Columns { words, names: fits.then_some(names) }
    }

    fn palette_row(
        &mut self,
        area: Rect,
        palette: &Palette,
        row: Row,
        columns: &Columns,
        marker: Option<&ShortlistMarker<'_>>,
    ) {
        let from = |x: u16| Rect { x, width: area.right().saturating_sub(x + 1), ..area };
        let x = area.x + 3;
        let offer = match (row, palette.offer(row)) {
            (Row::Number(number), _) => {
                let words = self.words.palette.to_row.replace("{}", &number.to_string());
                self.pen.cut(x, area.y, from(x).width, &words, Look::Row);
                return;
            }
            (Row::Offer(_), None) => return,
            (Row::Offer(_), Some(offer)) => offer,
        };
        let matches = marker.map(|marker| marker.matches(offer.line)).unwrap_or_default();
        let look = if offer.hindrance.is_some() { Look::Quiet } else { Look::Row };
        self.matched(from(x), offer.words, &matches, look);
        let mut x = x + columns.words + GAP;
        if let Some(names) = columns.names {
            self.matched(from(x), offer.name, &matches, Look::Quiet);
            x += names + GAP;
        }
        let (told, look) = match offer.hindrance {
            Some(hindrance) => (hindrance.words(self.words.palette), Look::Quiet),
            None => (offer.keys.as_str(), Look::Key),
        };
        // Of several keys as many as there is room for.
        let ways = std::iter::successors(Some(told), |ways| ways.rsplit_once(BETWEEN_KEYS).map(|(fewer, _)| fewer));
        if let Some(told) = ways.into_iter().find(|told| self.pen.width(told) <= from(x).width) {
            self.pen.put(x, area.y, from(x).width, told, look);
        }
    }

    fn matched(&mut self, area: Rect, text: &str, matches: &[Match], look: Look) {
        let marks = matches.iter().find_map(|one| marks_on(text, one)).unwrap_or_default();
        self.marked(area, text, &marks, look);
    }
}
