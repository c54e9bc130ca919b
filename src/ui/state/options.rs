//! How a session begins.

use std::sync::Arc;

use crate::data::Lang;
use crate::text::Ambiguous;
use crate::ui::keymap::Keymap;
use crate::ui::layout::Borders;
use crate::ui::{Size, Theme};

/// How a session begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    pub size: Size,
    pub lang: Lang,
    pub ambiguous: Ambiguous,
    /// A search takes near sounds for each other.
    pub slips: bool,
    /// The mouse is listened to.
    pub mouse: bool,
    /// The terminal has no clipboard that could be asked for.
    pub has_no_clipboard: bool,
    pub keymap: Arc<Keymap>,
    pub theme: Theme,
    pub borders: Borders,
}

impl Options {
    /// A session as it begins where nothing else was asked for.
    pub fn new(size: Size, lang: Lang, ambiguous: Ambiguous) -> Self {
        Self {
            size,
            lang,
            ambiguous,
            slips: false,
            mouse: false,
            has_no_clipboard: false,
            keymap: Arc::default(),
            theme: Theme::TERMINAL,
            borders: Borders::None,
        }
    }
}
