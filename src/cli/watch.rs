//! Watches the file of a record: a newer version is read beside the session. The file is looked at by its name, so that
//! it does not matter how an editor saves, nor on which machine the file is.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use super::error::Error;
use super::opened::of_options;
use super::options::Options;
use super::reading::name_of_record;
use super::shown;
use crate::data::{LoadError, Progress};
use crate::term::{News, Watcher};
use crate::ui::notice::Unread;

/// How often the file is looked at while nothing happens, and while something does.
const CALM: Duration = Duration::from_secs(1);
const BUSY: Duration = Duration::from_millis(250);

/// By what a version of a file is known: when it was changed, its bytes, and which file it is. `None` without one.
type Stamp = Option<(SystemTime, u64, u64)>;

/// Watches a file.
#[derive(Debug)]
pub(super) struct Watch {
    options: Options,
    file: PathBuf,
    /// The version that was read last.
    read: Stamp,
    /// The version that was there at the last look.
    seen: Stamp,
    /// The version that is being read.
    reading: Option<Receiver<News>>,
}

impl Watch {
    /// The watch that the options ask for, if they do. Begins before the file is read for the first time.
    pub(super) fn of(options: &Options) -> Option<Self> {
        let file = options.file.clone().filter(|_| options.watch)?;
        let stamp = stamp(&file);
        Some(Self { options: options.clone(), file, read: stamp, seen: stamp, reading: None })
    }

    /// Reads the file as it is now, beside the session.
    fn read(&mut self) {
        let (sender, receiver) = channel();
        let options = self.options.clone();
        let reading = thread::Builder::new().spawn(move || {
            // A session that has ended hears of nothing more.
            let _ = sender.send(news(&options));
        });
        self.reading = reading.is_ok().then_some(receiver);
    }
}

impl Watcher for Watch {
    fn pause(&self) -> Duration {
        if self.reading.is_some() || self.seen != self.read { BUSY } else { CALM }
    }

    fn look(&mut self) -> Option<News> {
        if let Some(reading) = &self.reading {
            let news = match reading.try_recv() {
                Ok(news) => Some(news),
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => None,
            };
            self.reading = None;
            return news;
        }
        let now = stamp(&self.file);
        // What is still being written is left alone.
        if now != self.read && now == self.seen {
            self.read = now;
            self.read();
        }
        self.seen = now;
        None
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
    match of_options(options, &Progress::default()) {
        Ok((_, world)) => {
            world.build_index();
            News::Newer(Box::new(world))
        }
        Err(Error::Record(_, LoadError(fault))) => News::Unread(Unread::Fault(Box::new(fault))),
        Err(error) => {
            let told = error.to_string();
            // Which file it is has been known since it was opened.
            let name = format!("{}: ", shown(&name_of_record(options.file.as_deref())));
            News::Unread(Unread::Failed(told.strip_prefix(&name).unwrap_or(&told).to_owned()))
        }
    }
}
