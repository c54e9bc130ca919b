//! The list of the search over everything: hits with the characters that matched, and what stands over them.

use std::collections::HashSet;
use std::ops::Range;

use ratatui::layout::Rect;

use super::Frame;
use super::panes::SELECTED;
use super::theme::Look;
use crate::data::EntryId;
use crate::search::Match;
use crate::text::{self, Ambiguous};
use crate::ui::state::{HitRow, Search};

/// The name of a record takes so many columns of a hit, or none.
const LEAST_RECORD_COLS: u16 = 4;
const MOST_RECORD_COLS: u16 = 24;
/// In a row of fewer columns it takes none from the hit's own name.
const LEAST_COLS_FOR_BOTH: u16 = 48;

impl Frame<'_> {
    pub(super) fn hit_list(&mut self, area: Rect, search: &Search, rows: &[HitRow]) {
        let query = search.query();
        let marker = self.world.marker(&query);
        let in_sight = || rows.iter().skip(search.top).take(usize::from(area.height));
        // Under a heading, or where there is but one, the kind need not be said.
        let is_said = !query.is_blank() && (search.is_grouped || search.kind.is_some());
        let kind_of = |id| self.words.kind_of(&self.world.record, id);
        let kinds: HashSet<&str> = rows.iter().filter_map(|row| row.entry()).map(kind_of).collect();
        let cols = kinds.into_iter().map(|kind| self.pen.width(kind)).max().unwrap_or(0);
        let kind_cols = if is_said { 0 } else { cols.min(area.width / 3) };
        for (y, row) in (area.y..).zip(in_sight()) {
            let Some(id) = row.entry() else {
                self.over_hits(Rect { y, height: 1, ..area }, search, *row);
                continue;
            };
            let mut x = area.x + 3;
            if kind_cols > 0 {
                self.pen.cut(x, y, kind_cols, self.words.kind_of(&self.world.record, id), Look::Quiet);
                x += kind_cols + 2;
            }
            let matches = marker.as_ref().map_or_else(Vec::new, |marker| marker.matches(id));
            let line = Rect::new(x, y, area.right().saturating_sub(x + 1), 1);
            let line = self.record_of_hit(line, id, area.width < LEAST_COLS_FOR_BOTH);
            self.hit(line, id, &matches);
            if search.selected == Some(id) {
                self.pen.put(area.x + 1, y, 1, SELECTED, Look::Key);
                let look = if search.reading.is_some() { Look::Remembered } else { Look::Selected };
                self.pen.restyle(area.x, y, area.width.saturating_sub(1), look);
            }
        }
    }

    /// A row that stands over entries.
    fn over_hits(&mut self, area: Rect, search: &Search, row: HitRow) {
        let (x, cols) = (area.x + 1, area.width.saturating_sub(2));
        let quiet = Look::Quiet;
        match row {
            HitRow::Visited => {
                self.pen.cut(x, area.y, cols, self.words.visited, quiet);
            }
            HitRow::Near => {
                self.pen.cut(x, area.y, cols, self.words.near, quiet);
            }
            HitRow::Meant(id) => {
                let room = usize::from(cols.saturating_sub(self.pen.width(&self.words.meant.replace("{}", ""))));
                let name = self.words.inside_quotes(self.world.record.entry(id).name.shown(self.state.lang));
                let name = text::cut_end(&name, room, self.pen.ambiguous());
                self.pen.cut(x, area.y, cols, &self.words.meant.replace("{}", &name), quiet);
            }
            HitRow::Kind(kind, count) => {
                let x = self.pen.cut(x, area.y, cols, self.world.kinds(self.words, kind), Look::Title);
                self.pen.cut(x + 1, area.y, area.right().saturating_sub(x + 2), &search.shown(count), quiet);
            }
            HitRow::Entry(_) => {}
        }
    }

    /// Tells at the right end of a line of which record an entry is, where there are several; in a narrow list only where the
    /// name leaves room. Returns the room before it.
    fn record_of_hit(&mut self, line: Rect, id: EntryId, is_narrow: bool) -> Rect {
        let record = &self.world.record;
        let name = record.name_of_volume(id).or_else(|| record.name_beside(id, self.state.lang));
        let Some(name) = name else { return line };
        let left = line.width.saturating_sub(self.pen.width(record.entry(id).name.shown(self.state.lang)) + 2);
        let room = if is_narrow { left } else { left.max(line.width / 3) };
        let cols = self.pen.width(name).min(MOST_RECORD_COLS).min(room);
        if cols < LEAST_RECORD_COLS.min(self.pen.width(name)) {
            return line;
        }
        let name = text::cut_end(name, usize::from(cols), self.pen.ambiguous());
        let cols = self.pen.width(&name);
        self.pen.put(line.right().saturating_sub(cols), line.y, cols, &name, Look::Quiet);
        Rect { width: line.width.saturating_sub(cols + 2), ..line }
    }

    /// The name, then the text that matched where that is another one; both with their marks.
    fn hit(&mut self, area: Rect, id: EntryId, matches: &[Match]) {
        let name = self.world.record.entry(id).name.shown(self.state.lang).to_owned();
        let in_name = matches.iter().find_map(|one| marks_on(&name, one));
        let fits = self.pen.width(&name) <= area.width;
        let is_in_sight =
            |mark: &Range<usize>| name.get(..mark.end).is_some_and(|text| fits || self.pen.width(text) < area.width);
        let is_told = in_name.as_ref().is_some_and(|marks| marks.first().is_some_and(is_in_sight));
        let other = matches.first().filter(|_| !is_told);
        // The text that matched has what it wants of the right half; of several records the name comes first.
        let most = if fits && self.world.record.is_library() {
            area.width - self.pen.width(&name)
        } else {
            area.width.div_ceil(2)
        };
        let wanted = other.map_or(0, |other| (self.pen.width(&other.text) + 2).min(most));
        let name_room = Rect { width: area.width - wanted, ..area };
        let x = self.marked(name_room, &name, &in_name.unwrap_or_default(), Look::Row);
        if let Some(other) = other {
            let room = Rect { x: x + 2, width: area.right().saturating_sub(x + 2), ..area };
            if room.width > 4 {
                let (text, marks) = around(other, room.width, self.pen.ambiguous());
                self.marked(room, &text, &marks, Look::Quiet);
            }
        }
    }

    /// Text with its marks, cut to its room. Returns the column after it.
    pub(super) fn marked(&mut self, area: Rect, text: &str, marks: &[Range<usize>], look: Look) -> u16 {
        let end = self.pen.cut(area.x, area.y, area.width, text, look);
        for range in marks {
            let (Some(before), Some(inside)) = (text.get(..range.start), text.get(range.clone())) else { continue };
            let mut x = area.x.saturating_add(self.pen.width(before));
            // Of a match that is cut, what is in sight is marked.
            for (_, grapheme) in text::graphemes(inside) {
                let cols = self.pen.width(grapheme);
                if x.saturating_add(cols) <= end {
                    self.pen.restyle(x, area.y, cols, Look::Mark);
                }
                x = x.saturating_add(cols);
            }
        }
        end
    }
}

/// The marks on a name as it is shown, if the match is in this name or in its form in the other script.
pub(super) fn marks_on(name: &str, one: &Match) -> Option<Vec<Range<usize>>> {
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

/// A long text from a little before its first mark on, as much as leaves the mark in sight.
fn around(one: &Match, cols: u16, ambiguous: Ambiguous) -> (String, Vec<Range<usize>>) {
    if text::width(&one.text, ambiguous) <= usize::from(cols) {
        return (one.text.to_string(), one.marks.clone());
    }
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
