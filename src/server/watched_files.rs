//! Which files the client is asked to watch.

use tower_lsp::ls_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, OneOf, Registration, RelativePattern, Uri,
};

use crate::config::discovery;
use crate::source;

/// The name of the registration for a folder that the user named.
pub fn watched_folder_id(folder: &Uri) -> String {
    format!("rapporteur-library {}", folder.as_str())
}

/// Asks to be told of the texts in a folder outside of the workspace.
pub fn watched_folder(folder: &Uri) -> Option<Registration> {
    let watcher = |pattern: &str| FileSystemWatcher {
        glob_pattern: GlobPattern::Relative(RelativePattern {
            base_uri: OneOf::Right(folder.clone()),
            pattern: pattern.to_owned(),
        }),
        kind: None,
    };
    let watchers = vec![watcher(&source::watch_pattern()), watcher("**/.gitignore")];
    let options = DidChangeWatchedFilesRegistrationOptions { watchers };
    Some(Registration {
        id: watched_folder_id(folder),
        method: METHOD.to_owned(),
        register_options: serde_json::to_value(options).ok(),
    })
}

/// What is registered.
pub const METHOD: &str = "workspace/didChangeWatchedFiles";

/// Asks to be told when a file that may be a resolution is made, changed or removed, or one that
/// says what is ignored or settled in a folder.
pub fn watched_files() -> Option<Registration> {
    let watcher = |glob: &str| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind: None };
    let options = DidChangeWatchedFilesRegistrationOptions {
        watchers: vec![
            watcher(&source::watch_pattern()),
            watcher("**/.gitignore"),
            watcher(&format!("**/{}", discovery::NAME)),
        ],
    };
    Some(Registration {
        id: "rapporteur-workspace".to_owned(),
        method: METHOD.to_owned(),
        register_options: serde_json::to_value(options).ok(),
    })
}
