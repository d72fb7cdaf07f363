//! How much is owed to the client: requests that are worked at, and answers that it hasn't read.
//!
//! A client that asks and does not read would make the queue of answers grow without end. So each request is counted
//! while it is worked at, and its answer until it is written. While either is too much no message is taken in: the
//! client's own pipe fills up, and all goes on as soon as work is done, or the client reads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use tokio::sync::Notify;
use tower_lsp::jsonrpc::Response;

/// How many requests may be worked at.
const AT_WORK: usize = 256;

/// How much may wait to be written, in bytes.
const UNWRITTEN: usize = 64 << 20;

/// What any answer counts, in bytes, beside what it says.
const ANSWER: usize = 4 << 10;

/// What is owed to the client.
#[derive(Debug, Default)]
pub struct Outstanding {
    at_work: AtomicUsize,
    unwritten: AtomicUsize,
    lighter: Notify,
}

/// One request's part of the load, given back when it is dropped.
#[derive(Debug)]
pub struct OutstandingShare {
    load: Arc<Outstanding>,
    /// Of its answer, once that is there.
    bytes: Option<usize>,
}

impl Outstanding {
    /// The share of a request that has just arrived.
    pub fn share(self: &Arc<Outstanding>) -> OutstandingShare {
        self.at_work.fetch_add(1, Ordering::Relaxed);
        OutstandingShare { load: self.clone(), bytes: None }
    }

    /// Whether no more should be taken in.
    pub fn is_full(&self) -> bool {
        self.at_work.load(Ordering::Relaxed) >= AT_WORK || self.unwritten.load(Ordering::Relaxed) >= UNWRITTEN
    }

    /// Comes back when the load has become lighter since the last time.
    pub async fn lighter(&self) {
        self.lighter.notified().await;
    }
}

impl OutstandingShare {
    /// Says that the work is done, and the answer is to be written.
    pub fn answered(&mut self, response: &Response) {
        let bytes = ANSWER + response.result().map_or(0, weight);
        if self.bytes.replace(bytes).is_none() {
            self.load.unwritten.fetch_add(bytes, Ordering::Relaxed);
            self.load.at_work.fetch_sub(1, Ordering::Relaxed);
            self.load.lighter.notify_one();
        }
    }
}

impl Drop for OutstandingShare {
    fn drop(&mut self) {
        match self.bytes {
            Some(bytes) => self.load.unwritten.fetch_sub(bytes, Ordering::Relaxed),
            None => self.load.at_work.fetch_sub(1, Ordering::Relaxed),
        };
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
    fn only_so_much_is_worked_at_and_waits_to_be_written() {
        let load = Arc::new(Outstanding::default());
        let mut shares: Vec<OutstandingShare> = (0..AT_WORK).map(|_| load.share()).collect();
        assert!(load.is_full());
        let mut large = shares.remove(0);
        large.answered(&Response::from_ok(Id::Number(1), json!({ "contents": ["x".repeat(UNWRITTEN / 2)] })));
        assert!(!load.is_full(), "one is done");
        let mut other = load.share();
        other.answered(&Response::from_ok(Id::Number(2), json!("x".repeat(UNWRITTEN / 2))));
        assert!(load.is_full());
        drop(large);
        assert!(!load.is_full());
        drop((other, shares));
        assert_eq!((load.at_work.load(Ordering::Relaxed), load.unwritten.load(Ordering::Relaxed)), (0, 0));
    }
}
