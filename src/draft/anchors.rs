//! Footnote markers and the heads of notes as markup has them: `[^charter]`, `<sup>1</sup>`, `^1^`, `[[1]](#footnote-2)`,
//! `[\[1\]](\#footnote\-2)`, `----footnote2----`. Such a mark says by itself that it is one.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;

/// A mark in a line. Bytes of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The number or name that it bears.
    pub label: Range<usize>,
    /// The whole mark, with its markup.
    pub whole: Range<usize>,
}

/// How long a note's name may be, in bytes.
const LONGEST_NAME: usize = 40;

/// How the empty marks begin that name a place in a page.
const NAMED_PLACES: [&str; 2] = ["<a id=", "<a name="];

/// The next mark of a footnote in a line, from byte `from` on, and not behind a power's base (`km<sup>2</sup>`), which
/// `is_base` tells. `brackets` says that `[1]` is one, which else needs a caret or a link to its note.
pub fn next(line: &str, from: usize, brackets: bool, is_base: impl Fn(&str) -> bool) -> Option<Anchor> {
    let bytes = line.as_bytes();
    let tail = bytes.get(from..)?;
    let found = memchr::memchr3_iter(b'[', b'<', b'^', tail).map(|at| from + at).find_map(|at| {
        let rest = line.get(at..)?;
        let found = match bytes.get(at)? {
            b'[' => caret(rest).or_else(|| linked(rest)).or_else(|| brackets.then(|| bracketed(rest)).flatten()),
            b'<' => raised(rest, "<sup>", "</sup>"),
            _ => raised(rest, "^", "^"),
        }?;
        let escape = usize::from(line.get(..at)?.ends_with('\\') && bytes.get(at) == Some(&b'['));
        let power = bytes.get(at) != Some(&b'[') && line.get(..at).is_some_and(&is_base);
        (!power).then(|| placed(found, at, escape))
    });
    // A converter's own mark is sought apart: no text has it by chance.
    static FINDER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(OWN));
    let own = FINDER.find(tail).and_then(|at| Some(placed(own(line.get(from + at..)?)?, from + at, 0)));
    let first = match (found, own) {
        (Some(found), Some(own)) => Some(if own.whole.start < found.whole.start { own } else { found }),
        (found, own) => found.or(own),
    }?;
    Some(with_places(line, first))
}

fn placed(Anchor { label, whole }: Anchor, at: usize, escape: usize) -> Anchor {
    Anchor { label: label.start + at..label.end + at, whole: whole.start + at - escape..whole.end + at }
}

/// A mark with the named places right before it: `<a id="footnote-ref-2"></a>[[1]](#footnote-2)`.
fn with_places(line: &str, anchor: Anchor) -> Anchor {
    let mut start = anchor.whole.start;
    while let Some(before) = line.get(..start)
        && let Some(open) = before.strip_suffix("</a>").and_then(|inner| inner.rfind("<a "))
        && NAMED_PLACES.iter().any(|place| before.get(open..).is_some_and(|tag| tag.starts_with(place)))
    {
        start = open;
    }
    Anchor { whole: start..anchor.whole.end, ..anchor }
}

/// What stands before the mark that a text ends with, or the whole text if it ends with none. Named marks and numbers in
/// square brackets are left to others.
pub fn without_last(text: &str) -> &str {
    let window = (text.len().saturating_sub(LONGEST)..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let tail = text.get(window..).unwrap_or_default();
    let open = match tail.as_bytes() {
        [.., b')'] => tail
            .rfind("](")
            .and_then(|link| tail.get(..link)?.rfind(|c: char| !matches!(c, '[' | ']' | '\\' | '^' | '0'..='9'))),
        [.., b'>'] => tail.rfind("<sup>").and_then(|open| open.checked_sub(1)),
        [.., b'^'] => {
            tail.get(..tail.len() - 1).and_then(|inner| inner.rfind('^')).and_then(|open| open.checked_sub(1))
        }
        [.., b'-', b'-'] => tail.rfind(OWN).and_then(|open| open.checked_sub(1)),
        _ => None,
    };
    let Some(open) = open else { return text };
    let from = window + open + tail.get(open..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    match next(text, from, false, |_| false) {
        Some(anchor) if anchor.whole.end == text.len() => text.get(..anchor.whole.start).unwrap_or(text),
        _ => text,
    }
}

/// How long a mark with its markup may be, in bytes.
const LONGEST: usize = 160;

/// `[^charter]`
fn caret(text: &str) -> Option<Anchor> {
    let inner = text.strip_prefix("[^")?;
    let len = inner.bytes().take(LONGEST_NAME + 1).position(|b| b == b']')?;
    let name = inner.get(..len)?;
    let named = !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || matches!(c, '[' | '^'));
    named.then(|| Anchor { label: 2..2 + len, whole: 0..2 + len + 1 })
}

/// `[1]`, `[\[1\]`: a number of at most three digits in square brackets.
fn bracketed(text: &str) -> Option<Anchor> {
    let inner = text.strip_prefix('[')?;
    let digits = digits(inner)?;
    let after = inner.get(digits..)?;
    let close = closed(after, ']')?;
    Some(Anchor { label: 1..1 + digits, whole: 0..1 + digits + close })
}

/// A number that links to a place in the text: `[4](#f4)`, `[[4]](#footnote-5)`.
fn linked(text: &str) -> Option<Anchor> {
    let inner = text.strip_prefix('[')?;
    let open = ["\\[", "["].into_iter().find(|open| inner.starts_with(open)).map_or(0, str::len);
    let raised = if inner.get(open..)?.starts_with("^") { 1 } else { 0 };
    let start = 1 + open + raised;
    let number = digits(text.get(start..)?)?;
    let mut end = start + number;
    if open > 0 {
        end += closed(text.get(end..)?, ']')?;
    }
    let link = text.get(end..)?.strip_prefix("](")?;
    let target = link.strip_prefix('\\').unwrap_or(link);
    if !target.starts_with('#') {
        return None;
    }
    let close = link.find(')').filter(|close| !link.get(..*close).unwrap_or_default().contains(char::is_whitespace))?;
    Some(Anchor { label: start..start + number, whole: 0..end + 2 + close + 1 })
}

/// `<sup>1</sup>`, `^1^`, with or without square brackets or a link inside.
fn raised(text: &str, open: &str, close: &str) -> Option<Anchor> {
    let inner = text.strip_prefix(open)?;
    let end = inner.find(close).filter(|end| *end <= 120)?;
    let content = inner.get(..end)?;
    let whole = 0..open.len() + end + close.len();
    let label = |range: Range<usize>, skipped: usize| {
        let at = open.len() + skipped;
        Anchor { label: range.start + at..range.end + at, whole: whole.clone() }
    };
    if let Some(link) = linked(content).filter(|link| link.whole == (0..content.len())) {
        return Some(label(link.label, 0));
    }
    // `<sup><a href="#fn1">1</a></sup>`
    let (skipped, content) = match content.strip_suffix("</a>").and_then(|inner| Some((inner.find('>')?, inner))) {
        Some((tag, inner)) if inner.starts_with("<a ") => (tag + 1, inner.get(tag + 1..)?),
        _ => (0, content),
    };
    let bare = content.trim_start_matches(['\\', '[', '(']);
    let lead = content.len() - bare.len();
    let number = digits(bare)?;
    let after = bare.get(number..)?;
    after.chars().all(|c| matches!(c, '\\' | ']' | ')')).then(|| label(lead..lead + number, skipped))
}

const OWN: &str = "----footnote";

/// `----footnote2----`, as docx2python has it.
fn own(text: &str) -> Option<Anchor> {
    let inner = text.strip_prefix(OWN)?;
    let number = digits(inner)?;
    inner
        .get(number..)?
        .starts_with("----")
        .then(|| Anchor { label: OWN.len()..OWN.len() + number, whole: 0..OWN.len() + number + 4 })
}

/// How many digits a text begins with, one to three.
fn digits(text: &str) -> Option<usize> {
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits).then_some(digits)
}

/// The bytes of a closing bracket, with the backslash that may stand before it.
fn closed(text: &str, bracket: char) -> Option<usize> {
    let bare = text.strip_prefix('\\').unwrap_or(text);
    bare.starts_with(bracket).then(|| text.len() - bare.len() + bracket.len_utf8())
}

/// The number or name at the head of a note that markup tells to be one, and where its text begins: `[^1]: `,
/// `<sup>1</sup> `, `^1^ `, `[1](#ref1) `, `footnote2)`. Bytes of the line.
pub fn head(line: &str) -> Option<(Range<usize>, usize)> {
    let first = *line.as_bytes().first()?;
    let (label, end) = match first {
        b'[' => match caret(line) {
            Some(found) => {
                let colon = line.get(found.whole.end..)?.strip_prefix(':')?;
                (found.label, line.len() - colon.len())
            }
            None => linked(line).map(|found| (found.label, found.whole.end))?,
        },
        b'<' => raised(line, "<sup>", "</sup>").map(|found| (found.label, found.whole.end))?,
        b'^' => raised(line, "^", "^").map(|found| (found.label, found.whole.end))?,
        b'f' => {
            let inner = line.strip_prefix("footnote")?;
            let number = digits(inner)?;
            inner
                .get(number..)?
                .starts_with(')')
                .then_some(("footnote".len().."footnote".len() + number, "footnote".len() + number + 1))?
        }
        b'0'..=b'9' => return listed(line),
        _ => return None,
    };
    let text = line.get(end..)?;
    (!text.trim().is_empty() || first == b'[').then(|| (label, line.len() - text.trim_start().len()))
}

/// A note in a numbered list of notes, which leads back to its mark: `1. Text. [↑](#footnote-ref-2)`, or which is a
/// named place: `1. <a id="footnote-2"></a> Text.`
fn listed(line: &str) -> Option<(Range<usize>, usize)> {
    let number = digits(line)?;
    let rest = line.get(number..)?.trim_start_matches(['\\', '.', ')']).trim_start();
    let place = NAMED_PLACES.iter().any(|place| rest.starts_with(place));
    if !place && back_link(line).is_none() {
        return None;
    }
    let after = if place { rest.get(rest.find("</a>")? + "</a>".len()..)?.trim_start() } else { rest };
    Some((0..number, line.len() - after.len()))
}

/// Whether a character is an arrow that leads back from a note to its mark.
pub fn is_arrow(c: char) -> bool {
    matches!(c, '↑' | '↩' | '↵' | '⏎')
}

/// Where the link begins that leads back from a note's end to its mark, or the arrow that is left of it.
pub fn back_link(line: &str) -> Option<usize> {
    let bare = line.trim_end_matches(is_arrow);
    if bare.len() < line.len() && bare.ends_with(char::is_whitespace) {
        return Some(bare.len());
    }
    let inner = line.strip_suffix(')')?;
    let link = inner.rfind("](")?;
    let target = inner.get(link + 2..)?;
    let shown = inner.get(..link)?;
    let open = shown.rfind('[')?;
    let arrow = shown.get(open + 1..)?;
    let arrow = !arrow.is_empty() && arrow.chars().all(|c| is_arrow(c) || matches!(c, '^' | '\u{fe0e}' | '\u{fe0f}'));
    (arrow && target.trim_start_matches('\\').starts_with('#')).then_some(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_in_a_line() {
        for (shown, label) in [
            ("the lamps,⟨[^charter]⟩ and", "charter"),
            ("the lamps⟨<sup>12</sup>⟩ and", "12"),
            ("the lamps⟨<sup>[3]</sup>⟩", "3"),
            ("the lamps⟨<sup><a href=\"#fn1\">1</a></sup>⟩", "1"),
            ("the lamps,⟨^7^⟩", "7"),
            ("the lamps,⟨[[1]](#footnote-2)⟩", "1"),
            (r"the lamps,⟨[\[1\]](\#footnote\-2)⟩", "1"),
            (r##"the lamps,⟨<a id="ref-2"></a>[\[1\]](\#footnote\-2)⟩"##, "1"),
            ("the lamps⟨[4](#f4)⟩ of", "4"),
            ("the lamps,⟨----footnote2----⟩ of", "2"),
        ] {
            let line = shown.replace(['⟨', '⟩'], "");
            let found = next(&line, 0, false, |_| false).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(line[found.label.clone()], *label);
            let Range { start, end } = found.whole;
            assert_eq!(format!("{}⟨{}⟩{}", &line[..start], &line[start..end], &line[end..]), shown);
        }
        for line in ["[4](https://example.org)", "[4]", "[see](#f4)", "2^10", "x^n^", "<sup>th</sup>", "[^ ]", "a < b"]
        {
            assert_eq!(next(line, 0, false, |_| false), None, "{line}");
        }
        assert!(next("a [4] b", 0, true, |_| false).is_some());
        assert_eq!(next("10<sup>3</sup>", 0, false, |before| before.ends_with("10")), None);
    }

    #[test]
    fn a_mark_at_the_end() {
        for (text, before) in [
            ("the lamps,[[1]](#footnote-2)", "the lamps,"),
            (r##"the lamps,<a id="ref-2"></a>[\[1\]](\#footnote\-2)"##, "the lamps,"),
            ("the lamps;<sup>2</sup>", "the lamps;"),
            ("灯，^2^", "灯，"),
            ("the lamps.----footnote12----", "the lamps."),
            ("the lamps (oil)", "the lamps (oil)"),
            ("the [lamps](https://example.org)", "the [lamps](https://example.org)"),
            ("2^10", "2^10"),
        ] {
            assert_eq!(without_last(text), before);
        }
    }

    #[test]
    fn heads_of_notes() {
        for (shown, label) in [
            ("[^charter]: ⟨Article 5.", "charter"),
            ("[^1]:⟨", "1"),
            ("<sup>2</sup> ⟨Article 5.", "2"),
            ("^3^ ⟨Article 5.", "3"),
            ("[4](#ref4) ⟨Article 5.", "4"),
            ("footnote2)\t⟨Article 5.", "2"),
            ("1. ⟨Article 5. [↑](#footnote-ref-2)", "1"),
            ("1. ⟨Article 5. ↑", "1"),
            (r##"1. <a id="footnote-2"></a> ⟨Article 5\. [↑](\#footnote\-ref\-2)"##, "1"),
        ] {
            let line = shown.replace('⟨', "");
            let (found, text) = head(&line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((&line[found], format!("{}⟨{}", &line[..text], &line[text..])), (label, shown.to_owned()));
        }
        for line in ["1. Decides to rest.", "[1] Article 5.", "[the lamps] of", "^x", "footnotes"] {
            assert_eq!(head(line), None, "{line}");
        }
    }
}
