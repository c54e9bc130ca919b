//! Hostile records, random keys and random sizes: what is painted step by step is what is painted at once, no wide
//! character is without its second half, and nothing of a record acts on the terminal.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

#[path = "support/emulator.rs"]
mod emulator;

use std::sync::Arc;

use emulator::Emulator;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use zhegang::data::{self, Lang};
use zhegang::term::{Colours, Session};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::theme::{Name, Theme};
use zhegang::ui::{Options, Size, World};

const POLICIES: [Ambiguous; 3] = [Ambiguous::Narrow, Ambiguous::Wide, Ambiguous::Replace];
const LANGS: [Lang; 3] = [Lang::ZhHant, Lang::ZhHans, Lang::En];

/// What nobody should put into a name.
const HOSTILE: [&str; 34] = [
    "\u{1b}[2J",
    "\u{1b}]52;c;eA==\u{7}",
    "\u{9b}31m",
    "\0",
    "\u{7f}\u{8}\u{8}",
    "\r\n",
    "\t",
    "\u{202e}浙港\u{202c}",
    "\u{2066}\u{2069}",
    "\u{200b}\u{feff}\u{ad}",
    "\u{e0041}\u{e007f}",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦",
    "👍🏽",
    "🇭🇰",
    "❤\u{fe0f}",
    "1\u{fe0f}\u{20e3}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
    "\u{301}\u{301}",
    "葛\u{e0100}",
    "龜\u{fe00}",
    "각",
    "ｶﾞﾊﾟ",
    "か\u{3099}",
    "𠮷𪚥",
    "\u{323af}",
    "☰𝌆",
    "…—“”·‧①℃ éüāЯ",
    "──█▌",
    "ﷺ",
    "กำ",
    "नमस्ते",
    "\u{1160}\u{11a8}",
    "\u{fffd}\u{e000}",
    "https://例.hk/a?b=「c」",
];

/// Keys as a terminal sends them.
const KEYS: [&str; 47] = [
    "C",
    "j",
    "k",
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\r",
    "\x1b",
    "\t",
    "\x1b[Z",
    "1",
    "2",
    "3",
    "4",
    "0",
    "5",
    "g",
    "G",
    "H",
    "M",
    "L",
    "\x04",
    "\x15",
    "\x1b[6~",
    "\x1b[5~",
    "[",
    "]",
    "f",
    "/",
    "?",
    "o",
    "a",
    "t",
    "y",
    "n",
    "N",
    "\x0f",
    "\x7f",
    ">",
    "<",
    ".",
    ",",
    "科",
    "／",
    "\x0c",
    "\x1b[200~e\u{301}中\n\u{1b}[31m\x1b[201~",
];

fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(&HOSTILE[..]).prop_map(String::from),
        3 => "[\u{4e00}-\u{9fa5}]{1,8}",
        2 => "[A-Za-z0-9 ,.]{1,12}",
        1 => any::<char>().prop_map(String::from),
    ];
    let short = prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat());
    prop_oneof![20 => short, 1 => (select(&HOSTILE[..]), 100..2_000_usize).prop_map(|(one, count)| one.repeat(count))]
}

/// A record whose texts are hostile and whose references may lead anywhere.
fn record() -> impl Strategy<Value = Value> {
    let kinds = [
        "persons",
        "policy_areas",
        "projects",
        "agreements",
        "organizations",
        "areas",
        "events",
        "speeches",
        "documents",
    ];
    let entry = (select(kinds.to_vec()), prop::collection::vec(hostile_text(), 4), 0..12_usize);
    prop::collection::vec(entry, 1..24).prop_map(|entries| {
        let mut record = json!({"meta": {"title": entries[0].1[0], "event_id": "events/0"}});
        for (kind, texts, other) in entries {
            let list = record.as_object_mut().unwrap().entry(kind).or_insert_with(|| json!([]));
            let id = format!("{kind}/{}", list.as_array().unwrap().len());
            list.as_array_mut().unwrap().push(json!({
                "id": id, "name": texts[0], "text": texts[0], "title": texts[0], "description": texts[1],
                "note": texts[2], "url": texts[3], "classification": texts[3],
                "other_names": [{"lang": "en", "name": texts[1], "note": texts[2]}, {"lang": "zh-Hans", "name": texts[3]}],
                "parent_id": format!("{kind}/{other}"),
                "policy_area_ids": [format!("policy_areas/{other}")],
                "event_id": format!("events/{other}"), "creator_id": format!("persons/{other}"),
                "parties": [{"organization_id": format!("organizations/{other}")}],
                "participants": [{"entity_type": "person", "entity_id": format!("persons/{other}"), "role": texts[2]}],
                "sources": [{"url": format!("#documents/{other}"), "note": texts[1], "fields": [texts[2]]}, {"url": texts[3]}],
                "inferred": ["name", texts[2]],
            }));
        }
        record
    })
}

#[derive(Debug, Clone)]
enum Step {
    Type(&'static str),
    Resize(u16, u16),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => select(&KEYS[..]).prop_map(Step::Type),
        1 => (1..140_u16, 1..50_u16).prop_map(|(cols, rows)| Step::Resize(cols, rows)),
    ]
}

/// The terminal on which a policy is right: the wide form is right on both kinds.
fn terminal((cols, rows): (u16, u16), ambiguous: Ambiguous, is_wide: bool) -> Emulator {
    let is_wide = is_wide && ambiguous != Ambiguous::Narrow;
    Emulator::new(cols, rows, if is_wide { Ambiguous::Wide } else { Ambiguous::Narrow })
}

proptest! {
    // A fifth of what PROPTEST_CASES says: each case is long.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 5, ..ProptestConfig::default() })]

    #[test]
    fn hostile_records_are_shown_whole_and_harmless(
        record in record(),
        steps in prop::collection::vec(step(), 1..40),
        ambiguous in select(&POLICIES[..]),
        lang in select(&LANGS[..]),
        size in (1..140_u16, 1..50_u16),
        is_wide in any::<bool>(),
        theme in select(&Name::BUILT_IN[..]),
        colours in select(&[Colours::None, Colours::Sixteen, Colours::Indexed, Colours::True][..]),
    ) {
        let loaded = data::load(record.to_string().as_bytes(), text::neutral).unwrap();
        let Ok(world) = World::new(loaded) else { return Ok(()) };
        let options = Options::new(Size { cols: size.0, rows: size.1 }, lang, ambiguous);
        let options = Options { theme: Theme::of(theme), ..options };
        let mut session = Session::new(Arc::new(world), options, colours);
        let mut size = size;
        let is_switched = steps.iter().any(|step| matches!(step, Step::Type("C")));
        let mut by_steps = terminal(size, ambiguous, is_wide);
        by_steps.show(&session.frame());
        for step in steps {
            match step {
                Step::Type(keys) => {
                    session.feed(keys.as_bytes());
                    session.settle();
                }
                Step::Resize(cols, rows) => {
                    size = (cols, rows);
                    session.resize(cols, rows);
                    session.repaint();
                    by_steps = terminal(size, ambiguous, is_wide);
                }
            }
            by_steps.show(&session.frame());
        }
        let has_ground = matches!(theme, Name::Dark | Name::Light | Name::Contrast) && colours != Colours::None;
        prop_assert!(!has_ground || is_switched || by_steps.is_covered(), "the ground of {theme:?} has holes");
        session.repaint();
        let mut at_once = terminal(size, ambiguous, is_wide);
        at_once.show(&session.frame());
        let cells = by_steps.seen().into_iter().zip(at_once.seen());
        let difference = cells.enumerate().find(|(_, (one, other))| one != other).map(|(at, cells)| {
            let (row, col) = (at / usize::from(size.0), at % usize::from(size.0));
            format!("{row},{col}: {cells:#?}\n{}\n{}", by_steps.row(row), at_once.row(row))
        });
        prop_assert!(difference.is_none(), "by steps and at once at {}", difference.unwrap_or_default());
    }
}
