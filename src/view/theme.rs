//! The faces of a theme as styles of cells.

use ratatui::style::{Color, Modifier, Style};

pub(super) use crate::ui::theme::Look;
use crate::ui::theme::{Face, Theme};

/// The style of a look. What comes over other text keeps nothing of it that would hide it.
pub(super) fn style(theme: &Theme, look: Look) -> Style {
    let Face { fg, bg, modifier } = reversed(theme.face(look), theme.face(Look::Row));
    let sub_modifier = match look.is_over() {
        true if bg.is_some() => Modifier::DIM.union(Modifier::REVERSED).difference(modifier),
        true => Modifier::DIM,
        false => Modifier::empty(),
    };
    Style { fg, bg, sub_modifier, ..Style::new().add_modifier(modifier) }
}

/// The style of cells in which nothing stands.
pub(super) fn ground(theme: &Theme) -> Style {
    let Face { fg, bg, .. } = theme.face(Look::Row);
    Style { fg, bg, ..Style::new() }
}

/// What has a ground of its own is drawn as reversed text, so that it also stands out where there are no colours.
fn reversed(face: Face, row: Face) -> Face {
    match (face.fg, face.bg) {
        (Some(fg), Some(bg)) if face.bg != row.bg && fg != Color::Reset && bg != Color::Reset => {
            Face { fg: face.bg, bg: face.fg, modifier: face.modifier.symmetric_difference(Modifier::REVERSED) }
        }
        _ => face,
    }
}
