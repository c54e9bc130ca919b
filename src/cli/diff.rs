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
use super::options::DiffOptions;
use super::settings::Settings;
use super::{check, code, fmt, open, print, tell_config};
use crate::data::Lang;
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
    let (old, new) = (opened(&options.old)?, opened(&options.new)?);
    let lang = settings.lang().value;
    let sides = Sides { old: &old, new: &new, lang, shows_contacts: settings.options.contacts };
    let differences = compare::differences(&sides);
    let told = if options.is_json { objects::of(&sides, &differences) } else { lines::of(&sides, &differences) };
    print(&if std::io::stdout().is_terminal() && options.is_json { harmless(&told) } else { told })?;
    tell_config(settings);
    for (file, world) in [(&options.old, &old), (&options.new, &new)] {
        check::tell(Some(&fmt::name_of(file)), world.told_faults());
    }
    Ok(code(differences.is_empty()))
}

fn opened(file: &Path) -> Result<World, Error> {
    let mut world = open(&fmt::bytes_of(file)?, Some(&fmt::name_of(file)))?;
    world.shows_contacts = true;
    Ok(world)
}
