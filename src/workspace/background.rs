//! Threads whose work may wait: they take what the editor's questions leave of the processor.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// How much a thread in the background gives way to others, in the steps of `nice`.
#[cfg(target_os = "linux")]
const NICENESS: i32 = 10;

/// Threads in the background, one a core.
#[derive(Debug)]
pub struct Background(Option<ThreadPool>);

impl Background {
    /// Makes this thread one in the background, with others beside it.
    pub fn start() -> Background {
        give_way();
        // Threads begin as the one that starts them. Where none can be started, this one does the work alone.
        Background(ThreadPoolBuilder::new().thread_name(|_| "index".to_owned()).build().ok())
    }

    /// Does something with each of many things.
    pub fn each<'a, T: Sync>(&self, things: &'a [T], work: impl Fn(&'a T) + Sync) {
        match &self.0 {
            Some(pool) => pool.install(|| things.par_iter().for_each(&work)),
            None => things.iter().for_each(work),
        }
    }
}

/// On Linux a thread may give way alone; elsewhere it would be the whole program.
#[cfg(target_os = "linux")]
fn give_way() {
    // Where it isn't allowed, the work is done all the same.
    let _ = rustix::process::setpriority_process(None, NICENESS);
}

#[cfg(not(target_os = "linux"))]
fn give_way() {}
