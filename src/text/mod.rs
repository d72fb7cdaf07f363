//! One draft's characters: how they are stored, and where they stand.
//!
//! [`Text`] is a draft that is being edited, [`Lines`] the line index of a text that stays as it is. Both
//! agree on what a line is: it ends at LF, at CR LF or at CR, and at nothing else (LSP 3.17, "Text
//! Documents"). A form feed, U+2028 or U+0085, of which text out of a PDF is full, ends none.

mod lines;
mod position;
mod rope;

pub use lines::Lines;
pub use position::{Position, PositionEncoding};
pub use rope::{Text, TextChange};
