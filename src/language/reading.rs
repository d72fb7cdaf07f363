//! What the reader needs to know of a language to see a draft's structure.

/// What the reader needs to know of a language.
#[derive(Debug)]
pub struct Reading {}
