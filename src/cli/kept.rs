//! What a session leaves for the next one: bookmarks and marks, and where it was. A record is known by its title and the
//! id of its meeting, one without a title by the place of its file; several by the places of the files and folders that
//! were named, whatever their order and whatever is in the folders.

mod store;
#[cfg(test)]
mod tests;
mod tree;

use std::path::PathBuf;

use self::store::{Done, Failure, Store};
use super::reading::place_of;
use super::settings::Settings;
use super::told;
use crate::term::Keeper;
use crate::ui::World;
use crate::ui::kept::{Keep, Kept, Place, Reply, Trouble};

/// The files of the state folder.
const BOOKMARKS: &str = "bookmarks.json";
const PLACES: &str = "places.json";

/// What is kept of one record, in the state folder.
#[derive(Debug)]
pub(super) struct Shelf {
    bookmarks: Store,
    places: Store,
    record: String,
    /// Changes that could not be written yet.
    pending: Vec<Keep>,
    /// What went wrong, for who reads it after the session.
    troubles: Vec<Trouble>,
}

impl Shelf {
    /// What is kept of records, in the state folder of the reader.
    pub(super) fn of(settings: &Settings, world: &World) -> Self {
        Self::new(settings.surroundings.folders.state.clone(), name_of(world, &settings.options.files))
    }

    fn new(folder: Option<PathBuf>, record: String) -> Self {
        let bookmarks = Store::new(folder.clone(), BOOKMARKS);
        let places = Store::new(folder, PLACES);
        Self { bookmarks, places, record, pending: Vec::new(), troubles: Vec::new() }
    }

    /// What earlier sessions kept.
    pub(super) fn open(&mut self) -> Reply {
        let read = self.bookmarks.read();
        self.reply(read.map(|Done { value, aside }| Done { value: tree::kept(&value, &self.record), aside }))
    }

    /// Where the last session was.
    pub(super) fn last(&self) -> Option<Place> {
        tree::last(&self.places.read().ok()?.value, &self.record)
    }

    /// What went wrong and is not told by the screen any more, in the words of an error.
    pub(super) fn complaints(&self) -> Vec<String> {
        let unsaved = self.pending.len();
        let lost = (unsaved > 0).then(|| format!("{BOOKMARKS}: changes that could not be saved: {unsaved}"));
        self.troubles.iter().map(ToString::to_string).chain(lost).collect()
    }

    fn reply(&mut self, done: Result<Done<Kept>, Failure>) -> Reply {
        let (kept, trouble) = match done {
            Ok(Done { value, aside }) => (Some(value), aside.map(Trouble::SetAside)),
            Err(Failure::Newer) => (None, Some(Trouble::Newer)),
            Err(Failure::Io(error)) => (None, Some(Trouble::Failed(told(&error.to_string())))),
        };
        if let Some(trouble) = &trouble
            && !self.troubles.contains(trouble)
        {
            self.troubles.push(trouble.clone());
        }
        Reply { kept, trouble }
    }
}

impl Keeper for Shelf {
    fn keep(&mut self, change: Keep) -> Reply {
        self.pending.push(change);
        let done = self.bookmarks.change(|records| {
            self.pending.iter().for_each(|change| tree::change(records, &self.record, change));
            tree::kept(records, &self.record)
        });
        if done.is_ok() {
            self.pending.clear();
            self.troubles.retain(|trouble| !matches!(trouble, Trouble::Failed(_)));
        }
        self.reply(done)
    }

    fn leave(&mut self, change: Option<Keep>, place: &Place) {
        if let Some(change) = change {
            self.keep(change);
        }
        // A place that could not be kept is not worth a word.
        let _ = self.places.change(|records| tree::leave(records, &self.record, place));
    }
}

/// What a record is known by, or several; by what was named.
fn name_of(world: &World, named: &[PathBuf]) -> String {
    let record = &world.record;
    let place = |path: &PathBuf| place_of(path).to_string_lossy().into_owned();
    if record.is_library() {
        let mut places: Vec<String> = named.iter().map(place).collect();
        places.sort();
        places.dedup();
        return places.join("  +  ");
    }
    let title = record.meta.title.as_ref().and_then(|title| title.forms().next());
    let event = record.meta.event.map(|event| record.entry(event).key.as_str());
    match (title, named.first()) {
        (None, Some(file)) => place(file),
        (title, _) => {
            let title = title.map(|title| title.text.as_str());
            title.into_iter().chain(event).collect::<Vec<_>>().join("  ")
        }
    }
}
