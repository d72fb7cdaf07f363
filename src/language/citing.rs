//! How a language cites instruments.

/// How a language cites instruments.
#[derive(Debug)]
pub struct Citing {}
