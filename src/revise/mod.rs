//! What changes a draft when the writer asks for it: renumbering, formatting, typing on.
//!
//! Every function gives [edits](crate::draft::Edit), and never makes them.

pub mod footnote;
pub mod format;
pub mod renumber;
pub mod typing;
pub mod unwrap;
