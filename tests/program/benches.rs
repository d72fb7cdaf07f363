//! What the benchmarks are made of: the drafts that they type into, how they count and tell, and that they see what
//! they measure.

#[path = "../../benches/session/mod.rs"]
#[allow(dead_code)]
mod session;

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use crate::drafts::{self, HARBOURS, Name};
use crate::workspace::Workspace;
use rapporteur::draft::{Draft, Layout};
use rapporteur::language::{ALL, ENGLISH};
use rapporteur::rules;
use session::check::Checked;
use session::client::Client;
use session::keys::{Document, Typed};
use session::library;
use session::numbers::{Spread, short, thousands};
use session::places::{self, Place};
use session::report::{Keys, Report, Started};
use session::servers::Server;

#[test]
fn drafts_are_as_large_as_asked_for_and_free_of_findings() {
    for language in ALL {
        for size in [6_000, 60_000, 1_000_000] {
            let text = drafts::draft(language, HARBOURS, size);
            let of = format!("{size} bytes of {}:\n{text}", language.code);
            assert!((size..size + 2_000).contains(&text.len()), "{} for {of}", text.len());
            let draft = Draft::read(&text);
            assert_eq!((draft.language, draft.layout), (language, Layout::Clean), "{of}");
            let findings = rules::check(&text, &draft, &|rule| rule.is_on_by_default());
            assert!(findings.is_empty(), "{findings:?} in {of}");
            assert!(draft.paragraphs.len() > size / 600, "{} paragraphs in {of}", draft.paragraphs.len());
            assert!(draft.citations.len() > size / 1_500, "{} citations in {of}", draft.citations.len());
            assert!(!draft.notes.is_empty() && draft.notes.len() == draft.markers.len(), "{of}");
        }
    }
}

#[test]
fn paragraphs_differ_and_the_same_draft_is_the_same() {
    let text = drafts::draft(ENGLISH, HARBOURS, 200_000);
    assert!(text == drafts::draft(ENGLISH, HARBOURS, 200_000));
    let without_label = |line: &'static str| line.trim_start_matches(|c: char| !c.is_alphabetic());
    let text: &'static str = text.leak();
    let long: Vec<&str> = text.lines().filter(|line| line.len() > 250).map(without_label).collect();
    let different: HashSet<&str> = long.iter().copied().collect();
    assert!(different.len() * 100 > long.len() * 97, "{} of {}", different.len(), long.len());
}

#[test]
fn a_draft_says_which_resolution_it_is_and_cites_others() {
    let text = drafts::draft(ENGLISH, Name { session: 61, number: 12 }, 20_000);
    let draft = Draft::read(&text);
    assert_eq!(draft.symbol.map(|symbol| symbol.to_string()).as_deref(), Some("A/RES/61/12"));
    let cited = draft.citations.iter().map(|citation| citation.symbol.to_string());
    assert!(cited.filter(|symbol| symbol.starts_with("A/RES/")).count() > 10, "{text}");
}

#[test]
fn every_draft_has_places_to_type() {
    for language in ALL {
        let text = drafts::draft(language, HARBOURS, 60_000);
        let places = places::in_paragraphs(&text, 5);
        assert_eq!(places.len(), 5, "{}", language.code);
        assert!(places.iter().all(|place| text.is_char_boundary(place.byte)), "{}", language.code);
    }
}

#[test]
fn places_are_spread_over_the_paragraphs() {
    let paragraph =
        "Noting “with concern” that the lamps went out, that few are lit, and that ships pass by night,\n\n";
    let text = format!("93/7. Lamps\n\n{}____________\n\n1 {paragraph}", paragraph.repeat(20));
    let places = places::in_paragraphs(&text, 3);
    assert_eq!(places.len(), 3);
    for (i, place) in places.iter().enumerate() {
        assert!(place.line.abs_diff(2 + 10 * (i + 1)) <= 2, "{places:?}");
        assert_eq!(&text[place.byte - 1..place.byte], " ");
        assert_eq!(places::of(&text, &[place.byte]), [*place]);
        // Two quotation marks stand before it, of three bytes and one unit each.
        let start = text[..place.byte].rfind('\n').map_or(0, |newline| newline + 1);
        assert_eq!(place.character, place.byte - start - 4);
    }
    assert_eq!(places::in_paragraphs("Nothing\n", 3), []);
}

#[test]
fn bytes_become_places() {
    let text = "a\r\n𝄞b\n\nc";
    let place = |byte, line, character| Place { byte, line, character };
    assert_eq!(places::of(text, &[0, 7, 9, 10]), [place(0, 0, 0), place(7, 1, 2), place(9, 2, 0), place(10, 3, 0)]);
}

fn spread(ms: impl IntoIterator<Item = u64>) -> Option<Spread> {
    Spread::of(&ms.into_iter().map(Duration::from_millis).collect::<Vec<_>>())
}

#[test]
fn percentiles_are_measurements() {
    let hundred = spread((1..=100).rev()).unwrap();
    assert_eq!(hundred, Spread { count: 100, p50: 50.0, p99: 99.0, longest: 100.0 });
    let two_hundred = spread(1..=200).unwrap();
    assert_eq!((two_hundred.p50, two_hundred.p99), (100.0, 198.0));
    let one = spread([7]).unwrap();
    assert_eq!((one.p50, one.p99, one.longest), (7.0, 7.0, 7.0));
    let three = spread([3, 1, 2]).unwrap();
    assert_eq!((three.p50, three.p99), (2.0, 3.0));
    assert_eq!(spread([]), None);
}

#[test]
fn numbers_are_short() {
    let shown = [0.0001, 0.0034, 0.0099, 0.123, 0.994, 0.996, 4.26, 9.96, 12.4, 999.4, 1234.0, 69508.0].map(short);
    assert_eq!(shown, ["< 0.001", "0.003", "0.01", "0.12", "0.99", "1.0", "4.3", "10", "12", "999", "1,234", "69,508"]);
    assert_eq!(thousands(1_000_000), "1,000,000");
}

#[test]
fn the_tables_have_what_was_measured() {
    let typed = |p50: f64| {
        let keys = Some(Spread { count: 200, p50, p99: 2.0 * p50, longest: 9.0 });
        Typed { keys, opened: Some(3.0), peak_memory: Some(12.34), gave_up: None }
    };
    let mut report = Report { cores: 2, ..Report::default() };
    assert_eq!(report.markdown(), "");
    for size in [6_000, 10_000_000] {
        report.keys.push(Keys { size, server: "rapporteur", typed: typed(0.4), ours: None });
        report.keys.push(Keys { size, server: "an empty server", typed: typed(0.2), ours: Some(typed(0.5)) });
    }
    let silent = Typed { keys: None, opened: None, peak_memory: None, gave_up: Some("none in 30 s".to_owned()) };
    report.keys.push(Keys { size: 10_000_000, server: "harper-ls", typed: silent, ours: None });
    report.starts.push(Started { server: "rapporteur", times: spread([4]) });
    let checked = Checked { texts: 20_000, bytes: 240_000_000, seconds: 2.0, ripgrep: Some(1.0), other_build: None };
    report.checked = Some(checked);
    let expected = "\
| milliseconds from a key to its findings, p50 / p99 | 6 KB | 10 MB |
| --- | --- | --- |
| rapporteur | 0.40 / 0.80 | 0.40 / 0.80 |
| an empty server | 0.20 / 0.40 (× 0.40) | 0.20 / 0.40 (× 0.40) |
| harper-ls | – | none in 30 s |
| rapporteur’s memory at its peak, MB | 12 | 12 |

| what | |
| --- | --- |
| from the start of rapporteur to its answer to `initialize` | 4.0 ms |
| `rapporteur check` over 20,000 texts, 240 MB | 120 MB/s, 0.50 of what `rg -c` does |
";
    assert_eq!(report.markdown(), expected);
    let checked = report.checked.take().unwrap();
    report.checked = Some(Checked { other_build: Some(8.0), ..checked });
    assert!(report.markdown().ends_with("does, 0.25 of the other build’s time |\n"));
}

fn rapporteur() -> Server {
    Server::rapporteur(Path::new(env!("CARGO_BIN_EXE_rapporteur")))
}

#[test]
fn the_end_of_the_index_is_seen() {
    let folder = Workspace::new("benches-index");
    library::write(&folder, 30).unwrap();
    let mut client = Client::start(&rapporteur(), &folder).unwrap();
    client.initialize(&folder).unwrap();
    library::index(&mut client).unwrap();
}

#[test]
fn a_keys_list_is_told_from_the_one_before() {
    let folder = Workspace::new("benches-keys");
    let patience = Duration::from_secs(20);
    let mut client = Client::start(&rapporteur(), &folder).unwrap();
    let about = client.initialize(&folder).unwrap();
    client.initialized().unwrap();
    let text = drafts::draft(ENGLISH, HARBOURS, 6_000);
    let (mut document, opened) = Document::open(&mut client, &rapporteur(), &folder, &text, &about).unwrap();
    document.findings(&mut client, opened, patience).unwrap().unwrap();
    let place = places::in_paragraphs(&text, 1)[0];
    for _ in 0..3 {
        let typed = document.key(&mut client, &place, "x").unwrap();
        assert!(document.findings(&mut client, typed, patience).unwrap().is_some());
    }
    // No key, no list.
    assert!(document.findings(&mut client, opened, Duration::ZERO).unwrap().is_none());
}
