//! A `rapporteur.toml` that is open in the editor: what is wrong with it, and help with its keys.

use std::ops::Range;
use std::path::Path;

use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionResponse, CompletionTextEdit, Diagnostic, DiagnosticSeverity,
    Documentation, MarkupContent, MarkupKind, NumberOrString, TextEdit, Uri,
};

use super::library_folders::ReadableFolders;
use super::to_proto::{self, SOURCE};
use crate::config::help::{self, KeySuggestion};
use crate::config::{self, ConfigProblem, discovery};
use crate::document::DocumentSnapshot;
use crate::language::Language;
use crate::messages::Locale;
use crate::text::PositionEncoding;

/// The code of what is wrong with the file, as rules have theirs.
const CODE: &str = "configuration";

/// Whether a URI is that of a `rapporteur.toml`, which is no draft.
pub fn is_one(uri: &Uri) -> bool {
    uri.path().as_str().rsplit('/').next() == Some(discovery::NAME)
}

/// All that is to be told of one, as the editor shows it: what is wrong with its text, or else what may not be read that
/// it names. `folder` is the one that it lies in.
pub fn diagnostics(
    text: &str,
    folder: Option<&Path>,
    readable: &ReadableFolders,
    encoding: PositionEncoding,
    locale: &Locale,
) -> Vec<Diagnostic> {
    match config::read(text) {
        Ok(config) => {
            let refused = folder.map(|folder| readable.problems(folder, &config)).unwrap_or_default();
            let diagnostic = |problem| diagnostic(text, problem, DiagnosticSeverity::WARNING, encoding, locale);
            refused.into_iter().map(diagnostic).collect()
        }
        Err(problems) => of_problems(text, problems, encoding, locale),
    }
}

/// What is wrong with the text of one, as the editor shows it.
pub fn of_problems(
    text: &str,
    problems: Vec<ConfigProblem>,
    encoding: PositionEncoding,
    locale: &Locale,
) -> Vec<Diagnostic> {
    let diagnostic = |problem| diagnostic(text, problem, DiagnosticSeverity::ERROR, encoding, locale);
    problems.into_iter().map(diagnostic).collect()
}

fn diagnostic(
    text: &str,
    problem: ConfigProblem,
    severity: DiagnosticSeverity,
    encoding: PositionEncoding,
    locale: &Locale,
) -> Diagnostic {
    Diagnostic {
        range: to_proto::range_of_text(text, &problem.range, encoding),
        severity: Some(severity),
        code: Some(NumberOrString::String(CODE.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: problem.message.text(locale),
        ..Diagnostic::default()
    }
}

/// What may be written at a byte of one.
pub fn completions(
    document: &DocumentSnapshot<Uri>,
    offset: usize,
    interface: &Language,
) -> Option<CompletionResponse> {
    let (word, suggestions) = help::suggestions(&document.text.whole(), offset, interface);
    let range = to_proto::range(document, &word);
    let item = |(rank, KeySuggestion { name, written, about }): (usize, KeySuggestion)| CompletionItem {
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

/// What is said of a key or a rule at a byte of one, in Markdown, and where it stands.
pub fn explanation(
    document: &DocumentSnapshot<Uri>,
    offset: usize,
    interface: &Language,
) -> Option<(Range<usize>, String)> {
    help::explanation(&document.text.whole(), offset, interface)
}
