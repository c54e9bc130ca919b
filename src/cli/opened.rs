//! Records that are opened for a verb or a session: one, or several as one. A folder is several, also with one file.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::Error;
use super::options::Options;
use super::reading::{Found, Room, found, is_standard_input, name_of_record, read_record};
use super::settings::Settings;
use super::{library, told};
use crate::data::{self, Code, Fault, Lang, LoadError, Loaded, Part, Progress};
use crate::text;
use crate::ui::World;

/// What was opened.
pub(super) struct Opened {
    /// The file of a record; `None` of several and of a folder.
    pub(super) bytes: Option<Cow<'static, [u8]>>,
    pub(super) world: World,
    pub(super) lang: Lang,
    /// Where the records are, in their order; none of the one that is built in.
    pub(super) files: Vec<PathBuf>,
}

impl Opened {
    pub(super) fn of(settings: &Settings) -> Result<Self, Error> {
        let source = Source::of(&settings.options, &Progress::default())?;
        Ok(source.opened(settings.lang().value))
    }
}

/// The records that the options name, and what they were read from.
pub(super) struct Source {
    bytes: Option<Cow<'static, [u8]>>,
    pub(super) world: World,
    pub(super) files: Vec<PathBuf>,
}

impl Source {
    pub(super) fn of(options: &Options, progress: &Progress) -> Result<Self, Error> {
        Self::after(&[], options, progress)
    }

    /// The same after files that were records: those that are still there must be so again.
    pub(super) fn after(known: &[PathBuf], options: &Options, progress: &Progress) -> Result<Self, Error> {
        let mut found = found(&options.files)?;
        let room = Room::of(options.limits, progress);
        if found.len() > 1 || found.iter().any(|found| found.is_of_folder) {
            for found in &mut found {
                found.must_open |= known.contains(&found.path);
            }
            let mut source = several(&options.files, &found, room)?;
            source.world.shows_contacts = options.contacts;
            return Ok(source);
        }
        let file = found.first().map(|found| found.path.as_path());
        let bytes = read_record(file, room)?;
        let world = open(&bytes, file, room, options.contacts)?;
        Ok(Self { bytes: Some(bytes), world, files: file.into_iter().map(Path::to_owned).collect() })
    }

    /// The same, in a language.
    pub(super) fn opened(self, lang: Lang) -> Opened {
        let Self { bytes, world, files } = self;
        Opened { bytes, world, lang, files }
    }
}

/// The record of a file that was read.
pub(super) fn open(bytes: &[u8], file: Option<&Path>, room: Room<'_>, contacts: bool) -> Result<World, Error> {
    let loaded = load(bytes, file, room)?;
    let mut world = World::new(loaded).map_err(|faults| Error::Empty(name_of_record(file), faults))?;
    let named = file.filter(|file| !is_standard_input(file)).and_then(Path::file_stem);
    world.file = named.map(|name| told(&name.to_string_lossy()));
    world.shows_contacts = contacts;
    Ok(world)
}

fn load(bytes: &[u8], file: Option<&Path>, room: Room<'_>) -> Result<Loaded, Error> {
    let loaded =
        data::load_watched(bytes, text::neutral, room.entries, room.progress).map_err(|error| match error {
            LoadError(Fault { code: Code::TooMany, message, .. }) => room.too_many(name_of_record(file), message),
            error => Error::Record(name_of_record(file), error.into()),
        })?;
    if room.progress.is_cancelled() { Err(Error::Cancelled(name_of_record(file))) } else { Ok(loaded) }
}

/// Several records as one, or all that folders have. What is no record and need not be one is left out, and told first
/// among the faults.
fn several(named: &[PathBuf], found: &[Found], mut room: Room<'_>) -> Result<Source, Error> {
    let paths: Vec<PathBuf> = found.iter().map(|found| found.path.clone()).collect();
    let (mut left_out, mut files, mut opened) = (Vec::new(), Vec::new(), Vec::new());
    for (Found { path, must_open, .. }, file) in found.iter().zip(library::shown_names(&paths)) {
        let file: Arc<str> = file.into();
        let told = |fault| Fault { file: Some(Arc::clone(&file)), ..fault };
        match one(path, &mut room) {
            Ok(loaded) => {
                files.push(path.clone());
                opened.push((Loaded { faults: loaded.faults.into_iter().map(told).collect(), ..loaded }, file));
            }
            Err(Error::Record(path, error)) if *must_open => {
                return Err(Error::Record(path, LoadError(told(error.0)).into()));
            }
            Err(error) if *must_open => return Err(error),
            Err(error) => left_out.push(told(why_left_out(error)?)),
        }
    }
    let parts = library::names(&files).into_iter().zip(opened);
    let parts = parts.map(|(name, (loaded, file))| Part { name, file, loaded }).collect();
    let none = |_| Error::NoRecord(named.to_vec(), found.len());
    let mut world = World::new(data::library::joined(parts)).map_err(none)?;
    world.faults.splice(0..0, left_out);
    Ok(Source { bytes: None, world, files })
}

/// What is told of a file that is left out; not of what is wrong with more than the file.
fn why_left_out(error: Error) -> Result<Fault, Error> {
    match error {
        Error::Record(_, error) => Ok(error.0),
        Error::Empty(..) => Ok(Fault::of_nothing()),
        Error::File(_, error) => Ok(Fault::of_whole(format!("{error}; check the permissions"))),
        error => Err(error),
    }
}

/// A record that has an entry, if there is room for it.
fn one(file: &Path, room: &mut Room<'_>) -> Result<Loaded, Error> {
    room.progress.begin();
    let bytes = read_record(Some(file), *room)?;
    let loaded = load(&bytes, Some(file), *room)?;
    let record = &loaded.record;
    let entries = record.all_ids().count();
    if entries == 0 {
        return Err(Error::Empty(name_of_record(Some(file)), loaded.faults));
    }
    let offices: usize = record.people.iter().map(|person| person.offices.len()).sum();
    room.bytes = room.bytes.saturating_sub(bytes.len() as u64);
    room.entries = room.entries.saturating_sub(entries + offices + loaded.skipped);
    Ok(loaded)
}
