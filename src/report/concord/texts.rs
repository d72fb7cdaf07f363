//! A text that may be a version of another one.

use std::path::PathBuf;
use std::sync::Arc;

use crate::compare::LanguageVersion;
use crate::config::EffectiveConfig;
use crate::draft::Draft;
use crate::language::Language;
use crate::rules;
use crate::source::SourceText;

/// A text with the versions that it holds.
pub struct VersionText {
    /// What the user calls it.
    pub name: String,
    /// Its file, by a path that is the same however it was named.
    pub path: PathBuf,
    /// It was named itself, and not a folder around it.
    pub named: bool,
    /// What is settled for it.
    pub applied: EffectiveConfig,
    /// The text, and where it stands in its file.
    pub source: SourceText,
    /// What was read of it.
    pub draft: Draft,
    /// One, or one in each of several languages; none of a text that nothing was read of.
    pub versions: Vec<Arc<LanguageVersion>>,
}

impl VersionText {
    /// Reads a text: what it is called, where it lies, what is settled for it, and whether it was named itself. `None` of one that
    /// was not, and has no sign of a resolution or no version.
    pub fn read(
        name: String,
        path: PathBuf,
        source: SourceText,
        applied: EffectiveConfig,
        named: bool,
    ) -> Option<VersionText> {
        let draft = Draft::read_with(&source.text, applied.read_as(), &source.hints);
        if !named && !draft.has_sign_of_a_resolution(&source.text) {
            return None;
        }
        let versions = rules::versions_of_one_text(&source.text, &draft);
        (named || !versions.is_empty()).then_some(VersionText { name, path, named, applied, source, draft, versions })
    }

    /// Its language. `None` of a text that holds versions in several.
    pub fn language(&self) -> Option<&'static Language> {
        match self.versions.as_slice() {
            [one] => Some(one.language),
            _ => None,
        }
    }
}
