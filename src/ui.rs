//! What a session is: keys, actions, state, pages, layout. No drawing.

pub mod key;

pub use key::{Key, KeyCode};

use crate::data::{Lang, Record};
use crate::search::Index;
use crate::text::Ambiguous;

/// What all sessions share: the record and its index.
#[derive(Debug)]
pub struct World {
    pub record: Record,
    pub index: Index,
}

/// The screen of a session, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub cols: u16,
    pub rows: u16,
}

/// How a session begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    pub size: Size,
    pub lang: Lang,
    pub ambiguous: Ambiguous,
}

/// All that a session remembers. Plain data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub options: Options,
}

/// What the caller must do for a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    Quit,
    Suspend,
    Copy(String),
}

impl State {
    pub fn new(world: &World, options: Options) -> Self {
        let _ = world;
        Self { options }
    }
}

/// A key was pressed.
pub fn press(state: &mut State, world: &World, key: Key) -> Option<Effect> {
    let _ = (state, world, key);
    None
}

/// Text was pasted.
pub fn paste(state: &mut State, world: &World, text: &str) {
    let _ = (state, world, text);
}

/// The screen has another size now.
pub fn resize(state: &mut State, world: &World, size: Size) {
    let _ = world;
    state.options.size = size;
}
