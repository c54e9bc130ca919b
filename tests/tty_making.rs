//! Files in canonical form on a real terminal, on which they must not act.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use pty::{Terminal, count};

#[test]
fn what_would_act_on_the_terminal_stands_in_escapes() {
    let script = r#"printf '["\302\23331m\342\200\256","\\u202e"]' | PROGRAM fmt; echo code $?; read line"#;
    let mut terminal = Terminal::run(&["sh", "-c", script]);
    terminal.wait_for("shell", |terminal| terminal.screen.screen().contents().contains("code 0"));
    assert!(terminal.screen.screen().contents().contains(r#"["\u009b31m\u202e", "\u202e"]"#));
    assert_eq!(count(&terminal.bytes, "\u{9b}".as_bytes()) + count(&terminal.bytes, "\u{202e}".as_bytes()), 0);
}
