//! What became of a field, under the entry that has it.

use super::{GAP, ITEM, Piece, Setter};
use crate::text;
use crate::ui::article::{Role, Span};

impl Setter {
    /// The old value and the new one stand on one line where they fit.
    pub(super) fn changed(&mut self, label: &str, about: &str, old: &str, new: &str) {
        let label = text::cut_end(label, self.label_cols, self.ambiguous).into_owned();
        let col = ITEM + self.label_cols + GAP;
        let gap = if about.is_empty() || old.is_empty() && new.is_empty() { "" } else { "  " };
        let about = format!("{about}{gap}");
        let width = |text: &str| text::width(text, self.ambiguous);
        let fits = col + width(&about) + width(old) + width(" -> ") + width(new) <= self.cols;
        let (old, new) = match (old.is_empty(), new.is_empty()) {
            (true, true) => (String::new(), String::new()),
            (true, _) => (String::new(), format!("+ {new}")),
            (_, true) => (format!("- {old}"), String::new()),
            _ => (old.to_owned(), format!("{}-> {new}", if fits { " " } else { "\n" })),
        };
        let spans = [(about, Role::Body), (old, Role::Dim), (new, Role::Body)];
        let spans = spans.into_iter().filter(|(text, _)| !text.is_empty()).map(|(text, role)| Span::new(&text, role));
        let first = self.set.lines.len();
        self.spans(&spans.collect::<Vec<_>>(), col, col);
        if let Some(line) = self.set.lines.get_mut(first) {
            line.pieces.insert(0, Piece { col: ITEM, text: label, role: Role::Label, link: None });
        }
    }
}
