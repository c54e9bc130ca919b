//! An entry as it is cited: its title, its date, where it is said, and how to find it in the record.

use super::Writer;
use crate::data::{EntryId, Kind, Lang};
use crate::ui::World;
use crate::ui::markdown::escaped;

/// As one line.
pub fn line(world: &World, id: EntryId, lang: Lang) -> String {
    let writer = Writer::new(world, lang);
    let name = writer.words.cited.replace("{}", &writer.words.inside_quotes(&writer.name(id)));
    let source = writer.source_of(id).map(|document| writer.published(document));
    writer.cited([Some(name), writer.date_of(id), source, Some(writer.place_in_record(id))])
}

/// The same as Markdown: addresses are links, and nothing of a text is taken for a sign.
pub fn markdown(world: &World, id: EntryId, lang: Lang) -> String {
    let writer = Writer::new(world, lang);
    let link = |document: EntryId, text: &str| match &writer.record.documents[document.place()].url {
        Some(url) => format!("[{}](<{}>)", escaped(text), url.as_str().replace(['<', '>'], "")),
        None => escaped(text),
    };
    let name = writer.name(id);
    let name = if id.kind == Kind::Document { link(id, &name) } else { format!("**{}**", escaped(&name)) };
    let source = writer.source_of(id).map(|document| {
        let issued = writer.publication(document).map_or_else(String::new, |issued| format!(" {}", escaped(&issued)));
        link(document, &writer.name(document)) + &issued
    });
    let key = format!("`{}`", writer.record.entry(id).key.as_str().replace('`', ""));
    writer.cited([Some(name), writer.date_of(id), source, Some(key)])
}

impl Writer<'_> {
    fn cited(&self, parts: [Option<String>; 4]) -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.words.between_cited)
    }

    /// The document that stands for an entry: the first of its sources; none for a document, which stands for itself.
    fn source_of(&self, id: EntryId) -> Option<EntryId> {
        let sources = &self.record.entry(id).sources;
        sources.iter().find_map(|source| source.document).filter(|_| id.kind != Kind::Document)
    }

    fn published(&self, document: EntryId) -> String {
        let name = self.words.cited.replace("{}", &self.words.inside_quotes(&self.name(document)));
        self.publication(document).map_or_else(|| name.clone(), |publication| format!("{name} {publication}"))
    }

    /// The date of an entry, as the record writes it.
    fn date_of(&self, id: EntryId) -> Option<String> {
        if id.kind == Kind::Document {
            return self.publication(id);
        }
        self.record.date(id).map(|date| date.to_string())
    }

    fn place_in_record(&self, id: EntryId) -> String {
        let title = match self.record.volume_of(id) {
            Some(volume) => self.name(volume),
            None => self.world.title(self.lang).into_owned(),
        };
        self.words.cited_from.replacen("{}", &title, 1).replacen("{}", self.record.own_key(id), 1)
    }
}
