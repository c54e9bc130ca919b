//! Which versions of the format open.

use super::reader::{Reader, quoted};
use super::{Code, LoadError};
use crate::data::format::{VERSION, Version};
use crate::data::tree::{Object, Shape};

const KEY: &str = "format_version";

impl<'a> Reader<'a> {
    /// Refuses a file of a later major version, whose fields may mean something else. One of a later minor version opens.
    pub fn check_version(&mut self, meta: &Object<'a>) -> Result<(), LoadError> {
        let Some(value) = meta.get(KEY) else { return Ok(()) };
        let text = if value.shape() == Shape::Number { Some(value.source().into()) } else { self.string(meta, KEY) };
        let Some(text) = text else { return Ok(()) };
        let found = quoted(&text);
        let Version { major, minor } = VERSION;
        let mut parts = text.splitn(2, '.').map(|part| part.parse::<u64>().ok());
        let (of_file, minor_of_file) = (parts.next().flatten(), parts.next().flatten());
        match of_file {
            Some(later) if later > major => {
                let message = format!(
                    "the file has format version {found} and this program reads up to \"{major}.{minor}\"; \
                     use a newer program"
                );
                return Err(LoadError::at(self.positions, value.offset(), Code::Version, message));
            }
            Some(earlier) if earlier < major => {
                let message = format!("there is no format version {found}; the first is \"{major}.0\", write that");
                self.fault(value, Code::VersionForm, message);
            }
            Some(_) if value.shape() == Shape::Text => {}
            _ => {
                let message = format!("\"{KEY}\" is {found}; write it as \"{major}.{minor}\", a string");
                self.fault(value, Code::VersionForm, message);
            }
        }
        if of_file == Some(major) && minor_of_file.is_some_and(|later| later > minor) {
            let message = format!(
                "the file has format version {found} and this program knows \"{major}.{minor}\", so something of it may \
                 not be shown; use a newer program"
            );
            self.fault(value, Code::LaterVersion, message);
        }
        Ok(())
    }
}
