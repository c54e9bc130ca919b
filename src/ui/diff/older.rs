//! The version of a record before the one that is shown. Nothing but the record itself is kept of it.

use std::sync::{Arc, OnceLock};

use super::Sides;
use super::compare::{Difference, differences};
use crate::data::{Lang, Record};
use crate::ui::World;

/// An older version, and what changed since.
#[derive(Debug)]
pub struct Older {
    record: Arc<Record>,
    /// The name of its file, if it is another one.
    pub file: Option<String>,
    /// In each language, found when it is first asked for.
    differences: [OnceLock<Vec<Difference>>; Lang::ALL.len()],
}

impl World {
    /// The same world, which can also tell what changed since an older one. What that one was compared with is forgotten.
    #[must_use]
    pub fn changed_from(mut self, old: &Self) -> Self {
        let file = old.file.clone().filter(|_| old.file != self.file);
        self.older = Some(Older { record: Arc::clone(&old.record), file, differences: Default::default() });
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
}
