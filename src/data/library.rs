//! Several records as one. Each is a volume: its entries of a kind stand behind those of the volumes before it, so that
//! the volume of an entry is told by its place alone. Nothing is merged.

mod shift;

use std::ops::Range;
use std::sync::Arc;

use ecow::{EcoString, eco_format};

use self::shift::Shift;
use super::id::{EntryId, Kind};
use super::keys::Keys;
use super::lang::{Form, Lang, Tag, Text};
use super::links::Links;
use super::load::Loaded;
use super::model::{Entry, Meta, More, Record};

/// What stands between the name of a volume and the id of an entry in its file. No name has one.
pub const SIGN: char = ':';

/// Where the entries of each kind begin.
type Starts = [u32; Kind::ALL.len()];

/// A record that is to be a volume.
#[derive(Debug)]
pub struct Part {
    /// What the ids of its entries begin with: no other part has the same.
    pub name: String,
    /// The name of its file, fit to be shown.
    pub file: Arc<str>,
    pub loaded: Loaded,
}

/// One of several records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volume {
    /// Its key is the name of the volume, its name the title of the record, else the same.
    pub entry: Entry,
    /// What the file says about itself.
    pub meta: Meta,
    /// The name of the file, fit to be shown.
    pub file: Arc<str>,
    /// Entries and offices that were left out for their faults.
    pub skipped: usize,
    starts: Starts,
}

/// Puts records together, in their order; with the faults of all of their files.
pub fn joined(parts: Vec<Part>) -> Loaded {
    let mut whole = Loaded { record: Record::default(), faults: Vec::new(), unlisted: Default::default(), skipped: 0 };
    for part in parts {
        let Part { name, file, loaded: Loaded { mut record, faults, unlisted, skipped } } = part;
        let starts = Kind::ALL.map(|kind| u32::try_from(whole.record.count(kind)).unwrap_or(u32::MAX));
        let shift = Shift { by: &starts, name: &name };
        shift.record(&mut record);
        whole.faults.extend(faults.into_iter().map(|mut fault| {
            shift.ids(&mut fault.entry);
            fault
        }));
        whole.unlisted.iter_mut().zip(unlisted).for_each(|(whole, count)| *whole += count);
        whole.skipped += skipped;
        let meta = whole.record.append(record);
        whole.record.volumes.push(Volume { entry: entry(name, &meta), meta, file, skipped, starts });
    }
    whole.record.links = Links::of(&whole.record);
    whole.record.keys = Keys::of(&whole.record);
    whole
}

/// What is said of a record as of an entry.
fn entry(key: String, meta: &Meta) -> Entry {
    let key = EcoString::from(key);
    let untitled = || Text::new(Form::new(Tag::Unsaid, key.clone(), None), Vec::new());
    let name = meta.title.clone().unwrap_or_else(untitled);
    let more = More { note: meta.note.clone(), ..More::default() };
    let mut entry = Entry::new(key, name, meta.sources.clone(), more);
    entry.add(meta.details.clone(), Vec::new());
    entry
}

impl Record {
    /// Takes in the entries of another record, which have the ids that they are to have here. Gives back what that says
    /// about itself.
    fn append(&mut self, other: Self) -> Meta {
        self.policy_areas.extend(other.policy_areas);
        self.projects.extend(other.projects);
        self.agreements.extend(other.agreements);
        self.people.extend(other.people);
        self.organisations.extend(other.organisations);
        self.posts.extend(other.posts);
        self.statements.extend(other.statements);
        self.motions.extend(other.motions);
        self.vote_events.extend(other.vote_events);
        self.events.extend(other.events);
        self.places.extend(other.places);
        self.documents.extend(other.documents);
        other.meta
    }

    /// Whether several records are open.
    pub fn is_library(&self) -> bool {
        !self.volumes.is_empty()
    }

    pub fn volume_called(&self, name: &str) -> Option<EntryId> {
        self.find(name).filter(|id| id.kind == Kind::Volume)
    }

    /// The volume of an entry, where there are several; of a volume itself.
    pub fn volume_of(&self, id: EntryId) -> Option<EntryId> {
        if id.kind == Kind::Volume {
            return Some(id);
        }
        let behind = self.volumes.partition_point(|volume| volume.starts[id.kind as usize] <= id.index);
        Some(EntryId::new(Kind::Volume, u32::try_from(behind.checked_sub(1)?).ok()?))
    }

    /// The name of the volume that an entry is in, where there are several.
    pub fn name_of_volume(&self, id: EntryId) -> Option<&str> {
        let volume = self.volume_of(id).filter(|_| id.kind != Kind::Volume)?;
        Some(&self.entry(volume).key)
    }

    /// The name of a volume that has the title of another.
    pub fn name_beside(&self, volume: EntryId, lang: Lang) -> Option<&str> {
        let volume = self.volumes.get(volume.place()).filter(|_| volume.kind == Kind::Volume)?;
        let title = volume.entry.name.shown(lang);
        let is_alike = self.volumes.iter().filter(|other| other.entry.name.shown(lang) == title).nth(1).is_some();
        Some(volume.entry.key.as_str()).filter(|name| is_alike && *name != title)
    }

    /// What the file of an entry says about itself.
    pub fn meta_of(&self, id: EntryId) -> &Meta {
        self.volume_of(id).map_or(&self.meta, |volume| &self.volumes[volume.place()].meta)
    }

    /// The places of a volume's entries of a kind.
    pub fn range(&self, volume: EntryId, kind: Kind) -> Range<u32> {
        let start = |place: usize| self.volumes.get(place).map(|volume| volume.starts[kind as usize]);
        let end = || u32::try_from(self.count(kind)).unwrap_or(u32::MAX);
        let place = volume.place();
        start(place).unwrap_or_else(end)..start(place + 1).unwrap_or_else(end)
    }

    /// A volume's entries, in reading order.
    pub fn entries_of(&self, volume: EntryId) -> impl Iterator<Item = EntryId> + '_ {
        let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Volume);
        kinds.flat_map(move |kind| self.range(volume, kind).map(move |index| EntryId::new(kind, index)))
    }

    /// Whether one of two entries names the other, or is the volume of the other.
    pub fn tied(&self, one: EntryId, other: EntryId) -> bool {
        match (one.kind, other.kind) {
            (Kind::Volume, Kind::Volume) => false,
            (Kind::Volume, _) => self.volume_of(other) == Some(one),
            (_, Kind::Volume) => self.volume_of(one) == Some(other),
            _ => self.links().tied(one, other),
        }
    }

    /// Whether anything is tied to an entry. The volume that it is in counts for nothing.
    pub fn has_ties(&self, id: EntryId) -> bool {
        if id.kind == Kind::Volume { self.entries_of(id).next().is_some() } else { self.links().has_ties(id) }
    }

    /// The key of an entry in its own file.
    pub fn own_key(&self, id: EntryId) -> &str {
        let key = &self.entry(id).key;
        let own = || key.strip_prefix(self.entry(self.volume_of(id)?).key.as_str())?.strip_prefix(SIGN);
        own().unwrap_or(key)
    }

    /// The entries that have a key in the file of their volume, one of each volume at most.
    pub fn find_unqualified(&self, key: &str) -> Vec<EntryId> {
        let qualified = |volume: &Volume| self.find(&qualified(&volume.entry.key, key));
        self.volumes.iter().filter_map(qualified).collect()
    }
}

fn qualified(volume: &str, key: &str) -> EcoString {
    eco_format!("{volume}{SIGN}{key}")
}
