//! Words of a draft, made fit to be shown.

use std::ops::Range;

use crate::draft::{NormalizedText, Paragraph};
use crate::script::is_wide;
use crate::script::punctuation::{UNAGREED_CLOSING, UNAGREED_OPENING, parts_clauses};
use crate::workspace::ParsedText;

/// The first words of a range of the draft, in one line, no more than about `characters`.
pub fn first_words(reading: &ParsedText, range: Range<usize>, characters: usize) -> String {
    shorten(&reading.words(range), characters)
}

/// The words of a paragraph without its label, in one line. Text out of a PDF may have the label after the
/// paragraph's first line.
pub fn without_label(text: &str, paragraph: &Paragraph) -> String {
    let words = |range: Range<usize>| NormalizedText::of(text.get(range).unwrap_or_default(), 0).text.trim().to_owned();
    let Paragraph { range, label, .. } = paragraph;
    let Some(label) = label else { return words(range.clone()) };
    let after = words(label.range.end.min(range.end)..range.end);
    if label.range.start <= range.start {
        return after;
    }
    let before = words(range.start..label.range.start.min(range.end));
    // What is not agreed has a bracket before its label, and some close it after the label alone: `[4.] Requests`.
    if before.ends_with(UNAGREED_OPENING) {
        return match after.strip_prefix(UNAGREED_CLOSING) {
            Some(rest) => rest.trim_start().to_owned(),
            None => before + &after,
        };
    }
    // No space stands beside Chinese characters, which need none.
    let space = if before.ends_with(is_wide) || after.starts_with(is_wide) { "" } else { " " };
    format!("{before}{space}{after}")
}

/// A label and the words after it, in one line.
pub fn labelled(label: &str, words: &str) -> String {
    format!("{label} {words}").trim().to_owned()
}

/// Cuts a line after `characters` at most, at the end of a word where there is one not too far back.
pub fn shorten(line: &str, characters: usize) -> String {
    let Some((cut, _)) = line.char_indices().nth(characters) else { return line.to_owned() };
    let head = line.get(..cut).unwrap_or_default();
    let head = match head.rfind(' ') {
        Some(space) if space > cut / 2 && !line.get(cut..).unwrap_or_default().starts_with(' ') => {
            head.get(..space).unwrap_or(head)
        }
        _ => head,
    };
    format!("{}…", head.trim_end_matches(|c| c == ' ' || parts_clauses(c)))
}

/// Escapes what Markdown would take for its own.
pub fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_end_with_a_word() {
        assert_eq!(shorten("Requests the Secretary-General", 40), "Requests the Secretary-General");
        assert_eq!(shorten("Requests the Secretary-General to report", 33), "Requests the Secretary-General to…");
        assert_eq!(shorten("请秘书长向大会第九十三届会议提出报告", 6), "请秘书长向大…");
    }

    #[test]
    fn text_is_no_markdown() {
        assert_eq!(markdown("[on *stars*]"), "\\[on \\*stars\\*\\]");
    }
}
