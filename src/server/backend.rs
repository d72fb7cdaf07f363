//! The handlers. Each does what depends on order before its first await; see [`super::transport`].

use std::sync::Arc;

use serde_json::Value;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tower_lsp::LanguageServer;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::*;

use super::asking::{Asking, Question};
use super::client::{self, ClientFeatures};
use super::commands::{Changes, Command};
use super::desk::{Desk, View};
use super::settings::Settings;
use super::transport::End;
use super::{
    actions, aids, answer, capabilities, cards, completion, configuration, convert, formatting, hierarchy, knowledge,
    lens, log, parent, paths, renumbering, typing, workspace,
};
use crate::config::keys::SECTION;
use crate::text::TextChange;

/// The language server.
#[derive(Debug)]
pub struct Backend {
    desk: Arc<Desk>,
    asking: Arc<Asking>,
    changes: Changes,
    stop: mpsc::Sender<End>,
}

impl Backend {
    /// A server that ends the conversation through `stop` when the client's process is gone.
    pub fn new(desk: Arc<Desk>, stop: mpsc::Sender<End>) -> Backend {
        Backend { desk, asking: Arc::default(), changes: Changes::default(), stop }
    }

    /// What the handlers share.
    pub fn desk(&self) -> Arc<Desk> {
        self.desk.clone()
    }

    /// Takes a `rapporteur.toml` in that changed; any other document is let be.
    fn configure(&self, uri: &Uri) {
        if configuration::is_one(uri)
            && let Some(path) = paths::path(uri)
        {
            configuration::refresh(&self.desk, &path);
        }
    }

    /// Stops what the user wants no more of.
    pub async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        self.desk.works.cancel(&params);
    }

    /// Takes in where the cursor went.
    pub async fn did_move_cursor(&self, params: TextDocumentPositionParams) {
        self.desk.cursor(&params.text_document.uri, convert::position(params.position));
    }

    /// What a request about a document sees. Called before the handler's first await.
    fn view(&self, uri: &Uri) -> Result<View> {
        self.desk.view(uri).ok_or_else(|| Error::invalid_params(format!("{} is not open here", uri.as_str())))
    }
}

/// Takes settings while the conversation is on, and tells the user what is wrong with them.
fn change(desk: &Arc<Desk>, settings: Settings) {
    complain(desk, &settings);
    let (elsewhere, other_hints) = {
        let state = desk.state();
        let own = state.settings.own();
        (own.library != settings.library, own.hints != settings.hints)
    };
    set(desk, settings);
    if elsewhere {
        knowledge::open(desk);
    }
    if other_hints {
        desk.refresh_hints();
    }
}

/// Tells the user which names in the settings are none.
fn complain(desk: &Arc<Desk>, settings: &Settings) {
    for complaint in settings.complaints() {
        log(&complaint);
        desk.outbox.show(MessageType::WARNING, complaint);
    }
}

/// Takes settings, and checks all documents by them.
fn set(desk: &Arc<Desk>, settings: Settings) {
    let mut state = desk.state();
    if state.settings.set(settings) {
        desk.check_all(&mut state);
    }
    drop(state);
    workspace::settle(desk);
}

/// Asks the client for its settings, again where it said meanwhile that they changed.
async fn ask(desk: Arc<Desk>, asking: Arc<Asking>, question: Question) {
    let mut next = Some(question);
    while let Some(question) = next {
        let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
        let answer = desk.client.configuration(vec![item]).await;
        let newest = asking.is_newest(question);
        next = asking.end();
        match answer {
            Ok(answers) if newest => change(&desk, answers.first().map(Settings::read).unwrap_or_default()),
            Ok(_) => {}
            Err(error) => log(format_args!("the client doesn't tell its settings: {error}")),
        }
    }
}

/// Runs the work of a request on a thread beside. A panic costs this answer alone; the work of a request that the
/// client cancels is not begun any more.
async fn work<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let mut work = Unwanted(tokio::task::spawn_blocking(work));
    (&mut work.0).await.map_err(|error| {
        log(format_args!("a request could not be answered: {error}"));
        Error::internal_error()
    })
}

/// Work whose result nobody wants any more when this is dropped.
struct Unwanted<T>(JoinHandle<T>);

impl<T> Drop for Unwanted<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let encoding = client::encoding(&params.capabilities);
        let mut state = self.desk.state();
        state.encoding = encoding;
        let features = ClientFeatures::of(&params.capabilities);
        state.features = features;
        state.folders = workspace::folders(&params);
        let folders = state.folders.clone();
        state.settings.begin_in(&folders);
        self.desk.library.count_in(encoding);
        drop(state);
        if let Some(options) = &params.initialization_options {
            set(&self.desk, Settings::read(options));
        }
        if let Some(id) = params.process_id {
            let stop = self.stop.clone();
            tokio::spawn(async move {
                parent::gone(id).await;
                log("the editor is gone");
                let _ = stop.send(End::ClientGone).await;
            });
        }
        Ok(capabilities::initialize(encoding, features))
    }

    async fn initialized(&self, _: InitializedParams) {
        let (features, folders, settings) = {
            let state = self.desk.state();
            (state.features, state.folders.clone(), state.settings.own().clone())
        };
        if features.code_descriptions
            && let Err(error) = cards::put_rules()
        {
            log(format_args!("the rules' pages cannot be written: {error}"));
        }
        complain(&self.desk, &settings);
        configuration::load(&self.desk, &folders);
        self.desk.state().read = Some(Vec::new());
        workspace::settle(&self.desk);
        knowledge::open(&self.desk);
        if features.watching
            && let Some(registration) = capabilities::watched_files()
        {
            let client = self.desk.client.clone();
            tokio::spawn(async move {
                if let Err(error) = client.register_capability(vec![registration]).await {
                    log(format_args!("the client doesn't watch files: {error}"));
                }
            });
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.desk.state().shut_down = true;
        self.desk.works.stop();
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let uri = params.text_document.uri.clone();
        let mut state = self.desk.state();
        if state.documents.get(&uri).is_some() {
            log(format_args!("{} was open already", uri.as_str()));
        }
        let encoding = state.encoding;
        let path = paths::path(&uri);
        let read_as = state.settings.of(path.as_deref()).applied.read_as();
        let opening = state.documents.open(params.text_document, encoding, read_as);
        self.desk.check(&mut state, &uri, opening);
        drop(state);
        self.configure(&uri);
        // Something may have been imported meanwhile.
        if !self.desk.authority.is_open() {
            knowledge::open(&self.desk);
        }
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        let changes = params.content_changes.into_iter().map(|change| TextChange {
            range: change.range.map(|range| convert::position(range.start)..convert::position(range.end)),
            text: change.text,
        });
        let mut state = self.desk.state();
        let before = state.documents.get(&uri).map(|snapshot| snapshot.text.version());
        if before.is_some_and(|before| version <= before) {
            // The edit is an edit all the same: to leave it out would put the text out of step for good.
            log(format_args!("{} goes from version {before:?} to {version}", uri.as_str()));
        }
        match state.documents.change(&uri, version, changes) {
            Some(opening) => self.desk.check(&mut state, &uri, opening),
            None => log(format_args!("{} was changed but is not open", uri.as_str())),
        }
        drop(state);
        self.configure(&uri);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        let left = self.desk.state().documents.get(&params.text_document.uri).is_some_and(|saved| saved.leave());
        if left {
            self.desk.paused(&params.text_document.uri);
        }
        self.configure(&params.text_document.uri);
        workspace::update(&self.desk, paths::path(&params.text_document.uri).into_iter().collect());
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        let mut state = self.desk.state();
        if state.documents.close(&uri) {
            self.desk.clear(state, uri.clone());
            self.configure(&uri);
        } else {
            log(format_args!("{} was closed but is not open", uri.as_str()));
        }
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if params.settings.get(SECTION).is_some_and(Value::is_object) {
            change(&self.desk, Settings::read(&params.settings));
        } else if self.desk.state().features.configuration {
            // The client only says that something changed, and wants to be asked.
            if let Some(question) = self.asking.begin() {
                tokio::spawn(ask(self.desk.clone(), self.asking.clone(), question));
            }
        }
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let removed: Vec<_> = params.event.removed.iter().filter_map(workspace::folder).collect();
        let added: Vec<_> = params.event.added.iter().filter_map(workspace::folder).collect();
        {
            let mut state = self.desk.state();
            state.folders.retain(|folder| !removed.contains(folder));
            state.folders.extend(added.iter().cloned());
            let folders = state.folders.clone();
            state.settings.begin_in(&folders);
        }
        configuration::forget(&self.desk, &removed);
        configuration::load(&self.desk, &added);
        workspace::settle(&self.desk);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let paths: Vec<_> = params.changes.iter().filter_map(|change| paths::path(&change.uri)).collect();
        paths.iter().for_each(|path| configuration::refresh(&self.desk, path));
        workspace::update(&self.desk, paths);
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let view = self.view(&text_document.uri)?;
        work(move || answer::hover(&view, convert::position(position))).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let view = self.view(&text_document.uri)?;
        work(move || answer::definition(&view, convert::position(position))).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let view = self.view(&text_document.uri)?;
        let with_declaration = params.context.include_declaration;
        work(move || answer::references(&view, convert::position(position), with_declaration)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || answer::outline(&view)).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || answer::links(&view)).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || aids::folds(&view)).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let view = self.view(&params.text_document.uri)?;
        let places: Vec<_> = params.positions.into_iter().map(convert::position).collect();
        work(move || aids::selections(&view, &places)).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || aids::tokens(&view, None).map(SemanticTokensResult::Tokens)).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || aids::tokens(&view, Some(params.range)).map(SemanticTokensRangeResult::Tokens)).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || aids::hints(&view, params.range)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let view = self.view(&params.text_document.uri)?;
        self.desk.cursor(&params.text_document.uri, convert::position(params.range.end));
        work(move || {
            let place = |at| view.document.byte(convert::position(at));
            actions::offered(&view, place(params.range.start)..place(params.range.end), &params.context)
        })
        .await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let view = self.view(&text_document.uri)?;
        work(move || completion::completions(&view, convert::position(position))).await
    }

    async fn completion_resolve(&self, item: CompletionItem) -> Result<CompletionItem> {
        let desk = self.desk.clone();
        work(move || completion::resolved(&desk, item)).await
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let view = self.view(&text_document.uri)?;
        work(move || typing::typed(&view, convert::position(position), &params.ch)).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        let command = Command::of(&self.desk, &self.changes, params)?;
        work(move || command.run()).await??.send();
        Ok(None)
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        let TextDocumentPositionParams { text_document, position } = params;
        let view = self.view(&text_document.uri)?;
        work(move || renumbering::prepare_rename(&view, answer::byte(&view, position))).await?
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let view = self.view(&text_document.uri)?;
        work(move || renumbering::renamed(&view, answer::byte(&view, position), &params.new_name)).await?
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let view = self.view(&text_document.uri)?;
        self.desk.cursor(&text_document.uri, convert::position(position));
        work(move || answer::highlights(&view, convert::position(position))).await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || formatting::document(&view)).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let view = self.view(&params.text_document.uri)?;
        let Range { start, end } = params.range;
        work(move || formatting::range(&view, convert::position(start), convert::position(end))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let view = self.view(&params.text_document.uri)?;
        work(move || lens::lenses(&view)).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let view = self.view(&text_document.uri)?;
        work(move || hierarchy::prepare(&view, convert::position(position))).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        let (desk, open) = (self.desk.clone(), self.desk.state().documents.all());
        work(move || Some(hierarchy::incoming(&desk, &open, &params.item))).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        let (desk, open) = (self.desk.clone(), self.desk.state().documents.all());
        work(move || Some(hierarchy::outgoing(&desk, &open, &params.item))).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let desk = self.desk.clone();
        work(move || Some(WorkspaceSymbolResponse::Nested(answer::workspace_symbols(&desk.library, &params.query))))
            .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_one_answer() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let answer: Result<()> = runtime.block_on(work(|| panic!("on purpose")));
        assert_eq!(answer, Err(Error::internal_error()));
        assert_eq!(runtime.block_on(work(|| 7)), Ok(7));
    }

    #[test]
    fn what_nobody_wants_any_more_is_not_begun() {
        let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let (begun, began) = std::sync::mpsc::channel::<()>();
        runtime.block_on(async {
            let busy = tokio::spawn(work(move || wait.recv().is_ok()));
            tokio::task::yield_now().await;
            let unwanted = tokio::spawn(work(move || begun.send(())));
            tokio::task::yield_now().await;
            unwanted.abort();
            assert!(unwanted.await.is_err());
            go.send(()).unwrap();
            assert_eq!(busy.await.unwrap(), Ok(true));
        });
        assert!(began.recv().is_err(), "it was let go of without having begun");
    }
}
