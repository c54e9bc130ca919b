//! What changed between two records: for the shell, and for the page that tells it.

pub mod compare;
pub mod older;
pub mod pairs;
pub mod told;

use crate::data::{Lang, Record};

/// Two records that are compared.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    pub old: &'a Record,
    pub new: &'a Record,
    pub lang: Lang,
    /// What ways to get in touch are is told, not only that they changed.
    pub shows_contacts: bool,
}
