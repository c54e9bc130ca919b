//! Single entries by their ids, as the reader shows them.

use std::io::{self, Write};

use super::options::ShowOptions;
use super::{complain, library, plain, told};
use crate::data::{EntryId, Lang, Record};
use crate::search::distance;
use crate::ui::address::{self, last_part};
use crate::ui::article::Article;
use crate::ui::{World, json};

/// As many similar ids are named where one is unknown.
const MOST_MEANT: usize = 3;

/// Writes entries, and says what it does not find. Returns whether it found all.
pub(super) fn write(out: &mut dyn Write, world: &World, options: &ShowOptions, lang: Lang) -> io::Result<bool> {
    let mut written = 0;
    for typed in &options.ids {
        let id = match find(&world.record, typed) {
            Ok(id) => id,
            Err(why) => {
                complain(&format!("zhegang: {why}\n"));
                continue;
            }
        };
        if options.is_json {
            let mut object = json::of(world, id, lang);
            library::add_twins(&mut object, world, id);
            writeln!(out, "{object}")?;
        } else {
            let gap = if written == 0 { "" } else { "\n" };
            write!(out, "{gap}{}", plain::of(&Article::of(world, id, lang)))?;
        }
        written += 1;
    }
    Ok(written == options.ids.len())
}

/// The entry of an id, or the only one whose id ends so. Else why there is none, in a sentence.
pub(super) fn find(record: &Record, typed: &str) -> Result<EntryId, String> {
    address::entry(record, typed).map_err(|ending| why_not(record, typed, &ending))
}

/// Why no one entry is meant by what was typed; `ending` are those whose ids end so.
fn why_not(record: &Record, typed: &str, ending: &[EntryId]) -> String {
    let some = |ids: &[EntryId]| {
        let keys: Vec<_> = ids.iter().take(MOST_MEANT).map(|id| told(&record.entry(*id).key)).collect();
        keys.join(", ")
    };
    let shown = told(typed);
    match ending {
        [] => match similar(record, typed).as_slice() {
            [] => format!("no entry has the id \"{shown}\"; zhegang search WORDS --ids finds ids"),
            ids => format!("no entry has the id \"{shown}\"; did you mean {}?", some(ids)),
        },
        ids => format!("{} ids end in \"{shown}\"; name one of them: {}", ids.len(), some(ids)),
    }
}

/// The entries whose ids are nearest to what was typed, nearest first.
fn similar(record: &Record, typed: &str) -> Vec<EntryId> {
    let typed: Vec<char> = typed.to_lowercase().chars().collect();
    let slug: Vec<char> = last_part(&typed.iter().collect::<String>()).chars().collect();
    let mut near: Vec<(usize, EntryId)> = record
        .all_ids()
        .filter_map(|id| {
            let key = record.entry(id).key.to_lowercase();
            let whole = distance(&typed, &key);
            let last = distance(&slug, last_part(&key));
            Some((whole.into_iter().chain(last).min()?, id))
        })
        .collect();
    near.sort();
    near.truncate(MOST_MEANT);
    near.into_iter().map(|(_, id)| id).collect()
}
