//! Files of records in canonical form: printed, written in their place, or compared with what is there.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use super::error::Error;
use super::harmless::harmless;
use super::options::{FmtOptions, Outcome};
use super::{FAILED, MISUSED, complain, output, print, read, shown};
use crate::data::{Signs, canonical};
use crate::text::{self, Ambiguous};

/// What stands for standard input where a file is named.
pub(super) const STANDARD_INPUT: &str = "-";

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
    fn of(file: &'a Path) -> Result<Self, Error> {
        let bytes = bytes_of(file)?;
        let text = canonical(&bytes, SIGNS).map_err(|error| Error::Record(name_of(file), error))?;
        Ok(Self { file, is_canonical: text.as_bytes() == &*bytes, text })
    }
}

/// Does what is asked with all files, or where one of them fails with none. A file before the verb counts too.
pub(super) fn run(first: Option<&Path>, options: &FmtOptions) -> Result<u8, Error> {
    let mut files: Vec<&Path> = first.into_iter().chain(options.files.iter().map(PathBuf::as_path)).collect();
    if files.is_empty() {
        files.push(Path::new(STANDARD_INPUT));
    }
    let (formatted, failed): (Vec<_>, Vec<_>) = files.into_iter().map(Formatted::of).partition(Result::is_ok);
    let formatted: Vec<Formatted<'_>> = formatted.into_iter().flatten().collect();
    tell(failed.iter().filter_map(|failed| failed.as_ref().err()));
    let different = || formatted.iter().filter(|formatted| !formatted.is_canonical);
    match options.result {
        Outcome::Compared => {
            print(&different().map(|different| shown(&name_of(different.file)) + "\n").collect::<String>())?;
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

/// What a file or standard input says.
pub(super) fn bytes_of(file: &Path) -> Result<Cow<'static, [u8]>, Error> {
    if !is_standard_input(file) {
        return read(Some(file));
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Error::File(name_of(file), error))?;
    Ok(bytes.into())
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new(STANDARD_INPUT)
}

/// What a file is called in a sentence.
pub(super) fn name_of(file: &Path) -> PathBuf {
    if is_standard_input(file) { PathBuf::from("standard input") } else { file.to_owned() }
}
