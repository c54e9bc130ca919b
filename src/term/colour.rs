//! Colours for terminals that have fewer of them, and their codes.

use std::fmt::Write;

use ratatui::style::Color;

/// How many colours a terminal shows. A choice of the session, never of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// Bold, dim, italic, underlined and reversed only.
    None,
    #[default]
    Sixteen,
    Indexed,
    True,
}

type Rgb = [u8; 3];

/// xterm's values of the sixteen named colours, in the order of their numbers.
const NAMED: [(Color, Rgb); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];
/// The levels of the 6x6x6 cube that indices 16 to 231 stand for.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

impl Colours {
    /// The colour itself, or the nearest that there is.
    pub fn nearest(self, colour: Color) -> Color {
        match (self, colour) {
            (Self::None, _) => Color::Reset,
            (Self::Sixteen, Color::Rgb(r, g, b)) => nearest_named([r, g, b]),
            (Self::Sixteen, Color::Indexed(index)) => named(index).unwrap_or_else(|| nearest_named(rgb(index))),
            (Self::Indexed, Color::Rgb(r, g, b)) => nearest_indexed([r, g, b]),
            _ => colour,
        }
    }
}

/// Writes the parameters that choose a colour. `base` is 30 for the foreground, 40 for the background.
pub(super) fn write_code(codes: &mut String, colour: Color, base: u8) {
    let written = match colour {
        Color::Reset => write!(codes, "{}", base + 9),
        Color::Rgb(r, g, b) => write!(codes, "{};2;{r};{g};{b}", base + 8),
        Color::Indexed(index) => write!(codes, "{};5;{index}", base + 8),
        named => match (0..).zip(NAMED).find(|(_, (colour, _))| *colour == named) {
            Some((number @ 0..8, _)) => write!(codes, "{}", base + number),
            Some((number, _)) => write!(codes, "{}", base + 60 + (number - 8)),
            None => Ok(()),
        },
    };
    written.expect("a string takes every write");
}

fn named(index: u8) -> Option<Color> {
    NAMED.get(usize::from(index)).map(|(colour, _)| *colour)
}

/// The value of an index of the palette.
fn rgb(index: u8) -> Rgb {
    match index {
        0..16 => NAMED[usize::from(index)].1,
        16..232 => [36, 6, 1].map(|step| LEVELS[usize::from((index - 16) / step % 6)]),
        232.. => [8 + 10 * (index - 232); 3],
    }
}

/// The nearest of the named colours that can be read on black and on white; grey only for grey.
fn nearest_named(wanted: Rgb) -> Color {
    let fits = |(_, rgb): &(Color, Rgb)| is_readable(*rgb) && is_grey(*rgb) == is_grey(wanted);
    let nearest = NAMED.into_iter().filter(fits).min_by_key(|(_, rgb)| distance(wanted, *rgb));
    nearest.map_or(Color::Reset, |(colour, _)| colour)
}

fn is_grey(rgb: Rgb) -> bool {
    rgb.iter().max() == rgb.iter().min()
}

/// Whether the contrast (WCAG 2) with black and with white is 3 at least.
fn is_readable(rgb: Rgb) -> bool {
    let [r, g, b] = rgb.map(|level| (f64::from(level) / 255.0).powf(2.2));
    let luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    (luminance + 0.05) / 0.05 >= 3.0 && 1.05 / (luminance + 0.05) >= 3.0
}

/// The first sixteen are left out: people change them.
fn nearest_indexed(wanted: Rgb) -> Color {
    (16..=255).min_by_key(|&index| distance(wanted, rgb(index))).map_or(Color::Reset, Color::Indexed)
}

fn distance(a: Rgb, b: Rgb) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_the_terminal_lacks_becomes_the_nearest_that_it_has() {
        for (colours, wanted, shown) in [
            (Colours::True, Color::Rgb(1, 2, 3), Color::Rgb(1, 2, 3)),
            (Colours::Indexed, Color::Rgb(255, 0, 0), Color::Indexed(196)),
            (Colours::Indexed, Color::Rgb(9, 9, 9), Color::Indexed(232)),
            (Colours::Indexed, Color::Indexed(7), Color::Indexed(7)),
            (Colours::Sixteen, Color::Rgb(250, 10, 10), Color::LightRed),
            (Colours::Sixteen, Color::Indexed(240), Color::DarkGray),
            (Colours::Sixteen, Color::Indexed(29), Color::LightBlue),
            (Colours::Sixteen, Color::Rgb(0, 0, 0), Color::DarkGray),
            (Colours::Sixteen, Color::Indexed(3), Color::Yellow),
            (Colours::Sixteen, Color::Cyan, Color::Cyan),
            (Colours::None, Color::Cyan, Color::Reset),
            (Colours::None, Color::Reset, Color::Reset),
        ] {
            assert_eq!(colours.nearest(wanted), shown, "{wanted:?} with {colours:?}");
        }
    }

    #[test]
    fn what_is_chosen_can_be_read_on_black_and_on_white() {
        let readable: Vec<_> =
            NAMED.into_iter().filter(|(_, rgb)| is_readable(*rgb)).map(|(colour, _)| colour).collect();
        let expected =
            [Color::Red, Color::Magenta, Color::DarkGray, Color::LightRed, Color::LightBlue, Color::LightMagenta];
        assert_eq!(readable, expected);
    }

    #[test]
    fn named_colours_have_the_short_codes() {
        for (colour, base, code) in [
            (Color::Reset, 30, "39"),
            (Color::Blue, 40, "44"),
            (Color::White, 30, "97"),
            (Color::Indexed(240), 30, "38;5;240"),
            (Color::Rgb(1, 2, 3), 40, "48;2;1;2;3"),
        ] {
            let mut codes = String::new();
            write_code(&mut codes, colour, base);
            assert_eq!(codes, code);
        }
    }
}
