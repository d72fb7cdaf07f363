//! Places in a text, as the protocol counts them in UTF-16.

use serde_json::{Value, json};

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Bytes from the start of the text.
    pub byte: usize,
    /// Lines from 0.
    pub line: usize,
    /// UTF-16 units from the start of the line.
    pub character: usize,
}

impl Place {
    /// As the protocol wants it.
    pub fn position(&self) -> Value {
        json!({ "line": self.line, "character": self.character })
    }
}

/// A line shorter than this, in bytes, is no paragraph to type into.
const PARAGRAPH: usize = 60;

/// Some places, spread over the text, in the middle of paragraphs, from the start to the end; no two in one line. The
/// notes at the end are no paragraphs.
pub fn in_paragraphs(text: &str, count: usize) -> Vec<Place> {
    let end = text.rfind("\n_____").unwrap_or(text.len());
    let mut places: Vec<Place> = Vec::new();
    for (number, start, line) in lines(text) {
        let wanted = end * (places.len() + 1) / (count + 1);
        if places.len() == count || start >= end {
            break;
        }
        if start + line.len() < wanted || line.len() < PARAGRAPH {
            continue;
        }
        let middle = line.char_indices().map(|(at, _)| at).find(|at| *at >= line.len() / 2).unwrap_or(0);
        let word = line[middle..].find(' ').map_or(middle, |space| middle + space + 1);
        places.push(Place { byte: start + word, line: number, character: utf16(&line[..word]) });
    }
    places
}

/// The places of some bytes, which are in order and at the start of a character each.
pub fn of(text: &str, bytes: &[usize]) -> Vec<Place> {
    let mut wanted = bytes.iter().copied().peekable();
    let mut places = Vec::new();
    for (number, start, line) in lines(text) {
        while let Some(byte) = wanted.next_if(|byte| *byte <= start + line.len()) {
            let before = line.get(..byte.saturating_sub(start)).unwrap_or_default();
            places.push(Place { byte, line: number, character: utf16(before) });
        }
    }
    places
}

/// Each line with its number and the byte at which it starts, without its end.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut next = 0;
    text.split_inclusive('\n').enumerate().map(move |(number, line)| {
        let start = next;
        next += line.len();
        (number, start, line.trim_end_matches(['\r', '\n']))
    })
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}
