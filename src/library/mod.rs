//! What is known of the instruments that drafts cite, beside the texts of the workspace.
//!
//! [`store`] is what was imported out of tables: one [`record::StoredRecord`] an instrument, on disk. [`known`] is what
//! everybody cites. [`AuthorityCache`] asks both, and opens the stored library once for all who ask.

mod authority;
pub mod instrument_info;
pub mod known;
pub mod record;
pub mod store;

pub use authority::{AuthorityCache, InstrumentFacts};
pub use known::fold::folded;
