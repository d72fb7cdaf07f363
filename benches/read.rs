//! How long it takes to read a draft and to check it, by its size and language. The drafts are made up.
//!
//! `cargo bench --bench read`; the throughput counts bytes of the draft.

mod drafts;
#[path = "../tests/support/samples.rs"]
#[allow(dead_code)]
mod samples;

use divan::Bencher;
use divan::counter::BytesCount;
use rapporteur::draft::incremental::Replacement;
use rapporteur::draft::{Draft, IncrementalDraft};
use rapporteur::language::{CHINESE, ENGLISH, Language};
use rapporteur::rules::{self, Review};

fn run(bencher: Bencher, language: &'static Language, size: usize) {
    let text = drafts::draft(language, drafts::HARBOURS, size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let draft = Draft::read(divan::black_box(&text));
        rules::check(&text, &draft, &|_| true)
    });
}

const SIZES: [usize; 3] = [6_000, 60_000, 1_000_000];

#[divan::bench(args = SIZES)]
fn english(bencher: Bencher, size: usize) {
    run(bencher, ENGLISH, size);
}

#[divan::bench(args = SIZES)]
fn chinese(bencher: Bencher, size: usize) {
    run(bencher, CHINESE, size);
}

/// A key in the middle of a draft that is kept as it was read.
#[divan::bench(args = [6_000, 60_000, 1_000_000, 10_000_000])]
fn english_after_a_key(bencher: Bencher, size: usize) {
    let mut text = drafts::draft(ENGLISH, drafts::HARBOURS, size);
    let middle = (text.len() / 2..).find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let (mut manuscript, first) = IncrementalDraft::new(text.as_str());
    let mut review = Review::default();
    review.follow(&first, &|_| true);
    let mut typed = false;
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let (removed, inserted) = if typed { ("x", "") } else { ("", "x") };
        text.replace_range(middle..middle + removed.len(), inserted);
        typed = !typed;
        let edit = Replacement { range: middle..middle + removed.len(), length: inserted.len() };
        let reread = manuscript.edit(&[edit], text.as_str());
        if !review.follow(&reread, &|_| true) {
            review = Review::of(&text, &manuscript.draft(&text), &|_| true);
        }
    });
}

fn main() {
    divan::main();
}
