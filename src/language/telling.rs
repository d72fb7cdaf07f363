//! What the program says in a language.

/// What the program says in a language.
#[derive(Debug)]
pub struct Telling {}
