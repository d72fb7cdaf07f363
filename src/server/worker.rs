//! Threads that work out answers, beside the one that takes the messages in.

use tokio::task::JoinHandle;
use tower_lsp::jsonrpc::{Error, Result};

use super::log::{self, log};

/// Runs the work of a request on a thread beside. A panic costs this answer alone; the work of a request that the
/// client cancels is not begun any more.
pub async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let mut work = Unwanted(tokio::task::spawn_blocking(work));
    (&mut work.0).await.map_err(|error| {
        log(&log::unanswered(error.to_string()));
        Error::internal_error()
    })
}

/// Work whose result nobody wants any more when this is dropped.
struct Unwanted<T>(JoinHandle<T>);

impl<T> Drop for Unwanted<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_one_answer() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let answer: Result<()> = runtime.block_on(run(|| panic!("on purpose")));
        assert_eq!(answer, Err(Error::internal_error()));
        assert_eq!(runtime.block_on(run(|| 7)), Ok(7));
    }

    #[test]
    fn what_nobody_wants_any_more_is_not_begun() {
        let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let (begun, began) = std::sync::mpsc::channel::<()>();
        runtime.block_on(async {
            let busy = tokio::spawn(run(move || wait.recv().is_ok()));
            tokio::task::yield_now().await;
            let unwanted = tokio::spawn(run(move || begun.send(())));
            tokio::task::yield_now().await;
            unwanted.abort();
            assert!(unwanted.await.is_err());
            go.send(()).unwrap();
            assert_eq!(busy.await.unwrap(), Ok(true));
        });
        assert!(began.recv().is_err(), "it was let go of without having begun");
    }
}
