//! The running text of one block, as one reads it aloud: line breaks, page furniture, footnote markers and
//! invisible characters are gone, and every byte still knows where it stands in the draft.
//!
//! What a flow evens out, so that a pattern has to know one form only:
//!
//! - every run of white space (line breaks, no-break and full-width spaces included) is one ASCII space,
//!   and none beside a Chinese character or a full-width mark;
//! - soft hyphens, zero-width characters, byte-order marks and bidirectional marks are gone;
//! - full-width digits, Latin letters, round brackets, commas and colons inside numbers keep their meaning:
//!   digits, letters and brackets become ASCII (`（1）` is `(1)`), and so does a full-width slash between two
//!   numbers (`６２／１７５`); other full-width slashes and sentence marks stay as they are;
//! - Arabic-Indic digits become ASCII;
//! - the no-break hyphen is a hyphen;
//! - a backslash that Markdown has before a mark (`A/C\.3/80/L\.1`) is gone;
//! - digits spaced out one by one (`2 0 0 8 年`) are joined.
//!
//! A hyphen at the end of a line joins to the next line without a space.

use std::ops::Range;

use crate::script::{ascii_digit, is_invisible, is_wide};

/// Running text and its way back to the draft. Offsets are bytes.
#[derive(Debug, Default, Clone)]
pub struct NormalizedText {
    /// The text, evened out.
    pub text: String,
    runs: Vec<MappedRun>,
    /// White space was met and is not yet written.
    space: Option<usize>,
    /// The white space that was met has a line break in it.
    broken: bool,
    /// Digits stand spaced out in the piece that is being pushed.
    spaced_digits: bool,
}

/// Bytes of a flow that come from consecutive bytes of the draft. When both lengths are equal they map one
/// to one, else the run is a single character that was replaced.
#[derive(Debug, Clone, Copy)]
struct MappedRun {
    flow: usize,
    draft: usize,
    flow_len: usize,
    draft_len: usize,
}

impl NormalizedText {
    /// The flow of a text that stands at byte `at` of the draft.
    pub fn of(text: &str, at: usize) -> NormalizedText {
        let mut flow = NormalizedText::default();
        flow.push(text, at);
        flow
    }

    /// Empties the flow, keeping its memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.runs.clear();
        self.space = None;
        self.broken = false;
    }

    /// Appends a piece of the draft that begins at byte `at`. White space at the joint is evened out like
    /// any other; without white space the pieces are joined.
    pub fn push(&mut self, piece: &str, at: usize) {
        self.spaced_digits = has_spaced_digits(piece);
        let bytes = piece.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            let Some(c) = piece[i..].chars().next() else { break };
            let plain = plain_stretch(&bytes[i..], !self.spaced_digits);
            if plain > 0 {
                self.write_space(c);
                self.write(&piece[i..i + plain], at + i, plain);
                i += plain;
                continue;
            }
            let len = c.len_utf8();
            if c == '\\' && bytes.get(i + 1).is_some_and(u8::is_ascii_punctuation) {
                // What it stands before is a mark like any other, a second backslash too.
                i += 1;
                let escaped = &piece[i..i + 1];
                self.write_space(escaped.chars().next().unwrap_or_default());
                self.write(escaped, at + i, 1);
                i += 1;
                continue;
            }
            if c.is_whitespace() || c == '\u{1c}' {
                self.space.get_or_insert(at + i);
                self.broken |= matches!(c, '\n' | '\r' | '\u{c}');
            } else if !is_invisible(c) {
                let shown = if c == '／' && self.is_between_numbers(&piece[i + len..]) { '/' } else { shown_as(c) };
                self.write_space(shown);
                if shown == c {
                    self.write(&piece[i..i + len], at + i, len);
                } else {
                    self.write(shown.encode_utf8(&mut [0; 4]), at + i, len);
                }
            }
            i += len;
        }
    }

    /// Whether a full-width slash before `rest` parts the two numbers of a resolution (`６２／１７５`), and not the parts
    /// of a document symbol, where it is a slip.
    fn is_between_numbers(&self, rest: &str) -> bool {
        let before = self.text.trim_end_matches(|c: char| c.is_ascii_digit());
        self.space.is_none()
            && before.len() < self.text.len()
            && !before.ends_with(['/', '／', '.', '-'])
            && rest.chars().next().map(shown_as).is_some_and(|c| c.is_ascii_digit())
    }

    fn write_space(&mut self, next: char) {
        let Some(at) = self.space.take() else { return };
        let broken = std::mem::take(&mut self.broken);
        let Some(last) = self.text.chars().next_back() else { return };
        if is_wide(last) || is_wide(next) {
            return;
        }
        if broken && (last == '/' || (last == '-' && self.text.len() > 1 && !self.text.ends_with(" -"))) {
            return;
        }
        if self.spaced_digits && last.is_ascii_digit() && next.is_ascii_digit() {
            return;
        }
        self.write(" ", at, 1);
    }

    fn write(&mut self, shown: &str, draft: usize, draft_len: usize) {
        let flow = self.text.len();
        self.text.push_str(shown);
        if shown.len() == draft_len
            && let Some(run) = self.runs.last_mut()
            && run.flow_len == run.draft_len
            && run.draft + run.draft_len == draft
        {
            run.flow_len += shown.len();
            run.draft_len += draft_len;
            return;
        }
        self.runs.push(MappedRun { flow, draft, flow_len: shown.len(), draft_len });
    }

    /// The bytes of the draft that a range of the flow comes from.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.source_start(range.start);
        if range.is_empty() {
            return start..start;
        }
        start..self.source_end(range.end)
    }

    /// The bytes of the flow that come from a range of bytes of the draft; empty where nothing of it is in the flow.
    pub fn place(&self, draft: &Range<usize>) -> Range<usize> {
        let place = |byte: usize| {
            let next = self.runs.partition_point(|run| run.draft + run.draft_len <= byte);
            match self.runs.get(next) {
                Some(run) if run.draft < byte && run.flow_len == run.draft_len => run.flow + (byte - run.draft),
                Some(run) => run.flow,
                None => self.text.len(),
            }
        };
        place(draft.start)..place(draft.end).max(place(draft.start))
    }

    /// The place in the draft of the character that begins at byte `flow` of the flow; past the end, the
    /// end of the last character.
    fn source_start(&self, flow: usize) -> usize {
        match self.runs.partition_point(|run| run.flow <= flow).checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(run) if flow >= run.flow + run.flow_len => run.draft + run.draft_len,
            Some(run) if run.flow_len == run.draft_len => run.draft + (flow - run.flow),
            Some(run) => run.draft,
            None => 0,
        }
    }

    /// The place in the draft just after the character that ends at byte `flow` of the flow.
    fn source_end(&self, flow: usize) -> usize {
        match self.runs.partition_point(|run| run.flow < flow).checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(run) if run.flow_len == run.draft_len => run.draft + (flow - run.flow).min(run.draft_len),
            Some(run) => run.draft + run.draft_len,
            None => self.source_start(0),
        }
    }
}

/// Whether the flow of a text has the very same words, character by character.
pub fn is_as_written(text: &str) -> bool {
    plain_stretch(text.as_bytes(), true) == text.len() && !has_spaced_digits(text)
}

/// How many bytes at the beginning stay as they are: characters that a flow does not change, and between two of them,
/// where `spaces` says so, a single space, unless one of them is Chinese.
fn plain_stretch(bytes: &[u8], spaces: bool) -> usize {
    let mut end = 0;
    let mut wide = false;
    loop {
        if spaces && end > 0 && !wide {
            end += plain_chunks(&bytes[end..]);
        }
        let rest = &bytes[end..];
        match plain_character(rest) {
            Some((len, is_wide)) => (end, wide) = (end + len, is_wide),
            None => {
                let joins = rest.first() == Some(&b' ') && spaces && end > 0 && !wide;
                match rest.get(1..).and_then(plain_character) {
                    Some((len, false)) if joins => end += 1 + len,
                    _ => return end,
                }
            }
        }
    }
}

/// The length of the character at the beginning, if it is one of those that stay as they are and make up most of what
/// is written, and whether it is wide.
#[inline]
fn plain_character(bytes: &[u8]) -> Option<(usize, bool)> {
    Some(match bytes {
        [0x21..=0x5b | 0x5d..=0x7e, ..] => (1, false),
        // U+00C0 to U+023F, U+0400 to U+04FF.
        [0xc3..=0xc8 | 0xd0..=0xd3, _, ..] => (2, false),
        // The Arabic comma, U+0620 to U+0652.
        [0xd8, 0x8c | 0xa0..=0xbf, ..] | [0xd9, 0x80..=0x92, ..] => (2, false),
        // U+2013 to U+201F: dashes and quotation marks.
        [0xe2, 0x80, 0x93..=0x9f, ..] => (3, false),
        // U+3001 to U+303E, U+4E00 to U+9FFF, the full-width comma, colon and semicolon.
        [0xe3, 0x80, 0x81..=0xbe, ..]
        | [0xe4, 0xb8..=0xbf, _, ..]
        | [0xe5..=0xe9, _, _, ..]
        | [0xef, 0xbc, 0x8c | 0x9a | 0x9b, ..] => (3, true),
        _ => return None,
    })
}

/// How many bytes at the beginning, many looked at at a time, are narrow characters that stay as they are and single
/// spaces between them. The first may be a space, the last is none.
fn plain_chunks(bytes: &[u8]) -> usize {
    const CHUNK: usize = 16;
    // The first bytes of letters of two bytes.
    let begins = |b: u8| matches!(b, 0xc3..=0xc8 | 0xd0..=0xd3 | 0xd8 | 0xd9);
    let plain = |b: u8, next: u8| {
        let graphic = |b: u8| matches!(b, 0x21..=0x7e);
        let joins = (b == b' ') & (graphic(next) | begins(next));
        // U+061C is invisible, and Arabic digits become others.
        let changed = ((b == 0xd8) & (next == 0x9c)) | ((b == 0xd9) & matches!(next, 0xa0..=0xa9));
        (graphic(b) | matches!(b, 0x80..=0xbf) | begins(b) | joins) & (b != b'\\') & !changed
    };
    let mut end = 0;
    while let (Some(chunk), Some(next)) = (bytes.get(end..end + CHUNK), bytes.get(end + 1..end + 1 + CHUNK)) {
        if !chunk.iter().zip(next).fold(true, |all, (b, next)| all & plain(*b, *next)) {
            break;
        }
        let last = chunk.last().copied().unwrap_or_default();
        end += CHUNK - usize::from(last == b' ' || begins(last));
    }
    end
}

/// Whether digits stand one by one with spaces between, three or more of them, as in a PDF's letter-spaced
/// line.
fn has_spaced_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Most texts have no two digits with a space between, which is seen many bytes at a time.
    let parts = |(a, (b, c)): (&u8, (&u8, &u8))| a.is_ascii_digit() & (*b == b' ') & c.is_ascii_digit();
    let near = bytes.iter().zip(bytes.iter().skip(1).zip(bytes.iter().skip(2)));
    if !near.fold(false, |any, near| any | parts(near)) {
        return false;
    }
    let single = |i: usize| {
        bytes.get(i).is_some_and(u8::is_ascii_digit)
            && !bytes.get(i + 1).is_some_and(u8::is_ascii_digit)
            && (i == 0 || !bytes.get(i - 1).is_some_and(u8::is_ascii_digit))
    };
    memchr::memchr_iter(b' ', bytes)
        .any(|i| i > 0 && single(i - 1) && single(i + 1) && bytes.get(i + 2) == Some(&b' ') && single(i + 3))
}

#[inline]
fn shown_as(c: char) -> char {
    match c {
        '\u{2011}' => '-',
        '（' => '(',
        '）' => ')',
        _ => ascii_digit(c).unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(text: &str) -> String {
        NormalizedText::of(text, 0).text
    }

    #[test]
    fn evens_out_space() {
        assert_eq!(
            flow("Security  Council\nresolution\u{a0}1325\u{2009}(2000)"),
            "Security Council resolution 1325 (2000)"
        );
        assert_eq!(flow(" 2007 年 12月\n\n18 日第 62/175 号决议， "), "2007年12月18日第62/175号决议，");
        assert_eq!(flow("2 0 0 8 年 1 2 月 1 8 日大会决议"), "2008年12月18日大会决议");
        assert_eq!(flow("第１３２５（２０００）号"), "第1325(2000)号");
        assert_eq!(flow("medium-\nterm, A/C.3/\n80/L.1, a - b"), "medium-term, A/C.3/80/L.1, a - b");
    }

    #[test]
    fn a_text_as_it_is_written_is_its_own_flow() {
        for text in ["Security Council", "安全理事会，", "إن الجمعية العامة،", "No. 5 – “x”", "a", ""]
        {
            assert!(is_as_written(text) && flow(text) == text, "{text:?}");
        }
        assert_eq!(flow(r"A/C\.3/80/L\.1, see \(a\) and \x"), r"A/C.3/80/L.1, see (a) and \x");
        for text in ["a  b", " a", "a ", "a\nb", "安 全", "２", "٢", "a\u{a0}b", "a\u{ad}b", "2 0 0 8 x", "a\u{200f}"]
        {
            assert!(!is_as_written(text), "{text:?}");
        }
    }

    #[test]
    fn every_character_knows_its_place() {
        let text = "，\u{200e} 第 １３ 号\u{ad}（决议）  of\u{2011}x";
        let flow = NormalizedText::of(text, 0);
        for (i, c) in flow.text.char_indices() {
            let source = &text[flow.source(i..i + c.len_utf8())];
            let first = source.chars().next().unwrap();
            assert!(shown_as(first) == c || (c == ' ' && first.is_whitespace()), "{c:?} from {source:?}");
        }
    }
}
