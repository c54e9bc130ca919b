//! How one thing of a record names another: a kind and a place in that kind's list.

/// What an entry is. The order is the reading order of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A record itself, where several are open.
    Volume,
    PolicyArea,
    Project,
    Agreement,
    Person,
    Organisation,
    Post,
    Statement,
    Motion,
    VoteEvent,
    Event,
    Place,
    Document,
}

impl Kind {
    /// Every kind, in reading order.
    pub const ALL: [Self; 13] = [
        Self::Volume,
        Self::PolicyArea,
        Self::Project,
        Self::Agreement,
        Self::Person,
        Self::Organisation,
        Self::Post,
        Self::Statement,
        Self::Motion,
        Self::VoteEvent,
        Self::Event,
        Self::Place,
        Self::Document,
    ];
}

/// One entry of one loaded record: stable for as long as the record is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    pub kind: Kind,
    pub index: u32,
}

impl EntryId {
    pub const fn new(kind: Kind, index: u32) -> Self {
        Self { kind, index }
    }

    /// The place in the list of its kind.
    pub const fn place(self) -> usize {
        self.index as usize
    }
}
