//! Watches the files of records: a newer version is read beside the session. Each file is looked at by its name, so
//! that it does not matter how an editor saves, nor on which machine the file is.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};

use super::error::Error;
use super::opened::Source;
use super::options::Options;
use super::reading::found;
use crate::data::Progress;
use crate::term::{News, Watcher};
use crate::ui::World;
use crate::ui::notice::Unread;

/// How often the file is looked at while nothing happens, and while something does.
const CALM: Duration = Duration::from_secs(1);
const BUSY: Duration = Duration::from_millis(250);

/// By what a version of a file is known: when it was changed, its bytes, and which file it is. `None` without one.
type Stamp = Option<(SystemTime, u64, u64)>;

/// The versions of all files: those of a folder come and go.
type Stamps = Vec<(PathBuf, Stamp)>;

/// Watches a file.
#[derive(Debug)]
pub(super) struct Watch {
    options: Options,
    /// The files whose records are shown.
    shown: Vec<PathBuf>,
    /// The version that was read last.
    read: Stamps,
    /// The version that was there at the last look.
    seen: Stamps,
    /// The version that is being read.
    reading: Option<Reading>,
}

/// A newer version with the files that it is of, or why there is none.
type Read = Result<(Box<World>, Vec<PathBuf>), Unread>;

/// A reading beside the session.
#[derive(Debug)]
struct Reading {
    news: Receiver<Read>,
    reader: JoinHandle<()>,
}

impl Watch {
    /// The watch that the options ask for, if they do. Begins before the file is read for the first time.
    pub(super) fn of(options: &Options) -> Result<Option<Self>, Error> {
        if !options.watch {
            return Ok(None);
        }
        end_is_sure(options)?;
        let stamps = stamps(options);
        let (options, shown) = (options.clone(), Vec::new());
        Ok(Some(Self { options, shown, read: stamps.clone(), seen: stamps, reading: None }))
    }

    /// Hears which files were opened: none of them is left out as long as it is there.
    pub(super) fn begin(&mut self, files: Vec<PathBuf>) {
        self.shown = files;
    }

    /// Reads the file as it is now, beside the session; nothing where there can be no thread.
    fn read(&self) -> Option<Reading> {
        let (sender, news) = channel();
        let (options, shown) = (self.options.clone(), self.shown.clone());
        let reader = thread::Builder::new().spawn(move || {
            // A session that has ended hears of nothing more.
            let _ = sender.send(self::read(&options, &shown));
        });
        Some(Reading { news, reader: reader.ok()? })
    }
}

impl Watcher for Watch {
    fn pause(&self) -> Duration {
        if self.reading.is_some() || self.seen != self.read { BUSY } else { CALM }
    }

    fn look(&mut self) -> Option<News> {
        if let Some(Reading { news, reader }) = self.reading.take() {
            return match news.try_recv() {
                Ok(Ok((world, files))) => {
                    self.shown = files;
                    Some(News::Newer(world))
                }
                Ok(Err(why)) => Some(News::Unread(why)),
                Err(TryRecvError::Empty) => {
                    self.reading = Some(Reading { news, reader });
                    None
                }
                // It panicked, and gave the terminal back: so does the session.
                Err(TryRecvError::Disconnected) => match reader.join() {
                    Err(panic) => std::panic::resume_unwind(panic),
                    Ok(()) => None,
                },
            };
        }
        let now = stamps(&self.options);
        // What is still being written is left alone.
        if now != self.read && now == self.seen {
            self.reading = self.read();
            if self.reading.is_some() {
                self.read.clone_from(&now);
            }
        }
        self.seen = now;
        None
    }
}

fn stamps(options: &Options) -> Stamps {
    let files = found(&options.files).unwrap_or_default();
    files.into_iter().map(|found| (found.path.clone(), stamp(&found.path))).collect()
}

/// Refuses what may never come to an end, or not be there a second time.
fn end_is_sure(options: &Options) -> Result<(), Error> {
    let is_other = |path: &&PathBuf| std::fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir());
    match options.files.iter().find(is_other) {
        Some(other) => Err(Error::NoFile(other.clone(), "a pipe or a device")),
        None => Ok(()),
    }
}

fn stamp(file: &Path) -> Stamp {
    let metadata = std::fs::metadata(file).ok()?;
    #[cfg(unix)]
    let node = std::os::unix::fs::MetadataExt::ino(&metadata);
    #[cfg(not(unix))]
    let node = 0;
    Some((metadata.modified().ok()?, metadata.len(), node))
}

fn read(options: &Options, shown: &[PathBuf]) -> Read {
    match end_is_sure(options).and_then(|()| Source::after(shown, options, &Progress::default())) {
        Ok(Source { world, files, .. }) => {
            world.build_index();
            Ok((Box::new(world), files))
        }
        // Which file it is of several, the fault says.
        Err(Error::Record(_, error)) => Err(Unread::Fault(Box::new(error.0))),
        Err(error) => {
            let told = error.to_string();
            Err(Unread::Failed(without_known(&told, &options.files).unwrap_or(&told).to_owned()))
        }
    }
}

/// What is told without the one file or folder that was named: that has been known since it was opened.
fn without_known<'a>(told: &'a str, named: &[PathBuf]) -> Option<&'a str> {
    let [known] = named else { return None };
    let known = super::shown(known);
    let rest = told.strip_prefix(known.trim_end_matches('/'))?;
    rest.strip_prefix(": ").or_else(|| rest.strip_prefix('/'))
}
