//! The record as a Markdown document: what the reader says of each entry, with links between them.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use crate::cli::kinds;
use crate::data::{EntryId, Kind, Lang};
use crate::ui::World;
use crate::ui::article::{Article, Block, Span};
use crate::ui::markdown::escaped;
use crate::ui::words::Words;

/// What has a meaning where a line begins.
const FIRST_SIGNS: [char; 4] = ['+', '-', '=', ':'];

/// Writes the entries of some kinds under the title of their record and its note.
pub(super) fn write(out: &mut dyn Write, world: &World, kinds: &[Kind], lang: Lang) -> io::Result<()> {
    let meta = &world.record.meta;
    let document = Document { anchors: anchors(world, kinds) };
    if meta.title.is_some() || world.record.is_library() {
        writeln!(out, "# {}", escaped(&world.title(lang)))?;
    }
    if let Some(note) = &meta.note {
        writeln!(out, "\n{}", begun(&escaped(note.shown(lang))))?;
    }
    for kind in kinds {
        let mut entries = kinds::entries(world, *kind).peekable();
        if entries.peek().is_some() {
            writeln!(out, "\n## {}", escaped(world.kinds(Words::of(lang), *kind)))?;
        }
        for id in entries {
            let (anchor, name) = (&document.anchors[&id], world.record.entry(id).name.shown(lang));
            writeln!(out, "\n### <a id=\"{anchor}\"></a>{}", escaped(name))?;
            document.blocks(out, &Article::of(world, id, lang).blocks)?;
        }
    }
    Ok(())
}

/// The anchor of every entry of some kinds: its id in letters that need no escape, with a number where two came out alike.
fn anchors(world: &World, kinds: &[Kind]) -> HashMap<EntryId, String> {
    let mut taken = HashSet::new();
    let mut anchor = |id: EntryId| {
        let letter = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
        let plain: String = world.record.entry(id).key.chars().map(letter).collect();
        let numbered = (2..).map(|number: u32| format!("{plain}-{number}"));
        let free = std::iter::once(plain.clone()).chain(numbered).find(|anchor| taken.insert(anchor.clone()));
        (id, free.unwrap_or(plain))
    };
    kinds.iter().flat_map(|kind| kinds::entries(world, *kind)).map(&mut anchor).collect()
}

struct Document {
    anchors: HashMap<EntryId, String>,
}

impl Document {
    /// Everything of an article but its title.
    fn blocks(&self, out: &mut dyn Write, blocks: &[Block]) -> io::Result<()> {
        let mut was_item = false;
        for block in blocks {
            let (text, is_item) = match block {
                // The title is the heading, what a figure says stands in lists, too, and a page is none of the entries.
                Block::Title(_) | Block::Legend(_) | Block::Figure { .. } | Block::Lead(..) | Block::Changed { .. } => {
                    continue;
                }
                Block::Pair { left, right } => {
                    self.blocks(out, left)?;
                    self.blocks(out, right)?;
                    continue;
                }
                Block::Heading(text) => (format!("#### {}", escaped(text)), false),
                Block::Para(spans) | Block::Beneath(spans) => (begun(&self.spans(spans)), false),
                Block::Kicker(spans) | Block::Note(spans) => (format!("*{}*", self.spans(spans)), false),
                Block::Field { label, spans } => (format!("- **{}** {}", escaped(label), self.spans(spans)), true),
                Block::Item(spans) => (format!("- {}", begun(&self.spans(spans))), true),
                Block::Moment { date, spans, .. } => {
                    (format!("- {}", begun(&format!("{date} {}", self.spans(spans)))), true)
                }
                Block::Bar { name, value: 0, none, .. } => (format!("- {} {}", self.span(name), escaped(none)), true),
                Block::Bar { name, value, .. } => (format!("- {} {value}", self.span(name)), true),
            };
            let gap = if was_item && is_item { "" } else { "\n" };
            writeln!(out, "{gap}{}", text.trim_end())?;
            was_item = is_item;
        }
        Ok(())
    }

    fn spans(&self, spans: &[Span]) -> String {
        spans.iter().map(|span| self.span(span)).collect::<String>().trim().to_owned()
    }

    /// A link where it leads to another entry of the document or out of it, else text.
    fn span(&self, span: &Span) -> String {
        match span.link.and_then(|to| self.anchors.get(&to)) {
            Some(anchor) => format!("[{}](#{anchor})", escaped(span.text.trim())),
            None if is_address(&span.text) => format!("<{}>", span.text),
            None => escaped(&span.text),
        }
    }
}

fn is_address(text: &str) -> bool {
    let begins = ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme));
    begins && !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>'))
}

/// A line that begins no list and no definition, and does not underline the one before it.
fn begun(line: &str) -> String {
    let line = line.trim();
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    if line.starts_with(FIRST_SIGNS) {
        return format!("\\{line}");
    }
    match line.strip_suffix(after_number) {
        Some(number) if !number.is_empty() && after_number.starts_with(['.', ')']) => {
            format!("{number}\\{after_number}")
        }
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_mean_nothing() {
        for (text, expected) in [
            ("*a* _b_ [c](d) <e> & `f`", r"\*a\* \_b\_ \[c\](d) \<e\> \& \`f\`"),
            ("$a$ b^c^ !x", r"\$a\$ b\^c\^ \!x"),
            ("- a", r"\- a"),
            (": a", r"\: a"),
            ("1. a", r"1\. a"),
            ("2025) a", r"2025\) a"),
            ("2025 a", "2025 a"),
            ("# a\nb", r"\# a b"),
            ("===", r"\==="),
        ] {
            assert_eq!(begun(&escaped(text)), expected);
        }
    }
}
