//! How looks, colours and emphasis are written in settings.

use std::fmt::Write;

use ratatui::style::{Color, Modifier};

use super::{Face, Look};

/// The colours by number, from 0.
const COLOURS: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright black",
    "bright red",
    "bright green",
    "bright yellow",
    "bright blue",
    "bright magenta",
    "bright cyan",
    "bright white",
];
const DEFAULT: &str = "default";
const INDEXED: &str = "indexed ";

pub const EMPHASIS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("faint", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

impl Look {
    /// The name of the role in settings. Names stay as they are.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::FocusedTitle => "focused-title",
            Self::Quiet => "quiet",
            Self::Rule => "rule",
            Self::Row => "text",
            Self::Selected => "selected",
            Self::Remembered => "remembered",
            Self::Key => "key",
            Self::Notice => "notice",
            Self::Mark => "mark",
            Self::CurrentMark => "current-mark",
            Self::Hint => "hint",
            Self::Field => "field",
            Self::Kicker => "kicker",
            Self::Heading => "heading",
            Self::Bullet => "bullet",
            Self::Bar => "bar",
            Self::Link => "link",
            Self::SelectedLink => "selected-link",
        }
    }
}

/// `#rrggbb`, `indexed 30`, `red`, `default`.
pub fn colour(written: &str) -> Option<Color> {
    let written = written.to_ascii_lowercase();
    if let Some(digits) = written.strip_prefix('#') {
        let is_whole = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let [_, r, g, b] = u32::from_str_radix(digits, 16).ok().filter(|_| is_whole)?.to_be_bytes();
        return Some(Color::Rgb(r, g, b));
    }
    if let Some(index) = written.strip_prefix(INDEXED) {
        return index.trim().parse().ok().map(Color::Indexed);
    }
    let named = (0..).zip(COLOURS).find(|(_, name)| *name == written).map(|(index, _)| Color::Indexed(index));
    named.or((written == DEFAULT).then_some(Color::Reset))
}

fn written(colour: Color) -> String {
    match colour {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Indexed(index) => match COLOURS.get(usize::from(index)) {
            Some(name) => (*name).to_owned(),
            None => format!("{INDEXED}{index}"),
        },
        _ => DEFAULT.to_owned(),
    }
}

impl Face {
    /// What a face says that another does not, as a table of TOML; `None` for nothing.
    pub fn beyond(&self, base: &Self) -> Option<String> {
        let mut parts = String::new();
        let mut say = |name: &str, value: &str| {
            let between = if parts.is_empty() { "" } else { ", " };
            write!(parts, "{between}{name} = {value}").expect("a string takes every write");
        };
        for (name, colour, before) in [("fg", self.fg, base.fg), ("bg", self.bg, base.bg)] {
            if let Some(colour) = colour.filter(|colour| Some(*colour) != before) {
                say(name, &format!("\"{}\"", written(colour)));
            }
        }
        for (name, modifier) in EMPHASIS {
            let has = self.modifier.contains(modifier);
            if has != base.modifier.contains(modifier) {
                say(name, &has.to_string());
            }
        }
        (!parts.is_empty()).then(|| format!("{{ {parts} }}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_they_are_written() {
        for (text, expected) in [
            ("#5cc8bd", Color::Rgb(0x5c, 0xc8, 0xbd)),
            ("indexed 30", Color::Indexed(30)),
            ("red", Color::Indexed(1)),
            ("bright white", Color::Indexed(15)),
            ("default", Color::Reset),
        ] {
            assert_eq!(colour(text), Some(expected));
            assert_eq!(written(expected), text);
            assert_eq!(colour(&text.to_uppercase()), Some(expected));
        }
        for text in ["", "#", "#fff", "#12345g", "#+12345", "indexed", "indexed 256", "indexed -1", "pink", "rouge"] {
            assert_eq!(colour(text), None, "{text}");
        }
    }
}
