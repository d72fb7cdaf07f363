//! `textDocument/diagnostic` and `workspace/diagnostic`: what is found, for clients that ask for it instead of being sent it.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportKind,
    DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use crate::document::{DocumentIdentity, DocumentKind, OpenDocuments};
use crate::server::state::{EditorSession, RequestContext};
use crate::server::{diagnostics, uri, worker};
use crate::source::FileFormat;
use crate::text::Text;

/// How many files that are not open are checked for one answer.
const MOST_FILES: usize = 1000;

/// Answers `textDocument/diagnostic`.
pub async fn handle(
    session: &Arc<EditorSession>,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReportResult> {
    let request = session.request(&params.text_document.uri)?;
    worker::run(move || document(&request, params.previous_result_id.as_deref()).into()).await
}

/// Answers `workspace/diagnostic`.
pub async fn handle_workspace(
    session: &Arc<EditorSession>,
    params: WorkspaceDiagnosticParams,
) -> Result<WorkspaceDiagnosticReportResult> {
    let session = session.clone();
    let known: HashMap<Uri, String> = params.previous_result_ids.into_iter().map(|id| (id.uri, id.value)).collect();
    worker::run(move || WorkspaceDiagnosticReport { items: workspace(&session, &known) }.into()).await
}

/// What is found in an open document, with what its other language versions are told now, where the client takes that.
fn document(request: &RequestContext, known: Option<&str>) -> DocumentDiagnosticReport {
    let (items, affected) = found(request);
    let related = request.features.related_documents.then(|| {
        let others = request.open.iter().filter(|other| other.key() != request.document.key());
        let others = others.filter(|other| other.path().is_some_and(|path| affected.iter().any(|one| **one == *path)));
        let report = |uri: &Uri| {
            let request = request.session.request(uri).ok()?;
            let report = DocumentDiagnosticReportKind::Full(full(found(&request).0));
            Some((uri.clone(), report))
        };
        others.filter_map(|other| report(other.key())).collect::<HashMap<_, _>>()
    });
    let related_documents = related.filter(|related| !related.is_empty());
    let report = full(items);
    match report.result_id.clone().filter(|id| known == Some(id.as_str())) {
        Some(result_id) => DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        }),
        None => DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents,
            full_document_diagnostic_report: report,
        }),
    }
}

/// What is found in a document by all rules, as far as it is told while somebody writes, and the other language versions of
/// which something else may be said now.
fn found(request: &RequestContext) -> (Vec<Diagnostic>, Vec<Arc<Path>>) {
    let affected = match request.document.is_draft() {
        true => request.session.compare_versions(&request.document, &request.settings),
        false => Vec::new(),
    };
    (diagnostics::of_document(&request.session, &request.document, &request.settings), affected)
}

/// What is found in the drafts of the workspace: in the open ones, and in files that read as resolutions.
fn workspace(session: &Arc<EditorSession>, known: &HashMap<Uri, String>) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let (open, folders) = {
        let state = session.state();
        (state.documents.all(), state.folders.clone())
    };
    let mut reports = Vec::new();
    for document in &open {
        let Ok(request) = session.request(document.key()) else { continue };
        let version = Some(document.text.version().into());
        reports.push(of_workspace(document.key().clone(), version, found(&request).0, known));
    }
    let is_open = |path: &Path| open.iter().any(|document| document.path() == Some(path));
    let files = session.library.drafts().into_iter().filter(|path| {
        folders.iter().any(|folder| path.starts_with(folder)) && !is_open(path) && !FileFormat::is_document(path)
    });
    for path in files.take(MOST_FILES) {
        let Some(uri) = uri::from_path(&path) else { continue };
        let Some(items) = in_file(session, &path, &uri) else { continue };
        reports.push(of_workspace(uri, None, items, known));
    }
    reports
}

/// What is found in a file that isn't open. `None` where it can't be read.
fn in_file(session: &Arc<EditorSession>, path: &Path, uri: &Uri) -> Option<Vec<Diagnostic>> {
    let (settings, encoding) = {
        let mut state = session.state();
        (state.settings.settings_for(Some(path)), state.encoding)
    };
    let read_as = settings.config.read_as();
    let reading = session.library.read_at(path, read_as)?;
    let text = Text::new(reading.map().file(&reading.text), 0);
    let mut documents = OpenDocuments::new(session.authority.clone());
    let identity = DocumentIdentity { key: uri.clone(), path: Some(path.to_owned()), kind: DocumentKind::Text };
    documents.open(identity, text, encoding, read_as);
    let document = documents.get(uri)?;
    Some(diagnostics::of_document(session, document, &settings))
}

fn of_workspace(
    uri: Uri,
    version: Option<i64>,
    items: Vec<Diagnostic>,
    known: &HashMap<Uri, String>,
) -> WorkspaceDocumentDiagnosticReport {
    let report = full(items);
    match report.result_id.clone().filter(|id| known.get(&uri) == Some(id)) {
        Some(result_id) => WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        }),
        None => WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
            uri,
            version,
            full_document_diagnostic_report: report,
        }),
    }
}

/// A report by whose id the same list is known again.
fn full(items: Vec<Diagnostic>) -> FullDocumentDiagnosticReport {
    let bytes = serde_json::to_vec(&items).unwrap_or_default();
    // FNV-1a.
    let hash = bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    FullDocumentDiagnosticReport { result_id: Some(format!("{hash:016x}")), items }
}
