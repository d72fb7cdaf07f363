//! What is known of the instruments that drafts cite: the texts in the user's workspace, and the library that
//! is stored on this machine.
//!
//! A text is an instrument by what it says, in its masthead or in its number and title, whatever its file
//! is called. The library keeps a line about each; the texts themselves stay on disk and are read when a
//! hover or a jump wants them. A text that is open in the editor stands in for its file.
//!
//! [`index`] goes through folders in the background: first it sees from the head of each text what it is, then it reads
//! those that are instruments or drafts whole, for what they cite. [`update`] keeps up with files that change.
//!
//! [`store`] is what was imported out of tables: one [`record::Record`] an instrument, on disk. [`known`] is what
//! everybody cites. [`catalogue`] asks all of them, for who asks of one; [`Knowledge`] is what they say, for who asks of
//! many at once.

mod background;
pub mod catalogue;
mod citations;
mod graph;
mod knowledge;
pub mod known;
mod reading;
pub mod record;
mod shelf;
pub mod store;
mod walk;
mod work;

pub use graph::{Citing, Span};
pub use knowledge::{Facts, Knowledge, folded};
pub use reading::{OpenText, Reading};
pub use shelf::{Instrument, Library, Ticket};
pub use walk::{index, update};
pub use work::{Summary, Work};
