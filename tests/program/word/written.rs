//! Drafts written as Word documents, and into ones that are there.

use std::collections::BTreeMap;
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
fn a_paragraph_with_changes_of_others_is_left_alone() {
    let mut file = word_file::draft();
    file.body = file.body.replace(
        "Decides to light the lamps;",
        "Decides to light </w:t></w:r><w:ins w:id='9' w:author='Vallmark'><w:r><w:t xml:space='preserve'>bright \
         </w:t></w:r></w:ins><w:r><w:t>the lamps;",
    );
    let desk = Desk::new("word-others").with("old.docx", file.bytes()).with("new.txt", LATER);
    let refused = desk.run(&["convert", "new.txt", "--into", "old.docx", "--track", "Estoria", "-o", "new.docx"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("of this document has tracked changes"), "{}", refused.stderr);
    assert!(!desk.path("new.docx").exists());
}
