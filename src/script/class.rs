//! Which writing a character belongs to, and which characters print nothing.

/// Whether a character is Chinese writing or one of its full-width marks and letters, beside which a space says nothing.
#[inline]
pub fn is_wide(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{33ff}' | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
            | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is a Chinese one: an ideograph, and no mark.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is one of those that stand everywhere in Chinese prose, by which it can be told from bytes of
/// another encoding that happen to be Chinese characters.
pub fn is_frequent_chinese(c: char) -> bool {
    "的，。、年月日第和大会国家在一议".contains(c)
}

/// Whether a character is a Latin letter or a digit at the width of a Chinese character.
#[inline]
pub fn is_full_width_alphanumeric(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether a character is of the Arabic script: letters, their signs, marks and digits.
pub fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// Whether a character is an Arabic vowel sign, or the stroke that lengthens a word: neither spells anything.
#[inline]
pub fn is_arabic_vowel_sign(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{640}')
}

/// A word without the hamza on its alefs, as many write it.
pub fn without_hamza(word: &str) -> String {
    word.replace(['أ', 'إ'], "ا")
}

/// Whether a character prints nothing: soft hyphens, zero-width characters, bidirectional marks.
#[inline]
pub fn is_invisible(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character is a Latin letter with an accent or the like, as French and Spanish have them.
pub fn is_accented_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}') && c.is_alphabetic()
}

/// Stands for a block of code or the like that is no text, in a text that is read without it. No draft has this character,
/// which is one of annotations within lines.
pub const VEILED_BLOCK: char = '\u{fffb}';

/// Stands for something among the words that is none, such as a picture.
pub const OBJECT_REPLACEMENT: char = '\u{fffc}';

/// Invisible where a word isn't broken; two bytes of UTF-8.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// Invisible; three bytes of UTF-8.
pub const WORD_JOINER: char = '\u{2060}';

/// Whether a character prints nothing and says in which direction text runs.
///
/// Source: Unicode Standard Annex 9, section 2, directional formatting characters.
pub fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_keep_apart() {
        assert!("大会，（第２".chars().all(is_wide) && !"A,é؛Ж".chars().any(is_wide));
        assert!("大会".chars().all(is_han) && !"，２".chars().any(is_han));
        assert!("قرار،".chars().all(is_arabic) && !is_arabic('é'));
        assert!("\u{ad}\u{200f}\u{feff}".chars().all(is_invisible) && !" a".chars().any(is_invisible));
    }
}
