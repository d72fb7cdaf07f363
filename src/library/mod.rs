//! What is known of the instruments that drafts cite: the texts in the user's workspace, and the library that
//! is stored on this machine.
//!
//! A text is an instrument by what it says, in its masthead or in its number and title, whatever its file
//! is called. The library keeps a line about each; the texts themselves stay on disk and are read when a
//! hover or a jump wants them. A text that is open in the editor stands in for its file.
//!
//! [`store`] is what was imported out of tables: one [`record::Record`] an instrument, on disk. [`known`] are the
//! instruments that everybody cites. [`Knowledge`] is what both say of an instrument, for who asks of many at once.

mod knowledge;
pub mod known;
mod reading;
pub mod record;
mod shelf;
pub mod store;
mod walk;

pub use knowledge::{Facts, Knowledge, folded};
pub use reading::{OpenText, Reading};
pub use shelf::{Instrument, Library, Ticket};
pub use walk::{Summary, index, update};
