//! A paragraph that is about to begin.

use super::{Beginning, Part};
use crate::complete::folded;
use crate::complete::patterns::{Opening, Patterns};
use crate::draft::label::{self, Form};
use crate::language::Language;

/// The beginning of a paragraph, as far as the line says.
pub(super) fn beginning(head: &str, language: &Language, patterns: &Patterns) -> Option<Beginning> {
    let line = head.trim_start();
    let labelled = label::label(line.trim_end(), language);
    let (part, rest) = match &labelled {
        Some(label) => {
            let part = match label.form {
                Form::Operative(_) => Part::Operative,
                Form::Preambular(_) => Part::Preamble,
                Form::Sub { .. } => return None,
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
    let begun = |openings: &[Opening]| openings.iter().any(|opening| opening.folded.starts_with(&typed));
    let fits = match part {
        Some(Part::Operative) => begun(&patterns.operative),
        Some(Part::Preamble) => begun(&patterns.preambular),
        None => begun(&patterns.preambular) || begun(&patterns.operative),
    };
    fits.then_some(Beginning { start, labelled: part, emphasis })
}
