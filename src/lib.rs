//! zhegang: a terminal browser for a meeting record.

pub mod cli;
pub mod data;
pub mod search;
pub mod term;
pub mod text;
pub mod ui;
pub mod view;
