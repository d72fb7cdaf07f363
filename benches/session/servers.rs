//! The servers that are measured.

use std::env;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// The argument by which this program is the empty server.
pub const EMPTY: &str = "--empty-server";

/// A server, how it is started and how it wants its texts.
#[derive(Debug, Clone)]
pub struct Server {
    pub name: &'static str,
    pub program: PathBuf,
    pub arguments: Vec<&'static str>,
    /// The protocol's name for the language of its texts.
    pub language: &'static str,
    /// What a text is called.
    pub file: &'static str,
    /// Its settings, by section.
    pub settings: Value,
}

impl Server {
    fn new(name: &'static str, program: PathBuf) -> Server {
        let settings = json!({});
        Server { name, program, arguments: Vec::new(), language: "plaintext", file: "draft.txt", settings }
    }

    /// Rapporteur, the build at a path.
    pub fn rapporteur(program: &Path) -> Server {
        Server {
            arguments: vec!["serve"],
            language: "resolution",
            file: "draft.resolution",
            ..Server::new("rapporteur", program.to_owned())
        }
    }

    /// Another build of Rapporteur, the one at a path.
    pub fn other_build(program: &Path) -> Server {
        Server { name: "the other build", ..Server::rapporteur(program) }
    }

    /// A server in the same framework that has nothing to say; see [`super::empty`].
    pub fn empty() -> Result<Server, String> {
        let program = env::current_exe().map_err(|error| format!("this program doesn't know where it is: {error}"))?;
        Ok(Server { arguments: vec![EMPTY], ..Server::new("an empty server", program) })
    }

    /// The servers that a writer would otherwise have. Those that aren't here are named on the other side.
    pub fn peers() -> (Vec<Server>, Vec<&'static str>) {
        let mut missing = Vec::new();
        let mut found = |name| {
            let program = installed(name);
            if program.is_none() {
                missing.push(name);
            }
            program.map(|program| Server::new(name, program))
        };
        let typos = found("typos-lsp");
        let harper = found("harper-ls").map(|server| Server {
            arguments: vec!["--stdio"],
            // Without this it answers a large text with an empty list.
            settings: json!({ "harper-ls": { "maxFileLength": 100_000_000 } }),
            ..server
        });
        let texlab = found("texlab").map(|server| Server { language: "latex", file: "draft.tex", ..server });
        ([typos, harper, texlab].into_iter().flatten().collect(), missing)
    }
}

/// Where a program is: in the folder that `benches/peers.sh` fills, or on the PATH.
fn installed(name: &str) -> Option<PathBuf> {
    let ours = env::var_os("RAPPORTEUR_PEERS").map(PathBuf::from).or_else(|| {
        let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache.or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cache")))?;
        Some(cache.join("rapporteur-peers"))
    });
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = ours.map(|folder| folder.join("bin")).into_iter().chain(env::split_paths(&path));
    folders.map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// Where ripgrep is.
pub fn ripgrep() -> Option<PathBuf> {
    installed("rg")
}
