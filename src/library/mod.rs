//! What is known of the instruments that drafts cite: the texts in the user's workspace.
//!
//! A text is an instrument by what it says, in its masthead or in its number and title, whatever its file
//! is called. The library keeps a line about each; the texts themselves stay on disk and are read when a
//! hover or a jump wants them. A text that is open in the editor stands in for its file.

pub mod known;
mod reading;
mod shelf;
mod walk;

pub use reading::Reading;
pub use shelf::{Instrument, Library, Ticket};
pub use walk::{Summary, index, update};
