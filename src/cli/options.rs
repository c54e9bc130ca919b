//! What can be said on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::data::Lang;

const ABOUT: &str = "浙港 zhegang: read a meeting record in the terminal, in Chinese and English.

Opens the record of the first session of the Hong Kong/Zhejiang Co-operation
Conference (浙港合作會議第一次會議, Hangzhou, 24 April 2025), which is built in,
or another record of the same format.";

const EXAMPLES: &str = "Examples:
  zhegang                      open the built-in record
  zhegang --lang en            the same, in English
  zhegang other.json           open another record
  zhegang | less               read it as plain text
  ssh -t host zhegang          read it on another machine

In the program: ? shows all keys, / searches, q leaves.

Environment:
  LC_ALL, LC_MESSAGES, LANG    the language, where --lang is not given
  NO_COLOR                     no colours, if it is not empty
  TERM=dumb                    plain text instead of a screen

Exit status: 0 when all went well, 1 when a record or the terminal failed, 2 for
options that are not understood, 128 and more when a signal ended the program,
129 when the terminal was gone.";

/// What was said on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) file: Option<PathBuf>,
    pub(super) lang: Option<Lang>,
    pub(super) plain: bool,
}

/// Reads the command line.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Options, clap::Error> {
    let found = command().try_get_matches_from(args)?;
    Ok(Options {
        file: found.get_one::<PathBuf>("FILE").cloned(),
        lang: found.get_one::<String>("lang").and_then(|name| lang(name)),
        plain: found.get_flag("plain"),
    })
}

fn lang(name: &str) -> Option<Lang> {
    match name.to_ascii_lowercase().as_str() {
        "zh-hant" => Some(Lang::ZhHant),
        "zh-hans" => Some(Lang::ZhHans),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn command() -> Command {
    Command::new("zhegang")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .after_help(EXAMPLES)
        .arg(
            Arg::new("FILE")
                .help("A record to open instead of the built-in one (JSON, see data/README.md)")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANG")
                .help("The language of the screen")
                .ignore_case(true)
                .value_parser(PossibleValuesParser::new(["zh-Hant", "zh-Hans", "en"])),
        )
        .arg(
            Arg::new("plain")
                .long("plain")
                .help("Print the record as plain text, as is done where the output is no terminal")
                .action(ArgAction::SetTrue),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &[&str]) -> Result<Options, clap::Error> {
        parse(["zhegang"].iter().chain(args).map(OsString::from))
    }

    #[test]
    fn the_table_of_options_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn options_are_read() {
        let options = parsed(&["--lang", "EN", "other.json"]).expect("options");
        assert_eq!(options, Options { file: Some("other.json".into()), lang: Some(Lang::En), plain: false });
        assert!(parsed(&["--lang", "fr"]).is_err());
        assert!(parsed(&["--nonsense"]).is_err());
    }
}
