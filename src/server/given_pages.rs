//! The files that pages are kept in in a browser: the page that runs the server asks for them.

use std::io;
use std::path::{Path, PathBuf};

use crate::assist::InstrumentPage;
use crate::source::files;

/// Keeps a page in its file in a folder, and gives the file.
///
/// # Errors
///
/// None.
pub fn write(folder: &Path, card: &InstrumentPage) -> io::Result<PathBuf> {
    let path = folder.join(&card.name);
    files::give(path.clone(), card.markdown.as_bytes());
    Ok(path)
}
