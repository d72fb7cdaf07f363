//! What is known of the instruments that drafts cite, beside the texts of the workspace.
//!
//! [`store`] is what was imported out of tables: one [`record::StoredRecord`] an instrument, on disk. [`known`] is what
//! everybody cites, and [`register`] what resolutions cite; both are built in. [`AuthorityCache`] is the one place that asks all
//! of them, and opens the stored library once for all who ask.

mod authority;
pub mod instrument_info;
pub mod known;
pub mod record;
pub mod register;
pub mod store;

pub use authority::{AuthorityCache, InstrumentFacts};
pub use known::fold::{folded, is_folded};

/// All messages about what is known of instruments.
pub fn messages() -> impl Iterator<Item = &'static crate::messages::Template> {
    store::messages().chain(record::MESSAGES.iter().copied()).chain(register::messages())
}
