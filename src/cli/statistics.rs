//! How often each rule found something, and how much was mended.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rapporteur::rules::{Finding, TriedMends};
use serde::Serialize;

use super::report::{ReportFormat, json_line, total};
use super::texts::RunTally;

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
        let width = rows.iter().map(|(code, _)| code.len()).max().unwrap_or_default().max("rule".len());
        let row = |code: &str, findings: &str, texts: &str| format!("{code:width$}  {findings:>8}  {texts:>6}\n");
        let mut table = String::new();
        if !rows.is_empty() {
            table = row("rule", "findings", "texts");
        }
        for (code, Counts { findings, texts }) in rows {
            table += &row(code, &findings.to_string(), &texts.to_string());
        }
        table + &total(tally)
    }

    /// A sentence about what was mended, or would be.
    pub fn mended(&self, would_be: bool, tally: &RunTally) -> Option<String> {
        let [count, texts] = [&self.mended, &self.mended_texts].map(|count| count.load(Ordering::Relaxed));
        let things = |count, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
        let withheld = self.withheld.load(Ordering::Relaxed);
        let said = match (would_be, count) {
            (true, 0) if tally.findings > 0 && withheld == 0 => {
                Some(format!("None of {} has a certain mend.", things(tally.findings, "finding")))
            }
            (_, 0) => None,
            (true, _) => Some(format!("Would mend {} in {}.", things(count, "finding"), things(texts, "text"))),
            (false, _) => Some(format!("Mended {} in {}.", things(count, "finding"), things(texts, "text"))),
        };
        let left = match withheld {
            0 => return said,
            1 => "One mend was left to you: it would bring another finding, change how the text is read, or change what is quoted.".to_owned(),
            left => format!("{left} mends were left to you: they would bring other findings, change how a text is read, or change what is quoted."),
        };
        Some(said.map_or(left.clone(), |said| format!("{said} {left}")))
    }
}
