//! Figures and dates of the adopted texts, compared by value between their six versions.
//!
//! Paragraphs are compared place by place where the versions have the same sequence of them. A version is told to be the odd
//! one where it lacks a value that all others have, or nearly all have more often, and certainly has one that no other has.

use std::ops::Range;
use std::path::Path;

use rapporteur::draft::figures::{Figure, FigureValue, figures};
use rapporteur::draft::{Draft, NormalizedText};
use rapporteur::language::{ALL, Language};

use super::shared_corpus::{adopted, corpus};

/// One version of a text.
struct Version {
    language: &'static Language,
    text: String,
    draft: Draft,
}

/// What stands at one place of a version.
#[derive(Clone)]
struct Said {
    language: &'static Language,
    flow: String,
    taken: Vec<Range<usize>>,
    figures: Vec<Figure>,
}

impl Said {
    fn new(language: &'static Language, flow: String, taken: Vec<Range<usize>>) -> Said {
        let figures = figures(&flow, language, &taken);
        Said { language, flow, taken, figures }
    }
}

/// A version that stands alone.
struct Odd {
    version: usize,
    missing: FigureValue,
    extra: Figure,
}

fn versions(corpus: &Path, name: &str) -> Vec<Version> {
    let read = |language: &'static Language| {
        let path = corpus.join("adopted").join(language.code).join(name);
        let text = std::fs::read_to_string(path).ok()?;
        let draft = Draft::read(&text);
        Some(Version { language, text, draft })
    };
    let all: Vec<Version> = ALL.into_iter().filter_map(read).collect();
    let shape = |version: &Version| -> Vec<_> {
        version.draft.paragraphs.iter().map(|paragraph| (paragraph.kind, paragraph.level)).collect()
    };
    let shapes: Vec<_> = all.iter().map(shape).collect();
    let most = shapes.iter().max_by_key(|shape| shapes.iter().filter(|other| other == shape).count()).cloned();
    let fits = |version: &Version| Some(shape(version)) == most;
    all.into_iter().filter(fits).collect()
}

/// What of a flow comes from these bytes of the draft.
fn in_flow(flow: &NormalizedText, draft: &Range<usize>) -> Range<usize> {
    let length = flow.text.len();
    let place = |byte: usize| {
        let (mut low, mut high) = (0, length);
        while low < high {
            let middle = (low + high) / 2;
            if flow.source(middle..middle + 1).start < byte { low = middle + 1 } else { high = middle }
        }
        low
    };
    place(draft.start)..place(draft.end)
}

fn said(version: &Version, flow: NormalizedText, within: &Range<usize>) -> Said {
    let draft = &version.draft;
    let citations = draft.citations.iter().map(|citation| &citation.range);
    let markers = draft.markers.iter().map(|marker| &marker.range);
    let references = draft.references.iter().map(|reference| &reference.range);
    let malformed = draft.malformed.iter().map(|malformed| &malformed.range);
    let all = citations.chain(markers).chain(references).chain(malformed);
    let mut taken: Vec<Range<usize>> = all
        .filter(|range| within.start <= range.start && range.end <= within.end)
        .map(|range| in_flow(&flow, range))
        .collect();
    taken.sort_by_key(|range| range.start);
    Said::new(version.language, flow.text, taken)
}

/// The places that all versions have, each with what every version says there.
fn places(versions: &[Version]) -> Vec<(String, Vec<Said>)> {
    let Some(first) = versions.first() else { return Vec::new() };
    let mut places = Vec::new();
    for at in 0..first.draft.paragraphs.len() {
        let all = versions.iter().map(|version| {
            said(version, version.draft.running(&version.text, at), &version.draft.paragraphs[at].range)
        });
        let paragraph = &first.draft.paragraphs[at];
        let label = paragraph.label.as_ref().map_or("", |label| &label.text);
        places.push((format!("{:?} {at} {label}", paragraph.kind), all.collect()));
    }
    for note in &first.draft.notes {
        let mut all = Vec::new();
        for version in versions {
            if let Some(note) = version.draft.notes.iter().find(|other| other.label == note.label) {
                all.push(said(version, note.running(&version.text), &note.range));
            }
        }
        places.push((format!("note {}", note.label), all));
    }
    places
}

fn has(said: &Said, value: &FigureValue) -> bool {
    said.figures.iter().any(|figure| figure.value.agrees_with(value))
}

/// How often a version has a value for certain.
fn certain(said: &Said, value: &FigureValue) -> usize {
    said.figures.iter().filter(|figure| figure.is_certain() && figure.value.agrees_with(value)).count()
}

/// The versions that stand alone at a place.
fn odd(all: &[Said]) -> Vec<Odd> {
    if all.len() < 3 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (version, said) in all.iter().enumerate() {
        let others: Vec<&Said> =
            all.iter().enumerate().filter(|(at, _)| *at != version).map(|(_, other)| other).collect();
        let Some(one) = others.first() else { continue };
        let missing = one.figures.iter().map(|figure| figure.value).find(|value| {
            let count = |said: &Said| said.figures.iter().filter(|figure| figure.value.agrees_with(value)).count();
            let here = count(said);
            // It is nowhere here, or all others have it more often.
            if here > 0 {
                let more = |other: &&&Said| certain(other, value) > 0 && count(other) > here;
                return others.iter().filter(more).count() + 1 >= others.len().max(4);
            }
            others.iter().all(|other| has(other, value))
        });
        let Some(missing) = missing else { continue };
        let extra = said
            .figures
            .iter()
            .find(|figure| figure.is_certain() && !others.iter().any(|other| has(other, &figure.value)));
        if let Some(extra) = extra {
            found.push(Odd { version, missing, extra: extra.clone() });
        }
    }
    found
}

fn snippet(said: &Said, value: &FigureValue) -> String {
    let place = said.figures.iter().find(|figure| figure.value.agrees_with(value)).map(|figure| figure.range.clone());
    around(&said.flow, place.unwrap_or(0..0))
}

fn around(text: &str, range: Range<usize>) -> String {
    let floor = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (floor(range.start.saturating_sub(60)), floor((range.end + 60).min(text.len())));
    text[start..end].to_owned()
}

fn value(value: &FigureValue) -> String {
    match value {
        FigureValue::Number { readings } => readings.iter().map(|one| one.to_string()).collect::<Vec<_>>().join("|"),
        FigureValue::PerCent { readings } => format!("{} %", readings.first()),
        FigureValue::Date(date) => format!("{}-{:02}-{:02}", date.year, date.month, date.day),
        other => format!("{other:?}"),
    }
}

fn told(name: &str, place: &str, all: &[Said], odd: &Odd) -> String {
    let mut lines = format!(
        "{name} [{place}] {}: lacks {}, has {}\n",
        all[odd.version].language.code,
        value(&odd.missing),
        value(&odd.extra.value)
    );
    for (at, said) in all.iter().enumerate() {
        let shown =
            if at == odd.version { around(&said.flow, odd.extra.range.clone()) } else { snippet(said, &odd.missing) };
        lines += &format!("    {} {shown}\n", said.language.code);
    }
    lines
}

/// Numbers that seem to be chosen by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Slip {
    Digit,
    Exchanged,
    Ten,
    Year,
    Day,
}

/// A figure with a slip: the text that it makes of a flow.
fn slipped(said: &Said, figure: &Figure, slip: Slip, chance: &mut Chance) -> Option<String> {
    let written = &said.flow[figure.range.clone()];
    let digits: Vec<usize> =
        written.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| figure.range.start + at).collect();
    if digits.is_empty() {
        return None;
    }
    let is_date = figure.value.is_date();
    let mut bytes = said.flow.clone().into_bytes();
    let other =
        |digit: u8, chance: &mut Chance| b'0' + (digit - b'0' + 1 + u8::try_from(chance.below(9)).unwrap()) % 10;
    match slip {
        Slip::Digit if !is_date => {
            let at = digits[chance.below(digits.len())];
            bytes[at] = other(bytes[at], chance);
            if bytes[digits[0]] == b'0' {
                return None;
            }
        }
        Slip::Exchanged if !is_date => {
            let pairs: Vec<_> = digits.windows(2).filter(|pair| bytes[pair[0]] != bytes[pair[1]]).collect();
            let pair = *pairs.get(chance.below(pairs.len()))?;
            bytes.swap(pair[0], pair[1]);
            if bytes[digits[0]] == b'0' {
                return None;
            }
        }
        Slip::Ten if matches!(figure.value, FigureValue::Number { .. } | FigureValue::PerCent { .. }) => {
            let last = digits.last()? + 1;
            let number = &said.flow[digits[0]..last];
            let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
            let parts: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).collect();
            let ten_times = match marks.as_slice() {
                [] => format!("{number}0"),
                // Decimals.
                [_] if parts[1].len() < 3 => parts.concat().trim_start_matches('0').to_owned(),
                [mark, ..] if marks.iter().all(|other| other == mark) => {
                    let reversed = said.language.code == "ar" && *mark == ' ';
                    let mut whole: Vec<&str> = parts.clone();
                    if reversed {
                        whole.reverse();
                    }
                    let whole = format!("{}0", whole.concat());
                    let mut groups: Vec<String> = Vec::new();
                    let mut end = whole.len();
                    while end > 0 {
                        groups.push(whole[end.saturating_sub(3)..end].to_owned());
                        end = end.saturating_sub(3);
                    }
                    if !reversed {
                        groups.reverse();
                    }
                    groups.join(&mark.to_string())
                }
                _ => return None,
            };
            bytes.splice(digits[0]..last, ten_times.into_bytes());
        }
        Slip::Year => {
            let year = match figure.value {
                FigureValue::Date(date) => date.year,
                FigureValue::Year(year) => year,
                _ => return None,
            };
            let at = written.find(&year.to_string())? + figure.range.start + 2 + chance.below(2);
            bytes[at] = other(bytes[at], chance);
        }
        Slip::Day => {
            let FigureValue::Date(date) = figure.value else { return None };
            let day = date.day.to_string();
            let year_first = written.starts_with(&date.year.to_string());
            let at =
                if year_first { written.find("月")? + "月".len() } else { written.find(&day)? } + figure.range.start;
            let mut new = date.day;
            while new == date.day {
                new = u8::try_from(1 + chance.below(28)).unwrap();
            }
            bytes.splice(at..at + day.len(), new.to_string().into_bytes());
        }
        _ => return None,
    }
    String::from_utf8(bytes).ok()
}

#[test]
fn versions_that_stand_alone() {
    let Some(corpus) = corpus() else { return };
    let paths = adopted(&corpus, "en");
    let names: Vec<String> =
        paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let (mut compared, mut found) = (0, Vec::new());
    let mut planted = std::collections::BTreeMap::new();
    let mut chance = Chance(18);
    for name in &names {
        let versions = versions(&corpus, name);
        let places = places(&versions);
        // Notes follow each other as the markers do, which follow the order of words: what two of them have exchanged.
        let exchanged = |at: usize, odd: &Odd| {
            let (place, all) = &places[at];
            let code = all[odd.version].language.code;
            let near = &places[at.saturating_sub(4)..(at + 5).min(places.len())];
            let near = || near.iter().filter(|(other, _)| place.starts_with("note") && other.starts_with("note"));
            let mut said = near().flat_map(|(_, all)| all);
            said.any(|said| said.language.code == code && has(said, &odd.missing))
                && near().flat_map(|(_, all)| all).any(|said| said.language.code != code && has(said, &odd.extra.value))
        };
        for (at, (place, all)) in places.iter().enumerate() {
            compared += 1;
            for odd in odd(all).into_iter().filter(|odd| !exchanged(at, odd)) {
                found.push(told(name, place, all, &odd));
            }
        }
        for slip in [Slip::Digit, Slip::Exchanged, Slip::Ten, Slip::Year, Slip::Day] {
            for _ in 0..2 {
                let tries = (0..60).find_map(|_| {
                    let (_, all) = &places[chance.below(places.len())];
                    if all.len() < 3 {
                        return None;
                    }
                    let version = chance.below(all.len());
                    let said = &all[version];
                    let digits: Vec<_> = said.figures.iter().filter(|figure| !figure.in_words).collect();
                    let figure = *digits.get(chance.below(digits.len()))?;
                    let flow = slipped(said, figure, slip, &mut chance)?;
                    let mut with = all.clone();
                    let by = isize::try_from(flow.len()).unwrap() - isize::try_from(said.flow.len()).unwrap();
                    let taken = said.taken.iter().map(|taken| {
                        let moved = |at: usize| if at > figure.range.start { at.wrapping_add_signed(by) } else { at };
                        moved(taken.start)..moved(taken.end)
                    });
                    with[version] = Said::new(said.language, flow, taken.collect());
                    Some((with, version))
                });
                let Some((with, version)) = tries else { continue };
                let is_found = odd(&with).iter().any(|odd| odd.version == version);
                let count = planted.entry(slip).or_insert((0_u32, 0_u32));
                count.1 += 1;
                count.0 += u32::from(is_found);
            }
        }
    }
    println!("{}", found.join("\n"));
    println!("{} sets, {compared} places, {} versions that stand alone", names.len(), found.len());
    let rate = |slips: &[Slip]| {
        let counts = slips.iter().filter_map(|slip| planted.get(slip));
        let (found, all) = counts.fold((0, 0), |(found, all), (more, of)| (found + more, all + of));
        println!("{slips:?}: {found} of {all}");
        f64::from(found) / f64::from(all.max(1))
    };
    assert!(rate(&[Slip::Digit, Slip::Exchanged, Slip::Ten]) > 0.95);
    assert!(rate(&[Slip::Year, Slip::Day]) > 0.96);
    // All but a few are slips of the texts themselves.
    assert!(found.len() <= names.len() / 4, "{} versions stand alone", found.len());
}
