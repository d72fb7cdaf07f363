//! How the time to read and check a text that is made to be slow grows with its size.
//!
//! `cargo bench --bench slow [-- NAME]`: the best of some rounds at n, 2n and 4n, and the two ratios, which are 2 where
//! the time is linear. `tests/linear.rs` holds the same texts to a bound by what they allocate.

#[path = "../tests/thrown/slow.rs"]
mod slow;

use std::hint::black_box;
use std::time::{Duration, Instant};

use rapporteur::draft::Draft;
use rapporteur::rules;

/// Pieces of the smallest text.
const SIZE: usize = 100_000;

fn once(text: &str) -> Duration {
    let start = Instant::now();
    let draft = Draft::read(black_box(text));
    black_box(rules::check(text, &draft, &|_| true));
    start.elapsed()
}

/// The shortest of some rounds; of two where they are long.
fn best(text: &str) -> Duration {
    let first = once(text);
    let rounds = if first > Duration::from_secs(1) { 1 } else { 4 };
    (0..rounds).map(|_| once(text)).fold(first, Duration::min)
}

fn main() {
    // Cargo's own `--bench` is no name.
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    println!(
        "{:<42} {:>8} {:>9} {:>9} {:>9} {:>6} {:>6}",
        "text", "MB at 4n", "n, ms", "2n, ms", "4n, ms", "2n/n", "4n/2n"
    );
    for slow in slow::SLOW.iter().filter(|slow| slow.name.contains(&wanted)) {
        let ms = |n: usize| best(&(slow.text)(n)).as_secs_f64() * 1e3;
        let (one, two, four) = (ms(SIZE), ms(2 * SIZE), ms(4 * SIZE));
        let size = (slow.text)(4 * SIZE).len() as f64 / 1e6;
        println!(
            "{:<42} {size:>8.1} {one:>9.1} {two:>9.1} {four:>9.1} {:>6.2} {:>6.2}",
            slow.name,
            two / one,
            four / two
        );
    }
}
