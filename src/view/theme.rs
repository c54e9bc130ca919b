//! The look of every role, in one place. The one colour is readable on dark and on light backgrounds, what is quiet is
//! the terminal's own text made faint, and nothing is told by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::ui::article::Role;

/// Teal: contrast 4.4 on white, 4.8 on black (WCAG formula over the xterm palette).
const ACCENT: Color = Color::Indexed(30);

/// Roles of the screen around the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// The name of the record.
    Name,
    /// The title of a pane.
    Title,
    /// The title of the pane that has the focus.
    FocusedTitle,
    /// A tab that is not on top, a count, a hint's words.
    Quiet,
    Rule,
    Row,
    /// The selected row where the focus is.
    Selected,
    /// The selected row where the focus is not.
    Remembered,
    /// The key of a hint.
    Key,
    Notice,
    /// Characters that a search matched.
    Mark,
    /// The current one of several matches.
    CurrentMark,
    /// A letter over a link.
    Hint,
    Field,
}

impl Look {
    pub(super) const fn style(self) -> Style {
        let plain = Style::new();
        // These come over what is written already.
        let bright = plain.remove_modifier(Modifier::DIM);
        match self {
            Self::Name | Self::Remembered => plain.add_modifier(Modifier::BOLD),
            Self::Title | Self::Key => plain.fg(ACCENT),
            Self::FocusedTitle => plain.fg(ACCENT).add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            Self::Quiet | Self::Rule => plain.add_modifier(Modifier::DIM),
            Self::Row | Self::Field | Self::Notice => plain,
            Self::Selected | Self::Hint => bright.fg(Color::Reset).add_modifier(Modifier::REVERSED),
            Self::Mark => bright.fg(ACCENT).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            Self::CurrentMark => bright.add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
        }
    }
}

/// The look of a piece of text in the reader.
pub(super) const fn of(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Title => plain.add_modifier(Modifier::BOLD),
        Role::Beneath | Role::Dim | Role::Label => plain.add_modifier(Modifier::DIM),
        Role::Kicker | Role::Bullet => plain.fg(ACCENT),
        Role::Heading => plain.fg(ACCENT).add_modifier(Modifier::BOLD),
        Role::Body | Role::ItemLink => plain,
        Role::Bar => plain.fg(ACCENT).add_modifier(Modifier::REVERSED),
        Role::Link => plain.add_modifier(Modifier::UNDERLINED),
    }
}

/// The look of a selected link.
pub(super) const fn selected_link() -> Style {
    Style::new().add_modifier(Modifier::REVERSED)
}
