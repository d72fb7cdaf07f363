//! The rules about cited instruments on real texts, with a library of all tables and without one: how often they speak
//! where nothing was changed, and how many of the slips they find that are planted.
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the test says
//! that it was skipped.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::shared_corpus::{corpus, tables};
use rapporteur::draft::citation::sitting;
use rapporteur::draft::{Citation, CitationKind, Draft};
use rapporteur::language::ALL;
use rapporteur::library::AuthorityCache;
use rapporteur::library::store::Store;
use rapporteur::messages::Locale;
use rapporteur::rules::{self, Finding, Rule};
use rapporteur::symbol::{Organ, Session};
use rayon::prelude::*;

/// How many slips of a kind are planted in a text, each by itself.
const PLANTED: usize = 2;

/// By how much years are changed, in turn.
const YEARS: [i32; 6] = [-1, 1, -2, 2, 10, -10];

/// Slips by language and kind: how many were planted, and those that weren't found.
type Planted = BTreeMap<(String, &'static str), (usize, Vec<String>)>;

/// A slip: a place of the text, what is written there, and which rules may speak of it.
struct Slip {
    kind: &'static str,
    place: Range<usize>,
    text: String,
    rules: &'static [&'static str],
}

fn texts(corpus: &Path) -> Vec<(String, PathBuf)> {
    let of = |code: &'static str| {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(corpus.join("adopted").join(code)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
        paths.sort();
        paths.into_iter().map(move |path| (code.to_owned(), path))
    };
    ALL.iter().flat_map(|language| of(language.code)).collect()
}

fn found(knowledge: &AuthorityCache, text: &str) -> Vec<Finding> {
    let about_cited = |rule: &Rule| rule.code.starts_with("citation-") && rule.is_on_by_default();
    rules::check_knowing(knowledge, text, &Draft::read(text), &about_cited)
}

#[test]
fn adopted_texts_are_let_be_and_slips_are_found() {
    let Some(corpus) = corpus() else { return };
    let desk = Desk::new("cited-corpus");
    let files = tables(&corpus);
    let names = ["library", "--library", "l.sqlite", "import"].into_iter().chain(files.iter().map(String::as_str));
    desk.run(&names.collect::<Vec<_>>());
    let library = AuthorityCache::of(Store::open(&desk.path("l.sqlite")).unwrap());
    let texts = texts(&corpus);
    assert!(texts.len() > 2_000, "{}", texts.len());
    for (name, knowledge) in [("with a library", &library), ("without a library", AuthorityCache::built_in())] {
        let findings: Vec<String> = texts
            .par_iter()
            .flat_map_iter(|(code, path)| {
                let text = fs::read_to_string(path).unwrap();
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                found(knowledge, &text).into_iter().map(move |finding| {
                    format!(
                        "{code}/{name}:{} {} {}",
                        finding.range.start,
                        finding.code,
                        finding.message.text(&Locale::ENGLISH)
                    )
                })
            })
            .collect();
        println!("{name}: {} findings in {} texts", findings.len(), texts.len());
        findings.iter().for_each(|finding| println!("  {finding}"));
        // Adopted texts have slips of their own.
        assert!(findings.len() * 20 < texts.len(), "{name}: {}", findings.len());
        let planted = plant_all(knowledge, &texts, &library);
        let mut sums: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for ((code, kind), (count, missed)) in &planted {
            let sum = sums.entry(kind).or_default();
            *sum = (sum.0 + count, sum.1 + missed.len());
            println!("{name}, {code}, {kind}: {} of {count} found", count - missed.len());
            missed.iter().take(12).for_each(|missed| println!("    missed: {missed}"));
        }
        for (kind, (count, missed)) in sums {
            let share = (count - missed) as f64 / count as f64;
            println!("{name}, {kind}: {} of {count}, {share:.4}", count - missed);
            assert!(share >= 0.98 || kind.starts_with('('), "{name}, {kind}: {share:.4}");
        }
    }
}

fn plant_all(knowledge: &AuthorityCache, texts: &[(String, PathBuf)], library: &AuthorityCache) -> Planted {
    let planted = texts.par_iter().map(|(code, path)| {
        let text = fs::read_to_string(path).unwrap();
        let mut planted = Planted::new();
        for slip in slips(&text, knowledge, library) {
            let mut changed = text.clone();
            changed.replace_range(slip.place.clone(), &slip.text);
            let touched = |finding: &Finding| {
                let end = slip.place.start + slip.text.len();
                // A wrong year may be told of at the number beside it, and the other way round.
                slip.rules.contains(&finding.code)
                    && finding.range.start <= end + 80
                    && slip.place.start <= finding.range.end + 80
            };
            let entry = planted.entry((code.clone(), slip.kind)).or_default();
            entry.0 += 1;
            if !found(knowledge, &changed).iter().any(touched) {
                let was = text.get(slip.place.clone()).unwrap_or_default();
                let before: String = text[..slip.place.start].chars().rev().take(40).collect();
                let before: String = before.chars().rev().collect();
                entry.1.push(format!(
                    "{}: {before}{was} as {}",
                    path.file_stem().unwrap().to_string_lossy(),
                    slip.text
                ));
            }
        }
        planted
    });
    planted.reduce(Planted::new, |mut all, some| {
        for (key, (count, missed)) in some {
            let entry = all.entry(key).or_default();
            entry.0 += count;
            entry.1.extend(missed);
        }
        all
    })
}

/// The slips that are planted in a text.
fn slips(text: &str, knowledge: &AuthorityCache, library: &AuthorityCache) -> Vec<Slip> {
    let draft = Draft::read(text);
    let clean = found(knowledge, text);
    let untold = |citation: &&Citation| {
        let end = citation.date.as_ref().map_or(citation.range.end, |(_, place)| place.end.max(citation.range.end));
        !clean.iter().any(|finding| finding.range.start < end && citation.range.start < finding.range.end)
            && !citation.in_masthead
            && citation.kind != CitationKind::Document
    };
    let citations: Vec<&Citation> = draft.citations.iter().filter(untold).collect();
    let shared = |citation: &Citation| {
        let place = citation.date.as_ref().map(|(_, place)| place);
        draft.citations.iter().filter(|other| other.date.as_ref().map(|(_, place)| place) == place).count() > 1
    };
    let mut slips = Vec::new();
    let step = |count: usize| (count / PLANTED).max(1);

    let dated: Vec<&Citation> =
        citations.iter().copied().filter(|citation| citation.date.is_some() && !shared(citation)).collect();
    for (i, citation) in dated.iter().step_by(step(dated.len())).take(PLANTED).enumerate() {
        let (date, place) = citation.date.clone().unwrap();
        let year = i32::from(date.year) + YEARS[(i + text.len()) % YEARS.len()];
        let Some(at) = text[place.clone()].find(&date.year.to_string()) else { continue };
        slips.push(Slip {
            // Without a record, only a year outside the session can be told.
            kind: if sitting(&citation.symbol).is_some() || !library.facts(&citation.symbol).adopted.is_empty() {
                "year of a date"
            } else {
                "(year of a date, of a body whose sessions nobody knows)"
            },
            place: place.start + at..place.start + at + 4,
            text: year.to_string(),
            rules: &["citation-date", "citation-year", "citation-future"],
        });
    }

    let session = |citation: &Citation| match (citation.symbol.organ(), citation.symbol.session()) {
        (Some(Organ::GeneralAssembly), Some(Session::Regular(session))) if session > 30 => Some(session),
        _ => None,
    };
    let assembly = || citations.iter().copied().filter(|citation| session(citation).is_some());
    let number = |citation: &Citation| {
        let written = text.get(citation.range.clone())?;
        let slash = written.find('/')?;
        let digits = written[slash + 1..].bytes().take_while(u8::is_ascii_digit).count();
        Some((citation.range.start + slash + 1, digits, written[..slash].to_owned()))
    };

    let covered = |citation: &&Citation| {
        // Of these sessions the tables have every resolution.
        matches!(session(citation), Some(75..=77)) && citation.kind == CitationKind::Resolution
    };
    let known: Vec<&Citation> = assembly().filter(covered).collect();
    // Numbers and titles are known by a library alone.
    if !std::ptr::eq(knowledge, AuthorityCache::built_in()) {
        for citation in known.iter().step_by(step(known.len())).take(PLANTED) {
            let Some((at, digits, _)) = number(citation) else { continue };
            if digits != 3 {
                continue;
            }
            slips.push(Slip {
                kind: "digit of a number",
                place: at..at + 1,
                text: "9".to_owned(),
                rules: &["citation-unknown"],
            });
        }
        let titled = citations.iter().filter(|citation| {
            let title = citation.title.as_ref();
            let language = draft.language_at(citation.range.start);
            title.is_some_and(|(title, _)| library.titles(&citation.symbol, language).contains(title))
        });
        for citation in titled.take(PLANTED) {
            let (_, place) = citation.title.clone().unwrap();
            let written = &text[place.clone()];
            // The second word; where there are no words, two characters in the middle.
            let words: Vec<&str> = written.split(' ').collect();
            let (at, length) = match words.as_slice() {
                [first, second, _, ..] => (first.len() + 1, second.len()),
                _ => {
                    let mut middle = written.char_indices().skip(written.chars().count() / 2);
                    let (Some((at, _)), Some((end, _))) = (middle.next(), middle.nth(1)) else { continue };
                    (at, end - at)
                }
            };
            slips.push(Slip {
                kind: "word of a title",
                place: place.start + at..place.start + at + length,
                text: if words.len() > 2 { words[2].chars().rev().collect() } else { "灯塔".to_owned() },
                rules: &["citation-title"],
            });
        }
    }

    let own = draft.symbol.as_ref().and_then(|symbol| match symbol.session() {
        Some(Session::Regular(session)) => Some(session),
        _ => None,
    });
    let in_text: Vec<&Citation> = assembly().filter(|citation| !citation.in_note).collect();
    if let Some(own) = own {
        for (i, citation) in in_text.iter().step_by(step(in_text.len())).take(PLANTED).enumerate() {
            let Some((at, _, before)) = number(citation) else { continue };
            if !before.ends_with(&session(citation).unwrap().to_string()) {
                continue;
            }
            let later = usize::from(own) + 1 + i;
            let digits = session(citation).unwrap().to_string().len();
            slips.push(Slip {
                kind: "later session",
                place: at - 1 - digits..at - 1,
                text: later.to_string(),
                rules: &["citation-future", "citation-date"],
            });
        }
    }
    slips
}
