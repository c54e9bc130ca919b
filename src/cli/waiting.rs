//! Opening a record for a session on the terminal: what takes its time is seen to take it, and can be called off.

use std::path::Path;

use super::complain;
use super::error::Error;
use super::opened::{Opened, of_options};
use super::options::Width;
use super::reading::name_of_record;
use super::settings::Settings;
use super::shown;
use crate::term::tty::{self, Taken, Waited};
use crate::text::Ambiguous;
use crate::ui::Theme;
use crate::view::Loading;

/// The record with the terminal, if that was taken meanwhile; or the exit code of a reading that was called off.
pub(super) fn open(settings: &Settings) -> Result<Result<(Opened, Option<Taken>), u8>, Error> {
    let file = settings.options.file.as_deref();
    // What is built in is there at once.
    if file.is_none() {
        return Ok(Ok((Opened::of(settings)?, None)));
    }
    let lang = settings.lang().value;
    let ambiguous = match settings.ambiguous()?.value {
        Width::Auto => Ambiguous::Wide,
        Width::Known(ambiguous) => ambiguous,
    };
    let read = name_of_record(file);
    let name = read.file_name().map_or(read.as_path(), Path::new);
    let theme = settings.theme().map_or(Theme::TERMINAL, |theme| theme.value.theme);
    let loading = Loading { name: shown(name), lang, ambiguous, theme };
    let options = settings.options.clone();
    let colours = settings.surroundings.colours(settings.color().value);
    let work = move |progress: &_| of_options(&options, progress);
    match tty::wait(work, &loading, colours).map_err(Error::Terminal)? {
        Waited::Done(opened, taken) => {
            let (bytes, world) = opened?;
            Ok(Ok((Opened { bytes, world, lang }, taken)))
        }
        Waited::Ended(exit) => {
            complain(&format!("zhegang: {}\n", Error::Cancelled(read)));
            Ok(Err(exit.code()))
        }
    }
}
