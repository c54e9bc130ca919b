//! Words of the mouse.

#[derive(Debug)]
pub struct Mouse {
    pub on: &'static str,
    pub off: &'static str,
}

pub(super) const ZH_HANT: Mouse = Mouse {
    on: "已啟用滑鼠；按住 Shift 可選取文字",
    off: "已停用滑鼠；選取文字由終端機處理",
};

pub(super) const ZH_HANS: Mouse = Mouse {
    on: "已启用鼠标；按住 Shift 可选取文字",
    off: "已停用鼠标；选取文字由终端处理",
};

pub(super) const EN: Mouse =
    Mouse { on: "Mouse on; hold Shift to select text", off: "Mouse off; the terminal selects text" };
