//! The search over everything: the field, the kinds of what was found, the list, and the selected hit to read.

use ratatui::layout::{Position, Rect};

use super::Frame;
use super::panes::{MORE, MORE_COLS, tabs_that_fit};
use super::theme::Look;
use crate::ui::layout::SearchLayout;
use crate::ui::preview::Preview;
use crate::ui::state::{HitRow, Search};

impl Frame<'_> {
    pub(super) fn search(&mut self, search: &Search) -> Option<Position> {
        let layout = SearchLayout::of(self.state.size, search.reading.is_some());
        let cursor = self.search_field(layout.field, search);
        self.kinds(layout.kinds, search);
        let rows = search.rows();
        if rows.iter().all(|row| row.entry().is_none()) {
            self.nothing(Rect { width: self.state.size.cols, ..layout.hits }, search);
        } else {
            self.found(&layout, search, &rows);
        }
        if !self.notice_line(layout.bottom) {
            self.hints(layout.bottom);
        }
        search.reading.is_none().then_some(cursor)
    }

    fn found(&mut self, layout: &SearchLayout, search: &Search, rows: &[HitRow]) {
        self.hit_list(layout.hits, search, rows);
        for y in layout.rule.y..layout.rule.bottom() {
            self.pen.put(layout.rule.x, y, 1, "╎", Look::Rule);
        }
        let Some(Preview { set, spots, top }) = Preview::of(self.state, self.world, search) else { return };
        self.lines(layout.preview, &set, top, None);
        for spot in &spots {
            self.mark(layout.preview, &set, top, spot, Look::Mark);
        }
        self.position(layout.preview, top, set.lines.len());
    }

    /// What is typed, with its completion, and whether near sounds are taken for each other; over a text that is read,
    /// which of how many hits it is.
    fn search_field(&mut self, area: Rect, search: &Search) -> Position {
        let x = self.pen.put(area.x, area.y, area.width, &format!(" {} › ", self.words.search), Look::Key);
        let is_told = search.reading.is_some() && !search.query().is_blank();
        let place = is_told.then(|| format!("{}/{}", search.place(), search.shown(search.total())));
        let slips = search.slips.then(|| self.words.slips.to_owned());
        let told = slips.into_iter().chain(place).collect::<Vec<_>>().join("  ");
        let right = self.pen.width(&told) + 1;
        self.pen.put(area.right().saturating_sub(right), area.y, right, &told, Look::Quiet);
        let room = Rect::new(x, area.y, area.right().saturating_sub(x + right + 1), 1);
        let cursor = self.field(room, &search.prompt);
        if let Some(ghost) = search.ghost(&self.world.record).filter(|_| search.reading.is_none()) {
            let cols = room.right().saturating_sub(cursor.x);
            if self.pen.width(&ghost) <= cols {
                self.pen.put(cursor.x, area.y, cols, &ghost, Look::Quiet);
            }
        }
        cursor
    }

    /// How many hits of each kind there are, the kind that is listed told apart as a tab on top is.
    fn kinds(&mut self, area: Rect, search: &Search) {
        let kinds = search.kinds();
        let mut x = area.x;
        if kinds.len() > 1 {
            let names: Vec<String> = kinds
                .iter()
                .map(|kind| match kind {
                    Some(kind) => {
                        format!("{} {}", self.world.kinds(self.words, *kind), search.shown(search.count(*kind)))
                    }
                    None => format!("{} {}", self.words.all, search.shown(search.found.total())),
                })
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let on_top = kinds.iter().position(|kind| *kind == search.kind).unwrap_or(0);
            let tabs = tabs_that_fit(&names, on_top, area.width, |text| self.pen.width(text));
            if tabs.start > 0 {
                x = self.pen.put(x, area.y, MORE_COLS, MORE, Look::Quiet);
            }
            for tab in tabs.clone() {
                let look = if tab == on_top { Look::FocusedTitle } else { Look::Quiet };
                x = self.pen.cut(x, area.y, area.right().saturating_sub(x), &format!(" {} ", names[tab]), look);
            }
            if tabs.end < names.len() {
                x = self.pen.put(x, area.y, MORE_COLS, MORE, Look::Quiet);
            }
        }
        for x in x..area.right() {
            self.pen.put(x, area.y, 1, "╌", Look::Rule);
        }
    }
}
