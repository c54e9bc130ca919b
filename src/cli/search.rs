//! The search from the shell: hits on standard output, best first, for people, for `grep` and for `jq`.

use serde_json::json;

use super::options::{Form, SearchOptions, kind_code};
use crate::data::Lang;
use crate::search::{Field, Hit, Match};
use crate::text::{self, Ambiguous};
use crate::ui::World;
use crate::ui::words::Words;

/// What is found, a line for each hit. Empty where nothing is.
pub(super) fn of(world: &World, options: &SearchOptions, lang: Lang) -> String {
    let hits: Vec<Hit> = world
        .index()
        .find(&options.words)
        .into_iter()
        .filter(|hit| options.kinds.is_empty() || options.kinds.contains(&hit.id.kind))
        .take(options.limit.unwrap_or(usize::MAX))
        .collect();
    let lines = hits.iter().map(|hit| match options.form {
        Form::Lines => line(world, hit, &hits, lang),
        Form::Json => json(world, hit, lang),
        Form::Ids => world.record.entry(hit.id).key.clone(),
    });
    lines.map(|line| line.replace('\n', " ") + "\n").collect()
}

/// The kind, the name, and the text that matched where that is another one.
fn line(world: &World, hit: &Hit, hits: &[Hit], lang: Lang) -> String {
    let words = Words::of(lang);
    let cols = |hit: &Hit| text::width(words.kind(hit.id.kind), Ambiguous::Narrow);
    let widest = hits.iter().map(cols).max().unwrap_or(0);
    let kind = text::pad_end(words.kind(hit.id.kind), widest, Ambiguous::Narrow);
    let name = world.record.entry(hit.id).name.shown(lang);
    match hit.matches.first() {
        Some(one) if one.field > Field::Alias => format!("{kind}  {name}  {}", one.text),
        _ => format!("{kind}  {name}"),
    }
}

fn json(world: &World, hit: &Hit, lang: Lang) -> String {
    let entry = world.record.entry(hit.id);
    let first = hit.matches.first();
    let object = json!({
        "id": entry.key,
        "kind": kind_code(hit.id.kind),
        "name": entry.name.shown(lang),
        "class": hit.class,
        "score": hit.score,
        "field": first.map(|one| field_code(one.field)),
        "text": first.map(|one| &*one.text),
        "marks": first.map(marks),
    });
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
