//! What a reader keeps: marks, bookmarks and notes.

use super::reading::number;
use super::{Choice, Turn, filled};
use crate::ui::Key;
use crate::ui::action::Action;
use crate::ui::bookmarks::{Item, Listing, NoteField, Row, items};
use crate::ui::kept::{Awaited, Told};
use crate::ui::page::Page;
use crate::ui::prompt::Prompt;
use crate::ui::state::{Notice, Overlay};
use crate::ui::update::take_letter;

/// What clears a note.
const NOTHING: &str = "-";

impl Turn<'_> {
    /// Marks this place.
    pub(super) fn mark(&mut self, typed: &str) {
        self.take(Awaited::Mark, typed);
    }

    /// To a mark, or which marks there are.
    pub(super) fn return_to(&mut self, typed: &str) {
        if !typed.is_empty() {
            return self.take(Awaited::Return, typed);
        }
        let all = items(&self.state().kept, self.world).into_iter();
        let marks: Vec<Choice> = all.filter(|item| matches!(item, Item::Mark(_))).map(Choice::Kept).collect();
        if marks.is_empty() {
            self.say(self.words().kept.no_marks);
        } else {
            self.tell_choices(None, marks);
        }
    }

    fn take(&mut self, awaited: Awaited, typed: &str) {
        let mut chars = typed.chars().map(|char| Key::char(char).as_command().typed().unwrap_or(char));
        // More than a letter is none.
        let letter = chars.next().filter(|_| chars.next().is_none()).unwrap_or(' ');
        let effect = take_letter(&mut self.linear.state, self.world, awaited, letter);
        self.effects.extend(effect);
        let is_there = awaited == Awaited::Return && self.state().notice.is_none();
        self.say_notice();
        if is_there {
            self.tell_article();
        }
    }

    /// Bookmarks the entry; of one that is bookmarked, says so.
    pub(super) fn bookmark(&mut self) {
        if self.state().view.page.is_of_entry() && self.state().kept.notes.contains_key(&self.key()) {
            let item = Item::Bookmark(self.key());
            self.say(&filled(self.words().linear.has_bookmark, &[&self.kept(&item)]));
        } else {
            self.act(Action::Bookmark);
        }
    }

    /// The marks and bookmarks, numbered.
    pub(super) fn bookmarks(&mut self) {
        let all: Vec<Choice> = items(&self.state().kept, self.world).into_iter().map(Choice::Kept).collect();
        if all.is_empty() {
            self.say(self.words().linear.no_bookmarks);
        } else {
            self.tell_choices(None, all);
        }
    }

    /// Bookmarks the entry with a note, or says the note that it has.
    pub(super) fn note(&mut self, typed: &str) {
        if !self.state().view.page.is_of_entry() {
            self.linear.state.notice = Some(Notice::Kept(Told::NoEntry));
            return self.say_notice();
        }
        let note = self.state().kept.notes.get(&self.key()).cloned().unwrap_or_default();
        if typed.is_empty() {
            let says = if note.is_empty() { self.words().linear.no_note } else { &note };
            return self.say(says);
        }
        let typed = if typed == NOTHING { "" } else { typed };
        let field = NoteField { prompt: Prompt::new(typed), ..NoteField::new(&self.state().kept, self.key(), None) };
        self.linear.state.overlay = Overlay::Note(field);
        self.update(Action::Open);
        self.say_notice();
    }

    /// Removes a mark or bookmark of the last list, or the bookmark of the entry. It comes back by `undo`: nothing is asked.
    pub(super) fn remove(&mut self, typed: &str) {
        let listed = number(typed).and_then(|number| self.linear.choices.get(number.checked_sub(1)?));
        let item = match listed {
            Some(Choice::Kept(item)) => item.clone(),
            None if typed.is_empty() => Item::Bookmark(self.key()),
            _ => return self.say(&filled(self.words().linear.no_place, &[typed])),
        };
        if !items(&self.state().kept, self.world).contains(&item) {
            return self.say(self.words().linear.no_bookmark);
        }
        self.linear.state.overlay = Overlay::Bookmarks(Listing { selected: Some(item), top: 0 });
        self.update(Action::Remove);
        if matches!(self.state().overlay, Overlay::Ask(_)) {
            self.update(Action::Yes);
        }
        self.linear.state.overlay = Overlay::None;
        self.say_notice();
    }

    /// Goes to a mark or a bookmark.
    pub(super) fn open_kept(&mut self, item: &Item) {
        match (item, Row::of(&self.state().kept, self.world, item.clone(), self.state().lang)) {
            (Item::Mark(letter), _) => self.return_to(&letter.to_string()),
            (Item::Bookmark(_), Some(Row { entry: Some(entry), .. })) => self.go_to(entry, Page::Entry),
            (Item::Bookmark(key), _) => {
                self.linear.state.notice = Some(Notice::Kept(Told::Gone(key.clone())));
                self.say_notice();
            }
        }
    }

    /// A mark or bookmark: what it is of, and its note.
    pub(super) fn kept(&self, item: &Item) -> String {
        let Some(row) = Row::of(&self.state().kept, self.world, item.clone(), self.state().lang) else {
            return String::new();
        };
        let page = if row.page == Page::Entry { "" } else { self.words().page(row.page) };
        let says = self.parts(&[row.name, page.to_owned(), row.note]);
        match item {
            Item::Mark(letter) => format!("{letter}{}{says}", self.words().linear.colon),
            Item::Bookmark(_) => says,
        }
    }

    fn key(&self) -> String {
        self.world.record.entry(self.state().view.here).key.to_string()
    }
}
