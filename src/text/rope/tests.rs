use proptest::prelude::*;

use super::*;
use PositionEncoding::{Utf8, Utf16, Utf32};

fn change(start: (usize, usize), end: (usize, usize), text: &str) -> TextChange {
    let range = Position::new(start.0, start.1)..Position::new(end.0, end.1);
    TextChange { range: Some(range), text: text.to_owned() }
}

#[test]
fn a_notification_may_carry_several_changes() {
    let mut text = Text::new("1. Recalls;\n3. Decides.\n", 1);
    text.apply([change((1, 0), (1, 1), "2"), change((1, 3), (1, 10), "Requests")], Utf16, 2);
    assert_eq!(text.to_string(), "1. Recalls;\n2. Requests.\n");
    assert_eq!(text.version(), 2);

    text.apply([TextChange { range: None, text: "The General Assembly,".to_owned() }], Utf16, 3);
    assert_eq!(text.to_string(), "The General Assembly,");
}

#[test]
fn a_clone_stays_as_it_is() {
    let mut text = Text::new("draft", 1);
    let before = text.clone();
    text.apply([change((0, 5), (0, 5), " resolution")], Utf8, 2);
    assert_eq!((before.to_string().as_str(), before.version()), ("draft", 1));
    assert_eq!((text.to_string().as_str(), text.version()), ("draft resolution", 2));
}

#[test]
fn places_outside_the_text_are_clamped() {
    let text = Text::new("one\r\ntwo\n", 1);
    assert_eq!(text.byte(Position::new(0, 99), Utf16), 3, "a line's last place is before its end");
    assert_eq!(text.byte(Position::new(1, 99), Utf16), 8);
    assert_eq!(text.byte(Position::new(2, 99), Utf16), 9);
    assert_eq!(text.byte(Position::new(7, 0), Utf16), 9);
    assert_eq!(text.position(99, Utf16), Position::new(2, 0));
    assert_eq!(text.position(4, Utf16), Position::new(0, 3), "between CR and LF");
}

#[test]
fn each_encoding_counts_in_its_own_units() {
    let text = Text::new("大会 𝄞x", 1);
    assert_eq!(text.position(11, Utf8), Position::new(0, 11));
    assert_eq!(text.position(11, Utf16), Position::new(0, 5));
    assert_eq!(text.position(11, Utf32), Position::new(0, 4));
    assert_eq!(text.byte(Position::new(0, 4), Utf16), 7, "inside a surrogate pair");
    assert_eq!(text.byte(Position::new(0, 1), Utf8), 0, "inside a character");
    assert_eq!(text.byte(Position::new(0, 4), Utf32), 11);
}

#[test]
fn marks_of_pasted_text_end_no_line() {
    let text = Text::new("2/5\u{c}A/RES/63/195\u{2028}大会\u{85}end\u{b}.", 1);
    assert_eq!(text.position(text.len(), Utf32).line, 0);
}

/// The same as [`Text::byte`], from the definition, over a plain string.
fn plain_byte(text: &str, position: Position, encoding: PositionEncoding) -> usize {
    let mut start = 0;
    for _ in 0..position.line {
        match text[start..].find(['\n', '\r']) {
            Some(at) if text[start + at..].starts_with("\r\n") => start += at + 2,
            Some(at) => start += at + 1,
            None => return text.len(),
        }
    }
    let end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let mut units = 0;
    for (at, c) in text[start..end].char_indices() {
        units += encoding.units(c);
        if units > position.column {
            return start + at;
        }
    }
    end
}

fn any_encoding() -> impl Strategy<Value = PositionEncoding> {
    prop_oneof![Just(Utf8), Just(Utf16), Just(Utf32)]
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\r\n"),
        Just("\n"),
        Just("\r"),
        Just("\u{c}"),
        Just("\u{2028}"),
        Just("\u{85}"),
        Just("a"),
        Just("é"),
        Just("决"),
        Just("𝄞"),
        Just(" "),
        Just("12")
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn any_position() -> impl Strategy<Value = Position> {
    (0usize..12, 0usize..14).prop_map(|(line, column)| Position { line, column })
}

proptest! {
    #[test]
    fn edits_agree_with_a_plain_string(
        first in any_text(),
        edits in prop::collection::vec((any_position(), any_position(), any_text()), 0..12),
        encoding in any_encoding(),
    ) {
        let mut text = Text::new(&first, 0);
        let mut plain = first;
        for (version, (start, end, new)) in edits.into_iter().enumerate() {
            let (a, b) = (plain_byte(&plain, start, encoding), plain_byte(&plain, end, encoding));
            plain.replace_range(a.min(b)..a.max(b), &new);
            text.apply([TextChange { range: Some(start..end), text: new }], encoding, version as i32);
            prop_assert_eq!(text.to_string(), plain.as_str());
        }
    }

    #[test]
    fn places_agree_with_a_plain_string(
        plain in any_text(),
        places in prop::collection::vec(any_position(), 1..8),
        encoding in any_encoding(),
    ) {
        let text = Text::new(&plain, 0);
        let lines = super::super::Lines::new(&plain);
        for place in places {
            let byte = text.byte(place, encoding);
            prop_assert_eq!(byte, plain_byte(&plain, place, encoding));
            prop_assert_eq!(byte, lines.byte(place, encoding));
        }
        for byte in 0..=plain.len() + 1 {
            let place = text.position(byte, encoding);
            prop_assert_eq!(place, lines.position(byte, encoding));
            let back = text.byte(place, encoding);
            prop_assert!(back <= byte);
            // Going there and back again loses nothing but the inside of a character or of a line's end.
            if plain.is_char_boundary(byte) && byte <= plain.len() && !plain[..byte].ends_with('\r') {
                prop_assert_eq!(back, byte);
            }
        }
    }
}
