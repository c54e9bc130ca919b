//! Colours for terminals that have fewer of them, and their codes.

use std::fmt::Write;

use ratatui::style::Color;

use crate::ui::theme::contrast::{NAMED, READABLE, Rgb, contrast, indexed, rgb};

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

/// Colours that differ by no more than this between their channels are taken for grey.
const MOST_TINT: u8 = 32;

impl Colours {
    /// An ink on a ground: the colours themselves, or the nearest that there are and that can be read.
    pub fn nearest(self, ink: Color, ground: Color) -> [Color; 2] {
        match self {
            Self::None => [Color::Reset; 2],
            Self::Sixteen => {
                let is_like = |found: Rgb, wanted: Rgb| is_grey(found) == is_grey(wanted);
                // The terminal's own ink may be of any colour.
                let ground = match ink {
                    Color::Reset => named(ground, |found, wanted| is_read_on_both(found) && is_like(found, wanted)),
                    _ => named(ground, |_, _| true),
                };
                let is_read = |ink: Rgb| match rgb(ground) {
                    Some(ground) => contrast(ink, ground) >= READABLE,
                    None => is_read_on_both(ink),
                };
                [named(ink, |found, wanted| is_read(found) && is_like(found, wanted)), ground]
            }
            Self::Indexed => [ink, ground].map(nearest_indexed),
            Self::True => [ink, ground],
        }
    }
}

/// The colours of one terminal, each looked for once.
#[derive(Debug, Clone)]
pub(super) struct Found {
    colours: Colours,
    /// Inks and grounds with what they become.
    known: Vec<([Color; 2], [Color; 2])>,
}

impl Found {
    pub(super) const fn new(colours: Colours) -> Self {
        Self { colours, known: Vec::new() }
    }

    pub(super) fn nearest(&mut self, ink: Color, ground: Color) -> [Color; 2] {
        if let Some((_, found)) = self.known.iter().find(|(wanted, _)| *wanted == [ink, ground]) {
            return *found;
        }
        let found = self.colours.nearest(ink, ground);
        self.known.push(([ink, ground], found));
        found
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

/// The colour itself if it has a name, else the nearest of those that fit.
fn named(colour: Color, fits: impl Fn(Rgb, Rgb) -> bool) -> Color {
    let wanted = match colour {
        Color::Indexed(index) if usize::from(index) < NAMED.len() => return NAMED[usize::from(index)].0,
        Color::Indexed(index) => indexed(index),
        Color::Rgb(r, g, b) => [r, g, b],
        named => return named,
    };
    let fitting = NAMED.into_iter().filter(|(_, rgb)| fits(*rgb, wanted));
    fitting.min_by_key(|(_, rgb)| distance(wanted, *rgb)).map_or(Color::Reset, |(colour, _)| colour)
}

/// Grey, or nearly.
fn is_grey(rgb: Rgb) -> bool {
    let (least, most) = (rgb.iter().min(), rgb.iter().max());
    least.zip(most).is_some_and(|(least, most)| most - least <= MOST_TINT)
}

/// Whether it can be read on black and on white, as far as any of the sixteen can.
fn is_read_on_both(rgb: Rgb) -> bool {
    [[0; 3], [255; 3]].into_iter().all(|ground| contrast(rgb, ground) >= 3.0)
}

/// The first sixteen are left out: people change them.
fn nearest_indexed(colour: Color) -> Color {
    let Color::Rgb(r, g, b) = colour else { return colour };
    (16..=255).min_by_key(|&index| distance([r, g, b], indexed(index))).map_or(Color::Reset, Color::Indexed)
}

fn distance(a: Rgb, b: Rgb) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DARK: Color = Color::Rgb(22, 25, 29);
    const PAPER: Color = Color::Rgb(250, 248, 243);

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
            assert_eq!(colours.nearest(wanted, Color::Reset), [shown, Color::Reset], "{wanted:?} with {colours:?}");
        }
    }

    #[test]
    fn an_ink_stays_readable_on_its_ground() {
        let teal = Color::Rgb(92, 200, 189);
        for (colours, wanted, shown) in [
            (Colours::True, [teal, DARK], [teal, DARK]),
            (Colours::Indexed, [teal, DARK], [Color::Indexed(79), Color::Indexed(234)]),
            (Colours::Sixteen, [teal, DARK], [Color::Cyan, Color::Black]),
            (Colours::Sixteen, [teal, PAPER], [Color::LightBlue, Color::White]),
            (Colours::Sixteen, [PAPER, PAPER], [Color::Black, Color::White]),
            (Colours::Sixteen, [Color::White, Color::Black], [Color::White, Color::Black]),
            (Colours::Sixteen, [Color::Reset, Color::Indexed(29)], [Color::Reset, Color::LightBlue]),
            (Colours::None, [teal, DARK], [Color::Reset, Color::Reset]),
        ] {
            assert_eq!(colours.nearest(wanted[0], wanted[1]), shown, "{wanted:?} with {colours:?}");
        }
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
