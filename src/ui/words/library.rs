//! Words for several records that are open together.

/// The words of one language. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Library {
    /// What one of them is, and the list of them.
    pub record: &'static str,
    pub records: &'static str,
    /// What they are called together: how many there are.
    pub title: &'static str,
    pub file: &'static str,
    pub meeting: &'static str,
    /// How many entries one has: one, several.
    pub entries: [&'static str; 2],
    /// Over entries of other records that may be the same.
    pub same_person: &'static str,
    pub same_organisation: &'static str,
    /// That both have an identifier: its scheme and its value.
    pub by_identifier: &'static str,
    /// That both have a name.
    pub by_name: &'static str,
    /// What a search is narrowed to, and the contrary.
    pub asked: [&'static str; 2],
    /// That there are more of them than so many.
    pub more: &'static str,
}

pub(super) const ZH_HANT: Library = Library {
    record: "記錄",
    records: "記錄",
    title: "{} 份記錄",
    file: "檔案",
    meeting: "會議",
    entries: ["{} 個條目"; 2],
    same_person: "可能是同一人",
    same_organisation: "可能是同一機構",
    by_identifier: "識別碼相同：{} {}",
    by_name: "同名：{}",
    asked: ["在記錄「{}」內", "不在記錄「{}」內"],
    more: "不止此數，只列出首 {} 個",
};

pub(super) const ZH_HANS: Library = Library {
    record: "记录",
    records: "记录",
    title: "{} 份记录",
    file: "文件",
    meeting: "会议",
    entries: ["{} 个条目"; 2],
    same_person: "可能是同一人",
    same_organisation: "可能是同一机构",
    by_identifier: "标识符相同：{} {}",
    by_name: "同名：{}",
    asked: ["在记录「{}」中", "不在记录「{}」中"],
    more: "不止这些，仅列出前 {} 个",
};

pub(super) const EN: Library = Library {
    record: "Record",
    records: "Records",
    title: "{} records",
    file: "File",
    meeting: "Meeting",
    entries: ["{} entry", "{} entries"],
    same_person: "Perhaps the same person",
    same_organisation: "Perhaps the same organisation",
    by_identifier: "same identifier: {} {}",
    by_name: "same name: {}",
    asked: ["in the record \"{}\"", "not in the record \"{}\""],
    more: "There are more; these are the first {}",
};
