//! What the fuzz targets throw, which is what the program's own tests throw.

#[path = "../../tests/thrown/mod.rs"]
mod thrown;

pub use thrown::{docx, edits, mends, protocol, reader, settings, symbol};
