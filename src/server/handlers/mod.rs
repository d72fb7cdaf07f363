//! The handlers: a file for each request or notification, which uses what they share and no other handler.
//!
//! A handler is called in the order in which the client's messages came. What depends on that order (an edit, the text
//! that a request is about) it does before its first await.

pub mod call_hierarchy;
pub mod code_action;
pub mod code_lens;
pub mod completion;
pub mod counterpart;
pub mod declaration;
pub mod definition;
pub mod diagnostic;
pub mod did_change;
pub mod did_change_configuration;
pub mod did_change_watched_files;
pub mod did_change_workspace_folders;
pub mod did_close;
pub mod did_move_cursor;
pub mod did_open;
pub mod did_save;
pub mod document_highlight;
pub mod document_link;
pub mod document_symbol;
pub mod execute_command;
pub mod folding_range;
pub mod formatting;
pub mod hover;
pub mod implementation;
pub mod initialize;
pub mod initialized;
pub mod inlay_hint;
pub mod on_type_formatting;
pub mod references;
pub mod rename;
pub mod rename_files;
pub mod selection_range;
pub mod semantic_tokens;
pub mod text_document_content;
pub mod workspace_symbol;

use crate::messages::Template;

/// All messages of the handlers.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    let own = [execute_command::MESSAGES, code_lens::MESSAGES, text_document_content::MESSAGES];
    own.into_iter().flatten().copied().chain(code_action::messages())
}
