//! Starts Rapporteur for Zed: the program that settings name, or the one on the PATH. What a user has not installed is not fetched.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{Command, Extension, LanguageServerId, Result, Worktree, register_extension, serde_json::Value};

struct Rapporteur;

impl Extension for Rapporteur {
    fn new() -> Rapporteur {
        Rapporteur
    }

    fn language_server_command(&mut self, server: &LanguageServerId, tree: &Worktree) -> Result<Command> {
        let named = LspSettings::for_worktree(server.as_ref(), tree).ok().and_then(|settings| settings.binary);
        let (path, arguments) = named.map_or((None, None), |named| (named.path, named.arguments));
        let command = path.or_else(|| tree.which("rapporteur")).ok_or(
            "There is no program `rapporteur` on the PATH. Install it, for example with `pip install rapporteur-lsp`.",
        )?;
        Ok(Command { command, args: arguments.unwrap_or_default(), env: tree.shell_env() })
    }

    fn language_server_initialization_options(
        &mut self,
        server: &LanguageServerId,
        tree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), tree)?.initialization_options)
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        tree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), tree)?.settings)
    }
}

register_extension!(Rapporteur);
