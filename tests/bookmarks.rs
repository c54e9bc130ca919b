//! Stories of bookmarks: putting an entry on the list, a note of one's own, taking it off, and undoing that.

mod support;

use support::{Script, lines};
use zhegang::data::Lang;
use zhegang::ui::Effect;
use zhegang::ui::bookmarks::Item;
use zhegang::ui::kept::{Keep, Place};
use zhegang::ui::state::Overlay;
use zhegang::ui::update::unsaved;

const LEE: &str = "person/john-lee";

/// With a note on 李家超, a bookmark without one on 科技創新, and a mark on the relations of 王浩.
fn kept(size: &str, lang: Lang) -> Script {
    let script = Script::open_in(size, lang).keys("3 b b text:率團 enter 1 j j j b 3 j r m a 0");
    assert_eq!(script.state.overlay, Overlay::None);
    script
}

fn selected(script: &Script) -> Option<Item> {
    script.state.overlay.listing().and_then(|listing| listing.selected.clone())
}

fn footer(script: &Script) -> String {
    lines(&script.buffer()).last().expect("a last line").clone()
}

#[test]
fn an_entry_says_that_it_is_bookmarked_and_shows_the_note() {
    let script = Script::open("80x24").keys("3").hides("人物  書籤");
    let script = script.keys("b").shows("已加書籤（再按 b 寫筆記）：李家超").shows("人物  書籤");
    let script = script.keys("b").shows("筆記 › ").shows("Enter 儲存").shows("Esc 返回");
    let script = script.keys("text:率團 enter").shows("已儲存筆記（按 u 復原）");
    let notes: Vec<String> = lines(&script.buffer()).into_iter().filter(|line| line.contains("率團")).collect();
    assert!(notes.iter().any(|line| line.contains("筆記  率團")), "{notes:#?}");
    script.keys("j").hides("率團").keys("k r").hides("率團").keys("esc").shows("率團").keys("t t").shows("Note");
}

#[test]
fn a_note_is_changed_and_cleared_and_every_change_undone() {
    let script = Script::open("80x24").keys("3 b b text:甲 enter b text:乙 enter").shows("甲乙");
    let script = script.keys("b ctrl-u enter").shows("已清除筆記（按 u 復原）").hides("甲乙").shows("人物  書籤");
    let script = script.keys("u").shows("已復原：李家超").shows("甲乙").keys("u").hides("甲乙").shows("甲");
    script.keys("u u").hides("人物  書籤").keys("u").shows("沒有可復原的更改");
}

#[test]
fn a_changed_note_is_left_only_after_a_question() {
    let open = Script::open("80x24").keys("3 b b text:甲 enter b");
    open.clone().keys("esc").shows("人物  書籤").hides("儲存改過的筆記？");
    let asked = open.keys("text:乙 esc").shows("儲存改過的筆記？  y 儲存  n 不儲存  Esc 返回");
    asked.clone().keys("y").shows("甲乙").shows("已儲存筆記");
    let script = asked.clone().keys("n").hides("甲乙").shows("甲");
    assert_eq!(script.state.overlay, Overlay::None);
    asked.clone().keys("esc").shows("筆記 › 甲乙").keys("backspace esc").hides("儲存改過的筆記？");
    asked.clone().keys("x enter j").shows("儲存改過的筆記？");
    assert_eq!(asked.keys("ctrl-c").effects.last(), Some(&Effect::Quit));
}

#[test]
fn a_note_under_the_help_is_not_lost() {
    let open = Script::open("80x24").keys("3 b b text:甲");
    for key in ["T", "1", ":", "/ text:x enter 0"] {
        let asked = open.clone().keys("f1").keys(key).shows("儲存改過的筆記？").stands_at("李家超");
        asked.clone().keys("esc").shows("筆記 › 甲");
        asked.keys("y").shows("已儲存筆記").shows("甲");
    }
    let ended = open.clone().keys("f1 ctrl-c");
    let note = Some(Keep::Note(LEE.to_owned(), Some("甲".to_owned())));
    assert_eq!(unsaved(&ended.state), note);
    assert_eq!(Script::open("80x24").keys("3 b b f1 T").state.overlay, Overlay::None, "nothing was typed");
}

#[test]
fn the_list_has_marks_then_bookmarks_in_the_order_of_the_record() {
    let script = kept("80x24", Lang::ZhHant).keys("B").shows("王浩      關係");
    let rows: Vec<String> = lines(&script.buffer()).into_iter().skip(1).take(3).collect();
    let words: Vec<Vec<&str>> = rows.iter().map(|row| row.split_whitespace().collect()).collect();
    assert_eq!(words[0], ["›", "a", "人物", "王浩", "關係"]);
    assert_eq!(words[1], ["範疇", "科技創新"]);
    assert_eq!(words[2], ["人物", "李家超", "率團"]);
    script.clone().keys("enter").stands_at("王浩").shows("關係 › 王浩").keys("ctrl-o").stands_at(START);
    script.clone().keys("G enter").stands_at("李家超").keys("B j").hides("人物  書籤");
    let script = script.keys("esc 3 k B");
    assert_eq!(selected(&script), Some(Item::Bookmark(LEE.to_owned())), "the entry that is read is selected");
}

const START: &str = "浙港高層會晤暨浙港合作會議第一次會議";

#[test]
fn the_list_fits_at_every_size_and_in_every_language() {
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        for size in ["120x36", "80x24", "60x20", "40x12", "20x5"] {
            let script = kept(size, lang).keys("B G");
            let screen = lines(&script.buffer());
            let cols = support::parse_size(size).cols;
            let width = |line: &str| zhegang::text::width(line, zhegang::text::Ambiguous::Narrow);
            assert!(screen.iter().all(|line| width(line) <= usize::from(cols)), "{screen:#?}");
            let row = screen.iter().find(|line| line.starts_with(" ›")).expect("a selected row");
            assert!(size == "20x5" || row.contains("率團"), "{size}: {row}");
            for keys in ["d", "e text:a esc"] {
                let asked = script.clone().keys(keys);
                assert!(footer(&asked).contains("y "), "{size}: {}", footer(&asked));
            }
        }
    }
}

#[test]
fn what_has_a_note_goes_after_a_question_and_what_goes_comes_back() {
    let script = kept("80x24", Lang::ZhHant).keys("B G d").shows("連同筆記刪除？  y 刪除  n 保留");
    script.clone().keys("n").shows("率團").keys("d esc").shows("率團").keys("d enter d").shows("連同筆記刪除？");
    let script = script.keys("y").shows("已刪除（按 u 復原）：李家超").hides("率團");
    assert_eq!(selected(&script).and_then(|item| matches!(item, Item::Bookmark(_)).then_some(())), Some(()));
    let script = script.keys("u").shows("已復原：李家超").shows("率團");
    assert_eq!(selected(&script), Some(Item::Bookmark(LEE.to_owned())));
    let script = script.keys("g g d").shows("已刪除（按 u 復原）：a").hides("王浩").keys("u").shows("王浩");
    let script = script.keys("g g d d d").shows("連同筆記刪除？").keys("y");
    let script = script.shows("還沒有書籤。按 b 把正在看的條目加為書籤");
    script.keys("d e enter G").shows("還沒有書籤").keys("u u u esc ' a").stands_at("王浩");
}

#[test]
fn the_note_of_a_row_is_edited_in_the_list() {
    let script = kept("80x24", Lang::ZhHant).keys("B G e").shows("筆記 › 率團").shows("科技創新");
    let script = script.keys("text:赴會 enter").shows("率團赴會").shows("已儲存筆記（按 u 復原）");
    let script = script.keys("g g e text:會面 enter").shows("關係  會面");
    assert!(script.state.kept.notes.values().any(|note| note == "會面"), "the entry of a mark is bookmarked with it");
    script.keys("e text:！ esc n").shows("關係  會面").keys("e esc").shows("a 人物");
}

#[test]
fn a_page_that_is_no_entry_is_not_bookmarked() {
    Script::open("80x24").keys("T b").shows("這一頁不是條目").keys("B").shows("還沒有書籤");
}

#[test]
fn what_the_record_no_longer_has_is_listed_by_its_id() {
    let mut script = kept("80x24", Lang::ZhHant);
    script.state.kept.notes.insert("person/nobody".to_owned(), "舊筆記".to_owned());
    let place = Place { address: "event:gone?view=relations".to_owned(), at: 3, of: 9 };
    script.state.kept.marks.insert('z', place);
    let script = script.keys("B G").shows("記錄中沒有").shows("person/nobody").shows("舊筆記");
    let script = script.keys("enter").shows("這份記錄沒有 person/nobody").keys("e").shows("筆記 › 舊筆記").keys("esc");
    let script = script.keys("g g j").shows("event:gone?view=relations").keys("enter").shows("這份記錄沒有 event:gone");
    let mut script = script.keys("e").shows("這份記錄沒有 event:gone").keys("esc ' z").shows("這份記錄沒有 event:gone");
    script.state.kept.notes.insert("a\u{1b}[31m\n".to_owned(), String::new());
    script.keys("B G k").shows("a␛[31m").keys("d").shows("已刪除（按 u 復原）：a␛[31m");
}

#[test]
fn a_note_moves_no_line_under_the_eyes_and_no_mark() {
    let far = Script::open("80x24").keys("3 enter b 0 enter pagedown pagedown");
    let line = |script: &Script| lines(&script.buffer())[3].split('╎').nth(1).expect("the reader").to_owned();
    let before = line(&far);
    let noted = far.keys("m a b b text:一 enter");
    assert_eq!(line(&noted), before);
    let back = noted.clone().keys("3 ' a");
    assert_eq!(line(&back), before);
    assert_eq!(line(&noted.keys("u u m b b b text:二 enter 3 ' b")), before);
    let top = Script::open("80x24").keys("0 enter m a b b text:一 enter ctrl-d ' a");
    assert_eq!(top.state.view.reading.top, 0);
}

#[test]
fn every_change_is_handed_out_to_be_kept() {
    let script = kept("80x24", Lang::ZhHant).keys("B G d y u");
    let note = |key: &str, note: Option<&str>| Keep::Note(key.to_owned(), note.map(str::to_owned));
    let kept: Vec<&Keep> = script
        .effects
        .iter()
        .map(|effect| match effect {
            Effect::Keep(keep) => keep,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(kept.len(), 6, "{kept:#?}");
    assert_eq!(*kept[0], note(LEE, Some("")));
    assert_eq!(*kept[1], note(LEE, Some("率團")));
    assert!(matches!(kept[3], Keep::Mark('a', Some(_))));
    assert_eq!(*kept[4], note(LEE, None));
    assert_eq!(*kept[5], note(LEE, Some("率團")));
    let again = Script::open("80x24").keys("3 m a m a b b enter");
    assert_eq!(again.effects.len(), 2, "what changes nothing is not kept again");
}

#[test]
fn what_is_copied_of_an_entry_is_the_records_alone() {
    let script = Script::open("80x24").keys("3 b b text:率團 enter y t");
    let text = script.effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text),
        _ => None,
    });
    assert!(text.is_some_and(|text| !text.contains("率團") && !text.contains("書籤")));
}

#[test]
fn both_answers_to_a_question_are_seen_on_a_small_screen() {
    for (lang, answers) in [
        (Lang::ZhHant, ["y 刪除  n 保留", "y 儲存  n 不儲存"]),
        (Lang::ZhHans, ["y 删除  n 保留", "y 保存  n 不保存"]),
        (Lang::En, ["y delete  n keep", "y save  n discard"]),
    ] {
        let noted = Script::open_in("40x12", lang).keys("3 b b text:a enter B");
        noted.clone().keys("d").shows(answers[0]);
        noted.keys("e text:b esc").shows(answers[1]);
    }
}
