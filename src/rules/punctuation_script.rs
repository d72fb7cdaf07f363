//! # punctuation-script
//!
//! ## What it says
//!
//! The marks are those of the language's script: `，` in Chinese, `،` in Arabic, `,` elsewhere.
//!
//! ## Why
//!
//! A mark of another script stands at another height and takes another width, and programs that look for the end of a
//! paragraph don't know it.
//!
//! ## Example
//!
//! ```text
//! 回顾漫长的黑夜,
//! ```
//!
//! The comma is `，`.
//!
//! ## Exceptions
//!
//! Marks between figures, in symbols, addresses and words of another script; the full stop after a paragraph's number;
//! brackets, of which Chinese has both kinds.
//!
//! ## Source
//!
//! Counted in the resolutions of the General Assembly's sessions 74 to 80, which have 39 such commas among 279,841 in
//! Chinese.

use std::ops::Range;

use super::support::fix;
use super::support::running_text::PassageText;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};
use crate::language::{Language, PerLanguage};

pub static RULE: Rule = Rule {
    code: "punctuation-script",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("punctuation_script.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "punctuation-script":
    other_script(mark: quote, right: quote) = "“{mark}” is a mark of another script. Write “{right}”.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let said = context.passage_texts().iter().filter(|said| said.is_paragraph() || said.of.is_none());
    said.for_each(|said| look(context, said, findings));
}

/// The first bytes of the marks that a language does not have.
#[derive(Debug)]
struct ForeignMarkBytes {
    bytes: [bool; 256],
    /// All of them, where they are three: so many are sought many bytes at a time.
    three: Option<[u8; 3]>,
}

static FIRST: PerLanguage<ForeignMarkBytes> = PerLanguage::new(|language| {
    let mut first: Vec<u8> =
        language.marks.taken.iter().map(|(mark, _)| mark.encode_utf8(&mut [0; 4]).as_bytes()[0]).collect();
    first.sort_unstable();
    first.dedup();
    let mut bytes = [false; 256];
    first.iter().for_each(|byte| bytes[usize::from(*byte)] = true);
    ForeignMarkBytes { bytes, three: first.try_into().ok() }
});

/// The marks of a text that may be another script's, with the bytes at which they begin.
fn marks<'a>(text: &'a str, language: &'static Language) -> impl Iterator<Item = (usize, char, char)> + 'a {
    let first = FIRST.of(language);
    let three = first.and_then(|first| first.three);
    let each = first.filter(|_| three.is_none()).into_iter().flat_map(|first| {
        let marks = text.bytes().enumerate().filter(|(_, byte)| first.bytes[usize::from(*byte)]);
        marks.map(|(at, _)| at)
    });
    let three = three.into_iter().flat_map(|[a, b, c]| memchr::memchr3_iter(a, b, c, text.as_bytes()));
    three.chain(each).filter_map(|at| {
        let written = text.get(at..)?.chars().next()?;
        language.marks.taken.iter().find(|(mark, _)| *mark == written).map(|(mark, right)| (at, *mark, *right))
    })
}

fn look(context: &RuleContext<'_>, said: &PassageText<'_>, findings: &mut Vec<Finding>) {
    let language = said.language;
    let own = |c: Option<char>| c.is_some_and(language.marks.own_letter);
    let text = said.text();
    // A closing bracket or quotation mark belongs to what it closes.
    let closes = |c: &char| matches!(c, ')' | '”' | '“' | '»' | '》' | ' ' | '"');
    // The full stop behind a number is the label's, whatever stands between: `1之二.`
    let label = said.label(context.draft);
    let is_labels = |place: &Range<usize>| label.is_some_and(|label| label.range.contains(&place.start));
    for (at, c, right) in marks(text, language) {
        let last = text.get(..at).unwrap_or_default().chars().rev().find(|c| !closes(c));
        let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = behind.trim_start().chars().next();
        let glued = behind.chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
        // `第二. B节` counts, with a space that does no harm.
        let glued = glued || (c == '.' && next.is_some_and(|c| c.is_ascii_uppercase()));
        // Where letters were lost, it stands for a quotation mark.
        let opens = c == '?' && behind.starts_with(char::is_alphanumeric);
        let opened = c == '?' && text.get(..at).is_some_and(|before| before.contains(" ?"));
        if opens || opened {
            continue;
        }
        let foreign = if c.is_ascii() { own(last) && !glued } else { own(last) || own(next) };
        if !foreign {
            continue;
        }
        let range = said.source(at..at + c.len_utf8());
        if is_labels(&range) {
            continue;
        }
        let mut finding = context.finding(&RULE, range.clone(), other_script(c, right));
        let mut text = right.to_string();
        // A full-width mark brings its own space; others have one behind them.
        let mut end = range.end;
        if !right.is_ascii() && language.spacing.joint.is_empty() {
            let rest = context.text.get(end..).unwrap_or_default();
            end += rest.len() - rest.trim_start_matches(' ').len();
        } else if !c.is_ascii() && behind.starts_with(char::is_alphabetic) {
            text.push(' ');
        }
        let edits = vec![Edit { range: range.start..end, text }];
        finding.fix = Some(Fix { title: fix::write(right), certain: true, edits });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    const RULE: &str = "punctuation-script";

    #[test]
    fn marks_of_other_scripts() {
        expect(
            RULE,
            "
大会，

回顾漫长的黑夜,
       ^ “,” is a mark of another script. Write “，”.

1. 决定点亮灯塔;并请看守人守夜；
         ^ “;” is a mark of another script. Write “；”.

2. 请秘书长提出报告.
           ^ “.” is a mark of another script. Write “。”.
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى الليالي, وإلى البحر،
                   ^ “,” is a mark of another script. Write “،”.

1 - تقرر السهر;
              ^ “;” is a mark of another script. Write “؛”.

2 - تقرر الراحة.
",
        );
        let western = [
            ("The General Assembly,\n\nRecalling the night，and the sea,\n\n1. Decides.\n", "，and", ", and"),
            ("L’Assemblée générale,\n\nRappelant la nuit，\n\n1. Décide.\n", "，", ","),
            ("La Asamblea General,\n\nRecordando la noche,\n\n1. Decide velar；\n\n2. Decide.\n", "；", ";"),
            ("Генеральная Ассамблея,\n\nссылаясь на ночь، и море,\n\n1. постановляет.\n", "،", ","),
        ];
        for (draft, wrong, right) in western {
            assert_eq!(fixed(RULE, draft), draft.replace(wrong, right));
        }
    }

    #[test]
    fn figures_symbols_and_foreign_words() {
        expect(
            RULE,
            "
大会，

回顾其2007年12月18日第62/175号决议(A/RES/62/175, annex)和United Nations, Treaty Series, vol. 2187,¹

1. 决定拨款1,234.5万美元，时间为15:30；

2.决定见www.example.org；

3. 决定守夜。

¹ United Nations, Treaty Series, vol. 2187, No. 38544。
",
        );
        expect(
            RULE,
            "
إن الجمعية العامة،

إذ تشير إلى الوثيقة A/92/85, 86 و1,500 مصباح،(¹)

1 - تقرر ما يلي:

(أ) السهر.

(¹) United Nations, Treaty Series, vol. 2187, No. 38544.
",
        );
    }

    #[test]
    fn labels_of_insertions() {
        expect(RULE, "\n大会，\n\n1. 决定点亮灯塔；\n\n1之二. 决定守夜；\n\n2. 请看守人提出报告。\n");
    }

    #[test]
    fn a_counted_section() {
        expect(
            RULE,
            "
大会，

回顾第92/14号决议第一. B节和第二.A节，

1. 决定点亮灯塔。
",
        );
    }
}
