//! What the reader needs to know of a language to see a draft's structure.

use crate::symbol::Organ;

/// What the reader needs to know of a language. Words are given as they stand in print, in composed form;
/// unless a field says otherwise they are compared without regard to case.
#[derive(Debug)]
pub struct StructureLexicon {
    /// Frequent little words, by which the language is told from others in the same script. Lower case.
    pub common_words: &'static [&'static str],
    /// The organ line without its comma, and whose it is.
    pub organ_lines: &'static [(&'static str, Organ)],
    /// Words that name a kind of body which adopts resolutions, in small letters, however it is called.
    pub bodies: &'static [&'static str],
    /// What the line that tells of the adoption contains (`resolution adopted by`).
    pub adoption: &'static [&'static str],
    /// How the bracketed line of origin begins, after the bracket (`on the report of`).
    pub origin: &'static [&'static str],
    /// How the heading of an annex begins.
    pub annex: &'static [&'static str],
    /// How the heading of a part or section begins when it is a word and a number (`Part II`).
    pub division: &'static [&'static str],
    /// Words that are a section's heading by themselves, where sections are counted in words.
    pub ordinals: &'static [&'static str],
    /// How the line begins that tells of the vote, where the meeting comes behind it (`Adopted unanimously at the`). With
    /// its capital.
    pub voted: &'static [&'static str],
    /// What the line with the meeting contains (`plenary meeting`).
    pub meeting: &'static [&'static str],
    /// How a preambular paragraph opens: the first word or phrase, longest first where one begins another.
    pub preambular_openings: &'static [&'static str],
    /// How an operative paragraph opens.
    pub operative_openings: &'static [&'static str],
    /// Endings of the first word of a preambular paragraph, where grammar tells it (`-ing`).
    pub preambular_endings: &'static [&'static str],
    /// Openings that hardly ever stand inside a sentence, in a script without capitals, which tell it elsewhere.
    pub sure_openings: &'static [&'static str],
    /// What may stand before the opening word (`Also`, `Deeply`).
    pub modifiers: &'static [&'static str],
    /// Words after which a number is that thing's and no footnote marker (`paragraph`, `article`).
    pub counted_things: &'static [&'static str],
    /// Words after a number which make it a quantity or a date (`January`, `million`).
    pub counting_words: &'static [&'static str],
    /// The letters that count subparagraphs, in order, each with its look-alikes from other scripts.
    pub letters: &'static [&'static str],
    /// Working labels of preambular paragraphs in negotiated texts beside `PP3`, `#` for the number.
    pub preambular_labels: &'static [&'static str],
    /// Working labels of operative paragraphs beside `OP3`.
    pub operative_labels: &'static [&'static str],
    /// Words that mark an insertion after a number, beside `bis`, `ter` and so on, with their order (`bis`: 2).
    pub insertions: &'static [(&'static str, u8)],
    /// Words that mark an alternative after a number, beside `alt`.
    pub alternatives: &'static [&'static str],
    /// Lines of the masthead that other lines do not look like (`United Nations`).
    pub masthead: &'static [&'static str],
}

/// Units of length in all languages, behind which a raised number is a power and calls no note: `km²`.
pub static UNITS_OF_LENGTH: &[&str] = &["m", "km", "cm", "mm", "dm", "ft", "м", "км", "см", "م", "كم"];

/// The Latin alphabet, with the Cyrillic letters that are taken for its own.
pub static LATIN_LETTERS: &[&str] = &[
    "aа", "b", "cс", "d", "eе", "f", "g", "h", "iі", "jј", "k", "l", "m", "n", "oо", "pр", "q", "r", "sѕ", "t", "u",
    "v", "w", "xх", "yу", "z",
];

/// Arabic letters in abjad order. In the style of the United Nations the list has as many letters as the
/// Latin one, so that (أ أ) stands where other languages have (aa).
pub static ABJAD_LETTERS: &[&str] = &[
    "أا", "ب", "ج", "د", "هﻫ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت",
    "ث", "خ", "ذ", "ض",
];
