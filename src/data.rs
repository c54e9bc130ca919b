//! The record as immutable values. Knows no screen.

mod canonical;
pub mod format;
pub mod id;
mod keys;
pub mod lang;
pub mod library;
pub mod links;
pub mod load;
pub mod model;
pub mod progress;
mod tree;

pub use canonical::{Signs, as_units, canonical};
pub use id::{EntryId, Kind};
pub use lang::{Lang, Tag, Text};
pub use library::{Part, Volume};
pub use links::{Link, Links, Relation};
pub use load::{
    Code, Fault, LoadError, Loaded, MOST_ENTRIES, MOST_FAULTS, Neutral, Position, Positions, Severity, load,
    load_watched, load_within, shown_text_of, text_of,
};
pub use model::Record;
pub use progress::{Progress, Reached};

/// The record that is built into the program, as it stands in `data/record.json`.
pub const BUNDLED: &str = include_str!("../data/record.json");
