//! What can be said on the command line.

mod check;
mod export;
mod help;
mod limit;
mod making;
mod verbs;
mod watch;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, ValueHint, value_parser};

use super::reading::is_standard_input;
use crate::data::Lang;
use crate::text::Ambiguous;
use crate::ui::layout::Borders;
use crate::ui::theme;

pub(super) use check::CheckOptions;
pub(super) use export::{ExportOptions, Format};
pub(super) use limit::{Limits, MIB};
pub(super) use making::{DiffForm, DiffOptions, FmtOptions, NewOptions, Outcome};
pub(super) use verbs::{AboutConfig, Form, GraphFormat, KEYS, SearchOptions, ShowOptions, Verb};

const ABOUT: &str = "浙港 zhegang: read a meeting record in the terminal, in Chinese and English.

Opens the record of the first session of the Hong Kong/Zhejiang Co-operation
Conference (浙港合作會議第一次會議, Hangzhou, 24 April 2025), which is
built in, or another record of the same format.";

const EXAMPLES: &str = "Examples:
  zhegang                      open the built-in record
  zhegang --lang en            the same, in English
  zhegang other.json           open another record
  curl URL | zhegang -         one from standard input
  zhegang --watch other.json   the same, as it is edited
  zhegang a.json b.json dir/   several at once, and those of a folder
  zhegang --fresh              begin at the start page
  zhegang | less               read it as plain text
  zhegang --linear             read it without seeing the screen
  zhegang search ljc           search from the shell (zhegang search --help)
  zhegang show john-lee        an entry as plain text (zhegang show --help)
  zhegang open john-lee        begin there (zhegang open --help)
  zhegang new                  a record to begin with (zhegang new --help)
  ssh -t host zhegang          read it on another machine

In the program: ? shows all keys, / searches, q leaves.
With --linear: help lists all words, quit leaves.

Environment:
  LC_ALL, LC_MESSAGES, LANG    the language, where --lang is not given
  ZHEGANG_AMBIGUOUS            as --ambiguous, where that is not given
  ZHEGANG_THEME                as --theme, where that is not given
  ZHEGANG_BORDERS              as --borders, where that is not given
  ZHEGANG_CONFIG               as --config, where that is not given
  XDG_STATE_HOME               where bookmarks are, in zhegang/, instead of
                               ~/.local/state
  NO_COLOR                     no colours, if it is not empty
  TERM=dumb                    as --linear; plain text where the output is no
                               terminal

Exit status: 0 when all went well, 1 when a record or the terminal failed, 2 for
options that are not understood, 128 and more when a signal ended the program,
129 when the terminal was gone, 130 when the reading of a file was cancelled.";

/// What was said on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Options {
    /// Files and folders of records; none for the record that is built in.
    pub(super) files: Vec<PathBuf>,
    pub(super) lang: Option<Lang>,
    pub(super) plain: bool,
    /// Lines in, lines out, without a screen.
    pub(super) linear: bool,
    /// `None` where the environment may say it.
    pub(super) ambiguous: Option<Width>,
    pub(super) color: Option<Color>,
    pub(super) theme: Option<String>,
    pub(super) borders: Option<Borders>,
    /// The file with the reader's settings, where it is not the usual one.
    pub(super) config: Option<PathBuf>,
    /// A search takes near sounds for each other.
    pub(super) slips: bool,
    /// Ways to get in touch are shown.
    pub(super) contacts: bool,
    /// A session begins at the start page, not where the last one was.
    pub(super) fresh: bool,
    /// The file is read again when it changes.
    pub(super) watch: bool,
    pub(super) limits: Limits,
    /// What is asked for, where nothing is to be browsed.
    pub(super) verb: Option<Verb>,
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

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Known(Ambiguous::Narrow) => "narrow",
            Self::Known(Ambiguous::Wide) => "wide",
            Self::Known(Ambiguous::Replace) => "replace",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "auto" => Some(Self::Auto),
            "narrow" => Some(Self::Known(Ambiguous::Narrow)),
            "wide" => Some(Self::Known(Ambiguous::Wide)),
            "replace" => Some(Self::Known(Ambiguous::Replace)),
            _ => None,
        }
    }

    /// How they are drawn; `unasked` where no terminal has answered.
    pub(super) const fn drawn(self, unasked: Ambiguous) -> Ambiguous {
        match self {
            Self::Auto => unasked,
            Self::Known(ambiguous) => ambiguous,
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

impl Color {
    pub(super) const NAMES: [&str; 3] = ["auto", "always", "never"];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

/// Reads the command line.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Options, clap::Error> {
    let found = command().try_get_matches_from(args)?;
    let verb = found.subcommand().map_or(Ok(None), |(name, found)| verbs::read(name, found))?;
    let mut files: Vec<PathBuf> = found.get_many::<PathBuf>("FILE").into_iter().flatten().cloned().collect();
    if files.iter().filter(|file| is_standard_input(file)).nth(1).is_some() {
        let why = "standard input can be one of the files, not several";
        return Err(command().error(ErrorKind::ArgumentConflict, why));
    }
    if files.is_empty() {
        files.extend(verb.as_ref().and_then(Verb::file).cloned());
    }
    let options = Options {
        files,
        lang: found.get_one::<String>("lang").and_then(|name| lang(name)),
        plain: found.get_flag("plain"),
        linear: found.get_flag("linear"),
        ambiguous: found.get_one::<String>("ambiguous").and_then(|name| Width::parse(name)),
        color: found.get_one::<String>("color").and_then(|name| color(name)),
        theme: found.get_one::<String>("theme").cloned(),
        borders: found.get_one::<String>("borders").and_then(|name| Borders::named(name)),
        config: found.get_one::<PathBuf>("config").cloned(),
        slips: found.get_flag("slips"),
        contacts: found.get_flag("contacts"),
        fresh: found.get_flag("fresh"),
        watch: found.get_flag("watch"),
        limits: Limits::of(&found),
        verb,
    };
    watch::check(&options).map(|()| options)
}

/// The themes that are built in.
pub(super) const THEMES: [&str; 5] = [
    theme::Name::Terminal.written(),
    theme::Name::Dark.written(),
    theme::Name::Light.written(),
    theme::Name::Contrast.written(),
    theme::Name::Plain.written(),
];

pub(super) const BORDERS: [&str; 2] = [Borders::None.written(), Borders::Line.written()];

/// The languages of the screen by their tags.
pub(super) const LANGS: [&str; Lang::ALL.len()] = [Lang::ZhHant.tag(), Lang::ZhHans.tag(), Lang::En.tag()];

/// A language by its tag.
pub(super) fn lang(name: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(name))
}

pub(super) fn color(name: &str) -> Option<Color> {
    match name.to_ascii_lowercase().as_str() {
        "auto" => Some(Color::Auto),
        "always" => Some(Color::Always),
        "never" => Some(Color::Never),
        _ => None,
    }
}

/// The whole tree of options and verbs.
pub(super) fn command() -> Command {
    without_file().arg(
        Arg::new("FILE")
            .help("Other records (docs/record-format.md), folders of them, or -")
            .num_args(0..)
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(PathBuf)),
    )
}

/// The tree as it is where a verb comes first.
pub(super) fn without_file() -> Command {
    Command::new("zhegang")
        .version(env!("CARGO_PKG_VERSION"))
        .long_version(concat!(env!("CARGO_PKG_VERSION"), "\n", include_str!("credits.txt")))
        .about(ABOUT)
        .after_help(EXAMPLES)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANG")
                .help("Language of the screen: zh-Hant, zh-Hans or en")
                .global(true)
                .hide_possible_values(true)
                .ignore_case(true)
                .value_parser(PossibleValuesParser::new(LANGS)),
        )
        .arg(
            Arg::new("ambiguous")
                .long("ambiguous")
                .value_name("WIDTH")
                .help("Width of “ … · é: auto, narrow, wide or replace")
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
                .value_parser(PossibleValuesParser::new(Color::NAMES)),
        )
        .arg(
            Arg::new("config")
                .long("config")
                .value_name("FILE")
                .help("Your own settings and keys (zhegang config --help)")
                .global(true)
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("theme")
                .long("theme")
                .value_name("NAME")
                .help("dark, light, contrast, plain, terminal, or your own")
                .hide_possible_values(true)
                .ignore_case(true)
                .value_parser(value_parser!(String)),
        )
        .arg(
            Arg::new("borders")
                .long("borders")
                .value_name("LINES")
                .help("Borders around the panes: none or line")
                .hide_possible_values(true)
                .ignore_case(true)
                .value_parser(PossibleValuesParser::new(BORDERS)),
        )
        .arg(
            Arg::new("slips")
                .long("slips")
                .help("Search takes near sounds for each other, as n and ng")
                .global(true)
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("contacts")
                .long("contacts")
                .help("Show mail addresses and telephone numbers")
                .global(true)
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("fresh")
                .long("fresh")
                .help("Begin at the start page, not where you were last time")
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("plain")
                .long("plain")
                .help("Print plain text, as where the output is no terminal")
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("linear")
                .long("linear")
                .help("Typed words and lines of text instead of a screen")
                .conflicts_with("plain")
                .action(ArgAction::SetTrue),
        )
        .arg(watch::watch())
        .arg(limit::limit())
        .disable_help_subcommand(true)
        // A verb behind several files is one of them else.
        .subcommand_precedence_over_arg(true)
        .subcommands(verbs::commands().into_iter().map(limit::limited))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Kind;

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
        let (files, en) = (vec!["other.json".into()], Some(Lang::En));
        let rest = Options {
            files,
            lang: en,
            plain: false,
            linear: false,
            ambiguous: None,
            color: None,
            theme: None,
            borders: None,
            config: None,
            slips: false,
            contacts: false,
            fresh: false,
            watch: false,
            limits: Limits { mib: Some(64) },
            verb: None,
        };
        assert_eq!(options, rest);
        let options = parsed(&["--ambiguous=Replace", "--color", "never", "--theme", "Dark", "--borders", "LINE"])
            .expect("options");
        assert_eq!(options.ambiguous, Some(Width::Known(Ambiguous::Replace)));
        assert_eq!(options.color, Some(Color::Never));
        assert_eq!(options.theme.as_deref(), Some("Dark"));
        assert_eq!(options.borders, Some(Borders::Line));
        assert!(LANGS.iter().all(|name| lang(name).map(Lang::tag) == Some(*name)));
        assert!(Color::NAMES.iter().all(|name| color(name).map(Color::name) == Some(name)));
        assert!(Width::NAMES.iter().all(|name| Width::parse(name).map(Width::name) == Some(name)));
        for args in [&["--limit", "0"][..], &["--limit", "0", "search", "a", "--limit", "3"], &["list", "--limit", "0"]]
        {
            assert_eq!(parsed(args).expect("options").limits, Limits { mib: None }, "{args:?}");
        }
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
        assert_eq!(search.expect("options").verb, Some(Verb::Search(expected)));
        assert!(parsed(&["search"]).is_err() && parsed(&["search", "a", "--json", "--ids"]).is_err());
        assert!(parsed(&["--lang", "fr"]).is_err());
        assert!(parsed(&["--nonsense"]).is_err());
    }
}
