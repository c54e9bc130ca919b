//! How soon a large file can be browsed, and how much memory its record takes.
//!
//! `cargo bench --bench load` takes 100,000 people; `-- --entries 10000` a quick look.
//! In `cargo test` it does a little of everything and prints nothing.

#[path = "../search/measure.rs"]
#[allow(dead_code, reason = "the other bench uses the rest")]
mod measure;
#[path = "../../examples/gen/people.rs"]
mod people;
#[path = "../../examples/gen/record.rs"]
mod record;
#[path = "../search/table.rs"]
#[allow(dead_code, reason = "the other bench uses the rest")]
mod table;
mod texts;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use measure::{best_of, machine, timed};
use peak_alloc::PeakAlloc;
use table::{Table, count, ms, times};
use zhegang::data::{self, Lang};
use zhegang::term::{Colours, Session};
use zhegang::text::{Ambiguous, neutral};
use zhegang::ui::{Options, Size, World};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

const USAGE: &str = "\
usage: cargo bench --bench load -- [OPTIONS]
  --entries N   people of the one file, entries of the other (100000)
  --seed N      of both (1)
  --runs N      the fastest of so many runs counts (5)
";
const MIB: usize = 1024 * 1024;
/// What a reader presses first in a record that has just opened: down, open, back, the pane of people, its end.
const KEYS: [&[u8]; 5] = [b"j", b"\r", b"\x7f", b"3", b"G"];

struct Asked {
    entries: usize,
    seed: u64,
    runs: usize,
}

/// What a record of a file took.
struct Measured {
    bytes: usize,
    entries: usize,
    offices: usize,
    /// Until the file is a `serde_json::Value`: the measure of the others.
    parsing: Duration,
    reading: Duration,
    listing: Duration,
    first_frame: Duration,
    slowest_key: Duration,
    indexing: Duration,
    /// The most bytes in use until the first frame, the file's own among them.
    peak: usize,
    /// Bytes in use once the first frame was drawn, without those of the file.
    browsable: usize,
    /// The same once the index was made.
    indexed: usize,
    texts: usize,
    /// Bytes in use by that `serde_json::Value`.
    parsed: usize,
}

fn main() -> ExitCode {
    let is_test = !std::env::args().any(|arg| arg == "--bench");
    let asked = if is_test { Some(Asked { entries: 1_000, seed: 1, runs: 1 }) } else { read_options() };
    let Some(asked) = asked else { return complain(USAGE) };
    let out: &mut dyn Write = if is_test { &mut io::sink() } else { &mut io::stdout().lock() };
    report(&asked, out).map_or_else(|error| complain(&format!("{error}\n")), |()| ExitCode::SUCCESS)
}

fn complain(text: &str) -> ExitCode {
    io::stderr().write_all(text.as_bytes()).unwrap_or_default();
    ExitCode::FAILURE
}

fn read_options() -> Option<Asked> {
    let mut asked = Asked { entries: 100_000, seed: 1, runs: 5 };
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    while let Some(name) = args.next() {
        let number = args.next()?.parse::<usize>().ok()?;
        match name.as_str() {
            "--entries" => asked.entries = number.max(record::FEWEST),
            "--seed" => asked.seed = number as u64,
            "--runs" => asked.runs = number.max(1),
            _ => return None,
        }
    }
    Some(asked)
}

fn report(asked: &Asked, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "On: {}\n", machine())?;
    let mut people = Vec::new();
    people::write(&mut people, asked.entries, asked.seed)?;
    let people = best(asked, &people);
    assert_eq!((people.entries, people.offices), (asked.entries + people::BODY_COUNT, asked.entries));
    let mut meeting = Vec::new();
    record::write(&mut meeting, asked.entries, asked.seed)?;
    let meeting = best(asked, &meeting);
    assert_eq!(meeting.entries, asked.entries, "as many entries as were asked for");
    let both = [("people, each with an office", people), ("a meeting", meeting)];
    write_times(&both, out)?;
    write_memory(&both, out)
}

fn write_times(measured: &[(&str, Measured)], out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new([
        "ms",
        "entries",
        "memberships",
        "MiB",
        "read",
        "listed",
        "first frame",
        "in all",
        "slowest key",
        "index",
        "serde_json::Value",
        "in all, times that",
    ]);
    for (name, one) in measured {
        let all = one.reading + one.listing + one.first_frame;
        let taken = [one.reading, one.listing, one.first_frame, all, one.slowest_key, one.indexing];
        let counts = [one.entries, one.offices, one.bytes.div_ceil(MIB)];
        let cells = counts.into_iter().map(count).chain(taken.into_iter().map(ms));
        let measure = [ms(one.parsing), times(all, one.parsing)];
        table.row(std::iter::once((*name).to_owned()).chain(cells).chain(measure).collect());
    }
    table.write(out)
}

fn write_memory(measured: &[(&str, Measured)], out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new([
        "bytes in use",
        "most, with the file",
        "browsable",
        "its text",
        "an entry",
        "an entry or office",
        "with the index, an entry",
        "serde_json::Value, an entry",
    ]);
    for (name, one) in measured {
        let beyond = |bytes: usize| bytes.saturating_sub(one.texts);
        let whole = [one.peak, one.browsable, one.texts];
        let each = [
            beyond(one.browsable) / one.entries,
            beyond(one.browsable) / (one.entries + one.offices),
            beyond(one.indexed) / one.entries,
            beyond(one.parsed) / one.entries,
        ];
        table.row(std::iter::once((*name).to_owned()).chain(whole.into_iter().chain(each).map(count)).collect());
    }
    table.write(out)
}

/// The fastest of some runs until the first frame.
fn best(asked: &Asked, source: &[u8]) -> Measured {
    let runs = (0..asked.runs).map(|_| open(source.to_vec()));
    let fastest = runs.min_by_key(|one| one.reading + one.listing + one.first_frame).expect("a run at least");
    let before = HEAP.current_usage();
    let parse = || serde_json::from_slice::<serde_json::Value>(source).expect("it is JSON");
    let (parsing, value) = best_of(asked.runs, parse);
    let parsed = HEAP.current_usage() - before;
    drop(value);
    Measured { parsing, parsed, ..fastest }
}

fn open(source: Vec<u8>) -> Measured {
    let before = HEAP.current_usage() - source.capacity();
    let bytes = source.len();
    HEAP.reset_peak_usage();
    let (reading, loaded) = timed(|| data::load(&source, neutral).expect("a generated file opens"));
    assert!(loaded.faults.iter().all(|fault| !fault.is_told()), "a generated file has no fault");
    drop(source);
    let (listing, world) = timed(|| Arc::new(World::new(loaded).expect("it has entries")));
    let options = Options::new(Size { cols: 120, rows: 36 }, Lang::ZhHant, Ambiguous::Narrow);
    let (first_frame, mut session) = timed(|| {
        let mut session = Session::new(Arc::clone(&world), options, Colours::Sixteen);
        assert!(!session.frame().is_empty());
        session
    });
    let used = || HEAP.current_usage() - before;
    let (peak, browsable) = (HEAP.peak_usage() - before, used());
    let pressed = KEYS.map(|key| timed(|| (session.feed(key), session.frame())).0);
    let unindexed = used();
    let (indexing, ()) = timed(|| world.build_index());
    let indexed = browsable + (used() - unindexed);
    Measured {
        bytes,
        parsing: Duration::ZERO,
        parsed: 0,
        entries: world.record.all_ids().count(),
        offices: world.record.people.iter().map(|person| person.offices.len()).sum(),
        reading,
        listing,
        first_frame,
        slowest_key: pressed.into_iter().max().unwrap_or_default(),
        indexing,
        peak,
        browsable,
        indexed,
        texts: texts::bytes(&world.record),
    }
}
