//! The version of a record before the one that is shown. Nothing but the record itself is kept of it.

use std::sync::{Arc, OnceLock};

use super::Sides;
use super::compare::{Difference, differences};
use crate::data::{Lang, Record};
use crate::ui::World;

/// So many entries are compared so soon that no key is felt to wait for it.
const MOST_AT_ONCE: usize = 5_000;

/// An older version, and what changed since.
#[derive(Debug, Clone)]
pub struct Older {
    record: Arc<Record>,
    /// The name of its file, if it is another one.
    pub file: Option<String>,
    /// In each language, found when it is first asked for.
    differences: Arc<[OnceLock<Vec<Difference>>; Lang::ALL.len()]>,
}

impl World {
    /// The same world, which can also tell what changed since an older one. What that one was compared with is forgotten,
    /// unless nothing changed since.
    #[must_use]
    pub fn changed_from(mut self, old: &Self) -> Self {
        let kept = old.older.clone().filter(|_| old.record == self.record);
        let file = || old.file.clone().filter(|_| old.file != self.file);
        let last = || Older { record: Arc::clone(&old.record), file: file(), differences: Arc::default() };
        self.older = Some(kept.unwrap_or_else(last));
        self
    }

    /// The older version beside this one, if there is one.
    pub fn sides(&self, lang: Lang) -> Option<Sides<'_>> {
        let old = &self.older.as_ref()?.record;
        Some(Sides { old, new: &self.record, lang, shows_contacts: self.shows_contacts })
    }

    /// What changed since the older version, if there is one.
    pub fn differences(&self, lang: Lang) -> Option<&[Difference]> {
        let found = &self.older.as_ref()?.differences[lang as usize];
        let sides = self.sides(lang)?;
        Some(found.get_or_init(|| differences(&sides)))
    }

    /// Whether what changed can be told at once. Of a large record it is found beside a session, by whoever runs that.
    pub fn is_compared(&self, lang: Lang) -> bool {
        let is_found = |older: &Older| older.differences[lang as usize].get().is_some();
        self.older.as_ref().is_none_or(|older| is_found(older) || self.record.all_ids().count() <= MOST_AT_ONCE)
    }
}
