//! Words about themes.

use crate::ui::theme::Name;

#[derive(Debug)]
pub struct Themes {
    /// What a notice says of a theme.
    pub now: &'static str,
    terminal: &'static str,
    dark: &'static str,
    light: &'static str,
    contrast: &'static str,
    plain: &'static str,
    own: &'static str,
}

impl Themes {
    pub const fn name(&self, name: Name) -> &'static str {
        match name {
            Name::Terminal => self.terminal,
            Name::Dark => self.dark,
            Name::Light => self.light,
            Name::Contrast => self.contrast,
            Name::Plain => self.plain,
            Name::Own => self.own,
        }
    }
}

pub(super) const ZH_HANT: Themes = Themes {
    now: "配色：{}",
    terminal: "跟隨終端機",
    dark: "深色",
    light: "淺色",
    contrast: "高對比",
    plain: "單色",
    own: "自訂",
};

pub(super) const ZH_HANS: Themes = Themes {
    now: "配色：{}",
    terminal: "跟随终端",
    dark: "深色",
    light: "浅色",
    contrast: "高对比度",
    plain: "单色",
    own: "自定义",
};

pub(super) const EN: Themes = Themes {
    now: "Theme: {}",
    terminal: "the terminal's colours",
    dark: "dark",
    light: "light",
    contrast: "high contrast",
    plain: "no colours",
    own: "your own",
};
