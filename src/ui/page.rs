//! What the reader shows: an entry, or a page about the record.

use crate::data::EntryId;

/// A page of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Page {
    /// The entry that is read.
    #[default]
    Entry,
    /// The journey and its background by day.
    Timeline,
    /// What is tied to the entry that is read, and by what.
    Relations,
    /// Which document backs which field of the entry that is read.
    Sources,
    /// The record in numbers.
    Figures,
    /// What is wrong with the record's file.
    Faults,
    /// What changed since an older version of it.
    Changes,
    /// Another entry beside the one that is read.
    Compare(EntryId),
}

impl Page {
    /// The pages that are about nothing but the entry that is read, or the record.
    pub const ALL: [Self; 7] =
        [Self::Entry, Self::Timeline, Self::Relations, Self::Sources, Self::Figures, Self::Faults, Self::Changes];

    /// Its name in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Timeline => "timeline",
            Self::Relations => "relations",
            Self::Sources => "sources",
            Self::Figures => "figures",
            Self::Faults => "faults",
            Self::Changes => "changes",
            Self::Compare(_) => "compare",
        }
    }

    /// Whether it is about the entry that is read.
    pub const fn is_of_entry(self) -> bool {
        matches!(self, Self::Entry | Self::Relations | Self::Sources | Self::Compare(_))
    }
}
