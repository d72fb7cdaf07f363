//! What is known of a draft beside its text.

use super::Layout;
use crate::language::Language;

/// What the user says of a draft, so that it is not told by its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadAs {
    /// The one language that it is in.
    pub language: Option<&'static Language>,
    /// How it is laid out.
    pub layout: Option<Layout>,
    /// Whether it was adopted, though it may not say so.
    pub adopted: bool,
}
