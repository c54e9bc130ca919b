//! The wheel and clicks, where a reader wants them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod support;

use std::sync::Arc;

use support::{Script, world};
use zhegang::data::Lang;
use zhegang::term::{Colours, Session};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::mouse::Does;
use zhegang::ui::page::Page;
use zhegang::ui::state::Overlay;
use zhegang::ui::{self, Mouse, Options, Size};

/// Uses the mouse where some words stand on the screen.
#[track_caller]
fn at(mut script: Script, words: &str, does: Does) -> Script {
    let screen = script.screen();
    let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, line.split_once(words)?.0)));
    let (row, before) = found.unwrap_or_else(|| panic!("{words} is not on the screen:\n{screen}"));
    let (col, row) = (u16::try_from(text::width(before, Ambiguous::Narrow)).unwrap(), u16::try_from(row).unwrap());
    script.effects.extend(ui::point(&mut script.state, &script.world, Mouse { does, col, row }));
    script
}

fn click(script: Script, words: &str) -> Script {
    at(script, words, Does::Click)
}

#[test]
fn the_mouse_is_left_alone_until_it_is_wanted() {
    let script = Script::open("80x24");
    let before = script.state.clone();
    assert_eq!(click(script.clone(), "金融").state, before);
    let on = script.keys("W").shows("已啟用滑鼠；按住 Shift 可選取文字");
    let off = click(on, "金融").stands_at("金融").keys("W").shows("已停用滑鼠");
    click(off, "科技創新").stands_at("金融");
}

#[test]
fn a_click_chooses_and_another_one_opens() {
    let script = Script::open_in("80x24", Lang::En).keys("3 1 W");
    let chosen = click(script, "Wang Hao  ").stands_at("王浩");
    assert!(!chosen.state.view.in_reader && chosen.state.view.pane == 2);
    let opened = click(chosen.clone(), "Wang Hao  ");
    assert!(opened.state.view.in_reader);
    let followed = click(opened, "Arrangement on the Mechanism of the").stands_at("關於「浙港合作會議」機制的安排");
    followed.keys("ctrl-o").stands_at("王浩");
    // A link can be followed from the panes at once.
    click(chosen, "Arrangement on the Mechanism of the").stands_at("關於「浙港合作會議」機制的安排");
}

#[test]
fn a_click_on_a_title_goes_to_the_pane_then_to_its_tabs() {
    let script = Script::open("80x24").keys("W");
    let pane = click(script, "3  人物").stands_at("李家超");
    click(pane, "3  人物").stands_at("香港特別行政區政府");
}

#[test]
fn the_wheel_goes_through_what_it_points_at() {
    let script = Script::open("80x24").keys("W");
    let down = at(script.clone(), "金融", Does::WheelDown).stands_at("科技創新");
    at(down, "金融", Does::WheelUp).stands_at("浙港高層會晤暨浙港合作會議第一次會議");
    let read = at(script, "High-Level", Does::WheelDown);
    assert!(read.state.view.in_reader && read.state.view.reading.top == 3);
    let help = at(Script::open("80x24").keys("W ?"), "下半頁", Does::WheelDown);
    assert!(matches!(&help.state.overlay, Overlay::Help(help) if help.top == 3));
    let commands = at(Script::open("80x24").keys("W :"), "範疇", Does::WheelDown);
    assert!(matches!(&commands.state.overlay, Overlay::Palette(palette) if palette.selected == 3));
    let chosen = click(commands, "時間線");
    assert_eq!(click(chosen, "時間線").state.view.page, Page::Timeline);
    let wheel = |does| Mouse { does, col: 200, row: 200 };
    let mut nowhere = Script::open("80x24").keys("W");
    ui::point(&mut nowhere.state, &nowhere.world, wheel(Does::WheelDown));
    nowhere.stands_at("科技創新");
}

#[test]
fn a_hit_is_chosen_and_opened() {
    let search = Script::open_in("120x36", Lang::En).keys("W / text:john");
    let chosen = click(search, "Lee's");
    let Overlay::Search(search) = &chosen.state.overlay else { panic!("{}", chosen.screen()) };
    let hit = search.selected;
    let opened = click(chosen, "Lee's");
    assert!(opened.state.overlay == Overlay::None && Some(opened.state.view.here) == hit);
}

#[test]
fn a_terminal_is_told_when_the_mouse_is_wanted() {
    let options = Options::new(Size { cols: 80, rows: 24 }, Lang::ZhHant, Ambiguous::Narrow);
    let mut session = Session::new(Arc::clone(&world()), options, Colours::None);
    let mut frame = |bytes: &[u8]| {
        session.feed(bytes);
        String::from_utf8(session.frame()).unwrap()
    };
    assert!(!frame(b"").contains("?1000"));
    assert!(frame(b"W").contains("\x1b[?1000h\x1b[?1006h"));
    // A click on the third row of the first list, then releases, moves and buttons that mean nothing.
    assert!(frame(b"\x1b[<0;6;5M").contains("範疇 2"));
    assert_eq!(frame(b"\x1b[<0;6;5m\x1b[<35;6;5M\x1b[<2;6;5M\x1b[<0;0;0M\x1b[<0;1M\x1b[<0;99999;1M"), "");
    assert!(frame(b"Y").contains("\x1b[?1006l\x1b[?1000l"), "the terminal's own selection has the page");
    assert!(frame(b"\x1b[27~q").is_empty() || !frame(b"").contains("?1000h"));
}

#[test]
fn what_is_said_of_the_mouse_fits_on_a_small_screen() {
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        for keys in ["W", "W W"] {
            let screen = Script::open_in("40x12", lang).keys(keys).screen();
            let said = screen.lines().last().unwrap();
            assert!(!said.contains('⋯') && said.trim().len() > 10, "{said}");
        }
    }
}
