//! The names of the commands, which handlers offer and one runs.

/// Makes a clean draft of a document in page layout. Its argument is the document's URI.
pub const UNWRAP: &str = "rapporteur.unwrap";

/// What [`UNWRAP`] is called where it is offered.
pub const UNWRAP_TITLE: &str = "Make a clean draft of this page text";
