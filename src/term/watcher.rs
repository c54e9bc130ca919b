//! Who looks for newer versions of the record while a session runs. A session itself looks at no file.

use std::fmt;
use std::time::Duration;

use crate::ui::World;
use crate::ui::notice::Unread;

/// What became of a record's file.
#[derive(Debug)]
pub enum News {
    /// A newer version, of which the index is made.
    Newer(Box<World>),
    /// Why a newer version can't be read.
    Unread(Unread),
}

/// Looks for newer versions.
pub trait Watcher: fmt::Debug {
    /// How long after it has looked it is to look again.
    fn pause(&self) -> Duration;
    /// Looks, without waiting for anything.
    fn look(&mut self) -> Option<News>;
}
