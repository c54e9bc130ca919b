//! What a reader keeps: marks.

use super::{Choice, Turn};
use crate::ui::Key;
use crate::ui::kept::{Awaited, Told};
use crate::ui::state::Notice;
use crate::ui::update::take_letter;

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
        let marks: Vec<Choice> = self.state().kept.marks.keys().copied().map(Choice::Mark).collect();
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
        take_letter(&mut self.linear.state, self.world, awaited, letter);
        if let Some(Notice::Kept(Told::Marked(_, key))) = &mut self.linear.state.notice {
            // No key returns here.
            key.clear();
        }
        let is_there = awaited == Awaited::Return && self.state().notice.is_none();
        self.say_notice();
        if is_there {
            self.tell_article();
        }
    }

    /// A mark and where it leads.
    pub(super) fn mark_told(&self, letter: char) -> String {
        let place = self.state().kept.marks.get(&letter);
        let name = place.map_or_else(String::new, |place| place.name(self.world, self.state().lang));
        format!("{letter}{}{name}", self.words().linear.colon)
    }
}
