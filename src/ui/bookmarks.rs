//! The list of what is kept: its rows, the field of a note, and what is asked before something is lost.

use super::kept::{Keep, Kept};
use super::layout::help_area;
use super::page::Page;
use super::prompt::Prompt;
use super::sight::Sight;
use super::{Size, World};
use crate::data::{EntryId, Lang};
use crate::text;

/// What a row of the list stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    Mark(char),
    /// The key of an entry.
    Bookmark(String),
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    pub selected: Option<Item>,
    /// The first row in sight.
    pub top: usize,
}

impl Listing {
    /// The row of the selection among the items, if it is there.
    pub fn row(&self, items: &[Item]) -> Option<usize> {
        items.iter().position(|item| Some(item) == self.selected.as_ref())
    }

    /// The rows on a screen of this size.
    pub fn sight(&self, items: &[Item], size: Size) -> Sight {
        Sight { top: self.top, height: usize::from(help_area(size).height), count: items.len() }
    }
}

/// The field of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteField {
    /// The entry's.
    pub key: String,
    pub prompt: Prompt,
    /// The list under it, if it was opened there.
    pub listing: Option<Listing>,
}

/// What is asked before something is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Whether the selected bookmark is to be removed with its note.
    Remove(Listing),
    /// Whether a note is to be as it was changed.
    Note(NoteField),
}

impl Question {
    /// The list that it was asked over.
    pub const fn listing(&self) -> Option<&Listing> {
        match self {
            Self::Remove(listing) => Some(listing),
            Self::Note(field) => field.listing.as_ref(),
        }
    }
}

impl NoteField {
    pub fn new(kept: &Kept, key: String, listing: Option<Listing>) -> Self {
        let prompt = Prompt::new(kept.notes.get(&key).map_or("", String::as_str));
        Self { key, prompt, listing }
    }

    /// What the field makes of the note, if it makes another of it.
    pub fn change(&self, kept: &Kept) -> Option<Keep> {
        let text = |prompt: &Prompt| prompt.text().trim().to_owned();
        let before = Self::new(kept, self.key.clone(), None);
        let is_changed = text(&self.prompt) != text(&before.prompt);
        is_changed.then(|| Keep::Note(self.key.clone(), Some(text(&self.prompt))))
    }
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub item: Item,
    /// The entry, if the record has it.
    pub entry: Option<EntryId>,
    /// The name of the entry, else what leads to it.
    pub name: String,
    /// The page of a mark.
    pub page: Page,
    /// The note of the entry.
    pub note: String,
}

/// What is kept, as the list has it: marks by their letters, then bookmarks in the order of the record, those last that
/// the record does not have.
pub fn items(kept: &Kept, world: &World) -> Vec<Item> {
    let mut letters: Vec<char> = kept.marks.keys().copied().collect();
    letters.sort_by_key(|letter| (letter.is_ascii_uppercase(), *letter));
    let mut keys: Vec<&String> = kept.notes.keys().collect();
    keys.sort_by_key(|key| {
        let entry = world.record.find(key);
        (entry.is_none(), entry)
    });
    let bookmarks = keys.into_iter().map(|key| Item::Bookmark(key.clone()));
    letters.into_iter().map(Item::Mark).chain(bookmarks).collect()
}

/// The name of an entry; of one that the record does not have, its key in a line.
pub fn name_of(world: &World, key: &str, lang: Lang) -> String {
    match world.record.find(key) {
        Some(entry) => world.record.entry(entry).name.shown(lang).to_owned(),
        None => text::neutral(key).replace('\n', " "),
    }
}

impl Row {
    /// The row of an item; `None` of one that is not kept.
    pub fn of(kept: &Kept, world: &World, item: Item, lang: Lang) -> Option<Self> {
        let (entry, name, page) = match &item {
            Item::Mark(letter) => {
                let place = kept.marks.get(letter)?;
                let target = place.target(world);
                (target.map(|(entry, _)| entry), place.name(world, lang), target.map(|(_, page)| page))
            }
            Item::Bookmark(key) => {
                let entry = world.record.find(key).filter(|_| kept.notes.contains_key(key));
                (entry, name_of(world, key, lang), None)
            }
        };
        let key = match &item {
            Item::Bookmark(key) => Some(key.as_str()),
            Item::Mark(_) => entry.map(|entry| world.record.entry(entry).key.as_str()),
        };
        let note = key.and_then(|key| kept.notes.get(key)).cloned().unwrap_or_default();
        Some(Self { item, entry, name, page: page.unwrap_or_default(), note })
    }
}
