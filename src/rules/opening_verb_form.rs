//! # opening-verb-form
//!
//! ## What it says
//!
//! A preambular paragraph opens with a participle (`Recalling`), a numbered operative paragraph with a finite verb
//! (`Recalls`).
//!
//! ## Why
//!
//! The whole resolution is one sentence, whose subject is the organ: the preamble says in what situation it acts, the
//! operative part what it does. The form of the verb tells the one from the other.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalls its resolution 92/14,
//!
//! 1. Requesting the keepers to light the lamps.
//! ```
//!
//! `Recalling its resolution 92/14,` and `1. Requests the keepers to light the lamps.`
//!
//! ## Exceptions
//!
//! Chinese, whose verbs have one form. Annexes, and instruments that a paragraph quotes or adopts. `Acting under Chapter
//! VII of the Charter`. Openings that are no verbs.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Resolutions and other formal decisions of United Nations organs, part II.

use super::support::fix;
use super::support::openings::{OpenedParagraph, OpeningVerbs, begins_with};
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{ParagraphKind, TextEnding};
use crate::language::CompletionPhrases;

pub static RULE: Rule = Rule {
    code: "opening-verb-form",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("opening_verb_form.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "opening-verb-form":
    preambular_form(written: quote, right: quote) =
        "A preambular paragraph does not open with “{written}”. Write “{right}”.";
    operative_form(written: quote, right: quote) =
        "An operative paragraph does not open with “{written}”. Write “{right}”.";
    participle(word: quote, like: quote) =
        "An operative paragraph does not open with a participle like “{word}”. Write a verb of which the organ is the \
         subject, as in “{like}”.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let all = context.opened();
    for opened in all {
        findings.extend(known(context, opened).or_else(|| by_ending(context, opened, all)));
    }
}

/// A verb of the language's tables in the other part's form.
fn known(context: &RuleContext<'_>, opened: &OpenedParagraph<'_>) -> Option<Finding> {
    let verbs = OpeningVerbs::of(opened.language)?;
    let preambular = opened.paragraph.kind == ParagraphKind::Preambular;
    let (wrong, right) =
        if preambular { (&verbs.finite, &verbs.participles) } else { (&verbs.participles, &verbs.finite) };
    let text = opened.text();
    let modifier = modifier(text, opened);
    let verb = text.get(modifier.map_or(0, |(_, end)| end)..)?;
    // With its capital where it opens the paragraph: without, a line may go on.
    let cased = |form: &str| {
        let upper = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
        modifier.is_some() || upper(text) == upper(form)
    };
    let (form, len, other) = wrong.that_open(verb).find(|(form, ..)| cased(form))?;
    let either = opened
        .language
        .terms
        .verbs
        .either
        .iter()
        .any(|word| begins_with(verb, word).is_some() || begins_with(verb, form).is_some() && *word == form);
    if either || right.that_open(verb).next().is_some() || ends_otherwise(opened) {
        return None;
    }
    let mut other = CompletionPhrases::spoken(other, context.draft.organ);
    if let Some((usual, first)) = opened.language.writing.at_first.filter(|_| preambular && opened.is_first)
        && let Some(rest) = other.strip_prefix(usual)
    {
        other = format!("{first}{rest}");
    }
    // "Also recalls" in the preamble is "Recalling also", and the other way round.
    let again = opened.language.writing.again.iter().map(|word| word.trim());
    let moved = |words: &str, behind: bool| -> Option<String> {
        let rest = verb.get(len..)?;
        let behind = if behind {
            begins_with(rest.strip_prefix(' ')?, words).is_some()
        } else {
            modifier.is_some_and(|(word, _)| word.eq_ignore_ascii_case(words))
        };
        behind.then(|| words.to_owned())
    };
    let before_verb = opened.language.writing.operative.iter().any(|template| template.starts_with('+'));
    let start = modifier.map_or(0, |(_, end)| end);
    let (range, new) = match again.clone().find_map(|word| moved(word, !preambular)).filter(|_| before_verb) {
        Some(word) if preambular => (0..start + len, format!("{other} {word}")),
        Some(word) => {
            (start..start + len + 1 + word.len(), format!("{} {}", capital(&word, true), capital(&other, false)))
        }
        None if start > 0 => (start..start + len, capital(&other, false)),
        None => (0..len, other),
    };
    let written = text.get(range.clone())?;
    let message = if preambular { preambular_form(written, &new) } else { operative_form(written, &new) };
    let mut finding = context.finding(&RULE, opened.source(range.clone()), message);
    // Its number may still come.
    finding.defer_until = Some(DeferUntil::Paragraph);
    let edits = vec![Edit { range: opened.source(range), text: new.clone() }];
    finding.fix = Some(Fix { title: fix::write(new), certain: true, edits });
    Some(finding)
}

/// A word that is in no table, whose ending tells what it is: a participle where a numbered paragraph has a verb, in a
/// text whose other paragraphs do.
fn by_ending(context: &RuleContext<'_>, opened: &OpenedParagraph<'_>, all: &[OpenedParagraph<'_>]) -> Option<Finding> {
    let verbs = opened.language.terms.verbs;
    let (participle, finite) = verbs.endings?;
    if opened.paragraph.kind != ParagraphKind::Operative {
        return None;
    }
    let text = opened.text();
    let word = first_word(text);
    let known = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let is_participle =
        word.len() > participle.len() + 3 && word.ends_with(participle) && word.starts_with(char::is_uppercase);
    if !is_participle || known(verbs.not_verbs) || known(verbs.either) {
        return None;
    }
    let of_run = || {
        all.iter().filter(|other| {
            other.paragraph.kind == ParagraphKind::Operative && other.paragraph.run == opened.paragraph.run
        })
    };
    let finite = || of_run().map(|other| first_word(other.text())).filter(|word| word.ends_with(finite));
    if finite().count() * 2 < of_run().count() {
        return None;
    }
    let finding = context.finding(&RULE, opened.source(0..word.len()), self::participle(word, finite().next()?));
    Some(Finding { defer_until: Some(DeferUntil::Paragraph), ..finding })
}

/// Whether a preambular paragraph ends as none does: it is a line of something else.
fn ends_otherwise(opened: &OpenedParagraph<'_>) -> bool {
    opened.paragraph.kind == ParagraphKind::Preambular
        && opened.paragraph.label.is_none()
        && matches!(opened.ending, TextEnding::Stop | TextEnding::Open)
}

/// The word before the verb, and where the verb begins.
fn modifier<'a>(text: &'a str, opened: &OpenedParagraph<'_>) -> Option<(&'a str, usize)> {
    let modifiers = opened.language.reading.modifiers.iter();
    let len = modifiers.filter_map(|word| begins_with(text, word)).max()?;
    let rest = text.get(len..)?.strip_prefix(' ')?;
    Some((text.get(..len)?, text.len() - rest.len()))
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()
}

fn capital(word: &str, upper: bool) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter();
    let first: String =
        if upper { first.flat_map(char::to_uppercase).collect() } else { first.flat_map(char::to_lowercase).collect() };
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "opening-verb-form";

    #[test]
    fn in_english() {
        expect(
            RULE,
            "
The General Assembly,

Recalling its resolution 92/14,

Also recalls its resolution 92/15,
^^^^^^^^^^^^ A preambular paragraph does not open with “Also recalls”. Write “Recalling also”.

Urging all keepers to trim the wicks, and acting in the light of the Charter,

1. Requesting the keepers to light the lamps;
   ^^^^^^^^^^ An operative paragraph does not open with “Requesting”. Write “Requests”.

2. Noting also their work;
   ^^^^^^^^^^^ An operative paragraph does not open with “Noting also”. Write “Also notes”.

3. Decides to wait;

4. Illuminating the harbour;
   ^^^^^^^^^^^^ An operative paragraph does not open with a participle like “Illuminating”. Write a verb of which the organ is the subject, as in “Decides”.

5. During the winter, calls for oil;

6. Requests the keepers to report;

7. Urges all to wait;

8. Thanks the keepers;

9. Notes the storms;

10. Decides to meet again.

Annex

1. Recalling the keepers of old, we light the lamps.
",
        );
    }

    #[test]
    fn in_the_other_languages() {
        expect(
            RULE,
            "
L’Assemblée générale,

Rappelle sa résolution 92/14,
^^^^^^^^ A preambular paragraph does not open with “Rappelle”. Write “Rappelant”.

Considérant que les feux brûlent,

1. Priant les gardiens d’allumer les feux ;
   ^^^^^^ An operative paragraph does not open with “Priant”. Write “Prie”.

2. Décide d’attendre.
",
        );
        expect(
            RULE,
            "
La Asamblea General,

Reafirma su resolución 92/14,
^^^^^^^^ A preambular paragraph does not open with “Reafirma”. Write “Reafirmando”.

1. Solicitando a los fareros que enciendan las lámparas;
   ^^^^^^^^^^^ An operative paragraph does not open with “Solicitando”. Write “Solicita”.

2. Decide esperar.
",
        );
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на резолюцию 92/14,

приветствует труд смотрителей,
^^^^^^^^^^^^ A preambular paragraph does not open with “приветствует”. Write “приветствуя”.

1. подчеркивая важность ламп;
   ^^^^^^^^^^^ An operative paragraph does not open with “подчеркивая”. Write “подчеркивает”.

2. постановляет ждать.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

تشير إلى قرارها 92/14،
^^^^ A preambular paragraph does not open with “تشير”. Write “إذ تشير”.

وإذ ترحب بعمل الحراس،

1 - وإذ تطلب إضاءة المصابيح؛
    ^^^^^^^^ An operative paragraph does not open with “وإذ تطلب”. Write “تطلب”.

2 - تقرر الانتظار.
",
        );
        expect(
            RULE,
            "
大会，

回顾其第92/14号决议，

1. 回顾灯塔；

2. 决定等待。
",
        );
    }

    #[test]
    fn a_council_is_spoken_of_in_its_own_gender() {
        let draft = "Le Conseil de sécurité,\n\nEst conscient du danger,\n\n1. Prie les gardiens de veiller ;\n\n2. Décide d’attendre.\n";
        assert_eq!(fixed(RULE, draft), draft.replace("Est conscient", "Conscient"));
    }
}
