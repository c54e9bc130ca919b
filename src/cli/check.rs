//! The faults of record files, for the shell: all of them where they are asked for, else the first.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::error::Error;
use super::options::{CheckOptions, Limits};
use super::reading::{found, name_of_record, read};
use super::settings::Settings;
use super::{FAILED, MISUSED, complain, shown, stream};
use crate::data::{self, Code, Fault, Loaded, Severity};
use crate::text::{self, Ambiguous, Excerpt};
use crate::ui::World;
use crate::ui::world::FIRST_FAULTS;

/// The columns of an excerpt.
const EXCERPT_COLS: usize = 60;

/// Tells of a file that was opened for something else what was wrong in it.
pub(super) fn tell_of(file: Option<&Path>, world: &World) {
    tell(file, &world.faults, world.unlisted);
}

/// The same of faults, and of how many more there are of each severity.
pub(super) fn tell(file: Option<&Path>, faults: &[Fault], unlisted: [usize; Severity::ALL.len()]) {
    let name = shown(&name_of_record(file));
    let told = || faults.iter().filter(|fault| fault.is_told());
    let unlisted = Severity::ALL.into_iter().zip(unlisted).filter(|(severity, _)| severity.is_told());
    let count = told().count() + unlisted.map(|(_, count)| count).sum::<usize>();
    for fault in told().take(FIRST_FAULTS) {
        let name = fault.file.as_deref().unwrap_or(&name);
        complain(&format!("zhegang: {name}: {fault}\n"));
    }
    if let Some(more) = count.checked_sub(FIRST_FAULTS).filter(|more| *more > 0) {
        let name = if told().any(|fault| fault.file.is_some()) { String::new() } else { name + ": " };
        complain(&format!("zhegang: {name}{more} more; zhegang check FILE lists all\n"));
    }
}

/// Prints all faults of files and of those in folders, or of the record that is built in.
pub(super) fn run(settings: &Settings, options: &CheckOptions) -> Result<u8, Error> {
    let ambiguous = settings.ambiguous()?.value.drawn(Ambiguous::Narrow);
    let named = if options.files.is_empty() { &settings.options.files } else { &options.files };
    let found = found(named)?;
    let mut files: Vec<Option<&Path>> = found.iter().map(|found| Some(found.path.as_path())).collect();
    if files.is_empty() {
        files.push(None);
    }
    stream(|out| write(out, &files, options, settings.options.limits, ambiguous))
}

/// Writes all faults of files, and returns the exit code.
fn write(
    out: &mut dyn Write,
    files: &[Option<&Path>],
    options: &CheckOptions,
    limits: Limits,
    ambiguous: Ambiguous,
) -> io::Result<u8> {
    let mut code = 0;
    for file in files {
        match read(*file, limits) {
            Ok(bytes) => {
                let checked = Checked::of(shown(&name_of_record(*file)), &bytes, limits);
                if options.is_json {
                    checked.write_objects(out)?;
                } else {
                    checked.write_lines(out, ambiguous)?;
                }
                code = code.max(checked.code(options.is_strict));
            }
            Err(error) => {
                complain(&format!("zhegang: {error}\n"));
                code = MISUSED;
            }
        }
    }
    Ok(code)
}

/// A file with its faults.
struct Checked<'a> {
    name: String,
    /// What the places of the faults are places in.
    text: Cow<'a, str>,
    faults: Vec<Fault>,
    /// How many more there are of each severity.
    unlisted: [usize; Severity::ALL.len()],
    /// Of one that opens as a record: its entries, and how many were left out.
    entries: Option<(usize, usize)>,
}

impl<'a> Checked<'a> {
    fn of(name: String, bytes: &'a [u8], limits: Limits) -> Self {
        let text = data::shown_text_of(bytes);
        let (faults, unlisted, entries) = match data::load_within(bytes, text::neutral, limits.entries()) {
            Ok(Loaded { record, mut faults, unlisted, skipped }) => {
                let count = record.all_ids().count();
                if count == 0 {
                    faults.push(Fault::of_nothing());
                }
                (faults, unlisted, (count > 0).then_some((count, skipped)))
            }
            Err(mut error) => {
                if error.0.code == Code::TooMany {
                    error.0.message = limits.told_entries(&error.0.message);
                }
                (vec![error.0], Default::default(), None)
            }
        };
        Self { name, text, faults, unlisted, entries }
    }

    fn code(&self, is_strict: bool) -> u8 {
        let fails = |fault: &Fault| is_strict || fault.severity() == Severity::Error;
        if self.faults.iter().any(fails) { FAILED } else { 0 }
    }

    fn count(&self, severity: Severity) -> usize {
        let listed = self.faults.iter().filter(|fault| fault.severity() == severity).count();
        listed + self.unlisted[severity as usize]
    }

    /// As compilers tell them, each with the piece of the file that it is about, and a last line with their number.
    fn write_lines(&self, out: &mut dyn Write, ambiguous: Ambiguous) -> io::Result<()> {
        let name = &self.name;
        for fault in &self.faults {
            let Fault { code, line, column, pointer, message, .. } = fault;
            writeln!(out, "{name}:{line}:{column}: {}: {message}", fault.severity().code())?;
            let at = if pointer.is_empty() { String::new() } else { format!(" at {pointer}") };
            writeln!(out, "  {}{at}", code.name())?;
            let excerpt = Excerpt::of(&self.text, fault.range.clone(), EXCERPT_COLS, ambiguous);
            writeln!(out, "    {}\n    {}", excerpt.line, excerpt.carets())?;
        }
        if let unlisted @ 1.. = self.unlisted.iter().sum::<usize>() {
            writeln!(out, "{name}: {unlisted} more, which are counted and not listed; correct some of these first")?;
        }
        let counts = Severity::ALL.map(|severity| (self.count(severity), severity.code()));
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, word)| counted(count, word)).collect();
        let counts = if counts.is_empty() { "no fault".to_owned() } else { counts.join(", ") };
        match self.entries {
            Some((entries, 0)) => writeln!(out, "{name}: {counts}; entries: {entries}"),
            Some((entries, skipped)) => writeln!(out, "{name}: {counts}; entries: {entries}, left out: {skipped}"),
            None => writeln!(out, "{name}: {counts}; it does not open"),
        }
    }

    /// An object a line; of a file that opens a last one with its numbers.
    fn write_objects(&self, out: &mut dyn Write) -> io::Result<()> {
        for fault in &self.faults {
            let Fault { code, line, column, pointer, message, .. } = fault;
            let object = json!({
                "file": self.name,
                "severity": fault.severity().code(),
                "code": code.name(),
                "line": line,
                "column": column,
                "pointer": pointer,
                "message": message,
            });
            writeln!(out, "{object}")?;
        }
        let Some((entries, left_out)) = self.entries else { return Ok(()) };
        let [errors, warnings, notes] = Severity::ALL.map(|severity| self.count(severity));
        let summary = json!({
            "file": self.name,
            "entries": entries,
            "left_out": left_out,
            "unlisted": self.unlisted.iter().sum::<usize>(),
            "errors": errors,
            "warnings": warnings,
            "notes": notes,
        });
        writeln!(out, "{summary}")
    }
}

fn counted(count: usize, word: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}
