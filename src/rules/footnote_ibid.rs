//! # footnote-ibid
//!
//! ## What it says
//!
//! The first footnote does not go on from another with `Ibid.`: there is none before it.
//!
//! ## Why
//!
//! `Ibid.` sends the reader to the note before. The first note has none: a note was moved, and what it goes on from was
//! left behind.
//!
//! ## Example
//!
//! ```text
//! ¹ Ibid., annex II.
//! ```
//!
//! `¹ Resolution 92/14, annex II.`
//!
//! ## Exceptions
//!
//! A part of a resolution that is issued alone may begin with a higher number, whose note before is in another part.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Footnotes, chapter III.

use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};

pub static RULE: Rule = Rule {
    code: "footnote-ibid",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("footnote_ibid.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "footnote-ibid":
    nothing_before(words: quote) =
        "Footnote 1 says “{words}”, but there is no footnote before it. Write the source in full.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for note in context.draft.notes.iter().filter(|note| note.label == "1") {
        let flow = note.running(context.text);
        let begins = |c: char| !c.is_alphanumeric();
        let start = flow.text.len() - flow.text.trim_start_matches(begins).len();
        let text = flow.text.get(start..).unwrap_or_default();
        let same_source = context.draft.language_at(note.label_range.start).terms.same_source;
        let said = same_source.iter().find_map(|words| {
            let len: usize = text.chars().take(words.chars().count()).map(char::len_utf8).sum();
            let behind = text.get(len..)?.chars().next();
            let ends = behind.is_none_or(|c| !c.is_alphabetic() || crate::script::is_wide(c));
            (text.get(..len)?.to_lowercase() == **words && ends).then_some(len)
        });
        let Some(len) = said else { continue };
        let words = text.get(..len).unwrap_or_default();
        findings.push(context.finding(&RULE, flow.source(start..start + len), nothing_before(words)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    #[test]
    fn in_the_first_note() {
        expect(
            "footnote-ibid",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹ and the Protocol thereto,²

1. Decides to light the lamps.

_______________
¹ Ibid., annex II.
  ^^^^ Footnote 1 says “Ibid”, but there is no footnote before it. Write the source in full.
² Ibid., annex III.
",
        );
        expect(
            "footnote-ibid",
            "
大会，

回顾《灯塔宪章》，¹

1. 决定点灯。

¹ 同上，附件二。
  ^^ Footnote 1 says “同上”, but there is no footnote before it. Write the source in full.
",
        );
        expect(
            "footnote-ibid",
            "
Генеральная Ассамблея,

ссылаясь на Устав ламп¹,

1. постановляет зажечь лампы.

¹ Там же, приложение.
  ^^^^^^ Footnote 1 says “Там же”, but there is no footnote before it. Write the source in full.
",
        );
    }

    #[test]
    fn a_source_of_its_own() {
        expect(
            "footnote-ibid",
            "
The General Assembly,

Recalling the Charter of the Lamps,¹

1. Decides to light the lamps.

¹ Ibidem Harbour Press, The Lamps, 1921.
",
        );
    }
}
