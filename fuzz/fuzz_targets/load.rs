//! Any bytes as a record: it opens or is refused in one sentence, and what opens is drawn. Behind a byte that is no UTF-8
//! comes another version, which takes its place, and then stands beside it.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use zhegang::data::library::joined;
use zhegang::data::{self, Lang, Loaded, Part};
use zhegang::term::{Colours, News, Session};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::{Options, Size, World};

const KEYS: [&str; 18] =
    ["", "j", "2", "3", "4]", "\r", "\t\r", "f", "E", "F", "T", "r", "s", "D", "0", "/a", "\x1b[B\r", "c"];

fuzz_target!(|bytes: &[u8]| {
    let mut versions = bytes.split(|byte| *byte == 0xFF);
    let old = versions.next().and_then(open);
    let new = versions.next().map_or_else(|| old.clone(), open);
    let Some(mut first) = old.clone().and_then(session) else { return };
    read(&mut first);
    let Some(world) = new.clone().and_then(|new| World::new(new).ok()) else { return };
    first.hear_news(News::Newer(Box::new(world)));
    read(&mut first);
    let parts = old.into_iter().chain(new).enumerate();
    let parts = parts.map(|(number, loaded)| Part { name: number.to_string(), file: "a".into(), loaded }).collect();
    if let Some(mut session) = session(joined(parts)) {
        read(&mut session);
    }
});

fn open(bytes: &[u8]) -> Option<Loaded> {
    match data::load(bytes, text::neutral) {
        Err(error) => {
            assert!(!error.to_string().chars().any(char::is_control));
            None
        }
        Ok(loaded) => {
            let is_harmless = |fault: &data::Fault| !fault.to_string().chars().any(char::is_control);
            assert!(loaded.faults.iter().all(is_harmless));
            Some(loaded)
        }
    }
}

fn session(loaded: Loaded) -> Option<Session> {
    let world = World::new(loaded).ok()?;
    let options = Options::new(Size { cols: 80, rows: 24 }, Lang::ZhHant, Ambiguous::Wide);
    Some(Session::new(Arc::new(world), options, Colours::Indexed))
}

/// Leads through all pages.
fn read(session: &mut Session) {
    for keys in KEYS {
        session.feed(keys.as_bytes());
        session.frame();
    }
}
