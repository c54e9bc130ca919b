//! Which versions of the format open.

use super::reader::{Reader, quoted};
use super::{Code, LoadError};
use crate::data::tree::{Object, Shape};

const KEY: &str = "format_version";

/// The version that this program was written for: all of one major version open.
const MAJOR: u64 = 1;
const MINOR: u64 = 0;

impl<'a> Reader<'a> {
    /// Refuses a file of a later major version, whose fields may mean something else.
    pub fn check_version(&mut self, meta: &Object<'a>) -> Result<(), LoadError> {
        let Some(value) = meta.get(KEY) else { return Ok(()) };
        let text =
            if value.shape() == Shape::Number { Some(value.source().to_owned()) } else { self.string(meta, KEY) };
        let Some(text) = text else { return Ok(()) };
        let version = quoted(&text);
        match text.split('.').next().and_then(|major| major.parse::<u64>().ok()) {
            Some(major) if major > MAJOR => {
                let message = format!(
                    "the file has format version {version} and this program reads up to \"{MAJOR}.{MINOR}\"; \
                     use a newer program"
                );
                return Err(LoadError::at(self.positions, value.offset(), Code::Version, message));
            }
            Some(_) if value.shape() == Shape::Text => {}
            _ => {
                let message = format!("\"{KEY}\" is {version}; write it as \"{MAJOR}.{MINOR}\", a string");
                self.fault(value, Code::VersionForm, message);
            }
        }
        Ok(())
    }
}
