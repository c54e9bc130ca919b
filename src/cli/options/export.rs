//! The verb that writes entries for other programs.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::help;
use super::verbs::{kind, kinds_of};
use crate::data::Kind;

pub(super) const EXPORT: &str = "export";

/// A document of entries for other programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct ExportOptions {
    /// In this order; all of them if it is empty.
    pub kinds: Vec<Kind>,
    pub format: Format,
    /// Standard output where there is none.
    pub output: Option<PathBuf>,
    /// A file that is there is replaced.
    pub is_forced: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    Markdown,
    /// One kind as a table.
    Csv,
    Json,
    /// An object a line.
    Jsonl,
    /// The file of the record, byte by byte.
    Record,
}

const FORMATS: [(&str, Format); 5] = [
    ("markdown", Format::Markdown),
    ("csv", Format::Csv),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("record", Format::Record),
];

/// Reads what is to be exported, and how.
pub(super) fn export(found: &ArgMatches) -> Result<Option<ExportOptions>, clap::Error> {
    let name = found.get_one::<String>("format");
    let format = FORMATS.iter().find(|(known, _)| name.is_some_and(|name| name == known));
    let Some((_, format)) = format.copied() else { return Ok(None) };
    let kinds = kinds_of(found, "KIND");
    let refuse = |why| Err(export_command().bin_name("zhegang export").error(ErrorKind::ArgumentConflict, why));
    match format {
        Format::Csv if kinds.len() != 1 => refuse("a table in csv has exactly one KIND"),
        Format::Record if !kinds.is_empty() => refuse("the file of the record is written whole, without a KIND"),
        _ => {
            let output = found.get_one::<PathBuf>("output").cloned();
            Ok(Some(ExportOptions { kinds, format, output, is_forced: found.get_flag("force") }))
        }
    }
}

pub(super) fn export_command() -> Command {
    Command::new(EXPORT)
        .about("Write the record, or some of its kinds, for other programs")
        .after_help(help::export())
        .arg(kind().help("Only these kinds").num_args(0..))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help("markdown, csv, json, jsonl or record")
                .hide_possible_values(true)
                .required(true)
                .value_parser(PossibleValuesParser::new(FORMATS.map(|(name, _)| name))),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("FILE")
                .help("Write to a new file, whole or not at all")
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(force("output"))
}

/// Replaces a file that is named under `target`.
pub(super) fn force(target: &'static str) -> Arg {
    Arg::new("force").long("force").help("Replace the file, if it is there").requires(target).action(ArgAction::SetTrue)
}
