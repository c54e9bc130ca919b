//! Stories of the pages beside the entries: timeline, relations, figures; and of the reader at its whole width.

mod support;

use support::{Script, lines};
use zhegang::data::{Kind, Lang, Relation};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::article::{Article, Role};
use zhegang::ui::page::Page;
use zhegang::ui::set::Set;
use zhegang::ui::ties::{self, Tie};

#[test]
fn the_timeline_tells_days_at_their_own_precision_and_leads_to_events() {
    let script = Script::open("120x70").keys("T");
    let screen = script.screen();
    for (date, name) in
        [("2023-06-26  ◦", "2023港澳．浙江周"), ("2024-07     ◦", "習近平回信"), ("2025-H2     ▸", "預告")]
    {
        let line = screen.lines().find(|line| line.contains(date)).expect(date);
        assert!(line.contains(name), "{line}");
    }
    assert_eq!(screen.matches("2025-04-24  ▪").count(), 1, "a day is named once");
    assert!(!screen.contains("2024-07-") && !screen.contains("2025-07"), "nothing is added to a date");
    let script = script.keys("tab enter");
    assert_eq!((script.state.view.page, script.here()), (Page::Entry, "簽署六份文件"));
    let script = script.keys("ctrl-o");
    assert_eq!(script.state.view.page, Page::Timeline);
    assert_eq!(script.keys("esc").state.view.page, Page::Entry);
}

#[test]
fn the_timeline_opens_where_the_reader_is() {
    let script = Script::open("80x24").keys("4 ] ] G T");
    let name = script.here().to_owned();
    script.shows(&name).keys("enter").stands_at(&name);
}

#[test]
fn what_was_held_what_is_planned_and_what_is_background_are_told_in_words_too() {
    Script::open("120x70")
        .keys("T")
        .shows("▪ 已舉行   ▸ 預告   ◦ 背景")
        .shows("預告，未見舉行的報道")
        .shows("同版另文");
    Script::open_in("120x70", Lang::En).keys("T").shows("▪ held   ▸ planned   ◦ background");
}

#[test]
fn relations_are_a_figure_and_lists_that_say_the_same() {
    let script = Script::open("120x36").keys("4 j r");
    let screen = script.screen();
    let figure = screen.lines().find(|line| line.contains("陳國基 ╌╌")).expect("a signatory in the figure");
    assert!(figure.contains("簽署人 ╎"), "{figure}");
    let set = script.state.set(&support::world());
    for (_, entries) in ties::of(&support::world().record, script.state.view.here) {
        for entry in entries {
            let links = set.links.iter().filter(|link| link.to == entry).count();
            assert!(links >= 2, "{entry:?} stands in the figure and in a list");
        }
    }
    script.keys("tab tab enter").keys("r").shows("關係 › ");
}

#[test]
fn a_figure_that_does_not_fit_is_left_to_its_lists() {
    Script::open("80x24").keys("4 j r").hides(" ╌ ").shows("▪ 陳國基  政務司司長").keys("z").shows("陳國基 ╌");
}

#[test]
fn long_figures_say_how_much_is_left_to_the_lists() {
    let script = Script::open("120x36").keys("3 r");
    let world = support::world();
    let what = ties::of(&world.record, script.state.view.here)
        .iter()
        .flat_map(|(_, entries)| entries.clone())
        .filter(|entry| !matches!(entry.kind, Kind::Person | Kind::Organisation))
        .count();
    script.shows(&format!("⋯ 下方另有{}項 ⋯", what - 16));
}

#[test]
fn nothing_is_said_of_two_entries_that_the_record_does_not_tie() {
    let world = support::world();
    let links = world.record.links();
    for id in world.record.all_ids() {
        for (tie, entries) in ties::of(&world.record, id) {
            for entry in entries {
                let through = |first: Relation, then: Relation| {
                    let middles = links.to(id).iter().filter(|link| link.relation == first);
                    let ends = middles.flat_map(|middle| links.from(middle.entry));
                    ends.filter(|link| link.relation == then).any(|link| link.entry == entry)
                };
                let is_told = match tie {
                    Tie::Names(_) | Tie::NamedBy(..) => links.tied(id, entry),
                    Tie::SpokeAt => through(Relation::Speaker, Relation::At),
                    Tie::Spoken => through(Relation::At, Relation::Speaker),
                    Tie::PlaceOfEvent => through(Relation::Participant, Relation::In),
                    Tie::PersonOfEvent => through(Relation::In, Relation::Participant),
                };
                assert!(is_told && entry != id, "{tie:?} {id:?} {entry:?}");
            }
        }
    }
}

#[test]
fn every_field_says_what_backs_it_and_what_is_missing_is_said() {
    let script = Script::open("120x36").keys("4 j s").shows("來源 › ").shows("記錄未載");
    let world = support::world();
    let set = script.state.set(&world);
    let agreement = &world.record.agreements[script.state.view.here.place()];
    let field = |name: &str| set.lines.iter().position(|line| line.text().starts_with(name)).expect("a field");
    let links = |line: usize| {
        let end = (line + 1..set.lines.len()).find(|next| !set.lines[*next].continues).unwrap_or(set.lines.len());
        set.links.iter().filter(|link| (line..end).contains(&link.lines.start)).map(|link| link.to).collect::<Vec<_>>()
    };
    let backing = |name: &str| {
        let backs = |fields: &[ecow::EcoString]| fields.is_empty() || fields.iter().any(|field| field == name);
        let sources = agreement.entry.sources.iter().filter(|source| backs(source.fields()));
        sources.filter_map(|source| source.document).collect::<Vec<_>>()
    };
    assert_eq!(links(field("簽署日期")), backing("date_signed"));
    assert_eq!(links(field("名稱")), backing("name"));
    let unsaid = set.lines.iter().skip_while(|line| line.text() != "記錄未載").nth(1).expect("what is missing").text();
    assert_eq!(unsaid.contains("所屬範疇"), agreement.policy_areas.is_empty());
    Script::open_in("120x36", Lang::En).keys("3 s").shows("Not in the record").shows("Date of birth");
}

#[test]
fn every_field_has_a_word_in_every_language() {
    let world = support::world();
    for lang in [Lang::ZhHant, Lang::ZhHans] {
        for id in world.record.all_ids() {
            let set = Set::of(&Article::page(&world, Page::Sources, id, lang), 80, Ambiguous::Narrow);
            let labels = set.lines.iter().flat_map(|line| &line.pieces).filter(|piece| piece.role == Role::Label);
            for label in labels {
                assert!(!label.text.contains(|c: char| c.is_ascii_alphabetic()), "{lang:?} {id:?}: {}", label.text);
            }
        }
    }
}

#[test]
fn figures_count_what_the_record_holds() {
    let script = Script::open("120x70").keys("F").shows("10 / 51").shows("各範疇的合作文件");
    let world = support::world();
    let set = script.state.set(&world);
    let told = |heading: &str, name: &str| {
        let from = set.lines.iter().position(|line| line.text() == heading).expect("a heading");
        let line = set.lines[from..].iter().find(|line| line.text().contains(name)).expect("a bar");
        line.pieces.last().map(|piece| piece.text.clone()).unwrap_or_default()
    };
    let lee = world.record.find("person/john-lee").expect("in the record");
    let said = world.record.statements.iter().filter(|statement| statement.speaker == Some(lee)).count();
    assert_eq!(told("發言", "李家超"), said.to_string());
    assert_eq!(told("各範疇可查到的項目", "航空"), "未見名稱");
    let science = world.record.ids(Kind::PolicyArea).nth(2).expect("thirteen areas");
    let signed = world.record.agreements.iter().filter(|agreement| agreement.policy_areas.contains(&science)).count();
    assert_eq!(told("各範疇的合作文件", "科技創新"), signed.to_string());
}

#[test]
fn a_page_is_left_where_it_was_opened() {
    for page in ["T", "F", "r", "s"] {
        let before = Script::open("120x36").keys("3 j");
        let view = before.state.view.clone();
        assert_eq!(before.keys(page).keys("esc").state.view, view, "{page} and Esc");
        let again = Script::open("120x36").keys("3 j").keys(page).keys(page);
        assert_eq!(again.state.view, view, "{page} twice");
        let script = Script::open("120x36").keys("3 j").keys(page).keys("1");
        assert_eq!(script.state.view.page, Page::Entry, "{page} and a pane");
    }
    Script::open("80x24").keys("T").shows("Esc 返回").hides("返回窗格");
}

#[test]
fn the_whole_width_has_nothing_beside_the_text() {
    for size in ["120x36", "80x24", "60x20", "40x12"] {
        let script = Script::open(size).keys("3 z");
        let rows = lines(&script.buffer());
        for row in &rows[1..rows.len() - 1] {
            assert!(!row.contains('╎') && !row.contains('|'), "{size}: {row}");
        }
        assert!(rows.iter().any(|row| row.starts_with("李家超")), "{size}: the text begins at the edge");
        let script = script.keys("j j j");
        let (anchor, name) = (script.state.view.reading.anchor, script.here().to_owned());
        let script = script.keys("z").stands_at(&name);
        assert!(!script.state.view.is_zoomed && script.state.view.in_reader, "{size}");
        let set = script.state.set(&support::world());
        assert_eq!(script.state.view.reading.top, set.line_at(anchor), "{size}: the same words are on top");
        assert!(!script.keys("z esc z 3").state.view.is_zoomed, "{size}: only the reader has the whole width");
    }
}

#[test]
fn pages_fit_every_size_in_every_language() {
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        for size in ["120x36", "80x24", "60x20", "40x12", "20x5", "7x3"] {
            for keys in ["T", "F", "3 s", "4 s", "3 r", "4 r", "3 r z", "T z", "T G", "F G"] {
                let script = Script::open_in(size, lang).keys(keys);
                let cols = usize::from(script.state.size.cols);
                for row in lines(&script.buffer()) {
                    assert!(text::width(&row, Ambiguous::Narrow) <= cols, "{size} {keys}: {row}");
                }
            }
        }
    }
}

#[test]
fn a_mark_of_the_legend_stands_beside_its_meaning() {
    for lang in [Lang::ZhHant, Lang::ZhHans, Lang::En] {
        for size in ["60x20", "40x12", "30x20"] {
            let script = Script::open_in(size, lang).keys("T g g");
            let screen = script.screen();
            let words = zhegang::ui::words::Words::of(lang);
            for told in [format!("▪ {}", words.held), format!("▸ {}", words.planned), format!("◦ {}", words.background)]
            {
                assert!(screen.contains(&told), "{told} at {size}:\n{screen}");
            }
        }
    }
}

#[test]
fn what_stands_for_a_number_is_whole() {
    let world = support::world();
    for lang in Lang::ALL {
        let figures = Article::page(&world, Page::Figures, world.start, lang);
        let words = zhegang::ui::words::Words::of(lang).not_named;
        for cols in 36..60 {
            let set = Set::of(&figures, cols, Ambiguous::Narrow);
            let lines: Vec<_> = set.lines.iter().map(zhegang::ui::set::Line::text).collect();
            assert!(lines.iter().any(|line| line.ends_with(words)), "{cols}: {lines:#?}");
            assert!(!lines.iter().any(|line| line.contains('⋯')), "{cols}: {lines:#?}");
        }
    }
}
