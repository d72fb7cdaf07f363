//! A paragraph that is about to begin.

use super::{ParagraphBeginning, ParagraphSection};
use crate::complete::folded;
use crate::complete::patterns::{CompletionPatterns, OpeningForm};
use crate::draft::label::{self, LabelForm};
use crate::language::Language;

/// The beginning of a paragraph, as far as the line says.
pub(super) fn beginning(head: &str, language: &Language, patterns: &CompletionPatterns) -> Option<ParagraphBeginning> {
    let line = head.trim_start();
    let labelled = label::label(line.trim_end(), language);
    let (part, rest) = match &labelled {
        Some(label) => {
            let part = match label.form {
                LabelForm::Operative(_) => ParagraphSection::Operative,
                LabelForm::Preambular(_) => ParagraphSection::Preamble,
                LabelForm::Sub { .. } => return None,
            };
            let rest = line.get(label.range.end..)?;
            // The space that separates them has been typed.
            if language.naming.spaced && !rest.starts_with(char::is_whitespace) {
                return None;
            }
            (Some(part), rest)
        }
        None => (None, line),
    };
    let typed = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '[' | '*' | '_' | ']'));
    let between = rest.get(..rest.len() - typed.len())?;
    let emphasis = between.chars().next_back().filter(|c| matches!(c, '*' | '_'));
    let start = head.len() - typed.len();
    let typed = folded(typed);
    let begun = |openings: &[OpeningForm]| openings.iter().any(|opening| opening.folded.starts_with(&typed));
    let fits = match part {
        Some(ParagraphSection::Operative) => begun(&patterns.operative),
        Some(ParagraphSection::Preamble) => begun(&patterns.preambular),
        None => begun(&patterns.preambular) || begun(&patterns.operative),
    };
    fits.then_some(ParagraphBeginning { start, labelled: part, emphasis })
}
