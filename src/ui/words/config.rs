//! What is said of a reader's own settings.

/// The words of one language. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Config {
    /// How many faults the settings have.
    pub faults: &'static str,
}

pub const ZH_HANT: Config =
    Config { faults: "設定檔有{}處問題，其餘照用；zhegang config check 逐一列出" };

pub const ZH_HANS: Config =
    Config { faults: "设置文件有{}处问题，其余照用；zhegang config check 逐一列出" };

pub const EN: Config = Config { faults: "Faults in your settings: {}; zhegang config check lists them" };
