//! Short titles after the bare numbers of what is cited.

use std::ops::Range;

use super::words::shorten;
use crate::draft::CitationKind;
use crate::language::{KindPosition, Language};
use crate::library::AuthorityCache;
use crate::workspace::{ParsedText, WorkspaceIndex};

/// How many characters of a title are shown.
const SHOWN: usize = 40;

/// What is shown behind a citation, and is no part of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where, in bytes: behind the number, and what belongs to it.
    pub at: usize,
    /// Whether a word follows without a space, from which it is to be set apart.
    pub glued: bool,
    /// The beginning of the title.
    pub title: String,
    /// All of the title.
    pub whole: String,
}

/// The titles of the resolutions and decisions that the draft cites by their number alone in `within`, where they are known
/// in the draft's own language: another one would stand in the middle of its sentences.
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
        let (of, title) = about.title(language)?;
        if of != language {
            return None;
        }
        let whole = title.value.text.clone();
        let behind = reading.text.get(citation.range.end..).unwrap_or_default();
        let rest = behind_the_kind(behind, language);
        let at = citation.range.end + behind.len() - rest.len();
        Some(Hint { at, glued: rest.starts_with(char::is_alphanumeric), title: shorten(&whole, SHOWN), whole })
    });
    hints.collect()
}

/// What stands behind a number without the words that belong to it where the number comes first: `号决议`.
fn behind_the_kind<'t>(behind: &'t str, language: &Language) -> &'t str {
    if language.citing.order != KindPosition::NumberFirst {
        return behind;
    }
    let Some(rest) = behind.strip_prefix(language.citing.after_number) else { return behind };
    language.writing.citation.kinds.iter().find_map(|kind| rest.strip_prefix(kind)).unwrap_or(rest)
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
        assert!(!hints[0].glued);
    }

    #[test]
    fn a_title_in_another_language_stays_away_from_a_sentence() {
        let draft = "大会，\n\n回顾其第92/14号决议和第92/15号决议，\n\n1. 决定休息。\n";
        let english = "92/14. Dark and quiet skies\n\nThe General Assembly,\n\n1. Sleeps.\n";
        let fixture = Fixture::new(draft).beside("/drafts/92-14.en.txt", english);
        let chinese = "92/15. 黑暗而宁静的天空\n\n大会，\n\n1. 决定休息。\n";
        let fixture = fixture.beside("/drafts/92-15.zh.txt", chinese);
        let all = 0..fixture.reading.text.len();
        let hints = hints(&fixture.reading, &fixture.library, &fixture.authority, &all);
        // Behind all that belongs to the number, and no gap before the comma.
        let found: Vec<_> =
            hints.iter().map(|hint| (&fixture.reading.text[hint.at..][..3], hint.title.as_str(), hint.glued)).collect();
        assert_eq!(found, [("，", "黑暗而宁静的天空", false)]);
    }
}
