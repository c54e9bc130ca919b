//! A newer version of the record takes the place of the one that is shown.

mod support;

use std::sync::Arc;

use proptest::prelude::*;
use serde_json::Value;
use support::{Script, world};
use zhegang::data::{self, Lang};
use zhegang::search::Trail;
use zhegang::term::{Colours, News, Session};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::notice::Unread;
use zhegang::ui::state::{Notice, Overlay};
use zhegang::ui::{self, Key, Options, Size, State, World};

const MEETING: &str = "event/meeting";
const JOHN_LEE: &str = "person/john-lee";

fn opened(source: &Value) -> Arc<World> {
    let loaded = data::load(source.to_string().as_bytes(), text::neutral).expect("a record");
    Arc::new(World::new(loaded).expect("entries"))
}

fn bundled() -> Value {
    serde_json::from_str(data::BUNDLED).expect("the bundled record is JSON")
}

fn list<'a>(source: &'a mut Value, key: &str) -> &'a mut Vec<Value> {
    source[key].as_array_mut().expect("an array")
}

/// The bundled record with a change.
fn changed(change: impl FnOnce(&mut Value)) -> Arc<World> {
    let mut source = bundled();
    change(&mut source);
    opened(&source)
}

/// The people in another order, one of them added before them and the second with another description.
fn edited() -> Arc<World> {
    changed(|source| {
        let people = list(source, "persons");
        people.reverse();
        people.insert(0, serde_json::json!({"id": "person/new", "name": "新人物"}));
    })
}

fn without(kind: &'static str, id: &'static str) -> Arc<World> {
    changed(|source| list(source, kind).retain(|entry| entry["id"] != id))
}

fn replaced(mut script: Script, newer: Arc<World>) -> Script {
    ui::replace(&mut script.state, &script.world, &newer);
    script.world = newer;
    script
}

fn key(script: &Script) -> &str {
    &script.world.record.entry(script.state.view.here).key
}

#[test]
fn a_place_is_kept_by_its_entry_and_not_by_its_row() {
    let script = replaced(Script::open("120x36").keys("3 j"), edited());
    let script = script.stands_at("王浩").shows("檔案已更新").keys("k").hides("檔案已更新");
    assert_ne!(key(&script), JOHN_LEE, "the order is the newer one");
    script.keys("home").stands_at("新人物");
}

#[test]
fn a_text_goes_on_where_it_was_read() {
    let before = Script::open("80x24").keys("enter j j j j j j j j j j j j");
    let top = before.state.view.reading.top;
    assert!(top > 5);
    let same = replaced(before.clone(), edited());
    assert_eq!(same.state.view.reading.top, top);
    let longer = changed(|source| {
        let meeting = list(source, "events").iter_mut().find(|event| event["id"] == MEETING).expect("the meeting");
        meeting["description"] = "長".repeat(2_000).into();
    });
    let longer = replaced(before.clone(), longer);
    let now = longer.state.view.reading.top;
    assert!(now > top, "{now} and not {top}: about the same part of the text\n{}", longer.screen());
    assert_eq!(longer.state.view.here, before.state.view.here);
}

#[test]
fn a_text_that_is_read_from_within_the_own_note_stays_there() {
    let before = Script::open("40x12").keys("z b 1 0 ] j 1 ]");
    assert_eq!(before.state.view.reading.anchor, 1, "{}", before.screen());
    let same = replaced(before.clone(), opened(&bundled()));
    assert_eq!(same.state.view, before.state.view);
}

#[test]
fn what_was_read_stays_where_an_empty_list_fills() {
    let before = Script::open("120x36").keys("tab j f 1 3");
    assert_eq!(before.state.cursor(2).selected, None, "{}", before.screen());
    let here = key(&before).to_owned();
    let newer = changed(|source| drop(list(source, "projects").remove(1)));
    assert_eq!(key(&replaced(before, newer)), here);
}

#[test]
fn a_field_over_the_end_of_a_text_is_left_where_it_was_opened() {
    let before = Script::open("80x24").keys("s space z /");
    let same = replaced(before.clone(), opened(&bundled()));
    assert_eq!(same.state.overlay, before.state.overlay);
}

#[test]
fn an_entry_that_is_gone_gives_way_to_the_next_one_of_its_list() {
    let gone = without("persons", JOHN_LEE);
    let script = Script::open("120x36").keys("3");
    assert_eq!(key(&script), JOHN_LEE);
    let script = replaced(script, gone.clone());
    assert_eq!(key(&script), "person/wang-hao");
    let read = replaced(Script::open("120x36").keys("3 enter"), gone.clone());
    assert!(read.state.view.in_reader && key(&read) == "person/wang-hao");
    let back = replaced(Script::open("120x36").keys("3 enter 4 enter"), gone).keys("backspace");
    assert_ne!(back.here(), "王浩", "a place that is gone is not gone back to");
}

#[test]
fn the_last_of_a_list_gives_way_to_the_one_before_and_an_empty_list_to_its_pane() {
    let last = changed(|source| {
        list(source, "persons").pop();
    });
    let script = Script::open("120x36").keys("3 G");
    let before = script.here().to_owned();
    let script = replaced(script, last);
    assert_ne!(script.here(), before);
    assert_eq!(script.state.list(&script.world, 2), zhegang::ui::list::List::People);
    let none = changed(|source| *list(source, "persons") = Vec::new());
    replaced(Script::open("120x36").keys("3"), none).keys("j k 1 2 3 4 tab").shows("文件");
}

#[test]
fn a_search_is_made_anew_and_its_selection_stays() {
    let script = Script::open("120x36").keys("/ text:wh");
    let script = replaced(script.keys("down"), edited());
    let Overlay::Search(search) = &script.state.overlay else { panic!("the field is open") };
    assert_eq!(search.prompt.text(), "wh");
    let fresh = Script::of(edited(), "120x36", Lang::ZhHant, Ambiguous::Narrow).keys("/ text:wh");
    let Overlay::Search(again) = &fresh.state.overlay else { panic!("the field is open") };
    assert_eq!(search.found, again.found);
    script.keys("ctrl-u text:新人物").shows("全部 1 ").keys("enter").stands_at("新人物").keys("n").stands_at("新人物");
}

#[test]
fn what_lies_over_the_panes_stays_and_knows_the_newer_version() {
    let gone = without("persons", JOHN_LEE);
    let typed = replaced(Script::open("120x36").keys("3 b b text:備忘"), edited());
    typed.shows("備忘").keys("enter").shows("備忘");
    replaced(Script::open("120x36").keys("3 b B"), gone.clone()).shows("person/john-lee");
    replaced(Script::open("120x36").keys(": text:compare"), edited()).shows("compare").keys("enter");
    replaced(Script::open("120x36").keys("3 enter / text:浙江"), edited()).shows("浙江");
    replaced(Script::open("120x36").keys("?"), edited()).keys("esc").shows("範疇").hides("檔案已更新");
    let compared = replaced(Script::open("120x36").keys("3 c"), gone.clone());
    assert_eq!(compared.state.compared, None);
    let comparing = replaced(Script::open("120x36").keys("3 c"), edited());
    assert!(matches!(comparing.state.notice, Some(Notice::Comparing(..))));
    comparing.keys("j enter").shows("王浩");
}

#[test]
fn faults_of_the_newer_version_are_told_and_a_bad_one_leaves_the_earlier_one() {
    let faulty = changed(|source| source["persons"][0]["birth_date"] = "soon".into());
    replaced(Script::open("120x36"), faulty).shows("檔案已更新。").shows("E 逐處查看");

    let options = Options::new(Size { cols: 120, rows: 36 }, Lang::ZhHant, Ambiguous::Narrow);
    let mut session = Session::new(world(), options, Colours::None);
    let text = |frame: Vec<u8>| String::from_utf8(frame).expect("UTF-8");
    session.frame();
    session.hear_news(News::Unread(Unread::Failed("3:7 this is not JSON".to_owned())));
    let frame = text(session.frame());
    assert!(frame.contains("仍顯示舊版本：3:7 this is not JSON") && frame.contains("舊版本"), "{frame}");
    session.feed(b"3j");
    session.frame();
    session.forget();
    assert!(text(session.frame()).contains("舊版本"), "it stands there as long as that is so");
    session.hear_news(News::Newer(Box::new(Arc::into_inner(edited()).expect("nobody else has it"))));
    session.frame();
    session.forget();
    let frame = text(session.frame());
    assert!(!frame.contains("舊版本") && frame.contains("檔案已更新") && frame.contains("王浩"), "{frame}");
}

const SOME_KEYS: [&str; 44] = [
    "j",
    "j",
    "k",
    "enter",
    "tab",
    "1",
    "2",
    "3",
    "4",
    "]",
    "f",
    "/",
    "l",
    "j",
    "g",
    "a",
    "o",
    "v",
    "c",
    "t",
    "e",
    "b",
    "B",
    "m",
    "'",
    "n",
    "N",
    "y",
    "z",
    "?",
    ":",
    "esc",
    "backspace",
    "space",
    "down",
    "up",
    "pagedown",
    "G",
    "0",
    "s",
    "i",
    "x",
    "ctrl-o",
    "9",
];

/// What is done to a record between two versions.
#[derive(Debug, Clone)]
enum Edit {
    Remove(usize, prop::sample::Index),
    Reverse(usize),
    Rename(usize, prop::sample::Index),
    Empty(usize),
}

const ARRAYS: [&str; 8] =
    ["persons", "organizations", "events", "areas", "projects", "agreements", "statements", "documents"];

fn edit() -> impl Strategy<Value = Edit> {
    let array = 0..ARRAYS.len();
    prop_oneof![
        6 => (array.clone(), any::<prop::sample::Index>()).prop_map(|(array, at)| Edit::Remove(array, at)),
        2 => array.clone().prop_map(Edit::Reverse),
        3 => (array.clone(), any::<prop::sample::Index>()).prop_map(|(array, at)| Edit::Rename(array, at)),
        1 => array.prop_map(Edit::Empty),
    ]
}

fn after(edits: &[Edit]) -> Arc<World> {
    changed(|source| {
        for edit in edits {
            let (Edit::Remove(array, _) | Edit::Reverse(array) | Edit::Rename(array, _) | Edit::Empty(array)) = edit;
            let Some(entries) = source[ARRAYS[*array]].as_array_mut() else { continue };
            match edit {
                Edit::Remove(_, at) if !entries.is_empty() => drop(entries.remove(at.index(entries.len()))),
                Edit::Rename(_, at) if !entries.is_empty() => {
                    let at = at.index(entries.len());
                    entries[at]["description"] = "短".into();
                }
                Edit::Reverse(_) => entries.reverse(),
                Edit::Empty(_) => entries.clear(),
                Edit::Remove(..) | Edit::Rename(..) => {}
            }
        }
    })
}

fn forget_trails(state: &mut State) {
    state.searched.iter_mut().for_each(|search| search.trail = Trail::default());
    let mut overlay = &mut state.overlay;
    loop {
        overlay = match overlay {
            Overlay::Search(search) => return search.trail = Trail::default(),
            Overlay::Help(help) => &mut help.under,
            Overlay::Palette(palette) => &mut palette.under,
            _ => return,
        };
    }
}

fn typing(script: Script, keys: &[&str]) -> Script {
    keys.iter().fold(script, |mut script, name| {
        script.press(Key::parse(name).expect("a key"));
        script
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_same_version_changes_nothing(
        keys in prop::collection::vec(prop::sample::select(&SOME_KEYS[..]), 0..24),
        size in prop::sample::select(vec!["120x36", "80x24", "40x12"]),
    ) {
        let before = typing(Script::open(size), &keys);
        let mut same = replaced(before.clone(), opened(&bundled()));
        prop_assert_eq!(same.state.notice.take().is_some(), true);
        let mut expected = before.state.clone();
        expected.notice = None;
        // What is kept from key to key to search faster is another thing after another way.
        forget_trails(&mut expected);
        forget_trails(&mut same.state);
        prop_assert_eq!(&same.state.view, &expected.view);
        prop_assert!(same.state == expected, "{:#?}\n{:#?}", same.state, expected);
        let screen = Script { state: expected, ..before }.screen();
        prop_assert_eq!(same.screen(), screen);
    }

    #[test]
    fn whatever_was_done_before_and_after_the_screen_is_whole(
        keys in prop::collection::vec(prop::sample::select(&SOME_KEYS[..]), 0..24),
        edits in prop::collection::vec(edit(), 0..12),
        more in prop::collection::vec(prop::sample::select(&SOME_KEYS[..]), 0..12),
        size in prop::sample::select(vec!["120x36", "80x24", "40x12"]),
    ) {
        let before = typing(Script::open(size), &keys);
        let newer = after(&edits);
        let kept = newer.record.find(key(&before));
        let is_here = kept.is_some();
        let had = before.state.clone();
        let replaced = replaced(before, newer);
        prop_assert!(!is_here || Some(replaced.state.view.here) == kept, "{:?}", had.view);
        let mut script = typing(replaced, &more);
        for size in ["20x5", "120x36"] {
            script = script.resize(size);
            prop_assert!(!script.screen().is_empty());
        }
    }
}
