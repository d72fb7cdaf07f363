//! Word documents of the corpus: what is read of each is what was built into it, and nothing is found that isn't there.
//!
//! The drafts are not part of this repository: see [`crate::shared_corpus`].

use std::fs;
use std::path::Path;
use std::time::Instant;

use rapporteur::draft::{Draft, ReadAs};
use rapporteur::library::AuthorityCache;
use rapporteur::messages::Locale;
use rapporteur::rules::{self, Rule};
use rapporteur::source::{self, ReadPurpose, TrackedChanges};

use crate::shared_corpus::corpus;

/// Each document with the truth of it, and the state of its changes that the truth is.
const DOCUMENTS: [(&str, &str, TrackedChanges); 10] = [
    ("ar", "ar", TrackedChanges::Accepted),
    ("en", "en", TrackedChanges::Accepted),
    ("en_lo", "en", TrackedChanges::Accepted),
    ("en_marks", "en", TrackedChanges::Accepted),
    ("en_typed", "en", TrackedChanges::Accepted),
    ("en_tracked", "en_tracked_accepted", TrackedChanges::Accepted),
    ("en_tracked", "en_tracked_original", TrackedChanges::Original),
    ("fr", "fr", TrackedChanges::Accepted),
    ("ru", "ru", TrackedChanges::Accepted),
    ("zh", "zh", TrackedChanges::Accepted),
];

/// What was read of a draft: each thing under its name.
fn structure(draft: &Draft) -> Vec<(&'static str, Vec<String>)> {
    let paragraphs = draft.paragraphs.iter().map(|one| {
        let label = one.label.as_ref().map_or("-", |label| label.text.as_str());
        format!("{:?} {} {label}", one.kind, one.level)
    });
    vec![
        ("language", vec![draft.language.code.to_owned()]),
        ("symbol", draft.symbol.iter().map(ToString::to_string).collect()),
        ("title", draft.title.iter().map(|title| title.text.clone()).collect()),
        ("paragraphs", paragraphs.collect()),
        ("markers", draft.markers.iter().map(|marker| marker.label.clone()).collect()),
        ("notes", draft.notes.iter().map(|note| format!("{} {}", note.label, note.text)).collect()),
        ("citations", draft.citations.iter().map(|citation| citation.symbol.to_string()).collect()),
    ]
}

fn read(path: &Path, changes: TrackedChanges) -> (String, Draft) {
    let source = source::read_changes(path, ReadPurpose::Asked, changes).unwrap();
    let draft = Draft::read_with(&source.text, ReadAs::default(), &source.hints);
    (source.text, draft)
}

#[test]
fn documents_are_read_as_they_were_built() {
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join("converted");
    let mut faults = Vec::new();
    for (document, truth, changes) in DOCUMENTS {
        let (text, draft) = read(&folder.join(format!("docx/{document}.docx")), changes);
        let truth = folder.join(format!("truth.{truth}.resolution.txt"));
        let (_, expected) = read(&truth, changes);
        for ((name, read), (_, expected)) in structure(&draft).into_iter().zip(structure(&expected)) {
            if read != expected {
                faults.push(format!("{document}: {name}: {read:?} instead of {expected:?}"));
            }
        }
        let found = rules::check_knowing(AuthorityCache::built_in(), &text, &draft, &Rule::is_on_by_default);
        faults.extend(found.iter().map(|one| format!("{document}: {}", one.message.text(&Locale::ENGLISH))));
        println!("{document}, {changes:?}: {} paragraphs, {} notes", draft.paragraphs.len(), draft.notes.len());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn documents_of_the_united_nations_are_read() {
    let Some(corpus) = corpus() else { return };
    for entry in fs::read_dir(corpus.join("docx")).unwrap() {
        let path = entry.unwrap().path();
        let begun = Instant::now();
        let (text, draft) = read(&path, TrackedChanges::Accepted);
        let taken = begun.elapsed();
        let name = path.file_name().unwrap().to_string_lossy();
        println!("{name}: {} words, {taken:?}, unread: {:?}", text.split_whitespace().count(), draft.unread.len());
        assert!(draft.symbol.is_some() || name.contains("CORR"), "{name} has no symbol");
    }
}
