//! The folders whose texts are read: those of the workspace, and those that `library.paths` names.
//!
//! The user may name any folder. A file that comes with a folder may not: it names folders inside of those that are open.

use std::path::{Path, PathBuf};

use crate::config::discovery::{self, plain};
use crate::config::{self, Config, ConfigProblem};
use crate::document::SettingsResolver;
use crate::library::home_folder;

/// Which folders may be read.
#[derive(Debug, Clone, Default)]
pub struct ReadableFolders {
    /// Those that are open in the editor.
    roots: Vec<PathBuf>,
    /// Those that the user named.
    by_user: Vec<PathBuf>,
}

impl ReadableFolders {
    /// The folders that may be read by some settings.
    pub fn of(settings: &SettingsResolver) -> ReadableFolders {
        let roots = settings.roots().to_vec();
        let base = roots.first().map(PathBuf::as_path);
        let paths = settings.editor().config.library_paths.iter();
        ReadableFolders { by_user: paths.filter_map(|path| named(&path.written, base)).collect(), roots }
    }

    /// The folders to read beside those that are open: those that the user named, or else those that the files in the
    /// open folders name.
    pub fn library(self, settings: &SettingsResolver) -> Vec<PathBuf> {
        if !settings.editor().config.library_paths.is_empty() {
            return self.by_user;
        }
        let files = settings.root_configs();
        let named_there = files.flat_map(|(root, config)| {
            config.library_paths.iter().filter_map(move |path| named(&path.written, Some(root)))
        });
        named_there.filter(|folder| self.allow(folder)).collect()
    }

    /// What is to be told of a `rapporteur.toml` in `folder` that names folders which it may not. Only the files of the
    /// open folders themselves can name any.
    pub fn problems(&self, folder: &Path, config: &Config) -> Vec<ConfigProblem> {
        if !self.roots.iter().any(|root| root == folder) {
            return Vec::new();
        }
        let refused = config.library_paths.iter().filter(|path| {
            let folder = named(&path.written, Some(folder));
            folder.is_some_and(|folder| !self.allow(&folder))
        });
        refused.map(|path| ConfigProblem { range: path.range.clone(), message: config::leads_out(path) }).collect()
    }

    /// Whether a folder may be read that a file names. A link in an open folder may lead anywhere.
    fn allow(&self, folder: &Path) -> bool {
        let is_inside = |root: &PathBuf| folder.starts_with(root) && !discovery::is_behind_link(folder, root);
        self.by_user.iter().any(|named| named == folder) || self.roots.iter().any(is_inside)
    }
}

/// A folder that a setting names. A path that isn't absolute begins in `base`, `~` is the user's own folder. `None`
/// where there is nothing that it begins in.
fn named(path: &str, base: Option<&Path>) -> Option<PathBuf> {
    let path = path.trim();
    let whole = match path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\'])) {
        Some(rest) => home_folder()?.join(rest.trim_start_matches(['/', '\\'])),
        None if path.is_empty() => return None,
        None => match base {
            Some(base) => base.join(path),
            None => Some(PathBuf::from(path))
                .filter(|path| path.is_absolute() || cfg!(target_family = "wasm") && path.has_root())?,
        },
    };
    plain(&whole)
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
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
        let home = home_folder().unwrap();
        assert_eq!(super::named("~/past", None), plain(&home.join("past")));
        assert_eq!(named("~past", base).as_deref(), Some("/drafts/now/~past"));
    }
}
