//! The inputs that the fuzz targets keep in `fuzz/corpus/` are thrown again, without a fuzzer.

use std::fs;
use std::path::Path;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::thrown;

/// How many panics there were on any thread, those that were caught included.
static PANICS: AtomicUsize = AtomicUsize::new(0);

/// Throws what is kept for a target.
fn replay(target: &str, check: fn(&[u8])) {
    static COUNTING: Once = Once::new();
    COUNTING.call_once(|| {
        let print = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            PANICS.fetch_add(1, Ordering::Relaxed);
            print(panic);
        }));
    });
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut inputs: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{} is empty", folder.display());
    for input in inputs {
        check(&fs::read(&input).unwrap());
        assert_eq!(PANICS.load(Ordering::Relaxed), 0, "something panicked, {} or beside it", input.display());
    }
}

#[test]
fn symbols() {
    replay("symbol", thrown::symbol::check);
}

#[test]
fn drafts() {
    replay("reader", thrown::reader::check);
}

#[test]
fn edits() {
    replay("edits", thrown::edits::check);
}

#[test]
fn settings() {
    replay("settings", thrown::settings::check);
}

#[test]
fn mends() {
    replay("mends", thrown::mends::check);
}

#[test]
fn word_documents() {
    replay("docx", thrown::docx::check);
}

#[test]
fn conversations() {
    replay("protocol", thrown::protocol::check);
}
