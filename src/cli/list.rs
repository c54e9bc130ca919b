//! The entries of a kind, a line each.

use std::io::{self, Write};

use super::options::Form;
use super::{kinds, plain};
use crate::data::{EntryId, Kind, Lang};
use crate::text::{self, Ambiguous};
use crate::ui::list::List;
use crate::ui::row::Row;
use crate::ui::{World, json};

/// Writes the entries of some kinds, of all if none is named. Returns whether there are any.
pub(super) fn write(out: &mut dyn Write, world: &World, kinds: &[Kind], form: Form, lang: Lang) -> io::Result<bool> {
    let kinds = if kinds.is_empty() { &Kind::ALL } else { kinds };
    for kind in kinds.iter().copied() {
        let mut entries = kinds::entries(world, kind);
        match form {
            Form::Lines => rows(out, world, kind, lang)?,
            Form::Json => entries.try_for_each(|id| writeln!(out, "{}", json::of(world, id, lang)))?,
            Form::Ids => ids(out, world, entries)?,
        }
    }
    Ok(kinds.iter().any(|kind| world.record.count(*kind) > 0))
}

fn ids(out: &mut dyn Write, world: &World, mut entries: impl Iterator<Item = EntryId>) -> io::Result<()> {
    entries.try_for_each(|id| writeln!(out, "{}", plain::one_line(&world.record.entry(id).key)))
}

/// The columns of a row on the screen, as wide as the widest of each.
fn rows(out: &mut dyn Write, world: &World, kind: Kind, lang: Lang) -> io::Result<()> {
    let list = List::of(kind);
    let rows: Vec<[String; 3]> = kinds::entries(world, kind)
        .map(|id| {
            let Row { before, main, after } = Row::of(world, list, id, lang);
            let before = before.unwrap_or_default();
            // The ids of its entries begin with the name of a record.
            let columns = match id.kind {
                Kind::Volume => [world.record.entry(id).key.to_string(), main, String::new()],
                _ => [before, main, after.unwrap_or_default()],
            };
            columns.map(|part| plain::one_line(&part))
        })
        .collect();
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
    let (before_cols, main_cols) = (widest(0), widest(1));
    for [before, main, after] in &rows {
        let before = match kind {
            Kind::PolicyArea | Kind::Project => text::pad_start(before, before_cols, Ambiguous::Narrow),
            _ => text::pad_end(before, before_cols, Ambiguous::Narrow),
        };
        let main = text::pad_end(main, main_cols, Ambiguous::Narrow);
        let gap = if before_cols > 0 { "  " } else { "" };
        writeln!(out, "{}", format!("{before}{gap}{main}  {after}").trim_end())?;
    }
    Ok(())
}

fn width(text: &str) -> usize {
    text::width(text, Ambiguous::Narrow)
}
