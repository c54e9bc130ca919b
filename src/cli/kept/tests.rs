//! Any note comes back, broken files are set aside, and sessions do not lose each other's changes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::text;

/// A folder that is gone when the test is over. It is not made before something is kept in it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        Self(std::env::temp_dir().join(format!("zhegang-{}-kept-{number}", std::process::id())))
    }

    fn with(bytes: &[u8]) -> Self {
        let folder = Self::new();
        fs::create_dir(&folder.0).unwrap();
        fs::write(folder.0.join(BOOKMARKS), bytes).unwrap();
        folder
    }

    fn shelf(&self, record: &str) -> Shelf {
        Shelf::new(Some(self.0.clone()), record.to_owned())
    }

    /// What a new session has.
    fn kept(&self, record: &str) -> Kept {
        self.shelf(record).open().kept.unwrap_or_default()
    }

    fn file(&self) -> String {
        fs::read_to_string(self.0.join(BOOKMARKS)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}

fn note(key: &str, note: Option<&str>) -> Keep {
    Keep::Note(key.to_owned(), note.map(str::to_owned))
}

fn at(address: &str) -> Place {
    Place { address: address.to_owned(), at: 3, of: 10 }
}

#[test]
fn reading_makes_nothing() {
    let folder = Folder::new();
    let mut shelf = folder.shelf("r");
    assert_eq!((shelf.open(), shelf.last()), (Reply { kept: Some(Kept::default()), trouble: None }, None));
    assert!(!folder.0.exists());
}

#[test]
fn what_is_kept_is_there_for_the_next_session_of_the_same_record() {
    let folder = Folder::new();
    let mut shelf = folder.shelf("r");
    shelf.keep(note("person/a", Some("甲")));
    shelf.keep(Keep::Mark('z', Some(at("person:a?view=relations"))));
    let reply = shelf.keep(note("person/b", Some("")));
    shelf.leave(Some(note("person/b", Some("乙"))), &at("person:b"));
    let kept = folder.kept("r");
    assert_eq!(reply.kept.map(|kept| kept.marks), Some(kept.marks.clone()));
    assert_eq!(kept.marks[&'z'], at("person:a?view=relations"));
    assert_eq!(kept.notes.into_iter().collect::<Vec<_>>(), [("person/a", "甲"), ("person/b", "乙")].map(owned));
    assert_eq!(folder.kept("another"), Kept::default());
    assert_eq!((folder.shelf("r").last(), folder.shelf("another").last()), (Some(at("person:b")), None));
    assert_eq!(folder.names(), ["bookmarks.json", "lock", "places.json"]);
    assert_eq!(fs::metadata(&folder.0).unwrap().permissions().mode() & 0o777, 0o700);
}

fn owned((key, note): (&str, &str)) -> (String, String) {
    (key.to_owned(), note.to_owned())
}

#[test]
fn sessions_do_not_lose_each_others_changes() {
    let folder = Folder::new();
    let (mut one, mut other) = (folder.shelf("r"), folder.shelf("r"));
    one.keep(note("a", Some("1")));
    let reply = other.keep(note("b", Some("2")));
    assert_eq!(reply.kept.map(|kept| kept.notes.len()), Some(2), "it hears of the other's");
    one.keep(note("a", None));
    other.keep(note("b", Some("3")));
    let mut third = folder.shelf("another");
    third.keep(note("c", Some("4")));
    assert_eq!(folder.kept("r").notes.into_iter().collect::<Vec<_>>(), [owned(("b", "3"))], "what is removed is gone");
    assert_eq!(folder.kept("another").notes.len(), 1);
}

#[test]
fn many_sessions_at_once_keep_everything() {
    let folder = Folder::new();
    std::thread::scope(|scope| {
        for number in 0..8 {
            let mut shelf = folder.shelf("r");
            scope.spawn(move || {
                for more in 0..5 {
                    let reply = shelf.keep(note(&format!("{number}-{more}"), Some("")));
                    assert_eq!(reply.trouble, None);
                }
            });
        }
    });
    assert_eq!(folder.kept("r").notes.len(), 40);
}

#[test]
fn what_a_file_has_besides_stays_in_it() {
    let file = json!({ "version": 1, "by": "hand", "records": {
        "s": 5,
        "r": { "notes": { "a": "1", "b": 2 }, "marks": { "ab": {}, "x": { "address": "p", "at": 9 } }, "more": [] },
    }});
    let folder = Folder::with(file.to_string().as_bytes());
    let kept = folder.kept("r");
    assert_eq!(kept.notes.into_iter().collect::<Vec<_>>(), [owned(("a", "1"))]);
    assert_eq!(kept.marks[&'x'], Place { address: "p".to_owned(), at: 0, of: 0 });
    folder.shelf("r").keep(note("c", Some("3")));
    let mut expected = file;
    expected["records"]["r"]["notes"]["c"] = json!("3");
    assert_eq!(serde_json::from_str::<Value>(&folder.file()).unwrap(), expected);
}

#[test]
fn broken_files_are_set_aside_one_beside_the_other() {
    let broken: [&[u8]; 6] = [b"", b"{", b"[]", b"{\"version\": \"1\", \"records\": {}}", b"{\"version\":1}", b"\xff"];
    let folder = Folder::with(b"x");
    for (number, bytes) in broken.iter().enumerate() {
        fs::write(folder.0.join(BOOKMARKS), bytes).unwrap();
        let reply = folder.shelf("r").open();
        let name = if number == 0 {
            "bookmarks.json.broken".to_owned()
        } else {
            format!("bookmarks.json.broken.{}", number + 1)
        };
        assert_eq!(reply, Reply { kept: Some(Kept::default()), trouble: Some(Trouble::SetAside(name.clone())) });
        assert_eq!(fs::read(folder.0.join(&name)).unwrap(), *bytes);
        assert!(!folder.0.join(BOOKMARKS).exists());
    }
    fs::write(folder.0.join(BOOKMARKS), b"broken while a session goes on").unwrap();
    let mut shelf = folder.shelf("r");
    let reply = shelf.keep(note("a", Some("1")));
    assert_eq!(reply.trouble, Some(Trouble::SetAside("bookmarks.json.broken.7".to_owned())));
    assert_eq!((folder.kept("r").notes.len(), shelf.complaints().len()), (1, 1));
}

#[test]
fn a_newer_file_is_left_alone() {
    let file = br#"{"version": 2, "records": {"r": {"notes": {"a": "1"}}}}"#;
    let folder = Folder::with(file);
    let mut shelf = folder.shelf("r");
    assert_eq!(shelf.open(), Reply { kept: None, trouble: Some(Trouble::Newer) });
    assert_eq!(shelf.keep(note("b", Some(""))), Reply { kept: None, trouble: Some(Trouble::Newer) });
    assert_eq!(folder.file().as_bytes(), file);
    assert_eq!(shelf.complaints().len(), 2, "{:?}", shelf.complaints());
}

#[test]
fn what_could_not_be_saved_is_saved_with_the_next_change() {
    let folder = Folder::new();
    fs::write(&folder.0, b"in the way of the folder").unwrap();
    let mut shelf = folder.shelf("r");
    let reply = shelf.keep(note("a", Some("1")));
    assert!(reply.kept.is_none() && matches!(reply.trouble, Some(Trouble::Failed(_))), "{reply:?}");
    assert_eq!(shelf.complaints().len(), 2);
    fs::remove_file(&folder.0).unwrap();
    assert_eq!(shelf.keep(note("b", Some("2"))).trouble, None);
    assert_eq!((folder.kept("r").notes.len(), shelf.complaints().len()), (2, 0));
    let homeless = Shelf::new(None, "r".to_owned()).keep(note("a", None));
    assert!(matches!(homeless.trouble, Some(Trouble::Failed(why)) if why.contains("HOME")));
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let folder = Folder::new();
    fs::create_dir_all(folder.0.join(BOOKMARKS)).unwrap();
    assert!(matches!(folder.shelf("r").open().trouble, Some(Trouble::Failed(_))));
    fs::remove_dir(folder.0.join(BOOKMARKS)).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.0.join(BOOKMARKS)).unwrap();
    assert!(matches!(folder.shelf("r").keep(note("a", None)).trouble, Some(Trouble::Failed(_))));
}

fn world(json: &str) -> World {
    World::new(crate::data::load(json.as_bytes(), text::neutral).unwrap()).unwrap()
}

#[test]
fn a_record_is_known_by_its_title_and_meeting_else_by_its_file() {
    let plain = world(r#"{"persons": [{"id": "p", "name": "x"}]}"#);
    let titled = world(
        r#"{"meta": {"title": "題", "event_id": "e"}, "events": [{"id": "e", "name": "會"}],
            "persons": [{"id": "p", "name": "x"}]}"#,
    );
    let file = [PathBuf::from("/nowhere/a.json")];
    assert_eq!(name_of(&plain, &file), "/nowhere/a.json");
    assert_eq!((name_of(&titled, &file), name_of(&titled, &[])), ("題  e".to_owned(), "題  e".to_owned()));
}

#[test]
fn several_records_are_known_by_what_was_named_in_any_order_and_not_by_what_is_in_it() {
    let library = |names: &[&str]| {
        let part = |name: &&str| {
            let json = r#"{"meta": {"title": "題"}, "persons": [{"id": "p", "name": "x"}]}"#;
            let loaded = crate::data::load(json.as_bytes(), text::neutral).unwrap();
            crate::data::Part { name: (*name).to_owned(), file: (*name).into(), loaded }
        };
        World::new(crate::data::library::joined(names.iter().map(part).collect())).unwrap()
    };
    let named = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
    let whole = library(&["a", "b"]);
    let name = name_of(&whole, &named(&["/nowhere/b.json", "/nowhere/a"]));
    assert_eq!(name, "/nowhere/a  +  /nowhere/b.json");
    assert_eq!(name_of(&library(&["a"]), &named(&["/nowhere/a", "/nowhere/b.json", "/nowhere/a"])), name);
    assert_eq!(name_of(&whole, &named(&["-", "/nowhere/a"])), "-  +  /nowhere/a");
    let folder = Folder::with(b"{}");
    let path = folder.0.to_str().unwrap();
    std::os::unix::fs::symlink(path, folder.0.join("link")).unwrap();
    let name = |path: &str| name_of(&whole, &named(&[path]));
    let roundabout =
        [format!("{path}/"), format!("{path}/../{}", path.rsplit('/').next().unwrap()), format!("{path}/link")];
    assert!(roundabout.iter().all(|roundabout| name(roundabout) == name(path)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_note_comes_back(key in any::<String>(), written in any::<String>(), record in any::<String>()) {
        let folder = Folder::new();
        folder.shelf(&record).keep(note(&key, Some(&written)));
        let read = folder.kept(&record).notes.remove(&key);
        prop_assert_eq!(read, Some(text::neutral(&written).replace('\n', " ")));
        let file: Value = serde_json::from_str(&folder.file()).unwrap();
        prop_assert_eq!(file["records"][&record]["notes"][&key].as_str(), Some(written.as_str()), "as it was written");
    }

    #[test]
    fn no_file_is_lost(bytes in prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..40),
        r#"\{"version": ?[0-3], ?"records": ?(\{\}|\{"r": ?(\{\}|[0-9]|\{"notes": ?\{"a": ?"b"\}\})\}|[0-9])\}?"#
            .prop_map(String::into_bytes),
    ]) {
        let folder = Folder::with(&bytes);
        let mut shelf = folder.shelf("r");
        let (opened, kept) = (shelf.open(), shelf.keep(note("z", Some("1"))));
        let is_there = |name: &String| fs::read(folder.0.join(name)).unwrap() == bytes;
        match (&opened.trouble, &kept.trouble) {
            (Some(Trouble::SetAside(name)), None) => prop_assert!(is_there(name)),
            (Some(Trouble::Newer), Some(Trouble::Newer)) => prop_assert!(is_there(&BOOKMARKS.to_owned())),
            (None, None) => prop_assert_eq!(folder.names(), ["bookmarks.json", "lock"]),
            other => prop_assert!(false, "{:?}", other),
        }
        if kept.trouble.is_none() {
            let before = opened.kept.unwrap_or_default();
            let mut after = folder.kept("r");
            prop_assert_eq!(after.notes.remove("z"), Some("1".to_owned()));
            prop_assert_eq!(after, before);
        }
    }
}
