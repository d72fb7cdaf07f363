//! Handling a canonical spelling as text: its halves, its number, its address, its place in a list.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use super::series;

/// The halves of a joint symbol, or the whole of a single one.
pub(super) fn halves(symbol: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(symbol);
    std::iter::from_fn(move || {
        let whole = rest?;
        let joint = whole.match_indices('-').map(|(i, _)| i).find(|&i| is_joint(whole, i));
        match joint {
            Some(i) => {
                rest = whole.get(i + 1..);
                whole.get(..i)
            }
            None => {
                rest = None;
                Some(whole)
            }
        }
    })
}

/// Whether the hyphen at byte `at` joins two symbols: another organ or series begins behind it.
fn is_joint(symbol: &str, at: usize) -> bool {
    let (before, after) = symbol.split_at(at);
    let word: &str = after.get(1..).and_then(|after| after.split(['/', '.']).next()).unwrap_or_default();
    before.ends_with(|c: char| c.is_ascii_digit() || c == ')')
        && (series::is_organ(word) || series::is_series(word))
        && after.len() > word.len() + 1
}

/// The number of a resolution or decision as printed, with its letters and brackets.
fn printed_number(symbol: &str) -> Option<&str> {
    let start = symbol.find("/RES/").or_else(|| symbol.find("/DEC/"))?;
    symbol.get(start + "/RES/".len()..)
}

/// The number of a resolution or decision as texts print it, or the symbol itself.
pub(super) fn short(symbol: &str) -> Cow<'_, str> {
    if let Some(number) = printed_number(symbol) {
        return Cow::Borrowed(number);
    }
    // The Environment Assembly's `UNEP/EA.5/Res.14` is cited as 5/14.
    let assembly = symbol.strip_prefix("UNEP/EA.").and_then(|rest| rest.split_once('/'));
    if let Some((session, number)) = assembly
        && let Some(number) = number.strip_prefix("Res.").or_else(|| number.strip_prefix("Dec."))
    {
        return Cow::Owned(format!("{session}/{number}"));
    }
    Cow::Borrowed(symbol)
}

/// The letters of the parts of a resolution or decision.
pub(super) fn letters(symbol: &str) -> Option<&str> {
    symbol.get(letters_at(symbol)?)
}

pub(super) fn without_letters(symbol: &str) -> String {
    let mut whole = symbol.to_owned();
    if let Some(letters) = letters_at(symbol) {
        // With the space before them.
        whole.replace_range(letters.start - 1..letters.end, "");
    }
    whole
}

/// Where the letters of the parts stand: behind the number, or behind brackets that follow it.
fn letters_at(symbol: &str) -> Option<Range<usize>> {
    let (_, mut rest) = printed_number(symbol)?.split_once(' ')?;
    while rest.starts_with('(') {
        rest = rest.split_once(')')?.1.strip_prefix(' ')?;
    }
    let word = rest.split([' ', '/']).next().filter(|word| !word.is_empty())?;
    // Catalogues go on in words: ` and Corr.1`, ` DR 1`.
    let start = symbol.len() - rest.len();
    (!matches!(word, "and" | "DR" | "DD")).then_some(start..start + word.len())
}

/// The address of the official text. Source: the links of the United Nations' own resolutions, which leave out
/// spaces, and the part's letter where the session stands in brackets (`A/RES/217(III)` for 217 A (III)).
pub(super) fn address(symbol: &str, language_code: &str) -> String {
    let first = halves(symbol).next().unwrap_or(symbol);
    let document = if first.ends_with(')') { without_letters(first) } else { first.to_owned() };
    let mut address = format!("https://undocs.org/{language_code}/");
    for byte in document.bytes().filter(|&b| b != b' ') {
        if byte.is_ascii_alphanumeric() || b"/.-()&".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// The order of two canonical spellings: digits by their value, everything else by its character, and of the
/// resolutions of one organ those with the session behind their number first, which are the older ones.
pub(super) fn compare(left: &str, right: &str) -> Ordering {
    match (number_and_session(left), number_and_session(right)) {
        (Some((organ, old)), Some((other, other_old))) if organ == other && old != other_old => other_old.cmp(&old),
        _ => by_value(left, right),
    }
}

/// The organ's part of a resolution's symbol, and whether a Roman session stands behind its number.
fn number_and_session(symbol: &str) -> Option<(&str, bool)> {
    let (organ, number) = symbol.split_once("/RES/")?;
    let roman = number.rsplit_once(" (").is_some_and(|(_, bracket)| !bracket.starts_with(|c: char| c.is_ascii_digit()));
    Some((organ, roman && !number.contains('/')))
}

/// Digits by their value, everything else by its character.
fn by_value(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left.as_bytes(), right.as_bytes());
    loop {
        let (digits_a, digits_b) = (digits(a), digits(b));
        if !digits_a.is_empty() && !digits_b.is_empty() {
            let (value_a, value_b) = (significant(digits_a), significant(digits_b));
            match value_a.len().cmp(&value_b.len()).then_with(|| value_a.cmp(value_b)) {
                Ordering::Equal => {}
                other => return other,
            }
            a = a.get(digits_a.len()..).unwrap_or_default();
            b = b.get(digits_b.len()..).unwrap_or_default();
            continue;
        }
        match (a.split_first(), b.split_first()) {
            (Some((x, rest_a)), Some((y, rest_b))) if x == y => (a, b) = (rest_a, rest_b),
            (x, y) => return x.map(|x| x.0).cmp(&y.map(|y| y.0)).then_with(|| left.cmp(right)),
        }
    }
}

fn digits(bytes: &[u8]) -> &[u8] {
    let count = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    bytes.get(..count).unwrap_or_default()
}

/// Digits without leading zeros.
fn significant(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|&&b| b == b'0').count();
    digits.get(zeros..).unwrap_or_default()
}

/// Whether a text is the canonical spelling of a resolution or decision of the General Assembly with a session and a
/// number, and nothing more: `A/RES/62/175`. No other spelling of one says so here.
pub(super) fn is_plain(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("A/RES/").or_else(|| text.strip_prefix("A/DEC/")) else { return false };
    match rest.as_bytes() {
        [b'4'..=b'9', ones, b'/', number @ ..] => {
            ones.is_ascii_digit()
                && (1..=3).contains(&number.len())
                && number.iter().all(u8::is_ascii_digit)
                && number.first() != Some(&b'0')
        }
        _ => false,
    }
}
