//! What the client can do.

use tower_lsp::ls_types::{ClientCapabilities, MarkupKind, PositionEncodingKind, ResourceOperationKind};

use crate::language::{ENGLISH, Language};
use crate::text::PositionEncoding;

/// Among its experimental abilities a client is taken to say by this name that it asks for what pages say: the framework's types
/// have no other for it.
pub const PAGE_CONTENTS: &str = "rapporteurPageContents";

/// The client's abilities that matter here.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClientFeatures {
    /// Shows Markdown in hovers.
    pub markdown: bool,
    /// Shows related places of a finding.
    pub related: bool,
    /// Shows an outline with levels.
    pub outline: bool,
    /// Shows a link's tooltip.
    pub tooltips: bool,
    /// Can be told, once it runs, which files to watch.
    pub watching: bool,
    /// Can be asked for settings.
    pub configuration: bool,
    /// Shows quick fixes that carry their edits.
    pub actions: bool,
    /// Shows why a code action can't be done.
    pub disabled_actions: bool,
    /// Shows code actions that rewrite a text where nothing is wrong.
    pub rewriting: bool,
    /// Opens a file that the server asks to be shown.
    pub showing_documents: bool,
    /// Asks for what pages say that lie in no file (`workspace/textDocumentContent`).
    pub page_contents: bool,
    /// Makes changes that the server asks for.
    pub applying: bool,
    /// Asks what can be renamed before it lets the user do it.
    pub preparing_rename: bool,
    /// Asks what else changes when files are renamed.
    pub renaming_files: bool,
    /// Tells that files were renamed.
    pub telling_renames: bool,
    /// Leads from a finding's code to its rule's page.
    pub code_descriptions: bool,
    /// Can be asked to make a file.
    pub making_files: bool,
    /// Looks at the version that an edit is for.
    pub versioned_edits: bool,
    /// Can be asked to ask again for the lines over titles.
    pub lens_refresh: bool,
    /// Can be asked to ask again for what is shown behind numbers.
    pub hint_refresh: bool,
    /// Has a command that shows references; see `lens`.
    pub showing_references: bool,
    /// Has a command that saves a file; see `config_edits`.
    pub saving: bool,
    /// Shows progress that the server begins by itself.
    pub progress: bool,
    /// Can be told to watch files outside of the workspace.
    pub watching_elsewhere: bool,
    /// Takes places to go to together with the place in the draft that leads there.
    pub definition_links: bool,
    /// The same of the places of other language versions, one of them and all.
    pub declaration_links: bool,
    pub implementation_links: bool,
    /// Asks for findings, and is sent none: it knows no other way, or says that it prefers this one.
    pub pulling: bool,
    /// Takes what other documents are told now along with what it asked for.
    pub related_documents: bool,
    /// Can be asked to ask again for findings.
    pub diagnostic_refresh: bool,
    /// Wants to be told how a draft was read.
    pub status: bool,
    /// Shows coloured and linked words apart from what stands around them, so that writing from right to left must not be
    /// cut; see [`crate::assist::UncutRuns`].
    pub whole_runs: bool,
    /// The language that the client's own interface is in, where that is one of ours.
    pub locale: Option<&'static Language>,
    /// The language that the user is spoken to in, where the settings name one.
    pub interface: Option<&'static Language>,
}

impl ClientFeatures {
    /// Reads them out of what the client says of itself.
    pub fn of(client: &ClientCapabilities) -> ClientFeatures {
        let document = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let experimental =
            |name| client.experimental.as_ref().and_then(|more| more.get(name)?.as_bool()).unwrap_or(false);
        ClientFeatures {
            // A client that doesn't say is taken to know Markdown: all do that show hovers at all.
            markdown: document
                .and_then(|d| d.hover.as_ref()?.content_format.as_ref())
                .is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
            related: document.and_then(|d| d.publish_diagnostics.as_ref()?.related_information).unwrap_or(false),
            code_descriptions: document
                .and_then(|d| d.publish_diagnostics.as_ref()?.code_description_support)
                .unwrap_or(false),
            making_files: workspace
                .and_then(|w| w.workspace_edit.as_ref()?.resource_operations.as_ref())
                .is_some_and(|operations| operations.contains(&ResourceOperationKind::Create)),
            outline: document
                .and_then(|d| d.document_symbol.as_ref()?.hierarchical_document_symbol_support)
                .unwrap_or(false),
            tooltips: document.and_then(|d| d.document_link.as_ref()?.tooltip_support).unwrap_or(false),
            watching: workspace
                .and_then(|w| w.did_change_watched_files.as_ref()?.dynamic_registration)
                .unwrap_or(false),
            configuration: workspace.and_then(|w| w.configuration).unwrap_or(false),
            actions: document.is_some_and(|d| {
                d.code_action.as_ref().is_some_and(|action| action.code_action_literal_support.is_some())
            }),
            disabled_actions: document.and_then(|d| d.code_action.as_ref()?.disabled_support).unwrap_or(false),
            rewriting: document.and_then(|d| d.code_action.as_ref()?.code_action_literal_support.as_ref()).is_some_and(
                |literal| {
                    let kinds = &literal.code_action_kind.value_set;
                    kinds.iter().any(|kind| matches!(kind.as_str(), "" | "refactor" | "refactor.rewrite"))
                },
            ),
            showing_documents: client
                .window
                .as_ref()
                .and_then(|window| Some(window.show_document.as_ref()?.support))
                .unwrap_or(false),
            page_contents: experimental(PAGE_CONTENTS),
            applying: workspace.and_then(|w| w.apply_edit).unwrap_or(false),
            preparing_rename: document.and_then(|d| d.rename.as_ref()?.prepare_support).unwrap_or(false),
            versioned_edits: workspace.and_then(|w| w.workspace_edit.as_ref()?.document_changes).unwrap_or(false),
            renaming_files: workspace.and_then(|w| w.file_operations.as_ref()?.will_rename).unwrap_or(false),
            telling_renames: workspace.and_then(|w| w.file_operations.as_ref()?.did_rename).unwrap_or(false),
            progress: client.window.as_ref().and_then(|window| window.work_done_progress).unwrap_or(false),
            watching_elsewhere: workspace
                .and_then(|w| w.did_change_watched_files.as_ref()?.relative_pattern_support)
                .unwrap_or(false),
            definition_links: document.and_then(|d| d.definition.as_ref()?.link_support).unwrap_or(false),
            declaration_links: document.and_then(|d| d.declaration.as_ref()?.link_support).unwrap_or(false),
            implementation_links: document.and_then(|d| d.implementation.as_ref()?.link_support).unwrap_or(false),
            lens_refresh: workspace.and_then(|w| w.code_lens.as_ref()?.refresh_support).unwrap_or(false),
            hint_refresh: workspace.and_then(|w| w.inlay_hint.as_ref()?.refresh_support).unwrap_or(false),
            showing_references: experimental("rapporteurReferences"),
            saving: experimental("rapporteurSave"),
            pulling: document.is_some_and(|d| {
                d.diagnostic.is_some() && (d.publish_diagnostics.is_none() || experimental("rapporteurPull"))
            }),
            related_documents: document.and_then(|d| d.diagnostic.as_ref()?.related_document_support).unwrap_or(false),
            diagnostic_refresh: workspace.and_then(|w| w.diagnostics.as_ref()?.refresh_support).unwrap_or(false),
            status: experimental("rapporteurStatus"),
            whole_runs: experimental("rapporteurWholeRuns"),
            locale: None,
            interface: None,
        }
    }

    /// The language that the user is spoken to in, where the settings or the client name one.
    pub fn named_language(&self) -> Option<&'static Language> {
        self.interface.or(self.locale)
    }

    /// The language that the user is spoken to in where nothing is said of a draft.
    pub fn interface_language(&self) -> &'static Language {
        self.named_language().unwrap_or(ENGLISH)
    }

    /// The language that the user is spoken to in about a draft, whose own language this is.
    pub fn language_about(&self, draft: impl FnOnce() -> Option<&'static Language>) -> &'static Language {
        self.named_language().or_else(draft).unwrap_or(ENGLISH)
    }
}

/// The encoding of positions to speak with this client: UTF-8 if it offers it, since that is what is
/// counted in here, else the first that both know; a client that offers nothing speaks UTF-16.
pub fn encoding(client: &ClientCapabilities) -> PositionEncoding {
    let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    if offered.contains(&PositionEncodingKind::UTF8) {
        return PositionEncoding::Utf8;
    }
    offered.iter().find_map(known).unwrap_or_default()
}

/// The protocol's name for an encoding.
pub fn name(encoding: PositionEncoding) -> PositionEncodingKind {
    match encoding {
        PositionEncoding::Utf8 => PositionEncodingKind::UTF8,
        PositionEncoding::Utf16 => PositionEncodingKind::UTF16,
        PositionEncoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

fn known(kind: &PositionEncodingKind) -> Option<PositionEncoding> {
    [PositionEncoding::Utf8, PositionEncoding::Utf16, PositionEncoding::Utf32].into_iter().find(|e| name(*e) == *kind)
}

#[cfg(test)]
mod tests {
    use tower_lsp::ls_types::GeneralClientCapabilities;

    use super::*;

    #[test]
    fn encodings_are_negotiated() {
        let with = |offered: &[PositionEncodingKind]| {
            let general = GeneralClientCapabilities {
                position_encodings: Some(offered.to_vec()),
                ..GeneralClientCapabilities::default()
            };
            encoding(&ClientCapabilities { general: Some(general), ..ClientCapabilities::default() })
        };
        use PositionEncodingKind as Kind;
        assert_eq!(encoding(&ClientCapabilities::default()), PositionEncoding::Utf16);
        assert_eq!(with(&[]), PositionEncoding::Utf16);
        assert_eq!(with(&[Kind::UTF16, Kind::UTF8]), PositionEncoding::Utf8);
        assert_eq!(with(&[Kind::UTF32, Kind::UTF16]), PositionEncoding::Utf32);
        assert_eq!(with(&[Kind::from("utf-7".to_owned())]), PositionEncoding::Utf16);
    }
}
