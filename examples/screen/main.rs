//! Remakes what the README shows of the program: the pictures in `assets/` and the table of keys.
//! Run it with `cargo run --example screen`.

mod keys;
mod picture;

use std::fs;
use std::io;
use std::path::Path;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, svg) in picture::all() {
        fs::write(root.join("assets").join(name), svg)?;
    }
    let readme = root.join("README.md");
    let text = fs::read_to_string(&readme)?;
    let renewed =
        keys::renewed(&text).ok_or_else(|| io::Error::other("README.md has lost its marks around the keys"))?;
    fs::write(readme, renewed)
}
