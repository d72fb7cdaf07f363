//! The language versions of open documents: where they are, and what differs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{GotoDefinitionResponse, Location, LocationLink, Range, Uri};

use super::state::{EditorSession, RequestContext};
use super::{to_proto, uri};
use crate::document::{
    ComparedText, ComparedVersions, Comparison, DocumentSettings, DocumentSnapshot, VersionMatch, VersionSummary,
};
use crate::language::Language;
use crate::rules::{self, RuleGroup};
use crate::workspace::{ParsedText, VersionScope};

/// A range of bytes of a draft.
type Bytes = std::ops::Range<usize>;

/// A place in another language version of a document.
#[derive(Debug)]
pub struct CounterpartPlace {
    /// The version's language.
    pub language: &'static Language,
    /// The version's document.
    pub uri: Uri,
    /// The whole paragraph, heading or note.
    pub range: Range,
    /// What stands for it where it is pointed at: its label, else its first words.
    pub label: Range,
    /// Its label as it is written, if it has one.
    pub labelled: Option<String>,
    /// Its words without the label, in one line.
    pub words: String,
}

/// What stands at a place in the other versions.
#[derive(Debug)]
pub struct Counterparts {
    /// The bytes that were asked about, if they are a label.
    pub subject: Option<Bytes>,
    /// The places, that in the next version first.
    pub places: Vec<CounterpartPlace>,
}

/// What is asked of other versions at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedAt {
    /// Whatever stands there.
    Anywhere,
    /// A label, a first word, a note's number or its marker, and nothing elsewhere.
    Label,
}

/// The answer to `rapporteur/counterpart`, for one version.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CounterpartAnswer {
    /// ISO 639-1, `en`.
    pub language: String,
    pub uri: Uri,
    /// The whole paragraph, heading or note.
    pub range: Range,
    /// Its label, else its first words.
    pub selection_range: Range,
}

impl EditorSession {
    /// The text of a document, whose versions these are, and those of the other files and open documents that are versions of
    /// it. Fewer than two where there are no others.
    fn version_texts(&self, document: &DocumentSnapshot<Uri>) -> Vec<ComparedText> {
        let Some(own) = document.path() else { return Vec::new() };
        let read = |path: PathBuf| {
            let reading = if path == own {
                document.reading()?
            } else {
                let settings = self.state().settings.settings_for(Some(&path));
                self.library.read_at(&path, settings.config.read_as())?
            };
            Some(ComparedText { path: Arc::from(path), reading })
        };
        self.version_paths(own).into_iter().filter_map(read).collect()
    }

    /// The paths of the texts that are versions of the one at a path, its own among them. Nothing where there are no others.
    fn version_paths(&self, path: &Path) -> Vec<PathBuf> {
        let (folders, named) = {
            let state = self.state();
            (state.folders.clone(), state.settings.named_versions())
        };
        let is_wanted = |path: &Path| self.state().settings.settings_for(Some(path)).config.wants_versions();
        self.library.versions_of(path, VersionScope { folders: &folders, named: &named }, is_wanted)
    }

    /// Compares a document with its other language versions, where the user wants to hear of differences, and has it know
    /// them. Gives the other documents of which something else may be said now.
    pub fn compare_versions(&self, document: &DocumentSnapshot<Uri>, settings: &DocumentSettings) -> Vec<Arc<Path>> {
        if document.path().is_none() || !settings.wants_versions() {
            document.forget_differences();
            return Vec::new();
        }
        let Comparison { set, affected } = self.versions.compare(document, self.version_texts(document));
        match set.and_then(|set| Some((set.version_at(document.path()?, 0)?, set))) {
            Some((own, set)) => {
                let edited = self.versions.edited(&set);
                let all = set.differences(edited, document.encoding);
                let told = set.texts.iter().zip(&*all).map(|(text, differences)| self.count_told(text, differences));
                let summary = VersionSummary {
                    versions: set.texts.len(),
                    differences: told.sum(),
                    to_come: set.concordance.to_be_translated(own),
                };
                document.set_differences(all.get(own).cloned().unwrap_or_default(), Some(summary));
            }
            None => document.set_differences(Vec::new(), self.summary_of_parts(document)),
        }
        affected
    }

    /// How many differences the user is told of in a text.
    fn count_told(&self, text: &ComparedText, differences: &[rules::VersionDifference]) -> usize {
        if differences.is_empty() {
            return 0;
        }
        let settings = self.state().settings.settings_for(Some(&text.path));
        let ParsedText { text, draft, .. } = &*text.reading;
        let wanted = |rule: &rules::Rule| rule.group == RuleGroup::Versions && settings.wants(rule);
        let found = rules::check_among(&self.authority, differences, text, draft, &wanted);
        settings.config.filter_findings(&found, text.as_str()).len()
    }

    /// What is said of a file that holds several versions.
    fn summary_of_parts(&self, document: &DocumentSnapshot<Uri>) -> Option<VersionSummary> {
        if document.only_language().is_some() {
            return None;
        }
        let reading = document.reading()?;
        let set = ComparedVersions::of_parts(document.path()?, &reading)?;
        let settings = self.state().settings.settings_for(document.path());
        let ParsedText { text, draft, .. } = &*reading;
        let wanted = |rule: &rules::Rule| rule.group == RuleGroup::Versions && settings.wants(rule);
        let found = rules::check_among(&self.authority, &[], text, draft, &wanted);
        let differences = settings.config.filter_findings(&found, text.as_str()).len();
        let to_come = (0..set.texts.len()).map(|at| set.concordance.to_be_translated(at)).sum();
        Some(VersionSummary { versions: set.texts.len(), differences, to_come })
    }

    /// Whether a document has, or had, other versions.
    pub fn is_among_versions(&self, document: &DocumentSnapshot<Uri>) -> bool {
        let Some(path) = document.path() else { return false };
        if self.versions.has_compared(path) {
            return true;
        }
        !self.version_paths(path).is_empty()
    }
}

/// What stands at a byte of a document's draft in its other versions.
pub fn counterparts(request: &RequestContext, byte: usize, asked: AskedAt) -> Option<Counterparts> {
    let document = &request.document;
    let reading = document.reading()?;
    let set = match document.path().and_then(|path| ComparedVersions::of_parts(path, &reading)) {
        Some(set) => Arc::new(set),
        None => request.session.versions.side_by_side(request.session.version_texts(document))?,
    };
    let own = set.version_at(document.path()?, byte)?;
    let subject = set.subject_at(own, byte);
    if asked == AskedAt::Label && subject.is_none() {
        return None;
    }
    let place = |place: VersionMatch<'_>| {
        let text = set.texts.get(place.version)?;
        let spans = text.reading.spans(document.encoding);
        let range = |bytes: &Bytes| to_proto::span(&spans(bytes));
        Some(CounterpartPlace {
            language: set.concordance.versions.get(place.version)?.language,
            uri: uri_of(request, &text.path)?,
            range: range(&place.item.range),
            label: range(&place.item.place),
            labelled: place.item.label.as_ref().map(|(label, _)| label.clone()),
            words: set.words(&place),
        })
    };
    let places = set.counterparts(own, byte).into_iter().filter_map(place).collect();
    Some(Counterparts { subject, places })
}

/// The URI of a file: the client's own name for it, where it is open.
fn uri_of(request: &RequestContext, path: &Path) -> Option<Uri> {
    let open = request.open.iter().find(|open| open.path() == Some(path));
    open.map(|open| open.key().clone()).or_else(|| uri::from_path(path))
}

/// Places to go to, for a client that takes them with the place that leads there or without. `None` where there are none.
pub fn answer(
    request: &RequestContext,
    subject: &Option<Bytes>,
    places: &[CounterpartPlace],
    links: bool,
) -> Option<GotoDefinitionResponse> {
    if places.is_empty() {
        return None;
    }
    if links {
        let origin = subject.as_ref().map(|subject| to_proto::range(&request.document, subject));
        let link = |place: &CounterpartPlace| LocationLink {
            origin_selection_range: origin,
            target_uri: place.uri.clone(),
            target_range: place.range,
            target_selection_range: place.label,
        };
        return Some(GotoDefinitionResponse::Link(places.iter().map(link).collect()));
    }
    let location = |place: &CounterpartPlace| Location::new(place.uri.clone(), place.label);
    match places {
        [place] => Some(GotoDefinitionResponse::Scalar(location(place))),
        places => Some(GotoDefinitionResponse::Array(places.iter().map(location).collect())),
    }
}

impl From<CounterpartPlace> for CounterpartAnswer {
    fn from(place: CounterpartPlace) -> CounterpartAnswer {
        let CounterpartPlace { language, uri, range, label, .. } = place;
        CounterpartAnswer { language: language.code.to_owned(), uri, range, selection_range: label }
    }
}
