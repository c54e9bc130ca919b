//! The list of bookmarks and marks, and the question before something is lost.

use ratatui::layout::{Position, Rect};

use super::Frame;
use super::panes::SELECTED;
use super::theme::Look;
use crate::data::EntryId;
use crate::ui::bookmarks::{Item, Listing, Question, Row, items};
use crate::ui::hint;
use crate::ui::keymap::Scope;
use crate::ui::layout::{Layout, help_area};
use crate::ui::page::Page;
use crate::ui::{Action, kept::Awaited};

/// On a narrower screen the kinds of the entries are left out.
const LEAST_COLS_FOR_KINDS: u16 = 60;
/// Columns between two of a row.
const GAP: u16 = 2;

impl Frame<'_> {
    pub(super) fn bookmarks(&mut self, listing: &Listing, layout: &Layout) -> Option<Position> {
        let title = format!(" {} ", self.words.kept.bookmarks);
        self.pen.cut(layout.top.x, layout.top.y, layout.top.width, &title, Look::FocusedTitle);
        let area = help_area(self.state.size);
        let items = items(&self.state.kept, self.world);
        let row = |item: &Item| Row::of(&self.state.kept, self.world, item.clone(), self.state.lang);
        let rows: Vec<Row> = items.iter().filter_map(row).collect();
        if rows.is_empty() {
            self.no_bookmarks(area);
        }
        self.bookmark_rows(Rect { width: area.width.saturating_sub(2), ..area }, listing, &rows);
        self.position(Rect { width: area.width.saturating_sub(2), ..area }, listing.top, rows.len());
        self.bottom(layout.bottom)
    }

    fn bookmark_rows(&mut self, area: Rect, listing: &Listing, rows: &[Row]) {
        let has_marks = rows.iter().any(|row| matches!(row.item, Item::Mark(_)));
        let letter_cols = if has_marks { 2 } else { 0 };
        let kinds = rows.iter().map(|row| self.pen.width(self.kind_of(row.entry))).max().unwrap_or(0);
        let kind_cols = if area.width < LEAST_COLS_FOR_KINDS { 0 } else { kinds + GAP };
        let before = 3 + letter_cols + kind_cols;
        let room = area.width.saturating_sub(before);
        let widest = rows.iter().map(|row| self.pen.width(&row.name)).max().unwrap_or(0);
        let is_told = rows.iter().any(|row| !self.aside(row).is_empty());
        let name_cols = if is_told { widest.min(room / 2) } else { room };
        let x = area.x + 3;
        for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(listing.top)) {
            let is_selected = listing.selected.as_ref() == Some(&row.item);
            if let Item::Mark(letter) = row.item {
                self.pen.put(x, y, 1, &letter.to_string(), Look::Key);
            }
            self.pen.cut(x + letter_cols, y, kind_cols, self.kind_of(row.entry), Look::Quiet);
            let look = if row.entry.is_some() { Look::Row } else { Look::Quiet };
            self.pen.cut(area.x + before, y, name_cols, &row.name, look);
            let aside = area.x + before + name_cols + GAP;
            self.pen.cut(aside, y, area.right().saturating_sub(aside), &self.aside(row), Look::Quiet);
            if is_selected {
                self.pen.put(area.x + 1, y, 1, SELECTED, Look::Key);
                self.pen.restyle(area.x, y, area.width, Look::Selected);
            }
        }
    }

    /// What an entry is; of one that the record does not have, that.
    fn kind_of(&self, entry: Option<EntryId>) -> &'static str {
        entry.map_or(self.words.kept.unknown, |entry| self.words.kind_of(&self.world.record, entry))
    }

    /// The page of a mark and the note of its entry.
    fn aside(&self, row: &Row) -> String {
        let page = (row.page != Page::Entry).then(|| self.words.page(row.page));
        let note = Some(row.note.as_str()).filter(|note| !note.is_empty());
        page.into_iter().chain(note).collect::<Vec<_>>().join("  ")
    }

    /// How something comes on the list.
    fn no_bookmarks(&mut self, area: Rect) {
        let key = |action| self.state.keymap.key_of(Scope::Everywhere, action);
        let keys = [key(Action::Bookmark), key(Action::AwaitLetter(Awaited::Mark))];
        let text = keys.iter().fold(self.words.kept.empty.to_owned(), |text, key| text.replacen("{}", key, 1));
        let below = Rect { x: area.x + 3, y: area.y + 1, width: area.width, height: area.height.saturating_sub(1) };
        self.wrapped(below, area.width.saturating_sub(4).max(2), &text, Look::Row);
    }

    /// A question with its answers. The first answer always has room.
    pub(super) fn question(&mut self, area: Rect, question: &Question) {
        let text = match question {
            Question::Remove(_) => self.words.kept.ask_remove,
            Question::Note(_) => self.words.kept.ask_keep,
        };
        let answer = hint::hints(self.state, self.world).first().map_or(0, |hint| self.hint_cols(hint));
        let room = area.width.saturating_sub(answer + 2);
        let x = self.pen.cut(area.x + 1, area.y, room, text, Look::Notice);
        self.hints(Rect { x: x + 1, width: area.right().saturating_sub(x + 1), ..area });
    }
}
