//! The terminal of this process: taken, written to without ever waiting, and given back.

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{fs, io, panic};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::{isatty, ttyname};

use super::Error;
use crate::term::Session;

/// How long a terminal that takes nothing is waited for when it is given back.
const PATIENCE: Timespec = Timespec { tv_sec: 1, tv_nsec: 0 };
const NOW: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };
const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

/// The terminal. Dropping it gives it back, and so does a panic, before its message is printed.
#[derive(Debug)]
pub(super) struct Terminal {
    input: OwnedFd,
    /// What has been queued and not been sent.
    pending: Vec<u8>,
    sent: usize,
    screen: Arc<Screen>,
}

/// What it takes to give the terminal back, from wherever.
#[derive(Debug)]
struct Screen {
    output: OwnedFd,
    is_taken: AtomicBool,
}

impl Terminal {
    pub(super) fn open() -> Result<Self, Error> {
        let stdout = io::stdout();
        if !isatty(&stdout) {
            return Err(Error::NoScreen);
        }
        let stdin = io::stdin();
        let input = if isatty(&stdin) {
            stdin.as_fd().try_clone_to_owned()?
        } else {
            fs::File::open("/dev/tty").map_err(Error::NoKeyboard)?.into()
        };
        let screen = Arc::new(Screen { output: without_waiting(stdout.as_fd())?, is_taken: AtomicBool::new(false) });
        restore_on_panic(Arc::clone(&screen));
        Ok(Self { input, pending: Vec::new(), sent: 0, screen })
    }

    /// Takes the terminal, also if something else changed its modes since it was last taken.
    pub(super) fn enter(&mut self) -> io::Result<()> {
        if self.screen.is_taken.swap(true, Ordering::SeqCst) {
            disable_raw_mode()?;
        }
        enable_raw_mode()?;
        self.queue(Session::enter());
        Ok(())
    }

    /// Gives the terminal back, in the middle of a frame if need be.
    pub(super) fn leave(&mut self) {
        self.drop_pending();
        self.screen.restore();
    }

    /// The terminal is gone: it gets no more bytes.
    pub(super) fn abandon(&mut self) {
        self.drop_pending();
        self.screen.is_taken.store(false, Ordering::SeqCst);
    }

    pub(super) fn input(&self) -> BorrowedFd<'_> {
        self.input.as_fd()
    }

    pub(super) fn output(&self) -> BorrowedFd<'_> {
        self.screen.output.as_fd()
    }

    /// Whether a read would find something within a time.
    pub(super) fn has_input(&self, within: Duration) -> bool {
        let within = Timespec::try_from(within).unwrap_or(NOW);
        ready(self.input(), PollFlags::IN, within).contains(PollFlags::IN)
    }

    /// Whether all that was queued has been sent.
    pub(super) fn is_idle(&self) -> bool {
        self.pending.is_empty()
    }

    pub(super) fn queue(&mut self, mut bytes: Vec<u8>) {
        self.pending.append(&mut bytes);
    }

    /// Sends as much as the terminal takes now.
    pub(super) fn send(&mut self) -> Result<(), Errno> {
        while self.sent < self.pending.len() {
            match rustix::io::write(&self.screen.output, &self.pending[self.sent..]) {
                Ok(count) => self.sent += count,
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        self.drop_pending();
        Ok(())
    }

    fn drop_pending(&mut self) {
        self.pending.clear();
        self.sent = 0;
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.screen.restore();
    }
}

impl Screen {
    /// Gives the terminal back, once. There is nobody to tell if that fails.
    fn restore(&self) {
        if !self.is_taken.swap(false, Ordering::SeqCst) {
            return;
        }
        let is_there = !ready(self.output.as_fd(), PollFlags::OUT, NOW).intersects(GONE);
        if is_there {
            write_out(self.output.as_fd(), &Session::leave());
        }
        disable_raw_mode().unwrap_or_default();
    }
}

/// Writes all, unless the terminal stops taking it.
fn write_out(output: BorrowedFd<'_>, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        match rustix::io::write(output, bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) if ready(output, PollFlags::OUT, PATIENCE).contains(PollFlags::OUT) => {}
            Err(_) => return,
        }
    }
}

/// What a descriptor is ready for within a time.
fn ready(fd: BorrowedFd<'_>, wanted: PollFlags, within: Timespec) -> PollFlags {
    let mut fds = [PollFd::from_borrowed_fd(fd, wanted)];
    match rustix::event::poll(&mut fds, Some(&within)) {
        Ok(_) => fds[0].revents(),
        Err(_) => PollFlags::empty(),
    }
}

/// The terminal of `output`, opened anew: only so can writing to it not wait without the shell's own descriptor, which
/// shares its flags with `output`, being changed too. Where it has no name, writing may wait.
fn without_waiting(output: BorrowedFd<'_>) -> io::Result<OwnedFd> {
    let flags = OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let opened = ttyname(output, Vec::new()).and_then(|name| rustix::fs::open(name, flags, Mode::empty()));
    opened.or_else(|_| output.try_clone_to_owned())
}

/// Lets a panic give the terminal back before its message is printed.
fn restore_on_panic(screen: Arc<Screen>) {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        screen.restore();
        print(panic);
    }));
}
