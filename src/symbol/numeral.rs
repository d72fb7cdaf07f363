//! What is nearly a Roman numeral.

use crate::script::roman_number;

/// The value of what is nearly a Roman numeral: another character for an `I`, or four letters for the two that
/// are right (`IIII`, `VIIII`). `None` where more than one numeral could be meant.
pub(super) fn nearly_roman(text: &str) -> Option<u32> {
    let mended = text.replace(['l', '1', '|'], "I").to_ascii_uppercase();
    let subtracted = mended.replace("VIIII", "IX").replace("IIII", "IV").replace("LXXXX", "XC").replace("XXXX", "XL");
    roman_number(&mended).or_else(|| roman_number(&subtracted))
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
}
