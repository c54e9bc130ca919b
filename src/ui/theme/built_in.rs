//! The themes that are built in.

use ratatui::style::{Color, Modifier};

use super::{Face, Look};

/// A green with a contrast of 4.5 on white and 4.6 on black by xterm's values.
const ACCENT: Color = Color::Indexed(29);

/// What is quiet is the terminal's own text made faint, and nothing is told by colour alone.
pub(super) const fn terminal() -> [Face; Look::ALL.len()] {
    let mut faces = [Face::PLAIN; Look::ALL.len()];
    let mut place = 0;
    while place < faces.len() {
        faces[place] = terminal_face(Look::ALL[place]);
        place += 1;
    }
    faces
}

const fn terminal_face(look: Look) -> Face {
    let plain = Face::PLAIN;
    match look {
        Look::Name | Look::Remembered => plain.with(Modifier::BOLD),
        Look::Title | Look::Key | Look::Kicker | Look::Bullet => plain.fg(ACCENT),
        Look::Heading => plain.fg(ACCENT).with(Modifier::BOLD),
        Look::FocusedTitle => plain.fg(ACCENT).with(Modifier::BOLD.union(Modifier::REVERSED)),
        Look::Bar => plain.fg(ACCENT).with(Modifier::REVERSED),
        Look::Quiet | Look::Rule => plain.with(Modifier::DIM),
        Look::Row | Look::Field | Look::Notice => plain,
        Look::Selected | Look::Hint => plain.fg(Color::Reset).with(Modifier::REVERSED),
        Look::Mark => plain.fg(ACCENT).with(Modifier::BOLD.union(Modifier::UNDERLINED)),
        Look::CurrentMark => plain.with(Modifier::BOLD.union(Modifier::REVERSED)),
        Look::Link => plain.with(Modifier::UNDERLINED),
        Look::SelectedLink => plain.with(Modifier::REVERSED),
    }
}
