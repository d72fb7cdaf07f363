//! Threads whose work may wait: they take what the editor's questions leave of the processor.

#[cfg(not(target_family = "wasm"))]
mod threads {
    use std::thread;

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

    /// Has a thread of its own work in the background, and waits for it: it gives way to others, and so do those that it starts.
    /// Says whether that could be done.
    pub fn beside(work: impl FnOnce(&Background) + Send) -> bool {
        thread::scope(|scope| {
            let started =
                thread::Builder::new().name("index".to_owned()).spawn_scoped(scope, || work(&Background::start()));
            started.is_ok_and(|thread| thread.join().is_ok())
        })
    }

    /// On Linux a thread may give way alone; elsewhere it would be the whole program.
    #[cfg(target_os = "linux")]
    fn give_way() {
        // Where it isn't allowed, the work is done all the same.
        let _ = rustix::process::setpriority_process(None, NICENESS);
    }

    #[cfg(not(target_os = "linux"))]
    fn give_way() {}
}

/// In a browser there is one thread.
#[cfg(target_family = "wasm")]
mod threads {
    /// No threads.
    #[derive(Debug)]
    pub struct Background;

    impl Background {
        pub fn start() -> Background {
            Background
        }

        pub fn each<'a, T: Sync>(&self, things: &'a [T], work: impl Fn(&'a T) + Sync) {
            things.iter().for_each(work);
        }
    }

    pub fn beside(_: impl FnOnce(&Background) + Send) -> bool {
        false
    }
}

pub use threads::{Background, beside};
