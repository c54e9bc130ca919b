//! The themes that are built in.

use ratatui::style::{Color, Modifier};

use super::{Face, Faces, Look, Name};

/// A green with a contrast of 4.5 on white and 4.6 on black by xterm's values.
const ACCENT: Color = Color::Indexed(29);

/// The colours of a theme that has a ground of its own.
struct Palette {
    ground: Color,
    text: Color,
    quiet: Color,
    accent: Color,
    link: Color,
    /// Characters that a search matched.
    mark: Color,
    /// Ink and ground of what is selected.
    selected: [Color; 2],
}

const DARK: Palette = Palette {
    ground: hex(0x16_19_1d),
    text: hex(0xd7_da_de),
    quiet: hex(0x96_9f_a8),
    accent: hex(0x5c_c8_bd),
    link: hex(0x8f_c7_ff),
    mark: hex(0xf2_c1_4e),
    selected: [hex(0xff_ff_ff), hex(0x2c_5f_68)],
};

const LIGHT: Palette = Palette {
    ground: hex(0xfa_f8_f3),
    text: hex(0x1f_23_28),
    quiet: hex(0x5a_63_6c),
    accent: hex(0x00_69_5f),
    link: hex(0x0b_4f_9e),
    mark: hex(0x9a_3b_00),
    selected: [hex(0x0b_23_20), hex(0xb9_e2_dc)],
};

const CONTRAST: Palette = Palette {
    ground: hex(0x00_00_00),
    text: hex(0xff_ff_ff),
    quiet: hex(0xd0_d0_d0),
    accent: hex(0x00_ff_ff),
    link: hex(0xff_ff_ff),
    mark: hex(0xff_ff_00),
    selected: [hex(0x00_00_00), hex(0xff_ff_ff)],
};

const fn hex(rgb: u32) -> Color {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color::Rgb(r, g, b)
}

/// The faces of a theme by its name; a reader's own is at first the terminal's.
pub(super) const fn faces(name: Name) -> Faces {
    let mut faces = [Face::PLAIN; Look::ALL.len()];
    let mut place = 0;
    while place < faces.len() {
        let look = Look::ALL[place];
        faces[place] = match name {
            Name::Terminal | Name::Own => terminal(look),
            Name::Dark => coloured(&DARK, look),
            Name::Light => coloured(&LIGHT, look),
            Name::Contrast => coloured(&CONTRAST, look),
            Name::Plain => plain(look),
        };
        place += 1;
    }
    faces
}

/// What stands out in every theme does so by more than colour.
const fn emphasis(look: Look) -> Modifier {
    match look {
        Look::Name | Look::Remembered | Look::Heading | Look::FocusedTitle | Look::CurrentMark => Modifier::BOLD,
        Look::Mark => Modifier::BOLD.union(Modifier::UNDERLINED),
        Look::Link => Modifier::UNDERLINED,
        _ => Modifier::empty(),
    }
}

/// The terminal's own colours, and one more that is read on dark and on light.
const fn terminal(look: Look) -> Face {
    let face = Face::PLAIN.with(emphasis(look));
    match look {
        Look::Title | Look::Key | Look::Kicker | Look::Bullet | Look::Heading | Look::Mark => face.fg(ACCENT),
        Look::FocusedTitle | Look::Bar => face.fg(ACCENT).with(Modifier::REVERSED),
        Look::Selected | Look::Hint => face.fg(Color::Reset).with(Modifier::REVERSED),
        _ => plain(look),
    }
}

/// Without any colour.
const fn plain(look: Look) -> Face {
    let face = Face::PLAIN.with(emphasis(look));
    match look {
        Look::Quiet | Look::Rule => face.with(Modifier::DIM),
        Look::Title | Look::Key => face.with(Modifier::BOLD),
        Look::FocusedTitle | Look::Bar | Look::Selected | Look::Hint | Look::CurrentMark | Look::SelectedLink => {
            face.with(Modifier::REVERSED)
        }
        _ => face,
    }
}

const fn coloured(palette: &Palette, look: Look) -> Face {
    let face = Face::PLAIN.with(emphasis(look));
    let [ink, ground] = palette.selected;
    match look {
        Look::Row => face.fg(palette.text).bg(palette.ground),
        Look::Quiet | Look::Rule => face.fg(palette.quiet),
        Look::Title | Look::Key | Look::Kicker | Look::Bullet | Look::Heading => face.fg(palette.accent),
        Look::FocusedTitle | Look::Bar => face.fg(palette.ground).bg(palette.accent),
        Look::Selected | Look::SelectedLink => face.fg(ink).bg(ground),
        Look::Mark => face.fg(palette.mark),
        Look::CurrentMark | Look::Hint => face.fg(palette.ground).bg(palette.mark),
        Look::Link => face.fg(palette.link),
        Look::Name | Look::Remembered | Look::Notice | Look::Field => face,
    }
}
