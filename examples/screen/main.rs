//! Draws the pictures of the README: `cargo run --example screen` writes them into `assets/`.

mod picture;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    for (name, svg) in picture::all() {
        std::fs::write(assets.join(name), svg)?;
    }
    Ok(())
}
