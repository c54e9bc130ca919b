//! Every word that can be typed where no screen is seen. The help is made from it, and a test holds that no key of the key
//! table is without a word.

mod finding;
mod going;
mod keeping;
mod pages;
mod session;

use super::word::{Said, Word};

const KIND: Said = ["類別", "类别", "KIND"];

/// Every word, in the order of the help.
pub fn words() -> impl Iterator<Item = &'static Word> {
    [going::TABLE, finding::TABLE, pages::TABLE, keeping::TABLE, session::TABLE].into_iter().flatten()
}
