//! Several records from the shell: which files are opened, what the verbs say of them, and what is refused.

mod support {
    pub mod shell;
}

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use support::shell::{Temporary, run, stderr, stdout, zhegang};

/// A folder of records, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("zhegang-{}-library-{name}", std::process::id()));
        fs::create_dir_all(path.join("more")).expect("a folder");
        let folder = Self(path);
        let lee = |id: &str, name: &str| json!({"id": id, "name": name, "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}]});
        let city = json!({"meta": {"title": "市議會"}, "persons": [lee("person/lee", "李家超")], "organizations": []});
        let party = json!({"persons": [lee("person/lee", "李家超"), {"id": "x", "name": "Ann"}]});
        let old = json!({"persons": [{"id": "person/ann", "name": "Ann"}],
            "memberships": [{"person_id": "person/ann", "organization_id": "nobody"}]});
        folder.write("city.json", &city.to_string());
        folder.write("party.json", &party.to_string());
        folder.write("more/party.json", &old.to_string());
        folder
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).expect("a file");
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("a path in UTF-8").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the folder was there");
    }
}

/// What the program prints; it must succeed and complain of nothing.
fn printed(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {}", stderr(&output));
    stdout(&output)
}

/// The objects that the program prints, a line each.
fn objects(args: &[&str]) -> Vec<Value> {
    printed(args).lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

/// What the program complains of; it must fail and print nothing.
fn complaint(args: &[&str]) -> String {
    let output = run(args);
    assert!(!output.status.success() && output.stdout.is_empty(), "{args:?}: {}", stdout(&output));
    stderr(&output)
}

#[test]
fn a_folder_is_opened_with_the_json_files_directly_in_it() {
    let folder = Folder::new("folder");
    folder.write("notes.txt", "not read");
    folder.write(".hidden.json", "not read");
    let ids = printed(&[&folder.path(""), "list", "--ids"]);
    assert_eq!(ids.lines().collect::<Vec<_>>(), ["city", "party", "city:person/lee", "party:person/lee", "party:x"]);
    let same =
        printed(&[&folder.path("party.json"), &folder.path(""), &folder.path("city.json"), "list", "records", "--ids"]);
    assert_eq!(same.lines().collect::<Vec<_>>(), ["party", "city"], "each file once");
}

#[test]
fn hits_have_their_record() {
    let folder = Folder::new("hits");
    let (city, party) = (folder.path("city.json"), folder.path("party.json"));
    let lines = printed(&[&city, &party, "search", "李家超", "--lang", "en"]);
    assert_eq!(lines, "Person  李家超  [city]\nPerson  李家超  [party]\n");
    let hits = objects(&[&city, &party, "search", "李家超", "--json"]);
    let records: Vec<_> = hits.iter().map(|hit| (hit["id"].as_str(), hit["record"].as_str())).collect();
    assert_eq!(records, [(Some("city:person/lee"), Some("city")), (Some("party:person/lee"), Some("party"))]);
    let alone = objects(&[&city, "search", "李家超", "--json"]);
    assert!(alone[0].get("record").is_none() && alone[0]["id"] == "person/lee");
    assert_eq!(printed(&[&city, &party, "search", "kind:記錄 市議會", "--ids"]), "city\n");
    let of_city = printed(&[&city, &party, "search", "記錄:市議會", "--ids"]);
    assert_eq!(of_city.lines().collect::<HashSet<_>>(), HashSet::from(["city", "city:person/lee"]));
    assert_eq!(printed(&[&city, &party, "search", "record:party", "ann", "--ids"]), "party:x\n");
}

#[test]
fn the_name_that_ids_begin_with_is_listed_for_each_record() {
    let folder = Folder::new("listed");
    let listed = |files: &[&str]| {
        let files: Vec<String> = files.iter().map(|file| folder.path(file)).collect();
        printed(&[files[0].as_str(), files[1].as_str(), "list", "records", "--lang", "en"])
    };
    assert_eq!(listed(&["city.json", "party.json"]), "city   市議會\nparty  party\n");
    folder.write("later.json", &fs::read_to_string(folder.0.join("city.json")).expect("a file"));
    assert_eq!(listed(&["city.json", "later.json"]), "city   市議會\nlater  市議會\n");
}

#[test]
fn hits_that_are_heard_have_their_record() {
    let folder = Folder::new("heard");
    let (city, party) = (folder.path("city.json"), folder.path("party.json"));
    let asked = Temporary::new("asked", b"search \xe6\x9d\x8e\xe5\xae\xb6\xe8\xb6\x85\nopen city\ntied\nquit\n");
    let mut linear = zhegang();
    linear.args([&city, &party, "--linear", "--lang", "en"]).stdin(fs::File::open(asked.path()).expect("a file"));
    let said = stdout(&linear.output().expect("it runs"));
    assert!(said.contains("Person: 李家超, city\n") && said.contains("Person: 李家超, party\n"), "{said}");
    assert!(said.contains("People: 1\n") && !said.contains("Nothing tied"), "{said}");
}

#[test]
fn files_of_one_name_are_told_apart_by_their_folders() {
    let folder = Folder::new("names");
    let output = run(&[&folder.path("party.json"), &folder.path("more/party.json"), "list", "records", "--json"]);
    let records: Vec<Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(records[1]["id"], "more-party");
    assert!(records[0]["id"].as_str().is_some_and(|id| id.ends_with("-library-names-party")), "{records:?}");
    assert_eq!(records[1]["file"], folder.path("more/party.json"));
    // A fault is told with its own file.
    assert!(stderr(&output).contains("more/party.json: line 1, column"), "{}", stderr(&output));
}

#[test]
fn an_entry_is_shown_by_its_id_with_who_may_be_the_same() {
    let folder = Folder::new("show");
    let all = folder.path("");
    let lee = &objects(&[&all, "show", "city:person/lee", "--json"])[0];
    assert_eq!(lee["record"], "city");
    let twin = json!({"id": "party:person/lee", "record": "party", "name": "李家超",
        "identifiers": [{"scheme": "wikidata", "value": "Q1"}]});
    assert_eq!(lee["perhaps_same"], json!([twin]));
    assert!(printed(&[&all, "show", "x", "--lang", "en"]).contains("Record  party\n"));
    assert!(
        complaint(&[&all, "show", "lee"])
            .contains("2 ids end in \"lee\"; name one of them: city:person/lee, party:person/lee")
    );
    assert!(printed(&[&all, "open", "city:person:lee", "--lang", "zh-Hant"]).contains("可能是同一人"));
    assert!(printed(&[&all, "list", "people", "--json"]).contains(r#""record":"party""#));
    let csv = printed(&[&all, "export", "people", "--format", "csv"]);
    assert!(csv.starts_with("id,kind,record,"), "{csv}");
}

#[test]
fn all_verbs_take_several_records_or_refuse_in_a_sentence() {
    let folder = Folder::new("verbs");
    let all = folder.path("");
    let plain = printed(&[&all, "--plain", "--lang", "en"]);
    assert!(plain.starts_with("2 records\n") && plain.contains("Records (2)\n"), "{plain}");
    for format in ["markdown", "json", "jsonl"] {
        assert!(printed(&[&all, "export", "--format", format]).contains("Ann"), "{format}");
    }
    assert!(complaint(&[&all, "export", "--format", "record"]).contains("name the one whose file is to be written"));
    assert!(complaint(&[&all, "diff", "a", "b"]).contains("diff compares the two files behind it"));
    assert_eq!(run(&[&all, "graph", "x"]).status.code(), Some(1), "nothing is tied to it");
    assert_eq!(run(&[&all, "timeline"]).status.code(), Some(1), "there is no event");
    let checked = printed(&["check", &all]);
    assert_eq!(checked.lines().count(), 2, "{checked}");
    assert_eq!(printed(&[&all, "check"]), checked);
    let tied = printed(&[&all, "open", "party?view=relations", "--lang", "en"]);
    assert!(tied.contains("party\n") && tied.contains("People  2\n"), "{tied}");
    assert!(printed(&[&all, "export", "--format", "markdown", "--lang", "en"]).starts_with("# 2 records\n"));
    let figures = printed(&[&all, "open", "?view=figures", "--lang", "en"]);
    assert!(figures.contains("  1 entry\n") && figures.contains("  2 entries\n"), "{figures}");
    let mut linear = zhegang();
    linear.args([&folder.path("city.json"), &folder.path("party.json"), "--linear", "--lang", "en"]);
    let output = linear.output().expect("it runs");
    assert!(stdout(&output).starts_with("2 records"), "{}", stdout(&output));
}

#[test]
fn a_verb_goes_before_a_file_of_its_name() {
    let folder = Folder::new("verb");
    folder.write("search", &fs::read_to_string(folder.0.join("city.json")).expect("a file"));
    let run = |args: &[&str]| stdout(&zhegang().args(args).current_dir(&folder.0).output().expect("it runs"));
    assert_eq!(run(&["city.json", "party.json", "search", "ann", "--ids"]), "party:x\n");
    assert_eq!(run(&["party.json", "./search", "list", "records", "--ids"]), "party\nsearch\n");
}

#[test]
fn what_is_no_record_is_left_out_of_a_folder_and_told_and_is_an_error_where_it_is_named() {
    let folder = Folder::new("broken");
    folder.write("broken.json", "{");
    folder.write("empty.json", "{}");
    let output = run(&[&folder.path(""), "list", "records", "--ids"]);
    assert_eq!(stdout(&output), "city\nparty\n");
    let told = stderr(&output);
    assert!(
        told.contains("broken.json: line 1, column") && told.contains("empty.json: line 1, column 1: no entry"),
        "{told}"
    );
    let page = run(&[&folder.path(""), "open", "?view=faults"]);
    assert!(stdout(&page).contains("broken.json 1:"), "{}", stdout(&page));
    for name in ["broken.json", "empty.json", "nothing.json"] {
        let said = complaint(&[&folder.path("city.json"), &folder.path(name), "list"]);
        assert!(said.contains(name), "{said}");
    }
    fs::remove_file(folder.0.join("party.json")).expect("it was there");
    fs::remove_file(folder.0.join("city.json")).expect("it was there");
    let said = complaint(&[&folder.path(""), "list"]);
    assert!(said.contains("none of its files (2) is a record; zhegang check "), "{said}");
    fs::remove_dir_all(folder.0.join("more")).expect("it was there");
    fs::create_dir(folder.0.join("none")).expect("a folder");
    assert!(complaint(&[&folder.path("none"), "list"]).contains("no file in this folder ends in .json"));
}

#[test]
fn ids_of_a_folder_are_the_same_whether_it_has_one_record_or_several() {
    let folder = Folder::new("one");
    let more = folder.path("more");
    folder.write("more/party.json", r#"{"persons": [{"id": "person/ann", "name": "Ann"}]}"#);
    assert_eq!(printed(&[&more, "list", "--ids"]), "party\nparty:person/ann\n");
    let shown = printed(&[&more, "show", "party:person/ann", "--lang", "en"]);
    assert!(shown.contains("Ann") && shown.contains("Record  party\n"), "{shown}");
    assert_eq!(printed(&[&more, "show", "person/ann", "--lang", "en"]), shown);
    folder.write("more/city.json", &fs::read_to_string(folder.0.join("city.json")).expect("a file"));
    assert_eq!(printed(&[&more, "show", "party:person/ann", "--lang", "en"]), shown);
    fs::remove_file(folder.0.join("more/city.json")).expect("it was there");
    assert!(complaint(&[&more, "export", "--format", "record"]).contains("name the one whose file is to be written"));
    assert_eq!(printed(&[&folder.path("more/party.json"), "list", "--ids"]), "person/ann\n", "named alone it is plain");
    for (lang, title) in [("en", "party"), ("zh-Hant", "party")] {
        let plain = printed(&[&more, "--plain", "--lang", lang]);
        assert!(plain.starts_with(&format!("{title}\n")), "{plain}");
    }
    let city = folder.path("none");
    fs::create_dir(&city).expect("a folder");
    fs::rename(folder.0.join("city.json"), folder.0.join("none/city.json")).expect("it was there");
    assert!(printed(&[&city, "--plain"]).starts_with("市議會\n"), "one record is called by its title");
}

#[test]
fn several_folders_without_a_record_are_all_named() {
    let folder = Folder::new("two-folders");
    let (one, other) = (folder.path("one"), folder.path("other"));
    for path in [&one, &other] {
        fs::create_dir(path).expect("a folder");
        fs::write(format!("{path}/broken.json"), "{").expect("a file");
    }
    let said = complaint(&[&one, &other, "list"]);
    let expected = format!(
        "zhegang: {one}, {other}: none of their files (2) is a record; zhegang check {one} {other} tells why\n"
    );
    assert_eq!(said, expected);
    let said = complaint(&[&one, "list"]);
    assert!(said.contains(&format!(" {one}: none of its files (1) is a record; zhegang check {one} tells")), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_is_left_out_of_a_folder_and_told_and_is_an_error_where_it_is_named() {
    let folder = Folder::new("unread");
    // It opens, for root too, and has nothing at its beginning.
    std::os::unix::fs::symlink("/proc/self/mem", folder.0.join("closed.json")).expect("a link");
    let output = run(&[&folder.path(""), "list", "records", "--ids"]);
    assert_eq!(stdout(&output), "city\nparty\n");
    let told = stderr(&output);
    assert!(told.contains("zhegang: closed.json: ") && told.contains("check the permissions"), "{told}");
    let page = run(&[&folder.path(""), "open", "?view=faults"]);
    assert!(stdout(&page).contains("closed.json"), "{}", stdout(&page));
    let closed = folder.path("closed.json");
    assert!(complaint(&[&folder.path(""), &closed, "list"]).contains("closed.json: "), "it is named too");
    assert!(complaint(&[&closed, "list"]).contains("closed.json: "));
}

#[test]
fn limits_are_of_all_files_together() {
    let folder = Folder::new("limits");
    let padded = |mib: usize| {
        format!("{}{}", fs::read_to_string(folder.0.join("city.json")).expect("a file"), " ".repeat(mib << 20))
    };
    folder.write("more/a.json", &padded(1));
    folder.write("more/b.json", &padded(1));
    fs::remove_file(folder.0.join("more/party.json")).expect("it was there");
    let more = folder.path("more");
    assert_eq!(printed(&[&more, "list", "--limit", "3", "--ids"]).lines().count(), 4);
    let said = complaint(&[&more, "list", "--limit", "2"]);
    assert!(said.contains("b.json: with this file there are more than 2 MiB") && said.contains("--limit 4"), "{said}");
    let people =
        |count: usize| json!({"persons": (0..count).map(|id| json!({"id": id, "name": "x"})).collect::<Vec<_>>()});
    for name in ["more/a.json", "more/b.json"] {
        folder.write(name, &people(10_000).to_string());
    }
    let said = complaint(&[&more, "list", "--limit", "1"]);
    assert!(said.contains("b.json: with this file there are more than 15625 entries"), "{said}");
}

#[test]
fn standard_input_can_be_one_of_the_files() {
    use std::io::Write;
    use std::process::Stdio;
    let folder = Folder::new("piped");
    let mut command = zhegang();
    command.args([&folder.path("party.json"), "-", "list", "records", "--ids"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
    let text = fs::read(folder.0.join("city.json")).expect("a file");
    child.stdin.take().expect("a pipe").write_all(&text).expect("it reads");
    assert_eq!(stdout(&child.wait_with_output().expect("it ends")), "party\nstdin\n");
    let twice = run(&["-", "-", "list"]);
    assert_eq!(twice.status.code(), Some(2));
    assert!(stderr(&twice).contains("standard input can be one of the files, not several"));
}
