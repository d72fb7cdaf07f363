//! A set of versions as it is shown: in rows, with what differs in each.

use std::ops::Range;
use std::sync::Arc;

use super::sentence::told;
use super::sets::TextSet;
use super::texts::VersionText;
use crate::compare::{
    Concordance, ConcordanceRow, Divergence, DivergenceKind, ItemKind, LanguageVersion, OtherPlace, VersionItem,
};
use crate::rules::Finding;

/// A set of versions as it is shown.
pub struct SetView<'a> {
    /// The versions, in the order in which they are shown.
    pub columns: Vec<VersionColumn<'a>>,
    /// The versions, in rows.
    pub concordance: Concordance,
    /// What the versions say of themselves, where that differs; then titles, headings and paragraphs; then notes.
    pub rows: Vec<ViewRow>,
    /// What differs, in the order of the rows.
    pub differences: Vec<RowDifference>,
}

/// A version, and the text that it is in.
pub struct VersionColumn<'a> {
    /// The text.
    pub text: &'a VersionText,
    /// The version.
    pub version: Arc<LanguageVersion>,
    /// How many paragraphs and headings are still to come in it.
    pub to_come: usize,
    /// Something of it was lost on its way here, and it is not compared.
    pub is_damaged: bool,
}

/// What a row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSubject {
    /// The text's own symbol.
    OwnSymbol,
    /// The number before the title.
    OwnNumber,
    /// The day of adoption.
    OwnDate,
    /// A title, a heading or a paragraph.
    Item(ItemKind),
    /// A note.
    Note,
}

/// The same place of all versions.
pub struct ViewRow {
    /// What it shows.
    pub subject: RowSubject,
    /// How deep it stands among lists: 1 for `(a)`.
    pub level: usize,
    /// The labels that lead to it, as the first version has them that has it.
    pub path: String,
    /// What each version has there.
    pub cells: Vec<Option<ViewCell>>,
    /// What differs in it, by the places in [`SetView::differences`].
    pub differences: Range<usize>,
}

/// What a version has in a row.
pub struct ViewCell {
    /// In bytes of its draft.
    pub range: Range<usize>,
    /// Its label as written, and where.
    pub label: Option<(String, Range<usize>)>,
}

/// Something that differs, and the row that it is shown in.
pub struct RowDifference {
    /// The row, by its place in [`SetView::rows`].
    pub row: usize,
    /// What differs.
    pub divergence: Divergence,
    /// What a rule tells of it.
    pub finding: Finding,
}

impl<'a> SetView<'a> {
    /// Compares the versions of a set. Of two that say different things the first is taken to be right: it is the one that
    /// the other was made of.
    pub fn of(set: &TextSet<'a>) -> SetView<'a> {
        let pairs = || set.texts.iter().flat_map(|text| text.versions.iter().map(move |version| (*text, version)));
        let concordance = Concordance::of(pairs().map(|(_, version)| version.clone()).collect());
        let columns: Vec<VersionColumn<'a>> = pairs()
            .zip(0..concordance.versions.len())
            .map(|((text, version), at)| VersionColumn {
                text,
                version: version.clone(),
                to_come: concordance.to_be_translated(at),
                is_damaged: concordance.is_damaged(at),
            })
            .collect();
        let mut view = SetView { columns, concordance, rows: Vec::new(), differences: Vec::new() };
        view.compare();
        view
    }

    fn compare(&mut self) {
        let told = |divergence: Divergence| told(&self.columns, &divergence).map(|finding| (divergence, finding));
        let divergences: Vec<(Divergence, Finding)> =
            self.concordance.divergences(0).into_iter().filter_map(told).collect();
        let own = [RowSubject::OwnSymbol, RowSubject::OwnNumber, RowSubject::OwnDate];
        let differing =
            own.into_iter().filter(|own| divergences.iter().any(|(one, _)| own_subject(&one.kind) == Some(*own)));
        let differing: Vec<RowSubject> = differing.collect();
        for subject in &differing {
            let cells = self.columns.iter().map(|column| own_cell(&column.version, *subject)).collect();
            self.rows.push(ViewRow { subject: *subject, level: 0, path: String::new(), cells, differences: 0..0 });
        }
        let first_of_rows = self.rows.len();
        let count = self.columns.len();
        let concordance = &self.concordance;
        let item_rows = concordance.rows.iter().map(|row| view_row(row, count, |at| concordance.item(row, at)));
        let note_rows = concordance.notes.iter().map(|row| view_row(row, count, |at| concordance.note(row, at)));
        self.rows.extend(item_rows.chain(note_rows));

        let row_of = |divergence: &Divergence| -> usize {
            if let Some(own) = own_subject(&divergence.kind) {
                return differing.iter().position(|subject| *subject == own).unwrap_or_default();
            }
            let own = (divergence.version, divergence.range.start);
            let there = divergence.others.first().map(|OtherPlace { version, range }| (*version, range.start));
            // What is lacking is shown where the others have it.
            let (version, byte) = match divergence.kind {
                DivergenceKind::Lacking { .. } | DivergenceKind::LackingNote { .. } => there.unwrap_or(own),
                _ => own,
            };
            let Some(row) = concordance.row_at(version, byte) else { return first_of_rows };
            let place = |rows: &[ConcordanceRow]| rows.iter().position(|other| std::ptr::eq(other, row));
            let in_notes = || place(&concordance.notes).map(|at| concordance.rows.len() + at);
            first_of_rows + place(&concordance.rows).or_else(in_notes).unwrap_or_default()
        };
        let mut differences: Vec<RowDifference> = divergences
            .into_iter()
            .map(|(divergence, finding)| RowDifference { row: row_of(&divergence), divergence, finding })
            .collect();
        differences.sort_by_key(|difference| difference.row);
        let mut from = 0;
        for (at, row) in self.rows.iter_mut().enumerate() {
            let more = differences.get(from..).unwrap_or_default().iter().take_while(|one| one.row == at).count();
            row.differences = from..from + more;
            from += more;
        }
        self.differences = differences;
    }

    /// What differs in a row.
    pub fn differences_in(&self, row: &ViewRow) -> &[RowDifference] {
        self.differences.get(row.differences.clone()).unwrap_or_default()
    }

    /// What the text is called: its symbol, or the name of its file, and its title, as the first version has them that has
    /// them.
    pub fn heading(&self) -> (String, Option<&str>) {
        let symbols = self.columns.iter().find_map(|column| column.text.draft.symbol.as_ref());
        let name = || self.columns.first().map(|column| column.text.name.clone()).unwrap_or_default();
        let titles = self.columns.iter().find_map(|column| column.text.draft.title.as_ref());
        (symbols.map_or_else(name, ToString::to_string), titles.map(|title| title.text.as_str()))
    }
}

/// What of a text's own is another one.
fn own_subject(kind: &DivergenceKind) -> Option<RowSubject> {
    match kind {
        DivergenceKind::OwnSymbol { .. } => Some(RowSubject::OwnSymbol),
        DivergenceKind::OwnNumber { .. } => Some(RowSubject::OwnNumber),
        DivergenceKind::OwnDate { .. } => Some(RowSubject::OwnDate),
        _ => None,
    }
}

fn own_cell(version: &LanguageVersion, subject: RowSubject) -> Option<ViewCell> {
    let range = match subject {
        RowSubject::OwnSymbol => version.symbol.as_ref().map(|(_, range)| range),
        RowSubject::OwnNumber => version.number.as_ref().map(|(_, range)| range),
        RowSubject::OwnDate => version.adopted.as_ref().map(|(_, range)| range),
        RowSubject::Item(_) | RowSubject::Note => None,
    };
    Some(ViewCell { range: range?.clone(), label: None })
}

fn view_row<'a>(row: &ConcordanceRow, count: usize, item: impl Fn(usize) -> Option<&'a VersionItem>) -> ViewRow {
    let first = (0..count).find_map(&item).filter(|_| row.count() > 0);
    let subject = match first.map(|first| first.kind) {
        Some(ItemKind::Note) => RowSubject::Note,
        kind => RowSubject::Item(kind.unwrap_or(ItemKind::Operative)),
    };
    let cell = |at| item(at).map(|item| ViewCell { range: item.range.clone(), label: item.label.clone() });
    ViewRow {
        subject,
        level: first.map_or(0, |first| usize::from(first.level)),
        path: first.map(|first| first.path.clone()).unwrap_or_default(),
        cells: (0..count).map(cell).collect(),
        differences: 0..0,
    }
}
