//! Whatever the edits, the text is what they make of a plain string, and a draft that follows them is the draft that a
//! fresh reading gives, with its findings.

use arbitrary::Unstructured;
use rapporteur::draft::incremental::{Reparse, Replacement};
use rapporteur::draft::{Draft, IncrementalDraft};
use rapporteur::library::AuthorityCache;
use rapporteur::rules::{self, Review};
use rapporteur::text::{Lines, Position, PositionEncoding, Text, TextChange};

use super::words;

const ENCODINGS: [PositionEncoding; 3] = [PositionEncoding::Utf16, PositionEncoding::Utf8, PositionEncoding::Utf32];

/// Opens a text and edits it, both as the bytes say.
pub fn check(bytes: &[u8]) {
    // Bytes that run out are no failure: they give the least of everything.
    let _ = edit(&mut Unstructured::new(bytes));
}

fn edit(bytes: &mut Unstructured) -> arbitrary::Result<()> {
    let encoding = *bytes.choose(&ENCODINGS)?;
    let mut plain = piece(bytes, 255)?;
    let mut text = Text::new(&plain, 0);
    let (mut manuscript, first) = IncrementalDraft::new(plain.as_str());
    let mut review = Review::default();
    review.follow(&first, &|_| true);
    agree(&text, &plain, encoding, &manuscript, &first, &mut review);
    let mut version = 0;
    while !bytes.is_empty() && version < 32 {
        version += 1;
        let mut changes = Vec::new();
        for _ in 0..bytes.int_in_range(1..=3)? {
            let range = if bytes.ratio(1, 16)? { None } else { Some(position(bytes)?..position(bytes)?) };
            let new = piece(bytes, 32)?;
            match &range {
                Some(range) => {
                    let (a, b) = (place(&plain, range.start, encoding), place(&plain, range.end, encoding));
                    plain.replace_range(a.min(b)..a.max(b), &new);
                }
                None => plain.clone_from(&new),
            }
            changes.push(TextChange { range, text: new });
        }
        let edits: Vec<Replacement> = text
            .apply(changes, encoding, version)
            .into_iter()
            .map(|(range, length)| Replacement { range, length })
            .collect();
        assert_eq!(text.version(), version);
        let reread = manuscript.edit(&edits, plain.as_str());
        agree(&text, &plain, encoding, &manuscript, &reread, &mut review);
    }
    Ok(())
}

/// Fails unless the text is the plain one, both know the same places, and the draft is that of a fresh reading.
fn agree(
    text: &Text,
    plain: &str,
    encoding: PositionEncoding,
    manuscript: &IncrementalDraft,
    reread: &Reparse,
    review: &mut Review,
) {
    assert_eq!(text.to_string(), plain);
    assert_eq!(text.len(), plain.len());
    let lines = Lines::new(plain);
    for byte in (0..plain.len() + 2).step_by(plain.len() / 64 + 1) {
        let position = text.position(byte, encoding);
        assert_eq!(position, lines.position(byte, encoding), "byte {byte} of {plain:?}");
        let back = text.byte(position, encoding);
        assert!(back <= byte && plain.is_char_boundary(back), "byte {byte} of {plain:?}");
        assert_eq!(back, place(plain, position, encoding), "{position:?} of {plain:?}");
        assert_eq!(back, lines.byte(position, encoding), "{position:?} of {plain:?}");
    }
    let fresh = Draft::read(plain);
    assert_eq!(format!("{:?}", manuscript.draft(plain)), format!("{fresh:?}"), "in {plain:?}");
    if !review.follow(reread, &|_| true) {
        *review = Review::of(plain, &fresh, &|_| true);
    }
    // As when the writer pauses.
    review.settle(AuthorityCache::built_in(), plain, &fresh, &|_| true);
    assert_eq!(review.findings(), rules::check(plain, &fresh, &|_| true), "in {plain:?}");
}

/// The byte at a place of a plain string, as the protocol words it: LSP 3.17, "Position" and "Text Documents".
fn place(plain: &str, position: Position, encoding: PositionEncoding) -> usize {
    let (mut line, mut column) = (0, 0);
    let mut before = ' ';
    for (at, c) in plain.char_indices() {
        if before == '\n' || before == '\r' && c != '\n' {
            (line, column) = (line + 1, 0);
        }
        before = c;
        column += encoding.units(c);
        if line == position.line && (column > position.column || matches!(c, '\n' | '\r')) {
            return at;
        }
    }
    plain.len()
}

fn piece(bytes: &mut Unstructured, most: usize) -> arbitrary::Result<String> {
    let length = usize::from(bytes.arbitrary::<u8>()?).min(most).min(bytes.len());
    Ok(words::text(bytes.bytes(length)?))
}

/// Near the beginning most of the time, and now and then anywhere.
fn position(bytes: &mut Unstructured) -> arbitrary::Result<Position> {
    let number = |bytes: &mut Unstructured| {
        let number = usize::from(bytes.arbitrary::<u8>()?);
        Ok(match number {
            255 => usize::MAX,
            254 => u32::MAX as usize,
            240..254 => number * 40,
            _ => number,
        })
    };
    Ok(Position::new(number(bytes)? / 4, number(bytes)?))
}
