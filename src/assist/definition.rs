//! Where the thing under the cursor is said in full.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Params, Thing, paragraph};
use crate::draft::{Draft, Reference, ReferenceTarget};
use crate::library::Reading;
use crate::symbol::Symbol;

/// A place to go to.
#[derive(Debug, Clone)]
pub enum Definition {
    /// In this draft.
    Here(Range<usize>),
    /// In another text of the workspace, with that text as it stands now.
    There { path: PathBuf, reading: Arc<Reading>, range: Range<usize> },
}

/// Where the thing at a place is said in full: a cited instrument's title in the workspace, a marker's
/// note, a note's first marker, the paragraph that is referred to.
pub fn definition(params: Params<'_>) -> Option<Definition> {
    let draft = &params.reading.draft;
    match Thing::at(draft, params.offset)?.0 {
        Thing::Citation(_, citation) => instrument(params, &citation.symbol, None),
        Thing::OwnNumber(_) => draft.title.as_ref().map(|title| Definition::Here(title.range.clone())),
        Thing::Reference(reference) => match reference.of {
            ReferenceTarget::ThisDraft => paragraph::find(draft, reference, Some(reference.range.start))
                .map(|found| Definition::Here(found.range.clone())),
            ReferenceTarget::Citation(index) => {
                instrument(params, &draft.citations.get(index)?.symbol, Some(reference))
            }
            ReferenceTarget::Elsewhere => None,
        },
        Thing::Marker(marker) => draft.note_of(marker).map(|note| Definition::Here(note.range.clone())),
        Thing::NoteLabel(note) => draft
            .markers
            .iter()
            .find(|marker| marker.label == note.label)
            .map(|marker| Definition::Here(marker.range.clone())),
    }
}

/// The place of an instrument in the workspace: the paragraph that is referred to, else its title.
fn instrument(params: Params<'_>, symbol: &Symbol, reference: Option<&Reference>) -> Option<Definition> {
    let draft = &params.reading.draft;
    let found = params.library.find(symbol, draft.language_at(params.offset))?;
    let reading = params.library.read(&found)?;
    let range = reference
        .and_then(|reference| paragraph::find(&reading.draft, reference, None))
        .map_or_else(|| title(&reading.draft), |paragraph| paragraph.range.clone());
    Some(Definition::There { path: found.path.clone(), reading, range })
}

/// Where a text says what it is: its title, else its first line.
fn title(draft: &Draft) -> Range<usize> {
    match (&draft.title, draft.elements.first()) {
        (Some(title), _) => title.number.as_ref().map_or(title.range.start, |number| number.start)..title.range.end,
        (None, Some(first)) => first.range.clone(),
        (None, None) => 0..0,
    }
}
