//! Texts that are made to be slow are read and checked with work in proportion to their size.
//!
//! Nothing here is timed. What is counted is how often memory is asked for and how much of it, which any build can
//! tell, and, in a build where every region of code counts how often it runs, all the work that our own code and its
//! libraries do:
//!
//! ```text
//! RUSTFLAGS="-C instrument-coverage --cfg counted" cargo test --locked --target-dir target/counted --test linear
//! ```

#[path = "thrown/slow.rs"]
mod slow;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering};

use rapporteur::draft::{Draft, Memory};
use rapporteur::rules;

/// Pieces of the smaller text; the larger one has four times as many, so that what grows by doubling is at the same
/// point of its growth.
const SIZE: usize = 16_000;

/// How much the work for a byte may grow when the text is four times as long. What is sorted or kept in a tree grows a
/// little faster than the text, what a fixed head costs, slower; the square of the work would make it four.
const MOST: f64 = 1.2;

static ASKED: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

/// Counts what is asked of the system's memory.
struct Counting;

// SAFETY: everything is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.fetch_add(1, Ordering::Relaxed);
        BYTES.fetch_add(layout.size() as u64, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// How often the regions of the code have run.
#[cfg(counted)]
fn runs() -> u64 {
    unsafe extern "C" {
        fn __llvm_profile_begin_counters() -> *const u64;
        fn __llvm_profile_end_counters() -> *const u64;
    }
    // SAFETY: the counters lie between the two, and nothing else runs while they are read.
    unsafe {
        let (mut at, end) = (__llvm_profile_begin_counters(), __llvm_profile_end_counters());
        let mut sum = 0_u64;
        while at < end {
            sum = sum.wrapping_add(at.read_volatile());
            at = at.add(1);
        }
        sum
    }
}

#[cfg(not(counted))]
fn runs() -> u64 {
    0
}

/// What is counted while something is done.
fn counted(what: impl FnOnce()) -> [u64; 3] {
    let now = || [ASKED.load(Ordering::Relaxed), BYTES.load(Ordering::Relaxed), runs()];
    let before = now();
    what();
    let after = now();
    [0, 1, 2].map(|i| after[i].wrapping_sub(before[i]))
}

/// What is counted while a text is read and checked, and read again after a key.
fn work(text: &str) -> [u64; 3] {
    let mut typed = text.to_owned();
    typed.push('x');
    counted(|| {
        let mut memory = Memory::default();
        let draft = Draft::read_again(text, &mut memory);
        drop(rules::check(text, &draft, &|_| true));
        let draft = Draft::read_again(&typed, &mut memory);
        drop(rules::check(&typed, &draft, &|_| true));
    })
}

#[test]
fn four_times_the_text_is_four_times_the_work() {
    // What is made once, whatever the texts.
    for slow in slow::SLOW {
        work(&(slow.text)(SIZE / 10));
    }
    let mut faster = Vec::new();
    for slow in slow::SLOW {
        let (small, large) = ((slow.text)(SIZE), (slow.text)(4 * SIZE));
        let (one, four) = (work(&small), work(&large));
        let size = large.len() as f64 / small.len() as f64;
        for ((what, one), four) in ["allocations", "bytes allocated", "regions run"].iter().zip(one).zip(four) {
            let growth = four as f64 / one.max(1) as f64 / size;
            println!("{:<42} {what:<16} {one:>12} {four:>13} {growth:>6.2}", slow.name);
            if growth > MOST {
                faster.push(format!("{}: {what} {one} → {four}", slow.name));
            }
        }
    }
    assert_eq!(faster, [""; 0], "faster than the text grows");
}
