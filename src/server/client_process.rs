//! Whether the editor that started the server still lives.
//!
//! An editor that dies without a goodbye usually takes the server's input with it, and the server ends
//! there. Where something between the two holds the input open, the process that `initialize` named is
//! asked after.

use std::time::Duration;

use super::tasks;

/// How often the editor's process is asked after.
const EVERY: Duration = Duration::from_secs(2);

/// Comes back when the process `id` is gone. Where that cannot be known, never.
pub async fn gone(id: u32) {
    let watch = ProcessWatch::new(id);
    while !watch.gone() {
        tasks::sleep(EVERY).await;
    }
}

#[cfg(unix)]
struct ProcessWatch {
    id: u32,
    /// Whether the process is the one that started us. Then its end is also seen by our being given
    /// another parent, even while nobody has asked for its exit code, or when its id is used again.
    parent: bool,
}

#[cfg(unix)]
impl ProcessWatch {
    fn new(id: u32) -> ProcessWatch {
        ProcessWatch { id, parent: std::os::unix::process::parent_id() == id }
    }

    fn gone(&self) -> bool {
        use rustix::io::Errno;
        use rustix::process::{Pid, test_kill_process};

        if self.parent && std::os::unix::process::parent_id() != self.id {
            return true;
        }
        match i32::try_from(self.id).ok().and_then(Pid::from_raw) {
            Some(pid) => test_kill_process(pid) == Err(Errno::SRCH),
            None => false,
        }
    }
}

/// Elsewhere the end of the input has to do.
#[cfg(not(unix))]
struct ProcessWatch;

#[cfg(not(unix))]
impl ProcessWatch {
    fn new(_: u32) -> ProcessWatch {
        ProcessWatch
    }

    fn gone(&self) -> bool {
        false
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn knows_the_living_from_the_gone() {
        assert!(!ProcessWatch::new(std::process::id()).gone());
        assert!(!ProcessWatch::new(std::os::unix::process::parent_id()).gone());
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        assert!(ProcessWatch::new(child.id()).gone());
    }
}
