//! A generated record of any size, in the program's own format, for measuring: the same for the same seed.
//!
//! Its words are those of the subject and characters of all ranks; who has a name, an office or a saying here has them
//! by chance alone.

#[path = "readings.rs"]
pub mod readings;
#[path = "rng.rs"]
pub mod rng;
#[path = "words.rs"]
pub mod words;

use std::fmt::Write as _;
use std::io::{self, Write};

use readings::Readings;
use rng::Rng;
use words::{
    BODIES, ENGLISH, GIVEN, MEETINGS, ONSETS, PAPERS, PIECES, PLACES, REGIONS, RHYMES, ROLES, SAYS, SURNAMES, TAILS,
    TOPICS, VERBS,
};

/// Fewer have no entry for a reference to name.
pub const FEWEST: usize = 100;

/// How many entries of each kind.
struct Shares {
    areas: usize,
    projects: usize,
    agreements: usize,
    people: usize,
    bodies: usize,
    speeches: usize,
    events: usize,
    places: usize,
    documents: usize,
}

impl Shares {
    fn of(count: usize) -> Self {
        let share = |percent: usize| count * percent / 100;
        let mut shares = Self {
            areas: (count / 50).clamp(1, 13),
            projects: 0,
            agreements: share(14),
            people: share(16),
            bodies: share(9),
            speeches: share(22),
            events: share(6),
            places: share(2),
            documents: share(4),
        };
        let Self { areas, agreements, people, bodies, speeches, events, places, documents, .. } = shares;
        shares.projects = count - areas - agreements - people - bodies - speeches - events - places - documents;
        shares
    }
}

/// Writes a record of `count` entries.
///
/// # Panics
/// Where `count` is less than [`FEWEST`].
pub fn write(out: &mut impl Write, count: usize, seed: u64) -> io::Result<()> {
    assert!(count >= FEWEST, "a generated record has {FEWEST} entries at least");
    let mut maker = Maker::new(count, seed);
    let title = format!("{{\"lang\":\"en\",\"name\":\"Generated record of {count} entries\"}}");
    writeln!(
        out,
        "{{\"meta\":{{\"format\":\"popolo-meeting-record\",\"format_version\":\"1.0\",\"language\":\"zh-Hant\","
    )?;
    writeln!(out, "\"title\":\"生成記錄\",\"other_titles\":[{title}],\"event_id\":\"event/0\"}}")?;
    let people = maker.shares.people;
    let lists: [(&str, usize, Entry); 10] = [
        ("policy_areas", maker.shares.areas, Maker::area),
        ("projects", maker.shares.projects, Maker::project),
        ("agreements", maker.shares.agreements, Maker::agreement),
        ("persons", people, Maker::person),
        // The last of them are second offices.
        ("memberships", people + people / 7, Maker::office),
        ("organizations", maker.shares.bodies, Maker::body),
        ("speeches", maker.shares.speeches, Maker::speech),
        ("events", maker.shares.events, Maker::event),
        ("areas", maker.shares.places, Maker::place),
        ("documents", maker.shares.documents, Maker::document),
    ];
    for (name, count, entry) in lists {
        write!(out, ",\"{name}\":[")?;
        for number in 0..count {
            let comma = if number == 0 { "" } else { "," };
            write!(out, "{comma}\n{{{}}}", entry(&mut maker, number))?;
        }
        writeln!(out, "]")?;
    }
    writeln!(out, "}}")
}

/// The fields of the entry of a number.
type Entry = fn(&mut Maker, usize) -> String;

/// Makes what is in a record, by chance.
pub struct Maker {
    pub rng: Rng,
    shares: Shares,
    readings: Readings,
    surnames: Vec<char>,
    given: Vec<char>,
    /// All characters that are in use, in an order of chance that stands for how rare they are.
    rare: Vec<char>,
}

impl Maker {
    pub fn new(count: usize, seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let readings = Readings::open();
        let mut rare = readings.chars();
        for last in (1..rare.len()).rev() {
            rare.swap(last, rng.below(last + 1));
        }
        let (surnames, given) = (SURNAMES.chars().collect(), GIVEN.chars().collect());
        Self { rng, shares: Shares::of(count), readings, surnames, given, rare }
    }

    fn area(&mut self, number: usize) -> String {
        let name = TOPICS[number % TOPICS.len()];
        let rest = self.rest_by_chance(100);
        format!("\"id\":\"policy-area/{number}\",\"identifier\":\"{}\",\"name\":\"{name}\"{rest}", number + 1)
    }

    fn project(&mut self, number: usize) -> String {
        let mut name = self.subject();
        for joint in ["、", "及"] {
            if self.rng.is(60) {
                name = name + joint + self.rng.often(TOPICS) + self.rng.often(TAILS);
            }
        }
        if self.rng.is(25) {
            name = format!("{name}（{}）", self.rare());
        }
        let area = self.rng.rank(self.shares.areas);
        let mut fields = format!("\"policy_area_ids\":[\"policy-area/{area}\"]");
        if self.rng.is(30) {
            let body = self.rng.below(self.shares.bodies);
            let _ = write!(fields, ",\"organization_ids\":[\"organization/{body}\"]");
        }
        let rest = self.rest_by_chance(8);
        format!("\"id\":\"project/{number}\",\"name\":\"{name}\",{fields}{rest}")
    }

    fn agreement(&mut self, number: usize) -> String {
        let subject = self.subject();
        let other = if self.rng.is(70) { format!("、{}", self.rng.often(TOPICS)) } else { String::new() };
        let other = format!("{other}與{}", self.rng.often(TOPICS));
        let paper = self.rng.often(PAPERS);
        let class = match paper {
            paper if paper.contains("備忘錄") => "memorandum",
            paper if paper.contains("意向書") => "letter-of-intent",
            _ => "arrangement",
        };
        let [one, two] = [(); 2].map(|()| self.rng.below(self.shares.bodies));
        let parties =
            format!("{{\"organization_id\":\"organization/{one}\"}},{{\"organization_id\":\"organization/{two}\"}}");
        let (date, rest) = (self.date(), self.rest_by_chance(8));
        format!(
            "\"id\":\"agreement/{number}\",\"name\":\"《關於{subject}{other}的{paper}》\",\"classification\":\"{class}\",\
             \"date_signed\":\"{date}\",\"parties\":[{parties}]{rest}"
        )
    }

    fn person(&mut self, number: usize) -> String {
        let name = self.name();
        let english = self.rng.is(45).then(|| self.name_in_english(&name));
        let rest = self.rest(english, 5);
        format!("\"id\":\"person/{number}\",\"name\":\"{name}\"{rest}")
    }

    fn office(&mut self, number: usize) -> String {
        let (person, body) = (number % self.shares.people, self.rng.below(self.shares.bodies));
        let role = self.rng.often(ROLES);
        format!(
            "\"id\":\"membership/{number}\",\"person_id\":\"person/{person}\",\
             \"organization_id\":\"organization/{body}\",\"role\":\"{role}\""
        )
    }

    fn body(&mut self, number: usize) -> String {
        let (region, rare) = (self.rng.often(REGIONS), self.rare());
        let name = format!("{region}{rare}{}{}", self.rng.often(TOPICS), self.rng.often(BODIES));
        let rest = self.rest_by_chance(8);
        format!("\"id\":\"organization/{number}\",\"name\":\"{name}\",\"classification\":\"company\"{rest}")
    }

    fn speech(&mut self, number: usize) -> String {
        let (says, subjects) = (self.rng.one(SAYS), [(); 4].map(|()| self.subject()).join("，"));
        let end = if self.rng.is(25) { format!("，包括{}", self.rare()) } else { String::new() };
        let (person, event) = (self.rng.below(self.shares.people), self.rng.below(self.shares.events));
        let sources = self.sources();
        format!(
            "\"id\":\"speech/{number}\",\"text\":\"{says}{subjects}{end}。\",\"creator_id\":\"person/{person}\",\
             \"event_id\":\"event/{event}\",\"quotation\":\"reported\"{sources}"
        )
    }

    fn event(&mut self, number: usize) -> String {
        let (region, topic) = (self.rng.often(REGIONS), self.rng.often(TOPICS));
        let name = format!("第{}屆{region}{topic}{}", 1 + self.rng.rank(30), self.rng.often(MEETINGS));
        let (place, person) = (self.rng.below(self.shares.places), self.rng.below(self.shares.people));
        let (date, rest) = (self.date(), self.rest_by_chance(8));
        format!(
            "\"id\":\"event/{number}\",\"name\":\"{name}\",\"classification\":\"meeting\",\"status\":\"confirmed\",\
             \"start_date\":\"{date}\",\"area_ids\":[\"place/{place}\"],\"participants\":[{{\"entity_type\":\"person\",\
             \"entity_id\":\"person/{person}\",\"role\":\"speaker\"}}]{rest}"
        )
    }

    fn place(&mut self, number: usize) -> String {
        let name = self.rare() + self.rng.often(PLACES);
        let rest = self.rest_by_chance(8);
        format!("\"id\":\"place/{number}\",\"name\":\"{name}\",\"classification\":\"area\"{rest}")
    }

    fn document(&mut self, number: usize) -> String {
        let name = format!("{}：{}", self.subject(), self.rng.often(PIECES));
        let (date, rest) = (self.date(), self.rest_by_chance(8));
        format!(
            "\"id\":\"document/{number}\",\"name\":\"{name}\",\"classification\":\"report\",\"issued\":\"{date}\",\
             \"language\":\"zh-Hant\"{rest}"
        )
    }

    /// What a project, a paper or a sentence is about.
    fn subject(&mut self) -> String {
        let verb = if self.rng.is(70) { self.rng.often(VERBS) } else { "" };
        let (region, topic, tail) = (self.rng.often(REGIONS), self.rng.often(TOPICS), self.rng.often(TAILS));
        format!("{verb}{region}{topic}{tail}")
    }

    pub fn name(&mut self) -> String {
        let count = if self.rng.is(82) { 2 } else { 1 };
        let mut name = String::from(self.surnames[self.rng.rank(self.surnames.len())]);
        name.extend((0..count).map(|_| self.given[self.rng.rank(self.given.len())]));
        name
    }

    /// As Hong Kong writes it: `CHAN Kwok-kei`.
    pub fn name_in_english(&self, name: &str) -> String {
        let mut syllables = name.chars().map(|char| romanised(self.readings.jyutping(char)));
        let surname = syllables.next().unwrap_or_default().to_uppercase();
        let first = syllables.next().unwrap_or_default();
        let second = syllables.next().map_or(String::new(), |syllable| format!("-{}", syllable.to_lowercase()));
        format!("{surname} {first}{second}")
    }

    fn rare(&mut self) -> String {
        let count = 2 + self.rng.below(2);
        // The commonest are not as common as those of words.
        (0..count)
            .map(|_| {
                let end = 1 + self.rng.below(self.rare.len());
                self.rare[self.rng.below(end)]
            })
            .collect()
    }

    pub fn date(&mut self) -> String {
        format!("{}-{:02}-{:02}", 2015 + self.rng.below(11), 1 + self.rng.below(12), 1 + self.rng.below(28))
    }

    fn rest_by_chance(&mut self, english_percent: usize) -> String {
        let english = self.rng.is(english_percent).then(|| words_in_english(&mut self.rng));
        self.rest(english, 6)
    }

    /// The other name, the description and the sources.
    fn rest(&mut self, english: Option<String>, description_percent: usize) -> String {
        let mut rest = String::new();
        if let Some(english) = english {
            let _ = write!(rest, ",\"other_names\":[{{\"lang\":\"en\",\"name\":\"{english}\"}}]");
        }
        if self.rng.is(description_percent) {
            let clauses: Vec<String> = (0..4 + self.rng.below(2)).map(|_| self.subject()).collect();
            let _ = write!(rest, ",\"description\":\"{}。\"", clauses.join("，"));
        }
        rest + &self.sources()
    }

    fn sources(&mut self) -> String {
        format!(",\"sources\":[{{\"url\":\"#document/{}\"}}]", self.rng.below(self.shares.documents))
    }
}

fn words_in_english(rng: &mut Rng) -> String {
    let words: Vec<&str> = (0..2 + rng.below(3)).map(|_| rng.often(ENGLISH)).collect();
    format!("Hong Kong {}", words.join(" "))
}

fn romanised(jyutping: &str) -> String {
    let begun = ONSETS.iter().find_map(|(from, to)| Some((*to, jyutping.strip_prefix(from)?)));
    let (onset, rhyme) = begun.unwrap_or_else(|| jyutping.split_at(usize::from(!jyutping.is_empty())));
    let ended = RHYMES.iter().find_map(|(from, to)| Some((rhyme.strip_suffix(from)?, *to)));
    let (before, end) = ended.unwrap_or((rhyme, ""));
    let spelled = format!("{onset}{before}{end}");
    let mut letters = spelled.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
