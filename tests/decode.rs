//! Bytes from a terminal become keys and pastes, however they are cut.

use proptest::prelude::*;
use zhegang::term::decode::PASTE_BYTES;
use zhegang::term::{Decoder, Input, Report};
use zhegang::ui::mouse::Does;
use zhegang::ui::{Key, KeyCode, Mouse};

fn read(bytes: impl AsRef<[u8]>) -> Vec<Input> {
    Decoder::default().feed(bytes.as_ref())
}

fn bare(code: KeyCode) -> Key {
    Key { code, ctrl: false, alt: false }
}

fn ctrl(code: KeyCode) -> Key {
    Key { code, ctrl: true, alt: false }
}

fn alt(code: KeyCode) -> Key {
    Key { code, ctrl: false, alt: true }
}

fn assert_keys(bytes: impl AsRef<[u8]>, keys: &[Key]) {
    let bytes = bytes.as_ref();
    let inputs: Vec<Input> = keys.iter().copied().map(Input::Key).collect();
    assert_eq!(read(bytes), inputs, "{:?}", bytes.escape_ascii().to_string());
}

#[test]
fn what_is_typed_is_what_arrives() {
    use KeyCode::Char;
    for char in ['a', 'G', ' ', '~', '？', '李', 'é', '𠮷', '😀', '\u{10ffff}'] {
        assert_keys(char.to_string(), &[bare(Char(char))]);
        assert_keys(format!("\x1b{char}"), &[alt(Char(char))]);
    }
    assert_keys("", &[]);
}

#[test]
fn control_bytes_are_the_keys_that_send_them() {
    use KeyCode::{BackTab, Backspace, Char, Enter, Tab};
    let rows: [(&[u8], Key); 16] = [
        (b"\x00", ctrl(Char(' '))),
        (b"\x01", ctrl(Char('a'))),
        (b"\x03", ctrl(Char('c'))),
        (b"\x0f", ctrl(Char('o'))),
        (b"\x1a", ctrl(Char('z'))),
        (b"\x1c", ctrl(Char('\\'))),
        (b"\x1d", ctrl(Char(']'))),
        (b"\x1f", ctrl(Char('_'))),
        (b"\x08", bare(Backspace)),
        (b"\x7f", bare(Backspace)),
        (b"\x09", bare(Tab)),
        (b"\x0a", bare(Enter)),
        (b"\x0d", bare(Enter)),
        (b"\x1b[Z", bare(BackTab)),
        (b"\x1b\x7f", alt(Backspace)),
        (b"\x1b\x06", Key { code: Char('f'), ctrl: true, alt: true }),
    ];
    for (bytes, key) in rows {
        assert_keys(bytes, &[key]);
    }
}

#[test]
fn keys_with_sequences_are_known_in_all_their_spellings() {
    use KeyCode::{BackTab, Char, Delete, Down, End, Enter, Esc, F, Home, Insert, PageDown, PageUp, Right, Tab, Up};
    for (sequence, key) in [
        ("\x1b[A", bare(Up)),
        ("\x1bOB", bare(Down)),
        ("\x1b[1;5C", ctrl(Right)),
        ("\x1b[1;3A", alt(Up)),
        ("\x1b[1;1:2A", bare(Up)),
        ("\x1b[H", bare(Home)),
        ("\x1b[4~", bare(End)),
        ("\x1b[2~", bare(Insert)),
        ("\x1b[3~", bare(Delete)),
        ("\x1b[5~", bare(PageUp)),
        ("\x1b[6;5~", ctrl(PageDown)),
        ("\x1bOP", bare(F(1))),
        ("\x1b[[A", bare(F(1))),
        ("\x1b[15~", bare(F(5))),
        ("\x1b[24~", bare(F(12))),
        ("\x1b[103u", bare(Char('g'))),
        ("\x1b[103;2u", bare(Char('G'))),
        ("\x1b[103:71;2u", bare(Char('G'))),
        ("\x1b[122;5u", ctrl(Char('z'))),
        ("\x1b[105;5u", bare(Tab)),
        ("\x1b[109;5u", bare(Enter)),
        ("\x1b[27u", bare(Esc)),
        ("\x1b[9;2u", bare(BackTab)),
    ] {
        assert_keys(sequence, &[key]);
    }
}

#[test]
fn the_wheel_and_clicks_are_read_with_their_place() {
    let mouse = |does, col, row| Input::Mouse(Mouse { does, col, row });
    assert_eq!(read("\x1b[<0;1;1M"), [mouse(Does::Click, 0, 0)]);
    assert_eq!(read("\x1b[<64;300;4Mx"), [mouse(Does::WheelUp, 299, 3), Input::Key(Key::char('x'))]);
    assert_eq!(read("\x1b[<81;3;400M"), [mouse(Does::WheelDown, 2, 399)], "with Ctrl held");
}

#[test]
fn what_is_no_press_of_a_key_is_dropped_without_a_trace() {
    for (bytes, what) in [
        ("\x1b[1;1:3A", "a release"),
        ("\x1b[103;1:3u", "a release in CSI u"),
        ("\x1b[113;9u", "Super-q"),
        ("\x1b[57441u", "a bare Shift"),
        ("\x1b[<0;3;4m", "a release of the mouse"),
        ("\x1b[<32;3;4M\x1b[<2;3;4M\x1b[<66;3;4M", "moves, other buttons and wheels of the mouse"),
        ("\x1b[<0;0;4M\x1b[<0;3M\x1b[<0;3;4;5M\x1b[<0;99999;4M", "no place of a mouse"),
        ("\x1b[M !!", "the mouse of old"),
        ("\x1b[32;5;6M", "the mouse of rxvt"),
        ("\x1b[I\x1b[O", "focus"),
        ("\x1b[>1;10;0c", "secondary device attributes"),
        ("\x1b[?2026;2$y\x1b[?0u\x1b[?997;1n", "mode reports"),
        ("\x1b[8;24;80t", "a size report"),
        ("\x1b]11;rgb:0000/0000/0000\x1b\\", "a colour report"),
        ("\x1b]11;rgb:0000/0000/0000\x07", "a colour report with BEL"),
        ("\x1bP>|xterm(370)\x1b\\\x1bP1+r544e=78\x1b\\", "version and capability reports"),
        ("\x1b_Gi=1;OK\x1b\\", "a graphics report"),
        ("\x1b[201~", "the end of no paste"),
        ("\x1b[;5A\x1b[=1c\x1b[1 q\x1b[999999999999~\x1bO5A", "sequences that no key sends"),
    ] {
        assert_eq!(read(format!("{bytes}x")), read("x"), "{what}");
    }
    let long = format!("\x1b[{}Ax", "1;".repeat(100_000));
    assert_eq!(read(long), read("x"), "a sequence without end");
}

#[test]
fn answers_to_queries_are_told_from_keys() {
    let cursor = |row, col| Input::Report(Report::Cursor { row, col });
    assert_eq!(read("\x1b[12;34R"), [cursor(12, 34)]);
    assert_eq!(
        read("\x1b[2;3Rj\x1b[?62;22c"),
        [cursor(2, 3), Input::Key(Key::char('j')), Input::Report(Report::Attributes)]
    );
    assert_eq!(read("\x1b[1;2R"), [], "Shift-F3 looks like this");
    assert_eq!(read("\x1b[2;R\x1b[2;70000R\x1b[2;3;4R"), []);
}

#[test]
fn invalid_bytes_are_dropped_and_nothing_else() {
    let rows: [&[u8]; 8] = [
        b"\xffx",
        b"\x80x",
        b"\xe4x",
        b"\xe4\xb8x",
        b"\xc0\xaf\x78",
        b"\xed\xa0\x80x",
        b"\xf5\x80\x80\x80x",
        b"\xc2\x9bx",
    ];
    for bytes in rows {
        assert_keys(bytes, &[bare(KeyCode::Char('x'))]);
    }
    assert_keys(b"\xe4\xb8\xe4\xb8\xad", &[bare(KeyCode::Char('中'))]);
}

#[test]
fn a_held_escape_is_the_key_once_nothing_follows() {
    for (held, key) in [
        ("\x1b", bare(KeyCode::Esc)),
        ("\x1b[", alt(KeyCode::Char('['))),
        ("\x1bO", alt(KeyCode::Char('O'))),
        ("\x1b]", alt(KeyCode::Char(']'))),
        ("\x1bP", alt(KeyCode::Char('P'))),
    ] {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed(held.as_bytes()), []);
        assert!(decoder.is_waiting(), "{held:?}");
        assert_eq!(decoder.settle(), [Input::Key(key)]);
        assert!(!decoder.is_waiting());
        assert_eq!(decoder.feed(b"[A"), read("[A"), "after {held:?}");
    }
}

#[test]
fn escape_pressed_again_or_before_another_key_is_escape() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b\x1b"), [Input::Key(bare(KeyCode::Esc))]);
    assert_eq!(decoder.settle(), [Input::Key(bare(KeyCode::Esc))]);
    assert_keys("\x1b\x1b[A", &[bare(KeyCode::Esc), bare(KeyCode::Up)]);
}

#[test]
fn what_only_a_terminal_can_have_begun_is_held_without_waiting() {
    let rows: [&[u8]; 4] = [b"\x1b[1;", b"\x1b]11;", b"\x1b[200~text", b"\xe4\xb8"];
    for held in rows {
        let mut decoder = Decoder::default();
        decoder.feed(held);
        assert!(!decoder.is_waiting(), "{held:?}");
        assert_eq!(decoder.settle(), []);
    }
}

#[test]
fn a_key_ends_a_report_whose_end_was_lost() {
    assert_keys("\x1b]11;rgb\r", &[bare(KeyCode::Enter)]);
    assert_keys("\x1b]11;rgb\x03", &[ctrl(KeyCode::Char('c'))]);
    assert_keys("\x1bP1+r\x1b[A", &[bare(KeyCode::Up)]);
}

#[test]
fn a_paste_arrives_whole_and_means_no_keys() {
    for text in ["", "q", "浙港合作", "two\rlines", "\x1b[A\x1b[20\x1b[201", "\x1b\x1b[200~"] {
        assert_eq!(read(format!("\x1b[200~{text}\x1b[201~")), [Input::Paste(text.to_owned())]);
    }
    assert_eq!(read(b"\x1b[200~\xff\xe4\xb8ok\x1b[201~"), [Input::Paste("ok".to_owned())]);
}

#[test]
fn ctrl_c_ends_a_paste_whose_end_was_lost() {
    assert_eq!(read("\x1b[200~abc\x03j"), [Input::Key(ctrl(KeyCode::Char('c'))), Input::Key(Key::char('j'))]);
}

#[test]
fn an_enormous_paste_is_cut() {
    let text = "浙".repeat(3_500_000);
    let inputs = read(format!("\x1b[200~{text}\x1b[201~q"));
    let [Input::Paste(pasted), Input::Key(_)] = inputs.as_slice() else { panic!("a paste and a key") };
    assert_eq!(pasted.len(), PASTE_BYTES / 3 * 3);
    assert!(text.starts_with(pasted));
    assert_eq!(read("浙".repeat(300_000)).len(), 300_000, "without brackets it is typed");
}

/// Bytes as terminals send them, and garbage.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        3 => "[ -~中李…😀]{0,4}".prop_map(String::into_bytes),
        3 => "\x1b[\\[O\\]P_][0-9;:<?>=! $\\[]{0,6}[A-Za-z~@\\\\\x07]".prop_map(String::into_bytes),
        2 => Just(b"\x1b[200~".to_vec()),
        2 => Just(b"\x1b[201~".to_vec()),
        1 => Just(b"\x1b".to_vec()),
        3 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn the_cuts_between_reads_make_no_difference(bytes in stream(), sizes in prop::collection::vec(1_usize..9, 1..9)) {
        let mut decoder = Decoder::default();
        let mut inputs = Vec::new();
        let mut rest = bytes.as_slice();
        for size in sizes.iter().cycle() {
            let (now, later) = rest.split_at((*size).min(rest.len()));
            inputs.extend(decoder.feed(now));
            rest = later;
            if rest.is_empty() { break; }
        }
        let mut whole = Decoder::default();
        prop_assert_eq!(inputs, whole.feed(&bytes));
        prop_assert_eq!(decoder.settle(), whole.settle());
    }

    #[test]
    fn settling_anywhere_leaves_a_decoder_that_reads_on(bytes in stream(), at in any::<prop::sample::Index>()) {
        let mut decoder = Decoder::default();
        let (before, after) = bytes.split_at(at.index(bytes.len() + 1));
        decoder.feed(before);
        decoder.settle();
        prop_assert!(!decoder.is_waiting());
        decoder.feed(after);
        decoder.feed(b"\x1b[201~\x18\x18\x18\x18");
        prop_assert_eq!(decoder.feed("中\x1b[A".as_bytes()), read("中\x1b[A"));
    }

    #[test]
    fn no_control_character_is_ever_typed(bytes in stream()) {
        for input in read(&bytes) {
            if let Input::Key(Key { code: KeyCode::Char(char), .. }) = input {
                prop_assert!(!char.is_control());
            }
        }
    }
}
