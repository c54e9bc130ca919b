//! The palette: every action by its words, its name or its sounds, and what keeps one from being done.

mod support;

use support::{Script, lines, parse_size, world};
use zhegang::data::Lang;
use zhegang::text::Ambiguous;
use zhegang::ui::keymap::{Keymap, Keys, Scope};
use zhegang::ui::page::Page;
use zhegang::ui::state::Overlay;
use zhegang::ui::{Effect, Options};

const LANGS: [Lang; 3] = [Lang::ZhHant, Lang::ZhHans, Lang::En];

/// The row of the palette that is selected.
fn selected(script: &Script) -> String {
    script.screen().lines().find(|line| line.starts_with(" › ")).expect("a selected row").trim().to_owned()
}

#[test]
fn an_action_is_found_by_its_words_its_name_and_its_sounds_in_every_language() {
    for lang in LANGS {
        for typed in ["citation", "複製引用", "复制引用", "fuzhiyinyong", "fzyy", "copy-citation"] {
            let script = Script::open_in("80x24", lang).keys(&format!(": text:{typed}"));
            assert!(selected(&script).contains("copy-citation"), "{typed} in {lang:?}: {}", script.screen());
            let copied = script.keys("enter");
            assert!(matches!(copied.effects[..], [Effect::Copy(_)]), "{typed}");
            assert_eq!(copied.state.overlay, Overlay::None);
        }
    }
}

#[test]
fn the_palette_does_what_the_keys_do() {
    let script = Script::open_in("80x24", Lang::En);
    let by_palette = script.clone().keys("j : text:timeline enter");
    assert_eq!(by_palette.state.view.page, Page::Timeline);
    assert_eq!(by_palette.state.view, script.clone().keys("j T").state.view);
    let back = by_palette.keys(": text:back enter");
    assert_eq!(back.state.view.page, Page::Entry);
    assert!(matches!(script.clone().keys(": text:search enter").state.overlay, Overlay::Search(_)));
    assert_eq!(script.clone().keys("j : esc").state, script.clone().keys("j").state, "Esc leaves all as it was");
    assert_eq!(script.clone().keys("j ： esc").state, script.clone().keys("j").state, "also with a wide colon");
    assert_eq!(script.clone().keys("j : a backspace backspace").state, script.keys("j").state, "so does Backspace");
}

#[test]
fn it_does_what_is_typed_in_other_programs() {
    let script = Script::open_in("80x24", Lang::En);
    for typed in ["q", "q!", "quit", "wq", "x", "qa"] {
        assert_eq!(script.clone().keys(&format!(": text:{typed} enter")).effects, [Effect::Quit], "{typed}");
    }
    for typed in ["help", "h"] {
        let help = script.clone().keys(&format!(": text:{typed} enter"));
        assert!(matches!(help.state.overlay, Overlay::Help { .. }), "{typed}");
    }
    let row = script.clone().keys(": 3").shows("to row 3").keys("enter");
    assert_eq!(row.state.view, script.clone().keys("j j j").state.view, "the third area, not the third pane");
    let last = script.clone().keys(": $ enter");
    assert_eq!(last.state.view, script.keys("G").state.view);
}

#[test]
fn what_cannot_be_done_says_why() {
    let script = Script::open_in("80x24", Lang::En);
    for (typed, why) in [
        ("text:back", "nothing to go back to"),
        ("text:forward", "nothing to go forward to"),
        ("text:start-page", "you are there"),
        ("text:next-link", "only in the reader"),
        ("text:group-by-kind", "only in the search"),
        ("text:next-hit", "no hits of a search"),
        ("text:next-tab", "only one tab"),
    ] {
        let script = script.clone().keys(&format!(": {typed}"));
        assert!(selected(&script).ends_with(why), "{typed}: {}", script.screen());
        let before = script.state.overlay.clone();
        let after = script.keys("enter");
        assert_eq!(after.state.overlay, before, "nothing is done");
        assert!(after.effects.is_empty());
        assert!(after.screen().lines().last().is_some_and(|line| line.contains(why)), "{}", after.screen());
    }
    let reader = script.clone().keys("enter : text:next-pane");
    assert!(selected(&reader).ends_with("only in the panes"), "{}", reader.screen());
    let link = script.keys("enter : text:next-link");
    assert!(selected(&link).ends_with("Tab"), "{}", link.screen());
}

#[test]
fn what_can_be_done_comes_first_and_every_row_is_reached() {
    for size in ["120x36", "80x24", "60x20", "40x12"] {
        let mut script = Script::open_in(size, Lang::En).keys(":");
        let Overlay::Palette(palette) = &script.state.overlay else { panic!("no palette") };
        let is_hindered: Vec<bool> = palette.offers().iter().map(|offer| offer.hindrance.is_some()).collect();
        assert!(is_hindered.is_sorted() && is_hindered.contains(&true) && is_hindered.contains(&false));
        for offer in palette.offers().to_vec() {
            assert!(selected(&script).starts_with(&format!("› {}", offer.words)), "{size}: {}", script.screen());
            assert!(script.screen().contains(offer.name), "{} at {size}: {}", offer.name, script.screen());
            script = script.keys("ctrl-n");
        }
        let first = script.keys("ctrl-p up pageup pageup pageup pageup pageup pageup pageup pageup pageup pageup");
        assert!(first.screen().lines().nth(2).is_some_and(|line| line.starts_with(" › ")), "{}", first.screen());
    }
}

#[test]
fn nothing_in_the_palette_is_cut_in_half() {
    for lang in LANGS {
        for size in ["120x36", "80x24", "60x20", "40x12"] {
            for keys in [":", "enter :", "/ text:ljc ctrl-o :", ": text:a", ": text:zzzz"] {
                let script = Script::open_in(size, lang).keys(keys);
                assert!(matches!(script.state.overlay, Overlay::Palette(_)), "{keys}");
                let screen = lines(&script.buffer());
                assert!(screen.iter().all(|line| !line.contains('⋯')), "{keys} at {size} in {lang:?}: {screen:#?}");
            }
        }
    }
    let wide = Script::open_in("80x24", Lang::En).keys("enter :");
    let Overlay::Palette(palette) = &wide.state.overlay else { panic!("no palette") };
    for offer in palette.offers() {
        let shown = Script::open_in("80x24", Lang::En).keys(&format!("enter : text:{}", offer.name));
        let why = offer.hindrance.map_or(offer.keys.as_str(), |_| "");
        let row = shown
            .screen()
            .lines()
            .skip(1)
            .find(|line| line.contains(offer.name) && line.contains(offer.words))
            .map(str::to_owned);
        let row = row.unwrap_or_else(|| panic!("{}: {}", offer.name, shown.screen()));
        assert!(row.ends_with(why), "{row}");
        assert!(
            offer.hindrance.is_none() || row.trim_end().len() > row.find(offer.name).unwrap_or(0) + offer.name.len(),
            "{row}"
        );
    }
}

#[test]
fn it_shows_the_readers_own_keys() {
    let mut keymap = Keymap::default();
    assert!(keymap.bind(Scope::Everywhere, "palette", vec![Keys::parse("alt-x").expect("a key")]));
    assert!(keymap.bind(Scope::Everywhere, "timeline", vec![Keys::parse("g t").expect("keys")]));
    let options = Options::new(parse_size("80x24"), Lang::En, Ambiguous::Narrow);
    let script = Script::with(world(), Options { keymap: keymap.into(), ..options });
    assert_eq!(script.clone().keys(":").state.overlay, Overlay::None);
    let script = script.keys("alt-x text:timel");
    assert!(selected(&script).ends_with("gt"), "{}", script.screen());
}

#[test]
fn what_matched_is_marked_and_nothing_says_so() {
    let script = Script::open_in("80x24", Lang::ZhHant).keys(": text:fuzhi");
    assert_eq!(support::search::marked(&script, 0..80).chars().take(2).collect::<String>(), "複製");
    Script::open_in("80x24", Lang::En).keys(": text:zzzz").shows("No such command").keys("enter esc").hides("No such");
}

#[test]
fn a_row_without_room_for_all_its_keys_shows_the_first() {
    for (lang, words) in [(Lang::ZhHant, "開啟連結"), (Lang::ZhHans, "打开链接"), (Lang::En, "follow link")] {
        let screen = Script::open_in("40x12", lang).keys("3 enter :").screen();
        let row = screen.lines().find(|line| line.contains(words)).expect("a row");
        assert!(row.contains("Enter"), "{screen}");
    }
}
