//! Programs that put a text on a clipboard of this machine, where there are any.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// A program that does not take a text in this time is not waited for.
const PATIENCE: Duration = Duration::from_millis(500);

/// A program that reads a text for a clipboard from its standard input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tool {
    pub program: &'static str,
    pub arguments: &'static [&'static str],
}

impl Tool {
    /// For the buffers of tmux, which sends it on to the terminals that show it, whatever else it is set to.
    pub const TMUX: Self = Self { program: "tmux", arguments: &["load-buffer", "-w", "-"] };
    pub const WAYLAND: Self = Self { program: "wl-copy", arguments: &[] };
    pub const XCLIP: Self = Self { program: "xclip", arguments: &["-selection", "clipboard"] };
    pub const XSEL: Self = Self { program: "xsel", arguments: &["--input", "--clipboard"] };
    pub const MACOS: Self = Self { program: "pbcopy", arguments: &[] };

    /// Gives it a text. Whether it is there and took it.
    pub(super) fn takes(self, text: &str) -> bool {
        let started = Command::new(self.program)
            .args(self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // What stops or ends the session leaves it alone: some of them go on holding the text.
            .process_group(0)
            .spawn();
        let Ok(mut child) = started else { return false };
        let (tells, hears) = mpsc::channel();
        let text = text.to_owned();
        let fed = thread::Builder::new().spawn(move || tells.send(feed(&mut child, &text)).unwrap_or_default());
        fed.is_ok() && hears.recv_timeout(PATIENCE).unwrap_or(false)
    }
}

fn feed(child: &mut Child, text: &str) -> bool {
    let is_written = child.stdin.take().is_some_and(|mut input| input.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && is_written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_takes_a_text_or_does_not() {
        for (program, arguments, takes) in [
            ("sh", &["-c", "test \"$(cat)\" = 浙港"][..], true),
            ("sh", &["-c", "cat > /dev/null; exit 1"], false),
            ("sh", &["-c", "cat > /dev/null; exec sleep 5"], false),
            ("no-such-program-here", &[], false),
        ] {
            assert_eq!(Tool { program, arguments }.takes("浙港"), takes, "{arguments:?}");
        }
    }
}
