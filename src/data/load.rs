//! From a file's bytes to a record, with every fault of the file at once.

mod entries;
mod fault;
mod fields;
mod heads;
mod lone;
mod meeting;
mod parents;
mod parliament;
mod position;
mod reader;
mod refs;
mod rest;
#[cfg(test)]
mod tests;
mod texts;
mod unknown;
mod version;

use std::borrow::Cow;

use serde_json::error::Category;

pub use self::fault::{Code, Fault, LoadError, Severity};
pub use self::position::{Position, Positions};
use self::reader::Reader;
use super::model::Record;
use super::progress::Progress;
use super::tree::{Shape, Tree};

/// Makes a text of the file safe to print. What comes into a record or a message has passed through it.
pub type Neutral = fn(&str) -> Cow<'_, str>;

/// A record that opened, with what was wrong in its file.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub record: Record,
    /// In the order of the file.
    pub faults: Vec<Fault>,
    /// How many more there are of each severity.
    pub unlisted: [usize; Severity::ALL.len()],
    /// Entries and offices that were left out for their faults.
    pub skipped: usize,
}

/// The entries and offices of a file that are read where nobody says another number.
pub const MOST_ENTRIES: usize = 1_000_000;

/// The faults of each severity that are listed: who made more has to begin with some of them.
pub const MOST_FAULTS: usize = 10_000;

/// Reads a record. Opens whatever it can: what it can't is told in the faults.
pub fn load(source: &[u8], neutral: Neutral) -> Result<Loaded, LoadError> {
    load_within(source, neutral, MOST_ENTRIES)
}

/// The same of a file with at most so many entries and offices; one with more is refused.
pub fn load_within(source: &[u8], neutral: Neutral, most_entries: usize) -> Result<Loaded, LoadError> {
    load_watched(source, neutral, most_entries, &Progress::default())
}

/// The same for who waits for it. What comes of a reading that is called off is of no use.
pub fn load_watched(
    source: &[u8],
    neutral: Neutral,
    most_entries: usize,
    progress: &Progress,
) -> Result<Loaded, LoadError> {
    let text = text_of(source)?;
    let positions = Positions::new(text.as_bytes());
    let tree = parse(text, &positions, progress)?;
    let root = tree.root();
    let mut reader = Reader::new(&positions, neutral, most_entries, progress);
    let root = match lone::lone(root) {
        Some(root) => root,
        None => reader.open(root).ok_or_else(|| {
            let found = root.shape().phrase();
            let message =
                format!("a record must be one object, but this file is {found}; put it in {{ }} as the format says");
            LoadError::at(&positions, root.offset(), Code::NotARecord, message)
        })?,
    };
    let record = reader.record(&root)?;
    reader.unknown_keys(&root);
    Ok(reader.finish(tree.root(), record))
}

/// The text of a file without the mark that some editors put before UTF-8.
pub fn text_of(source: &[u8]) -> Result<&str, LoadError> {
    let bytes = without_mark(source);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = error.valid_up_to();
        let message = if source.starts_with(b"\xFF\xFE") || source.starts_with(b"\xFE\xFF") {
            "the file is UTF-16; save it as UTF-8".to_owned()
        } else {
            let offset = good + source.len() - bytes.len();
            let byte = bytes.get(good).copied().unwrap_or_default();
            format!("the byte {byte:02X} at offset {offset} is not UTF-8; save the file as UTF-8")
        };
        LoadError::at(&Positions::new(bytes), good, Code::Encoding, message)
    })
}

/// The same to be shown: what is no text in it stands as U+FFFD.
pub fn shown_text_of(source: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(without_mark(source))
}

fn without_mark(source: &[u8]) -> &[u8] {
    source.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(source)
}

pub(super) fn parse<'a>(text: &'a str, positions: &Positions<'_>, progress: &Progress) -> Result<Tree<'a>, LoadError> {
    Tree::parse(text, progress).map_err(|error| {
        let offset = positions.offset_of(error.line(), error.column());
        let message = match error.classify() {
            _ if text.trim().is_empty() => "the file is empty; a record is one JSON object".to_owned(),
            Category::Eof => "the file ends in the middle of a value; look whether its end got lost".to_owned(),
            Category::Syntax | Category::Data | Category::Io => {
                let whole = error.to_string();
                let what = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(what, _)| what);
                format!("this is not JSON ({what}); correct it here or just before")
            }
        };
        LoadError::at(positions, offset, Code::Syntax, message)
    })
}

impl Shape {
    fn phrase(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "true or false",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}
