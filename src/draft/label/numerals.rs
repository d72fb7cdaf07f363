//! What counts in a label: digits, letters, Roman and Chinese numerals.

use crate::language::Language;

/// A number of one to three digits at byte `at`, and where it ends. ASCII, full-width or Arabic-Indic digits.
pub(super) fn digits(line: &str, at: usize) -> Option<(u32, usize)> {
    let mut number = 0;
    let mut count = 0;
    let mut end = at;
    for c in line.get(at..)?.chars() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            '٠'..='٩' => c as u32 - '٠' as u32,
            '۰'..='۹' => c as u32 - '۰' as u32,
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

/// The place of a letter in the language's list, from 1; a doubled letter follows the last single one.
pub(super) fn letter(inner: &str, language: &Language) -> Option<u32> {
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
pub(super) fn roman(inner: &str) -> Option<u32> {
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
pub(super) fn circled(c: char) -> Option<u32> {
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
