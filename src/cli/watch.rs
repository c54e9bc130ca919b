//! Watches the file of a record: a newer version is read beside the session. The file is looked at by its name, so that
//! it does not matter how an editor saves, nor on which machine the file is.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};

use super::error::Error;
use super::opened::Source;
use super::options::Options;
use super::reading::{found, name_of_record};
use super::shown;
use crate::data::Progress;
use crate::term::{News, Watcher};
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
    /// The version that was read last.
    read: Stamps,
    /// The version that was there at the last look.
    seen: Stamps,
    /// The version that is being read.
    reading: Option<Reading>,
}

/// A reading beside the session.
#[derive(Debug)]
struct Reading {
    news: Receiver<News>,
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
        Ok(Some(Self { options: options.clone(), read: stamps.clone(), seen: stamps, reading: None }))
    }

    /// Reads the file as it is now, beside the session; nothing where there can be no thread.
    fn read(&self) -> Option<Reading> {
        let (sender, news) = channel();
        let options = self.options.clone();
        let reader = thread::Builder::new().spawn(move || {
            // A session that has ended hears of nothing more.
            let _ = sender.send(self::news(&options));
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
                Ok(news) => Some(news),
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

fn news(options: &Options) -> News {
    match end_is_sure(options).and_then(|()| Source::of(options, &Progress::default())) {
        Ok(Source { world, .. }) => {
            world.build_index();
            News::Newer(Box::new(world))
        }
        // Which file it is has been known since it was opened, if there is but one.
        Err(Error::Record(_, error)) if options.files.len() == 1 => News::Unread(Unread::Fault(Box::new(error.0))),
        Err(error) => {
            let told = error.to_string();
            let name = format!("{}: ", shown(&name_of_record(options.files.first().map(PathBuf::as_path))));
            let is_known = options.files.len() == 1;
            let told = told.strip_prefix(&name).filter(|_| is_known).unwrap_or(&told).to_owned();
            News::Unread(Unread::Failed(told))
        }
    }
}
