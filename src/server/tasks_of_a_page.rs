//! What goes on beside the taking in of messages in a browser: there is one thread, and the page's own loop runs the tasks. What
//! would be done by another thread is done when its turn comes.

use std::future::Future;
use std::io;
use std::time::Duration;

pub use web_time::Instant;

pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

pub fn begin(work: impl FnOnce() + Send + 'static) {
    spawn(async { work() });
}

pub async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, String> {
    Ok(work())
}

pub fn begin_long(_: &str, work: impl FnOnce(&Spawner) + Send + 'static) -> io::Result<()> {
    begin(|| work(&Spawner));
    Ok(())
}

pub struct Spawner;

impl Spawner {
    pub fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        spawn(task);
    }
}

pub async fn sleep(time: Duration) {
    gloo_timers::future::sleep(time).await;
}
