//! Kinds of entries: what they are called on the command line and in JSON, and the entries of one.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, Command};

use crate::data::{EntryId, Kind};
use crate::search::kind_named;
use crate::ui::World;
pub(super) use crate::ui::json::code;
use crate::ui::list::List;

/// The word for all entries of a kind.
pub(super) const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Volume => "records",
        Kind::PolicyArea => "areas",
        Kind::Project => "projects",
        Kind::Agreement => "agreements",
        Kind::Person => "people",
        Kind::Organisation => "organisations",
        Kind::Post => "posts",
        Kind::Statement => "statements",
        Kind::Motion => "motions",
        Kind::VoteEvent => "votes",
        Kind::Event => "events",
        Kind::Place => "places",
        Kind::Document => "documents",
    }
}

/// The kinds as they are told: records, which are seldom several, behind all others.
fn offered() -> [Kind; Kind::ALL.len()] {
    let mut kinds = Kind::ALL;
    kinds.sort_by_key(|kind| *kind == Kind::Volume);
    kinds
}

/// Reads a kind by any of its names. Of these the one given here is told in errors and offered by the shell.
#[derive(Clone)]
pub(super) struct KindParser(pub(super) fn(Kind) -> &'static str);

impl TypedValueParser for KindParser {
    type Value = Kind;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Kind, clap::Error> {
        let name = self.0;
        let parse = move |value: &str| {
            kind_named(value).ok_or_else(|| format!("the kinds are {}", offered().map(name).join(", ")))
        };
        parse.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(offered().map(self.0).into_iter().map(PossibleValue::new)))
    }
}

/// The entries of a kind in the order of the program's list of them.
pub(super) fn entries(world: &World, kind: Kind) -> impl Iterator<Item = EntryId> + '_ {
    world.lists.get(List::of(kind)).iter().copied().filter(move |id| id.kind == kind)
}
