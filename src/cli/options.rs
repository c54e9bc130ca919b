//! What can be said on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::data::{Kind, Lang};
use crate::search::kind_named;
use crate::text::Ambiguous;

const ABOUT: &str = "浙港 zhegang: read a meeting record in the terminal, in Chinese and English.

Opens the record of the first session of the Hong Kong/Zhejiang Co-operation
Conference (浙港合作會議第一次會議, Hangzhou, 24 April 2025), which is
built in, or another record of the same format.";

const EXAMPLES: &str = "Examples:
  zhegang                      open the built-in record
  zhegang --lang en            the same, in English
  zhegang other.json           open another record
  zhegang | less               read it as plain text
  zhegang search ljc           search from the shell (zhegang search --help)
  ssh -t host zhegang          read it on another machine

In the program: ? shows all keys, / searches, q leaves.

Environment:
  LC_ALL, LC_MESSAGES, LANG    the language, where --lang is not given
  ZHEGANG_AMBIGUOUS            as --ambiguous, where that is not given
  NO_COLOR                     no colours, if it is not empty
  TERM=dumb                    plain text instead of a screen

Exit status: 0 when all went well, 1 when a record or the terminal failed, 2 for
options that are not understood, 128 and more when a signal ended the program,
129 when the terminal was gone.";

const SEARCH: &str = "search";

const SEARCH_EXAMPLES: &str = "What comes first: the whole text, its beginning, the beginning of a word,
inside, with gaps; of each a name before another name (English, pinyin,
jyutping), then offices, then all other text; as it was typed before another
script or case, then what sounds so. Only where nothing matches: one typo, or
the same sounds. --slips takes n/ng, z/zh, c/ch, s/sh and n/l for each other.

Signs: 'as-it-stands  ^begins  ends$  !without  either | or  and words that
narrow: kind:person (or person:), area:, by:, date:2025-04. All words are
wanted, in any order.

Kinds: policy-area, project, agreement, person, organization, speech, event,
place, document; also as people, 人物 and so on.

Examples:
  zhegang search 科技                         everything about technology
  zhegang search ljc --kind person            people by their initials
  zhegang search '人物: !港'                  people in whose entry no 港 is
  zhegang search john lee --json | jq .name   an object a line
  zhegang other.json search 2025 --ids        in another record

Objects have id, kind, name, class (smaller is better), score (larger is
better), and of the text that matched best: field, text, and marks, the
characters that matched as [from, to) counted from 0; and near: true where
nothing matches as it was typed.

Exit status: 0 when something was found, 1 when nothing was, 2 when something
failed.";

/// What was said on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) file: Option<PathBuf>,
    pub(super) lang: Option<Lang>,
    pub(super) plain: bool,
    /// `None` where the environment may say it.
    pub(super) ambiguous: Option<Width>,
    pub(super) color: Color,
    /// A search takes near sounds for each other.
    pub(super) slips: bool,
    /// What is searched for, where nothing is to be browsed.
    pub(super) search: Option<SearchOptions>,
}

/// A search from the shell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SearchOptions {
    pub(super) words: String,
    /// Only these kinds; all of them if it is empty.
    pub(super) kinds: Vec<Kind>,
    pub(super) form: Form,
    pub(super) limit: Option<usize>,
}

/// How hits are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Lines,
    /// An object a line.
    Json,
    Ids,
}

/// The word for a kind on the command line and in JSON, as the ids of the built-in record begin.
pub(super) const fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::PolicyArea => "policy-area",
        Kind::Project => "project",
        Kind::Agreement => "agreement",
        Kind::Person => "person",
        Kind::Organisation => "organization",
        Kind::Statement => "speech",
        Kind::Event => "event",
        Kind::Place => "place",
        Kind::Document => "document",
    }
}

/// What was said of characters of ambiguous width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// The terminal is asked.
    Auto,
    Known(Ambiguous),
}

impl Width {
    pub(super) const NAMES: [&str; 4] = ["auto", "narrow", "wide", "replace"];

    pub(super) fn parse(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "auto" => Some(Self::Auto),
            "narrow" => Some(Self::Known(Ambiguous::Narrow)),
            "wide" => Some(Self::Known(Ambiguous::Wide)),
            "replace" => Some(Self::Known(Ambiguous::Replace)),
            _ => None,
        }
    }
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Color {
    /// Unless the environment says otherwise.
    Auto,
    Always,
    Never,
}

/// Reads the command line.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Options, clap::Error> {
    let found = command().try_get_matches_from(args)?;
    Ok(Options {
        file: found.get_one::<PathBuf>("FILE").cloned(),
        lang: found.get_one::<String>("lang").and_then(|name| lang(name)),
        plain: found.get_flag("plain"),
        ambiguous: found.get_one::<String>("ambiguous").and_then(|name| Width::parse(name)),
        color: found.get_one::<String>("color").map_or(Color::Auto, |name| color(name)),
        slips: found.get_flag("slips"),
        search: found.subcommand_matches(SEARCH).map(search),
    })
}

fn search(found: &ArgMatches) -> SearchOptions {
    let words: Vec<&str> = found.get_many::<String>("WORDS").into_iter().flatten().map(String::as_str).collect();
    SearchOptions {
        words: words.join(" "),
        kinds: found.get_many::<Kind>("kind").into_iter().flatten().copied().collect(),
        form: match (found.get_flag("json"), found.get_flag("ids")) {
            (true, _) => Form::Json,
            (_, true) => Form::Ids,
            _ => Form::Lines,
        },
        limit: found.get_one::<usize>("limit").copied(),
    }
}

/// A kind by any of its names.
fn kind(name: &str) -> Result<Kind, String> {
    kind_named(name).ok_or_else(|| format!("the kinds are {}", Kind::ALL.map(kind_code).join(", ")))
}

fn lang(name: &str) -> Option<Lang> {
    match name.to_ascii_lowercase().as_str() {
        "zh-hant" => Some(Lang::ZhHant),
        "zh-hans" => Some(Lang::ZhHans),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn color(name: &str) -> Color {
    match name.to_ascii_lowercase().as_str() {
        "always" => Color::Always,
        "never" => Color::Never,
        _ => Color::Auto,
    }
}

fn command() -> Command {
    Command::new("zhegang")
        .version(env!("CARGO_PKG_VERSION"))
        .long_version(concat!(env!("CARGO_PKG_VERSION"), "\n", include_str!("credits.txt")))
        .about(ABOUT)
        .after_help(EXAMPLES)
        .arg(
            Arg::new("FILE")
                .help("Another record to open (JSON, see data/README.md)")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANG")
                .help("Language of the screen: zh-Hant, zh-Hans or en")
                .global(true)
                .hide_possible_values(true)
                .ignore_case(true)
                .value_parser(PossibleValuesParser::new(["zh-Hant", "zh-Hans", "en"])),
        )
        .arg(
            Arg::new("ambiguous")
                .long("ambiguous")
                .value_name("WIDTH")
                .help("Cells of “ … · é: auto, narrow, wide or replace")
                .hide_possible_values(true)
                .ignore_case(true)
                .value_parser(PossibleValuesParser::new(Width::NAMES)),
        )
        .arg(
            Arg::new("color")
                .long("color")
                .value_name("WHEN")
                .help("Colours: auto, always or never")
                .hide_possible_values(true)
                .ignore_case(true)
                .value_parser(PossibleValuesParser::new(["auto", "always", "never"])),
        )
        .arg(
            Arg::new("slips")
                .long("slips")
                .help("Search takes near sounds for each other, as n and ng")
                .global(true)
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("plain")
                .long("plain")
                .help("Print plain text, as where the output is no terminal")
                .action(ArgAction::SetTrue),
        )
        .disable_help_subcommand(true)
        .subcommand(search_command())
}

fn search_command() -> Command {
    Command::new(SEARCH)
        .about("Search from the shell: what / in the program finds, best first")
        .after_help(SEARCH_EXAMPLES)
        .arg(Arg::new("WORDS").help("What to search for").num_args(1..).required(true))
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("KIND")
                .help("Only this kind; may be given several times")
                .action(ArgAction::Append)
                .value_parser(kind),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .help("At most so many hits")
                .value_parser(value_parser!(usize)),
        )
        .arg(Arg::new("json").long("json").help("An object a line").action(ArgAction::SetTrue).conflicts_with("ids"))
        .arg(Arg::new("ids").long("ids").help("Ids only").action(ArgAction::SetTrue))
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
        let (file, lang) = (Some("other.json".into()), Some(Lang::En));
        let rest =
            Options { file, lang, plain: false, ambiguous: None, color: Color::Auto, slips: false, search: None };
        assert_eq!(options, rest);
        let options = parsed(&["--ambiguous=Replace", "--color", "never"]).expect("options");
        assert_eq!(options.ambiguous, Some(Width::Known(Ambiguous::Replace)));
        assert_eq!(options.color, Color::Never);
        assert!(Width::NAMES.iter().all(|name| Width::parse(name).is_some()));
        for args in [&["--slips"][..], &["--slips", "search", "a"], &["search", "a", "--slips"]] {
            assert!(parsed(args).expect("options").slips, "{args:?}");
        }
        let search = parsed(&["search", "john", "lee", "--kind", "PEOPLE", "--kind=行程", "--limit", "3", "--json"]);
        let expected = SearchOptions {
            words: "john lee".to_owned(),
            kinds: vec![Kind::Person, Kind::Event],
            form: Form::Json,
            limit: Some(3),
        };
        assert_eq!(search.expect("options").search, Some(expected));
        assert!(parsed(&["search"]).is_err() && parsed(&["search", "a", "--json", "--ids"]).is_err());
        assert!(parsed(&["--lang", "fr"]).is_err());
        assert!(parsed(&["--nonsense"]).is_err());
    }
}
