//! What stands in a line of words: opening words, links, marks and notes.

use std::collections::HashSet;
use std::ops::Range;

use super::body::written;
use super::element::{AknContent, AknElement};
use crate::draft::CitationKind;
use crate::language::{Language, OpeningFace};
use crate::publish::{Manuscript, ManuscriptBlock, ManuscriptFace, ManuscriptNote, ManuscriptRun};
use crate::script::is_superscript;
use crate::symbol::Symbol;

/// Makes words of a manuscript's runs, with the notes at their places.
#[derive(Debug)]
pub struct AknInline<'m> {
    manuscript: &'m Manuscript<'m>,
    /// The links that are made, in order, apart from each other.
    links: Vec<(Range<usize>, &'m Symbol)>,
    /// Of each note the name of its element, once that is written.
    notes: Vec<Option<String>>,
    count: usize,
    containers: usize,
    ids: HashSet<String>,
}

impl<'m> AknInline<'m> {
    /// Of a manuscript of which nothing is written yet.
    pub fn of(manuscript: &'m Manuscript<'m>) -> AknInline<'m> {
        let mut links: Vec<(Range<usize>, &Symbol)> = Vec::new();
        // The masthead tells the document's own symbols, and decisions have no address that leads to them.
        let cited = manuscript.draft.citations.iter();
        let mut cited: Vec<_> = cited
            .filter(|one| !one.in_masthead && one.kind != CitationKind::Decision && !one.symbol.is_open())
            .collect();
        cited.sort_by_key(|one| (one.range.start, one.range.end));
        for one in cited {
            if links.last().is_none_or(|(before, _)| before.end <= one.range.start) {
                links.push((one.range.clone(), &one.symbol));
            }
        }
        let notes = manuscript.notes.iter().map(|_| None).collect();
        AknInline { manuscript, links, notes, count: 0, containers: 0, ids: HashSet::new() }
    }

    /// A name for an element that no other has: the wanted one, or one made of it.
    pub fn id(&mut self, wanted: String) -> String {
        let mut id = wanted.clone();
        let mut number = 1;
        while !self.ids.insert(id.clone()) {
            number += 1;
            id = format!("{wanted}_{number}");
        }
        id
    }

    /// The number of the next preambular paragraph, from 1 through the document.
    pub fn next_container(&mut self) -> usize {
        self.containers += 1;
        self.containers
    }

    /// Whether a line is nothing but the draft's own symbol.
    pub fn is_own_symbol(&self, line: &str) -> bool {
        self.manuscript.draft.symbol.as_ref().is_some_and(|symbol| symbol.as_str() == line.trim())
    }

    /// What a block says, behind its label if it has one.
    pub fn block_words(&mut self, block: &ManuscriptBlock) -> Vec<AknContent> {
        let label = block.label.as_ref().map(|label| format!("{} ", written(label)));
        let words = self.words(&block.runs, block.language);
        label.map(AknContent::Words).into_iter().chain(words).collect()
    }

    /// The words of some runs.
    pub fn words(&mut self, runs: &[ManuscriptRun], language: &'static Language) -> Vec<AknContent> {
        let mut all = Vec::new();
        for run in runs {
            match run {
                ManuscriptRun::Words { text, face, range } => {
                    let words = self.linked(text, range, language);
                    match class(*face, language) {
                        Some(class) => {
                            all.push(AknContent::Element(AknElement::of_words("span", words).with("class", class)))
                        }
                        None => all.extend(words),
                    }
                }
                ManuscriptRun::Mark { label, note: Some(note), range } => {
                    let (before, behind) = self.brackets(range);
                    all.extend(raised(before));
                    all.push(AknContent::Element(self.note(label, *note)));
                    all.extend(raised(behind));
                }
                ManuscriptRun::Mark { range, .. } => {
                    let mark = self.manuscript.text.get(range.clone()).unwrap_or_default();
                    all.push(AknContent::Words(mark.to_owned()));
                }
            }
        }
        all
    }

    /// Words with their links, and with an element in the place of a line end.
    fn linked(&self, text: &str, range: &Range<usize>, language: &'static Language) -> Vec<AknContent> {
        let mut all = Vec::new();
        let mut done = 0;
        if text.len() == range.len() {
            let first = self.links.partition_point(|(link, _)| link.start < range.start);
            for (link, symbol) in self.links.iter().skip(first).take_while(|(link, _)| link.end <= range.end) {
                let place = link.start - range.start..link.end - range.start;
                let Some(linked) = text.get(place.clone()).filter(|linked| !linked.contains('\n')) else { continue };
                plain(text.get(done..place.start).unwrap_or_default(), &mut all);
                let address = symbol.official_address(language.code);
                let words = vec![AknContent::Words(linked.to_owned())];
                all.push(AknContent::Element(AknElement::of_words("a", words).with("href", address)));
                done = place.end;
            }
        }
        plain(text.get(done..).unwrap_or_default(), &mut all);
        all
    }

    /// The round brackets around a mark, which stand outside of the note, as the United Nations write it in Arabic. Square ones
    /// are a form of writing the mark itself.
    fn brackets(&self, mark: &Range<usize>) -> (&'m str, &'m str) {
        let mark = self.manuscript.text.get(mark.clone()).unwrap_or_default();
        let is_bracket = |c: char| !c.is_alphanumeric() && !is_superscript(c) && !matches!(c, '[' | ']' | '^' | '*');
        let opened = mark.trim_start_matches(is_bracket);
        let inner = opened.trim_end_matches(is_bracket);
        let before = mark.strip_suffix(opened).unwrap_or_default();
        (before, opened.strip_prefix(inner).unwrap_or_default())
    }

    /// A note at the mark that calls it first; at others, a reference to it.
    fn note(&mut self, label: &str, note: usize) -> AknElement {
        let manuscript = self.manuscript;
        let written = self.notes.get(note).cloned().flatten();
        match (written, manuscript.notes.get(note)) {
            (None, Some(of)) => {
                self.count += 1;
                let id = self.id(format!("authorialNote_{}", self.count));
                if let Some(known) = self.notes.get_mut(note) {
                    *known = Some(id.clone());
                }
                let element = AknElement::new("authorialNote").with("marker", label).with("placement", "bottom");
                element.with("eId", id).holding(self.paragraph_of(of))
            }
            (Some(id), _) => AknElement::new("noteRef").with("href", format!("#{id}")).with("marker", label),
            (None, None) => AknElement::of_words("sup", vec![AknContent::Words(label.to_owned())]),
        }
    }

    fn paragraph_of(&mut self, note: &ManuscriptNote) -> AknElement {
        AknElement::of_words("p", self.words(&note.runs, note.language))
    }

    /// The notes that nothing calls, which have no place in the text.
    pub fn uncalled(&mut self) -> Option<AknElement> {
        let manuscript = self.manuscript;
        let mut all = AknElement::new("notes").with("source", "#rapporteur");
        for (at, note) in manuscript.notes.iter().enumerate() {
            if self.notes.get(at).is_some_and(Option::is_none) {
                self.count += 1;
                let id = self.id(format!("note_{}", self.count));
                if let Some(known) = self.notes.get_mut(at) {
                    *known = Some(id.clone());
                }
                let element = AknElement::new("note").with("marker", note.label.clone()).with("eId", id);
                all.push(element.holding(self.paragraph_of(note)));
            }
        }
        (!all.is_empty()).then_some(all)
    }
}

/// A bracket beside a mark, raised as the mark is.
fn raised(bracket: &str) -> Option<AknContent> {
    let words = || AknContent::Words(bracket.to_owned());
    (!bracket.is_empty()).then(|| AknContent::Element(AknElement::of_words("sup", vec![words()])))
}

/// The class of words that are set otherwise than those around.
fn class(face: ManuscriptFace, language: &'static Language) -> Option<&'static str> {
    match (face, language.writing.opening_face) {
        (ManuscriptFace::Plain, _) => None,
        (ManuscriptFace::Opening, OpeningFace::Italic) | (ManuscriptFace::Emphasis, _) => Some("italic"),
        (ManuscriptFace::Opening, OpeningFace::Bold) | (ManuscriptFace::Strong, _) => Some("bold"),
    }
}

/// Words without a link.
fn plain(words: &str, all: &mut Vec<AknContent>) {
    for (at, line) in words.split('\n').enumerate() {
        if at > 0 {
            all.push(AknContent::Element(AknElement::of_words("eol", Vec::new())));
        }
        if !line.is_empty() {
            all.push(AknContent::Words(line.to_owned()));
        }
    }
}

/// The cells of a row: its runs, cut at tabs.
pub fn cells(runs: &[ManuscriptRun]) -> Vec<Vec<ManuscriptRun>> {
    let mut cells = vec![Vec::new()];
    let put = |run: ManuscriptRun, cells: &mut Vec<Vec<ManuscriptRun>>| {
        if let Some(cell) = cells.last_mut() {
            cell.push(run);
        }
    };
    for run in runs {
        match run {
            ManuscriptRun::Words { text, face, range } if text.contains('\t') => {
                let same = text.len() == range.len();
                let mut at = 0;
                for (cell, words) in text.split('\t').enumerate() {
                    if cell > 0 {
                        cells.push(Vec::new());
                    }
                    let place =
                        if same { range.start + at..range.start + at + words.len() } else { range.start..range.start };
                    at += words.len() + 1;
                    if !words.is_empty() {
                        put(ManuscriptRun::Words { text: words.to_owned(), face: *face, range: place }, &mut cells);
                    }
                }
            }
            run => put(run.clone(), &mut cells),
        }
    }
    cells.iter_mut().for_each(|cell| trim(cell));
    cells
}

/// Takes spaces away from both ends of a cell.
fn trim(cell: &mut [ManuscriptRun]) {
    if let Some(ManuscriptRun::Words { text, range, .. }) = cell.first_mut() {
        let same = text.len() == range.len();
        *text = text.trim_start_matches(' ').to_owned();
        range.start = if same { range.end - text.len() } else { range.start };
    }
    if let Some(ManuscriptRun::Words { text, range, .. }) = cell.last_mut() {
        let same = text.len() == range.len();
        text.truncate(text.trim_end_matches(' ').len());
        range.end = if same { range.start + text.len() } else { range.end };
    }
}
