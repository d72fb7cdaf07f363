//! The texts of the opened folders.
//!
//! A text is an instrument by what it says, in its masthead or in its number and title, whatever its file is called. The
//! index keeps a line about each; the texts themselves stay on disk and are read when a hover or a jump wants them. A
//! text that is open in the editor stands in for its file.
//!
//! [`index`] goes through folders in the background: first it sees from the head of each text what it is, then it reads
//! those that are instruments or drafts whole, for what they cite. [`update`] keeps up with files that change.

mod background;
mod citation_graph;
mod citations;
mod file_stamp;
#[cfg(not(target_family = "wasm"))]
mod folder_walk;
#[cfg(target_family = "wasm")]
#[path = "given_files.rs"]
mod folder_walk;
mod ignore_files;
mod index;
mod parsed_text;
mod predecessor;
mod progress;
mod versions;
mod walk;

pub use citation_graph::{CitingText, Span};
pub use file_stamp::FileStamp;
#[cfg(not(target_family = "wasm"))]
pub use folder_walk::folder_walk;
pub use ignore_files::read as ignore_file;
pub use index::{Generation, Instrument, WorkspaceIndex};
pub use parsed_text::{OpenText, ParsedText};
pub use progress::{IndexProgress, IndexSummary};
pub use versions::{VersionCandidate, VersionScope, family, version_sets};
pub use walk::{TextReader, affected, index, read_texts, update};
