//! A generated Popolo file of people alone, as parliaments publish them: each with a name in two languages, an
//! identifier and a membership of one of a few bodies. The same for the same seed.

use std::io::{self, Write};

use super::record::Maker;
use super::record::words::{BODIES, REGIONS, ROLES, TOPICS};

pub const BODY_COUNT: usize = 20;

/// Writes a file of `count` people.
pub fn write(out: &mut impl Write, count: usize, seed: u64) -> io::Result<()> {
    let mut maker = Maker::new(count.max(super::record::FEWEST), seed);
    write!(out, "{{\"persons\":[")?;
    for number in 0..count {
        let name = maker.name();
        let english = maker.name_in_english(&name);
        write!(
            out,
            "{}\n{{\"id\":\"person/{number}\",\"name\":\"{english}\",\"other_names\":[{{\"lang\":\"zh-Hant\",\
             \"name\":\"{name}\"}}],\"identifiers\":[{{\"scheme\":\"wikidata\",\"identifier\":\"Q{}\"}}]}}",
            comma(number),
            10_000_000 + number
        )?;
    }
    write!(out, "\n],\"memberships\":[")?;
    for number in 0..count {
        let body = maker.rng.below(BODY_COUNT);
        let role = maker.rng.often(ROLES);
        write!(
            out,
            "{}\n{{\"person_id\":\"person/{number}\",\"organization_id\":\"organization/{body}\",\"role\":\"{role}\",\
             \"start_date\":\"{}\"}}",
            comma(number),
            maker.date()
        )?;
    }
    write!(out, "\n],\"organizations\":[")?;
    for number in 0..BODY_COUNT {
        let [region, topic, body] = [REGIONS, TOPICS, BODIES].map(|words| words[number % words.len()]);
        let comma = comma(number);
        write!(out, "{comma}\n{{\"id\":\"organization/{number}\",\"name\":\"{region}{topic}{body}\"}}")?;
    }
    writeln!(out, "\n]}}")
}

const fn comma(number: usize) -> &'static str {
    if number == 0 { "" } else { "," }
}
