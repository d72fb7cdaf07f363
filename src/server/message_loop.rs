//! A conversation of messages that are handed over one by one, for a page in a browser, where there are no streams.

use futures_util::{SinkExt, StreamExt};
use serde::Serialize;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, channel, unbounded_channel};
use tower_lsp::LspService;
use tower_lsp::jsonrpc::Response;

use super::answering::{self, BegunAnswer};
use super::backend::{self, Backend};
use super::incoming::{self, Incoming};
use super::tasks;
use super::uri_spelling::UriSpellings;

/// A server that takes messages as they come and has its own taken from a queue.
///
/// The promises of order are those of the server that reads a stream: a handler runs up to its first await before the next
/// message is looked at.
pub struct MessageLoop {
    service: LspService<Backend>,
    spellings: UriSpellings,
    /// To the service, which waits for the client's answers to its own requests.
    answered: UnboundedSender<Response>,
    outgoing: UnboundedSender<Vec<u8>>,
}

impl MessageLoop {
    /// Begins a conversation. What the server says comes out of the queue, each message as JSON.
    pub fn start() -> (MessageLoop, UnboundedReceiver<Vec<u8>>) {
        let (service, socket) = backend::service(None, channel(1).0);
        let (mut requests, mut responses) = socket.split();
        let (outgoing, queue) = unbounded_channel();
        let (answered, mut answers) = unbounded_channel();
        tasks::spawn(async move {
            while let Some(response) = answers.recv().await {
                let _ = responses.send(response).await;
            }
        });
        let own = outgoing.clone();
        tasks::spawn(async move {
            while let Some(request) = requests.next().await {
                send(&own, &request);
            }
        });
        (MessageLoop { service, spellings: UriSpellings::default(), answered, outgoing }, queue)
    }

    /// Takes a message of the client, as JSON.
    pub fn receive(&mut self, message: &[u8]) {
        match incoming::parse(message, &self.spellings) {
            Incoming::Request(request) => match answering::begin(&mut self.service, request) {
                BegunAnswer::Given(answer) => answer.iter().for_each(|answer| send(&self.outgoing, answer)),
                BegunAnswer::Pending(pending) => {
                    let outgoing = self.outgoing.clone();
                    tasks::spawn(
                        async move { pending.finish().await.iter().for_each(|answer| send(&outgoing, answer)) },
                    );
                }
            },
            Incoming::Response(response) => drop(self.answered.send(response)),
            Incoming::Broken(answer) => send(&self.outgoing, &answer),
        }
    }

    /// A message of the server, with the URIs as the client writes them.
    pub fn as_written(&self, message: Vec<u8>) -> Vec<u8> {
        self.spellings.as_written(message)
    }
}

/// Puts a message into the queue. When nobody takes them any more, it is lost.
fn send(outgoing: &UnboundedSender<Vec<u8>>, message: &impl Serialize) {
    if let Ok(message) = serde_json::to_vec(message) {
        let _ = outgoing.send(message);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// What is said next, as it is written, of which this holds.
    async fn said(
        messages: &MessageLoop,
        queue: &mut UnboundedReceiver<Vec<u8>>,
        holds: impl Fn(&Value) -> bool,
    ) -> Value {
        loop {
            let message = messages.as_written(queue.recv().await.unwrap());
            let message: Value = serde_json::from_slice(&message).unwrap();
            if holds(&message) {
                return message;
            }
        }
    }

    #[test]
    fn messages_are_answered_and_uris_written_as_they_came() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let (mut messages, mut queue) = MessageLoop::start();
            let params = json!({ "processId": null, "capabilities": {} });
            let begin = json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params });
            messages.receive(begin.to_string().as_bytes());
            let begun = said(&messages, &mut queue, |said| said["id"] == 1).await;
            assert_eq!(begun["result"]["serverInfo"]["name"], "rapporteur");

            messages.receive(b"[]");
            let refused = said(&messages, &mut queue, |said| said["id"].is_null() && said["method"].is_null()).await;
            assert_eq!(refused["error"]["code"], -32600, "it is no message");

            let uri = "file:///drafts/a b.txt";
            let document = json!({ "uri": uri, "languageId": "resolution", "version": 1, "text": "The lamps.\n" });
            let params = json!({ "textDocument": document });
            for (method, params) in [("initialized", json!({})), ("textDocument/didOpen", params)] {
                let told = json!({ "jsonrpc": "2.0", "method": method, "params": params });
                messages.receive(told.to_string().as_bytes());
            }
            let told = said(&messages, &mut queue, |said| said["method"] == "textDocument/publishDiagnostics").await;
            assert_eq!(told["params"]["uri"], uri);
        });
    }
}
