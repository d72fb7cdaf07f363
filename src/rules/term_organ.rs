//! # term-organ
//!
//! ## What it says
//!
//! Organs, offices and organizations of the United Nations have their official names, letter by letter.
//!
//! ## Why
//!
//! A name in two forms makes the reader ask whether two bodies are meant, and a search finds only one of them.
//!
//! ## Example
//!
//! ```text
//! 2. Invites the Economic & Social Council and the General Asembly to consider the lamps;
//! ```
//!
//! They are the Economic and Social Council and the General Assembly. In Chinese the Council is 经济及社会理事会, never
//! 经济和社会理事会.
//!
//! ## Exceptions
//!
//! Quotations, bodies of single States (`National Security Council`), short forms (`安理会`), and the name
//! 经济暨社会理事会, which was official once.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Spelling and names of organs; the names in the adopted resolutions of the General
//! Assembly in its six official languages.

use std::collections::BTreeSet;
use std::ops::Range;

use super::support::fix;
use super::support::official_names::{AnchorStretch, OfficialNames};
use super::support::prefilter::Prefilter;
use super::support::running_text::{QuotationTracker, VariantPatterns, WordingFault, edit, without_overlap};
use super::{DependsOn, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::{Layout, PassageOf};
use crate::language::{Language, PerLanguage};

pub static RULE: Rule = Rule {
    code: "term-organ",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("term_organ.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutWords],
};

crate::messages! {
    "term-organ":
    not_official(words: quote, right: quote) = "“{words}” is not the official name. Write “{right}”.";
}

/// The official names of a language, and how they are written otherwise.
#[derive(Debug)]
struct OrganNames {
    names: Option<&'static OfficialNames>,
    variants: VariantPatterns,
    sieve: Prefilter<NameCandidate>,
    /// Whether the sieve has all variants.
    is_whole: bool,
}

/// What may be wrong where something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NameCandidate {
    Name(AnchorStretch),
    Variant(usize),
}

static ORGANS: PerLanguage<OrganNames> = PerLanguage::new(OrganNames::of);

impl OrganNames {
    fn of(language: &'static Language) -> OrganNames {
        let (names, variants) = (OfficialNames::of(language), VariantPatterns::of(language.terms.variants));
        let sieved = variants.stretches(language.terms.names);
        let is_whole = sieved.is_some();
        let variant = |(stretch, index)| (stretch, NameCandidate::Variant(index));
        let name = |(stretch, anchored)| (stretch, NameCandidate::Name(anchored));
        let named = names.map(OfficialNames::stretches).unwrap_or_default().into_iter().map(name);
        let sieve = Prefilter::of(sieved.unwrap_or_default().into_iter().map(variant).chain(named));
        OrganNames { names, variants, sieve, is_whole }
    }

    /// Where a text has a name in another way.
    fn find(&self, text: &str, language: &Language, layout: Layout) -> Vec<WordingFault> {
        let mut wrong = Vec::new();
        let mut variants = BTreeSet::new();
        for (at, sought) in self.sieve.find_iter(text.as_bytes()) {
            match sought {
                NameCandidate::Variant(index) => {
                    variants.insert(index);
                }
                NameCandidate::Name(anchored) => {
                    if let Some(names) = self.names {
                        names.look((at, anchored), text, (language, layout), &mut wrong);
                    }
                }
            }
        }
        let mut found = if self.is_whole {
            self.variants.find_those(variants.into_iter(), text, language)
        } else {
            self.variants.find(text, language)
        };
        found.append(&mut wrong);
        found
    }
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let layout = context.draft.layout;
    // The letter of a table's note may be written onto a name.
    for said in context.passage_texts().iter().filter(|said| said.of != Some(PassageOf::Aside)) {
        let (text, language) = (said.text(), said.language);
        let found = ORGANS.of(language).map_or_else(Vec::new, |organs| organs.find(text, language, layout));
        if found.is_empty() {
            continue;
        }
        let all = found.clone();
        let mut quotations = QuotationTracker::of(text);
        for wrong in without_overlap(found) {
            if quotations.hold(wrong.range.start) || is_another(text, &wrong.range, language) {
                continue;
            }
            let words = text.get(wrong.range.clone()).unwrap_or_default();
            let message = not_official(words, &wrong.right);
            let mut finding = context.finding(&RULE, said.source(wrong.range.clone()), message);
            // Where names are declined it may be another form.
            let certain = !all.iter().any(|other| other.range == wrong.range && other.right != wrong.right);
            let edits = vec![edit(said, &wrong.range, &wrong.right)];
            finding.fix = Some(Fix { title: fix::write(&wrong.right), certain, edits });
            findings.push(finding);
        }
    }
}

/// Whether a range is part of a name that only looks like one of the official ones.
fn is_another(text: &str, range: &Range<usize>, language: &Language) -> bool {
    language.terms.other_names.iter().any(|name| {
        let at = range.start.saturating_sub(name.len());
        memchr::memmem::find_iter(text.as_bytes().get(at..).unwrap_or_default(), name.as_bytes())
            .any(|found| at + found < range.end && range.start < at + found + name.len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "term-organ";

    #[test]
    fn all_that_is_sought_goes_through_the_sieve() {
        for language in crate::language::ALL {
            assert!(super::ORGANS.of(language).unwrap().is_whole, "{}", language.code);
        }
    }

    #[test]
    fn in_english() {
        expect(
            RULE,
            "
Work of the Security Counsel
            ^^^^^^^^^^^^^^^^ “Security Counsel” is not the official name. Write “Security Council”.

The General Assembly,

Recalling the reports of the Economic & Social Council and of the General Asembly’s committees,
                             ^^^^^^^^^^^^^^^^^^^^^^^^^ “Economic & Social Council” is not the official name. Write “Economic and Social Council”.
                                                                  ^^^^^^^^^^^^^^^ “General Asembly” is not the official name. Write “General Assembly”.

Noting the National Security council of Marit, the general assemblies of the keepers and the words “the Security council”,

1. Requests the Security Council and the Economic and Social Council to light the lamps.¹

_______________
¹ See the report of the Human Right Council.
                        ^^^^^^^^^^^^^^^^^^^ “Human Right Council” is not the official name. Write “Human Rights Council”.
",
        );
    }

    #[test]
    fn in_chinese() {
        expect(
            RULE,
            "
大会，

回顾经济和社会理事会第92/14号决议和安理会第1325(2000)号决议，
  ^^^^^^^^ “经济和社会理事会” is not the official name. Write “经济及社会理事会”.

又回顾经济暨社会理事会的决议和国际经济社会理事会及类似机构协会，

1. 请联合国毒品和犯罪间题办公室向“经济和社会理事会”提出报告；
    ^^^^^^^^^^^^^ “联合国毒品和犯罪间题办公室” is not the official name. Write “联合国毒品和犯罪问题办公室”.

2. 决定请经济及社会理事会审议灯塔。
",
        );
    }

    #[test]
    fn in_the_other_languages() {
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelant les résolutions du Conseil de Sécurité et du Conseil économique et social,
                             ^^^^^^^^^^^^^^^^^^^ “Conseil de Sécurité” is not the official name. Write “Conseil de sécurité”.

Sachant ce que font les fonds et programmes des Nations Unies pour le développement,

1. Prie l’Assemblée Générale d’allumer les feux.
          ^^^^^^^^^^^^^^^^^^ “Assemblée Générale” is not the official name. Write “Assemblée générale”.
",
        );
        expect(
            RULE,
            "
La Asamblea General,

Recordando las resoluciones del Consejo Económico y social y del Consejo de Seguridad,
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ “Consejo Económico y social” is not the official name. Write “Consejo Económico y Social”.

1. Solicita a la Asamblea Genral que encienda las lámparas.
                 ^^^^^^^^^^^^^^^ “Asamblea Genral” is not the official name. Write “Asamblea General”.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на резолюции Совета безопасности и Экономического и Социального Совета,
                      ^^^^^^^^^^^^^^^^^^^ “Совета безопасности” is not the official name. Write “Совета Безопасности”.

1. просит Совет по Правам человека зажечь лампы.
          ^^^^^^^^^^^^^^^^^^^^^^^^ “Совет по Правам человека” is not the official name. Write “Совет по правам человека”.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى قرارات مجلس الامن والجمعيه العامة،
                   ^^^^^^^^^^ “مجلس الامن” is not the official name. Write “مجلس الأمن”.
                               ^^^^^^^^^^^^^^ “الجمعيه العامة” is not the official name. Write “الجمعية العامة”.

1 - تطلب إلى المجلس الاجتماعي والاقتصادي إضاءة المصابيح.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ “المجلس الاجتماعي والاقتصادي” is not the official name. Write “المجلس الاقتصادي والاجتماعي”.
",
        );
    }

    #[test]
    fn a_name_that_a_line_break_parts_is_mended_where_it_is_wrong() {
        let draft = |name: &str| {
            format!(
                "The General Assembly,\n\nRecalling the work that the keepers of the lamps have done for many\nyears in \
                 all harbours of the islands, and the help that the {name} has given them in those years, while\nthe \
                 storms were many and the lamps were few and far between,\n\n1. Requests the keepers to light all lamps \
                 of the harbours and of the\nislands before the dusk of each day of the year, and to trim them;\n\n2. \
                 Decides to consider the lamps again when the keepers have told it\nwhat they have seen.\n"
            )
        };
        let wrapped = draft("Economic\nadn Social Council");
        assert_eq!(fixed(RULE, &wrapped), draft("Economic\nand Social Council"));
    }
}
