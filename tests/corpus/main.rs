//! Measures on real texts, with the floors below which no change may bring them.
//!
//! The texts are not part of this repository. They are looked for as [`shared_corpus`] says; without them, each
//! measure says that it was skipped. What it tells is seen with `cargo test --test corpus NAME -- --nocapture`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test did not expect shall end it")]

#[path = "../support/desk.rs"]
mod desk;
mod shared_corpus;
#[path = "../thrown/mod.rs"]
mod thrown;
#[path = "../support/workspace.rs"]
mod workspace;

mod agreed;
mod akoma_ntoso;
mod changes;
mod cited;
mod figures;
mod format;
mod gold;
mod hard_wrapped;
mod hover;
mod knowledge;
mod known;
mod mended;
mod planted;
mod reading;
mod renumber;
mod rules;
mod symbols;
mod tables;
mod unwrap;
mod updates;
mod word;
mod word_out;
mod writing;
