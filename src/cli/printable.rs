//! What is printed to a terminal holds no control characters of file names, titles or texts: they could move the cursor,
//! change colours or do more.

use std::borrow::Cow;

/// A character as it may be printed: of a control character its picture.
pub fn printable_character(c: char) -> char {
    match u32::from(c) {
        // The pictures of the first 32 stand together in Unicode, and that of the delete character beside them.
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER),
        0x7f => '\u{2421}',
        0x80..0xa0 => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// A text of some lines as it may be printed.
pub fn printable(text: &str) -> Cow<'_, str> {
    shown(text, |c| c.is_control() && !matches!(c, '\n' | '\t'))
}

/// A file's name as it may be printed, in one line.
pub fn printable_name(name: &str) -> Cow<'_, str> {
    shown(name, char::is_control)
}

fn shown(text: &str, harms: impl Fn(char) -> bool) -> Cow<'_, str> {
    match text.contains(&harms) {
        false => Cow::Borrowed(text),
        true => text.chars().map(|c| if harms(c) { printable_character(c) } else { c }).collect(),
    }
}

/// A file's name in the head of a patch, where Git quotes what could be misread (git-diff, “core.quotePath”).
pub fn quoted_in_patch(name: &str) -> Cow<'_, str> {
    if !name.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        return Cow::Borrowed(name);
    }
    let mut quoted = String::from("\"");
    for byte in name.bytes() {
        match byte {
            b'"' | b'\\' => {
                quoted.push('\\');
                quoted.push(char::from(byte));
            }
            0x20..0x7f => quoted.push(char::from(byte)),
            _ => quoted.push_str(&format!("\\{byte:03o}")),
        }
    }
    quoted.push('"');
    Cow::Owned(quoted)
}

/// A path as other programs read it, on Windows with slashes, too.
pub fn with_slashes(path: &str) -> Cow<'_, str> {
    if cfg!(windows) { path.replace('\\', "/").into() } else { path.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_and_not_sent() {
        assert_eq!(printable("a\u{1b}[31m\n\tb\u{9b}\u{7f}"), "a␛[31m\n\tb\u{fffd}␡");
        assert_eq!(printable_name("a\nb\u{7}.txt"), "a␊b␇.txt");
        assert!(matches!(printable("灯\n"), Cow::Borrowed(_)));
        assert_eq!(quoted_in_patch("a/b c.txt"), "a/b c.txt");
        assert_eq!(quoted_in_patch("a/é\n\"\\.txt"), "\"a/\\303\\251\\012\\\"\\\\.txt\"");
    }
}
