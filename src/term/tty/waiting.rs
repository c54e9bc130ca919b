//! Waiting for work that is done beside. Who is quick is not seen to wait; else the terminal is taken, shows how far the
//! work is, and takes the keys that call it off.

use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGINT, SIGTSTP};

use super::signals::Signals;
use super::terminal::Terminal;
use super::{Error, Exit, SETTLE, is_under_job_control, stop};
use crate::data::Progress;
use crate::term::session::{USUAL_SIZE, drawable};
use crate::term::{Colours, Decoder, Input, Painter};
use crate::ui::Size;
use crate::ui::key::{Key, KeyCode};
use crate::view::Loading;

/// Work that takes no longer is not seen.
const PATIENCE: Duration = Duration::from_millis(100);
/// How often it is looked how far the work is.
const LOOK: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// What is typed beyond so many bytes is left out.
const MOST_TYPED: usize = 4096;
const CTRL_Z: u8 = 0x1A;

/// What came of a wait.
#[derive(Debug)]
pub enum Waited<T> {
    /// The work is done. The terminal is there where it was taken meanwhile; dropping it gives it back.
    Done(T, Option<Taken>),
    /// The work was called off, and the terminal given back.
    Ended(Exit),
}

/// A terminal that was taken.
#[derive(Debug)]
pub struct Taken {
    pub(super) terminal: Terminal,
    pub(super) signals: Signals,
    /// The bytes that were typed meanwhile, but for those that were heeded.
    pub(super) typed: Vec<u8>,
}

/// Does work beside and waits for it.
pub fn wait<T: Send + 'static>(
    work: impl FnOnce(&Progress) -> T + Send + 'static,
    loading: &Loading,
    colours: Colours,
) -> Result<Waited<T>, Error> {
    let progress = Arc::<Progress>::default();
    let (sender, receiver) = channel();
    // The other end becomes readable once the thread has let go of this one.
    let (end, held) = UnixStream::pair()?;
    let shared = Arc::clone(&progress);
    let worker = thread::Builder::new().spawn(move || {
        // Who called it off does not listen.
        sender.send(work(&shared)).unwrap_or_default();
        drop(held);
    })?;
    match receiver.recv_timeout(PATIENCE) {
        Ok(done) => return Ok(Waited::Done(done, None)),
        Err(RecvTimeoutError::Disconnected) => return Ok(Waited::Done(result(&receiver, worker), None)),
        Err(RecvTimeoutError::Timeout) => {}
    }
    // Without a terminal to take there is nothing to show, and signals do what they do; whoever needs one says so later.
    let Ok(terminal) = Terminal::open() else { return Ok(Waited::Done(result(&receiver, worker), None)) };
    let signals = Signals::watch()?;
    let painter = Painter::new(colours, loading.ambiguous);
    let taken = Taken { terminal, signals, typed: Vec::new() };
    let mut wait = Wait { taken, loading, painter, decoder: Decoder::default(), progress: &progress, end };
    wait.taken.terminal.enter()?;
    match wait.serve()? {
        None => Ok(Waited::Done(result(&receiver, worker), Some(wait.taken))),
        Some(exit) => {
            progress.cancel();
            wait.taken.give_back(exit);
            Ok(Waited::Ended(exit))
        }
    }
}

/// What the work gave. If it panicked, so does this.
fn result<T>(receiver: &Receiver<T>, worker: JoinHandle<()>) -> T {
    match receiver.recv() {
        Ok(done) => done,
        Err(_) => match worker.join() {
            Err(panic) => std::panic::resume_unwind(panic),
            Ok(()) => unreachable!("the work ends with its result"),
        },
    }
}

impl Taken {
    fn give_back(mut self, exit: Exit) {
        match exit {
            Exit::Gone => self.terminal.abandon(),
            Exit::Quit | Exit::Signal(_) => self.terminal.leave(),
        }
    }

    fn size(&self) -> Size {
        let size = rustix::termios::tcgetwinsize(self.terminal.output()).ok();
        size.and_then(|size| drawable(Size { cols: size.ws_col, rows: size.ws_row })).unwrap_or(USUAL_SIZE)
    }
}

struct Wait<'a> {
    taken: Taken,
    loading: &'a Loading,
    painter: Painter,
    decoder: Decoder,
    progress: &'a Progress,
    end: UnixStream,
}

impl Wait<'_> {
    /// Waits until the work is done, or until it is called off.
    fn serve(&mut self) -> Result<Option<Exit>, Error> {
        loop {
            match self.show() {
                Ok(()) => {}
                Err(Errno::IO | Errno::PIPE) => return Ok(Some(Exit::Gone)),
                Err(error) => return Err(error.into()),
            }
            let terminal = &self.taken.terminal;
            let wanted = if terminal.is_idle() { PollFlags::empty() } else { PollFlags::OUT };
            let mut fds = [
                PollFd::from_borrowed_fd(terminal.input(), PollFlags::IN),
                PollFd::from_borrowed_fd(terminal.output(), wanted),
                PollFd::from_borrowed_fd(self.taken.signals.wake(), PollFlags::IN),
                PollFd::new(&self.end, PollFlags::IN),
            ];
            let timeout = if self.decoder.is_waiting() { &SETTLE } else { &LOOK };
            let count = match rustix::event::poll(&mut fds, Some(timeout)) {
                Ok(count) => count,
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            };
            let [input, output, signal, end] = fds.map(|fd| fd.revents());
            let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
            if signal.contains(PollFlags::IN)
                && let Some(exit) = self.heed()?
            {
                return Ok(Some(exit));
            }
            if input.contains(PollFlags::IN) {
                if let Some(exit) = self.read()? {
                    return Ok(Some(exit));
                }
            } else if input.intersects(gone) || output.intersects(gone) {
                return Ok(Some(Exit::Gone));
            }
            let settled = if count == 0 { self.decoder.settle() } else { Vec::new() };
            if let Some(exit) = self.press(&settled)? {
                return Ok(Some(exit));
            }
            if !end.is_empty() {
                return Ok(None);
            }
        }
    }

    /// Shows how far the work is, once what was sent before is out.
    fn show(&mut self) -> Result<(), Errno> {
        self.taken.terminal.send()?;
        if self.taken.terminal.is_idle() {
            let picture = self.loading.draw(self.taken.size(), self.progress.reached());
            self.taken.terminal.queue(self.painter.paint(&picture));
            self.taken.terminal.send()?;
        }
        Ok(())
    }

    fn read(&mut self) -> Result<Option<Exit>, Error> {
        let mut buffer = [0; 4096];
        match rustix::io::read(self.taken.terminal.input(), &mut buffer) {
            Ok(0) | Err(Errno::IO) => Ok(Some(Exit::Gone)),
            Ok(count) => {
                let bytes = &buffer[..count];
                let inputs = self.decoder.feed(bytes);
                let exit = self.press(&inputs)?;
                let room = MOST_TYPED.saturating_sub(self.taken.typed.len());
                self.taken.typed.extend(bytes.iter().filter(|byte| **byte != CTRL_Z).take(room));
                Ok(exit)
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Of the keys some call the work off, as if by SIGINT, and one stops the process.
    fn press(&mut self, inputs: &[Input]) -> Result<Option<Exit>, Error> {
        for input in inputs {
            let Input::Key(key) = input else { continue };
            let is_ctrl = |char: char| *key == Key { code: KeyCode::Char(char), ctrl: true, alt: false };
            if is_ctrl('c') || [Key::plain(KeyCode::Esc), Key::char('q')].contains(key) {
                return Ok(Some(Exit::Signal(SIGINT)));
            }
            if is_ctrl('z') {
                self.suspend(true)?;
            }
        }
        Ok(None)
    }

    fn heed(&mut self) -> Result<Option<Exit>, Error> {
        let signals = &self.taken.signals;
        signals.drain();
        if let Some(signal) = signals.ending() {
            return Ok(Some(Exit::Signal(signal)));
        }
        if signals.take(SIGTSTP) {
            self.suspend(false)?;
        } else if signals.take(SIGCONT) {
            self.resume()?;
        }
        Ok(None)
    }

    fn suspend(&mut self, with_group: bool) -> Result<(), Error> {
        if is_under_job_control() {
            stop(&mut self.taken.terminal, &self.taken.signals, with_group)?;
            self.resume()?;
        }
        Ok(())
    }

    fn resume(&mut self) -> Result<(), Error> {
        self.taken.terminal.enter()?;
        self.painter.forget();
        Ok(())
    }
}
