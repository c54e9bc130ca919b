//! Where a key has its meaning.

use super::super::state::{Overlay, State};
use super::super::words::Words;

/// Where a key has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Wherever keys are typed, also in a text field.
    Always,
    /// In the panes, in the reader and over the help.
    Everywhere,
    Panes,
    Reader,
    /// In the field over everything.
    Search,
    /// In the text of a hit, beside the list or in its place.
    Preview,
    /// In the field over the reader's text.
    Find,
    /// In both fields.
    Field,
    /// While a letter is awaited: of a link, of a mark.
    Hints,
    Help,
    /// In the field over the help.
    HelpField,
    /// In the field over all actions.
    Palette,
    /// In the list of bookmarks and marks.
    Bookmarks,
    /// In the field of a note.
    Note,
    /// Where a question is asked.
    Ask,
    /// Over a text to be copied by hand.
    ByHand,
    /// Over a QR code.
    Code,
    /// On the page that says why Chinese can't be shown.
    Unfit,
}

impl Scope {
    pub const ALL: [Self; 18] = [
        Self::Panes,
        Self::Reader,
        Self::Everywhere,
        Self::Hints,
        Self::Search,
        Self::Preview,
        Self::Find,
        Self::Bookmarks,
        Self::Note,
        Self::Ask,
        Self::Palette,
        Self::Help,
        Self::ByHand,
        Self::HelpField,
        Self::Code,
        Self::Always,
        Self::Field,
        Self::Unfit,
    ];

    /// The scope of a session's next key.
    pub const fn of(state: &State) -> Self {
        match &state.overlay {
            Overlay::None if state.view.in_reader => Self::Reader,
            Overlay::None => Self::Panes,
            Overlay::Search(search) if search.reading.is_some() => Self::Preview,
            Overlay::Search(_) => Self::Search,
            Overlay::Find(_) => Self::Find,
            Overlay::Hints | Overlay::Letter(_) => Self::Hints,
            Overlay::Help(help) if help.is_typing => Self::HelpField,
            Overlay::Help(_) => Self::Help,
            Overlay::Palette(_) => Self::Palette,
            Overlay::Bookmarks(_) => Self::Bookmarks,
            Overlay::Note(_) => Self::Note,
            Overlay::Ask(_) => Self::Ask,
            Overlay::ByHand(_) => Self::ByHand,
            Overlay::Code(_) => Self::Code,
            Overlay::Unfit(_) => Self::Unfit,
        }
    }

    /// What a scope is called where a reader writes it. Names stay as they are.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Everywhere => "everywhere",
            Self::Panes => "panes",
            Self::Reader => "reader",
            Self::Search => "search",
            Self::Preview => "preview",
            Self::Find => "find",
            Self::Field => "field",
            Self::Hints => "hints",
            Self::Help => "help",
            Self::HelpField => "help-field",
            Self::Palette => "palette",
            Self::Bookmarks => "bookmarks",
            Self::Note => "note",
            Self::Ask => "ask",
            Self::ByHand => "by-hand",
            Self::Code => "code",
            Self::Unfit => "unfit",
        }
    }

    /// The heading over the keys of this scope.
    pub const fn heading(self, words: &Words) -> &'static str {
        match self {
            Self::Always => words.always,
            Self::Everywhere => words.everywhere,
            Self::Panes => words.panes,
            Self::Reader => words.reader,
            Self::Search => words.search,
            Self::Preview => words.preview,
            Self::Find => words.find,
            Self::Field => words.input,
            Self::Hints => words.choose_letter,
            Self::Help => words.help,
            Self::HelpField => words.palette.find_in_help,
            Self::Palette => words.palette.title,
            Self::Bookmarks => words.kept.bookmarks,
            Self::Note => words.kept.note,
            Self::Ask => words.kept.asked,
            Self::ByHand => words.copying.by_hand,
            Self::Code => words.code,
            Self::Unfit => words.unfit,
        }
    }

    /// Whether keys are typed in it, and not only in those that share its keys.
    pub(super) const fn is_place(self) -> bool {
        !matches!(self, Self::Always | Self::Everywhere | Self::Field)
    }

    pub const fn is_field(self) -> bool {
        matches!(self, Self::Search | Self::Find | Self::Note | Self::Palette | Self::HelpField)
    }

    /// The scope whose keys hold here too, where this one has none of its own for them.
    pub(super) const fn shared(self) -> Option<Self> {
        match self {
            Self::Panes | Self::Reader | Self::Help | Self::Preview | Self::Bookmarks => Some(Self::Everywhere),
            Self::Search | Self::Find | Self::Note | Self::Palette | Self::HelpField => Some(Self::Field),
            Self::Always
            | Self::Everywhere
            | Self::Field
            | Self::Hints
            | Self::Ask
            | Self::ByHand
            | Self::Code
            | Self::Unfit => None,
        }
    }
}
