//! What last year's text still says when it is taken for this year's draft, beside tables that were made by reading before any of
//! the rules was run: `docs/changes/updates`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::shared_corpus::corpus;
use rapporteur::compare::{ItemKind, outline};
use rapporteur::draft::Draft;
use rapporteur::language::{ALL, Language};
use rapporteur::rules;
use rapporteur::symbol::Session;

/// The text as the first draft of the next session: its masthead says so, and nothing else is changed.
fn as_next_draft(text: &str, session: u16, number: &str, language: &Language) -> String {
    let name = |session: u16| (language.telling.session)(Session::Regular(session));
    let (mut lines, mut is_masthead): (Vec<String>, bool) = (Vec::new(), true);
    for line in text.lines() {
        if !is_masthead {
            lines.push(line.to_owned());
            continue;
        }
        let symbol = format!("A/RES/{session}/{number}");
        match line {
            _ if line.contains(&symbol) => lines.push(line.replace(&symbol, &format!("A/C.3/{}/L.1", session + 1))),
            _ if line.trim().to_lowercase() == name(session).to_lowercase() => lines.push(name(session + 1)),
            // The title; what is above it says when the text was adopted.
            _ if line.starts_with(&format!("{session}/{number}")) => {
                is_masthead = false;
                let rest = line.trim_start_matches(|c: char| !c.is_alphabetic() || c.is_ascii_digit());
                lines.push(rest.trim_start().to_owned());
            }
            _ if line.is_empty() => lines.push(String::new()),
            _ => {}
        }
    }
    lines.join("\n") + "\n"
}

/// What a table says of a paragraph: how often each kind is owed there, without what one could do without.
type Owed = BTreeMap<String, Vec<(String, bool)>>;

fn table(name: &str) -> Option<Owed> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/changes/updates").join(name);
    let text = fs::read_to_string(file).ok()?;
    let mut owed = Owed::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let is_doubtful = cells.get(5).is_some_and(|doubt| doubt.starts_with('?'));
        owed.entry(cells[0].to_owned()).or_default().push((cells[1].to_owned(), is_doubtful));
    }
    Some(owed)
}

#[test]
fn what_last_years_text_owes_is_found() {
    let Some(corpus) = corpus() else { return };
    let (mut owed, mut found, mut doubtful, mut found_doubtful, mut others) = (0, 0, 0, 0, 0);
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for language in ALL {
        for (session, number) in [(74, "177"), (75, "196"), (76, "187"), (77, "237"), (78, "229")] {
            let name = format!("A_RES_{session}_{number}.{}.txt", language.code);
            let text = fs::read_to_string(corpus.join("seed_family").join(&name)).unwrap();
            let text = as_next_draft(&text, session, number, language);
            let draft = Draft::read(&text);
            assert_eq!(
                draft.symbol.as_ref().map(ToString::to_string),
                Some(format!("A/C.3/{}/L.1", session + 1)),
                "{name}"
            );
            let is_asked = |rule: &rules::Rule| {
                ["session-past", "predecessor-missing", "report-past", "event-past", "time-words"].contains(&rule.code)
            };
            let mut findings = rules::check(&text, &draft, &is_asked);
            let table = table(&format!("{session}-{number}.{}.tsv", language.code)).unwrap();
            let items = outline(&text, &draft, &(0..text.len()));
            let place = |label: &str| {
                if let Some(number) = label.strip_prefix('n') {
                    return draft.notes.iter().find(|note| note.label == number).map(|note| note.range.clone());
                }
                let kind = if label.starts_with("pp") { ItemKind::Preambular } else { ItemKind::Operative };
                let path = label.trim_start_matches(|c: char| c.is_ascii_lowercase());
                items.iter().find(|item| item.kind == kind && item.path == path).map(|item| item.range.clone())
            };
            for (label, rows) in &table {
                let range = place(label).unwrap_or_else(|| panic!("{name} has no {label}"));
                let mut here = findings.iter().filter(|finding| range.contains(&finding.range.start)).count();
                for (kind, is_doubtful) in rows {
                    let is_found = here > 0;
                    here = here.saturating_sub(1);
                    if *is_doubtful {
                        doubtful += 1;
                        found_doubtful += usize::from(is_found);
                        continue;
                    }
                    owed += 1;
                    found += usize::from(is_found);
                    let of_kind = kinds.entry(kind.clone()).or_default();
                    of_kind.0 += 1;
                    of_kind.1 += usize::from(is_found);
                    if !is_found {
                        println!("{name} {label}: {kind} is not found");
                    }
                }
                findings.retain(|finding| !range.contains(&finding.range.start));
            }
            others += findings.len();
            for finding in findings {
                let said: String = text[finding.range.start..].chars().take(40).collect();
                println!("{name}: {} is not in the table: {said}", finding.code);
            }
        }
    }
    println!("{kinds:?}");
    println!(
        "{found} of {owed} found; of the doubtful {found_doubtful} of {doubtful}; {others} that are not in the tables"
    );
    assert!(found * 100 >= owed * 95, "{found} of {owed}");
}
