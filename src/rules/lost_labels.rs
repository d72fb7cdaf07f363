//! # lost-labels
//!
//! ## What it says
//!
//! The subparagraphs of a numbered paragraph have labels of their own.
//!
//! ## Why
//!
//! Word's automatic letters are no part of the text, and some converters leave them out. Then nothing can be cited by
//! them any more. Others number the items on with the paragraphs, so that every number behind them is wrong. Some that read
//! a PDF write labels as a column, apart from their paragraphs. And some word processors make `©` of `(c)`.
//!
//! Which converters keep them is measured in
//! [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md).
//!
//! ## Example
//!
//! ```text
//! 1. Requests the keepers:
//!
//! To light the lamps;
//!
//! To report thereon;
//! ```
//!
//! The two items are (a) and (b).
//!
//! ## Exceptions
//!
//! Lists in bullets, and texts whose operative paragraphs have no numbers either: that has a rule of its own. Items that
//! begin with a heading of their own (`Monday, 27 May: …`, `Monday, 27 May — …`), and texts in which another list has its labels.
//!
//! ## Source
//!
//! Measured on texts out of word processors by many converters.

use std::ops::Range;

use super::support::fix;
use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::label::begins_with_digit;
use crate::draft::line_kind::{begins_with_bullet, opens_as_known};
use crate::draft::{Paragraph, ParagraphKind, TextEnding};
use crate::messages::ArgumentText;
use crate::script::punctuation::{COPYRIGHT, closes_round, is_colon, is_semicolon};

pub static RULE: Rule = Rule {
    code: "lost-labels",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("lost_labels.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsOfLosses],
};

crate::messages! {
    "lost-labels":
    items_unlabelled() =
        "The items of this list have no labels. A converter may have lost Word's automatic ones: have the Word document \
         itself (.docx) checked, or write them here.";
    items_numbered_on() =
        "This item of a list is numbered like the paragraphs. A converter may have lost its level: compare the numbers with \
         those of the document, and give the items letters of their own.";
    markup_for_labels(mark: quote) =
        "“{mark}” stands in the place of numbers here, as in a markup that is not read. Convert the document to plain text or \
         Markdown, where the numbers are written out.";
    sign_for_label() =
        "“©” stands for (c) here: a word processor makes that of it as it is typed. Write (c).";
    labels_stand_apart(label: label) =
        "The label {label} of this paragraph stands apart from it, and so may others. A converter has read the labels as a \
         column: put each one before its paragraph, or convert the document in another way.";
}

/// How many characters an item's own heading may have.
const LONGEST_HEADING: usize = 60;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if let Some(mark) = marked_up(context.text) {
        let written = context.text.get(mark.clone()).unwrap_or_default();
        findings.push(context.finding(&RULE, mark, markup_for_labels(written)));
        return;
    }
    if let Some(label) = numbered_on(context) {
        let finding = context.finding(&RULE, label, items_numbered_on());
        findings.push(Finding { defer_until: Some(DeferUntil::Document), ..finding });
        return;
    }
    let paragraphs = &context.draft.paragraphs;
    let apart = |paragraph: &Paragraph| paragraph.label.clone().filter(|label| label.range.is_empty());
    if let Some((paragraph, label)) = paragraphs.iter().find_map(|paragraph| Some((paragraph, apart(paragraph)?))) {
        findings.push(context.finding(&RULE, first_word(context, paragraph), labels_stand_apart(&label.text)));
        return;
    }
    if let Some(label) =
        paragraphs.iter().find_map(|p| p.label.as_ref().filter(|label| label.text.starts_with(COPYRIGHT)))
    {
        let right = "(c)";
        let edits = vec![Edit { range: label.range.clone(), text: right.to_owned() }];
        let fix = Fix { title: fix::write(ArgumentText::fixed(right)), certain: true, edits };
        let finding = context.finding(&RULE, label.range.clone(), sign_for_label());
        findings.push(Finding { fix: Some(fix), ..finding });
        return;
    }
    let words = |paragraph: &Paragraph| context.text.get(paragraph.range.clone()).unwrap_or_default();
    let bare = |paragraph: &&Paragraph| {
        let numbered = paragraph.parent.and_then(|parent| paragraphs.get(parent)).is_some_and(|p| p.label.is_some());
        paragraph.kind == ParagraphKind::Sub
            && paragraph.label.is_none()
            && numbered
            && !begins_with_bullet(words(paragraph))
            && !begins_like_a_label(words(paragraph))
    };
    let headed = |words: &str| {
        let mut head = words.chars().take(LONGEST_HEADING);
        head.any(|c| is_colon(c) || matches!(c, '—' | '–'))
    };
    let labelled = paragraphs.iter().any(|p| p.kind == ParagraphKind::Sub && p.label.is_some());
    let Some(first) = paragraphs.iter().find(bare).filter(|_| !labelled) else { return };
    if paragraphs.iter().filter(bare).any(|item| headed(words(item))) {
        return;
    }
    findings.push(context.finding(&RULE, first_word(context, first), items_unlabelled()));
}

/// What AsciiDoc, MediaWiki and reStructuredText have for the number of an item, which is counted when the text is shown.
const COUNTING_MARKS: [&str; 3] = [". ", "# ", "#. "];

/// The first of several lines that begin with such a mark and end as paragraphs and items do, and headings don't.
fn marked_up(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    let mut first = None;
    for line in text.split_inclusive('\n') {
        let mark = COUNTING_MARKS.iter().find(|mark| line.starts_with(**mark));
        let ends = line.trim_end().chars().next_back().is_some_and(|c| is_semicolon(c) || is_colon(c));
        if let Some(mark) = mark.filter(|_| ends) {
            let found: &mut (Range<usize>, &str, u32) = first.get_or_insert((at..at + mark.trim_end().len(), mark, 0));
            found.2 += u32::from(found.1 == *mark);
        }
        at += line.len();
    }
    first.filter(|(_, _, count)| *count > 1).map(|(range, _, _)| range)
}

/// The first word of a paragraph, twelve characters of it at most.
fn first_word(context: &RuleContext<'_>, paragraph: &Paragraph) -> Range<usize> {
    let words = context.text.get(paragraph.range.clone()).unwrap_or_default();
    let word = words.split(char::is_whitespace).next().unwrap_or_default();
    let word = word.char_indices().nth(12).map_or(word.len(), |(end, _)| end);
    paragraph.range.start..paragraph.range.start + word
}

/// So many paragraphs that open as such show how this text opens them.
const FEWEST_OPENINGS: usize = 3;

/// The label of the first item of a list that is numbered like the operative paragraphs: behind one that opens as these do
/// and ends with a colon stand two or more that do not, and behind them one that does, or none.
fn numbered_on(context: &RuleContext<'_>) -> Option<Range<usize>> {
    let draft = context.draft;
    // What the operative paragraphs of a text open with, and the items of a list don't.
    let opens = |i: usize| {
        let paragraph = draft.paragraphs.get(i)?;
        let label = paragraph.label.as_ref().filter(|label| begins_with_digit(&label.text))?;
        let words = context.text.get(label.range.end..paragraph.range.end)?.trim_start();
        let operative = paragraph.kind == ParagraphKind::Operative;
        operative.then(|| opens_as_known(words, draft.language_at(paragraph.range.start)))
    };
    let ending = |i: usize| draft.passages_of(i).last().map(|passage| passage.ending);
    let count = draft.paragraphs.len();
    let opening = (0..count).filter(|i| opens(*i) == Some(true)).count();
    let leads = (0..count).filter(|i| opens(*i) == Some(true) && ending(*i) == Some(TextEnding::Colon));
    leads.into_iter().find_map(|lead| {
        let items = (lead + 1..count).take_while(|i| opens(*i) == Some(false)).count();
        let last = lead + items;
        let listed = (lead + 1..last).all(|i| ending(i) == Some(TextEnding::Semicolon));
        let (from, to) = (draft.paragraphs.get(lead)?, draft.paragraphs.get(last)?);
        let parted = !draft.elements_in(&(from.range.end..to.range.start)).is_empty();
        let goes_on = last + 1 == count || opens(last + 1) == Some(true);
        let first = draft.paragraphs.get(lead + 1)?.label.as_ref()?;
        (items > 1 && listed && !parted && goes_on && opening >= FEWEST_OPENINGS).then(|| first.range.clone())
    })
}

/// Whether a bracket closes behind the first few characters, as behind a label that could not be read as one.
fn begins_like_a_label(words: &str) -> bool {
    words.chars().take(LONGEST_LABEL).any(closes_round)
}

/// How many characters a label that was not read may take, with what stands before it.
const LONGEST_LABEL: usize = 7;

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "lost-labels";

    #[test]
    fn items_without_letters() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Requests the keepers:

To light the lamps;
^^ The items of this list have no labels. A converter may have lost Word's automatic ones: have the Word document itself (.docx) checked, or write them here.

To report thereon;

2. Decides to remain awake.
",
        );
    }

    #[test]
    fn items_numbered_like_paragraphs() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

2. Requests the keepers:

3. To light the lamps;
^^ This item of a list is numbered like the paragraphs. A converter may have lost its level: compare the numbers with those of the document, and give the items letters of their own.

4. To report thereon;

5. Decides to remain awake.
",
        );
        for draft in [
            "L’Assemblée générale,\n\nRappelant la nuit,\n\n1. Décide de veiller ;\n\n2. Prie les gardiens :\n\n1. D’allumer les lampes ;\n\n2. D’attendre ;\n\n3. Invite les navires à venir.\n",
            "Генеральная Ассамблея,\n\nссылаясь на ночь,\n\n1. постановляет не спать;\n\n2. просит смотрителей:\n\n3. зажечь лампы;\n\n4. ждать;\n\n5. призывает корабли ждать.\n",
        ] {
            let read = crate::draft::Draft::read(draft);
            assert_eq!(super::super::check(draft, &read, &|rule| rule.code == RULE).len(), 1, "{draft}");
        }
        // An instrument that is adopted has paragraphs of its own.
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights,

1. Decides to light the lamps;

2. Adopts the following declaration:

Declaration

3. Light is for the night;

4. Oil is for the lamps;

5. Decides to remain awake.
",
        );
    }

    #[test]
    fn bullets_and_letters() {
        for draft in [
            "The General Assembly,\n\nRecalling it,\n\n1. Requests the keepers:\n\n- To wait;\n\n- To watch;\n\n2. Decides.\n",
            "The General Assembly,\n\nRecalling it,\n\n1. Requests the keepers:\n\n(a) To wait;\n\n(b) To watch;\n\n2. Decides.\n",
        ] {
            expect(RULE, draft);
        }
    }
}
