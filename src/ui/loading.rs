//! What is told while a record is read that takes its time: what is read, and how far that is.

use super::words::Words;
use crate::data::{Lang, Reached};

const MIB: usize = 1024 * 1024;

/// The lines of a reading: what is done, to which file, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    pub what: &'static str,
    pub how_far: String,
    pub way_out: &'static str,
}

impl Lines {
    pub fn of(reached: Reached, lang: Lang) -> Self {
        let words = Words::of(lang).loading;
        let (what, how_far) = match (reached.made, reached.size) {
            (Some(made), _) => (words.making, format!("{}%", made.min(100))),
            (None, Some(size)) => {
                let read = reached.read.min(size);
                let percent = read as u128 * 100 / size.max(1) as u128;
                (words.reading, format!("{} / {} MiB  {percent}%", tenths(read), tenths(size)))
            }
            (None, None) => (words.reading, format!("{} MiB", tenths(reached.read))),
        };
        Self { what, how_far, way_out: words.way_out }
    }
}

/// Bytes in MiB, with one decimal.
fn tenths(bytes: usize) -> String {
    let tenths = bytes / (MIB / 10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_a_reading_is_stands_in_mebibytes_then_in_hundredths() {
        let lines = |read, size, made| Lines::of(Reached { read, size, made }, Lang::En).how_far;
        assert_eq!(lines(0, None, None), "0.0 MiB");
        assert_eq!(lines(12 * MIB + MIB / 2, Some(25 * MIB), None), "12.5 / 25.0 MiB  50%");
        assert_eq!(lines(9 * MIB, Some(MIB), None), "1.0 / 1.0 MiB  100%");
        assert_eq!(lines(9 * MIB, Some(MIB), Some(63)), "63%");
    }
}
