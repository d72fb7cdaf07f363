//! What programs and people are given of drafts: findings and structure as JSON, and pages that any browser opens.
//!
//! The command line prints it, and a page in a browser shows the same. All is made in memory, in the language of an interface
//! that the caller names.

mod check;
mod compare;
mod concord;
mod findings;
pub mod of_text;
pub mod page;
pub mod places;
pub mod printable;
mod settings;
mod structure;

pub use check::{MendedSource, TextCheck, findings_in_file, has_certain_mend, keep_mendable};
pub use compare::{ComparedTexts, NamedText, comparison_json, comparison_page};
pub use concord::{
    CellPiece, ConcordReport, ConcordTally, HtmlPage, JsonLines, PieceKind, PieceMark, PrintedSet, RowDifference,
    RowSubject, SetView, TextSet, VersionColumn, VersionText, ViewCell, ViewRow, aside, differences_told, pieces,
    row_name, sets_of, total,
};
pub use findings::{CheckedText, DocumentPlaceJson, severity_name};
pub use settings::settings_problems;
pub use structure::{document_paragraph, structure_json};

use crate::messages::Template;

/// All that is told of texts side by side.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    compare::messages().chain(concord::messages())
}

/// A value as JSON, on one line.
pub fn json_line(value: &impl serde::Serialize) -> String {
    // Plain structs of strings and numbers cannot fail to be written.
    serde_json::to_string(value).unwrap_or_default()
}
