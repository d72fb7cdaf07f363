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
use rapporteur::draft::citation::sitting;
use rapporteur::draft::{CitationKind, Date, Draft};
use rapporteur::language::{ALL, ENGLISH, Language};
use rapporteur::library::AuthorityCache;
use rapporteur::library::instrument_info::{Fact, FactOrigin};
use rapporteur::library::register::{InstrumentRegister, RegisterSource};
use rapporteur::library::store::Store;
use rapporteur::messages::Locale;
use rapporteur::rules::{self, Finding, Rule};
use rapporteur::symbol::Symbol;
use rapporteur::workspace::WorkspaceIndex;
use rayon::prelude::*;

/// How many of those that are wrong or unknown are shown.
const SHOWN: usize = 40;

/// How many days a range may have that tells something.
const NARROW: u32 = 31;

/// Of how many of a hundred a true date is known, at least.
const DATED: usize = 90;

/// Of how many of a hundred that have a title anywhere it is known, at least.
const OF_THE_CEILING: usize = 95;

/// Of how many of a hundred something useful is known, at least.
const USEFUL: usize = 97;

/// How many findings of `citation-date` a hundred texts may have.
const MOST_FINDINGS: usize = 3;

/// Slips are planted in each of so many texts.
const TEXTS_APART: usize = 9;

/// In how many citations of a text slips are planted, each by itself.
const PLANTED: usize = 2;

/// How many of a hundred planted slips must be found.
const LEAST_FOUND: usize = 90;

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
        let tally = tallies.get("all").copied().unwrap_or_default();
        assert!(tally.asked > 0 && tally.titled * 100 >= tally.ceiling * OF_THE_CEILING, "{}", folder.display());
        assert!(tally.dated * 100 >= tally.asked * DATED && tally.useful * 100 >= tally.asked * USEFUL, "{tally:?}");
        assert!(ALL.iter().all(|language| tallies.contains_key(language.code)) || folder.ends_with("seed_family"));
    }
}

/// The texts that `citation-date` is measured on.
fn dated_texts(corpus: &Path) -> Vec<PathBuf> {
    let folders = ["adopted", "seed_family", "ldocs/layout", "ldocs/default", "ldocs/raw"];
    folders.iter().flat_map(|folder| texts(&corpus.join(folder))).collect()
}

fn dates_told(text: &str, draft: &Draft) -> Vec<Finding> {
    let about_dates = |rule: &Rule| rule.code == "citation-date";
    rules::check_knowing(AuthorityCache::built_in(), text, draft, &about_dates)
}

/// Every finding is printed, to be read: most are slips of the adopted texts themselves.
#[test]
fn dates_of_adopted_texts_are_let_be() {
    let Some(corpus) = corpus() else { return };
    let texts = dated_texts(&corpus);
    let mut found: Vec<String> = texts
        .par_iter()
        .flat_map_iter(|path| {
            let text = fs::read_to_string(path).unwrap();
            let draft = Draft::read(&text);
            let name = path.strip_prefix(&corpus).unwrap().display().to_string();
            let found = dates_told(&text, &draft).into_iter().map(move |finding| {
                let from = (0..=finding.range.start.saturating_sub(90)).rev().find(|at| text.is_char_boundary(*at));
                let words = text[from.unwrap_or(0)..finding.range.end].replace('\n', " ");
                format!("{name}: {} …{words}", finding.message.text(&Locale::ENGLISH))
            });
            found.collect::<Vec<_>>()
        })
        .collect();
    found.sort();
    println!("citation-date, nothing imported: {} findings in {} texts", found.len(), texts.len());
    for finding in &found {
        println!("  {finding}");
    }
    assert!(found.len() * 100 <= texts.len() * MOST_FINDINGS, "{} findings", found.len());
}

/// A date with another day, month or year, as the language writes it; the kind of slip is given with it.
fn other_dates(date: Date) -> Vec<(&'static str, Date)> {
    let day = Date { day: if date.day > 14 { date.day - 7 } else { date.day + 7 }, ..date };
    let month = Date { month: if date.month > 1 { date.month - 1 } else { 2 }, day: date.day.min(28), ..date };
    let years = [date.year - 1, date.year + 1, date.year.saturating_sub(10)];
    let year = Date { year: years[usize::from(date.day) % years.len()], ..date };
    vec![("day", day), ("month", month), ("year", year)]
}

#[test]
fn planted_dates_are_found_with_nothing_imported() {
    let Some(corpus) = corpus() else { return };
    let texts = texts(&corpus.join("adopted"));
    let all = cited(&corpus.join("adopted"));
    let versions = versions(&all);
    let library = WorkspaceIndex::new();
    let slips: Vec<(&str, &str, bool, String)> = texts
        .par_iter()
        .enumerate()
        .filter(|(at, _)| at % TEXTS_APART == 0)
        .flat_map_iter(|(_, path)| {
            let text = fs::read_to_string(path).unwrap();
            let draft = Draft::read(&text);
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let clean = dates_told(&text, &draft);
            let dated = draft.citations.iter().filter(|citation| {
                let place = citation.date.as_ref().map(|(_, place)| place);
                let shared =
                    draft.citations.iter().filter(|other| other.date.as_ref().map(|(_, place)| place) == place);
                place.is_some()
                    && shared.count() == 1
                    && citation.kind != CitationKind::Document
                    && !citation.in_masthead
            });
            let mut slips = Vec::new();
            for citation in dated.step_by(3).take(PLANTED) {
                let (date, place) = citation.date.clone().unwrap();
                let language = draft.language_at(place.start);
                let written = text[place.clone()].replace('\u{a0}', " ");
                if written != language.locale.date(date.into()) || clean.iter().any(|told| told.range == place) {
                    continue;
                }
                // What this text alone says of the instrument isn't known of it.
                let own = versions.get(&(name.as_str(), &citation.symbol)).copied().unwrap_or_default();
                let about = AuthorityCache::built_in().about(&library, &citation.symbol, language);
                let known = about.adopted.iter().any(|fact| !is_of_this_text(fact, own));
                for (kind, other) in other_dates(date) {
                    let mut changed = text.clone();
                    changed.replace_range(place.clone(), &language.locale.date(other.into()));
                    let draft = Draft::read(&changed);
                    let is_there = |told: &Finding| told.range.start == place.start;
                    let of_year =
                        |rule: &Rule| ["citation-date", "citation-year", "citation-future"].contains(&rule.code);
                    let told = rules::check_knowing(AuthorityCache::built_in(), &changed, &draft, &of_year);
                    let outside = sitting(&citation.symbol).is_some_and(|days| !days.contains(&other));
                    let found =
                        told.iter().any(|told| is_there(told) || told.range == citation.range) && (known || outside);
                    slips.push((
                        language.code,
                        kind,
                        found,
                        format!("{name} {} {date:?} as {other:?}", citation.symbol),
                    ));
                }
            }
            slips
        })
        .collect();
    for kind in ["day", "month", "year"] {
        let of_kind: Vec<_> = slips.iter().filter(|slip| slip.1 == kind).collect();
        let found = of_kind.iter().filter(|slip| slip.2).count();
        println!("{kind}: {found} of {} planted are found", of_kind.len());
        let missed: Vec<&String> = of_kind.iter().filter(|slip| !slip.2).map(|slip| &slip.3).take(SHOWN).collect();
        println!("  missed: {missed:?}");
        assert!(
            found * 100 >= of_kind.len() * LEAST_FOUND && !of_kind.is_empty(),
            "{kind}: {found} of {}",
            of_kind.len()
        );
    }
}

/// The dates that the corpus's tables have, by symbol, as they are written; with the name of the column.
fn dates_in_tables(corpus: &Path) -> Vec<(Symbol, Date, &'static str)> {
    let mut found = Vec::new();
    let mut take = |symbol: &str, date: &str, from: &'static str| {
        let mut parts = date.get(..10).unwrap_or_default().split('-').map(str::parse::<u16>);
        if let (Ok(symbol), (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)))) =
            (Symbol::parse(symbol), (parts.next(), parts.next(), parts.next()))
        {
            let date = Date { year, month: month as u8, day: day as u8 };
            // 31 April is a slip that says nothing.
            found.extend(date.is_possible().then_some((symbol, date, from)));
        }
    };
    let table = fs::read_to_string(corpus.join("tables/cited_facts.tsv")).unwrap();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        for (column, from) in [(2, "citing texts"), (4, "citing texts"), (6, "own text"), (7, "voting record")] {
            take(fields[0], fields.get(column).copied().unwrap_or_default(), from);
        }
    }
    let table = fs::read_to_string(corpus.join("tables/titles_6lang.tsv")).unwrap();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        take(fields[1], fields[2], "metadata");
    }
    let mut votes = csv::Reader::from_path(corpus.join("tables/undl_votes_1946_2021.csv")).unwrap();
    for row in votes.records().flatten() {
        take(&row[3], &row[1], "voting table");
    }
    found
}

/// Every date that a table has is in the register: as its date, or as one of those that are marked as contradicting each other.
#[test]
fn no_date_of_the_register_contradicts_a_table_unmarked() {
    let Some(corpus) = corpus() else { return };
    let register = InstrumentRegister::built_in();
    let (mut compared, mut marked, mut wrong, mut of_others) = (0, 0, Vec::new(), 0);
    for (symbol, date, from) in dates_in_tables(&corpus) {
        let Some(entry) = register.entry(&symbol) else { continue };
        let dates: Vec<Date> = entry.dates().iter().map(|said| said.date).collect();
        compared += 1;
        if dates.first() == Some(&date) {
            continue;
        }
        if dates.contains(&date) || entry.has_more_dates() {
            marked += 1;
        } else if sitting(&symbol).is_some_and(|days| !days.contains(&date)) {
            // Another body's, which has the same number.
            of_others += 1;
        } else {
            wrong.push(format!("{symbol}: {date:?} by the {from}, {dates:?} here"));
        }
    }
    println!(
        "{compared} dates of tables compared: {marked} marked as contradicting, {of_others} of other bodies, {} unmarked",
        wrong.len()
    );
    wrong.iter().take(SHOWN).for_each(|wrong| println!("  {wrong}"));
    assert!(compared > 10_000 && wrong.is_empty(), "{} unmarked", wrong.len());
}
