//! From a file's bytes to a record, with every fault of the file at once.

use super::model::Record;

/// A record that opened, with what was wrong in its file.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub record: Record,
    pub faults: Vec<Fault>,
    /// Entries that were left out for their faults.
    pub skipped: usize,
}

/// One thing that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// JSON pointer (RFC 6901).
    pub pointer: String,
    /// What is wrong and what to do: one sentence.
    pub message: String,
}

/// A file that can't be opened as a record at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

/// Reads a record.
pub fn load(source: &[u8]) -> Result<Loaded, LoadError> {
    let _ = source;
    todo!()
}
