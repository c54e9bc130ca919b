//! Stories of marks: a letter for a place, and back there by its letter.

mod support;

use support::{Script, lines};
use zhegang::data::Lang;
use zhegang::ui::Key;
use zhegang::ui::page::Page;

fn footer(script: &Script) -> String {
    lines(&script.buffer()).last().expect("a last line").clone()
}

#[test]
fn a_letter_leads_back_to_entry_page_and_line() {
    let script = Script::open("80x24").keys("0 enter ctrl-d");
    let (here, reading) = (script.state.view.here, script.state.view.reading.clone());
    assert!(reading.top > 0);
    let script = script.keys("m a").shows("已標記為 a；按 'a 返回此處").keys("3 j r m Z 0 ' a");
    assert_eq!((script.state.view.here, script.state.view.page), (here, Page::Entry));
    assert_eq!(script.state.view.reading.top, reading.top);
    let script = script.keys("' Z");
    assert_eq!((script.here(), script.state.view.page), ("王浩", Page::Relations));
    let script = script.keys("ctrl-o");
    assert_eq!((script.state.view.here, script.state.view.reading.top), (here, reading.top));
}

#[test]
fn a_mark_finds_its_words_in_lines_of_another_length_and_about_its_place_in_another_language() {
    let at = |script: &Script| lines(&script.buffer())[1].chars().skip(36).collect::<String>();
    let script = Script::open("80x24").keys("0 enter pagedown pagedown m a 3").resize("40x12").keys("' a");
    let whole = Script::open("40x12").keys("0 enter");
    assert!(script.state.view.reading.top > 40, "far into the text");
    assert!(script.state.view.reading.top > whole.state.view.reading.top);
    let back = script.clone().resize("80x24");
    let before = Script::open("80x24").keys("0 enter pagedown pagedown");
    assert_eq!(at(&back), at(&before));
    let part = |script: &Script| {
        let set = script.state.set(&script.world);
        set.chars_before(script.state.view.reading.top) * 100 / set.chars()
    };
    let english = Script::open("80x24").keys("0 enter pagedown pagedown m a 3 t t ' a");
    assert_eq!(english.state.lang, Lang::En);
    assert!(part(&english).abs_diff(part(&before)) < 5, "{} and {}", part(&english), part(&before));
}

#[test]
fn what_waits_says_what_may_follow() {
    let script = Script::open("80x24").keys("3 m").shows("a-Z 標記此處").shows("Esc 取消");
    assert!(footer(&script).ends_with('m'), "{}", footer(&script));
    let script = script.keys("k j m b 0 '").shows("b 王浩").shows("k 李家超");
    assert!(footer(&script).ends_with('\''), "{}", footer(&script));
    script.keys("esc").hides("k 李家超");
    Script::open_in("80x24", Lang::En).keys("3 m").shows("a-Z marks this place");
}

#[test]
fn all_letters_are_offered_with_as_much_of_the_names_as_fits() {
    let mut script = Script::open("80x24").keys("4");
    for letter in ["a", "b", "c", "d", "e", "f"] {
        script = script.keys(&format!("m {letter} j"));
    }
    for size in ["120x36", "80x24", "60x20", "40x12", "20x5"] {
        let script = script.clone().resize(size).keys("'");
        let line = footer(&script);
        for letter in ["a ", "b ", "c ", "d ", "e ", "f "] {
            assert!(size == "20x5" || line.contains(letter), "{letter} at {size}: {line}");
        }
    }
    script.resize("120x36").keys("'").shows("a 關於「浙港合作⋯  b 浙港");
}

#[test]
fn letters_that_lead_nowhere_say_so() {
    Script::open("80x24").keys("'").shows("還沒有標記").keys("j").hides("還沒有標記");
    let script = Script::open("80x24").keys("3 m a ' x").shows("沒有標記 x").stands_at("李家超");
    script.keys("m 5").shows("標記只用字母").keys("' 5").shows("標記只用字母").stands_at("李家超");
    let mut script = Script::open("80x24").keys("3 m");
    script.press(Key::char('\u{202e}'));
    script.shows("標記只用字母").keys("m ctrl-d").shows("a-Z 標記此處").keys("ａ ’ a").stands_at("李家超");
}

#[test]
fn a_letter_that_moves_says_from_where() {
    let script = Script::open("80x24").keys("3 m a m a").shows("已標記為 a");
    script.keys("j m a").shows("標記 a 由「李家超」移到此處").keys("0 ' a").stands_at("王浩");
}

#[test]
fn a_mark_leads_out_of_the_help_and_out_of_narrowed_panes() {
    Script::open("80x24").keys("3 m a 1 j f ? ' a").stands_at("李家超").keys("ctrl-o").shows("共建");
}
