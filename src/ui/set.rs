//! Sets an article in lines of a given width: every piece with its column, its role and its link.

mod changed;
mod figure;
mod pair;

use std::ops::Range;

use super::article::{Article, Block, Role, Span};
use super::page::Page;
use crate::data::EntryId;
use crate::text::{self, Ambiguous};

/// A text that never grows wider than this, however wide the reader is: longer lines are hard to follow.
const MEASURE: usize = 84;
/// The columns between a label and what it labels.
const GAP: usize = 2;
/// The column at which the text of a list item begins.
const ITEM: usize = 2;
/// A name or a remark of so many columns stays in one piece.
const KEPT: usize = 12;
/// The most columns that a bar takes.
const BAR: usize = 16;

/// The columns of a date, and those from which on it stands beside its event.
const DATE: usize = 10;
const DATED: usize = 40;

/// An article in lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Set {
    pub lines: Vec<Line>,
    pub links: Vec<Link>,
}

/// A link and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub to: EntryId,
    /// What is shown there.
    pub page: Page,
    /// From the line where it begins up to and including the line where it ends.
    pub lines: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// Whether the line goes on with the paragraph of the line before it.
    pub continues: bool,
    /// Whether a space stood where the line before it was broken.
    pub after_space: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// From the left edge of the reader's text.
    pub col: usize,
    pub text: String,
    pub role: Role,
    /// The link that the piece belongs to, by its place in `Set::links`.
    pub link: Option<usize>,
}

impl Line {
    fn chars(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.chars().filter(|char| !char.is_whitespace()).count()).sum()
    }

    /// The line as plain text, with spaces up to the column of each piece.
    pub fn plain(&self, ambiguous: Ambiguous) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            let gap = piece.col.saturating_sub(text::width(&text, ambiguous));
            text.push_str(&" ".repeat(gap));
            match piece.role {
                Role::Bar => text.push_str(&piece.text.replace(' ', "▪")),
                _ => text.push_str(&piece.text),
            }
        }
        text.trim_end().to_owned()
    }

    /// The text of the line without its indentation.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Set {
    /// Sets an article in `cols` columns.
    pub fn of(article: &Article, cols: usize, ambiguous: Ambiguous) -> Self {
        let is_pair = |block: &Block| matches!(block, Block::Pair { .. });
        let cols = cols.min(if article.blocks.iter().any(is_pair) { pair::MOST_COLS } else { MEASURE });
        let label_cols = widest_label(&article.blocks, ambiguous).min(cols / 3);
        let mut setter = Setter { set: Self::default(), cols, label_cols, ambiguous };
        setter.blocks(article.blocks.iter());
        setter.set
    }

    /// The text without the breaks of its lines.
    pub fn unbroken(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            if line.continues {
                text.truncate(text.trim_end().len());
                text.push_str(if line.after_space { " " } else { "" });
                text.push_str(&line.text());
            } else {
                text.push_str(&line.plain(Ambiguous::Narrow));
            }
            text.push('\n');
        }
        text
    }

    /// The characters of the whole text, blanks aside.
    pub fn chars(&self) -> usize {
        self.chars_before(self.lines.len())
    }

    /// The characters before a line, blanks aside.
    pub fn chars_before(&self, line: usize) -> usize {
        self.lines.iter().take(line).map(Line::chars).sum()
    }

    /// The line that holds the character after the first `chars`, blanks aside.
    pub fn line_at(&self, chars: usize) -> usize {
        let mut before = 0;
        let is_before = |line: &&Line| {
            before += line.chars();
            before <= chars
        };
        let line = self.lines.iter().take_while(is_before).count();
        // A place between two paragraphs is the blank line there.
        let blanks = self.lines.iter().take(line).rev().take_while(|line| line.chars() == 0).count();
        line - blanks.min(line)
    }

    /// The link in which a byte of a line's text stands.
    pub fn link_at(&self, line: usize, byte: usize) -> Option<usize> {
        let mut end = 0;
        let piece = self.lines.get(line)?.pieces.iter().find(|piece| {
            end += piece.text.len();
            byte < end
        })?;
        piece.link
    }
}

/// The columns of the widest label.
fn widest_label(blocks: &[Block], ambiguous: Ambiguous) -> usize {
    let cols = |block: &Block| match block {
        Block::Field { label, .. } | Block::Changed { label, .. } => text::width(label, ambiguous),
        Block::Pair { left, right } => widest_label(left, ambiguous).max(widest_label(right, ambiguous)),
        _ => 0,
    };
    blocks.iter().map(cols).max().unwrap_or(0)
}

/// Whether a blank line comes between two blocks.
fn stands_apart(before: &Block, block: &Block) -> bool {
    match (before, block) {
        (_, Block::Heading(_)) => true,
        (Block::Kicker(_) | Block::Heading(_), _)
        | (Block::Title(_), Block::Beneath(_))
        | (Block::Field { .. }, Block::Field { .. })
        | (Block::Item(_) | Block::Lead(..) | Block::Changed { .. }, Block::Item(_))
        | (Block::Item(_) | Block::Changed { .. }, Block::Changed { .. })
        | (Block::Bar { .. }, Block::Bar { .. })
        | (Block::Note(_), Block::Note(_)) => false,
        (Block::Pair { left: before, .. }, Block::Pair { left, .. }) => {
            before.last().zip(left.first()).is_none_or(|(before, first)| stands_apart(before, first))
        }
        (Block::Moment { .. }, Block::Moment { date, .. }) => !date.is_empty(),
        _ => true,
    }
}

struct Setter {
    set: Set,
    cols: usize,
    label_cols: usize,
    ambiguous: Ambiguous,
}

impl Setter {
    /// Blocks one after the other, with blank lines between them where they belong.
    fn blocks<'a>(&mut self, blocks: impl Iterator<Item = &'a Block>) {
        let cols = self.cols;
        let fits = |block: &&Block| cols >= figure::LEAST_COLS || !matches!(block, Block::Figure { .. });
        let mut before: Option<&Block> = None;
        for block in blocks.filter(fits) {
            if let Some(before) = before.filter(|before| stands_apart(before, block)) {
                let line = self.between(before, block);
                self.set.lines.push(line);
            }
            self.block(block);
            before = Some(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Kicker(spans) | Block::Beneath(spans) | Block::Para(spans) | Block::Note(spans) => {
                self.spans(spans, 0, 0);
            }
            Block::Title(text) => self.plain(text, Role::Title),
            Block::Heading(text) => self.plain(text, Role::Heading),
            Block::Field { label, spans } => self.field(label, spans),
            Block::Item(spans) => self.item(spans, 0, "▪"),
            Block::Lead(page, span) => self.lead(*page, span),
            Block::Figure { who, what, more } => self.figure(who, what, more),
            Block::Moment { date, mark, spans, .. } => self.moment(date, mark, spans),
            Block::Legend(marks) => {
                // Each in a piece of its own, which stays whole.
                let marks = marks.iter().map(|(mark, means)| Span::new(&format!("{mark} {means}"), Role::Dim));
                let spans: Vec<Span> = marks.flat_map(|mark| [Span::new("   ", Role::Dim), mark]).skip(1).collect();
                self.spans(&spans, 0, 0);
            }
            Block::Changed { label, about, old, new } => self.changed(label, about, old, new),
            Block::Pair { left, right } => self.pair(left, right),
            Block::Bar { name, value, most, none } => self.bar(name, *value, *most, none),
        }
    }

    fn plain(&mut self, text: &str, role: Role) {
        self.spans(&[Span::new(text, role)], 0, 0);
    }

    fn field(&mut self, label: &str, spans: &[Span]) {
        let label = text::cut_end(label, self.label_cols, self.ambiguous).into_owned();
        let first = self.set.lines.len();
        self.spans(spans, self.label_cols + GAP, self.label_cols + GAP);
        if let Some(line) = self.set.lines.get_mut(first) {
            line.pieces.insert(0, Piece { col: 0, text: label, role: Role::Label, link: None });
        }
    }

    /// A list item with its bullet at a column; `bullet` is that of a link.
    fn item(&mut self, spans: &[Span], col: usize, bullet: &str) {
        let first = self.set.lines.len();
        let link = self.set.links.len();
        self.spans(spans, col + ITEM, col + ITEM);
        let link = (self.set.links.len() > link).then_some(link);
        if let Some(line) = self.set.lines.get_mut(first) {
            let is_link = spans.first().is_some_and(|span| span.link.is_some());
            let (bullet, link) = if is_link { (bullet, link) } else { ("◦", None) };
            line.pieces.insert(0, Piece { col, text: bullet.to_owned(), role: Role::Bullet, link });
        }
    }

    fn lead(&mut self, page: Page, span: &Span) {
        let first = self.set.links.len();
        self.item(std::slice::from_ref(span), 0, "▪");
        self.set.links.iter_mut().skip(first).for_each(|link| link.page = page);
    }

    /// The event stands beside its date, or under it where there is little room.
    fn moment(&mut self, date: &str, mark: &str, spans: &[Span]) {
        let is_narrow = self.cols < DATED;
        if is_narrow && !date.is_empty() {
            self.plain(date, Role::Label);
        }
        let first = self.set.lines.len();
        self.item(spans, if is_narrow { 0 } else { DATE + GAP }, mark);
        if let Some(line) = self.set.lines.get_mut(first).filter(|_| !is_narrow) {
            let date = text::cut_end(date, DATE, self.ambiguous).into_owned();
            line.pieces.insert(0, Piece { col: 0, text: date, role: Role::Label, link: None });
        }
    }

    fn bar(&mut self, name: &Span, value: u32, most: u32, none: &str) {
        let bar_cols = BAR.min(self.cols / 5);
        let number_cols = 1 + text::width(&most.to_string(), self.ambiguous);
        let beside = (bar_cols + number_cols).max(text::width(none, self.ambiguous).min(self.cols / 2));
        let name_cols = self.cols.saturating_sub(GAP + beside).min(44);
        let first = self.set.lines.len();
        self.spans_in(std::slice::from_ref(name), 0, ITEM, name_cols);
        let filled = (value as usize * bar_cols).div_ceil(most.max(1) as usize).min(bar_cols);
        let after_name = name_cols + GAP;
        let Some(line) = self.set.lines.get_mut(first) else { return };
        if filled > 0 {
            let number = Piece { col: after_name + filled + 1, text: value.to_string(), role: Role::Body, link: None };
            line.pieces.push(Piece { col: after_name, text: " ".repeat(filled), role: Role::Bar, link: None });
            line.pieces.push(number);
        } else {
            let none = text::cut_end(none, self.cols.saturating_sub(after_name), self.ambiguous).into_owned();
            line.pieces.push(Piece { col: after_name, text: none, role: Role::Dim, link: None });
        }
    }

    fn link(&mut self, to: EntryId) -> usize {
        let line = self.set.lines.len();
        self.set.links.push(Link { to, page: Page::Entry, lines: line..line });
        self.set.links.len() - 1
    }

    /// Sets a paragraph whose first line begins at column `first` and whose others begin at `rest`.
    fn spans(&mut self, spans: &[Span], first: usize, rest: usize) {
        self.spans_in(spans, first, rest, self.cols);
    }

    /// Sets a paragraph in the first `cols` columns.
    fn spans_in(&mut self, spans: &[Span], first: usize, rest: usize, cols: usize) {
        let mut whole = String::new();
        let mut marks = Vec::new();
        let mut kept = Vec::new();
        for (number, span) in spans.iter().enumerate() {
            let start = whole.len();
            whole.push_str(&span.text);
            marks.push((start..whole.len(), number));
            if text::width(&span.text, self.ambiguous) <= KEPT {
                kept.push(whole.len() - span.text.trim_start().len()..whole.len());
            }
        }
        let links: Vec<_> = spans.iter().map(|span| span.link.map(|to| self.link(to))).collect();
        let room = |indent: usize| cols.saturating_sub(indent).max(2);
        let lines = text::wrap_keeping(&whole, &kept, room(first), room(rest), self.ambiguous);
        let mut end = 0;
        for (number, range) in lines.into_iter().enumerate() {
            let mut col = if number == 0 { first } else { rest };
            let after_space = number > 0 && range.start > end;
            end = range.end;
            let mut line = Line { pieces: Vec::new(), continues: number > 0, after_space };
            for (range, span) in text::pieces(range, &marks) {
                let Some(span) = span else { continue };
                let text = whole.get(range).unwrap_or_default().to_owned();
                let cols = text::width(&text, self.ambiguous);
                let link = links[span];
                if let Some(link) = link {
                    let lines = &mut self.set.links[link].lines;
                    if lines.start == lines.end {
                        lines.start = self.set.lines.len();
                    }
                    lines.end = self.set.lines.len() + 1;
                }
                line.pieces.push(Piece { col, text, role: spans[span].role, link });
                col += cols;
            }
            self.set.lines.push(line);
        }
    }
}
