//! Stories of a source's address as a QR code, read back from the cells of the screen.

mod support;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use support::{Script, world};
use zhegang::data::Lang;
use zhegang::text::Ambiguous;
use zhegang::ui::address::Address;
use zhegang::ui::state::Overlay;
use zhegang::ui::update::follow_address;

/// How many pixels each half cell is in a picture of the screen.
const SCALE: usize = 4;

/// Whether the upper and the lower half of a cell are light, as a terminal with a dark ground shows them.
fn halves(buffer: &Buffer, x: u16, y: u16) -> [bool; 2] {
    let cell = &buffer[(x, y)];
    let ground = cell.modifier.contains(Modifier::REVERSED);
    [if cell.symbol() == "▀" { !ground } else { ground }, ground]
}

/// What a phone reads off the screen.
fn scanned(buffer: &Buffer) -> Vec<String> {
    let (cols, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let light = |x: usize, y: usize| {
        let (x, half) = (x / SCALE, y / SCALE);
        let cell = |at: usize| u16::try_from(at).expect("a screen is small");
        halves(buffer, cell(x), cell(half / 2))[half % 2]
    };
    let grey = |x, y| if light(x, y) { 255 } else { 0 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(cols * SCALE, rows * 2 * SCALE, grey);
    image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

fn at(size: &str, ambiguous: Ambiguous, key: &str) -> Script {
    let mut script = Script::of(world(), size, Lang::ZhHant, ambiguous);
    let address = Address::read(key, &world().record).expect("in the record");
    follow_address(&mut script.state, &world(), &address);
    script
}

#[test]
fn a_phone_reads_the_address_of_every_document_off_the_screen() {
    let world = world();
    let mut count = 0;
    for document in world.record.documents.iter().filter(|document| document.url.is_some()) {
        let url = document.url.clone().expect("it has one");
        let script = at("120x50", Ambiguous::Narrow, &document.entry.key).keys("Q");
        assert_eq!(scanned(&script.buffer()), std::slice::from_ref(&url), "{}", document.entry.key);
        let small = at("80x24", Ambiguous::Narrow, &document.entry.key).keys("Q");
        let read = scanned(&small.buffer());
        let says_so = small.screen().contains("才放得下二維碼");
        assert!(read == [url] || read.is_empty() && says_so, "{}", document.entry.key);
        count += usize::from(!read.is_empty());
    }
    assert!(count > 10, "most of them fit 80x24: {count}");
}

#[test]
fn where_half_a_cell_is_not_to_be_had_a_module_takes_two_cells() {
    let key = "document:press-release-en";
    let script = at("120x60", Ambiguous::Wide, key).keys("Q");
    assert!(!script.screen().contains('▀'));
    assert_eq!(scanned(&script.buffer()).len(), 1);
    let script = at("80x24", Ambiguous::Wide, key).keys("Q").shows("才放得下二維碼").shows("https://");
    script.resize("120x60").hides("才放得下二維碼");
}

#[test]
fn any_entry_shows_the_address_of_its_source_and_a_link_its_own() {
    let world = world();
    let url = |script: &Script| match &script.state.overlay {
        Overlay::Code(addressed) => addressed.url.clone(),
        other => panic!("{other:?}"),
    };
    let script = Script::open("120x50").keys("3 Q").shows("https://");
    let sources = &world.record.people[0].entry.sources;
    let of = |source: &zhegang::data::model::Source| {
        world.record.documents[source.document?.place()].url.as_ref().map(ToString::to_string)
    };
    assert_eq!(Some(url(&script)), sources.iter().find_map(of));
    let script = script.keys("esc").stands_at("李家超").keys("enter G");
    let set = script.state.set(&world);
    let link = set.links.iter().rposition(|link| {
        link.to.kind == zhegang::data::Kind::Document && world.record.documents[link.to.place()].url.is_some()
    });
    let mut script = script;
    script.state.view.reading.link = link;
    let to = set.links[link.expect("a source with an address")].to;
    assert_eq!(Some(url(&script.keys("Q"))), world.record.documents[to.place()].url.as_ref().map(ToString::to_string));
}

#[test]
fn a_record_without_addresses_says_so() {
    let loaded =
        zhegang::data::load(br#"{"persons": [{"id": "p", "name": "x"}]}"#, zhegang::text::neutral).expect("a record");
    let world = std::sync::Arc::new(zhegang::ui::World::new(loaded).expect("an entry"));
    Script::of(world, "80x24", Lang::ZhHant, Ambiguous::Narrow).keys("Q").shows("這裏的來源沒有網址。");
}
