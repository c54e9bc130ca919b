//! The bytes of a record: of a file, of standard input, or built in. Never more of them than the limits say.

use std::borrow::Cow;
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

/// The bytes of a file, of standard input, or of the record that is built in.
pub(super) fn read(file: Option<&Path>, limits: Limits) -> Result<Cow<'static, [u8]>, Error> {
    read_watched(file, limits, &Progress::default())
}

fn read_watched(file: Option<&Path>, limits: Limits, progress: &Progress) -> Result<Cow<'static, [u8]>, Error> {
    let Some(file) = file else { return Ok(Cow::Borrowed(data::BUNDLED.as_bytes())) };
    let bytes = if is_standard_input(file) {
        within(io::stdin().lock(), file, limits, progress)?
    } else {
        let unread = |error| Error::File(file.to_owned(), error);
        let metadata = std::fs::metadata(file).map_err(unread)?;
        if let Some(what) = not_read(metadata.file_type()) {
            return Err(Error::NoFile(file.to_owned(), what));
        }
        if metadata.is_file() && metadata.len() > limits.bytes() {
            return Err(too_large(file, Some(metadata.len()), limits));
        }
        progress.expect(usize::try_from(metadata.len()).unwrap_or(usize::MAX));
        within(File::open(file).map_err(unread)?, file, limits, progress)?
    };
    Ok(Cow::Owned(bytes))
}

/// What is read for a record alone: there the terminal says nothing that would end.
pub(super) fn read_record(
    file: Option<&Path>,
    limits: Limits,
    progress: &Progress,
) -> Result<Cow<'static, [u8]>, Error> {
    match file {
        Some(file) if is_standard_input(file) && io::stdin().is_terminal() => Err(Error::NothingPiped),
        file => read_watched(file, limits, progress),
    }
}

/// At most one byte more than the limit is read; less, once the reading is called off.
fn within(source: impl Read, file: &Path, limits: Limits, progress: &Progress) -> Result<Vec<u8>, Error> {
    let most = limits.bytes();
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
    if bytes.len() as u64 > most { Err(too_large(file, None, limits)) } else { Ok(bytes) }
}

fn too_large(file: &Path, size: Option<u64>, limits: Limits) -> Error {
    Error::TooLarge { file: name_of(file).to_owned(), size, limits }
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
