//! Writes a generated record, for trying and measuring the program with a large one:
//! `cargo run --release --example gen -- 100000 --seed 7 > big.json`.

mod record;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

const USAGE: &str = "usage: gen COUNT [--seed N]    COUNT entries, 100 at least, as JSON on standard output\n";
const SEED: u64 = 1;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((count, seed)) = options(&args) else {
        io::stderr().write_all(USAGE.as_bytes()).unwrap_or_default();
        return ExitCode::from(2);
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let written = record::write(&mut out, count, seed).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

fn options(args: &[String]) -> Option<(usize, u64)> {
    let (count, rest) = args.split_first()?;
    let count = count.parse().ok().filter(|&count| count >= record::FEWEST)?;
    match rest {
        [] => Some((count, SEED)),
        [name, seed] if name == "--seed" => Some((count, seed.parse().ok()?)),
        _ => None,
    }
}
