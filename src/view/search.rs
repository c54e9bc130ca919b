//! The search over everything: the field, the hits with their marks, and the selected one to read.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::Frame;
use super::panes::SELECTED;
use super::theme::Look;
use crate::data::EntryId;
use crate::search::{Hit, Match};
use crate::text;
use crate::ui::article::Article;
use crate::ui::find;
use crate::ui::layout::SearchLayout;
use crate::ui::set::Set;
use crate::ui::state::Search;

/// The most columns of a query that are told again where nothing was found.
const MOST_QUERY_COLS: usize = 40;

impl Frame<'_> {
    pub(super) fn search(&mut self, search: &Search) -> Position {
        let layout = SearchLayout::of(self.state.size);
        let cursor = self.search_field(layout.field, search);
        let under = layout.field.y + 1;
        for x in layout.field.x..layout.field.right() {
            self.pen.put(x, under, 1, "╌", Look::Rule.style());
        }
        if search.hits.is_empty() {
            self.no_hits(layout.hits, search.prompt.text());
        } else {
            self.hit_list(layout.hits, search);
            for y in layout.rule.y..layout.rule.bottom() {
                self.pen.put(layout.rule.x, y, 1, "╎", Look::Rule.style());
            }
            let selected = search.hits.iter().find(|hit| Some(hit.id) == search.selected);
            if let (Some(hit), false) = (selected, layout.preview.is_empty()) {
                self.preview(layout.preview, hit);
            }
        }
        self.hints(layout.bottom);
        cursor
    }

    fn search_field(&mut self, area: Rect, search: &Search) -> Position {
        let x = self.pen.put(area.x, area.y, area.width, &format!(" {} › ", self.words.search), Look::Key.style());
        let count = if search.prompt.text().trim().is_empty() {
            String::new()
        } else {
            self.words.hits.replace("{}", &search.hits.len().to_string())
        };
        let right = self.pen.width(&count) + 1;
        self.pen.put(area.right().saturating_sub(right), area.y, right, &count, Look::Quiet.style());
        self.field(Rect::new(x, area.y, area.right().saturating_sub(x + right + 1), 1), &search.prompt)
    }

    fn no_hits(&mut self, area: Rect, query: &str) {
        let is_blank = query.trim().is_empty();
        let says = if is_blank {
            self.words.search_hint.to_owned()
        } else {
            self.words.no_hits.replace("{}", &text::cut_end(query.trim(), MOST_QUERY_COLS, self.pen.ambiguous()))
        };
        let full = self.state.size.cols;
        let cols = usize::from(full.saturating_sub(4)).min(70);
        let lines = text::wrap(&says, cols, cols, self.pen.ambiguous());
        for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
            self.pen.put(area.x + 1, y, full, says.get(line).unwrap_or_default(), Look::Quiet.style());
        }
    }

    fn hit_list(&mut self, area: Rect, search: &Search) {
        let kinds = search.hits.iter().map(|hit| self.pen.width(self.words.kind(hit.id.kind)));
        let kind_cols = kinds.max().unwrap_or(0).min(area.width / 3);
        let in_sight = search.hits.iter().skip(search.top).take(usize::from(area.height));
        for (y, hit) in (area.y..).zip(in_sight) {
            let kind = self.words.kind(hit.id.kind);
            self.pen.cut(area.x + 3, y, kind_cols, kind, Look::Quiet.style());
            let x = area.x + 3 + kind_cols + 2;
            self.hit(Rect::new(x, y, area.right().saturating_sub(x + 1), 1), hit);
            if search.selected == Some(hit.id) {
                self.pen.put(area.x + 1, y, 1, SELECTED, Look::Key.style());
                self.pen.restyle(area.x, y, area.width.saturating_sub(1), Look::Selected.style());
            }
        }
    }

    /// The name, then the text that matched where that is another one; both with their marks.
    fn hit(&mut self, area: Rect, hit: &Hit) {
        let name = self.world.record.entry(hit.id).name.shown(self.state.lang).to_owned();
        let in_name = hit.matches.iter().find_map(|one| marks_on(&name, one));
        let is_told = in_name.is_some();
        // The text that matched has the right half at least.
        let cols = if is_told || hit.matches.is_empty() { area.width } else { area.width / 2 };
        let x = self.marked(Rect { width: cols, ..area }, &name, &in_name.unwrap_or_default(), Look::Row);
        if let (Some(other), false) = (hit.matches.first(), is_told) {
            let room = Rect { x: x + 2, width: area.right().saturating_sub(x + 2), ..area };
            if room.width > 4 {
                let (text, marks) = around(other, room.width);
                self.marked(room, &text, &marks, Look::Quiet);
            }
        }
    }

    /// Text with its marks, cut to its room. Returns the column after it.
    fn marked(&mut self, area: Rect, text: &str, marks: &[Range<usize>], look: Look) -> u16 {
        let end = self.pen.cut(area.x, area.y, area.width, text, look.style());
        for range in marks {
            let (Some(before), Some(inside)) = (text.get(..range.start), text.get(range.clone())) else { continue };
            let x = area.x.saturating_add(self.pen.width(before));
            let cols = self.pen.width(inside);
            if x.saturating_add(cols) <= end {
                self.pen.restyle(x, area.y, cols, Look::Mark.style());
            }
        }
        end
    }

    fn preview(&mut self, area: Rect, hit: &Hit) {
        let set = self.set_of(hit.id, area.width);
        self.lines(area, &set, 0, None);
        let mut words: Vec<String> = hit.matches.iter().flat_map(marked_words).collect();
        words.sort();
        words.dedup();
        for word in words {
            for spot in find::spots(&set, &word) {
                self.mark(area, &set, 0, &spot, Look::Mark);
            }
        }
    }

    fn set_of(&self, id: EntryId, cols: u16) -> Set {
        Set::of(&Article::of(self.world, id, self.state.lang), usize::from(cols), self.state.ambiguous)
    }
}

/// The marks on a name as it is shown, if the match is in this name or in its form in the other script.
fn marks_on(name: &str, one: &Match) -> Option<Vec<Range<usize>>> {
    if *one.text == *name {
        return Some(one.marks.clone());
    }
    let shown: Vec<(usize, &str)> = text::graphemes(name).collect();
    let matched: Vec<(usize, &str)> = text::graphemes(&one.text).collect();
    if shown.len() != matched.len() || one.text.is_ascii() || name.is_ascii() {
        return None;
    }
    let is_marked = |at: usize| one.marks.iter().any(|range| range.contains(&at));
    let pairs = shown.iter().zip(&matched).filter(|(_, (at, _))| is_marked(*at));
    Some(pairs.map(|((at, grapheme), _)| *at..*at + grapheme.len()).collect())
}

/// The marked parts of a text, as words to find again.
fn marked_words(one: &Match) -> Vec<String> {
    one.marks.iter().filter_map(|range| one.text.get(range.clone())).map(str::to_owned).collect()
}

/// A long text from a little before its first mark on, as much as leaves the mark in sight.
fn around(one: &Match, cols: u16) -> (String, Vec<Range<usize>>) {
    let most = usize::from(cols / 6).min(6);
    let first = one.marks.first().map_or(0, |range| range.start);
    let mut starts: Vec<usize> = text::graphemes(&one.text).map(|(at, _)| at).take_while(|at| *at < first).collect();
    let from =
        if starts.len() > most { starts.split_off(starts.len() - most).first().copied().unwrap_or(0) } else { 0 };
    let lead = if from > 0 { "⋯" } else { "" };
    let text = format!("{lead}{}", one.text.get(from..).unwrap_or_default());
    let marks = one.marks.iter().map(|range| range.start - from + lead.len()..range.end - from + lead.len()).collect();
    (text, marks)
}
