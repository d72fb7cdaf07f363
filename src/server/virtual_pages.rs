//! Read-only pages that a client asks us for by their address, where it can (`workspace/textDocumentContent`, LSP 3.18), so that
//! nothing of them is written into files. They are kept in memory; a page that tells of an open draft is made anew whenever it is
//! asked for, and the client is asked to ask again where it says something else than it did.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::Uri;
use tower_lsp::ls_types::request::Request;

use crate::assist::InstrumentPage;

/// What the addresses of the pages begin with.
pub const SCHEME: &str = "rapporteur";

/// How many bytes of pages are kept: those that were made first are forgotten.
const KEPT: usize = 16 << 20;

/// The pages of a conversation.
#[derive(Debug, Default)]
pub struct VirtualPages(Mutex<VecDeque<VirtualPage>>);

/// A page that can be asked for.
#[derive(Debug, Clone)]
pub struct VirtualPage {
    /// Its name and what it says, as it was made last.
    pub page: InstrumentPage,
    /// What it is made of anew.
    pub subject: Option<PageSubject>,
}

/// An open draft beside an earlier text, of which a page tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSubject {
    /// The draft.
    pub document: Uri,
    /// The earlier text, where somebody named it.
    pub beside: Option<PathBuf>,
    /// Which page it is.
    pub kind: FollowedPage,
}

/// A page about what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowedPage {
    /// What was done to each paragraph.
    Told,
    /// The paragraphs of the earlier text, each beside its own of the draft.
    Before,
    /// The paragraphs of the draft, each beside its own of the earlier text.
    Now,
}

impl VirtualPages {
    /// Keeps a page, in the place of the one that had its name, and gives its address.
    pub fn keep(&self, page: &InstrumentPage, subject: Option<PageSubject>) -> Option<Uri> {
        let uri = address(&page.name)?;
        let mut pages = self.pages();
        pages.retain(|kept| kept.page.name != page.name);
        pages.push_back(VirtualPage { page: page.clone(), subject });
        let mut bytes: usize = pages.iter().map(|kept| kept.page.markdown.len()).sum();
        while bytes > KEPT && pages.len() > 1 {
            bytes -= pages.pop_front().map_or(0, |oldest| oldest.page.markdown.len());
        }
        Some(uri)
    }

    /// The page of a name.
    pub fn named(&self, name: &str) -> Option<VirtualPage> {
        self.pages().iter().find(|kept| kept.page.name == name).cloned()
    }

    /// The pages that tell of a draft.
    pub fn about(&self, document: &Uri) -> Vec<VirtualPage> {
        let is_about = |kept: &&VirtualPage| kept.subject.as_ref().is_some_and(|subject| subject.document == *document);
        self.pages().iter().filter(is_about).cloned().collect()
    }

    fn pages(&self) -> std::sync::MutexGuard<'_, VecDeque<VirtualPage>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The address of a page.
pub fn address(name: &str) -> Option<Uri> {
    let mut uri = format!("{SCHEME}:/");
    for byte in name.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri.parse().ok()
}

/// Whether an address is that of a page.
pub fn is_one(uri: &Uri) -> bool {
    uri.scheme().as_str().eq_ignore_ascii_case(SCHEME)
}

/// The name of the page at an address.
pub fn name_of(uri: &Uri) -> Option<String> {
    is_one(uri).then(|| uri.path().decode().to_string_lossy().trim_start_matches('/').to_owned())
}

/// Which page is asked for.
#[derive(Debug, Deserialize, Serialize)]
pub struct TextDocumentContentParams {
    /// Its address.
    pub uri: Uri,
}

/// What a page says.
#[derive(Debug, Deserialize, Serialize)]
pub struct TextDocumentContentResult {
    /// Its text.
    pub text: String,
}

/// Asks the client to ask again for a page.
#[derive(Debug)]
pub enum TextDocumentContentRefresh {}

impl Request for TextDocumentContentRefresh {
    type Params = TextDocumentContentParams;
    type Result = ();
    const METHOD: &'static str = "workspace/textDocumentContent/refresh";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(name: &str, markdown: &str) -> InstrumentPage {
        InstrumentPage { name: name.to_owned(), markdown: markdown.to_owned() }
    }

    #[test]
    fn a_name_becomes_an_address_and_comes_back() {
        for name in ["rule.footnote-order.en.md", "changes.ночное небо.0123.md", "now.100%.md"] {
            let uri = address(name).unwrap();
            assert!(uri.as_str().is_ascii() && is_one(&uri), "{}", uri.as_str());
            assert_eq!(name_of(&uri).as_deref(), Some(name));
            // Editors may write an empty host.
            let other: Uri = uri.as_str().replacen(":/", ":///", 1).parse().unwrap();
            assert_eq!(name_of(&other).as_deref(), Some(name));
        }
        assert_eq!(name_of(&"file:///rule.footnote-order.en.md".parse().unwrap()), None);
    }

    #[test]
    fn the_newest_pages_are_kept() {
        let pages = VirtualPages::default();
        pages.keep(&page("one", "first"), None);
        pages.keep(&page("one", "second"), None);
        assert_eq!(pages.named("one").unwrap().page.markdown, "second");
        pages.keep(&page("large", &"x".repeat(KEPT - 3)), None);
        assert!(pages.named("one").is_none() && pages.named("large").is_some());
        pages.keep(&page("larger", &"x".repeat(2 * KEPT)), None);
        assert!(pages.named("large").is_none() && pages.named("larger").is_some());
    }
}
