//! What is printed to a terminal holds no control characters of file names, titles or texts: they could move the cursor,
//! change colours or do more.

use std::borrow::Cow;

use crate::messages::{Locale, Message};

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

/// A message without the marks that set its arguments apart in a line from right to left: the renderer of findings shows them as
/// unknown characters, and few terminals know them.
pub fn without_isolates(message: String) -> String {
    if message.contains(ISOLATES) { message.replace(ISOLATES, "") } else { message }
}

/// A message as it may be printed in a line of plain text.
pub fn printable_message(message: &Message, locale: &Locale) -> String {
    printable(&without_isolates(message.text(locale))).into_owned()
}

/// Unicode's first strong isolate, and the mark that ends it (UAX 9).
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_and_not_sent() {
        assert_eq!(printable("a\u{1b}[31m\n\tb\u{9b}\u{7f}"), "a␛[31m\n\tb\u{fffd}␡");
        assert_eq!(printable_name("a\nb\u{7}.txt"), "a␊b␇.txt");
        assert!(matches!(printable("灯\n"), Cow::Borrowed(_)));
    }
}
