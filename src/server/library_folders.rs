//! The folders whose texts are read: those of the workspace, and those that the user named (`library.paths`).

use std::path::{Path, PathBuf};

use crate::config::discovery::plain;

/// A folder that a setting names. A path that isn't absolute begins in `base`, `~` is the user's own folder. `None`
/// where there is nothing that it begins in.
pub fn named(path: &str, base: Option<&Path>) -> Option<PathBuf> {
    let path = path.trim();
    let whole = match path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\'])) {
        Some(rest) => etcetera::home_dir().ok()?.join(rest.trim_start_matches(['/', '\\'])),
        None if path.is_empty() => return None,
        None => match base {
            Some(base) => base.join(path),
            None => Some(PathBuf::from(path)).filter(|path| path.is_absolute())?,
        },
    };
    plain(&whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn folders_begin_where_they_are_named() {
        let base = Some(Path::new("/drafts/now"));
        let named = |path, base| super::named(path, base).map(|path| path.to_string_lossy().into_owned());
        assert_eq!(named("/past/./2037/", base).as_deref(), Some("/past/2037"));
        assert_eq!(named("../past", base).as_deref(), Some("/drafts/past"));
        assert_eq!(named("past", None), None);
        assert_eq!(named(" ", base), None);
        let home = etcetera::home_dir().unwrap();
        assert_eq!(super::named("~/past", None), plain(&home.join("past")));
        assert_eq!(named("~past", base).as_deref(), Some("/drafts/now/~past"));
    }
}
