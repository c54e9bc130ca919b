//! Remakes what stands in files and is made from the program: the pictures in `assets/`, the table of keys in the README,
//! the tables of `docs/record-format.md` and the schema in `data/schema/`. Run it with `cargo run --example screen`.

mod format;
mod keys;
mod picture;

use std::fs;
use std::io;
use std::path::Path;

use zhegang::data::format::{VERSION, schema};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, svg) in picture::all() {
        fs::write(root.join("assets").join(name), svg)?;
    }
    fs::write(root.join(format!("data/schema/v{}.{}.json", VERSION.major, VERSION.minor)), schema())?;
    renew(root, "README.md", keys::renewed)?;
    renew(root, "docs/record-format.md", format::renewed)
}

/// Puts what belongs between the marks of a document there.
fn renew(root: &Path, name: &str, renewed: fn(&str) -> Option<String>) -> io::Result<()> {
    let path = root.join(name);
    let text = fs::read_to_string(&path)?;
    let renewed = renewed(&text).ok_or_else(|| io::Error::other(format!("{name} has lost its marks")))?;
    fs::write(path, renewed)
}
