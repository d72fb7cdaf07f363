//! What is told while somebody writes: nothing new about what isn't finished.
//!
//! A finding that [waits](crate::rules::DeferUntil) for something is held back as long as the writer is at the place where it
//! may come. The writer is where the last edit was, until the text is saved, the cursor goes elsewhere, or more is pasted
//! than anybody types. A finding that was shown before stays: it is no news.

use std::collections::HashSet;
use std::ops::Range;

use crate::draft::Layout;
use crate::messages::Message;
use crate::rules::{DeferUntil, Finding};
use crate::text::Text;

/// Who puts in more than so many bytes at once, line ends among them, doesn't type.
const TYPED: usize = 96;

/// Where the writer is in a text, and so which findings wait.
#[derive(Debug)]
pub struct TypingGuard {
    /// The place behind what was written last, in bytes.
    pub at: usize,
    /// The line, in page text the lines, that it stands in.
    around: Range<usize>,
    /// Nothing but notes and the closing stands behind it.
    at_end: bool,
}

/// What tells one finding from another, whatever its place: its rule, and its message as data.
pub type ShownFinding = (&'static str, Message);

/// Where the writer is after changes, the bytes replaced by each of them in the text that it was made in and how many
/// stand there now. `text` is the one that they have led to.
pub fn writer_after(replaced: &[(Range<usize>, usize)], text: &Text) -> Option<usize> {
    let (range, length) = replaced.last()?;
    let at = range.start + length;
    let typed = *length <= TYPED || !text.words(range.start..at).contains(['\n', '\r']);
    typed.then_some(at)
}

impl TypingGuard {
    /// The guard of a writer who is at a byte of a text whose last paragraph begins at byte `last`.
    pub fn new(at: usize, text: &Text, layout: Layout, last: Option<usize>) -> TypingGuard {
        let around = match layout {
            Layout::Clean => text.line(at),
            Layout::Page => text.lines_around(at),
        };
        let at_end = last.is_none_or(|last| last <= around.end);
        TypingGuard { at, around, at_end }
    }

    /// Whether a place is in the paragraph that the writer is at.
    pub fn holds(&self, at: usize) -> bool {
        self.around.start <= at && at <= self.around.end
    }

    /// Whether a finding waits, if it is a new one.
    fn holds_back(&self, finding: &Finding) -> bool {
        let Range { start, end } = finding.range;
        let here = start <= self.around.end && self.around.start <= end;
        match finding.defer_until {
            None => false,
            Some(DeferUntil::Word) => start <= self.at && self.at <= end,
            Some(DeferUntil::Paragraph) => here,
            Some(DeferUntil::Document) => here || self.at_end,
        }
    }
}

/// The findings that are told, of those that there are. `shown` are those that the client shows, as far as they might have
/// waited.
pub fn visible<'a>(
    findings: &'a [Finding],
    guard: Option<&TypingGuard>,
    shown: &HashSet<ShownFinding>,
) -> Vec<&'a Finding> {
    let waits =
        |finding: &Finding| guard.is_some_and(|guard| guard.holds_back(finding)) && !shown.contains(&as_shown(finding));
    findings.iter().filter(|finding| !waits(finding)).collect()
}

/// Those of the findings that are shown now that might have waited.
pub fn might_have_waited(shown: &[&Finding]) -> HashSet<ShownFinding> {
    shown.iter().filter(|finding| finding.defer_until.is_some()).map(|finding| as_shown(finding)).collect()
}

fn as_shown(finding: &Finding) -> ShownFinding {
    (finding.code, finding.message.clone())
}
