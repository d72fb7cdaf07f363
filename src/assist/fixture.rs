//! Drafts for tests, with marks under the text: `|` is the cursor, `^^^^` a range.

use std::ops::Range;
use std::sync::Arc;

use super::AssistContext;
use crate::library::AuthorityCache;
use crate::workspace::{ParsedText, WorkspaceIndex};

/// A draft with a cursor and ranges.
pub struct Fixture {
    pub reading: Arc<ParsedText>,
    pub cursor: usize,
    pub ranges: Vec<Range<usize>>,
    pub library: WorkspaceIndex,
    pub authority: AuthorityCache,
}

impl Fixture {
    /// Reads a fixture. A line of nothing but spaces and marks is about the line before it, a character for
    /// a character; it is no part of the draft.
    pub fn new(marked: &str) -> Fixture {
        let (mut text, mut cursor, mut ranges) = (String::new(), 0, Vec::new());
        let mut start = 0;
        for line in marked.lines() {
            if !line.trim().is_empty() && line.trim().chars().all(|c| matches!(c, '|' | '^' | ' ')) {
                let above = &text[start..];
                let byte = |column| start + above.char_indices().nth(column).map_or(above.len(), |(at, _)| at);
                cursor = line.find('|').map_or(cursor, byte);
                let mut column = 0;
                for marks in line.split(' ') {
                    if marks.starts_with('^') {
                        ranges.push(byte(column)..byte(column + marks.len()));
                    }
                    column += marks.len() + 1;
                }
            } else {
                start = text.len();
                text.push_str(line);
                text.push('\n');
            }
        }
        Fixture {
            reading: ParsedText::of(text).unwrap(),
            cursor,
            ranges,
            library: WorkspaceIndex::new(),
            authority: AuthorityCache::default(),
        }
    }

    /// The same, beside another text of the workspace.
    pub fn beside(self, path: &str, text: &str) -> Fixture {
        self.library.open_reading(path.as_ref(), ParsedText::of(text.to_owned()).unwrap());
        self
    }

    /// The question about the cursor.
    pub fn params(&self) -> AssistContext<'_> {
        AssistContext {
            reading: &self.reading,
            offset: self.cursor,
            library: &self.library,
            authority: &self.authority,
            others: &(),
            interface: None,
        }
    }
}
