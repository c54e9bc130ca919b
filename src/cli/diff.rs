//! What changed between two records, told as `diff` tells it: nothing, and success, where that is nothing.

mod compare;
mod lines;
mod objects;
mod pairs;
mod short;
#[cfg(test)]
mod tests;

use std::io::IsTerminal;
use std::path::Path;

use super::error::Error;
use super::harmless::harmless;
use super::opened::open;
use super::options::DiffOptions;
use super::reading::{name_of, read};
use super::settings::Settings;
use super::{check, code, print, tell_config};
use crate::data::{Lang, Progress};
use crate::ui::World;

/// Two records that are compared.
struct Sides<'a> {
    old: &'a World,
    new: &'a World,
    lang: Lang,
    /// What ways to get in touch are is told, not only that they changed.
    shows_contacts: bool,
}

/// Compares two files. What was wrong in them is told after the answer.
pub(super) fn run(settings: &Settings, options: &DiffOptions) -> Result<u8, Error> {
    if let Some(file) = &settings.options.file {
        return Err(Error::OneTooMany(file.clone()));
    }
    let (old, new) = (opened(&options.old, settings)?, opened(&options.new, settings)?);
    let lang = settings.lang().value;
    let sides = Sides { old: &old, new: &new, lang, shows_contacts: settings.options.contacts };
    let differences = compare::differences(&sides);
    let told = if options.is_json { objects::of(&sides, &differences) } else { lines::of(&sides, &differences) };
    print(&if std::io::stdout().is_terminal() && options.is_json { harmless(&told) } else { told })?;
    tell_config(settings);
    for (file, world) in [(&options.old, &old), (&options.new, &new)] {
        check::tell(Some(name_of(file)), world.told_faults());
    }
    Ok(code(differences.is_empty()))
}

/// A record with all that can change in it, ways to get in touch too.
fn opened(file: &Path, settings: &Settings) -> Result<World, Error> {
    let limits = settings.options.limits;
    let progress = Progress::default();
    open(&read(Some(file), limits)?, Some(file), limits, true, &progress)
}
