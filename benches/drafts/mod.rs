//! Drafts to measure on, made up: of any size, in six languages, with labels, subparagraphs, notes and citations.
//!
//! What is asked for twice is the same twice, and hardly two paragraphs of a draft are alike, so that nothing that is
//! kept of one serves another. The rules that are on by default find nothing in them.

mod english;

use rapporteur::language::{ENGLISH, Language};

use crate::samples::{SAMPLES, Sample};

/// How large a draft's part is that is preamble: one in this many bytes.
const PREAMBLE: usize = 4;

/// The resolution that a draft says it is: its session and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    pub session: u32,
    pub number: u32,
}

/// What most measurements are made on.
pub const HARBOURS: Name = Name { session: 93, number: 7 };

/// How many resolutions a session of the made-up Assembly adopts, and which sessions drafts cite.
pub const A_SESSION: u32 = 400;
pub const CITED: std::ops::Range<u32> = 43..93;

/// A draft in a language of `size` bytes, or a paragraph or two more.
pub fn draft(language: &'static Language, name: Name, size: usize) -> String {
    let sample = SAMPLES.iter().find(|sample| sample.language == language).unwrap_or(&SAMPLES[0]);
    let mut hand = Hand::new(sample, name);
    hand.preamble(size / PREAMBLE);
    hand.operative_part(size);
    hand.done()
}

/// The hand that writes a draft.
struct Hand {
    sample: &'static Sample,
    chance: Chance,
    text: String,
    notes: String,
    last_note: usize,
}

impl Hand {
    fn new(sample: &'static Sample, name: Name) -> Hand {
        let Name { session, number } = name;
        let title = if sample.language == ENGLISH { english::title(number) } else { sample.title.to_owned() };
        let text = format!("{session}/{number}. {title}\n\n{}\n\n", sample.organ_line);
        let chance = Chance(u64::from(session) << 32 | u64::from(number));
        Hand { sample, chance, text, notes: String::new(), last_note: 0 }
    }

    fn size(&self) -> usize {
        self.text.len() + self.notes.len()
    }

    fn preamble(&mut self, size: usize) {
        loop {
            let paragraph = match self.sample.language == ENGLISH {
                true => english::preambular(&mut self.chance),
                false => self.varied(&self.sample.preambular),
            };
            self.paragraph("", &paragraph);
            if self.size() > size {
                return;
            }
        }
    }

    fn operative_part(&mut self, size: usize) {
        let [chapeau, between @ .., last] = &self.sample.operative;
        for number in 1.. {
            let label = self.sample.label.replace('#', &number.to_string()) + " ";
            if self.size() > size {
                self.paragraph(&label, last);
                return;
            }
            if self.chance.below(5) == 0 {
                self.paragraph(&label, chapeau);
                for letter in self.sample.letters {
                    let item = match self.sample.language == ENGLISH {
                        true => english::item(&mut self.chance),
                        false => self.varied(&self.sample.items),
                    };
                    self.paragraph(&format!("{letter} "), &item);
                }
            } else {
                let paragraph = match self.sample.language == ENGLISH {
                    true => english::operative(&mut self.chance, number),
                    false => self.varied(between),
                };
                self.paragraph(&label, &paragraph);
            }
        }
    }

    /// One of some sentences, with something in it that the others like it don't have.
    fn varied(&mut self, sentences: &[&str]) -> String {
        let sentence = self.chance.one_of(sentences);
        let number = 1 + self.chance.below(A_SESSION as usize);
        let cited = format!("92/{number}");
        if sentence.contains('{') || sentence.contains("92/14") {
            return sentence.replace("92/14", &cited);
        }
        let (before, stop) = sentence.split_at(sentence.char_indices().last().map_or(0, |(at, _)| at));
        format!("{before} (A/{cited}/Add.1){stop}")
    }

    /// A paragraph, and the notes of its markers, whose places are `{1}` and `{2}`.
    fn paragraph(&mut self, label: &str, words: &str) {
        let mut words = words.to_owned();
        for place in ["{1}", "{2}"] {
            if !words.contains(place) {
                continue;
            }
            self.last_note += 1;
            let number = superscript(self.last_note);
            words = words.replace(place, &self.sample.marker.replace('#', &number));
            let note = self.chance.one_of(&self.sample.notes);
            let note = note.replace("93/85", &format!("93/{}", 1 + self.chance.below(900)));
            self.notes += &format!("{number} {note}\n");
        }
        self.text += &format!("{label}{words}\n\n");
    }

    fn done(self) -> String {
        match self.notes.as_str() {
            "" => self.text,
            notes => format!("{}__________________\n\n{notes}", self.text),
        }
    }
}

fn superscript(number: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|d| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(d as usize)).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}

/// Numbers as if by chance, the same for the same seed (Steele, Lea and Flood's SplitMix64).
#[derive(Debug)]
pub struct Chance(pub u64);

impl Chance {
    /// A number below `end`, which is at least 1.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    /// One of some, of which there is at least one.
    pub fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}
