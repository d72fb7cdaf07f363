//! What the server can do, for a client with certain features.

use tower_lsp::ls_types::*;

use super::client_features::{self, ClientFeatures};
use crate::text::PositionEncoding;

/// What the handlers register with the client, each its own.
#[derive(Debug)]
pub struct HandlerRegistrations {
    pub token_legend: SemanticTokensLegend,
    /// Characters after which the client asks for completions by itself.
    pub completion_triggers: Vec<String>,
    /// The character after which the client asks what is to be written.
    pub typing_trigger: String,
    /// The kinds of code actions that there are for the client.
    pub code_action_kinds: Vec<CodeActionKind>,
    pub commands: Vec<String>,
}

/// The answer to `initialize`.
pub fn initialize(
    encoding: PositionEncoding,
    features: ClientFeatures,
    handlers: HandlerRegistrations,
) -> InitializeResult {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
        ..TextDocumentSyncOptions::default()
    };
    InitializeResult {
        capabilities: ServerCapabilities {
            position_encoding: Some(client_features::name(encoding)),
            text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            declaration_provider: Some(DeclarationCapability::Simple(true)),
            implementation_provider: Some(ImplementationProviderCapability::Simple(true)),
            references_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            call_hierarchy_provider: Some(CallHierarchyServerCapability::Simple(true)),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            code_action_provider: features.actions.then(|| {
                CodeActionProviderCapability::Options(CodeActionOptions {
                    code_action_kinds: Some(handlers.code_action_kinds),
                    ..CodeActionOptions::default()
                })
            }),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
                SemanticTokensOptions {
                    legend: handlers.token_legend,
                    range: Some(true),
                    full: Some(SemanticTokensFullOptions::Bool(true)),
                    ..SemanticTokensOptions::default()
                },
            )),
            inlay_hint_provider: Some(OneOf::Left(true)),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(handlers.completion_triggers),
                resolve_provider: Some(true),
                ..CompletionOptions::default()
            }),
            document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
                first_trigger_character: handlers.typing_trigger,
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
            diagnostic_provider: features.pulling.then(|| {
                DiagnosticServerCapabilities::Options(DiagnosticOptions {
                    identifier: Some(env!("CARGO_PKG_NAME").to_owned()),
                    // Language versions are told of each other.
                    inter_file_dependencies: true,
                    workspace_diagnostics: true,
                    work_done_progress_options: WorkDoneProgressOptions::default(),
                })
            }),
            document_formatting_provider: Some(OneOf::Left(true)),
            document_range_formatting_provider: Some(OneOf::Left(true)),
            execute_command_provider: features.applying.then(|| ExecuteCommandOptions {
                commands: handlers.commands,
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
                file_operations: (features.renaming_files || features.telling_renames).then(|| {
                    WorkspaceFileOperationsServerCapabilities {
                        will_rename: features.renaming_files.then(all_files),
                        did_rename: features.telling_renames.then(all_files),
                        ..WorkspaceFileOperationsServerCapabilities::default()
                    }
                }),
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

/// All files and folders on disk: any of them may be named in settings.
fn all_files() -> FileOperationRegistrationOptions {
    let pattern = FileOperationPattern { glob: "**".to_owned(), ..FileOperationPattern::default() };
    FileOperationRegistrationOptions { filters: vec![FileOperationFilter { scheme: Some("file".to_owned()), pattern }] }
}
