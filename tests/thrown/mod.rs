//! What is thrown at the program, and what must hold of it whatever the bytes: one module for each fuzz target, and
//! texts that are made to be slow.
//!
//! Each target has a function `check`, which panics when something does not hold. The fuzz targets in `fuzz/` call it with
//! inputs without end, `tests/fuzzed/kept.rs` with those that are kept in `fuzz/corpus/`.

#![allow(dead_code)]

pub mod docx;
pub mod edits;
pub mod mends;
pub mod protocol;
pub mod reader;
pub mod settings;
pub mod slow;
pub mod symbol;
pub mod words;
