//! Paths of Windows and their `file:` URIs, by RFC 8089, appendices D and E. Nothing here asks the system, so that what holds on
//! Windows is tested everywhere.

/// The path that a URI names, by its host and by its own path without escapes: `C:\drafts`, or `\\server\share\drafts` where
/// there is a host.
pub fn path_of(host: &str, path: &str) -> Option<String> {
    let path = path.replace('/', "\\");
    if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
        return Some(format!(r"\\{host}{path}"));
    }
    // Some programs write a server's name without making it a host: `file:////server/share`.
    if path.starts_with(r"\\") {
        return Some(format!(r"\\{}", path.trim_start_matches('\\')));
    }
    let inner = path.strip_prefix('\\').unwrap_or(&path);
    match drive(inner) {
        Some((letter, rest)) => Some(format!("{letter}:{}", if rest.is_empty() { r"\" } else { rest })),
        // On the drive that the program runs on.
        None => Some(path).filter(|path| !path.is_empty()),
    }
}

/// The URI of a path that names a drive or a server; `None` of another one.
pub fn uri_of(path: &str) -> Option<String> {
    use std::fmt::Write;

    // As the system names what may be longer than 260 characters.
    let (host, path) = match path.strip_prefix(r"\\?\") {
        Some(rest) => match rest.strip_prefix(r"UNC\") {
            Some(shared) => (true, shared),
            None => (false, rest),
        },
        None => match path.strip_prefix(r"\\").or_else(|| path.strip_prefix("//")) {
            Some(shared) => (true, shared),
            None => (false, path),
        },
    };
    let mut uri = "file://".to_owned();
    let rest = if host {
        path
    } else {
        let (letter, rest) = drive(path)?;
        write!(uri, "/{letter}:").ok()?;
        rest
    };
    for byte in rest.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            byte if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) => uri.push(char::from(byte)),
            byte => write!(uri, "%{byte:02X}").ok()?,
        }
    }
    Some(uri)
}

/// A URI with its drive as all URIs here have it, `file:///C:/`, where it is written otherwise: editors escape the colon, or write
/// the letter small, and it is one file.
pub fn with_plain_drive(uri: &str) -> Option<String> {
    let path = uri.strip_prefix("file:///")?;
    let mut characters = path.chars();
    let letter = characters.next().filter(char::is_ascii_alphabetic)?;
    let rest = characters.as_str();
    let rest = [":", "%3A", "%3a"].into_iter().find_map(|colon| rest.strip_prefix(colon))?;
    let plain = format!("file:///{}:{rest}", letter.to_ascii_uppercase());
    (rest.is_empty() || rest.starts_with('/')).then_some(plain).filter(|plain| plain != uri)
}

/// The drive that a path begins with, its letter in upper case, and what stands behind the colon.
fn drive(path: &str) -> Option<(char, &str)> {
    let mut characters = path.chars();
    let letter = characters.next().filter(char::is_ascii_alphabetic)?;
    let rest = characters.as_str().strip_prefix(':')?;
    (rest.is_empty() || rest.starts_with(['\\', '/'])).then_some((letter.to_ascii_uppercase(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drives_and_servers_there_and_back() {
        for (path, uri) in [
            (r"C:\drafts\lamps.txt", "file:///C:/drafts/lamps.txt"),
            (r"Z:\a b\[1]\草.txt", "file:///Z:/a%20b/%5B1%5D/%E8%8D%89.txt"),
            (r"C:\", "file:///C:/"),
            (r"\\harbour\drafts\lamps.txt", "file://harbour/drafts/lamps.txt"),
            (r"\\10.0.0.1\c$\lamps.txt", "file://10.0.0.1/c%24/lamps.txt"),
        ] {
            assert_eq!(uri_of(path).as_deref(), Some(uri));
            let rest = uri.strip_prefix("file://").unwrap();
            let (host, own) = rest.split_at(rest.find('/').unwrap());
            let own = own.replace("%20", " ").replace("%5B", "[").replace("%5D", "]").replace("%24", "$");
            let own = own.replace("%E8%8D%89", "草");
            assert_eq!(path_of(host, &own).as_deref(), Some(path));
        }
    }

    #[test]
    fn a_long_path_is_the_file_that_it_names() {
        assert_eq!(uri_of(r"\\?\C:\drafts\lamps.txt").as_deref(), Some("file:///C:/drafts/lamps.txt"));
        assert_eq!(uri_of(r"\\?\UNC\harbour\drafts").as_deref(), Some("file://harbour/drafts"));
    }

    #[test]
    fn what_names_no_drive_has_no_uri() {
        assert_eq!(["lamps.txt", r"\lamps.txt", "C:lamps.txt", "NUL", ""].map(uri_of), [const { None }; 5]);
    }

    #[test]
    fn paths_are_understood_however_they_are_written() {
        let path = |host, path| path_of(host, path).unwrap();
        assert_eq!(path("", "/c:/drafts/lamps.txt"), r"C:\drafts\lamps.txt");
        assert_eq!(path("localhost", "/C:/drafts"), r"C:\drafts");
        assert_eq!(path("", "/C:"), r"C:\");
        assert_eq!(path("", "//harbour/drafts"), r"\\harbour\drafts");
        assert_eq!(path("", "///harbour/drafts"), r"\\harbour\drafts");
        assert_eq!(path("", "/drafts/lamps.txt"), r"\drafts\lamps.txt");
        assert_eq!(path_of("", ""), None);
    }

    #[test]
    fn one_drive_is_written_one_way() {
        for other in ["file:///c:/a.txt", "file:///c%3A/a.txt", "file:///C%3a/a.txt"] {
            assert_eq!(with_plain_drive(other).as_deref(), Some("file:///C:/a.txt"), "{other}");
        }
        for as_it_is in ["file:///C:/a.txt", "file:///drafts/a.txt", "file://harbour/c%3A/a.txt", "untitled:c:/a"] {
            assert_eq!(with_plain_drive(as_it_is), None, "{as_it_is}");
        }
    }
}
