//! What the reader added to an entry.

use super::{Article, Block, Role, Span, Words};
use crate::data::Lang;
use crate::ui::notice::Unread;

impl Article {
    /// Says that the entry is bookmarked, and the reader's own note, if there is one.
    pub fn note(&mut self, note: &str, lang: Lang) {
        let words = Words::of(lang).kept;
        let mark = Span::new(&format!("  {}", words.bookmark), Role::Kicker);
        match self.blocks.first_mut() {
            Some(Block::Kicker(spans)) => spans.push(mark),
            _ => self.blocks.insert(0, Block::Kicker(vec![mark])),
        }
        let is_head = |block: &Block| matches!(block, Block::Kicker(_) | Block::Title(_) | Block::Beneath(_));
        let place = self.blocks.iter().take_while(|block| is_head(block)).count();
        if !note.is_empty() {
            self.blocks.insert(place, Block::Field { label: words.note.to_owned(), spans: vec![Span::body(note)] });
        }
    }

    /// Tells below the title why a newer version of the file can't be read.
    pub fn unread(&mut self, why: &Unread, lang: Lang) {
        let words = Words::of(lang);
        self.blocks.insert(1.min(self.blocks.len()), Block::Para(vec![Span::body(&why.told(words))]));
    }
}
