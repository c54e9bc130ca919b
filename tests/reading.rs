//! Stories of reading: what pages say, links, letters, and coming back.

mod support;

use ratatui::style::Modifier;
use support::Script;
use zhegang::data::{Kind, Lang};
use zhegang::ui::state::Overlay;

const MEETING: &str = "浙港高層會晤暨浙港合作會議第一次會議";

#[test]
fn closing_the_reader_returns_to_the_row_it_was_opened_from() {
    let script = Script::open("80x24").keys("j j j enter");
    assert!(script.state.view.in_reader);
    let script = script.keys("esc");
    assert!(!script.state.view.in_reader);
    script.stands_at("科技創新");
}

#[test]
fn a_link_leads_on_and_back_to_the_very_place() {
    let before = Script::open("120x36").keys("3 enter tab tab");
    let after = before.clone().keys("enter");
    assert_ne!(after.state.view.here, before.state.view.here);
    let back = after.clone().keys("ctrl-o");
    assert_eq!(back.state.view, before.state.view);
    let forward = back.keys(">");
    assert_eq!(forward.state.view, after.state.view);
    assert_eq!(forward.keys("backspace").state.view, before.state.view);
}

#[test]
fn letters_jump_to_links() {
    let script = Script::open("120x36").keys("4 enter o");
    assert_eq!(script.state.overlay, Overlay::Hints);
    let script = script.keys("b");
    assert_eq!(script.here(), "浙江省人民政府");
    let script = script.keys("o esc");
    assert_eq!(script.state.overlay, Overlay::None);
    script.stands_at("浙江省人民政府");
}

#[test]
fn what_the_record_does_not_know_is_told() {
    Script::open("120x36").keys("j j j j").stands_at("航空").shows("現有來源沒有列出這個範疇的項目名稱");
    Script::open("120x36").keys("4 j j enter").shows("簽署人").shows("來源沒有說明").shows("屬推斷");
}

#[test]
fn a_person_is_shown_with_offices_spellings_and_deeds() {
    Script::open("120x36")
        .keys("3 j")
        .stands_at("王浩")
        .shows("Wang Hao")
        .shows("wáng hào")
        .shows("wong4 hou6")
        .shows("浙江省委書記")
        .shows("浙江省人大常委會主任")
        .shows("見證簽署的文件")
        .shows("發言");
}

#[test]
fn the_side_story_is_told_apart_from_the_meeting() {
    let script = Script::open("120x36").keys("/ text:紫荊 enter");
    assert_ne!(script.here(), MEETING);
    let record = &script.world.record;
    let story = record.find("document/zijing-utbm").expect("the side article");
    assert_eq!(record.documents[story.place()].parent, record.meta.main_document);
    assert!(!record.links().tied(story, record.meta.event.expect("the meeting")));
}

#[test]
fn every_entry_opens_and_every_link_of_it_leads_there_and_back() {
    let mut script = Script::open("120x36");
    for id in script.world.clone().record.all_ids() {
        script.state.view.in_reader = true;
        script.state.view.here = id;
        script.state.view.reading = zhegang::ui::state::Reading::default();
        let set = script.state.set(&script.world);
        let text: Vec<String> = set.lines.iter().map(zhegang::ui::set::Line::text).collect();
        let is_document = id.kind == Kind::Document;
        assert!(is_document || text.iter().any(|line| line == "來源"), "{:?} names no source", script.here());
        for (number, link) in set.links.iter().enumerate() {
            script.state.view.reading.link = Some(number);
            script.state.view.reading.top = link.lines.start;
            let before = script.state.view.clone();
            script = script.keys("enter");
            assert_eq!(script.state.view.here, link.to);
            script = script.keys("ctrl-o");
            assert_eq!(script.state.view.here, before.here);
            assert_eq!(script.state.view.reading.link, before.reading.link);
        }
    }
}

#[test]
fn resizing_keeps_the_place() {
    let script = Script::open("120x36").keys("3 j j j enter tab tab");
    let here = script.state.view.clone();
    let script = script.resize("40x12").resize("1x1").resize("200x60").resize("120x36");
    assert_eq!(script.state.view.here, here.here);
    assert_eq!(script.state.view.reading.link, here.reading.link);
}

#[test]
fn numbers_count_lines_in_the_reader() {
    let script = Script::open("80x24").keys("3 enter 2 0 j");
    assert!(script.state.view.in_reader);
    assert_eq!(script.state.view.reading.top, 20);
    assert_eq!(Script::open("80x24").keys("4 enter 1 0 j").here(), "關於「浙港合作會議」機制的安排");
}

#[test]
fn the_reader_goes_on_with_the_same_words_on_a_screen_of_another_size() {
    let top = |script: &Script| {
        let set = script.state.set(&script.world);
        set.lines[script.state.view.reading.top].text()
    };
    let script = Script::open("120x36").keys("3 enter 2 0 j");
    let (before, line) = (top(&script), script.state.view.reading.top);
    assert!(!before.trim().is_empty() && line == 20);
    let small = script.resize("80x24").resize("60x20");
    assert!(before.starts_with(top(&small).trim()), "{before:?} and {:?}", top(&small));
    let again = small.resize("200x60").resize("40x12").resize("1x1").resize("120x36");
    assert_eq!((top(&again), again.state.view.reading.top), (before, line));
}

#[test]
fn letters_stand_beside_their_links() {
    let script = Script::open("120x36").keys("0 enter o").shows("杭州").shows("李家超").shows("a-Z 開啟連結");
    let buffer = script.buffer();
    let letters = buffer.content.iter().filter(|cell| {
        cell.modifier.contains(Modifier::REVERSED) && cell.symbol().chars().all(|char| char.is_ascii_alphabetic())
    });
    assert!(letters.count() > 10, "{}", script.screen());
    Script::open_in("40x12", Lang::En).keys("4 enter o").shows("No links in sight");
}

#[test]
fn the_selected_link_is_shown() {
    let script = Script::open("120x36").keys("3 enter tab");
    let reversed: String = script
        .buffer()
        .content
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
        .map(|cell| cell.symbol().to_owned())
        .collect();
    assert!(reversed.replace(' ', "").contains("關於「浙港合作會議」機制的安排"), "{reversed}");
}

#[test]
fn the_bars_of_the_start_page_are_as_long_as_their_numbers() {
    let script = Script::open("120x36");
    let buffer = script.buffer();
    let lines: Vec<&[ratatui::buffer::Cell]> = buffer.content.chunks(usize::from(buffer.area.width)).collect();
    let bar = |name: &str| {
        let row = lines.iter().rposition(|row| {
            let text: String = row.iter().skip(44).map(ratatui::buffer::Cell::symbol).collect();
            text.replace(' ', "").contains(name)
        });
        lines[row.expect(name)].iter().skip(44).filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count()
    };
    let [three, two, one, none] = ["商貿投資", "金融", "青年發展", "航空"].map(bar);
    assert!(three > two && two > one && one > none && none == 0, "{three} {two} {one} {none}");
}

#[test]
fn what_is_signed_at_a_part_of_the_meeting_is_tied_to_the_meeting() {
    let script = Script::open("120x36").shows("▪ 關於「浙港合作會議」機制的安排");
    let script = script.keys("f");
    assert_eq!(script.state.rows(&script.world, 3).len(), 6);
}

#[test]
fn a_name_is_told_once_with_what_is_known_of_its_form() {
    let script = Script::open("120x36").keys("j j j").shows("Innovation and technology（暫譯）").hides("其他名稱");
    script.keys("t t").shows("Name as shown: working translation.");
}

#[test]
fn the_place_is_kept_also_while_the_text_is_searched() {
    let script = Script::open("80x24").keys("enter ctrl-d ctrl-d ctrl-d");
    let anchor = script.state.view.reading.anchor;
    assert!(anchor > 0);
    for keys in ["esc", "text:z backspace esc"] {
        let script = script.clone().keys("/ text:zz").resize("120x30").keys(keys);
        assert_eq!(script.state.view.reading.anchor, anchor, "{keys}");
        assert_eq!(script.resize("80x24").state.view.reading.top, script_top(), "{keys}");
    }
}

/// The first line in sight after three half pages at 80x24.
fn script_top() -> usize {
    Script::open("80x24").keys("enter ctrl-d ctrl-d ctrl-d").state.view.reading.top
}

#[test]
fn enter_follows_no_link_that_is_out_of_sight() {
    let script = Script::open("80x24").keys("enter tab tab tab tab tab tab tab tab tab tab").resize("44x12");
    let script = script.keys("enter").stands_at(MEETING);
    let set = script.state.set(&script.world);
    let (link, top) = (script.state.view.reading.link.expect("a link"), script.state.view.reading.top);
    assert!((top..top + 10).contains(&set.links[link].lines.start), "{}", script.screen());
    assert_ne!(script.keys("enter").here(), MEETING);
}

#[test]
fn the_language_turns_round_and_the_text_is_where_it_was() {
    let script = Script::open("80x24").keys("enter 3 0 j");
    let top = script.state.view.reading.top;
    let turned = script.keys("t t t").state.view.reading.top;
    assert!(turned.abs_diff(top) <= 1, "{top} and {turned}");
}
