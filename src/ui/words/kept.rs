//! Words of marks.

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
};
