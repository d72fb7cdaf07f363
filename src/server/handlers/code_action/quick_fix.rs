//! Quick fixes: the mends that findings carry as data, in the protocol's types.

use std::ops::Range;

use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionResponse, CodeActionTriggerKind,
    Diagnostic, NumberOrString,
};

use super::ignore;
use super::kind::is_a;
use crate::draft::Edit;
use crate::revise::renumber::{RenumberScope, Renumbered, renumber};
use crate::rules::{Finding, Fix, MendTrials, MendableText, Rule, RuleTrait, TriedMends};
use crate::server::state::RequestContext;
use crate::server::to_proto;
use crate::workspace::ParsedText;

/// What mends all that can be mended in a draft: an editor may be set to ask for it before it saves.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.rapporteur");

/// How many bytes are read to try the mends of one kind that are asked for.
const TRIED: usize = 8 << 20;

/// How many findings of a rule there must be for one mend of them all.
const SEVERAL: usize = 2;

/// What can be done about the findings that a range touches, and those that the client shows there: an editor may ask
/// with the cursor anywhere in a line, and a paragraph is one line.
pub fn mends(request: &RequestContext, range: Range<usize>, context: &CodeActionContext) -> Option<CodeActionResponse> {
    let wants = |kind: &CodeActionKind| match &context.only {
        Some(only) => only.iter().any(|only| is_a(kind, only)),
        // What is about the whole draft is offered when the writer asks, not while the cursor moves.
        None => *kind == CodeActionKind::QUICKFIX || context.trigger_kind == Some(CodeActionTriggerKind::INVOKED),
    };
    let mut actions = Vec::new();
    if wants(&CodeActionKind::QUICKFIX) {
        actions.extend(quick_fixes(request, range, context)?);
    }
    if wants(&FIX_ALL) {
        actions.extend(fix_all(request)?);
    }
    Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
}

fn quick_fixes(request: &RequestContext, range: Range<usize>, context: &CodeActionContext) -> Option<Vec<CodeAction>> {
    let reading = request.document.reading()?;
    let (findings, _) = request.document.findings(&request.settings)?;
    let mut actions = Vec::new();
    let mut misplaced = Vec::new();
    for finding in findings.iter() {
        let touched = finding.range.start <= range.end && range.start <= finding.range.end;
        if touched && is_of_note_order(finding) {
            misplaced.push(to_proto::diagnostic(&request.document, finding, request.features));
        }
        let Some(fix) = &finding.fix else { continue };
        let diagnostic = to_proto::diagnostic(&request.document, finding, request.features);
        let asked = touched || context.diagnostics.iter().any(|shown| is_same(shown, &diagnostic));
        if asked && try_mends(request, &reading, &findings, |trials| trials.holds(finding)) {
            actions.push((!touched, finding.code, action(request, fix, diagnostic)));
        }
    }
    // What is under the cursor comes first.
    actions.sort_by_key(|(beside, _, _)| *beside);
    let mut codes: Vec<&str> = actions.iter().map(|(_, code, _)| *code).collect();
    codes.dedup();
    let mut actions: Vec<CodeAction> = actions.into_iter().map(|(_, _, action)| action).collect();
    if !misplaced.is_empty()
        && let Some(edits) = notes_in_order(request, &reading, &findings)
    {
        let title = "Number the notes in the order in which they are called".to_owned();
        let action = of_draft(request, title, CodeActionKind::QUICKFIX, &edits);
        actions.push(CodeAction { diagnostics: Some(misplaced), is_preferred: Some(true), ..action });
    }
    for code in codes {
        let of_rule = |finding: &Finding| finding.code == code;
        let certain = |finding: &&Finding| of_rule(finding) && finding.fix.as_ref().is_some_and(|fix| fix.certain);
        if findings.iter().filter(certain).count() < SEVERAL {
            continue;
        }
        let tried = try_mends(request, &reading, &findings, |trials| trials.mend_all(&of_rule));
        if tried.mended >= SEVERAL {
            let title = match tried.withheld {
                0 => format!("Mend all {} of {code}", tried.mended),
                left => format!("Mend {} of {code}, and leave {left}", tried.mended),
            };
            actions.push(of_draft(request, title, CodeActionKind::QUICKFIX, &tried.edits));
        }
    }
    let touched: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.range.start <= range.end && range.start <= finding.range.end)
        .collect();
    actions.extend(ignore::actions(request, &reading, &findings, &touched));
    Some(actions)
}

/// Whether numbering the notes mends a finding. That moves their texts, which may change while the finding stays, so it is
/// worked out when it is asked for.
fn is_of_note_order(finding: &Finding) -> bool {
    Rule::named(finding.code).is_some_and(|rule| rule.has(RuleTrait::FixedByNumberingNotes))
}

/// The notes numbered in the order in which they are called, if that mends what is found of it and adds nothing.
fn notes_in_order(request: &RequestContext, reading: &ParsedText, findings: &[Finding]) -> Option<Vec<Edit>> {
    let Renumbered { edits, left } = renumber(&reading.text, &reading.draft, RenumberScope::NOTES);
    let gone: Vec<&Finding> = findings.iter().filter(|finding| is_of_note_order(finding)).collect();
    let mended = left.is_empty()
        && request.document.is_editable()
        && try_mends(request, reading, findings, |trials| trials.take_away(&gone, &edits));
    mended.then_some(edits)
}

/// All mends that can be known, in one.
fn fix_all(request: &RequestContext) -> Option<Option<CodeAction>> {
    let reading = request.document.reading()?;
    let (findings, _) = request.document.findings(&request.settings)?;
    let tried = try_mends(request, &reading, &findings, |trials| trials.mend_all(&|_| true));
    let TriedMends { edits, mended, withheld } = tried;
    if mended == 0 {
        return Some(None);
    }
    let title = match (mended, withheld) {
        (1, 0) => "Mend the one finding whose mend is certain".to_owned(),
        (_, 0) => format!("Mend all {mended} findings whose mend is certain"),
        (_, left) => format!("Mend {mended} of {} findings whose mend is certain, and leave the others", mended + left),
    };
    Some(Some(of_draft(request, title, FIX_ALL, &edits)))
}

/// What becomes of a draft when mends of what is found in it are tried.
fn try_mends<T>(
    request: &RequestContext,
    reading: &ParsedText,
    findings: &[Finding],
    tried: impl FnOnce(&mut MendTrials<'_>) -> T,
) -> T {
    let (config, authority) = (&request.settings.config, &request.session.authority);
    let path = request.document.path();
    let reread = |edits: &[Edit]| config.reread(authority, reading.written(), path, edits);
    let is_editable = |range: &Range<usize>| reading.map().is_editable(range);
    let (reread, is_editable) = (&reread, &is_editable);
    let mendable = MendableText { text: &reading.text, draft: &reading.draft, findings, reread, is_editable };
    tried(&mut MendTrials::new(mendable, TRIED))
}

fn of_draft(request: &RequestContext, title: String, kind: CodeActionKind, edits: &[Edit]) -> CodeAction {
    CodeAction {
        title,
        kind: Some(kind),
        edit: Some(to_proto::workspace_edit(&request.document, edits, request.features)),
        ..CodeAction::default()
    }
}

/// Whether the client shows this diagnostic. It may have lost or added parts of it that don't matter here.
fn is_same(shown: &Diagnostic, ours: &Diagnostic) -> bool {
    let code = |diagnostic: &Diagnostic| match &diagnostic.code {
        Some(NumberOrString::String(code)) => Some(code.clone()),
        _ => None,
    };
    shown.range == ours.range && code(shown) == code(ours)
}

fn action(request: &RequestContext, fix: &Fix, diagnostic: Diagnostic) -> CodeAction {
    CodeAction {
        title: to_proto::text(&fix.title),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic]),
        edit: Some(to_proto::workspace_edit(&request.document, &fix.edits, request.features)),
        is_preferred: fix.certain.then_some(true),
        ..CodeAction::default()
    }
}
