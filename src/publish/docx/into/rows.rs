//! Rows of tables: which of a document's rows a row of the draft is, what each of its cells is to say, which rows are new and which are
//! gone.
//!
//! A draft has a row in a line, its cells parted by tabs or wide gaps, and none for a cell that says nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::super::manuscript::{Manuscript, ManuscriptBlock, ManuscriptKind, ManuscriptRun};
use super::edit::{EditedXml, NewRow, TrackedBy};
use super::scan::{ScannedParagraph, ScannedRow};
use super::words::{SpacedWord, WordOrCall, paired, words};
use super::{BlockEnds, BlockPlace, InsertionPlan, NotInsertable, bare};

/// So many spaces part the cells of a row in which there are no tabs.
const WIDE: usize = 3;

/// A draft whose lines at the top are parted into cells, as a document's masthead is.
pub struct PartedDraft<'d> {
    /// The draft.
    pub draft: Manuscript<'d>,
    /// Of each block, the row that it is a cell of, if its line is parted.
    pub rows: Vec<Option<usize>>,
}

impl<'d> PartedDraft<'d> {
    /// Parts the lines of a draft that stand before its title and its paragraphs.
    pub fn of(draft: &'d Manuscript<'d>) -> PartedDraft<'d> {
        let head = length_of_head(draft);
        let (mut blocks, mut rows) = (Vec::new(), Vec::new());
        for (at, block) in draft.blocks.iter().enumerate() {
            let cells = if at < head && block.label.is_none() { parted(block) } else { Vec::new() };
            if cells.len() < 2 {
                blocks.push(block.clone());
                rows.push(None);
                continue;
            }
            rows.extend(cells.iter().map(|_| Some(at)));
            blocks.extend(cells);
        }
        let draft = Manuscript {
            text: Cow::Borrowed(&draft.text),
            draft: Cow::Borrowed(&draft.draft),
            blocks,
            notes: draft.notes.clone(),
        };
        PartedDraft { draft, rows }
    }
}

/// How many blocks stand before the title and the paragraphs.
pub fn length_of_head(draft: &Manuscript<'_>) -> usize {
    let is_head = |block: &ManuscriptBlock| matches!(block.kind, ManuscriptKind::Masthead | ManuscriptKind::Aside);
    draft.blocks.iter().take_while(|block| is_head(block)).count()
}

/// The cells of a line, as blocks.
fn parted(block: &ManuscriptBlock) -> Vec<ManuscriptBlock> {
    let mut cells: Vec<Vec<ManuscriptRun>> = vec![Vec::new()];
    for run in &block.runs {
        let ManuscriptRun::Words { text, face, range } = run else {
            if let Some(cell) = cells.last_mut() {
                cell.push(run.clone());
            }
            continue;
        };
        let mut begun = 0;
        for (gap, end) in gaps(text).into_iter().chain([(text.len(), text.len())]) {
            let words = text.get(begun..gap).unwrap_or_default();
            if let Some(cell) = cells.last_mut().filter(|_| !words.is_empty()) {
                let range = range.start + begun..(range.start + gap).min(range.end);
                cell.push(ManuscriptRun::Words { text: words.to_owned(), face: *face, range });
            }
            if gap < text.len() {
                cells.push(Vec::new());
            }
            begun = end;
        }
    }
    cells.retain(|runs| !runs.is_empty());
    cells.into_iter().map(|runs| ManuscriptBlock { runs, ..block.clone() }).collect()
}

/// Where the gaps between cells stand in a line.
fn gaps(text: &str) -> Vec<(usize, usize)> {
    let mut gaps = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find([' ', '\t'])).map(|found| at + found) {
        let rest = text.get(start..).unwrap_or_default();
        let end = text.len() - rest.trim_start_matches([' ', '\t']).len();
        if is_gap(text.get(start..end).unwrap_or_default()) {
            gaps.push((start, end));
        }
        at = end;
    }
    gaps
}

fn is_gap(space: &str) -> bool {
    space.contains(['\t', '\n']) || space.chars().count() >= WIDE
}

/// The words of each cell of a row.
pub fn cells_of(words: &[SpacedWord]) -> Vec<Vec<SpacedWord>> {
    let has_tabs = words.iter().any(|one| one.space.contains(['\t', '\n']));
    let parts = |space: &str| if has_tabs { space.contains(['\t', '\n']) } else { is_gap(space) };
    let mut cells: Vec<Vec<SpacedWord>> = vec![Vec::new()];
    for (at, one) in words.iter().enumerate() {
        let mut one = one.clone();
        if at > 0 && parts(&one.space) {
            one.space.clear();
            cells.push(Vec::new());
        }
        if let Some(cell) = cells.last_mut() {
            cell.push(one);
        }
    }
    cells
}

impl InsertionPlan<'_> {
    /// Whether cells of one row are blocks of their own.
    pub fn has_parted_rows(&self) -> bool {
        let places = self.before.blocks.iter().map(|block| self.place(block));
        let rows = places.filter_map(|place| match place {
            BlockPlace::Paragraphs(paragraphs) => self.document.get(*paragraphs.first()?)?.row,
            BlockPlace::Header => None,
        });
        let rows: Vec<usize> = rows.collect();
        rows.windows(2).any(|pair| matches!(pair, [one, next] if one == next))
    }

    /// Where blocks stand: those that are all that a row says stand in each of its cells, of which some may say nothing.
    pub fn places(&self) -> Vec<BlockPlace> {
        let mut places: Vec<BlockPlace> = self.before.blocks.iter().map(|block| self.place(block)).collect();
        let mut blocks_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, place) in places.iter().enumerate() {
            let BlockPlace::Paragraphs(paragraphs) = place else { continue };
            let rows = paragraphs.iter().filter_map(|paragraph| self.document.get(*paragraph)?.row);
            for row in rows.collect::<BTreeSet<usize>>() {
                blocks_of.entry(row).or_default().push(at);
            }
        }
        for (row, blocks) in blocks_of {
            let ([block], Some(row)) = (blocks.as_slice(), self.rows.get(row)) else { continue };
            let is_plain = row.cells.iter().all(|cell| cell.paragraphs.len() == 1);
            let cells: Vec<usize> = row.cells.iter().map(|cell| cell.paragraphs.start).collect();
            let within = |place: &BlockPlace| matches!(place, BlockPlace::Paragraphs(own) if own.iter().all(|one| cells.contains(one)));
            if let Some(place) = places.get_mut(*block).filter(|place| is_plain && within(place)) {
                *place = BlockPlace::Paragraphs(cells);
            }
        }
        places
    }

    /// Cells of a row of the draft that are alike no cell are paired by their places, where others of the row are cells of one row of
    /// as many.
    pub fn pair_cells(&self, places: &[BlockPlace], pairs: &mut BTreeMap<usize, usize>) {
        let row_of = |old: usize| match places.get(old) {
            Some(BlockPlace::Paragraphs(paragraphs)) => {
                paragraphs.first().and_then(|paragraph| self.document.get(*paragraph)?.row)
            }
            _ => None,
        };
        let old_of: BTreeMap<usize, usize> = pairs.iter().map(|(old, new)| (*new, *old)).collect();
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, row) in self.rows_of_draft.iter().enumerate() {
            if let Some(row) = row {
                groups.entry(*row).or_default().push(at);
            }
        }
        for cells in groups.values() {
            let rows: BTreeSet<usize> =
                cells.iter().filter_map(|new| old_of.get(new)).filter_map(|old| row_of(*old)).collect();
            let Some(row) = rows.first().filter(|_| rows.len() == 1) else { continue };
            let own: Vec<usize> = (0..places.len()).filter(|old| row_of(*old) == Some(*row)).collect();
            if own.len() != cells.len() {
                continue;
            }
            let is_free = |old: usize, new: usize| match (pairs.get(&old), old_of.get(&new)) {
                (None, None) => true,
                (paired, _) => paired == Some(&new),
            };
            if own.iter().zip(cells).all(|(old, new)| is_free(*old, *new)) {
                pairs.extend(own.into_iter().zip(cells.iter().copied()));
            }
        }
    }

    /// What each of these cells is to say. `None` where there are more in the draft, or where it can't be told which are which.
    pub fn assigned(&self, paragraphs: &[usize], cells: Vec<Vec<SpacedWord>>) -> Option<Vec<Vec<SpacedWord>>> {
        let said = |at: &usize| self.document.get(*at).map(ScannedParagraph::words).unwrap_or_default();
        let old: Vec<Vec<WordOrCall>> = paragraphs.iter().map(|at| bare(&words(&said(at)).0)).collect();
        let filled: Vec<usize> =
            (0..old.len()).filter(|at| old.get(*at).is_some_and(|words| !words.is_empty())).collect();
        let places: Vec<usize> = if cells.len() == paragraphs.len() {
            (0..cells.len()).collect()
        } else if cells.len() == filled.len() {
            filled
        } else {
            let new: Vec<Vec<WordOrCall>> = cells.iter().map(|cell| bare(cell)).collect();
            let known: BTreeMap<usize, usize> =
                paired(&old, &new, |_, _| true).into_iter().map(|(old, new)| (new, old)).collect();
            let mut next = 0;
            let mut places = Vec::new();
            for at in 0..cells.len() {
                // What is like no cell stands in the next one that is free.
                let place = known.get(&at).copied().unwrap_or(next);
                let is_taken = !known.contains_key(&at) && known.values().any(|known| *known == place);
                if place < next || is_taken {
                    return None;
                }
                places.push(place);
                next = place + 1;
            }
            places
        };
        let mut assigned: Vec<Vec<SpacedWord>> = paragraphs.iter().map(|_| Vec::new()).collect();
        for (place, cell) in places.into_iter().zip(cells) {
            *assigned.get_mut(place)? = cell;
        }
        Some(assigned)
    }

    /// Takes out the rows of which everything that they say is gone. Says which of the paragraphs go with them.
    pub fn remove_rows(
        &self,
        ends: &BlockEnds,
        new_rows: &BTreeSet<usize>,
        tracked: &mut TrackedBy,
        edited: &mut EditedXml,
    ) -> BTreeSet<usize> {
        let of_row = |row: &ScannedRow| {
            let paragraphs = row.cells.iter().flat_map(|cell| cell.paragraphs.clone());
            paragraphs.collect::<Vec<usize>>()
        };
        let is_gone = |row: &ScannedRow| {
            let mut says_something = false;
            let gone = of_row(row).into_iter().all(|at| {
                let Some(paragraph) = self.document.get(at) else { return false };
                // What somebody else took out stays, and can be had back.
                let is_changed = paragraph.runs.iter().any(|run| run.deleted.is_some()) || paragraph.end_is_deleted;
                let is_blank = paragraph.words().trim().is_empty();
                says_something |= !is_blank;
                (is_blank || ends.removed.contains(&self.head(at))) && (tracked.is_tracking() || !is_changed)
            });
            gone && says_something
        };
        let gone: BTreeSet<usize> = (0..self.rows.len()).filter(|at| self.rows.get(*at).is_some_and(is_gone)).collect();
        let mut with_them = BTreeSet::new();
        let mut tables = BTreeSet::new();
        for row in gone.iter().filter_map(|at| self.rows.get(*at)) {
            if row.around.is_some_and(|around| gone.contains(&around)) {
                continue;
            }
            if tracked.is_tracking() {
                edited.remove_row(&self.package.document.xml, row, tracked);
                continue;
            }
            with_them.extend(of_row(row));
            let others = self.rows.iter().enumerate().filter(|(_, other)| other.table == row.table);
            let all_go = others.into_iter().all(|(at, _)| gone.contains(&at)) && !new_rows.contains(&row.table);
            if !all_go {
                edited.remove_row(&self.package.document.xml, row, tracked);
            } else if tables.insert(row.table) {
                // No table is without a row.
                edited.remove_range(row.table..row.table_end);
            }
        }
        with_them
    }

    /// The rows that a paragraph stands in, from the innermost.
    pub fn rows_around(&self, paragraph: Option<usize>) -> Vec<&ScannedRow> {
        let mut rows = Vec::new();
        let mut row = paragraph.and_then(|at| self.document.get(at)?.row);
        while let Some(around) = row.and_then(|row| self.rows.get(row)) {
            rows.push(around);
            row = around.around;
        }
        rows
    }

    /// Where a new row with these cells stands, and what it is; `None` where a block is no row.
    ///
    /// # Errors
    ///
    /// When no row of the table has as many cells.
    pub fn new_row(
        &self,
        wanted: Vec<Vec<SpacedWord>>,
        labelled: bool,
        behind: Option<usize>,
        next: Option<usize>,
    ) -> Result<Option<(usize, NewRow<'_>)>, NotInsertable> {
        let before = self.rows_around(behind).first().copied();
        let after = self.rows_around(next).first().copied();
        let is_inside = matches!((before, after), (Some(one), Some(other)) if one.table == other.table);
        // A number and a tab begin a paragraph as well.
        if wanted.len() < 2 || (labelled && !is_inside) {
            return Ok(None);
        }
        let (near, place) = match (before, after) {
            (Some(row), _) => (row, row.range.end),
            (None, Some(row)) => (row, row.range.start),
            (None, None) => return Ok(None),
        };
        let of_table = self.rows.iter().filter(|row| row.table == near.table);
        let distance = |row: &&ScannedRow| row.range.start.abs_diff(near.range.start);
        let as_many = of_table.clone().filter(|row| row.cells.len() == wanted.len()).min_by_key(distance);
        let with_more = || of_table.filter(|row| row.cells.len() > wanted.len()).min_by_key(distance);
        let Some(like) = as_many.or_else(with_more) else {
            let paragraph = behind.or(next).unwrap_or_default();
            return Err(NotInsertable::TooManyCells(paragraph + 1));
        };
        let cells = like.cells.iter();
        let cells = cells.map(|cell| (cell.properties.clone(), self.document.get(cell.paragraphs.start))).collect();
        Ok(Some((place, NewRow { like, cells, wanted })))
    }
}
