//! The record, or some of its kinds, as a document for other programs.

mod csv;
mod markdown;

use std::io::{self, Write};

use super::error::Error;
use super::harmless::harmless;
use super::kinds;
use super::options::{ExportOptions, Format};
use crate::data::{EntryId, Kind, Lang};
use crate::ui::{World, json};

/// What is exported.
#[derive(Debug)]
pub(super) struct Export<'a> {
    world: &'a World,
    /// The file of the record.
    bytes: &'a [u8],
    kinds: Vec<Kind>,
    format: Format,
    lang: Lang,
}

impl<'a> Export<'a> {
    /// Several records have no file.
    pub(super) fn of(
        world: &'a World,
        bytes: Option<&'a [u8]>,
        options: &ExportOptions,
        lang: Lang,
    ) -> Result<Self, Error> {
        if options.format == Format::Record && bytes.is_none() {
            return Err(Error::NotOne);
        }
        let kinds = if options.kinds.is_empty() { Kind::ALL.to_vec() } else { options.kinds.clone() };
        Ok(Self { world, bytes: bytes.unwrap_or_default(), kinds, format: options.format, lang })
    }

    /// Whether the record has anything of the kinds asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.entries().next().is_none()
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            Format::Markdown => markdown::write(out, self.world, &self.kinds, self.lang),
            Format::Csv => csv::write(out, self.entries().map(|id| json::fields(self.world, id, self.lang))),
            Format::Json => self.array(out),
            Format::Jsonl => self.entries().try_for_each(|id| writeln!(out, "{}", self.object(id))),
            Format::Record => out.write_all(self.bytes),
        }
    }

    /// The same for a terminal. A file of a record that could act on it says the same in escapes of JSON.
    pub(super) fn write_harmless(&self, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            Format::Record => out.write_all(harmless(&String::from_utf8_lossy(self.bytes)).as_bytes()),
            _ => self.write(out),
        }
    }

    fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.kinds.iter().flat_map(|kind| kinds::entries(self.world, *kind))
    }

    /// One array, an object a line.
    fn array(&self, out: &mut dyn Write) -> io::Result<()> {
        for (number, id) in self.entries().enumerate() {
            let before = if number == 0 { "[" } else { "," };
            write!(out, "{before}\n{}", self.object(id))?;
        }
        writeln!(out, "\n]")
    }

    fn object(&self, id: EntryId) -> serde_json::Value {
        json::of(self.world, id, self.lang)
    }
}
