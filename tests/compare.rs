//! Two entries beside each other.

mod support;

use support::{Script, world};
use zhegang::data::Lang;
use zhegang::text::Ambiguous;
use zhegang::ui::article::Article;
use zhegang::ui::page::Page;
use zhegang::ui::set::Set;

/// John Lee and Wang Hao, chosen in the list of people.
fn compared(size: &str, lang: Lang) -> Script {
    Script::open_in(size, lang).keys("3 c j c")
}

#[test]
fn another_entry_is_chosen_and_stands_beside_the_first() {
    let chosen = Script::open_in("80x24", Lang::En)
        .keys("3 c")
        .shows("Go to another entry and press c to compare with \"John Lee\"");
    let compared = chosen.keys("j").shows("c compare with it").keys("c");
    let screen = compared.screen();
    let names = screen.lines().nth(2).expect("a line");
    let names: Vec<_> = names.split(['╎', '|']).map(str::trim).take(2).collect();
    assert_eq!(names, ["John Lee", "Wang Hao"], "{screen}");
    let compared = compared.shows("Compared › John Lee ╎ Wan").shows("Tied to both").stands_at("王浩");
    let back = compared.keys("esc").stands_at("王浩").hides("Tied to both");
    back.keys(">").shows("Tied to both").keys("c").hides("Tied to both");
}

#[test]
fn what_is_chosen_may_be_found_elsewhere_or_given_up() {
    let found = Script::open("120x36").keys("3 c / text:wanghao enter c");
    found.shows("與兩者都相關").stands_at("王浩");
    let given_up = Script::open("80x24").keys("3 c c").shows("不再比較");
    given_up.keys("j c").shows("移到另一項再按 c，與「王浩」比較");
}

#[test]
fn the_same_things_stand_on_the_same_lines() {
    let screen = compared("120x36", Lang::ZhHant).screen();
    for name in ["拼音", "粵拼", "職務", "見證簽署的文件", "參與的行程"] {
        let line = screen.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}: {screen}"));
        assert_eq!(line.matches(name).count(), 2, "{line}");
    }
    // Of the one the record has words, of the other none.
    let other = Script::open("120x36").keys("3 c j j c G").screen();
    assert!(other.contains("記錄未載"), "{other}");
}

#[test]
fn what_is_tied_to_both_is_tied_to_each() {
    let world = world();
    let of = |key: &str| world.record.find(key).expect("in the record");
    let (lee, wang) = (of("person/john-lee"), of("person/wang-hao"));
    let tied = |id| zhegang::ui::ties::of(&world.record, id).into_iter().flat_map(|(_, entries)| entries);
    let both: Vec<_> = tied(lee).filter(|entry| tied(wang).any(|other| other == *entry)).collect();
    let set = Set::of(&Article::page(&world, Page::Compare(lee), wang, Lang::En), 120, Ambiguous::Narrow);
    let heading = set.lines.iter().position(|line| line.text() == "Tied to both").expect("a heading");
    let end = (heading..set.lines.len()).find(|line| set.lines[*line].text().is_empty()).expect("a blank line");
    let listed: Vec<_> =
        set.links.iter().filter(|link| (heading..end).contains(&link.lines.start)).map(|link| link.to).collect();
    assert!(!listed.is_empty() && both.iter().all(|entry| listed.contains(entry)));
    assert!(listed.iter().all(|entry| both.contains(entry)));
}

#[test]
fn links_of_both_sides_can_be_followed() {
    let compared = compared("120x36", Lang::ZhHant);
    let set = compared.state.set(&compared.world);
    for (number, link) in set.links.iter().enumerate() {
        let pieces = set.lines[link.lines.clone()].iter().flat_map(|line| &line.pieces);
        assert!(pieces.into_iter().any(|piece| piece.link == Some(number)), "{link:?}");
    }
    let right = set.links.iter().position(|link| {
        let line = &set.lines[link.lines.start];
        line.pieces.iter().any(|piece| piece.col > 60 && piece.link.is_some_and(|at| set.links[at] == *link))
    });
    let mut script = compared.clone();
    while script.state.view.reading.link != right {
        script = script.keys("tab");
    }
    let to = set.links[right.expect("a link at the right")].to;
    let followed = script.keys("enter");
    assert_eq!(followed.state.view.here, to);
    followed.keys("ctrl-o").shows("與兩者都相關");
}

#[test]
fn they_stand_under_each_other_where_there_is_no_room() {
    let screen = compared("40x24", Lang::ZhHant).keys("g g").screen();
    let line = |name: &str| {
        screen
            .lines()
            .position(|line| line.trim_end_matches('|').trim() == name)
            .unwrap_or_else(|| panic!("{name}: {screen}"))
    };
    assert!(line("李家超") < line("王浩"));
    assert!(!screen.contains('╎'), "{screen}");
}

#[test]
fn things_of_two_kinds_are_not_measured_by_each_other() {
    let screen = Script::open("120x36").keys("3 c 4 c").screen();
    assert!(screen.contains("關於「浙港合作會議」機制的安排") && screen.contains("李家超"), "{screen}");
    assert!(!screen.contains("記錄未載"), "{screen}");
}

#[test]
fn the_text_outside_the_columns_is_found_and_copied() {
    let found = compared("80x24", Lang::En).keys("/ text:Hangzhou");
    found.shows("Hangzhou").keys("enter esc");
    let copied = compared("80x24", Lang::En).keys("y l");
    let copy = zhegang::ui::Effect::Copy("person:wang-hao?view=compare&with=person:john-lee".to_owned());
    assert_eq!(copied.effects, [copy]);
}

#[test]
fn the_key_is_seen_where_the_name_is_long() {
    for (lang, words) in [(Lang::ZhHant, "再按 c"), (Lang::ZhHans, "再按 c"), (Lang::En, "press c")] {
        for size in ["80x24", "40x12"] {
            Script::open_in(size, lang).keys("4 j c").shows(words);
        }
    }
}
