//! What can be asked for by who makes a record.

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::export::force;
use super::verbs::{Verb, json};
use super::{Options, help};
use crate::cli::reading::{STANDARD_INPUT, is_standard_input};

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
    pub form: DiffForm,
}

/// How what changed is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum DiffForm {
    Lines,
    /// An object a line.
    Json,
    /// As a page of the program, with the new record around it.
    Page,
}

impl Verb {
    /// The record that is to be browsed, where the verb names it.
    pub(super) fn file(&self) -> Option<&PathBuf> {
        match self {
            Self::Diff(diff) if diff.form == DiffForm::Page => Some(&diff.new),
            _ => None,
        }
    }

    /// What it is compared with.
    fn other_file(&self) -> Option<&PathBuf> {
        if let Self::Diff(diff) = self { Some(&diff.old) } else { None }
    }
}

impl Options {
    /// Whether a record comes from where a session without a screen has its words from.
    pub(in crate::cli) fn reads_standard_input(&self) -> bool {
        let other = self.verb.as_ref().and_then(Verb::other_file);
        self.files.iter().chain(other).any(|file| is_standard_input(file))
    }
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
    let form = match (found.get_flag("json"), found.get_flag("page")) {
        (true, _) => DiffForm::Json,
        (_, true) => DiffForm::Page,
        _ => DiffForm::Lines,
    };
    Ok(old.zip(new).map(|(old, new)| DiffOptions { old, new, form }))
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
        .arg(json("An object a line").conflicts_with("page"))
        .arg(
            Arg::new("page")
                .long("page")
                .help("Open NEW at the page that tells what changed")
                .action(ArgAction::SetTrue),
        )
}

fn file(help: &'static str) -> Arg {
    path("FILE", help)
}

fn path(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).help(help).value_hint(ValueHint::FilePath).value_parser(value_parser!(PathBuf))
}
