//! Whether a file is read again when it changes.

use clap::error::ErrorKind;
use clap::{Arg, ArgAction};

use super::{Options, Verb, command};
use crate::cli::reading::is_standard_input;

pub(super) fn watch() -> Arg {
    Arg::new("watch")
        .long("watch")
        .help("Show each version of a file that an editor saves")
        .conflicts_with_all(["plain", "linear"])
        .action(ArgAction::SetTrue)
}

/// Whether there is a file to be watched, where one is.
pub(super) fn check(options: &Options) -> Result<(), clap::Error> {
    let why = match (options.files.as_slice(), &options.verb) {
        _ if !options.watch => return Ok(()),
        (_, Some(verb)) if !matches!(verb, Verb::Open(_)) => "--watch is for a record on the screen; leave it out here",
        ([], _) => "--watch shows what becomes of a file; name it",
        (files, _) if files.iter().any(|file| is_standard_input(file)) => {
            "--watch cannot read standard input again; name a file"
        }
        _ => return Ok(()),
    };
    Err(command().error(ErrorKind::MissingRequiredArgument, why))
}
