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
use super::opened::{Opened, open};
use super::options::{DiffForm, DiffOptions};
use super::reading::{Room, name_of, read};
use super::settings::Settings;
use super::{check, code, print, tell_config};
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
    let old = opened(&options.old, settings)?;
    let mut new = Opened::of(settings)?;
    new.world = new.world.changed_from(&old);
    let (faults, unlisted) = (old.faults, old.unlisted);
    let address = Address { page: Page::Changes, ..Address::default() };
    let code = browse(settings, (new, None), Some(&address), None)?;
    check::tell(Some(name_of(&options.old)), &faults, unlisted);
    Ok(code)
}

fn tell(settings: &Settings, options: &DiffOptions) -> Result<u8, Error> {
    let (old, new) = (opened(&options.old, settings)?, opened(&options.new, settings)?);
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

fn opened(file: &Path, settings: &Settings) -> Result<World, Error> {
    let (limits, contacts) = (settings.options.limits, settings.options.contacts);
    let progress = Progress::default();
    open(&read(Some(file), limits)?, Some(file), Room::of(limits, &progress), contacts)
}
