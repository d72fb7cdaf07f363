//! The instruments that everybody cites: the Charter, the treaties, the declarations and outcome documents that drafts
//! name by a name, and the resolutions that they cite by number without saying what they are.
//!
//! The tables in [`tables`] were written by hand. What stands in them was looked up, in each language; what could not be
//! confirmed is not there: a name, a volume, a whole language.
//!
//! - [`named_in`] finds names in running text, [`provisions_in`] the Charter's Articles and Chapters.
//! - [`by_symbol`], [`all_by_symbol`], [`by_id`] and [`search`] look instruments up.
//! - [`charter`] knows the Articles of the Charter.
//!
//! Nothing here reads a file; everything is known from the start, and what finds names is built when it is first asked.

pub mod charter;
pub(super) mod fold;
mod forms;
mod names;
mod provisions;
pub mod tables;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::draft::Date;
use crate::language::Language;
use crate::symbol::Symbol;

pub use names::{NameInText, named_in};
pub use provisions::{CitedProvision, Provision, provisions_in, with_word_before};

/// An instrument that everybody cites.
#[derive(Debug, PartialEq, Eq)]
pub struct WellKnownInstrument {
    /// What it is called among programs: `crc`, `world-summit-2005`. It stays, whatever the names become.
    pub id: &'static str,
    /// The symbol of the resolution or document that it is or stands in, in canonical spelling.
    pub symbol: Option<&'static str>,
    /// Where it stands in that document, where it isn't the whole: `annex`, `annex II`, `chap. III`. English.
    pub place: Option<&'static str>,
    /// Its volume and number in the United Nations *Treaty Series*: `vol. 2349, No. 42146`.
    pub series: Option<&'static str>,
    /// The day that it is dated by.
    pub date: Date,
    /// What happened on that day.
    pub dated: Dated,
    /// The date of the resolution at [`WellKnownInstrument::symbol`], where that isn't [`WellKnownInstrument::date`]: a treaty is opened for
    /// signature, a conference adopts its outcome, before or after the General Assembly resolves on it.
    pub resolved: Option<Date>,
    /// Whether drafts cite it by its number alone: its names are no names to look for, and say in our own words what it
    /// is about where its title says nothing or is unknown.
    pub by_number: bool,
    /// Its names, in each language that they could be confirmed in.
    pub names: NamesByLanguage,
}

/// The names of an instrument by language, the fullest first; empty where none could be confirmed.
#[derive(Debug, PartialEq, Eq)]
pub struct NamesByLanguage {
    pub ar: &'static [&'static str],
    pub en: &'static [&'static str],
    pub es: &'static [&'static str],
    pub fr: &'static [&'static str],
    pub ru: &'static [&'static str],
    pub zh: &'static [&'static str],
}

/// What happened on the day that an instrument is dated by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// It was adopted.
    Adopted,
    /// It was opened for signature.
    Opened,
    /// It was signed, or done, at a conference.
    Signed,
    /// It was issued as a document.
    Issued,
}

/// What an entry of the tables doesn't say.
pub(crate) const BLANK: WellKnownInstrument = WellKnownInstrument {
    id: "",
    symbol: None,
    place: None,
    series: None,
    date: Date { year: 0, month: 0, day: 0 },
    dated: Dated::Adopted,
    resolved: None,
    by_number: false,
    names: NamesByLanguage { ar: &[], en: &[], es: &[], fr: &[], ru: &[], zh: &[] },
};

/// A date, for the tables.
pub(crate) const fn on(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

impl WellKnownInstrument {
    /// Its names in a language, the fullest first. Empty where none could be confirmed.
    pub fn names_in(&self, language: &Language) -> &'static [&'static str] {
        match language.code {
            "ar" => self.names.ar,
            "en" => self.names.en,
            "es" => self.names.es,
            "fr" => self.names.fr,
            "ru" => self.names.ru,
            "zh" => self.names.zh,
            _ => &[],
        }
    }

    /// Its title in a language, as full as it could be confirmed.
    pub fn title(&self, language: &Language) -> Option<&'static str> {
        self.names_in(language).first().copied()
    }

    /// The symbol of the resolution or document that it is or stands in.
    pub fn symbol(&self) -> Option<Symbol> {
        Symbol::parse(self.symbol?).ok()
    }

    /// The date that belongs to its symbol: "resolution 69/283 of 3 June 2015".
    pub fn symbol_date(&self) -> Date {
        self.resolved.unwrap_or(self.date)
    }
}

/// All instruments, in the order of the tables.
pub fn all() -> impl Iterator<Item = &'static WellKnownInstrument> {
    tables::ALL.iter().copied().flatten()
}

/// The instrument that stands in the document `symbol`; of several (both Covenants are annexed to resolution
/// 2200 A (XXI)) the one that the tables have first.
pub fn by_symbol(symbol: &Symbol) -> Option<&'static WellKnownInstrument> {
    all_by_symbol(symbol).first().copied()
}

/// All instruments that stand in the document `symbol`.
pub fn all_by_symbol(symbol: &Symbol) -> &'static [&'static WellKnownInstrument] {
    static BY_SYMBOL: LazyLock<HashMap<&'static str, Vec<&'static WellKnownInstrument>>> = LazyLock::new(|| {
        let mut by_symbol: HashMap<_, Vec<_>> = HashMap::new();
        for known in all() {
            if let Some(symbol) = known.symbol {
                by_symbol.entry(symbol).or_default().push(known);
            }
        }
        by_symbol
    });
    BY_SYMBOL.get(symbol.as_str()).map(Vec::as_slice).unwrap_or_default()
}

/// The instrument of an id.
pub fn by_id(id: &str) -> Option<&'static WellKnownInstrument> {
    all().find(|known| known.id == id)
}

/// The instruments of which a name in any language, the symbol or the number has all of `words`, in the order of the
/// tables. Case, accents on Arabic letters and quotation marks don't matter. Nothing when there are no words.
pub fn search(words: &str) -> Vec<&'static WellKnownInstrument> {
    let wanted = fold::FoldedText::of(words).text;
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    // Evened out once for all searches.
    static TEXTS: LazyLock<Vec<(&'static WellKnownInstrument, Vec<String>)>> = LazyLock::new(|| {
        let texts = |known: &'static WellKnownInstrument| {
            let names =
                [known.names.ar, known.names.en, known.names.es, known.names.fr, known.names.ru, known.names.zh];
            let texts = names.into_iter().flatten().copied().chain(known.symbol);
            (known, texts.map(|text| fold::FoldedText::of(text).text).collect())
        };
        all().map(texts).collect()
    });
    let has_all = |text: &String| wanted.iter().all(|word| text.contains(word));
    TEXTS.iter().filter(|(_, texts)| texts.iter().any(has_all)).map(|(known, _)| *known).collect()
}
