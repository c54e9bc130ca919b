//! What is wrong in a file: of what sort, how much it matters, where it stands and what to do.

use std::error::Error;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::position::{Position, Positions};
use crate::data::id::EntryId;

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something in the file is not read.
    Error,
    /// All is read, but it may not be what was meant.
    Warning,
    /// All is read; an author may want to know.
    Note,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// Whether faults of it are told without being asked for.
    pub const fn is_told(self) -> bool {
        !matches!(self, Self::Note)
    }
}

/// Of what sort a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The file is not UTF-8.
    Encoding,
    /// The file is not JSON.
    Syntax,
    /// The file is JSON, but no record.
    NotARecord,
    /// The file has a format version that is not read.
    Version,
    /// The file has more entries than are to be read.
    TooMany,
    /// A value is of another type than its key asks for.
    WrongType,
    /// A value that must be there is missing or empty.
    Missing,
    /// A text has an escape that stands for no character.
    Escape,
    /// A value is of the right type, but none of those that its key can have.
    BadValue,
    BadDate,
    /// An id that another object has already.
    RepeatedId,
    /// A reference to nothing, or to something that was left out.
    Dangling,
    /// A reference to an entry of another kind than its key asks for.
    WrongKind,
    /// An entry that is part of itself.
    Circle,
    /// A key that stands twice in one object.
    RepeatedKey,
    /// A version in a form that was not meant.
    VersionForm,
    /// A key that the format does not have: told once for each class of objects.
    UnknownKey,
    /// A version of the format later than this program.
    LaterVersion,
}

impl Code {
    pub const ALL: [Self; 18] = [
        Self::Encoding,
        Self::Syntax,
        Self::NotARecord,
        Self::Version,
        Self::TooMany,
        Self::WrongType,
        Self::Missing,
        Self::Escape,
        Self::BadValue,
        Self::BadDate,
        Self::RepeatedId,
        Self::Dangling,
        Self::WrongKind,
        Self::Circle,
        Self::RepeatedKey,
        Self::VersionForm,
        Self::UnknownKey,
        Self::LaterVersion,
    ];

    pub const fn severity(self) -> Severity {
        match self {
            Self::RepeatedKey | Self::VersionForm => Severity::Warning,
            Self::UnknownKey | Self::LaterVersion => Severity::Note,
            _ => Severity::Error,
        }
    }

    /// As it is printed: in lower case with hyphens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Syntax => "syntax",
            Self::NotARecord => "not-a-record",
            Self::Version => "version",
            Self::TooMany => "too-many",
            Self::WrongType => "wrong-type",
            Self::Missing => "missing",
            Self::Escape => "escape",
            Self::BadValue => "bad-value",
            Self::BadDate => "bad-date",
            Self::RepeatedId => "repeated-id",
            Self::Dangling => "dangling",
            Self::WrongKind => "wrong-kind",
            Self::Circle => "circle",
            Self::RepeatedKey => "repeated-key",
            Self::VersionForm => "version-form",
            Self::UnknownKey => "unknown-key",
            Self::LaterVersion => "later-version",
        }
    }
}

/// One thing that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: Code,
    /// Bytes from the start of the text of the file (`text_of`).
    pub range: Range<usize>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// The entry that it is in, if that is in the record.
    pub entry: Option<EntryId>,
    /// The name of its file, fit to be shown, where several were opened.
    pub file: Option<Arc<str>>,
    /// What is wrong and what to do: one sentence.
    pub message: String,
}

impl Fault {
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Whether it is told without being asked for.
    pub fn is_told(&self) -> bool {
        self.severity().is_told()
    }

    /// That a file opens and there is nothing in it.
    pub fn of_nothing() -> Self {
        Self::of_whole(
            "no entry could be opened; a record has arrays such as \"persons\" or \"policy_areas\"".to_owned(),
        )
    }

    /// That a file is no record, and why.
    pub fn of_whole(message: String) -> Self {
        let (code, pointer) = (Code::NotARecord, String::new());
        Self { code, range: 0..0, line: 1, column: 1, pointer, entry: None, file: None, message }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, pointer, message, .. } = self;
        write!(f, "line {line}, column {column}")?;
        if !pointer.is_empty() {
            write!(f, " ({pointer})")?;
        }
        write!(f, ": {message}")
    }
}

/// A file that can't be opened as a record at all, for this one fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError(pub Fault);

impl LoadError {
    pub(super) fn at(positions: &Positions<'_>, offset: usize, code: Code, message: impl Into<String>) -> Self {
        let Position { line, column } = positions.of(offset);
        let (range, pointer, message) = (offset..offset, String::new(), message.into());
        Self(Fault { code, range, line, column, pointer, entry: None, file: None, message })
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for LoadError {}
