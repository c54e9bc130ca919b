//! Any bytes as a record: it opens or is refused in one sentence, and what opens is drawn.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use zhegang::data::{self, Lang};
use zhegang::term::{Colours, Session};
use zhegang::text::{self, Ambiguous};
use zhegang::ui::{Options, Size, World};

fuzz_target!(|bytes: &[u8]| {
    match data::load(bytes, text::neutral) {
        Err(error) => assert!(!error.to_string().chars().any(char::is_control)),
        Ok(loaded) => {
            let is_harmless = |fault: &data::Fault| !fault.to_string().chars().any(char::is_control);
            assert!(loaded.faults.iter().all(is_harmless));
            let Ok(world) = World::new(loaded) else { return };
            let options = Options::new(Size { cols: 80, rows: 24 }, Lang::ZhHant, Ambiguous::Wide);
            let mut session = Session::new(Arc::new(world), options, Colours::Indexed);
            for keys in ["", "j", "2", "3", "4]", "\r", "\t\r", "f", "E", "F", "T", "r", "s", "0", "/a", "\x1b[B\r"] {
                session.feed(keys.as_bytes());
                assert!(!session.frame().is_empty() || !keys.is_empty());
            }
        }
    }
});
