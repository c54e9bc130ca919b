//! Lines in, lines out: a session without a screen on standard input and output. A terminal keeps its modes and its own
//! line editing, so that signals do what they do by default and nothing is to be given back.

use std::io::{self, BufRead, ErrorKind, Write};
use std::sync::Arc;

use rustix::io::Errno;

use crate::term::Keeper;
use crate::term::tty::{Exit, build_index};
use crate::ui::address::Address;
use crate::ui::linear::{Answer, Linear};
use crate::ui::{Effect, World};

/// What is typed beyond so many bytes of a line is left out.
const MOST_BYTES: usize = 4096;

/// Who is spoken to, and who keeps what is to be kept.
pub(super) struct Edge<'a> {
    pub(super) input: &'a mut dyn BufRead,
    pub(super) out: &'a mut dyn Write,
    pub(super) keeper: &'a mut dyn Keeper,
}

/// Answers lines until they end, or the reader or the terminal leaves; begins at an address if there is one.
pub(super) fn run(
    edge: &mut Edge,
    world: &Arc<World>,
    linear: &mut Linear,
    address: Option<&Address>,
) -> io::Result<Exit> {
    match converse(edge, world, linear, address) {
        Ok(()) => Ok(Exit::Quit),
        Err(error) if error.raw_os_error() == Some(Errno::IO.raw_os_error()) => Ok(Exit::Gone),
        Err(error) => Err(error),
    }
}

fn converse(edge: &mut Edge, world: &Arc<World>, linear: &mut Linear, address: Option<&Address>) -> io::Result<()> {
    build_index(world);
    let mut answer = linear.greeting(world, address);
    loop {
        write(edge.out, &answer)?;
        for effect in &answer.effects {
            if let Effect::Keep(change) = effect {
                let reply = edge.keeper.keep(change.clone());
                write(edge.out, &linear.hear_kept(world, reply))?;
            }
        }
        if linear.awaits_index() {
            world.build_index();
            answer = linear.catch_up(world);
            continue;
        }
        if answer.effects.contains(&Effect::Quit) {
            return Ok(());
        }
        let Some(line) = read_line(edge.input)? else { return Ok(()) };
        answer = linear.answer(world, &line);
    }
}

fn write(out: &mut dyn Write, answer: &Answer) -> io::Result<()> {
    out.write_all(answer.text.as_bytes())?;
    out.flush()
}

/// The next line, as far as it is not too long. `None` where there is no more.
fn read_line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    loop {
        let bytes = match input.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let part = &bytes[..end.unwrap_or(bytes.len())];
        line.extend(part.iter().take(MOST_BYTES - line.len()));
        let used = end.map_or(bytes.len(), |end| end + 1);
        let is_over = used == 0;
        input.consume(used);
        if end.is_some() || is_over && !line.is_empty() {
            return Ok(Some(String::from_utf8_lossy(&line).into_owned()));
        }
        if is_over {
            return Ok(None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_whole_as_far_as_they_are_not_too_long() {
        let long = [&b"x".repeat(10_000)[..], b"\nlast \xff"].concat();
        let mut input = &b"one\n\n\xe6\xb5\x99\n"[..];
        let mut lines = || read_line(&mut input).expect("bytes");
        assert_eq!(
            [lines(), lines(), lines(), lines()],
            [Some("one".into()), Some(String::new()), Some("浙".into()), None]
        );
        let mut input = io::BufReader::with_capacity(7, &long[..]);
        let first = read_line(&mut input).expect("bytes").expect("a line");
        assert_eq!(first.len(), MOST_BYTES);
        assert_eq!(read_line(&mut input).expect("bytes"), Some("last \u{fffd}".into()));
    }
}
