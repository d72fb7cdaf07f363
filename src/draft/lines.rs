//! The physical lines of a draft.

use std::ops::Range;

use super::anchors;
use super::incremental::Replacement;
use super::line_facts::LineFacts;
use crate::script::punctuation::{
    ARABIC_SEMICOLON, ENUMERATION_COMMA, FULL_WIDTH_SEMICOLON, SQUARE_CLOSING, SQUARE_OPENING, ends_paragraph,
    ends_sentence, is_colon, is_comma, is_full_stop, is_semicolon,
};
use crate::script::{is_han, is_invisible, is_superscript, is_wide};

/// A line of the draft. Offsets are bytes.
#[derive(Debug, Clone)]
pub struct DraftLine {
    /// Without white space and invisible characters at either end; empty for a blank line.
    pub text: Range<usize>,
    /// The whole line, with its terminator.
    pub whole: Range<usize>,
    /// Columns of white space before the text; for a blank line, all of it.
    pub indent: usize,
    /// Columns of the text; a Chinese character takes two.
    pub width: usize,
    /// A form feed stands before the text: a new page begins.
    pub new_page: bool,
    /// The mark of a quotation in Markdown stands before the text: `> Recalling`. So does pandoc write what a word
    /// processor sets in.
    pub quoted: bool,
    /// What is known of its words.
    pub(super) facts: LineFacts,
}

impl DraftLine {
    /// Whether nothing but white space stands in it.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Moves its places by a number of bytes, which wraps.
    fn move_by(&mut self, by: usize) {
        for range in [&mut self.text, &mut self.whole] {
            *range = range.start.wrapping_add(by)..range.end.wrapping_add(by);
        }
    }
}

/// The lines of a text that an edit has made of the one whose lines these were: only those that it touched are split anew.
pub fn lines_after(mut lines: Vec<DraftLine>, edit: &Replacement, text: &str) -> Vec<DraftLine> {
    // What ends right before an edit may have half of a line's end behind it.
    let first = lines.partition_point(|line| line.whole.end < edit.range.start);
    let last = lines.partition_point(|line| line.whole.start <= edit.range.end);
    let by = edit.length.wrapping_sub(edit.range.len());
    let from = first.checked_sub(1).and_then(|before| lines.get(before)).map_or(0, |before| before.whole.end);
    let to = lines.get(last).map_or(text.len(), |behind| behind.whole.start.wrapping_add(by));
    let Some(touched) = text.get(from..to) else { return self::lines(text) };
    let mut fresh = self::lines(touched);
    fresh.iter_mut().for_each(|line| line.move_by(from));
    let tail = lines.get_mut(last..).unwrap_or_default();
    tail.iter_mut().for_each(|line| line.move_by(by));
    lines.splice(first..last, fresh);
    lines
}

/// Splits a text into lines, at LF, CRLF and CR as the protocol does.
pub fn lines(text: &str) -> Vec<DraftLine> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(text.len() / 60 + 1);
    let mut start = 0;
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        if end < start {
            continue;
        }
        let next = if bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n') { end + 2 } else { end + 1 };
        lines.push(line(text, start..end, next));
        start = next;
    }
    if start < text.len() {
        lines.push(line(text, start..text.len(), text.len()));
    }
    lines
}

fn line(text: &str, range: Range<usize>, next: usize) -> DraftLine {
    let content = &text[range.clone()];
    if let [first, .., last] = content.as_bytes()
        && first.is_ascii_graphic()
        && *first != b'>'
        && last.is_ascii_graphic()
    {
        return DraftLine {
            text: range.clone(),
            whole: range.start..next,
            indent: 0,
            width: width(content),
            new_page: false,
            quoted: false,
            facts: LineFacts::default(),
        };
    }
    let fluff = |c: char| c.is_whitespace() || is_invisible(c);
    let head = content.len() - content.trim_start_matches(fluff).len();
    let inner = content.trim_matches(fluff);
    let mut indent = 0;
    let mut new_page = false;
    for c in content[..head].chars() {
        match c {
            '\u{c}' => {
                new_page = true;
                indent = 0;
            }
            '\t' => indent += 4,
            '\u{3000}' => indent += 2,
            c if is_invisible(c) => {}
            _ => indent += 1,
        }
    }
    let words = without_quote_marks(inner);
    let quoted = words.len() < inner.len();
    let mark = inner.len() - words.len();
    let start = range.start + head + mark;
    let text = if words.is_empty() { start..start } else { start..start + words.len() };
    DraftLine {
        text,
        whole: range.start..next,
        indent: indent + mark,
        width: width(words),
        new_page,
        quoted,
        facts: LineFacts::default(),
    }
}

/// What stands behind the marks of a quotation that a line begins with.
fn without_quote_marks(line: &str) -> &str {
    let words = line.trim_start_matches(['>', ' ']);
    let marks = line.get(..line.len() - words.len()).unwrap_or_default();
    if marks.starts_with('>') && (words.is_empty() || marks.ends_with(' ')) { words } else { line }
}

/// Columns that a text takes; a Chinese character takes two.
fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    // By the first bytes of its characters, many at a time: the characters themselves are looked at only in a stretch
    // that has one whose first byte does not tell.
    let bytes = text.as_bytes();
    let mut width = 0;
    let mut start = 0;
    while start < bytes.len() {
        let mut end = bytes.len().min(start + STRETCH);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let stretch = bytes.get(start..end).unwrap_or_default();
        if tells(stretch) {
            // All from U+5000 to U+9FFF is Chinese, and what is told of U+3000 to U+3FFF and U+FF00 to U+FF3F.
            let begins = |b: u8| u8::from(b & 0xc0 != 0x80) + u8::from(matches!(b, 0xe3 | 0xe5..=0xe9 | 0xef));
            width += usize::from(stretch.iter().fold(0_u8, |sum, b| sum.wrapping_add(begins(*b))));
        } else {
            let stretch = text.get(start..end).unwrap_or_default();
            width += stretch.chars().map(|c| if is_wide(c) { 2 } else { usize::from(!is_invisible(c)) }).sum::<usize>();
        }
        start = end;
    }
    width
}

/// Whether the first bytes of the characters in a stretch of text tell how wide they are.
fn tells(stretch: &[u8]) -> bool {
    let told = |b: u8, next: u8, last: u8| {
        let first = matches!(b, 0..=0xe0 | 0xe2 | 0xe3 | 0xe5..=0xe9 | 0xef);
        // Of the characters that begin with 0xc2 and 0xd8 one each is invisible: U+00AD and U+061C.
        let visible = ((b != 0xc2) | (next != 0xad)) & ((b != 0xd8) | (next != 0x9c));
        // U+2010 to U+203F has invisible ones from U+202A to U+202E.
        let punctuation = (b != 0xe2) | (next == 0x80) & (last >= 0x90) & !matches!(last, 0xaa..=0xae);
        // U+303F and U+3040 are narrow.
        let ideographic = (b != 0xe3) | ((next != 0x80) | (last != 0xbf)) & ((next != 0x81) | (last != 0x80));
        let full_width = (b != 0xef) | (next == 0xbc);
        first & visible & punctuation & ideographic & full_width
    };
    let followed = stretch.iter().zip(stretch.get(1..).unwrap_or_default()).zip(stretch.get(2..).unwrap_or_default());
    // No character of three bytes begins with the last but one.
    let end = match stretch {
        [.., b, next] => told(*b, *next, 0),
        _ => true,
    };
    end && followed.fold(true, |all, ((b, next), last)| all & told(*b, *next, *last))
}

/// How many bytes of a line are measured at a time. A byte counts two columns at most, so that a stretch's fit in a byte.
const STRETCH: usize = 64;

/// How a text ends, markers and invisible characters aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEnding {
    /// With a comma.
    Comma,
    /// With a semicolon.
    Semicolon,
    /// With a colon.
    Colon,
    /// A full stop, question or exclamation mark.
    Stop,
    /// No mark: the sentence goes on.
    Open,
}

/// How `text` ends. Footnote markers in superscript or brackets after the mark, closing quotation marks and
/// brackets, and emphasis are passed over; after a semicolon so is the `and` of a list.
pub fn ending(text: &str) -> TextEnding {
    closing(text).0
}

/// How `text` ends, as `ending` says, and the byte behind the mark that it ends with, or behind its words where it has
/// none.
pub fn closing(text: &str) -> (TextEnding, usize) {
    let mut text = text;
    let mut found = mark_at_end(text);
    // A negotiated paragraph has few remarks; what has many is no text.
    for _ in 0..REMARKS {
        match before_remark(text).filter(|_| found.0 == TextEnding::Open) {
            Some(before) => text = before,
            None => break,
        }
        found = mark_at_end(text);
    }
    found
}

/// The most remarks in square brackets that are passed over at a paragraph's end.
const REMARKS: usize = 8;

/// How long a Chinese word is that joins the last item of a list, in bytes: two characters at most.
const SHORT_WORD: usize = 6;

fn mark_at_end(text: &str) -> (TextEnding, usize) {
    let text = without_glued_mark(bare_end(text));
    let found = match text.chars().next_back() {
        Some(c) if is_comma(c) => TextEnding::Comma,
        Some(c) if is_semicolon(c) => TextEnding::Semicolon,
        Some(c) if is_colon(c) => TextEnding::Colon,
        Some(c) if ends_sentence(c) => TextEnding::Stop,
        _ => {
            let last = text.rsplit(' ').next().unwrap_or("");
            let before = text.get(..text.len() - last.len()).unwrap_or("").trim_end();
            // A list's `; and`, in whatever language: one short word after a semicolon.
            if last.len() < 5 && before.ends_with([';', ARABIC_SEMICOLON]) {
                return (TextEnding::Semicolon, before.len());
            }
            // The same in Chinese, which has no spaces.
            let mut backwards =
                text.char_indices().rev().skip_while(|(at, c)| is_han(*c) && text.len() - at <= SHORT_WORD);
            if text.ends_with(is_han)
                && let Some((at, FULL_WIDTH_SEMICOLON)) = backwards.next()
            {
                return (TextEnding::Semicolon, at + FULL_WIDTH_SEMICOLON.len_utf8());
            }
            TextEnding::Open
        }
    };
    (found, text.len())
}

/// What stands before the number of a note that is glued to the mark at the end: `the lamps,1`. After a number a comma
/// may be part of it.
fn without_glued_mark(text: &str) -> &str {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    if !(1..=2).contains(&(text.len() - bare.len())) {
        return text;
    }
    let mut before = bare.chars().rev();
    match before.next() {
        Some(c) if is_semicolon(c) || (is_comma(c) && c != ',') => bare,
        Some(',') => {
            let word: String = before.take_while(|c| !c.is_whitespace()).take(4).collect();
            let digits = word.chars().take_while(char::is_ascii_digit).count();
            if !word.is_empty() && (digits == 0 || digits == 4) { bare } else { text }
        }
        _ => text,
    }
}

/// What stands before the remark in square brackets at the end of a negotiated paragraph (`…; [EU: delete]`), if it
/// comes after a mark or another remark.
fn before_remark(text: &str) -> Option<&str> {
    let text = text.trim_end();
    let inner = text.strip_suffix(SQUARE_CLOSING)?;
    let open = inner.rfind(SQUARE_OPENING).filter(|open| inner.len() - open < 200)?;
    let before = inner.get(..open)?.trim_end();
    (before.ends_with(ends_paragraph) || before.ends_with(SQUARE_CLOSING)).then_some(before)
}

fn bare_end(text: &str) -> &str {
    let mut text = text;
    loop {
        let shorter = text.trim_end_matches(|c: char| {
            c.is_whitespace()
                || is_invisible(c)
                || is_superscript(c)
                || matches!(c, '”' | '“' | '’' | '"' | '»' | '›' | '*' | '_' | '」' | '』' | ']')
        });
        let shorter = anchors::without_last(without_attributes(strip_bracketed_marker(shorter, text)));
        // Between two markers, or left of them where they were cut out: `，¹⁰、¹¹`.
        let before = shorter
            .strip_suffix(ENUMERATION_COMMA)
            .or_else(|| shorter.strip_suffix(',').filter(|_| shorter.len() < text.len()));
        let shorter = before
            .filter(|before| {
                let marks = before.ends_with(|c| is_comma(c) || is_semicolon(c) || is_colon(c) || is_full_stop(c))
                    && shorter.ends_with(ENUMERATION_COMMA);
                marks
                    || (before.ends_with(is_superscript)
                        && text
                            .get(shorter.len()..)
                            .is_some_and(|cut| cut.starts_with(is_superscript) || shorter.ends_with(ENUMERATION_COMMA)))
            })
            .unwrap_or(shorter);
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// What stands before the attributes that pandoc's Markdown has behind a stretch of text: `[…;]{dir="rtl"}`.
fn without_attributes(text: &str) -> &str {
    let inner = text.strip_suffix('}').and_then(|inner| inner.rsplit_once("]{"));
    inner.filter(|(_, attributes)| attributes.contains(['=', '.'])).map_or(text, |(before, _)| before)
}

/// `[^12]` and `(12)` in superscript lose their bracket above; what is left of them goes here.
fn strip_bracketed_marker<'a>(text: &'a str, before: &str) -> &'a str {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    if before.trim_end_matches(['*', '_']).ends_with(']')
        && bare.len() < text.len()
        && let Some(bare) = ["[^", "["].into_iter().find_map(|open| bare.strip_suffix(open))
    {
        return bare;
    }
    text.strip_suffix("()").unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_line_breaks() {
        let text = "one\r\ntwo\rthree\u{c}\u{2028}still\u{85}three\n\n four";
        let found: Vec<&str> = lines(text).iter().map(|l| &text[l.text.clone()]).collect();
        assert_eq!(found, ["one", "two", "three\u{c}\u{2028}still\u{85}three", "", "four"]);
    }

    #[test]
    fn lines_after_an_edit_are_those_of_the_text() {
        let text = "one\r\ntwo\rthree\n\n > four\r\n";
        for start in 0..=text.len() {
            for end in start..=text.len() {
                for written in ["", "x", "\n", "\r", "\r\n", "\n\n", "a\rb"] {
                    let mut edited = text.to_owned();
                    edited.replace_range(start..end, written);
                    let edit = Replacement { range: start..end, length: written.len() };
                    let found = lines_after(lines(text), &edit, &edited);
                    assert_eq!(format!("{found:?}"), format!("{:?}", lines(&edited)), "{start}..{end} {written:?}");
                }
            }
        }
    }

    #[test]
    fn endings() {
        for (text, expected) in [
            ("Recalling its work,", TextEnding::Comma),
            ("the Convention,¹²", TextEnding::Comma),
            ("the Convention,[^12]", TextEnding::Comma),
            ("the Convention,**[12]**", TextEnding::Comma),
            ("كافة الدول(³)،", TextEnding::Comma),
            ("最高记录，¹⁰、¹¹", TextEnding::Comma),
            ("最高记录，、", TextEnding::Comma),
            ("the Convention;¹,²", TextEnding::Semicolon),
            ("the Convention¹,", TextEnding::Comma),
            ("the lamps,1", TextEnding::Comma),
            ("of December 2035,1", TextEnding::Comma),
            ("of 3,5", TextEnding::Open),
            ("“a title”;", TextEnding::Semicolon),
            ("of the States; and", TextEnding::Semicolon),
            ("修剪灯芯；以及", TextEnding::Semicolon),
            ("修剪灯芯；提交报告", TextEnding::Open),
            ("the following:", TextEnding::Colon),
            ("against Cuba.”", TextEnding::Stop),
            ("决定如下：", TextEnding::Colon),
            ("Social", TextEnding::Open),
            ("the harbours,] [EU: delete] [US: retain]", TextEnding::Comma),
            ("the harbours; [agreed ad ref]", TextEnding::Semicolon),
            ("the harbours [and the towns]", TextEnding::Open),
            ("", TextEnding::Open),
        ] {
            assert_eq!(ending(text), expected, "{text}");
        }
    }
}
