//! Akoma Ntoso: the United Nations' own files are read as their texts are and stay as they are, and what is written of adopted
//! texts reads as these do.
//!
//! The texts are not part of this repository: see [`crate::shared_corpus`].

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use rapporteur::draft::{Draft, Edit, ParagraphKind, ReadAs, edit};
use rapporteur::language;
use rapporteur::publish::{PublishFormat, write};
use rapporteur::source::{self, ReadPurpose, RewritableFile, SourceText};
use regex::Regex;

use crate::gold::{self, Use};
use crate::shared_corpus::{adopted, corpus};

/// The archives, and the languages that they are in.
const ARCHIVES: [(&str, &str); 3] = [("English", "en"), ("Chinese", "zh"), ("French", "fr")];

/// A folder that is gone when it isn't needed any more.
struct Unpacked(PathBuf);

impl Drop for Unpacked {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The United Nations' own files, unpacked; where that can't be done, says that the test was skipped.
fn unpacked(corpus: &Path, test: &str) -> Option<Unpacked> {
    let folder = Unpacked(std::env::temp_dir().join(format!("rapporteur-akn-{test}-{}", std::process::id())));
    for (name, language) in ARCHIVES {
        let archive = corpus.join(format!("xml/A_RES_77.{name}.akn.tar.xz"));
        let into = folder.0.join(language);
        fs::create_dir_all(&into).unwrap();
        let done = Command::new("tar").arg("-xf").arg(&archive).arg("-C").arg(&into).status();
        if !done.is_ok_and(|status| status.success()) {
            println!("skipped: {} could not be unpacked", archive.display());
            return None;
        }
    }
    Some(folder)
}

/// The files of a language, in the order of their names.
fn files(folder: &Unpacked, language: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let mut folders = vec![folder.0.join(language)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "xml") {
                all.push(path);
            }
        }
    }
    all.sort();
    all
}

/// The name that the text of a file has among the adopted ones.
fn name_of_text(path: &Path) -> String {
    static NAME: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^A_RES_(?:ES-11_6|77_(\d+)[_ ]?([A-C](?:-[A-C])?)?[-_ .A-Z])").unwrap());
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let found = NAME.captures(&name).unwrap_or_else(|| panic!("{name}"));
    let Some(number) = found.get(1) else { return "A_RES_ES_11_6".to_owned() };
    // One file has its parts in its text, but not in its name.
    let letters = found.get(2).map_or(if number.as_str() == "128" { "A-B" } else { "" }, |letters| letters.as_str());
    let letters = letters.replace('-', "_");
    let parts = ["A_RES_77", number.as_str(), &letters];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

/// What counts of a text: its lines, with white space in them and behind labels as one space, without the rule above the
/// notes, and without the empty brackets that Arabic texts have where the number of a note stood in brackets.
fn lines(text: &str) -> Vec<String> {
    static GAPS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[ \t]+").unwrap());
    static LABEL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(\S{1,6})[\s\x{a0}]+").unwrap());
    static BRACKETS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^([⁰¹²³⁴-⁹]+|\*+) \(\) ?").unwrap());
    let lines = text.lines().map(|line| {
        let line = GAPS.replace_all(line.trim_matches([' ', '\t']), " ").into_owned();
        let line = LABEL.replace(&line, "$1 ").into_owned();
        BRACKETS.replace(&line, "$1 ").trim_end().to_owned()
    });
    lines.filter(|line| !line.is_empty() && !line.chars().all(|c| c == '_')).collect()
}

fn read_document(file: &str) -> (SourceText, Draft) {
    let source = source::of_text(file.to_owned(), Some("x.xml".as_ref())).unwrap();
    let draft = Draft::read_with(&source.text, ReadAs::default(), &source.hints);
    (source, draft)
}

/// What was read of a draft, in a line each.
fn structure(draft: &Draft) -> Vec<String> {
    let paragraphs = draft.paragraphs.iter().map(|one| {
        let label = one.label.as_ref().map_or("-", |label| label.text.as_str());
        format!("{:?} {} {}", one.kind, one.level, gold::label_key(label))
    });
    let markers = draft.markers.iter().map(|marker| format!("mark {}", marker.label));
    let notes = draft.notes.iter().map(|note| format!("note {}", note.label));
    let citations = draft.citations.iter().map(|citation| citation.symbol.to_string());
    let about = [draft.language.code.to_owned(), format!("{:?} {:?}", draft.symbol, draft.adopted)];
    about.into_iter().chain(paragraphs).chain(markers).chain(notes).chain(citations).collect()
}

#[test]
fn the_united_nations_files_are_read_as_their_texts() {
    let Some(corpus) = corpus() else { return };
    let Some(folder) = unpacked(&corpus, "read") else { return };
    let (mut read, mut same, mut alike, mut labels, mut found) = (0, 0, 0, 0, 0);
    for (_, language) in ARCHIVES {
        for path in files(&folder, language) {
            let source = source::read(&path, ReadPurpose::Asked).unwrap();
            let draft = Draft::read_with(&source.text, ReadAs::default(), &source.hints);
            let name = name_of_text(&path);
            let text = corpus.join("adopted").join(language).join(format!("{name}.txt"));
            let document = gold::document(&text).unwrap_or_else(|| panic!("{}", text.display()));
            read += 1;
            let (of_xml, of_text) = (lines(&source.text), lines(&document.text));
            if of_xml == of_text {
                same += 1;
            } else {
                let known: BTreeSet<&String> = of_text.iter().collect();
                let more: Vec<&String> = of_xml.iter().filter(|line| !known.contains(line)).collect();
                let first = more.first().map_or_else(String::new, |line| line.chars().take(60).collect());
                println!("{language} {name}: {} lines are others, the first: {first}", more.len());
            }
            let of_text = Draft::read(&document.text);
            match structure(&draft) == structure(&of_text) {
                true => alike += 1,
                false => println!("{language} {name}: the structure is another"),
            }
            // The labels of the United Nations' own markup are labels of the draft.
            let of_draft: Vec<String> = draft
                .paragraphs
                .iter()
                .filter(|one| one.kind != ParagraphKind::Preambular)
                .filter_map(|one| Some(gold::label_key(&one.label.as_ref()?.text)))
                .collect();
            let mut rest = of_draft.iter();
            for label in document.gold.iter().filter(|gold| matches!(gold.what, Use::Operative | Use::Sub)) {
                labels += 1;
                let mut ahead = rest.clone();
                if ahead.any(|other| *other == label.label) {
                    found += 1;
                    rest = ahead;
                }
            }
        }
    }
    println!(
        "{read} files, {same} with the lines of their texts, {alike} with their structure, {found} of {labels} labels"
    );
    assert_eq!(read, 1032);
    assert!(same >= 990 && alike >= 985, "{same} {alike}");
    assert!(found * 1000 >= labels * 995, "{found} of {labels}");
}

#[test]
fn nothing_but_what_is_mended_changes_in_a_file() {
    let Some(corpus) = corpus() else { return };
    let Some(folder) = unpacked(&corpus, "mended") else { return };
    let (mut read, mut planted) = (0, 0);
    for path in ARCHIVES.iter().flat_map(|(_, language)| files(&folder, language)) {
        let bytes = fs::read(&path).unwrap();
        let file = RewritableFile::read(Some(&path)).unwrap();
        let source = &file.source;
        assert!(bytes == file.encoded(source.file()), "{}", path.display());
        read += 1;
        // The last letter that stands in the text of an element, and a number.
        let letters = source.text.char_indices().rev().filter(|(_, c)| c.is_alphabetic());
        let mut letters = letters.map(|(at, c)| Edit { range: at..at + c.len_utf8(), text: "<&>".to_owned() });
        let label = source.hints.labels.first().map(|label| Edit { range: label.clone(), text: "99.".to_owned() });
        let word = letters.find(|edit| source.map.is_mendable(&edit.range));
        for edit in [word, label].into_iter().flatten() {
            let edits = [edit];
            let in_file = edit::in_file(&edits, &source.map).unwrap_or_else(|| panic!("{}: {edits:?}", path.display()));
            let mended = edit::apply(&in_file, source.file());
            // What is replaced is no markup, and all around it is as it was.
            let place = in_file[0].range.clone();
            assert!(!source.file()[place.clone()].contains(['<', '>']));
            assert!(mended.starts_with(&source.file()[..place.start]) && mended.ends_with(&source.file()[place.end..]));
            let again = read_document(&mended).0;
            assert_eq!(again.text, edit::apply(&edits, &source.text), "{}", path.display());
            planted += 1;
        }
    }
    println!("{read} files are as they were, {planted} mends changed one element each");
    assert!(read == 1032 && planted > 2000, "{read} {planted}");
}

#[test]
fn what_is_written_of_adopted_texts_reads_as_they_do() {
    let Some(corpus) = corpus() else { return };
    // The folder that this names keeps what is written, for docs/akoma-ntoso/validate.py.
    let kept = std::env::var_os("RAPPORTEUR_KEEP");
    let (mut all, mut same, mut again) = (0, 0, 0);
    for language in language::ALL.map(|language| language.code) {
        let mut of_language = 0;
        for path in adopted(&corpus, language) {
            let text = fs::read_to_string(&path).unwrap();
            let draft = Draft::read(&text);
            let document =
                String::from_utf8(write(PublishFormat::AkomaNtoso, &text, &draft, &Default::default())).unwrap();
            let (read, draft) = read_document(&document);
            all += 1;
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if let Some(folder) = &kept {
                fs::write(Path::new(folder).join(format!("{language}_{name}.xml")), &document).unwrap();
            }
            let (before, after) = (lines(&text), lines(&read.text));
            if before == after {
                same += 1;
                of_language += 1;
            } else {
                let at = before
                    .iter()
                    .zip(&after)
                    .position(|(one, other)| one != other)
                    .unwrap_or(before.len().min(after.len()));
                let shown =
                    |lines: &[String]| lines.get(at).map_or_else(String::new, |line| line.chars().take(80).collect());
                println!("{language} {name}: {} became {}", shown(&before), shown(&after));
            }
            let from_text = Draft::read(&read.text);
            let from_text = write(PublishFormat::AkomaNtoso, &read.text, &from_text, &Default::default());
            let from_document = write(PublishFormat::AkomaNtoso, &read.text, &draft, &read.hints);
            match from_text == document.as_bytes() && from_document == document.as_bytes() {
                true => again += 1,
                false => println!("{language} {name}: it is written otherwise the second time"),
            }
        }
        println!("{language}: {of_language} texts read as they did");
    }
    println!("{same} of {all} texts read as they did, {again} documents are written again byte for byte");
    assert!(same * 1000 >= all * 970 && again * 1000 >= all * 980, "{same} and {again} of {all}");
}
