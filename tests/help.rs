//! The help: it begins with the keys of the place where it was opened, and finds a key by what it does.

mod support;

use support::{Script, lines};
use zhegang::data::Lang;
use zhegang::ui::Effect;
use zhegang::ui::hint;
use zhegang::ui::state::Overlay;

const LANGS: [Lang; 3] = [Lang::ZhHant, Lang::ZhHans, Lang::En];

/// The first heading of the help.
fn first(script: &Script) -> String {
    script.screen().lines().nth(1).expect("a heading").trim_end_matches('|').trim().to_owned()
}

#[test]
fn it_begins_with_the_keys_of_the_place() {
    let script = Script::open_in("80x24", Lang::En);
    for (keys, heading) in [
        ("?", "Panes"),
        ("enter ?", "Text"),
        ("/ f1", "Search"),
        ("/ text:ljc ctrl-o ?", "Preview"),
        ("enter / f1", "Find in text"),
        (": f1", "command"),
        ("B ?", "Bookmarks"),
    ] {
        assert_eq!(first(&script.clone().keys(keys)), heading, "{keys}");
    }
    let columns = Script::open_in("120x36", Lang::En).keys("enter ?");
    assert!(first(&columns).starts_with("Text"), "{}", columns.screen());
}

#[test]
fn it_leads_back_to_where_it_was_opened() {
    let script = Script::open_in("80x24", Lang::En);
    for keys in ["j", "j enter", "/ text:ljc", "/ text:ljc ctrl-o", "enter / text:a", ": text:copy", "B"] {
        let before = script.clone().keys(keys);
        for leave in ["f1 esc", "f1 f1", "f1 enter", "f1 j / text:copy enter esc esc"] {
            let after = before.clone().keys(leave);
            assert_eq!(after.state.overlay, before.state.overlay, "{keys}, {leave}");
            assert_eq!(after.state.view, before.state.view, "{keys}, {leave}");
        }
    }
    let done = script.keys("/ text:ljc f1 T");
    assert_eq!(done.state.overlay, Overlay::None, "a key that was read in the help does its work");
}

#[test]
fn a_key_is_found_by_what_it_does_in_every_language_and_by_its_name() {
    for lang in LANGS {
        for typed in ["citation", "複製引用", "复制引用", "fuzhiyinyong", "fzyy", "copy-citation"] {
            let script = Script::open_in("80x24", lang).keys(&format!("? / text:{typed}"));
            let screen = script.screen();
            let keys = screen.lines().skip(1).filter(|line| line.starts_with("  ")).count();
            assert!(keys == 1 && screen.contains("yc"), "{typed} in {lang:?}: {screen}");
        }
    }
    Script::open_in("80x24", Lang::En).keys("? / y c").shows("copy a citation").hides("copy the text");
    let script = Script::open_in("80x36", Lang::En).keys("? / ^ D").shows("half a page down").shows("delete forwards");
    let cleared = script.keys("esc").shows("next pane").hides("/ ^D");
    assert_eq!(cleared.keys("esc").state.overlay, Overlay::None);
    let kept = Script::open_in("80x24", Lang::En).keys("? / text:quit enter").shows("^C").hides("next pane");
    assert_eq!(kept.cursor(), None, "the keys go to the lines");
    assert_eq!(kept.keys("q").effects, [Effect::Quit]);
    let none = Script::open_in("80x24", Lang::En).keys("? / text:zzzz").shows("No key does that");
    none.keys("backspace backspace backspace backspace backspace").shows("next pane").hides("/ zzzz");
    Script::open_in("80x24", Lang::En).keys("? / text:variant").shows("What a search puts first");
}

#[test]
fn no_line_of_it_is_cut() {
    for lang in LANGS {
        for size in ["120x36", "80x24", "60x20", "40x12"] {
            for keys in ["?", "enter ?", "/ f1", "? / text:c"] {
                let mut script = Script::open_in(size, lang).keys(keys);
                for _ in 0..30 {
                    script = script.hides("⋯").keys("pagedown");
                }
            }
        }
    }
}

/// Every place in which keys have a meaning, by the keys that lead there.
const PLACES: [&str; 21] = [
    "",
    "j",
    "enter",
    "3 enter",
    "4 enter tab",
    "/",
    "/ text:a",
    "/ text:人",
    "/ text:科技 ctrl-o",
    "enter / text:a",
    "enter o",
    "?",
    "? /",
    "? / text:copy",
    ":",
    ": text:copy",
    "B",
    "j b B",
    "j b B e",
    "Q",
    "m",
];

#[test]
fn every_hint_is_whole_in_every_place() {
    for lang in LANGS {
        for size in ["120x36", "80x24", "60x20", "40x12"] {
            for keys in PLACES {
                let script = Script::open_in(size, lang).keys(keys);
                let screen = lines(&script.buffer());
                let last = screen.last().expect("a last line");
                assert!(!last.is_empty(), "{keys} at {size} in {lang:?}");
                let hints = hint::hints(&script.state, &script.world);
                for hint in hints.iter().filter(|hint| hint.key.chars().count() > 1) {
                    let Some((_, after)) = last.split_once(&format!(" {} ", hint.key)) else { continue };
                    let is_whole = after.starts_with(&*hint.words);
                    assert!(is_whole, "{} {} at {size} in {lang:?} after {keys}: {last}", hint.key, hint.words);
                }
            }
        }
    }
}

#[test]
fn all_that_may_follow_y_fits_on_sixty_columns() {
    for lang in LANGS {
        for size in ["60x20", "80x24"] {
            let script = Script::open_in(size, lang).keys("y");
            let screen = lines(&script.buffer());
            let hints = hint::hints(&script.state, &script.world);
            assert!(hints.len() >= 5, "{hints:?}");
            for hint in hints {
                let told = format!("{} {}", hint.key, hint.words);
                assert!(
                    screen.last().is_some_and(|line| line.contains(&told)),
                    "{told} at {size} in {lang:?}: {screen:#?}"
                );
            }
        }
    }
}
