//! The command line: options, where they fall back to, what is printed, and the exit code.

mod browse;
mod check;
mod config;
mod diff;
mod error;
mod export;
mod fmt;
mod folders;
mod graph;
mod harmless;
mod kept;
mod keys;
mod kinds;
mod library;
mod linear;
mod list;
mod manual;
mod new;
mod opened;
mod options;
mod output;
mod plain;
mod reading;
mod search;
mod settings;
mod show;
mod surroundings;
mod timeline;
mod waiting;
mod watch;

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::data;
use crate::text;
use crate::ui::World;
use browse::browse_or_print;
use config::Fault;
use error::Error;
use export::Export;
use opened::Opened;
use options::{AboutConfig, ExportOptions, Verb};
use settings::Settings;
use surroundings::Surroundings;

/// The program could not do what it was asked.
const FAILED: u8 = 1;
/// It was asked in a way that it does not understand.
const MISUSED: u8 = 2;
/// What the record that is built in is called where a file would be named.
const BUILT_IN: &str = "data/record.json";

/// Runs the program. `args` begins with its name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let options = match options::parse(args) {
        Ok(options) => options,
        Err(error) => return explain(&error),
    };
    let settings = Settings::of(options, Surroundings::of_process());
    let done = match &settings.options.verb {
        Some(verb) => answer(&settings, verb),
        None => browse_or_print(&settings, None),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(Error::Io(error) | Error::Dialogue(error)) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            if let Error::Empty(file, faults) = &error {
                check::tell(Some(file), faults, Default::default());
            }
            complain(&format!("zhegang: {error}\n"));
            // To these, that something failed is another answer than "no".
            let is_asked =
                matches!(settings.options.verb, Some(Verb::Search(_) | Verb::Fmt(_) | Verb::Diff(_) | Verb::Check(_)));
            let is_misuse =
                matches!(error, Error::Variable { .. } | Error::Theme(..) | Error::NoView(_) | Error::NoScreen)
                    || is_asked;
            ExitCode::from(if is_misuse { MISUSED } else { FAILED })
        }
    }
}

/// Does what a verb says; like `grep`, it fails where nothing is found.
fn answer(settings: &Settings, verb: &Verb) -> Result<u8, Error> {
    match verb {
        Verb::Open(address) => browse_or_print(settings, Some(address)),
        Verb::Search(search) => of_record(settings, |Opened { world, lang, .. }| {
            let hits = search::of(world, search, settings.options.slips, *lang);
            print(&hits)?;
            Ok(!hits.is_empty())
        }),
        Verb::List(kinds, form) => {
            of_record(settings, |Opened { world, lang, .. }| stream(|out| list::write(out, world, kinds, *form, *lang)))
        }
        Verb::Show(show) => {
            of_record(settings, |Opened { world, lang, .. }| stream(|out| show::write(out, world, show, *lang)))
        }
        Verb::Timeline { is_json } => {
            of_record(settings, |Opened { world, lang, .. }| stream(|out| timeline::write(out, world, *is_json, *lang)))
        }
        Verb::Graph(typed, format) => of_record(settings, |Opened { world, lang, .. }| {
            let id = show::find(&world.record, typed).map_err(Error::NoEntry)?;
            stream(|out| graph::write(out, world, id, *format, *lang))
        }),
        Verb::Export(export) => of_record(settings, |opened| write_export(export, opened)),
        Verb::New(new) => new::run(new, settings.lang().value).map(|()| 0),
        Verb::Fmt(fmt) => fmt::run(&settings.options.files, fmt, settings.options.limits),
        Verb::Schema => print(&data::format::schema()).map(|()| 0),
        Verb::Check(options) => check::run(settings, options),
        Verb::Diff(diff) => diff::run(settings, diff),
        Verb::Keys { is_json } => {
            let (lang, keymap) = (settings.lang().value, settings.keymap());
            print(&if *is_json { keys::json(&keymap, lang) } else { keys::lines(&keymap, lang) })?;
            tell_config(settings);
            Ok(0)
        }
        Verb::CheckKeys { is_json } => check(settings, |fault| fault.is_of_keys || fault.is_of_file, *is_json),
        Verb::Config(AboutConfig::Check, is_json) => check(settings, |_| true, *is_json),
        Verb::Config(AboutConfig::Path, is_json) => {
            let path = settings.config.path.as_deref().ok_or(Error::Homeless)?;
            print(&config::told::path(path, settings.config.is_there, *is_json)).map(|()| 0)
        }
        Verb::Config(AboutConfig::Show, is_json) => {
            let told = if *is_json { config::told::json(settings) } else { config::told::toml(settings) };
            print(&told?)?;
            tell_config(settings);
            Ok(0)
        }
        Verb::Completions(shell) => stream(|out| manual::completions(out, *shell)).map(|()| 0),
        Verb::Man(verb) => stream(|out| manual::page(out, verb.as_deref())).map(|()| 0),
    }
}

/// Prints some of the faults of the reader's file.
fn check(settings: &Settings, is_meant: impl Fn(&Fault) -> bool, is_json: bool) -> Result<u8, Error> {
    let faults: Vec<&Fault> = settings.config.faults.iter().filter(|fault| is_meant(fault)).collect();
    print(&config::told::faults(settings, &faults, is_json))?;
    Ok(code(faults.is_empty()))
}

/// Answers from a record, then tells what was wrong in its file.
fn of_record(settings: &Settings, answer: impl FnOnce(&Opened) -> Result<bool, Error>) -> Result<u8, Error> {
    let opened = Opened::of(settings)?;
    let is_found = answer(&opened)?;
    tell(settings, &opened.world);
    Ok(code(is_found))
}

fn write_export(export: &ExportOptions, opened: &Opened) -> Result<bool, Error> {
    let content = Export::of(&opened.world, opened.bytes.as_deref(), export, opened.lang)?;
    if content.is_empty() {
        return Err(Error::Nothing(reading::name_of_record(opened.files.first().map(PathBuf::as_path))));
    }
    match &export.output {
        None if io::stdout().is_terminal() => stream(|out| content.write_harmless(out))?,
        None => stream(|out| content.write(out))?,
        Some(path) => output::write(path, export.is_forced, |out| content.write(out))
            .map_err(|error| Error::Output(path.clone(), error))?,
    }
    Ok(true)
}

const fn code(is_found: bool) -> u8 {
    if is_found { 0 } else { FAILED }
}

/// Writes to standard output, in large pieces.
fn stream<T>(write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> Result<T, Error> {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = write(&mut out).map_err(Error::Io)?;
    out.flush().map_err(Error::Io)?;
    Ok(done)
}

fn print(text: &str) -> Result<(), Error> {
    stream(|out| out.write_all(text.as_bytes()))
}

/// Who reads the output may have enough of it.
fn is_broken_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

/// What was wrong in the reader's settings and in the record's file, a line each.
fn tell(settings: &Settings, world: &World) {
    tell_config(settings);
    check::tell_of(settings.options.files.first().map(PathBuf::as_path), world);
}

fn tell_config(settings: &Settings) {
    let path = settings.config.path.as_deref().unwrap_or(Path::new(config::FILE));
    for fault in &settings.config.faults {
        complain(&format!("zhegang: {}: {fault}\n", shown(fault.file.as_deref().unwrap_or(path))));
    }
}

/// A path in words that can do nothing to a terminal.
fn shown(path: &Path) -> String {
    told(&path.to_string_lossy())
}

/// What was typed or stands in a file, in one line of a message.
fn told(text: &str) -> String {
    text::neutral(text).replace('\n', "␊")
}

/// Help and version are asked for and go to standard output; a misuse is told on standard error.
fn explain(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        complain(&error.to_string());
        return ExitCode::from(MISUSED);
    }
    match print(&error.to_string()) {
        Err(Error::Io(error)) if !is_broken_pipe(&error) => ExitCode::from(FAILED),
        _ => ExitCode::SUCCESS,
    }
}

/// Writes to standard error. Where even that can't be done, nobody is there to be told.
fn complain(text: &str) {
    io::stderr().write_all(text.as_bytes()).unwrap_or_default();
}
