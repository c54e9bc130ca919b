//! The lines above and below: the record's name or the tabs, the hints, the field of a search in the text.

use ratatui::layout::{Position, Rect};

use super::Frame;
use super::theme::Look;
use crate::ui::Action;
use crate::ui::find;
use crate::ui::hint::{self, Hint};
use crate::ui::keymap::Scope;
use crate::ui::page::Page;
use crate::ui::prompt::Prompt;
use crate::ui::state::Overlay;

/// On a narrower screen the hints have the last line to themselves.
const LEAST_COLS_FOR_PLACE: u16 = 60;
/// Columns between two hints.
const BETWEEN: u16 = 2;
/// A field has at least so many columns before hints stand beside it.
const LEAST_FIELD_COLS: u16 = 24;

impl Frame<'_> {
    /// The name of the record, and the keys that lead everywhere.
    pub(super) fn title(&mut self, area: Rect) {
        let name = self.world.title(self.state.lang);
        let hints = [
            (Action::Search, self.words.search),
            (Action::Palette, self.words.palette.title),
            (Action::Help, self.words.help),
        ]
        .map(|(action, words)| (self.state.keymap.key_of(Scope::Everywhere, action), words));
        let hints = hints.iter().filter(|(key, _)| !key.is_empty()).map(|(key, words)| format!("{key} {words}"));
        let hints = hints.collect::<Vec<_>>().join("  ");
        let right = self.pen.width(&hints) + 1;
        let end = self.pen.cut(area.x + 1, area.y, area.width.saturating_sub(right + 3), &name, Look::Name);
        let when = match self.state.unread {
            Some(_) => self.words.watching.earlier.to_owned(),
            None => self.meeting_line(),
        };
        if end + 2 + self.pen.width(&when) + right < area.width {
            self.pen.put(end + 2, area.y, area.width, &when, Look::Quiet);
        }
        self.pen.put(area.right().saturating_sub(right), area.y, right, &hints, Look::Quiet);
    }

    /// Where and when the meeting was.
    fn meeting_line(&self) -> String {
        let record = &self.world.record;
        let Some(id) = record.meta.event else { return String::new() };
        let event = &record.events[id.place()];
        let place = event.places.first().map(|place| record.entry(*place).name.shown(self.state.lang).to_owned());
        let date = event.start.map(|date| date.to_string());
        place.into_iter().chain(date).collect::<Vec<_>>().join("  ")
    }

    /// Where one pane shows at a time: all of them by name.
    pub(super) fn tabs(&mut self, area: Rect) {
        let kind = |pane| self.state.list(self.world, pane).kind();
        let names: Vec<&str> =
            (0..self.world.panes.len()).map(|pane| self.world.kinds(self.words, kind(pane))).collect();
        let view = &self.state.view;
        let wanted: u16 = names.iter().map(|name| self.pen.width(name) + 5).sum();
        let short = wanted + self.pen.width(self.words.reader) + 2 > area.width;
        let mut x = area.x;
        for (pane, name) in names.iter().enumerate() {
            let is_here = pane == view.pane && !view.in_reader;
            let look = if is_here { Look::FocusedTitle } else { Look::Quiet };
            let full = pane == view.pane || !short;
            let text = if full { format!(" {} {name} ", pane + 1) } else { format!(" {} ", pane + 1) };
            x = self.pen.cut(x, area.y, area.right().saturating_sub(x), &text, look);
        }
        if view.in_reader {
            let text = format!(" {} ", self.words.reader);
            self.pen.cut(x, area.y, area.right().saturating_sub(x), &text, Look::FocusedTitle);
        }
    }

    /// The last line: a field, a notice, or hints with the place in the record at the right.
    pub(super) fn bottom(&mut self, area: Rect) -> Option<Position> {
        match &self.state.overlay {
            Overlay::Find(field) => {
                let is_narrow = area.width < LEAST_COLS_FOR_PLACE;
                let label = if is_narrow { " / ".to_owned() } else { format!(" {} › ", self.words.find) };
                let found = self.state.view.reading.find.as_ref().map(|find| self.match_count(find));
                return Some(self.labelled_field(area, &label, &found.unwrap_or_default(), &field.prompt));
            }
            Overlay::Note(field) => {
                let label = format!(" {} › ", self.words.kept.note);
                return Some(self.labelled_field(area, &label, "", &field.prompt));
            }
            Overlay::Ask(question) => {
                self.question(area, question);
                return None;
            }
            _ => {}
        }
        if self.notice_line(area) {
            return None;
        }
        if matches!(self.state.overlay, Overlay::Bookmarks(_)) {
            self.hints(area);
            return None;
        }
        let trail = self.trail();
        let right = self.pen.width(&trail).min(trail_room(area.width));
        let hints = Rect { width: area.width.saturating_sub(right + 2), ..area };
        self.hints(hints);
        let x = area.right().saturating_sub(right + 1);
        self.pen.cut(x, area.y, right, &trail, Look::Quiet);
        None
    }

    /// The notice, if there is one.
    pub(super) fn notice_line(&mut self, area: Rect) -> bool {
        let Some(notice) = &self.state.notice else { return false };
        let text = notice.told(self.world, self.state.lang);
        self.pen.cut(area.x + 1, area.y, area.width.saturating_sub(2), &text, Look::Notice);
        true
    }

    /// What the number typed so far is, else how a search in the text stands, else where this is.
    fn trail(&self) -> String {
        let state = self.state;
        let typed: String = state.typing.keys.iter().map(ToString::to_string).collect();
        let number = if state.typing.before.is_empty() { state.typing.digits.as_str() } else { "" };
        if !number.is_empty() || !typed.is_empty() {
            return format!("{number}{typed}");
        }
        if let Overlay::Letter(awaited) = state.overlay {
            return state.keymap.key_of(Scope::Everywhere, Action::AwaitLetter(awaited));
        }
        if matches!(state.overlay, Overlay::ByHand(_)) {
            let says = self.words.copying.select;
            return if self.pen.width(says) <= trail_room(state.size.cols) { says.to_owned() } else { String::new() };
        }
        if let Some(find) = state.view.reading.find.as_ref().filter(|_| state.view.in_reader) {
            return self.match_count(find);
        }
        if let Some(search) = state.searched.as_ref().filter(|_| state.is_at_hit()) {
            return format!("{} {}/{}", self.words.search, search.place(), search.shown(search.total()));
        }
        if state.size.cols < LEAST_COLS_FOR_PLACE {
            return String::new();
        }
        let name = self.world.record.entry(state.view.here).name.shown(state.lang);
        match state.view.page {
            Page::Entry => format!("{} › {name}", self.words.kind_of(&self.world.record, state.view.here)),
            Page::Compare(other) => {
                let other = self.world.record.entry(other).name.shown(state.lang);
                format!("{} › {other} ╎ {name}", self.words.compare.title)
            }
            page if page.is_of_entry() => format!("{} › {name}", self.words.page(page)),
            page => self.words.page(page).to_owned(),
        }
    }

    fn match_count(&self, find: &find::Find) -> String {
        let count = find::count(&find::spots(&self.state.set(self.world), &find.words));
        format!("{}/{count}", (find.current + 1).min(count))
    }

    /// As many hints as fit, the most useful ones, in the order of the table.
    pub(super) fn hints(&mut self, area: Rect) {
        let mut x = area.x + 1;
        for hint in self.hints_that_fit(area.width.saturating_sub(1)) {
            x = self.pen.put(x, area.y, area.right().saturating_sub(x), &hint.key, Look::Key);
            x = self.pen.put(x + 1, area.y, area.right().saturating_sub(x), &hint.words, Look::Quiet);
            x += BETWEEN;
        }
    }

    fn hints_that_fit(&self, cols: u16) -> Vec<Hint> {
        let all = hint::hints(self.state, self.world);
        let mut by_rank: Vec<usize> = (0..all.len()).collect();
        by_rank.sort_by_key(|number| all[*number].rank);
        let mut left = cols + BETWEEN;
        let mut is_shown = vec![false; all.len()];
        for number in by_rank {
            let wanted = self.hint_cols(&all[number]);
            is_shown[number] = wanted <= left;
            left -= if is_shown[number] { wanted } else { 0 };
        }
        all.into_iter().zip(is_shown).filter_map(|(hint, is_shown)| is_shown.then_some(hint)).collect()
    }

    pub(super) fn hint_cols(&self, hint: &Hint) -> u16 {
        self.pen.width(&hint.key) + 1 + self.pen.width(&hint.words) + BETWEEN
    }

    /// A field behind a label, what is told of it, and hints where there is room for them.
    fn labelled_field(&mut self, area: Rect, label: &str, told: &str, prompt: &Prompt) -> Position {
        let x = self.pen.put(area.x, area.y, area.width, label, Look::Key);
        let right = self.pen.width(told) + 1;
        self.pen.put(area.right().saturating_sub(right), area.y, right, told, Look::Quiet);
        let room = Rect::new(x, area.y, area.right().saturating_sub(x + right + 1), 1);
        let hints: u16 = hint::hints(self.state, self.world).iter().map(|hint| self.hint_cols(hint)).sum();
        if room.width < hints + LEAST_FIELD_COLS {
            return self.field(room, prompt);
        }
        self.hints(Rect { x: room.right() - hints - 1, width: hints + 1, ..room });
        self.field(Rect { width: room.width - hints - BETWEEN, ..room }, prompt)
    }

    /// A text field and where the cursor stands in it.
    pub(super) fn field(&mut self, area: Rect, prompt: &Prompt) -> Position {
        let window = prompt.window(usize::from(area.width), self.pen.ambiguous());
        self.pen.put(area.x, area.y, area.width, window.text, Look::Field);
        let cursor = u16::try_from(window.cursor).unwrap_or(0).min(area.width.saturating_sub(1));
        Position::new(area.x + cursor, area.y)
    }
}

/// The most columns that stand at the right of the hints.
const fn trail_room(cols: u16) -> u16 {
    cols / 3
}
