//! How things look: a face for every role on the screen. Plain values that a session holds; `view` draws with them.

mod built_in;
pub mod contrast;
pub mod written;

use ratatui::style::{Color, Modifier};

use super::article::Role;
use contrast::{READABLE, contrast, faint, rgb};

/// What a piece of the screen is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Names of the record and of what is read.
    Name,
    /// The title of a pane.
    Title,
    /// The title of the pane that has the focus.
    FocusedTitle,
    /// A tab that is not on top, a count, a hint's words, a label.
    Quiet,
    Rule,
    /// A row, and the text of the reader.
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
    /// What kind of thing is read.
    Kicker,
    Heading,
    Bullet,
    /// A number as a bar.
    Bar,
    /// A link inside a line of text.
    Link,
    SelectedLink,
}

impl Look {
    pub const ALL: [Self; 20] = [
        Self::Name,
        Self::Title,
        Self::FocusedTitle,
        Self::Quiet,
        Self::Rule,
        Self::Row,
        Self::Selected,
        Self::Remembered,
        Self::Key,
        Self::Notice,
        Self::Mark,
        Self::CurrentMark,
        Self::Hint,
        Self::Field,
        Self::Kicker,
        Self::Heading,
        Self::Bullet,
        Self::Bar,
        Self::Link,
        Self::SelectedLink,
    ];

    /// The look of a piece of text in the reader.
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Title => Self::Name,
            Role::Beneath | Role::Dim | Role::Label => Self::Quiet,
            Role::Kicker => Self::Kicker,
            Role::Bullet => Self::Bullet,
            Role::Heading => Self::Heading,
            Role::Body | Role::ItemLink => Self::Row,
            Role::Bar => Self::Bar,
            Role::Link => Self::Link,
        }
    }

    /// Whether it comes over what is written already.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Selected | Self::Mark | Self::CurrentMark | Self::Hint)
    }
}

/// Colours and emphasis. A colour that is not said is that of what is beneath.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Face {
    pub fg: Option<Color>,
    pub bg: Option<Color>,
    pub modifier: Modifier,
}

impl Face {
    pub const PLAIN: Self = Self { fg: None, bg: None, modifier: Modifier::empty() };

    pub const fn fg(self, colour: Color) -> Self {
        Self { fg: Some(colour), ..self }
    }

    pub const fn bg(self, colour: Color) -> Self {
        Self { bg: Some(colour), ..self }
    }

    pub const fn with(self, modifier: Modifier) -> Self {
        Self { modifier: self.modifier.union(modifier), ..self }
    }
}

type Faces = [Face; Look::ALL.len()];

/// What a theme is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The terminal's own colours.
    Terminal,
    Dark,
    Light,
    /// High contrast.
    Contrast,
    /// Without any colour.
    Plain,
    /// The reader's own.
    Own,
}

impl Name {
    pub const BUILT_IN: [Self; 5] = [Self::Terminal, Self::Dark, Self::Light, Self::Contrast, Self::Plain];

    /// As it is written in settings.
    pub const fn written(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Plain => "plain",
            Self::Own => "own",
        }
    }
}

/// A face for every look. What a look does not say is said by that of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    pub name: Name,
    faces: Faces,
}

impl Theme {
    pub const TERMINAL: Self = Self::of(Name::Terminal);

    /// The theme of a name; a reader's own begins as the terminal's.
    pub const fn of(name: Name) -> Self {
        Self { name, faces: built_in::faces(name) }
    }

    /// The same faces, as the reader's own.
    pub const fn own(self) -> Self {
        Self { name: Name::Own, ..self }
    }

    /// The theme that is built in under a name.
    pub fn written(name: &str) -> Option<Self> {
        Name::BUILT_IN.into_iter().find(|known| known.written().eq_ignore_ascii_case(name)).map(Self::of)
    }

    /// The theme after this one: those that are built in, then the reader's own.
    pub fn next(&self, own: Option<Self>) -> Self {
        let built_in = Name::BUILT_IN.into_iter().map(Self::of);
        let mut themes = built_in.chain(own).skip_while(|theme| theme.name != self.name).skip(1);
        themes.next().unwrap_or(Self::TERMINAL)
    }

    /// A look as it stands on the ground of the theme.
    pub const fn face(&self, look: Look) -> Face {
        let (face, ground) = (self.faces[look as usize], self.faces[Look::Row as usize]);
        Face { fg: or(face.fg, ground.fg), bg: or(face.bg, ground.bg), modifier: face.modifier }
    }

    /// A look as it was given, without its ground.
    pub const fn given(&self, look: Look) -> Face {
        self.faces[look as usize]
    }

    /// The looks that are hard to read on their ground, with their contrast, as far as colours are known.
    pub fn hard_to_read(&self) -> Vec<(Look, f64)> {
        let found = Look::ALL.into_iter().filter_map(|look| {
            let Face { fg, bg, modifier } = self.face(look);
            let (ink, ground) = (rgb(fg?)?, rgb(bg?)?);
            let ink = if modifier.contains(Modifier::DIM) { faint(ink, ground) } else { ink };
            Some((look, contrast(ink, ground)))
        });
        found.filter(|(_, ratio)| *ratio < READABLE).collect()
    }

    /// The same theme with another face for a look.
    pub const fn with(mut self, look: Look, face: Face) -> Self {
        self.faces[look as usize] = face;
        self
    }
}

const fn or(one: Option<Color>, other: Option<Color>) -> Option<Color> {
    if one.is_some() { one } else { other }
}
