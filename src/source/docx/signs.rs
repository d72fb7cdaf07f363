//! Signs of the fonts that have signs in the place of letters.

/// The character that is the sign of a font at a code; `None` where it isn't known. Fonts of signs have theirs in the
/// private area of Unicode, from U+F000 on; all others are as Unicode has them.
pub fn of_font(font: &str, code: u32) -> Option<char> {
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let code_of = u8::try_from(code).ok();
    match font.to_ascii_lowercase().as_str() {
        "symbol" => code_of.and_then(symbol),
        "wingdings" => code_of.and_then(wingdings),
        name if name.starts_with("wingdings") || name.starts_with("webdings") || name.contains("dingbats") => None,
        _ => char::from_u32(code).filter(|c| !c.is_control() && !matches!(c, '\u{e000}'..='\u{f8ff}')),
    }
}

/// Of the font Symbol: Greek letters and the signs of mathematics.
fn symbol(code: u8) -> Option<char> {
    const LETTERS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let letter = |letters: &str, first: u8| letters.chars().nth(usize::from(code - first));
    match code {
        b'A'..=b'Z' => letter(LETTERS, b'A'),
        b'a'..=b'z' => letter(SMALL, b'a'),
        b' ' | b'!' | b'#' | b'%' | b'&' | b'(' | b')' | b'+' | b',' | b'.'..=b'?' | b'[' | b']' | b'{'..=b'}' => {
            Some(char::from(code))
        }
        0x2d => Some('−'),
        0x40 => Some('≅'),
        0xa3 => Some('≤'),
        0xa5 => Some('∞'),
        0xab => Some('↔'),
        0xac => Some('←'),
        0xae => Some('→'),
        0xb0 => Some('°'),
        0xb1 => Some('±'),
        0xb3 => Some('≥'),
        0xb4 => Some('×'),
        0xb7 => Some('•'),
        0xb8 => Some('÷'),
        0xb9 => Some('≠'),
        0xbb => Some('≈'),
        0xbc => Some('…'),
        0xd2 => Some('®'),
        0xd3 => Some('©'),
        0xd4 => Some('™'),
        0xd7 => Some('⋅'),
        0xe5 => Some('∑'),
        _ => None,
    }
}

/// Of the font Wingdings: what stands in running text.
fn wingdings(code: u8) -> Option<char> {
    match code {
        0x20 => Some(' '),
        0x6c => Some('●'),
        0x6e => Some('■'),
        0x6f | 0xa8 => Some('☐'),
        0x75 => Some('◆'),
        0x76 => Some('❖'),
        0xa7 => Some('▪'),
        0xd8 => Some('➢'),
        0xdf => Some('←'),
        0xe0 => Some('→'),
        0xfb => Some('✗'),
        0xfc => Some('✓'),
        0xfd => Some('☒'),
        0xfe => Some('☑'),
        _ => None,
    }
}
