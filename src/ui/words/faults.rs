//! Words for the faults of a record's file.

use crate::data::Severity;

/// The words of one language. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Faults {
    /// The title of the page.
    pub title: &'static str,
    /// What leads there from the start page.
    pub all: &'static str,
    /// Which key opens it, behind how many there are.
    pub by_key: &'static str,
    /// The same where words are typed.
    pub by_word: &'static str,
    /// That there are none.
    pub none: &'static str,
    /// How many there are of each severity, in the order of [`Severity::ALL`].
    pub counts: [&'static str; 3],
    /// Each severity, in the same order.
    pub severities: [&'static str; 3],
    /// What was left out for its faults.
    pub left_out: &'static str,
    /// The heading over the list of them.
    pub places: &'static str,
    /// How many more there are, and how all are listed.
    pub more: &'static str,
}

impl Faults {
    pub const fn severity(&self, severity: Severity) -> &'static str {
        self.severities[severity as usize]
    }
}

pub(super) const ZH_HANT: Faults = Faults {
    title: "檔案的問題",
    all: "逐處查看，前往有關條目",
    by_key: "；{} 逐處查看",
    by_word: "；打「問題」逐處查看",
    none: "這份記錄的檔案沒有發現問題。",
    counts: ["錯誤", "警告", "提示"],
    severities: ["錯誤", "警告", "提示"],
    left_out: "略過的條目",
    places: "逐處（行:字）",
    more: "另有 {} 處；zhegang check FILE 會全部列出",
};

pub(super) const ZH_HANS: Faults = Faults {
    title: "文件的问题",
    all: "逐处查看，前往有关条目",
    by_key: "；{} 逐处查看",
    by_word: "；输入「问题」逐处查看",
    none: "这份记录的文件没有发现问题。",
    counts: ["错误", "警告", "提示"],
    severities: ["错误", "警告", "提示"],
    left_out: "跳过的条目",
    places: "逐处（行:字）",
    more: "另有 {} 处；zhegang check FILE 会全部列出",
};

pub(super) const EN: Faults = Faults {
    title: "Faults of the file",
    all: "All of them, with the entries they are in",
    by_key: "; {} lists them",
    by_word: "; type faults to list them",
    none: "Nothing was found wrong with the file of this record.",
    counts: ["Errors", "Warnings", "Notes"],
    severities: ["error", "warning", "note"],
    left_out: "Left out",
    places: "By line and column",
    more: "{} more; zhegang check FILE lists all",
};
