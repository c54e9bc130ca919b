//! Stories of going about: panes, keys, narrowing, help.

mod support;

use support::{Script, lines};
use zhegang::data::{Kind, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::Effect;
use zhegang::ui::keymap::{HelpRow, Keymap, Scope};
use zhegang::ui::page::Page;
use zhegang::ui::state::Overlay;

const MEETING: &str = "浙港高層會晤暨浙港合作會議第一次會議";

#[test]
fn the_record_opens_on_the_meeting_with_its_honest_numbers() {
    Script::open("120x36")
        .stands_at(MEETING)
        .shows("2025年4月24日")
        .shows("杭州")
        .shows("李家超")
        .shows("王浩")
        .shows("10 / 51")
        .shows("10/51")
        .shows("未見名稱");
    Script::open_in("120x36", Lang::ZhHans).shows("2025年4月24日").shows("10 / 51").shows("未见名称");
    Script::open_in("120x36", Lang::En).shows("24 April 2025").shows("10 / 51").shows("none named");
}

#[test]
fn digits_go_to_panes_and_tab_goes_round() {
    let pane = |keys: &str| Script::open("120x36").keys(keys).state.view.pane;
    assert_eq!([pane("1"), pane("2"), pane("3"), pane("4")], [0, 1, 2, 3]);
    assert_eq!([pane("tab"), pane("tab tab tab tab"), pane("shift-tab")], [1, 0, 3]);
    Script::open("120x36").keys("3").stands_at("李家超").keys("4").stands_at("關於「浙港合作會議」機制的安排");
}

#[test]
fn arrows_and_letters_move_alike() {
    let areas =
        [("j j j", "科技創新"), ("down down down", "科技創新"), ("j j j k", "金融"), ("G", "便利港人在內地發展")];
    for (keys, name) in areas {
        let script = Script::open("120x36").keys(keys);
        assert_eq!(script.here(), name, "{keys}");
    }
    Script::open("120x36").keys("G g g").stands_at(MEETING).keys("end home").stands_at(MEETING);
}

#[test]
fn numbers_count_steps_and_name_rows() {
    Script::open("120x36").keys("5 j").stands_at("法律和爭議解決");
    Script::open("120x36").keys("1 2 G").stands_at("人才和公務員交流");
    Script::open("120x36").keys("3 j 1 0 j").stands_at("孫東").keys("5 k").stands_at("姚高員");
    Script::open("120x36").keys("3 1 0 G").stands_at("丘應樺");
    Script::open("120x36").keys("3 5 j").stands_at("盧山");
    Script::open("120x36").keys("3 0").stands_at(MEETING);
    Script::open("120x36").keys("1 1 1 1 1 1 1 1 1 1 j").stands_at("共建「一帶一路」及商貿投資");
    Script::open("120x36").keys("j 9 9 9 9 9 9 9 9 9 9 j").stands_at("便利港人在內地發展");
}

#[test]
fn panes_can_be_looked_into_one_after_the_other_for_ever() {
    assert_eq!(Script::open("120x36").keys("1 2 3 4 1 2 3 4 1 2 3 4 1 2").state.view.pane, 1);
}

#[test]
fn the_footer_offers_what_does_something() {
    let script = Script::open("120x36").hides("後退").hides("下一分頁").hides("會議首頁").shows("只看相關");
    let script = script.keys("3").shows("下一分頁").shows("會議首頁").keys("f").shows("按 f 顯示全部").keys("j");
    let script = script.shows("f 顯示全部").hides("只看相關").keys("f").keys("j").hides("顯示全部");
    script.keys("enter enter").shows("後退").shows("下一連結");
}

#[test]
fn a_tab_on_top_gives_its_name_where_one_pane_shows() {
    let first = |keys: &str| Script::open("40x12").keys(keys).screen().lines().next().unwrap_or_default().to_owned();
    assert!(first("4 ] ] ]").contains("4 來源"), "{}", first("4 ] ] ]"));
    assert!(first("3 ]").contains("3 機構"));
}

#[test]
fn digits_one_after_the_other_look_into_panes() {
    let script = Script::open("120x36").keys("1 2 j");
    assert_eq!(script.state.view.pane, 1);
    assert_eq!(script.here(), "引入香港專業服務機構");
    let script = Script::open("120x36").keys("1 2 3 4 j");
    assert_eq!(script.state.view.pane, 3);
    assert_eq!(script.here(), "浙港高層會晤暨「浙港合作會議」第一次會議合作備忘錄");
}

#[test]
fn pages_and_edges_of_the_screen_are_reached() {
    let script = Script::open("80x24").keys("3 ctrl-d");
    assert_ne!(script.here(), "李家超");
    script.keys("ctrl-u").stands_at("李家超").keys("pagedown pageup").stands_at("李家超");
    let bottom = Script::open("80x24").keys("3 L");
    let middle = bottom.clone().keys("M");
    let top = middle.clone().keys("H");
    let row = |script: &Script| {
        let rows = script.state.rows(&script.world, 2);
        rows.iter().position(|id| *id == script.state.view.here).expect("a row")
    };
    assert!(row(&top) < row(&middle) && row(&middle) < row(&bottom));
}

#[test]
fn tabs_turn_and_each_list_keeps_its_place() {
    let script = Script::open("120x36").keys("3 j ]").shows("香港特別行政區政府");
    assert_eq!(script.state.view.here.kind, Kind::Organisation);
    let script = script.keys("]");
    assert_eq!(script.state.view.here.kind, Kind::Place);
    script.keys("]").stands_at("王浩").keys("[").keys("[").keys("[").stands_at("王浩");
}

#[test]
fn the_ends_of_the_history_say_so() {
    Script::open("80x24").keys("<").shows("沒有可後退之處").keys(">").shows("沒有可前進之處");
}

#[test]
fn the_journey_from_a_person_to_an_agreement_and_on() {
    let script = Script::open("120x36").keys("3 enter").stands_at("李家超").keys("tab enter");
    assert_eq!(script.state.view.here.kind, Kind::Agreement, "{}", script.screen());
    let script = script.keys("ctrl-o").stands_at("李家超").keys("/ text:科技 enter").shows("1/4");
    let script = script.keys("esc / text:科技 enter").stands_at("科技創新").keys("? q");
    assert_eq!(script.effects, [Effect::Quit]);
}

#[test]
fn zero_leads_home() {
    Script::open("120x36").keys("3 j enter 0").stands_at(MEETING).keys("ctrl-o").stands_at("王浩");
}

#[test]
fn the_other_panes_narrow_to_what_is_tied() {
    Script::open("40x12").keys("4 j f").shows("（按 f 顯示全部）");
    let script = Script::open("120x36").keys("j j j f").shows("只看相關條目（按 f 顯示全部）：科技創新");
    assert_eq!(script.state.rows(&script.world, 1).len(), 2, "its projects");
    assert_eq!(script.state.rows(&script.world, 3).len(), 1, "its agreement");
    assert_eq!(script.state.rows(&script.world, 0).len(), 14, "the pane itself stays whole");
    let script = script.keys("k");
    assert_eq!(
        script.state.view.narrowed.map(|narrowing| narrowing.to),
        Some(script.state.view.here),
        "the narrowing follows the selection"
    );
    let script = script.keys("2 j");
    assert_eq!(script.state.rows(&script.world, 1).len(), 2, "and stays while another pane is read");
    let script = script.keys("f").shows("顯示全部條目");
    assert_eq!(script.state.rows(&script.world, 1).len(), 10);
    let script = script.keys("1 f esc");
    assert_eq!(script.state.view.narrowed, None);
}

#[test]
fn tied_entries_are_marked_in_the_other_panes() {
    let script = Script::open("120x36").keys("j j j");
    let screen = lines(&script.buffer());
    for tied in ["院校與企業聯手研發", "關於深化浙港科技創新合作備忘錄"] {
        let is_marked = screen.iter().any(|line| line.starts_with(" ▪") && line.contains(tied));
        assert!(is_marked, "{tied} is scrolled into sight and marked:\n{}", script.screen());
    }
    let script = script.keys("2 g g G k k k k");
    assert_eq!(script.world.record.entry(script.state.view.here).key, "project/joint-research");
    let screen = lines(&script.buffer());
    assert!(screen.iter().any(|line| line.starts_with(" ▪") && line.contains("科技創新")), "{}", script.screen());
}

#[test]
fn keys_work_while_an_input_method_makes_them_wide() {
    assert!(matches!(Script::open("80x24").keys("／").state.overlay, Overlay::Search(_)));
    assert!(matches!(Script::open("80x24").keys("、").state.overlay, Overlay::Search(_)));
    assert!(matches!(Script::open("80x24").keys("？").state.overlay, Overlay::Help { .. }));
    Script::open("80x24").keys("ｊ ｊ").stands_at("金融").keys("３").stands_at("李家超");
    let script = Script::open("80x24").keys("/ text:ｊ／");
    let Overlay::Search(search) = &script.state.overlay else { panic!("no search") };
    assert_eq!(search.prompt.text(), "ｊ／", "in a field they are text");
}

#[test]
fn the_help_shows_every_key_of_the_table() {
    for size in ["120x36", "80x24", "60x20"] {
        let mut script = Script::open(size).keys("?");
        let mut seen = script.screen();
        for _ in 0..200 {
            script = script.keys("j");
            seen.push_str(&script.screen());
        }
        for row in Keymap::default().help(80, Scope::Panes).concat() {
            if let HelpRow::Key(binding) = row {
                let words = binding.words(Lang::ZhHant);
                assert!(seen.contains(words), "{words:?} is missing at {size}");
                let key = binding.keys[0].shown();
                assert!(seen.contains(&key), "{key} is missing at {size}");
            }
        }
        let script = script.keys("esc");
        assert_eq!(script.state.overlay, Overlay::None);
    }
}

#[test]
fn the_help_says_everything_in_full_on_narrow_screens() {
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        let mut script = Script::open_in("40x12", lang).keys("?");
        for _ in 0..200 {
            script = script.hides("⋯").keys("j");
        }
    }
}

#[test]
fn counts_stand_under_each_other() {
    for size in ["120x36", "80x24", "60x20", "40x12"] {
        let screen = Script::open(size).screen();
        let lines: Vec<&str> = screen.lines().collect();
        let title = lines.iter().position(|line| line.contains("╌ 13")).expect("the title of the areas");
        let end = |line: &str, count: &str| {
            let (before, _) = line.split('╎').next().unwrap().rsplit_once(count).expect(count);
            text::width(before, Ambiguous::Narrow) + count.len()
        };
        assert_eq!(end(lines[title], "13"), end(lines[title + 2], "3"), "{size}\n{screen}");
    }
}

#[test]
fn a_key_read_in_the_help_does_its_work() {
    Script::open("80x24").keys("? 3").stands_at("李家超");
    assert_eq!(Script::open("80x24").keys("? T").state.view.page, Page::Timeline);
}

#[test]
fn quitting_works_everywhere_and_letters_in_a_field_are_letters() {
    for keys in ["q", "? q", "3 enter q", "/ ctrl-c", "3 enter / ctrl-c", "3 enter o ctrl-c"] {
        assert_eq!(Script::open("80x24").keys(keys).effects, [Effect::Quit], "{keys}");
    }
    assert_eq!(Script::open("80x24").keys("/ q").effects, []);
    assert_eq!(Script::open("80x24").keys("ctrl-z").effects, [Effect::Suspend]);
    assert_eq!(Script::open("80x24").keys("esc esc esc").effects, [], "escape alone never quits");
}

#[test]
fn the_language_turns_and_the_place_stays() {
    let script = Script::open("80x24").keys("3 j t").shows("浙江省委书记").keys("t").shows("Wang Hao").keys("t");
    assert_eq!(script.state.lang, Lang::ZhHant);
    script.stands_at("王浩");
}

#[test]
fn a_name_is_copied() {
    let script = Script::open("80x24").keys("3 y").shows("c 複製引用").keys("y").shows("已請終端機複製名稱：李家超");
    assert_eq!(script.effects, [Effect::Copy("李家超".to_owned())]);
}

#[test]
fn one_pane_at_a_time_is_enough_for_everything() {
    let script =
        Script::open("40x12").keys("3 j j j").stands_at("劉捷").shows("浙江省省長").keys("enter").shows("Liu Jie");
    let script = script.hides("李家超").keys("esc").shows("李家超");
    script.keys("/ text:jinrong esc / text:金融 enter").stands_at("金融").shows("Finance");
}

#[test]
fn rows_scroll_sideways_and_back() {
    let row = |keys: &str| {
        let script = Script::open("40x12").keys(keys);
        script.screen().lines().nth(2).unwrap_or_default().trim_start_matches([' ', '›']).to_owned()
    };
    assert_eq!(row("4"), "關於「浙港合作會議」機制的安排");
    assert_eq!(row("4 ."), "⋯ 合作會議」機制的安排");
    assert_eq!(row("4 . ,"), row("4"));
    assert!(row("4 . . . . . . . . . . . . . .").starts_with('⋯'), "what is out of sight leaves a mark");
}

#[test]
fn a_record_with_faults_opens_and_says_so() {
    let source = r#"{"persons": [{"id": "p/1", "name": "甲"}, {"id": "p/2"}]}"#;
    let loaded = zhegang::data::load(source.as_bytes(), zhegang::text::neutral).expect("it opens");
    let world = std::sync::Arc::new(zhegang::ui::World::new(loaded).expect("an entry"));
    let script = Script::of(world, "80x24", Lang::ZhHant, zhegang::text::Ambiguous::Narrow);
    script.shows("甲").shows("記錄檔案有1處問題，略過了1個條目").keys("3 1 2 4 ] enter tab o f / esc 0").shows("甲");
}

#[test]
fn a_place_comes_back_with_the_panes_as_they_were_narrowed_then() {
    let script = Script::open("120x36").keys("3 j j j j j j enter enter").stands_at("杭州市人民政府").keys("esc f");
    assert!(script.state.view.narrowed.is_some());
    assert_eq!(script.keys("ctrl-o").stands_at("姚高員").state.view.narrowed, None);
}

#[test]
fn the_meeting_stays_selected_where_it_is_narrowed_to() {
    let script = Script::open("120x36").keys("4 ] ] / text:第一次會議 esc");
    let mut script = script;
    while script.here() != MEETING {
        script = script.keys("j");
    }
    let script = script.keys("f").stands_at(MEETING);
    assert_eq!(script.state.rows(&script.world, 3).len(), 20, "the pane itself stays whole");
    assert!(script.state.rows(&script.world, 2).len() < 30);
}

#[test]
fn a_record_begins_where_its_first_entry_stands() {
    let source = r#"{"speeches": [{"id": "s/1", "text": "一"}, {"id": "s/2", "text": "二"}]}"#;
    let loaded = zhegang::data::load(source.as_bytes(), zhegang::text::neutral).expect("it opens");
    let world = std::sync::Arc::new(zhegang::ui::World::new(loaded).expect("an entry"));
    let script = Script::of(world, "80x24", Lang::ZhHant, zhegang::text::Ambiguous::Narrow);
    script.stands_at("一").keys("j").stands_at("二");
}
