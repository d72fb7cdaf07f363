//! # lost-lines
//!
//! ## What it says
//!
//! Each paragraph begins on a line of its own, and so does each subparagraph of a list that has lines.
//!
//! ## Why
//!
//! Some converters and some ways of pasting run all paragraphs together. Then hardly anything can be checked.
//!
//! Which ways keep paragraphs apart is told in
//! [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md).
//!
//! ## Example
//!
//! ```text
//! The General Assembly,
//!
//! Recalling the long nights of the northern harbours, Noting the lamps of the keepers, Convinced of their light, 1. Decides to light the lamps; 2. Requests the keepers to report; 3. Decides to meet again.
//! ```
//!
//! These are six paragraphs.
//!
//! ## Exceptions
//!
//! Fewer than four paragraphs in a line.
//!
//! ## Source
//!
//! Measured on texts out of word processors by many converters.

use super::subparagraph_numbering::run_in_label;
use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::line_kind::opens_as_known;
use crate::draft::{Layout, ParagraphKind, label};
use crate::language::Language;
use crate::script::is_wide;
use crate::script::punctuation::{ends_paragraph, is_semicolon};

pub static RULE: Rule = Rule {
    code: "lost-lines",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("lost_lines.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsOfLosses],
};

crate::messages! {
    "lost-lines":
    run_together() =
        "Several paragraphs run on in one line from here on, so that they cannot be told apart. Paste or convert the text \
         once more with a line for each paragraph.";
    in_the_line_above(label: label, next: label) =
        "Subparagraph {label} stands in the line of the paragraph above it, and {next} on one of its own. Put {label} on a line \
         of its own.";
}

/// So many openings in one passage are no chance.
const LEAST: usize = 4;

/// Where no capital tells an opening from the middle of a sentence, so many are no chance.
const LEAST_WITHOUT_CAPITALS: usize = 20;

/// Labels without a mark inside have no more letters than this.
const LONGEST_LABEL: usize = 5;

/// Shorter passages hold no such number of paragraphs, in bytes.
const SHORTEST: usize = 160;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    in_lines_above(context, findings);
    for passage in &context.draft.passages {
        let Some(words) = context.text.get(passage.range.clone()).filter(|words| words.len() >= SHORTEST) else {
            continue;
        };
        let language = context.draft.language_at(passage.range.start);
        let capitals = language.reading.operative_openings.iter().any(|word| word.starts_with(char::is_uppercase));
        if !may_hold_several(words.as_bytes(), capitals) {
            continue;
        }
        let (mut second, mut all, mut behind_ends) = (None, 0, 0);
        for (start, ends) in openings(words, language, capitals) {
            second.get_or_insert(start);
            all += 1;
            behind_ends += usize::from(ends);
        }
        let Some(second) = second else { continue };
        let most = if capitals { LEAST } else { LEAST_WITHOUT_CAPITALS };
        // The clauses of one paragraph have commas between them, but in Chinese; semicolons are those of paragraphs.
        if all >= most || behind_ends >= LEAST {
            let word = words.get(second..).and_then(|words| words.split([' ', '\n']).next());
            let word = word.map_or(0, |word| word.char_indices().nth(12).map_or(word.len(), |(end, _)| end));
            let start = passage.range.start + second;
            findings.push(context.finding(&RULE, start..start + word, run_together()));
            return;
        }
    }
}

/// Whether a passage may hold so many openings, by its bytes alone, many of which are looked at together.
fn may_hold_several(words: &[u8], capitals: bool) -> bool {
    let from = |at: usize| words.get(at..).unwrap_or_default().chunks(BYTES_AT_A_TIME);
    let count = |counted: usize, here: u8| counted + usize::from(here);
    if capitals {
        // Behind the mark stand a space and no small letter, unless that is a label.
        let bytes = from(0).zip(from(1)).zip(from(2).zip(from(3))).zip(from(4).zip(from(5)));
        let here = bytes.map(|(((mark, space), (first, second)), (third, fourth))| {
            let places = mark.iter().zip(space).zip(first.iter().zip(second)).zip(third.iter().zip(fourth));
            places.fold(0_u8, |count, (((mark, space), (first, second)), (third, fourth))| {
                let closes = |b: &u8| matches!(b, b')' | b'.');
                let begins = !first.is_ascii_lowercase() | closes(second) | closes(third) | closes(fourth);
                let parted = !space.is_ascii_graphic();
                count + u8::from(may_end_mark(*mark) & parted & begins)
            })
        });
        here.fold(0, count) >= LEAST
    } else {
        let marks = from(0).map(|bytes| bytes.iter().fold(0_u8, |count, b| count + u8::from(may_end_mark(*b))));
        let semicolons = from(0).zip(from(1)).map(|(bytes, next)| {
            let narrow = |b: u8, next: u8| (b == b';') | ((b == 0xd8) & (next == 0x9b));
            bytes.iter().zip(next).fold(0_u8, |count, (b, next)| count + u8::from(narrow(*b, *next)))
        });
        semicolons.fold(0, count) >= LEAST || marks.fold(0, count) >= LEAST_WITHOUT_CAPITALS
    }
}

const BYTES_AT_A_TIME: usize = 64;

/// Subparagraphs whose list goes on below on lines of its own. On a page lines are not those of the writer.
fn in_lines_above(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    if context.draft.layout == Layout::Page {
        return;
    }
    let subs = context.draft.paragraphs.iter().enumerate().filter(|(_, one)| one.kind == ParagraphKind::Sub);
    for (at, first) in subs.filter(|(at, one)| one.parent.is_some_and(|parent| parent + 1 == *at)) {
        let label = run_in_label(context, first);
        let written = label.as_ref().and_then(|label| context.text.get(label.clone()));
        let next = context.draft.paragraphs.get(at).and_then(|next| next.label.as_ref());
        if let (Some(label), Some(written), Some(next)) = (label.clone(), written, next) {
            findings.push(context.finding_of_label(&RULE, label, in_the_line_above(written, &next.text)));
        }
    }
}

/// Where, inside a passage, words stand that open paragraphs, behind the marks that paragraphs end with: with a capital
/// where the language has them, and with or without a label; and whether a semicolon stands before them.
fn openings<'a>(
    words: &'a str,
    language: &'static Language,
    capitals: bool,
) -> impl Iterator<Item = (usize, bool)> + 'a {
    let ends = words.bytes().enumerate().filter(|(_, b)| may_end_mark(*b)).map(|(last, _)| last + 1);
    ends.filter_map(move |end| {
        let (before, behind) = words.get(..end).zip(words.get(end..))?;
        let c = before.chars().next_back().filter(|c| ends_paragraph(*c))?;
        if !is_wide(c) && !behind.starts_with(char::is_whitespace) {
            return None;
        }
        let behind = behind.trim_start();
        let start = words.len() - behind.len();
        // A long word is no label.
        let word = !is_wide(c) && behind.chars().take(LONGEST_LABEL + 1).all(char::is_alphabetic);
        if word && capitals && !behind.starts_with(char::is_uppercase) {
            return None;
        }
        let numbered = if word { None } else { label::label(behind, language) }.map_or(0, |label| label.range.end);
        let behind = behind.get(numbered..)?.trim_start();
        let anew = !capitals || behind.starts_with(char::is_uppercase);
        (anew && opens_as_known(behind, language)).then_some((start, is_semicolon(c) && !is_wide(c)))
    })
}

/// Whether a byte may be the last one of a mark that paragraphs end with, in whatever script.
const fn may_end_mark(byte: u8) -> bool {
    matches!(byte, b',' | b';' | b':' | b'.' | 0x82 | 0x8c | 0x9a | 0x9b)
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::super::testing::expect;
    use super::{ends_paragraph, may_end_mark};
    use crate::draft::Draft;

    const RULE: &str = "lost-lines";

    #[test]
    fn no_mark_is_passed_over() {
        for mark in ('\0'..=char::MAX).filter(|c| ends_paragraph(*c)) {
            assert!(mark.to_string().bytes().next_back().is_some_and(may_end_mark), "{mark}");
        }
    }

    #[test]
    fn all_in_a_line() {
        expect(
            RULE,
            "
The General Assembly, Recalling the long nights of the harbours, Noting the lamps that were lit there, 1. Decides to light them; 2. Requests the keepers to report; 3. Urges them to rest.
                      ^^^^^^^^^ Several paragraphs run on in one line from here on, so that they cannot be told apart. Paste or convert the text once more with a line for each paragraph.
",
        );
    }

    #[test]
    fn all_in_a_line_without_capitals() {
        for draft in [
            "Генеральная Ассамблея, ссылаясь на долгие ночи, признавая работу смотрителей, 1. постановляет зажечь лампы; 2. просит смотрителей ждать; 3. призывает корабли вернуться; 4. предлагает портам помочь; 5. постановляет продолжить.",
            "إن الجمعية العامة، إذ تشير إلى الليالي الطويلة، وإذ تنوه بعمل الحراس، تقرر إيقاد المصابيح؛ تطلب إلى الحراس الانتظار؛ تدعو السفن إلى العودة؛ تشجع الموانئ على المساعدة؛ تقرر مواصلة النظر في المسألة.",
        ] {
            let read = crate::draft::Draft::read(draft);
            assert_eq!(super::super::check(draft, &read, &|rule| rule.code == RULE).len(), 1, "{draft}");
        }
    }

    #[test]
    fn a_paragraph_a_line() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the long nights of the harbours, recalling also the lamps, and noting with appreciation the work of the keepers, of whom Requests and Decides were two,

1. Decides to light them; requests the keepers to report; urges them to rest.
",
        );
    }

    #[test]
    fn the_first_subparagraph_in_the_line_above() {
        expect(
            "lost-lines",
            "
The General Assembly,

Recalling the lamps,

1. Requests the keepers: (a) To light the lamps;
                         ^^^ Subparagraph (a) stands in the line of the paragraph above it, and (b) on one of its own. Put (a) on a line of its own.

(b) To trim the wicks;

(c) To fill the oil;

2. Requests the boats, as said in subparagraph (a) above, (b) and so on:

(a) To wait;

(b) To listen.
",
        );
        for draft in [
            "L’Assemblée générale,\n\nRappelant les lampes,\n\n1. Prie les gardiens : a) D’allumer les lampes ;\n\nb) De tailler les mèches ;\n\n2. Décide d’attendre.\n",
            "大会，\n\n回顾灯塔，\n\n1. 请看守人： (a) 点灯；\n\n(b) 守夜；\n\n2. 决定等待。\n",
            "إن الجمعية العامة،\n\nإذ تشير إلى المصابيح،\n\n1 - تطلب إلى الحراس: (أ) إضاءة المصابيح؛\n\n(ب) تنظيفها؛\n\n2 - تقرر الانتظار.\n",
        ] {
            let all = check(draft, &Draft::read(draft), &|rule| rule.is_on_by_default());
            let codes: Vec<&str> = all.iter().map(|finding| finding.code).collect();
            assert_eq!(codes, ["lost-lines"], "{all:?} in {draft}");
        }
    }
}
