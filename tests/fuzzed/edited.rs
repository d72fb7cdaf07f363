//! Drafts of ordinary size in six languages and four layouts are edited at random. What is kept of them is compared with a
//! fresh reading and its findings every so often, not after each edit as in `tests/program/again.rs`: so `fuzz/edits` can make
//! tens of thousands, in a build that is optimised and still asserts.

use std::ops::Range;

use rapporteur::draft::incremental::Replacement;
use rapporteur::draft::{Draft, IncrementalDraft};
use rapporteur::library::AuthorityCache;
use rapporteur::rules::{self, Review, Rule};

use crate::thrown::mends::samples::{SAMPLES, text_of};

/// How many edits are made where `RAPPORTEUR_EDITS` says nothing: each language in each layout, once.
const EDITS: usize = 24 * EDITS_OF_A_DRAFT;

/// How often a draft is edited. Random edits leave little of a draft in the end, so a new one is taken then.
const EDITS_OF_A_DRAFT: usize = 50;

/// After how many edits a draft is compared with a fresh reading.
const BETWEEN_COMPARISONS: usize = 25;

/// What is typed at once, or pasted: what drafts are made of, and what they are not.
const PIECES: [&str; 32] = [
    "\n\n",
    "\n",
    "\r\n",
    "\t",
    ",",
    ";",
    ".",
    ":",
    "3. ",
    "(b) ",
    "¹",
    "[^2]",
    "*",
    "2/3",
    "12",
    "”",
    "\u{c}",
    "🪔",
    "\n\nAnnex\n\n",
    "\n\nThe General Assembly,\n\n",
    "L’Assemblée générale,\n\n",
    "\u{c}A/RES/93/7\n\n",
    "\n_______________\n1 See A/93/14.\n",
    "\n¹ See A/93//14.\n",
    " Human Rights Council resolution 42/22 of 31 June 2019 ",
    "第62/175号决议第3段",
    "2 - تقرر القرار 62/175 ألف ",
    "резолюцию 62/175 от 18 декабря 2007 года, ",
    "paragraph 2 above and A/Res/63-195; ",
    "\n\n1. Decides, as the Commission did in its decision 16/1, to rest;\n\n",
    "\n\n(a) To light the lamps;\n\n(c) To rest;\n\n",
    "<!-- a remark -->",
];

/// Numbers that are the same at each run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((number ^ (number >> 31)) % end.max(1) as u64) as usize
    }

    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap()
    }
}

/// What a writer does next: the bytes that are replaced, and what takes their place.
fn edit(text: &str, caret: &mut usize, dice: &mut Dice) -> (Range<usize>, String) {
    // Writers go on where they are, most of the time.
    if *caret > text.len() || !text.is_char_boundary(*caret) || dice.below(6) == 0 {
        *caret = dice.place(text);
    }
    let at = *caret;
    let before = |count: usize| text[..at].char_indices().rev().take(count).last().map_or(at, |(from, _)| from);
    let behind = |count: usize| text[at..].char_indices().nth(count).map_or(text.len(), |(to, _)| at + to);
    let (range, new) = match dice.below(20) {
        // A letter that the draft has, wherever.
        0..8 => (at..at, text[dice.place(text)..].chars().next().unwrap_or('a').to_string()),
        8..11 => (before(1)..at, String::new()),
        11 => (at..behind(1 + dice.below(40)), String::new()),
        12..16 => (at..at, PIECES[dice.below(PIECES.len())].to_owned()),
        16 => (at..behind(dice.below(12)), PIECES[dice.below(PIECES.len())].to_owned()),
        // Some lines are copied from elsewhere, or cut.
        17 => (at..at, lines(text, dice)),
        18 => {
            let end = text[at..].match_indices('\n').nth(dice.below(4)).map_or(text.len(), |(to, _)| at + to);
            (at..end, String::new())
        }
        _ => {
            let (one, other) = (dice.place(text), dice.place(text));
            let end = one.max(other).min(one.min(other) + 600);
            let end = (0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            (one.min(other)..end, String::new())
        }
    };
    *caret = range.start + new.len();
    (range, new)
}

/// Up to three lines of a text.
fn lines(text: &str, dice: &mut Dice) -> String {
    let count = text.lines().count();
    let lines = text.lines().skip(dice.below(count)).take(1 + dice.below(3));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Edits the draft of a number, and says after how many edits it is not what a fresh reading gives, and what differs.
fn follow(number: usize, edits: usize, between_comparisons: usize) -> Result<usize, String> {
    let mut dice = Dice(number as u64);
    let sample = &SAMPLES[number % SAMPLES.len()];
    let layout = (number / SAMPLES.len() % 4) as u8;
    let mut text = text_of(sample, layout, 3 + dice.below(10));
    let (mut kept, first) = IncrementalDraft::new(text.as_str());
    let all = |_: &Rule| true;
    let mut review = Review::default();
    assert!(review.follow(&first, &all));
    let (mut caret, mut comparisons) = (0, 0);
    for made in 1..=edits {
        // Several edits in one message are not rare.
        let together = if dice.below(10) == 0 { 3 } else { 1 };
        let replacements: Vec<Replacement> = (0..together)
            .map(|_| {
                let (range, new) = edit(&text, &mut caret, &mut dice);
                text.replace_range(range.clone(), &new);
                Replacement { range, length: new.len() }
            })
            .collect();
        let reread = kept.edit(&replacements, text.as_str());
        let is_compared = made % between_comparisons == 0 || made == edits;
        if !review.follow(&reread, &all) {
            review = Review::of(&text, &kept.draft(&text), &all);
        }
        // The writer pauses, and always before all is compared.
        if dice.below(8) == 0 || is_compared {
            review.settle(AuthorityCache::built_in(), &text, &kept.draft(&text), &all);
        }
        if is_compared {
            comparisons += 1;
            let differs = |what: &str| format!("draft {number}, edit {made}: {what} in {text:?}");
            let fresh = Draft::read(&text);
            if format!("{:?}", kept.draft(&text)) != format!("{fresh:?}") {
                return Err(differs("another structure"));
            }
            if review.findings() != rules::check(&text, &fresh, &all) {
                return Err(differs("other findings"));
            }
        }
    }
    Ok(comparisons)
}

#[test]
fn a_draft_under_many_edits_is_what_a_fresh_reading_gives() {
    let edits = std::env::var("RAPPORTEUR_EDITS").ok().map_or(EDITS, |edits| edits.parse().unwrap());
    let (mut left, mut drafts, mut comparisons) = (edits, 0, 0);
    while left > 0 {
        let edits = left.min(EDITS_OF_A_DRAFT);
        match follow(drafts, edits, BETWEEN_COMPARISONS) {
            Ok(made) => comparisons += made,
            // The first edit after which it shows is the one that somebody wants to see.
            Err(differs) => panic!("{}", follow(drafts, edits, 1).err().unwrap_or(differs)),
        }
        (left, drafts) = (left - edits, drafts + 1);
    }
    println!("{edits} edits of {drafts} drafts, {comparisons} comparisons with a fresh reading: no difference");
}
