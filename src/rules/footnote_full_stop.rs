//! # footnote-full-stop
//!
//! ## What it says
//!
//! A footnote ends with a full stop.
//!
//! ## Why
//!
//! Notes are sentences, however short; one without its full stop looks as if its end were lost.
//!
//! ## Example
//!
//! ```text
//! ¹ Resolution 92/14, annex
//! ```
//!
//! `¹ Resolution 92/14, annex.`
//!
//! ## Exceptions
//!
//! Notes that end with a question or exclamation mark, with an address on the Internet, or with a colon before a
//! quotation, and notes whose text has yet to be written.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapter III.

use super::{DeferUntil, DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::messages::ArgumentText;
use crate::script::punctuation::{ends_sentence, is_colon, is_comma, is_number_stop, is_semicolon};

pub static RULE: Rule = Rule {
    code: "footnote-full-stop",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("footnote_full_stop.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "footnote-full-stop":
    no_full_stop(note: label, stop: quote) = "Footnote {note} does not end with a full stop. Write “{stop}” at its end.";
    end_with_full_stop() = "End the footnote with a full stop";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    // The end of a note on a page may stand on the next one, or what follows it may have been taken for its end.
    for note in context.draft.notes.iter().filter(|note| note.is_closed) {
        let last = note.text.trim_end().chars().next_back();
        if last.is_none_or(|c| c.is_ascii_punctuation() && c != ',' && c != ';' && c != ')' && c != ']' && c != '"') {
            continue;
        }
        let flow = note.running(context.text);
        let bare = flow.text.trim_end_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c));
        let Some(last) = bare.chars().next_back() else { continue };
        let unwritten = matches!(last, '…' | '_' | '—' | '-' | '/');
        let word = bare.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        if may_end(last) || unwritten || is_address(word) {
            continue;
        }
        let stop = note_stop(context, note.label_range.start);
        let (start, replaced) = if is_comma(last) || is_semicolon(last) {
            (bare.len() - last.len_utf8(), true)
        } else {
            (flow.text.trim_end().len(), false)
        };
        let range = flow.source(bare.len() - last.len_utf8()..bare.len());
        let at = flow.source(0..start).end;
        let edit = Edit { range: if replaced { range.clone() } else { at..at }, text: stop.to_owned() };
        let message = no_full_stop(&note.label, ArgumentText::fixed(stop));
        let mut finding = context.finding(&RULE, range, message);
        finding.fix = Some(Fix { title: end_with_full_stop(), certain: true, edits: vec![edit] });
        finding.defer_until = Some(DeferUntil::Paragraph);
        findings.push(finding);
    }
}

/// The full stop of the language at a place.
fn note_stop(context: &RuleContext<'_>, at: usize) -> &'static str {
    context.draft.language_at(at).terms.full_stop
}

/// Whether a mark may end a note: what ends a sentence, and a colon.
fn may_end(c: char) -> bool {
    ends_sentence(c) || is_number_stop(c) || is_colon(c)
}

/// Marks that stand behind the full stop.
const CLOSING: [char; 14] = ['”', '’', '"', '\'', '»', '」', '』', '》', ')', '）', ']', '］', '*', '_'];

fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || word.starts_with("<http")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "footnote-full-stop";

    #[test]
    fn missing() {
        expect(
            RULE,
            "
The General Assembly,

Recalling the Charter of the Lamps,¹ the Protocol,² the Annex,³ the Report⁴ and the Address,⁵

1. Decides to light the lamps.

_______________
¹ Resolution 92/14, annex
                        ^ Footnote 1 does not end with a full stop. Write “.” at its end.
² See A/92/85.
³ See the report of the keepers (A/92/86)
                                       ^ Footnote 3 does not end with a full stop. Write “.” at its end.
⁴ See “What keeps the lamps?”
⁵ Available at https://lamps.example/charter
",
        );
    }

    #[test]
    fn in_chinese() {
        let draft = "大会，\n\n回顾《灯塔宪章》，[^1]\n\n1. 决定点灯。\n\n[^1]: 第92/14号决议，附件";
        assert_eq!(fixed(RULE, draft), format!("{draft}。"));
    }

    #[test]
    fn a_bracket_stands_before_the_full_stop() {
        let draft = "La Asamblea General,\n\nRecordando la Carta¹,\n\n1. Decide esperar.\n\n¹ Véase la Carta (A/92/85)";
        assert_eq!(fixed(RULE, draft), format!("{draft}."));
    }
}
