//! All that a reader can mean, and what the caller must do about it.

use super::copy::What;
use super::kept::{Awaited, Keep};
use super::page::Page;

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
    /// Opens a page in the reader, or leaves it.
    Page(Page),
    /// Chooses an entry to compare, then the one to compare it with.
    Compare,
    /// Gives the reader the whole screen, or no longer.
    Zoom,
    /// Shows in the other panes only what is tied to the selected entry, or all again.
    Narrow,
    /// The field over everything, or in the reader the field over its text.
    Search,
    /// From the field over the reader's text to the field over everything.
    SearchEverything,
    /// To the row above, or at the first row to the query before.
    UpOrOlder,
    /// To the row below, or from an earlier query to the one after it.
    DownOrNewer,
    /// Lists the hits of the next kind, or of all.
    NextKind,
    PreviousKind,
    /// Puts the hits under their kinds, or the best first.
    Group,
    /// Takes near sounds for each other, or no longer.
    SwitchSlips,
    /// Takes the completion that stands behind the field, or goes to the right.
    Complete,
    /// Reads the selected hit beside the list.
    Read,
    NextHit,
    PreviousHit,
    /// To the next match in the text, or where nothing is looked for in it to the next hit.
    NextMatch,
    PreviousMatch,
    NextLink,
    PreviousLink,
    /// Puts a letter on every link in sight.
    Hints,
    Copy(What),
    /// Shows what was copied last, to be copied by hand.
    ByHand,
    /// The next key is the letter of a mark.
    AwaitLetter(Awaited),
    /// Puts the entry that is read on the list of bookmarks, or opens its note.
    Bookmark,
    /// Opens the list of bookmarks and marks.
    Bookmarks,
    EditNote,
    /// Takes the selected row off the list.
    Remove,
    /// Undoes the last change to what is kept.
    Undo,
    /// Answers a question.
    Yes,
    No,
    /// Shows the address of a document as a QR code.
    Code,
    SwitchLanguage,
    /// Listens to the wheel and to clicks, or no longer.
    SwitchMouse,
    NextTheme,
    Help,
    /// Looks for lines in the help.
    FindInHelp,
    /// Lists all actions by name.
    Palette,
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

/// What a key does to a text field: it stands in it, or edits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Type(char),
    Edit(Edit),
}

/// What the caller must do for a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    Quit,
    Suspend,
    Copy(String),
    /// A change to what the reader keeps of the record.
    Keep(Keep),
    /// Forget what the terminal shows and paint it anew.
    Repaint,
}
