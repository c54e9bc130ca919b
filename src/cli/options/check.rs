//! `check`: what is wrong in record files.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::verbs::json;
use crate::data::{Code, Severity};
use crate::text::{self, Ambiguous};

pub(super) const NAME: &str = "check";

const FILE: &str = "FILE";
const STRICT: &str = "strict";

/// The columns of the help, and those before what is said of a severity.
const COLS: usize = 80;
const BEFORE: usize = 11;

/// Record files to be looked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct CheckOptions {
    /// If there is none, the record that would be opened.
    pub files: Vec<PathBuf>,
    pub is_json: bool,
    /// Warnings and notes count as errors do.
    pub is_strict: bool,
}

pub(super) fn read(found: &ArgMatches) -> CheckOptions {
    let files = found.get_many::<PathBuf>(FILE).into_iter().flatten().cloned().collect();
    CheckOptions { files, is_json: found.get_flag("json"), is_strict: found.get_flag(STRICT) }
}

pub(super) fn command() -> Command {
    let files = Arg::new(FILE).help("Records; without one, that which would be opened").num_args(0..);
    let strict = Arg::new(STRICT).long(STRICT).help("Warnings and notes count as errors do");
    Command::new(NAME)
        .about("Tell what is wrong in record files, where, and what to do")
        .after_help(help())
        .arg(files.value_hint(ValueHint::FilePath).value_parser(value_parser!(PathBuf)))
        .arg(strict.action(ArgAction::SetTrue))
        .arg(json("An object a line"))
}

fn help() -> String {
    let codes = |severity: Severity| {
        let names: Vec<&str> =
            Code::ALL.into_iter().filter(|code| code.severity() == severity).map(Code::name).collect();
        let (names, cols) = (names.join(", "), COLS - BEFORE);
        // A name is not broken at its hyphen.
        let lines = text::wrap(&names.replace('-', "_"), cols, cols, Ambiguous::Narrow)
            .into_iter()
            .filter_map(|line| names.get(line));
        lines.map(str::trim_end).collect::<Vec<_>>().join(&format!("\n{:BEFORE$}", ""))
    };
    let [errors, warnings, notes] = Severity::ALL.map(codes);
    format!(
        "Of each fault are told the file, line and column (in characters, from 1), how much
it matters, what to do, its code, where in the record it is (a JSON pointer), and
the piece of the line, with carets under what is meant. A last line counts them.

  error    something is not read:
           {errors}
  warning  all is read, but it may not be what was meant:
           {warnings}
  note     all is read; you may want to know:
           {notes}

A key that the format does not have is kept, and told once for each class of
objects. --strict is for files that should have none: everything fails then.

Objects have file, severity, code, line, column, pointer and message. Behind those
of a file that opens comes one with file, entries, left_out, errors, warnings,
notes and unlisted: of each severity 10,000 are listed, and all are counted.

Examples:
  zhegang check
  zhegang check --strict
  zhegang check --json | jq 'select(.severity == \"error\")'
  zhegang check one.json other.json

Exit status: 0 when there is no error, 1 when there is one (with --strict, any
fault), 2 when a file can't be read or for what is not understood."
    )
}
