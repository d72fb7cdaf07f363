//! Quick fixes that leave findings out: each changes the `rapporteur.toml` of the workspace, or begins one.

use std::sync::Arc;

use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CreateFile, CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, ResourceOp, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use crate::config::amend::{Amendment, amend};
use crate::config::{discovery, ignored};
use crate::document::DocumentSnapshot;
use crate::rules::{Finding, Rule, RuleTrait};
use crate::server::state::RequestContext;
use crate::server::{to_proto, uri};
use crate::workspace::ParsedText;

/// Of words longer than this, in characters, a title shows the beginning.
const SHOWN: usize = 40;

/// What can be done about findings, some of all of a draft, so that they are not shown any more.
pub fn actions(
    request: &RequestContext,
    reading: &ParsedText,
    all: &[Finding],
    findings: &[&Finding],
) -> Vec<CodeAction> {
    if findings.is_empty() {
        return Vec::new();
    }
    let Some(settled) = ApplicableConfig::of(request) else { return Vec::new() };
    let file = settled.draft.as_str();
    let mut actions = Vec::new();
    let mut add = |title: String, finding: &Finding, amendment: Amendment<'_>| {
        let Some(edit) = settled.edit(request, amendment) else { return };
        actions.push(CodeAction {
            title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![to_proto::diagnostic(&request.document, finding, request.features)]),
            edit: Some(edit),
            ..CodeAction::default()
        });
    };
    for finding in findings {
        let words = ignored::words_around(&reading.text, &reading.draft, all, finding);
        if !words.is_empty() {
            let title = match findings.len() {
                1 => "Ignore this here".to_owned(),
                _ => format!("Ignore this here ({})", finding.code),
            };
            add(title, finding, Amendment::Ignore { rule: finding.code, words: &words, file });
        }
    }
    let about_words = |finding: &Finding| Rule::named(finding.code).is_some_and(|rule| rule.has(RuleTrait::AboutWords));
    for finding in findings.iter().filter(|finding| about_words(finding)) {
        let words = reading.text.get(finding.range.clone()).unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            let title = format!("Accept “{}” in this workspace", beginning(&words));
            add(title, finding, Amendment::Accept(&words));
        }
    }
    let mut codes = Vec::new();
    for finding in findings {
        if codes.contains(&finding.code) {
            continue;
        }
        codes.push(finding.code);
        let rule = finding.code;
        add(format!("Turn off {rule} in this file"), finding, Amendment::TurnOff { rule, file: Some(file) });
        add(format!("Turn off {rule} in this workspace"), finding, Amendment::TurnOff { rule, file: None });
    }
    actions
}

fn beginning(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default()),
        None => words.to_owned(),
    }
}

/// The `rapporteur.toml` that speaks of a draft.
struct ApplicableConfig {
    uri: Uri,
    /// Its text, if there is one.
    text: Option<String>,
    /// It, as it is open in the editor.
    open: Option<Arc<DocumentSnapshot<Uri>>>,
    /// What it calls the draft.
    draft: String,
}

impl ApplicableConfig {
    /// `None` where the draft lies in no folder of the workspace, or the file can't be read.
    fn of(request: &RequestContext) -> Option<ApplicableConfig> {
        let path = request.document.path()?;
        let folder = request.session.state().settings.config_folder(path)?.to_owned();
        let file = folder.join(discovery::NAME);
        let open = request.open.iter().find(|open| open.path() == Some(&file)).cloned();
        let text = match &open {
            Some(open) => Some(open.text.whole()),
            None => discovery::load(&file, false).ok()?,
        };
        let uri = open.as_ref().map(|open| open.key().clone()).or_else(|| uri::from_path(&file))?;
        Some(ApplicableConfig { uri, text, open, draft: discovery::below(&folder, path)? })
    }

    /// The change of the file that settles something; `None` if what stands in it can't be understood.
    fn edit(&self, request: &RequestContext, amendment: Amendment<'_>) -> Option<WorkspaceEdit> {
        let before = self.text.as_deref().unwrap_or_default();
        let change = amend(before, amendment)?;
        let range = to_proto::range_of_text(before, &change.range, request.document.encoding);
        let edits = vec![TextEdit::new(range, change.text)];
        if !request.features.versioned_edits {
            return Some(WorkspaceEdit {
                changes: Some([(self.uri.clone(), edits)].into()),
                ..WorkspaceEdit::default()
            });
        }
        let version = self.open.as_ref().map(|open| open.text.version());
        let text_document = OptionalVersionedTextDocumentIdentifier { uri: self.uri.clone(), version };
        let change = TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() };
        // An editor that can't be asked to make a file makes it when it saves what is written into it.
        let changes = if self.text.is_none() && request.features.making_files {
            let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
            let make = CreateFile { uri: self.uri.clone(), options: Some(options), annotation_id: None };
            DocumentChanges::Operations(vec![
                DocumentChangeOperation::Op(ResourceOp::Create(make)),
                DocumentChangeOperation::Edit(change),
            ])
        } else {
            DocumentChanges::Edits(vec![change])
        };
        Some(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() })
    }
}
