//! # list-count
//!
//! ## What it says
//!
//! Where a paragraph announces how many things follow, so many are listed.
//!
//! ## Why
//!
//! When "the following three measures" are not three, one was added or taken out and the sentence forgotten, or one was
//! lost.
//!
//! ## Example
//!
//! ```text
//! 4. Decides on the following three measures:
//!
//! (a) Lamps;
//!
//! (b) Oil.
//! ```
//!
//! Two things are listed: they are two measures, or the third is missing.
//!
//! ## Exceptions
//!
//! "Two of the following". Lists without labels. Lists of which there are several under one paragraph.
//!
//! ## Source
//!
//! What is announced and what is listed agree in all resolutions of the General Assembly's seventy-seventh session.

use std::ops::Range;

use super::{DeferUntil, DependsOn, Finding, Related, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{LabelValue, Paragraph, ParagraphKind, TextEnding};
use crate::language::Language;
use crate::script::punctuation::{ARABIC_COMMA, is_full_stop, is_semicolon};

pub static RULE: Rule = Rule {
    code: "list-count",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("list_count.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "list-count":
    other_count(announced: number, listed: number) =
        "{announced, plural, one {{announced} thing is} other {{announced} things are}} announced, and {listed, plural, one \
         {{listed} is} other {{listed} are}} listed. Change the number, or the list.";
    ends_here() = "The list ends here.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    for (i, pair) in draft.paragraphs.windows(2).enumerate() {
        let [_, first] = pair else { continue };
        // Most paragraphs have no list.
        if first.kind != ParagraphKind::Sub || first.parent != Some(i) {
            continue;
        }
        let Some(passage) = draft.passages_of(i).last().filter(|passage| passage.ending == TextEnding::Colon) else {
            continue;
        };
        let Some((last, listed)) = items(&draft.paragraphs, i) else { continue };
        let flow = passage.running(context.text);
        let language = draft.language_at(passage.range.start);
        let Some((announced, place)) = announced(&flow.text, language) else { continue };
        if announced == listed {
            continue;
        }
        let mut finding = context.finding(&RULE, flow.source(place), other_count(announced, listed));
        finding.related = vec![Related { range: last, message: ends_here() }];
        finding.defer_until = Some(DeferUntil::Document);
        findings.push(finding);
    }
}

/// The items of the list under a paragraph: the label of the last one, and how many there are. `None` where there are
/// several lists, or labels that take no place in the count.
fn items(paragraphs: &[Paragraph], head: usize) -> Option<(Range<usize>, usize)> {
    let level = paragraphs.get(head + 1)?.level;
    let under = paragraphs.get(head + 1..)?.iter().take_while(|p| p.kind == ParagraphKind::Sub && p.level >= level);
    let (mut count, mut last) = (0, None);
    for item in under.filter(|item| item.level == level) {
        let label = item.label.as_ref().filter(|label| !label.uncounted)?;
        count += 1;
        // A letter too many or too few has a rule of its own.
        match label.value {
            LabelValue::Letter(n) | LabelValue::Roman(n) if usize::try_from(n) == Ok(count) => {}
            _ => return None,
        }
        last = Some(label.range.clone());
    }
    Some((last?, count))
}

/// How many things a sentence announces with its colon, and where it says so.
fn announced(text: &str, language: &Language) -> Option<(usize, Range<usize>)> {
    let counting = language.counting;
    // The clause before the colon.
    let from = text.rfind(|c| is_full_stop(c) || is_semicolon(c)).map_or(0, |at| at + 1);
    let clause = text.get(from..).unwrap_or(text);
    if counting.reach == (0, 0) {
        return counting.following.iter().find_map(|following| {
            let at = from + clause.rfind(following)? + following.len();
            let rest = text.get(at..)?;
            let (number, len) = leading_number(rest, counting.numbers)?;
            rest.get(len..)?.starts_with(counting.classifiers).then_some((number, at..at + len))
        });
    }
    let lower: Vec<(Range<usize>, String)> = words(clause, from).map(|(at, word)| (at, word.to_lowercase())).collect();
    let at = lower.iter().rposition(|(_, word)| counting.following.contains(&word.as_str()))?;
    // What is announced stands near the colon.
    if lower.len() - at > 12 {
        return None;
    }
    let (before, behind) = counting.reach;
    let near = at.saturating_sub(before)..(at + behind + 1).min(lower.len());
    let mut found = near.filter_map(|i| {
        let (place, word) = lower.get(i)?;
        let (number, len) = leading_number(word, counting.numbers)?;
        let of = lower.get(i + 1).is_some_and(|(_, next)| counting.of.contains(&next.as_str()));
        (len == word.len() && !of).then(|| (number, place.clone()))
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// The words of a clause with their places, `from` bytes further on.
fn words(clause: &str, from: usize) -> impl Iterator<Item = (Range<usize>, &str)> {
    let parted =
        |c: char| c.is_whitespace() || matches!(c, ',' | ':' | ARABIC_COMMA | '(' | ')' | '“' | '”' | '«' | '»' | '’');
    clause.split(parted).filter(|word| !word.is_empty()).map(move |word| {
        let at = from + (word.as_ptr() as usize - clause.as_ptr() as usize);
        (at..at + word.len(), word)
    })
}

/// The number at the beginning of a text, in figures or as a word, and its length.
fn leading_number(text: &str, numbers: &[(&str, usize)]) -> Option<(usize, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let number = text.get(..digits)?.parse().ok()?;
        return (2..40).contains(&number).then_some((number, digits));
    }
    let words = numbers.iter().filter(|(word, _)| text.starts_with(word));
    words.max_by_key(|(word, _)| word.len()).map(|(word, number)| (*number, word.len()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "list-count";

    #[test]
    fn more_and_less_than_announced() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the night,

1. Decides on the following three measures:
                            ^^^^^ 3 things are announced, and 2 are listed. Change the number, or the list.

(a) Lamps;

(b) Oil;

2. Requests the following 2 things of the keepers:
                          ^ 2 things are announced, and 3 are listed. Change the number, or the list.

(a) Light;

(b) Warmth;

(c) Bread.
",
        );
    }

    #[test]
    fn in_five_other_languages() {
        let says = "3 things are announced, and 2 are listed. Change the number, or the list.";
        for draft in [
            "L’Assemblée générale,\n\n1. Décide des trois mesures suivantes :\n              ^^^^^ #\n\na) Lampes ;\n\nb) Huile.\n",
            "La Asamblea General,\n\n1. Decide las tres medidas siguientes:\n              ^^^^ #\n\na) Lámparas;\n\nb) Aceite.\n",
            "Генеральная Ассамблея,\n\n1. утверждает следующие три меры:\n                        ^^^ #\n\na) лампы;\n\nb) масло.\n",
            "إن الجمعية العامة،\n\n1 - تقرر التدابير الثلاثة التالية:\n                  ^^^^^^^ #\n\n(أ) المصابيح؛\n\n(ب) الزيت.\n",
            "大会，\n\n1. 决定采取以下三项措施：\n         ^ #\n\n(a) 灯；\n\n(b) 油。\n",
        ] {
            expect(RULE, &draft.replace('#', says));
        }
    }

    #[test]
    fn what_agrees_and_what_announces_nothing() {
        expect(
            RULE,
            "
The General Assembly,

1. Decides on the following two measures:

(a) Lamps:

(i) New ones;

(ii) Old ones;

(iii) Others;

(b) Oil;

2. Requests two of the following:

(a) Light;

(b) Warmth;

(c) Bread;

3. Recalls its 2037 decision on the following:

(a) Ships.
",
        );
        expect(
            RULE,
            "\nL’Assemblée générale,\n\n1. Prie deux des gardiens suivants :\n\na) Le premier ;\n\nb) Le deuxième ;\n\nc) Le troisième.\n",
        );
    }
}
