//! How much is owed to the client: requests that are worked at, and answers that it hasn't read.
//!
//! A client that asks and does not read would make the queue of answers grow without end. So each request has its
//! share of a load, which it gives back when its answer is written, and while the load is full no message is taken
//! in: the client's own pipe fills up, and all goes on as soon as it reads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use tokio::sync::Notify;
use tower_lsp::jsonrpc::Response;

/// The load that is full, in bytes.
const FULL: usize = 64 << 20;

/// What a request counts before its answer is there, in bytes: room for its parameters and its work.
const REQUEST: usize = 8 << 10;

/// What is owed to the client.
#[derive(Debug, Default)]
pub struct Load {
    bytes: AtomicUsize,
    lighter: Notify,
}

/// One request's part of the load, given back when it is dropped.
#[derive(Debug)]
pub struct Share {
    load: Arc<Load>,
    bytes: usize,
}

impl Load {
    /// The share of a request that has just arrived.
    pub fn share(self: &Arc<Load>) -> Share {
        self.bytes.fetch_add(REQUEST, Ordering::Relaxed);
        Share { load: self.clone(), bytes: REQUEST }
    }

    /// Whether no more should be taken in.
    pub fn is_full(&self) -> bool {
        self.bytes.load(Ordering::Relaxed) >= FULL
    }

    /// Comes back when a share was given back since the last time.
    pub async fn lighter(&self) {
        self.lighter.notified().await;
    }
}

impl Share {
    /// Counts the answer, too.
    pub fn answered(&mut self, response: &Response) {
        let bytes = response.result().map_or(0, weight);
        self.load.bytes.fetch_add(bytes, Ordering::Relaxed);
        self.bytes += bytes;
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.load.bytes.fetch_sub(self.bytes, Ordering::Relaxed);
        self.load.lighter.notify_one();
    }
}

/// About how much memory an answer takes, in bytes.
fn weight(value: &Value) -> usize {
    /// The smallest map has room for so many fields.
    const FIELDS: usize = 11;
    size_of::<Value>()
        + match value {
            Value::String(text) => text.len(),
            Value::Array(items) => items.iter().map(weight).sum(),
            Value::Object(fields) => {
                let room = FIELDS * (size_of::<String>() + size_of::<Value>());
                room + fields.iter().map(|(name, value)| name.len() + weight(value)).sum::<usize>()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tower_lsp::jsonrpc::Id;

    use super::*;

    #[test]
    fn what_is_written_weighs_no_more() {
        let load = Arc::new(Load::default());
        let mut shares: Vec<Share> = (0..FULL / REQUEST - 1).map(|_| load.share()).collect();
        assert!(!load.is_full());
        let mut large = load.share();
        assert!(load.is_full());
        shares.pop();
        assert!(!load.is_full());
        large.answered(&Response::from_ok(Id::Number(1), json!({ "contents": ["x".repeat(REQUEST)] })));
        assert!(load.is_full());
        drop((large, shares));
        assert_eq!(load.bytes.load(Ordering::Relaxed), 0);
    }
}
