//! What changed between two records, told as `diff` tells it: nothing, and success, where that is nothing.

mod lines;
mod objects;
#[cfg(test)]
mod tests;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::browse::browse;
use super::error::Error;
use super::harmless::harmless;
use super::opened::{Source, open};
use super::options::{DiffForm, DiffOptions, Options};
use super::reading::{Room, name_of, read_record};
use super::settings::Settings;
use super::{check, code, print, tell_config, waiting};
use crate::data::Progress;
use crate::ui::World;
use crate::ui::address::Address;
use crate::ui::diff::{Sides, compare};
use crate::ui::page::Page;

/// Compares two files. What was wrong in them is told after the answer.
pub(super) fn run(settings: &Settings, options: &DiffOptions) -> Result<u8, Error> {
    let is_page = options.form == DiffForm::Page;
    // The page is one of the new record, which is opened as if it was named alone.
    let is_other = |file: &&PathBuf| !is_page || **file != options.new;
    if let Some(file) = settings.options.files.iter().find(is_other) {
        return Err(Error::OneTooMany(file.clone()));
    }
    if is_page { open_page(settings, options) } else { tell(settings, options) }
}

/// Opens the new record at the page that tells what changed.
fn open_page(settings: &Settings, options: &DiffOptions) -> Result<u8, Error> {
    let (shared, file, lang) = (settings.options.clone(), options.old.clone(), settings.lang().value);
    let work = move |progress: &Progress| {
        let old = opened(&file, &shared, progress)?;
        progress.begin();
        let mut new = Source::of(&shared, progress)?.opened(lang);
        new.world = new.world.changed_from(&old);
        // Who waits sees the page at once then.
        new.world.differences(lang);
        Ok((new, old.faults, old.unlisted))
    };
    let files = [options.old.clone(), options.new.clone()];
    let ((new, faults, unlisted), taken) = match waiting::read(settings, &files, work)? {
        Ok(read) => read,
        Err(code) => return Ok(code),
    };
    let address = Address { page: Page::Changes, ..Address::default() };
    let code = browse(settings, (new, taken), Some(&address), None)?;
    check::tell(Some(name_of(&options.old)), &faults, unlisted);
    Ok(code)
}

fn tell(settings: &Settings, options: &DiffOptions) -> Result<u8, Error> {
    let opened = |file| opened(file, &settings.options, &Progress::default());
    let (old, new) = (opened(&options.old)?, opened(&options.new)?);
    let sides = Sides {
        old: &old.record,
        new: &new.record,
        lang: settings.lang().value,
        shows_contacts: settings.options.contacts,
    };
    let differences = compare::differences(&sides);
    let is_json = options.form == DiffForm::Json;
    let told = if is_json { objects::of(&sides, &differences) } else { lines::of(&sides, &differences) };
    print(&if std::io::stdout().is_terminal() && is_json { harmless(&told) } else { told })?;
    tell_config(settings);
    for (file, world) in [(&options.old, &old), (&options.new, &new)] {
        check::tell_of(Some(name_of(file)), world);
    }
    Ok(code(differences.is_empty()))
}

fn opened(file: &Path, options: &Options, progress: &Progress) -> Result<World, Error> {
    let room = Room::of(options.limits, progress);
    open(&read_record(Some(file), room)?, Some(file), room, options.contacts)
}
