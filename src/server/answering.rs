//! Answers to a client's messages.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ExitedError, LanguageServer, LspService};
use tower_service::Service;

use super::client_features::PAGE_CONTENTS;
use super::log::{self, log};
use super::virtual_pages;

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
    let unnamed = UnnamedAbilities::of(&request);
    let request = unnamed.told(request);
    let asked = AwaitedAnswer { id: request.id().cloned(), private: request.method().starts_with("$/") };
    let begun = catch_unwind(AssertUnwindSafe(|| {
        let mut answer = service.call(request);
        let mut context = Context::from_waker(Waker::noop());
        match answer.as_mut().poll(&mut context) {
            Poll::Ready(response) => Ok(owed(response.ok().flatten(), &asked).map(|answer| unnamed.answered(answer))),
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

/// What a client says in `initialize` that it can do, for which the framework's types have no name yet.
#[derive(Clone, Copy, Default)]
struct UnnamedAbilities {
    /// It has several ranges formatted at once.
    ranges: bool,
    /// It asks for what pages say that lie in no file.
    page_contents: bool,
}

impl UnnamedAbilities {
    /// None of a message that is no `initialize`.
    fn of(request: &Request) -> UnnamedAbilities {
        let Some(params) = request.params().filter(|_| request.method() == "initialize") else {
            return UnnamedAbilities::default();
        };
        let ranges = params.pointer("/capabilities/textDocument/rangeFormatting/rangesSupport");
        UnnamedAbilities {
            ranges: ranges.and_then(Value::as_bool).unwrap_or(false),
            page_contents: params.pointer("/capabilities/workspace/textDocumentContent").is_some_and(Value::is_object),
        }
    }

    /// The message, with what the handler can't see otherwise under a name of our own.
    fn told(self, request: Request) -> Request {
        if !self.page_contents {
            return request;
        }
        let (method, id, params) = request.into_parts();
        let mut params = params.unwrap_or_default();
        let experimental = params.pointer_mut("/capabilities").map(|able| &mut able["experimental"]);
        if let Some(experimental) = experimental {
            if !experimental.is_object() {
                *experimental = json!({});
            }
            experimental[PAGE_CONTENTS] = json!(true);
        }
        let told = Request::build(method).params(params);
        id.into_iter().fold(told, |told, id| told.id(id)).finish()
    }

    /// The answer, with what answers to that.
    fn answered(self, answer: Response) -> Response {
        if !self.ranges && !self.page_contents {
            return answer;
        }
        let (id, mut body) = answer.into_parts();
        if let Ok(result) = &mut body {
            if self.ranges
                && let Some(formatting) = result.pointer_mut("/capabilities/documentRangeFormattingProvider")
            {
                *formatting = json!({ "rangesSupport": true });
            }
            if self.page_contents
                && let Some(workspace) = result.pointer_mut("/capabilities/workspace")
            {
                workspace["textDocumentContent"] = json!({ "schemes": [virtual_pages::SCHEME] });
            }
        }
        Response::from_parts(id, body)
    }
}
