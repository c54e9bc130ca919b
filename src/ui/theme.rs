//! How things look: a face for every role on the screen. Plain values that a session holds; `view` draws with them.

mod built_in;

use ratatui::style::{Color, Modifier};

use super::article::Role;

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

    pub const fn with(self, modifier: Modifier) -> Self {
        Self { modifier: self.modifier.union(modifier), ..self }
    }
}

/// A face for every look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    faces: [Face; Look::ALL.len()],
}

impl Theme {
    /// The colours of the terminal itself, with one more that is readable on dark and on light.
    pub const TERMINAL: Self = Self { faces: built_in::terminal() };

    pub const fn face(&self, look: Look) -> Face {
        self.faces[look as usize]
    }

    /// The same theme with another face for a look.
    pub const fn with(mut self, look: Look, face: Face) -> Self {
        self.faces[look as usize] = face;
        self
    }
}
