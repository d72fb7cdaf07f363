//! What is known of instruments beside the workspace's texts: where it is kept, and when that changes.

use std::sync::Arc;

use super::state::EditorSession;

/// Has the stored library opened that the settings name now, or the usual one, and the documents checked anew if it is
/// another one.
pub fn open(session: &Arc<EditorSession>) {
    let named = session.state().settings.editor().library.clone();
    let Some(path) = session.stored_library.file(named.as_ref()) else { return };
    if session.authority.turn_to(path) {
        session.check_all(&mut session.state());
    }
    session.stored_library.open(named, session.outbox.clone(), session.locale());
}
