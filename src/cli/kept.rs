//! What a session leaves for the next one: bookmarks and marks, and where it was. A record is known by its title and the
//! id of its meeting, one without a title by the place of its file; several by all of theirs, whatever their order.

mod store;
#[cfg(test)]
mod tests;
mod tree;

use std::path::{Path, PathBuf};

use self::store::{Done, Failure, Store};
use super::settings::Settings;
use super::told;
use crate::data::Record;
use crate::data::library::SIGN;
use crate::data::model::Meta;
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
    pub(super) fn of(settings: &Settings, world: &World, files: &[PathBuf]) -> Self {
        Self::new(settings.surroundings.folders.state.clone(), name_of(world, files))
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

/// What a record is known by.
fn name_of(world: &World, files: &[PathBuf]) -> String {
    let record = &world.record;
    if !record.is_library() {
        return name_of_one(record, &record.meta, files.first().map(PathBuf::as_path));
    }
    let files = files.iter().map(|file| Some(file.as_path()));
    let named = record.volumes.iter().zip(files.chain(std::iter::repeat(None)));
    let named =
        named.map(|(volume, file)| format!("{}{SIGN} {}", volume.entry.key, name_of_one(record, &volume.meta, file)));
    let mut names: Vec<String> = named.collect();
    names.sort();
    names.join("  +  ")
}

fn name_of_one(record: &Record, meta: &Meta, file: Option<&Path>) -> String {
    let title = meta.title.as_ref().and_then(|title| title.forms().next());
    let event = meta.event.map(|event| record.own_key(event));
    match (title, file) {
        (None, Some(file)) => {
            let place = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
            place.to_string_lossy().into_owned()
        }
        (title, _) => {
            let title = title.map(|title| title.text.as_str());
            title.into_iter().chain(event).collect::<Vec<_>>().join("  ")
        }
    }
}
