//! Words for a record whose file is watched.

/// The words of one language. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct Watching {
    /// A newer version of the file is shown.
    pub reloaded: &'static str,
    /// The same of one whose file has faults, which are told behind it.
    pub reloaded_with: &'static str,
    /// A newer version can't be read, and why: the earlier one is still shown.
    pub unread: &'static str,
    /// The same, with the place and what is wrong there before the reason.
    pub unread_at: &'static str,
    /// Stands on the screen as long as the earlier version is shown.
    pub earlier: &'static str,
}

pub(super) const ZH_HANT: Watching = Watching {
    reloaded: "檔案已更新，現為新版本",
    reloaded_with: "檔案已更新。{}",
    unread: "新版本未能讀取，仍顯示舊版本：{}",
    unread_at: "{}，仍顯示舊版本：{}",
    earlier: "舊版本",
};

pub(super) const ZH_HANS: Watching = Watching {
    reloaded: "文件已更新，现为新版本",
    reloaded_with: "文件已更新。{}",
    unread: "新版本无法读取，仍显示旧版本：{}",
    unread_at: "{}，仍显示旧版本：{}",
    earlier: "旧版本",
};

pub(super) const EN: Watching = Watching {
    reloaded: "The file changed; this is the new version",
    reloaded_with: "A new version. {}",
    unread: "New version unreadable, the old one stays: {}",
    unread_at: "{}, so the old version stays: {}",
    earlier: "old version",
};
