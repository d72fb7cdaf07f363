//! What holds for every symbol and every text.

use proptest::prelude::*;

use super::*;

#[test]
fn hostile_text_is_read_in_linear_time() {
    for piece in ["/", "A/", "//A", "A\\", "A/77/", "A/77/692-", "／", "А/", "A/RES/1 (", "a.a.a.", "A-/", "A/RES 1 "]
    {
        let _ = scan(&piece.repeat(100_000));
    }
}

proptest! {
    #[test]
    fn printing_and_parsing_round_trip(text in r"(A|S|E|ST|UNEP|NPT)/(RES/|C\.3/|CONF\.[0-9]{1,4}/|HRC/RES/|)(S-|ES-|)[0-9]{1,4}(/[0-9]{1,3})?(/L\.[0-9])?( [A-C](-D)?)?( \((XV|2000|Part I)\))?(/Add\.[1-9])?") {
        if let Ok(symbol) = Symbol::parse(&text) {
            prop_assert_eq!(Symbol::parse(symbol.as_str()), Ok(symbol.clone()));
            prop_assert!(symbol.parts().len() > 1);
        }
    }

    #[test]
    fn scanning_never_fails(text in r"([A-Za-z0-9/\\.() \-–／АЕО和و_]|A/RES/|Rev|Add\.|\(III\)|S-){0,60}") {
        let mut end = 0;
        for found in scan(&text) {
            prop_assert!(found.range.start >= end && found.range.end > found.range.start);
            prop_assert!(text.get(found.range.clone()).is_some());
            end = found.range.end;
            if let Ok(symbol) = &found.symbol {
                let again = Symbol::parse(symbol.as_str());
                prop_assert_eq!(again.as_ref(), Ok(symbol));
            }
        }
    }

    #[test]
    fn any_text_can_be_scanned_and_parsed(text in any::<String>()) {
        for found in scan(&text) {
            prop_assert!(text.get(found.range).is_some());
        }
        let _ = Symbol::parse(&text);
    }
}

/// A symbol of each of the common series, in canonical spelling.
fn canonical() -> impl Strategy<Value = String> {
    let session = || 31..=99_u32;
    let committee = || 1..=6_u32;
    let year = || 1994..=2044_u32;
    let modification = proptest::option::of((prop::sample::select(vec!["Rev", "Add", "Corr", "Amend"]), 1..=12_u32));
    let document = prop_oneof![
        (session(), 1..=950_u32).prop_map(|(s, n)| format!("A/{s}/{n}")),
        (session(), 1..=150_u32).prop_map(|(s, n)| format!("A/{s}/L.{n}")),
        (committee(), session(), 1..=90_u32).prop_map(|(c, s, n)| format!("A/C.{c}/{s}/L.{n}")),
        (session(), 1..=120_u32).prop_map(|(s, n)| format!("A/{s}/PV.{n}")),
        (year(), 1..=990_u32).prop_map(|(y, n)| format!("S/{y}/{n}")),
        (year(), 1..=120_u32).prop_map(|(y, n)| format!("E/{y}/{n}")),
        (1..=18_u32, 1994..=2006_u32, 1..=90_u32).prop_map(|(c, y, n)| format!("E/CN.{c}/{y}/{n}")),
        (1..=99_u32, 1..=90_u32).prop_map(|(s, n)| format!("A/HRC/{s}/{n}")),
        (100..=290_u32, 1..=90_u32).prop_map(|(b, n)| format!("A/AC.{b}/2019/{n}")),
        (100..=290_u32, 1..=90_u32).prop_map(|(b, n)| format!("A/CONF.{b}/{n}")),
    ];
    let resolution = prop_oneof![
        (session(), 1..=350_u32).prop_map(|(s, n)| format!("A/RES/{s}/{n}")),
        (session(), 1..=350_u32, "[A-H]").prop_map(|(s, n, part)| format!("A/RES/{s}/{n} {part}")),
        (8..=60_u32, 1..=20_u32).prop_map(|(s, n)| format!("A/RES/S-{s}/{n}")),
        (6..=30_u32, 1..=30_u32).prop_map(|(s, n)| format!("A/RES/ES-{s}/{n}")),
        (1..=3541_u32).prop_filter_map("of a known session", |n| {
            life::session_of(n).and_then(crate::script::in_roman).map(|numeral| format!("A/RES/{n} ({numeral})"))
        }),
        (1..=2767_u32)
            .prop_filter_map("of a known year", |n| { council_year(n).map(|year| format!("S/RES/{n} ({year})")) }),
        (1978..=2044_u32, 1..=60_u32).prop_map(|(y, n)| format!("E/RES/{y}/{n}")),
        (1..=99_u32, 1..=40_u32).prop_map(|(s, n)| format!("A/HRC/RES/{s}/{n}")),
        (1..=17_u32, 1..=30_u32).prop_map(|(s, n)| format!("UNEP/EA.{s}/Res.{n}")),
    ];
    let document = (document, modification).prop_map(|(document, modification)| match modification {
        Some((word, number)) => format!("{document}/{word}.{number}"),
        None => document,
    });
    prop_oneof![document, resolution]
}

/// The places of a pattern in a symbol.
fn places(symbol: &str, pattern: &str) -> Vec<usize> {
    symbol.match_indices(pattern).map(|(at, _)| at).collect()
}

fn replaced(symbol: &str, at: usize, length: usize, by: &str) -> String {
    format!("{}{by}{}", &symbol[..at], &symbol[at + length..])
}

/// Every way in which one fault of a kind can be made in a symbol, with the kind.
fn faults(symbol: &str) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for at in places(symbol, "/") {
        let (before, after) = (&symbol[..at], &symbol[at + 1..]);
        for slash in ["\\", "／", "⁄", "∕", "＼"] {
            all.push(("another slash", replaced(symbol, at, 1, slash)));
        }
        all.push(("a doubled slash", replaced(symbol, at, 1, "//")));
        let starts_with_digit = after.starts_with(|c: char| c.is_ascii_digit());
        let head = !before.contains('/');
        let nature = ["RES", "HRC"].iter().any(|word| before.ends_with(word));
        // `A/ 63/195` and `A/63 /195` are meant as symbols; `A/63/195 /2` might go on with anything.
        if !(head && before == "UNEP") {
            all.push(("a space after a slash", replaced(symbol, at, 1, "/ ")));
            all.push(("a space before a slash", replaced(symbol, at, 1, " /")));
        }
        if nature && starts_with_digit {
            all.push(("a space for a slash", replaced(symbol, at, 1, " ")));
            all.push(("a lost slash", replaced(symbol, at, 1, "")));
            all.push(("a hyphen for a slash", replaced(symbol, at, 1, "-")));
        }
        if ["Rev.", "Add.", "Corr.", "Amend."].iter().any(|word| after.starts_with(word)) {
            all.push(("a lost slash", replaced(symbol, at, 1, "")));
            all.push(("a dash for a slash", replaced(symbol, at, 1, "–")));
            all.push(("a space for a slash", replaced(symbol, at, 1, " ")));
        }
        if before.starts_with("A/RES/") && !before.contains('-') && starts_with_digit {
            all.push(("a dash for a slash", replaced(symbol, at, 1, "–")));
            all.push(("a hyphen for a slash", replaced(symbol, at, 1, "-")));
            all.push(("a full stop for a slash", replaced(symbol, at, 1, ".")));
        }
    }
    for word in ["Rev.", "Add.", "Corr.", "Amend."] {
        for at in places(symbol, word) {
            let dot = at + word.len() - 1;
            for by in ["", " ", ",", "-", "..", ":"] {
                all.push(("another full stop", replaced(symbol, dot, 1, by)));
            }
            all.push(("a word in small letters", replaced(symbol, at, word.len(), &word.to_lowercase())));
        }
    }
    for at in places(symbol, "L.").into_iter().filter(|&at| symbol[..at].matches('/').count() > 1) {
        for by in [" ", ",", "-", "..", ". "] {
            all.push(("another full stop", replaced(symbol, at + 1, 1, by)));
        }
    }
    for word in ["C.", "AC.", "CN.", "CONF."] {
        if let Some(at) = symbol.find(&format!("/{word}")).map(|at| at + word.len()) {
            for by in ["", ",", "-", ". "] {
                all.push(("another full stop", replaced(symbol, at, 1, by)));
            }
        }
    }
    for word in ["RES", "HRC"] {
        for at in places(symbol, word) {
            all.push(("a word in small letters", replaced(symbol, at, 3, &word.to_lowercase())));
        }
    }
    for (latin, others) in [("A", "АΑ"), ("S", "Ѕ"), ("E", "ЕΕ"), ("C", "С"), ("R", "Ｒ"), ("e", "е"), ("o", "о")]
    {
        for at in places(symbol, latin) {
            // A part's letter in another script may be the part's name there.
            let part = symbol[..at].ends_with(' ');
            let others = others.chars().filter(|_| !part);
            all.extend(others.map(|other| ("a look-alike", replaced(symbol, at, 1, &other.to_string()))));
        }
    }
    // A letter for a digit, where other digits are beside it.
    let digits = symbol.split(|c: char| !c.is_ascii_digit());
    for run in digits.filter(|run| run.len() > 1) {
        let at = run.as_ptr() as usize - symbol.as_ptr() as usize;
        let last = symbol.len() == at + run.len() || symbol[at + run.len()..].starts_with(' ');
        for (i, digit) in run.char_indices() {
            let end = i + 1 == run.len();
            // The last letter of a resolution's number is that of its part.
            if symbol.contains("/RES/") && last && end {
                continue;
            }
            match digit {
                '0' => all.push(("a letter for a digit", replaced(symbol, at + i, 1, "O"))),
                '1' => all.push(("a letter for a digit", replaced(symbol, at + i, 1, "l"))),
                _ => {}
            }
        }
    }
    if let Some(year) = symbol.strip_prefix("S/RES/").and_then(|rest| rest.split_once(" (")) {
        let (number, year) = (year.0, year.1.trim_end_matches(')'));
        all.push(("a year out of its brackets", format!("S/RES/{number}/{year}")));
        all.push(("a year out of its brackets", format!("S/RES/{number}")));
        all.push((
            "a year that is none of the organ’s",
            format!("S/RES/{number} (19{})", &year[2..4].replace(['4', '5', '6', '7', '8', '9'], "3")),
        ));
    }
    if let Some((number, numeral)) = symbol.strip_prefix("A/RES/").and_then(|rest| rest.split_once(" (")) {
        let numeral = numeral.trim_end_matches(')');
        if let Some(session) = number.parse().ok().and_then(life::session_of) {
            all.push(("a session in Arabic numerals", format!("A/RES/{number} ({session})")));
            for wrong in [format!("{numeral}IIII"), format!("I{numeral}X"), format!("{numeral}VV")] {
                if crate::script::roman_number(&wrong).is_none() && wrong.len() <= 8 {
                    all.push(("a Roman numeral that is none", format!("A/RES/{number} ({wrong})")));
                }
            }
        }
    }
    all.retain(|(_, text)| text != symbol);
    all
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same(text in canonical()) {
        let symbol = Symbol::parse(&text);
        prop_assert_eq!(symbol.as_ref().map(Symbol::as_str), Ok(text.as_str()));
        let sentence = format!("Recalling {text}, paragraph 4,");
        let found = scan(&sentence);
        prop_assert_eq!(found.iter().map(|f| f.symbol.as_ref()).collect::<Vec<_>>(), vec![symbol.as_ref()]);
        // Spaces and case are no part of the meaning.
        let without_spaces = text.replace(' ', "");
        prop_assert_eq!(Symbol::parse(&without_spaces), symbol.clone());
        prop_assert_eq!(Symbol::parse(&text.to_lowercase()), symbol);
    }

    #[test]
    fn one_fault_leaves_what_was_meant(text in canonical()) {
        for (kind, wrong) in faults(&text) {
            let sentence = format!("Recalling {wrong}, paragraph 4,");
            let found = scan(&sentence);
            let meant: Vec<_> = found.iter().map(|f| f.symbol.as_ref().err().and_then(|m| m.meant.as_ref()).map(Symbol::as_str)).collect();
            prop_assert_eq!(meant, vec![Some(text.as_str())], "{}: {}", kind, wrong);
            let range = found.first().map(|f| f.range.clone()).unwrap_or_default();
            prop_assert_eq!(&sentence[range], wrong);
        }
    }

    #[test]
    fn equal_symbols_hash_and_order_alike(texts in prop::collection::vec(canonical(), 3)) {
        use std::hash::{BuildHasher, RandomState};
        let hasher = RandomState::new();
        let symbols: Vec<Symbol> = texts.iter().filter_map(|text| Symbol::parse(text).ok()).collect();
        let respelled: Vec<Symbol> = texts.iter().filter_map(|text| Symbol::parse(&text.replace(' ', "").to_lowercase()).ok()).collect();
        for (a, b) in symbols.iter().flat_map(|a| respelled.iter().map(move |b| (a, b))) {
            prop_assert_eq!(a == b, a.cmp(b).is_eq());
            prop_assert_eq!(a.cmp(b), b.cmp(a).reverse());
            prop_assert!(a != b || hasher.hash_one(a) == hasher.hash_one(b));
        }
        let [a, b, c] = &symbols[..] else { return Err(TestCaseError::fail("three symbols")) };
        prop_assert!(!(a <= b && b <= c) || a <= c);
    }
}
