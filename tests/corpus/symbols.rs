//! Symbols in real texts: what the catalogues have, and what the United Nations' own links mark.
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the
//! tests say that they were skipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shared_corpus::corpus;
use rapporteur::draft::{Draft, NormalizedText};
use rapporteur::symbol::{FoundSymbol, Symbol, scan};
use serde_json::Value;

fn texts(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            texts(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "txt" || extension == "md") {
            out.push(path);
        }
    }
    out.sort();
}

/// What is found in a text, line by line, with ranges of the text.
fn found(text: &str) -> Vec<FoundSymbol> {
    let mut all = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let flow = NormalizedText::of(line, start);
        all.extend(scan(&flow.text).into_iter().map(|found| FoundSymbol { range: flow.source(found.range), ..found }));
        start += line.len();
    }
    all
}

/// The end of the longest message is cut: a measurement says what it is about, not everything.
fn show(title: &str, lines: &[String]) {
    println!("\n{title}: {}", lines.len());
    for line in lines.iter().take(200) {
        println!("  {line}");
    }
}

/// A text that is nothing but the symbol, and one with the symbol in a sentence of each language.
fn sentences(symbol: &str) -> [String; 7] {
    [
        symbol.to_owned(),
        format!("وإذ تحيط علما بالوثيقة {symbol}، المرفق الثاني،\n"),
        format!("Taking note of document {symbol}, annex II,\n"),
        format!("Prenant note du document {symbol}, annexe II,\n"),
        format!("принимая к сведению документ {symbol}, приложение II,\n"),
        format!("Tomando nota del documento {symbol}, anexo II,\n"),
        format!("注意到{symbol}号文件附件二，\n"),
    ]
}

#[test]
fn no_symbol_of_the_catalogues_is_malformed() {
    let Some(corpus) = corpus() else { return };
    let catalogue = fs::read_to_string(corpus.join("symbols/catalogue.txt")).expect("the catalogue can be read");
    let (mut malformed, mut unread, mut unfound, mut unequal) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let lines: Vec<&str> = catalogue.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for line in &lines {
        for text in sentences(line) {
            let draft = Draft::read(&text);
            malformed.extend(draft.malformed.iter().map(|found| format!("in a draft, {text}: {}", found.malformed)));
            let all = found(&text);
            malformed
                .extend(all.iter().filter_map(|found| found.symbol.as_ref().err().map(|m| format!("{text}: {m}"))));
            if all.is_empty() {
                unfound.push(text);
            }
        }
        match Symbol::parse(line) {
            Ok(symbol) if Symbol::parse(symbol.as_str()).as_ref() == Ok(&symbol) => {}
            Ok(symbol) => unequal.push(format!("{line}: {symbol}")),
            Err(malformed) => unread.push(format!("{line}: {malformed}")),
        }
    }
    println!("{} symbols", lines.len());
    show("called malformed", &malformed);
    show("not understood", &unread);
    show("not found in a text", &unfound);
    assert!(malformed.is_empty(), "called malformed: {malformed:?}");
    assert!(unread.is_empty() && unequal.is_empty(), "not understood: {unread:?}, printed otherwise: {unequal:?}");
}

#[test]
fn nothing_in_real_texts_is_malformed_but_slips() {
    let Some(corpus) = corpus() else { return };
    let mut documents = 0;
    let mut places = BTreeMap::new();
    for folder in ["adopted", "seed_family", "drafts", "security_council", "page_text"] {
        let mut paths = Vec::new();
        texts(&corpus.join(folder), &mut paths);
        for path in paths {
            let text = fs::read_to_string(&path).unwrap_or_default();
            documents += 1;
            for found in found(&text) {
                let Err(malformed) = &found.symbol else { continue };
                let name = path.strip_prefix(&corpus).unwrap_or(&path).display().to_string();
                let place = text.get(found.range.clone()).unwrap_or_default();
                places.entry(format!("{place}: {malformed}")).or_insert_with(Vec::new).push(name);
            }
        }
    }
    let lines: Vec<String> =
        places.iter().map(|(what, names)| format!("{} × {what} ({})", names.len(), names[0])).collect();
    println!("{documents} texts");
    show("malformed", &lines);
    let total: usize = places.values().map(Vec::len).sum();
    assert!(total * 100 < documents.max(1), "{total} in {documents} texts");
}

/// A symbol without what doesn't matter in a comparison with a link: spaces, case, letters of parts.
fn key(symbol: &str) -> String {
    let mut key: String = symbol
        .chars()
        .map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c })
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}'))
        .flat_map(char::to_uppercase)
        .collect();
    key = key.replace("(SUPP.)", "").replace("(SUPP)", "");
    key.trim_end_matches(['.', ',', ';', ':', '/', '。']).to_owned()
}

#[test]
fn every_linked_symbol_is_found() {
    let Some(corpus) = corpus() else { return };
    let (mut wanted, mut missed, mut wrong, mut all_found) = (0, Vec::new(), Vec::new(), 0);
    let mut unmarked = BTreeMap::new();
    for language in ["ar", "en", "es", "fr", "ru", "zh"] {
        let mut paths = Vec::new();
        texts(&corpus.join("adopted").join(language), &mut paths);
        for path in paths {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let gold = fs::read_to_string(path.with_extension("gold.json")).unwrap_or_default();
            let gold: Value = serde_json::from_str(&gold).unwrap_or_default();
            let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let found = found(&text);
            all_found += found.len();
            let mut marked = Vec::new();
            for cite in gold["ann"].as_array().into_iter().flatten().filter(|a| a["type"] == "cite") {
                let place = |end: &str| cite[end].as_u64().and_then(|i| bytes.get(i as usize)).copied();
                let (Some(start), Some(end)) = (place("start"), place("end")) else { continue };
                let anchor = text.get(start..end).unwrap_or_default();
                marked.push(start..end);
                let own = key(anchor);
                let head: String = own.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
                let is_symbol = head.starts_with(|c: char| c.is_ascii_uppercase())
                    && own.get(head.len()..).is_some_and(|rest| rest.starts_with('/'))
                    && !anchor.contains("www.")
                    && !head.contains("HTTP")
                    && cite["href"]
                        .as_str()
                        .is_some_and(|href| href.contains("undocs.org") || href.contains("docs.un.org"));
                if !is_symbol {
                    continue;
                }
                wanted += 1;
                let name = format!("{language}/{}: {anchor}", path.file_stem().unwrap_or_default().display());
                match found.iter().find(|found| found.range.start < end && start < found.range.end) {
                    None => missed.push(name),
                    Some(found) => {
                        let printed = found.meant().map(|symbol| key(symbol.as_str())).unwrap_or_default();
                        let halves = found.meant().map(Symbol::halves).unwrap_or_default();
                        let right = printed == own
                            || cite["href"]
                                .as_str()
                                .is_some_and(|href| href.to_uppercase().ends_with(&format!("/{printed}")))
                            || halves.iter().any(|half| key(half.as_str()) == own);
                        if !right {
                            wrong.push(format!("{name}: {printed}"));
                        } else if halves.len() < 2 && (found.range.start != start || found.range.end.abs_diff(end) > 4)
                        {
                            wrong.push(format!("{name}: at {}", text.get(found.range.clone()).unwrap_or_default()));
                        }
                    }
                }
            }
            for found in found.iter().filter(|f| !marked.iter().any(|m| m.start < f.range.end && f.range.start < m.end))
            {
                let place = text.get(found.range.clone()).unwrap_or_default();
                *unmarked.entry(place.to_owned()).or_insert(0) += 1;
            }
        }
    }
    let right = wanted - missed.len() - wrong.len();
    println!("{wanted} linked symbols, {right} found, {all_found} found in all");
    show("missed", &missed);
    show("found otherwise", &wrong);
    unmarked.retain(|place: &String, _: &mut usize| !(place.starts_with("A/77/") || place.starts_with("A/RES/77/")));
    let unmarked: Vec<String> = unmarked.iter().map(|(place, count)| format!("{count} × {place}")).collect();
    show("found without a link", &unmarked);
    assert!(right * 1000 >= wanted * 995, "{right} of {wanted}");
}
