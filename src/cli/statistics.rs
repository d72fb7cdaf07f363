//! How often each rule found something, and how much was mended.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rapporteur::messages::Message;
use rapporteur::report::json_line;
use rapporteur::rules::{Finding, TriedMends};
use serde::Serialize;

use super::interface::{columns, locale};
use super::report::{ReportFormat, total};
use super::texts::RunTally;

rapporteur::messages! {
    "cli.statistics":
    none_certain(count: count) =
        "{count, plural, one {The one finding has no certain mend.} other {None of {count} findings has a certain mend.}}";
    would_mend(count: count, texts: count) =
        "Would mend {count, plural, one {{count} finding} other {{count} findings}} in {texts, plural, one {{texts} text} \
         other {{texts} texts}}.";
    did_mend(count: count, texts: count) =
        "Mended {count, plural, one {{count} finding} other {{count} findings}} in {texts, plural, one {{texts} text} \
         other {{texts} texts}}.";
    left_to_you(count: count) =
        "{count, plural, one {One mend was left to you: it would bring another finding, change how the text is read, or \
         change what is quoted.} other {{count} mends were left to you: they would bring other findings, change how a text \
         is read, or change what is quoted.}}";
    rule() = "rule";
    findings() = "findings";
    texts() = "texts";
}

/// The counts of one run.
#[derive(Debug, Default)]
pub struct Statistics {
    rules: Mutex<BTreeMap<&'static str, Counts>>,
    /// Findings that were mended, or would be.
    mended: AtomicUsize,
    /// The texts that they are in.
    mended_texts: AtomicUsize,
    /// Findings with a certain mend that may not be made.
    withheld: AtomicUsize,
}

#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    findings: usize,
    texts: usize,
}

#[derive(Serialize)]
struct RuleCountLine<'a> {
    code: &'a str,
    findings: usize,
    texts: usize,
}

impl Statistics {
    /// Counts the findings in one text.
    pub fn count(&self, findings: &[Finding]) {
        let mut codes: Vec<&'static str> = findings.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        for of_rule in codes.chunk_by(|a, b| a == b) {
            let Some(code) = of_rule.first() else { continue };
            let counts = rules.entry(code).or_default();
            counts.findings += of_rule.len();
            counts.texts += 1;
        }
    }

    /// Counts the mends in one text.
    pub fn mend(&self, tried: &TriedMends) {
        self.mended.fetch_add(tried.mended, Ordering::Relaxed);
        self.mended_texts.fetch_add(usize::from(tried.mended > 0), Ordering::Relaxed);
        self.withheld.fetch_add(tried.withheld, Ordering::Relaxed);
    }

    /// A table of the rules, those that found most first.
    pub fn print(&self, format: ReportFormat, tally: &RunTally) -> String {
        let rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let mut rows: Vec<(&str, Counts)> = rules.iter().map(|(code, counts)| (*code, *counts)).collect();
        // Those with as many stay in the order of their names.
        rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.findings));
        if format == ReportFormat::Json {
            let line = |(code, Counts { findings, texts }): &(&str, Counts)| {
                json_line(&RuleCountLine { code, findings: *findings, texts: *texts }) + "\n"
            };
            return rows.iter().map(line).collect();
        }
        let heads = [rule(), findings(), texts()].map(|head| head.text(locale()));
        let [of_rules, of_findings, of_texts] = heads.each_ref().map(|head| columns(head));
        let width = rows.iter().map(|(code, _)| code.len()).max().unwrap_or_default().max(of_rules);
        let (of_findings, of_texts) = (of_findings.max(8), of_texts.max(6));
        let row = |code: &str, findings: &str, texts: &str| {
            let room = |wide: usize, cell: &str| " ".repeat(wide.saturating_sub(columns(cell)));
            let (after, before) = (room(width, code), room(of_findings, findings));
            format!("{code}{after}  {before}{findings}  {}{texts}\n", room(of_texts, texts))
        };
        let mut table = String::new();
        if !rows.is_empty() {
            let [rule, findings, texts] = &heads;
            table = row(rule, findings, texts);
        }
        for (code, Counts { findings, texts }) in rows {
            let [findings, texts] = [findings, texts].map(|count| locale().count(count as u64));
            table += &row(code, &findings, &texts);
        }
        table + &total(tally, locale())
    }

    /// A sentence about what was mended, or would be.
    pub fn mended(&self, would_be: bool, tally: &RunTally) -> Option<String> {
        let [count, texts] = [&self.mended, &self.mended_texts].map(|count| count.load(Ordering::Relaxed));
        let withheld = self.withheld.load(Ordering::Relaxed);
        let said = match (would_be, count) {
            (true, 0) if tally.findings > 0 && withheld == 0 => Some(none_certain(tally.findings)),
            (_, 0) => None,
            (true, _) => Some(would_mend(count, texts)),
            (false, _) => Some(did_mend(count, texts)),
        };
        let left = (withheld > 0).then(|| left_to_you(withheld));
        let said: Vec<Message> = said.into_iter().chain(left).collect();
        (!said.is_empty()).then(|| locale().sentences(said))
    }
}
