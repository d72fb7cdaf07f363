//! The built-in instruments in real texts: how many of their names occur, whether a note that cites one has its name
//! before the mark, and whether the texts date and title them as the tables do.
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the test says
//! that it was skipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::shared_corpus::corpus;
use rapporteur::draft::{Citation, Date, Draft, NormalizedText};
use rapporteur::language::{ALL, Language};
use rapporteur::library::known::{self, WellKnownInstrument};
use rayon::prelude::*;

/// How far before a footnote's mark a name may end, in bytes: a quotation mark, a short name in brackets.
const NEAR: usize = 60;

/// What was seen in the texts of a language.
#[derive(Debug, Default)]
struct Seen {
    texts: usize,
    /// Mentions by id.
    named: BTreeMap<&'static str, usize>,
    /// Marks whose note cites a known instrument and nothing else, and those of them with its name before them.
    marked: usize,
    marked_named: usize,
    /// How often an instrument's symbol is cited with which date.
    dates: BTreeMap<&'static str, BTreeMap<Date, usize>>,
    /// Citations with a quoted title, and what disagrees.
    titled: usize,
    wrong_titles: Vec<String>,
    provisions: usize,
}

impl Seen {
    fn plus(mut self, other: Seen) -> Seen {
        self.texts += other.texts;
        for (id, count) in other.named {
            *self.named.entry(id).or_default() += count;
        }
        self.marked += other.marked;
        self.marked_named += other.marked_named;
        for (id, dates) in other.dates {
            let sum = self.dates.entry(id).or_default();
            dates.into_iter().for_each(|(date, count)| *sum.entry(date).or_default() += count);
        }
        self.titled += other.titled;
        self.wrong_titles.extend(other.wrong_titles);
        self.provisions += other.provisions;
        self
    }
}

fn read(path: &Path, language: &'static Language) -> Seen {
    let text = fs::read_to_string(path).unwrap_or_default();
    let draft = Draft::read(&text);
    let name = path.file_stem().unwrap_or_default().display();
    let mut seen = Seen { texts: 1, ..Seen::default() };
    let named = known::named_in(&text);
    for one in &named {
        *seen.named.entry(one.known.id).or_default() += 1;
    }
    seen.provisions = known::provisions_in(&NormalizedText::of(&text, 0).text, language).len();
    for note in &draft.notes {
        let inside = |citation: &&Citation| note.range.contains(&citation.range.start);
        let [cited] = draft.citations.iter().filter(inside).collect::<Vec<_>>()[..] else { continue };
        let instruments = named_only(known::all_by_symbol(&cited.symbol));
        let Some(marker) = draft.markers.iter().find(|marker| marker.label == note.label) else { continue };
        if instruments.is_empty() || note.text.chars().count() > 50 {
            continue;
        }
        seen.marked += 1;
        let before = |range: &std::ops::Range<usize>| {
            range.start < marker.range.start && marker.range.start.saturating_sub(range.end) <= NEAR
        };
        seen.marked_named +=
            usize::from(named.iter().any(|one| before(&one.range) && instruments.contains(&one.known)));
    }
    for citation in draft.citations.iter().filter(|citation| !citation.in_masthead) {
        let instruments = known::all_by_symbol(&citation.symbol);
        let Some(first) = instruments.first() else { continue };
        if let Some((date, _)) = citation.date {
            *seen.dates.entry(first.id).or_default().entry(date).or_default() += 1;
        }
        let instruments = named_only(instruments);
        if let Some((title, _)) = citation.title.as_ref().filter(|_| !instruments.is_empty()) {
            seen.titled += 1;
            if !known::named_in(title).iter().any(|one| instruments.contains(&one.known)) {
                seen.wrong_titles.push(format!("{name}: {} “{title}”", citation.symbol));
            }
        }
    }
    seen
}

fn named_only(instruments: &[&'static WellKnownInstrument]) -> Vec<&'static WellKnownInstrument> {
    instruments.iter().copied().filter(|known| !known.by_number).collect()
}

/// A language's texts, all together.
fn texts(corpus: &Path, language: &'static Language) -> Seen {
    let folder = corpus.join("adopted").join(language.code);
    let texts: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let texts: Vec<_> = texts.into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    texts.par_iter().map(|path| read(path, language)).reduce(Seen::default, Seen::plus)
}

#[test]
fn names_occur_and_facts_agree() {
    let Some(corpus) = corpus() else { return };
    let mut all = Seen::default();
    for language in ALL {
        let seen = texts(&corpus, language);
        let known = known::all().filter(|known| !known.by_number && !known.names_in(language).is_empty()).count();
        println!(
            "{}: {} texts, {} mentions of {} instruments of {known} that have a name; {} Articles and Chapters; \
             {} of {} marks stand after the name of what their note cites; {} quoted titles, {} otherwise",
            language.code,
            seen.texts,
            seen.named.values().sum::<usize>(),
            seen.named.len(),
            seen.provisions,
            seen.marked_named,
            seen.marked,
            seen.titled,
            seen.wrong_titles.len(),
        );
        seen.wrong_titles.iter().for_each(|line| println!("  {line}"));
        assert!(seen.wrong_titles.len() * 20 <= seen.titled, "{}: {:?}", language.code, seen.wrong_titles);
        assert!(seen.marked_named * 100 >= seen.marked * 70, "{}: {}", language.code, seen.marked_named);
        all = all.plus(seen);
    }
    let (mut cited, mut right, mut wrong) = (0, 0, Vec::new());
    for (id, dates) in &all.dates {
        let (Some(known), total) = (known::by_id(id), dates.values().sum::<usize>()) else { continue };
        let agree = dates.get(&known.symbol_date()).copied().unwrap_or_default();
        cited += total;
        right += agree;
        // A date in a list may be read with its neighbour; what is said most often is the fact.
        if dates.values().any(|other| *other > agree) {
            wrong.push(format!("{id}: {dates:?}"));
        }
    }
    println!("{} instruments are cited with a date {cited} times, {right} with that of the table", all.dates.len());
    assert!(wrong.is_empty() && right * 100 >= cited * 98, "{right} of {cited}, {wrong:?}");
}
