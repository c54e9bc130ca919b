//! What became of a field, under the entry that has it.

use super::{GAP, ITEM, Piece, Setter};
use crate::text;
use crate::ui::article::{Role, Span};

impl Setter {
    /// The old value and the new one stand on one line where they fit, behind what they are about if that fits, too.
    pub(super) fn changed(&mut self, label: &str, about: &[Span], old: &str, new: &str) {
        let label = text::cut_end(label, self.label_cols, self.ambiguous).into_owned();
        let col = ITEM + self.label_cols + GAP;
        let width = |text: &str| text::width(text, self.ambiguous);
        let sign = match (old.is_empty(), new.is_empty()) {
            (true, true) => "",
            (true, _) => "+ ",
            (_, true) => "- ",
            _ => " -> ",
        };
        let about_cols: usize = about.iter().map(|span| width(&span.text)).sum();
        let cols = width(old) + width(sign) + width(new);
        let room = self.cols.saturating_sub(col);
        let gap = match (about_cols, cols) {
            (0, _) | (_, 0) => "",
            _ if about_cols + GAP + cols <= room => "  ",
            _ => "\n",
        };
        let (old, new) = match sign {
            "" => (String::new(), String::new()),
            "- " => (format!("- {old}"), String::new()),
            "+ " => (String::new(), format!("+ {new}")),
            _ if cols <= room => (old.to_owned(), format!(" -> {new}")),
            _ => (old.to_owned(), format!("\n-> {new}")),
        };
        let change = [(gap, Role::Body), (&old, Role::Dim), (&new, Role::Body)];
        let change = change.into_iter().filter(|(text, _)| !text.is_empty()).map(|(text, role)| Span::new(text, role));
        let first = self.set.lines.len();
        self.spans(&about.iter().cloned().chain(change).collect::<Vec<_>>(), col, col);
        if let Some(line) = self.set.lines.get_mut(first) {
            line.pieces.insert(0, Piece { col: ITEM, text: label, role: Role::Label, link: None });
        }
    }
}
