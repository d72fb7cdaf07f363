//! # term-consistency
//!
//! ## What it says
//!
//! A name, or a compound, has one form throughout a draft.
//!
//! ## Why
//!
//! Two forms make the reader ask whether two things are meant.
//!
//! ## Example
//!
//! ```text
//! Recalling the Charter of the United Nations, and counter-terrorism in the light of the United Nations Charter,
//! ```
//!
//! The Charter of the United Nations, both times.
//!
//! ## Exceptions
//!
//! Quotations, notes and headings; short forms after the whole name. Where the forms are as frequent, the first counts.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Spelling; the adopted resolutions of the General Assembly.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::support::fix;
use super::support::running_text::{QuotationTracker, edit, is_whole};
use super::{DependsOn, Edit, Finding, Fix, Related, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::Layout;
use crate::language::{Language, PerLanguage};

pub static RULE: Rule = Rule {
    code: "term-consistency",
    severity: Severity::Information,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: page_of!("term_consistency.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutWords],
};

crate::messages! {
    "term-consistency":
    written_otherwise(form: quote, usual: quote) =
        "“{form}” is written “{usual}” elsewhere in this draft. Write it in one way.";
    written_here(form: quote) = "It is “{form}” here.";
}

/// The forms of names of a language: each with the name that it is a form of.
#[derive(Debug)]
struct NameVariants {
    found: Option<AhoCorasick>,
    of: Vec<(usize, &'static str)>,
}

static FORMS: PerLanguage<NameVariants> = PerLanguage::new(|language| {
    let of: Vec<(usize, &str)> = language
        .terms
        .forms
        .iter()
        .enumerate()
        .flat_map(|(name, forms)| forms.iter().map(move |form| (name, *form)))
        .collect();
    let found = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(of.iter().map(|(_, form)| *form));
    NameVariants { found: found.ok(), of }
});

/// One use of a form.
#[derive(Debug)]
struct TermUse {
    form: String,
    range: Range<usize>,
    /// What makes it another form.
    edits: Vec<(String, Edit)>,
}

/// What is one thing, in one part of the draft: a name of a language's table, or a compound without its hyphen.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum TermKey {
    Name(usize, usize),
    Compound(usize, String),
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut uses: BTreeMap<TermKey, Vec<TermUse>> = BTreeMap::new();
    let hyphened = compounds(context);
    for said in context.passage_texts() {
        if !said.is_paragraph() {
            continue;
        }
        let (text, language) = (said.text(), said.language);
        let part = context.draft.part_at(said.source(0..0).start);
        let mut quotations = QuotationTracker::of(text);
        let mut add = |thing: TermKey, range: Range<usize>, others: Vec<String>| {
            if !is_whole(text, &range, language) || quotations.hold(range.start) {
                return;
            }
            let form = text.get(range.clone()).unwrap_or_default().to_owned();
            let edits = others.into_iter().map(|other| (other.clone(), edit(said, &range, &other))).collect();
            uses.entry(thing).or_default().push(TermUse { form, range: said.source(range), edits });
        };
        if let Some(forms) = FORMS.of(language)
            && let Some(found) = &forms.found
        {
            for hit in found.find_iter(text) {
                let Some((name, form)) = forms.of.get(hit.pattern().as_usize()) else { continue };
                let others = language.terms.forms.get(*name).copied().unwrap_or_default();
                let others = others.iter().filter(|other| *other != form).map(|other| (*other).to_owned());
                add(TermKey::Name(part, *name), hit.range(), others.collect());
            }
        }
        // A page breaks words, with a hyphen and without it.
        for (range, word) in words(text, language).filter(|_| !hyphened.is_empty()) {
            let joined = if word.contains('-') { Cow::Owned(word.replace('-', "")) } else { Cow::Borrowed(word) };
            if let Some(at) =
                hyphened.get(joined.as_ref()).filter(|_| !is_broken(context.text, &said.source(range.clone())))
            {
                let other = if word.contains('-') { joined.to_string() } else { hyphen(word, *at) };
                add(TermKey::Compound(part, joined.into_owned()), range, vec![other]);
            }
        }
    }
    for uses in uses.values() {
        inconsistent(context, uses, findings);
    }
}

/// Reports the uses of a thing's rarer forms.
fn inconsistent(context: &RuleContext<'_>, uses: &[TermUse], findings: &mut Vec<Finding>) {
    // Capital letters make no other form.
    let forms: Vec<String> = uses.iter().map(|used| used.form.to_lowercase()).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for form in &forms {
        *counts.entry(form).or_default() += 1;
    }
    // Of those that are as frequent the first.
    let frequency = |(_, form): &(&TermUse, &String)| counts.get(form.as_str()).copied();
    let Some((usual, usual_form)) = uses.iter().zip(&forms).rev().max_by_key(frequency) else { return };
    for (used, _) in uses.iter().zip(&forms).filter(|(_, form)| *form != usual_form) {
        let message = written_otherwise(&used.form, &usual.form);
        let mut finding = context.finding(&RULE, used.range.clone(), message);
        finding.related = vec![Related { range: usual.range.clone(), message: written_here(&usual.form) }];
        let mend = used.edits.iter().find(|(other, _)| other.to_lowercase() == *usual_form);
        finding.fix =
            mend.map(|(other, edit)| Fix { title: fix::write(other), certain: false, edits: vec![edit.clone()] });
        findings.push(finding);
    }
}

/// The compounds that stand in a draft with a hyphen, without it in small letters, and where it is.
fn compounds(context: &RuleContext<'_>) -> HashMap<String, usize> {
    let mut compounds = HashMap::new();
    if context.draft.layout == Layout::Page {
        return compounds;
    }
    for said in context.passage_texts() {
        if !said.is_paragraph() || !said.text().contains('-') {
            continue;
        }
        for (range, word) in words(said.text(), said.language).filter(|(_, word)| word.contains('-')) {
            if is_broken(context.text, &said.source(range)) {
                continue;
            }
            let at = word.find('-').unwrap_or(0);
            compounds.entry(word.replace('-', "")).or_insert(at);
        }
    }
    compounds
}

/// Whether a line ends in a word.
fn is_broken(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_none_or(|word| word.contains(['\n', '\r']))
}

fn hyphen(word: &str, at: usize) -> String {
    match (word.get(..at), word.get(at..)) {
        (Some(before), Some(behind)) => format!("{before}-{behind}"),
        _ => word.to_owned(),
    }
}

/// The words of a text that can be compounds: small letters, with one hyphen at the most. A capital makes a name.
fn words<'a>(text: &'a str, language: &Language) -> impl Iterator<Item = (Range<usize>, &'a str)> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '/' | '.');
    let spaced = language.naming.spaced;
    let mut at = 0;
    text.split(move |c: char| !inside(c)).filter_map(move |word| {
        let start = at;
        at += word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let word = word.trim_end_matches('.');
        let compound = match word.split_once('-') {
            None => word.len() >= 6,
            Some((a, b)) => a.chars().count() >= 2 && b.chars().count() >= 3 && !b.contains('-'),
        };
        let good = spaced && compound && word.chars().all(|c| c == '-' || c.is_lowercase());
        good.then_some((start..start + word.len(), word))
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "term-consistency";

    #[test]
    fn in_english() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the Charter of the United Nations, the counter-flood work and the lamp-posts,

Guided by the Charter of the United Nations, and by the words “the United Nations Charter”,

1. Decides, in the light of the United Nations Charter, to go on with its counterflood work;
                                ^^^^^^^^^^^^^^^^^^^^^^ “United Nations Charter” is written “Charter of the United Nations” elsewhere in this draft. Write it in one way.
                                                                          ^^^^^^^^^^^^ “counterflood” is written “counter-flood” elsewhere in this draft. Write it in one way.

2. Requests that the counter-flood work begin.
",
        );
    }

    #[test]
    fn in_other_languages() {
        expect(
            RULE,
            "
大会，

回顾《世界人权宣言》，

1. 重申《世界人权宣言》；

2. 强调《普遍人权宣言》。
      ^^^^^^ “普遍人权宣言” is written “世界人权宣言” elsewhere in this draft. Write it in one way.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на Устав Организации Объединенных Наций,

1. подтверждает Устав Организации Объединенных Наций и Устав ООН.
                                                       ^^^^^^^^^ “Устав ООН” is written “Устав Организации Объединенных Наций” elsewhere in this draft. Write it in one way.
",
        );
    }
}
