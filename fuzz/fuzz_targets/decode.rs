//! Any bytes as input of a terminal, cut anywhere: the same keys come out, and none is a control character.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhegang::term::{Decoder, Input};
use zhegang::ui::KeyCode;

fuzz_target!(|data: &[u8]| {
    let Some((&cut, bytes)) = data.split_first() else { return };
    let mut whole = Decoder::default();
    let inputs = whole.feed(bytes);
    let (before, after) = bytes.split_at(usize::from(cut).min(bytes.len()));
    let mut cuts = Decoder::default();
    let mut in_parts = cuts.feed(before);
    in_parts.extend(cuts.feed(after));
    assert_eq!(inputs, in_parts);
    assert_eq!(whole.is_waiting(), cuts.is_waiting());
    for input in inputs.into_iter().chain(whole.settle()) {
        if let Input::Key(key) = input
            && let KeyCode::Char(char) = key.code
        {
            assert!(!char.is_control());
        }
    }
    assert!(!whole.is_waiting());
});
