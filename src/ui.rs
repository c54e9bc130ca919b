//! What a session is: keys, actions, state, pages, layout. No drawing.

pub mod action;
pub mod address;
pub mod article;
pub mod bookmarks;
pub mod code;
pub mod copy;
pub mod diff;
pub mod find;
pub mod hand;
pub mod help;
pub mod hindrance;
pub mod hint;
pub mod json;
pub mod kept;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod linear;
pub mod list;
pub mod loading;
pub mod markdown;
pub mod mouse;
pub mod notice;
pub mod office;
pub mod page;
pub mod palette;
pub mod press;
pub mod preview;
pub mod prompt;
pub mod row;
pub mod set;
pub mod sight;
pub mod state;
pub mod theme;
pub mod ties;
pub mod understood;
pub mod update;
pub mod words;
pub mod world;

pub use action::{Action, Change, Effect};
pub use key::{Key, KeyCode};
pub use linear::Linear;
pub use mouse::{Mouse, point};
pub use press::{change, change_together, paste, press, resize, set_ambiguous};
pub use state::{Options, State};
pub use theme::Theme;
pub use update::{awaits_counts, awaits_index, catch_up, count, follow_address, note_taken, replace, unread, update};
pub use world::World;

/// The screen of a session, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub cols: u16,
    pub rows: u16,
}
