//! Stories of hits: kinds, groups, what was chosen, earlier queries, one hit after the other.

mod support;

use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use support::search::{name, people, search, selected_line};
use support::{Script, lines};
use zhegang::data::{Kind, Lang};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::state::{HitRow, Search};

#[test]
fn a_chosen_hit_stays_where_it_is_while_the_query_changes() {
    for size in ["120x36", "80x24", "40x12"] {
        let names = (0..160).map(|n| format!("甲{}{n:03}", if n % 2 == 0 { "乙" } else { "丙" }));
        let script = people(names, size).keys("/ text:甲");
        assert_eq!(search(&script.clone().keys("text:乙")).place(), 1, "nobody moved");
        let mut script = script.keys("pagedown pagedown pagedown ctrl-p ctrl-p ctrl-p");
        while !search(&script).selected.is_some_and(|id| name(&script, id).contains('乙')) {
            script = script.keys("ctrl-n");
        }
        let (chosen, line) = (search(&script).selected, selected_line(&script));
        let more = script.clone().keys("text:乙");
        assert_eq!((search(&more).selected, selected_line(&more)), (chosen, line), "{size}\n{}", more.screen());
        let back = more.keys("backspace");
        assert_eq!((search(&back).selected, selected_line(&back)), (chosen, line), "{size}");
        let gone = script.keys("text:丙");
        assert_eq!(search(&gone).place(), 1, "its entry is gone");
        let typed = gone.keys("backspace text:乙");
        assert_eq!(search(&typed).place(), 1, "and the first one is again nobody's choice");
    }
}

#[test]
fn the_kinds_of_the_hits_are_counted_and_looked_through_one_by_one() {
    let script = Script::open("120x36").keys("/ text:科技");
    let counts = search(&script).found.counts;
    let total: usize = counts.iter().sum();
    let script = script.shows(&format!("全部 {total}")).shows("範疇 ");
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| counts[*kind as usize] > 0).collect();
    let mut script = script;
    for kind in &kinds {
        script = script.keys("tab");
        assert_eq!(search(&script).kind, Some(*kind));
        assert!(search(&script).listed().iter().all(|id| id.kind == *kind));
        assert_eq!(search(&script).found.counts, counts, "counts are those of all kinds");
    }
    let all = script.clone().keys("tab");
    assert_eq!(search(&all).kind, None, "round to all of them");
    assert_eq!(search(&all.keys("shift-tab")).kind, kinds.last().copied());
    let typed = script.keys("text:創新");
    assert_eq!(search(&typed).kind, kinds.last().copied(), "it stays while typing");
}

#[test]
fn the_kind_that_is_listed_is_told_apart_by_more_than_colour_and_stays_in_sight() {
    for size in ["120x36", "80x24", "60x20", "40x12", "24x8"] {
        for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
            let mut script = Script::open_in(size, lang).keys("/ text:浙");
            for _ in search(&script).kinds() {
                let buffer = script.buffer();
                let reversed: String = (0..buffer.area.width)
                    .map(|x| &buffer[(x, 1)])
                    .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
                    .map(Cell::symbol)
                    .collect();
                let count = search(&script).total().to_string();
                assert!(reversed.trim().ends_with(&count), "{reversed:?} {count} at {size}\n{}", script.screen());
                script = script.keys("tab");
            }
        }
    }
}

#[test]
fn a_kind_without_hits_says_where_they_are() {
    let script = Script::open("80x24").keys("/ text:科技 tab");
    let kind = search(&script).kind.expect("a kind");
    let script = script.keys("ctrl-u text:ljc");
    assert_eq!(search(&script).kind, Some(kind));
    let elsewhere = search(&script).found.total();
    assert!(elsewhere > 0 && search(&script).listed().is_empty());
    let script = script.shows("「範疇」當中沒有相符的").shows(&format!("其他類別有{elsewhere}項"));
    let script = script.keys("tab");
    assert!(!search(&script).listed().is_empty());
}

#[test]
fn the_rest_of_a_word_is_offered_and_taken_with_right() {
    let script = Script::open("80x24").keys("/ text:人").shows("› 人物:").shows("Right 補全");
    assert_eq!(search(&script).prompt.text(), "人");
    let filtered = script.clone().keys("tab");
    assert_eq!(search(&filtered).prompt.text(), "人", "Tab filters");
    let script = script.keys("right");
    assert_eq!(search(&script).prompt.text(), "人物:");
    let script = script.hides("補全").keys("left right right");
    assert_eq!(search(&script).prompt.text(), "人物:");
    let script = Script::open("80x24").keys("/ text:kind:pe").shows("kind:person").keys("right");
    assert_eq!(search(&script).prompt.text(), "kind:person ");
    Script::open("80x24").keys("/ text:人 left").hides("人物:");
    Script::open("40x12").keys("/ text:ki").shows("kind:");
}

#[test]
fn hits_stand_under_their_kinds_or_best_first() {
    let script = Script::open("120x36").keys("/ text:科技");
    let flat = search(&script).listed();
    let script = script.keys("down down");
    let selected = search(&script).selected;
    let script = script.keys("ctrl-g");
    assert_eq!(search(&script).selected, selected);
    let rows = search(&script).rows();
    let mut kinds: Vec<Kind> = flat.iter().map(|id| id.kind).collect();
    kinds.dedup();
    let mut seen = Vec::new();
    kinds.retain(|kind| {
        !seen.contains(kind) && {
            seen.push(*kind);
            true
        }
    });
    let headings: Vec<Kind> =
        rows.iter().filter_map(|row| if let HitRow::Kind(kind, _) = row { Some(*kind) } else { None }).collect();
    assert_eq!(headings, kinds, "in the order of their best hits");
    for row in &rows {
        if let HitRow::Kind(kind, count) = row {
            assert_eq!(flat.iter().filter(|id| id.kind == *kind).count(), *count);
        }
    }
    let first = script.clone().keys("ctrl-p ctrl-p ctrl-p ctrl-p ctrl-p ctrl-p");
    assert_eq!(search(&first).selected, search(&first).listed().first().copied(), "headings are passed over");
    assert_eq!(search(&first).top, 0);
    let script = script.shows("不分組").keys("ctrl-g");
    assert_eq!((search(&script).listed(), search(&script).selected), (flat, selected));
}

#[test]
fn earlier_queries_come_back_with_up() {
    let script = Script::open("80x24");
    let script = script.keys("/ text:ljc enter esc / text:金融 enter esc / text:ljc enter esc");
    assert_eq!(script.state.queries, ["金融", "ljc"], "no doubles");
    let text = |script: &Script| search(script).prompt.text().to_owned();
    let script = script.keys("/ text:科技 esc / text:科 up");
    assert_eq!(text(&script), "ljc", "one of which nothing was opened is not kept");
    let script = script.keys("up");
    assert_eq!(text(&script), "金融");
    let script = script.keys("up");
    assert_eq!(text(&script), "金融", "it is the oldest");
    let down = script.clone().keys("down");
    assert_eq!(text(&down), "ljc");
    let down = down.keys("down");
    assert_eq!(text(&down), "科", "what was being typed");
    let down = down.keys("down");
    assert_eq!((text(&down), search(&down).place()), ("科".to_owned(), 2), "then the selection moves");
    let moved = script.keys("ctrl-n");
    assert_eq!((text(&moved), search(&moved).place()), ("金融".to_owned(), 2));
    let moved = moved.keys("up");
    assert_eq!((text(&moved), search(&moved).place()), ("金融".to_owned(), 1));
    let edited = moved.keys("text:x down");
    assert_eq!(text(&edited), "金融x", "an edited query is a new one");
}

#[test]
fn an_empty_query_lists_what_was_read_last() {
    let script =
        Script::open("120x36").keys("/").shows("可輸入").shows("照字面").shows("kind:person").hides("最近看過");
    let script = script.keys("esc 3 enter esc j enter esc / text:金融 enter esc /");
    let script = script.shows("最近看過").hides("可輸入");
    let names: Vec<String> = search(&script).listed().iter().map(|id| name(&script, *id).to_owned()).collect();
    assert_eq!(names, ["王浩", "李家超"], "the current one is left out");
    let again = script.clone().keys("down enter").stands_at("李家超");
    let again = again.keys("esc /");
    let names: Vec<String> = search(&again).listed().iter().map(|id| name(&again, *id).to_owned()).collect();
    assert_eq!(names, ["金融", "王浩"], "no doubles");
    script.keys("enter").stands_at("王浩");
}

#[test]
fn what_can_be_typed_fits_the_narrowest_screens() {
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        let script =
            Script::open_in("40x12", lang).keys("/").shows("^").shows("$").shows("!").shows(" | ").shows("kind:");
        let script = script.shows("area:").shows("by:").shows("date:");
        for line in lines(&script.buffer()).get(2..).unwrap_or_default() {
            assert!(text::width(line, Ambiguous::Narrow) < 40, "{line}");
        }
    }
}

#[test]
fn nothing_found_tells_what_was_understood() {
    let understood = "理解為：人物；開頭是「甲乙丙」；不含「丁」";
    Script::open("80x24")
        .keys("/ text:人物:")
        .keys("space text:^甲乙丙 space text:!丁")
        .shows("找不到")
        .shows(understood);
    let script = Script::open_in("80x24", Lang::ZhHans).keys("/ text:'甲乙丙");
    script.shows("理解为：照字面包含「甲乙丙」");
    let script = Script::open_in("80x24", Lang::En).keys("/ text:qqqq space text:| space text:zzzz$");
    script.shows("Understood as: containing \"qqqq\" or ending with \"zzzz\"");
}

#[test]
fn hits_are_read_one_after_the_other() {
    let script = Script::open("120x36").keys("/ text:科技");
    let hits = search(&script).listed();
    let script = script.keys("down enter");
    assert_eq!(script.state.view.here, hits[1]);
    let place = |at: usize| format!("搜尋 {at}/{}", hits.len());
    let script = script.shows(&place(2)).shows("n 下一項結果").keys("n");
    assert_eq!(script.state.view.here, hits[2]);
    assert!(script.state.view.in_reader);
    let script = script.shows(&place(3)).keys("N N");
    assert_eq!(script.state.view.here, hits[0]);
    let script = script.keys("N").shows("已從另一端繼續尋找");
    assert_eq!(script.state.view.here, hits[hits.len() - 1]);
    let script = script.keys("esc n");
    assert_eq!((script.state.view.here, script.state.view.in_reader), (hits[0], false), "in the panes too");
    let script = script.keys("ctrl-o");
    assert_eq!(script.state.view.here, hits[hits.len() - 1], "each of them is a place to go back to");
    Script::open("80x24").keys("n").shows("未有搜尋結果");
    let found = Script::open("120x36").keys("/ text:浙江 enter / text:浙江 enter").hides("搜尋 1/");
    let here = found.state.view.here;
    assert_eq!(found.keys("n").state.view.here, here, "while a text is searched its matches come first");
}

#[test]
fn a_hit_is_read_beside_the_list() {
    for size in ["120x36", "80x24", "40x12"] {
        let script = Script::open(size).keys("/ text:科技 down ctrl-o");
        let hits = search(&script).listed();
        assert_eq!(search(&script).selected, Some(hits[1]));
        assert_eq!(script.cursor(), None, "the field has no cursor");
        let script = script
            .shows("n 下一項結果")
            .shows(&format!("2/{}", hits.len()))
            .shows(name(&Script::open(size), hits[1]).get(..6).expect("a name"));
        let script = script.keys("G");
        let top = search(&script).reading.expect("a text");
        let script = script.keys("g g");
        assert_eq!(search(&script).reading, Some(0));
        let counted = script.clone().keys("3 j");
        assert_eq!(search(&counted).reading, Some(top.min(3)), "numbers count here as well");
        let script = script.keys("space ctrl-d j");
        assert!(search(&script).reading.is_some_and(|line| line <= top && (top == 0 || line > 0)));
        let script = script.keys("n");
        assert_eq!(search(&script).selected, Some(hits[2]));
        let script = script.keys("N N ctrl-n ctrl-p");
        assert_eq!(search(&script).selected, Some(hits[0]));
        assert_eq!(script.state.searched.as_ref().and_then(|search| search.selected), Some(hits[0]));
        for back in ["esc", "/", "i"] {
            let script = script.clone().keys(back);
            assert_eq!(search(&script).reading, None);
            assert_eq!(search(&script.keys("text:x")).prompt.text(), "科技x", "the field takes keys again");
        }
        let script = script.keys("n enter");
        assert_eq!((script.state.view.here, script.state.view.in_reader), (hits[1], true));
        assert_eq!(script.state.queries, ["科技"]);
        assert_eq!(script.keys("n").state.view.here, hits[2]);
    }
}

#[test]
fn the_list_goes_on_past_its_end() {
    let script = people((0..450).map(|n| format!("甲{n:03}")), "80x24").keys("/ text:甲").shows("全部 450");
    assert_eq!(search(&script).listed().len(), 200);
    let mut script = script;
    for _ in 0..15 {
        script = script.keys("pagedown");
    }
    let script = script;
    assert_eq!(search(&script).listed().len(), 450, "{}", script.screen());
    let place = search(&script).place();
    assert!(place > 199, "{place}");
    let script = script.keys("ctrl-n");
    assert_eq!(search(&script).place(), place + 1);
    let script = script.shows("全部 450");
    assert_eq!(selected_line(&script), 2 + place - search(&script).top);
    let script =
        people((0..450).map(|n| format!("甲{n:03}")), "80x24").keys("/ text:甲 enter N").shows("已從另一端繼續尋找");
    assert_eq!(script.state.searched.as_ref().map(Search::place), Some(450));
    assert_eq!(script.keys("n").state.searched.as_ref().map(Search::place), Some(1));
}
