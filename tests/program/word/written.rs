//! Drafts written as Word documents, and into ones that are there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use serde_json::Value;
use zip::ZipArchive;

use crate::desk::Desk;
use crate::word_file;

const DRAFT: &str = "\
United Nations

A/C.2/93/L.27

General Assembly

Distr.: Limited
4 November 2038
Original: English

Ninety-third session

Estoria* and Vallmark: draft resolution

Quiet harbours

The General Assembly,

Recalling its resolution 92/14 of 3 December 2037,¹

1. Decides to light the lamps;

2. Requests the keepers:

(a) To watch:

(i) At night;

(ii) At dawn;²

(b) To rest;

2 bis. Invites the harbours to keep their lamps, on 5 km² of quays;

3. Notes the work of the keepers.

Annex

Guidelines

1. Lamps burn at night.

58th plenary meeting
3 December 2038

__________________

* On behalf of the States that keep lamps.
¹ See A/92/406.
² Resolution 92/15.
";

/// The parts of a package, by their names.
fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let name = part.name().unwrap().to_string();
            let mut content = String::new();
            part.read_to_string(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

/// What `inspect` says of a file, without places.
fn structure(desk: &Desk, path: &str) -> Value {
    let mut read: Value = serde_json::from_str(desk.run(&["inspect", "--format", "json", path]).stdout.trim()).unwrap();
    read["file"] = Value::Null;
    for list in ["paragraphs", "markers", "notes", "citations", "masthead"] {
        for one in read[list].as_array_mut().unwrap() {
            let one = one.as_object_mut().unwrap();
            for place in ["start", "end", "document"] {
                one.remove(place);
            }
        }
    }
    read
}

#[test]
fn a_draft_comes_back_from_word_as_it_went() {
    let desk = Desk::new("word-written").with("quiet.resolution.txt", DRAFT);
    // Beside the draft, and only once.
    let written = desk.run(&["convert", "quiet.resolution.txt", "--to", "docx"]);
    assert_eq!((written.status, &*written.stdout, &*written.stderr), (0, "", ""));
    let again = desk.run(&["convert", "quiet.resolution.txt", "--to", "docx"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("This file is there already"), "{}", again.stderr);
    assert_eq!(structure(&desk, "quiet.docx"), structure(&desk, "quiet.resolution.txt"));
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let mut back = words(&desk.run(&["convert", "quiet.docx"]).stdout);
    let mut there = words(DRAFT);
    back.sort();
    there.sort();
    assert_eq!(back, there);
}

#[test]
fn word_counts_what_it_can_count() {
    let desk = Desk::new("word-counts").with("quiet.txt", DRAFT);
    desk.run(&["convert", "quiet.txt", "-o", "quiet.docx"]);
    let parts = parts(&desk.path("quiet.docx"));
    let document = &parts["word/document.xml"];
    for counted in [">1.", ">(a)", ">(i)"] {
        assert!(!document.contains(counted), "{counted} is counted");
    }
    assert!(document.contains(">2 bis."), "no list gives this number");
    assert!(document.contains("<w:footnoteReference w:customMarkFollows=\"1\""), "a star is no number");
    assert!(document.contains("<w:i/><w:iCs/></w:rPr><w:t xml:space=\"preserve\">Recalling"));
    assert!(parts["word/numbering.xml"].contains("<w:startOverride w:val=\"1\"/>"), "the annex begins anew");
}

#[test]
fn the_examples_come_back_from_word_as_they_went() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let folders = [root.clone(), root.join("versions")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let drafts: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    assert!(drafts.len() > 4, "the examples are found");
    for path in drafts {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let desk = Desk::new("word-examples").with(&name, fs::read(&path).unwrap());
        let written = desk.run(&["convert", &name, "-o", "made.docx"]);
        assert_eq!(written.status, 0, "{name}: {}", written.stderr);
        assert_eq!(structure(&desk, "made.docx"), structure(&desk, &name), "{name}");
    }
}

#[test]
fn what_is_no_text_is_not_printed() {
    let desk = Desk::new("word-stdout");
    let asked = desk.feed(&["convert", "-", "--to", "docx"], DRAFT.as_bytes());
    assert_eq!((asked.status, asked.stdout.as_str()), (2, ""));
    assert!(asked.stderr.contains("Name the file to write with `-o`."), "{}", asked.stderr);
}

/// A later version of the draft of [`word_file::draft`].
const LATER: &str = "\
United Nations

A/C.2/93/L.27

Quiet harbours

The General Assembly,

Recalling its resolutions 92/14 of 3 December 2037¹ and 92/16 of 4 December 2037,

Noting that lamps grow old,²

1. Decides to light all lamps;³

2. Requests the keepers:

(a) To rest

__________________

¹ See A/92/406.
² Resolution 92/17.
³ Resolution 92/15, annex.
";

#[test]
fn changes_are_tracked_in_the_authors_name() {
    let desk = Desk::new("word-tracked").with("old.docx", word_file::draft().bytes()).with("new.txt", LATER);
    let refused = desk.run(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("never written over"), "{}", refused.stderr);
    let written = desk.run(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria", "-o", "new.docx"]);
    assert_eq!(written.status, 0, "{}", written.stderr);
    let of = |state: &str| desk.run(&["convert", "--changes", state, "new.docx"]).stdout;
    assert_eq!(of("original"), desk.run(&["convert", "old.docx"]).stdout);
    assert_eq!(of("accepted"), LATER);
    let (before, after) = (parts(&desk.path("old.docx")), parts(&desk.path("new.docx")));
    for (name, part) in &before {
        let may_change = ["word/document.xml", "word/footnotes.xml"].contains(&name.as_str());
        assert!(may_change || after[name] == *part, "{name}");
    }
    assert!(after["word/document.xml"].contains("w:author=\"Estoria\""));
    // What has not changed is as it was.
    let unchanged = "<w:p><w:r><w:t xml:space='preserve'>The General Assembly,</w:t></w:r></w:p>";
    assert!(before["word/document.xml"].contains(unchanged) && after["word/document.xml"].contains(unchanged));
}

/// The names of the notes that a document calls, in order.
fn called(parts: &BTreeMap<String, String>) -> Vec<String> {
    let calls = parts["word/document.xml"].split("<w:footnoteReference w:id=").skip(1);
    calls.map(|call| call[1..].split(['\'', '"']).next().unwrap().to_owned()).collect()
}

/// The names of the notes that a document has, in the order in which they stand.
fn written_notes(parts: &BTreeMap<String, String>) -> Vec<String> {
    let notes = parts["word/footnotes.xml"].split("<w:footnote ").skip(1).filter(|note| !note.starts_with("w:type"));
    notes.map(|note| note["w:id=".len() + 1..].split(['\'', '"']).next().unwrap().to_owned()).collect()
}

#[test]
fn notes_stand_in_the_order_in_which_they_are_called_each_called_once() {
    // The paragraph that calls the first note moves behind the other one.
    let moved = "\
United Nations

A/C.2/93/L.27

Quiet harbours

The General Assembly,

Noting that lamps grow old,¹

1. Decides to light the lamps;²

Recalling its resolution 92/14 of 3 December 2037,³

2. Requests the keepers:

(a) To watch;

(b) To rest

__________________

¹ Resolution 92/17.
² Resolution 92/15.
³ See A/92/406.
";
    let desk = Desk::new("word-notes").with("old.docx", word_file::draft().bytes()).with("new.txt", moved);
    for (name, track) in [("tracked.docx", &["--track", "Estoria"][..]), ("plain.docx", &[])] {
        let written = desk.run(&[&["convert", "new.txt", "--into", "old.docx", "-o", name][..], track].concat());
        assert_eq!(written.status, 0, "{}", written.stderr);
        let parts = parts(&desk.path(name));
        let calls = called(&parts);
        assert_eq!(calls, written_notes(&parts), "{name}");
        assert_eq!(BTreeSet::from_iter(&calls).len(), calls.len(), "{name}: {calls:?}");
        assert_eq!(calls.len(), if track.is_empty() { 3 } else { 4 }, "{name}");
        assert_eq!(desk.run(&["convert", name]).stdout, moved, "{name}");
    }
    let original = desk.run(&["convert", "--changes", "original", "tracked.docx"]);
    assert_eq!(original.stdout, desk.run(&["convert", "old.docx"]).stdout);
}

#[test]
fn a_document_without_notes_gets_its_first() {
    let body = [
        word_file::paragraph(&word_file::run("The General Assembly,")),
        word_file::paragraph(&word_file::run("Recalling its resolution 92/14 of 3 December 2037,")),
        word_file::item(1, 0, &word_file::run("Decides to light the lamps.")),
    ];
    let old = word_file::WordFile { body: body.concat(), ..word_file::draft() };
    let old = word_file::WordFile { footnotes: String::new(), ..old };
    let new = "\
The General Assembly,

Recalling its resolution 92/14 of 3 December 2037,¹

1. Decides to light the lamps.

__________________

¹ See A/92/406.
";
    let desk = Desk::new("word-first-note").with("old.docx", old.bytes()).with("new.txt", new);
    let written = desk.run(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria", "-o", "new.docx"]);
    assert_eq!((written.status, &*written.stderr), (0, ""));
    assert_eq!(desk.run(&["convert", "new.docx"]).stdout, new);
    let original = desk.run(&["convert", "--changes", "original", "new.docx"]).stdout;
    assert_eq!(original, desk.run(&["convert", "old.docx"]).stdout);
    // What is new is listed, and what was there is listed as it was.
    let (before, after) = (parts(&desk.path("old.docx")), parts(&desk.path("new.docx")));
    assert!(!before.contains_key("word/footnotes.xml") && after.contains_key("word/footnotes.xml"));
    for (list, entry) in [
        ("[Content_Types].xml", "PartName=\"/word/footnotes.xml\""),
        ("word/_rels/document.xml.rels", "Target=\"footnotes.xml\""),
    ] {
        assert!(after[list].contains(entry), "{}", after[list]);
        let added = after[list].split('<').find(|tag| tag.contains(entry)).unwrap();
        assert_eq!(after[list].replace(&format!("<{added}"), ""), before[list]);
    }
}

#[test]
fn tracked_changes_say_when_they_were_made() {
    let desk = Desk::new("word-dated").with("old.docx", word_file::draft().bytes()).with("new.txt", LATER);
    let mut command =
        desk.command(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria", "-o", "new.docx"]);
    // 3 December 2038, as other programs that write files anew alike are told the time.
    assert!(command.env("SOURCE_DATE_EPOCH", "2174947200").status().unwrap().success());
    let parts = parts(&desk.path("new.docx"));
    for part in ["word/document.xml", "word/footnotes.xml"] {
        let changes = parts[part].matches("w:author=\"Estoria\"").count();
        let dated = parts[part].matches("w:author=\"Estoria\" w:date=\"2038-12-03T00:00:00Z\"").count();
        assert!(changes > 0 && changes == dated, "{part}: {dated} of {changes}");
    }
}

#[test]
fn what_is_put_in_over_the_end_of_a_paragraph_is_one_stretch() {
    let old = "The General Assembly,\n\n1. Decides to light the lamps\n\n2. Requests the keepers to watch;\n";
    let longer = "The General Assembly,\n\n1. Decides to light the lamps of all harbours\n\n2. Invites the States\n\n3. \
                  Notes the work\n\n4. Requests the keepers to watch;\n";
    let desk = Desk::new("word-stretch").with("old.txt", old).with("longer.txt", longer);
    for (from, to) in [("old", "longer"), ("longer", "old")] {
        desk.run(&["convert", &format!("{from}.txt"), "-o", &format!("{from}.docx")]);
        let (draft, into, written) = (format!("{to}.txt"), format!("{from}.docx"), format!("{from}.{to}.docx"));
        let done = desk.run(&["convert", &draft, "--into", &into, "--track", "Estoria", "-o", &written]);
        assert_eq!((done.status, &*done.stderr), (0, ""));
        let document = &parts(&desk.path(&written))["word/document.xml"];
        let paragraphs: Vec<&str> =
            document.split("<w:p>").filter(|one| one.contains("<w:t") || one.contains("<w:del")).collect();
        let mark = if to == "longer" { "<w:rPr><w:ins " } else { "<w:rPr><w:del " };
        let marked: Vec<bool> = paragraphs.iter().map(|one| one.contains(mark)).collect();
        // The end of the first paragraph is changed, the end of the last new one is the one that was there.
        assert_eq!(marked, [false, true, true, false, false], "{document}");
        let state = |state: &str| desk.run(&["convert", "--changes", state, &written]).stdout;
        let text = |name: &str| desk.run(&["convert", &format!("{name}.docx")]).stdout;
        desk.run(&["convert", &draft, "-o", &format!("{to}.docx")]);
        assert_eq!((state("original"), state("accepted")), (text(from), text(to)));
    }
}

#[test]
fn spaces_that_keep_words_together_are_changes_where_somebody_changed_them() {
    let old = "The General Assembly,\n\nRecalling the lamps of 3\u{a0}December 2036, and the oil of 4 May 2036,\n\n1. Decides to \
               light them on 5\u{a0}June and 6\u{a0}July.\n";
    let new = old.replace("3\u{a0}December", "3 December").replace("4 May", "4\u{a0}May").replace("5\u{a0}", "7 ");
    // What is put in before all that was there is parted from it.
    let new = new.replace("1. Decides", "1. Therefore Decides");
    let desk = Desk::new("word-no-break").with("old.txt", old).with("new.txt", &new);
    desk.run(&["convert", "old.txt", "-o", "old.docx"]);
    let done = desk.run(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria", "-o", "new.docx"]);
    assert_eq!((done.status, &*done.stderr), (0, ""));
    let text = |state: &str| desk.run(&["convert", "--changes", state, "new.docx"]).stdout;
    assert_eq!((text("original"), text("accepted")), (old.to_owned(), new));
}

#[test]
fn without_an_author_the_text_is_simply_the_new_one() {
    let desk = Desk::new("word-untracked").with("old.docx", word_file::draft().bytes()).with("new.txt", LATER);
    let written = desk.run(&["convert", "new.txt", "--into", "old.docx", "-o", "new.docx"]);
    assert_eq!(written.status, 0, "{}", written.stderr);
    let text = |state: &str| desk.run(&["convert", "--changes", state, "new.docx"]).stdout;
    assert_eq!((text("original"), text("accepted")), (LATER.to_owned(), LATER.to_owned()));
    // The same draft once more changes nothing.
    let again = desk.run(&["convert", "new.docx", "--into", "new.docx", "-o", "again.docx"]);
    assert!(again.stderr.contains("This document says what the draft says"), "{}", again.stderr);
    assert_eq!(fs::read(desk.path("again.docx")).unwrap(), fs::read(desk.path("new.docx")).unwrap());
}

#[test]
fn a_paragraph_with_changes_of_others_is_changed_between_them() {
    let mut file = word_file::draft();
    file.body = file.body.replace(
        "Decides to light the lamps;",
        "Decides to light </w:t></w:r><w:ins w:id='9' w:author='Vallmark'><w:r><w:t xml:space='preserve'>bright \
         </w:t></w:r></w:ins><w:r><w:t>the lamps;",
    );
    let desk = Desk::new("word-others").with("old.docx", file.bytes()).with("new.txt", LATER);
    let written = desk.run(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria", "-o", "new.docx"]);
    assert_eq!((written.status, &*written.stderr), (0, ""));
    let of = |state: &str| desk.run(&["convert", "--changes", state, "new.docx"]).stdout;
    assert_eq!(of("original"), desk.run(&["convert", "--changes", "original", "old.docx"]).stdout);
    assert_eq!(of("accepted"), LATER);
    let document = &parts(&desk.path("new.docx"))["word/document.xml"];
    assert!(document.contains("<w:ins w:id='9' w:author='Vallmark'><w:del "), "{document}");
}

#[test]
fn a_row_that_the_table_has_no_room_for_is_told() {
    let masthead = "United Nations\n\nA/C.2/93/L.27\n";
    let new = LATER.replace(masthead, "United Nations\tA/C.2/93/L.27\n\nOne\tTwo\tThree\n");
    let desk = Desk::new("word-cells").with("old.docx", word_file::draft().bytes()).with("new.txt", new);
    let refused = desk.run(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria", "-o", "new.docx"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("a row has more cells in the draft than in this document"), "{}", refused.stderr);
    assert!(!desk.path("new.docx").exists());
}
