//! Words about where a session is, and for its end.

use crate::ui::action::Action;
use crate::ui::copy::What;
use crate::ui::linear::word::{Does, Takes, Word, word};

pub(super) const TABLE: &[Word] = &[
    word(
        ["位置", "位置", "where"],
        &["w"],
        Takes::Nothing,
        Does::Where,
        &[],
        ["現時的位置和連結", "当前的位置和链接", "where you are, and a link that leads here"],
    ),
    word(
        ["複製", "复制", "copy"],
        &[],
        Takes::Something([
            "名稱、全文、引用、markdown或連結",
            "名称、全文、引用、markdown或链接",
            "name, text, citation, markdown or link",
        ]),
        Does::Copy,
        &[
            Action::Copy(What::Name),
            Action::Copy(What::Text),
            Action::Copy(What::Citation),
            Action::Copy(What::Markdown),
            Action::Copy(What::Address),
            Action::ByHand,
        ],
        ["單獨列出，方便複製", "单独列出，方便复制", "prints it alone, to be copied from here"],
    ),
    word(
        ["網址", "网址", "address"],
        &["code", "url", "二維碼"],
        Takes::Nothing,
        Does::Address,
        &[Action::Code],
        ["來源的網址", "来源的网址", "the address of the source"],
    ),
    word(
        ["語言", "语言", "language"],
        &[],
        Takes::Maybe(["繁體、簡體或英文", "繁体、简体或英文", "zh-Hant, zh-Hans or en"]),
        Does::Language,
        &[Action::SwitchLanguage],
        ["切換語言", "切换语言", "another language"],
    ),
    word(
        ["離開", "退出", "quit"],
        &["q", "exit", "离开"],
        Takes::Nothing,
        Does::Act(Action::Quit),
        &[],
        ["離開", "退出", "quits"],
    ),
];
