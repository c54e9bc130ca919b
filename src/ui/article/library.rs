//! What several records that are open together say: each of itself, of which one an entry is, and what may be the same
//! in two of them.

use super::{Block, Role, Span, Writer};
use crate::data::{EntryId, Kind};
use crate::search::{Ground, Twin, Twins};

impl Writer<'_> {
    /// The records, each with how much it has and its licence.
    pub(super) fn volumes(&mut self) {
        if !self.record.is_library() {
            return;
        }
        let words = self.words.library;
        self.heading(words.records);
        for id in self.record.ids(Kind::Volume) {
            let count = self.record.entries_of(id).count();
            let entries = words.entries[usize::from(count != 1)].replace("{}", &count.to_string());
            let mut spans = self.item(id);
            spans.push(Span::dim(&format!("  {entries}")));
            if let Some(license) = &self.record.meta_of(id).license {
                spans.push(Span::dim(&format!("  {license}")));
            }
            self.blocks.push(Block::Item(spans));
        }
    }

    /// What a record says of itself, and how many entries it has.
    pub(super) fn volume(&mut self, id: EntryId) {
        let volume = &self.record.volumes[id.place()];
        self.text_field(self.words.library.file, &volume.file);
        self.links_field(self.words.library.meeting, volume.meta.event.as_slice());
        self.counts_of_volume(id);
        self.license(&volume.meta);
        let faults = self.world.told_faults().filter(|fault| fault.file.as_ref() == Some(&volume.file)).count();
        if faults > 0 {
            self.heading(&self.words.faults_told(faults, volume.skipped));
            self.lead_to_faults();
        }
    }

    /// How many entries of each kind a record has.
    pub(super) fn counts_of_volume(&mut self, id: EntryId) {
        let stated = self.record.volumes[id.place()].meta.stated;
        self.numbers_of(stated, true, |kind| self.record.range(id, kind).len());
    }

    /// Of which record an entry is.
    pub(super) fn of_volume(&mut self, id: EntryId) {
        let Some(volume) = self.record.volume_of(id).filter(|volume| *volume != id) else { return };
        let beside = self.record.name_beside(volume, self.lang).map(|name| Span::dim(&format!("  {name}")));
        self.field(self.words.library.record, std::iter::once(self.link(volume)).chain(beside).collect());
    }

    /// The entries of other records that may be the same, and why.
    pub(super) fn twins(&mut self, id: EntryId) {
        if !self.record.is_library() {
            return;
        }
        let Twins { told, is_cut } = self.world.twins(id);
        if told.is_empty() {
            return;
        }
        let words = self.words.library;
        self.heading(if id.kind == Kind::Person { words.same_person } else { words.same_organisation });
        for Twin { entry, grounds } in &told {
            let mut spans = vec![Span { text: self.name(*entry), role: Role::ItemLink, link: Some(*entry) }];
            let volume = self.record.volume_of(*entry);
            let beside = volume.and_then(|volume| self.record.name_beside(volume, self.lang)).map(str::to_owned);
            let volume = volume.map(|volume| self.name(volume));
            let grounds = grounds.iter().map(|ground| match ground {
                Ground::Identifier { scheme, value } => {
                    words.by_identifier.replacen("{}", scheme, 1).replacen("{}", value, 1)
                }
                Ground::Name(name) => words.by_name.replacen("{}", name, 1),
            });
            spans.extend(volume.into_iter().chain(beside).chain(grounds).map(|told| Span::dim(&format!("  {told}"))));
            self.blocks.push(Block::Item(spans));
        }
        if is_cut {
            let text = words.more.replace("{}", &told.len().to_string());
            self.blocks.push(Block::Note(vec![Span::dim(&text)]));
        }
    }
}
