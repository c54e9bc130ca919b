//! What a parliament or a council has: seats, posts, motions and votes.

use super::{Detail, Entry, PartialDate, Source};
use crate::data::id::EntryId;
use crate::data::lang::Text;

/// A membership: an office or a seat that a person holds or held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// `None` of a seat that the file gives no word for.
    pub role: Option<Text>,
    pub organisation: Option<EntryId>,
    /// The body that the person stands for, such as a party.
    pub on_behalf_of: Option<EntryId>,
    pub post: Option<EntryId>,
    /// The place that the person stands for.
    pub place: Option<EntryId>,
    /// The term in which it is held.
    pub term: Option<EntryId>,
    pub start: Option<PartialDate>,
    pub end: Option<PartialDate>,
    pub note: Option<Text>,
    pub sources: Vec<Source>,
    pub inferred: Vec<String>,
    pub details: Vec<Detail>,
}

/// A post that is there whoever holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub entry: Entry,
    pub organisation: Option<EntryId>,
    pub place: Option<EntryId>,
}

/// What was moved. Its name is its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    pub entry: Entry,
    pub classification: Option<String>,
    pub organisation: Option<EntryId>,
    pub session: Option<EntryId>,
    pub mover: Option<EntryId>,
    pub date: Option<PartialDate>,
    /// `pass`, `fail`, or another word of the file.
    pub result: Option<String>,
}

/// A vote that was held. Its name is its number, or the text of its motion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteEvent {
    pub entry: Entry,
    pub motion: Option<EntryId>,
    pub organisation: Option<EntryId>,
    pub session: Option<EntryId>,
    pub date: Option<PartialDate>,
    pub result: Option<String>,
    pub counts: Vec<Count>,
    pub votes: Vec<Vote>,
}

/// How many voted one thing: all of them, or those of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// `yes`, `no`, `abstain`, or another word of the file.
    pub option: String,
    pub value: u32,
    pub group: Option<EntryId>,
}

/// What one voter voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    pub voter: EntryId,
    pub option: String,
    pub group: Option<EntryId>,
}
