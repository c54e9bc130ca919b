//! The state of one reading: what the file says of itself, which ids it has, and the faults found so far.

use std::collections::HashMap;
use std::fmt::Display;
use std::ops::Range;

use ecow::EcoString;

use super::position::{Position, Positions};
use super::{Code, Fault, LoadError, Loaded, MOST_FAULTS, Neutral, Severity};
use crate::data::id::{EntryId, Kind};
use crate::data::lang::Tag;
use crate::data::model::Record;
use crate::data::progress::Progress;
use crate::data::tree::{NOTED, Object, Value, pointers};

/// The most characters of the file that a message repeats.
const QUOTED_CHARS: usize = 60;
/// How far the reading is is told once in so many entries.
const TOLD_EVERY: usize = 256;

#[derive(Debug)]
pub struct Reader<'a> {
    pub positions: &'a Positions<'a>,
    neutral: Neutral,
    faults: Vec<(Range<usize>, Code, String)>,
    /// How many faults there are of each severity.
    counts: [usize; Severity::ALL.len()],
    /// The language of texts that don't say theirs.
    pub language: Tag,
    pub ids: HashMap<EcoString, Named>,
    pub skipped: usize,
    /// Where entries stand, and what belongs to one from elsewhere: bytes from the start of the text.
    places: Vec<(Range<usize>, EntryId)>,
    /// Whether the file has entries of a kind.
    pub kinds: [bool; Kind::ALL.len()],
    pub nowhere: Vec<Nowhere<'a>>,
    most_entries: usize,
    entries: usize,
    progress: &'a Progress,
    /// How many entries were looked at; each is twice.
    looked_at: usize,
}

/// References under one key to entries of a kind of which the file has none.
#[derive(Debug)]
pub struct Nowhere<'a> {
    pub key: String,
    pub kind: Kind,
    pub first: Value<'a>,
    /// The id at the first place.
    pub id: String,
    pub count: usize,
}

/// What has an id, and where it stands: bytes from the start of the text.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    pub owner: Owner,
    pub offset: usize,
}

#[derive(Debug, Clone, Copy)]
pub enum Owner {
    Entry(EntryId),
    Office,
    /// An entry that can't be kept.
    LeftOut,
}

impl<'a> Reader<'a> {
    pub fn new(positions: &'a Positions<'a>, neutral: Neutral, most_entries: usize, progress: &'a Progress) -> Self {
        Self {
            positions,
            neutral,
            faults: Vec::new(),
            counts: Default::default(),
            language: Tag::Unsaid,
            ids: HashMap::new(),
            skipped: 0,
            kinds: [false; Kind::ALL.len()],
            nowhere: Vec::new(),
            places: Vec::new(),
            most_entries,
            entries: 0,
            progress,
            looked_at: 0,
        }
    }

    /// Counts entries and offices that are about to be read. Refuses the file when they are too many.
    pub fn admit(&mut self, count: usize) -> Result<(), LoadError> {
        self.entries = self.entries.saturating_add(count);
        let Self { entries, most_entries, .. } = *self;
        if entries <= most_entries {
            return Ok(());
        }
        let message = format!(
            "the file has {entries} entries or more, memberships among them, and no more than {most_entries} are read"
        );
        Err(LoadError::at(self.positions, 0, Code::TooMany, message))
    }

    /// Tells how far the reading is, for each entry that is looked at. Whether it goes on: it may have been called off.
    pub fn goes_on(&mut self) -> bool {
        self.looked_at += 1;
        if self.looked_at.is_multiple_of(TOLD_EVERY) {
            self.progress.make(NOTED..100, self.looked_at, self.entries.saturating_mul(2));
        }
        !self.is_called_off()
    }

    pub fn is_called_off(&self) -> bool {
        self.progress.is_cancelled()
    }

    /// The record with the faults in the order of the file, and how many entries were left out.
    pub fn finish(mut self, root: Value<'_>, record: Record) -> Loaded {
        self.tell_nowhere();
        self.faults.sort_by_key(|(range, ..)| range.start);
        let offsets: Vec<usize> = self.faults.iter().map(|(range, ..)| range.start).collect();
        let pointers = pointers(root, &offsets, |key| in_one_line(&self.neutral(key)));
        let within = within(&self.places, &offsets);
        let faults = self.faults.into_iter().zip(pointers).zip(within);
        let faults = faults.map(|(((range, code, message), pointer), entry)| {
            let Position { line, column } = self.positions.of(range.start);
            Fault { code, range, line, column, pointer, entry, file: None, message }
        });
        let unlisted = self.counts.map(|count| count.saturating_sub(MOST_FAULTS));
        Loaded { record, faults: faults.collect(), unlisted, skipped: self.skipped }
    }

    /// Notes that a value is an entry, or belongs to one.
    pub fn belongs(&mut self, value: Value<'_>, entry: EntryId) {
        self.places.push((value.range(), entry));
    }

    pub fn fault(&mut self, value: Value<'_>, code: Code, message: impl Into<String>) {
        let count = &mut self.counts[code.severity() as usize];
        *count += 1;
        if *count <= MOST_FAULTS {
            self.faults.push((value.range(), code, message.into()));
        }
    }

    /// Counts faults that are not listed.
    pub fn count_more(&mut self, severity: Severity, count: usize) {
        self.counts[severity as usize] += count;
    }

    pub fn fault_count(&self) -> usize {
        self.counts.iter().sum::<usize>() + self.nowhere.iter().map(|nowhere| nowhere.count).sum::<usize>()
    }

    pub fn position_of(&self, offset: usize) -> Position {
        self.positions.of(offset)
    }

    pub fn neutral(&self, text: &str) -> EcoString {
        (self.neutral)(text).into()
    }

    /// Opens an object and tells the keys that stand twice in it. `None`, without a fault, for another value.
    pub fn open(&mut self, value: Value<'a>) -> Option<Object<'a>> {
        let object = value.object()?;
        for field in object.repeated() {
            let key = quoted(&self.neutral(&field.key));
            let message = format!("the key {key} stands twice in one object and the last one counts; remove one");
            self.fault(field.key_at, Code::RepeatedKey, message);
        }
        Some(object)
    }
}

/// For each of the offsets, which must be sorted, the entry in which it is; of one inside another, that.
fn within(places: &[(Range<usize>, EntryId)], offsets: &[usize]) -> Vec<Option<EntryId>> {
    let mut found: Vec<Option<(usize, EntryId)>> = vec![None; offsets.len()];
    for (range, entry) in places {
        let first = offsets.partition_point(|offset| *offset < range.start);
        let after = offsets.partition_point(|offset| *offset < range.end);
        for inner in found.get_mut(first..after).into_iter().flatten() {
            if inner.is_none_or(|(start, _)| start <= range.start) {
                *inner = Some((range.start, *entry));
            }
        }
    }
    found.into_iter().map(|inner| inner.map(|(_, entry)| entry)).collect()
}

/// A text of the file in a message: in quotation marks, and on one line that is not too long.
pub fn quoted(text: &str) -> String {
    let text = in_one_line(text);
    match text.char_indices().nth(QUOTED_CHARS) {
        Some((end, _)) => format!("\"{}…\"", text.get(..end).unwrap_or_default()),
        None => format!("\"{text}\""),
    }
}

fn in_one_line(text: &str) -> String {
    text.replace('\n', "␊")
}

/// `a`, `a or b`, `a, b or c`.
pub fn alternatives(words: &[impl Display]) -> String {
    let last = words.len().saturating_sub(1);
    let mut line = String::new();
    for (index, word) in words.iter().enumerate() {
        let before = if index == 0 {
            ""
        } else if index == last {
            " or "
        } else {
            ", "
        };
        line.push_str(before);
        line.push_str(&word.to_string());
    }
    line
}
