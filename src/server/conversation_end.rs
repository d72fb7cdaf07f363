//! How a conversation with a client ends.

/// Why the conversation ended. In a browser it ends with the page.
#[cfg_attr(target_family = "wasm", allow(dead_code))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConversationEnd {
    /// The client sent `exit`.
    Exit,
    /// The input ended.
    InputEnded,
    /// The client reads no more, or its process is gone.
    ClientGone,
}
