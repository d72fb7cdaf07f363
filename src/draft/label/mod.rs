//! Labels: what stands before a paragraph and counts it. `read` tells what a line's label counts, and `write`
//! writes a label that counts something else; nothing else in the program does either.

mod insertions;
mod numerals;
mod read;
mod subparagraphs;
mod write;

pub use insertions::inserted;
pub use numerals::begins_with_digit;
pub use read::{LabelForm, LineLabel, insertion_in, irregular, label, leading_number, sub_value};
pub use write::{LabelWriter, counting_part, first_letter, number_edit, numbered};

#[cfg(test)]
mod tests;
