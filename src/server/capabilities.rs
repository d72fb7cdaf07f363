//! What the server can do, and which files it wants to hear of.

use tower_lsp::ls_types::*;

use super::client::{self, ClientFeatures};
use super::{actions, aids, commands, completion, typing};
use crate::config::find;
use crate::source;
use crate::text::PositionEncoding;

/// The answer to `initialize`.
pub fn initialize(encoding: PositionEncoding, features: ClientFeatures) -> InitializeResult {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
        ..TextDocumentSyncOptions::default()
    };
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(client::name(encoding)),
            text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            references_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            call_hierarchy_provider: Some(CallHierarchyServerCapability::Simple(true)),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            code_action_provider: features.actions.then(|| {
                CodeActionProviderCapability::Options(CodeActionOptions {
                    code_action_kinds: Some(action_kinds(features)),
                    ..CodeActionOptions::default()
                })
            }),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
                SemanticTokensOptions {
                    legend: aids::legend(),
                    range: Some(true),
                    full: Some(SemanticTokensFullOptions::Bool(true)),
                    ..SemanticTokensOptions::default()
                },
            )),
            inlay_hint_provider: Some(OneOf::Left(true)),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(completion::TRIGGERS.map(str::to_owned).to_vec()),
                resolve_provider: Some(true),
                ..CompletionOptions::default()
            }),
            document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
                first_trigger_character: typing::ENTER.to_owned(),
                more_trigger_character: None,
            }),
            document_highlight_provider: Some(OneOf::Left(true)),
            rename_provider: Some(if features.preparing_rename {
                OneOf::Right(RenameOptions {
                    prepare_provider: Some(true),
                    work_done_progress_options: WorkDoneProgressOptions::default(),
                })
            } else {
                OneOf::Left(true)
            }),
            document_formatting_provider: Some(OneOf::Left(true)),
            document_range_formatting_provider: Some(OneOf::Left(true)),
            execute_command_provider: features.applying.then(|| ExecuteCommandOptions {
                commands: commands::names(),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            document_link_provider: Some(DocumentLinkOptions {
                resolve_provider: Some(false),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                ..WorkspaceServerCapabilities::default()
            }),
            ..ServerCapabilities::default()
        },
        server_info: Some(ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..InitializeResult::default()
    }
}

/// The kinds of code actions that there are for a client.
fn action_kinds(features: ClientFeatures) -> Vec<CodeActionKind> {
    let rewriting = features.rewriting.then_some(CodeActionKind::REFACTOR_REWRITE);
    [CodeActionKind::QUICKFIX, actions::FIX_ALL].into_iter().chain(rewriting).collect()
}

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
        method: WATCHED.to_owned(),
        register_options: serde_json::to_value(options).ok(),
    })
}

/// What is registered.
pub const WATCHED: &str = "workspace/didChangeWatchedFiles";

/// Asks to be told when a file that may be a resolution is made, changed or removed, or one that
/// says what is ignored or settled in a folder.
pub fn watched_files() -> Option<Registration> {
    let watcher = |glob: &str| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind: None };
    let options = DidChangeWatchedFilesRegistrationOptions {
        watchers: vec![
            watcher(&source::watch_pattern()),
            watcher("**/.gitignore"),
            watcher(&format!("**/{}", find::NAME)),
        ],
    };
    Some(Registration {
        id: "rapporteur-workspace".to_owned(),
        method: WATCHED.to_owned(),
        register_options: serde_json::to_value(options).ok(),
    })
}
