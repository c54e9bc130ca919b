//! Words of what changed between two records.

/// What is said of a change that no sign says.
#[derive(Debug)]
pub struct Diff {
    pub perhaps_same: &'static str,
    /// The same items, one after another in another way.
    pub reordered: &'static str,
    /// Values that are shown only if they are asked for; the option follows.
    pub hidden: &'static str,
}

pub(super) const ZH_HANT: Diff =
    Diff {
        perhaps_same: "疑為同一條目，編號已改", reordered: "次序不同", hidden: "有改動；要看內容，請加"
    };

pub(super) const ZH_HANS: Diff =
    Diff {
        perhaps_same: "疑似同一条目，编号已改", reordered: "顺序不同", hidden: "有改动；要看内容，请加"
    };

pub(super) const EN: Diff = Diff {
    perhaps_same: "perhaps the same under a new id",
    reordered: "in another order",
    hidden: "changed; to be shown with",
};
