//! The stored library, through the real program, with invented tables.

mod built_in;
mod find;
mod foreign;
mod killed;
mod tables;

use std::io::{BufRead, BufReader, Write};

use crate::desk::{Desk, Ended};
use serde_json::{Value, json};
use tables::*;

/// A desk with all tables on it, none imported.
fn desk(name: &str) -> Desk {
    Desk::new(&format!("library-{name}"))
        .with("91.json", JSON_LINES)
        .with("catalogue.xml", MARCXML)
        .with("rows.csv", VOTING_ROWS)
        .with("columns.csv", VOTING_COLUMNS)
        .with("titles.tsv", TITLES)
}

const ALL: [&str; 5] = ["91.json", "catalogue.xml", "rows.csv", "columns.csv", "titles.tsv"];

fn library(desk: &Desk, arguments: &[&str]) -> Ended {
    desk.run(&[&["library", "--library", "data/library.sqlite"], arguments].concat())
}

fn import(desk: &Desk, files: &[&str]) -> Ended {
    library(desk, &[&["import"], files].concat())
}

/// A desk with all tables imported.
fn imported(name: &str) -> Desk {
    let desk = desk(name);
    let imported = import(&desk, &ALL);
    assert_eq!((imported.status, imported.stderr.as_str()), (0, ""), "{}", imported.stdout);
    desk
}

fn shown(desk: &Desk, symbol: &str) -> Value {
    let shown = library(desk, &["show", "--format", "json", symbol]);
    assert_eq!(shown.status, 0, "{symbol}: {}", shown.stderr);
    shown.lines().remove(0)
}

/// The values of a fact, the best first.
fn values(record: &Value, fact: &str) -> Vec<Value> {
    record.pointer(fact).and_then(Value::as_array).into_iter().flatten().map(|said| said["value"].clone()).collect()
}

/// The instruments of the tables that a search finds, which come before those that are built in.
fn found(desk: &Desk, words: &str) -> Vec<String> {
    let found = library(desk, &["search", "--format", "json", words]);
    let imported = library(desk, &["list"]).stdout;
    let is_imported = |symbol: &String| imported.lines().any(|line| line.starts_with(&format!("{symbol}  ")));
    found.lines().iter().map(|hit| hit["symbol"].as_str().unwrap().to_owned()).take_while(is_imported).collect()
}

// ------------------------------------------------------------------ importing

#[test]
fn each_format_is_known_by_what_is_in_it() {
    let desk = desk("formats");
    let imported = import(&desk, &ALL);
    assert_eq!(
        imported.stdout,
        "91.json: 3 records imported (metadata of the General Assembly).\n\
         catalogue.xml: 3 records imported (UN Digital Library, catalogue).\n\
         rows.csv: 2 records imported (UN Digital Library, voting table).\n\
         columns.csv: 3 records imported (UN Digital Library, voting table).\n\
         titles.tsv: 3 records imported (table).\n"
    );
    assert_eq!((imported.status, imported.stderr.as_str()), (0, ""));
}

#[test]
fn a_second_import_doubles_nothing() {
    let desk = imported("twice");
    let before = library(&desk, &["export"]).stdout;
    let again = import(&desk, &ALL);
    assert_eq!(again.status, 0);
    assert!(again.stdout.lines().all(|line| line.contains(" as before (")), "{}", again.stdout);
    assert_eq!(library(&desk, &["export"]).stdout, before);
}

#[test]
fn what_a_table_says_now_takes_the_place_of_what_it_said_before() {
    let desk = imported("corrected").with("titles.tsv", TITLES.replace("2036-12-03", "2036-12-04"));
    assert_eq!(values(&shown(&desk, "A/RES/91/7"), "/adopted"), ["2036-12-03"]);
    let again = import(&desk, &["titles.tsv"]);
    assert_eq!(again.stdout, "titles.tsv: 1 record imported, 2 as before (table).\n");
    // The Assembly's own word stands first, the table's beside it.
    assert_eq!(values(&shown(&desk, "A/RES/91/7"), "/adopted"), ["2036-12-03", "2036-12-04"]);
    let shown = library(&desk, &["show", "91/7"]).stdout;
    assert!(shown.contains("  adopted       2036-12-03 (91.json, rows.csv)\n"), "{shown}");
    assert!(shown.contains("  adopted       2036-12-04 (titles.tsv)\n"), "{shown}");
}

#[test]
fn a_bad_record_is_named_and_skipped() {
    let desk = Desk::new("library-bad")
        .with("bad.json", BAD_JSON_LINES)
        .with("bad.xml", BAD_MARCXML)
        .with("bad.csv", BAD_TABLE);
    let imported = import(&desk, &["bad.json", "bad.xml", "bad.csv"]);
    assert_eq!(imported.status, 1);
    let named: Vec<&str> = imported.stderr.lines().collect();
    assert_eq!(
        named,
        [
            "bad.json: line 2: This line is no JSON object: it ends too early at column 22. The record was skipped.",
            "bad.json: line 3: “resolution seven” is no document symbol. The record was skipped.",
            "bad.json: line 4: “31 November 2036” is in no calendar. The rest of the record was taken.",
            "bad.xml: line 2, record 1: This record is broken: it has no end. The record was skipped.",
            "bad.xml: line 7, record 3: It has no document symbol in field 191 or 791. The record was skipped.",
            "bad.csv: line 3: There is no document symbol in it. The record was skipped.",
            "bad.csv: line 5: This is not in UTF-8: save the table as “CSV UTF-8”. The record was skipped.",
        ]
    );
    assert!(imported.stdout.contains(
        "bad.json: 2 records imported (metadata of the General Assembly). 2 records were skipped. 1 fact was left out.\n"
    ));
    let listed = library(&desk, &["list"]).stdout;
    let symbols: Vec<&str> = listed.lines().filter_map(|line| line.split("  ").next()).collect();
    assert_eq!(symbols, ["A/C.3/91/L.9", "A/RES/91/1", "A/RES/91/4", "A/RES/91/21", "A/RES/91/23"]);
}

#[test]
fn a_file_that_is_no_table_is_named_with_the_mend_and_the_others_land() {
    let desk = desk("refused")
        .with("sheet.csv", b"PK\x03\x04rest of a workbook")
        .with("act.xml", "<akomaNtoso><act/></akomaNtoso>")
        .with("ports.csv", "port,ships\nAden,4\n")
        .with("array.json", "[{\"symbol\": \"A/RES/91/1\"}]")
        .with("empty.csv", "");
    let imported =
        import(&desk, &["sheet.csv", "act.xml", "ports.csv", "array.json", "empty.csv", "nowhere.csv", "91.json"]);
    assert_eq!(imported.status, 2);
    assert_eq!(imported.stdout, "91.json: 3 records imported (metadata of the General Assembly).\n");
    for said in [
        "nowhere.csv: There is no such file.",
        "sheet.csv: This is an Excel or Word file, or another zipped one, not a table that can be imported.",
        "act.xml: This XML is no MARCXML.",
        "ports.csv: No column of this table has document symbols. Its columns are port, ships.",
        "array.json: This is JSON in one piece.",
        "empty.csv: There is nothing in this file.",
    ] {
        assert!(imported.stderr.contains(said), "{said}\n{}", imported.stderr);
    }
}

#[test]
fn utf_16_and_semicolons_are_what_spreadsheets_save() {
    let text = "\u{feff}symbol;title_fr;adopted\r\nA/RES/91/7;Le ciel; 3 décembre 2036\r\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let desk = Desk::new("library-utf16").with("excel.csv", utf16);
    let imported = import(&desk, &["excel.csv"]);
    assert_eq!((imported.status, imported.stderr.as_str()), (0, ""));
    let record = shown(&desk, "A/RES/91/7");
    assert_eq!(values(&record, "/adopted"), ["2036-12-03"]);
    assert_eq!(values(&record, "/titles/fr"), [json!({ "text": "Le ciel", "kind": "full" })]);
}

/// Begins an import from standard input, waits until the program has named the bad record after the good ones, and
/// ends it there.
fn interrupt(desk: &Desk) {
    let mut child = desk.command(&["library", "--library", "data/library.sqlite", "import", "-"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    write!(input, "{INTERRUPTED}").unwrap();
    input.flush().unwrap();
    let mut said = String::new();
    BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
    assert!(said.contains("is no JSON object"), "{said}");
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn an_interrupted_import_leaves_the_old_state() {
    let desk = imported("interrupted");
    let before = library(&desk, &["export"]).stdout;
    interrupt(&desk);
    let after = library(&desk, &["export"]);
    assert_eq!((after.status, after.stderr.as_str()), (0, ""));
    assert_eq!(after.stdout, before);
    assert!(!before.contains("A/RES/95/1"));
    // And what comes next lands.
    let next = desk.feed(&["library", "--library", "data/library.sqlite", "import", "-"], INTERRUPTED.as_bytes());
    assert_eq!(next.status, 1);
    assert_eq!(library(&desk, &["show", "95/1"]).status, 0);
}

#[test]
fn an_interrupted_first_import_leaves_no_library() {
    let desk = desk("interrupted-first");
    interrupt(&desk);
    let listed = library(&desk, &["list"]);
    assert_eq!(listed.status, 2);
    assert!(listed.stderr.contains("There is no library yet."), "{}", listed.stderr);
    assert_eq!(import(&desk, &["91.json"]).status, 0);
}

// ------------------------------------------------------------------ what is known

#[test]
fn what_several_tables_say_is_one_record() {
    let desk = imported("merged");
    let record = shown(&desk, "A/RES/91/7");
    assert_eq!(record["symbol"], "A/RES/91/7");
    assert_eq!(values(&record, "/titles/en"), [json!({ "text": "Protection of the night sky", "kind": "full" })]);
    assert_eq!(values(&record, "/titles/zh"), [json!({ "text": "保护夜空", "kind": "full" })]);
    assert_eq!(values(&record, "/votes"), [json!({ "yes": 2, "no": 1, "abstaining": 1, "not_voting": null })]);
    assert_eq!(values(&record, "/meetings"), ["A/91/PV.44"]);
    assert_eq!(values(&record, "/drafts"), ["A/C.3/91/L.9/Rev.1"]);
    assert_eq!(values(&record, "/reports"), ["A/91/431"]);
    assert_eq!(values(&record, "/committees"), ["Third Committee"]);
    assert_eq!(values(&record, "/agenda_items"), ["72 (b)"]);
    assert_eq!(record["document"], "https://undocs.org/en/A/RES/91/7");
    let draft = shown(&desk, "A/C.3/91/L.9/Rev.1");
    assert_eq!(values(&draft, "/adopted_as"), ["A/RES/91/7"]);
    assert_eq!(values(&draft, "/issued"), ["2036-11-08"]);
    let page = library(&desk, &["show", "91/7"]).stdout;
    assert!(page.contains("  in favour     CÔTE D’IVOIRE, FIJI\n"), "{page}");
    assert!(page.contains("  against       PERU\n"), "{page}");
    assert!(page.contains("  source        catalogue.xml: UN Digital Library, catalogue\n"), "{page}");
}

#[test]
fn a_shortened_title_and_a_description_are_marked() {
    let desk = imported("marked");
    let kind = |symbol: &str| values(&shown(&desk, symbol), "/titles/en")[0].clone();
    assert_eq!(kind("S/RES/3001 (2041)"), json!({ "text": "on the night over ports", "kind": "described" }));
    assert_eq!(kind("A/RES/91/8"), json!({ "text": "Harbours at ni", "kind": "shortened" }));
    assert_eq!(kind("A/RES/217 A (III)"), json!({ "text": "Lamps", "kind": "full" }));
    let listed = library(&desk, &["list"]).stdout;
    assert!(listed.contains("S/RES/3001 (2041)     2041-02-05  [on the night over ports]\n"), "{listed}");
    assert!(listed.contains("A/RES/91/8            2036-12-05  Harbours at ni…\n"), "{listed}");
    assert_eq!(values(&shown(&desk, "3001"), "/votes"), [json!({ "without_vote": true })]);
}

#[test]
fn parts_are_found_in_the_whole() {
    let desk = imported("parts");
    assert_eq!(shown(&desk, "A/RES/91/20 B")["symbol"], "A/RES/91/20 A-C");
    assert_eq!(shown(&desk, "91/20")["symbol"], "A/RES/91/20 A-C");
    let unknown = library(&desk, &["show", "A/RES/91/20 D"]);
    assert_eq!(
        (unknown.status, unknown.stderr.as_str()),
        (1, "The library has A/RES/91/20 D in parts only: A/RES/91/20 A-C.\n")
    );
}

#[test]
fn what_is_not_known_is_said() {
    let desk = imported("unknown");
    let unknown = library(&desk, &["show", "90/1"]);
    assert_eq!((unknown.status, unknown.stderr.as_str()), (1, "The library has nothing about A/RES/90/1.\n"));
    let nothing = library(&desk, &["show", "the", "night", "sky"]);
    assert_eq!(nothing.status, 2);
    assert!(nothing.stderr.starts_with("“the night sky” is no document symbol"), "{}", nothing.stderr);
    // The number of another year.
    let elsewhere = library(&desk, &["show", "S/RES/3001 (2040)"]);
    assert_eq!(elsewhere.status, 1);
    assert!(elsewhere.stderr.ends_with("that number belongs to S/RES/3001 (2041).\n"), "{}", elsewhere.stderr);
}

#[test]
fn a_number_beyond_a_whole_session_is_denied() {
    let desk = Desk::new("library-beyond").with("two.csv", two_sessions());
    assert_eq!(import(&desk, &["two.csv"]).status, 0);
    let said = |symbol| library(&desk, &["show", symbol]).stderr;
    assert!(said("91/31").ends_with("the last resolution of session 91 is 91/30.\n"));
    // The next session has only begun.
    assert_eq!(said("92/31"), "The library has nothing about A/RES/92/31.\n");
}

// ------------------------------------------------------------------ searching

#[test]
fn titles_are_searched_in_six_languages() {
    let desk = imported("search");
    for words in [
        "night sky",
        "NIGHT prot",
        "夜空",
        "保护",
        "空",
        "ciel",
        "protection du ciel",
        "ночного неба",
        "НЕБА",
        "cielo",
        "proteccion",
        "سماء",
        "حماية السماء",
        "91/7",
        "A/RES/91/7",
    ] {
        assert!(found(&desk, words).contains(&"A/RES/91/7".to_owned()), "{words}");
    }
    assert_eq!(found(&desk, "夜海"), [""; 0]);
    assert_eq!(found(&desk, "护夜"), ["A/RES/91/7"]);
    assert_eq!(found(&desk, "пор"), ["A/RES/91/20 A-C"]);
    let zero = library(&desk, &["search", "--limit", "0", "night"]);
    assert_eq!(zero.status, 2);
    assert!(zero.stderr.contains("--limit <NUMBER> can't be “0”. Give a whole number from 1."), "{}", zero.stderr);
    assert!(library(&desk, &["search", " "]).stderr.contains("<WORD> can't be empty."));
    let none = library(&desk, &["search", "zeppelin"]);
    assert_eq!((none.status, none.stdout.as_str()), (1, ""));
    assert_eq!(none.stderr, "No instrument that is known has “zeppelin” in its title, or as its number.\n");
    assert_eq!(library(&desk, &["search", "--language", "de", "night"]).status, 2);
}

#[test]
fn the_title_is_shown_that_has_the_words() {
    let desk = imported("search-language");
    let title = |arguments: &[&str]| library(&desk, &[&["search"], arguments].concat()).stdout;
    assert!(title(&["ciel"]).starts_with("A/RES/91/7            Protection du ciel nocturne\n"));
    assert!(title(&["夜空"]).starts_with("A/RES/91/7            保护夜空\n"));
    assert_eq!(title(&["--language", "ru", "91/7"]), "A/RES/91/7            Охрана ночного неба\n");
}

#[test]
fn cites_says_what_tables_tell_and_that_they_tell_little() {
    let desk = imported("cites");
    // A column of the table says so.
    let cites = library(&desk, &["cites", "91/7"]);
    assert_eq!(cites.status, 0);
    assert!(cites.stdout.starts_with("A/RES/91/20 A-C "), "{}", cites.stdout);
    assert!(cites.stderr.contains("Tables hold titles, not texts"), "{}", cites.stderr);
    // A title does.
    assert!(library(&desk, &["cites", "91/9"]).stdout.starts_with("A/RES/91/21 "));
    let none = library(&desk, &["cites", "91/8"]);
    assert_eq!((none.status, none.stdout.as_str()), (1, ""));
    assert!(none.stderr.starts_with("The library doesn't tell of any instrument that cites A/RES/91/8."));
}

// ------------------------------------------------------------------ the file

#[test]
fn an_exported_library_is_imported_without_a_loss() {
    let desk = imported("export");
    let exported = library(&desk, &["export"]).stdout;
    let desk = desk.with("library.jsonl", &exported);
    let other = |arguments: &[&str]| desk.run(&[&["library", "--library", "other.sqlite"], arguments].concat());
    assert_eq!(other(&["import", "library.jsonl"]).status, 0);
    assert_eq!(other(&["export"]).stdout, exported);
}

#[test]
fn an_exported_table_is_one_that_can_be_imported() {
    let desk = imported("export-table");
    let table = library(&desk, &["export", "--format", "csv"]).stdout;
    assert!(table.starts_with("symbol,adopted,vote,yes,no,abstaining,meeting,draft,report,"), "{table}");
    let desk = desk.with("table.csv", &table);
    let other = |arguments: &[&str]| desk.run(&[&["library", "--library", "other.sqlite"], arguments].concat());
    assert_eq!(other(&["import", "table.csv"]).status, 0);
    let again = other(&["export", "--format", "csv"]).stdout;
    assert_eq!(again, table);
}

#[test]
fn the_path_is_the_one_that_was_named() {
    let desk = Desk::new("library-path");
    let path = |variable: Option<&str>, arguments: &[&str]| {
        let mut command = desk.command(arguments);
        command.env_remove("RAPPORTEUR_LIBRARY").env("XDG_DATA_HOME", "/data").env("HOME", "/home/writer");
        variable.map(|value| command.env("RAPPORTEUR_LIBRARY", value));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert_eq!(path(Some("/shelf/l.sqlite"), &["library", "path"]), "/shelf/l.sqlite\n");
    assert_eq!(path(Some("/shelf/l.sqlite"), &["library", "path", "--library", "here.sqlite"]), "here.sqlite\n");
    if cfg!(target_os = "linux") {
        assert_eq!(path(None, &["library", "path"]), "/data/rapporteur/library.sqlite\n");
    }
}

#[test]
fn a_library_that_cannot_be_used_is_named_with_the_mend() {
    let desk = imported("unusable").with("text.sqlite", "Notes for lunch, and much more of them");
    let listed = |file: &str| {
        let listed = desk.run(&["library", "--library", file, "list"]);
        assert_eq!((listed.status, listed.stdout.as_str()), (2, ""));
        listed.stderr
    };
    assert!(listed("nowhere.sqlite").starts_with("nowhere.sqlite: There is no library yet."));
    assert!(listed("text.sqlite").starts_with("text.sqlite: This is no library of Rapporteur."));
    assert!(desk.run(&["library", "--library", "text.sqlite", "import", "91.json"]).status == 2);
    let newer = desk.alter("data/library.sqlite", "newer.sqlite", |bytes| bytes[63] = 99);
    assert!(newer.contains("newer.sqlite"));
    let said = listed("newer.sqlite");
    assert!(said.starts_with("newer.sqlite: A later version of Rapporteur made this library (layout 99"), "{said}");
    desk.alter("data/library.sqlite", "damaged.sqlite", |bytes| bytes[4096..].fill(7));
    let said = listed("damaged.sqlite");
    assert!(said.starts_with("damaged.sqlite: This library is damaged. Move it away and import"), "{said}");
}

#[test]
fn drafts_are_checked_by_what_the_library_knows() {
    let draft = "The General Assembly,\n\nRecalling its resolution 91/7 of 4 December 2036, entitled “Protection of the \
                 bright sky”,\n\nDecides to look up.\n";
    let desk = imported("check").with("draft.txt", draft);
    let checked = desk.run(&["check", "--library", "data/library.sqlite", "draft.txt"]);
    assert_eq!(checked.status, 1, "{}", checked.stderr);
    assert!(
        checked.stdout.contains("“91/7” was adopted on 3 December 2036, not on 4 December 2036."),
        "{}",
        checked.stdout
    );
    assert!(checked.stdout.contains("The title of “91/7” reads “Protection of the night sky”."), "{}", checked.stdout);
    assert_eq!(checked.stdout.matches("[citation-").count(), 2, "{}", checked.stdout);
    let without = desk.run(&["check", "draft.txt"]);
    assert_eq!((without.status, without.stderr.as_str()), (0, ""), "{}", without.stdout);
    let nowhere = desk.run(&["check", "--library", "nowhere.sqlite", "draft.txt"]);
    assert_eq!(nowhere.status, 2);
    assert!(nowhere.stderr.starts_with("nowhere.sqlite: There is no library yet."), "{}", nowhere.stderr);
}

#[test]
fn what_is_quoted_in_part_or_of_another_text_is_let_be() {
    let draft = "The General Assembly,\n\nRecalling its resolution 91/7 of 3 December 2036, entitled “Night sky”, and \
                 its resolution 91/9, entitled “Programme of Action on Lighthouses”, and resolutions 91/7 and 91/9, \
                 entitled “Protection of the Night Sky”,\n\nDecides to look up.\n";
    let desk = imported("check-quoted").with("draft.txt", draft);
    let checked = desk.run(&["check", "--library", "data/library.sqlite", "draft.txt"]);
    assert_eq!((checked.status, checked.stdout.contains("[citation-")), (0, false), "{}", checked.stdout);
}

#[test]
fn a_number_beyond_the_last_of_a_session_is_unknown() {
    let draft = "The General Assembly,\n\nRecalling its resolutions 91/30, 91/31 and 92/31,\n\nDecides to look up.\n";
    let desk = Desk::new("library-unknown").with("all.csv", two_sessions()).with("draft.txt", draft);
    assert_eq!(import(&desk, &["all.csv"]).status, 0);
    let checked = desk.run(&["check", "--library", "data/library.sqlite", "draft.txt"]);
    assert_eq!(checked.stdout.matches("[citation-").count(), 1, "{}", checked.stdout);
    let said = "There is no resolution 91/31, as far as your library knows: the last one of session 91 is 91/30.";
    assert!(checked.stdout.contains(said), "{}", checked.stdout);
}

#[test]
fn the_library_is_read_while_something_is_imported() {
    let desk = imported("read-meanwhile");
    let mut table = String::from("symbol,title_en,adopted\n");
    (1..4000).for_each(|number| table += &format!("A/RES/92/{number},Protection of lamp {number},2037-12-03\n"));
    let desk = desk.with("many.csv", table);
    let before = library(&desk, &["export"]).stdout;
    let arguments = ["library", "--library", "data/library.sqlite", "import", "many.csv"];
    let mut importing = desk.command(&arguments).spawn().unwrap();
    loop {
        let ended = importing.try_wait().unwrap();
        let exported = library(&desk, &["export"]);
        assert_eq!(exported.status, 0, "{}", exported.stderr);
        let whole = exported.stdout == before || exported.stdout.contains("A/RES/92/3999");
        assert!(whole, "half of an import is seen");
        if let Some(ended) = ended {
            assert_eq!(ended.code(), Some(0));
            break;
        }
    }
    assert!(library(&desk, &["export"]).stdout.contains("Protection of lamp 3999"));
}

#[test]
fn tables_that_are_made_to_be_hard_are_refused_or_read() {
    let entities: String =
        (1..12).map(|nth| format!("<!ENTITY e{nth} \"{}\">", format!("&e{};", nth - 1).repeat(10))).collect();
    let laughs = format!("<?xml version=\"1.0\"?>\n<!DOCTYPE collection [<!ENTITY e0 \"lamp\">{entities}]>\n");
    let record = |title: &str| {
        format!(
            "<collection xmlns=\"http://www.loc.gov/MARC21/slim\"><record><datafield tag=\"191\" ind1=\" \" ind2=\" \">\
             <subfield code=\"a\">A/RES/92/14</subfield></datafield><datafield tag=\"245\" ind1=\" \" ind2=\" \">\
             <subfield code=\"a\">{title}</subfield></datafield></record></collection>\n"
        )
    };
    let akn = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement><mainBody><p>&e11;</p>\
               </mainBody></statement></akomaNtoso>\n";
    let desk = desk("hard")
        .with("entities.xml", laughs.clone() + &record("&e11;"))
        .with("akn.xml", laughs + akn)
        .with("deep.xml", record(&("<b>".repeat(50_000) + &"</b>".repeat(50_000))))
        .with("long.xml", record(&"lamp ".repeat(400_000)))
        .with("wide.csv", "symbol,title_en".to_owned() + &",x".repeat(20_000) + "\nA/RES/92/14,Lamps\n")
        .with("quote.csv", "symbol,title_en\nA/RES/92/14,\"".to_owned() + &"lamps\n".repeat(200_000))
        .with("file.xml", "<!DOCTYPE c [<!ENTITY f SYSTEM \"secret.txt\">]>\n".to_owned() + &record("&f;"))
        .with("secret.txt", "the keeper's own");
    for file in ["entities.xml", "deep.xml", "long.xml", "wide.csv", "quote.csv", "file.xml"] {
        let imported = import(&desk, &[file]);
        assert!((0..=2).contains(&imported.status), "{file}: {}", imported.stderr);
        let exported = library(&desk, &["export"]);
        assert!(exported.stdout.len() < 16 << 20, "{file} makes {} bytes", exported.stdout.len());
        assert!(!exported.stdout.contains("the keeper"), "{file} has another file read");
    }
    let checked = desk.run(&["check", "akn.xml"]);
    assert!((0..=2).contains(&checked.status) && checked.stdout.len() < 1 << 20, "{}", checked.stderr);
}
