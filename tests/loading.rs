//! The picture of a reading that takes its time.

mod support;

use support::lines;
use zhegang::data::{Lang, Progress, Reached};
use zhegang::text::Ambiguous;
use zhegang::ui::{Size, Theme};
use zhegang::view::Loading;

const MIB: usize = 1024 * 1024;

fn loading(name: &str, lang: Lang) -> Loading {
    Loading { name: name.to_owned(), lang, ambiguous: Ambiguous::Narrow, theme: Theme::TERMINAL }
}

#[test]
fn what_is_read_and_how_far_is_told_in_every_language_and_width() {
    let reached = Reached { read: 12 * MIB + MIB / 2, size: Some(25 * MIB), made: None };
    for (lang, what, way_out) in [
        (Lang::ZhHant, "正在讀取", "按 Esc 取消"),
        (Lang::ZhHans, "正在读取", "按 Esc 取消"),
        (Lang::En, "Reading", "Esc to cancel"),
    ] {
        for cols in 40..=120 {
            let picture = loading("議員.json", lang).draw(Size { cols, rows: 12 }, reached);
            assert_eq!(picture.cursor, None);
            let expected = [
                format!(" {what}  議員.json"),
                " 12.5 / 25.0 MiB  50%".to_owned(),
                String::new(),
                format!(" {way_out}"),
            ];
            assert_eq!(lines(&picture.buffer)[1..5], expected, "{lang:?} {cols}");
        }
    }
}

#[test]
fn the_work_after_reading_is_told_in_hundredths() {
    let progress = Progress::default();
    progress.expect(MIB);
    progress.add(MIB);
    progress.make(30..100, 1, 2);
    for (lang, what) in
        [(Lang::ZhHant, "正在整理記錄"), (Lang::ZhHans, "正在整理记录"), (Lang::En, "Putting the record together")]
    {
        let picture = loading("a.json", lang).draw(Size { cols: 40, rows: 12 }, progress.reached());
        assert_eq!(lines(&picture.buffer)[1..3], [format!(" {what}  a.json"), " 65%".to_owned()]);
    }
}

#[test]
fn every_size_and_every_name_is_drawn() {
    let names = ["", "名", &"很長的名字".repeat(100), "a\u{300}"];
    for (cols, rows) in [(1, 1), (2, 1), (3, 2), (1, 40), (40, 1), (5, 3), (400, 200)] {
        for name in names {
            let size = Size { cols, rows };
            let picture = loading(name, Lang::ZhHant).draw(size, Reached { read: usize::MAX, ..Reached::default() });
            assert_eq!(lines(&picture.buffer).len(), usize::from(rows));
        }
    }
    let cut = loading(&"很長的名字".repeat(100), Lang::ZhHant).draw(Size { cols: 40, rows: 9 }, Reached::default());
    assert!(lines(&cut.buffer)[1].ends_with('⋯'));
}
