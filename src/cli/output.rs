//! Files that are written whole or not at all.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::shown;

/// Writes a file beside its place, then puts it there. What is there already is replaced only if `is_forced`.
pub(super) fn write(
    path: &Path,
    is_forced: bool,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let (place, permissions) = place(path, is_forced)?;
    let beside = place.with_file_name(format!(".zhegang-{}.part", std::process::id()));
    let opened = OpenOptions::new().write(true).create_new(true).open(&beside);
    let file = opened.map_err(|error| io::Error::other(format!("{}: {error}", shown(&beside))))?;
    let done = fill(&file, permissions, content).and_then(|()| put(&beside, &place, is_forced));
    // A link to it is not needed any more, and a part of it is of no use.
    fs::remove_file(&beside).unwrap_or_default();
    done
}

/// Where a file goes: a link is followed. Of one that is there, its permissions too.
fn place(path: &Path, is_forced: bool) -> io::Result<(PathBuf, Option<Permissions>)> {
    if fs::symlink_metadata(path).is_err() {
        return Ok((path.to_owned(), None));
    }
    if !is_forced {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let place = fs::canonicalize(path)?;
    let metadata = fs::metadata(&place)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no file that could be replaced"));
    }
    Ok((place, Some(metadata.permissions())))
}

fn fill(
    file: &File,
    permissions: Option<Permissions>,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    content(&mut out)?;
    out.flush()?;
    permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
    file.sync_all()
}

/// Gives a file its place. A link to it fails where something is there, which a new name would replace.
fn put(beside: &Path, place: &Path, is_forced: bool) -> io::Result<()> {
    match fs::hard_link(beside, place) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && !is_forced => Err(error),
        // To be replaced, or on a disk without links.
        Err(_) => fs::rename(beside, place),
    }
}
