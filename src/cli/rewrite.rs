//! A text that goes back into its file: in the file's own encoding, in one step, and only if nobody else changed it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rapporteur::text::{FileEncoding, decode};

use super::sources::Source;

/// A text as it is in its file.
pub struct Original {
    bytes: Vec<u8>,
    encoding: FileEncoding,
    pub text: String,
}

impl Original {
    /// The text of a source.
    ///
    /// # Errors
    ///
    /// A sentence that names the source, when it can't be read, or couldn't be written as it is.
    pub fn of(source: &Source) -> Result<Original, String> {
        let name = source.name();
        let bytes = source.bytes()?;
        let text = decode(bytes.clone()).map_err(|error| format!("{name}: {error}"))?;
        let Some(encoding) = FileEncoding::of(&bytes, &text) else {
            return Err(format!(
                "{name}: This text could not be written back in its own encoding without a loss. Save it as UTF-8."
            ));
        };
        Ok(Original { bytes, encoding, text })
    }

    /// The bytes of another text in the encoding of this one.
    pub fn encoded(&self, text: &str) -> Vec<u8> {
        self.encoding.encode(text)
    }

    /// Puts a text into the file in one step: whoever reads the file sees the whole text before or the whole text after.
    ///
    /// # Errors
    ///
    /// A sentence that names the file, which is then as it was.
    pub fn replace(&self, source: &Source, after: &str) -> Result<(), String> {
        let Source::File(path) = source else {
            return Err(
                "-: Standard input can't be written to. Leave out `--write` to have its text printed.".to_owned()
            );
        };
        let in_place = || -> io::Result<bool> {
            // A link stays one.
            let path = fs::canonicalize(path)?;
            let new = beside(&path);
            let replaced = write_new(&new, &path, &self.encoded(after)).and_then(|()| {
                let same = fs::read(&path)? == self.bytes;
                if same { fs::rename(&new, &path).map(|()| true) } else { Ok(false) }
            });
            if !matches!(replaced, Ok(true)) {
                let _ = fs::remove_file(&new);
            }
            replaced
        };
        match in_place() {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("{}: This file was changed meanwhile, and is left as it is.", path.display())),
            Err(error) => Err(format!("{}: This file could not be written: {error}.", path.display())),
        }
    }
}

/// The name of a new file beside another one.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", std::process::id()))
}

fn write_new(new: &Path, like: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(new)?;
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(like)?.permissions())?;
    file.sync_all()
}
