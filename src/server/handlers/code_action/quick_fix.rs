//! Quick fixes: the mends that findings carry as data, in the protocol's types.

use std::collections::HashSet;
use std::ops::Range;

use tower_lsp::ls_types::{
    self as lsp, CodeAction, CodeActionContext, CodeActionDisabled, CodeActionKind, CodeActionOrCommand,
    CodeActionResponse, CodeActionTriggerKind, Diagnostic, NumberOrString,
};

use super::ignore;
use super::kind::is_a;
use crate::draft::Edit;
use crate::revise::renumber::{RenumberScope, Renumbered, renumber};
use crate::rules::{Finding, Fix, MendTrials, MendableText, Rule, RuleTrait, TriedMends};
use crate::server::state::RequestContext;
use crate::server::to_proto;
use crate::workspace::ParsedText;

crate::messages! {
    "server.quick-fix":
    with_what_it_brings(title: message, count: count) =
        "{title}, and mend what that makes wrong in {count, plural, one {one other place} other {{count} other places}}";
    would_do_harm() =
        "By this mend alone the text would be read otherwise, or another finding would come that you must decide on.";
    number_notes() = "Number the notes in the order in which they are called";
    mend_all_of_rule(count: count, rule: name) = "Mend all {count} of {rule}";
    mend_some_of_rule(count: count, rule: name, left: count) = "Mend {count} of {rule}, and leave {left}";
    mend_some(count: count, all: count) = "Mend {count} of {all} findings whose mend is certain, and leave the others";
    mend_all(count: count) =
        "{count, plural, one {Mend the one finding whose mend is certain} other {Mend all {count} findings whose mend \
         is certain}}";
}

/// What mends all that can be mended in a draft: an editor may be set to ask for it before it saves.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.rapporteur");

/// How many mends are offered one by one. More make no menu; whoever wants them puts the cursor there, or mends all.
const OFFERED: usize = 20;

/// How many bytes are read to try the mends of one answer. That is a dozen readings of a draft of many pages, and takes a
/// fifth of a second.
const TRIED: usize = 3 << 18;

/// The same for the mend of all that can be mended, which the writer waits for.
const TRIED_OF_ALL: usize = 8 << 20;

/// How many trials are left to the mends of several findings.
const WITHHELD: usize = 2;

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
    let touches = |finding: &&Finding| finding.range.start <= range.end && range.start <= finding.range.end;
    let touched: Vec<&Finding> = findings.iter().filter(touches).collect();
    let shown = ShownDiagnostics::of(request, context);
    let beside = findings.iter().filter(|finding| !touches(finding) && shown.have(finding));
    let (mut one_by_one, mut of_rules) = (Vec::new(), Vec::new());
    let mut refused: Vec<&Finding> = Vec::new();
    try_mends(request, &reading, &findings, TRIED, |trials| {
        // What is under the cursor comes first.
        for finding in touched.iter().copied().chain(beside).filter(|finding| finding.fix.is_some()) {
            // Some trials are left for what mends several.
            if one_by_one.len() == OFFERED || trials.left() <= WITHHELD {
                break;
            }
            match trials.completed(finding) {
                Some(edits) => one_by_one.push((finding, edits)),
                None if touches(&finding) => refused.push(finding),
                None => {}
            }
        }
        let mut codes: Vec<&str> = Vec::new();
        for code in one_by_one.iter().map(|(finding, _)| finding.code) {
            if codes.contains(&code) {
                continue;
            }
            codes.push(code);
            let of_rule = |finding: &Finding| finding.code == code;
            let certain = |finding: &&Finding| of_rule(finding) && finding.fix.as_ref().is_some_and(|fix| fix.certain);
            if findings.iter().filter(certain).count() >= SEVERAL {
                of_rules.push((code, trials.mend_all(&of_rule)));
            }
        }
    });
    let one_by_one =
        one_by_one.into_iter().filter_map(|(finding, edits)| Some((finding, finding.fix.as_ref()?, edits)));
    let mut actions: Vec<CodeAction> =
        one_by_one.map(|(finding, fix, edits)| action(request, fix, &edits, finding)).collect();
    let diagnostic =
        |finding: &&Finding| to_proto::diagnostic(&request.document, finding, request.features, request.interface());
    let misplaced: Vec<Diagnostic> =
        touched.iter().filter(|finding| is_of_note_order(finding)).map(diagnostic).take(OFFERED).collect();
    if !misplaced.is_empty()
        && let Some(edits) = notes_in_order(request, &reading, &findings)
    {
        let title = number_notes().text(request.locale());
        let action = of_draft(request, title, CodeActionKind::QUICKFIX, &edits);
        actions.push(CodeAction { diagnostics: Some(misplaced), is_preferred: Some(true), ..action });
    }
    for (code, tried) in of_rules.into_iter().filter(|(_, tried)| tried.mended >= SEVERAL) {
        let title = match tried.withheld {
            0 => mend_all_of_rule(tried.mended, code),
            left => mend_some_of_rule(tried.mended, code, left),
        };
        let title = title.text(request.locale());
        actions.push(of_draft(request, title, CodeActionKind::QUICKFIX, &tried.edits));
    }
    if request.features.disabled_actions {
        let refused = refused.into_iter().filter_map(|finding| Some((finding, finding.fix.as_ref()?)));
        actions.extend(refused.map(|(finding, fix)| CodeAction {
            edit: None,
            is_preferred: None,
            disabled: Some(CodeActionDisabled { reason: would_do_harm().text(request.locale()) }),
            ..action(request, fix, &fix.edits, finding)
        }));
    }
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
        && try_mends(request, reading, findings, TRIED, |trials| trials.take_away(&gone, &edits));
    mended.then_some(edits)
}

/// All mends that can be known, in one.
fn fix_all(request: &RequestContext) -> Option<Option<CodeAction>> {
    let reading = request.document.reading()?;
    let (findings, _) = request.document.findings(&request.settings)?;
    let tried = try_mends(request, &reading, &findings, TRIED_OF_ALL, |trials| trials.mend_all(&|_| true));
    let TriedMends { edits, mended, withheld } = tried;
    if mended == 0 {
        return Some(None);
    }
    let title = if withheld == 0 { mend_all(mended) } else { mend_some(mended, mended + withheld) };
    Some(Some(of_draft(request, title.text(request.locale()), FIX_ALL, &edits)))
}

/// What becomes of a draft when mends of what is found in it are tried, for which no more than `bytes` are read.
fn try_mends<T>(
    request: &RequestContext,
    reading: &ParsedText,
    findings: &[Finding],
    bytes: usize,
    tried: impl FnOnce(&mut MendTrials<'_>) -> T,
) -> T {
    let (config, authority) = (&request.settings.config, &request.session.authority);
    let path = request.document.path();
    let reread = |edits: &[Edit]| config.reread(authority, &reading.text, reading.map(), path, edits);
    let is_editable = |range: &Range<usize>| reading.map().is_mendable(range);
    let (reread, is_editable) = (&reread, &is_editable);
    let mendable = MendableText { text: &reading.text, draft: &reading.draft, findings, reread, is_editable };
    tried(&mut MendTrials::new(mendable, bytes))
}

fn of_draft(request: &RequestContext, title: String, kind: CodeActionKind, edits: &[Edit]) -> CodeAction {
    CodeAction {
        title,
        kind: Some(kind),
        edit: Some(to_proto::workspace_edit(&request.document, edits, request.features)),
        ..CodeAction::default()
    }
}

/// The diagnostics that the client shows where it asks.
struct ShownDiagnostics<'a> {
    request: &'a RequestContext,
    /// By their places and codes: other parts of them the client may have lost or added.
    shown: HashSet<(lsp::Range, &'a str)>,
}

impl<'a> ShownDiagnostics<'a> {
    fn of(request: &'a RequestContext, context: &'a CodeActionContext) -> ShownDiagnostics<'a> {
        let shown = context.diagnostics.iter().filter_map(|diagnostic| match &diagnostic.code {
            Some(NumberOrString::String(code)) => Some((diagnostic.range, code.as_str())),
            _ => None,
        });
        ShownDiagnostics { request, shown: shown.collect() }
    }

    /// Whether a finding is among them.
    fn have(&self, finding: &Finding) -> bool {
        !self.shown.is_empty()
            && self.shown.contains(&(to_proto::range(&self.request.document, &finding.range), finding.code))
    }
}

/// The mend of a finding by these edits, of which some may be the mends of what it brings.
fn action(request: &RequestContext, fix: &Fix, edits: &[Edit], finding: &Finding) -> CodeAction {
    let title = match edits.len().saturating_sub(fix.edits.len()) {
        0 => fix.title.clone(),
        more => with_what_it_brings(fix.title.clone(), more),
    };
    CodeAction {
        title: title.text(request.locale()),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![to_proto::diagnostic(
            &request.document,
            finding,
            request.features,
            request.interface(),
        )]),
        edit: Some(to_proto::workspace_edit(&request.document, edits, request.features)),
        is_preferred: fix.certain.then_some(true),
        ..CodeAction::default()
    }
}
