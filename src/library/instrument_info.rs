//! What is known of an instrument, from all that knows: the texts of the workspace, the stored library, the built-in
//! register, the instruments that everybody cites.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::AuthorityCache;
use super::known::{self, WellKnownInstrument};
use super::record::{ImportedTable, RecordedTitle, SourcedValue, StoredRecord, TitleKind, Vote};
use super::register::{InstrumentRegister, RegisterEntry, RegisterSources, SpanOfDays};
use crate::draft::Date;
use crate::language::{self, ENGLISH, Language};
use crate::symbol::Symbol;
use crate::workspace::{Instrument, WorkspaceIndex};

/// Who says something of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactOrigin {
    /// Its own text, in the workspace.
    Text(Arc<Instrument>),
    /// A table in the stored library.
    Table(Arc<ImportedTable>),
    /// The built-in register, out of these sources.
    Register(RegisterSources),
    /// The table of instruments that everybody cites.
    BuiltIn,
}

impl FactOrigin {
    /// Who it is, in a language: a table by its file's name, the register by the kinds of its sources.
    pub fn names(&self, told_in: &Language) -> Vec<String> {
        let facts = &told_in.telling.facts;
        match self {
            FactOrigin::Text(_) => vec![facts.own_text.to_owned()],
            FactOrigin::Table(source) => vec![source.name.clone()],
            FactOrigin::Register(sources) => {
                sources.messages().iter().map(|message| message.text(told_in.locale)).collect()
            }
            FactOrigin::BuiltIn => vec![facts.built_in.to_owned()],
        }
    }
}

/// A value, and who says so. The most trusted comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// What is said.
    pub value: T,
    /// Who says so, the most trusted first.
    pub origins: Vec<FactOrigin>,
}

/// What is known of an instrument. Where two contradict each other a fact has several values: what its own text says
/// first, then the stored library by the trust in its tables, which may be newer than what is built in, then the
/// built-in register, then the table of those that everybody cites.
#[derive(Debug, Clone)]
pub struct InstrumentInfo {
    /// The instrument's symbol, as it was asked for.
    pub symbol: Symbol,
    /// What the record is of, where it isn't quite this: the whole of which this is a part.
    pub recorded_as: Option<Symbol>,
    /// By the code of their language.
    pub titles: BTreeMap<&'static str, Vec<Fact<RecordedTitle>>>,
    /// The days on which it was adopted.
    pub adopted: Vec<Fact<Date>>,
    /// Between which days it was adopted, where no day is known.
    pub adopted_within: Option<SpanOfDays>,
    /// How it was voted on.
    pub votes: Vec<Fact<Vote>>,
    /// The records of the meetings at which it was adopted.
    pub meetings: Vec<Fact<Symbol>>,
    /// The drafts that it was adopted from.
    pub drafts: Vec<Fact<Symbol>>,
    /// The reports that have these drafts.
    pub reports: Vec<Fact<Symbol>>,
    /// Of a draft: what it was adopted as.
    pub adopted_as: Vec<Fact<Symbol>>,
    /// The agenda items under which it was adopted.
    pub agenda_items: Vec<Fact<String>>,
    /// The instrument with the same title in the session or year before.
    pub previous: Option<Symbol>,
    /// The instrument with the same title in the session or year after.
    pub next: Option<Symbol>,
    /// Its texts in the workspace, one a language: that in the asked language first, then the English one.
    pub texts: Vec<Arc<Instrument>>,
    /// What stands in it, in an annex or a chapter, and has a name that everybody knows.
    pub holds: Vec<&'static WellKnownInstrument>,
}

impl InstrumentInfo {
    /// Whether anything is known beside the symbol.
    pub fn is_empty(&self) -> bool {
        let nothing = self.titles.is_empty() && self.adopted.is_empty() && self.adopted_within.is_none();
        nothing && self.texts.is_empty() && !self.is_recorded()
    }

    /// Whether a table has something of it: enough to make a card of where there is no text.
    pub fn is_recorded(&self) -> bool {
        let facts = [&self.meetings, &self.drafts, &self.reports, &self.adopted_as];
        facts.into_iter().any(|facts| !facts.is_empty())
            || !self.holds.is_empty()
            || !self.votes.is_empty()
            || self.titles.values().flatten().any(|title| !title.is_by_text_alone())
            || self.adopted.iter().any(|date| !date.is_by_text_alone())
    }

    /// The title in this language, else in English, else in any, and the language that it is in.
    pub fn title(&self, language: &Language) -> Option<(&'static Language, &Fact<RecordedTitle>)> {
        let of = |code: &str| self.titles.get_key_value(code);
        let (code, facts) = of(language.code).or_else(|| of(ENGLISH.code)).or_else(|| self.titles.first_key_value())?;
        let language = language::of_code(code)?;
        Some((language, facts.first()?))
    }

    fn text(&mut self, text: &Arc<Instrument>) {
        let origin = || FactOrigin::Text(text.clone());
        if let Some(title) = &text.title {
            let title = RecordedTitle { text: title.trim().to_owned(), kind: TitleKind::Full };
            add(self.titles.entry(text.language.code).or_default(), title, [origin()]);
        }
        if let Some(date) = text.adopted {
            add(&mut self.adopted, date, [origin()]);
        }
    }

    fn record(&mut self, record: &StoredRecord) {
        for (code, titles) in &record.titles {
            said(self.titles.entry(code).or_default(), titles);
        }
        said(&mut self.adopted, &record.adopted);
        said(&mut self.votes, &record.votes);
        said(&mut self.meetings, &record.meetings);
        said(&mut self.drafts, &record.drafts);
        said(&mut self.reports, &record.reports);
        said(&mut self.adopted_as, &record.adopted_as);
        said(&mut self.agenda_items, &record.agenda_items);
        self.recorded_as = (record.symbol != self.symbol).then(|| record.symbol.clone());
    }

    /// Whether nothing is known that was said of just this instrument, so that what is known of the whole stands in.
    fn is_of_another(&self) -> bool {
        let by_register =
            |fact: &Fact<Date>| fact.origins.iter().all(|origin| matches!(origin, FactOrigin::Register(_)));
        self.adopted.iter().all(by_register)
    }

    fn registered(&mut self, entry: &RegisterEntry<'_>, languages: &[&'static Language]) {
        for said in entry.dates() {
            add(&mut self.adopted, said.date, [FactOrigin::Register(said.sources)]);
        }
        for language in languages {
            let Some(said) = entry.title(language) else { continue };
            let titles = self.titles.entry(language.code).or_default();
            // What a catalogue shortened or wrote itself tells nothing beside a title.
            let tells = said.title.kind == TitleKind::Full && !said.is_contradicted;
            if tells || titles.is_empty() || titles.iter().any(|other| other.value.agrees(&said.title)) {
                add(titles, said.title, [FactOrigin::Register(said.sources)]);
            }
        }
        let origin = || FactOrigin::Register(RegisterSources::default());
        if let Some(vote) = entry.vote().filter(|_| self.votes.is_empty()) {
            add(&mut self.votes, vote, [origin()]);
        }
        if let Some(meeting) = entry.meeting() {
            add(&mut self.meetings, meeting, [origin()]);
        }
        self.previous = entry.previous();
        self.next = entry.next();
        if self.recorded_as.is_none() && *entry.symbol() != self.symbol && self.is_of_another() {
            self.recorded_as = Some(entry.symbol().clone());
        }
    }

    fn known(&mut self, known: &'static WellKnownInstrument) {
        add(&mut self.adopted, known.symbol_date(), [FactOrigin::BuiltIn]);
        if known.place.is_some() && !known.by_number {
            self.holds.push(known);
            return;
        }
        // Of what is cited by its number alone, the table has our own words.
        let kind = if known.by_number { TitleKind::Described } else { TitleKind::Full };
        for language in language::ALL {
            let Some(title) = known.title(language) else { continue };
            let title = RecordedTitle { text: title.to_owned(), kind };
            let titles = self.titles.entry(language.code).or_default();
            // It is a name, which may be shorter than the title and contradicts none.
            if titles.is_empty() || titles.iter().any(|other| other.value.agrees(&title)) {
                add(titles, title, [FactOrigin::BuiltIn]);
            }
        }
    }
}

impl<T> Fact<T> {
    fn is_by_text_alone(&self) -> bool {
        self.origins.iter().all(|origin| matches!(origin, FactOrigin::Text(_)))
    }
}

/// Something that two can say in other words.
trait Comparable: Clone + PartialEq {
    fn agrees(&self, other: &Self) -> bool {
        self == other
    }
}

impl Comparable for Date {}
impl Comparable for Vote {}
impl Comparable for Symbol {}
impl Comparable for String {}

impl Comparable for RecordedTitle {
    /// Marks and capitals make no other title, and a description or a beginning is none that contradicts.
    fn agrees(&self, other: &RecordedTitle) -> bool {
        let letters = |title: &RecordedTitle| -> String {
            title.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        match (self.kind, other.kind) {
            (TitleKind::Full, TitleKind::Full) => letters(self) == letters(other),
            (_, TitleKind::Shortened) => letters(self).starts_with(&letters(other)),
            _ => self == other,
        }
    }
}

fn add<T: Comparable>(facts: &mut Vec<Fact<T>>, value: T, origins: impl IntoIterator<Item = FactOrigin>) {
    match facts.iter_mut().find(|fact| fact.value.agrees(&value)) {
        Some(fact) => fact.origins.extend(origins),
        None => facts.push(Fact { value, origins: origins.into_iter().collect() }),
    }
}

fn said<T: Comparable>(facts: &mut Vec<Fact<T>>, said: &[SourcedValue<T>]) {
    for SourcedValue { value, sources } in said {
        add(facts, value.clone(), sources.iter().cloned().map(FactOrigin::Table));
    }
}

impl AuthorityCache {
    /// What is known of an instrument, beside the texts of `library`. The first question about a symbol is answered by the
    /// stored library's file, others from memory. Of the register's titles, those in this language and in English are looked up.
    pub fn about(&self, library: &WorkspaceIndex, symbol: &Symbol, language: &'static Language) -> InstrumentInfo {
        let english = (language != ENGLISH).then_some(ENGLISH);
        let languages: Vec<&Language> = std::iter::once(language).chain(english).collect();
        self.about_in(library, symbol, language, &languages)
    }

    /// As [`AuthorityCache::about`], with the titles in all languages.
    pub fn about_in_full(
        &self,
        library: &WorkspaceIndex,
        symbol: &Symbol,
        language: &'static Language,
    ) -> InstrumentInfo {
        self.about_in(library, symbol, language, &language::ALL)
    }

    fn about_in(
        &self,
        library: &WorkspaceIndex,
        symbol: &Symbol,
        language: &'static Language,
        languages: &[&'static Language],
    ) -> InstrumentInfo {
        let mut info = InstrumentInfo {
            symbol: symbol.clone(),
            recorded_as: None,
            titles: BTreeMap::new(),
            adopted: Vec::new(),
            adopted_within: None,
            votes: Vec::new(),
            meetings: Vec::new(),
            drafts: Vec::new(),
            reports: Vec::new(),
            adopted_as: Vec::new(),
            agenda_items: Vec::new(),
            previous: None,
            next: None,
            texts: texts(library, symbol, language),
            holds: Vec::new(),
        };
        // The text of a whole says when and as what the whole was adopted, and nothing of a part's title.
        for text in info.texts.clone().iter().filter(|text| text.symbol == *symbol) {
            info.text(text);
        }
        if let Some(record) = self.record(symbol) {
            info.record(&record);
        }
        let register = InstrumentRegister::built_in();
        if let Some(entry) = register.nearest(symbol) {
            info.registered(&entry, languages);
        }
        for known in known::all_by_symbol(symbol) {
            info.known(known);
        }
        if info.adopted.is_empty() {
            info.adopted_within = register.span(symbol);
        }
        info
    }
}

/// The texts of an instrument in the workspace, one a language: that in `language` first, then the English one.
pub fn texts(library: &WorkspaceIndex, symbol: &Symbol, language: &'static Language) -> Vec<Arc<Instrument>> {
    let mut texts: Vec<Arc<Instrument>> = Vec::new();
    for language in [language, ENGLISH].into_iter().chain(language::ALL) {
        // Most have none.
        let Some(text) = library.find(symbol, language) else { break };
        if !texts.iter().any(|other| other.path == text.path) {
            texts.push(text);
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{CHINESE, FRENCH};
    use crate::workspace::ParsedText;

    fn about(library: &WorkspaceIndex, symbol: &str, language: &'static Language) -> InstrumentInfo {
        AuthorityCache::built_in().about(library, &Symbol::parse(symbol).unwrap(), language)
    }

    #[test]
    fn without_a_library_the_built_in_table_answers() {
        let about = about(&WorkspaceIndex::new(), "A/RES/70/1", FRENCH);
        let (language, title) = about.title(FRENCH).unwrap();
        assert_eq!(language, FRENCH);
        assert!(title.origins.contains(&FactOrigin::BuiltIn));
        assert_eq!(about.adopted[0].value, Date { year: 2015, month: 9, day: 25 });
        assert!(about.is_recorded() && about.texts.is_empty());
    }

    #[test]
    fn an_annexed_treaty_is_no_title_of_the_resolution() {
        let about = about(&WorkspaceIndex::new(), "A/RES/45/158", CHINESE);
        assert_eq!(about.title(CHINESE), None);
        assert_eq!(about.holds.len(), 1, "{:?}", about.holds);
    }

    #[test]
    fn the_text_itself_comes_first_and_contradictions_stay() {
        let library = WorkspaceIndex::new();
        let text = "Resolution adopted by the General Assembly on 8 December 1998\n\n53/144. Keeping the lamps\n\n\
                    The General Assembly,\n\nDecides to rest.\n";
        library.open_reading("/a.txt".as_ref(), ParsedText::of(text.to_owned()).unwrap());
        let about = about(&library, "A/RES/53/144", ENGLISH);
        assert_eq!(about.title(ENGLISH).unwrap().1.value.text, "Keeping the lamps");
        assert_eq!(about.titles["en"].len(), 1, "a name contradicts no title");
        let days: Vec<u8> = about.adopted.iter().map(|date| date.value.day).collect();
        assert_eq!(days, [8, 9]);
        assert!(about.adopted[1].origins.contains(&FactOrigin::BuiltIn));
    }

    #[test]
    fn the_register_knows_what_nobody_cites_by_name() {
        let about = about(&WorkspaceIndex::new(), "A/RES/76/187", FRENCH);
        let (language, title) = about.title(FRENCH).unwrap();
        assert!(language == FRENCH && matches!(title.origins[..], [FactOrigin::Register(_)]));
        assert_eq!(about.adopted.len(), 1);
        assert!(about.is_recorded() && about.adopted_within.is_none() && about.next.is_some());
        let part = self::about(&WorkspaceIndex::new(), "A/RES/76/187 B", FRENCH);
        assert!(part.recorded_as.is_some() && !part.adopted.is_empty());
    }

    #[test]
    fn nothing_is_known_of_what_nobody_knows() {
        let about = about(&WorkspaceIndex::new(), "A/RES/92/14", ENGLISH);
        assert!(about.is_empty() && !about.is_recorded());
    }
}
