//! Tests of the loader: a record with every field, and what its pieces come to.

mod faults;
mod notes;
mod properties;

use std::borrow::Cow;

use super::{Fault, Loaded, MOST_FAULTS, load};
use crate::data::id::{EntryId, Kind};
use crate::data::lang::{Lang, Tag};
use crate::data::model::{Certainty, DatePart, PartialDate, Quotation, Record};

/// A record with every field of the format.
pub const WHOLE: &str = include_str!("tests/whole.json");

/// Stands in for the neutraliser of the program.
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) { text.replace(char::is_control, "?").into() } else { text.into() }
}

fn read(source: &str) -> Loaded {
    load(source.as_bytes(), neutral).unwrap()
}

/// What is wrong in a file, without what an author may only want to know.
fn told(loaded: &Loaded) -> Vec<&Fault> {
    loaded.faults.iter().filter(|fault| fault.is_told()).collect()
}

fn refused(source: impl AsRef<[u8]>) -> String {
    load(source.as_ref(), neutral).unwrap_err().to_string()
}

fn id(record: &Record, key: &str) -> EntryId {
    record.find(key).unwrap()
}

#[test]
fn a_whole_record_opens_without_faults() {
    let Loaded { record, faults, skipped, .. } = read(WHOLE);
    assert_eq!((faults, skipped), (vec![], 0));
    let counts = Kind::ALL.map(|kind| record.count(kind));
    assert_eq!(counts, [0, 1, 1, 1, 2, 2, 0, 1, 0, 0, 2, 2, 2]);
    for entry in record.all_ids() {
        assert_eq!(record.find(&record.entry(entry).key), Some(entry));
    }
}

#[test]
fn meta_says_what_the_record_is_about() {
    let record = read(WHOLE).record;
    let meta = &record.meta;
    assert_eq!(meta.title.as_ref().unwrap().shown(Lang::En), "The meeting");
    assert_eq!(meta.event, record.find("event/meeting"));
    assert_eq!(meta.main_document, record.find("document/page"));
    assert_eq!((meta.stated.policy_areas, meta.stated.projects, meta.stated.agreements), (Some(13), Some(27), Some(5)));
    assert_eq!(meta.note.as_ref().unwrap().shown(Lang::ZhHant), "記錄");
    assert_eq!(meta.sources[0].document, record.find("document/page"));
}

#[test]
fn people_have_names_dates_and_offices() {
    let record = read(WHOLE).record;
    let person = &record.people[0];
    let tags: Vec<_> = person.entry.name.forms().map(|form| form.tag.clone()).collect();
    assert_eq!(tags, [Tag::ZhHant, Tag::En, Tag::ZhHans]);
    assert_eq!(person.entry.name.forms().last().unwrap().note(), Some("script conversion"));
    assert_eq!(person.entry.description().unwrap().shown(Lang::En), "Official");
    assert_eq!(person.entry.certainty(), Some(Certainty::Reported));
    assert_eq!(person.entry.inferred(), ["birth_date"]);
    assert_eq!(person.birth, Some(PartialDate { year: 1957, part: DatePart::Month(12) }));
    assert_eq!(person.death, Some(PartialDate { year: 2031, part: DatePart::Year }));
    let office = &person.offices[0];
    assert_eq!(office.role.as_ref().unwrap().shown(Lang::En), "Secretary");
    assert_eq!(office.organisation, record.find("organization/office"));
    assert_eq!(office.sources[0].document, record.find("document/page"));
    assert_eq!(office.inferred(), ["role"]);
    let other = &record.people[1];
    assert_eq!(other.entry.name.forms().last().unwrap().tag, Tag::Unsaid);
    assert_eq!(other.offices[0].note().unwrap().shown(Lang::ZhHant), "兼任");
}

#[test]
fn the_meeting_has_its_areas_projects_agreements_and_statements() {
    let record = read(WHOLE).record;
    let meeting = record.find("event/meeting");
    let area = &record.policy_areas[0];
    assert_eq!((area.number, area.stated_projects, area.event), (Some(1), Some(3), meeting));
    assert_eq!(area.entry.sources[0].fields(), ["name"]);
    let project = &record.projects[0];
    assert_eq!(*project.policy_areas, [id(&record, "policy-area/1")]);
    assert_eq!(project.actions[0].shown(Lang::En), "Co-operate");
    assert_eq!(*project.organisations, [id(&record, "organization/hk")]);
    assert_eq!((&*project.places, project.event), ([id(&record, "area/ningbo")].as_slice(), meeting));
    let agreement = &record.agreements[0];
    assert_eq!(agreement.classification.as_deref(), Some("memorandum"));
    assert_eq!(agreement.signed.unwrap().to_string(), "2025-04-24");
    assert_eq!(agreement.signatories[0].person, id(&record, "person/a"));
    assert_eq!(agreement.signatories[0].on_behalf_of, record.find("organization/hk"));
    assert_eq!(*agreement.witnesses, [id(&record, "person/b")]);
    let statement = &record.statements[0];
    assert_eq!(statement.entry.name.shown(Lang::En), "Co-operate more");
    assert_eq!((statement.speaker, statement.event), (record.find("person/a"), meeting));
    assert_eq!((statement.about, statement.quotation), (record.find("event/visit"), Quotation::QuotedInPart));
    assert_eq!(statement.terms[0].shown(Lang::ZhHant), "雙循環");
}

#[test]
fn events_places_and_documents_keep_what_they_say() {
    let record = read(WHOLE).record;
    let event = &record.events[0];
    assert_eq!((event.classification.as_deref(), event.time_of_day.as_deref()), (Some("conference"), Some("morning")));
    assert_eq!((event.places[0], event.parent), (id(&record, "area/ningbo"), record.find("event/visit")));
    assert_eq!(event.participants[0].entry, id(&record, "person/a"));
    assert_eq!(event.participants[0].role.as_deref(), Some("chair"));
    assert_eq!(event.participants[1].entry, id(&record, "organization/hk"));
    assert_eq!(record.events[1].start.unwrap().to_string(), "2025-H1");
    assert_eq!(record.events[1].status.as_deref(), Some("done"));
    assert_eq!(record.places[1].parent, record.find("area/zj"));
    let document = &record.documents[0];
    assert_eq!(document.publisher.as_ref().unwrap().shown(Lang::En), "The Daily");
    assert_eq!(document.url.as_deref(), Some("https://example.com/1"));
    assert_eq!(*document.authors, [id(&record, "person/b")]);
    assert_eq!(*document.mentions, ["person/a", "organization/hk", "area/zj"].map(|key| id(&record, key)));
    let fact = &document.facts[0];
    assert_eq!((fact.text.shown(Lang::ZhHant), fact.certainty), ("有雨", Some(Certainty::Inferred)));
    assert_eq!(fact.sources[0].document, record.find("document/report"));
    assert_eq!(record.documents[1].entry.sources[0].url.as_deref(), Some("https://example.com/2"));
}

#[test]
fn what_real_files_do_is_no_fault() {
    let cases = [
        "{}",
        r#"{"meta": null, "persons": null, "warnings": [{"a": 1, "a": 2}]}"#,
        r#"{"meta": {"format_version": "1.7", "sources": ["https://example.com"]}}"#,
        r#"{"persons": [{"id": 7, "name": "a", "birth_date": "", "other_names": null, "image": {}}],
            "memberships": [{"person_id": 7, "role": "r", "organization_id": ""}]}"#,
        r#"{"policy_areas": [{"id": "a", "name": "b", "identifier": 4}]}"#,
        r#"{"persons": [{"id": "a", "name": "b", "other_descriptions": [{"lang": "en", "text": "only here"}]}]}"#,
    ];
    for source in cases {
        let loaded = read(source);
        assert_eq!((told(&loaded), loaded.skipped), (vec![], 0), "{source}");
    }
    assert_eq!(read(cases[3]).record.people[0].offices.len(), 1);
    assert_eq!(read(cases[3]).record.find("7"), Some(EntryId::new(Kind::Person, 0)));
}

#[test]
fn every_text_of_the_file_is_neutralised() {
    let loaded = read(
        r#"{"\u001b[m": 1, "\u001b[m": 2, "persons": [{"id": "\u001b", "name": "a\u001b]b", "parent_id": 1}],
        "documents": [{"id": "d", "name": "d", "url": "x\u0007", "inferred": ["\u0000"], "person_ids": ["\u0007"]}]}"#,
    );
    assert_eq!(loaded.record.entry(id(&loaded.record, "?")).name.shown(Lang::En), "a?]b");
    assert_eq!(loaded.record.documents[0].url.as_deref(), Some("x?"));
    assert_eq!(loaded.record.documents[0].entry.inferred(), ["?"]);
    assert_eq!(loaded.faults[0].pointer, "/?[m");
    assert!(!format!("{loaded:?}").contains("\\u{1b}"), "{loaded:?}");
}

#[test]
fn files_that_are_no_record_are_refused_with_the_place_and_the_way_out() {
    let newer = "{\"meta\": {\"title\": \"浙港\", \"format_version\": \"2.1\"}}";
    let cases: [(&[u8], &str); 10] = [
        (b"", "line 1, column 1: the file is empty; a record is one JSON object"),
        (b"\xEF\xBB\xBF \n ", "line 2, column 1: the file is empty; a record is one JSON object"),
        (
            "{\"浙\":\n\"港\" x}".as_bytes(),
            "line 2, column 5: this is not JSON (expected `,` or `}`); correct it here or just before",
        ),
        (
            "{\"浙\": 港}".as_bytes(),
            "line 1, column 7: this is not JSON (expected value); correct it here or just before",
        ),
        (
            "{\"浙港\": [1,".as_bytes(),
            "line 1, column 10: the file ends in the middle of a value; look whether its end got lost",
        ),
        ("\n ['浙']".as_bytes(), "line 2, column 3: this is not JSON (expected value); correct it here or just before"),
        (
            b"\r\n [1]",
            "line 2, column 2: a record must be one object, but this file is an array; put it in { } as the format says",
        ),
        (
            b"\xEF\xBB\xBF{\"\xE6\xB5\x99\xFF",
            "line 1, column 4: the byte FF at offset 8 is not UTF-8; save the file as UTF-8",
        ),
        (b"\xFF\xFE{\0}\0", "line 1, column 1: the file is UTF-16; save it as UTF-8"),
        (
            newer.as_bytes(),
            "line 1, column 44: the file has format version \"2.1\" and this program reads up to \"1.0\"; use a newer program",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(refused(source), expected);
    }
    assert!(refused(r#"{"meta": {"format_version": 2}}"#).contains("format version \"2\""));
}

#[test]
fn a_load_error_is_an_error() {
    let error: Box<dyn std::error::Error> = Box::new(load(b"[1", neutral).unwrap_err());
    assert!(error.to_string().starts_with("line 1, column 2: the file ends"), "{error}");
}

#[test]
fn depth_is_no_danger() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let inside = read(&format!("{{\"x\": {deep}, \"persons\": {deep}, \"meta\": {{\"title\": {deep}}}}}"));
        assert!(inside.faults.len() >= 2);
        assert!(refused(open.repeat(100_000)).contains("ends in the middle"));
    }
}

#[test]
fn a_long_line_full_of_faults_takes_no_quadratic_time() {
    let person = |index: usize| format!(r#"{{"id":{index},"name":"浙","birth_date":1,"parent_id":0}}"#);
    let area = |index: usize| format!(r#"{{"id":"a{index}","name":"浙","parent_id":"a{}"}}"#, index + 1);
    let list = |item: &dyn Fn(usize) -> String| (0..20_000).map(item).collect::<Vec<_>>().join(",");
    let loaded = read(&format!(r#"{{"persons":[{}],"areas":[{}]}}"#, list(&person), list(&area)));
    let told = told(&loaded);
    assert_eq!((told.len(), loaded.unlisted), (MOST_FAULTS, [20_001 - MOST_FAULTS, 0, 0]));
    assert_eq!(told[MOST_FAULTS - 2].pointer, format!("/persons/{}/birth_date", MOST_FAULTS - 2));
}
