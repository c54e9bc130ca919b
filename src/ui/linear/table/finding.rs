//! Words that search and find, and go through what was found.

use super::KIND;
use crate::ui::action::Action;
use crate::ui::linear::word::{Does, Said, Takes, Word, word};

const HIT: Said = ["結果", "结果", "hit"];
const WORDS: Said = ["字詞", "词语", "WORDS"];

pub(super) const TABLE: &[Word] = &[
    word(
        ["搜尋", "搜索", "search"],
        &["/", "搜寻", "搜索"],
        Takes::Maybe(WORDS),
        Does::Search,
        &[Action::Search, Action::SearchEverything],
        [
            "搜尋全部條目；後面沒有字詞則列出最近看過的",
            "搜索全部条目；后面没有词语则列出最近浏览的",
            "searches everything; without words, what was read lately",
        ],
    ),
    word(
        ["結果", "结果", "hits"],
        &[],
        Takes::Nothing,
        Does::Hits,
        &[],
        ["再列出搜尋結果", "再次列出搜索结果", "the hits of the search again"],
    ),
    word(
        ["類別", "类别", "kind"],
        &[],
        Takes::Maybe(KIND),
        Does::Kind,
        &[Action::NextKind, Action::PreviousKind],
        [
            "搜尋結果只列某一類別，「類別 全部」還原；後面沒有類別則逐類列出",
            "搜索结果只列某一类别，「类别 全部」还原；后面没有类别则逐类列出",
            "hits of one kind, or kind all; without a kind, the next one",
        ],
    ),
    word(
        ["分組", "分组", "group"],
        &[],
        Takes::Nothing,
        Does::Act(Action::Group),
        &[],
        ["搜尋結果按類別分組，或還原", "搜索结果按类别分组，或还原", "hits by kind, or best first"],
    ),
    word(
        ["近音", "近音", "slips"],
        &[],
        Takes::Nothing,
        Does::Act(Action::SwitchSlips),
        &[],
        ["搜尋包括近音，或還原", "搜索包括近音，或还原", "takes near sounds for each other, or no longer"],
    ),
    word(
        ["以往搜尋", "以往搜索", "queries"],
        &[],
        Takes::Nothing,
        Does::Queries,
        &[Action::UpOrOlder, Action::DownOrNewer],
        ["曾開啟結果的搜尋", "曾打开结果的搜索", "earlier searches of which a hit was opened"],
    ),
    word(
        ["下一項", "下一个", "next"],
        &["n", "下一个", "下一項"],
        Takes::Maybe(HIT),
        Does::Step { forward: true },
        &[Action::NextMatch, Action::NextHit],
        [
            "內文尋找的下一處，否則下一項搜尋結果；「下一項 結果」只看搜尋結果",
            "正文查找的下一处，否则下一个搜索结果；「下一个 结果」只看搜索结果",
            "the next match in the text, else the next hit; next hit for hits alone",
        ],
    ),
    word(
        ["上一項", "上一个", "previous"],
        &["N", "p", "上一个", "上一項"],
        Takes::Maybe(HIT),
        Does::Step { forward: false },
        &[Action::PreviousMatch, Action::PreviousHit],
        ["上一處或上一項搜尋結果", "上一处或上一个搜索结果", "the match or hit before"],
    ),
    word(
        ["尋找", "查找", "find"],
        &[],
        Takes::Something(WORDS),
        Does::Find,
        &[],
        ["在內文尋找；沒有則搜尋全部", "在正文中查找；没有则搜索全部", "finds in the text, else in everything"],
    ),
];
