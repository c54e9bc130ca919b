//! Terminals answer in every manner, or not at all: what is drawn is right, and nothing that is typed is lost.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod support;

use std::num::NonZeroU16;
use std::sync::Arc;

use support::world;
use zhegang::data::Lang;
use zhegang::term::{Colours, Session};
use zhegang::text::Ambiguous;
use zhegang::ui::state::Unfit;
use zhegang::ui::{Effect, Options, Size};

/// What terminals answer: the column after 中, the column after …, the attributes.
const NARROW: &str = "\x1b[2;3R\x1b[2;2R\x1b[?62;22c";
const WIDE: &str = "\x1b[2;3R\x1b[2;3R\x1b[?6c";
const LATIN: &str = "\x1b[2;4R\x1b[2;3R\x1b[?1;2c";
const ONE_CELL: &str = "\x1b[2;2R\x1b[2;2R\x1b[?1;2c";

/// A session and a terminal that shows it.
struct Shown {
    session: Session,
    terminal: vt100::Parser,
}

impl Shown {
    fn of(session: Session) -> Self {
        let (rows, cols) = (NonZeroU16::new(24).unwrap(), NonZeroU16::new(80).unwrap());
        let mut shown = Self { session, terminal: vt100::Parser::new(rows, cols, 0) };
        shown.frame();
        shown
    }

    fn asking() -> Self {
        Self::of(session(Ambiguous::Wide).asking())
    }

    fn known(ambiguous: Ambiguous) -> Self {
        Self::of(session(ambiguous))
    }

    fn frame(&mut self) -> Vec<u8> {
        let bytes = self.session.frame();
        self.terminal.process(&bytes);
        bytes
    }

    fn hear(&mut self, bytes: &str) -> Vec<u8> {
        assert_eq!(self.session.feed(bytes.as_bytes()), []);
        self.frame()
    }

    fn text(&self) -> String {
        self.terminal.screen().contents()
    }
}

/// A session at a person, whose pinyin is full of ambiguous characters.
fn session(ambiguous: Ambiguous) -> Session {
    let options = Options::new(Size { cols: 80, rows: 24 }, Lang::ZhHant, ambiguous);
    let mut session = Session::new(Arc::clone(&world()), options, Colours::Indexed);
    session.feed(b"3");
    session
}

#[test]
fn the_first_frame_asks_once_and_does_not_wait() {
    let mut session = session(Ambiguous::Wide).asking();
    let first = String::from_utf8(session.frame()).unwrap();
    assert!(first.starts_with("\x1b[2;1H中\x1b[6n\x1b[2;1H…\x1b[6n\x1b[2;1H\x1b[K\x1b[c"), "{first:?}");
    assert!(first.contains("李家超"), "the whole list is in the first frame");
    session.feed(b"j");
    assert!(!String::from_utf8(session.frame()).unwrap().contains("\x1b[c"));
    session.forget();
    assert!(String::from_utf8(session.frame()).unwrap().contains("\x1b[c"), "another terminal is asked anew");
    let mut small = self::session(Ambiguous::Wide).asking();
    small.resize(3, 1);
    assert!(!String::from_utf8(small.frame()).unwrap().contains("\x1b[c"), "there is no room to ask in");
}

#[test]
fn an_answer_leads_to_the_screen_of_who_knew_it() {
    for (answer, ambiguous) in [(NARROW, Ambiguous::Narrow), (WIDE, Ambiguous::Wide)] {
        let mut asked = Shown::asking();
        asked.hear(answer);
        assert_eq!(asked.text(), Shown::known(ambiguous).text());
    }
    assert_ne!(Shown::known(Ambiguous::Narrow).text(), Shown::known(Ambiguous::Wide).text());
}

#[test]
fn an_answer_that_changes_nothing_sends_nothing() {
    assert_eq!(Shown::asking().hear(WIDE), b"");
}

#[test]
fn what_is_typed_ahead_and_between_the_answers_is_kept() {
    for cut in 0..NARROW.len() {
        let mut shown = Shown::asking();
        let (before, after) = NARROW.split_at(cut);
        if before.is_empty() || before.ends_with(['R', 'c']) {
            shown.hear(&format!("{before}jj{after}j"));
        } else {
            shown.hear(&format!("jj{before}"));
            shown.hear(&format!("{after}j"));
        }
        let mut expected = Shown::known(Ambiguous::Narrow);
        expected.hear("jjj");
        assert_eq!(shown.text(), expected.text(), "cut at {cut}");
    }
}

#[test]
fn late_missing_and_strange_answers_do_no_harm() {
    let safe = Shown::known(Ambiguous::Wide).text();
    for answers in [
        "",
        "\x1b[?62c",
        "\x1b[2;3R\x1b[?62c",
        "\x1b[2;3R\x1b[2;9R\x1b[?62c",
        "\x1b[2;0R\x1b[2;0R\x1b[?62c",
        "\x1b[9;3R\x1b[9;2R\x1b[?62c",
        "\x1b[2;3R\x1b[2;2R\x1b[2;2R\x1b[?62c",
        "\x1b[99999;99999R\x1b[;R\x1b[?c",
        "\x1b[>41;354;0c\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[0n",
    ] {
        let mut shown = Shown::asking();
        assert_eq!(shown.hear(answers), b"", "{answers:?}");
        assert_eq!(shown.text(), safe);
        assert_eq!(shown.session.feed(b"q"), [Effect::Quit]);
    }
    let mut late = Shown::asking();
    late.hear("\x1b[?62c");
    assert_eq!(late.hear(NARROW), b"", "the question was answered before");
    let mut nobody_asked = Shown::known(Ambiguous::Narrow);
    assert_eq!(nobody_asked.hear(WIDE), b"");
}

#[test]
fn the_page_waits_while_something_is_typed() {
    let mut shown = Shown::asking();
    shown.hear("/q");
    shown.hear(LATIN);
    assert!(shown.text().contains("搜尋"), "the field is still there");
    assert_eq!(shown.session.feed(b"q"), []);
    shown.session.feed(b"\x1b");
    shown.session.settle();
    shown.frame();
    assert!(shown.text().contains("does not read UTF-8"));
}

#[test]
fn answers_are_heard_out_and_mean_no_keys() {
    let mut shown = Shown::asking();
    assert!(shown.session.is_asked());
    shown.session.hear_out(b"q\x1b[2;3R\x1b[2;2R");
    assert!(shown.session.is_asked());
    shown.session.hear_out(b"\x1b[?62c");
    assert!(!shown.session.is_asked());
    assert!(!Shown::known(Ambiguous::Narrow).session.is_asked());
}

#[test]
fn a_terminal_that_cannot_show_chinese_gets_a_page_that_it_can() {
    for (answer, why) in [(LATIN, "does not read UTF-8"), (ONE_CELL, "one cell")] {
        let mut shown = Shown::asking();
        let page = shown.hear(answer);
        assert!(page.is_ascii(), "{page:?}");
        let text = shown.text();
        assert!(text.contains(why) && text.contains("tmux -u") && text.contains("q leaves"), "{text}");
        assert_eq!(shown.session.feed(b"q"), [Effect::Quit]);
        let mut shown = Shown::asking();
        shown.hear(answer);
        shown.hear("\r");
        assert!(shown.text().contains("李家超"), "who goes on sees the record");
        shown.session.forget();
        shown.frame();
        shown.hear(answer);
        assert!(shown.text().contains("李家超"), "and is not told again");
    }
}

#[test]
fn a_likeness_is_drawn_instead() {
    let show = |ambiguous| {
        let mut shown = Shown::known(ambiguous);
        shown.hear("/投資香港推介大會\r");
        shown.text()
    };
    assert!(show(Ambiguous::Narrow).contains("大會——浙江"), "{}", show(Ambiguous::Narrow));
    assert!(show(Ambiguous::Replace).contains("大會－－浙江"), "{}", show(Ambiguous::Replace));
}

#[test]
fn the_page_says_the_most_important_first() {
    let options = Options::new(Size { cols: 40, rows: 12 }, Lang::En, Ambiguous::Wide);
    let mut session = Session::new(Arc::clone(&world()), options, Colours::None).unfit(Unfit::Console);
    let mut terminal = vt100::Parser::new(NonZeroU16::new(12).unwrap(), NonZeroU16::new(40).unwrap(), 0);
    terminal.process(&session.frame());
    let text = terminal.screen().contents();
    assert!(text.contains("The Linux console") && text.contains("q leaves."), "{text}");
}
