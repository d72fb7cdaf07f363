//! The `rapporteur.toml` at the root of each of the workspace's folders.
//!
//! While one is open in the editor, its text there counts. One that has something wrong in it is told of in the file,
//! and the last one that was right stays in force.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionResponse, CompletionTextEdit, Diagnostic, DiagnosticSeverity,
    Documentation, Hover, MarkupContent, MarkupKind, NumberOrString, PublishDiagnosticsParams, TextEdit, Uri,
};

use super::convert::{self, SOURCE};
use super::desk::{Desk, View};
use super::documents::Snapshot;
use super::outbox::List;
use super::{answer, paths, workspace};
use crate::config::help::{self, Suggestion};
use crate::config::{self, Config, Problem, find};
use crate::text::{Position, PositionEncoding};

/// The code of what is wrong with the file, as rules have theirs.
const CODE: &str = "configuration";

/// Whether a document is a `rapporteur.toml`, which is no draft.
pub fn is_one(uri: &Uri) -> bool {
    uri.path().as_str().rsplit('/').next() == Some(find::NAME)
}

/// What is wrong with the text of one, as the editor shows it.
pub fn diagnostics(text: &str, encoding: PositionEncoding) -> Vec<Diagnostic> {
    config::read(text).err().into_iter().flatten().map(|problem| diagnostic(text, problem, encoding)).collect()
}

fn diagnostic(text: &str, problem: Problem, encoding: PositionEncoding) -> Diagnostic {
    Diagnostic {
        range: convert::range_of_text(text, &problem.range, encoding),
        severity: Some(DiagnosticSeverity::ERROR),
        code: Some(NumberOrString::String(CODE.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: convert::text(&problem.message),
        ..Diagnostic::default()
    }
}

/// What may be written at a byte of one.
pub fn completions(document: &Snapshot, offset: usize) -> Option<CompletionResponse> {
    let (word, suggestions) = help::suggestions(&document.text.whole(), offset);
    let range = convert::range(document, &word);
    let item = |(rank, Suggestion { name, written, about }): (usize, Suggestion)| CompletionItem {
        label: name,
        kind: Some(CompletionItemKind::PROPERTY),
        documentation: Some(Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value: about })),
        sort_text: Some(format!("{rank:03}")),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, written))),
        ..CompletionItem::default()
    };
    let items: Vec<CompletionItem> = suggestions.into_iter().enumerate().map(item).collect();
    (!items.is_empty()).then_some(CompletionResponse::Array(items))
}

/// What is said of a key or a rule in one.
pub fn hover(view: &View, place: Position) -> Option<Hover> {
    let document = &view.document;
    let offset = document.text.byte(place, document.encoding);
    let (range, about) = help::explanation(&document.text.whole(), offset)?;
    Some(answer::shown(view, &range, about))
}

/// Takes in what is at the roots of folders now.
pub fn load(desk: &Arc<Desk>, folders: &[PathBuf]) {
    folders.iter().for_each(|folder| refresh(desk, &folder.join(find::NAME)));
}

/// Takes in a `rapporteur.toml` that was made, changed or removed, in the editor or on disk. Any other path is let be.
pub fn refresh(desk: &Arc<Desk>, file: &Path) {
    let Some(folder) = file.parent().filter(|_| file.file_name() == Some(OsStr::new(find::NAME))) else { return };
    let (open, encoding) = {
        let state = desk.state();
        if !state.folders.iter().any(|root| root == folder) {
            return;
        }
        let open = state.documents.all().into_iter().find(|document| document.path().as_deref() == Some(file));
        (open.map(|document| document.text.whole()), state.encoding)
    };
    let is_open = open.is_some();
    let text = open.map_or_else(|| find::load(file, false), |text| Ok(Some(text)));
    let (text, read) = match text {
        Ok(Some(text)) => {
            let read = config::read(&text);
            (text, read)
        }
        Ok(None) => (String::new(), Ok(Config::default())),
        Err(message) => (String::new(), Err(vec![Problem { range: 0..0, message }])),
    };
    if let Ok(config) = &read {
        settle(desk, folder, config.clone());
    }
    // What is open is told about with its version, as drafts are.
    if !is_open && let Some(uri) = paths::uri(file) {
        let problems = read.err().unwrap_or_default();
        if problems.is_empty() {
            desk.outbox.clear(uri);
        } else {
            let list = problems.into_iter().map(|problem| diagnostic(&text, problem, encoding)).collect();
            let params = PublishDiagnosticsParams::new(uri, list, None);
            desk.outbox.publish(List { params, status: None, again: false, sent: None });
        }
    }
}

/// Lets go of the files of folders that are no part of the workspace any more.
pub fn forget(desk: &Arc<Desk>, removed: &[PathBuf]) {
    for folder in removed {
        settle(desk, folder, Config::default());
        let open = |uri: &Uri| desk.state().documents.get(uri).is_some();
        if let Some(uri) = paths::uri(&folder.join(find::NAME)).filter(|uri| !open(uri)) {
            desk.outbox.clear(uri);
        }
    }
}

/// Has a folder's drafts checked by what is settled now.
fn settle(desk: &Arc<Desk>, folder: &Path, config: Config) {
    let mut state = desk.state();
    if state.settings.settle(folder, config) {
        desk.check_all(&mut state);
        drop(state);
        workspace::settle(desk);
    }
}
