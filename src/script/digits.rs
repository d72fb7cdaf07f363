//! Digits of the scripts that drafts are numbered in.

use std::ops::Range;

/// The digits of one script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DigitScript {
    /// `0` to `9`.
    Ascii,
    /// `０` to `９`, of Chinese texts.
    FullWidth,
    /// `٠` to `٩`.
    ArabicIndic,
    /// `۰` to `۹`, the forms of Persian and Urdu keyboards.
    ExtendedArabicIndic,
    /// `⁰` to `⁹`, of footnote markers.
    Superscript,
}

/// The superscript digits, which don't stand in one row of Unicode.
const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

impl DigitScript {
    /// The script of a digit.
    #[inline]
    pub fn of(c: char) -> Option<DigitScript> {
        if c.is_ascii() {
            return c.is_ascii_digit().then_some(DigitScript::Ascii);
        }
        match c {
            '０'..='９' => Some(DigitScript::FullWidth),
            '٠'..='٩' => Some(DigitScript::ArabicIndic),
            '۰'..='۹' => Some(DigitScript::ExtendedArabicIndic),
            _ => is_superscript(c).then_some(DigitScript::Superscript),
        }
    }

    /// The digit of this script that is worth `value`, from 0 to 9.
    pub fn digit(self, value: u32) -> Option<char> {
        let zero = match self {
            DigitScript::Ascii => '0',
            DigitScript::FullWidth => '０',
            DigitScript::ArabicIndic => '٠',
            DigitScript::ExtendedArabicIndic => '۰',
            DigitScript::Superscript => return SUPERSCRIPTS.get(usize::try_from(value).ok()?).copied(),
        };
        char::from_u32(zero as u32 + value).filter(|_| value < 10)
    }

    /// A number in these digits.
    pub fn write(self, number: u32) -> String {
        let plain = number.to_string();
        if self == DigitScript::Ascii {
            return plain;
        }
        plain.chars().map(|c| c.to_digit(10).and_then(|value| self.digit(value)).unwrap_or(c)).collect()
    }
}

/// What a digit on the line is worth, of whatever script; superscripts are none.
#[inline]
pub fn digit_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

/// The ASCII digit that is worth the same as a digit on the line.
#[inline]
pub fn ascii_digit(c: char) -> Option<char> {
    digit_value(c).and_then(|value| char::from_digit(value, 10))
}

/// Whether a mark may stand between the digits of one number: a space, a comma, a point, those of Arabic.
#[inline]
pub fn may_part_digits(c: char) -> bool {
    matches!(c, ' ' | '٬') || may_part_decimals(c)
}

/// Whether a mark may stand before decimals.
#[inline]
pub fn may_part_decimals(c: char) -> bool {
    matches!(c, '.' | ',' | '٫')
}

/// Whether a character says that the number before it is per cent.
#[inline]
pub fn is_per_cent(c: char) -> bool {
    matches!(c, '%' | '％' | '٪')
}

/// Whether a character is a superscript digit.
#[inline]
pub fn is_superscript(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

/// The superscript form of an ASCII digit.
pub fn superscript(digit: char) -> Option<char> {
    SUPERSCRIPTS.get(digit.to_digit(10)? as usize).copied()
}

/// The ASCII digit of a superscript one.
pub fn plain_superscript(c: char) -> Option<char> {
    let value = SUPERSCRIPTS.iter().position(|mark| *mark == c)?;
    char::from_digit(u32::try_from(value).ok()?, 10)
}

/// The first number of a text: where its digits stand, all of one script, and that script.
pub fn number_in(text: &str) -> Option<(Range<usize>, DigitScript)> {
    let (start, script) = text.char_indices().find_map(|(at, c)| Some((at, DigitScript::of(c)?)))?;
    let rest = text.get(start..)?;
    let len = rest.find(|c| DigitScript::of(c) != Some(script)).unwrap_or(rest.len());
    Some((start..start + len, script))
}

/// How many bytes are looked at together where a digit is sought.
const STRETCH: usize = 32;

/// The place of the next ASCII digit from a byte on.
pub fn next_ascii_digit(bytes: &[u8], mut from: usize) -> Option<usize> {
    while let Some(stretch) = bytes.get(from..from + STRETCH) {
        if stretch.iter().fold(false, |any, byte| any | byte.is_ascii_digit()) {
            break;
        }
        from += STRETCH;
    }
    Some(from + bytes.get(from..)?.iter().position(u8::is_ascii_digit)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_digits_of_their_script() {
        for (text, range, again) in [
            ("12.", 0..2, "47"),
            ("（１２）", 3..9, "４７"),
            ("٢ -", 0..2, "٤٧"),
            ("۲ -", 0..2, "۴۷"),
            ("x¹²,", 1..5, "⁴⁷"),
        ] {
            let (found, script) = number_in(text).unwrap();
            assert_eq!((found, script.write(47).as_str()), (range, again), "{text}");
        }
        assert_eq!(number_in("(a)"), None);
    }

    #[test]
    fn digits_are_worth_the_same_in_every_script() {
        for c in ['7', '７', '٧', '۷'] {
            assert_eq!((digit_value(c), ascii_digit(c)), (Some(7), Some('7')));
        }
        assert_eq!((digit_value('⁷'), plain_superscript('⁷'), superscript('7')), (None, Some('7'), Some('⁷')));
        assert_eq!((digit_value('a'), digit_value('七'), DigitScript::of('㈠')), (None, None, None));
    }
}
