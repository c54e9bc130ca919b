//! The search from the shell: hits on standard output, best first, for people, for `grep` and for `jq`.

use serde_json::json;

use super::options::{Form, SearchOptions};
use super::{kinds, plain};
use crate::data::Lang;
use crate::search::{Field, Hit, Match, Query};
use crate::text::{self, Ambiguous};
use crate::ui::World;
use crate::ui::words::Words;

/// What is found, a line for each hit. Empty where nothing is.
pub(super) fn of(world: &World, options: &SearchOptions, slips: bool, lang: Lang) -> String {
    let query = Query::read(&options.words).with_slips(slips);
    let found = world.find(&query, &options.kinds, options.limit.unwrap_or(usize::MAX));
    let words = Words::of(lang);
    let kind_of = |hit: &Hit| words.kind_of(&world.record, hit.id);
    let cols = |hit: &Hit| text::width(kind_of(hit), Ambiguous::Narrow);
    let kind_cols = found.hits.iter().map(cols).max().unwrap_or(0);
    let marker = world.marker(&query);
    let matches = |hit: &Hit| marker.as_ref().map_or_else(Vec::new, |marker| marker.matches(hit.id));
    let lines = found.hits.iter().map(|hit| match options.form {
        Form::Lines => {
            let kind = text::pad_end(kind_of(hit), kind_cols, Ambiguous::Narrow);
            let record = &world.record;
            let of = record
                .name_of_volume(hit.id)
                .or_else(|| record.name_beside(hit.id, lang))
                .map_or_else(String::new, |name| format!("  [{name}]"));
            format!("{kind}  {}{of}", line(world, hit, &matches(hit), lang))
        }
        Form::Json => json(world, hit, &matches(hit), found.is_near, lang),
        Form::Ids => world.record.entry(hit.id).key.to_string(),
    });
    lines.map(|line| plain::one_line(&line) + "\n").collect()
}

/// The name, and the text that matched where that is another one.
fn line(world: &World, hit: &Hit, matches: &[Match], lang: Lang) -> String {
    let name = world.record.entry(hit.id).name.shown(lang);
    match matches.first() {
        Some(one) if one.field > Field::Alias => format!("{name}  {}", one.text),
        _ => name.to_owned(),
    }
}

fn json(world: &World, hit: &Hit, matches: &[Match], is_near: bool, lang: Lang) -> String {
    let entry = world.record.entry(hit.id);
    let first = matches.first();
    let mut object = json!({
        "id": entry.key,
        "kind": kinds::code(hit.id.kind),
        "name": entry.name.shown(lang),
        "class": hit.class,
        "score": hit.score,
        "field": first.map(|one| field_code(one.field)),
        "text": first.map(|one| &*one.text),
        "marks": first.map(marks),
    });
    if let Some(volume) = world.record.name_of_volume(hit.id) {
        object["record"] = volume.into();
    }
    if is_near {
        object["near"] = true.into();
    }
    object.to_string()
}

/// The marks in characters of the text, from 0, the end not included.
fn marks(one: &Match) -> Vec<[usize; 2]> {
    let chars = |byte: usize| one.text.get(..byte).map_or(0, |before| before.chars().count());
    one.marks.iter().map(|range| [chars(range.start), chars(range.end)]).collect()
}

const fn field_code(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::Alias => "alias",
        Field::Office => "office",
        Field::Body => "body",
    }
}
