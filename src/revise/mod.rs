//! What changes a draft when the writer asks for it: renumbering, formatting, typing on.
//!
//! Every function gives [edits](crate::draft::Edit), and never makes them, but for [`lay_out`], which gives a whole text.

pub mod footnote;
pub mod format;
pub mod lay_out;
pub mod renumber;
pub mod typing;
pub mod unwrap;
