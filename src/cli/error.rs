//! What kept the program from its work, as one line for the person who ran it.

use std::path::PathBuf;
use std::{fmt, io};

use super::options::{Limits, MIB, THEMES};
use super::{shown, told};
use crate::data::{Fault, LoadError};
use crate::term::tty;
use crate::text;
use crate::ui::page::Page;

#[derive(Debug)]
pub(super) enum Error {
    /// A file that can't be read at all.
    File(PathBuf, io::Error),
    /// What is there is no file: what it is.
    NoFile(PathBuf, &'static str),
    /// A file of more bytes than are to be read; how many, if that is known.
    TooLarge {
        file: PathBuf,
        size: Option<u64>,
        limits: Limits,
    },
    /// Standard input is to be read, and is the terminal.
    NothingPiped,
    /// Standard input is to be read, and typed words too.
    NoWords,
    /// A file that is no record.
    Record(PathBuf, Box<LoadError>),
    /// A file of more entries than are to be read, and what is said of it.
    TooMany(PathBuf, String, Limits),
    /// A file with which there is more than is to be read, of MiB or of entries.
    Together(PathBuf, &'static str, Limits),
    /// A folder without a file that could be a record.
    NoJson(PathBuf),
    /// Folders with so many files none of which is a record.
    NoRecord(Vec<PathBuf>, usize),
    /// What only a record that is named alone can be asked for.
    NotOne,
    /// A record without a single entry that could be opened, and the faults of its file.
    Empty(PathBuf, Vec<Fault>),
    /// Who waited for a record did so no longer.
    Cancelled(PathBuf),
    Terminal(tty::Error),
    /// A variable of the environment with a value that it can't have.
    Variable {
        variable: &'static str,
        value: String,
        names: String,
    },
    /// A theme that there is not, and the file in which it would be.
    Theme(String, Option<PathBuf>),
    Io(io::Error),
    /// Standard input or output, where both are in use.
    Dialogue(io::Error),
    /// A file that can't be written.
    Output(PathBuf, io::Error),
    /// Why no entry is meant by an id.
    NoEntry(String),
    /// What an address asks for that there is not.
    NoView(String),
    /// A record without an entry of the kinds to be exported.
    Nothing(PathBuf),
    /// A file before a verb that names its files itself.
    OneTooMany(PathBuf),
    /// A file is to be watched where there is no screen.
    NoScreen,
    /// Nothing says where the reader's settings would be.
    Homeless,
}

impl Error {
    /// Says of a value of a variable which values there are.
    pub(super) fn variable(variable: &'static str, names: &[&str]) -> impl FnOnce(String) -> Self {
        let names = names.join(", ");
        move |value| Self::Variable { variable, value, names }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "{}: there is no such file; check the name", shown(path))
            }
            Self::File(path, error) => write!(f, "{}: {error}; check the name and the permissions", shown(path)),
            Self::NoFile(path, what) => {
                write!(f, "{}: this is {what} and not a file; name the file of a record", shown(path))
            }
            Self::TooLarge { file, size, limits } => {
                let most = limits.mib.unwrap_or_default();
                let (has, next) = match size.map(|size| size.div_ceil(MIB)) {
                    Some(mib) => (format!("has {mib} MiB"), mib),
                    None => (format!("has more than {most} MiB"), most.saturating_mul(2)),
                };
                write!(
                    f,
                    "{}: the file {has}, and no more than {most} MiB are read; raise that with --limit {next}, or --limit 0 for any size",
                    shown(file)
                )
            }
            Self::NothingPiped => {
                f.write_str("standard input is the terminal; pipe a record into zhegang -, or name its file")
            }
            Self::NoWords => f.write_str(
                "--linear reads words from standard input, and so the record cannot come from there; name its file",
            ),
            Self::TooMany(path, message, limits) => {
                write!(f, "{}: {}", shown(path), limits.told_entries(message))
            }
            Self::Together(path, what, limits) => {
                let mib = limits.mib.unwrap_or_default();
                let most = if *what == "entries" { limits.entries().to_string() } else { mib.to_string() };
                write!(
                    f,
                    "{}: with this file there are more than {most} {what}, and no more are read; raise that with --limit {}, or --limit 0 for any number",
                    shown(path),
                    mib.saturating_mul(2)
                )
            }
            Self::NoJson(path) => {
                write!(f, "{}: no file in this folder ends in .json; name a folder of records", shown(path))
            }
            Self::NoRecord(folders, count) => {
                let names: Vec<String> = folders.iter().map(|folder| shown(folder)).collect();
                let (all, whose) = (names.join(", "), if names.len() == 1 { "its" } else { "their" });
                let check = names.join(" ");
                write!(f, "{all}: none of {whose} files ({count}) is a record; zhegang check {check} tells why")
            }
            Self::NotOne => f.write_str(
                "several files and folders are not written as one; name the one whose file is to be written",
            ),
            Self::Record(path, error) => write!(f, "{}: {error}", shown(path)),
            Self::Empty(path, _) => write!(f, "{}: {}", shown(path), Fault::of_nothing().message),
            Self::Cancelled(path) => write!(f, "{}: reading it was cancelled", shown(path)),
            Self::Terminal(error) => write!(f, "{error}"),
            Self::Variable { variable, value, names } => {
                write!(f, "{variable} is \"{}\"; set it to one of {names}, or unset it", text::neutral(value))
            }
            Self::Theme(name, file) => {
                let own = file.as_deref().map(|file| format!(", and your own in {}", shown(file))).unwrap_or_default();
                write!(f, "no theme is called \"{}\"; there are {}{own}", told(name), THEMES.join(", "))
            }
            Self::Io(error) => write!(f, "standard output: {error}"),
            Self::Dialogue(error) => write!(f, "standard input or output: {error}"),
            Self::NoEntry(why) => write!(f, "{why}"),
            Self::NoView(part) => {
                let pages = Page::ALL.map(Page::code).join(", ");
                write!(
                    f,
                    "\"{}\" is no part of an address; after the ? come view=PAGE, q=WORDS, or view=compare and with=ID, joined by &; the pages are {pages}",
                    told(part)
                )
            }
            Self::Output(path, error) if error.kind() == io::ErrorKind::AlreadyExists => {
                write!(f, "{} is there already; add --force to replace it", shown(path))
            }
            Self::Output(path, error) => write!(f, "{}: {error}; nothing was written", shown(path)),
            Self::NoScreen => f.write_str("--watch needs a terminal that can show a screen; leave it out here"),
            Self::Homeless => f.write_str("nothing says where your settings are; set HOME or XDG_CONFIG_HOME"),
            Self::OneTooMany(path) => {
                write!(f, "diff compares the two files behind it; leave out {} before it", shown(path))
            }
            Self::Nothing(path) => write!(f, "{}: no entry of these kinds; nothing was written", shown(path)),
        }
    }
}
