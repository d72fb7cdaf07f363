//! Where an editor finds a text of the workspace: by the client's own name if it is open, in its file, or, where that is a
//! document which no editor of text can show, in a read-only page of its text.

use std::path::Path;

use tower_lsp::ls_types::Uri;

use super::state::RequestContext;
use super::{pages, uri};
use crate::source::{self, FileFormat, ReadPurpose};

/// Where an editor finds a text. `text` gives what was read of it, if that is at hand. Where no pages are kept the document itself is
/// all that can be named.
pub fn of(request: &RequestContext, path: &Path, text: Option<&str>) -> Option<Uri> {
    if let Some(open) = request.open.iter().find(|open| open.path() == Some(path)) {
        return Some(open.key().clone());
    }
    if request.keeps_pages() && FileFormat::is_document(path) {
        let of_document = |text: &str| pages::of_document(&request.session, path, text);
        let page = match text {
            Some(text) => of_document(text),
            None => source::read(path, ReadPurpose::Indexed).ok().and_then(|read| of_document(&read.text)),
        };
        if page.is_some() {
            return page;
        }
    }
    uri::from_path(path)
}
