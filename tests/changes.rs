//! The page that tells what changed since an older version of the record.

#[path = "support/shell.rs"]
mod shell;
mod support;

use std::io::Write;
use std::process::Stdio;
use std::sync::Arc;

use serde_json::{Value, json};
use shell::{Temporary, run, stderr, stdout, zhegang};
use support::{Script, lines};
use zhegang::data::{self, Lang};
use zhegang::term::colour::Colours;
use zhegang::term::{News, Session};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::address::Address;
use zhegang::ui::article::Role;
use zhegang::ui::hindrance::Hindrance;
use zhegang::ui::kept::Place;
use zhegang::ui::page::Page;
use zhegang::ui::set::Line;
use zhegang::ui::state::Notice;
use zhegang::ui::{Linear, Options, Size, World, copy, hint, update};

const LANGS: [Lang; 3] = [Lang::ZhHant, Lang::ZhHans, Lang::En];

fn old() -> Value {
    json!({
        "meta": {"title": "議會", "license": "CC BY 4.0"},
        "persons": [
            {"id": "wong", "name": "黃一", "birth_date": "1960", "gender": "male", "email": "old@council.example"},
            {"id": "chan", "name": "陳二"},
            {"id": "lee", "name": "李三", "identifiers": [{"scheme": "wikidata", "identifier": "Q3"}]},
            {"id": "gone", "name": "何四"}
        ],
        "organizations": [{"id": "council", "name": "立法會", "classification": "chamber"}],
        "memberships": [{"person_id": "wong", "organization_id": "council", "role": "議員", "start_date": "2016"}],
        "speeches": [{"id": "s", "text": "浙港兩地一衣帶水，多年以來往來密切，今後還要更進一步加強合作，共同開創未來。"}]
    })
}

fn new() -> Value {
    json!({
        "meta": {"title": "議會", "license": "CC0"},
        "persons": [
            {"id": "new", "name": "新五"},
            {"id": "lee/2", "name": "Li San", "identifiers": [{"scheme": "wikidata", "identifier": "Q3"}]},
            {"id": "chan", "name": "陳貳"},
            {"id": "wong", "name": "黃一", "gender": "female", "death_date": "2024", "email": "new@council.example"}
        ],
        "organizations": [{"id": "council", "name": "立法會", "classification": "committee"}],
        "memberships": [
            {"person_id": "wong", "organization_id": "council", "role": "議員", "start_date": "2016", "end_date": "2020"}
        ],
        "speeches": [{"id": "s", "text": "浙港兩地一衣帶水，多年以來往來密切，今後還要再進一步加強合作，共同開創未來。"}]
    })
}

fn world(record: &Value) -> World {
    let loaded = data::load(record.to_string().as_bytes(), text::neutral).expect("it opens");
    World::new(loaded).expect("it has entries")
}

fn changed(old: &Value, new: &Value) -> Arc<World> {
    Arc::new(world(new).changed_from(&world(old)))
}

fn script(world: Arc<World>, size: &str, lang: Lang) -> Script {
    Script::of(world, size, lang, Ambiguous::Narrow)
}

/// The whole page, set in the lines of a screen.
fn set(world: &Arc<World>, size: &str, lang: Lang) -> Vec<Line> {
    let script = script(Arc::clone(world), size, lang).keys("D");
    assert_eq!(script.state.view.page, Page::Changes);
    script.state.set(&script.world).lines
}

/// The page as one text, with labels and values two columns from each other.
fn text_of(world: &Arc<World>, lang: Lang) -> String {
    let label = |line: &str| match line.trim_start().split_once("  ") {
        Some((label, value)) => {
            let indent = line.len() - line.trim_start().len();
            format!("{:indent$}{label}  {}", "", value.trim_start())
        }
        None => line.to_owned(),
    };
    let lines = set(world, "120x36", lang);
    lines.iter().map(|line| label(&line.plain(Ambiguous::Narrow))).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_changed_stands_in_groups_with_their_counts() {
    let told = text_of(&changed(&old(), &new()), Lang::ZhHant);
    for part in [
        "改動\n\n新增  2  人物\n刪除  2  人物\n改名  1  人物\n修改  3  人物 1、機構 1、發言 1\n疑為同一  1  人物",
        "關於這份記錄\n  資料授權  CC BY 4.0 -> CC0",
        "新增\n▪ 新五  人物\n▪ Li San  人物",
        "刪除\n◦ 李三  人物\n◦ 何四  人物",
        "改名\n▪ 陳貳  人物\n  名稱  陳二 -> 陳貳",
        "修改\n▪ 黃一  人物\n  出生日期  - 1960\n  逝世日期  + 2024\n  職務  議員、立法會  結束日期  + 2020\n  性別  男 -> 女\n  聯絡方法  有改動；要看內容，請加 --contacts",
        "▪ 立法會  機構\n  類別  議院 -> 委員會",
        "疑為同一條目，編號已改\n▪ Li San  人物\n  條目編號  lee -> lee/2\n  編號  wikidata Q3",
    ] {
        assert!(told.contains(part), "{part}\n\n{told}");
    }
    for (lang, part) in [(Lang::ZhHans, "  性别  男 -> 女"), (Lang::En, "  died  + 2024")] {
        let told = text_of(&changed(&old(), &new()), lang);
        assert!(told.contains(part), "{told}");
    }
    assert!(!told.contains("council.example"));
    let mut open = world(&new());
    open.shows_contacts = true;
    let told = text_of(&Arc::new(open.changed_from(&world(&old()))), Lang::ZhHant);
    assert!(told.contains("old@council.example -> new@council.example"), "{told}");
}

#[test]
fn the_page_opens_at_its_top_whatever_was_read_before() {
    script(changed(&old(), &new()), "80x24", Lang::ZhHant).keys("1 j enter D").shows("改動").shows("疑為同一");
    let people = |ids: std::ops::Range<usize>| {
        let people: Vec<Value> = ids.map(|id| json!({"id": format!("p{id}"), "name": format!("甲{id}")})).collect();
        json!({"persons": people})
    };
    let world = changed(&people(0..120), &people(100..220));
    for (lang, title, removed) in
        [(Lang::ZhHant, "改動", "刪除  100  人物"), (Lang::En, "Changes", "Removed  100  People")]
    {
        let script = script(Arc::clone(&world), "80x24", lang).keys("1 G enter D");
        assert_eq!(script.state.view.reading.top, 0);
        let script = script.shows(title).shows(removed);
        // A link in sight is selected, and the way back leads to what was read.
        assert_eq!(script.state.view.reading.link, Some(0));
        assert_eq!(script.keys("D").here(), "甲219");
    }
}

#[test]
fn an_entry_opens_and_the_way_leads_back() {
    let first = script(changed(&old(), &new()), "80x24", Lang::ZhHant).keys("D").shows("▪ 新五  人物");
    let entry = first.clone().keys("enter");
    assert_eq!((entry.here(), entry.state.view.page), ("新五", Page::Entry));
    let back = entry.keys("ctrl-o");
    assert_eq!(back.state.view.page, Page::Changes);
    assert_eq!(back.clone().keys("tab tab enter").here(), "陳貳", "what was removed is no link");
    assert_eq!(back.keys("D").state.view.page, Page::Figures, "the key that opened it leaves it");
    let by_name = script(changed(&old(), &new()), "80x24", Lang::En).keys(": text:changes enter");
    assert_eq!(by_name.state.view.page, Page::Changes);
}

#[test]
fn that_nothing_changed_is_said() {
    for (lang, words) in LANGS.into_iter().zip(["內容沒有改動", "内容没有改动", "Nothing changed"]) {
        script(changed(&old(), &old()), "80x24", lang).keys("D").shows(words).keys("esc j k");
    }
}

#[test]
fn where_there_is_nothing_to_compare_with_the_page_is_not_offered() {
    let alone = script(Arc::new(world(&new())), "120x36", Lang::En);
    let offers = |script: &Script| hint::hints(&script.state, &script.world).iter().any(|hint| hint.words == "changes");
    assert!(!offers(&alone) && offers(&script(changed(&old(), &new()), "120x36", Lang::En)));
    let refused = alone.clone().keys("D").shows("no older version to compare with");
    assert_eq!(refused.state.notice, Some(Notice::Hindered(Hindrance::NoOlder)));
    assert_eq!(refused.state.view, alone.state.view);
    alone.keys(": text:changes").shows("no older version to compare with").keys("enter esc");
}

#[test]
fn the_page_has_an_address_and_a_place_that_need_an_older_version() {
    let world = changed(&old(), &new());
    let there = script(Arc::clone(&world), "80x24", Lang::En).keys("tab D");
    let address = copy::address(&there.state, &there.world).to_string();
    assert!(address.ends_with("?view=changes"), "{address}");
    let address = Address::read(&address, &world.record).expect("it leads back");
    let mut again = script(Arc::clone(&world), "80x24", Lang::En);
    update::follow_address(&mut again.state, &world, &address);
    assert_eq!(again.state.view.page, Page::Changes);
    let place = Place::of(&there.state, &world);
    let alone = Arc::new(self::world(&new()));
    for (world, page) in [(&world, Page::Changes), (&alone, Page::Entry)] {
        let mut resumed = script(Arc::clone(world), "80x24", Lang::En);
        update::resume(&mut resumed.state, world, &place);
        assert_eq!(resumed.state.view.page, page);
    }
    let file = Temporary::new("alone.json", new().to_string().as_bytes());
    let told = stdout(&run(&[file.path(), "--lang", "en", "open", "?view=changes"]));
    assert_eq!(told, "Changes\n\nThere is no older version to compare with.\n");
}

#[test]
fn the_page_fits_every_size() {
    let world = changed(&old(), &new());
    for lang in LANGS {
        for size in ["120x36", "80x24", "60x20", "40x12", "20x5", "7x3", "1x1"] {
            let script = script(Arc::clone(&world), size, lang).keys("D G");
            let cols = usize::from(script.state.size.cols);
            for row in lines(&script.buffer()) {
                assert!(text::width(&row, Ambiguous::Narrow) <= cols, "{size}: {row}");
            }
        }
        for size in ["120x36", "80x24", "60x20", "40x12"] {
            let lines = set(&world, size, lang);
            for line in &lines {
                let text = line.text();
                assert!(!text.trim_start().starts_with(['，', '。', '、', '；', '：', '）']), "{size}: {text}");
            }
            // What goes on hangs under what it goes on with.
            let is_bullet = |line: &&Line| line.pieces.first().is_some_and(|piece| piece.role == Role::Bullet);
            for piece in lines.iter().skip_while(|line| !is_bullet(line)).filter_map(|line| line.pieces.first()) {
                assert!(piece.col >= 2 || matches!(piece.role, Role::Bullet | Role::Heading), "{size}: {}", piece.text);
            }
        }
    }
}

#[test]
fn much_that_changed_is_counted_and_listed_in_part() {
    const PEOPLE: usize = 10_000;
    let of = |year: u16, kept: std::ops::Range<usize>| {
        let people: Vec<Value> = kept
            .map(|number| json!({"id": format!("p{number}"), "name": "甲", "birth_date": year.to_string()}))
            .collect();
        let votes: Vec<Value> = people[..1_000]
            .iter()
            .map(|person| json!({"voter_id": person["id"], "option": if year == 1960 { "yes" } else { "no" }}))
            .collect();
        json!({"persons": people, "vote_events": [{"id": "v", "identifier": "表決", "votes": votes}]})
    };
    let world = changed(&of(1960, 0..PEOPLE), &of(1961, 500..PEOPLE + 500));
    let count = set(&world, "120x36", Lang::En).len();
    assert!(count < 1_300, "{count}");
    let told = text_of(&world, Lang::En);
    for part in ["Changed  9501  People 9500, Votes 1", "Added  500  People", "\n9301 more", "\n100 more"] {
        assert!(told.contains(part), "{part}");
    }
    // Of a vote that is told alone, not all that changed in it.
    let votes =
        |year| json!({"persons": of(year, 0..PEOPLE)["persons"], "vote_events": of(year, 0..PEOPLE)["vote_events"]});
    let mut same_people = votes(1961);
    same_people["persons"] = votes(1960)["persons"].clone();
    let told = text_of(&changed(&votes(1960), &same_people), Lang::En);
    assert!(told.lines().count() < 60 && told.contains("960 more"), "{told}");
}

#[test]
fn what_changed_is_found_once() {
    let world = changed(&old(), &new());
    let found = world.differences(Lang::En).expect("there is an older version").as_ptr();
    script(Arc::clone(&world), "80x24", Lang::En).keys("D j j tab enter ctrl-o");
    assert_eq!(world.differences(Lang::En).expect("there is an older version").as_ptr(), found);
}

#[test]
fn no_more_than_one_older_version_is_kept() {
    let first = world(&old());
    let record = Arc::downgrade(&first.record);
    let second = world(&new()).changed_from(&first);
    drop(first);
    assert!(record.upgrade().is_some());
    let mut next = new();
    next["persons"][0]["name"] = "新六".into();
    let third = world(&next).changed_from(&second);
    drop(second);
    assert!(record.upgrade().is_none());
    assert_eq!(third.differences(Lang::En).map(<[_]>::len), Some(1));
}

#[test]
fn a_version_in_which_nothing_changed_is_compared_with_the_one_before_it() {
    let second = world(&new()).changed_from(&world(&old()));
    let found = second.differences(Lang::En).expect("there is an older version").as_ptr();
    let touched = world(&new()).changed_from(&second);
    drop(second);
    assert_eq!(touched.differences(Lang::En).expect("there still is").as_ptr(), found, "nothing is compared again");
    script(Arc::new(touched), "120x36", Lang::En).keys("D").shows("Renamed").shows("CC BY 4.0 -> CC0");
    let mut moved = new();
    moved["persons"].as_array_mut().expect("people").swap(0, 1);
    let moved = world(&moved).changed_from(&world(&new()).changed_from(&world(&old())));
    assert_eq!(moved.differences(Lang::En).map(<[_]>::len), Some(0), "ids stand for other entries there");
}

#[test]
fn much_is_compared_when_it_is_asked_for_and_not_when_a_newer_version_comes() {
    let people = |count: usize, name: &str| {
        let people: Vec<Value> = (0..count).map(|id| json!({"id": format!("p{id}"), "name": name})).collect();
        json!({"persons": people})
    };
    let options = Options::new(Size { cols: 120, rows: 36 }, Lang::En, Ambiguous::Narrow);
    let mut session = Session::new(Arc::new(world(&people(6_000, "甲"))), options, Colours::None);
    assert!(session.world().is_compared(session.lang()), "there is nothing to compare with");
    session.hear_news(News::Newer(Box::new(world(&people(6_000, "乙")))));
    session.frame();
    assert!(!session.world().is_compared(session.lang()), "it is left to whoever runs the session");
    session.feed(b"D");
    session.frame();
    assert!(session.world().is_compared(Lang::En) && !session.world().is_compared(Lang::ZhHant));
    assert!(changed(&old(), &new()).is_compared(Lang::En), "a small one is compared when that is asked for");
}

#[test]
fn what_the_last_save_changed_is_told_while_a_file_is_watched() {
    let first = Arc::new(world(&old()));
    let record = Arc::downgrade(&first.record);
    let options = Options::new(Size { cols: 120, rows: 36 }, Lang::En, Ambiguous::Narrow);
    let mut session = Session::new(first, options, Colours::None);
    let screen = |session: &mut Session| {
        session.forget();
        String::from_utf8(session.frame()).expect("UTF-8")
    };
    session.feed(b"D");
    assert!(screen(&mut session).contains("no older version to compare with"));
    session.hear_news(News::Newer(Box::new(world(&new()))));
    let told = screen(&mut session);
    assert!(told.contains("D tells what changed"), "{told}");
    session.feed(b"D");
    let told = screen(&mut session);
    assert!(told.contains("licence") && !told.contains("Older file"), "{told}");
    // The page stays open, and tells of the next save alone.
    let mut next = new();
    next["persons"][0]["name"] = "新六".into();
    session.hear_news(News::Newer(Box::new(world(&next))));
    let told = screen(&mut session);
    assert!(told.contains("Renamed") && !told.contains("licence"), "{told}");
    assert!(record.upgrade().is_none(), "the first version is forgotten");
}

#[test]
fn typed_words_tell_it_too() {
    let world = changed(&old(), &new());
    let mut linear = Linear::new(&world, Lang::ZhHant, false);
    let told = linear.answer(&world, "改動").text + &linear.answer(&world, "全部").text;
    for line in [
        "\n職務：議員、立法會，結束日期：新增2020\n",
        "\n性別：原為男，現為女\n",
        "\n出生日期：刪除1960\n",
        "共同開創未來。現為⋯來密切",
    ] {
        assert!(told.contains(line), "{line}{told}");
    }
    assert!(!told.contains("->"), "{told}");
    let lists = linear.answer(&world, "列出").text;
    assert!(lists.contains(". 改動\n"), "{lists}");
    assert!(linear.answer(&world, "連結").text.contains("1. "));
    assert!(linear.answer(&world, "1").text.starts_with("人物：新五"));
    let alone = Arc::new(self::world(&new()));
    let mut linear = Linear::new(&alone, Lang::En, false);
    assert_eq!(linear.answer(&alone, "changes").text, "no older version to compare with\n");
    assert!(!linear.answer(&alone, "list").text.contains("Changes"));
}

fn files() -> [Temporary; 2] {
    [("old.json", old()), ("new.json", new())].map(|(name, record)| Temporary::new(name, record.to_string().as_bytes()))
}

#[test]
fn the_page_is_printed_where_there_is_no_terminal() {
    let [old, new] = files();
    let output = run(&["--lang", "en", "diff", "--page", old.path(), new.path()]);
    let told = stdout(&output);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()));
    assert!(told.starts_with("Changes\n\nOlder file ") && told.contains("male -> female\n"), "{told}");
    let same = run(&["--lang", "en", "diff", "--page", new.path(), new.path()]);
    assert_eq!(
        (same.status.code(), stdout(&same).as_str()),
        (Some(0), "Changes\n\nNothing changed since the older version.\n")
    );
    let output = run(&["--contacts", "diff", "--page", old.path(), new.path()]);
    assert!(stdout(&output).contains("new@council.example"));
    let mut child = zhegang()
        .args(["--linear", "--lang", "zh-Hant", "diff", old.path(), new.path(), "--page"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("a pipe").write_all("全部\n後退\n".as_bytes()).expect("it reads");
    let told = stdout(&child.wait_with_output().expect("it ends"));
    assert!(told.contains("\n改動\n舊版：") && told.contains("\n性別：原為男，現為女\n"), "{told}");
}

#[test]
fn what_is_wrong_with_the_files_is_told_behind_the_page() {
    let faulty = |mut record: Value| {
        record["persons"][1]["birth_date"] = "someday".into();
        Temporary::new("faulty.json", record.to_string().as_bytes())
    };
    let (old, new) = (faulty(old()), faulty(new()));
    let told = stderr(&run(&["diff", "--page", old.path(), new.path()]));
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.contains(old.path()) && told.contains(new.path()), "{told}");
}

#[test]
fn what_can_not_be_shown_is_refused() {
    let [old, new] = files();
    let bad = Temporary::new("bad.json", b"{");
    let cases: [&[&str]; 7] = [
        &["diff", "--page"],
        &["diff", "--page", "--json", old.path(), new.path()],
        &["diff", "--page", "-", "-"],
        &["diff", "--page", old.path(), bad.path()],
        &["diff", "--page", bad.path(), new.path()],
        &[old.path(), "diff", "--page", old.path(), new.path()],
        &["--linear", "diff", "--page", "-", new.path()],
    ];
    for args in cases {
        let output = run(args);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{args:?}");
        assert!(!output.stderr.is_empty());
    }
}
