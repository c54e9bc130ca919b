//! How a session on the terminal ended, or why it could not begin.

use std::{fmt, io};

use rustix::io::Errno;

/// How a session on the terminal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Quit,
    /// A signal asked the process to end.
    Signal(i32),
    /// The terminal went away.
    Gone,
}

impl Exit {
    /// The exit code that a shell would give.
    pub fn code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(signal) => u8::try_from(signal).map_or(u8::MAX, |signal| signal.saturating_add(128)),
            // As if by SIGHUP.
            Self::Gone => 129,
        }
    }
}

/// Why the terminal could not be used.
#[derive(Debug)]
pub enum Error {
    /// Standard output is no terminal.
    NoScreen,
    /// Standard input is no terminal, and there is no other to read keys from.
    NoKeyboard(io::Error),
    Io(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoScreen => write!(f, "standard output is not a terminal"),
            Self::NoKeyboard(error) => {
                write!(f, "standard input is not a terminal, and /dev/tty cannot be read: {error}")
            }
            Self::Io(error) => write!(f, "the terminal failed: {error}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Errno> for Error {
    fn from(error: Errno) -> Self {
        Self::Io(error.into())
    }
}
