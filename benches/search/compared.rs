//! The same queries asked of zhegang and of other finders.

use std::io::{self, Write};
use std::time::Duration;

use zhegang::search::Query;
use zhegang::ui::World;

use crate::keys::HITS;
use crate::lines::{self, Form};
use crate::matchers::{Nucleo, frizbee};
use crate::measure::best_of;
use crate::options::Options;
use crate::programs::{self, LineFile};
use crate::table::{Table, count, ms, times};

/// The best time for the first hits, and how many had matched until they were found.
fn own(world: &World, query: &str, runs: usize) -> (Duration, usize) {
    best_of(runs, || world.find(&Query::read(query), &[], HITS).counts.iter().sum())
}

pub fn matchers(world: &World, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let Options { runs, threads, .. } = *options;
    writeln!(
        out,
        "Matchers, ms, the best of {runs} runs. zhegang: the first {HITS} hits (seen: how many had matched until then), over names, other\n\
         names, offices, descriptions and readings. nucleo-matcher 0.3.1 and frizbee 0.13.0: all hits, sorted, with {threads}\n\
         threads, over lines of names; for pinyin, lines of name and pinyin, for English, of name and English name, which\n\
         they match with any gaps.\n"
    )?;
    let other = |name: &str| [format!("{name} ms"), "matches".to_owned(), "/ zhegang".to_owned()];
    let head = ["query", "zhegang ms", "seen"].map(str::to_owned).into_iter();
    let mut table = Table::new(head.chain(other("nucleo")).chain(other("frizbee")));
    for form in Form::ALL {
        let lines = lines::of(&world.record, form);
        let nucleo = Nucleo::new(&lines, threads);
        for query in form.queries() {
            let (time, matches) = own(world, query, runs);
            let mut row = vec![(*query).to_owned(), ms(time), count(matches)];
            for (other, matches) in
                [best_of(runs, || nucleo.find(query)), best_of(runs, || frizbee(&lines, threads, query))]
            {
                row.extend([ms(other), count(matches), times(other, time)]);
            }
            table.row(row);
        }
    }
    table.write(out)
}

/// `opened` is how long reading the record and making its index took.
pub fn programs(world: &World, opened: Duration, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let programs = programs::installed();
    if programs.is_empty() {
        return writeln!(out, "Neither fzf nor sk is installed.\n");
    }
    let runs = options.runs.min(3);
    writeln!(
        out,
        "Whole programs, ms, the best of {runs} runs: `--filter QUERY` from start to end, reading the lines (the same as\n\
         above), with their own number of threads. Beside them zhegang with the record open, and with reading the record\n\
         (JSON with everything, not lines of names) and making the index, once: what a first query from the shell costs.\n"
    )?;
    let head = programs.iter().flat_map(|program| [program.name.clone(), "matches".to_owned()]);
    let own_head = ["zhegang, open", "with opening"].map(str::to_owned);
    let mut table = Table::new(std::iter::once("query".to_owned()).chain(head).chain(own_head));
    for form in Form::ALL {
        let file = LineFile::new(&lines::of(&world.record, form))?;
        for query in form.queries() {
            let mut row = vec![(*query).to_owned()];
            for program in &programs {
                let (time, matches) = program.find(&file, query, runs)?;
                row.extend([ms(time), count(matches)]);
            }
            let (time, _) = own(world, query, runs);
            row.extend([ms(time), ms(opened + time)]);
            table.row(row);
        }
    }
    table.write(out)
}
