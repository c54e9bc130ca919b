//! A reader's own keys: they do what they say, and footer, title and help show them and no others.

mod support;

use std::sync::Arc;

use support::{Script, parse_size, world};
use zhegang::data::Lang;
use zhegang::text::Ambiguous;
use zhegang::ui::keymap::{Keymap, Keys, Scope};
use zhegang::ui::{Effect, Options};

/// A session with these actions bound to these keys, or to none.
fn with(size: &str, changes: &[(Scope, &str, &[&str])]) -> Script {
    let mut keymap = Keymap::default();
    for (scope, name, keys) in changes {
        let keys = keys.iter().map(|keys| Keys::parse(keys).expect("keys")).collect();
        assert!(keymap.bind(*scope, name, keys), "no {name}");
    }
    let options = Options::new(parse_size(size), Lang::En, Ambiguous::Narrow);
    Script::with(world(), Options { keymap: Arc::new(keymap), ..options })
}

#[test]
fn other_keys_do_what_the_first_ones_did() {
    let script = with("80x24", &[(Scope::Panes, "move-down", &["e", "ctrl-e"]), (Scope::Everywhere, "quit", &["x x"])]);
    let moved = script.clone().keys("e").stands_at("共建「一帶一路」及商貿投資");
    moved.clone().keys("j").stands_at("共建「一帶一路」及商貿投資");
    moved.keys("ctrl-e").stands_at("金融");
    assert!(script.clone().keys("q x").effects.is_empty());
    assert_eq!(script.keys("q x x").effects, [Effect::Quit]);
}

#[test]
fn every_screen_shows_the_readers_own_keys() {
    let changes: &[(Scope, &str, &[&str])] = &[
        (Scope::Panes, "move-down", &["e", "down"]),
        (Scope::Everywhere, "search", &["ctrl-s"]),
        (Scope::Everywhere, "help", &["f1"]),
        (Scope::Everywhere, "only-tied", &[]),
        (Scope::Everywhere, "copy-name", &["X n"]),
        (Scope::Everywhere, "copy-text", &["X t"]),
    ];
    let script =
        with("120x36", changes).shows("^S search  F1 keys").shows(" e down").hides("j down").hides("f only tied");
    script.clone().keys("X").shows("n copy the name  t copy the text").hides("copy a citation");
    let help = script.keys("f1").shows(" e  Down").hides(" j  Down  down").shows("^S");
    let unbound = help.screen().lines().any(|line| line.contains(" -  ") && line.contains("only tied"));
    assert!(unbound, "{}", help.screen());
}
