//! # footnote-placement
//!
//! ## What it says
//!
//! In English and Chinese a footnote's marker stands behind the comma, semicolon or full stop; in French, Spanish,
//! Russian and Arabic it stands before it.
//!
//! ## Why
//!
//! It is the custom of each language, and texts that are translated from each other are compared mark by mark.
//!
//! ## Example
//!
//! ```text
//! Recalling the Charter of the Lamps¹, and the Protocol thereto,²
//!
//! ¹ Resolution 92/14.
//! ² Resolution 92/15.
//! ```
//!
//! Marker 1 stands behind the comma: `the Charter of the Lamps,¹`.
//!
//! ## Exceptions
//!
//! A marker with no mark beside it stands behind its word. Full stops of abbreviations are no marks of the sentence.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapter IX; for Russian, Arabic and Chinese the adopted resolutions.

use std::ops::Range;

use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::Layout;
use crate::script::is_invisible;
use crate::script::is_superscript;
use crate::script::punctuation::{ARABIC_COMMA, ENUMERATION_COMMA, is_colon, is_full_stop, parts_clauses};

pub static RULE: Rule = Rule {
    code: "footnote-placement",
    severity: Severity::Information,
    group: RuleGroup::Style,
    lower_when_adopted: true,
    source: page_of!("footnote_placement.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

/// Whether a mark is one beside which a marker has its side.
fn has_sides(c: char) -> bool {
    parts_clauses(c) || is_full_stop(c)
}

crate::messages! {
    "footnote-placement":
    stands_before(mark: quote, marker: label) =
        "In this language a footnote’s marker stands before “{mark}”. Put marker {marker} before it.";
    stands_behind(mark: quote, marker: label) =
        "In this language a footnote’s marker stands behind “{mark}”. Put marker {marker} behind it.";
    put_before(mark: quote) = "Put the marker before “{mark}”";
    put_behind(mark: quote) = "Put the marker behind “{mark}”";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let RuleContext { text, draft, .. } = *context;
    // Out of a PDF, markers and marks change places by themselves.
    if draft.layout == Layout::Page {
        return;
    }
    let mut done = 0;
    for marker in &draft.markers {
        let whole = with_brackets(text, &marker.range);
        if whole.start < done || is_in_note(context, whole.start) {
            continue;
        }
        done = whole.end;
        let first = draft.language_at(whole.start).terms.marker_first;
        let before =
            text.get(..whole.start).and_then(|before| before.trim_end_matches(is_invisible).chars().next_back());
        let behind = text.get(whole.end..).and_then(|behind| behind.trim_start_matches(is_invisible).chars().next());
        let wrong = if first { before } else { behind };
        let Some(mark) = wrong.filter(|c| has_sides(*c) && !(first && is_colon(*c))) else { continue };
        // Behind an abbreviation, or with marks on both sides, either is as good.
        let other = if first { behind } else { before };
        if other.is_some_and(has_sides) || (first && mark == '.' && !ends_sentence(text, whole.end)) {
            continue;
        }
        let Some(label) = text.get(whole.clone()) else { continue };
        let edits = if first {
            let at = text.get(..whole.start).map_or(whole.start, |before| before.trim_end_matches(is_invisible).len())
                - mark.len_utf8();
            vec![Edit { range: at..at, text: label.to_owned() }, Edit { range: whole.clone(), text: String::new() }]
        } else {
            let skipped =
                text.get(whole.end..).map_or(0, |behind| behind.len() - behind.trim_start_matches(is_invisible).len());
            let at = whole.end + skipped + mark.len_utf8();
            vec![Edit { range: whole.clone(), text: String::new() }, Edit { range: at..at, text: label.to_owned() }]
        };
        let label = &marker.label;
        let (message, title) = match first {
            true => (stands_before(mark, label), put_before(mark)),
            false => (stands_behind(mark, label), put_behind(mark)),
        };
        let mut finding = context.finding(&RULE, whole, message);
        finding.fix = Some(Fix { title, certain: true, edits });
        findings.push(finding);
    }
}

/// A marker with its brackets, and with the markers that stand with it: `(1)`, `¹,²`.
fn with_brackets(text: &str, range: &Range<usize>) -> Range<usize> {
    let digit = |c: char| c.is_ascii_digit() || is_superscript(c);
    let raised = |c: char| !c.is_ascii() && digit(c);
    let mut end = range.end;
    // `¹,²` and `¹²` side by side are one.
    while let Some(rest) = text.get(end..) {
        let after = rest.strip_prefix([',', ARABIC_COMMA, ENUMERATION_COMMA, ' ', '⁾']).unwrap_or(rest);
        let len = after.len() - after.trim_start_matches(raised).len();
        if len == 0 || !text.get(range.clone()).is_some_and(|mark| mark.chars().all(raised)) {
            break;
        }
        end += rest.len() - after.len() + len;
    }
    let around = [("(", ")"), ("⁽", "⁾")].into_iter().find(|(open, close)| {
        text.get(..range.start).is_some_and(|before| before.ends_with(open))
            && text.get(end..).is_some_and(|behind| behind.starts_with(close))
    });
    let (open, close) = around.map_or((0, 0), |(open, close)| (open.len(), close.len()));
    range.start - open..end + close
}

/// Whether a full stop before byte `at` is the end of a sentence: the line's, or one that a capital follows.
fn ends_sentence(text: &str, at: usize) -> bool {
    let behind = text.get(at..).unwrap_or_default();
    let next = behind.trim_start_matches([' ', '\u{a0}']).chars().next();
    next.is_none_or(|c| c == '\n' || c == '\r')
}

fn is_in_note(context: &RuleContext<'_>, at: usize) -> bool {
    let notes = &context.draft.notes;
    let next = notes.partition_point(|note| note.range.start <= at);
    next.checked_sub(1).and_then(|i| notes.get(i)).is_some_and(|note| at < note.range.end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "footnote-placement";

    #[test]
    fn behind_the_mark() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the Charter of the Lamps¹, the Protocol² and the Annex,³
                                  ^ In this language a footnote’s marker stands behind “,”. Put marker 1 behind it.

1. Decides to light the lamps.¹

_______________
¹ Resolution 92/14.
² Resolution 92/15.
³ Resolution 92/16.
",
        );
        let draft =
            "大会，\n\n回顾《灯塔宪章》¹、《议定书》²，\n\n1. 决定点灯。\n\n¹ 第92/14号决议。\n² 第92/15号决议。\n";
        assert_eq!(
            fixed(RULE, draft),
            "大会，\n\n回顾《灯塔宪章》、¹《议定书》²，\n\n1. 决定点灯。\n\n¹ 第92/14号决议。\n² 第92/15号决议。\n"
        );
    }

    #[test]
    fn before_the_mark() {
        let draft = |preamble: &str| {
            format!(
                "L’Assemblée générale,\n\nRappelant {preamble}\n\n1. Décide d’attendre.\n\n[^1]: Résolution 92/14.\n"
            )
        };
        assert_eq!(fixed(RULE, &draft("la Charte des feux,[^1]")), draft("la Charte des feux[^1],"));
        expect(RULE, &draft("la Charte des feux[^1],"));
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на Устав ламп,¹ и Протокол²,
                       ^ In this language a footnote’s marker stands before “,”. Put marker 1 before it.

1. постановляет зажечь лампы.

¹ Резолюция 92/14.
² Резолюция 92/15.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى ميثاق المصابيح،(¹) والبروتوكول(²)،
                           ^^^ In this language a footnote’s marker stands before “،”. Put marker 1 before it.

1 - تقرر إضاءة المصابيح.

¹ القرار 92/14.
² القرار 92/15.
",
        );
    }
}
