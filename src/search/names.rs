//! The words that stand before a colon in a query, and those for kinds behind it, in three languages.

use super::fold::Folded;
use crate::data::Kind;

/// What a word before a colon says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldWord {
    /// The kind follows.
    Kind,
    /// This kind, with or without a word behind it.
    OneKind(Kind),
    By,
    Date,
}

const FIELDS: [(FieldWord, &[&str]); 3] = [
    (FieldWord::Kind, &["kind", "類別", "类别"]),
    (FieldWord::By, &["by", "作者", "發言者", "发言者", "發言人", "发言人", "簽署人", "签署人"]),
    (FieldWord::Date, &["date", "日期"]),
];

/// Of words that begin alike the first is offered.
const KINDS: [(Kind, &[&str]); Kind::ALL.len()] = [
    (Kind::PolicyArea, &["area", "areas", "policy-area", "範疇", "范畴", "領域", "领域"]),
    (Kind::Project, &["project", "projects", "項目", "项目"]),
    (Kind::Agreement, &["agreement", "agreements", "文件"]),
    (Kind::Person, &["person", "people", "persons", "人物"]),
    (Kind::Organisation, &["organisation", "organisations", "organization", "organizations", "機構", "机构"]),
    (Kind::Post, &["post", "posts", "職位", "职位"]),
    (Kind::Motion, &["motion", "motions", "議案", "议案"]),
    (Kind::VoteEvent, &["vote", "votes", "vote-event", "表決", "表决"]),
    (Kind::Statement, &["statement", "statements", "speech", "發言", "发言"]),
    (Kind::Event, &["event", "events", "journey", "行程", "事件"]),
    (Kind::Place, &["place", "places", "地點", "地点"]),
    (Kind::Volume, &["record", "records", "記錄", "记录", "紀錄", "纪录"]),
    (Kind::Document, &["document", "documents", "source", "sources", "來源", "来源"]),
];

/// A token at its first colon, of either width.
pub fn split(token: &str) -> Option<(&str, &str)> {
    token.split_once([':', '：'])
}

/// What the word before a colon says, if it is one of ours.
pub fn field(name: &str) -> Option<FieldWord> {
    named(&FIELDS, name).or_else(|| kind(name).map(FieldWord::OneKind))
}

/// The kind of a name, in any of the languages, one or many.
pub fn kind(name: &str) -> Option<Kind> {
    named(&KINDS, name)
}

/// What has a name, in any script or case.
fn named<T: Copy>(table: &[(T, &[&str])], name: &str) -> Option<T> {
    let name = Folded::of(name).text;
    let is = |names: &[&str]| names.iter().any(|one| Folded::of(one).text == name);
    table.iter().find(|(_, names)| is(names)).map(|(meaning, _)| *meaning)
}

/// The first name of a kind that begins so.
pub fn complete_kind(typed: &str) -> Option<&'static str> {
    beginning(typed, KINDS.iter().flat_map(|(_, names)| *names).copied())
}

/// The first word before a colon that begins so.
pub fn complete_field(typed: &str) -> Option<&'static str> {
    let fields = FIELDS.iter().flat_map(|(_, names)| *names);
    beginning(typed, fields.chain(KINDS.iter().flat_map(|(_, names)| *names)).copied())
}

/// The word that was typed, else one that begins as it was typed, else one that begins so in another script or case.
pub fn beginning<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = Folded::of(typed).text;
    let begins = |name: &&str| !folded.is_empty() && Folded::of(name).text.starts_with(&folded);
    names.filter(begins).min_by_key(|name| (*name != typed, !name.starts_with(typed)))
}
