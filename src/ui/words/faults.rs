//! Words for the faults of a record's file.

use crate::data::{Code, Severity};

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
    /// What is wrong, in the order of [`Code::ALL`], before the sentence in English that tells what to do; nothing, where
    /// the sentence is in the reader's language.
    pub codes: Option<[&'static str; Code::ALL.len()]>,
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

    /// What is wrong, before the sentence that tells what to do.
    pub fn code(&self, code: Code) -> Option<&'static str> {
        self.codes.map(|codes| codes[code as usize])
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
    codes: Some([
        "檔案並非 UTF-8",
        "並非 JSON",
        "JSON 並非記錄",
        "未能讀取這個格式版本",
        "條目過多",
        "值的類型不符",
        "欠缺必需的值",
        "轉義不代表任何字元",
        "鍵沒有這個值",
        "沒有這個日期",
        "編號重複",
        "所指的條目不存在",
        "所指的條目類別不符",
        "條目屬於自己",
        "鍵重複",
        "版本的寫法不符",
        "格式沒有這個鍵",
        "格式版本較新",
    ]),
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
    codes: Some([
        "文件不是 UTF-8",
        "不是 JSON",
        "JSON 不是记录",
        "无法读取这个格式版本",
        "条目过多",
        "值的类型不符",
        "缺少必需的值",
        "转义不代表任何字符",
        "键没有这个值",
        "没有这个日期",
        "编号重复",
        "所指的条目不存在",
        "所指的条目类别不符",
        "条目属于自己",
        "键重复",
        "版本的写法不符",
        "格式没有这个键",
        "格式版本较新",
    ]),
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
    codes: None,
    left_out: "Left out",
    places: "By line and column",
    more: "{} more; zhegang check FILE lists all",
};
