//! Roman numerals.

/// The value of a Roman numeral in capitals, from 1 to 399; `None` for anything that is not written as the
/// Romans' heirs write it (`IIII`, `VX`).
pub(super) fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 12 {
        return None;
    }
    let digit = |c: u8| match c {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    };
    let mut value = 0;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let this = digit(byte)?;
        let next = bytes.peek().and_then(|&b| digit(b)).unwrap_or(0);
        if next > this {
            bytes.next();
            value += next - this;
        } else {
            value += this;
        }
    }
    // There is one right spelling of each value; whatever else adds up to it is no numeral.
    (value < 400 && spelled(value) == text).then_some(value)
}

/// A value from 1 to 399 as a Roman numeral in capitals; `None` for any other.
pub fn in_roman(value: u32) -> Option<String> {
    (1..400).contains(&value).then(|| spelled(value))
}

/// The value of what is nearly a Roman numeral: another character for an `I`, or four letters for the two that
/// are right (`IIII`, `VIIII`). `None` where more than one numeral could be meant.
pub(super) fn nearly_roman(text: &str) -> Option<u32> {
    let mended = text.replace(['l', '1', '|'], "I").to_ascii_uppercase();
    let subtracted = mended.replace("VIIII", "IX").replace("IIII", "IV").replace("LXXXX", "XC").replace("XXXX", "XL");
    roman(&mended).or_else(|| roman(&subtracted))
}

fn spelled(mut value: u32) -> String {
    const STEPS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (step, letters) in STEPS {
        while value >= step {
            text.push_str(letters);
            value -= step;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_nearly_a_numeral() {
        for (text, value) in [("IIII", 4), ("VIIII", 9), ("XXl", 21), ("X1V", 14)] {
            assert_eq!(nearly_roman(text), Some(value), "{text}");
        }
        assert_eq!(nearly_roman("XXVX"), None);
    }

    #[test]
    fn reads_numerals_and_nothing_else() {
        assert_eq!(roman("III"), Some(3));
        assert_eq!(roman("XXX"), Some(30));
        assert_eq!(roman("LXIII"), Some(63));
        for no in ["", "IIII", "VX", "IM", "A", "IIX"] {
            assert_eq!(roman(no), None, "{no}");
        }
    }
}
