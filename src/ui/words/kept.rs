//! Words of marks and bookmarks.

use crate::data::Lang;

/// What is said of marks. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Kept {
    /// What a letter does that is awaited for a mark.
    pub mark_here: &'static str,
    pub marked: &'static str,
    /// Said after it, with the keys.
    pub returns: &'static str,
    /// The letter, and where it stood.
    pub moved: &'static str,
    pub no_mark: &'static str,
    pub no_marks: &'static str,
    pub no_letter: &'static str,
    pub gone: &'static str,
    pub bookmarks: &'static str,
    /// What stands over the text of a bookmarked entry.
    pub bookmark: &'static str,
    pub note: &'static str,
    /// In place of the kind of an entry that the record does not have.
    pub unknown: &'static str,
    /// How something comes on the list: the keys of a bookmark and of a mark.
    pub empty: &'static str,
    pub no_entry: &'static str,
    /// The words with the key, and the name.
    pub added: &'static str,
    pub opens_note: &'static str,
    /// The words with the key, and the name.
    pub removed: &'static str,
    pub noted: &'static str,
    pub note_cleared: &'static str,
    /// Said of a change, with the key.
    pub undoes: &'static str,
    pub undone: &'static str,
    pub nothing_to_undo: &'static str,
    /// The name that a broken file has now.
    pub set_aside: &'static str,
    pub newer: &'static str,
    pub unsaved: &'static str,
    /// The words with the key, and the name.
    pub resumed: &'static str,
    pub starts: &'static str,
    /// The scope of the keys that answer a question.
    pub asked: &'static str,
    /// Whether a bookmark is to be removed, and the answers.
    pub ask_remove: &'static str,
    pub remove: &'static str,
    pub retain: &'static str,
    /// Whether a changed note is to be kept, and the answers.
    pub ask_keep: &'static str,
    pub keep: &'static str,
    pub discard: &'static str,
}

impl Kept {
    pub const fn of(lang: Lang) -> &'static Self {
        super::Words::of(lang).kept
    }
}

pub(super) const ZH_HANT: Kept = Kept {
    mark_here: "標記此處",
    marked: "已標記為 {}",
    returns: "；按 {} 返回此處",
    moved: "標記 {} 由「{}」移到此處",
    no_mark: "沒有標記 {}",
    no_marks: "還沒有標記",
    no_letter: "標記只用字母 a 至 z、A 至 Z",
    gone: "這份記錄沒有 {}",
    bookmarks: "書籤",
    bookmark: "書籤",
    note: "筆記",
    unknown: "記錄中沒有",
    empty: "還沒有書籤。按 {} 把正在看的條目加為書籤，按 {} 再按字母標記一處。",
    no_entry: "這一頁不是條目，不能加為書籤",
    added: "已加書籤{}：{}",
    opens_note: "（再按 {} 寫筆記）",
    removed: "已刪除{}：{}",
    noted: "已儲存筆記",
    note_cleared: "已清除筆記",
    undoes: "（按 {} 復原）",
    undone: "已復原：{}",
    nothing_to_undo: "沒有可復原的更改",
    set_aside: "書籤檔案無法讀取，已另存為 {}",
    newer: "書籤檔案屬於較新版本，不作改動；這次的書籤只保留到離開",
    unsaved: "書籤未能儲存，只保留到離開：{}",
    resumed: "已回到上次看的地方{}：{}",
    starts: "（按 {} 到首頁）",
    asked: "確認時",
    ask_remove: "連同筆記刪除？",
    remove: "刪除",
    retain: "保留",
    ask_keep: "儲存改過的筆記？",
    keep: "儲存",
    discard: "不儲存",
};

pub(super) const ZH_HANS: Kept = Kept {
    mark_here: "标记此处",
    marked: "已标记为 {}",
    returns: "；按 {} 返回此处",
    moved: "标记 {} 从「{}」移到此处",
    no_mark: "没有标记 {}",
    no_marks: "还没有标记",
    no_letter: "标记只用字母 a 到 z、A 到 Z",
    gone: "这份记录没有 {}",
    bookmarks: "书签",
    bookmark: "书签",
    note: "笔记",
    unknown: "记录中没有",
    empty: "还没有书签。按 {} 把正在看的条目加为书签，按 {} 再按字母标记一处。",
    no_entry: "这一页不是条目，不能加为书签",
    added: "已加书签{}：{}",
    opens_note: "（再按 {} 写笔记）",
    removed: "已删除{}：{}",
    noted: "已保存笔记",
    note_cleared: "已清除笔记",
    undoes: "（按 {} 撤销）",
    undone: "已撤销：{}",
    nothing_to_undo: "没有可撤销的更改",
    set_aside: "书签文件无法读取，已另存为 {}",
    newer: "书签文件属于较新版本，不作改动；这次的书签只保留到退出",
    unsaved: "书签未能保存，只保留到退出：{}",
    resumed: "已回到上次看的地方{}：{}",
    starts: "（按 {} 到首页）",
    asked: "确认时",
    ask_remove: "连同笔记删除？",
    remove: "删除",
    retain: "保留",
    ask_keep: "保存改过的笔记？",
    keep: "保存",
    discard: "不保存",
};

pub(super) const EN: Kept = Kept {
    mark_here: "marks this place",
    marked: "Marked as {}",
    returns: "; {} returns here",
    moved: "Mark {} moved here from \"{}\"",
    no_mark: "There is no mark {}",
    no_marks: "There are no marks yet",
    no_letter: "A mark is a letter, a to z or A to Z",
    gone: "This record has no {}",
    bookmarks: "Bookmarks",
    bookmark: "bookmark",
    note: "Note",
    unknown: "not in it",
    empty: "There are no bookmarks yet. {} adds the entry that you are reading; {} and a letter mark a place.",
    no_entry: "This page is not an entry and can't be bookmarked",
    added: "Bookmarked{}: {}",
    opens_note: " ({} again: note)",
    removed: "Removed{}: {}",
    noted: "Note saved",
    note_cleared: "Note cleared",
    undoes: " ({} undoes)",
    undone: "Undone: {}",
    nothing_to_undo: "Nothing to undo",
    set_aside: "The bookmarks file could not be read and is now {}",
    newer: "The bookmarks file is of a newer version and left alone; changes last until you quit",
    unsaved: "Bookmarks could not be saved and last until you quit: {}",
    resumed: "Back where you were{}: {}",
    starts: " ({}: start page)",
    asked: "Answering a question",
    ask_remove: "Delete with note?",
    remove: "delete",
    retain: "keep",
    ask_keep: "Save your changes?",
    keep: "save",
    discard: "discard",
};
