//! What goes on beside the taking in of messages: tasks, work on threads of their own, and waiting.

use std::future::Future;
use std::io;
use std::thread;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::JoinHandle;

pub use std::time::Instant;

/// Starts a task.
pub fn spawn(task: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(task);
}

/// Begins some work on a thread beside.
pub fn begin(work: impl FnOnce() + Send + 'static) {
    tokio::task::spawn_blocking(work);
}

/// Does some work on a thread beside. When this is dropped before the work has begun, it isn't begun any more.
///
/// Fails with what the log is told, when the work panics.
pub async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, String> {
    let mut work = Unwanted(tokio::task::spawn_blocking(work));
    (&mut work.0).await.map_err(|error| error.to_string())
}

/// Work whose result nobody wants any more when this is dropped.
struct Unwanted<T>(JoinHandle<T>);

impl<T> Drop for Unwanted<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Begins work that takes its time, on a thread that has a name. It gets what it starts tasks by.
///
/// Fails when no thread can be started.
pub fn begin_long(name: &str, work: impl FnOnce(&Spawner) + Send + 'static) -> io::Result<()> {
    let spawner = Spawner(Handle::current());
    thread::Builder::new().name(name.to_owned()).spawn(move || work(&spawner)).map(drop)
}

/// Starts tasks from a thread that runs none.
pub struct Spawner(Handle);

impl Spawner {
    /// Starts a task.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.0.spawn(task);
    }
}

/// Waits.
pub async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_wants_any_more_is_not_begun() {
        let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let (begun, began) = std::sync::mpsc::channel::<()>();
        runtime.block_on(async {
            let busy = tokio::spawn(beside(move || wait.recv().is_ok()));
            tokio::task::yield_now().await;
            let unwanted = tokio::spawn(beside(move || begun.send(())));
            tokio::task::yield_now().await;
            unwanted.abort();
            assert!(unwanted.await.is_err());
            go.send(()).unwrap();
            assert_eq!(busy.await.unwrap(), Ok(true));
        });
        assert!(began.recv().is_err(), "it was let go of without having begun");
    }
}
