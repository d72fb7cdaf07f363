//! Quick fixes: the mends that findings carry as data, in the protocol's types.

use std::ops::Range;

use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionResponse, CodeActionTriggerKind,
    Diagnostic, NumberOrString, WorkspaceEdit,
};

use super::desk::View;
use super::{convert, edits, formatting, leaving, renumbering};
use crate::draft::Edit;
use crate::revise::renumber::{Renumbered, Wanted, renumber};
use crate::rules::{self, Finding, Fix};
use crate::workspace::ParsedText;

/// What mends all that can be mended in a draft: an editor may be set to ask for it before it saves.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.rapporteur");

/// How many findings of a rule there must be for one mend of them all.
const SEVERAL: usize = 2;

/// Everything that is offered at a range: mends of findings there, and what can be done to the draft.
pub fn offered(view: &View, range: Range<usize>, context: &CodeActionContext) -> Option<CodeActionResponse> {
    let mut actions = mends(view, range.clone(), context).unwrap_or_default();
    // What mends a finding is offered as that, and not by another name too.
    let mut more = renumbering::code_actions(view, &range, context);
    more.retain(|more| actions.iter().all(|action| edit_of(action) != edit_of(more)));
    actions.extend(more);
    actions.extend(formatting::actions(view, context));
    (!actions.is_empty()).then_some(actions)
}

fn edit_of(action: &CodeActionOrCommand) -> Option<&WorkspaceEdit> {
    match action {
        CodeActionOrCommand::CodeAction(action) => action.edit.as_ref(),
        CodeActionOrCommand::Command(_) => None,
    }
}

/// What can be done about the findings that a range touches, and those that the client shows there: an editor may ask
/// with the cursor anywhere in a line, and a paragraph is one line.
fn mends(view: &View, range: Range<usize>, context: &CodeActionContext) -> Option<CodeActionResponse> {
    let wants = |kind: &CodeActionKind| match &context.only {
        Some(only) => only.iter().any(|only| is_a(kind, only)),
        // What is about the whole draft is offered when the writer asks, not while the cursor moves.
        None => *kind == CodeActionKind::QUICKFIX || context.trigger_kind == Some(CodeActionTriggerKind::INVOKED),
    };
    let mut actions = Vec::new();
    if wants(&CodeActionKind::QUICKFIX) {
        actions.extend(quick_fixes(view, range, context)?);
    }
    if wants(&FIX_ALL) {
        actions.extend(fix_all(view)?);
    }
    Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

fn quick_fixes(view: &View, range: Range<usize>, context: &CodeActionContext) -> Option<Vec<CodeAction>> {
    let reading = view.document.reading()?;
    let (findings, _) = view.document.findings(&view.settings)?;
    let check = |text: &str| view.settings.applied.check_anew(&view.desk.authority, text);
    let mut actions = Vec::new();
    let mut misplaced = Vec::new();
    for finding in findings.iter() {
        let touched = finding.range.start <= range.end && range.start <= finding.range.end;
        if touched && finding.code == NOTE_ORDER {
            misplaced.push(convert::diagnostic(&view.document, finding, view.features));
        }
        let Some(fix) = &finding.fix else { continue };
        let diagnostic = convert::diagnostic(&view.document, finding, view.features);
        let asked = touched || context.diagnostics.iter().any(|shown| is_same(shown, &diagnostic));
        if asked && rules::holds(&check, &reading.text, &findings, finding) {
            actions.push((!touched, finding.code, action(view, fix, diagnostic)));
        }
    }
    // What is under the cursor comes first.
    actions.sort_by_key(|(beside, _, _)| *beside);
    let mut codes: Vec<&str> = actions.iter().map(|(_, code, _)| *code).collect();
    codes.dedup();
    let mut actions: Vec<CodeAction> = actions.into_iter().map(|(_, _, action)| action).collect();
    if !misplaced.is_empty()
        && let Some(edits) = notes_in_order(view, &reading, &findings)
    {
        let title = "Number the notes in the order in which they are called".to_owned();
        let action = of_draft(view, title, CodeActionKind::QUICKFIX, &edits);
        actions.push(CodeAction { diagnostics: Some(misplaced), is_preferred: Some(true), ..action });
    }
    for code in codes {
        let of_rule = |finding: &Finding| finding.code == code;
        let certain = |finding: &&Finding| of_rule(finding) && finding.fix.as_ref().is_some_and(|fix| fix.certain);
        if findings.iter().filter(certain).count() < SEVERAL {
            continue;
        }
        let all = rules::mend_all(&check, &reading.text, &findings, &of_rule);
        if let Some((edits, count)) = all.filter(|(_, count)| *count >= SEVERAL) {
            let title = format!("Mend all {count} of {code}");
            actions.push(of_draft(view, title, CodeActionKind::QUICKFIX, &edits));
        }
    }
    let touched: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.range.start <= range.end && range.start <= finding.range.end)
        .collect();
    actions.extend(leaving::actions(view, &reading, &findings, &touched));
    Some(actions)
}

/// The rule whose findings are all mended by numbering the notes. That moves their texts, which may change while its
/// findings stay, so it is worked out when it is asked for.
const NOTE_ORDER: &str = "footnote-order";

/// The notes numbered in the order in which they are called, if that mends what is found of it and adds nothing.
fn notes_in_order(view: &View, reading: &ParsedText, findings: &[Finding]) -> Option<Vec<Edit>> {
    let Renumbered { edits, left } = renumber(&reading.text, &reading.draft, Wanted::NOTES);
    let gone: Vec<&Finding> = findings.iter().filter(|finding| finding.code == NOTE_ORDER).collect();
    let check = |text: &str| view.settings.applied.check_anew(&view.desk.authority, text);
    let mended = left.is_empty()
        && view.document.is_editable()
        && rules::take_away(&check, &reading.text, findings, &gone, &edits);
    mended.then_some(edits)
}

/// All mends that can be known, in one.
fn fix_all(view: &View) -> Option<Option<CodeAction>> {
    let reading = view.document.reading()?;
    let (findings, _) = view.document.findings(&view.settings)?;
    let check = |text: &str| view.settings.applied.check_anew(&view.desk.authority, text);
    let all = rules::mend_all(&check, &reading.text, &findings, &|_| true);
    Some(all.map(|(edits, count)| {
        let title = if count == 1 {
            "Mend the one finding whose mend is certain".to_owned()
        } else {
            format!("Mend all {count} findings whose mend is certain")
        };
        of_draft(view, title, FIX_ALL, &edits)
    }))
}

fn of_draft(view: &View, title: String, kind: CodeActionKind, edits: &[Edit]) -> CodeAction {
    CodeAction { title, kind: Some(kind), edit: Some(edits::of(view, edits)), ..CodeAction::default() }
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
