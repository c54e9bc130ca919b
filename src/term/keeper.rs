//! Who keeps what a session is to leave for the next one. A session itself keeps nothing.

use std::fmt;

use crate::ui::kept::{Keep, Place, Reply};

/// Keeps changes, and where a session ended.
pub trait Keeper: fmt::Debug {
    /// Keeps a change, and says what came of it.
    fn keep(&mut self, change: Keep) -> Reply;
    /// The session ended there, in the middle of a change if there is one.
    fn leave(&mut self, change: Option<Keep>, place: &Place);
}

/// Keeps nothing.
impl Keeper for () {
    fn keep(&mut self, _: Keep) -> Reply {
        Reply::default()
    }

    fn leave(&mut self, _: Option<Keep>, _: &Place) {}
}
