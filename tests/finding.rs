//! Stories of finding: the field over everything, and the field over the reader's text.

mod support;

use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use support::Script;
use zhegang::data::Kind;
use zhegang::ui::state::Overlay;

#[test]
fn everything_is_found_as_it_is_typed() {
    let rows = [
        ("李家超", "李家超"),
        ("陈国基", "陳國基"),
        ("科技创新", "科技創新"),
        ("lijiachao", "李家超"),
        ("ljc", "李家超"),
        ("leigaaciu", "李家超"),
        ("finance", "金融"),
        ("wanghao", "王浩"),
    ];
    for (query, name) in rows {
        let script = Script::open("120x36").keys(&format!("/ text:{query}"));
        assert!(!script.screen().contains("找不到"), "{query}:\n{}", script.screen());
        let script = script.keys("enter");
        assert_eq!(script.here(), name, "{query}:\n{}", script.screen());
        assert!(script.state.view.in_reader);
    }
    Script::open("120x36").keys("/ text:john space text:lee enter").stands_at("李家超");
}

#[test]
fn hits_show_their_kind_and_the_characters_that_matched() {
    let script = Script::open("120x36").keys("/ text:ljc").shows("人物").shows("香港特別行政區行政長官");
    let buffer = script.buffer();
    let marked: String = (0..buffer.area.width / 2)
        .map(|x| &buffer[(x, 2)])
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED) && cell.symbol() != " ")
        .map(Cell::symbol)
        .collect();
    assert_eq!(marked, "李家超");
}

#[test]
fn escape_from_the_search_changes_nothing() {
    let before = Script::open("80x24").keys("3 j j enter tab esc");
    let after = before.clone().keys("/ text:科技 down down esc");
    assert_eq!(after.state, before.state);
}

#[test]
fn a_search_without_a_hit_says_so_and_a_blank_one_tells_what_can_be_typed() {
    Script::open("80x24").keys("/").shows("可輸入").keys("text:qqqq").shows("找不到「qqqq」");
}

#[test]
fn the_cursor_stands_where_the_next_character_goes() {
    let at = |keys: &str| Script::open("80x24").keys(keys).cursor().expect("a cursor").x;
    let start = at("/");
    assert_eq!(at("/ text:中文ab"), start + 6);
    assert_eq!(at("/ text:中文ab left left left"), start + 2);
    assert_eq!(at("/ text:中文ab home"), start);
    assert_eq!(at("/ text:中文 backspace"), start + 2);
    assert_eq!(Script::open("80x24").cursor(), None);
}

#[test]
fn a_paste_goes_into_the_field_and_nowhere_else() {
    let script = Script::open("80x24").keys("/").paste("科技\n創新");
    let Overlay::Search(search) = &script.state.overlay else { panic!("no search") };
    assert_eq!(search.prompt.text(), "科技 創新");
    let before = Script::open("80x24");
    assert_eq!(before.clone().paste("q3jj/").state, before.state);
}

#[test]
fn the_text_of_the_reader_is_searched_with_its_matches_counted() {
    let script = Script::open("120x36").keys("3 enter / text:浙江").shows("1/");
    let script = script.keys("enter");
    assert_eq!(script.state.overlay, Overlay::None);
    let first = script.state.view.reading.clone();
    let next = script.clone().keys("n");
    assert_ne!(next.state.view.reading, first);
    assert_eq!(next.keys("N").state.view.reading, first);
    script.clone().keys("N").shows("已從另一端繼續尋找");
    let before = script.state.view.clone();
    assert_eq!(script.keys("/ text:記錄 backspace text:香港 esc").state.view, before, "Esc leads back");
}

#[test]
fn words_that_are_not_in_the_text_are_looked_for_everywhere() {
    let script = Script::open("120x36").keys("3 enter / text:意向書");
    assert!(matches!(script.state.overlay, Overlay::Find(_)));
    let script = script.keys("enter");
    assert!(matches!(script.state.overlay, Overlay::Search(_)), "{}", script.screen());
    let script = script.keys("enter");
    assert_eq!(script.state.view.here.kind, Kind::Agreement);
    let script = Script::open("120x36").keys("3 enter / text:浙江 tab");
    assert!(matches!(script.state.overlay, Overlay::Search(_)), "Tab asks for everything at once");
}

#[test]
fn the_link_that_enter_follows_is_in_sight_also_after_a_match() {
    let script = Script::open("80x24").keys("0 enter / text:茶敘 enter");
    let set = script.state.set(&script.world);
    let link = script.state.view.reading.link.expect("a link");
    let top = script.state.view.reading.top;
    assert!((top..top + 22).contains(&set.links[link].lines.start), "{}", script.screen());
}

#[test]
fn enter_after_a_match_follows_the_link_in_which_it_stands() {
    Script::open("120x36").keys("3 enter / text:永新 enter enter").stands_at("參觀永新光學");
}

#[test]
fn bullets_and_labels_are_no_part_of_the_text() {
    for words in ["▪", "拼音", "拼音l"] {
        let script = Script::open("120x36").keys(&format!("3 enter / text:{words}")).shows("0/0");
        assert!(matches!(script.state.overlay, Overlay::Find(_)));
    }
}

#[test]
fn a_search_in_the_text_ends_with_an_empty_field_or_with_the_reader() {
    let found = Script::open("120x36").keys("3 enter / text:浙江 enter").shows("1/");
    for keys in ["esc", "/ enter", "/ text:a backspace enter"] {
        assert_eq!(found.clone().keys(keys).state.view.reading.find, None, "{keys}");
    }
}

#[test]
fn hits_scroll_with_the_selection() {
    let script = Script::open("59x12").keys("/ text:科 down down down down down down down down down down down down");
    let Overlay::Search(search) = &script.state.overlay else { panic!("no search") };
    assert!(search.top > 0);
    let row = search.found.hits.iter().position(|hit| Some(hit.id) == search.selected).expect("a selected hit");
    let screen = script.screen();
    let marked = screen.lines().position(|line| line.starts_with(" › ")).expect("a marked row");
    assert_eq!(marked - 2, row - search.top, "{screen}");
    let paged = script.clone().keys("pagedown");
    let Overlay::Search(after) = &paged.state.overlay else { panic!("no search") };
    assert!(after.top > search.top);
}

#[test]
fn the_current_match_looks_unlike_the_others() {
    let script = Script::open("120x36").keys("3 enter / text:浙江 enter");
    let buffer = script.buffer();
    let look = |modifiers: Modifier| {
        let marked = |cell: &&Cell| cell.symbol() == "浙" && cell.modifier.contains(modifiers);
        buffer.content.iter().filter(marked).count()
    };
    assert_eq!(look(Modifier::BOLD | Modifier::REVERSED), 1);
    assert!(look(Modifier::BOLD | Modifier::UNDERLINED) > 0);
}
