//! What stands in place of hits: what can be typed, that the index is being made, or that nothing was found and what was
//! looked for.

use ratatui::layout::Rect;

use super::Frame;
use super::theme::Look;
use crate::text;
use crate::ui::state::Search;
use crate::ui::understood;

/// The most columns of a query that are told again where nothing was found.
const MOST_QUERY_COLS: usize = 40;
/// Longer lines are hard to follow.
const MOST_COLS: u16 = 70;
/// Columns between two signs.
const BETWEEN: u16 = 2;

impl Frame<'_> {
    pub(super) fn nothing(&mut self, area: Rect, search: &Search) {
        let query = search.query();
        if query.is_blank() {
            let y = self.paragraph(area, area.y + 1, self.words.search_hint);
            self.signs(area, y + u16::from(y + 4 < area.bottom()));
            return;
        }
        if let Some(percent) = search.waiting {
            self.paragraph(area, area.y + 1, &self.words.indexing.replace("{}", &percent.to_string()));
            return;
        }
        let typed = search.prompt.text().trim();
        let elsewhere = search.found.total();
        if let Some(kind) = search.kind.filter(|_| elsewhere > 0) {
            let says = self.words.no_hits_of_kind.replacen("{}", self.world.kinds(self.words, kind), 1);
            self.paragraph(area, area.y + 1, &says.replacen("{}", &search.shown(elsewhere), 1));
            return;
        }
        let typed = text::cut_end(typed, MOST_QUERY_COLS, self.pen.ambiguous());
        let y = self.paragraph(area, area.y + 1, &self.words.no_hits.replace("{}", &self.words.inside_quotes(&typed)));
        let told = understood::told(&query, self.words, &self.world.record.meta, self.pen.ambiguous());
        self.paragraph(area, y, &self.words.understood.replace("{}", &told));
    }

    /// Quiet text from row `y` on. Returns the row after it.
    pub(super) fn paragraph(&mut self, area: Rect, y: u16, says: &str) -> u16 {
        let cols = area.width.saturating_sub(4).min(MOST_COLS);
        let rest = Rect { x: area.x + 1, y, width: area.width, height: area.bottom().saturating_sub(y) };
        self.wrapped(rest, cols, says, Look::Quiet)
    }

    /// The signs of a query, each with what it means.
    fn signs(&mut self, area: Rect, y: u16) {
        for (y, line) in (y..area.bottom()).zip(self.words.search_signs) {
            self.signs_line(Rect { x: area.x + 1, y, width: area.width.saturating_sub(1), height: 1 }, line);
        }
    }

    pub(super) fn signs_line(&mut self, area: Rect, line: &[(&str, &str)]) {
        let mut x = area.x;
        for (sign, means) in line {
            x = self.pen.put(x, area.y, area.right().saturating_sub(x), sign, Look::Key);
            if !means.is_empty() {
                x = self.pen.put(x + 1, area.y, area.right().saturating_sub(x + 1), means, Look::Quiet);
            }
            x += BETWEEN;
        }
    }
}
