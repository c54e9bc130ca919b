//! Words of the comparison of two entries.

/// What is said where two entries are compared. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Compare {
    pub title: &'static str,
    /// The key that chooses the other entry, and what it is compared with.
    pub choose: &'static str,
    /// The same where words are typed.
    pub choose_by_word: &'static str,
    pub given_up: &'static str,
    /// What the key does while another entry is to be chosen.
    pub with: &'static str,
    /// Over what is tied to both.
    pub in_common: &'static str,
    /// Where the one entry has something of which the record says nothing for the other.
    pub nothing: &'static str,
}

pub(super) const ZH_HANT: Compare = Compare {
    title: "比較",
    choose: "移到另一項再按 {}，與「{}」比較",
    choose_by_word: "與「{}」比較：到另一條目，再輸入「比較」",
    given_up: "不再比較",
    with: "與之比較",
    in_common: "與兩者都相關",
    nothing: "記錄未載",
};

pub(super) const ZH_HANS: Compare = Compare {
    title: "比较",
    choose: "移到另一项再按 {}，与「{}」比较",
    choose_by_word: "与「{}」比较：到另一条目，再输入「比较」",
    given_up: "不再比较",
    with: "与之比较",
    in_common: "与两者都相关",
    nothing: "记录未载",
};

pub(super) const EN: Compare = Compare {
    title: "Compared",
    choose: "Go to another entry and press {} to compare with \"{}\"",
    choose_by_word: "Comparing \"{}\": go to another entry and type compare",
    given_up: "No longer comparing",
    with: "compare with it",
    in_common: "Tied to both",
    nothing: "not in the record",
};
