//! Words for what a reader keeps.

use crate::ui::action::Action;
use crate::ui::kept::Awaited;
use crate::ui::linear::word::{Does, Said, Takes, Word, word};

const LETTER: Said = ["字母", "字母", "LETTER"];

pub(super) const TABLE: &[Word] = &[
    word(
        ["標記", "标记", "mark"],
        &[],
        Takes::Something(LETTER),
        Does::Mark,
        &[Action::AwaitLetter(Awaited::Mark)],
        ["以一個字母標記此處", "用一个字母标记此处", "marks this place with a letter"],
    ),
    word(
        ["返回標記", "返回标记", "return"],
        &[],
        Takes::Maybe(LETTER),
        Does::Return,
        &[Action::AwaitLetter(Awaited::Return)],
        ["返回這個標記；後面沒有字母則列出標記", "返回这个标记；后面没有字母则列出标记", "to a mark, or the marks"],
    ),
    word(
        ["書籤", "书签", "bookmark"],
        &[],
        Takes::Nothing,
        Does::Bookmark,
        &[Action::Bookmark],
        ["把這一條目加為書籤", "把这一条目加为书签", "bookmarks the entry"],
    ),
    word(
        ["筆記", "笔记", "note"],
        &[],
        Takes::Maybe(["文字", "文字", "TEXT"]),
        Does::Note,
        &[Action::EditNote],
        [
            "為這一條目寫筆記，並加為書籤；只輸入「-」則清除筆記",
            "为这一条目写笔记，并加为书签；只输入「-」则清除笔记",
            "bookmarks the entry with a note; - alone clears the note",
        ],
    ),
    word(
        ["書籤一覽", "书签列表", "bookmarks"],
        &[],
        Takes::Nothing,
        Does::Bookmarks,
        &[Action::Bookmarks],
        ["標記和書籤", "标记和书签", "marks and bookmarks"],
    ),
    word(
        ["刪除", "删除", "remove"],
        &[],
        Takes::Maybe(["數字", "数字", "NUMBER"]),
        Does::Remove,
        &[Action::Remove],
        [
            "剛才所列的第幾項書籤或標記；後面沒有數字則是這一條目的書籤",
            "刚才所列的第几项书签或标记；后面没有数字则是这一条目的书签",
            "the mark or bookmark of this number in the last list, or the bookmark of the entry",
        ],
    ),
    word(
        ["復原", "撤销", "undo"],
        &["撤銷", "复原"],
        Takes::Nothing,
        Does::Act(Action::Undo),
        &[],
        ["復原書籤、筆記和標記的更改", "撤销书签、笔记和标记的更改", "undoes the last change to marks and bookmarks"],
    ),
];
