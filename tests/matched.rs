//! Stories of what matched: in any script, by sound, near, and which characters of it get marks.

mod support;

use support::search::{marked, name, people, search};
use support::{Script, parse_size, world};
use zhegang::data::Lang;
use zhegang::text::Ambiguous;
use zhegang::ui::state::HitRow;
use zhegang::ui::{Options, State};

#[test]
fn the_preview_begins_where_it_matched() {
    let mut in_body = 0;
    for size in ["120x12", "60x12"] {
        let mut script = Script::open(size).keys("/ text:科技");
        let half = script.state.size.cols / 2 + 3;
        for _ in 0..search(&script).listed().len() {
            let id = search(&script).selected.expect("a hit");
            let query = search(&script).query();
            let matches = script.world.marker(&query).expect("a query").matches(id);
            if matches.iter().any(|one| one.text.contains("科技")) {
                assert!(
                    marked(&script, half..script.state.size.cols).contains("科技"),
                    "{}\n{}",
                    name(&script, id),
                    script.screen()
                );
                in_body += usize::from(!name(&script, id).contains("科技"));
            }
            script = script.keys("ctrl-n");
        }
    }
    assert!(in_body > 3);
}

#[test]
fn the_text_beside_the_list_is_marked_in_folded_letters() {
    let script = Script::open("120x36").keys("/ text:卫生");
    assert!(marked(&script, 63..120).contains("衞生"), "{}", script.screen());
}

#[test]
fn scattered_characters_are_marked_only_in_the_whole_name() {
    let script = Script::open("120x36").keys("/ text:科新");
    let area = search(&script).selected.expect("a hit");
    assert_eq!(name(&script, area), "科技創新", "{}", script.screen());
    let marks = marked(&script, 63..120);
    let stands: usize = script
        .screen()
        .lines()
        .skip(2)
        .filter_map(|line| line.split('╎').nth(1))
        .map(|text| text.matches("科技創新").count())
        .sum();
    assert_eq!(marks, "科新".repeat(stands), "{}", script.screen());
}

#[test]
fn the_text_of_the_reader_is_searched_in_folded_letters() {
    Script::open("120x36").keys("3 enter / text:ＬＥＥ").shows("1/").hides("0/0");
    Script::open("120x36").keys("/ text:衛生 enter / text:卫生").hides("0/0");
}

#[test]
fn hits_that_only_come_near_are_called_so() {
    for (size, lang, words) in [
        ("60x20", Lang::ZhHant, ["沒有完全相符，相近的如下：", "是否想找「李家超」"]),
        ("40x12", Lang::ZhHans, ["没有完全匹配，相近的如下：", "要找的是「李家超」吗？"]),
        ("120x36", Lang::En, ["Not as typed, but close:", "Did you mean \"John Lee\"?"]),
    ] {
        for query in ["李嘉超", "lijaichao"] {
            let script = Script::open_in(size, lang).keys(&format!("/ text:{query}"));
            assert!(search(&script).found.is_near, "{query}");
            assert!(matches!(search(&script).rows()[..], [HitRow::Near, HitRow::Meant(_), HitRow::Entry(_), ..]));
            let script = script.shows(words[0]).shows(words[1]).keys("enter");
            script.stands_at("李家超");
        }
    }
    Script::open_in("60x20", Lang::En)
        .keys("/ text:edukation")
        .shows("Not as typed, but close:")
        .shows("Did you mean \"Education\"?");
    Script::open("80x24").keys("/ text:education").hides("是否想找");
}

#[test]
fn what_comes_near_is_marked() {
    let script = Script::open("120x36").keys("/ text:李嘉超");
    assert!(marked(&script, 0..60).starts_with("李家超"), "{}", script.screen());
    assert!(marked(&script, 63..120).contains("李家超"), "{}", script.screen());
}

#[test]
fn either_script_is_found_in_the_text_of_the_reader() {
    for lang in [Lang::ZhHant, Lang::ZhHans] {
        for words in ["科技創新", "科技创新"] {
            let script = Script::open_in("120x36", lang).keys("/ text:kjcx enter /");
            let script = script.keys(&format!("text:{words}")).shows("1/").hides("0/0").keys("enter");
            let shown = if lang == Lang::ZhHant { "科技創新" } else { "科技创新" };
            assert!(marked(&script, 0..120).contains(shown), "{}", script.screen());
        }
    }
}

#[test]
fn the_other_script_is_marked_in_list_and_preview() {
    for (lang, query, shown) in [(Lang::ZhHant, "科技创新", "科技創新"), (Lang::ZhHans, "科技創新", "科技创新")]
    {
        let script = Script::open_in("120x36", lang).keys(&format!("/ text:{query}"));
        assert!(marked(&script, 0..60).starts_with(shown), "{}", script.screen());
        assert!(marked(&script, 63..120).starts_with(shown), "{}", script.screen());
    }
}

#[test]
fn marks_go_on_over_the_end_of_a_line() {
    for query in ["科技創新", "科技创新"] {
        let before = "甲".repeat(22);
        let script = people(std::iter::once(format!("{before}科技創新")), "60x20").keys(&format!("/ text:{query}"));
        let row = |script: &Script, y: usize| script.screen().lines().nth(y).map(str::to_owned).unwrap_or_default();
        let split = (2..19).any(|y| row(&script, y).trim_end().ends_with(['科', '技', '創']));
        assert!(split, "the words stand in one line:\n{}", script.screen());
        assert!(marked(&script, 33..60).contains("科技創新"), "{}", script.screen());
    }
}

#[test]
fn initials_mark_the_characters_that_they_stand_for() {
    for lang in [Lang::ZhHant, Lang::ZhHans] {
        let script = Script::open_in("120x36", lang).keys("/ text:ljc");
        assert_eq!(name(&script, search(&script).selected.expect("a hit")), "李家超");
        assert!(marked(&script, 0..60).starts_with("李家超"), "{}", script.screen());
        assert!(marked(&script, 63..120).starts_with("李家超"), "{}", script.screen());
    }
}

#[test]
fn near_sounds_are_switched_by_a_key_and_stay_so() {
    for (lang, sign) in [(Lang::ZhHant, "近音"), (Lang::ZhHans, "近音"), (Lang::En, "near sounds")] {
        for size in ["120x36", "40x12"] {
            let field = |script: &Script| script.screen().lines().next().unwrap_or_default().to_owned();
            let script = Script::open_in(size, lang).keys("/ text:ljc");
            assert!(!field(&script).contains(sign) && !search(&script).query().slips);
            let script = script.keys("alt-s");
            assert!(field(&script).ends_with(sign), "{}", script.screen());
            assert!(search(&script).query().slips);
            assert_eq!(search(&script).prompt.text(), "ljc");
            let read = script.clone().keys("ctrl-o");
            assert!(field(&read).contains(sign) && field(&read).contains("1/"), "{}", read.screen());
            let again = script.clone().keys("esc /");
            assert!(search(&again).query().slips, "the next search begins so");
            assert!(!search(&again.keys("alt-s")).query().slips);
        }
    }
}

#[test]
fn a_session_may_begin_with_near_sounds() {
    let options = Options { slips: true, ..Options::new(parse_size("80x24"), Lang::En, Ambiguous::Narrow) };
    let state = State::new(&world(), options);
    let script = Script { world: world(), state, effects: Vec::new() }.keys("/").shows("near sounds");
    assert!(search(&script).query().slips);
    assert!(!search(&script.keys("alt-s")).query().slips);
}

#[test]
fn the_help_tells_what_comes_first() {
    for (lang, lines) in [
        (Lang::ZhHant, ["搜尋結果的次序", "全文 › 開頭 › 詞首", "名稱 › 別名 › 職務", "同字 › 繁簡異體", "'字 照字面"]),
        (Lang::ZhHans, ["搜索结果的次序", "全文 › 开头 › 词首", "名称 › 别名 › 职务", "同字 › 繁简异体", "'字 照字面"]),
        (
            Lang::En,
            ["What a search puts first", "whole › start › word", "name › other", "as typed ›", "'ab as it stands"],
        ),
    ] {
        for size in ["120x160", "90x160", "40x260"] {
            let mut script = Script::open_in(size, lang).keys("?");
            for line in lines {
                script = script.shows(line);
            }
        }
    }
}
