//! What is noted of the values of a file.

use super::*;

fn parse(text: &str) -> serde_json::Result<Tree<'_>> {
    Tree::parse(text, &Progress::default())
}

#[test]
fn values_and_keys_know_their_offset() {
    let text = " { \"名\" : [1, \"二\"] , \"b\":null}";
    let tree = parse(text).unwrap();
    let object = tree.root().object().unwrap();
    let offset = |value: Value| value.offset();
    assert_eq!(offset(object.value), 1);
    assert_eq!(offset(object.fields[0].key_at), text.find("\"名").unwrap());
    let items = object.get("名").unwrap().array().unwrap();
    assert_eq!(offset(items[1]), text.find("\"二").unwrap());
    assert_eq!(items[1].text().unwrap(), "二");
    assert_eq!(object.get("b").unwrap().shape(), Shape::Null);
    assert!(object.get("c").is_none());
}

#[test]
fn values_end_where_they_end() {
    let text = r#" {"a" : [ ] , "b\\":"\"x\\" ,"c":[[1,-2.5e3],{}],"d":true}"#;
    let tree = parse(text).unwrap();
    let object = tree.root().object().unwrap();
    let sources: Vec<_> = object.fields.iter().map(|field| (field.key.as_ref(), field.value.source())).collect();
    let expected = [("a", "[ ]"), ("b\\", r#""\"x\\""#), ("c", "[[1,-2.5e3],{}]"), ("d", "true")];
    assert_eq!(sources, expected);
    let inside: Vec<_> = object.get("c").unwrap().array().unwrap().into_iter().map(Value::source).collect();
    assert_eq!(inside, ["[1,-2.5e3]", "{}"]);
    assert!(object.get("a").unwrap().array().unwrap().is_empty());
    assert_eq!(parse(" 7 ").unwrap().root().source(), "7");
}

#[test]
fn of_a_key_that_stands_twice_the_last_counts() {
    let tree = parse(r#"{"a":1,"\u0061":2}"#).unwrap();
    let object = tree.root().object().unwrap();
    assert_eq!(object.fields.len(), 2);
    assert_eq!(object.get("a").unwrap().source(), "2");
}

#[test]
fn keys_that_stand_twice_are_seen_among_few_and_among_many() {
    for count in [3, 300] {
        let fields: Vec<_> = (0..count).map(|number| format!("\"k{}\":0", number % (count - 1))).collect();
        let text = format!("{{{}}}", fields.join(","));
        let tree = parse(&text).unwrap();
        let object = tree.root().object().unwrap();
        assert_eq!(object.repeated().iter().map(|field| field.key.as_ref()).collect::<Vec<_>>(), ["k0"]);
    }
}

#[test]
fn escapes_that_are_no_character_are_no_text_but_break_nothing_around_them() {
    let tree = parse(r#"{"\ud800":"\udc00","b":"ok"}"#).unwrap();
    let object = tree.root().object().unwrap();
    assert_eq!(object.fields[0].key, r"\ud800");
    assert_eq!(object.fields[0].value.text(), None);
    assert_eq!(object.get("b").unwrap().text().unwrap(), "ok");
}

#[test]
fn pointers_name_values_keys_and_what_lies_between() {
    let text = r#"{"a~/":[10, {"b" :2}], "c": 3}"#;
    let at = |part: &str| text.find(part).unwrap();
    let offsets = [0, at("\"a~"), at("["), at("10"), at("{\"b"), at("\"b"), at(":2"), at("2}"), at("3}")];
    let found = pointers(parse(text).unwrap().root(), &offsets, str::to_owned);
    let b = "/a~0~1/1/b";
    assert_eq!(found, ["", "/a~0~1", "/a~0~1", "/a~0~1/0", "/a~0~1/1", b, b, b, "/c"]);
}

#[test]
fn depth_costs_no_stack() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(parse(&deep).unwrap().root().array().unwrap().len(), 1);
    assert!(parse(&"[".repeat(100_000)).is_err());
}

#[test]
fn a_reading_that_is_called_off_stops_soon() {
    let text = format!("[{}0]", "0,".repeat(TOLD_EVERY));
    let progress = Progress::default();
    progress.cancel();
    let tree = Tree::parse(&text, &progress).unwrap();
    assert!((1..=TOLD_EVERY / 2 + 1).contains(&tree.count()), "{}", tree.count());
    assert!(tree.root().array().is_none_or(|items| items.is_empty()));
    assert_eq!(parse(&text).unwrap().count(), TOLD_EVERY + 2);
}
