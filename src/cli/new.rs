//! A record to begin with: an example of everything, with what to do about it.

use super::error::Error;
use super::options::NewOptions;
use super::{output, print};
use crate::data::Lang;

pub(super) fn run(options: &NewOptions, lang: Lang) -> Result<(), Error> {
    let record = record(lang);
    match &options.output {
        None => print(record),
        Some(path) => output::write(path, options.is_forced, |out| out.write_all(record.as_bytes()))
            .map_err(|error| Error::Output(path.clone(), error)),
    }
}

const fn record(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHant => include_str!("new/zh_hant.json"),
        Lang::ZhHans => include_str!("new/zh_hans.json"),
        Lang::En => include_str!("new/en.json"),
    }
}
