//! What the server tells of a draft beside its findings, for an editor's status line.
//!
//! The notification is none of the protocol's, so only a client that asks for it gets it, by saying
//! `"experimental": { "rapporteurStatus": true }` among its capabilities. It follows each list of findings.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::Uri;
use tower_lsp::ls_types::notification::Notification;

use crate::document::{DocumentSnapshot, ReadingSummary, VersionSummary};
use crate::draft::{DraftCounts, Layout};

/// `rapporteur/status`.
#[derive(Debug)]
pub enum StatusNotification {}

impl Notification for StatusNotification {
    type Params = DraftStatus;
    const METHOD: &'static str = "rapporteur/status";
}

/// How a version of a draft was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftStatus {
    pub uri: Uri,
    /// The version of the text that this is about.
    pub version: i32,
    /// The languages of its parts, in order, each once. There is at least one.
    pub languages: Vec<NamedLanguage>,
    /// `clean`: a paragraph a line or a block. `page`: as out of a PDF, lines broken at the page's width.
    pub layout: String,
    /// How many findings there are. The list before has them, or the gravest of very many.
    pub findings: usize,
    /// How much was read of it: preambular and operative paragraphs, notes, and citations, which are counted anew when
    /// the writer pauses.
    pub read: DraftCounts,
    /// What is known of its other language versions, if it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub versions: Option<VersionStatus>,
}

/// A draft among its language versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VersionStatus {
    /// How many versions there are, this one included.
    pub count: usize,
    /// How many differences are found in all of them together.
    pub differences: usize,
    /// How many paragraphs this one lacks because it is still being translated.
    pub to_come: usize,
}

/// A language, for a program and for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedLanguage {
    /// ISO 639-1, `en`.
    pub code: String,
    /// Its name in itself, `English`.
    pub name: String,
}

impl DraftStatus {
    /// How this version of a document was read.
    pub fn of(
        snapshot: &DocumentSnapshot<Uri>,
        read: &ReadingSummary,
        findings: usize,
        versions: Option<VersionSummary>,
    ) -> DraftStatus {
        let mut languages: Vec<NamedLanguage> = Vec::new();
        for language in &read.languages {
            if languages.iter().all(|known| known.code != language.code) {
                languages.push(NamedLanguage { code: language.code.to_owned(), name: language.name.to_owned() });
            }
        }
        let layout = match read.layout {
            Layout::Clean => "clean",
            Layout::Page => "page",
        };
        DraftStatus {
            uri: snapshot.key().clone(),
            version: snapshot.text.version(),
            languages,
            layout: layout.to_owned(),
            findings,
            read: read.counts,
            versions: versions.map(|summary| VersionStatus {
                count: summary.versions,
                differences: summary.differences,
                to_come: summary.to_come,
            }),
        }
    }
}
