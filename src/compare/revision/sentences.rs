//! What is said of a text beside the one that it was made of.

use super::{ParagraphChange, RevisionItem, RevisionRow, TextRevision};
use crate::compare::names::item_name;
use crate::compare::version::ItemKind;
use crate::messages::{Argument, Message};

crate::messages! {
    "compare.revision":
    nothing() = "Nothing has changed.";
    paragraphs(changes: list) = "Paragraphs: {changes}.";
    notes(changes: list) = "Footnotes: {changes}.";
    edited_count(count: number) = "{count, plural, one {{count} edited} other {{count} edited}}";
    moved_count(count: number) = "{count, plural, one {{count} moved} other {{count} moved}}";
    new_count(count: number) = "{count, plural, one {{count} new} other {{count} new}}";
    gone_count(count: number) = "{count, plural, one {{count} taken out} other {{count} taken out}}";
    since(symbol: symbol, changes: list) = "Since {symbol}: {changes}";
    nothing_since(symbol: symbol) = "Nothing has changed since {symbol}";
    same() = "as before";
    renumbered(old: message) = "as before; this was {old}";
    edited() = "edited";
    edited_renumbered(old: message) = "edited; this was {old}";
    moved(old: message) = "moved; this was {old}";
    moved_edited(old: message) = "moved and edited; this was {old}";
    split(old: message) = "split off; this was {old}";
    merged(old: and_list) = "put together; this was {old}";
    new() = "new";
    gone() = "taken out";
}

/// What was done to the paragraphs of a text, or to its notes, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ChangeCounts {
    /// Some of their words are others; those that were moved, too, split or merged are among them.
    pub edited: usize,
    /// In another place, and nothing else.
    pub moved: usize,
    /// Not there before.
    pub new: usize,
    /// There no more.
    pub gone: usize,
}

impl ChangeCounts {
    fn changes(self) -> Vec<Argument> {
        let all = [
            (self.edited, edited_count as fn(usize) -> Message),
            (self.moved, moved_count),
            (self.new, new_count),
            (self.gone, gone_count),
        ];
        all.into_iter().filter(|(count, _)| *count > 0).map(|(count, told)| Argument::Message(told(count))).collect()
    }
}

impl TextRevision {
    /// How much was done to the headings and paragraphs, and how much to the notes.
    pub fn counts(&self) -> (ChangeCounts, ChangeCounts) {
        let (mut paragraphs, mut notes) = (ChangeCounts::default(), ChangeCounts::default());
        for row in &self.rows {
            let counts = if self.is_note(row) { &mut notes } else { &mut paragraphs };
            match row.change {
                ParagraphChange::Same => {}
                ParagraphChange::Moved => counts.moved += 1,
                ParagraphChange::New => counts.new += 1,
                ParagraphChange::Gone => counts.gone += 1,
                ParagraphChange::Edited
                | ParagraphChange::MovedAndEdited
                | ParagraphChange::Split
                | ParagraphChange::Merged => counts.edited += 1,
            }
        }
        (paragraphs, notes)
    }

    /// Sentences that say in short what has changed.
    pub fn summary(&self) -> Vec<Message> {
        let (of_paragraphs, of_notes) = self.counts();
        let told = [(of_paragraphs, paragraphs as fn(Vec<Argument>) -> Message), (of_notes, notes)];
        let told = told.into_iter().map(|(counts, told)| (counts.changes(), told));
        let told: Vec<Message> = told.filter(|(changes, _)| !changes.is_empty()).map(|(c, told)| told(c)).collect();
        if told.is_empty() { vec![nothing()] } else { told }
    }

    /// In a line how much was done to the paragraphs since an earlier text, whose symbol this is.
    pub fn since(&self, symbol: &str) -> Message {
        let changes = self.counts().0.changes();
        if changes.is_empty() { nothing_since(symbol) } else { since(symbol, changes) }
    }

    /// What a row is called: by its place in the later text, else by that in the earlier one.
    pub fn name(&self, row: &RevisionRow) -> Message {
        let new = row.new.first().and_then(|at| self.new.get(*at));
        let item = new.or_else(|| row.old.first().and_then(|at| self.old.get(*at)));
        item.map_or_else(nothing, named)
    }

    /// What was done to a row, and where it stood where that is another place.
    pub fn told(&self, row: &RevisionRow) -> Message {
        let old = || row.old.first().and_then(|at| self.old.get(*at)).map_or_else(nothing, named);
        match row.change {
            ParagraphChange::Same if row.renumbered => renumbered(old()),
            ParagraphChange::Same => same(),
            ParagraphChange::Edited if row.renumbered => edited_renumbered(old()),
            ParagraphChange::Edited => edited(),
            ParagraphChange::Moved => moved(old()),
            ParagraphChange::MovedAndEdited => moved_edited(old()),
            ParagraphChange::Split => split(old()),
            ParagraphChange::Merged => {
                let all = row.old.iter().filter_map(|at| self.old.get(*at));
                merged(all.map(|item| Argument::Message(named(item))).collect::<Vec<Argument>>())
            }
            ParagraphChange::New => new(),
            ParagraphChange::Gone => gone(),
        }
    }

    /// Whether a row is a note's.
    pub fn is_note(&self, row: &RevisionRow) -> bool {
        let of = |items: &[RevisionItem], which: &[usize]| {
            which.first().and_then(|at| items.get(*at)).is_some_and(|item| item.outline.kind == ItemKind::Note)
        };
        of(&self.new, &row.new) || of(&self.old, &row.old)
    }
}

fn named(item: &RevisionItem) -> Message {
    item_name(item.outline.kind, &item.outline.path)
}
