//! What goes over the line, counted in bytes on the bundled record at 120x40. The limits are those that the README
//! tells; a slow line carries 2,400 bytes a second.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod support;

use std::num::NonZeroU16;
use std::sync::Arc;

use support::world;
use zhegang::data::Lang;
use zhegang::term::{Colours, Session};
use zhegang::text::Ambiguous;
use zhegang::ui::{Options, Size};

/// A session with the terminal that it is shown on.
struct Line {
    session: Session,
    terminal: vt100::Parser,
}

impl Line {
    fn open((cols, rows): (u16, u16), lang: Lang) -> Self {
        let options = Options::new(Size { cols, rows }, lang, Ambiguous::Narrow);
        let (height, width) = (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(cols).unwrap());
        let session = Session::new(Arc::clone(&world()), options, Colours::Indexed);
        Self { session, terminal: vt100::Parser::new(height, width, 0) }
    }

    fn at(size: (u16, u16), keys: &str) -> Self {
        let mut line = Self::open(size, Lang::ZhHant);
        line.frame();
        line.keys(keys);
        line
    }

    /// Shows what the session has come to, and gives the bytes that it took.
    fn frame(&mut self) -> Vec<u8> {
        let bytes = self.session.frame();
        self.terminal.process(&bytes);
        bytes
    }

    /// Types keys that arrive together.
    fn keys(&mut self, keys: &str) -> usize {
        self.session.feed(keys.as_bytes());
        self.frame().len()
    }

    /// The rows as they stand on the terminal, in UTF-8 and without the blanks at their ends.
    fn rows(&self) -> Vec<String> {
        let cols = self.terminal.screen().size().1.get();
        self.terminal.screen().rows(0, cols).map(|row| row.trim_end().to_owned()).collect()
    }

    fn text_bytes(&self) -> usize {
        self.rows().iter().map(String::len).sum()
    }

    /// Types keys, and gives the bytes that they took and the bytes of the rows that changed.
    fn change(&mut self, keys: &str) -> (usize, usize) {
        let before = self.rows();
        let bytes = self.keys(keys);
        let changed = self.rows().into_iter().zip(before).filter(|(row, before)| row != before);
        (bytes, changed.map(|(row, _)| row.len()).sum())
    }
}

const DOWN: &str = "\x1b[B";
const WIDE: (u16, u16) = (120, 40);
/// One pane at a time: nothing but the list changes.
const ALONE: (u16, u16) = (59, 40);

/// The keys that lead to pages of every kind.
const PAGES: [&str; 12] = ["", "j", "jjj\r", "2", "2j\r", "3", "3jjj\r", "4", "4]]j", "/科技", "/john", "?"];

/// 1.25 times a number.
const fn a_quarter_more(bytes: usize) -> usize {
    bytes + bytes / 4
}

#[test]
fn a_full_frame_takes_little_more_than_its_text() {
    for (lang, keys) in [Lang::ZhHant, Lang::ZhHans, Lang::En].iter().flat_map(|lang| PAGES.map(|keys| (*lang, keys))) {
        let mut line = Line::open(WIDE, lang);
        line.frame();
        line.keys(keys);
        line.session.forget();
        let (bytes, text) = (line.frame().len(), line.text_bytes());
        assert!(bytes <= a_quarter_more(text) && bytes <= 8_000, "{lang:?} {keys:?}: {bytes} for {text}");
    }
}

#[test]
fn moving_a_selection_alone_takes_two_rows() {
    for (what, before, keys) in [("a list", "3", "j"), ("a search", "/科", DOWN)] {
        let bytes = Line::at(ALONE, before).keys(keys);
        assert!(bytes <= 400, "{what}: {bytes}");
    }
}

#[test]
fn moving_where_the_reader_follows_takes_the_rows_that_change() {
    for (before, keys) in
        [("", "j"), ("j", "j"), ("2", "j"), ("3", "j"), ("4", "j"), ("4]]", "j"), ("/科", DOWN), ("3\r", "j")]
    {
        let (bytes, changed) = Line::at(WIDE, before).change(keys);
        assert!(bytes <= a_quarter_more(changed) + 200, "{before:?} {keys:?}: {bytes} for {changed}");
    }
}

#[test]
fn scrolling_by_a_row_takes_about_a_row() {
    let to_the_edge = |before: &str, keys: &str| format!("{before}{}", keys.repeat(18));
    for (what, size, before, keys) in [
        ("the help", WIDE, "?".to_owned(), "j"),
        ("the help, back", WIDE, "?jjj".to_owned(), "k"),
        ("a list", (59, 20), to_the_edge("3", "j"), "j"),
        ("hits", (59, 20), to_the_edge("/科", DOWN), DOWN),
        ("the reader", ALONE, "3\r".to_owned(), "j"),
    ] {
        let mut line = Line::at(size, &before);
        let before = line.rows();
        let (bytes, _) = line.change(keys);
        let moved =
            before.iter().enumerate().filter(|(y, row)| !row.is_empty() && line.rows().get(y.abs_diff(1)) == Some(row));
        assert!(keys == "k" || moved.count() > 5, "{what} did not scroll");
        assert!(bytes <= 520, "{what}: {bytes}");
    }
}

#[test]
fn a_key_of_a_query_takes_what_it_changes() {
    let mut line = Line::at(WIDE, "/科技");
    let bytes = line.keys(" ");
    assert!(bytes <= 60, "a key that finds the same: {bytes}");
    for (size, before) in [(WIDE, "/科"), (ALONE, "/科"), (ALONE, "/")] {
        let bytes = Line::at(size, before).keys("技");
        assert!(bytes <= 2_500, "{size:?} {before:?}: {bytes}");
    }
    let (bytes, changed) = Line::at(WIDE, "/").change("科");
    assert!(bytes <= a_quarter_more(changed) + 200, "hits and their preview from nothing: {bytes} for {changed}");
}

#[test]
fn keys_that_come_together_take_one_frame() {
    for before in ["", "3", "?", "/科"] {
        let mut line = Line::at(WIDE, before);
        let bytes = line.keys(&"j".repeat(30));
        line.session.forget();
        assert!(bytes <= 2 * line.frame().len(), "{before:?}: {bytes}");
    }
}

#[test]
fn nothing_is_sent_for_nothing() {
    for keys in ["X", "\x1b[I", "gx", "\x1b[1;2R\x1b[?1;2c"] {
        assert_eq!(Line::at(WIDE, "3\r").keys(keys), 0, "{keys:?}");
    }
}

#[test]
fn the_readme_tells_what_is_counted() {
    let readme = include_str!("../README.md");
    let counted = [
        ("the whole start page", Line::open(WIDE, Lang::ZhHant).frame().len()),
        ("a key that moves the selection where only the list changes", Line::at(ALONE, "3").keys("j")),
        ("a key that moves it where the reader follows (people)", Line::at(WIDE, "3").keys("j")),
        ("a key that scrolls the help by a row", Line::at(WIDE, "?").keys("j")),
        ("a key of a query that finds the same", Line::at(WIDE, "/科技").keys(" ")),
        ("a key of a query that finds something else, with its preview", Line::at(WIDE, "/科").keys("技")),
        ("30 keys at once", Line::at(WIDE, "3").keys(&"j".repeat(30))),
    ];
    for (what, bytes) in counted {
        let row = readme.lines().find(|line| line.starts_with(&format!("| {what} |"))).expect(what);
        let told = row.split('|').nth(2).unwrap().trim().replace(',', "");
        assert_eq!(told, bytes.to_string(), "{what}");
    }
}
