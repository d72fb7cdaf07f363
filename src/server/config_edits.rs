//! Changes of a `rapporteur.toml` that the editor is to make.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::ls_types::{
    Command, CreateFile, CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, ResourceOp, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::client_features::ClientFeatures;
use super::state::EditorSession;
use super::{to_proto, uri};
use crate::config::amend::{Amendment, amend, difference};
use crate::config::discovery;
use crate::document::DocumentSnapshot;
use crate::text::PositionEncoding;

/// The client's command that saves a file, whose URI it is given.
const SAVE: &str = "rapporteur.save";

/// The `rapporteur.toml` that speaks of a draft.
pub struct ApplicableConfig {
    uri: Uri,
    /// Its text, if there is one.
    text: Option<String>,
    /// It, as it is open in the editor.
    open: Option<Arc<DocumentSnapshot<Uri>>>,
    encoding: PositionEncoding,
}

impl ApplicableConfig {
    /// The file that speaks of what lies at a path, and what it calls that. `None` where that lies in no folder of the
    /// workspace, or the file can't be read.
    pub fn of(session: &EditorSession, path: &Path) -> Option<(ApplicableConfig, String)> {
        let folder = session.state().settings.config_folder(path)?.to_owned();
        let name = discovery::below(&folder, path)?;
        Some((ApplicableConfig::in_folder(session, &folder)?, name))
    }

    /// The file in a folder, which may have none yet.
    pub fn in_folder(session: &EditorSession, folder: &Path) -> Option<ApplicableConfig> {
        let file: PathBuf = folder.join(discovery::NAME);
        let (open, encoding) = {
            let state = session.state();
            (state.documents.all().into_iter().find(|open| open.path() == Some(&file)), state.encoding)
        };
        let text = match &open {
            Some(open) => Some(open.text.whole()),
            None => discovery::load(&file, false).ok()?,
        };
        let uri = open.as_ref().map(|open| open.key().clone()).or_else(|| uri::from_path(&file))?;
        Some(ApplicableConfig { uri, text, open, encoding })
    }

    /// What the client is to do once it has changed the file: an editor keeps a change of a file that isn't shown to
    /// itself, and nobody else knows of it. `None` where the client has no such command.
    pub fn save(&self, features: ClientFeatures) -> Option<Command> {
        let arguments = vec![self.uri.as_str().into()];
        features.saving.then(|| Command::new(format!("Save {}", discovery::NAME), SAVE.to_owned(), Some(arguments)))
    }

    /// The change of the file that settles something; `None` if that changes nothing, or what stands in the file can't be
    /// understood.
    pub fn edit(&self, features: ClientFeatures, amendments: &[Amendment<'_>]) -> Option<WorkspaceEdit> {
        let before = self.text.as_deref().unwrap_or_default();
        let mut after = before.to_owned();
        for amendment in amendments {
            let change = amend(&after, *amendment)?;
            after.replace_range(change.range, &change.text);
        }
        let change = Some(difference(before, &after)).filter(|_| before != after)?;
        let range = to_proto::range_of_text(before, &change.range, self.encoding);
        let edits = vec![TextEdit::new(range, change.text)];
        if !features.versioned_edits {
            return Some(WorkspaceEdit {
                changes: Some([(self.uri.clone(), edits)].into()),
                ..WorkspaceEdit::default()
            });
        }
        let version = self.open.as_ref().map(|open| open.text.version());
        let text_document = OptionalVersionedTextDocumentIdentifier { uri: self.uri.clone(), version };
        let change = TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() };
        // An editor that can't be asked to make a file makes it when it saves what is written into it.
        let changes = if self.text.is_none() && features.making_files {
            let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
            let make = CreateFile { uri: self.uri.clone(), options: Some(options), annotation_id: None };
            DocumentChanges::Operations(vec![
                DocumentChangeOperation::Op(ResourceOp::Create(make)),
                DocumentChangeOperation::Edit(change),
            ])
        } else {
            DocumentChanges::Edits(vec![change])
        };
        Some(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() })
    }
}
