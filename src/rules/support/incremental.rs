//! The findings of a draft that is being edited: after a key only the rules are asked whose answer may be another one.

use std::ops::Range;
use std::sync::Arc;

use super::versions::VersionDifference;
use crate::draft::Draft;
use crate::draft::incremental::{Reparse, Replacement, TextOnlyChange};
use crate::library::AuthorityCache;
use crate::rules::{ALL, AdoptionStatus, DependsOn, Finding, Rule, RuleContext, RuleGroup, in_order, run};

/// The findings of a draft that is being edited.
#[derive(Debug, Default)]
pub struct Review {
    /// In the order of their places. Shared with those who show them, so that there is one copy of them, unless they are
    /// changed meanwhile.
    findings: Arc<Vec<Finding>>,
    /// What the text says of itself.
    own: AdoptionStatus,
    /// Rules that look at the whole draft have not been asked since words were changed.
    unsettled: bool,
    /// What differs from the language versions in other files, where the text is still as it was when that was found.
    differences: Option<Arc<Vec<VersionDifference>>>,
    /// What is found of versions is about those in other files. Between two comparisons it moves along with the edits.
    among_others: bool,
}

impl Review {
    /// What there is to find in a draft, by the rules that `wanted` lets through, without a stored library.
    pub fn of(text: &str, draft: &Draft, wanted: &dyn Fn(&Rule) -> bool) -> Review {
        Review::knowing(AuthorityCache::built_in(), text, draft, wanted)
    }

    /// As [`Review::of`], with what a library knows.
    pub fn knowing(knowledge: &AuthorityCache, text: &str, draft: &Draft, wanted: &dyn Fn(&Rule) -> bool) -> Review {
        let context = RuleContext::new(text, draft, knowledge);
        let mut findings = run(ALL, &context, wanted);
        in_order(&mut findings);
        findings.shrink_to_fit();
        Review { findings: Arc::new(findings), own: context.own, ..Review::default() }
    }

    /// The findings, in the order of their places.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The same, to be kept.
    pub fn shared_findings(&self) -> Arc<Vec<Finding>> {
        self.findings.clone()
    }

    /// Follows an edit. The rules must be those that were wanted before. `false` if the whole draft must be checked
    /// anew, because a finding that depends on the outline stands where words were changed.
    pub fn follow(&mut self, reread: &Reparse, wanted: &dyn Fn(&Rule) -> bool) -> bool {
        self.follow_knowing(AuthorityCache::built_in(), reread, &[], wanted)
    }

    /// As [`Review::follow`], with what a library knows, and with the edits that were made.
    pub fn follow_knowing(
        &mut self,
        knowledge: &AuthorityCache,
        reread: &Reparse,
        edits: &[Replacement],
        wanted: &dyn Fn(&Rule) -> bool,
    ) -> bool {
        match reread {
            Reparse::Whole(text, draft) => {
                let told = self.told_of_others(edits);
                let waits = |rule: &Rule| told.is_some() && is_of_versions(rule);
                *self = Review::knowing(knowledge, text, draft, &|rule| wanted(rule) && !waits(rule));
                if let Some(told) = told {
                    self.keep_telling(told);
                }
                true
            }
            Reparse::Words(words) => self.reword(knowledge, words, wanted),
        }
    }

    fn reword(&mut self, knowledge: &AuthorityCache, words: &TextOnlyChange, wanted: &dyn Fn(&Rule) -> bool) -> bool {
        let TextOnlyChange { before, after, replaced, text, draft } = words;
        let by = after.end.wrapping_sub(before.end);
        let own =
            |finding: &Finding| within(&finding.range, before) && dependence(finding) == Some(DependsOn::Paragraph);
        let is_touched = |finding: &Finding| places(finding).any(|place| touches(place, replaced));
        let of_outline = |finding: &Finding| dependence(finding) == Some(DependsOn::Structure);
        if self.findings.iter().any(|finding| is_touched(finding) && of_outline(finding)) {
            return false;
        }
        let findings = Arc::make_mut(&mut self.findings);
        // What is said of the words that were changed is not known before the whole draft is looked at again.
        findings.retain(|finding| !own(finding) && !is_touched(finding));
        for finding in findings.iter_mut() {
            shift(finding, replaced.end, by);
        }
        self.differences = None;
        self.unsettled |= ALL.iter().any(|rule| rule.depends_on == DependsOn::Document && wanted(rule));
        let context = RuleContext::owning(text, draft, knowledge, self.own);
        let fresh = run(ALL, &context, &|rule| rule.depends_on == DependsOn::Paragraph && wanted(rule));
        if !fresh.is_empty() {
            findings.extend(fresh.into_iter().map(|mut finding| {
                shift(&mut finding, 0, after.start);
                finding
            }));
            in_order(findings);
        }
        true
    }

    /// Whether rules that look at the whole draft have yet to be asked.
    pub fn is_unsettled(&self) -> bool {
        self.unsettled
    }

    /// Asks the rules that look at the whole draft, whose text is `text`. The rules must be those that were wanted
    /// before. What is found of versions in other files stays until they are compared again.
    pub fn settle(&mut self, knowledge: &AuthorityCache, text: &str, draft: &Draft, wanted: &dyn Fn(&Rule) -> bool) {
        let among_others = self.among_others;
        let is_asked = |rule: &Rule| rule.depends_on == DependsOn::Document && !(among_others && is_of_versions(rule));
        let findings = Arc::make_mut(&mut self.findings);
        findings.retain(|finding| !Rule::named(finding.code).is_some_and(is_asked));
        let context = RuleContext::owning(text, draft, knowledge, self.own);
        findings.extend(run(ALL, &context, &|rule| is_asked(rule) && wanted(rule)));
        in_order(findings);
        self.unsettled = false;
    }

    /// Whether the findings are those of just these differences.
    pub fn is_by(&self, differences: &Arc<Vec<VersionDifference>>) -> bool {
        self.differences.as_ref().is_some_and(|by| Arc::ptr_eq(by, differences))
    }

    /// Asks the rules about versions by what differs in the draft, whose text is `text`, from versions in other files.
    pub fn compare(
        &mut self,
        knowledge: &AuthorityCache,
        differences: &Arc<Vec<VersionDifference>>,
        text: &str,
        draft: &Draft,
        wanted: &dyn Fn(&Rule) -> bool,
    ) {
        // Without others, what is found is about the parts of this file.
        if self.among_others || !differences.is_empty() {
            let findings = Arc::make_mut(&mut self.findings);
            findings.retain(|finding| !Rule::named(finding.code).is_some_and(is_of_versions));
            let context = RuleContext::owning(text, draft, knowledge, self.own).among(differences);
            findings.extend(run(ALL, &context, &|rule| is_of_versions(rule) && wanted(rule)));
            in_order(findings);
        }
        self.among_others = !differences.is_empty();
        self.differences = Some(differences.clone());
    }

    /// What is found of versions in other files, moved along with edits, but for what stood where they were made. `None`
    /// where nothing is.
    pub fn told_of_others(&self, edits: &[Replacement]) -> Option<Vec<Finding>> {
        let of_versions = |finding: &&Finding| Rule::named(finding.code).is_some_and(is_of_versions);
        let told = || self.findings.iter().filter(of_versions).cloned().collect();
        self.among_others.then(|| moved_along(told(), edits))
    }

    /// Goes on telling what was found of versions in other files, until they are compared again.
    pub fn keep_telling(&mut self, told: Vec<Finding>) {
        let findings = Arc::make_mut(&mut self.findings);
        findings.retain(|finding| !Rule::named(finding.code).is_some_and(is_of_versions));
        findings.extend(told);
        in_order(findings);
        self.among_others = true;
        self.differences = None;
    }
}

/// Findings moved along with edits, but for those of which a place was edited.
pub fn moved_along(mut findings: Vec<Finding>, edits: &[Replacement]) -> Vec<Finding> {
    for Replacement { range, length } in edits {
        findings.retain(|finding| !places(finding).any(|place| touches(place, range)));
        findings.iter_mut().for_each(|finding| shift(finding, range.end, length.wrapping_sub(range.len())));
    }
    findings
}

fn is_of_versions(rule: &Rule) -> bool {
    rule.group == RuleGroup::Versions
}

fn dependence(finding: &Finding) -> Option<DependsOn> {
    Rule::named(finding.code).map(|rule| rule.depends_on)
}

/// All places that a finding speaks of.
fn places(finding: &Finding) -> impl Iterator<Item = &Range<usize>> {
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| &edit.range);
    std::iter::once(&finding.range).chain(finding.related.iter().map(|related| &related.range)).chain(edits)
}

fn within(place: &Range<usize>, window: &Range<usize>) -> bool {
    window.start <= place.start && place.end <= window.end
}

fn touches(place: &Range<usize>, window: &Range<usize>) -> bool {
    place.start < window.end && window.start < place.end || (place.is_empty() && within(place, window))
}

/// Moves what stands at or behind byte `from` by `by`, which wraps.
fn shift(finding: &mut Finding, from: usize, by: usize) {
    let moved = |range: &mut Range<usize>| {
        if range.start >= from {
            *range = range.start.wrapping_add(by)..range.end.wrapping_add(by);
        }
    };
    moved(&mut finding.range);
    finding.related.iter_mut().for_each(|related| moved(&mut related.range));
    if let Some(fix) = &mut finding.fix {
        fix.edits.iter_mut().for_each(|edit| moved(&mut edit.range));
    }
}
