//! What is known of the instruments that drafts cite, beside the texts of the workspace.
//!
//! [`store`] is what was imported out of tables: one [`record::StoredRecord`] an instrument, on disk. [`known`] is what
//! everybody cites, and [`register`] what resolutions cite; both are built in. [`AuthorityCache`] is the one place that asks all
//! of them, and opens the stored library once for all who ask.

mod authority;
pub mod instrument_info;
pub mod known;
mod own_folders;
pub mod record;
pub mod register;
mod stable_hash;
#[cfg(feature = "store")]
pub mod store;
/// Where the crate is built without a stored library, there is none.
#[cfg(not(feature = "store"))]
#[path = "no_store.rs"]
pub mod store;
pub mod words;

pub use authority::{AuthorityCache, Denial, InstrumentFacts};
pub use known::fold::{folded, is_folded};
#[cfg(not(target_family = "wasm"))]
pub use own_folders::make_private_folder;
pub use own_folders::{cache_folder, home_folder};
pub use stable_hash::stable_hash;

/// All messages about what is known of instruments.
pub fn messages() -> impl Iterator<Item = &'static crate::messages::Template> {
    store::messages().chain(record::MESSAGES.iter().copied()).chain(register::messages())
}
