//! A record that is opened for a verb or a session.

use std::borrow::Cow;
use std::path::Path;

use super::error::Error;
use super::options::{Limits, Options};
use super::reading::{is_standard_input, name_of_record, read_record};
use super::settings::Settings;
use super::told;
use crate::data::{self, Code, Fault, Lang, LoadError, Progress};
use crate::text;
use crate::ui::World;

/// A record that was opened.
pub(super) struct Opened {
    pub(super) bytes: Cow<'static, [u8]>,
    pub(super) world: World,
    pub(super) lang: Lang,
}

impl Opened {
    pub(super) fn of(settings: &Settings) -> Result<Self, Error> {
        let (bytes, world) = of_options(&settings.options, &Progress::default())?;
        Ok(Self { bytes, world, lang: settings.lang().value })
    }
}

/// The record that the options name, and what it was read from.
pub(super) fn of_options(options: &Options, progress: &Progress) -> Result<(Cow<'static, [u8]>, World), Error> {
    let file = options.file.as_deref();
    let bytes = read_record(file, options.limits, progress)?;
    let world = open(&bytes, file, options.limits, options.contacts, progress)?;
    Ok((bytes, world))
}

/// The record of a file that was read.
pub(super) fn open(
    bytes: &[u8],
    file: Option<&Path>,
    limits: Limits,
    contacts: bool,
    progress: &Progress,
) -> Result<World, Error> {
    let loaded = data::load_watched(bytes, text::neutral, limits.entries(), progress).map_err(|error| match error {
        LoadError(Fault { code: Code::TooMany, message, .. }) => Error::TooMany(name_of_record(file), message, limits),
        error => Error::Record(name_of_record(file), error),
    })?;
    if progress.is_cancelled() {
        return Err(Error::Cancelled(name_of_record(file)));
    }
    let mut world = World::new(loaded).map_err(|faults| Error::Empty(name_of_record(file), faults))?;
    world.shows_contacts = contacts;
    let named = file.filter(|file| !is_standard_input(file)).and_then(Path::file_stem);
    world.file = named.map(|name| told(&name.to_string_lossy()));
    Ok(world)
}
