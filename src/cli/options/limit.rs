//! How much of a file is read.

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::data::MOST_ENTRIES;

pub(in crate::cli) const MIB: u64 = 1024 * 1024;
/// What is read where nothing is said, in MiB.
const USUAL: u64 = 64;

const ID: &str = "most";
/// The verbs that read no record, and the one of which `--limit` is about something else.
const WITHOUT: [&str; 7] = ["search", "new", "schema", "keys", "config", "completions", "man"];

/// How much of a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Limits {
    /// In MiB; `None` of any size.
    pub mib: Option<u64>,
}

impl Limits {
    /// What was said, of the verb or before it.
    pub(super) fn of(found: &ArgMatches) -> Self {
        let of_verb = found.subcommand().and_then(|(_, found)| found.try_get_one::<u64>(ID).ok().flatten());
        let said = of_verb.or_else(|| found.get_one::<u64>(ID)).copied().unwrap_or(USUAL);
        Self { mib: Some(said).filter(|mib| *mib > 0) }
    }

    pub(in crate::cli) fn bytes(self) -> u64 {
        self.mib.map_or(u64::MAX, |mib| mib.saturating_mul(MIB))
    }

    /// As many more entries as there are more bytes.
    pub(in crate::cli) fn entries(self) -> usize {
        let usual = MOST_ENTRIES as u128;
        self.mib.map_or(usize::MAX, |mib| {
            usize::try_from(usual * u128::from(mib) / u128::from(USUAL)).unwrap_or(usize::MAX)
        })
    }

    /// What is said of too many entries, and what to do.
    pub(in crate::cli) fn told_entries(self, message: &str) -> String {
        let more = self.mib.unwrap_or_default().saturating_mul(2);
        format!("{message}; raise that with --limit {more}, or --limit 0 for any number")
    }
}

pub(super) fn limit() -> Arg {
    Arg::new(ID)
        .long("limit")
        .value_name("MIB")
        .help("Read files of so many MiB: 64 if not said, 0: any")
        .value_parser(value_parser!(u64))
}

/// A verb with the option, where that says something of it.
pub(super) fn limited(verb: Command) -> Command {
    if WITHOUT.contains(&verb.get_name()) { verb } else { verb.arg(limit()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_grow_with_the_size() {
        let entries = |mib| Limits { mib }.entries();
        assert_eq!(entries(Some(USUAL)), MOST_ENTRIES);
        assert_eq!((entries(Some(128)), entries(Some(1))), (2 * MOST_ENTRIES, MOST_ENTRIES / 64));
        assert_eq!((entries(None), entries(Some(u64::MAX))), (usize::MAX, usize::MAX));
        assert_eq!(Limits { mib: Some(u64::MAX) }.bytes(), u64::MAX);
    }
}
