//! Labels: what stands before a paragraph and counts it.

use super::flow::is_invisible;
use super::{ALTERNATIVE, LabelValue};
use crate::language::Language;

/// A label at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Bytes that the label takes, with its punctuation and without the space after it.
    pub len: usize,
    /// The label evened out.
    pub text: String,
    pub form: Form,
}

/// What a label may count, before its neighbours decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number that counts operative paragraphs.
    Operative(LabelValue),
    /// A working label that counts preambular paragraphs (`PP3`).
    Preambular(LabelValue),
    /// A letter or numeral in brackets: which letter it is, and which numeral, if it can be either.
    Sub { letter: Option<u32>, numeral: Option<u32> },
}

/// The words that mark an insertion after a number, in order, from `bis`.
const INSERTIONS: [&str; 9] = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"];

/// The label of an operative paragraph at the beginning of `line` (`12.`, `4 bis.`, `1 -`, `OP3`).
pub fn operative(line: &str) -> Option<Labelled> {
    working(line).or_else(|| numbered(line))
}

/// `PP3`, `OP12 bis`.
fn working(line: &str) -> Option<Labelled> {
    let part = line.get(..2)?;
    let preambular = match part {
        "PP" | "pp" => true,
        "OP" | "op" => false,
        _ => return None,
    };
    let (number, mut at) = digits(line, 2 + spaces(line, 2))?;
    let insertion = insertion(line, &mut at);
    if line[at..].starts_with(['.', ':']) {
        at += 1;
    }
    if !line[at..].is_empty() && !line[at..].starts_with([' ', '\u{a0}', '\t', '(', '[', '*']) {
        return None;
    }
    let value = LabelValue::Number { number, insertion };
    let form = if preambular { Form::Preambular(value) } else { Form::Operative(value) };
    Some(Labelled { len: at, text: line[..at].to_owned(), form })
}

fn numbered(line: &str) -> Option<Labelled> {
    let (number, digits_end) = digits(line, 0)?;
    let mut at = digits_end;
    let insertion = insertion(line, &mut at);
    let rest = &line[at..];
    let end = if let Some(after) = rest.strip_prefix(['.', '．']) {
        let dot = rest.len() - after.len();
        // `1.5 million`, `3.2.1` are no labels; `1.Recalls` without its space is one.
        let coded = after.chars().nth(1).is_some_and(|c| matches!(c, '.' | '/') || c.is_ascii_digit());
        if after.starts_with(|c: char| c.is_ascii_digit() || c.is_lowercase())
            || (coded && after.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            return None;
        }
        at + dot
    } else {
        let space = spaces(line, at);
        let after = &line[at + space..];
        let dash = after.chars().next().filter(|c| matches!(c, '-' | '–' | '\u{2011}')).map(char::len_utf8);
        match dash {
            Some(dash) if after[dash..].starts_with([' ', '\u{a0}']) || (after[dash..].is_empty() && space > 0) => {
                at + space + dash
            }
            _ if insertion > 0 && (rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\t'])) => at,
            _ => return None,
        }
    };
    let text = line[..end].chars().filter(|c| !is_invisible(*c)).collect::<String>().replace('\u{a0}', " ");
    Some(Labelled { len: end, text, form: Form::Operative(LabelValue::Number { number, insertion }) })
}

/// A number of one to three digits at byte `at`, and where it ends. ASCII or full-width digits.
fn digits(line: &str, at: usize) -> Option<(u32, usize)> {
    let mut number = 0;
    let mut count = 0;
    let mut end = at;
    for c in line.get(at..)?.chars() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            _ => break,
        };
        number = number * 10 + digit;
        count += 1;
        if count > 3 {
            return None;
        }
        end += c.len_utf8();
    }
    (count > 0 && number > 0).then_some((number, end))
}

fn spaces(line: &str, at: usize) -> usize {
    let rest = &line[at..];
    rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len()
}

/// Which insertion the words at `at` make (`bis`: 2, `alt 1`: [`ALTERNATIVE`]), moving `at` past them; 0 where
/// there is none.
fn insertion(line: &str, at: &mut usize) -> u8 {
    let inserted = inserted(line, at);
    let space = spaces(line, *at);
    let rest = &line[*at + space..];
    let Some(head) = rest.get(..3).filter(|head| head.eq_ignore_ascii_case("alt")) else { return inserted };
    let tail = &rest[head.len()..];
    if tail.starts_with(char::is_alphabetic) {
        return inserted;
    }
    *at += space + head.len();
    // `alt. 2`, `alt 2`: which of the alternatives.
    let count = tail.strip_prefix('.').unwrap_or(tail).trim_start_matches([' ', '\u{a0}']);
    if let Some((_, len)) = digits(count, 0) {
        *at += tail.len() - count.len() + len;
    }
    ALTERNATIVE
}

fn inserted(line: &str, at: &mut usize) -> u8 {
    let space = spaces(line, *at);
    let rest = &line[*at + space..];
    for (i, word) in INSERTIONS.iter().enumerate() {
        if let Some(head) = rest.get(..word.len())
            && head.eq_ignore_ascii_case(word)
            && !rest[word.len()..].starts_with(char::is_alphabetic)
        {
            *at += space + word.len();
            return i as u8 + 2;
        }
    }
    if let Some(tail) = rest.strip_prefix('之') {
        let order = tail.chars().next().and_then(chinese_digit).filter(|n| *n >= 2);
        if let Some(n) = order {
            *at += space + '之'.len_utf8() + '二'.len_utf8();
            return n as u8;
        }
    }
    0
}

/// The label of a subparagraph at the beginning of `line`: `(a)`, `a)`, `(i)`, `(1)`, `㈠`, `(一)`, `(أ)`, `’1‘`.
pub fn sub(line: &str, language: &Language) -> Option<Labelled> {
    let first = line.chars().next()?;
    if let Some(numeral) = circled(first) {
        let len = first.len_utf8();
        return finish(line, len, None, Some(numeral));
    }
    if matches!(first, '’' | '‘' | '\'' | '`') {
        let open = first.len_utf8();
        let (number, end) = digits(line, open)?;
        let close = line[end..].chars().next().filter(|c| matches!(c, '‘' | '’' | '\''))?;
        return finish(line, end + close.len_utf8(), None, Some(number));
    }
    let bracketed = matches!(first, '(' | '（');
    let open = if bracketed { first.len_utf8() } else { 0 };
    let inner_len = line[open..].char_indices().take(12).find(|(_, c)| matches!(c, ')' | '）')).map(|(i, _)| i)?;
    let inner = line[open..open + inner_len].trim_matches([' ', '\u{a0}', '*', '_']);
    let close = line[open + inner_len..].chars().next()?;
    let len = open + inner_len + close.len_utf8();
    if inner.is_empty() {
        return None;
    }
    if let Some((number, end)) = digits(inner, 0) {
        // `(1)` opens a list of numerals; `1)` without its bracket is left alone: dates and sums end so.
        return if bracketed && end == inner.len() && number < 60 {
            finish(line, len, None, Some(number))
        } else {
            None
        };
    }
    if let Some(numeral) = chinese_number(inner) {
        return finish(line, len, None, Some(numeral));
    }
    let letter = letter(inner, language);
    let numeral = roman(inner);
    if letter.is_none() && numeral.is_none() {
        return None;
    }
    finish(line, len, letter, numeral)
}

fn finish(line: &str, len: usize, letter: Option<u32>, numeral: Option<u32>) -> Option<Labelled> {
    let rest = &line[len..];
    let spaced = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || is_invisible(c) || c > '\u{2e7f}');
    spaced.then(|| Labelled {
        len,
        text: line[..len].chars().filter(|c| !is_invisible(*c)).collect(),
        form: Form::Sub { letter, numeral },
    })
}

/// The place of a letter in the language's list, from 1; a doubled letter follows the last single one.
fn letter(inner: &str, language: &Language) -> Option<u32> {
    let letters = language.reading.letters;
    let place = |c: char| letters.iter().position(|same| same.contains(c)).map(|i| i as u32 + 1);
    let mut chars = inner.chars().filter(|c| !c.is_whitespace() && *c != '\u{640}').flat_map(char::to_lowercase);
    let first = place(chars.next()?)?;
    match chars.next() {
        None => Some(first),
        Some(second) => {
            (place(second) == Some(first) && chars.next().is_none()).then_some(first + letters.len() as u32)
        }
    }
}

/// The value of a Roman numeral in lower case, up to 39.
fn roman(inner: &str) -> Option<u32> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    if inner.len() > 7 || !inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) {
        return None;
    }
    TENS.iter().enumerate().find_map(|(t, ten)| {
        let rest = inner.strip_prefix(ten)?;
        let one = ONES.iter().position(|one| *one == rest)?;
        Some(t as u32 * 10 + one as u32).filter(|n| *n > 0)
    })
}

/// `㈠` to `㈩`.
fn circled(c: char) -> Option<u32> {
    matches!(c, '㈠'..='㈩').then(|| c as u32 - '㈠' as u32 + 1)
}

/// The value of a Chinese digit, `一` to `十`.
pub fn chinese_digit(c: char) -> Option<u32> {
    "一二三四五六七八九十".chars().position(|d| d == c).map(|i| i as u32 + 1)
}

/// The value of a Chinese number up to 99.
pub fn chinese_number(text: &str) -> Option<u32> {
    let mut value = 0;
    let mut digit = 0;
    for c in text.chars() {
        match chinese_digit(c)? {
            10 => {
                if value > 0 {
                    return None;
                }
                value = digit.max(1) * 10;
                digit = 0;
            }
            n if digit == 0 => digit = n,
            _ => return None,
        }
    }
    Some(value + digit).filter(|n| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, CHINESE, ENGLISH};

    fn number(number: u32, insertion: u8) -> Form {
        Form::Operative(LabelValue::Number { number, insertion })
    }

    #[test]
    fn operative_labels() {
        for (line, len, form) in [
            ("12. Decides", 3, number(12, 0)),
            ("12.", 3, number(12, 0)),
            ("4 bis. Urges", 6, number(4, 2)),
            ("4 ter Urges", 5, number(4, 3)),
            ("1 - تقرر", 3, number(1, 0)),
            ("1- تقرر", 2, number(1, 0)),
            ("4之二. 敦促", 8, number(4, 2)),
            ("5 alt. 2 Urges", 8, number(5, ALTERNATIVE)),
            ("OP5 alt. Urges", 8, number(5, ALTERNATIVE)),
            ("OP7: Urges", 4, number(7, 0)),
            ("OP 12 bis Urges", 9, number(12, 2)),
            ("PP3 Recalling", 3, Form::Preambular(LabelValue::Number { number: 3, insertion: 0 })),
        ] {
            let found = operative(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.len, found.form), (len, form), "{line}");
        }
        for line in
            ["64.X.1), p. 173", "1.5 million", "2005. World", "12 December", "1945-1950", "7 States", "OPEC", ""]
        {
            assert_eq!(operative(line), None, "{line}");
        }
    }

    #[test]
    fn subparagraph_labels() {
        for (line, language, letter, numeral) in [
            ("(a) The", ENGLISH, Some(1), None),
            ("i) the", ENGLISH, Some(9), Some(1)),
            ("(aa) the", ENGLISH, Some(27), None),
            ("(ii) the", ENGLISH, Some(35), Some(2)),
            ("(xiv) the", ENGLISH, None, Some(14)),
            ("а) the", ENGLISH, Some(1), None),
            ("㈡ 关于", CHINESE, None, Some(2)),
            ("(十二) 关于", CHINESE, None, Some(12)),
            ("(ب) أن", ARABIC, Some(2), None),
            ("’3‘ أن", ARABIC, None, Some(3)),
        ] {
            let found = sub(line, language).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(found.form, Form::Sub { letter, numeral }, "{line}");
        }
        for line in ["(A/63/431) and", "(and the", "(the) rest", "a) b)c"] {
            assert!(sub(line, ENGLISH).is_none_or(|l| l.len == 2), "{line}");
        }
    }
}
