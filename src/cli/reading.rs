//! The bytes of a record: of a file, of standard input, or built in. Never more of them than the limits say.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map;
use std::fs::{File, FileType};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use super::BUILT_IN;
use super::error::Error;
use super::options::Limits;
use crate::data::{self, Progress};

/// What stands for standard input where a file is named.
pub(super) const STANDARD_INPUT: &str = "-";
/// How many bytes are read until it is told how many there are.
const PIECE: usize = 64 * 1024;

/// A file that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) is_of_folder: bool,
    /// It is named, or was a record before: else it may be something else.
    pub(super) must_open: bool,
}

/// The files that are named, and of folders the JSON files directly in them, by name. Each file once.
pub(super) fn found(named: &[PathBuf]) -> Result<Vec<Found>, Error> {
    let mut all = Vec::new();
    for path in named {
        if is_standard_input(path) || !path.is_dir() {
            all.push(Found { path: path.clone(), is_of_folder: false, must_open: true });
        } else {
            let found = |path| Found { path, is_of_folder: true, must_open: false };
            all.extend(of_folder(path)?.into_iter().map(found));
        }
    }
    let mut files: Vec<Found> = Vec::new();
    let mut seen = HashMap::new();
    for file in all {
        match seen.entry(place_of(&file.path)) {
            hash_map::Entry::Vacant(entry) => {
                entry.insert(files.len());
                files.push(file);
            }
            hash_map::Entry::Occupied(entry) => {
                let same = &mut files[*entry.get()];
                same.is_of_folder |= file.is_of_folder;
                same.must_open |= file.must_open;
            }
        }
    }
    Ok(files)
}

/// Where a file or a folder is, by whatever path it is named.
pub(super) fn place_of(path: &Path) -> PathBuf {
    let is_there = !is_standard_input(path);
    is_there.then(|| std::fs::canonicalize(path).ok()).flatten().unwrap_or_else(|| path.to_owned())
}

fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let unread = |error| Error::File(folder.to_owned(), error);
    let paths = std::fs::read_dir(folder).map_err(unread)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<io::Result<Vec<_>>>().map_err(unread)?;
    let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_json = |path: &Path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    paths.retain(|path| is_json(path) && !is_hidden(path) && path.is_file());
    paths.sort();
    if paths.is_empty() { Err(Error::NoJson(folder.to_owned())) } else { Ok(paths) }
}

/// How much may still be read of several files, and who is told how far that is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room<'a> {
    limits: Limits,
    pub(super) bytes: u64,
    pub(super) entries: usize,
    pub(super) progress: &'a Progress,
}

impl<'a> Room<'a> {
    pub(super) fn of(limits: Limits, progress: &'a Progress) -> Self {
        Self { limits, bytes: limits.bytes(), entries: limits.entries(), progress }
    }

    fn is_whole(self) -> bool {
        self.bytes == self.limits.bytes() && self.entries == self.limits.entries()
    }

    /// That a file is too much, alone or behind those before it.
    fn too_large(self, file: &Path, size: Option<u64>) -> Error {
        let file = name_of(file).to_owned();
        let Self { limits, .. } = self;
        if self.is_whole() { Error::TooLarge { file, size, limits } } else { Error::Together(file, "MiB", limits) }
    }

    pub(super) fn too_many(self, file: PathBuf, message: String) -> Error {
        if self.is_whole() {
            Error::TooMany(file, message, self.limits)
        } else {
            Error::Together(file, "entries", self.limits)
        }
    }
}

/// The bytes of a file, of standard input, or of the record that is built in.
pub(super) fn read(file: Option<&Path>, limits: Limits) -> Result<Cow<'static, [u8]>, Error> {
    read_within(file, Room::of(limits, &Progress::default()))
}

fn read_within(file: Option<&Path>, room: Room<'_>) -> Result<Cow<'static, [u8]>, Error> {
    let Some(file) = file else { return Ok(Cow::Borrowed(data::BUNDLED.as_bytes())) };
    let bytes = if is_standard_input(file) {
        within(io::stdin().lock(), file, room)?
    } else {
        let unread = |error| Error::File(file.to_owned(), error);
        let metadata = std::fs::metadata(file).map_err(unread)?;
        if let Some(what) = not_read(metadata.file_type()) {
            return Err(Error::NoFile(file.to_owned(), what));
        }
        if metadata.is_file() && metadata.len() > room.bytes {
            return Err(room.too_large(file, Some(metadata.len())));
        }
        room.progress.expect(usize::try_from(metadata.len()).unwrap_or(usize::MAX));
        within(File::open(file).map_err(unread)?, file, room)?
    };
    Ok(Cow::Owned(bytes))
}

/// What is read for a record alone: there the terminal says nothing that would end.
pub(super) fn read_record(file: Option<&Path>, room: Room<'_>) -> Result<Cow<'static, [u8]>, Error> {
    match file {
        Some(file) if is_standard_input(file) && io::stdin().is_terminal() => Err(Error::NothingPiped),
        file => read_within(file, room),
    }
}

/// At most one byte more than the limit is read; less, once the reading is called off.
fn within(source: impl Read, file: &Path, room: Room<'_>) -> Result<Vec<u8>, Error> {
    let Room { bytes: most, progress, .. } = room;
    let mut source = source.take(most.saturating_add(1));
    let mut bytes = Vec::new();
    // Where there is no room for so much, that is seen soon enough.
    bytes.try_reserve_exact(progress.reached().size.unwrap_or_default()).unwrap_or_default();
    let mut piece = vec![0; PIECE];
    while !progress.is_cancelled() {
        match source.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => {
                bytes.extend_from_slice(&piece[..count]);
                progress.add(count);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::File(name_of(file).to_owned(), error)),
        }
    }
    if bytes.len() as u64 > most { Err(room.too_large(file, None)) } else { Ok(bytes) }
}

/// What is there instead of a file that could be read to its end.
fn not_read(file: FileType) -> Option<&'static str> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if file.is_char_device() || file.is_block_device() {
            return Some("a device");
        }
        if file.is_socket() {
            return Some("a socket");
        }
    }
    file.is_dir().then_some("a folder")
}

pub(super) fn is_standard_input(file: &Path) -> bool {
    file == Path::new(STANDARD_INPUT)
}

/// What a file is called in a sentence.
pub(super) fn name_of(file: &Path) -> &Path {
    if is_standard_input(file) { Path::new("standard input") } else { file }
}

/// What a record is called: the name of its file, or that of the one that is built in.
pub(super) fn name_of_record(file: Option<&Path>) -> PathBuf {
    file.map_or(Path::new(BUILT_IN), name_of).to_owned()
}
