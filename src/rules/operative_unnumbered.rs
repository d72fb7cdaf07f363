//! # operative-unnumbered
//!
//! ## What it says
//!
//! Where a resolution has several operative paragraphs, all of them are numbered.
//!
//! ## Why
//!
//! A paragraph without a number can't be cited, and the numbers after it may be wrong.
//!
//! Where no paragraph has its number, a
//! converter has left them out:
//! [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md) tells which ones keep them.
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights,
//!
//! 1. Decides to keep the lamps of the harbour alight;
//!
//! Requests the keepers to report on their work;
//!
//! 3. Decides to remain awake.
//! ```
//!
//! The second paragraph is 2.
//!
//! ## Exceptions
//!
//! The only operative paragraph, and resolutions from before 1970, when many had no numbers. What introduces an embedded text, declarations, lists without labels, tables and
//! annexes.
//!
//! ## Source
//!
//! Akoma Ntoso for the United Nations, Modelling of General Assembly resolutions; counted in the resolutions of the
//! General Assembly's sessions 74 to 80.

use super::support::fix;
use super::support::section_context::{SectionContext, section_contexts};
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::line_kind::{opens_operative, opens_preambular};
use crate::draft::{LabelValue, Paragraph, ParagraphKind, TextEnding};

pub static RULE: Rule = Rule {
    code: "operative-unnumbered",
    severity: Severity::Error,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("operative_unnumbered.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "operative-unnumbered":
    unnumbered(due: number) = "This operative paragraph has no number. Number it {due}.";
    unnumbered_before_others(due: number) =
        "This operative paragraph has no number. Number it {due}, and those after it accordingly.";
    none_numbered(count: number) =
        "None of the {count} operative paragraphs has a number. A converter may have lost Word's automatic numbers: have \
         the Word document itself (.docx) checked, or number the paragraphs here.";
}

/// From this year on resolutions are numbered throughout; before, many were adopted without numbers.
const FIRST_NUMBERED: u16 = 1970;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let draft = context.draft;
    let section_contexts = section_contexts(context.text, draft);
    let operative: Vec<(usize, &Paragraph, &SectionContext)> = draft
        .paragraphs
        .iter()
        .zip(&section_contexts)
        .enumerate()
        .filter(|(_, (paragraph, here))| paragraph.kind == ParagraphKind::Operative && here.led && !here.annexed)
        .map(|(i, (paragraph, here))| (i, paragraph, here))
        .collect();
    // Those in stretches where none has a number.
    let mut all_without: Vec<(usize, usize)> = Vec::new();
    for zone in operative.chunk_by(|(_, _, a), (_, _, b)| a.zone == b.zone) {
        for ((i, paragraph, _), (numbered_before, after)) in zone.iter().zip(numbered_around(zone)) {
            if paragraph.label.is_some() || !asks_for_number(context, *i) {
                continue;
            }
            let before = numbered_before.map(|(n, _)| n);
            if before.is_none() && after.is_none() {
                all_without.push((*i, paragraph.range.start));
                continue;
            }
            let due = before.unwrap_or(0) + 1;
            let taken = after.as_ref().is_some_and(|(after, _)| *after <= due);
            let like = after.or(numbered_before);
            let message = if taken { unnumbered_before_others(due) } else { unnumbered(due) };
            let start = paragraph.range.start;
            let word = start..start + first_word(context.text, start);
            let mut finding = context.finding(&RULE, word, message);
            finding.defer_until = Some(DeferUntil::Paragraph);
            if let Some((other, label)) = like.filter(|_| !taken) {
                let label = label.replacen(&other.to_string(), &due.to_string(), 1);
                finding.fix = Some(Fix {
                    title: fix::number_it(due.to_string()),
                    certain: true,
                    edits: vec![Edit { range: start..start, text: format!("{label} ") }],
                });
            }
            findings.push(finding);
        }
    }
    // Once nobody numbered them.
    if context.latest().is_some_and(|latest| latest.year < FIRST_NUMBERED) {
        return;
    }
    // Each language version in a file is numbered by itself.
    for part in 0..draft.parts.len() {
        let of_part = |start: usize| draft.part_at(start) == part;
        let mut paragraphs = operative.iter().map(|(_, paragraph, _)| paragraph).filter(|it| of_part(it.range.start));
        let count = paragraphs.clone().count();
        let numbered = paragraphs.any(|paragraph| paragraph.label.is_some());
        let mut without = all_without.iter().map(|(_, start)| *start).filter(|start| of_part(*start));
        if let (Some(start), Some(_), false) = (without.next(), without.next(), numbered) {
            let word = start..start + first_word(context.text, start);
            let mut finding = context.finding(&RULE, word, none_numbered(count));
            finding.defer_until = Some(DeferUntil::Document);
            findings.push(finding);
        }
    }
}

/// A number and the label that it stands in.
type NumberAndLabel<'a> = (u32, &'a str);

/// Of each of some paragraphs, the numbers next to it that others have: the last one before it, and the first behind it.
fn numbered_around<'a>(
    zone: &[(usize, &'a Paragraph, &SectionContext)],
) -> Vec<(Option<NumberAndLabel<'a>>, Option<NumberAndLabel<'a>>)> {
    let mut around = Vec::with_capacity(zone.len());
    let mut before = None;
    for (_, paragraph, _) in zone {
        around.push((before, None));
        before = number(paragraph).or(before);
    }
    let mut after = None;
    for ((_, paragraph, _), (_, next)) in zone.iter().zip(&mut around).rev() {
        *next = after;
        after = number(paragraph).or(after);
    }
    around
}

/// The length in bytes of the word at a byte of the text, twelve characters of it at most.
fn first_word(text: &str, start: usize) -> usize {
    let word = text.get(start..).and_then(|words| words.split([' ', '\n', '\u{a0}']).next());
    word.map_or(0, |word| word.char_indices().nth(12).map_or(word.len(), |(end, _)| end))
}

/// The number of a paragraph, and its label.
fn number(paragraph: &Paragraph) -> Option<NumberAndLabel<'_>> {
    let label = paragraph.label.as_ref()?;
    match label.value {
        LabelValue::Number { number, insertion: 0 } if !label.irregular => Some((number, label.text.as_str())),
        _ => None,
    }
}

/// Whether a paragraph without a number is one of the operative part by its words and its mark.
fn asks_for_number(context: &RuleContext<'_>, paragraph: usize) -> bool {
    let [passage] = context.draft.passages_of(paragraph) else { return false };
    let language = context.draft.language_at(passage.range.start);
    let Some(words) = context.text.get(passage.range.clone()) else { return false };
    let ends = match passage.ending {
        TextEnding::Semicolon => true,
        // With a full stop it may be one of the preamble.
        TextEnding::Stop => !opens_preambular(words, language),
        _ => false,
    };
    ends && opens_operative(words, language)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "operative-unnumbered";

    #[test]
    fn between_numbers_and_before_them() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

Requests the keepers to report;
^^^^^^^^ This operative paragraph has no number. Number it 2.

3. Urges the ships to wait;

Invites the towns to help;
^^^^^^^ This operative paragraph has no number. Number it 4, and those after it accordingly.

4. Decides to remain awake.
",
        );
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

Decides to light the lamps;
^^^^^^^ This operative paragraph has no number. Number it 1.

2. Requests the keepers to report;

3. Decides to remain awake.
",
        );
    }

    #[test]
    fn in_five_other_languages() {
        for (draft, label) in [
            (
                "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Décide de veiller ;\n\n#Prie les gardiens d’attendre ;\n\n3. Note.\n",
                "2. ",
            ),
            (
                "La Asamblea General,\n\nRecordando la noche,\n\n1. Decide velar;\n\n#Solicita un informe;\n\n3. Invita.\n",
                "2. ",
            ),
            (
                "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. постановляет не спать;\n\n#просит ждать;\n\n3. призывает.\n",
                "2. ",
            ),
            ("إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\n1 - تقرر السهر؛\n\n#تطلب الانتظار؛\n\n3 - تدعو.\n", "2 - "),
            ("大会，\n\n回顾黑夜，\n\n1. 决定守夜；\n\n#请秘书长等待；\n\n3. 鼓励。\n", "2. "),
        ] {
            assert_eq!(fixed(RULE, &draft.replace('#', "")), draft.replace('#', label));
        }
    }

    #[test]
    fn where_none_has_a_number() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

Decides to light the lamps;
^^^^^^^ None of the 3 operative paragraphs has a number. A converter may have lost Word's automatic numbers: have the Word document itself (.docx) checked, or number the paragraphs here.

Requests the keepers:

To watch;

To wait;

Urges the ships to rest.
",
        );
        for draft in [
            "L’Assemblée générale,\n\nRappelant la nuit,\n\nDécide de veiller ;\n\nPrie les gardiens d’attendre.\n",
            "La Asamblea General,\n\nRecordando la noche,\n\nDecide velar;\n\nSolicita un informe.\n",
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\nпостановляет не спать;\n\nпросит ждать.\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى الليل،\n\nتقرر السهر؛\n\nتطلب الانتظار.\n",
            "大会，\n\n回顾黑夜，\n\n决定守夜；\n\n请秘书长等待。\n",
        ] {
            let read = crate::draft::Draft::read(draft);
            let found = super::super::check(draft, &read, &|rule| rule.code == RULE);
            assert_eq!(found.len(), 1, "{draft}");
        }
    }

    #[test]
    fn what_needs_no_number() {
        expect(RULE, "\nThe General Assembly,\n\nRecalling the night,\n\nDecides to light the lamps.\n");
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

Adopts the following declaration:

1. We reaffirm the light.

2. We decide to keep it.

Annex

1. A lamp is lit at dusk;

Requests the keepers to wait;

2. A lamp is put out at dawn.
",
        );
    }
}
