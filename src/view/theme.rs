//! The faces of a theme as styles of cells.

use ratatui::style::{Modifier, Style};

pub(super) use crate::ui::theme::Look;
use crate::ui::theme::{Face, Theme};

/// The style of a look. What comes over faint text makes it bright.
pub(super) fn style(theme: &Theme, look: Look) -> Style {
    let Face { fg, bg, modifier } = theme.face(look);
    let sub_modifier = if look.is_over() { Modifier::DIM } else { Modifier::empty() };
    Style { fg, bg, sub_modifier, ..Style::new().add_modifier(modifier) }
}
