//! What is said of many measurements.

use std::time::Duration;

use serde::Serialize;

/// Times of the same thing, in milliseconds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Spread {
    pub count: usize,
    pub p50: f64,
    pub p99: f64,
    pub longest: f64,
}

impl Spread {
    /// Nothing where nothing was measured.
    pub fn of(times: &[Duration]) -> Option<Spread> {
        let mut ms: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1e3).collect();
        ms.sort_by(f64::total_cmp);
        Some(Spread { count: ms.len(), p50: percentile(&ms, 50)?, p99: percentile(&ms, 99)?, longest: *ms.last()? })
    }
}

/// The smallest of the values, which are in order, that `percent` of them don't exceed (the nearest rank).
fn percentile(ordered: &[f64], percent: usize) -> Option<f64> {
    let rank = (ordered.len() * percent).div_ceil(100);
    ordered.get(rank.saturating_sub(1)).copied()
}

/// A number for a person, to two digits that count or to the whole.
pub fn short(number: f64) -> String {
    match number {
        n if n < 0.00095 => "< 0.001".to_owned(),
        n if n < 0.0095 => format!("{n:.3}"),
        n if n < 0.995 => format!("{n:.2}"),
        n if n < 9.95 => format!("{n:.1}"),
        n => thousands(n.round() as u64),
    }
}

/// A whole number with commas.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
