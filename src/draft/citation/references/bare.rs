//! Labels of subparagraphs that stand without a paragraph's number: `subparagraph (b) above`, `上文(b)分段`.

use regex::Regex;

use super::super::patterns::WordPattern;
use super::{ReferenceTarget, tail_of};
use crate::language::ReferenceGrammar;
use crate::script::punctuation::{ARABIC_COMMA, ARABIC_SEMICOLON};

/// A language's way of naming subparagraphs alone.
#[derive(Debug)]
pub(super) enum BareLabels {
    /// The word stands before: "subparagraph (b)".
    WordFirst(WordPattern),
    /// The word stands after: "(b)分段".
    WordLast { label: Regex, word: Regex },
}

impl BareLabels {
    /// `None` when a pattern of the table is no regular expression.
    pub fn new(table: &ReferenceGrammar) -> Option<BareLabels> {
        let ReferenceGrammar { label, sub, sub_after, .. } = table;
        Some(if sub_after.is_empty() {
            BareLabels::WordFirst(WordPattern::new(sub)?)
        } else {
            BareLabels::WordLast {
                label: Regex::new(label).ok()?,
                word: Regex::new(&format!("^(?:{sub_after})")).ok()?,
            }
        })
    }

    /// Where labels may begin, in order.
    pub fn places<'a>(&'a self, flow: &'a str) -> Vec<usize> {
        if memchr::memchr(b')', flow.as_bytes()).is_none() {
            return Vec::new();
        }
        match self {
            BareLabels::WordFirst(word) => {
                word.find_iter(flow).filter(|word| is_alone(flow, word.start)).map(|word| word.end).collect()
            }
            BareLabels::WordLast { label, .. } => label.find_iter(flow).map(|label| label.start()).collect(),
        }
    }

    /// Whose the labels are before `rest`, if they can be of the draft: `here` says that something beside them says so.
    pub fn target(&self, rest: &str, here: bool) -> Option<ReferenceTarget> {
        match self {
            BareLabels::WordFirst(_) if here => Some(ReferenceTarget::ThisDraft),
            // Words that follow may say whose they are.
            BareLabels::WordFirst(_) => {
                rest.starts_with([';', '.', ':', ARABIC_SEMICOLON]).then_some(ReferenceTarget::Elsewhere)
            }
            BareLabels::WordLast { word, .. } => (here && word.is_match(rest)).then_some(ReferenceTarget::ThisDraft),
        }
    }
}

/// Whether the word at a place goes on with nothing: `paragraph 3, subparagraph` is of another paragraph.
fn is_alone(flow: &str, at: usize) -> bool {
    let before = tail_of(flow.get(..at).unwrap_or_default()).trim_end_matches([' ', ',', '(', ARABIC_COMMA]);
    !before.ends_with(|c: char| c.is_ascii_digit() || c == ')')
}
