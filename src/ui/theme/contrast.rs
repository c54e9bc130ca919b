//! How well one colour is read on another: WCAG 2, by xterm's values of the colours that have a number.

use ratatui::style::Color;

pub type Rgb = [u8; 3];

/// The least contrast at which text is read well.
pub const READABLE: f64 = 4.5;

/// xterm's values of the sixteen named colours, in the order of their numbers.
pub const NAMED: [(Color, Rgb); 16] = [
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

/// The value of an index of the palette.
pub fn indexed(index: u8) -> Rgb {
    match index {
        0..16 => NAMED[usize::from(index)].1,
        16..232 => [36, 6, 1].map(|step| LEVELS[usize::from((index - 16) / step % 6)]),
        232.. => [8 + 10 * (index - 232); 3],
    }
}

/// The value of a colour; `None` for the terminal's own.
pub fn rgb(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Reset => None,
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(index) => Some(indexed(index)),
        named => NAMED.iter().find(|(colour, _)| *colour == named).map(|(_, rgb)| *rgb),
    }
}

/// From 1 for the same colour to 21 for black on white.
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Ink that is drawn faint: terminals take a third off it, or less.
pub fn faint(ink: Rgb, ground: Rgb) -> Rgb {
    let third = |ink: u8, ground: u8| u16::from(ink) * 2 / 3 + u16::from(ground) / 3;
    std::array::from_fn(|channel| u8::try_from(third(ink[channel], ground[channel])).unwrap_or(u8::MAX))
}

fn luminance(rgb: Rgb) -> f64 {
    let [r, g, b] = rgb.map(|level| {
        let level = f64::from(level) / 255.0;
        if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: Rgb = [0, 0, 0];
    const WHITE: Rgb = [255, 255, 255];

    #[test]
    fn contrast_is_that_of_wcag() {
        for (one, other, expected) in [
            (BLACK, WHITE, 21.0),
            (WHITE, WHITE, 1.0),
            ([119, 119, 119], WHITE, 4.478),
            ([118, 118, 118], WHITE, 4.542),
            ([0, 0, 255], WHITE, 8.592),
        ] {
            assert!((contrast(one, other) - expected).abs() < 0.001, "{one:?} {other:?}");
            assert!((contrast(other, one) - expected).abs() < 0.001, "{other:?} {one:?}");
        }
    }

    /// Where the ground is not known, only what is read on both can be drawn: few of the 256 are, none of the sixteen.
    #[test]
    fn few_colours_are_read_on_black_and_on_white() {
        let on_both = |rgb: &Rgb| contrast(*rgb, BLACK).min(contrast(*rgb, WHITE));
        let readable: Vec<u8> = (0..=255).filter(|index| on_both(&indexed(*index)) >= READABLE).collect();
        assert_eq!(readable, [29, 63, 98, 131, 163, 243]);
        let best = NAMED.iter().map(|(_, rgb)| on_both(rgb)).fold(0.0, f64::max);
        assert!((4.4..READABLE).contains(&best), "{best}");
    }
}
