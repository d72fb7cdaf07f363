//! The language versions of open documents, side by side.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::snapshot::DocumentSnapshot;
use crate::compare::{Concordance, ConcordanceRow, LanguageVersion, VersionItem};
use crate::draft::NormalizedText;
use crate::rules::{self, FilePlace, VersionDifference, VersionSource};
use crate::text::{Position, PositionEncoding};
use crate::workspace::{ParsedText, Span};

/// How many sets of versions are kept that were compared last.
const KEPT: usize = 8;

/// A text, or a part of one, among its language versions.
#[derive(Debug, Clone)]
pub struct ComparedText {
    /// Its file.
    pub path: Arc<Path>,
    /// The text, as it was when it was compared.
    pub reading: Arc<ParsedText>,
}

/// Language versions of one text, side by side.
#[derive(Debug)]
pub struct ComparedVersions {
    /// The texts, in the order of [`Concordance::versions`]. The parts of a file with several languages are all of the same.
    pub texts: Vec<ComparedText>,
    /// Which paragraph is which.
    pub concordance: Concordance,
    /// What differs, once that was asked for.
    found: Mutex<Option<FoundDifferences>>,
}

/// What differs in each of some versions, and the version that was being edited when that was found.
type FoundDifferences = (Option<usize>, Arc<Vec<Vec<VersionDifference>>>);

/// What stands in a version for a place of another one.
#[derive(Debug)]
pub struct VersionMatch<'a> {
    /// Which version, by its index.
    pub version: usize,
    /// What stands there.
    pub item: &'a VersionItem,
}

/// What is said of a document's versions beside its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionSummary {
    /// How many versions there are, this one included.
    pub versions: usize,
    /// How many differences are told in all of them.
    pub differences: usize,
    /// How many paragraphs this one lacks since it is still being translated.
    pub to_come: usize,
}

/// What is kept of versions that were compared, so that only what was changed is looked at again.
#[derive(Debug, Default)]
pub struct VersionCache(Mutex<VersionCacheState>);

#[derive(Debug, Default)]
struct VersionCacheState {
    /// What was made of the last text of each file.
    versions: HashMap<Arc<Path>, (Weak<ParsedText>, Arc<LanguageVersion>)>,
    /// The sets that were compared last, the latest last.
    sets: Vec<Arc<ComparedVersions>>,
    /// How many changes each open document had when it was compared last.
    revisions: HashMap<Arc<Path>, u64>,
    /// The documents that were edited, the latest last.
    edited: Vec<Arc<Path>>,
}

/// What comparing a document came to.
#[derive(Debug)]
pub struct Comparison {
    /// The document among its versions. `None` where there are no others.
    pub set: Option<Arc<ComparedVersions>>,
    /// Files of which something else may be said now, since it differs from what was compared before.
    pub affected: Vec<Arc<Path>>,
}

impl ComparedVersions {
    fn new(texts: Vec<ComparedText>, versions: Vec<Arc<LanguageVersion>>) -> ComparedVersions {
        ComparedVersions { texts, concordance: Concordance::of(versions), found: Mutex::default() }
    }

    /// The parts of a text that holds several versions. `None` of any other text.
    pub fn of_parts(path: &Path, reading: &Arc<ParsedText>) -> Option<ComparedVersions> {
        if reading.draft.parts.len() < 2 {
            return None;
        }
        let versions = rules::versions_of_one_text(&reading.text, &reading.draft);
        let text = ComparedText { path: Arc::from(path), reading: reading.clone() };
        let texts = versions.iter().map(|_| text.clone()).collect();
        (versions.len() > 1).then(|| ComparedVersions::new(texts, versions))
    }

    fn has(&self, path: &Path) -> bool {
        self.texts.iter().any(|text| *text.path == *path)
    }

    /// Whether it is of just these texts, as they are.
    fn is_of(&self, texts: &[ComparedText]) -> bool {
        let same = |(one, other): (&ComparedText, &ComparedText)| {
            one.path == other.path && Arc::ptr_eq(&one.reading, &other.reading)
        };
        self.texts.len() == texts.len() && self.texts.iter().zip(texts).all(same)
    }

    /// Which version a byte of a file's draft is in.
    pub fn version_at(&self, path: &Path, byte: usize) -> Option<usize> {
        let versions = self.texts.iter().zip(&self.concordance.versions).enumerate();
        let of_path = versions.filter(|(_, (text, _))| *text.path == *path);
        of_path.filter(|(at, (_, version))| self.is_alone(*at) || version.part.contains(&byte)).map(|(at, _)| at).next()
    }

    /// Whether a version has a file of its own.
    fn is_alone(&self, version: usize) -> bool {
        let Some(own) = self.texts.get(version) else { return false };
        self.texts.iter().filter(|text| text.path == own.path).count() == 1
    }

    /// What differs in each version. Of two, and in ties, the one that was `edited` is not taken to be right.
    pub fn differences(&self, edited: Option<usize>, encoding: PositionEncoding) -> Arc<Vec<Vec<VersionDifference>>> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = found.as_ref().filter(|(by, _)| *by == edited) {
            return found.clone();
        }
        let places: Vec<_> = self.texts.iter().map(|text| text.reading.spans(encoding)).collect();
        let places: Vec<_> = places.iter().map(|spans| move |range: &Range<usize>| file_place(&spans(range))).collect();
        let sources: Vec<VersionSource<'_>> = self
            .texts
            .iter()
            .zip(&places)
            .map(|(text, place)| VersionSource { file: Some(text.path.clone()), text: &text.reading.text, place })
            .collect();
        let trusted = usize::from(edited == Some(0));
        let all = Arc::new(VersionDifference::of_each(&self.concordance, trusted, &sources));
        *found = Some((edited, Arc::clone(&all)));
        all
    }

    /// What stands at a byte of a version in the others, in the order of the languages, beginning with the version behind
    /// it. At a footnote marker it is the note.
    pub fn counterparts(&self, version: usize, byte: usize) -> Vec<VersionMatch<'_>> {
        let concordance = &self.concordance;
        let Some(row) = self.note_called_at(version, byte).or_else(|| self.row_at(version, byte)) else {
            return Vec::new();
        };
        let is_note = concordance.notes.iter().any(|note| std::ptr::eq(note, row));
        let all = concordance.versions.len();
        let others = (1..all).map(|step| (version + step) % all);
        let place = |other| {
            let item = if is_note { concordance.note(row, other) } else { concordance.item(row, other) };
            Some(VersionMatch { version: other, item: item? })
        };
        others.filter_map(place).collect()
    }

    /// The row that holds a byte; before the first paragraph, in a masthead, the first.
    fn row_at(&self, version: usize, byte: usize) -> Option<&ConcordanceRow> {
        let first = self.concordance.versions.get(version)?.items.first()?;
        match byte < first.range.start {
            true => self.concordance.rows.iter().find(|row| row.items.get(version) == Some(&Some(0))),
            false => self.concordance.row_at(version, byte),
        }
    }

    /// The row of the note whose marker stands at a byte.
    fn note_called_at(&self, version: usize, byte: usize) -> Option<&ConcordanceRow> {
        let own = self.concordance.versions.get(version)?;
        let mut markers = own.items.iter().flat_map(|item| &item.facts.markers);
        let marker = markers.find(|marker| marker.range.start <= byte && byte <= marker.range.end)?;
        let note = own.notes.iter().position(|note| note.path == marker.label)?;
        self.concordance.notes.iter().find(|row| row.items.get(version) == Some(&Some(note)))
    }

    /// What is asked about at a byte of a version: a paragraph's label or its first word, a note's number or its marker.
    /// `None` elsewhere.
    pub fn subject_at(&self, version: usize, byte: usize) -> Option<Range<usize>> {
        let own = self.concordance.versions.get(version)?;
        let items = own.items.iter().chain(&own.notes).filter(|item| item.range.start <= byte);
        let mut places = items
            .flat_map(|item| std::iter::once(&item.place).chain(item.facts.markers.iter().map(|marker| &marker.range)));
        places.rfind(|place| place.start <= byte && byte <= place.end).cloned()
    }

    /// The words of an item of a version, without its label, in one line.
    pub fn words(&self, place: &VersionMatch<'_>) -> String {
        let Some(text) = self.texts.get(place.version) else { return String::new() };
        let text = text.reading.text.as_str();
        let words = |range: Range<usize>| NormalizedText::of(text.get(range).unwrap_or_default(), 0).text;
        let range = &place.item.range;
        match &place.item.label {
            Some((_, label)) if label.start >= range.start && label.end <= range.end => {
                let (before, behind) = (words(range.start..label.start), words(label.end..range.end));
                format!("{} {}", before.trim(), behind.trim()).trim().to_owned()
            }
            _ => words(range.clone()).trim().to_owned(),
        }
    }
}

impl VersionCache {
    /// Compares a document, whose text this is, with its versions, its own text among them in `texts`, if there are others.
    pub fn compare<K>(&self, document: &DocumentSnapshot<K>, texts: Vec<ComparedText>) -> Comparison {
        let Some(own) = document.path() else { return Comparison { set: None, affected: Vec::new() } };
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let state = &mut *state;
        let before = state.sets.iter().find(|set| set.has(own)).cloned();
        let kept = before.as_ref().filter(|set| set.is_of(&texts)).cloned();
        let is_new = kept.is_none();
        let set = kept.or_else(|| state.set_of(texts));
        let versions = |set: &Option<Arc<ComparedVersions>>| -> Vec<(Arc<Path>, Arc<LanguageVersion>)> {
            let all = set.iter().flat_map(|set| set.texts.iter().zip(&set.concordance.versions));
            all.map(|(text, version)| (text.path.clone(), version.clone())).collect()
        };
        let is_edited = state.note_edits(own, document.revision);
        let (old, new) = (versions(&before), versions(&set));
        let mut affected = Vec::new();
        if is_edited || is_new && old != new {
            affected = old.into_iter().chain(new).map(|(path, _)| path).filter(|path| **path != *own).collect();
            affected.sort_unstable();
            affected.dedup();
        }
        if let Some(set) = &set {
            // A text is in one set.
            state.sets.retain(|other| !set.texts.iter().any(|text| other.has(&text.path)));
            state.sets.push(set.clone());
            if state.sets.len() > KEPT {
                state.sets.remove(0);
            }
        } else {
            state.sets.retain(|other| !other.has(own));
        }
        Comparison { set, affected }
    }

    /// Some texts side by side, for a question about them. `None` where there are fewer than two.
    pub fn side_by_side(&self, texts: Vec<ComparedText>) -> Option<Arc<ComparedVersions>> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = state.sets.iter().find(|set| set.is_of(&texts)).cloned();
        kept.or_else(|| state.set_of(texts))
    }

    /// Which version of a set was edited last, if one was.
    pub fn edited(&self, set: &ComparedVersions) -> Option<usize> {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = |path: &Arc<Path>| set.texts.iter().position(|text| text.path == *path);
        state.edited.iter().rev().find_map(place)
    }

    /// Whether a file was compared with others.
    pub fn has_compared(&self, path: &Path) -> bool {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.sets.iter().any(|set| set.has(path))
    }
}

impl VersionCacheState {
    /// Puts texts side by side. `None` where there are fewer than two.
    fn set_of(&mut self, texts: Vec<ComparedText>) -> Option<Arc<ComparedVersions>> {
        if texts.len() < 2 {
            return None;
        }
        self.versions.retain(|_, (reading, _)| reading.strong_count() > 0);
        let mut compared = Vec::with_capacity(texts.len());
        let mut versions = Vec::with_capacity(texts.len());
        for text in texts {
            if let Some(version) = self.version_of(&text) {
                compared.push(text);
                versions.push(version);
            }
        }
        let is_set = versions.len() > 1;
        is_set.then(|| Arc::new(ComparedVersions::new(compared, versions)))
    }

    fn version_of(&mut self, text: &ComparedText) -> Option<Arc<LanguageVersion>> {
        let kept = self.versions.get(&text.path);
        if let Some((_, version)) = kept.filter(|(of, _)| std::ptr::eq(of.as_ptr(), Arc::as_ptr(&text.reading))) {
            return Some(version.clone());
        }
        let ParsedText { text: words, draft, .. } = &*text.reading;
        let version = rules::first_version(words, draft)?;
        self.versions.insert(text.path.clone(), (Arc::downgrade(&text.reading), version.clone()));
        Some(version)
    }

    /// Takes note of how many changes a document has had. Says whether it is the one that is being edited now, and wasn't
    /// before.
    fn note_edits(&mut self, path: &Path, revision: u64) -> bool {
        let last = self.revisions.insert(Arc::from(path), revision).unwrap_or_default();
        if revision <= last || self.edited.last().is_some_and(|edited| **edited == *path) {
            return false;
        }
        self.edited.retain(|edited| **edited != *path);
        self.edited.push(Arc::from(path));
        true
    }
}

fn file_place(span: &Span) -> FilePlace {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let place = |position: Position| (number(position.line), number(position.column));
    (place(span.start), place(span.end))
}

#[cfg(test)]
mod tests {
    use super::super::open_documents::OpenDocuments;
    use super::super::snapshot::{DocumentIdentity, DocumentKind};
    use super::*;
    use crate::compare::DivergenceKind;
    use crate::draft::ReadAs;
    use crate::library::AuthorityCache;
    use crate::text::{Text, TextChange};

    const ENGLISH: &str = "Lamps\n\nThe General Assembly,\n\nRecalling 24 harbours,¹\n\n1. Decides to light 12 lamps;\n\n\
        2. Decides to rest.\n\n____\n\n¹ See A/92/2.\n";
    const FRENCH: &str = "Lampes\n\nL’Assemblée générale,\n\nRappelant 24 ports¹,\n\n1. Décide d’allumer 12 lampes ;\n\n\
        2. Décide de se reposer.\n\n____\n\n¹ Voir A/92/2.\n";

    /// Open documents, and what is kept of their comparison.
    struct Opened {
        documents: OpenDocuments<String>,
        cache: VersionCache,
    }

    impl Opened {
        fn new(texts: &[(&str, &str)]) -> Opened {
            let mut documents = OpenDocuments::new(Arc::new(AuthorityCache::in_time(None)));
            for (name, text) in texts {
                let (key, path) = ((*name).to_owned(), Some(name.into()));
                let identity = DocumentIdentity { key, path, kind: DocumentKind::Draft };
                documents.open(identity, Text::new(text, 1), PositionEncoding::Utf16, ReadAs::default());
            }
            Opened { documents, cache: VersionCache::default() }
        }

        fn edit(&mut self, name: &str, words: &str, new: &str) {
            let document = self.documents.get(&name.to_owned()).unwrap();
            let at = document.text.whole().find(words).unwrap();
            let place = |byte| document.text.position(byte, PositionEncoding::Utf16);
            let change = TextChange { range: Some(place(at)..place(at + words.len())), text: new.to_owned() };
            let version = document.text.version() + 1;
            self.documents.change(&name.to_owned(), version, [change]).unwrap();
        }

        fn compare(&self, name: &str) -> Comparison {
            let texts = self.documents.all().into_iter().map(|document| ComparedText {
                path: Arc::from(document.path().unwrap()),
                reading: document.reading().unwrap(),
            });
            self.cache.compare(self.documents.get(&name.to_owned()).unwrap(), texts.collect())
        }

        /// The words at what differs in each version.
        fn told(&self, set: &ComparedVersions) -> Vec<Vec<String>> {
            let all = set.differences(self.cache.edited(set), PositionEncoding::Utf16);
            let words = |(text, told): (&ComparedText, &Vec<VersionDifference>)| {
                told.iter().map(|told| text.reading.text[told.range.clone()].to_owned()).collect()
            };
            set.texts.iter().zip(&*all).map(words).collect()
        }
    }

    #[test]
    fn what_was_compared_is_kept_until_a_text_changes() {
        let mut opened = Opened::new(&[("en.txt", ENGLISH), ("fr.txt", FRENCH)]);
        let first = opened.compare("en.txt");
        assert_eq!(first.affected, [Arc::from(Path::new("fr.txt"))]);
        let first = first.set.unwrap();
        let again = opened.compare("fr.txt");
        assert!(Arc::ptr_eq(&first, again.set.as_ref().unwrap()) && again.affected.is_empty());

        opened.edit("fr.txt", "12", "21");
        let now = opened.compare("fr.txt");
        assert_eq!(now.affected, [Arc::from(Path::new("en.txt"))]);
        let now = now.set.unwrap();
        // Of the other text nothing is made anew.
        assert!(Arc::ptr_eq(&first.concordance.versions[0], &now.concordance.versions[0]));
        assert!(!Arc::ptr_eq(&first.concordance.versions[1], &now.concordance.versions[1]));
        assert!(opened.compare("en.txt").affected.is_empty(), "nobody goes on asking the others");
    }

    #[test]
    fn of_two_the_one_that_was_edited_last_differs() {
        let mut opened = Opened::new(&[("en.txt", ENGLISH), ("fr.txt", FRENCH)]);
        opened.edit("en.txt", "12", "21");
        let set = opened.compare("en.txt").set.unwrap();
        assert_eq!(opened.told(&set), [vec!["21"], vec![]]);
        opened.edit("fr.txt", "Lampes", "Les lampes");
        let set = opened.compare("fr.txt").set.unwrap();
        assert_eq!(opened.told(&set), [vec![], vec!["12"]]);
    }

    #[test]
    fn the_places_of_the_others_are_those_of_their_files() {
        let mut opened = Opened::new(&[("en.txt", ENGLISH), ("fr.txt", FRENCH)]);
        opened.edit("fr.txt", "24 ports", "42 ports");
        let set = opened.compare("fr.txt").set.unwrap();
        let all = set.differences(Some(1), PositionEncoding::Utf16);
        let [told] = &all[1][..] else { panic!("{all:?}") };
        assert!(matches!(told.kind, DivergenceKind::Figure { .. }));
        let [there] = &told.counterparts[..] else { panic!("{told:?}") };
        assert_eq!((there.file.as_deref(), there.start, there.end), (Some(Path::new("en.txt")), (4, 10), (4, 12)));
    }

    #[test]
    fn a_marker_stands_for_its_note_and_a_label_for_its_paragraph() {
        let opened = Opened::new(&[("en.txt", ENGLISH), ("fr.txt", FRENCH)]);
        let set = opened.compare("en.txt").set.unwrap();
        let words = |byte| set.counterparts(0, byte).iter().map(|place| set.words(place)).collect::<Vec<_>>();
        let at = |words: &str| ENGLISH.find(words).unwrap();
        assert_eq!(words(at("¹")), ["Voir A/92/2."]);
        assert_eq!(words(at("12 lamps")), ["Décide d’allumer 12 lampes ;"]);
        assert_eq!(words(at("The General")), ["Lampes"]);
        let subject = |byte| set.subject_at(0, byte).map(|range| &ENGLISH[range]);
        assert_eq!(subject(at("2. ")), Some("2."));
        assert_eq!(subject(at("Recalling")), Some("Recalling"));
        assert_eq!(subject(at("¹")), Some("¹"));
        assert_eq!(subject(at("harbours")), None);
    }
}
