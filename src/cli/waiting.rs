//! Opening a record for a session on the terminal: what takes its time is seen to take it, and can be called off.

use std::path::{Path, PathBuf};

use super::browse::is_on_screen;
use super::complain;
use super::error::Error;
use super::opened::{Opened, Source};
use super::reading::{is_standard_input, name_of};
use super::settings::Settings;
use super::shown;
use crate::data::Progress;
use crate::term::tty::{self, Taken, Waited};
use crate::text::Ambiguous;
use crate::ui::Theme;
use crate::ui::words::Words;
use crate::view::Loading;

/// What was read with the terminal, if that was taken meanwhile; or the exit code of a reading that was called off.
pub(super) type Read<T> = Result<Result<(T, Option<Taken>), u8>, Error>;

/// Opens the record that the options name.
pub(super) fn open(settings: &Settings) -> Read<Opened> {
    let (options, lang) = (settings.options.clone(), settings.lang().value);
    let work = move |progress: &_| Ok(Source::of(&options, progress)?.opened(lang));
    read(settings, &settings.options.files, work)
}

/// Does work that begins with reading files, for a session on the screen or for whatever reads the record otherwise.
pub(super) fn read<T: Send + 'static>(
    settings: &Settings,
    files: &[PathBuf],
    work: impl FnOnce(&Progress) -> Result<T, Error> + Send + 'static,
) -> Read<T> {
    // What is built in is there at once.
    let Some((file, others)) = files.split_first().filter(|_| is_on_screen(settings)) else {
        return Ok(Ok((work(&Progress::default())?, None)));
    };
    let lang = settings.lang().value;
    let ambiguous = settings.ambiguous()?.value.drawn(Ambiguous::Wide);
    let read = name_of(file);
    let name = read.file_name().map_or(read, Path::new);
    let theme = settings.theme().map_or(Theme::TERMINAL, |theme| theme.value.theme);
    let name = if is_standard_input(file) { Path::new(Words::of(lang).loading.standard_input) } else { name };
    let loading = Loading { name: with_others(name, others.len()), lang, ambiguous, theme };
    let colours = settings.surroundings.colours(settings.color().value);
    match tty::wait(work, &loading, colours).map_err(Error::Terminal)? {
        Waited::Done(read, taken) => Ok(Ok((read?, taken))),
        Waited::Ended(exit) => {
            complain(&format!("zhegang: {}\n", Error::Cancelled(read.to_owned())));
            Ok(Err(exit.code()))
        }
    }
}

/// The first of several files, and how many more there are.
fn with_others(file: &Path, others: usize) -> String {
    let name = shown(file);
    if others == 0 { name } else { format!("{name} +{others}") }
}
