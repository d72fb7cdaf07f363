//! Threads that work out answers, beside the one that takes the messages in.

use tower_lsp::jsonrpc::{Error, Result};

use super::log::{self, log};
use super::tasks;

/// Runs the work of a request on a thread beside. A panic costs this answer alone; the work of a request that the
/// client cancels is not begun any more.
pub async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tasks::beside(work).await.map_err(|error| {
        log(&log::unanswered(error));
        Error::internal_error()
    })
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
}
