//! # lost-marks
//!
//! ## What it says
//!
//! A footnote's text has its number, and is called by it.
//!
//! ## Why
//!
//! Some converters put the text of a footnote where its marker stood, or at the end, and lose the number. The text then
//! reads like a paragraph, breaks the sentence around it, and nothing shows what it belongs to.
//!
//! Which converters keep marks and notes together is measured in
//! [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md).
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the Charter of the Lamps and the Protocol thereto,
//!
//! 1. Decides to light the lamps;
//!
//! 2. Decides to remain awake.
//!
//! See A/92/14, annex.
//!
//! See A/92/15, annex.
//! ```
//!
//! The last two lines are footnotes.
//!
//! ## Exceptions
//!
//! One such line alone. Paragraphs with a label, headings, and what opens as paragraphs do.
//!
//! ## Source
//!
//! Measured on texts out of word processors by many converters.

use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::line_kind::opens_as_known;
use crate::draft::{Passage, PassageOf, TextEnding, is_arrow};

pub static RULE: Rule = Rule {
    code: "lost-marks",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("lost_marks.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsOfLosses],
};

crate::messages! {
    "lost-marks":
    note_without_number() =
        "This reads like the text of a footnote, but no number stands before it, and nothing calls it. A converter may \
         have lost the markers: convert the document once more with its footnotes, or number this note and put its \
         marker into the text.";
}

/// Longer texts are no mere references, in characters.
const LONGEST: usize = 90;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    // Where notes are read, what stands like one among paragraphs is a note of a table.
    if !context.draft.notes.is_empty() {
        return;
    }
    let mut like_notes = context.draft.passages.iter().filter(|passage| reads_like_a_note(context, passage));
    if let (Some(first), Some(_)) = (like_notes.next(), like_notes.next()) {
        let range = first.range.clone();
        findings.push(context.finding(&RULE, range, note_without_number()));
    }
}

/// Whether a passage is a short sentence that does nothing but refer to a document: it has no label, opens as no
/// paragraph does, and what it cites takes most of it or stands behind its first word.
fn reads_like_a_note(context: &RuleContext<'_>, passage: &Passage) -> bool {
    let draft = context.draft;
    let first = match passage.of {
        PassageOf::Paragraph(i) => draft
            .paragraphs
            .get(i)
            .is_none_or(|paragraph| paragraph.label.is_none() || paragraph.range.start != passage.range.start),
        PassageOf::Element(_) => false,
        PassageOf::Aside => true,
    };
    let Some(words) = context.text.get(passage.range.clone()) else { return false };
    // The link back to its marker, of which the arrow is left, tells by itself.
    if words.ends_with(is_arrow) {
        return true;
    }
    if !first || passage.ending != TextEnding::Stop || words.chars().count() > LONGEST {
        return false;
    }
    let language = draft.language_at(passage.range.start);
    let at = draft.citations.partition_point(|cited| cited.range.start < passage.range.start);
    let Some(cited) = draft.citations.get(at).filter(|cited| cited.range.end <= passage.range.end) else {
        return false;
    };
    let before = words.get(..cited.range.start - passage.range.start).unwrap_or_default();
    // Its number may stand on the line before, as in the text of a PDF.
    let above =
        context.text.get(..passage.range.start).and_then(|text| text.trim_end().lines().next_back()).unwrap_or("");
    let numbered = before.contains(|c: char| c.is_ascii_digit())
        || (!above.trim().is_empty() && above.trim().bytes().all(|b| b.is_ascii_digit()));
    !numbered
        && before.split_whitespace().count() <= 2
        && before.chars().count() <= 24
        && !opens_as_known(words, language)
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "lost-marks";

    #[test]
    fn texts_of_notes_among_paragraphs() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the Charter of the Lamps,

See A/92/14, annex.
^^^^^^^^^^^^^^^^^^^ This reads like the text of a footnote, but no number stands before it, and nothing calls it. A converter may have lost the markers: convert the document once more with its footnotes, or number this note and put its marker into the text.

Taking note of the report of the keepers,

A/93/118.

1. Decides to light the lamps;

2. Requests the keepers to report.
",
        );
    }

    #[test]
    fn one_line_alone_and_paragraphs() {
        expect(RULE, "\nThe General Assembly,\n\nRecalling the lamps,\n\nSee A/92/14.\n\n1. Decides;\n\n2. Notes.\n");
        expect(
            RULE,
            "\nThe General Assembly,\n\nRecalls A/92/14.\n\nTakes note of A/92/15.\n\n1. See A/92/14.\n\n2. See A/92/15.\n",
        );
    }
}
