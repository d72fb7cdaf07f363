//! Finds where a few words may stand in a long text, without looking at every byte of it.
//!
//! Of each of the words a stretch of bytes is known, and of the stretch every mark: so many bytes in a row. A text is
//! looked at in steps, and a step is as long as a stretch has marks: wherever a stretch stands, one of its marks stands
//! where the text is looked at. What is found there is looked up among the marks that are known; most bytes are passed
//! over by one bit.

/// How many bytes of a stretch are looked at together, and after how many bytes of the text again.
const MARK: usize = 6;
const STEP: usize = 3;

/// How many bytes a stretch has.
pub const STRETCH: usize = MARK + STEP - 1;

/// Stretches, ready to be looked for, each with what it is of.
#[derive(Debug)]
pub struct Prefilter<T> {
    /// A bit for each mark.
    bits: Vec<u64>,
    /// In order of the marks.
    marks: Vec<PrefilterMark<T>>,
}

/// So many bytes in a row of a stretch, its place there, the stretch, and what that is of.
type PrefilterMark<T> = (u64, usize, [u8; STRETCH], T);

impl<T: Copy + Ord> Prefilter<T> {
    pub fn of(stretches: impl IntoIterator<Item = ([u8; STRETCH], T)>) -> Prefilter<T> {
        let mut marks = Vec::new();
        for (stretch, of) in stretches {
            let marked = stretch.windows(MARK).enumerate().map(|(within, mark)| (padded(mark), within, stretch, of));
            marks.extend(marked);
        }
        marks.sort_unstable();
        marks.dedup();
        let mut bits = vec![0; 1 << (BITS - u64::BITS.ilog2())];
        for (mark, ..) in &marks {
            let (word, bit) = place(*mark);
            if let Some(word) = bits.get_mut(word) {
                *word |= bit;
            }
        }
        Prefilter { bits, marks }
    }

    /// Where the stretches stand in a text, by the byte at which they begin, and what they are of.
    pub fn find_iter<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = (usize, T)> + 'a {
        let mut next = 0;
        let found = std::iter::from_fn(move || {
            let (at, mark) = self.find(text, next)?;
            next = at + STEP;
            Some((at, mark))
        });
        found.flat_map(move |(at, mark)| {
            let first = self.marks.partition_point(|(known, ..)| *known < mark);
            let here = self.marks.get(first..).unwrap_or_default().iter().take_while(move |(known, ..)| *known == mark);
            here.filter_map(move |(_, within, stretch, of)| {
                let start = at.checked_sub(*within)?;
                text.get(start..)?.starts_with(stretch).then_some((start, *of))
            })
        })
    }

    /// The next place that is looked at where a mark may stand, and what stands there.
    fn find(&self, text: &[u8], mut at: usize) -> Option<(usize, u64)> {
        let may_be = |mark: u64| {
            let (word, bit) = place(mark);
            self.bits.get(word).is_some_and(|word| word & bit != 0)
        };
        while let Some(bytes) = text.get(at..).and_then(|rest| rest.first_chunk()) {
            let mark = u64::from_le_bytes(*bytes) & MASK;
            if may_be(mark) {
                return Some((at, mark));
            }
            at += STEP;
        }
        // Fewer bytes are left than are read together.
        let rest = text.get(at..).filter(|rest| rest.len() >= MARK)?;
        Some((at, padded(rest))).filter(|(_, mark)| may_be(*mark))
    }
}

/// The bits of a number that a mark fills.
const MASK: u64 = u64::MAX >> (u64::BITS as usize - 8 * MARK);

/// The number of bits in which a mark is looked up, as a power of two.
const BITS: u32 = 17;

/// The mark that some bytes begin with, as a number.
fn padded(bytes: &[u8]) -> u64 {
    let mut padded = [0; 8];
    padded.iter_mut().zip(bytes.iter().take(MARK)).for_each(|(to, byte)| *to = *byte);
    u64::from_le_bytes(padded)
}

/// The word in which a mark's bit is, and the bit. The fractional part of the golden ratio spreads the marks.
fn place(mark: u64) -> (usize, u64) {
    let spread = mark.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS);
    ((spread / u64::from(u64::BITS)) as usize, 1 << (spread % u64::from(u64::BITS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_found_wherever_it_stands() {
        let sieve = Prefilter::of([(*b"Assembly", 1), (*b"Security", 2), (*b"Sembly, ", 3)]);
        let text = "the Assembly, Security Council, Assembly Security";
        for from in 0..STRETCH {
            let text = &text.as_bytes()[from..];
            let mut found: Vec<usize> = sieve.find_iter(text).map(|(at, _)| at + from).collect();
            found.sort_unstable();
            let first = if from <= 4 { vec![4] } else { vec![] };
            assert_eq!(found, [first, vec![14, 32, 41]].concat(), "from {from}");
        }
        assert_eq!(sieve.find_iter(b"").chain(sieve.find_iter(b"Secu")).count(), 0);
    }
}
