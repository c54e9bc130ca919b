//! What can be asked for by who makes a record.

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::export::force;
use super::help;
use super::verbs::json;
use crate::cli::reading::STANDARD_INPUT;

pub(super) const NEW: &str = "new";
pub(super) const FMT: &str = "fmt";
pub(super) const DIFF: &str = "diff";

/// A record to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct NewOptions {
    /// Standard output where there is none.
    pub output: Option<PathBuf>,
    /// A file that is there is replaced.
    pub is_forced: bool,
}

/// Files to be put in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct FmtOptions {
    /// Standard input where there is none.
    pub files: Vec<PathBuf>,
    pub result: Outcome,
}

/// What becomes of a canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Outcome {
    Printed,
    /// It takes the place of the file.
    Written,
    /// Files that differ from it are named.
    Compared,
}

/// Two files to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct DiffOptions {
    pub old: PathBuf,
    pub new: PathBuf,
    pub is_json: bool,
}

pub(super) fn new(found: &ArgMatches) -> NewOptions {
    NewOptions { output: found.get_one::<PathBuf>("FILE").cloned(), is_forced: found.get_flag("force") }
}

pub(super) fn fmt(found: &ArgMatches) -> Result<FmtOptions, clap::Error> {
    let files: Vec<PathBuf> = found.get_many::<PathBuf>("FILE").into_iter().flatten().cloned().collect();
    let result = match (found.get_flag("write"), found.get_flag("check")) {
        (true, _) => Outcome::Written,
        (_, true) => Outcome::Compared,
        _ => Outcome::Printed,
    };
    if result == Outcome::Written && files.iter().any(|file| file == Path::new(STANDARD_INPUT)) {
        let why = "--write is for files; what standard input says is printed without it";
        return Err(fmt_command().bin_name("zhegang fmt").error(ErrorKind::ArgumentConflict, why));
    }
    Ok(FmtOptions { files, result })
}

pub(super) fn diff(found: &ArgMatches) -> Result<Option<DiffOptions>, clap::Error> {
    let [old, new] = ["OLD", "NEW"].map(|name| found.get_one::<PathBuf>(name).cloned());
    if old == new && new.as_deref() == Some(Path::new(STANDARD_INPUT)) {
        let why = "standard input can be one of the two files, not both";
        return Err(diff_command().bin_name("zhegang diff").error(ErrorKind::ArgumentConflict, why));
    }
    let is_json = found.get_flag("json");
    Ok(old.zip(new).map(|(old, new)| DiffOptions { old, new, is_json }))
}

pub(super) fn new_command() -> Command {
    Command::new(NEW)
        .about("Write a record to begin with: an example of everything")
        .after_help(help::NEW)
        .arg(file("A new file; standard output if none is named"))
        .arg(force("FILE"))
}

pub(super) fn fmt_command() -> Command {
    Command::new(FMT)
        .about("Put files of records in canonical order and spacing")
        .after_help(help::FMT)
        .arg(file("Files of records; standard input if none is named, or -").num_args(0..))
        .arg(
            Arg::new("write")
                .long("write")
                .help("Write into the files, each whole or not at all")
                .requires("FILE")
                .conflicts_with("check")
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .help("Write nothing, but name the files that are not canonical")
                .action(ArgAction::SetTrue),
        )
}

pub(super) fn diff_command() -> Command {
    Command::new(DIFF)
        .about("Tell what changed between two records")
        .after_help(help::DIFF)
        .arg(path("OLD", "The record as it was; - for standard input").required(true))
        .arg(path("NEW", "The record as it is; - for standard input").required(true))
        .arg(json("An object a line"))
}

fn file(help: &'static str) -> Arg {
    path("FILE", help)
}

fn path(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).help(help).value_hint(ValueHint::FilePath).value_parser(value_parser!(PathBuf))
}
