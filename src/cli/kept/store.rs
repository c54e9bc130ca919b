//! A file of the state folder: JSON with a version, written whole or not at all, and never in two sessions at once. One
//! that can't be read is set aside, never overwritten.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde_json::{Map, Value, json};

use super::super::output;

/// The version of the files that this program writes.
const VERSION: u64 = 1;
/// No file of notes is longer.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// Who holds the lock writes a small file: it is waited for, but not for ever.
const TRIES: usize = 100;
const BETWEEN_TRIES: Duration = Duration::from_millis(20);
/// Broken files beyond so many are not set aside any more.
const MOST_ASIDE: usize = 1000;

/// The records of a file, by what they are called.
pub(super) type Records = Map<String, Value>;

/// A file in the state folder.
#[derive(Debug, Clone)]
pub(super) struct Store {
    folder: Option<PathBuf>,
    name: &'static str,
}

/// What was done, and under which name a broken file was set aside for it.
#[derive(Debug)]
pub(super) struct Done<T> {
    pub(super) value: T,
    pub(super) aside: Option<String>,
}

/// Why a file was neither read nor written.
#[derive(Debug)]
pub(super) enum Failure {
    /// A newer version of the program wrote it.
    Newer,
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What a file was found to be.
enum Found {
    Nothing,
    Whole(Map<String, Value>),
    Broken,
}

impl Store {
    pub(super) fn new(folder: Option<PathBuf>, name: &'static str) -> Self {
        Self { folder, name }
    }

    /// Reads the file. What is not there is empty, and no folder is made for it.
    pub(super) fn read(&self) -> Result<Done<Records>, Failure> {
        let Some(folder) = &self.folder else { return Ok(Done { value: Records::new(), aside: None }) };
        let is_broken = matches!(look(&folder.join(self.name))?, Found::Broken);
        let _lock = if is_broken { Some(lock(folder)?) } else { None };
        let (mut file, aside) = self.open(folder)?;
        Ok(Done { value: take_records(&mut file), aside })
    }

    /// Reads the file as it is now, changes it and writes it.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Records) -> T) -> Result<Done<T>, Failure> {
        let no_home = || io::Error::new(ErrorKind::NotFound, "HOME and XDG_STATE_HOME are not set");
        let folder = self.folder.as_deref().ok_or_else(no_home)?;
        make(folder)?;
        let _lock = lock(folder)?;
        let (mut file, aside) = self.open(folder)?;
        let mut records = take_records(&mut file);
        let value = change(&mut records);
        file.insert("version".to_owned(), json!(VERSION));
        file.insert("records".to_owned(), Value::Object(records));
        let text = format!("{:#}\n", Value::Object(file));
        output::write(&folder.join(self.name), true, |out| out.write_all(text.as_bytes()))?;
        Ok(Done { value, aside })
    }

    /// The file, or an empty one; a broken one is set aside.
    fn open(&self, folder: &Path) -> Result<(Map<String, Value>, Option<String>), Failure> {
        let path = folder.join(self.name);
        match look(&path)? {
            Found::Nothing => Ok((Map::new(), None)),
            Found::Whole(file) => Ok((file, None)),
            Found::Broken => Ok((Map::new(), Some(self.set_aside(folder)?))),
        }
    }

    /// Gives a broken file another name, which no file has yet.
    fn set_aside(&self, folder: &Path) -> io::Result<String> {
        let path = folder.join(self.name);
        for number in 1..=MOST_ASIDE {
            let suffix = if number == 1 { String::new() } else { format!(".{number}") };
            let name = format!("{}.broken{suffix}", self.name);
            let place = folder.join(&name);
            match fs::hard_link(&path, &place) {
                Ok(()) => return fs::remove_file(&path).map(|()| name),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                // A disk without links.
                Err(_) if fs::symlink_metadata(&place).is_err() => return fs::rename(&path, &place).map(|()| name),
                Err(_) => {}
            }
        }
        Err(io::Error::other("too many broken files"))
    }
}

fn take_records(file: &mut Map<String, Value>) -> Records {
    match file.remove("records") {
        Some(Value::Object(records)) => records,
        _ => Records::new(),
    }
}

fn look(path: &Path) -> Result<Found, Failure> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error.into()),
    };
    if !metadata.is_file() || metadata.len() > MOST_BYTES {
        return Err(io::Error::other("it is no file of ours").into());
    }
    let Ok(Value::Object(file)) = serde_json::from_slice(&fs::read(path)?) else { return Ok(Found::Broken) };
    match (file.get("version").and_then(Value::as_u64), file.get("records")) {
        (Some(VERSION), Some(Value::Object(_))) => Ok(Found::Whole(file)),
        (Some(version), _) if version > VERSION => Err(Failure::Newer),
        _ => Ok(Found::Broken),
    }
}

/// Makes the folder, for the reader alone.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Waits until no other session writes. It is so until the file that is given is closed.
fn lock(folder: &Path) -> io::Result<File> {
    let file = OpenOptions::new().write(true).create(true).truncate(false).open(folder.join("lock"))?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN_TRIES),
            // A disk without locks: what is written is still whole.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
    Err(io::Error::new(ErrorKind::TimedOut, "another session does not let go of it"))
}
