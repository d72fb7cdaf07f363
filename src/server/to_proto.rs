//! From plain structs to the protocol's types.

use std::ops::Range;

use tower_lsp::jsonrpc::{Error, ErrorCode};
use tower_lsp::ls_types::{
    self as lsp, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, DocumentChanges, Location,
    MarkupContent, MarkupKind, NumberOrString, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit,
    TextEdit, Uri, WorkspaceEdit,
};

use super::client_features::ClientFeatures;
use super::{pages, uri};
use crate::document::DocumentSnapshot;
use crate::draft::Edit;
use crate::language::Language;
use crate::messages::{Locale, Message};
use crate::rules::{Finding, Severity, shown_counterpart};
use crate::text::{Lines, Position, PositionEncoding};
use crate::workspace::Span;

/// The name under which editors show our findings.
pub const SOURCE: &str = "rapporteur";

/// A place, for the editor. A line or column beyond the protocol's numbers is its greatest number.
pub fn position(position: Position) -> lsp::Position {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    lsp::Position::new(number(position.line), number(position.column))
}

/// Bytes of an open document, for the editor.
pub fn range(snapshot: &DocumentSnapshot<Uri>, range: &Range<usize>) -> lsp::Range {
    range_in_text(snapshot, &snapshot.range_in_text(range))
}

/// Bytes of an open document's text, for the editor.
fn range_in_text(snapshot: &DocumentSnapshot<Uri>, range: &Range<usize>) -> lsp::Range {
    let place = |byte| position(snapshot.text.position(byte, snapshot.encoding));
    lsp::Range::new(place(range.start), place(range.end))
}

/// Bytes of a text that is not open, for the editor.
pub fn range_of_text(text: &str, range: &Range<usize>, encoding: PositionEncoding) -> lsp::Range {
    let lines = Lines::new(text);
    let place = |byte| position(lines.position(byte, encoding));
    lsp::Range::new(place(range.start), place(range.end))
}

/// A finding. For a client that shows no related places, these are left
/// out; the message says it all.
pub fn diagnostic(
    snapshot: &DocumentSnapshot<Uri>,
    finding: &Finding,
    features: ClientFeatures,
    interface: &'static Language,
) -> lsp::Diagnostic {
    let locale = interface.locale;
    let related = finding.related.iter().map(|related| DiagnosticRelatedInformation {
        location: Location::new(snapshot.key().clone(), range(snapshot, &related.range)),
        message: related.message.text(locale),
    });
    let counterparts = finding.counterparts.iter().filter_map(|counterpart| {
        let place = |(line, column)| lsp::Position::new(line, column);
        Some(DiagnosticRelatedInformation {
            location: Location {
                uri: uri::from_path(counterpart.file.as_deref()?)?,
                range: lsp::Range::new(place(counterpart.start), place(counterpart.end)),
            },
            message: shown_counterpart(counterpart).text(locale),
        })
    });
    let related: Vec<_> = if features.related { related.chain(counterparts).collect() } else { Vec::new() };
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
            .then(|| pages::rule_page(finding.code, interface, features.page_contents))
            .flatten()
            .map(|href| CodeDescription { href: href.clone() }),
        source: Some(SOURCE.to_owned()),
        message: finding.message.text(locale),
        related_information: (!related.is_empty()).then_some(related),
        ..lsp::Diagnostic::default()
    }
}

/// Something that is told at the beginning of a text, and is none of its findings.
pub fn remark(message: &Message, locale: &Locale) -> lsp::Diagnostic {
    lsp::Diagnostic {
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some(SOURCE.to_owned()),
        message: message.text(locale),
        ..lsp::Diagnostic::default()
    }
}

/// A place in a file, which was counted in the client's encoding.
pub fn span(span: &Span) -> lsp::Range {
    lsp::Range::new(position(span.start), position(span.end))
}

/// Bytes of an open document, with its name.
pub fn location(snapshot: &DocumentSnapshot<Uri>, bytes: &Range<usize>) -> Location {
    Location::new(snapshot.key().clone(), range(snapshot, bytes))
}

/// Edits of an open document, for an answer that says by itself which text they are of.
pub fn text_edits(snapshot: &DocumentSnapshot<Uri>, edits: &[Edit]) -> Vec<TextEdit> {
    let edits = snapshot.edits_in_text(edits);
    edits.iter().map(|edit| TextEdit::new(range_in_text(snapshot, &edit.range), edit.text.clone())).collect()
}

/// Edits of an open document, for the version of the text that they were made for where the client looks at versions.
pub fn workspace_edit(snapshot: &DocumentSnapshot<Uri>, edits: &[Edit], features: ClientFeatures) -> WorkspaceEdit {
    let edits = text_edits(snapshot, edits);
    if features.versioned_edits {
        let text_document = OptionalVersionedTextDocumentIdentifier {
            uri: snapshot.key().clone(),
            version: Some(snapshot.text.version()),
        };
        let changes = TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() };
        WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![changes])), ..WorkspaceEdit::default() }
    } else {
        WorkspaceEdit { changes: Some([(snapshot.key().clone(), edits)].into()), ..WorkspaceEdit::default() }
    }
}

/// What is said of bytes of an open document, in Markdown where the client shows it.
pub fn hover(
    snapshot: &DocumentSnapshot<Uri>,
    bytes: &Range<usize>,
    markdown: String,
    features: ClientFeatures,
) -> lsp::Hover {
    let content = if features.markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: plain(&markdown) }
    };
    lsp::Hover { contents: lsp::HoverContents::Markup(content), range: Some(range(snapshot, bytes)) }
}

/// Our Markdown without its marks: emphasis and escapes go, a link becomes its name and address.
fn plain(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.extend(chars.next()),
            '*' | '[' => {}
            ']' if chars.next_if_eq(&'(').is_some() => {
                text.push_str(": ");
                // An address may hold brackets of its own: `S/RES/1325(2000)`.
                let mut open = 1;
                text.extend(chars.by_ref().take_while(|c| {
                    open += i32::from(*c == '(') - i32::from(*c == ')');
                    open > 0
                }));
            }
            _ => text.push(c),
        }
    }
    text
}

/// What cannot be done, with the reason for the user.
pub fn request_failed(why: impl Into<String>) -> Error {
    // LSP 3.17: RequestFailed.
    Error { code: ErrorCode::ServerError(-32803), message: why.into().into(), data: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_can_be_plain() {
        assert_eq!(
            plain(
                "**A/RES/92/14**\n\n*On \\[dark\\] skies*\n\n[Official document](https://docs.un.org/en/A/RES/92/14)"
            ),
            "A/RES/92/14\n\nOn [dark] skies\n\nOfficial document: https://docs.un.org/en/A/RES/92/14"
        );
        assert_eq!(
            plain("[Official document](https://undocs.org/en/S/RES/1325(2000)) (1)"),
            "Official document: https://undocs.org/en/S/RES/1325(2000) (1)"
        );
    }
}
