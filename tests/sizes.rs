//! Every page at every size: whole, and the same when drawn twice.

mod support;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use support::{Script, lines, world};
use zhegang::data::Lang;
use zhegang::text::{self, Ambiguous};
use zhegang::ui::hint;
use zhegang::ui::layout::Borders;
use zhegang::ui::state::Overlay;
use zhegang::ui::{Key, Size};
use zhegang::view;

const LANGS: [Lang; 3] = [Lang::ZhHant, Lang::ZhHans, Lang::En];
const POLICIES: [Ambiguous; 2] = [Ambiguous::Narrow, Ambiguous::Wide];
const SIZES: [&str; 17] = [
    "1x1", "1x5", "19x5", "20x4", "20x5", "21x6", "40x12", "59x20", "60x11", "60x12", "60x20", "80x24", "99x30",
    "100x30", "120x36", "200x60", "400x200",
];
/// The keys that lead to each page.
const PAGES: [&str; 24] = [
    "",
    "j j j",
    "2",
    "3",
    "3 ]",
    "3 ] ]",
    "4",
    "4 ]",
    "4 ] ]",
    "4 ] ] ] f",
    "enter tab tab tab",
    "4 enter o",
    "3 enter / text:浙江",
    "/",
    "/ text:科技 down down",
    "/ text:qqqq",
    "/ text:qqqq space text:!人物: space text:zz$ space text:| space text:^浙江",
    "/ text:科技 tab tab ctrl-g down",
    "/ text:科技 shift-tab ctrl-u text:ljc",
    "/ text:浙 ctrl-g pagedown ctrl-o G",
    "/ text:浙 pagedown ctrl-o n N enter",
    "3 enter esc j enter esc j /",
    "/ text:kind:pe",
    "? j j",
];

/// No wide glyph without its tail, none at the edge, and nothing that a terminal would act on.
fn assert_whole(buffer: &Buffer, ambiguous: Ambiguous, page: &str) {
    let area = buffer.area;
    for y in 0..area.height {
        let mut x = 0;
        while x < area.width {
            let cell = &buffer[(x, y)];
            let cells = text::width(cell.symbol(), ambiguous);
            assert!(!cell.symbol().chars().any(char::is_control), "a control at {x},{y} on {page}");
            assert!((1..=2).contains(&cells), "{:?} at {x},{y} on {page}", cell.symbol());
            if cells == 2 {
                assert!(x + 1 < area.width, "half of {} at the edge on {page}", cell.symbol());
                let tail = &buffer[(x + 1, y)];
                assert_eq!(tail.symbol(), " ", "no tail after {} on {page}", cell.symbol());
                assert_eq!(tail.style(), cell.style(), "the tail of {} looks different on {page}", cell.symbol());
            }
            x += u16::try_from(cells).expect("1 or 2");
        }
    }
}

fn assert_drawn(script: &Script, page: &str) {
    let picture = view::draw(&script.state, &script.world);
    let Size { cols, rows } = script.state.size;
    assert_eq!((picture.buffer.area.width, picture.buffer.area.height), (cols, rows));
    assert_eq!(picture, view::draw(&script.state, &script.world), "{page} is drawn the same twice");
    assert_whole(&picture.buffer, script.state.ambiguous, page);
    if let Some(cursor) = picture.cursor {
        assert!(cursor.x < cols && cursor.y < rows, "the cursor is on the screen of {page}");
    }
}

#[test]
fn every_page_is_whole_at_every_size() {
    for size in SIZES {
        for lang in LANGS {
            for ambiguous in POLICIES {
                for page in PAGES {
                    let script = Script::of(world(), size, lang, ambiguous).keys(page);
                    assert_drawn(&script, &format!("{page:?} at {size} in {lang:?}, {ambiguous:?}"));
                }
            }
        }
    }
}

#[test]
fn the_start_page_is_whole_at_all_sizes() {
    let mut script = Script::open("120x36");
    for borders in Borders::ALL {
        script.state.borders = borders;
        for (cols, rows) in (1..=130).step_by(3).flat_map(|cols| (1..=45).step_by(2).map(move |rows| (cols, rows))) {
            script = script.resize(&format!("{cols}x{rows}"));
            assert_drawn(&script, &format!("{cols}x{rows} with {borders:?}"));
        }
    }
}

#[test]
fn one_sentence_is_left_where_nothing_fits() {
    for size in ["19x5", "20x4", "10x10"] {
        let text: String = lines(&Script::open(size).buffer()).concat();
        assert_eq!(text.replace(' ', ""), "視窗太小，至少要20x5；按q離開", "{size}");
    }
    Script::open("20x5").hides("視窗太小");
}

#[test]
fn no_hint_is_cut_in_half() {
    for lang in LANGS {
        for size in ["40x12", "60x20", "80x24", "120x36"] {
            for page in [
                "",
                "3 enter",
                "/ text:a",
                "/ text:人",
                "/ text:科技 ctrl-o",
                "?",
                "3 enter o",
                "3 m a m",
                "3 m a j m b '",
                "3 b B",
            ] {
                let script = Script::open_in(size, lang).keys(page);
                let screen = lines(&script.buffer());
                let mut rest = screen.last().expect("a last line").trim_start();
                let mut shown = 0;
                for hint in hint::hints(&script.state, &script.world) {
                    let hint = format!("{} {}", hint.key, hint.words);
                    if let Some(after) = rest.strip_prefix(hint.as_str()) {
                        rest = after.trim_start();
                        shown += 1;
                    }
                }
                assert!(shown > 0, "no hint on {page:?} at {size} in {lang:?}: {screen:#?}");
                let first_left = rest.split("  ").next().unwrap_or_default();
                let is_trail = ["", "m", "'"].contains(&rest) || rest.contains(" › ") || first_left.ends_with('⋯');
                assert!(is_trail, "{rest:?} is left over on {page:?} at {size} in {lang:?}");
            }
        }
    }
}

const KEYS: &str = "j k down up enter esc tab shift-tab 1 2 3 4 0 5 g G H M L ctrl-d ctrl-u pagedown pageup [ ] f / ? \
                    o a b B e d u t y m ' n N ctrl-o ctrl-g ctrl-n ctrl-p i > < backspace left right home end delete ctrl-w ctrl-k . , space 科 ／ ctrl-l";

fn sizes() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![(1_u16..130, 1_u16..50), Just((80, 24)), Just((40, 12)), Just((120, 36))]
}

#[derive(Debug, Clone)]
enum Step {
    Key(Key),
    Paste(String),
    Resize(u16, u16),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let keys: Vec<Key> = KEYS.split_whitespace().map(|name| Key::parse(name).expect(name)).collect();
    let step = prop_oneof![
        12 => proptest::sample::select(keys).prop_map(Step::Key),
        1 => "[ -~科技浙港]{0,6}".prop_map(Step::Paste),
        1 => sizes().prop_map(|(cols, rows)| Step::Resize(cols, rows)),
    ];
    proptest::collection::vec(step, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_keys_at_any_size_leave_a_whole_screen(
        steps in steps(),
        lang in 0_usize..3,
        policy in 0_usize..2,
        borders in proptest::sample::select(&Borders::ALL[..]),
    ) {
        let mut script = Script::of(world(), "80x24", LANGS[lang], POLICIES[policy]);
        script.state.borders = borders;
        for step in steps {
            match step {
                Step::Key(key) => script.press(key),
                Step::Paste(text) => script = script.paste(&text),
                Step::Resize(cols, rows) => script = script.resize(&format!("{cols}x{rows}")),
            }
            let page = format!("{:?}", script.state.overlay);
            assert_drawn(&script, page.get(..page.len().min(40)).unwrap_or_default());
            if let Overlay::Search(search) = &script.state.overlay {
                let listed = search.listed();
                prop_assert_eq!(search.selected.is_none(), listed.is_empty());
                prop_assert!(search.selected.is_none_or(|id| listed.contains(&id)));
                prop_assert!(search.top <= search.rows().len());
            }
            for pane in 0..4 {
                let rows = script.state.rows(&script.world, pane);
                let cursor = script.state.cursor(pane);
                prop_assert!(cursor.top <= rows.len());
                if pane == script.state.view.pane && !script.state.view.in_reader && !rows.is_empty() {
                    prop_assert!(cursor.selected.is_some_and(|id| rows.contains(&id)));
                    prop_assert_eq!(cursor.selected, Some(script.state.view.here));
                }
            }
        }
    }
}
