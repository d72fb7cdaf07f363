//! A change of a draft, as data: what mends, renumbering and formatting give.

use std::ops::Range;

/// A replacement of bytes of the draft. Several that are meant together are each of the draft as it was, stand in its
/// order, and don't overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

/// The text with edits made. One that isn't of this text is left out.
pub fn apply(edits: &[Edit], text: &str) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let (Some(kept), Some(_)) = (text.get(done..edit.range.start), text.get(edit.range.clone())) else { continue };
        edited.push_str(kept);
        edited.push_str(&edit.text);
        done = edit.range.end;
    }
    edited.push_str(text.get(done..).unwrap_or_default());
    edited
}
