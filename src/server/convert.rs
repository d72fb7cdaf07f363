//! From our plain structs to the protocol's.

use tower_lsp::ls_types::{
    self as lsp, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString,
};

use super::cards;
use super::client::ClientFeatures;
use super::documents::Snapshot;
use crate::rules::{Finding, Severity};
use crate::text::{Lines, Position, PositionEncoding};

/// The name under which editors show our findings.
pub const SOURCE: &str = "rapporteur";

/// A place, as the editor names it.
pub fn position(position: lsp::Position) -> Position {
    Position::new(position.line as usize, position.character as usize)
}

/// A place, for the editor. A line or column beyond the protocol's numbers is its greatest number.
pub fn lsp_position(position: Position) -> lsp::Position {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    lsp::Position::new(number(position.line), number(position.column))
}

/// Bytes of an open document, for the editor.
pub fn range(snapshot: &Snapshot, range: &std::ops::Range<usize>) -> lsp::Range {
    let range = snapshot.range_in_text(range);
    let place = |byte| lsp_position(snapshot.text.position(byte, snapshot.encoding));
    lsp::Range::new(place(range.start), place(range.end))
}

/// Bytes of a text that is not open, for the editor.
pub fn range_of_text(text: &str, range: &std::ops::Range<usize>, encoding: PositionEncoding) -> lsp::Range {
    let lines = Lines::new(text);
    let place = |byte| lsp_position(lines.position(byte, encoding));
    lsp::Range::new(place(range.start), place(range.end))
}

/// A finding. For a client that shows no related places, these are left out; the message says it all.
pub fn diagnostic(snapshot: &Snapshot, finding: &Finding, features: ClientFeatures) -> lsp::Diagnostic {
    let related = finding.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location::new(snapshot.uri.clone(), range(snapshot, &related.range)),
        message: related.message.clone(),
    });
    let related: Vec<_> = if features.related { related.collect() } else { Vec::new() };
    lsp::Diagnostic {
        range: range(snapshot, &finding.range),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Information => DiagnosticSeverity::INFORMATION,
            Severity::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(finding.code.to_owned())),
        code_description: features
            .code_descriptions
            .then(|| cards::of_rule(finding.code))
            .flatten()
            .map(|href| CodeDescription { href: href.clone() }),
        source: Some(SOURCE.to_owned()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        ..lsp::Diagnostic::default()
    }
}
