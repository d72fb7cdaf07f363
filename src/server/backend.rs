//! Which handler answers which message.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tokio::sync::mpsc;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::request::{
    GotoDeclarationParams, GotoDeclarationResponse, GotoImplementationParams, GotoImplementationResponse,
};
use tower_lsp::ls_types::*;
use tower_lsp::{ClientSocket, LanguageServer, LspService};

use super::capabilities::HandlerRegistrations;
use super::client_features::ClientFeatures;
use super::configuration_requests::ConfigurationRequests;
use super::conversation_end::ConversationEnd;
use super::handlers::execute_command::PendingEdits;
use super::handlers::{
    call_hierarchy, code_action, code_lens, completion, counterpart, declaration, definition, diagnostic, did_change,
    did_change_configuration, did_change_watched_files, did_change_workspace_folders, did_close, did_move_cursor,
    did_open, did_save, document_highlight, document_link, document_symbol, execute_command, folding_range, formatting,
    hover, implementation, initialize, initialized, inlay_hint, on_type_formatting, references, rename, rename_files,
    selection_range, semantic_tokens, text_document_content, workspace_symbol,
};
use super::state::EditorSession;
use super::versions::CounterpartAnswer;
use super::virtual_pages::{TextDocumentContentParams, TextDocumentContentResult};
use crate::complete;

/// The language server.
#[derive(Debug)]
pub struct Backend {
    session: Arc<EditorSession>,
    requests: Arc<ConfigurationRequests>,
    pending: PendingEdits,
    stop: mpsc::Sender<ConversationEnd>,
}

impl Backend {
    /// A server that ends the conversation through `stop` when the client's process is gone.
    pub fn new(session: Arc<EditorSession>, stop: mpsc::Sender<ConversationEnd>) -> Backend {
        Backend { session, requests: Arc::default(), pending: PendingEdits::default(), stop }
    }

    /// What the handlers share.
    #[cfg(not(target_family = "wasm"))]
    pub fn session(&self) -> Arc<EditorSession> {
        self.session.clone()
    }

    /// Answers `window/workDoneProgress/cancel`: stops what the user wants no more of.
    pub async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        self.session.tasks.cancel(&params);
    }

    /// Answers `$/setTrace`.
    pub async fn set_trace(&self, params: SetTraceParams) {
        self.session.state().trace = params.value;
    }

    /// Answers `textDocument/rangesFormatting`.
    pub async fn ranges_formatting(&self, params: formatting::RangesFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        formatting::handle_ranges(&self.session, params).await
    }

    /// Answers `workspace/textDocumentContent`.
    pub async fn text_document_content(&self, params: TextDocumentContentParams) -> Result<TextDocumentContentResult> {
        text_document_content::handle(&self.session, params).await
    }

    /// Answers `rapporteur/didMoveCursor`.
    pub async fn did_move_cursor(&self, params: TextDocumentPositionParams) {
        did_move_cursor::handle(&self.session, &params);
    }

    /// Answers `rapporteur/counterpart`.
    pub async fn counterpart(&self, params: TextDocumentPositionParams) -> Result<Vec<CounterpartAnswer>> {
        counterpart::handle(&self.session, params).await
    }
}

/// The service that answers messages, and its way out to the client. It ends the conversation through `stop`.
pub fn service(stored: Option<PathBuf>, stop: mpsc::Sender<ConversationEnd>) -> (LspService<Backend>, ClientSocket) {
    LspService::build(|client| Backend::new(EditorSession::new(client, stored), stop))
        .custom_method("window/workDoneProgress/cancel", Backend::cancel_progress)
        .custom_method("$/setTrace", Backend::set_trace)
        .custom_method("textDocument/rangesFormatting", Backend::ranges_formatting)
        .custom_method("workspace/textDocumentContent", Backend::text_document_content)
        .custom_method("rapporteur/didMoveCursor", Backend::did_move_cursor)
        .custom_method("rapporteur/counterpart", Backend::counterpart)
        .finish()
}

/// What the handlers register with a client.
fn registrations(features: ClientFeatures) -> HandlerRegistrations {
    HandlerRegistrations {
        token_legend: semantic_tokens::legend(),
        completion_triggers: complete::TRIGGERS.map(str::to_owned).to_vec(),
        typing_trigger: on_type_formatting::ENTER.to_owned(),
        code_action_kinds: code_action::kinds(features),
        commands: execute_command::names(),
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        Ok(initialize::handle(&self.session, &self.stop, &params, registrations))
    }

    async fn initialized(&self, _: InitializedParams) {
        initialized::handle(&self.session);
    }

    async fn shutdown(&self) -> Result<()> {
        self.session.state().shut_down = true;
        self.session.tasks.stop();
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        did_open::handle(&self.session, params);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        did_change::handle(&self.session, params);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        did_save::handle(&self.session, params);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        did_close::handle(&self.session, params);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        did_change_configuration::handle(&self.session, &self.requests, params);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        did_change_workspace_folders::handle(&self.session, params);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        did_change_watched_files::handle(&self.session, params);
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        Ok(rename_files::handle_will(&self.session, &params))
    }

    async fn did_rename_files(&self, params: RenameFilesParams) {
        rename_files::handle_did(&self.session, &params);
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        hover::handle(&self.session, params).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        definition::handle(&self.session, params).await
    }

    async fn goto_declaration(&self, params: GotoDeclarationParams) -> Result<Option<GotoDeclarationResponse>> {
        declaration::handle(&self.session, params).await
    }

    async fn goto_implementation(
        &self,
        params: GotoImplementationParams,
    ) -> Result<Option<GotoImplementationResponse>> {
        implementation::handle(&self.session, params).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        references::handle(&self.session, params).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        document_symbol::handle(&self.session, params).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        document_link::handle(&self.session, params).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        folding_range::handle(&self.session, params).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        selection_range::handle(&self.session, params).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        semantic_tokens::handle_full(&self.session, params).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        semantic_tokens::handle_range(&self.session, params).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        inlay_hint::handle(&self.session, params).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        code_action::handle(&self.session, params).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        completion::handle(&self.session, params).await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        completion::handle_resolve(&self.session, item).await
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        on_type_formatting::handle(&self.session, params).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        execute_command::handle(&self.session, &self.pending, params).await
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        rename::handle_prepare(&self.session, params).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        rename::handle(&self.session, params).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        document_highlight::handle(&self.session, params).await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        formatting::handle(&self.session, params).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        formatting::handle_range(&self.session, params).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        diagnostic::handle(&self.session, params).await
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        diagnostic::handle_workspace(&self.session, params).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        code_lens::handle(&self.session, params).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        call_hierarchy::handle_prepare(&self.session, params).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        call_hierarchy::handle_incoming(&self.session, params).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        call_hierarchy::handle_outgoing(&self.session, params).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        workspace_symbol::handle(&self.session, params).await
    }
}
