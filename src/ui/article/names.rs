//! The other names of an entry: in other languages, in other forms.

use super::grouped::grouped;
use super::{Block, Span, Writer};
use crate::data::Tag;
use crate::data::lang::Form;
use crate::data::model::Entry;

impl Writer<'_> {
    /// The forms of a name that neither the title, the line beneath it nor another language shows there, and how each
    /// form came about.
    pub(super) fn other_names(&mut self, entry: &Entry) {
        let is_own_of_a_language = |form: &Form| {
            let first = || entry.name.forms().find(|other| other.tag == form.tag);
            !matches!(form.tag, Tag::Unsaid | Tag::Other(_)) && first() == Some(form)
        };
        let romanised = [Tag::Pinyin, Tag::Jyutping].map(|tag| entry.name.romanised(&tag));
        let beneath = entry.name.beneath(self.lang).map(|form| form.text.as_str());
        let told: Vec<&str> =
            romanised.into_iter().flatten().chain(beneath).chain([entry.name.shown(self.lang)]).collect();
        let forms: Vec<&Form> = entry
            .name
            .forms()
            .skip(1)
            .filter(|form| !is_conversion(form) && !told.contains(&form.text.as_str()))
            .filter(|form| form.note().is_some() || !is_own_of_a_language(form))
            .collect();
        if forms.is_empty() {
            return;
        }
        self.heading(self.words.other_names);
        let with_remark = forms.into_iter().map(|form| {
            let lang = if let Tag::Other(tag) = &form.tag { tag.as_str() } else { "" };
            (form.text.as_str(), note_of(form).map_or(lang, |note| self.words.form_note(note)))
        });
        for (text, remarks) in grouped(with_remark) {
            let remarks: Vec<&str> = remarks.into_iter().filter(|remark| !remark.is_empty()).collect();
            let mut spans = vec![Span::body(text)];
            spans.extend((!remarks.is_empty()).then(|| Span::dim(&format!("  {}", remarks.join(self.words.comma)))));
            self.blocks.push(Block::Item(spans));
        }
    }
}

/// How a form came about, where that is not only that it is in another language.
pub(super) fn note_of(form: &Form) -> Option<&str> {
    form.note().filter(|note| *note != "multilingual")
}

/// Whether a form was made from the one in the other script: said once, of the whole record.
pub(super) fn is_conversion(form: &Form) -> bool {
    form.note() == Some("script conversion")
}
