//! Stories without a screen: lines are typed, and text is read.

mod support;

use proptest::prelude::*;
use support::world;
use zhegang::data::{EntryId, Kind, Lang, load};
use zhegang::text::{Ambiguous, neutral};
use zhegang::ui::World;
use zhegang::ui::action::{Action, Edit, Effect, Motion};
use zhegang::ui::article::{Article, Block};
use zhegang::ui::kept::Keep;
use zhegang::ui::keymap;
use zhegang::ui::linear::word::Word;
use zhegang::ui::linear::{Linear, lines, table};
use zhegang::ui::page::Page;
use zhegang::ui::set::{Line, Set};
use zhegang::ui::state::Overlay;

const LANGS: [Lang; 3] = [Lang::ZhHant, Lang::ZhHans, Lang::En];

/// A session of typed lines.
struct Dialogue {
    linear: Linear,
    /// What was said to the last line.
    said: String,
    effects: Vec<Effect>,
    is_over: bool,
}

impl Dialogue {
    fn open(lang: Lang) -> Self {
        let mut linear = Linear::new(&world(), lang, false);
        let said = linear.greeting(&world(), None).text;
        Self { linear, said, effects: Vec::new(), is_over: false }
    }

    fn types(mut self, line: &str) -> Self {
        let answer = self.linear.answer(&world(), line);
        let acts = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}');
        let is_over = answer.effects.contains(&Effect::Quit);
        let is_whole = is_over || answer.text.ends_with('\n');
        assert!(!answer.text.contains(acts) && is_whole, "{:?}", answer.text);
        Self { linear: self.linear, said: answer.text, effects: answer.effects, is_over }
    }

    #[track_caller]
    fn says(self, words: &str) -> Self {
        assert!(self.said.contains(words), "{words:?} was not said:\n{}", self.said);
        self
    }

    #[track_caller]
    fn says_just(self, lines: &str) -> Self {
        assert_eq!(self.said, format!("{lines}\n"));
        self
    }

    #[track_caller]
    fn stands_at(self, name: &str) -> Self {
        let here = self.linear.state().view.here;
        assert_eq!(world().record.entry(here).name.shown(Lang::ZhHant), name, "{}", self.said);
        self
    }
}

#[test]
fn a_list_a_number_and_the_way_back() {
    Dialogue::open(Lang::ZhHant)
        .types("列出 人物")
        .says("人物：30項\n1. 李家超，香港特別行政區行政長官\n")
        .types("３")
        .says("人物：周霽\nZhou Ji（官方名稱）\n")
        .stands_at("周霽")
        .types("連結")
        .says("3. 文件：關於「浙港合作會議」機制的安排\n")
        .types("3")
        .stands_at("關於「浙港合作會議」機制的安排")
        .types("後退")
        .says_just("人物：周霽")
        .types("b")
        .says_just("行程：浙港高層會晤暨浙港合作會議第一次會議")
        .types("後退")
        .says_just("沒有可後退之處")
        .types("前進")
        .says_just("人物：周霽")
        .types("離開");
}

#[test]
fn the_same_in_english_and_in_simplified_chinese() {
    Dialogue::open(Lang::En).types("list people").types("1").says("Person: John Lee\n李家超\n").stands_at("李家超");
    Dialogue::open(Lang::ZhHans).types("列出人物").types("5").says("人物：陈国基\n").types("后退").says("行程：");
    Dialogue::open(Lang::ZhHans).types("list people").says("人物：30项\n");
}

#[test]
fn no_pause_follows_a_full_stop() {
    for id in world().record.all_ids() {
        for lang in [Lang::ZhHant, Lang::ZhHans] {
            let said = lines(&Article::of(&world(), id, lang), lang).join("\n");
            assert!(!said.contains("。，") && !said.contains("，，"), "{said}");
        }
    }
    let visit = Dialogue::open(Lang::En).types("search visit to yongxin").types("1").types("all");
    visit.types("copy text").says("carried on. John Lee\n");
}

#[test]
fn the_kinds_have_counts_and_numbers() {
    let kinds =
        Dialogue::open(Lang::En).types("list").says("1. Areas: 13\n2. Projects: 10, 51 according to the sources");
    kinds.types("3").says("People: 30\n").types("list").types("10").says("Timeline\n2023-06-26: ");
    Dialogue::open(Lang::ZhHant).types("地點").says("地點：19項\n");
}

#[test]
fn a_list_and_a_text_come_in_portions() {
    let dialogue = Dialogue::open(Lang::En).types("list people").says("\n14 more lines: Enter.\n");
    let told = dialogue.said.lines().count();
    assert!(told <= 21, "{told}");
    let rest = dialogue.types("").says("17. ").says("30. ");
    let rest = rest.types("").says_just("Nothing more.").types("30").says("Person, background: ");
    let whole = rest.types("list people").types("all").says("30. ").types("choices").says("1. John Lee").types("more");
    let read = whole.says("30. ").types("home").says("more lines: Enter.").types("all");
    read.says("Sources:\n").types("more").says_just("Nothing more.");
}

#[test]
fn a_search_tells_how_many_and_of_which_kinds() {
    Dialogue::open(Lang::ZhHant)
        .types("搜尋科技")
        .says("搜尋「科技」：20項，範疇1項，項目1項，")
        .says("1. 範疇：科技創新\n")
        .types("類別 人物")
        .says("搜尋「科技」：1項屬於「人物」\n1. 人物：孫東，")
        .types("類別 全部")
        .says("2. 機構：創新科技署\n")
        .types("類別")
        .says("屬於「範疇」")
        .types("類別 甚麼")
        .says("沒有「甚麼」，可用：全部、")
        .types("類別 all")
        .types("類別 全部")
        .types("2")
        .stands_at("創新科技署")
        .types("n")
        .says("第3項結果，共20項\n地點，區域：新田科技城\n")
        .types("p")
        .stands_at("創新科技署")
        .types("結果")
        .says("1. 範疇：科技創新\n")
        .types("分組")
        .says("範疇1項\n1. 範疇：科技創新\n機構3項\n")
        .types("以往搜尋")
        .says_just("1. 科技")
        .types("1")
        .says("搜尋「科技」：20項");
}

#[test]
fn the_next_hit_after_a_search_is_its_first() {
    let read = Dialogue::open(Lang::ZhHant).types("search ljc").types("next").stands_at("李家超");
    read.types("搜尋").says("最近看過：\n").types("1").says("行程，會議：");
}

/// A record of so many people of one name.
fn crowd(count: usize) -> World {
    let person = |number: usize| serde_json::json!({"id": format!("p/{number}"), "name": format!("王{number}")});
    let people: Vec<_> = (1..=count).map(person).collect();
    let file = serde_json::json!({ "persons": people }).to_string();
    World::new(load(file.as_bytes(), neutral).expect("a record")).expect("it has entries")
}

#[test]
fn hits_go_on_where_the_list_ends() {
    let world = crowd(300);
    let mut linear = Linear::new(&world, Lang::En, false);
    assert!(linear.answer(&world, "search 王").text.contains("19. Person: 王19\n281 more lines: Enter.\n"));
    linear.answer(&world, "all");
    let rest = linear.answer(&world, "all").text + &linear.answer(&world, "").text;
    assert!(rest.contains("300. Person: 王300\n") && !rest.contains("\n2. Person"), "{rest}");
    assert!(linear.answer(&world, "299").text.starts_with("Person: 王299\n"));
}

#[test]
fn a_search_waits_for_the_index_of_a_large_record() {
    let world = crowd(50_001);
    let mut linear = Linear::new(&world, Lang::En, false);
    let answer = linear.answer(&world, "search 王7777");
    assert!(answer.text == "Making the index: 0%\n" && linear.awaits_index(), "{}", answer.text);
    world.build_index();
    assert!(linear.catch_up(&world).text.contains("1. Person: 王7777\n"));
    assert!(!linear.awaits_index());
}

#[test]
fn a_search_that_finds_nothing_says_so() {
    let near = Dialogue::open(Lang::En).types("search 李嘉超").says("Not as typed, but close:\n");
    near.says("1. Person: John Lee").types("search qqqq").says("Nothing found for \"qqqq\".\nUnderstood as: ");
    Dialogue::open(Lang::En).types("hits").says_just("Nothing has been searched for yet");
    Dialogue::open(Lang::En).types("next").says_just("Nothing has been searched for yet");
}

#[test]
fn near_sounds_can_be_switched() {
    let on = Dialogue::open(Lang::En)
        .types("slips")
        .says_just("Searches take near sounds for each other, as n and ng, z and zh.");
    assert!(on.linear.state().slips);
    let off = on
        .types("search li")
        .types("slips")
        .says("Searches do not take near sounds for each other.\nSearch for \"li\": ");
    assert!(!off.linear.state().slips);
}

#[test]
fn words_are_found_in_a_text_or_else_in_everything() {
    let text = Dialogue::open(Lang::En).types("search ljc").types("1").types("find memorandum");
    let next = text.says_just(
        "Match 1 of 1: Co-operation Memorandum of the High-Level Meeting cum First Plenary Session of the Hong \
         Kong/Zhejiang Co-operation Conference",
    );
    let twice = next.types("find 2025-04-24").says("Match 1 of 10: ").types("n").says("Match 2 of 10: ");
    let round =
        twice.types("N").says("Match 1 of 10: ").types("p").says("Continued from the other end\nMatch 10 of 10: ");
    let hit = round.types("next hit").says("Hit 2 of ");
    let bars = hit.types("figures").types("find housing").says_just("Match 1 of 2: 11 Housing: none named");
    let bars =
        bars.types("find belt").says("Match 1 of 2: 1 Joint pursuit of the Belt and Road development and business ");
    let hit = bars
        .types("n")
        .says(" investment: 1\n")
        .types("open person:john-lee")
        .types("find ka-chiu")
        .says(": John Lee Ka-chiu, full name\n");
    hit.types("find 科技創新")
        .says("\"科技創新\" not found\nSearch for \"科技創新\": ")
        .types("1")
        .stands_at("科技創新");
}

#[test]
fn a_label_that_a_screen_would_cut_is_said_whole() {
    let body = Dialogue::open(Lang::En).types("list bodies").types("9").stands_at("房屋局");
    let found =
        body.types("sources").types("find wen wei").says_just("Match 1 of 2: Name: Hong Kong Wen Wei Po 2025-04-25");
    found.types("n").says_just("Match 2 of 2: What it is part of: Hong Kong Wen Wei Po 2025-04-25");
}

#[test]
fn every_page_is_reached_and_left() {
    let person = Dialogue::open(Lang::En).types("open person:john-lee").says("Person: John Lee\n");
    let pages = person.types("relations").says("Person: John Lee\nHolds office in:\n");
    let pages = pages.types("relations").says("Holds office in:\n").types("sources").says("Name: Hong Kong Wen Wei Po");
    let pages = pages.types("timeline").says("2025-04-24: Signing of six documents, morning, Hangzhou\n");
    let pages = pages.types("figures").says("Named projects by area:\n").says("4 Aviation: none named\n");
    let pages = pages.types("back").says_just("Timeline").types("b").says_just("Sources: John Lee");
    let links = pages.types("b").says_just("Relations: John Lee").types("links").says("1. Body: Government of the");
    links.types("open ?view=timeline").says("Timeline\n").types("open ?view=timeline").says("Timeline\n");
}

#[test]
fn what_is_tied_can_be_listed_and_narrowed_to() {
    let tied = Dialogue::open(Lang::En).types("search 科技創新").types("1").types("tied");
    let tied = tied.says("Projects:\n2. Project: Universities, ");
    let narrowed = tied.types("narrow").says("Lists now have only what is tied to \"Innovation and technology\"; ");
    let list =
        narrowed.types("list projects").says("Projects: 2, only what is tied to \"Innovation and technology\"\n");
    let list = list.types("list areas").says_just("Areas: 0, only what is tied to \"Innovation and technology\"");
    let list = list.stands_at("科技創新").types("narrow").says_just("All entries shown").types("list projects");
    list.says("Projects: 10\n");
}

#[test]
fn where_one_is_has_an_address_that_leads_there() {
    let there = Dialogue::open(Lang::En).types("open person:john-lee?view=relations").types("where");
    let there = there.says_just("Relations: John Lee\nperson:john-lee?view=relations");
    let lost = there.types("open person:nobody").says_just("The record has no place \"person:nobody\".");
    lost.types("open person/john-lee?q=ljc")
        .says("Search for \"ljc\": ")
        .types("where")
        .says("Search: ljc\nperson:john-lee?q=ljc");
}

#[test]
fn what_is_copied_elsewhere_is_said_alone() {
    let person = || Dialogue::open(Lang::En).types("open person:john-lee");
    person().types("copy name").says_just("John Lee");
    person().types("copy link").says_just("person:john-lee");
    person().types("copy citation").says("\"John Lee\", ").says(", person/john-lee\n");
    person().types("copy markdown").says("**John Lee**, ");
    person().types("copy text").says("Person: John Lee\n").says("Sources:\n");
    person().types("copy").says_just("\"copy\" needs after it: name, text, citation, markdown or link.");
    person().types("copy all").says_just("There is no \"all\"; use one of: name, text, citation, markdown, link.");
    Dialogue::open(Lang::ZhHant).types("複製 名稱").says_just("浙港高層會晤暨浙港合作會議第一次會議");
    let url = Dialogue::open(Lang::En).types("open document:wenweipo-2025-04-25-a15").types("address");
    assert!(url.said.lines().count() == 2 || url.said.contains("No source"), "{}", url.said);
    person().types("code").says("\nhttps://");
}

#[test]
fn a_marked_place_is_returned_to() {
    let marked = Dialogue::open(Lang::En).types("open person:john-lee?view=relations").types("mark a");
    let away =
        marked.says_just("Marked as a").types("home").types("return a").says("Person: John Lee\nHolds office in:\n");
    let listed =
        away.types("home").types("return").says_just("1. a: John Lee, Relations").types("1").says("Holds office in:");
    let none = listed.types("return b").says_just("There is no mark b").types("mark 港").says("A mark is a letter");
    none.types("home")
        .types("mark ａ")
        .says_just("Mark a moved here from \"John Lee\"")
        .types("mark ab")
        .says("A mark is");
    Dialogue::open(Lang::ZhHant).types("返回標記").says_just("還沒有標記").types("標記 B").says_just("已標記為 B");
}

#[test]
fn bookmarks_and_notes_are_kept_and_undone() {
    let none = Dialogue::open(Lang::En).types("bookmarks").says_just("There are no bookmarks or marks yet.");
    let kept = none.types("open person:john-lee").types("bookmark").says_just("Bookmarked: John Lee");
    assert_eq!(kept.effects, [Effect::Keep(Keep::Note("person/john-lee".into(), Some(String::new())))]);
    let kept = kept
        .types("bookmark")
        .says_just("Already bookmarked: John Lee")
        .types("read")
        .says("Person, bookmark: John Lee\n");
    let noted =
        kept.types("note").says_just("There is no note.").types("note ask \u{1b}[2Jhim").says_just("Note saved");
    let noted = noted.types("note").says_just("ask ␛[2Jhim").types("read").says("\nNote: ask ␛[2Jhim\n");
    let noted = noted.types("home").types("mark b").types("bookmarks");
    let listed = noted.says("1. b: High-Level").says("\n2. John Lee, ask ␛[2Jhim\n").types("2").stands_at("李家超");
    let removed = listed.types("remove 2").says_just("Removed: John Lee").types("undo").says_just("Undone: John Lee");
    let removed =
        removed.types("remove").says_just("Removed: John Lee").types("remove").says_just("There is no bookmark here.");
    assert!(removed.linear.state().kept.notes.is_empty());
    let back = removed.types("undo").types("note -").says_just("Note cleared").types("bookmarks").types("remove 1");
    back.says_just("Removed: b")
        .types("remove 9")
        .says_just("The record has no place \"9\".")
        .types("timeline")
        .types("note x")
        .says_just("This page is not an entry and can't be bookmarked");
    Dialogue::open(Lang::ZhHant).types("筆記 再看").says_just("已儲存筆記").types("復原").says("已復原");
}

#[test]
fn the_language_is_switched_and_told() {
    let zh = Dialogue::open(Lang::En).types("language").says_just("繁體中文").types("語言 简体").says_just("简体中文");
    let zh = zh.types("language en").says_just("English").types("language zh-hant").says_just("繁體中文");
    zh.types("語言 法文").says("沒有「法文」，可用：zh-Hant、zh-Hans、en。").types("read").says("行程，會議：");
}

#[test]
fn a_mistake_gets_one_sentence_and_ends_nothing() {
    for (line, said) in [
        ("serach x", "There is no word \"serach\"; similar ones: search."),
        ("qqqq", "There is no word \"qqqq\"; help lists all words."),
        ("re", "\"re\" may be: read, relations, return, remove."),
        ("7", "There is nothing to choose yet; type list, links or search first."),
        (
            "list things",
            "There is no \"things\"; use one of: Areas, Projects, People, Bodies, Places, Agreements, Statements, Events, Sources.",
        ),
        ("find", "\"find\" needs after it: WORDS."),
        ("queries", "No hit of a search has been opened yet."),
        ("back to start", "\"back\" takes nothing after it."),
        ("\u{1b}[2J\u{7}", "There is no word \"␛[2J␇\"; help lists all words."),
    ] {
        let said_so = Dialogue::open(Lang::En).types(line).says_just(said);
        assert!(!said_so.is_over);
    }
    let list = Dialogue::open(Lang::En).types("list people");
    list.types("31").says_just("There is no 31; choose 1 to 30.").types("0").says("Event, meeting: ");
    Dialogue::open(Lang::ZhHant).types("re").says_just("「re」可以是：read、relations、return、remove。");
    assert!(Dialogue::open(Lang::En).types("quit").is_over);
}

#[test]
fn the_help_has_every_word_in_every_language() {
    for lang in LANGS {
        let help = Dialogue::open(lang).types("help");
        let (first, rest) = (help.said.clone(), help.types("all").said);
        for word in table::words() {
            let line = format!("{}\n", word.words(lang));
            assert!(first.contains(&line) || rest.contains(&line), "{}", word.name(lang));
        }
        let one = Dialogue::open(lang).types("help search").said;
        assert_eq!(one.lines().count(), 2, "{one}");
    }
    let found =
        Dialogue::open(Lang::En).types("help source").says("sources: what backs each part of the entry\nAlso: ");
    let found = found.types("help Of The Source").says_just("address: the address of the source");
    found.types("help qqqq").says_just("There is no word \"qqqq\"; help lists all words.");
    Dialogue::open(Lang::ZhHant).types("說明 撤銷").says("復原 undo：").types("說明 网址").says("網址 address：");
    Dialogue::open(Lang::ZhHans).types("帮助 搜寻").says("搜索 search 词语：搜索全部条目");
}

/// What only a screen has. Typed lines need none of it: nothing is selected or scrolled, the terminal edits and suspends by
/// itself, what was said stays where it is and has no colours, nothing is asked before something is removed, for `undo` brings it back, and a typed word
/// is what a palette is for.
fn is_of_a_screen(action: Action) -> bool {
    match action {
        Action::Move(motion) => !matches!(motion, Motion::Down | Motion::PageDown | Motion::First | Motion::Last),
        Action::ShiftLeft
        | Action::ShiftRight
        | Action::SwitchMouse
        | Action::Zoom
        | Action::Palette
        | Action::Redraw
        | Action::Suspend
        | Action::Complete => true,
        action => matches!(action, Action::Edit(_) | Action::Yes | Action::No | Action::NextTheme),
    }
}

#[test]
fn every_key_has_a_word_or_is_of_a_screen() {
    for binding in keymap::TABLE {
        let has_word = table::words().any(|word| word.stands_for(binding.action));
        let action = binding.action;
        assert!(
            has_word || is_of_a_screen(action),
            "{action:?} cannot be reached by a typed word: see ui/linear/table.rs"
        );
    }
    assert!(is_of_a_screen(Action::Edit(Edit::Left)));
}

#[test]
fn every_word_that_just_does_what_a_key_does_does_it() {
    for (line, holds) in [
        ("narrow", (|linear: &Linear| linear.state().view.narrowed.is_some()) as fn(&Linear) -> bool),
        ("timeline", |linear| linear.state().view.page == Page::Timeline),
        ("slips", |linear| linear.state().slips),
        ("search ljc", |linear| matches!(linear.state().overlay, Overlay::Search(_))),
    ] {
        assert!(holds(&Dialogue::open(Lang::En).types(line).linear), "{line}");
    }
}

/// Nothing draws or stands for a picture: no box, bar, bullet or Braille.
#[test]
fn no_text_has_signs_that_are_noise() {
    let is_noise = |c: char| matches!(c, '\u{2500}'..='\u{25ff}' | '\u{2800}'..='\u{28ff}' | '⋯');
    for lang in LANGS {
        let mut dialogue = Dialogue::open(lang);
        for line in ["help", "list", "figures", "timeline", "home", "relations", "tied", "links", "search a", "group"] {
            dialogue = dialogue.types(line);
            assert!(!dialogue.said.contains(is_noise), "{}", dialogue.said);
            dialogue = dialogue.types("all");
            assert!(!dialogue.said.contains(is_noise), "{}", dialogue.said);
        }
        for id in world().record.all_ids() {
            for page in Page::ALL {
                let said = lines(&Article::page(&world(), page, id, lang), lang).concat();
                assert!(!said.contains(is_noise), "{said}");
            }
        }
    }
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn an_entry_says_what_the_reader_says() {
    let world = world();
    let all: Vec<EntryId> = world.record.all_ids().collect();
    for lang in LANGS {
        for id in &all {
            let article = Article::of(&world, *id, lang);
            let said = lines(&article, lang).concat();
            let read: String = Set::of(&article, 84, Ambiguous::Narrow).lines.iter().map(Line::text).collect();
            let (mut said, mut read) = (letters(&said), letters(&read));
            // The number of a bar stands in the first line of a name that takes two.
            if article.blocks.iter().any(|block| matches!(block, Block::Bar { .. })) {
                said.sort_unstable();
                read.sort_unstable();
            }
            assert!(said == read, "{id:?}");
        }
    }
}

#[test]
fn what_is_read_is_the_article_of_what_is_open() {
    let mut dialogue = Dialogue::open(Lang::En);
    for kind in Kind::ALL.into_iter().filter(|kind| world().record.count(*kind) > 0) {
        dialogue = dialogue.types(&format!("list {}", zhegang::ui::words::Words::of(Lang::En).kinds(kind))).types("2");
        let here = dialogue.linear.state().view.here;
        assert_eq!(here.kind, kind);
        let expected = lines(&Article::of(&world(), here, Lang::En), Lang::En).join("\n") + "\n";
        dialogue = dialogue.types("copy text");
        assert_eq!(dialogue.said, expected);
        let told = dialogue.types("read");
        let (first, rest) = (told.said.clone(), told.types("all"));
        let is_whole = first == expected;
        let first: Vec<&str> = first.lines().filter(|line| is_whole || !line.ends_with("more lines: Enter.")).collect();
        let rest_lines = if is_whole { Vec::new() } else { rest.said.lines().collect() };
        assert_eq!([first, rest_lines].concat().join("\n") + "\n", expected);
        dialogue = rest;
    }
}

fn any_line() -> impl Strategy<Value = String> {
    let names: Vec<&'static str> = table::words().flat_map(Word::typed).collect();
    let word = proptest::sample::select(names).prop_map(str::to_owned);
    let rest = prop_oneof!["[0-9]{1,3}", "[a-z]{0,3}", "\\PC{0,8}", Just("人物".to_owned()), Just("ljc".to_owned())];
    prop_oneof![
        any::<String>(),
        word.clone(),
        (word, rest).prop_map(|(word, rest)| format!("{word} {rest}")),
        "[0-9]{1,3}",
        Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_lines_are_answered_in_plain_text(
        lines in proptest::collection::vec(any_line(), 1..16),
        lang in proptest::sample::select(LANGS.to_vec()),
    ) {
        let mut dialogue = Dialogue::open(lang);
        for line in lines {
            dialogue = dialogue.types(&line);
        }
    }
}

#[test]
fn two_entries_are_compared_part_by_part() {
    let chosen = Dialogue::open(Lang::En).types("open john-lee").types("compare");
    let chosen = chosen.says_just("Comparing \"John Lee\": go to another entry and type compare");
    let told = chosen.types("open wang-hao").types("compare").says("Tied to both:").types("all");
    let told = told.says("John Lee:\nOffices:\nChief Executive").says("Wang Hao:\nOffices:\nSecretary");
    told.types("links").says("Hangzhou").types("back").stands_at("王浩");
    Dialogue::open(Lang::ZhHant).types("比較").types("比較").says_just("不再比較");
}
