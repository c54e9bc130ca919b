//! Words of the mouse.

#[derive(Debug)]
pub struct Mouse {
    pub on: &'static str,
    pub off: &'static str,
}

pub(super) const ZH_HANT: Mouse = Mouse {
    on: "已啟用滾輪和點選；按 Shift 選取文字",
    off: "已停用滑鼠；選取文字由終端機處理",
};

pub(super) const ZH_HANS: Mouse = Mouse {
    on: "已启用滚轮和点击；按 Shift 选择文字",
    off: "已停用鼠标；选择文字由终端处理",
};

pub(super) const EN: Mouse =
    Mouse { on: "Wheel and clicks on; Shift selects", off: "Off; selecting is the terminal's" };
