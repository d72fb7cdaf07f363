//! Ctrl-C and other signals that end the program: what was found so far is printed, in whole lines, no file is left
//! half written, and that is all.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rapporteur::source;

use super::complain;

/// How long the texts at hand may take once the user wants an end.
const PATIENCE: Duration = Duration::from_millis(700);

/// The status of a program that was interrupted: 128 and the signal's number, as shells have it.
pub const STATUS: u8 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C from now on, and for the wish that the program end; `sentence` is then said. Where that can't be
/// done, it ends the program as it always does.
pub fn listen(sentence: String) {
    let _ = ctrlc::set_handler(move || {
        if ASKED.swap(true, Ordering::Relaxed) {
            end();
        }
        complain(&sentence);
        thread::spawn(|| {
            // A text of many megabytes may be at hand.
            thread::sleep(PATIENCE);
            let _line = writing();
            end();
        });
    });
}

fn end() -> ! {
    source::remove_unfinished();
    std::process::exit(STATUS.into());
}

/// While this is held the program does not end in the middle of a line; a second Ctrl-C ends it even so.
pub fn writing() -> MutexGuard<'static, ()> {
    static WRITING: Mutex<()> = Mutex::new(());
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the user wants an end.
pub fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
