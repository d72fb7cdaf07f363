//! # lost-labels
//!
//! ## What it says
//!
//! The subparagraphs of a numbered paragraph have their labels.
//!
//! ## Why
//!
//! Word's automatic letters are no part of the text, and some converters leave them out. Then nothing can be cited by
//! them any more.
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
//! begin with a heading of their own (`Monday, 27 May: …`), and texts in which another list has its labels.
//!
//! ## Source
//!
//! Measured on texts out of word processors by many converters.

use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::line_kind::begins_with_bullet;
use crate::draft::{Paragraph, ParagraphKind};

pub static RULE: Rule = Rule {
    code: "lost-labels",
    severity: Severity::Warning,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: include_str!("lost_labels.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "lost-labels":
    items_unlabelled() =
        "The items of this list have no labels. A converter may have lost Word's automatic ones: save the document in \
         Word itself as plain text, or write them here.";
}

/// How many characters an item's own heading may have.
const LONGEST_HEADING: usize = 60;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let paragraphs = &context.draft.paragraphs;
    let words = |paragraph: &Paragraph| context.text.get(paragraph.range.clone()).unwrap_or_default();
    let bare = |paragraph: &&Paragraph| {
        let numbered = paragraph.parent.and_then(|parent| paragraphs.get(parent)).is_some_and(|p| p.label.is_some());
        paragraph.kind == ParagraphKind::Sub
            && paragraph.label.is_none()
            && numbered
            && !begins_with_bullet(words(paragraph))
    };
    let headed =
        |words: &str| words.char_indices().take(LONGEST_HEADING).any(|(_, c)| crate::script::punctuation::is_colon(c));
    let labelled = paragraphs.iter().any(|p| p.kind == ParagraphKind::Sub && p.label.is_some());
    let Some(first) = paragraphs.iter().find(bare).filter(|_| !labelled) else { return };
    if paragraphs.iter().filter(bare).any(|item| headed(words(item))) {
        return;
    }
    let word = words(first).split(char::is_whitespace).next().unwrap_or_default();
    let word = word.char_indices().nth(12).map_or(word.len(), |(end, _)| end);
    findings.push(context.finding(&RULE, first.range.start..first.range.start + word, items_unlabelled()));
}

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
^^ The items of this list have no labels. A converter may have lost Word's automatic ones: save the document in Word itself as plain text, or write them here.

To report thereon;

2. Decides to remain awake.
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
