//! # label-script
//!
//! ## What it says
//!
//! The letters of a list are all of one script.
//!
//! ## Why
//!
//! A Cyrillic а looks like a Latin a. But whoever searches for "(a)" doesn't find it, and sorting puts it elsewhere.
//!
//! ## Example
//!
//! ```text
//! а) зажечь лампы;
//!
//! b) потушить их.
//! ```
//!
//! Where the first letter is Cyrillic, it is to be the Latin a.
//!
//! ## Exceptions
//!
//! A list whose letters are all Cyrillic.
//!
//! ## Source
//!
//! United Nations Editorial Manual, Format: paragraphs and subparagraphs; counted in the resolutions of the General
//! Assembly's sessions 74 to 80, where 13 of 100 Russian lists begin with a Cyrillic letter.

use std::collections::HashMap;

use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::draft::{LabelValue, Paragraph};

pub static RULE: Rule = Rule {
    code: "label-script",
    severity: Severity::Information,
    group: RuleGroup::Pedantic,
    lower_when_adopted: true,
    source: page_of!("label_script.rs"),
    depends_on: DependsOn::Structure,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "label-script":
    other_script(letter: label, right: label) =
        "This {letter} is a letter of another script than the others of the list. Write the Latin letter {right}.";
    write_latin(letter: label) = "Write the Latin letter {letter}";
}

/// A letter of a label that is taken for another one, and that one.
struct ConfusedLetter {
    at: usize,
    letter: char,
    right: char,
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let paragraphs = &context.draft.paragraphs;
    let letters = |paragraph: &Paragraph| {
        let label = paragraph.label.as_ref().filter(|label| matches!(label.value, LabelValue::Letter(_)))?;
        Some((context.text.get(label.range.clone())?, label.range.start))
    };
    // The lists that have a letter of their language's own script.
    let mut own: HashMap<(Option<usize>, u8), bool> = HashMap::new();
    for paragraph in paragraphs {
        if let Some((label, _)) = letters(paragraph)
            && label.contains(|c: char| c.is_ascii_alphabetic())
        {
            own.insert((paragraph.parent, paragraph.level), true);
        }
    }
    for paragraph in paragraphs.iter().filter(|p| own.contains_key(&(p.parent, p.level))) {
        let Some((label, start)) = letters(paragraph).filter(|(label, _)| !label.is_ascii()) else { continue };
        let all = context.draft.language_at(start).reading.letters;
        for ConfusedLetter { at, letter, right } in label.char_indices().filter_map(|(at, c)| taken(all, at, c)) {
            let range = start + at..start + at + letter.len_utf8();
            let mut finding = context.finding(&RULE, range.clone(), other_script(letter, right));
            let edits = vec![Edit { range, text: right.to_string() }];
            finding.fix = Some(Fix { title: write_latin(right), certain: true, edits });
            findings.push(finding);
        }
    }
}

/// The Latin letter for which a letter of another script is taken.
fn taken(letters: &[&str], at: usize, letter: char) -> Option<ConfusedLetter> {
    let same = letters.iter().find(|same| same.chars().skip(1).any(|other| other == letter))?;
    let right = same.chars().next().filter(char::is_ascii)?;
    Some(ConfusedLetter { at, letter, right })
}

#[cfg(test)]
mod tests {
    use super::super::testing::expect;

    const RULE: &str = "label-script";

    #[test]
    fn cyrillic_among_latin() {
        expect(
            RULE,
            "
Генеральная Ассамблея,

ссылаясь на ночь,

1. просит смотрителей:

а) зажечь лампы;
^ This а is a letter of another script than the others of the list. Write the Latin letter a.

b) не спать;

с) потушить их.
^ This с is a letter of another script than the others of the list. Write the Latin letter c.
",
        );
    }

    #[test]
    fn a_list_of_one_script() {
        expect(
            RULE,
            "
Генеральная Ассамблея,

1. просит смотрителей:

а) зажечь лампы;

с) потушить их;

2. просит суда:

a) ждать;

b) надеяться.
",
        );
        expect(RULE, "\nإن الجمعية العامة،\n\n1 - تطلب:\n\n(ا) إضاءة المصابيح؛\n\n(ب) إطفاءها.\n");
    }
}
