//! Words beside a reference that say on which side of it stands what it means: "above", "下文".

use std::ops::Range;

use crate::language::Language;
use crate::script::is_invisible;

/// Such a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideWord {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// It says that what is meant stands before.
    pub above: bool,
    /// The word for the other side.
    pub other: &'static str,
}

impl SideWord {
    /// The word beside the bytes `of` of a text, where this language has it.
    pub fn beside(text: &str, of: &Range<usize>, language: &Language) -> Option<SideWord> {
        let table = &language.citing.paragraphs;
        let words = table.sides.iter().flat_map(|(above, below)| [(*above, true, *below), (*below, false, *above)]);
        let blank = |c: char| c.is_whitespace() || is_invisible(c);
        if table.after.is_empty() {
            let rest = text.get(of.end..)?;
            let start = of.end + rest.len() - rest.trim_start_matches(blank).len();
            let rest = text.get(start..)?;
            let follows =
                |word: &str| rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
            let (word, above, other) = words.into_iter().find(|(word, ..)| start > of.end && follows(word))?;
            return Some(SideWord { range: start..start + word.len(), above, other });
        }
        let before = text.get(..of.start)?.trim_end_matches(blank);
        let before = before.strip_suffix(table.before).unwrap_or(before).trim_end_matches(blank);
        let (word, above, other) = words.into_iter().find(|(word, ..)| before.ends_with(word))?;
        Some(SideWord { range: before.len() - word.len()..before.len(), above, other })
    }
}
