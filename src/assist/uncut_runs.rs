//! Which words of a draft an editor can set apart without moving the words around them.

use std::ops::Range;

use crate::script::runs_from_right;
use crate::workspace::ParsedText;

/// Tells which words can be shown in a box of their own, in a line that runs from left to right.
///
/// Some editors put coloured or linked words into a box that neither sees nor touches the direction of what stands around
/// it. Where such a box cuts a stretch of writing from right to left, its halves change their places.
#[derive(Debug)]
pub struct UncutRuns<'a> {
    reading: &'a ParsedText,
    /// The line that was asked about last, in bytes, and what in it is shown from right to left.
    line: Range<usize>,
    runs: Vec<Range<usize>>,
}

impl<'a> UncutRuns<'a> {
    /// Asks about a draft.
    pub fn of(reading: &'a ParsedText) -> UncutRuns<'a> {
        UncutRuns { reading, line: 0..0, runs: Vec::new() }
    }

    /// Whether no stretch of writing from right to left is cut where these bytes of the draft begin and end. Only parts in a
    /// language that is written so are looked at.
    pub fn can_set_apart(&mut self, words: &Range<usize>) -> bool {
        let language = self.reading.draft.language_at(words.start);
        !language.marks.right_to_left || [words.start, words.end].into_iter().all(|at| !self.is_inside_a_run(at))
    }

    fn is_inside_a_run(&mut self, at: usize) -> bool {
        if !(self.line.start <= at && at <= self.line.end) || self.line.is_empty() {
            let text = self.reading.written();
            let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            let end = before.len() + behind.find('\n').unwrap_or(behind.len());
            self.line = start..end;
            self.runs = runs_from_right(text.get(start..end).unwrap_or_default());
        }
        let at = at - self.line.start;
        self.runs.iter().any(|run| run.start < at && at < run.end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::super::{TokenKind, tokens};
    use super::*;

    const DRAFT: &str = "92/20 مصابيح المرافئ

إن الجمعية العامة،

إذ تشير إلى قرارها 92/14 المؤرخ 3 كانون الأول/ديسمبر 2037، المعنون ”سماء مظلمة“¹،

وإذ تلاحظ مع القلق الوثيقة A/92/118، وتقدم المصابيح،

1 - تحيط علما بالتقرير A/92/119؛

2 - تهيب بالدول الأعضاء:

(أ) أن تطفئ المصابيح؛

(ب) أن تضيئها.

__________________

¹ انظر A/92/2.
";

    #[test]
    fn labels_whole_lines_and_symbols_in_latin_letters_are_set_apart() {
        use TokenKind::*;
        let fixture = Fixture::new(DRAFT);
        let mut runs = UncutRuns::of(&fixture.reading);
        let mut found = tokens(&fixture.reading, 0..fixture.reading.text.len());
        let all = found.len();
        found.retain(|token| runs.can_set_apart(&token.range));
        let found: Vec<_> =
            found.iter().map(|token| (&fixture.reading.text[token.range.clone()], token.kind)).collect();
        assert_eq!(
            found,
            [
                ("92/20 مصابيح المرافئ", Title),
                ("A/92/118", Symbol),
                ("1 -", Label),
                ("A/92/119", Symbol),
                ("2 -", Label),
                ("(أ)", Label),
                ("(ب)", Label),
                ("¹", Marker),
                ("A/92/2", Symbol),
            ]
        );
        assert!(all > found.len() + 5, "openings, numbers, dates and markers in the midst of a line are not: {all}");
    }

    #[test]
    fn nothing_is_withheld_in_other_languages() {
        let fixture =
            Fixture::new("The General Assembly,\n\nRecalling its resolution 92/14, known as قرار 92/14 المصابيح,\n");
        let mut runs = UncutRuns::of(&fixture.reading);
        let text = &fixture.reading.text;
        assert!((0..text.len()).all(|at| runs.can_set_apart(&(at..text.len()))));
    }
}
