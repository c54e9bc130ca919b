//! Writes a generated record, for trying and measuring the program with a large one:
//! `cargo run --release --example gen -- 100000 --seed 7 > big.json`; with `--people` a Popolo file of people alone.

mod people;
mod record;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

const USAGE: &str = "\
usage: gen COUNT [--seed N] [--people]
COUNT entries, 100 at least, as JSON on standard output; with --people so many people with an office each
";
const SEED: u64 = 1;

struct Options {
    count: usize,
    seed: u64,
    is_of_people: bool,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(Options { count, seed, is_of_people }) = options(&args) else {
        io::stderr().write_all(USAGE.as_bytes()).unwrap_or_default();
        return ExitCode::from(2);
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let write = if is_of_people { people::write } else { record::write };
    let written = write(&mut out, count, seed).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

fn options(args: &[String]) -> Option<Options> {
    let (count, mut rest) = args.split_first()?;
    let count = count.parse().ok().filter(|&count| count >= record::FEWEST)?;
    let mut options = Options { count, seed: SEED, is_of_people: false };
    loop {
        match rest {
            [] => return Some(options),
            [name, seed, after @ ..] if name == "--seed" => (options.seed, rest) = (seed.parse().ok()?, after),
            [name, after @ ..] if name == "--people" => (options.is_of_people, rest) = (true, after),
            _ => return None,
        }
    }
}
