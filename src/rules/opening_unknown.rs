//! # opening-unknown
//!
//! ## What it says
//!
//! The word that a paragraph opens with is one of those that paragraphs open with, not a misspelling of one.
//!
//! ## Why
//!
//! The opening words are set in italics and read first.
//!
//! ## Example
//!
//! ```text
//! Recaling its resolution 92/14,
//! ```
//!
//! `Recalling its resolution 92/14,`
//!
//! ## Exceptions
//!
//! Words that no opening word is close to: names, numbers, the "We" of declarations. Chinese, whose words have too few
//! characters.
//!
//! ## Source
//!
//! The opening words of the adopted resolutions of the General Assembly.

use std::collections::HashMap;

use super::support::fix;
use super::support::openings::{OpenedParagraph, OpeningVerbs, both};
use super::support::running_text::{VariantPatterns, is_one_letter_off};
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::{Layout, ParagraphKind};
use crate::language::{Language, PerLanguage};
use crate::script::{is_accented_latin, is_arabic_vowel_sign};

pub static RULE: Rule = Rule {
    code: "opening-unknown",
    severity: Severity::Information,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("opening_unknown.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutWords],
};

crate::messages! {
    "opening-unknown":
    unknown(word: quote, right: quote) = "No paragraph opens with “{word}”. Did you mean “{right}”?";
}

/// How long an opening word is at least, in letters, whose misspelling is told from another word.
const WORD: usize = 6;

/// The first words of openings in a language, in small letters, and whether they are good in the preamble and in the
/// operative part.
#[derive(Debug)]
struct OpeningWords(HashMap<String, [bool; 2]>);

static WORDS: PerLanguage<OpeningWords> = PerLanguage::new(OpeningWords::of);
static HOUSE: PerLanguage<VariantPatterns> = PerLanguage::new(|language| VariantPatterns::of(language.terms.house));

impl OpeningWords {
    fn of(language: &'static Language) -> OpeningWords {
        let mut words: HashMap<String, [bool; 2]> = HashMap::new();
        let mut add = |opening: &str, part: [bool; 2]| {
            for word in opening.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
                let word = bare(word);
                // The "and" may be written onto it, or be left out where nothing stands before.
                let other = word.strip_prefix(language.naming.prefixes).map(str::to_owned);
                for word in other.into_iter().chain([word]) {
                    let known = words.entry(word).or_default();
                    *known = [known[0] || part[0], known[1] || part[1]];
                }
            }
        };
        let (reading, writing) = (language.reading, language.writing);
        for (openings, part) in [
            (reading.preambular_openings, [true, false]),
            (reading.operative_openings, [false, true]),
            (reading.modifiers, [true, true]),
        ] {
            openings.iter().for_each(|opening| add(opening, part));
        }
        for (templates, part) in [(writing.preambular, [true, false]), (writing.operative, [false, true])] {
            templates.iter().flat_map(|template| both(template)).for_each(|opening| add(&opening, part));
        }
        if let Some(verbs) = OpeningVerbs::of(language) {
            verbs.finite.all().for_each(|form| add(form, [false, true]));
            verbs.participles.all().for_each(|form| add(form, [true, false]));
        }
        language.terms.verbs.more.iter().for_each(|word| add(word, [true, true]));
        OpeningWords(words)
    }

    /// The only word of a part that another one is a misspelling of.
    fn meant(&self, word: &str, part: usize) -> Option<&str> {
        // Some converters write each letter with an accent twice, which is told of the whole text.
        if word.chars().zip(word.chars().skip(1)).any(|(c, next)| c == next && is_accented_latin(c)) {
            return None;
        }
        let first = word.chars().next();
        let mut near = self.0.iter().filter(|(known, parts)| {
            parts.get(part) == Some(&true)
                && known.chars().count() >= WORD
                && (known.chars().next() == first || known.chars().nth(1) == first)
                && is_one_letter_off(word, known)
        });
        let (meant, _) = near.next()?;
        near.next().is_none().then_some(meant.as_str())
    }
}

/// A word in small letters, without the vowel signs of Arabic.
fn bare(word: &str) -> String {
    word.chars().filter(|c| !is_arabic_vowel_sign(*c)).flat_map(char::to_lowercase).collect()
}

/// Whether most of the other paragraphs of a run open with no verb: `The income shall be credited …`.
fn speaks_without_verbs(context: &RuleContext<'_>, opened: &OpenedParagraph<'_>, words: &OpeningWords) -> bool {
    let (mut without, mut all) = (0, 0);
    for other in context.opened() {
        let paragraph = other.paragraph;
        if paragraph.kind != ParagraphKind::Operative
            || paragraph.run != opened.paragraph.run
            || paragraph.range == opened.paragraph.range
        {
            continue;
        }
        let first = other.text().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        all += 1;
        without += usize::from(!words.0.contains_key(&bare(first)));
    }
    all > 0 && 2 * without >= all
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for opened in context.opened().iter().filter(|opened| opened.language.naming.spaced) {
        let Some(words) = WORDS.of(opened.language) else { continue };
        let text = opened.text();
        let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        let word = text.get(..end).unwrap_or_default();
        let small = bare(word);
        if word.chars().count() + 1 < WORD || words.0.contains_key(&small) || end == text.len() {
            continue;
        }
        // Another spelling is no misspelling.
        let house = HOUSE.of(opened.language).map_or_else(Vec::new, |house| house.find(text, opened.language));
        if house.first().is_some_and(|wrong| wrong.range.start == 0) {
            continue;
        }
        let part = usize::from(opened.paragraph.kind == ParagraphKind::Operative);
        let Some(meant) = words.meant(&small, part) else { continue };
        if part == 1 && speaks_without_verbs(context, opened, words) {
            continue;
        }
        // A page loses letters by itself.
        if context.draft.layout == Layout::Page && word.chars().count() < meant.chars().count() {
            continue;
        }
        let upper = word.starts_with(char::is_uppercase);
        let mut letters = meant.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(|c| if upper { c.to_uppercase().collect::<Vec<_>>() } else { vec![c] })
            .collect();
        let right = first + letters.as_str();
        let range = opened.source(0..end);
        let mut finding = context.finding(&RULE, range.clone(), unknown(word, &right));
        finding.fix = Some(Fix { title: fix::write(&right), certain: false, edits: vec![Edit { range, text: right }] });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn misspelt() {
        expect(
            "opening-unknown",
            "
The General Assembly,

Recaling its resolution 92/14,
^^^^^^^^ No paragraph opens with “Recaling”. Did you mean “Recalling”?

Lighting the lamps each day,

1. Reqeusts the keepers to light the lamps;
   ^^^^^^^^ No paragraph opens with “Reqeusts”. Did you mean “Requests”?

2. Decides to wait.
",
        );
        expect(
            "opening-unknown",
            "
L’Assemblée générale,

Rappelant sa résolution 92/14,

Soulignnant l’importance des feux,
^^^^^^^^^^^ No paragraph opens with “Soulignnant”. Did you mean “Soulignant”?

1. Décide d’attendre.
",
        );
        expect(
            "opening-unknown",
            "
Генеральная Ассамблея,

сылаясь на резолюцию 92/14,
^^^^^^^ No paragraph opens with “сылаясь”. Did you mean “ссылаясь”?

1. постановляет ждать.
",
        );
    }
}
