//! Paths and `file:` URIs. A path need not be UTF-8, and a URI says its bytes one by one.

use std::path::{Path, PathBuf};

use tower_lsp::ls_types::Uri;

/// The path of a `file:` URI.
pub fn to_path(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme().as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    other_bytes(uri).or_else(|| uri.to_file_path().map(|path| path.into_owned()))
}

/// The URI of a path; `None` of one that is not absolute.
pub fn from_path(path: &Path) -> Option<Uri> {
    match path.to_str() {
        Some(_) => Uri::from_file_path(path),
        None => of_bytes(path),
    }
}

/// The path, where its bytes are no UTF-8.
#[cfg(unix)]
fn other_bytes(uri: &Uri) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;

    let mut rest = uri.path().as_str().as_bytes();
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some((first, more)) = rest.split_first() {
        let escaped = (*first == b'%').then(|| more.split_at_checked(2)).flatten();
        let value = escaped.and_then(|(digits, _)| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        match (value, escaped) {
            (Some(value), Some((_, after))) => {
                bytes.push(value);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = more;
            }
        }
    }
    std::str::from_utf8(&bytes).is_err().then(|| PathBuf::from(std::ffi::OsString::from_vec(bytes)))
}

#[cfg(unix)]
fn of_bytes(path: &Path) -> Option<Uri> {
    use std::fmt::Write;
    use std::os::unix::ffi::OsStrExt;

    let mut uri = "file://".to_owned();
    for &byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").ok()?;
        }
    }
    path.is_absolute().then(|| uri.parse().ok()).flatten()
}

/// Elsewhere a path is characters.
#[cfg(not(unix))]
fn other_bytes(_: &Uri) -> Option<PathBuf> {
    None
}

#[cfg(not(unix))]
fn of_bytes(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use super::*;

    #[test]
    fn there_and_back() {
        for bytes in [&b"/drafts/a b.txt"[..], "/草案/ä.txt".as_bytes(), b"/dr\xe9ft 1%/\xff.txt", b"/100%.txt"] {
            let from = Path::new(OsStr::from_bytes(bytes));
            let uri = from_path(from).unwrap();
            assert_eq!(to_path(&uri).as_deref(), Some(from), "{}", uri.as_str());
        }
        assert_eq!(to_path(&"untitled:1".parse().unwrap()), None);
    }
}
