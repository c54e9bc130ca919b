//! The file with a reader's settings: what it says, and every fault of it at once.

mod keys;
pub(super) mod theme;
pub(super) mod told;

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use theme::Chosen;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::options::{BORDERS, Color, LANGS, Width, color, lang};
use super::told;
use crate::data::{Lang, Position, Positions};
use crate::ui::keymap::Keymap;
use crate::ui::layout::Borders;

/// What the file is called.
pub(super) const FILE: &str = "config.toml";
/// No file of settings is longer, in bytes.
const MOST_BYTES: u64 = 256 * 1024;
/// Names that are at least so much alike may have been meant for each other.
const LEAST_LIKENESS: f64 = 0.7;
/// The settings that a file may have.
const SETTINGS: [&str; 7] = ["lang", "ambiguous", "color", "theme", "borders", "mouse", "keys"];

/// What the file of a reader says.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// `None` where nothing says where it would be.
    pub(super) path: Option<PathBuf>,
    pub(super) is_there: bool,
    pub(super) lang: Option<Said<Lang>>,
    pub(super) ambiguous: Option<Said<Width>>,
    pub(super) color: Option<Said<Color>>,
    pub(super) theme: Option<Said<Chosen>>,
    pub(super) borders: Option<Said<Borders>>,
    pub(super) mouse: Option<Said<bool>>,
    pub(super) keymap: Arc<Keymap>,
    /// The actions with keys of the reader's own, and the lines that say so.
    pub(super) own_keys: Vec<keys::Own>,
    /// In the order of the file.
    pub(super) faults: Vec<Fault>,
}

/// A setting and the line of the file that says it, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said<T> {
    pub(super) value: T,
    pub(super) line: usize,
}

/// One thing that is wrong in the file, or with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// `None` where the whole file can't be read.
    pub(super) position: Option<Position>,
    /// The file of a theme, where it is there.
    pub(super) file: Option<PathBuf>,
    /// Whether it is about keys, or about the whole file.
    pub(super) is_of_keys: bool,
    pub(super) is_of_file: bool,
    /// What is wrong and what to do: one sentence.
    pub(super) message: String,
}

impl Fault {
    /// What is wrong at a place of a file, or with all of it.
    pub(super) const fn new(position: Option<Position>, message: String) -> Self {
        Self { position, file: None, is_of_keys: false, is_of_file: false, message }
    }

    /// What keeps a whole file from being read as it was meant.
    fn of_file(position: Option<Position>, message: String) -> Self {
        Self { is_of_file: true, ..Self::new(position, message) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(Position { line, column }) => write!(f, "line {line}, column {column}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl Config {
    /// Reads the file that was named, else the usual one, which need not be there.
    pub(super) fn open(named: Option<&Path>, usual: Option<PathBuf>) -> Self {
        let Some(path) = named.map(Path::to_owned).or(usual) else { return Self::default() };
        match read(&path) {
            Ok(bytes) => {
                let config = Self { path: Some(path), is_there: true, ..Self::default() };
                Self::read_with(&bytes, config, Reader::root)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => {
                Self { path: Some(path), ..Self::default() }
            }
            Err(error) => {
                let message = format!("{error}; check the name and the permissions");
                Self { path: Some(path), faults: vec![Fault::of_file(None, message)], ..Self::default() }
            }
        }
    }

    /// Reads the bytes of a file into what is known of it.
    fn read_with<'a>(bytes: &'a [u8], config: Self, read: impl FnOnce(&mut Reader<'a>, &DeTable<'_>)) -> Self {
        let positions = Positions::new(bytes);
        let text = match str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let message = "the file is not UTF-8; save it as UTF-8".to_owned();
                let position = Some(positions.of(error.valid_up_to()));
                return Self { faults: vec![Fault::of_file(position, message)], ..config };
            }
        };
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { positions, config };
        for error in errors {
            let message = format!("{}; write it as TOML (https://toml.io)", told(error.message()));
            reader.fault(error.span().map_or(0, |span| span.start), message);
        }
        reader.config.faults.iter_mut().for_each(|fault| fault.is_of_file = true);
        read(&mut reader, root.get_ref());
        let mut config = reader.config;
        config.faults.sort_by_key(|fault| {
            (fault.file.is_some(), fault.position.map(|at| (at.line, !fault.is_of_file, at.column)))
        });
        // Whatever else is wrong in a line that is not TOML comes from that.
        let line = |fault: &Fault| fault.position.map(|at| at.line);
        config.faults.dedup_by(|fault, before| before.is_of_file && line(fault) == line(before));
        config
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::other("the file is too long for settings"));
    }
    Ok(bytes)
}

struct Reader<'a> {
    positions: Positions<'a>,
    config: Config,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn root(&mut self, root: &DeTable<'_>) {
        for (name, value) in root {
            match name.get_ref().as_ref() {
                "lang" => self.config.lang = self.one_of("lang", value, &LANGS, lang),
                "ambiguous" => self.config.ambiguous = self.one_of("ambiguous", value, &Width::NAMES, Width::parse),
                "color" => self.config.color = self.one_of("color", value, &Color::NAMES, color),
                "theme" => self.theme(value),
                "borders" => self.config.borders = self.one_of("borders", value, &BORDERS, Borders::named),
                "mouse" => self.config.mouse = self.is_on("mouse", value),
                "keys" => self.keys(value),
                other => {
                    let message = unknown("setting", other, &SETTINGS);
                    self.fault(name.span().start, message);
                }
            }
        }
    }

    /// A setting with a few values.
    fn one_of<T>(
        &mut self,
        name: &str,
        value: &Value<'_>,
        names: &[&str],
        read: fn(&str) -> Option<T>,
    ) -> Option<Said<T>> {
        let found = value.get_ref().as_str();
        let read = found.and_then(read).map(|value| Said { value, line: 0 });
        if read.is_none() {
            let found = found.map_or_else(|| shape(value), |found| format!("\"{}\"", told(found)));
            self.fault(value.span().start, format!("{name} is {found}; write one of \"{}\"", names.join("\", \"")));
        }
        read.map(|said| Said { line: self.line(&value.span()), ..said })
    }

    fn is_on(&mut self, name: &str, value: &Value<'_>) -> Option<Said<bool>> {
        let Some(is_on) = value.get_ref().as_bool() else {
            self.fault(value.span().start, format!("{name} is {}; write true or false, without quotes", shape(value)));
            return None;
        };
        Some(Said { value: is_on, line: self.line(&value.span()) })
    }

    fn line(&self, span: &Range<usize>) -> usize {
        self.positions.of(span.start).line
    }

    fn fault(&mut self, at: usize, message: String) {
        self.config.faults.push(Fault::new(Some(self.positions.of(at)), message));
    }
}

/// What a value is, with an article.
fn shape(value: &Value<'_>) -> String {
    match value.get_ref() {
        DeValue::String(text) => format!("\"{}\"", told(text)),
        DeValue::Boolean(is_on) => is_on.to_string(),
        DeValue::Integer(_) | DeValue::Float(_) => "a number".to_owned(),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

/// Says that nothing has a name, and what may have been meant, or what there is.
fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    let near = known.iter().map(|other| (strsim::jaro_winkler(name, other), other));
    let near = near.filter(|(likeness, _)| *likeness >= LEAST_LIKENESS).max_by(|one, other| one.0.total_cmp(&other.0));
    let advice = match near {
        Some((_, near)) => format!("did you mean \"{near}\"?"),
        None => format!("there are {}", known.join(", ")),
    };
    format!("no {what} is called \"{}\"; {advice}", told(name))
}
