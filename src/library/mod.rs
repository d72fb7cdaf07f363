//! What is known of the instruments that drafts cite, beside the texts of the workspace.
//!
//! [`store`] is what was imported out of tables: one [`record::Record`] an instrument, on disk. [`known`] is what
//! everybody cites. [`catalogue`] asks all of them, for who asks of one; [`Knowledge`] is what they say, for who asks of
//! many at once.

pub mod catalogue;
mod knowledge;
pub mod known;
pub mod record;
pub mod store;

pub use knowledge::{Facts, Knowledge, folded};
