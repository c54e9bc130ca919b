//! From a key to the hits on the screen: what a reader waits for.

use std::collections::HashSet;
use std::io::{self, Write};
use std::time::Duration;

use zhegang::search::{Query, Trail};
use zhegang::ui::World;

use crate::measure::{percentile, timed};
use crate::table::{Table, count, ms};
use crate::targets::{Target, Way};

/// As many hits as are asked for, and as many of them as a screen shows.
pub const HITS: usize = 200;
const SHOWN: usize = 40;
const SLOWEST: usize = 8;

/// A key of a target: what stood in the field, how many entries it found, how long that took.
pub struct Key<'a> {
    way: Way,
    typed: &'a str,
    matches: usize,
    pub time: Duration,
    marks: Duration,
}

/// The work of one key: until the hits are there, and until those that are shown are marked. `trail` is what the key before
/// it left.
pub fn press(world: &World, typed: &str, trail: &mut Trail) -> (Duration, Duration, usize) {
    let (found, (query, hits)) = timed(|| {
        let query = Query::read(typed);
        let hits = world.find_on(&query, &[], HITS, trail);
        (query, hits)
    });
    let (marked, _) = timed(|| {
        let marker = world.marker(&query);
        let marks = hits.hits.iter().take(SHOWN).map(|hit| marker.as_ref().map_or(0, |one| one.matches(hit.id).len()));
        std::hint::black_box(marks.sum::<usize>())
    });
    (found, marked, hits.counts.iter().sum())
}

pub fn all<'a>(world: &World, targets: &'a [Target]) -> Vec<Key<'a>> {
    let keys = targets.iter().flat_map(|target| target.keys.iter().map(|typed| (target.way, typed)));
    let mut trail = Trail::default();
    let pressed = keys.map(|(way, typed)| {
        let (time, marks, matches) = press(world, typed, &mut trail);
        Key { way, typed, matches, time, marks }
    });
    pressed.collect()
}

pub fn report(keys: &mut [Key<'_>], targets: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "A key: the query read, and the first {HITS} hits. {targets} entries typed key by key, ms:\n")?;
    keys.sort_by_key(|key| key.time);
    let mut table = Table::new(["typed", "keys", "p50", "p90", "p99", "max"]);
    for way in Way::ALL.into_iter().map(Some).chain([None]) {
        let of_way = keys.iter().filter(|key| way.is_none_or(|way| key.way == way));
        let times: Vec<Duration> = of_way.map(|key| key.time).collect();
        let mut row = vec![way.map_or("all", Way::name).to_owned(), count(times.len())];
        row.extend([50, 90, 99, 100].map(|percent| ms(percentile(&times, percent))));
        table.row(row);
    }
    table.write(out)?;
    let mut marks: Vec<Duration> = keys.iter().map(|key| key.marks).collect();
    marks.sort_unstable();
    let [half, most] = [50, 99].map(|percent| ms(percentile(&marks, percent)));
    writeln!(out, "The marks of the first {SHOWN} hits, which a screen shows: p50 {half} ms, p99 {most} ms more.\n")?;
    writeln!(out, "The slowest keys:\n")?;
    let mut table = Table::new(["typed", "seen", "ms"]);
    let mut told = HashSet::new();
    for key in keys.iter().rev().filter(|key| told.insert(key.typed)).take(SLOWEST) {
        table.row(vec![key.typed.to_owned(), count(key.matches), ms(key.time)]);
    }
    table.write(out)
}
