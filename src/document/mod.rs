//! An open draft, without the protocol: its versions, what is read of each and found in it, which settings apply to it,
//! and what is told while somebody writes.
//!
//! [`OpenDocuments`] owns the state of all documents that are open. An edit makes a new [`DocumentSnapshot`], which stays
//! as it is, so that a question can be answered from the text as it stood when it was asked. What one version leaves for
//! the next is in [`analysis`]; how it differs from its other language versions is found by [`versions`], what changed since an earlier text kept by [`ChangesCache`]; what is held back while somebody types is decided in [`typing_guard`], and which are shown
//! of very many findings in [`bound`]. Which settings apply is found by [`SettingsResolver`].
//!
//! Nothing in here opens a file, starts a thread or asks for the time.

pub mod analysis;
pub mod bound;
mod changes;
mod kept_reading;
pub mod open_documents;
pub mod settings;
pub mod settings_resolver;
pub mod snapshot;
pub mod typing_guard;
pub mod versions;

use crate::messages::Template;

pub use analysis::ReadingSummary;
pub use changes::{ChangesCache, DraftChanges};
pub use open_documents::{CheckReason, DocumentId, OpenDocuments};
pub use settings::{DocumentSettings, EditorSettings};
pub use settings_resolver::SettingsResolver;
pub use snapshot::{DocumentIdentity, DocumentKind, DocumentSnapshot, PublishedFindings};
pub use versions::{ComparedText, ComparedVersions, Comparison, VersionCache, VersionMatch, VersionSummary};

/// All that is told of an editor's settings, and of its documents beside what is found in them.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    settings::MESSAGES.iter().chain(bound::MESSAGES).copied()
}
