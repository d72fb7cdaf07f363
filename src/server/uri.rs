//! Paths and `file:` URIs. A path need not be UTF-8, and a URI says its bytes one by one.

use std::path::{Path, PathBuf};

use tower_lsp::ls_types::Uri;

use super::windows_paths;

/// The path of a `file:` URI.
pub fn to_path(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme().as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    if cfg!(windows) {
        let host = uri.authority().map(|authority| authority.host()).unwrap_or_default();
        return windows_paths::path_of(host, &uri.path().decode().to_string_lossy()).map(PathBuf::from);
    }
    other_bytes(uri).or_else(|| uri.to_file_path().map(|path| path.into_owned()))
}

/// The URI of a path; `None` of one that is not absolute.
pub fn from_path(path: &Path) -> Option<Uri> {
    match path.to_str() {
        Some(path) if cfg!(windows) => windows_paths::uri_of(path)?.parse().ok(),
        // In a browser the standard library knows no absolute paths.
        Some(path) if cfg!(target_family = "wasm") => of_bytes(path.as_bytes()),
        Some(_) => Uri::from_file_path(path),
        None => of_path_in_bytes(path),
    }
}

/// A path as it is in one of the open folders, if the file lies in one: the folder may be opened by a link and its files
/// by their real paths, or the other way round, and one file shall have one path.
pub fn in_open_folder(path: PathBuf, folders: &[PathBuf]) -> PathBuf {
    if folders.iter().any(|folder| path.starts_with(folder)) {
        return path;
    }
    let real_folders: Vec<(PathBuf, &PathBuf)> =
        folders.iter().filter_map(|folder| Some((folder.canonicalize().ok()?, folder))).collect();
    let within = |path: &Path| {
        let mut found = real_folders.iter();
        found.find_map(|(real, folder)| Some(folder.join(path.strip_prefix(real).ok()?)))
    };
    within(&path).or_else(|| within(&real_path(&path)?)).unwrap_or(path)
}

/// The path of a file, which may be gone, with the links in its folder's path followed. A file that is a link itself
/// stays one.
fn real_path(path: &Path) -> Option<PathBuf> {
    Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
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

/// The URI of a Unix path, byte by byte; `None` of one that is not absolute.
fn of_bytes(path: &[u8]) -> Option<Uri> {
    use std::fmt::Write;

    let mut uri = "file://".to_owned();
    for &byte in path {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").ok()?;
        }
    }
    path.starts_with(b"/").then(|| uri.parse().ok()).flatten()
}

#[cfg(unix)]
fn of_path_in_bytes(path: &Path) -> Option<Uri> {
    of_bytes(std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()))
}

/// Elsewhere a path is characters.
#[cfg(not(unix))]
fn other_bytes(_: &Uri) -> Option<PathBuf> {
    None
}

#[cfg(not(unix))]
fn of_path_in_bytes(_: &Path) -> Option<Uri> {
    None
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
            assert_eq!(to_path(&of_bytes(bytes).unwrap()).as_deref(), Some(from), "as in a browser");
        }
        assert_eq!(to_path(&"untitled:1".parse().unwrap()), None);
        assert_eq!(of_bytes(b"drafts/a.txt"), None);
    }

    #[test]
    fn one_file_has_one_path() {
        let place = std::env::temp_dir().join(format!("rapporteur-links-{}", std::process::id()));
        let (real, link) = (place.join("real"), place.join("link"));
        std::fs::create_dir_all(real.join("drafts")).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let opened = |folder: &Path, file: &Path| in_open_folder(file.join("drafts/a.txt"), &[folder.to_owned()]);
        for folder in [&real, &link] {
            for file in [&real, &link] {
                assert_eq!(opened(folder, file), folder.join("drafts/a.txt"));
            }
        }
        assert_eq!(opened(&real.join("drafts"), &link), real.join("drafts/a.txt"));
        assert_eq!(opened(&link, Path::new("/elsewhere")), Path::new("/elsewhere/drafts/a.txt"));
        std::fs::remove_dir_all(place).unwrap();
    }
}

#[cfg(all(test, windows))]
mod tests_of_windows {
    use super::*;

    #[test]
    fn there_and_back() {
        for from in [r"C:\drafts\a b.txt", r"C:\草案\ä.txt", r"\\harbour\drafts\lamps.txt"] {
            let uri = from_path(Path::new(from)).unwrap();
            assert_eq!(to_path(&uri).as_deref(), Some(Path::new(from)), "{}", uri.as_str());
        }
        assert_eq!(to_path(&"file:///c%3A/drafts/a.txt".parse().unwrap()), Some(r"C:\drafts\a.txt".into()));
        assert_eq!(to_path(&"untitled:1".parse().unwrap()), None);
    }

    #[test]
    fn a_file_has_one_path_however_its_name_is_written() {
        let place = std::env::temp_dir().join(format!("Rapporteur-Names-{}", std::process::id()));
        std::fs::create_dir_all(place.join("Drafts")).unwrap();
        let small = PathBuf::from(place.join("Drafts").to_str().unwrap().to_lowercase());
        assert_eq!(in_open_folder(small.join("a.txt"), std::slice::from_ref(&place)), place.join(r"Drafts\a.txt"));
        std::fs::remove_dir_all(place).unwrap();
    }
}
