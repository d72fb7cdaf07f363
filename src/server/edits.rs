//! Changes of a draft in the protocol's types.

use tower_lsp::ls_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, WorkspaceEdit,
};

use super::convert;
use super::desk::View;
use super::documents::Snapshot;
use crate::draft::Edit;

/// Edits of the document that a request is about, for the version of the text that they were made for where the client
/// looks at versions.
pub fn of(view: &View, edits: &[Edit]) -> WorkspaceEdit {
    let document: &Snapshot = &view.document;
    let edits = of_text(document, edits);
    if view.features.versioned_edits {
        let text_document = OptionalVersionedTextDocumentIdentifier {
            uri: document.uri.clone(),
            version: Some(document.text.version()),
        };
        let changes = TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() };
        WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![changes])), ..WorkspaceEdit::default() }
    } else {
        WorkspaceEdit { changes: Some([(document.uri.clone(), edits)].into()), ..WorkspaceEdit::default() }
    }
}

/// The edits alone, for an answer that says by itself which text they are of.
pub fn of_text(document: &Snapshot, edits: &[Edit]) -> Vec<TextEdit> {
    edits.iter().map(|edit| TextEdit::new(convert::range(document, &edit.range), edit.text.clone())).collect()
}
