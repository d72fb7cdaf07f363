//! Answers to a client's messages.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ExitedError, LanguageServer, LspService};
use tower_service::Service;

use super::log::{self, log};

/// How far the answer to a message is when its handler has come to its first await.
pub enum BegunAnswer {
    /// It is there; of a notification there is none.
    Given(Option<Response>),
    /// It takes longer.
    Pending(PendingAnswer),
}

/// An answer that is worked at.
pub struct PendingAnswer {
    answer: Pin<Box<dyn Future<Output = Result<Option<Response>, ExitedError>> + Send>>,
    asked: AwaitedAnswer,
}

impl PendingAnswer {
    /// The answer, when it is there.
    pub async fn finish(self) -> Option<Response> {
        owed(self.answer.await.ok().flatten(), &self.asked)
    }
}

/// Gives a message to the service and runs its handler up to its first await.
pub fn begin<S: LanguageServer>(service: &mut LspService<S>, request: Request) -> BegunAnswer {
    let ranges = formats_ranges(&request);
    let asked = AwaitedAnswer { id: request.id().cloned(), private: request.method().starts_with("$/") };
    let begun = catch_unwind(AssertUnwindSafe(|| {
        let mut answer = service.call(request);
        let mut context = Context::from_waker(Waker::noop());
        match answer.as_mut().poll(&mut context) {
            Poll::Ready(response) => Ok(owed(response.ok().flatten(), &asked).map(|answer| more_able(answer, ranges))),
            Poll::Pending => Err(answer),
        }
    }));
    match begun {
        Ok(Ok(response)) => BegunAnswer::Given(response),
        // Polled again from a task of its own, which a waker of its own will wake.
        Ok(Err(answer)) => BegunAnswer::Pending(PendingAnswer { answer, asked }),
        Err(_) => {
            log(&log::handler_failed());
            BegunAnswer::Given(asked.id.map(|id| Response::from_error(id, Error::internal_error())))
        }
    }
}

/// What is to be remembered of a message until it is answered.
struct AwaitedAnswer {
    /// Of a request. A notification has none, and gets no answer.
    id: Option<Id>,
    /// Its name begins with `$/`.
    private: bool,
}

/// The answer to a message. The framework passes over requests that it takes for notifications, but every request
/// gets an answer (JSON-RPC 2.0, "Response object"; of those that begin with `$/`, LSP 3.17, "$ Notifications and
/// Requests").
fn owed(response: Option<Response>, asked: &AwaitedAnswer) -> Option<Response> {
    let refusal = || if asked.private { Error::method_not_found() } else { Error::invalid_request() };
    response.or_else(|| Some(Response::from_error(asked.id.clone()?, refusal())))
}

/// Whether a message is an `initialize` by a client that has several ranges formatted at once, for which the framework's types
/// have no name yet.
fn formats_ranges(request: &Request) -> bool {
    let says = || request.params()?.pointer("/capabilities/textDocument/rangeFormatting/rangesSupport")?.as_bool();
    request.method() == "initialize" && says().unwrap_or(false)
}

/// The answer to `initialize` with what is the answer to that.
fn more_able(answer: Response, ranges: bool) -> Response {
    if !ranges {
        return answer;
    }
    let (id, mut body) = answer.into_parts();
    if let Ok(result) = &mut body
        && let Some(formatting) = result.pointer_mut("/capabilities/documentRangeFormattingProvider")
    {
        *formatting = serde_json::json!({ "rangesSupport": true });
    }
    Response::from_parts(id, body)
}
