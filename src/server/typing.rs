//! What the draft answers to Enter.

use tower_lsp::ls_types::TextEdit;

use super::desk::View;
use super::edits;
use crate::draft::{Draft, Edit, edit};
use crate::library::Reading;
use crate::revise::typing::{Params, enter};
use crate::rules::{self, Rule};
use crate::text::Position;

/// What is asked about: the end of a line.
pub const ENTER: &str = "\n";

/// What is written in the place where the line was ended, and the numbers that change with it where the user wants that.
pub fn typed(view: &View, place: Position, character: &str) -> Option<Vec<TextEdit>> {
    if character != ENTER || !view.settings.labels {
        return None;
    }
    let reading = view.document.reading()?;
    let offset = view.document.text.byte(place, view.document.encoding);
    let label = enter(Params { text: &reading.text, draft: &reading.draft, offset })?;
    let mut edits = vec![label.clone()];
    if view.settings.renumber {
        edits.extend(renumbered(&reading, &label));
    }
    Some(edits::of_text(&view.document, &edits))
}

/// A word that stands for what will be written behind the new label.
const WORD: &str = "x";

/// What the numbers below a new label become, by the mend of the first that is wrong now: all from there on, if they were
/// in order.
fn renumbered(reading: &Reading, label: &Edit) -> Vec<Edit> {
    let written = Edit { text: format!("{}{WORD}", label.text), ..label.clone() };
    let text = edit::apply(std::slice::from_ref(&written), &reading.text);
    let behind = written.range.start + written.text.len();
    let numbering = |rule: &Rule| rule.code.ends_with("-numbering");
    let findings = rules::check(&text, &Draft::read_as(&text, reading.draft.read_as), &numbering);
    let first = findings.into_iter().find(|finding| finding.range.start >= behind);
    let mends = first.and_then(|finding| finding.fix).map(|fix| fix.edits).unwrap_or_default();
    let back = |at: usize| (at + label.range.end).checked_sub(behind);
    let moved = mends.into_iter().map(|Edit { range, text }| {
        (range.start >= behind).then(|| Some(Edit { range: back(range.start)?..back(range.end)?, text })).flatten()
    });
    // All of them, or none.
    moved.collect::<Option<Vec<Edit>>>().unwrap_or_default()
}
