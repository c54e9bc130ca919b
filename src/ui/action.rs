//! All that a reader can mean, and what the caller must do about it.

/// What a reader means by a key, whatever the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Move(Motion),
    FocusPane(usize),
    NextPane,
    PreviousPane,
    ShiftRight,
    ShiftLeft,
    NextTab,
    PreviousTab,
    /// Into the reader, along the selected link, into the selected hit.
    Open,
    /// One step out: of a field, an overlay, the reader.
    Leave,
    /// To the start page.
    Home,
    Back,
    Forward,
    /// Shows in the other panes only what is tied to the selected entry, or all again.
    Narrow,
    /// The field over everything, or in the reader the field over its text.
    Search,
    /// From the field over the reader's text to the field over everything.
    SearchEverything,
    NextMatch,
    PreviousMatch,
    NextLink,
    PreviousLink,
    /// Puts a letter on every link in sight.
    Hints,
    CopyName,
    SwitchLanguage,
    Help,
    Redraw,
    Quit,
    Suspend,
    Edit(Edit),
}

/// A way through rows. What a row is depends on where the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    Down,
    Up,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageUp,
    /// To the first row, or with a count to the row of that number.
    First,
    /// To the last row, or with a count to the row of that number.
    Last,
    ScreenTop,
    ScreenMiddle,
    ScreenBottom,
}

/// A change to a text field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Left,
    Right,
    Start,
    End,
    DeleteBefore,
    DeleteAfter,
    DeleteWordBefore,
    DeleteToStart,
    DeleteToEnd,
}

/// What the caller must do for a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    Quit,
    Suspend,
    Copy(String),
    /// Forget what the terminal shows and paint it anew.
    Repaint,
}
