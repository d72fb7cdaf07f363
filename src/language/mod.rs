//! What differs between languages, one file a language. No rule asks which language it is in: it reads the
//! tables of the draft's language.

mod arabic;
mod chinese;
mod english;
mod french;
mod russian;
mod spanish;

mod bodies;
mod citation_grammar;
mod completion_phrases;
mod detect;
mod figure_words;
pub mod letters;
mod list_count;
mod name_forms;
mod per_language;
mod proofing;
mod punctuation_marks;
mod spacing;
pub(crate) mod structure_lexicon;
mod terms;
mod typography;
mod ui_strings;
mod update_words;

pub use bodies::{BodyId, NamedBody, named_bodies};
pub use citation_grammar::{CitationGrammar, CitedBody, DivisionWords, KindPosition, NoteWords, ReferenceGrammar};
pub use completion_phrases::{CitationPhrases, CompletionPhrases, LabelStyle, OpeningFace, ParagraphPhrases};
pub use detect::{SAMPLE, detect};
pub use figure_words::{FigureWords, NumberForms, NumberWordKind};
pub use list_count::ListCountWords;
pub use name_forms::{NameForms, ProvisionPatterns};
pub use per_language::PerLanguage;
pub use proofing::ProofingWords;
pub use punctuation_marks::PunctuationMarks;
pub use spacing::Spacing;
pub use structure_lexicon::{StructureLexicon, UNITS_OF_LENGTH};
pub use terms::{Misspelt, NumeralStyle, OpeningVerbTable, TermVariant, Terminology};
pub use typography::Typography;
pub use ui_strings::{InstrumentPhrases, UiStrings, fill};
pub use update_words::UpdateWords;

use crate::messages::Locale;

/// A language that drafts are written in.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1, `en`.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// What the reader needs to see a draft's structure.
    pub reading: &'static StructureLexicon,
    /// How instruments are cited.
    pub citing: &'static CitationGrammar,
    /// How messages are told in this language.
    pub locale: &'static Locale,
    /// What the program says to the user in this language beside messages: in hovers and outlines.
    pub telling: &'static UiStrings,
    /// What is written into a draft in this language.
    pub writing: &'static CompletionPhrases,
    /// Articles that are written in one with the word behind them, the longer first. A search does without them.
    pub glued_words: &'static [&'static str],
    /// How instruments are named in running text.
    pub naming: &'static NameForms,
    /// Where it has spaces, and of which kind.
    pub spacing: &'static Spacing,
    /// The names and words that it has settled on.
    pub terms: &'static Terminology,
    /// The marks that its paragraphs end with.
    pub marks: &'static PunctuationMarks,
    /// How it announces a list with the number of its items.
    pub counting: &'static ListCountWords,
    /// How numbers, per cent and times of day are worded.
    pub figures: &'static FigureWords,
    /// What rules about dates, citations and references ask of it.
    pub proofing: &'static ProofingWords,
    /// How it speaks of what lies ahead and of what is past.
    pub updates: &'static UpdateWords,
    /// How it is set in files that say so.
    pub printing: &'static Typography,
}

impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        self.code == other.code
    }
}

impl Eq for Language {}

pub use arabic::ARABIC;
pub use chinese::{CHINESE, NUMBER_SIGN};
pub use english::ENGLISH;
pub use french::FRENCH;
pub use russian::RUSSIAN;
pub use spanish::SPANISH;

/// All languages, in the order of their codes.
pub static ALL: [&Language; 6] = [ARABIC, ENGLISH, SPANISH, FRENCH, RUSSIAN, CHINESE];

/// The language with a code of two small letters: `fr`.
pub fn of_code(code: &str) -> Option<&'static Language> {
    ALL.into_iter().find(|language| language.code == code)
}

/// The language of a locale's name as editors and systems have it, if it is one of the six: `fr`, `zh-cn`, `ru_RU.UTF-8`.
pub fn of_locale(name: &str) -> Option<&'static Language> {
    let code = name.split(['-', '_', '.', '@']).next()?;
    ALL.into_iter().find(|language| code.eq_ignore_ascii_case(language.code))
}

/// The codes of ISO 639 with three letters; of two for a language, the first is that of its own name for itself.
const THREE_LETTERS: [(&str, &Language); 8] = [
    ("ara", ARABIC),
    ("eng", ENGLISH),
    ("spa", SPANISH),
    ("fra", FRENCH),
    ("fre", FRENCH),
    ("rus", RUSSIAN),
    ("zho", CHINESE),
    ("chi", CHINESE),
];

/// The language of a code of ISO 639, of two letters or three (`en`, `eng`; of the two of French and of Chinese either).
pub fn of_iso_639(code: &str) -> Option<&'static Language> {
    let by_three = THREE_LETTERS.iter().find(|(three, _)| code.eq_ignore_ascii_case(three));
    let by_two = || ALL.into_iter().find(|language| code.eq_ignore_ascii_case(language.code));
    by_three.map(|(_, language)| *language).or_else(by_two)
}

/// The code of ISO 639 with three letters of a language (`eng`), as its terminology has it (`fra`, not `fre`).
pub fn iso_639_of_three_letters(language: &Language) -> &'static str {
    THREE_LETTERS.iter().find(|(_, other)| *other == language).map_or("und", |(three, _)| three)
}
