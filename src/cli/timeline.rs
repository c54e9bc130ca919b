//! The journey and its background by day, for the shell.

use std::io::{self, Write};

use serde_json::json;

use super::plain;
use crate::data::{EntryId, Lang};
use crate::ui::article::{Article, Part};
use crate::ui::list::List;
use crate::ui::page::Page;
use crate::ui::{World, json};

/// Writes the page that the program has, or its events as objects, a line each. Returns whether there are any.
pub(super) fn write(out: &mut dyn Write, world: &World, is_json: bool, lang: Lang) -> io::Result<bool> {
    let events = world.lists.get(List::Journey);
    if is_json {
        events.iter().try_for_each(|event| writeln!(out, "{}", object(world, *event, lang)))?;
    } else if !events.is_empty() {
        let page = Article::page(world, Page::Timeline, world.start, lang);
        out.write_all(plain::of(&page).as_bytes())?;
    }
    Ok(!events.is_empty())
}

/// The event with what it is to the journey.
fn object(world: &World, event: EntryId, lang: Lang) -> serde_json::Value {
    let mut object = json::of(world, event, lang);
    object["part"] = json!(match Part::of(world, event) {
        Part::Held => "held",
        Part::Planned => "planned",
        Part::Background => "background",
    });
    object
}
