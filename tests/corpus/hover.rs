//! How much of what real texts cite a hover can say the title of, and how long it takes.
//!
//! The texts are not part of this repository: without them, the first measure says that it was skipped. The second one is
//! run by name, on invented records: `cargo test --release --test corpus hover:: -- --ignored --nocapture`.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::desk::Desk;
use crate::shared_corpus::corpus;
use rapporteur::assist::{self, AssistContext};
use rapporteur::draft::{CitationKind, Draft};
use rapporteur::language::{ALL, Language};
use rapporteur::library::record::TitleKind;
use rapporteur::library::store::Store;
use rapporteur::library::{AuthorityCache, instrument_info::InstrumentInfo};
use rapporteur::symbol::{Session, Symbol};
use rapporteur::workspace::{ParsedText, WorkspaceIndex};
use rayon::prelude::*;

/// How often each place is asked about: of its times the least is taken, as a machine has other work, too.
const ROUNDS: usize = 5;

/// The first session of the General Assembly of which the corpus has all resolutions in a table.
const FIRST_TABLE: u16 = 74;

/// How many contradictions are shown.
const SHOWN: usize = 4;

/// The texts of a folder.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect()
}

/// The tables of the corpus.
fn tables(corpus: &Path) -> Vec<String> {
    let tables = corpus.join("tables");
    let folders = ["un_json", "undl_marcxml_c3_78", "dhl_voting_format", ""];
    let files =
        folders.into_iter().flat_map(|folder| fs::read_dir(tables.join(folder)).into_iter().flatten().flatten());
    let is_table = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ending = path.extension().unwrap_or_default();
        ["json", "xml", "csv", "tsv"].iter().any(|known| ending == *known) && !name.starts_with("opening_phrases")
    };
    files.map(|entry| entry.path()).filter(is_table).map(|path| path.to_string_lossy().into_owned()).collect()
}

/// How many citations were asked about, and how many have a title.
#[derive(Debug, Default, Clone, Copy)]
struct Share {
    asked: usize,
    /// A title in the draft's language.
    own: usize,
    /// A title in another language.
    other: usize,
    /// No title, but the name of what is annexed.
    held: usize,
}

impl Share {
    fn count(&mut self, about: &InstrumentInfo, language: &Language) {
        self.asked += 1;
        match about.title(language) {
            Some((of, _)) if of == language => self.own += 1,
            Some(_) => self.other += 1,
            None => self.held += usize::from(!about.holds.is_empty()),
        }
    }

    fn answered(self) -> usize {
        self.own + self.other + self.held
    }

    fn told(self) -> String {
        let percent = |count: usize| 100.0 * count as f64 / self.asked.max(1) as f64;
        format!(
            "{} of {} ({:.1} %): {:.1} % own language, {:.1} % another, {:.1} % what is annexed",
            self.answered(),
            self.asked,
            percent(self.answered()),
            percent(self.own),
            percent(self.other),
            percent(self.held)
        )
    }
}

#[test]
fn what_is_cited_has_a_title() {
    let Some(corpus) = corpus() else { return };
    let desk = Desk::new("hover-corpus");
    let files = tables(&corpus);
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    desk.run(&[&["library", "--library", "l.sqlite", "import"], names.as_slice()].concat());
    let stored = AuthorityCache::of(Store::open(&desk.path("l.sqlite")).unwrap());
    let library = WorkspaceIndex::new();
    for language in ALL {
        let cited: Vec<(Symbol, CitationKind)> = texts(&corpus.join("adopted").join(language.code))
            .par_iter()
            .flat_map_iter(|path| {
                let draft = Draft::read(&fs::read_to_string(path).unwrap_or_default());
                let citations = draft.citations.into_iter().filter(|citation| !citation.in_masthead);
                citations.map(|citation| (citation.symbol, citation.kind)).collect::<Vec<_>>()
            })
            .collect();
        for (name, authority) in [("all tables", &stored), ("built-in alone", &AuthorityCache::default())] {
            let mut known: HashMap<&Symbol, InstrumentInfo> = HashMap::new();
            let (mut resolutions, mut all) = (Share::default(), Share::default());
            for (symbol, kind) in &cited {
                let about = known.entry(symbol).or_insert_with(|| authority.about(&library, symbol, language));
                all.count(about, language);
                if *kind != CitationKind::Document || symbol.is_resolution() || symbol.is_decision() {
                    resolutions.count(about, language);
                }
            }
            println!("{}, {name}: resolutions and decisions {}", language.code, resolutions.told());
            println!("{}, {name}: with all documents {}", language.code, all.told());
            let unknown = |symbol: &Symbol| known.get(symbol).is_some_and(|about| about.titles.is_empty());
            let mut left: HashMap<String, usize> = HashMap::new();
            for (symbol, _) in cited.iter().filter(|(symbol, _)| symbol.is_resolution() && unknown(symbol)) {
                let organ = symbol.organ().map_or("?".to_owned(), |organ| format!("{organ:?}"));
                let late = matches!(symbol.session(), Some(Session::Regular(session)) if session >= FIRST_TABLE);
                *left.entry(if late { format!("{organ} of late") } else { organ }).or_default() += 1;
            }
            println!("{}, {name}: unknown resolutions {left:?}", language.code);
            let own = |about: &InstrumentInfo| {
                let titles = about.titles.get(language.code).into_iter().flatten();
                titles.filter(|title| title.value.kind == TitleKind::Full).count()
            };
            let titles: Vec<&InstrumentInfo> = known.values().filter(|about| own(about) > 1).collect();
            let dates: Vec<&InstrumentInfo> = known.values().filter(|about| about.adopted.len() > 1).collect();
            println!(
                "{}, {name}: of {} cited, sources contradict each other in the title of {}, in the date of {}",
                language.code,
                known.len(),
                titles.len(),
                dates.len()
            );
            for about in titles.iter().take(SHOWN) {
                println!("  {}: {:?}", about.symbol, about.titles.get(language.code));
            }
            for about in dates.iter().take(SHOWN) {
                println!("  {}: {:?}", about.symbol, about.adopted);
            }
            assert!(resolutions.answered() > 0, "{}, {name}", language.code);
        }
    }
}

/// An invented table of this many resolutions.
fn invented(records: usize) -> String {
    let mut table = "symbol\ttitle_en\ttitle_fr\tadopted\tdraft\treport\tmeeting\n".to_owned();
    for record in 0..records {
        let (session, number) = (45 + record / 400, record % 400 + 1);
        table.push_str(&format!(
            "A/RES/{session}/{number}\tThe lamps of harbour {record}\tLes lampes du port {record}\t2005-12-03\t\
             A/C.3/{session}/L.{number}\tA/{session}/{number}\tA/{session}/PV.44\n"
        ));
    }
    table
}

#[test]
#[ignore = "a measure, to be run by name"]
fn a_hover_and_a_jump_take_no_time() {
    let desk = Desk::new("hover-time").with("t.tsv", invented(20_000));
    let imported = desk.run(&["library", "--library", "l.sqlite", "import", "t.tsv"]);
    assert_eq!(imported.status, 0, "{}", imported.stderr);
    let mut text = "The General Assembly,\n\n".to_owned();
    for number in 0..2000 {
        let (session, number) = (45 + number % 50, number / 5 + 1);
        text.push_str(&format!(
            "Recalling its resolution {session}/{number} of 3 December 2005, section II of its resolution \
             {session}/{number} and the Palermo Convention, which it welcomes,\n\n"
        ));
    }
    text.push_str("Decides to rest.\n");
    let reading = ParsedText::of(text).unwrap();
    let library = WorkspaceIndex::new();
    let places = |words: &str| -> Vec<usize> { reading.text.match_indices(words).map(|(at, _)| at + 1).collect() };
    let cited: Vec<usize> = reading.draft.citations.iter().map(|citation| citation.range.start).collect();
    let kinds = [("a citation", cited), ("a name", places("Palermo")), ("a section", places("section II"))];
    type Ask<'a> = (&'a str, fn(AssistContext<'_>) -> bool);
    let asks: [Ask<'_>; 2] = [
        ("hover", |params| assist::hover(params).is_some()),
        ("definition", |params| assist::definition(params).is_some()),
    ];
    for ((name, places), (what, ask)) in kinds.iter().flat_map(|kind| asks.iter().map(move |ask| (kind, ask))) {
        let mut least = vec![Duration::MAX; places.len()];
        for _ in 0..ROUNDS {
            // Nothing is remembered from the round before.
            let authority = AuthorityCache::of(Store::open(&desk.path("l.sqlite")).unwrap());
            for (place, least) in places.iter().zip(&mut least) {
                let params = AssistContext {
                    reading: &reading,
                    offset: *place,
                    library: &library,
                    authority: &authority,
                    others: &(),
                    interface: None,
                };
                let start = Instant::now();
                assert!(ask(params), "{what} of {name} at {place}");
                *least = start.elapsed().min(*least);
            }
        }
        least.sort();
        let at = |percent: usize| least[(least.len() - 1) * percent / 100];
        println!(
            "{what} of {name}, {} places, the least of {ROUNDS} rounds: p50 {:?}, p99 {:?}, most {:?}",
            least.len(),
            at(50),
            at(99),
            at(100)
        );
    }
}
