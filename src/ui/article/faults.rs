//! What is wrong with the record's file, with links to the entries that it is in.

use super::{Block, Role, Span, Writer};
use crate::data::{Fault, Severity};
use crate::ui::page::Page;

/// So many faults the page lists.
const MOST: usize = 500;

impl Writer<'_> {
    pub(super) fn faults(&mut self) {
        let words = self.words.faults_page;
        self.blocks.push(Block::Title(words.title.to_owned()));
        let faults = &self.world.faults;
        if faults.is_empty() {
            self.blocks.push(Block::Para(vec![Span::body(words.none)]));
            return;
        }
        for (label, severity) in words.counts.into_iter().zip(Severity::ALL) {
            let count = self.world.count_faults(severity);
            if count > 0 {
                self.text_field(label, &count.to_string());
            }
        }
        if self.world.skipped > 0 {
            self.text_field(words.left_out, &self.world.skipped.to_string());
        }
        self.heading(words.places);
        for fault in faults.iter().take(MOST) {
            let spans = self.fault(fault);
            self.blocks.push(Block::Item(spans));
        }
        self.more_faults(faults.len() + self.world.unlisted.iter().sum::<usize>(), MOST);
    }

    /// What leads to the page.
    pub(super) fn lead_to_faults(&mut self) {
        let text = self.words.faults_page.all.to_owned();
        let span = Span { text, role: Role::ItemLink, link: Some(self.world.start) };
        self.blocks.push(Block::Lead(Page::Faults, span));
    }

    /// How many faults are not listed.
    pub(super) fn more_faults(&mut self, count: usize, listed: usize) {
        if count > listed {
            let text = self.words.faults_page.more.replacen("{}", &(count - listed).to_string(), 1);
            self.blocks.push(Block::Note(vec![Span::dim(&text)]));
        }
    }

    /// Where it is, how much it matters, in which entry, and what to do.
    pub(super) fn fault(&self, fault: &Fault) -> Vec<Span> {
        let Fault { code, line, column, pointer, entry, message, file, .. } = fault;
        let severity = self.words.faults_page.severity(fault.severity());
        let what = self.words.faults_page.code(*code).map(|what| format!("  {what}"));
        let file = file.as_deref().map_or_else(String::new, |file| format!("{file} "));
        let text = format!("{file}{line}:{column} {severity}");
        let role = if entry.is_some() { Role::ItemLink } else { Role::Body };
        let mut spans = vec![Span { text, role, link: *entry }];
        spans.extend(what.map(|what| Span::body(&what)));
        if let Some(entry) = entry {
            spans.push(Span::body(&format!("  {}", self.name(*entry))));
        }
        if !pointer.is_empty() {
            spans.push(Span::dim(&format!("  {pointer}")));
        }
        spans.push(Span::body(&format!("  {message}")));
        spans
    }
}
