//! The bundled record: it loads without a fault, and it holds what it says it holds.

mod support;

use support::world;
use zhegang::data::model::Source;
use zhegang::data::{self, Kind, Lang, Record, Tag};
use zhegang::text;
use zhegang::ui::words::Words;

const AREAS: [&str; 13] = [
    "共建「一帶一路」及商貿投資",
    "金融",
    "科技創新",
    "航空",
    "法律和爭議解決",
    "文化和旅遊",
    "教育",
    "青年發展",
    "醫療衞生和中醫藥",
    "環境保護",
    "住房安居",
    "人才和公務員交流",
    "便利港人在內地發展",
];
const AGREEMENTS: [&str; 6] = [
    "關於「浙港合作會議」機制的安排",
    "浙港高層會晤暨「浙港合作會議」第一次會議合作備忘錄",
    "關於深化浙港科技創新合作備忘錄",
    "關於深化創新房屋科技、智慧屋邨管理及幸福社區交流與合作意向書",
    "關於推動兩地經貿高質量合作發展備忘錄",
    "共同推動青年發展合作備忘錄",
];

fn names(record: &Record, kind: Kind) -> Vec<&str> {
    record.ids(kind).map(|id| record.entry(id).name.shown(Lang::ZhHant)).collect()
}

#[test]
fn the_bundled_record_has_no_fault() {
    let loaded = data::load(data::BUNDLED.as_bytes(), text::neutral).expect("it opens");
    assert_eq!(loaded.faults, []);
    assert_eq!(loaded.skipped, 0);
}

#[test]
fn the_areas_stand_in_the_order_of_the_page() {
    let world = world();
    assert_eq!(names(&world.record, Kind::PolicyArea), AREAS);
    let numbers: Vec<_> = world.record.policy_areas.iter().map(|area| area.number).collect();
    assert_eq!(numbers, (1..=13).map(Some).collect::<Vec<_>>());
}

#[test]
fn the_numbers_hold() {
    let record = &world().record;
    let counts = Kind::ALL.map(|kind| (kind, record.count(kind)));
    assert_eq!(
        counts,
        [
            (Kind::Volume, 0),
            (Kind::PolicyArea, 13),
            (Kind::Project, 10),
            (Kind::Agreement, 6),
            (Kind::Person, 30),
            (Kind::Organisation, 32),
            (Kind::Post, 0),
            (Kind::Statement, 28),
            (Kind::Motion, 0),
            (Kind::VoteEvent, 0),
            (Kind::Event, 20),
            (Kind::Place, 19),
            (Kind::Document, 40),
        ]
    );
    let stated = record.meta.stated;
    assert_eq!((stated.policy_areas, stated.projects, stated.agreements), (Some(13), Some(51), Some(6)));
}

#[test]
fn events_have_dates_people_offices_and_statements_their_terms() {
    let record = &world().record;
    assert!(record.events.iter().all(|event| event.start.is_some()));
    let without: Vec<_> = record.people.iter().filter(|person| person.offices.is_empty()).collect();
    assert!(without.iter().all(|person| person.entry.description().is_some()), "who they are is said");
    assert_eq!((without.len(), record.people.iter().map(|person| person.offices.len()).sum::<usize>()), (2, 33));
    assert_eq!(record.statements.iter().map(|statement| statement.terms.len()).sum::<usize>(), 23);
}

#[test]
fn the_agreements_have_their_parties_signatories_and_witnesses() {
    let record = &world().record;
    assert_eq!(names(record, Kind::Agreement), AGREEMENTS);
    let name = |id| record.entry(id).name.shown(Lang::ZhHant);
    for (number, agreement) in record.agreements.iter().enumerate() {
        assert_eq!(agreement.parties.len(), 2);
        let signatories: Vec<_> = agreement.signatories.iter().map(|signatory| name(signatory.person)).collect();
        let witnesses: Vec<_> = agreement.witnesses.iter().map(|witness| name(*witness)).collect();
        if number < 2 {
            assert_eq!(signatories, ["陳國基", "盧山"]);
            assert_eq!(witnesses, ["李家超", "王浩", "周霽", "劉捷"]);
        } else {
            assert!(signatories.is_empty() && witnesses.is_empty(), "no source names them");
            assert!(agreement.entry.inferred().iter().any(|field| field == "parties"));
        }
    }
}

#[test]
fn every_entry_has_its_names_and_a_source() {
    let record = &world().record;
    for id in record.all_ids() {
        let entry = record.entry(id);
        for tag in [Tag::ZhHant, Tag::ZhHans, Tag::En] {
            assert!(entry.name.forms().any(|form| form.tag == tag), "{} has no {tag:?} name", entry.key);
        }
        let is_document = id.kind == Kind::Document;
        assert!(is_document || !entry.sources.is_empty(), "{} has no source", entry.key);
    }
    assert!(record.projects.iter().all(|project| !project.policy_areas.is_empty()));
}

#[test]
fn every_person_can_be_found_by_pinyin_and_nearly_all_by_jyutping() {
    let record = &world().record;
    let spelt = |tag: &Tag| record.people.iter().filter(|person| person.entry.name.romanised(tag).is_some()).count();
    assert_eq!(spelt(&Tag::Pinyin), 30);
    assert_eq!(spelt(&Tag::Jyutping), 28, "two are open in the facts");
}

#[test]
fn every_code_of_the_record_has_its_word() {
    let record = &world().record;
    for lang in [Lang::ZhHant, Lang::ZhHans] {
        let words = Words::of(lang);
        let assert_word = |code: &str, word: &str| assert_ne!(code, word, "{lang:?} has no word for it");
        for code in record.agreements.iter().filter_map(|one| one.classification.as_deref()) {
            assert_word(code, words.class(code));
        }
        for code in record.organisations.iter().filter_map(|one| one.classification.as_deref()) {
            assert_word(code, words.class(code));
        }
        for code in record.places.iter().filter_map(|one| one.classification.as_deref()) {
            assert_word(code, words.class(code));
        }
        for event in &record.events {
            event.classification.iter().for_each(|code| assert_word(code, words.class(code)));
            event.status.iter().for_each(|code| assert_word(code, words.status_word(code)));
            event.time_of_day.iter().for_each(|code| assert_word(code, words.time_of_day(code)));
            for code in event.participants.iter().filter_map(|participant| participant.role.as_deref()) {
                assert_word(code, words.role(code));
            }
        }
        for document in &record.documents {
            document.classification.iter().for_each(|code| assert_word(code, words.class(code)));
            document.language.iter().for_each(|code| assert_word(code, words.language_name(code)));
        }
        for office in record.people.iter().flat_map(|person| &person.offices) {
            office.inferred().iter().for_each(|code| assert_word(code, words.field(code)));
        }
        for id in record.all_ids() {
            let entry = record.entry(id);
            let fields = entry.inferred().iter().chain(entry.sources.iter().flat_map(Source::fields));
            fields.for_each(|code| assert_word(code, words.field(code)));
            let notes = entry.name.forms().filter_map(|form| form.note());
            notes.for_each(|code| assert_word(code, words.form_note(code)));
        }
    }
}

/// The texts of the record, and where each keeps its other languages.
const TEXTS: [(&str, &str); 7] = [
    ("name", "other_names"),
    ("title", "other_titles"),
    ("description", "other_descriptions"),
    ("note", "other_notes"),
    ("text", "other_texts"),
    ("role", "other_roles"),
    ("publisher", "other_publishers"),
];

fn assert_in_all_languages(value: &serde_json::Value, path: &str, count: &mut usize) {
    if let Some(fields) = value.as_object() {
        let is_entry = !fields.contains_key("lang") && !fields.contains_key("entity_type");
        for (text, others) in TEXTS.into_iter().filter(|(text, _)| is_entry && fields.contains_key(*text)) {
            let others = fields.get(others).and_then(serde_json::Value::as_array).map_or(&[][..], Vec::as_slice);
            for lang in ["zh-Hans", "en"] {
                assert!(others.iter().any(|other| other["lang"] == lang), "{path}/{text} is not there in {lang}");
            }
            *count += 1;
        }
        fields.iter().for_each(|(key, value)| assert_in_all_languages(value, &format!("{path}/{key}"), count));
    } else if let Some(items) = value.as_array() {
        items.iter().enumerate().for_each(|(at, item)| assert_in_all_languages(item, &format!("{path}/{at}"), count));
    }
}

#[test]
fn every_text_of_the_file_is_there_in_three_languages() {
    let file: serde_json::Value = serde_json::from_str(data::BUNDLED).expect("it is JSON");
    let mut count = 0;
    assert_in_all_languages(&file, "", &mut count);
    assert!(count > 400, "only {count} texts were looked at");
}

#[test]
fn the_file_holds_nothing_that_would_have_to_be_neutralised() {
    for line in data::BUNDLED.lines() {
        assert_eq!(text::neutral(line), line);
    }
}
