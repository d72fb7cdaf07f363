//! The drafting rules, one file a rule: what it says, how it checks, how it fixes, its tests.

use std::ops::Range;

use crate::draft::Draft;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Information,
    Hint,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its kebab-case name, which never changes.
    pub code: &'static str,
    /// Its severity in a draft; an adopted text has it one step lower where the rule says so.
    pub severity: Severity,
    /// The source file of the rule, whose heading is its documentation.
    source: &'static str,
    check: fn(&Context<'_>, &mut Vec<Finding>),
}

/// What a rule looks at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The draft as it was given.
    pub text: &'a str,
    pub draft: &'a Draft,
}

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub code: &'static str,
    pub severity: Severity,
    /// Bytes of the draft.
    pub range: Range<usize>,
    /// A plain sentence that names the thing and the mend.
    pub message: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    pub fix: Option<Fix>,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub range: Range<usize>,
    pub message: String,
}

/// How a finding can be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in a plain phrase.
    pub title: String,
    /// Replacements, ascending and without overlap.
    pub edits: Vec<Edit>,
}

/// A replacement of bytes of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

/// All rules, in the order of their names.
pub static ALL: &[&Rule] = &[];

impl Rule {
    /// The rule with this name.
    pub fn named(code: &str) -> Option<&'static Rule> {
        ALL.iter().copied().find(|rule| rule.code == code)
    }

    /// The rule's page, in Markdown: what it says, why, an example and its mend, the source.
    pub fn documentation(&self) -> String {
        self.source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// Checks a draft by all rules that `wanted` lets through. Findings come in the order of their places.
pub fn check(text: &str, draft: &Draft, wanted: &dyn Fn(&Rule) -> bool) -> Vec<Finding> {
    let context = Context { text, draft };
    let mut findings = Vec::new();
    for rule in ALL.iter().copied().filter(|rule| wanted(rule)) {
        (rule.check)(&context, &mut findings);
    }
    findings.sort_by(|a, b| (a.range.start, a.range.end, a.code).cmp(&(b.range.start, b.range.end, b.code)));
    findings
}
