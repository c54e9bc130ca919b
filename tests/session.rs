//! A session without a terminal: bytes in, effects and bytes out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod support;

use std::num::NonZeroU16;
use std::sync::Arc;

use support::world;
use zhegang::data::Lang;
use zhegang::term::{Colours, Session};
use zhegang::text::Ambiguous;
use zhegang::ui::address::Address;
use zhegang::ui::{Effect, Options, Size, World};

fn session(world: &Arc<World>, cols: u16, rows: u16) -> Session {
    let options = Options::new(Size { cols, rows }, Lang::ZhHant, Ambiguous::Narrow);
    Session::new(Arc::clone(world), options, Colours::True)
}

fn is_whole(frame: &[u8]) -> bool {
    str::from_utf8(frame).unwrap().contains("\x1b[2J")
}

#[test]
fn a_frame_is_sent_once() {
    let mut session = session(&world(), 80, 24);
    assert!(is_whole(&session.frame()));
    assert_eq!(session.frame(), b"");
    assert_eq!(session.feed(b""), []);
    assert_eq!(session.feed(b"\x1b[I"), [], "a report is no reason to draw");
    assert_eq!(session.frame(), b"");
    session.forget();
    assert!(is_whole(&session.frame()));
}

#[test]
fn a_size_is_believed_if_it_can_be_drawn() {
    let mut session = session(&world(), 0, 0);
    session.frame();
    for (cols, rows, is_drawn) in
        [(80, 24, false), (0, 0, false), (0, 9, false), (100, 30, true), (100, 30, false), (1, 1, true)]
    {
        session.resize(cols, rows);
        assert_eq!(is_whole(&session.frame()), is_drawn, "{cols}x{rows}");
    }
    session.resize(u16::MAX, u16::MAX);
    assert!(is_whole(&session.frame()));
    session.resize(400, 200);
    assert_eq!(session.frame(), b"", "it was as large before");
}

#[test]
fn a_lone_escape_waits_until_it_is_settled() {
    let mut session = session(&world(), 80, 24);
    assert_eq!(session.feed(b"\x1b"), []);
    assert!(session.is_waiting());
    session.settle();
    assert!(!session.is_waiting());
}

#[test]
fn what_is_typed_together_is_what_is_typed_apart() {
    let mut together = session(&world(), 80, 24);
    let mut apart = session(&world(), 80, 24);
    together.feed("/ljc浙江\x7f\x1b[D江q".as_bytes());
    for char in ["/", "l", "j", "c", "浙", "江", "\x7f", "\x1b[D", "江", "q"] {
        apart.feed(char.as_bytes());
    }
    assert_eq!(together.frame(), apart.frame());
    let many = "浙".repeat(3000);
    together.feed(many.as_bytes());
    assert_eq!(together.feed(format!("{many}\x03").as_bytes()), [Effect::Quit]);
}

/// A hit that was chosen stays while a query finds it. What stands in the field between two keys that came together is
/// not searched, so that it stays although the query in between would have lost it.
#[test]
fn keys_that_come_together_are_searched_once() {
    let keys = ["甲", "乙", "丙", "\x7f", "\x1b[D", "x", "\x01", "\x05", "\x17", "浙", "江"].concat();
    let mut chosen = session(&world(), 120, 36);
    chosen.feed("/浙江\x1b[B\x1b[B".as_bytes());
    chosen.frame();
    let mut apart = session(&world(), 120, 36);
    apart.feed("/浙江\x1b[B\x1b[B".as_bytes());
    apart.frame();
    chosen.feed(format!("{}{keys}", "\x7f".repeat(2)).as_bytes());
    assert_eq!(chosen.frame(), b"", "the same query with the same selection");
    for key in ["\x7f", "\x7f", "甲", "\x17", "浙", "江"] {
        apart.feed(key.as_bytes());
    }
    assert_ne!(apart.frame(), b"", "one by one it is lost");
}

#[test]
fn what_follows_quitting_is_left_alone() {
    assert_eq!(session(&world(), 80, 24).feed(b"qqq"), [Effect::Quit]);
}

#[test]
fn sessions_share_a_world_and_nothing_else() {
    let world = world();
    let (mut one, mut other) = (session(&world, 80, 24), session(&world, 80, 24));
    assert_eq!(one.frame(), other.frame());
    one.feed(b"jj");
    one.frame();
    assert_eq!(other.frame(), b"");
}

#[test]
fn a_terminal_is_taken_and_given_back_in_full() {
    assert_eq!(Session::enter(), b"\x1b[?1049h\x1b[?7l\x1b[?2004h\x1b[?25l");
    assert_eq!(
        Session::leave(),
        b"\x1b[m\x1b[?2026l\x1b[r\x1b[201;1H\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l"
    );
}

#[test]
fn a_session_begins_where_an_address_leads() {
    let world = world();
    let address = Address::read("agreement:mechanism?view=relations", &world.record).expect("in the record");
    let options = Options::new(Size { cols: 80, rows: 24 }, Lang::En, Ambiguous::Narrow);
    let mut session = Session::new(Arc::clone(&world), options, Colours::None).at(&address);
    let mut terminal = vt100::Parser::new(NonZeroU16::new(24).unwrap(), NonZeroU16::new(80).unwrap(), 0);
    terminal.process(&session.frame());
    assert!(terminal.screen().contents().contains("Signed by"), "{}", terminal.screen().contents());
    session.feed(b"0");
    terminal.process(&session.frame());
    assert!(terminal.screen().contents().contains("10 / 51"), "{}", terminal.screen().contents());
}
