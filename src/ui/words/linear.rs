//! What is said where no screen is seen. `{}` stands for what is filled in.

/// Sentences of one language.
#[derive(Debug)]
pub struct Linear {
    /// Between what a thing is and what is said of it; between two things said of one entry.
    pub colon: &'static str,
    pub pause: &'static str,
    /// Between choices.
    pub or: &'static str,
    /// A record is open, and what can be typed first.
    pub welcome: &'static str,
    /// A choice: its number and what it is.
    pub choice: &'static str,
    /// So many lines are still to come.
    pub more: &'static str,
    pub no_more: &'static str,
    /// A number that is none of those told last: the number, and the largest.
    pub no_choice: &'static str,
    pub no_choices: &'static str,
    /// What was typed is no word.
    pub unknown: &'static str,
    /// The same, and which words are near.
    pub unknown_near: &'static str,
    /// What was typed begins several words.
    pub several: &'static str,
    /// A word lacks what it takes: the word, and what that is.
    pub lacks: &'static str,
    /// A word has something behind it that it does not take.
    pub too_much: &'static str,
    /// What stands behind a word is none of these.
    pub none_of: &'static str,
    /// An address that leads nowhere.
    pub no_place: &'static str,
    /// What may also be typed for a word.
    pub also: &'static str,
    /// A list has only what is tied to an entry.
    pub tied_to: &'static str,
    /// A list and how many entries it has, alone and among others.
    pub entries: &'static str,
    pub count: &'static str,
    /// Hits: what was searched for, how many, and of which kinds.
    pub hits: &'static str,
    /// How many of the hits are listed.
    pub hits_of_kind: &'static str,
    /// Which of how many.
    pub hit: &'static str,
    pub match_of: &'static str,
    pub no_find: &'static str,
    pub narrowed: &'static str,
    pub slips: [&'static str; 2],
    pub grouped: [&'static str; 2],
    pub no_queries: &'static str,
    /// The entry has a bookmark already.
    pub has_bookmark: &'static str,
    pub no_bookmark: &'static str,
    pub no_bookmarks: &'static str,
    pub no_note: &'static str,
}

pub(super) const ZH_HANT: Linear = Linear {
    colon: "：",
    pause: "，",
    or: "、",
    welcome: "「讀出」讀首頁，「列出」選類別，「搜尋」找條目，「說明」列出所有指令。",
    choice: "{}. {}",
    more: "還有{}行，按 Enter 繼續。",
    no_more: "沒有其他內容。",
    no_choice: "沒有第{}項，可選1至{}。",
    no_choices: "還沒有選項，請先用「列出」「連結」或「搜尋」。",
    unknown: "沒有「{}」這個指令，「說明」列出所有指令。",
    unknown_near: "沒有「{}」這個指令，相近的有：{}。",
    several: "「{}」可以是：{}。",
    lacks: "「{}」後面要有：{}。",
    too_much: "「{}」後面不用輸入其他內容。",
    none_of: "沒有「{}」，可用：{}。",
    no_place: "記錄裏沒有「{}」這個位置。",
    also: "也可輸入：{}",
    tied_to: "只列與「{}」相關的",
    entries: "{}：{}項",
    count: "{}{}項",
    hits: "搜尋「{}」：{}項{}",
    hits_of_kind: "搜尋「{}」：{}項屬於「{}」",
    hit: "第{}項結果，共{}項",
    match_of: "第{}處，共{}處",
    no_find: "還沒有在內文尋找過。",
    narrowed: "列表只列出與「{}」相關的條目，再輸入一次「只看相關」則列出全部。",
    slips: ["搜尋不包括近音。", "搜尋包括近音，如 n 與 ng、z 與 zh。"],
    grouped: ["搜尋結果不分組。", "搜尋結果按類別分組。"],
    no_queries: "還沒有開啟過搜尋結果。",
    has_bookmark: "已是書籤：{}",
    no_bookmark: "這裏沒有書籤。",
    no_bookmarks: "還沒有書籤和標記。",
    no_note: "沒有筆記。",
};

pub(super) const ZH_HANS: Linear = Linear {
    colon: "：",
    pause: "，",
    or: "、",
    welcome: "「朗读」读首页，「列出」选类别，「搜索」找条目，「帮助」列出所有命令。",
    choice: "{}. {}",
    more: "还有{}行，按 Enter 继续。",
    no_more: "没有其他内容。",
    no_choice: "没有第{}项，可选1到{}。",
    no_choices: "还没有选项，请先用「列出」「链接」或「搜索」。",
    unknown: "没有「{}」这个命令，「帮助」列出所有命令。",
    unknown_near: "没有「{}」这个命令，相近的有：{}。",
    several: "「{}」可能是：{}。",
    lacks: "「{}」后面要有：{}。",
    too_much: "「{}」后面不用输入其他内容。",
    none_of: "没有「{}」，可用：{}。",
    no_place: "记录里没有「{}」这个位置。",
    also: "也可输入：{}",
    tied_to: "只列与「{}」相关的",
    entries: "{}：{}项",
    count: "{}{}项",
    hits: "搜索「{}」：{}项{}",
    hits_of_kind: "搜索「{}」：{}项属于「{}」",
    hit: "第{}个结果，共{}个",
    match_of: "第{}处，共{}处",
    no_find: "还没有在正文中查找过。",
    narrowed: "列表只列出与「{}」相关的条目，再输入一次「只看相关」则列出全部。",
    slips: ["搜索不包括近音。", "搜索包括近音，如 n 与 ng、z 与 zh。"],
    grouped: ["搜索结果不分组。", "搜索结果按类别分组。"],
    no_queries: "还没有打开过搜索结果。",
    has_bookmark: "已是书签：{}",
    no_bookmark: "这里没有书签。",
    no_bookmarks: "还没有书签和标记。",
    no_note: "没有笔记。",
};

pub(super) const EN: Linear = Linear {
    colon: ": ",
    pause: ", ",
    or: ", ",
    welcome: "Type read for the start page, list for the kinds of entries, search and a word, or help.",
    choice: "{}. {}",
    more: "{} more lines: Enter.",
    no_more: "Nothing more.",
    no_choice: "There is no {}; choose 1 to {}.",
    no_choices: "There is nothing to choose yet; type list, links or search first.",
    unknown: "There is no word \"{}\"; help lists all words.",
    unknown_near: "There is no word \"{}\"; similar ones: {}.",
    several: "\"{}\" may be: {}.",
    lacks: "\"{}\" needs after it: {}.",
    too_much: "\"{}\" takes nothing after it.",
    none_of: "There is no \"{}\"; use one of: {}.",
    no_place: "The record has no place \"{}\".",
    also: "Also: {}",
    tied_to: "only what is tied to \"{}\"",
    entries: "{}: {}",
    count: "{} {}",
    hits: "Search for \"{}\": {}{}",
    hits_of_kind: "Search for \"{}\": {} under {}",
    hit: "Hit {} of {}",
    match_of: "Match {} of {}",
    no_find: "Nothing has been searched for in this text yet.",
    narrowed: "Lists now have only what is tied to \"{}\"; type narrow again to list all.",
    slips: [
        "Searches do not take near sounds for each other.",
        "Searches take near sounds for each other, as n and ng, z and zh.",
    ],
    grouped: ["Hits are listed best first.", "Hits are listed by kind."],
    no_queries: "No hit of a search has been opened yet.",
    has_bookmark: "Already bookmarked: {}",
    no_bookmark: "There is no bookmark here.",
    no_bookmarks: "There are no bookmarks or marks yet.",
    no_note: "There is no note.",
};
