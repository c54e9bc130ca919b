//! Where a reader's own files are: by the rules of XDG, also on macOS.

use std::ffi::OsString;
use std::path::PathBuf;

use super::config::FILE;

/// Every program has a folder of this name.
const NAME: &str = "zhegang";

/// The folders of this program; `None` where nothing says where the reader's home is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Folders {
    pub(super) config: Option<PathBuf>,
    /// What a session leaves for the next one.
    pub(super) state: Option<PathBuf>,
}

impl Folders {
    pub(super) fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let path = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = path("HOME");
        let folder = |name: &str, below_home: &str| {
            let base = path(name).or_else(|| home.as_deref().map(|home| home.join(below_home)));
            base.map(|base| base.join(NAME))
        };
        Self { config: folder("XDG_CONFIG_HOME", ".config"), state: folder("XDG_STATE_HOME", ".local/state") }
    }

    /// The file with the reader's settings.
    pub(super) fn config_file(&self) -> Option<PathBuf> {
        self.config.as_deref().map(|folder| folder.join(FILE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_follow_the_variables() {
        let file = |variables: &[(&str, &str)]| {
            let found = |name: &str| variables.iter().find(|(known, _)| *known == name);
            Folders::of(|name| found(name).map(|(_, value)| value.into())).config_file()
        };
        assert_eq!(file(&[("HOME", "/home/a")]), Some("/home/a/.config/zhegang/config.toml".into()));
        assert_eq!(file(&[("HOME", "/a"), ("XDG_CONFIG_HOME", "/b")]), Some("/b/zhegang/config.toml".into()));
        assert_eq!(file(&[("HOME", "/a"), ("XDG_CONFIG_HOME", "b")]), Some("/a/.config/zhegang/config.toml".into()));
        assert_eq!(file(&[("HOME", "/a"), ("XDG_CONFIG_HOME", "")]), Some("/a/.config/zhegang/config.toml".into()));
        assert_eq!(file(&[]), None);
        let state = |name| Folders::of(|known| (known == name).then(|| "/a".into())).state;
        assert_eq!(state("HOME"), Some("/a/.local/state/zhegang".into()));
        assert_eq!((state("XDG_STATE_HOME"), state("XDG_CONFIG_HOME")), (Some("/a/zhegang".into()), None));
    }
}
