//! # title-consistency
//!
//! ## What it says
//!
//! A title that the draft quotes for an instrument twice reads the same both times.
//!
//! ## Why
//!
//! A quotation is word for word. Of two that differ, one is wrong.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 92/14, entitled “Dark and quiet skies for science and society”,
//!
//! 1. Reaffirms its resolution 92/14, entitled “Dark and quiet skies for science and people”;
//! ```
//!
//! ## Exceptions
//!
//! Quotation marks, punctuation, spaces, hyphens and capitals may be others, and so may the endings of words and the
//! articles before them, which sentences change. A title may be quoted in part. Quotations that have little in common: an
//! annex or an agenda item is quoted. Titles that your library knows are told by [citation-title](citation-title).
//!
//! ## Source
//!
//! United Nations Editorial Manual, quotations: titles are quoted as they read.

use std::collections::BTreeMap;

use super::citation_title::{alike, compared};
use super::{DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{Citation, CitationKind};
use crate::language::Language;
use crate::symbol::Symbol;

pub static RULE: Rule = Rule {
    code: "title-consistency",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("title_consistency.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "title-consistency":
    quoted_otherwise(symbol: symbol, first: quote) =
        "The title of “{symbol}” reads “{first}” where the draft quotes it first. Quote it the same way.";
    quoted_here(symbol: symbol) = "The title of “{symbol}” is quoted here.";
}

/// The letters by which the ending of a word may differ.
const ENDING: usize = 3;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<(usize, &Symbol), &Citation> = BTreeMap::new();
    for citation in &context.draft.citations {
        let Some((title, place)) = &citation.title else { continue };
        if citation.kind == CitationKind::Document || citation.in_masthead {
            continue;
        }
        let part = context.draft.part_at(place.start);
        let Some(before) = first.get(&(part, &citation.symbol)) else {
            first.insert((part, &citation.symbol), citation);
            continue;
        };
        let Some((other, other_place)) = &before.title else { continue };
        let language = context.draft.language_at(place.start);
        if same(title, other, language) || !context.knowledge.titles(&citation.symbol, language).is_empty() {
            continue;
        }
        let number = citation.symbol.short();
        let mut finding = context.finding(&RULE, place.clone(), quoted_otherwise(&*number, other));
        finding.related = vec![Related { range: other_place.clone(), message: quoted_here(number) }];
        findings.push(finding);
    }
}

/// Whether two quotations may be of one title as it reads, or have too little in common to be of one.
fn same(one: &str, other: &str, language: &Language) -> bool {
    let (one, other) = (compared(one), compared(other));
    if one.contains(&other) || other.contains(&one) || !alike(&one, &other) {
        return true;
    }
    if !language.naming.spaced {
        return false;
    }
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    one.len() == other.len() && one.iter().zip(&other).all(|(one, other)| is_inflected(one, other, language))
}

/// Whether two words are one in two of its forms, in a language that has them.
fn is_inflected(one: &str, other: &str, language: &Language) -> bool {
    if one == other {
        return true;
    }
    let naming = language.naming;
    if naming.and.is_empty() && naming.prefixes.is_empty() {
        return false;
    }
    let bare = |word: &str| -> Vec<char> {
        let word = word.trim_start_matches(naming.prefixes);
        let articles = language.glued_words.iter().map(|article| article.trim());
        let article = articles.filter(|article| !article.is_empty()).find_map(|article| word.strip_prefix(article));
        article.unwrap_or(word).chars().collect()
    };
    let (one, other) = (bare(one), bare(other));
    let common = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    common >= ENDING && one.len() - common <= ENDING && other.len() - common <= ENDING
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn two_titles_of_one_resolution() {
        expect(
            "title-consistency",
            "
The General Assembly,

Recalling its resolution 92/14, entitled “Dark and quiet skies for science and society”,

Recalling also its resolution 92/14, entitled “Dark and Quiet Skies for science and society”, and its resolution 92/14, entitled “Dark and quiet skies”,

1. Reaffirms its resolution 92/14, entitled “Dark and quiet skies for science and people”, and 92/14, entitled “Promotion of tourism”.
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The title of “92/14” reads “Dark and quiet skies for science and society” where the draft quotes it first. Quote it the same way.
",
        );
    }

    #[test]
    fn in_other_languages() {
        expect("title-consistency", "
Генеральная Ассамблея,

ссылаясь на свою резолюцию 92/14, озаглавленную «Темное и тихое небо для науки и общества»,

ссылаясь также на свою резолюцию 92/14, озаглавленную «Темному и тихому небу для науки и общества»,

1. подтверждает свою резолюцию 92/14, озаглавленную «Темное и чистое небо для науки и общества».
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The title of “92/14” reads “Темное и тихое небо для науки и общества” where the draft quotes it first. Quote it the same way.
");
        expect("title-consistency", "
大会，

回顾其题为“科学与社会的黑暗安静天空”的第92/14号决议，

1. 重申其题为“科学与人民的黑暗安静天空”的第92/14号决议。
         ^^^^^^^^^^^^ The title of “92/14” reads “科学与社会的黑暗安静天空” where the draft quotes it first. Quote it the same way.
");
        expect("title-consistency", "
L’Assemblée générale,

Rappelant sa résolution 92/14, intitulée « Ciel sombre et calme au service de la science »,

1. Réaffirme sa résolution 92/14, intitulée « Ciel noir et calme au service de la science ».
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The title of “92/14” reads “Ciel sombre et calme au service de la science” where the draft quotes it first. Quote it the same way.
");
        expect("title-consistency", "
La Asamblea General,

Recordando su resolución 92/14, titulada “Cielos oscuros y tranquilos para la ciencia”,

1. Reafirma su resolución 92/14, titulada “Cielos negros y tranquilos para la ciencia”.
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The title of “92/14” reads “Cielos oscuros y tranquilos para la ciencia” where the draft quotes it first. Quote it the same way.
");
        expect("title-consistency", "
إن الجمعية العامة،

إذ تشير إلى قرارها 92/14 المعنون ”السماء المظلمة والهادئة للعلم والمجتمع“،

1 - تؤكد قرارها 92/14 المعنون ”السماء الصافية والهادئة للعلم والمجتمع“.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The title of “92/14” reads “السماء المظلمة والهادئة للعلم والمجتمع” where the draft quotes it first. Quote it the same way.
");
    }
}
