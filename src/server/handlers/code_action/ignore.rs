//! Quick fixes that leave findings out: each changes the `rapporteur.toml` of the workspace, or begins one.

use tower_lsp::ls_types::{CodeAction, CodeActionKind};

use crate::config::amend::Amendment;
use crate::config::ignored;
use crate::messages::Message;
use crate::rules::{Finding, Rule, RuleTrait};
use crate::server::config_edits::ApplicableConfig;
use crate::server::state::RequestContext;
use crate::server::to_proto;
use crate::workspace::ParsedText;

crate::messages! {
    "server.ignore":
    ignore_here() = "Ignore this here";
    ignore_here_of_rule(rule: name) = "Ignore this here ({rule})";
    accept(words: quote) = "Accept “{words}” in this workspace";
    turn_off_in_file(rule: name) = "Turn off {rule} in this file";
    turn_off_in_workspace(rule: name) = "Turn off {rule} in this workspace";
}

/// Of words longer than this, in characters, a title shows the beginning.
const SHOWN: usize = 40;

/// How many findings are offered to be left out one by one.
const OFFERED: usize = 20;

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
    let Some(path) = request.document.path() else { return Vec::new() };
    let Some((settled, file)) = ApplicableConfig::of(&request.session, path) else { return Vec::new() };
    let file = file.as_str();
    let mut actions = Vec::new();
    let mut add = |title: Message, finding: &Finding, amendment: Amendment<'_>| {
        let Some(edit) = settled.edit(request.features, &[amendment]) else { return };
        actions.push(CodeAction {
            title: title.text(request.locale()),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![to_proto::diagnostic(
                &request.document,
                finding,
                request.features,
                request.interface(),
            )]),
            edit: Some(edit),
            command: settled.save(request.features),
            ..CodeAction::default()
        });
    };
    for finding in findings.iter().take(OFFERED) {
        let words = ignored::words_around(reading.written(), &reading.draft, all, finding);
        if !words.is_empty() {
            let title = match findings.len() {
                1 => ignore_here(),
                _ => ignore_here_of_rule(finding.code),
            };
            add(title, finding, Amendment::Ignore { rule: finding.code, words: &words, file });
        }
    }
    let about_words = |finding: &Finding| Rule::named(finding.code).is_some_and(|rule| rule.has(RuleTrait::AboutWords));
    for finding in findings.iter().filter(|finding| about_words(finding)).take(OFFERED) {
        let words = reading.written().get(finding.range.clone()).unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            add(accept(beginning(&words)), finding, Amendment::Accept(&words));
        }
    }
    let mut codes = Vec::new();
    for finding in findings {
        if codes.contains(&finding.code) {
            continue;
        }
        codes.push(finding.code);
        let rule = finding.code;
        add(turn_off_in_file(rule), finding, Amendment::TurnOff { rule, file: Some(file) });
        add(turn_off_in_workspace(rule), finding, Amendment::TurnOff { rule, file: None });
    }
    actions
}

fn beginning(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default()),
        None => words.to_owned(),
    }
}
