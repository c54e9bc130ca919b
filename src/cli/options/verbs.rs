//! What can be asked for from the shell, where nothing is to be browsed.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::check::{self, CheckOptions};
use super::export::{EXPORT, ExportOptions, export, export_command};
use super::help;
use super::making::{self, DIFF, DiffOptions, FMT, FmtOptions, NEW, NewOptions};
use crate::cli::kinds::{self, KindParser};
use crate::data::Kind;

const SEARCH: &str = "search";
const LIST: &str = "list";
const SHOW: &str = "show";
const OPEN: &str = "open";
const TIMELINE: &str = "timeline";
const GRAPH: &str = "graph";
pub(in crate::cli) const KEYS: &str = "keys";
const CONFIG: &str = "config";
const SCHEMA: &str = "schema";
const COMPLETIONS: &str = "completions";
const MAN: &str = "man";

const VERBS: [&str; 16] = [
    OPEN,
    SEARCH,
    LIST,
    SHOW,
    TIMELINE,
    GRAPH,
    EXPORT,
    check::NAME,
    NEW,
    FMT,
    DIFF,
    SCHEMA,
    KEYS,
    CONFIG,
    COMPLETIONS,
    MAN,
];
/// What `config` is asked for.
const ABOUT_CONFIG: [&str; 3] = ["path", "check", "show"];
const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Verb {
    /// To be browsed from an address on.
    Open(String),
    Search(SearchOptions),
    /// The entries of these kinds, of all if it is empty.
    List(Vec<Kind>, Form),
    Show(ShowOptions),
    Timeline {
        is_json: bool,
    },
    /// What is tied to an entry.
    Graph(String, GraphFormat),
    Export(ExportOptions),
    /// What is wrong in record files.
    Check(CheckOptions),
    New(NewOptions),
    Fmt(FmtOptions),
    /// What a record may hold, for other programs.
    Schema,
    Diff(DiffOptions),
    Keys {
        is_json: bool,
    },
    /// What is wrong with the reader's own keys.
    CheckKeys {
        is_json: bool,
    },
    Config(AboutConfig, bool),
    Completions(Shell),
    /// The page of a verb, or of the program.
    Man(Option<String>),
}

/// What is to be told of the reader's file of settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum AboutConfig {
    Path,
    Check,
    Show,
}

/// A search from the shell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct SearchOptions {
    pub words: String,
    /// Only these kinds; all of them if it is empty.
    pub kinds: Vec<Kind>,
    pub form: Form,
    pub limit: Option<usize>,
}

impl SearchOptions {
    /// A search of every kind, for people.
    pub fn of(words: &str) -> Self {
        Self { words: words.to_owned(), kinds: Vec::new(), form: Form::Lines, limit: None }
    }
}

/// Entries to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct ShowOptions {
    pub ids: Vec<String>,
    pub is_json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum GraphFormat {
    Dot,
    Mermaid,
    /// An object with nodes and edges.
    Json,
}

const GRAPH_FORMATS: [(&str, GraphFormat); 3] =
    [("dot", GraphFormat::Dot), ("mermaid", GraphFormat::Mermaid), ("json", GraphFormat::Json)];

/// How entries are written, a line each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Form {
    Lines,
    Json,
    Ids,
}

/// Reads a verb and what was said with it.
pub(super) fn read(name: &str, found: &ArgMatches) -> Result<Option<Verb>, clap::Error> {
    Ok(match name {
        SEARCH => Some(Verb::Search(search(found))),
        OPEN => found.get_one::<String>("ADDRESS").cloned().map(Verb::Open),
        LIST => Some(Verb::List(kinds_of(found, "KIND"), form(found))),
        SHOW => Some(Verb::Show(ShowOptions { ids: strings(found, "ID"), is_json: found.get_flag("json") })),
        TIMELINE => Some(Verb::Timeline { is_json: found.get_flag("json") }),
        GRAPH => found.get_one::<String>("ID").map(|id| Verb::Graph(id.clone(), graph_format(found))),
        EXPORT => export(found)?.map(Verb::Export),
        check::NAME => Some(Verb::Check(check::read(found))),
        NEW => Some(Verb::New(making::new(found))),
        FMT => Some(Verb::Fmt(making::fmt(found)?)),
        SCHEMA => Some(Verb::Schema),
        DIFF => making::diff(found)?.map(Verb::Diff),
        KEYS => {
            let is_json = found.get_flag("json");
            Some(if found.contains_id("CHECK") { Verb::CheckKeys { is_json } } else { Verb::Keys { is_json } })
        }
        CONFIG => about_config(found).map(|about| Verb::Config(about, found.get_flag("json"))),
        COMPLETIONS => found.get_one::<String>("SHELL").and_then(|name| name.parse().ok()).map(Verb::Completions),
        MAN => Some(Verb::Man(found.get_one::<String>("VERB").cloned())),
        _ => None,
    })
}

fn search(found: &ArgMatches) -> SearchOptions {
    SearchOptions {
        words: strings(found, "WORDS").join(" "),
        kinds: kinds_of(found, "kind"),
        form: form(found),
        limit: found.get_one::<usize>("limit").copied(),
    }
}

fn graph_format(found: &ArgMatches) -> GraphFormat {
    let name =
        if found.get_flag("json") { Some("json") } else { found.get_one::<String>("format").map(String::as_str) };
    GRAPH_FORMATS.into_iter().find(|(known, _)| name == Some(*known)).map_or(GraphFormat::Dot, |(_, format)| format)
}

fn about_config(found: &ArgMatches) -> Option<AboutConfig> {
    match found.get_one::<String>("WHAT")?.as_str() {
        "path" => Some(AboutConfig::Path),
        "check" => Some(AboutConfig::Check),
        _ => Some(AboutConfig::Show),
    }
}

fn form(found: &ArgMatches) -> Form {
    match (found.get_flag("json"), found.get_flag("ids")) {
        (true, _) => Form::Json,
        (_, true) => Form::Ids,
        _ => Form::Lines,
    }
}

fn strings(found: &ArgMatches, name: &str) -> Vec<String> {
    found.get_many::<String>(name).into_iter().flatten().cloned().collect()
}

/// Each of the kinds once, in the order in which they were named.
pub(super) fn kinds_of(found: &ArgMatches, name: &str) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for kind in found.get_many::<Kind>(name).into_iter().flatten() {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    kinds
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        open_command(),
        search_command(),
        list_command(),
        show_command(),
        timeline_command(),
        graph_command(),
        export_command(),
        check::command(),
        making::new_command(),
        making::fmt_command(),
        Command::new(SCHEMA).about("Print the JSON Schema of records, for editors").after_help(help::SCHEMA),
        making::diff_command(),
        keys_command(),
        config_command(),
        completions_command(),
        man_command(),
    ]
}

fn open_command() -> Command {
    Command::new(OPEN)
        .about("Open the record at an entry, a page or a search, as y l copies it")
        .after_help(help::open())
        .arg(Arg::new("ADDRESS").help("Such as person:john-lee or '?view=timeline'").required(true))
}

fn timeline_command() -> Command {
    Command::new(TIMELINE)
        .about("Print the journey and its background by day")
        .after_help(help::TIMELINE)
        .arg(json("An object a line"))
}

fn graph_command() -> Command {
    Command::new(GRAPH)
        .about("Print who and what is tied to an entry, as a graph")
        .after_help(help::graph())
        .arg(Arg::new("ID").help("The id of an entry, such as person/john-lee").required(true))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help("dot (Graphviz), mermaid or json; dot if none is named")
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(GRAPH_FORMATS.map(|(name, _)| name))),
        )
        .arg(json("As --format json").conflicts_with("format"))
}

fn search_command() -> Command {
    Command::new(SEARCH)
        .about("Search from the shell: what / in the program finds, best first")
        .after_help(help::SEARCH)
        .arg(Arg::new("WORDS").help("What to search for").num_args(1..).required(true))
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("KIND")
                .help("Only this kind; may be given several times")
                .action(ArgAction::Append)
                .hide_possible_values(true)
                .value_parser(KindParser(kinds::code)),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .help("At most so many hits")
                .value_parser(value_parser!(usize)),
        )
        .arg(json("An object a line").conflicts_with("ids"))
        .arg(ids())
}

fn list_command() -> Command {
    Command::new(LIST)
        .about("List the entries of a kind, in the order of the program's lists")
        .after_help(help::list())
        .arg(kind().help("Only these kinds").num_args(0..))
        .arg(json("An object a line").conflicts_with("ids"))
        .arg(ids())
}

fn show_command() -> Command {
    Command::new(SHOW)
        .about("Show entries as the reader does, as plain text of 80 columns")
        .after_help(help::show())
        .arg(Arg::new("ID").help("Ids of entries, such as person/john-lee").num_args(1..).required(true))
        .arg(json("An object a line"))
}

fn keys_command() -> Command {
    Command::new(KEYS)
        .about("Print your keys, and what they do")
        .after_help(help::KEYS)
        .arg(word("CHECK", "check: what is wrong with your own keys", &["check"]))
        .arg(json("An array of objects"))
}

fn config_command() -> Command {
    Command::new(CONFIG)
        .about("Tell what your settings are, and what is wrong with them")
        .after_help(help::CONFIG)
        .arg(word("WHAT", "path, check or show", &ABOUT_CONFIG).required(true))
        .arg(json("An object, or of check an array"))
}

fn completions_command() -> Command {
    Command::new(COMPLETIONS)
        .about("Print a script that completes the command line in a shell")
        .after_help(help::COMPLETIONS)
        .arg(word("SHELL", "bash, zsh or fish", &SHELLS).required(true))
}

fn man_command() -> Command {
    Command::new(MAN).about("Print the manual page of the program, or of a verb").after_help(help::MAN).arg(word(
        "VERB",
        "The page of this verb",
        &VERBS,
    ))
}

/// One of a few words that stands by itself.
fn word(name: &'static str, help: &'static str, words: &'static [&'static str]) -> Arg {
    Arg::new(name).help(help).hide_possible_values(true).value_parser(PossibleValuesParser::new(words))
}

/// A kind that stands by itself, in the plural.
pub(super) fn kind() -> Arg {
    Arg::new("KIND").hide_possible_values(true).value_parser(KindParser(kinds::plural))
}

pub(super) fn json(help: &'static str) -> Arg {
    Arg::new("json").long("json").help(help).action(ArgAction::SetTrue)
}

fn ids() -> Arg {
    Arg::new("ids").long("ids").help("Ids only").action(ArgAction::SetTrue)
}
