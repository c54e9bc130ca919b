//! Stories of taking something away: names, texts, citations, addresses; and of coming back by an address.

mod support;

use support::Script;
use zhegang::data::Lang;
use zhegang::ui::Effect;
use zhegang::ui::address::Address;
use zhegang::ui::page::Page;
use zhegang::ui::state::Overlay;
use zhegang::ui::update::follow_address;

fn copied(script: &Script) -> &str {
    match script.effects.as_slice() {
        [Effect::Copy(text)] => text,
        other => panic!("one text is copied, not {other:?}"),
    }
}

#[test]
fn a_key_that_waits_says_what_may_follow() {
    let script = Script::open("80x24").keys("3 y");
    script
        .shows("y 複製名稱")
        .shows("t 複製全文")
        .shows("c 複製引用")
        .shows("l 複製連結")
        .keys("esc")
        .hides("複製引用");
    Script::open("80x24").keys("g").shows("g 最前");
}

#[test]
fn what_was_sent_is_told_and_no_more() {
    let script = Script::open("80x24").keys("3 y y").shows("已請終端機複製名稱：李家超");
    assert_eq!(copied(&script), "李家超");
    let script = Script::open_in("80x24", Lang::En).keys("3 y l").shows("Asked the terminal to copy the link: ");
    assert_eq!(copied(&script), "person:john-lee");
}

#[test]
fn a_text_is_copied_without_the_breaks_of_its_lines() {
    let script = Script::open("40x12").keys("4 y t");
    let text = copied(&script).to_owned();
    assert!(text.starts_with("文件  安排\n關於「浙港合作會議」機制的安排\n"), "{text}");
    assert!(text.lines().any(|line| line.starts_with("簽署方")), "{text}");
    let chars = text.chars().filter(|char| !char.is_whitespace()).count();
    script.shows(&format!("已請終端機複製全文：{chars}字"));
    let wide = Script::open("120x36").keys("4 y t");
    assert_eq!(copied(&wide), text, "it does not depend on the screen");
    let page = Script::open("80x24").keys("T y t");
    assert!(copied(&page).contains("2025-H2     ▸ "), "{}", copied(&page));
}

#[test]
fn citations_give_title_date_source_and_id() {
    let script = Script::open("80x24").keys("4 ] ] / text:簽署六份文件 enter y c");
    let line = copied(&script);
    assert!(line.starts_with("「簽署六份文件」，2025-04-24，「"), "{line}");
    assert!(line.ends_with("，浙港合作會議第一次會議記錄 event/signing"), "{line}");
    let script = Script::open_in("80x24", Lang::En).keys("3 y m");
    let line = copied(&script);
    assert!(line.starts_with("**John Lee**, ") && line.ends_with(", `person/john-lee`"), "{line}");
    let world = support::world();
    let address = Address::read("document:press-release-en", &world.record).expect("in the record");
    let mut script = Script::open("80x24");
    follow_address(&mut script.state, &world, &address);
    let script = script.keys("y m");
    assert!(copied(&script).starts_with('[') && copied(&script).contains("](<https://"), "{}", copied(&script));
}

#[test]
fn an_address_leads_to_where_it_was_copied() {
    for keys in ["3 j", "4 j r", "T", "F", "3 / text:科技", "2 j enter"] {
        let before = Script::open("80x24").keys(keys);
        let world = support::world();
        let address = zhegang::ui::copy::address(&before.state, &world).to_string();
        let read = Address::read(&address, &world.record).expect("its own address");
        let mut after = Script::open("80x24");
        follow_address(&mut after.state, &world, &read);
        let (was, is) = (&before.state.view, &after.state.view);
        assert_eq!((is.here, is.page), (was.here, was.page), "{keys}: {address}");
        let field = |script: &Script| match &script.state.overlay {
            Overlay::Search(search) => Some((search.prompt.text().to_owned(), search.found.hits.clone())),
            _ => None,
        };
        assert_eq!(field(&after), field(&before), "{keys}: {address}");
    }
    let mut script = Script::open("80x24");
    let world = support::world();
    let address = Address::read("agreement:mechanism?view=relations", &world.record).expect("in the record");
    follow_address(&mut script.state, &world, &address);
    assert_eq!(script.state.view.page, Page::Relations);
    script.shows("關係 › 關於").keys("esc").stands_at("關於「浙港合作會議」機制的安排");
}

#[test]
fn a_text_stands_alone_on_a_page_to_be_copied_by_hand() {
    let script = Script::open("40x12").keys("4 y t Y");
    let (screen, text) = (script.screen(), copied(&script).to_owned());
    let rows: Vec<&str> = screen.lines().collect();
    assert_eq!(rows[0], text.lines().next().unwrap_or_default(), "{screen}");
    assert!(rows[11].starts_with(" j 下捲  Esc 返回"), "{screen}");
    // Nothing but the text, from its beginning to its end.
    let mut seen = rows[..11].concat();
    let mut script = script;
    for _ in 0..40 {
        script = script.keys("j");
        let screen = script.screen();
        seen += screen.lines().nth(10).unwrap_or_default();
    }
    let letters = |text: &str| text.chars().filter(|char| !char.is_whitespace()).collect::<String>();
    assert!(letters(&seen).starts_with(&letters(&text)), "{seen}");
    script.keys("esc").shows("1  2  3");
}

#[test]
fn a_name_is_copied_by_hand_where_nothing_was_copied() {
    let script = Script::open("80x24").keys("3 Y");
    assert_eq!(script.screen().lines().next(), Some("李家超"));
    assert!(script.effects.is_empty());
    script.keys("enter").shows("李家超  香港特別行政區行政⋯");
}

#[test]
fn a_terminal_without_a_clipboard_shows_what_it_would_copy() {
    let mut script = Script::open("80x24");
    script.state.has_no_clipboard = true;
    let script = script.keys("3 y l");
    assert!(script.effects.is_empty());
    assert_eq!(script.screen().lines().next(), Some("person:john-lee"));
}

#[test]
fn what_to_do_by_hand_is_told_whole_or_not_at_all() {
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        for size in ["40x12", "60x20", "80x24"] {
            let screen = Script::open_in(size, lang).keys("3 Y").screen();
            assert!(!screen.contains('⋯'), "{screen}");
        }
    }
}

#[test]
fn a_title_with_quotation_marks_is_cited_in_those_of_the_second_order() {
    for (lang, within, marks) in [
        (Lang::ZhHant, "「關於『浙港合作會議』機制的安排」，", ["「「", "」」"]),
        (Lang::ZhHans, "「关于『浙港合作会议』机制的安排」，", ["“「", "」”"]),
        (Lang::En, "\"'Co-operation Conference' mechanism founded; ", ["\"\"", "”\""]),
    ] {
        let script = Script::open_in("80x24", lang).keys("4 y c");
        let line = copied(&script);
        assert!(line.contains(within) && !marks.iter().any(|mark| line.contains(mark)), "{line}");
    }
}
