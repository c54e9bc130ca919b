//! Other finders as whole programs, where they are installed.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::measure::timed;

#[derive(Debug)]
pub struct Program {
    path: PathBuf,
    /// Its name and version.
    pub name: String,
}

/// Those that a variable names or PATH has.
pub fn installed() -> Vec<Program> {
    let programs = [("FZF", "fzf"), ("SK", "sk")].into_iter().filter_map(|(variable, name)| {
        let path = PathBuf::from(std::env::var_os(variable).unwrap_or_else(|| name.into()));
        let output = Command::new(&path).arg("--version").output().ok()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let version = said.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        Some(Program { path, name: format!("{name} {version}") })
    });
    programs.collect()
}

/// A file of lines that is gone when it is no longer needed.
pub struct LineFile(PathBuf);

impl LineFile {
    pub fn new(lines: &[String]) -> io::Result<Self> {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lines-{}", std::process::id()));
        let mut file = io::BufWriter::new(File::create(&path)?);
        lines.iter().try_for_each(|line| writeln!(file, "{line}"))?;
        file.flush()?;
        Ok(Self(path))
    }
}

impl Drop for LineFile {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap_or_default();
    }
}

impl Program {
    fn filter(&self, file: &LineFile, query: &str) -> io::Result<Command> {
        let mut command = Command::new(&self.path);
        command.args(["--filter", query]).stdin(File::open(&file.0)?).stderr(Stdio::null());
        // The settings of whoever measures are not measured.
        for variable in ["FZF_DEFAULT_OPTS", "FZF_DEFAULT_OPTS_FILE", "SKIM_DEFAULT_OPTIONS"] {
            command.env_remove(variable);
        }
        Ok(command)
    }

    /// The shortest of some runs from start to end, and how many lines match.
    pub fn find(&self, file: &LineFile, query: &str, runs: usize) -> io::Result<(Duration, usize)> {
        let printed = self.filter(file, query)?.output()?.stdout;
        let lines = printed.split(|&byte| byte == b'\n').count().saturating_sub(1);
        let mut best = Duration::MAX;
        for _ in 0..runs {
            let mut command = self.filter(file, query)?;
            let (time, status) = timed(|| command.stdout(Stdio::null()).status());
            status?;
            best = best.min(time);
        }
        Ok((best, lines))
    }
}
