//! Several records that are opened together: what each is called, and what is told in JSON of entries that may be the
//! same.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::reading::{is_standard_input, name_of};
use super::{shown, told};
use crate::data::library::SIGN;
use crate::data::{EntryId, Record};
use crate::search::{Ground, Twin};
use crate::ui::World;

/// What a record from standard input is called.
const PIPED: &str = "stdin";

/// The short names of records by their files: no two are the same, and none has a sign that ids or a shell would take for
/// more than a name. Files of one name are told apart by their folders, as far as those differ.
pub(super) fn names(files: &[PathBuf]) -> Vec<String> {
    let plain: Vec<String> = files.iter().map(|file| word(file.file_stem().map(Path::new), file)).collect();
    let alone = alone(&plain);
    let in_folders = files.iter().zip(&plain).map(|(file, name)| {
        let folder = file.parent().and_then(Path::file_name).filter(|_| !alone.contains(name));
        folder.map_or_else(|| name.clone(), |folder| format!("{}-{name}", word(Some(Path::new(folder)), file)))
    });
    let in_folders: Vec<String> = in_folders.collect();
    let mut taken: HashSet<String> = in_folders.iter().cloned().collect();
    let mut seen = HashSet::new();
    let unique = |name: &String| {
        if seen.insert(name.clone()) {
            return name.clone();
        }
        let numbered = (2..=2 * files.len())
            .map(|number| format!("{name}-{number}"))
            .find(|numbered| taken.insert(numbered.clone()));
        numbered.unwrap_or_default()
    };
    in_folders.iter().map(unique).collect()
}

/// What the files of records are called on the screen: by their paths where two have the same name.
pub(super) fn shown_names(files: &[PathBuf]) -> Vec<String> {
    let name = |file: &PathBuf| {
        let file = name_of(file);
        told(&file.file_name().unwrap_or(file.as_os_str()).to_string_lossy())
    };
    let names: Vec<String> = files.iter().map(name).collect();
    let alone = alone(&names);
    names.iter().zip(files).map(|(name, file)| if alone.contains(name) { name.clone() } else { shown(file) }).collect()
}

/// The names that only one has.
fn alone(names: &[String]) -> HashSet<String> {
    let mut counts: HashMap<&String, usize> = HashMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count == 1).map(|(name, _)| name.clone()).collect()
}

/// A part of a path as a word.
fn word(part: Option<&Path>, file: &Path) -> String {
    if is_standard_input(file) {
        return PIPED.to_owned();
    }
    let part = part.map(|part| told(&part.to_string_lossy())).unwrap_or_default();
    part.chars().map(|c| if c == SIGN || c == '/' || c.is_whitespace() { '-' } else { c }).collect()
}

/// Adds to the object of an entry the entries of other records that may be the same.
pub(super) fn add_twins(object: &mut Value, world: &World, id: EntryId) {
    let twins = world.twins(id);
    if twins.told.is_empty() {
        return;
    }
    object["perhaps_same"] = twins.told.iter().map(|twin| self::twin(&world.record, twin)).collect();
    if twins.is_cut {
        object["perhaps_same_more"] = true.into();
    }
}

fn twin(record: &Record, twin: &Twin) -> Value {
    let mut object = json!({"id": record.entry(twin.entry).key, "record": record.name_of_volume(twin.entry)});
    let mut identifiers = Vec::new();
    for ground in &twin.grounds {
        match ground {
            Ground::Identifier { scheme, value } => identifiers.push(json!({"scheme": scheme, "value": value})),
            Ground::Name(name) => object["name"] = json!(name),
        }
    }
    if !identifiers.is_empty() {
        object["identifiers"] = identifiers.into();
    }
    object
}
