//! How fast the search answers, over a large generated record and over the built-in one, beside other finders.
//!
//! `cargo bench` takes a million entries; `cargo bench -- --entries 20000` a quick look.
//! In `cargo test` it does a little of everything and prints nothing.

mod built_in;
mod compared;
mod keys;
mod lines;
mod matchers;
mod measure;
mod options;
mod programs;
#[path = "../../examples/gen/record.rs"]
mod record;
mod table;
mod targets;

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use measure::{machine, memory, timed};
use options::{Options, Part, USAGE};
use table::{count, ms};
use zhegang::data;
use zhegang::search::Query;
use zhegang::text::neutral;
use zhegang::ui::World;

const MIB: usize = 1024 * 1024;

fn main() -> ExitCode {
    let is_test = !std::env::args().any(|arg| arg == "--bench");
    let options = if is_test { Ok(Options::small()) } else { Options::read(std::env::args().skip(1)) };
    let options = match options {
        Ok(options) => options,
        Err(error) => return complain(&format!("{error}\n{USAGE}")),
    };
    let reported = if is_test {
        report(&options, true, &mut io::sink())
    } else {
        report(&options, false, &mut io::stdout().lock())
    };
    reported.map_or_else(|error| complain(&format!("{error}\n")), |()| ExitCode::SUCCESS)
}

fn complain(text: &str) -> ExitCode {
    io::stderr().write_all(text.as_bytes()).unwrap_or_default();
    ExitCode::FAILURE
}

fn report(options: &Options, is_test: bool, out: &mut dyn Write) -> io::Result<()> {
    let args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let command: Vec<String> = ["cargo bench --".to_owned()].into_iter().chain(args).collect();
    writeln!(out, "Made with: {}", command.join(" ").trim_end_matches(" --"))?;
    writeln!(out, "On: {}\n", machine())?;
    if options.only != Some(Part::BuiltIn) {
        large(options, is_test, out)?;
    }
    if options.wants(Part::BuiltIn) {
        built_in::report(options.runs, out)?;
    }
    Ok(())
}

/// What is measured over the generated record.
fn large(options: &Options, is_test: bool, out: &mut dyn Write) -> io::Result<()> {
    let (world, opened) = open(options, out)?;
    if options.wants(Part::Keys) {
        let targets = targets::drawn(&world.record, options.targets, options.seed);
        let mut pressed = keys::all(&world, &targets);
        assert!(targets.len() >= options.targets && pressed.iter().all(|key| key.time > Duration::ZERO));
        keys::report(&mut pressed, targets.len(), out)?;
    }
    if options.wants(Part::Matchers) {
        compared::matchers(&world, options, out)?;
    }
    if options.wants(Part::Programs) && !is_test {
        compared::programs(&world, opened, options, out)?;
    }
    Ok(())
}

/// The generated record with its index, and how long it took to read it and to make the index.
fn open(options: &Options, out: &mut dyn Write) -> io::Result<(World, Duration)> {
    let mut source = Vec::new();
    record::write(&mut source, options.entries, options.seed)?;
    let (reading, loaded) = timed(|| data::load(&source, neutral).expect("a generated record opens"));
    assert!(loaded.faults.is_empty(), "a generated record has no fault: {}", loaded.faults[0]);
    let bytes = source.len();
    drop(source);
    let loaded_memory = memory("VmRSS");
    // A copy fills the holes that reading left in the memory, so that the index can't hide in them.
    let copy = loaded.record.clone();
    let before = memory("VmRSS");
    let (listing, world) = timed(|| World::new(loaded).expect("it has entries"));
    let query = Query::read("港");
    let [(first, found), (again, _)] = [(); 2].map(|()| timed(|| world.find(&query, &[], keys::HITS)));
    let indexing = listing + first.saturating_sub(again);
    let index_memory = memory("VmRSS").saturating_sub(before);
    drop(copy);
    let entries = world.record.all_ids().count();
    assert_eq!(entries, options.entries, "as many entries as were asked for");
    assert!(!found.hits.is_empty(), "something is about Hong Kong");
    writeln!(
        out,
        "A generated record of {} entries, {} MiB of JSON: read in {} ms, {} MiB then resident.\n\
         The index: made in {} ms, {} MiB more resident, {} bytes an entry. At most {} MiB were resident until then.\n",
        count(entries),
        count(bytes / MIB),
        ms(reading),
        count(loaded_memory / MIB),
        ms(indexing),
        count(index_memory / MIB),
        count(index_memory / entries),
        count(memory("VmHWM") / MIB),
    )?;
    Ok((world, reading + indexing))
}
