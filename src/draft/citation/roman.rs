//! The Roman numerals of the old sessions.

const ROMAN: [(u16, &str); 9] =
    [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

/// A Roman numeral in its proper spelling, up to 100.
pub(super) fn to_roman(mut n: u16) -> String {
    let mut out = String::new();
    for (value, sign) in ROMAN {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}

/// The value of a Roman numeral in its proper spelling, up to 100.
pub(super) fn from_roman(text: &str) -> Option<u16> {
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    let (mut rest, mut n) = (text, 0);
    for (value, sign) in ROMAN {
        while let Some(next) = rest.strip_prefix(sign) {
            rest = next;
            n += value;
        }
    }
    (rest.is_empty() && n <= 100 && to_roman(n) == text).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for n in 1..=100 {
            assert_eq!(from_roman(&to_roman(n)), Some(n));
        }
        assert_eq!((from_roman("IIII"), from_roman(""), from_roman("ABC")), (None, None, None));
    }
}
