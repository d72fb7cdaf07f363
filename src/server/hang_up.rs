//! Whether somebody is at the other end of standard input and output.
//!
//! A client that has closed the one is seen at the next read, and one that has closed the other at the next write. But who
//! owes very much to a client that doesn't read takes nothing in, and who has nothing to say writes nothing.

use std::sync::Arc;

use tokio::sync::{Notify, mpsc};

use super::conversation_end::ConversationEnd;

/// Watches standard input and output on a thread. `input_closed` is told when nobody can write to the one any more, though
/// something may still be unread in it, and `gone` when nobody reads the other. Where that can't be known, neither is.
#[cfg(unix)]
pub fn watch(input_closed: Arc<Notify>, gone: mpsc::Sender<ConversationEnd>) {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    const ENDED: PollFlags = PollFlags::HUP.union(PollFlags::ERR);

    let watching = move || {
        let (input, output) = (std::io::stdin(), std::io::stdout());
        let mut input_is_open = true;
        loop {
            // What is asked for is always told: that the other end is closed.
            let mut ends = vec![PollFd::new(&output, PollFlags::empty())];
            if input_is_open {
                ends.push(PollFd::new(&input, PollFlags::empty()));
            }
            match poll(&mut ends, None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(_) => return,
            }
            let ended: Vec<bool> = ends.iter().map(|end| end.revents().intersects(ENDED)).collect();
            let is_invalid = ends.iter().any(|end| end.revents().contains(PollFlags::NVAL));
            if ended.first() == Some(&true) {
                let _ = gone.try_send(ConversationEnd::ClientGone);
                return;
            }
            if ended.get(1) == Some(&true) {
                input_is_open = false;
                input_closed.notify_one();
            }
            if is_invalid {
                return;
            }
        }
    };
    // Without it the ends are seen when something is read and written.
    let _ = std::thread::Builder::new().name("hang-up".to_owned()).spawn(watching);
}

/// Elsewhere reading and writing have to do.
#[cfg(not(unix))]
pub fn watch(_input_closed: Arc<Notify>, _gone: mpsc::Sender<ConversationEnd>) {}
