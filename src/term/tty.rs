//! The local terminal as a transport: waits for keys, signals and a terminal that takes output, and for nothing else.
//!
//! Without input no byte is sent and no time is used, but while a search waits for the index of a large record or
//! someone watches its file. Input that is there together is applied whole before a frame is drawn, and no frame is
//! drawn while the last one is on its way, so that a slow terminal is shown the newest state.

mod exit;
mod signals;
mod terminal;
mod tool;
mod waiting;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};

pub use self::exit::{Error, Exit};
use self::signals::Signals;
use self::terminal::Terminal;
pub use self::tool::Tool;
pub use self::waiting::{Taken, Waited, wait};
use super::{Between, Keeper, Session, Watcher, clipboard};
use crate::ui::{Effect, World};

/// How long an unfinished sequence may take to go on. Terminals send a sequence at once; networks may cut it.
const SETTLE: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
/// The same while an answer is to come, which a network may cut as well.
const SETTLE_WHILE_ASKED: Timespec = Timespec { tv_sec: 0, tv_nsec: 300_000_000 };
/// How often a search that waits for the index looks how far that is.
const CATCH_UP: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
/// How long after a question its answer is waited for before the terminal is given back.
const ANSWER: Duration = Duration::from_secs(1);
/// The input that is read before the screen is drawn again, in bytes.
const BATCH_BYTES: usize = 64 * 1024;

/// Runs a session on the terminal of this process until it ends. The terminal is given back however that happens. Gives
/// the record as it was shown last. `taken` is the terminal where it was taken before.
pub fn run(
    session: Session,
    clipboard: Clipboard,
    edge: Edge,
    taken: Option<Taken>,
) -> Result<(Exit, Arc<World>), Error> {
    let is_taken = taken.is_some();
    let Taken { signals, terminal, typed } = match taken {
        Some(taken) => taken,
        None => Taken { signals: Signals::watch()?, terminal: Terminal::open()?, typed: Vec::new() },
    };
    build_index(session.world());
    let looked = Instant::now();
    let mut local = Local { session, terminal, signals, clipboard, edge, copy: None, asked: None, looked };
    if is_taken {
        local.measure();
        local.queue_frame();
    } else {
        local.resume()?;
    }
    let ended = local.serve(&typed);
    let (change, place) = local.session.legacy();
    local.edge.keeper.leave(change, &place);
    Ok((ended?, Arc::clone(local.session.world())))
}

/// Who does for a session what it does not do itself.
#[derive(Debug)]
pub struct Edge<'a> {
    pub keeper: &'a mut dyn Keeper,
    pub watcher: Option<&'a mut dyn Watcher>,
}

/// Makes the index of a large record beside the session, which does not wait for it, nor does its end.
pub fn build_index(world: &Arc<World>) {
    if world.is_ready() {
        return;
    }
    let shared = Arc::clone(world);
    let started = thread::Builder::new().spawn(move || shared.build_index());
    if started.is_err() {
        world.build_index();
    }
}

/// Finds beside the session what changed in a large record. Where that can't be done, it is found when it is asked for.
fn compare(session: &Session) {
    let (world, lang) = (Arc::clone(session.world()), session.lang());
    if !world.is_compared(lang) {
        let _ = thread::Builder::new().spawn(move || {
            world.differences(lang);
        });
    }
}

/// Where what is copied goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clipboard {
    /// What stands between here and the terminal.
    pub between: Between,
    /// Programs that may be there to take it, too; the first one that does is enough.
    pub tools: Vec<Tool>,
}

#[derive(Debug)]
struct Local<'a> {
    session: Session,
    terminal: Terminal,
    signals: Signals,
    clipboard: Clipboard,
    edge: Edge<'a>,
    /// The text for the clipboard that has not been sent yet: the newest.
    copy: Option<String>,
    /// When the terminal was asked something.
    asked: Option<Instant>,
    /// When a newer version was looked for.
    looked: Instant,
}

/// What ended a wait. All `false`: time passed.
#[derive(Debug)]
struct Ready {
    input: bool,
    output: bool,
    signal: bool,
}

impl Local<'_> {
    /// Serves the terminal to the end, what was typed before it first.
    fn serve(&mut self, typed: &[u8]) -> Result<Exit, Error> {
        let effects = self.session.feed(typed);
        let mut typed_exit = self.carry_out(effects)?;
        loop {
            let exit = match self.show() {
                Ok(()) if typed_exit.is_some() => typed_exit.take(),
                Ok(()) if self.is_free_to_count() => {
                    self.count();
                    None
                }
                Ok(()) => self.turn()?,
                Err(Errno::IO | Errno::PIPE) => Some(Exit::Gone),
                Err(error) => return Err(error.into()),
            };
            match exit {
                None => {}
                Some(Exit::Gone) => {
                    self.terminal.abandon();
                    return Ok(Exit::Gone);
                }
                Some(exit) => {
                    // What was copied right before the end is sent, too.
                    self.send_copy();
                    self.terminal.send().unwrap_or_default();
                    self.hear_out();
                    self.terminal.leave();
                    return Ok(exit);
                }
            }
        }
    }

    /// Sends what is pending and, once that is out, the newest state.
    fn show(&mut self) -> Result<(), Errno> {
        self.terminal.send()?;
        if self.terminal.is_idle() {
            self.send_copy();
            self.queue_frame();
            self.terminal.send()?;
        }
        Ok(())
    }

    fn send_copy(&mut self) {
        let Some(text) = self.copy.take() else { return };
        self.terminal.queue(clipboard::sequence(&text, self.clipboard.between));
        if let Some(tool) = self.clipboard.tools.iter().find(|tool| tool.takes(&text)) {
            self.session.note_taken(tool.program);
        }
    }

    /// Whether what is shown is to be counted and nothing else is to be done.
    fn is_free_to_count(&self) -> bool {
        let is_free = self.terminal.is_idle() && !self.session.is_waiting();
        self.session.awaits_counts() && is_free && !is_called(&self.terminal, &self.signals)
    }

    /// Counts what matches. A key or a signal puts an end to it.
    fn count(&mut self) {
        let (terminal, signals) = (&self.terminal, &self.signals);
        self.session.count(&|| is_called(terminal, signals));
    }

    /// Waits once and does what is due.
    fn turn(&mut self) -> Result<Option<Exit>, Error> {
        let Some(ready) = self.wait()? else { return Ok(Some(Exit::Gone)) };
        if ready.signal
            && let Some(exit) = self.heed()?
        {
            return Ok(Some(exit));
        }
        self.look();
        if ready.input {
            return self.read();
        }
        if !ready.output && !ready.signal {
            self.session.catch_up();
            let effects = self.session.settle();
            return self.carry_out(effects);
        }
        Ok(None)
    }

    /// How long until a newer version is to be looked for; `None` if it is not.
    fn until_look(&self) -> Option<Duration> {
        let watcher = self.edge.watcher.as_ref()?;
        Some(watcher.pause().saturating_sub(self.looked.elapsed()))
    }

    /// Looks for a newer version, if that is due.
    fn look(&mut self) {
        let is_due = self.until_look() == Some(Duration::ZERO);
        if let Some(watcher) = self.edge.watcher.as_mut().filter(|_| is_due) {
            self.looked = Instant::now();
            if let Some(news) = watcher.look() {
                self.session.hear_news(news);
                compare(&self.session);
            }
        }
    }

    /// `None` if the terminal is gone.
    fn wait(&self) -> Result<Option<Ready>, Error> {
        let wanted = if self.terminal.is_idle() { PollFlags::empty() } else { PollFlags::OUT };
        let mut fds = [
            PollFd::from_borrowed_fd(self.terminal.input(), PollFlags::IN),
            PollFd::from_borrowed_fd(self.terminal.output(), wanted),
            PollFd::from_borrowed_fd(self.signals.wake(), PollFlags::IN),
        ];
        let settle = if self.session.is_asked() { &SETTLE_WHILE_ASKED } else { &SETTLE };
        let catch_up = self.session.awaits_index().then_some(CATCH_UP);
        let news = self.until_look().map(|left| Timespec::try_from(left).unwrap_or(CATCH_UP));
        let timeout = if self.session.is_waiting() { Some(*settle) } else { catch_up.into_iter().chain(news).min() };
        match rustix::event::poll(&mut fds, timeout.as_ref()) {
            Ok(_) => {}
            // The signal is in the pipe by now.
            Err(Errno::INTR) => return Ok(Some(Ready { input: false, output: false, signal: true })),
            Err(error) => return Err(error.into()),
        }
        let [input, output, signal] = fds.map(|fd| fd.revents());
        let is_gone = output.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
            || input.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) && !input.contains(PollFlags::IN);
        let ready = Ready {
            input: input.contains(PollFlags::IN),
            output: output.contains(PollFlags::OUT),
            signal: signal.contains(PollFlags::IN),
        };
        Ok((ready.signal || !is_gone).then_some(ready))
    }

    /// Reads what is there, up to a batch.
    fn read(&mut self) -> Result<Option<Exit>, Error> {
        let mut buffer = [0; 4096];
        let mut left = BATCH_BYTES;
        while left > 0 {
            let bytes = match rustix::io::read(self.terminal.input(), &mut buffer) {
                Ok(0) | Err(Errno::IO) => return Ok(Some(Exit::Gone)),
                Ok(count) => &buffer[..count],
                Err(Errno::INTR | Errno::AGAIN) => return Ok(None),
                Err(error) => return Err(error.into()),
            };
            left = left.saturating_sub(bytes.len());
            let effects = self.session.feed(bytes);
            if let Some(exit) = self.carry_out(effects)? {
                return Ok(Some(exit));
            }
            if !self.terminal.has_input(Duration::ZERO) {
                break;
            }
        }
        Ok(None)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<Option<Exit>, Error> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Some(Exit::Quit)),
                Effect::Copy(text) => self.copy = Some(text),
                Effect::Keep(change) => {
                    let reply = self.edge.keeper.keep(change);
                    self.session.hear_kept(reply);
                }
                Effect::Suspend => self.suspend(true)?,
                Effect::Repaint => self.session.forget(),
            }
        }
        Ok(None)
    }

    fn heed(&mut self) -> Result<Option<Exit>, Error> {
        self.signals.drain();
        if let Some(signal) = self.signals.ending() {
            return Ok(Some(Exit::Signal(signal)));
        }
        if self.signals.take(SIGTSTP) {
            self.suspend(false)?;
        }
        if self.signals.take(SIGCONT) {
            self.resume()?;
        }
        if self.signals.take(SIGWINCH) {
            self.measure();
            // A terminal that became smaller and larger again may have cropped what it showed.
            self.session.repaint();
        }
        Ok(None)
    }

    /// An answer that is still on its way would be typed into the shell: it is waited for, but not for long.
    fn hear_out(&mut self) {
        let mut buffer = [0; 4096];
        while self.session.is_asked() {
            let left = self.asked.map_or(Duration::ZERO, |asked| ANSWER.saturating_sub(asked.elapsed()));
            if left.is_zero() || !self.terminal.has_input(left) {
                return;
            }
            match rustix::io::read(self.terminal.input(), &mut buffer) {
                Ok(count @ 1..) => self.session.hear_out(&buffer[..count]),
                _ => return,
            }
        }
    }

    /// Gives the terminal back and stops until someone continues the process.
    fn suspend(&mut self, with_group: bool) -> Result<(), Error> {
        if !is_under_job_control() {
            return Ok(());
        }
        self.hear_out();
        stop(&mut self.terminal, &self.signals, with_group)?;
        self.resume()
    }

    /// Takes the terminal, which may have changed in any way.
    fn resume(&mut self) -> Result<(), Error> {
        self.terminal.enter()?;
        self.measure();
        self.session.forget();
        self.queue_frame();
        Ok(())
    }

    fn queue_frame(&mut self) {
        let was_asked = self.session.is_asked();
        self.terminal.queue(self.session.frame());
        if self.session.is_asked() && !was_asked {
            self.asked = Some(Instant::now());
        }
    }

    fn measure(&mut self) {
        if let Ok(size) = rustix::termios::tcgetwinsize(self.terminal.output()) {
            self.session.resize(size.ws_col, size.ws_row);
        }
    }
}

/// Gives the terminal back and stops until someone continues the process.
fn stop(terminal: &mut Terminal, signals: &Signals, with_group: bool) -> Result<(), Error> {
    terminal.leave();
    if with_group {
        // Ctrl-Z stops all of a pipeline. This process itself heeds the signal instead of stopping.
        kill_current_process_group(Signal::TSTP)?;
    }
    signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
    signals.take(SIGTSTP);
    signals.take(SIGCONT);
    Ok(())
}

/// Whether a key or a signal came.
fn is_called(terminal: &Terminal, signals: &Signals) -> bool {
    terminal.has_input(Duration::ZERO) || signals.is_any()
}

/// Whether there is a shell that could continue this process once it has stopped. In the group of the session's leader,
/// as in `xterm -e zhegang`, there is none, and the kernel drops SIGTSTP there; but SIGSTOP it obeys.
fn is_under_job_control() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}
