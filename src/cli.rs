//! The command line: options, where they fall back to, what is printed, and the exit code.

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
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use crate::data::{self, Lang};
use crate::term::session::USUAL_SIZE;
use crate::term::tty::{self, Taken};
use crate::term::{Keeper, Session, Watcher};
use crate::text::{self, Ambiguous};
use crate::ui::address::{Address, Unreadable};
use crate::ui::article::Article;
use crate::ui::kept::Place;
use crate::ui::state::{Notice, Unfit};
use crate::ui::{self, Linear, World};
use config::Fault;
use error::Error;
use export::Export;
use kept::Shelf;
use opened::Opened;
use options::{AboutConfig, ExportOptions, SearchOptions, Verb, Width};
use settings::Settings;
use surroundings::Surroundings;
use watch::Watch;

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
            let is_asked = matches!(settings.options.verb, Some(Verb::Search(_) | Verb::Fmt(_) | Verb::Diff(_)));
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
        Verb::Export(export) => of_record(settings, |opened| write_export(settings, export, opened)),
        Verb::New(new) => new::run(new, settings.lang().value).map(|()| 0),
        Verb::Fmt(fmt) => fmt::run(settings.options.file.as_deref(), fmt, settings.options.limits),
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

fn write_export(settings: &Settings, export: &ExportOptions, opened: &Opened) -> Result<bool, Error> {
    let content = Export::of(&opened.world, &opened.bytes, export, opened.lang);
    if content.is_empty() {
        return Err(Error::Nothing(reading::name_of_record(settings.options.file.as_deref())));
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

/// How a record is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Screen,
    /// Words are typed, and answered in lines.
    Lines,
    /// It is printed, and nobody is asked.
    Printed,
}

impl Manner {
    fn of(settings: &Settings) -> Self {
        let options = &settings.options;
        let is_dumb = settings.surroundings.is_dumb();
        let is_dialogue = io::stdin().is_terminal() && io::stdout().is_terminal() && !options.plain;
        if options.linear || is_dumb && is_dialogue {
            Self::Lines
        } else if options.plain || is_dumb || !io::stdout().is_terminal() {
            Self::Printed
        } else {
            Self::Screen
        }
    }
}

/// Opens the record on the terminal, at an address if there is one; prints it where there is no terminal.
fn browse_or_print(settings: &Settings, address: Option<&str>) -> Result<u8, Error> {
    let watch = Watch::of(&settings.options);
    let (opened, taken) = if Manner::of(settings) == Manner::Screen {
        match waiting::open(settings)? {
            Ok(opened) => opened,
            Err(code) => return Ok(code),
        }
    } else {
        (Opened::of(settings)?, None)
    };
    let address = address.map(|typed| read_address(typed, &opened.world)).transpose()?;
    browse(settings, (opened, taken), address.as_ref(), watch)
}

/// The same of a record that is open, on a terminal that is taken if it took its time.
fn browse(
    settings: &Settings,
    (opened, taken): (Opened, Option<Taken>),
    address: Option<&Address>,
    mut watch: Option<Watch>,
) -> Result<u8, Error> {
    let Opened { world, lang, .. } = opened;
    match Manner::of(settings) {
        Manner::Screen => {}
        _ if watch.is_some() => return Err(Error::NoScreen),
        Manner::Lines => return talk(settings, &Arc::new(world), lang, address),
        Manner::Printed => {
            print(&match address {
                Some(address) => page(&world, address, settings.options.slips, lang),
                None => plain::of(&Article::outline(&world, lang)),
            })?;
            tell(settings, &world);
            return Ok(0);
        }
    }
    let mut shelf = shelf(settings, &world);
    let session = session(Arc::new(world), settings)?;
    let session = session.keeping(shelf.open());
    let last = if settings.options.fresh { None } else { shelf.last() };
    let session = match (address, last) {
        (Some(address), _) => session.at(address),
        (None, Some(place)) => session.resuming(&place),
        (None, None) => session,
    };
    let edge = tty::Edge { keeper: &mut shelf, watcher: watch.as_mut().map(|watch| watch as &mut dyn Watcher) };
    let ended_as = tty::run(session, settings.surroundings.clipboard(), edge, taken).map_err(Error::Terminal);
    ended(settings, &shelf, ended_as)
}

/// What a session left is told once the terminal is the reader's again.
fn ended(settings: &Settings, shelf: &Shelf, ended_as: Result<(tty::Exit, Arc<World>), Error>) -> Result<u8, Error> {
    shelf.complaints().iter().for_each(|complaint| complain(&format!("zhegang: {complaint}\n")));
    let (exit, world) = ended_as?;
    if exit == tty::Exit::Quit {
        tell(settings, &world);
    }
    Ok(exit.code())
}

fn read_address(typed: &str, world: &World) -> Result<Address, Error> {
    Address::read(typed, &world.record).map_err(|unreadable| match unreadable {
        Unreadable::Entry(typed) => Error::NoEntry(show::find(&world.record, &typed).err().unwrap_or_default()),
        Unreadable::Part(part) => Error::NoView(part),
    })
}

/// What the screen shows at an address, as plain text.
fn page(world: &World, address: &Address, slips: bool, lang: Lang) -> String {
    if let Some(query) = &address.query {
        return search::of(world, &SearchOptions::of(query), slips, lang);
    }
    let here = world.record.find(&address.key).unwrap_or(world.start);
    plain::of(&Article::page(world, address.page, here, lang))
}

/// A session without a screen. Who types lines goes on where the last session was; a script begins at the start.
fn talk(settings: &Settings, world: &Arc<World>, lang: Lang, address: Option<&Address>) -> Result<u8, Error> {
    if settings.options.reads_standard_input() {
        return Err(Error::NoWords);
    }
    let (mut input, mut out) = (io::stdin().lock(), io::stdout().lock());
    let is_typed = io::stdin().is_terminal();
    let mut shelf = shelf(settings, world);
    let mut session = Linear::new(world, lang, settings.options.slips).keeping(world, shelf.open());
    if let Some(last) = shelf.last().filter(|_| is_typed && address.is_none() && !settings.options.fresh) {
        session = session.resuming(world, &last);
    }
    let mut edge = linear::Edge { input: &mut input, out: &mut out, keeper: &mut shelf };
    let exit = linear::run(&mut edge, world, &mut session, address);
    if is_typed {
        shelf.leave(None, &Place::of(session.state(), world));
    }
    ended(settings, &shelf, exit.map(|exit| (exit, Arc::clone(world))).map_err(Error::Dialogue))
}

/// What is kept of a record.
fn shelf(settings: &Settings, world: &World) -> Shelf {
    let name = kept::name_of(world, settings.options.file.as_deref());
    Shelf::new(settings.surroundings.folders.state.clone(), name)
}

/// The session on the terminal of this process.
fn session(world: Arc<World>, settings: &Settings) -> Result<Session, Error> {
    let width = settings.ambiguous()?.value;
    let ambiguous = match width {
        Width::Auto => Ambiguous::Wide,
        Width::Known(ambiguous) => ambiguous,
    };
    let start = ui::Options {
        slips: settings.options.slips,
        has_no_clipboard: settings.surroundings.has_no_clipboard(),
        mouse: settings.mouse().value,
        keymap: settings.keymap(),
        theme: settings.theme()?.value.theme,
        borders: settings.borders()?.value,
        ..ui::Options::new(USUAL_SIZE, settings.lang().value, ambiguous)
    };
    let surroundings = &settings.surroundings;
    let mut session = Session::new(world, start, surroundings.colours(settings.color().value));
    if width == Width::Auto {
        session = session.asking();
    }
    if surroundings.is_console() {
        session = session.unfit(Unfit::Console);
    }
    if surroundings.is_tmux_without_utf8() {
        session = session.saying(Notice::TmuxWithoutUtf8);
    }
    if !settings.config.faults.is_empty() {
        session = session.saying(Notice::ConfigFaults(settings.config.faults.len()));
    }
    Ok(session)
}

/// What was wrong in the reader's settings and in the record's file, a line each.
fn tell(settings: &Settings, world: &World) {
    tell_config(settings);
    check::tell_of(settings.options.file.as_deref(), world);
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
