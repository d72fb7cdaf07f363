//! Folders of the program's own, into which nobody but the user may look.

use std::fs;
use std::io;
use std::path::Path;

/// Makes a folder that nobody else may look into, and those above it, unless they are there.
///
/// # Errors
///
/// When it can't be made there.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
