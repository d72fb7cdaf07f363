//! Where an editor finds a text of the workspace: by the client's own name if it is open, in its file, or, where that is a
//! document which no editor of text can show, in a read-only page of its text.

use std::path::Path;
use std::sync::Arc;

use tower_lsp::ls_types::Uri;

use super::{pages, uri};
use crate::document::DocumentSnapshot;
use crate::source::{self, FileFormat, ReadPurpose};

/// Where an editor finds a text. `text` gives what was read of it, if that is at hand; `with_pages` says whether pages are
/// kept. Without them the document itself is all that can be named.
pub fn of(path: &Path, open: &[Arc<DocumentSnapshot<Uri>>], text: Option<&str>, with_pages: bool) -> Option<Uri> {
    if let Some(open) = open.iter().find(|open| open.path() == Some(path)) {
        return Some(open.key().clone());
    }
    if with_pages && FileFormat::is_document(path) {
        let page = match text {
            Some(text) => pages::of_document(path, text),
            None => source::read(path, ReadPurpose::Indexed).ok().and_then(|read| pages::of_document(path, &read.text)),
        };
        if page.is_some() {
            return page;
        }
    }
    uri::from_path(path)
}
