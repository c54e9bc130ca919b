//! Entries of different records that may be the same: people and organisations that share an identifier or a name. They
//! are never taken for one; a reader is told, and why.

use std::collections::{HashMap, HashSet};

use super::fold::Folded;
use crate::data::{EntryId, Kind, Record, Tag};

/// So many are told of one entry: a name that everybody has tells nothing.
pub const MOST_SAME: usize = 20;

const KINDS: [Kind; 2] = [Kind::Person, Kind::Organisation];

/// What two entries share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    Identifier {
        scheme: String,
        value: String,
    },
    /// A name, as the entry of which others are told writes it.
    Name(String),
}

/// An entry that may be the same as another one, and what the two share: of names the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    pub entry: EntryId,
    pub grounds: Vec<Ground>,
}

/// The entries that may be the same as one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Twins {
    /// Those with the most certain ground first.
    pub told: Vec<Twin>,
    /// There are more than are told.
    pub is_cut: bool,
}

/// By what they may share, the entries that share it across records, in the order of the record.
#[derive(Debug, Default)]
pub struct Same(HashMap<Shared, Vec<EntryId>>);

/// What entries of a kind may share, as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Shared {
    Identifier(Kind, String, String),
    Name(Kind, String),
}

impl Same {
    pub fn of(record: &Record) -> Self {
        let mut sharing: HashMap<Shared, Vec<EntryId>> = HashMap::new();
        if record.is_library() {
            for id in KINDS.into_iter().flat_map(|kind| record.ids(kind)) {
                for (shared, _) in grounds(record, id) {
                    sharing.entry(shared).or_default().push(id);
                }
            }
        }
        let volume = |id: Option<&EntryId>| id.and_then(|id| record.volume_of(*id));
        sharing.retain(|_, ids| volume(ids.first()) != volume(ids.last()));
        sharing.shrink_to_fit();
        Self(sharing)
    }

    /// The entries of other records that may be the same as an entry.
    pub fn twins(&self, record: &Record, id: EntryId) -> Twins {
        let mut twins = Twins::default();
        let Some(volume) = record.volume_of(id).filter(|_| KINDS.contains(&id.kind)) else { return twins };
        let own = record.range(volume, id.kind);
        for (shared, ground) in grounds(record, id) {
            let Some(sharing) = self.0.get(&shared) else { continue };
            for Twin { entry, grounds } in &mut twins.told {
                let is_told = matches!(ground, Ground::Name(_)) && matches!(grounds.last(), Some(Ground::Name(_)));
                if !is_told && sharing.binary_search(entry).is_ok() {
                    grounds.push(ground.clone());
                }
            }
            let before = sharing.partition_point(|other| other.index < own.start);
            let behind = sharing.partition_point(|other| other.index < own.end);
            for other in sharing[..before].iter().chain(&sharing[behind..]) {
                if twins.told.iter().any(|twin| twin.entry == *other) {
                    continue;
                }
                if twins.told.len() == MOST_SAME {
                    twins.is_cut = true;
                    break;
                }
                twins.told.push(Twin { entry: *other, grounds: vec![ground.clone()] });
            }
        }
        twins
    }
}

/// What an entry may share, each once: identifiers, then names. How a name sounds is no name: many have the same.
fn grounds(record: &Record, id: EntryId) -> Vec<(Shared, Ground)> {
    let entry = record.entry(id);
    let identifiers = entry.details.iter().filter(|detail| detail.is_identifier).map(|detail| {
        let (scheme, value) = (detail.key.to_string(), detail.value.to_string());
        (Shared::Identifier(id.kind, scheme.to_lowercase(), value.clone()), Ground::Identifier { scheme, value })
    });
    let names = entry.name.forms().filter(|form| !matches!(form.tag, Tag::Pinyin | Tag::Jyutping)).map(|form| {
        let shared = Folded::of(&form.text).text;
        (Shared::Name(id.kind, shared), Ground::Name(form.text.to_string()))
    });
    let is_empty = |shared: &Shared| matches!(shared, Shared::Name(_, name) if name.is_empty());
    let mut seen = HashSet::new();
    let all = identifiers.chain(names).filter(|(shared, _)| !is_empty(shared));
    all.filter(|(shared, _)| seen.insert(shared.clone())).collect()
}
