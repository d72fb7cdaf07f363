//! Quick fixes: the mends that findings carry as data, in the protocol's types.

use std::ops::Range;

use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionResponse, Diagnostic, NumberOrString,
};

use super::desk::View;
use super::{convert, edits, formatting};
use crate::rules::{self, Fix};

/// Everything that is offered at a range: mends of findings there, and what can be done to the draft as a whole.
pub fn offered(view: &View, range: Range<usize>, context: &CodeActionContext) -> Option<CodeActionResponse> {
    let mut actions = quick_fixes(view, range, context).unwrap_or_default();
    actions.extend(formatting::actions(view, context));
    (!actions.is_empty()).then_some(actions)
}

/// The mends of the findings that a range touches, and of those that the client shows there: an editor may
/// ask with the cursor anywhere in a line, and a paragraph is one line.
fn quick_fixes(view: &View, range: Range<usize>, context: &CodeActionContext) -> Option<CodeActionResponse> {
    let wanted = |kind: &CodeActionKind| is_a(&CodeActionKind::QUICKFIX, kind);
    if context.only.as_ref().is_some_and(|only| !only.iter().any(wanted)) {
        return None;
    }
    let reading = view.document.reading()?;
    let (findings, _) = view.document.findings(&view.settings)?;
    let mut actions = Vec::new();
    for finding in findings.iter() {
        let Some(fix) = &finding.fix else { continue };
        let diagnostic = convert::diagnostic(&view.document, finding, view.features);
        let touched = finding.range.start <= range.end && range.start <= finding.range.end;
        let asked = touched || context.diagnostics.iter().any(|shown| is_same(shown, &diagnostic));
        if asked && rules::holds(&view.desk.facts, &reading.text, &findings, finding, &|rule| view.settings.wants(rule))
        {
            actions.push((!touched, action(view, fix, diagnostic)));
        }
    }
    // What is under the cursor comes first.
    actions.sort_by_key(|(beside, _)| *beside);
    Some(actions.into_iter().map(|(_, action)| CodeActionOrCommand::CodeAction(action)).collect())
}

/// Whether a kind is another one or below it: `quickfix` is a `quickfix`, and everything is of the empty kind.
pub fn is_a(kind: &CodeActionKind, other: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(other.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || other.as_str().is_empty())
}

/// Whether the client shows this diagnostic. It may have lost or added parts of it that don't matter here.
fn is_same(shown: &Diagnostic, ours: &Diagnostic) -> bool {
    let code = |diagnostic: &Diagnostic| match &diagnostic.code {
        Some(NumberOrString::String(code)) => Some(code.clone()),
        _ => None,
    };
    shown.range == ours.range && code(shown) == code(ours)
}

fn action(view: &View, fix: &Fix, diagnostic: Diagnostic) -> CodeAction {
    CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic]),
        edit: Some(edits::of(view, &fix.edits)),
        is_preferred: fix.certain.then_some(true),
        ..CodeAction::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_lie_below_each_other() {
        let is = |kind: &'static str, other: &'static str| is_a(&kind.into(), &other.into());
        assert!(is("quickfix", "quickfix"));
        assert!(is("quickfix", ""));
        assert!(is("quickfix.symbol", "quickfix"));
        assert!(!is("quickfix", "quickfix.symbol"));
        assert!(!is("quickfix", "quick"));
        assert!(!is("quickfix", "refactor"));
    }
}
