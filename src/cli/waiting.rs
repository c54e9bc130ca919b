//! Opening a record for a session on the terminal: what takes its time is seen to take it, and can be called off.

use std::path::Path;

use super::complain;
use super::error::Error;
use super::opened::{Opened, Source};
use super::options::Width;
use super::reading::{is_standard_input, name_of};
use super::settings::Settings;
use super::shown;
use crate::term::tty::{self, Taken, Waited};
use crate::text::Ambiguous;
use crate::ui::Theme;
use crate::ui::words::Words;
use crate::view::Loading;

/// The record with the terminal, if that was taken meanwhile; or the exit code of a reading that was called off.
pub(super) fn open(settings: &Settings) -> Result<Result<(Opened, Option<Taken>), u8>, Error> {
    // What is built in is there at once.
    let [file, others @ ..] = settings.options.files.as_slice() else {
        return Ok(Ok((Opened::of(settings)?, None)));
    };
    let lang = settings.lang().value;
    let ambiguous = match settings.ambiguous()?.value {
        Width::Auto => Ambiguous::Wide,
        Width::Known(ambiguous) => ambiguous,
    };
    let read = name_of(file);
    let name = read.file_name().map_or(read, Path::new);
    let theme = settings.theme().map_or(Theme::TERMINAL, |theme| theme.value.theme);
    let name = if is_standard_input(file) { Path::new(Words::of(lang).loading.standard_input) } else { name };
    let loading = Loading { name: with_others(name, others.len()), lang, ambiguous, theme };
    let options = settings.options.clone();
    let colours = settings.surroundings.colours(settings.color().value);
    let work = move |progress: &_| Source::of(&options, progress);
    match tty::wait(work, &loading, colours).map_err(Error::Terminal)? {
        Waited::Done(opened, taken) => Ok(Ok((opened?.opened(lang), taken))),
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
