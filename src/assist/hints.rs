//! Short titles after the bare numbers of what is cited.

use std::ops::Range;

use super::words::shorten;
use crate::draft::CitationKind;
use crate::library::AuthorityCache;
use crate::workspace::{ParsedText, WorkspaceIndex};

/// How many characters of a title are shown.
const SHOWN: usize = 40;

/// What is shown behind a citation, and is no part of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where, in bytes.
    pub at: usize,
    /// The beginning of the title.
    pub title: String,
    /// All of the title.
    pub whole: String,
}

/// The titles of the resolutions and decisions that the draft cites by their number alone in `within`, in the
/// draft's language where they are known in it.
pub fn hints(
    reading: &ParsedText,
    library: &WorkspaceIndex,
    authority: &AuthorityCache,
    within: &Range<usize>,
) -> Vec<Hint> {
    let draft = &reading.draft;
    let bare = draft.cited().filter(|citation| citation.kind != CitationKind::Document && citation.title.is_none());
    let here = bare.filter(|citation| within.start <= citation.range.end && citation.range.start <= within.end);
    let hints = here.filter_map(|citation| {
        let language = draft.language_at(citation.range.start);
        let about = authority.about(library, &citation.symbol, language);
        let whole = about.title(language)?.1.value.text.clone();
        Some(Hint { at: citation.range.end, title: shorten(&whole, SHOWN), whole })
    });
    hints.collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn a_bare_number_gets_its_title() {
        let fixture = Fixture::new(
            "The General Assembly,

Recalling its resolutions 92/14 and 92/15, and its resolution 92/14, entitled “Dark skies”,

1. Decides to sleep.
",
        );
        let fixture =
            fixture.beside("/drafts/a.txt", "92/14. Dark and quiet skies\n\nThe General Assembly,\n\n1. Sleeps.\n");
        let all = 0..fixture.reading.text.len();
        let hints = hints(&fixture.reading, &fixture.library, &fixture.authority, &all);
        let found: Vec<_> = hints.iter().map(|hint| (&fixture.reading.text[..hint.at], hint.title.as_str())).collect();
        assert_eq!(found, [("The General Assembly,\n\nRecalling its resolutions 92/14", "Dark and quiet skies")]);
    }
}
