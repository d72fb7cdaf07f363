//! The register that is built into the program: dates, votes, meetings and titles of the resolutions and decisions that
//! resolutions cite.
//!
//! [`InstrumentRegister`] looks them up in a file that `docs/register/build.py` makes; docs/register.md tells out of what,
//! and how the file is laid out. Nothing is built at the start: a question reads some dozens of bytes, and a title has one block
//! decompressed, of which the last few are kept. Whatever the bytes are, no question fails: what cannot be read isn't there.
//!
//! [`SpanOfDays`] is what is known where no date is: numbers rise with dates.

mod bytes;
mod keys;
mod spans;
mod titles;

#[cfg(test)]
mod tests;

use self::bytes::{FieldReader, Sections};
use super::record::{RecordedTitle, TableFormat, TitleKind, Vote};
use crate::draft::Date;
use crate::language::{self, Language};
use crate::messages::{Message, Template};
use crate::symbol::{Organ, Session, Symbol};

pub use spans::{SpanBasis, SpanOfDays};

crate::messages! {
    "library.register":
    register() = "Rapporteur’s register";
    voting_record() = "voting record";
    programme_budget() = "programme budget of the United Nations";
    citing_texts(count: count) =
        "{count, plural, one {{count} adopted text that cites it} other {{count} adopted texts that cite it}}";
    many_citing_texts(count: number) = "more than {count} adopted texts that cite it";
}

/// All messages about the register.
pub(super) fn messages() -> impl Iterator<Item = &'static Template> {
    MESSAGES.iter().chain(spans::MESSAGES).copied()
}

/// The register as it was made last.
static BUILT_IN: &[u8] = include_bytes!("facts.bin");

/// How long the record of one instrument is, in bytes.
const RECORD: usize = 20;

/// The section with the records of all instruments, one after the other.
const RECORDS: usize = 3;

/// How many texts are said of a fact of which they aren't counted any more.
const MANY: u8 = 250;

/// What a vote's flags say: two bits.
const VOTE: u8 = 0b11;

/// The flag of an instrument of which still other dates are said.
const MORE_DATES: u8 = 0b100;

/// The instruments of the register.
#[derive(Debug, Clone, Copy)]
pub struct InstrumentRegister<'a> {
    sections: Sections<'a>,
}

/// One instrument of the register.
#[derive(Debug, Clone)]
pub struct RegisterEntry<'a> {
    register: InstrumentRegister<'a>,
    index: usize,
    symbol: Symbol,
}

/// What kinds of sources say a thing: at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RegisterSources {
    bits: u8,
    /// How many adopted texts say so where they cite it; 255 for that and more.
    pub texts: u8,
}

/// A kind of source that the register was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RegisterSource {
    /// The instrument's own text.
    OwnText,
    /// The General Assembly's machine-readable metadata.
    Metadata,
    /// The voting record of the UN Digital Library.
    VotingRecord,
    /// The mandates in the Secretariat's programme budget.
    ProgrammeBudget,
    /// Adopted texts that cite it.
    CitingTexts,
}

impl RegisterSource {
    /// All of them, the most trusted first, in the order of their bits.
    pub const ALL: [RegisterSource; 5] = [
        RegisterSource::OwnText,
        RegisterSource::Metadata,
        RegisterSource::VotingRecord,
        RegisterSource::ProgrammeBudget,
        RegisterSource::CitingTexts,
    ];

    /// A short name that never changes: programs read it.
    pub fn code(self) -> &'static str {
        match self {
            RegisterSource::OwnText => "own-text",
            RegisterSource::Metadata => "metadata",
            RegisterSource::VotingRecord => "voting-record",
            RegisterSource::ProgrammeBudget => "programme-budget",
            RegisterSource::CitingTexts => "citing-texts",
        }
    }
}

impl RegisterSources {
    /// How many texts must agree where nobody else says so, for their word to be sure.
    const ENOUGH: u8 = 3;

    fn of(bits: u8, texts: u8) -> RegisterSources {
        RegisterSources { bits, texts }
    }

    /// Whether this source says so.
    pub fn has(self, source: RegisterSource) -> bool {
        self.all().any(|own| own == source)
    }

    /// The sources that say so, the most trusted first.
    pub fn all(self) -> impl Iterator<Item = RegisterSource> {
        RegisterSource::ALL
            .into_iter()
            .enumerate()
            .filter(move |(bit, _)| self.bits >> bit & 1 == 1)
            .map(|(_, kind)| kind)
    }

    /// What the sources are called, the most trusted first; the register itself where they aren't known.
    pub fn messages(self) -> Vec<Message> {
        let mut named: Vec<Message> = self
            .all()
            .map(|source| match source {
                RegisterSource::OwnText => TableFormat::Text.message(),
                RegisterSource::Metadata => TableFormat::JsonLines.message(),
                RegisterSource::VotingRecord => voting_record(),
                RegisterSource::ProgrammeBudget => programme_budget(),
                RegisterSource::CitingTexts if self.texts == u8::MAX => many_citing_texts(MANY),
                RegisterSource::CitingTexts => citing_texts(self.texts),
            })
            .collect();
        if named.is_empty() {
            named.push(register());
        }
        named
    }

    /// Whether a date with these sources can be held against another one: its own text says so or the Assembly's
    /// metadata, or two kinds of sources do, or several texts.
    pub fn are_sure(self) -> bool {
        self.has(RegisterSource::OwnText)
            || self.has(RegisterSource::Metadata)
            || self.all().count() > 1
            || self.texts >= RegisterSources::ENOUGH
    }
}

/// A date in the register, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisteredDate {
    /// The day of the adoption.
    pub date: Date,
    /// Who says so.
    pub sources: RegisterSources,
}

/// A title in the register, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredTitle {
    /// The title, and how much of it that is.
    pub title: RecordedTitle,
    /// Who says so.
    pub sources: RegisterSources,
    /// Whether another source has other words.
    pub is_contradicted: bool,
}

impl InstrumentRegister<'static> {
    /// The register that is built in.
    pub fn built_in() -> InstrumentRegister<'static> {
        InstrumentRegister::of(BUILT_IN)
    }
}

impl<'a> InstrumentRegister<'a> {
    /// The register in these bytes. One in which nothing can be read is empty.
    pub fn of(bytes: &'a [u8]) -> InstrumentRegister<'a> {
        InstrumentRegister { sections: Sections::of(bytes) }
    }

    fn is_built_in(self) -> bool {
        self.sections.are_of(BUILT_IN)
    }

    /// How many instruments there are.
    pub fn len(self) -> usize {
        let records = self.sections.get(RECORDS).len() / RECORD;
        FieldReader::of(self.sections.get(0)).u32().map_or(0, |count| count as usize).min(records)
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The day up to which its tables have what was adopted.
    pub fn made_of(self) -> Option<Date> {
        spans::day(FieldReader::of(self.sections.get(0).get(4..)?).u16()?)
    }

    /// What the register has of exactly this instrument.
    pub fn entry(self, symbol: &Symbol) -> Option<RegisterEntry<'a>> {
        let index = keys::find(self, symbol.as_str())?;
        Some(RegisterEntry { register: self, index, symbol: symbol.clone() })
    }

    /// What the register has of an instrument; of a part that it doesn't have, what it has of the whole or of the parts
    /// together, and of a whole that it doesn't have, what it has of its first part, or of all together.
    pub fn nearest(self, symbol: &Symbol) -> Option<RegisterEntry<'a>> {
        self.entry(symbol).or_else(|| {
            let family = self.family(symbol);
            let is_meant = |other: &RegisterEntry<'_>| match (symbol.letters(), other.symbol.letters()) {
                (_, None) => true,
                (Some(asked), Some(held)) => held
                    .split_once('-')
                    .is_some_and(|(first, last)| asked.len() == 1 && first <= asked && asked <= last),
                (None, Some(held)) => held == "A" || held.starts_with("A-"),
            };
            family.into_iter().find(is_meant)
        })
    }

    /// The instruments that are the same but for the letters of their parts, in the order of their spelling.
    pub fn family(self, symbol: &Symbol) -> Vec<RegisterEntry<'a>> {
        let whole = symbol.without_letter();
        let (stem, _) = whole.as_str().split_once(" (").unwrap_or((whole.as_str(), ""));
        let begins = keys::beginning(self, stem).take_while(|(_, key)| {
            // 62/17 is not the beginning of 62/175.
            key.get(stem.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        let entries = begins.filter_map(|(index, key)| self.read(index, &key));
        entries.filter(|entry| entry.symbol.without_letter() == whole).collect()
    }

    /// The instruments whose number begins so (`62/17`, `1325`), the latest first; at most `limit`.
    pub fn numbered(self, number: &str, limit: usize) -> Vec<Symbol> {
        const STEMS: [&str; 7] = ["A/RES/", "A/DEC/", "S/RES/", "E/RES/", "E/DEC/", "A/HRC/RES/", "A/HRC/DEC/"];
        if !number.contains(|c: char| c.is_ascii_digit()) {
            return Vec::new();
        }
        let (digits, _) = number.split_once([' ', '(']).unwrap_or((number, ""));
        let found = STEMS.iter().flat_map(|stem| keys::beginning(self, &format!("{stem}{digits}")));
        let symbols = found.filter_map(|(_, key)| Symbol::parse(&key).ok());
        let mut symbols: Vec<Symbol> = symbols.filter(|symbol| symbol.short().starts_with(number)).collect();
        symbols.sort_by(|a, b| b.cmp(a));
        symbols.truncate(limit);
        symbols
    }

    /// The latest of the resolutions of a session of the General Assembly whose title in a language is asked for.
    pub fn latest_of_session(
        self,
        session: u16,
        language: &Language,
        is_asked_for: impl Fn(&str) -> bool,
    ) -> Option<Symbol> {
        let has_title =
            |index| titles::title(self, index, language).is_some_and(|known| is_asked_for(&known.title.text));
        keys::beginning(self, &format!("A/RES/{session}/"))
            .filter(|(index, _)| has_title(*index))
            .filter_map(|(_, key)| Symbol::parse(&key).ok())
            .filter(|symbol| symbol.assembly_resolution().is_some())
            .max()
    }

    /// The instruments that have all of these words in a title, in any language, in the order of their numbers, the latest
    /// first; at most `limit`. All titles are looked through.
    pub fn titled(self, words: &str, limit: usize) -> Vec<Symbol> {
        let found = titles::having(self, words);
        let mut symbols: Vec<Symbol> =
            found.into_iter().filter_map(|index| self.at(index)).map(|entry| entry.symbol).collect();
        symbols.sort_by(|a, b| b.cmp(a));
        symbols.truncate(limit);
        symbols
    }

    /// All instruments, in the order of their spelling.
    pub fn entries(self) -> impl Iterator<Item = RegisterEntry<'a>> {
        keys::beginning(self, "").filter_map(move |(index, key)| self.read(index, &key))
    }

    /// Between which days an instrument without a date must have been adopted, by the dates of the numbers beside its own and
    /// of its session.
    pub fn span(self, symbol: &Symbol) -> Option<SpanOfDays> {
        spans::span(self, symbol)
    }

    fn at(self, index: usize) -> Option<RegisterEntry<'a>> {
        self.read(index, &keys::key(self, index)?)
    }

    fn read(self, index: usize, key: &str) -> Option<RegisterEntry<'a>> {
        Some(RegisterEntry { register: self, index, symbol: Symbol::parse(key).ok()? })
    }

    /// The record of an instrument.
    fn record(self, index: usize) -> FieldReader<'a> {
        let start = index.saturating_mul(RECORD);
        FieldReader::of(self.sections.get(RECORDS).get(start..start.saturating_add(RECORD)).unwrap_or_default())
    }
}

impl RegisterEntry<'_> {
    /// Its symbol.
    pub fn symbol(&self) -> &Symbol {
        &self.symbol
    }

    /// When it was adopted, the most trusted date first. Several where sources contradict each other.
    pub fn dates(&self) -> Vec<RegisteredDate> {
        let mut record = self.register.record(self.index);
        let days = [record.u16(), record.u16()];
        days.into_iter()
            .filter_map(|days| {
                let sources = RegisterSources::of(record.u8()?, record.u8()?);
                Some(RegisteredDate { date: spans::day(days?)?, sources })
            })
            .collect()
    }

    /// Whether sources have still other dates than those that are here.
    pub fn has_more_dates(&self) -> bool {
        self.flags() & MORE_DATES != 0
    }

    /// How it was voted on. Nothing where sources contradict each other.
    pub fn vote(&self) -> Option<Vote> {
        let mut record = self.register.record(self.index).skip(8);
        let counts = [record.u8()?, record.u8()?, record.u8()?, record.u8()?];
        let [yes, no, abstaining, absent] = counts.map(u16::from);
        match self.flags() & VOTE {
            1 => Some(Vote::WithoutVote),
            2 => Some(Vote::Recorded { yes, no, abstaining, not_voting: None }),
            3 => Some(Vote::Recorded { yes, no, abstaining, not_voting: Some(absent) }),
            _ => None,
        }
    }

    /// The record of the plenary meeting at which the General Assembly adopted it.
    pub fn meeting(&self) -> Option<Symbol> {
        let number = self.register.record(self.index).skip(12).u16().filter(|number| *number > 0)?;
        if self.symbol.organ() != Some(Organ::GeneralAssembly) {
            return None;
        }
        let session = match self.symbol.session()? {
            Session::Regular(session) => session.to_string(),
            Session::Special(session) => format!("S-{session}"),
            Session::EmergencySpecial(session) => format!("ES-{session}"),
        };
        Symbol::parse(&format!("A/{session}/PV.{number}")).ok()
    }

    /// The instrument with the same title in the session or year before.
    pub fn previous(&self) -> Option<Symbol> {
        self.neighbour(16)
    }

    /// The instrument with the same title in the session or year after.
    pub fn next(&self) -> Option<Symbol> {
        self.neighbour(18)
    }

    /// Its title in a language.
    pub fn title(&self, language: &Language) -> Option<RegisteredTitle> {
        titles::title(self.register, self.index, language)
    }

    /// All its titles.
    pub fn titles(&self) -> Vec<(&'static Language, RegisteredTitle)> {
        language::ALL.into_iter().filter_map(|language| Some((language, self.title(language)?))).collect()
    }

    fn flags(&self) -> u8 {
        self.register.record(self.index).skip(14).u8().unwrap_or_default()
    }

    fn neighbour(&self, at: usize) -> Option<Symbol> {
        let place = self.register.record(self.index).skip(at).u16()?;
        Some(self.register.at(usize::from(place).checked_sub(1)?)?.symbol)
    }
}

/// How much of a title a byte says that it is, and who says so.
fn title_of(text: &str, said: u8) -> Option<RegisteredTitle> {
    let kind = match said & 0b11 {
        0 => TitleKind::Full,
        1 => TitleKind::Shortened,
        2 => TitleKind::Described,
        _ => return None,
    };
    Some(RegisteredTitle {
        title: RecordedTitle { text: text.to_owned(), kind },
        sources: RegisterSources::of(said >> 2 & 0b1_1111, 0),
        is_contradicted: said & 0x80 != 0,
    })
}
