//! Words for the pages beside an entry.

use crate::ui::action::Action;
use crate::ui::linear::word::{Does, Takes, Word, word};
use crate::ui::page::Page;

pub(super) const TABLE: &[Word] = &[
    word(
        ["關係", "关系", "relations"],
        &[],
        Takes::Nothing,
        Does::Act(Action::Page(Page::Relations)),
        &[],
        [
            "誰和什麼與這一條目相關，因何相關",
            "谁和什么与这一条目相关，因何相关",
            "who and what is tied to the entry, and by what",
        ],
    ),
    word(
        ["逐項來源", "逐项来源", "sources"],
        &["來源"],
        Takes::Nothing,
        Does::Act(Action::Page(Page::Sources)),
        &[],
        ["這一條目每一項的來源", "这一条目每一项的来源", "what backs each part of the entry"],
    ),
    word(
        ["時間線", "时间线", "timeline"],
        &[],
        Takes::Nothing,
        Does::Act(Action::Page(Page::Timeline)),
        &[],
        ["逐日行程與背景", "逐日行程与背景", "the journey by day"],
    ),
    word(
        ["統計", "统计", "figures"],
        &["數字"],
        Takes::Nothing,
        Does::Act(Action::Page(Page::Figures)),
        &[],
        ["記錄中各項的數目", "记录中各项的数目", "the record in numbers"],
    ),
    word(
        ["問題", "问题", "faults"],
        &["檔案的問題", "文件的问题"],
        Takes::Nothing,
        Does::Act(Action::Page(Page::Faults)),
        &[],
        ["記錄檔案的問題，在哪一條目", "记录文件的问题，在哪一条目", "what is wrong with the file, and in which entry"],
    ),
    word(
        ["改動", "改动", "changes"],
        &["改動一覽", "改动列表"],
        Takes::Nothing,
        Does::Act(Action::Page(Page::Changes)),
        &[],
        ["與舊版相比，有何改動", "与旧版相比，有哪些改动", "what changed since an older version of the record"],
    ),
    word(
        ["比較", "比较", "compare"],
        &[],
        Takes::Nothing,
        Does::Act(Action::Compare),
        &[],
        [
            "選定這一條目，到另一條目再輸入一次，兩者並列",
            "选定这一条目，到另一条目再输入一次，两者并列",
            "chooses the entry; typed again at another one, tells both side by side",
        ],
    ),
];
