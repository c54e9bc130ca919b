//! Words for a record that takes its time to be read.

/// The words of one language.
#[derive(Debug)]
pub struct Loading {
    pub reading: &'static str,
    /// The file was read, and its record is being made.
    pub making: &'static str,
    /// The key that calls it off.
    pub way_out: &'static str,
    /// What is read where it is no file.
    pub standard_input: &'static str,
}

pub(super) const ZH_HANT: Loading =
    Loading {
        reading: "正在讀取", making: "正在整理記錄", way_out: "按 Esc 取消", standard_input: "標準輸入"
    };

pub(super) const ZH_HANS: Loading =
    Loading {
        reading: "正在读取", making: "正在整理记录", way_out: "按 Esc 取消", standard_input: "标准输入"
    };

pub(super) const EN: Loading = Loading {
    reading: "Reading",
    making: "Putting the record together",
    way_out: "Esc to cancel",
    standard_input: "standard input",
};
