//! Words of copying: by which way, and by hand.

/// What is said where something is copied. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Copying {
    /// The terminal was asked to copy; what, and the text or how long it is.
    pub asked: &'static str,
    /// A program took it, too: which, what, and the text or how long it is.
    pub given: &'static str,
    /// The scope of the keys over a text to be copied by hand.
    pub by_hand: &'static str,
    /// What to do with it.
    pub select: &'static str,
}

pub(super) const ZH_HANT: Copying = Copying {
    asked: "已請終端機複製{}：{}",
    given: "已請終端機及 {} 複製{}：{}",
    by_hand: "手動複製",
    select: "以滑鼠選取",
};

pub(super) const ZH_HANS: Copying = Copying {
    asked: "已请终端复制{}：{}",
    given: "已请终端及 {} 复制{}：{}",
    by_hand: "手动复制",
    select: "用鼠标选取",
};

pub(super) const EN: Copying = Copying {
    asked: "Asked the terminal to copy the {}: {}",
    given: "Asked the terminal and {} to copy the {}: {}",
    by_hand: "Copying by hand",
    select: "select with the mouse",
};
