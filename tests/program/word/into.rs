//! Drafts written into documents with tables, and into ones in which others have tracked changes.

use proptest::prelude::*;
use rapporteur::draft::Draft;
use rapporteur::publish::{self, Manuscript, NotInsertable, TrackingAuthor};
use rapporteur::source::{Hints, TrackedChanges, WordPackage};

use crate::word_file::{WordFile, call, footnote, paragraph, run};

/// A document with this text.
fn package(body: String) -> WordPackage {
    let footnotes = footnote(2, "See A/92/406.");
    WordPackage::open(WordFile { body, footnotes, ..WordFile::default() }.bytes()).unwrap()
}

/// Writes a draft into a document, tracked or not.
fn write(package: &WordPackage, text: &str, tracked: bool) -> Result<WordPackage, NotInsertable> {
    let draft = Draft::read(text);
    let manuscript = Manuscript::of(text, &draft, &Hints::default());
    let author = tracked.then_some(TrackingAuthor { name: "Estoria", at: std::time::UNIX_EPOCH });
    let written = publish::write_into(package, &manuscript, author)?;
    assert_eq!(written.other, Vec::<String>::new(), "{}", written.package.document.xml);
    Ok(written.package)
}

fn said(package: &WordPackage, state: TrackedChanges) -> String {
    package.text(state).unwrap().text
}

/// Words alone: a number that was typed has a tab behind it in a document.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Writes a draft into a document in both ways, and looks at what it says then. Gives the document with tracked changes, and the
/// one without.
fn both(package: &WordPackage, text: &str) -> [String; 2] {
    let tracked = write(package, text, true).unwrap();
    assert_eq!(said(&tracked, TrackedChanges::Original), said(package, TrackedChanges::Original));
    assert_eq!(words(&said(&tracked, TrackedChanges::Accepted)), words(text), "{}", tracked.document.xml);
    let plain = write(package, text, false).unwrap();
    assert_eq!(words(&said(&plain, TrackedChanges::Accepted)), words(text), "{}", plain.document.xml);
    [tracked.document.xml, plain.document.xml]
}

fn row(cells: &[&str]) -> String {
    let cell = |words: &&str| {
        let inside = if words.is_empty() { "<w:p/>".to_owned() } else { paragraph(&run(words)) };
        format!("<w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>{inside}</w:tc>")
    };
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

fn table(rows: &[&[&str]]) -> String {
    let rows: String = rows.iter().map(|cells| row(cells)).collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>{rows}</w:tbl>")
}

fn lamps() -> WordPackage {
    let masthead = table(&[&["United Nations", "A/C.2/93/L.27"], &["General Assembly", "Distr.: Limited"]]);
    let head = ["Quiet harbours", "The General Assembly,", "1. Decides to light the lamps as follows:"];
    let lamps = table(&[&["Harbour", "Lamps"], &["Estoria", "12"], &["Vallmark", ""]]);
    let head: String = head.iter().map(|words| paragraph(&run(words))).collect();
    package([masthead, head, lamps, paragraph(&run("2. Thanks the keepers."))].concat())
}

const LAMPS: &str = "\
United Nations\tA/C.2/93/L.27

General Assembly\tDistr.: Limited

Quiet harbours

The General Assembly,

1. Decides to light the lamps as follows:

Harbour\tLamps

Estoria\t12

Vallmark

2. Thanks the keepers.
";

#[test]
fn a_draft_that_says_the_same_changes_nothing() {
    for text in [LAMPS.to_owned(), LAMPS.replace('\t', "            ")] {
        for xml in both(&lamps(), &text) {
            assert_eq!(xml, lamps().document.xml);
        }
    }
}

#[test]
fn a_new_row_is_a_row() {
    for (before, after) in [
        ("Vallmark\n", "Midland\t7\n\nVallmark\n"),
        ("Vallmark\n", "Vallmark\n\nMidland\t7\n"),
        ("Harbour\tLamps", "Table\t1\n\nHarbour\tLamps"),
        ("Distr.: Limited", "Distr.: Limited\n\nSecond Committee\tOriginal: English"),
        ("United Nations", "Advance copy\tProvisional\n\nUnited Nations"),
    ] {
        let [tracked, plain] = both(&lamps(), &LAMPS.replace(before, after));
        assert_eq!(tracked.matches("<w:trPr><w:ins ").count(), 1, "{tracked}");
        assert_eq!(plain.matches("<w:tr>").count(), 6, "{plain}");
        // It has as many cells as the others, as wide as theirs.
        assert_eq!(plain.matches("<w:tcW w:w='3000' w:type='dxa'/>").count(), 12, "{plain}");
    }
}

#[test]
fn a_row_of_which_nothing_is_left_is_gone() {
    let text = LAMPS.replace("Estoria\t12\n\n", "").replace("General Assembly\tDistr.: Limited\n\n", "");
    let [tracked, plain] = both(&lamps(), &text);
    assert_eq!(tracked.matches("<w:trPr><w:del ").count(), 2, "{tracked}");
    assert_eq!(plain.matches("<w:tr>").count(), 3, "{plain}");
    // A table goes with its last row.
    let text = text.replace("Harbour\tLamps\n\nVallmark\n\n", "");
    let [tracked, plain] = both(&lamps(), &text);
    assert_eq!(tracked.matches("<w:trPr><w:del ").count(), 4, "{tracked}");
    assert_eq!(plain.matches("<w:tbl>").count(), 1, "{plain}");
}

#[test]
fn a_cell_that_said_nothing_says_something() {
    let [_, plain] = both(&lamps(), &LAMPS.replace("Vallmark\n", "Vallmark\t14\n"));
    assert!(
        plain.contains("<w:p><w:r><w:t xml:space=\"preserve\">14</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
        "{plain}"
    );
    both(&lamps(), &LAMPS.replace("Estoria\t12", "Estoria"));
    both(&lamps(), &LAMPS.replace("General Assembly\tDistr.: Limited", "General Assembly\tProvisional"));
}

#[test]
fn what_comes_behind_a_table_stands_behind_it() {
    let [_, plain] = both(&lamps(), &LAMPS.replace("2. Thanks", "1 bis. Asks the pilots for help;\n\n2. Thanks"));
    let behind = plain.rsplit("</w:tbl>").next().unwrap();
    assert!(behind.contains("Asks"), "{plain}");
}

#[test]
fn a_row_with_more_cells_than_the_table_has_is_told() {
    let text = LAMPS.replace("Vallmark\n", "Vallmark\n\nMidland\t7\t8\n");
    for tracked in [true, false] {
        let refused = write(&lamps(), &text, tracked).unwrap_err();
        assert!(matches!(refused, NotInsertable::TooManyCells(_)), "{refused:?}");
    }
}

fn by(author: &str) -> String {
    format!("w:id='7' w:author='{author}' w:date='2038-12-03T00:00:00Z'")
}

fn put_in(runs: &str) -> String {
    format!("<w:ins {}>{runs}</w:ins>", by("Vallmark"))
}

fn taken_out(words: &str) -> String {
    let run = run(words).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>");
    format!("<w:del {}>{run}</w:del>", by("Vallmark"))
}

/// What somebody put in, and took out, in a document: without spaces.
fn changes_of(xml: &str, author: &str) -> (String, String) {
    let (mut inserted, mut deleted) = (String::new(), String::new());
    let mut open: Vec<(String, bool)> = Vec::new();
    for tag in xml.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').unwrap();
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
        if ["w:ins", "w:del", "w:moveFrom", "w:moveTo"].contains(&name) && !tag.ends_with('/') {
            match tag.starts_with('/') {
                true => drop(open.pop()),
                false => open.push((name.to_owned(), tag.contains(author))),
            }
        }
        let own = |names: [&str; 2]| open.iter().any(|(name, own)| *own && names.contains(&name.as_str()));
        let words = text.split_whitespace();
        if own(["w:del", "w:moveFrom"]) {
            deleted.extend(words);
        } else if own(["w:ins", "w:moveTo"]) {
            inserted.extend(words);
        }
    }
    (inserted, deleted)
}

#[test]
fn changes_of_others_stay_theirs() {
    let changed = [
        run("1. Decides to light "),
        put_in(&run("bright green ")),
        taken_out("old "),
        run("lamps"),
        put_in(&call(2)),
        run(";"),
    ];
    let text = "The General Assembly,\n\n1. Decides to light bright green lamps;¹\n\n2. Thanks the keepers.\n\n__________________\n\n¹ See A/92/406.\n";
    let body = [paragraph(&run("The General Assembly,")), paragraph(&changed.concat())].concat();
    let document = package(body + &paragraph(&run("2. Thanks the keepers.")));
    let others = changes_of(&document.document.xml, "Vallmark");
    // A word in the midst of what they put in.
    let [tracked, plain] = both(&document, &text.replace("bright green", "bright and green"));
    assert_eq!(changes_of(&tracked, "Vallmark"), others);
    assert_eq!(changes_of(&plain, "Vallmark"), others, "what nobody tracked is no part of their change");
    assert_eq!(changes_of(&tracked, "Estoria"), ("and".to_owned(), String::new()));
    // A word of theirs is taken out: it is still theirs that it was put in.
    let [tracked, plain] = both(&document, &text.replace("bright green", "green"));
    assert_eq!(changes_of(&tracked, "Vallmark"), others);
    assert!(tracked.contains("<w:ins ") && tracked.contains("<w:del w:id=\"8\" w:author=\"Estoria\""), "{tracked}");
    assert_eq!(changes_of(&tracked, "Estoria").1, "bright");
    assert_eq!(changes_of(&plain, "Vallmark"), ("green".to_owned(), "old".to_owned()));
    // A word beside what they changed.
    let [tracked, plain] = both(&document, &text.replace("lamps", "all lanterns"));
    assert_eq!(changes_of(&tracked, "Vallmark"), others);
    assert_eq!(changes_of(&plain, "Vallmark"), others);
    // The paragraph goes: what they took out can be had back, in the paragraph that it stood in.
    let without = "The General Assembly,\n\n2. Thanks the keepers.\n";
    let [tracked, plain] = both(&document, without);
    assert_eq!(changes_of(&tracked, "Vallmark"), others);
    assert_eq!(changes_of(&plain, "Vallmark").1, "old");
    let plain = write(&document, without, false).unwrap();
    assert_eq!(said(&plain, TrackedChanges::Original), "The General Assembly,\n\nold\n\n2. Thanks the keepers.\n");
}

#[test]
fn ends_of_paragraphs_that_others_changed_stay_so() {
    let end = |change: &str| format!("<w:pPr><w:rPr><w:{change} {}/></w:rPr></w:pPr>", by("Vallmark"));
    let document = package(
        [
            paragraph(&run("The General Assembly,")),
            paragraph(&format!("{}{}", end("ins"), put_in(&run("1. Decides to light the lamps;")))),
            paragraph(&format!("{}{}", end("del"), run("2. Thanks the keepers"))),
            paragraph(&run(" of all harbours.")),
        ]
        .concat(),
    );
    let accepted =
        "The General Assembly,\n\n1. Decides to light the lamps;\n\n2. Thanks the keepers of all harbours.\n";
    assert_eq!(said(&document, TrackedChanges::Accepted), accepted);
    // Over the end that they took out.
    let [tracked, plain] = both(&document, &accepted.replace("keepers of all", "pilots of three"));
    for xml in [&tracked, &plain] {
        assert!(xml.contains(&end("del")) && xml.contains(&end("ins")), "{xml}");
    }
    // The paragraph that they put in is taken out.
    let [tracked, plain] = both(&document, &accepted.replace("1. Decides to light the lamps;\n\n", ""));
    assert!(tracked.contains(&format!("<w:ins {}/><w:del ", by("Vallmark"))), "{tracked}");
    assert!(!plain.contains("Decides"), "{plain}");
    // Both are.
    both(&document, "The General Assembly,\n");
    // Another one comes behind.
    both(&document, &accepted.replace("2. Thanks", "1 bis. Asks the pilots;\n\n2. Thanks"));
}

#[test]
fn what_cannot_be_told_apart_is_left_to_word() {
    let content = format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", run("bright green "));
    let changed = [run("Decides to light "), put_in(&content), run("lamps;")].concat();
    let document = package(paragraph(&changed));
    let text = "Decides to light bright and green lamps;\n";
    // With nobody's name to it, the word would be a part of what they put in.
    assert!(matches!(write(&document, text, false), Err(NotInsertable::TrackedAlready(1))));
    let tracked = write(&document, text, true).unwrap();
    assert_eq!(said(&tracked, TrackedChanges::Original), said(&document, TrackedChanges::Original));
    assert_eq!(said(&tracked, TrackedChanges::Accepted), text);
    // An end that is gone before a table ends nothing that could stand before a new paragraph.
    let end = format!("<w:pPr><w:rPr><w:del {}/></w:rPr></w:pPr>", by("Vallmark"));
    let before = paragraph(&format!("{end}{}", run("1. Decides to light the lamps:")));
    let document = package([before, table(&[&["Harbour", "Lamps"]])].concat());
    let text = "1. Decides to light the lamps:\n\n2. Thanks the keepers;\n\nHarbour\tLamps\n";
    assert!(matches!(write(&document, text, true), Err(NotInsertable::TrackedAlready(1))));
}

/// A word of a document, and what happened to it: it stays, was put in, was taken out, or was put in and taken out again.
type ChangedWord = (u8, u8);

/// What becomes of a paragraph in the draft: it stays, it goes, words of it are others, or one comes behind it.
type Revision = (u8, Vec<(u8, u8)>);

const WORDS: [&str; 8] = ["harbour", "lamp", "keeper", "quay", "boat", "pilot", "tide", "light"];

fn word(at: u8) -> &'static str {
    WORDS[usize::from(at) % WORDS.len()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_others_changed_the_draft_is_what_is_read(
        paragraphs in prop::collection::vec((prop::collection::vec((0_u8..8, 0_u8..6), 1..8), 0_u8..9), 1..6),
        revisions in prop::collection::vec((0_u8..4, prop::collection::vec((0_u8..8, 0_u8..9), 0..4)), 6),
    ) {
        let paragraphs: Vec<(Vec<ChangedWord>, u8)> = paragraphs;
        let revisions: Vec<Revision> = revisions;
        let mut body = paragraph(&run("The General Assembly,"));
        for (at, (words, end)) in paragraphs.iter().enumerate() {
            let mut runs = run(&format!("{}. Decides on", at + 1));
            for (word_at, change) in words {
                let words = format!(" {}", word(*word_at));
                runs += &match change {
                    0 => put_in(&run(&words)),
                    1 => taken_out(&words),
                    2 => put_in(&taken_out(&words)),
                    _ => run(&words),
                };
            }
            runs += &run(" quietly;");
            let mark = match end {
                0 => format!("<w:pPr><w:rPr><w:ins {}/></w:rPr></w:pPr>", by("Vallmark")),
                1 => format!("<w:pPr><w:rPr><w:del {}/></w:rPr></w:pPr>", by("Vallmark")),
                _ => String::new(),
            };
            body += &paragraph(&(mark + &runs));
        }
        body += &paragraph(&run("9. Thanks the keepers."));
        let document = package(body);
        let others = changes_of(&document.document.xml, "Vallmark");
        let accepted = said(&document, TrackedChanges::Accepted);
        let mut lines: Vec<String> = Vec::new();
        for (at, line) in accepted.lines().filter(|line| !line.is_empty()).enumerate() {
            let revision = at.checked_sub(1).and_then(|at| revisions.get(at)).filter(|_| !line.contains("keepers."));
            let Some((what, edits)) = revision else {
                lines.push(line.to_owned());
                continue;
            };
            let mut words: Vec<&str> = line.split(' ').collect();
            for (place, new) in edits {
                let place = 3.min(words.len()) + usize::from(*place) % words.len().saturating_sub(3).max(1);
                if *new == 8 && place + 1 < words.len() {
                    words.remove(place);
                } else if place < words.len() {
                    words.insert(place, word(*new));
                }
            }
            match what {
                0 => {}
                1 => lines.push(words.join(" ")),
                2 => lines.push(line.to_owned()),
                _ => lines.extend([words.join(" "), format!("{}. Considers tides;", at + 20)]),
            }
        }
        let text = lines.join("\n\n") + "\n";
        let tracked = write(&document, &text, true).unwrap();
        prop_assert_eq!(said(&tracked, TrackedChanges::Original), said(&document, TrackedChanges::Original));
        let read = said(&tracked, TrackedChanges::Accepted);
        prop_assert_eq!(words(&read), words(&text), "{}", tracked.document.xml);
        prop_assert_eq!(&changes_of(&tracked.document.xml, "Vallmark"), &others);
        let plain = write(&document, &text, false).unwrap();
        let read = said(&plain, TrackedChanges::Accepted);
        prop_assert_eq!(words(&read), words(&text), "{}", plain.document.xml);
        prop_assert_eq!(&changes_of(&plain.document.xml, "Vallmark").1, &others.1);
    }
}
