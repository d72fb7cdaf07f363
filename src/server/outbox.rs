//! What the server says of its own accord: lists of findings, and sentences for the user and the log.
//!
//! One task sends it, one message after the other. What waits while the client doesn't read is bounded: of a
//! document's lists only the newest waits, and sentences beyond a few are left to the log.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, oneshot};
use tower_lsp::Client;
use tower_lsp::ls_types::notification::LogTrace;
use tower_lsp::ls_types::{LogTraceParams, MessageType, PublishDiagnosticsParams, Uri};

use super::log::{self, log};
use super::status::{DraftStatus, StatusNotification};
use super::tasks;

/// How many sentences may wait.
const SENTENCES: usize = 32;

/// What waits to be sent.
#[derive(Debug, Default)]
pub struct Outbox {
    waiting: Mutex<WaitingMessages>,
    more: Notify,
    /// The client asks for lists, and is sent none.
    pulled: AtomicBool,
    /// It can be asked to ask again.
    refreshed: AtomicBool,
}

#[derive(Debug, Default)]
struct WaitingMessages {
    lists: HashMap<Uri, DiagnosticList>,
    /// The documents that have a list waiting, in the order in which they came to have one.
    order: VecDeque<Uri>,
    /// The documents of which the client was sent a list that was not taken back.
    shown: HashMap<Uri, ShownList>,
    sentences: VecDeque<UserSentence>,
}

/// A list of findings on its way out. The other half of `sent` learns when it is, or that a newer one took its place.
#[derive(Debug)]
pub struct DiagnosticList {
    pub params: PublishDiagnosticsParams,
    /// How the text was read, for a client that wants to know.
    pub status: Option<DraftStatus>,
    /// The text is the one that the last list was about: the same list again is no news.
    pub again: bool,
    pub sent: Option<oneshot::Sender<()>>,
}

/// A list of findings that the client has, and how the text was read.
type ShownList = (PublishDiagnosticsParams, Option<DraftStatus>);

/// Something said to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
enum UserSentence {
    Shown(MessageType, String),
    Logged(MessageType, String),
    Traced(String, Option<String>),
}

impl UserSentence {
    fn text(&self) -> &str {
        match self {
            UserSentence::Shown(_, sentence)
            | UserSentence::Logged(_, sentence)
            | UserSentence::Traced(sentence, _) => sentence,
        }
    }
}

enum NextMessage {
    /// A list, and whether it is another one than the last of the same text.
    List(Box<DiagnosticList>, bool),
    Sentence(UserSentence),
}

impl Outbox {
    /// Starts the task that sends to `client`.
    pub fn start(client: Client) -> Arc<Outbox> {
        let outbox = Arc::new(Outbox::default());
        let sender = outbox.clone();
        tasks::spawn(async move {
            loop {
                match sender.next() {
                    Some(NextMessage::List(list, differs)) => {
                        let DiagnosticList { params, status, sent, .. } = *list;
                        if !sender.pulled.load(Ordering::Relaxed) {
                            client.publish_diagnostics(params.uri, params.diagnostics, params.version).await;
                        } else if differs && sender.refreshed.load(Ordering::Relaxed) {
                            let client = client.clone();
                            tasks::spawn(async move {
                                let _ = client.workspace_diagnostic_refresh().await;
                            });
                        }
                        if let Some(status) = status {
                            client.send_notification::<StatusNotification>(status).await;
                        }
                        drop(sent);
                    }
                    Some(NextMessage::Sentence(UserSentence::Shown(kind, sentence))) => {
                        client.show_message(kind, sentence).await
                    }
                    Some(NextMessage::Sentence(UserSentence::Logged(kind, sentence))) => {
                        client.log_message(kind, sentence).await
                    }
                    Some(NextMessage::Sentence(UserSentence::Traced(message, verbose))) => {
                        client.send_notification::<LogTrace>(LogTraceParams { message, verbose }).await
                    }
                    None => sender.more.notified().await,
                }
            }
        });
        outbox
    }

    /// Sends a list, in the place of one for the same document that still waits.
    pub fn publish(&self, list: DiagnosticList) {
        let uri = list.params.uri.clone();
        let mut waiting = self.waiting();
        let waits = waiting.lists.get(&uri).map(|list| (&list.params, &list.status));
        let last = waits.or_else(|| waiting.shown.get(&uri).map(|(params, status)| (params, status)));
        let is_same = |(params, status): (&PublishDiagnosticsParams, &Option<DraftStatus>)| {
            let versions = |status: &Option<DraftStatus>| status.as_ref().and_then(|status| status.versions);
            *params == list.params && versions(status) == versions(&list.status)
        };
        if list.again && last.is_some_and(is_same) {
            return;
        }
        if waiting.lists.insert(uri.clone(), list).is_none() {
            waiting.order.push_back(uri);
        }
        self.more.notify_one();
    }

    /// Takes back what the client shows for a document, if it shows anything, and what waits to be shown.
    pub fn clear(&self, uri: Uri) {
        let mut waiting = self.waiting();
        if waiting.shown.contains_key(&uri) {
            drop(waiting);
            let params = PublishDiagnosticsParams::new(uri, Vec::new(), None);
            self.publish(DiagnosticList { params, status: None, again: false, sent: None });
        } else if waiting.lists.remove(&uri).is_some() {
            waiting.order.retain(|other| *other != uri);
        }
    }

    /// Shows the user a sentence.
    pub fn show(&self, kind: MessageType, sentence: String) {
        self.say(UserSentence::Shown(kind, sentence));
    }

    /// Puts a sentence into the client's log.
    pub fn log(&self, kind: MessageType, sentence: String) {
        self.say(UserSentence::Logged(kind, sentence));
    }

    /// Tells a client that follows what the server does.
    pub fn trace(&self, sentence: String, more: Option<String>) {
        self.say(UserSentence::Traced(sentence, more));
    }

    /// Says whether the client asks for lists, which it is then not sent, and can be asked to ask again.
    pub fn is_pulled(&self, pulled: bool, refreshed: bool) {
        self.pulled.store(pulled, Ordering::Relaxed);
        self.refreshed.store(refreshed, Ordering::Relaxed);
    }

    fn say(&self, sentence: UserSentence) {
        let mut waiting = self.waiting();
        if matches!(sentence, UserSentence::Shown(..)) && waiting.sentences.contains(&sentence) {
            return;
        }
        if waiting.sentences.len() >= SENTENCES {
            log(&log::unsaid(sentence.text()));
            return;
        }
        waiting.sentences.push_back(sentence);
        self.more.notify_one();
    }

    fn next(&self) -> Option<NextMessage> {
        let mut waiting = self.waiting();
        if let Some(sentence) = waiting.sentences.pop_front() {
            return Some(NextMessage::Sentence(sentence));
        }
        let uri = waiting.order.pop_front()?;
        let list = waiting.lists.remove(&uri)?;
        let differs = waiting.shown.get(&uri).is_some_and(|(shown, _)| {
            shown.version == list.params.version && shown.diagnostics != list.params.diagnostics
        });
        if list.params.diagnostics.is_empty() && list.params.version.is_none() {
            waiting.shown.remove(&uri);
        } else {
            waiting.shown.insert(uri, (list.params.clone(), list.status.clone()));
        }
        Some(NextMessage::List(Box::new(list), differs))
    }

    fn waiting(&self) -> MutexGuard<'_, WaitingMessages> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(uri: &str, version: i32) -> DiagnosticList {
        let params = PublishDiagnosticsParams::new(uri.parse().unwrap(), Vec::new(), Some(version));
        DiagnosticList { params, status: None, again: false, sent: None }
    }

    /// What is sent next: a document and the version of its list.
    fn next(outbox: &Outbox) -> Option<(String, Option<i32>)> {
        match outbox.next()? {
            NextMessage::List(list, _) => Some((list.params.uri.as_str().to_owned(), list.params.version)),
            NextMessage::Sentence(sentence) => panic!("{sentence:?}"),
        }
    }

    #[test]
    fn of_a_documents_lists_the_newest_waits() {
        let outbox = Outbox::default();
        for version in 0..1000 {
            outbox.publish(list("file:///lamps", version));
            outbox.publish(list("file:///wicks", version));
        }
        assert_eq!(next(&outbox), Some(("file:///lamps".to_owned(), Some(999))));
        assert_eq!(next(&outbox), Some(("file:///wicks".to_owned(), Some(999))));
        assert_eq!(next(&outbox), None);
    }

    #[test]
    fn what_was_never_shown_is_not_taken_back() {
        let outbox = Outbox::default();
        for n in 0..1000 {
            let uri = format!("untitled:{n}");
            outbox.publish(list(&uri, 1));
            outbox.clear(uri.parse().unwrap());
        }
        assert_eq!(next(&outbox), None);
        outbox.publish(list("file:///lamps", 1));
        assert_eq!(next(&outbox), Some(("file:///lamps".to_owned(), Some(1))));
        outbox.publish(list("file:///lamps", 2));
        outbox.clear("file:///lamps".parse().unwrap());
        outbox.clear("file:///lamps".parse().unwrap());
        assert_eq!(next(&outbox), Some(("file:///lamps".to_owned(), None)));
        assert_eq!(next(&outbox), None);
    }

    #[test]
    fn sentences_wait_in_no_great_number() {
        let outbox = Outbox::default();
        for n in 0..100 {
            outbox.show(MessageType::WARNING, "A lamp is out.".to_owned());
            if n < 10 {
                assert_eq!(outbox.waiting().sentences.len(), n + 1, "said already");
            }
            outbox.log(MessageType::INFO, format!("Lamp {n} is lit."));
        }
        assert_eq!(outbox.waiting().sentences.len(), SENTENCES);
    }
}
