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
use std::sync::{Mutex, PoisonError};

use rapporteur::draft::IncrementalDraft;
use rapporteur::draft::incremental::Replacement;
use rapporteur::rules::Review;

/// Pieces of the smaller text; the larger one has four times as many, so that what grows by doubling is at the same
/// point of its growth.
const SIZE: usize = 16_000;

/// How much the work for a byte may grow when the text is four times as long. What is sorted or kept in a tree grows a
/// little faster than the text, what a fixed head costs, slower; the square of the work would make it four.
const MOST: f64 = 1.2;

/// Who counts.
static ALONE: Mutex<()> = Mutex::new(());

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

/// What is counted while something is done. The counts are the whole program's, so one thing is counted at a time.
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
        let (mut manuscript, first) = IncrementalDraft::new(text);
        let mut review = Review::default();
        review.follow(&first, &|_| true);
        let edit = Replacement { range: text.len()..text.len(), length: 1 };
        let reread = manuscript.edit(&[edit], typed.as_str());
        if !review.follow(&reread, &|_| true) {
            review = Review::of(&typed, &manuscript.draft(&typed), &|_| true);
        }
        drop(review);
    })
}

#[test]
fn four_times_the_text_is_four_times_the_work() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
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

/// A draft with so many operative paragraphs, each with subparagraphs, a marker and its note.
fn draft(paragraphs: usize) -> String {
    let mut text =
        "93/7. Lights\n\nThe General Assembly,\n\nRecalling its resolution 92/14 of 3 December 2037,\n\n".to_owned();
    for n in 1..=paragraphs {
        text += &format!(
            "{n}. Requests the keepers of the harbour lights, in accordance with paragraph 4 of its resolution 92/14:\n\n"
        );
        text += "(a) To buy oil, wicks and lamps, and to keep them in a dry place for the months of winter;\n\n";
        text += &format!("(b) To tell the ships where the lights stand;[^{n}]\n\n");
    }
    text += "_______________\n\n";
    (1..=paragraphs).for_each(|n| text += &format!("[^{n}]: A/93/{n}.\n\n"));
    text
}

/// What is counted while words are typed into the middle of a draft.
fn keys(paragraphs: usize) -> [u64; 3] {
    let mut text = draft(paragraphs);
    let (mut manuscript, first) = IncrementalDraft::new(text.as_str());
    let mut review = Review::default();
    review.follow(&first, &|_| true);
    let middle = text[..text.len() / 2].rfind("and lamps").unwrap_or(0);
    counted(|| {
        for at in middle..middle + 10 {
            text.insert(at, 'x');
            let reread = manuscript.edit(&[Replacement { range: at..at, length: 1 }], text.as_str());
            assert!(review.follow(&reread, &|_| true), "nothing is found here");
        }
    })
}

#[test]
fn words_cost_the_same_however_long_the_draft_is() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    keys(10);
    let (short, long) = (keys(100), keys(1600));
    println!("ten keys: {short:?} in a draft, {long:?} in one sixteen times as long");
    for (what, (short, long)) in ["allocations", "bytes allocated"].iter().zip(short.into_iter().zip(long)) {
        assert!(long <= short + short / 2, "{what}: {short} → {long}");
    }
    // To find the place, the lengths of the stretches are added up.
    assert!(long[2] <= 3 * short[2], "regions run: {} → {}", short[2], long[2]);
}
