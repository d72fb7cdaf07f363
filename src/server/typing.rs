//! What the draft answers to Enter.

use tower_lsp::ls_types::TextEdit;

use super::desk::View;
use super::edits;
use crate::draft::{Draft, Edit, edit};
use crate::revise::renumber::make_room;
use crate::revise::typing::{Params, enter};
use crate::text::Position;
use crate::workspace::ParsedText;

/// What is asked about: the end of a line.
pub const ENTER: &str = "\n";

/// What is written in the place where the line was ended, and the numbers that change with it where the user wants that.
pub fn typed(view: &View, place: Position, character: &str) -> Option<Vec<TextEdit>> {
    if character != ENTER || !view.settings.labels || !view.document.is_editable() {
        return None;
    }
    let reading = view.document.reading()?;
    let offset = view.document.text.byte(place, view.document.encoding);
    let label = enter(Params { text: &reading.text, draft: &reading.draft, offset })?;
    let mut edits = vec![label.clone()];
    if view.settings.renumber {
        edits.extend(renumbered(&reading, &label));
        edits.sort_by_key(|edit| edit.range.start);
    }
    Some(edits::of_text(&view.document, &edits))
}

/// What the numbers behind a new label become, and the references to them.
fn renumbered(reading: &ParsedText, label: &Edit) -> Vec<Edit> {
    // What will be written behind the label may be this.
    let language = reading.draft.language_at(label.range.start);
    let opening = language.writing.operative.first();
    let words =
        opening.and_then(|opening| language.writing.opening(opening, 0, reading.draft.organ)).unwrap_or_default();
    let written = Edit { text: format!("{}{words}", label.text), ..label.clone() };
    let text = edit::apply(std::slice::from_ref(&written), &reading.text);
    let new = written.range.start..written.range.start + written.text.len();
    let draft = Draft::read_as(&text, reading.draft.read_as);
    let begun = draft.paragraphs.iter().position(|paragraph| {
        paragraph.label.as_ref().is_some_and(|label| new.start <= label.range.start && label.range.end <= new.end)
    });
    let Some(begun) = begun else { return Vec::new() };
    // As the text is without the new label.
    let back = |at: usize| if at <= new.start { Some(at) } else { (at + label.range.end).checked_sub(new.end) };
    let moved = make_room(&text, &draft, begun).edits.into_iter().map(|Edit { range, text }| {
        let apart = range.end <= new.start || new.end <= range.start;
        apart.then(|| Some(Edit { range: back(range.start)?..back(range.end)?, text })).flatten()
    });
    // All of them, or none.
    moved.collect::<Option<Vec<Edit>>>().unwrap_or_default()
}
