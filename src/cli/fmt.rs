//! Files of records in canonical form: printed, written in their place, or compared with what is there.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::error::Error;
use super::harmless::harmless;
use super::options::{FmtOptions, Limits, Outcome};
use super::reading::{STANDARD_INPUT, name_of, read};
use super::{FAILED, MISUSED, complain, output, print, shown};
use crate::data::{Signs, canonical};
use crate::text::{self, Ambiguous};

/// How texts are measured and seen.
pub(super) const SIGNS: Signs = Signs { width: |text| text::width(text, Ambiguous::Narrow), neutral: text::neutral };

/// A file and its canonical form.
#[derive(Debug)]
struct Formatted<'a> {
    file: &'a Path,
    is_canonical: bool,
    text: String,
}

impl<'a> Formatted<'a> {
    fn of(file: &'a Path, limits: Limits) -> Result<Self, Error> {
        let bytes = read(Some(file), limits)?;
        let text = canonical(&bytes, SIGNS).map_err(|error| Error::Record(name_of(file).to_owned(), error.into()))?;
        Ok(Self { file, is_canonical: text.as_bytes() == &*bytes, text })
    }
}

/// Does what is asked with all files, or where one of them fails with none. Files before the verb count too.
pub(super) fn run(first: &[PathBuf], options: &FmtOptions, limits: Limits) -> Result<u8, Error> {
    let mut files: Vec<&Path> = first.iter().chain(&options.files).map(PathBuf::as_path).collect();
    if files.is_empty() {
        files.push(Path::new(STANDARD_INPUT));
    }
    let (formatted, failed): (Vec<_>, Vec<_>) =
        files.into_iter().map(|file| Formatted::of(file, limits)).partition(Result::is_ok);
    let formatted: Vec<Formatted<'_>> = formatted.into_iter().flatten().collect();
    tell(failed.iter().filter_map(|failed| failed.as_ref().err()));
    let different = || formatted.iter().filter(|formatted| !formatted.is_canonical);
    match options.result {
        Outcome::Compared => {
            print(&different().map(|different| shown(name_of(different.file)) + "\n").collect::<String>())?;
            let is_same = different().next().is_none();
            Ok(if !failed.is_empty() {
                MISUSED
            } else if is_same {
                0
            } else {
                FAILED
            })
        }
        _ if !failed.is_empty() => Ok(MISUSED),
        Outcome::Printed => {
            let whole: String = formatted.into_iter().map(|formatted| formatted.text).collect();
            print(&if io::stdout().is_terminal() { harmless(&whole) } else { whole })?;
            Ok(0)
        }
        Outcome::Written => {
            let failed: Vec<Error> = different().filter_map(|different| write(different).err()).collect();
            tell(&failed);
            Ok(if failed.is_empty() { 0 } else { MISUSED })
        }
    }
}

fn write(formatted: &Formatted<'_>) -> Result<(), Error> {
    output::write(formatted.file, true, |out| out.write_all(formatted.text.as_bytes()))
        .map_err(|error| Error::Output(formatted.file.to_owned(), error))
}

fn tell<'a>(errors: impl IntoIterator<Item = &'a Error>) {
    errors.into_iter().for_each(|error| complain(&format!("zhegang: {error}\n")));
}
