//! Signals as something to wait for.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};

/// The signals that ask a process to end.
const ENDING: [i32; 4] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT];
const OTHERS: [i32; 3] = [SIGTSTP, SIGCONT, SIGWINCH];

/// The signals that came, until they are taken.
#[derive(Debug)]
pub(super) struct Signals {
    /// Readable when a signal came.
    wake: UnixStream,
    flags: Vec<(i32, Arc<AtomicBool>)>,
    actions: Vec<SigId>,
    is_over: Arc<AtomicBool>,
}

impl Signals {
    /// Watches until it is dropped; from then on the signals do what they do by default.
    pub(super) fn watch() -> io::Result<Self> {
        let (wake, write) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let mut signals = Self { wake, flags: Vec::new(), actions: Vec::new(), is_over: Arc::default() };
        for signal in ENDING.into_iter().chain(OTHERS) {
            let flag = Arc::<AtomicBool>::default();
            flag::register_conditional_default(signal, Arc::clone(&signals.is_over))?;
            // The flag first: who wakes up must find it.
            signals.actions.push(flag::register(signal, Arc::clone(&flag))?);
            signals.actions.push(low_level::pipe::register(signal, write.try_clone()?)?);
            signals.flags.push((signal, flag));
        }
        Ok(signals)
    }

    pub(super) fn wake(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }

    /// Whether a signal waits to be taken.
    pub(super) fn is_any(&self) -> bool {
        self.flags.iter().any(|(_, flag)| flag.load(Ordering::SeqCst))
    }

    /// Empties the pipe. To be done before signals are taken, so that none is missed.
    pub(super) fn drain(&self) {
        let mut bytes = [0; 64];
        while (&self.wake).read(&mut bytes).is_ok_and(|count| count == bytes.len()) {}
    }

    /// Whether a signal came since it was last taken.
    pub(super) fn take(&self, signal: i32) -> bool {
        self.flags.iter().any(|(other, flag)| *other == signal && flag.swap(false, Ordering::SeqCst))
    }

    /// A signal that asks the process to end.
    pub(super) fn ending(&self) -> Option<i32> {
        ENDING.into_iter().find(|signal| self.take(*signal))
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        for action in self.actions.drain(..) {
            low_level::unregister(action);
        }
    }
}
