//! Reading a record: on a screen, in typed words, or printed where there is neither.

use std::io::{self, IsTerminal};
use std::sync::Arc;

use super::error::Error;
use super::kept::Shelf;
use super::opened::Opened;
use super::options::{SearchOptions, Width};
use super::settings::Settings;
use super::watch::Watch;
use super::{complain, linear, plain, print, search, show, tell, waiting};
use crate::data::Lang;
use crate::term::session::USUAL_SIZE;
use crate::term::tty::{self, Taken};
use crate::term::{Keeper, Session, Watcher};
use crate::text::Ambiguous;
use crate::ui::address::{Address, Unreadable};
use crate::ui::article::Article;
use crate::ui::kept::Place;
use crate::ui::state::{Notice, Unfit};
use crate::ui::{self, Linear, World};

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

/// Whether a session is to run on the screen.
pub(super) fn is_on_screen(settings: &Settings) -> bool {
    Manner::of(settings) == Manner::Screen
}

/// Opens the record on the terminal, at an address if there is one; prints it where there is no terminal.
pub(super) fn browse_or_print(settings: &Settings, address: Option<&str>) -> Result<u8, Error> {
    let watch = Watch::of(&settings.options)?;
    let (opened, taken) = match waiting::open(settings)? {
        Ok(opened) => opened,
        Err(code) => return Ok(code),
    };
    let address = address.map(|typed| read_address(typed, &opened.world)).transpose()?;
    browse(settings, (opened, taken), address.as_ref(), watch)
}

/// The same of records that are open, on a terminal that is taken if it took its time.
pub(super) fn browse(
    settings: &Settings,
    (opened, taken): (Opened, Option<Taken>),
    address: Option<&Address>,
    mut watch: Option<Watch>,
) -> Result<u8, Error> {
    let Opened { world, lang, files, .. } = opened;
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
    if let Some(watch) = &mut watch {
        watch.begin(files);
    }
    let mut shelf = Shelf::of(settings, &world);
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
    let mut shelf = Shelf::of(settings, world);
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

/// The session on the terminal of this process.
fn session(world: Arc<World>, settings: &Settings) -> Result<Session, Error> {
    let width = settings.ambiguous()?.value;
    let ambiguous = width.drawn(Ambiguous::Wide);
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
