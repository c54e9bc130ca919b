//! The entries of a record by the ids that its file gives them: no id is kept twice.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

use super::id::EntryId;
use super::model::Record;

#[derive(Debug, Clone, Default)]
pub struct Keys {
    entries: HashTable<EntryId>,
    hasher: RandomState,
}

impl Keys {
    pub fn of(record: &Record) -> Self {
        let hasher = RandomState::new();
        let hash = |id: &EntryId| hasher.hash_one(record.entry(*id).key.as_str());
        let mut entries = HashTable::with_capacity(record.all_ids().count());
        for id in record.all_ids() {
            entries.insert_unique(hash(&id), id, hash);
        }
        Self { entries, hasher }
    }

    /// The entry of `record`, of which these are the ids, that is called `key`.
    pub fn find(&self, record: &Record, key: &str) -> Option<EntryId> {
        self.entries.find(self.hasher.hash_one(key), |id| record.entry(*id).key == key).copied()
    }
}
