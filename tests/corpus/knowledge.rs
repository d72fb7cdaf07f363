//! What a hover knows of what real texts cite, on the first day: nothing was imported, and no folder is open.
//!
//! The texts are not part of this repository: without them, the measure says that it was skipped. What a text says itself,
//! in whatever language, is left out: its own number is not asked about, and a date that only this text gives counts as
//! unknown. Beside the titles stands the ceiling: how many are known to any table at hand.
//!
//! `RAPPORTEUR_TEXTS` names another folder of texts to measure on.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::shared_corpus::{corpus, tables};
use rapporteur::draft::{CitationKind, Date, Draft};
use rapporteur::language::{ALL, ENGLISH, Language};
use rapporteur::library::AuthorityCache;
use rapporteur::library::instrument_info::{Fact, FactOrigin};
use rapporteur::library::register::{InstrumentRegister, RegisterSource};
use rapporteur::library::store::Store;
use rapporteur::symbol::Symbol;
use rapporteur::workspace::WorkspaceIndex;
use rayon::prelude::*;

/// How many of those that are wrong or unknown are shown.
const SHOWN: usize = 40;

/// How many days a range may have that tells something.
const NARROW: u32 = 31;

/// A resolution or decision that a text cites, and the date that it gives it.
struct Cited {
    language: &'static Language,
    /// The text, whatever its language: `A_RES_77_1`.
    text: String,
    symbol: Symbol,
    said: Option<Date>,
}

/// What came of the question about one citation.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    asked: usize,
    /// It has the date that the text gives, or a certain one where the text gives none.
    dated: usize,
    /// It has dates, and none is the one that the text gives.
    dated_otherwise: usize,
    titled: usize,
    /// In another language than the draft's.
    titled_in_another: usize,
    /// Some table, or what is built in, has a title.
    ceiling: usize,
    useful: usize,
}

impl Tally {
    fn told(&self) -> String {
        let share = |count: usize, of: usize| 100.0 * count as f64 / of.max(1) as f64;
        format!(
            "of {} cited: a true date {:.1} %, another date {:.1} %, a title {:.1} % ({:.1} % in another language), ceiling {:.1} %, \
             so {:.1} % of it, something useful {:.1} %",
            self.asked,
            share(self.dated, self.asked),
            share(self.dated_otherwise, self.asked),
            share(self.titled, self.asked),
            share(self.titled_in_another, self.asked),
            share(self.ceiling, self.asked),
            share(self.titled, self.ceiling),
            share(self.useful, self.asked),
        )
    }
}

/// The texts of a folder, in folders of their languages or not.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What the texts of a folder cite of resolutions and decisions, their own numbers left out.
fn cited(folder: &Path) -> Vec<Cited> {
    let of = |path: &PathBuf| {
        let draft = Draft::read(&fs::read_to_string(path).unwrap());
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = name.split('.').next().unwrap_or_default().to_owned();
        let own = draft.symbol.clone();
        let named = |kind: CitationKind, symbol: &Symbol| {
            kind != CitationKind::Document || symbol.is_resolution() || symbol.is_decision()
        };
        let citations = draft.citations.into_iter().filter(|citation| {
            !citation.in_masthead && named(citation.kind, &citation.symbol) && Some(&citation.symbol) != own.as_ref()
        });
        let language = draft.language;
        let cited = citations.map(|citation| Cited {
            language,
            text: text.clone(),
            symbol: citation.symbol,
            said: citation.date.map(|(date, _)| date),
        });
        cited.collect::<Vec<_>>()
    };
    texts(folder).par_iter().flat_map_iter(of).collect()
}

/// The symbols of which the table of cited instruments has a title.
fn titled_in_table(corpus: &Path) -> HashSet<Symbol> {
    let table = fs::read_to_string(corpus.join("tables/cited_facts.tsv")).unwrap();
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let titles: Vec<usize> = (0..header.len()).filter(|column| header[*column].starts_with("title_")).collect();
    let rows = lines.filter_map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let titled = titles.iter().any(|column| fields.get(*column).is_some_and(|field| !field.is_empty()));
        Symbol::parse(fields[0]).ok().filter(|_| titled)
    });
    rows.collect()
}

/// In how many of a text's versions an instrument is cited, in the languages in which the register counts them.
fn versions(all: &[Cited]) -> HashMap<(&str, &Symbol), usize> {
    let mut found: HashMap<(&str, &Symbol), HashSet<&str>> = HashMap::new();
    for cited in all.iter().filter(|cited| ["en", "fr", "es"].contains(&cited.language.code)) {
        found.entry((&cited.text, &cited.symbol)).or_default().insert(cited.language.code);
    }
    found.into_iter().map(|(key, languages)| (key, languages.len())).collect()
}

/// Whether nobody but this text says so, of which `own` versions cite the instrument.
fn is_of_this_text(fact: &Fact<Date>, own: usize) -> bool {
    fact.origins.iter().all(|origin| match origin {
        FactOrigin::Register(sources) => {
            sources.all().all(|source| source == RegisterSource::CitingTexts) && usize::from(sources.texts) <= own
        }
        _ => false,
    })
}

#[test]
fn what_is_cited_is_known_on_the_first_day() {
    let Some(corpus) = corpus() else { return };
    let desk = Desk::new("knowledge-corpus");
    let files = tables(&corpus);
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    desk.run(&[&["library", "--library", "l.sqlite", "import"], names.as_slice()].concat());
    let stored = AuthorityCache::of(Store::open(&desk.path("l.sqlite")).unwrap());
    let in_table = titled_in_table(&corpus);
    let library = WorkspaceIndex::new();
    let named = std::env::var_os("RAPPORTEUR_TEXTS").map(|folder| vec![PathBuf::from(folder)]);
    let folders = named.unwrap_or_else(|| vec![corpus.join("adopted"), corpus.join("seed_family")]);
    for folder in folders {
        let all = cited(&folder);
        let versions = versions(&all);
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        let (mut unknown, mut otherwise) = (HashMap::new(), HashMap::new());
        for cited in &all {
            let Cited { language, text, symbol, said } = cited;
            let own = versions.get(&(text.as_str(), symbol)).copied().unwrap_or_default();
            let about = AuthorityCache::built_in().about(&library, symbol, language);
            let dates: Vec<Date> =
                about.adopted.iter().filter(|fact| !is_of_this_text(fact, own)).map(|fact| fact.value).collect();
            let dated = said.map_or(dates.len() == 1, |said| dates.contains(&said));
            let title = about.title(language).map(|(of, _)| of);
            let has_title = title.is_some() || !about.holds.is_empty();
            let count = |tally: &mut Tally| {
                tally.asked += 1;
                tally.dated += usize::from(dated);
                tally.dated_otherwise += usize::from(!dates.is_empty() && !dated);
                tally.titled += usize::from(has_title);
                tally.titled_in_another += usize::from(title.is_some_and(|of| of != *language));
                let of_tables = stored.about(&library, symbol, language);
                let known = has_title || !of_tables.titles.is_empty() || in_table.contains(symbol);
                tally.ceiling += usize::from(known);
                let within = InstrumentRegister::built_in().span(symbol).filter(|_| dates.is_empty());
                let narrow = within.is_some_and(|within| within.days() < NARROW);
                tally.useful += usize::from(has_title || dated || narrow);
            };
            count(tallies.entry(language.code).or_default());
            count(tallies.entry("all").or_default());
            if !dated && !has_title && *language == ENGLISH {
                let list = if dates.is_empty() { &mut unknown } else { &mut otherwise };
                *list.entry((symbol.to_string(), *said, dates)).or_insert(0) += 1;
            }
        }
        println!("{}", folder.file_name().unwrap_or_default().to_string_lossy());
        for (code, tally) in &tallies {
            println!("  {code}: {}", tally.told());
        }
        for (what, list) in [("without date and title", unknown), ("with another date and no title", otherwise)] {
            let mut list: Vec<_> = list.into_iter().collect();
            list.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            println!("  {what}, in English: {:?}", &list[..list.len().min(SHOWN)]);
        }
        assert!(tallies.get("all").is_some_and(|tally| tally.asked > 0), "{}", folder.display());
        assert!(ALL.iter().all(|language| tallies.contains_key(language.code)) || folder.ends_with("seed_family"));
    }
}
