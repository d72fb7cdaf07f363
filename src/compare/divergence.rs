//! What differs in the rows of a concordance.

use std::collections::HashMap;
use std::ops::Range;

use super::alignment::{ItemKey, fit, total_length};
use super::concordance::{Concordance, ConcordanceRow};
use super::odd_one::{OddOne, Said, odd_ones, odd_ones_by, prevail};
use super::outline::{without_marks, without_stop};
use super::version::{
    CorrigendumFact, FigureFact, ItemFacts, ItemKind, LanguageVersion, VersionItem, is_alike as are_alike,
};
use crate::draft::figures::{Decimal, FigureValue, Readings};
use crate::draft::{Date, citation};
use crate::language::BodyId;
use crate::symbol::Symbol;

/// Something in which a version differs from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divergence {
    /// Which version differs, by its index in [`Concordance::versions`].
    pub version: usize,
    /// Where, in bytes of its draft.
    pub range: Range<usize>,
    /// What differs.
    pub kind: DivergenceKind,
    /// Which versions agree against it.
    pub others: Vec<OtherPlace>,
}

/// A place in another version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherPlace {
    /// Which version, by its index in [`Concordance::versions`].
    pub version: usize,
    /// Where, in bytes of its draft.
    pub range: Range<usize>,
}

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DivergenceKind {
    /// So many paragraphs are lacking, surplus or in another place that it is the version of another text, or of another
    /// stage of this one.
    OtherText {
        /// How many of its paragraphs and headings are not where the others have them.
        differing: usize,
    },
    /// A paragraph or a heading that the others have is lacking behind this place.
    Lacking {
        /// What it is.
        kind: ItemKind,
        /// Its path in the others.
        path: String,
    },
    /// A paragraph or a heading that the others don't have.
    Surplus {
        /// What it is.
        kind: ItemKind,
    },
    /// Two paragraphs of the others are one here.
    Merged {
        /// The path of the second one in the others.
        path: String,
    },
    /// This and the one before it are one paragraph in the others.
    Split,
    /// The paragraph stands elsewhere in the others.
    Moved {
        /// Its path in the others.
        path: String,
    },
    /// The label is another one.
    Label {
        /// The label here, without its marks.
        here: String,
        /// What the others' label counts, and the insertion behind it.
        there: (u32, u8),
        /// The others' label as one of them has it, without its marks.
        written: String,
        /// How many labels right behind it differ, too.
        more: usize,
    },
    /// A note that the others have is lacking.
    LackingNote {
        /// Its number in the others.
        number: String,
    },
    /// A note that the others don't have.
    SurplusNote {
        /// Its number.
        number: String,
    },
    /// The note is called in another paragraph.
    Marker {
        /// The note's number here.
        number: String,
        /// The path of the paragraph in which the others call it.
        path: String,
        /// What that paragraph is.
        kind: ItemKind,
    },
    /// Another instrument is cited.
    Citation {
        /// What is cited here; `None` where nothing stands for it.
        here: Option<Symbol>,
        /// What the others cite; `None` where they cite nothing for it.
        there: Option<Symbol>,
        /// How the two differ.
        slip: SlipKind,
    },
    /// A reference leads to another paragraph.
    Reference {
        /// The path here.
        here: Vec<u32>,
        /// The path in the others.
        there: Vec<u32>,
    },
    /// A date is another one.
    Date {
        /// The date here.
        here: Date,
        /// The date in the others.
        there: Date,
        /// The instrument that it is the date of, if it is one's.
        of: Option<Symbol>,
    },
    /// A figure is another one.
    Figure {
        /// What it is worth here.
        here: FigureValue,
        /// What it is worth in the others.
        there: FigureValue,
    },
    /// The text's own symbol is another one.
    OwnSymbol {
        /// The symbol in the others.
        there: Symbol,
    },
    /// The number before the title is another one.
    OwnNumber {
        /// The number in the others.
        there: String,
    },
    /// The text was adopted on another day.
    OwnDate {
        /// The day here.
        here: Date,
        /// The day in the others.
        there: Date,
    },
    /// An organ or an organization is named where the others name another one.
    Body,
    /// It has more or fewer square brackets, or they are nested in another way.
    Brackets {
        /// How many it opens, and how deep they are.
        here: (u16, u16),
        /// The same of the others.
        there: (u16, u16),
    },
}

/// How two numbers differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// One digit is another one, or lacks, or is too many.
    OneDigit,
    /// Two digits that stand beside each other have changed places.
    Exchanged,
    /// In another way.
    Other,
}

impl SlipKind {
    /// How what is written here differs from what the others have.
    pub fn between(here: &str, there: &str) -> SlipKind {
        let (a, b): (Vec<char>, Vec<char>) = (here.chars().collect(), there.chars().collect());
        let differing: Vec<usize> = (0..a.len().min(b.len())).filter(|at| a[*at] != b[*at]).collect();
        match (a.len().abs_diff(b.len()), differing.as_slice()) {
            (0, [at]) if a[*at].is_ascii_digit() && b[*at].is_ascii_digit() => SlipKind::OneDigit,
            (0, [at, next]) if next - at == 1 && a[*at] == b[*next] && a[*next] == b[*at] => SlipKind::Exchanged,
            (1, _) => {
                let (longer, shorter) = if a.len() > b.len() { (&a, &b) } else { (&b, &a) };
                let lost = (0..longer.len()).any(|at| {
                    longer[at].is_ascii_digit() && longer[..at] == shorter[..at] && longer[at + 1..] == shorter[at..]
                });
                if lost { SlipKind::OneDigit } else { SlipKind::Other }
            }
            _ => SlipKind::Other,
        }
    }
}

impl Concordance {
    /// What differs, in the order of the versions and of the places. Where two say one thing and two another, and where
    /// there are but two, the version `trusted` is in the right: it is the one that isn't being written.
    pub fn divergences(&self, trusted: usize) -> Vec<Divergence> {
        if self.versions.len() < 2 {
            return Vec::new();
        }
        let damaged: Vec<usize> = (0..self.versions.len()).filter(|version| self.is_damaged(*version)).collect();
        if !damaged.is_empty() {
            return self.among_the_rest(&damaged, trusted);
        }
        let mut found = Divergences { concordance: self, trusted, found: Vec::new(), other_texts: Vec::new() };
        found.masthead();
        found.items();
        found.labels();
        found.notes();
        found.markers();
        for row in &self.rows {
            found.facts(row, |version| self.item(row, version));
            found.brackets(row);
        }
        for row in &self.notes {
            found.facts(row, |version| self.note(row, version));
        }
        let Divergences { mut found, other_texts, .. } = found;
        if !other_texts.is_empty() {
            found.retain(|one| matches!(one.kind, DivergenceKind::OtherText { .. }));
            found.extend(self.among_the_rest(&other_texts, trusted));
        }
        found.sort_by_key(|one| (one.version, one.range.start, one.range.end));
        found.dedup_by(|second, first| is_same_slip(second, first));
        found
    }

    /// Whether something of a version was lost on its way here, so that what it lacks says nothing: it is not compared. So it is
    /// where most of its paragraphs have no numbers.
    pub fn is_damaged(&self, version: usize) -> bool {
        let Some(own) = self.versions.get(version) else { return false };
        let (bare, all) = own.unnumbered();
        own.has_losses || bare >= BARE && bare * 2 > all
    }

    /// What differs among the versions that are of one text.
    fn among_the_rest(&self, other_texts: &[usize], trusted: usize) -> Vec<Divergence> {
        let kept: Vec<usize> = (0..self.versions.len()).filter(|version| !other_texts.contains(version)).collect();
        let rest = Concordance::of(kept.iter().filter_map(|at| self.versions.get(*at)).cloned().collect());
        let trusted = kept.iter().position(|at| *at == trusted).unwrap_or_default();
        let mut found = rest.divergences(trusted);
        for one in &mut found {
            one.version = kept.get(one.version).copied().unwrap_or_default();
            one.others
                .iter_mut()
                .for_each(|other| other.version = kept.get(other.version).copied().unwrap_or_default());
        }
        found
    }
}

/// How the labels of one level differ from those of the others where a version has come to.
#[derive(Debug, Clone, Copy, Default)]
struct LabelRun {
    /// By how much they are off since a paragraph was lacking or surplus.
    off: Option<i64>,
    /// What was told of the last one, by its index.
    told: Option<usize>,
    /// What the last one counts here, and in most versions.
    before: Option<(u32, u32)>,
}

struct Divergences<'a> {
    concordance: &'a Concordance,
    trusted: usize,
    found: Vec<Divergence>,
    /// The versions that are none of this text.
    other_texts: Vec<usize>,
}

impl<'a> Divergences<'a> {
    fn count(&self) -> usize {
        self.concordance.versions.len()
    }

    /// Where the others stand.
    fn others(&self, version: usize, place: impl Fn(usize) -> Option<Range<usize>>) -> Vec<OtherPlace> {
        let others = (0..self.count()).filter(|other| *other != version);
        others.filter_map(|version| Some(OtherPlace { version, range: place(version)? })).collect()
    }

    fn tell(&mut self, version: usize, range: Range<usize>, kind: DivergenceKind, others: Vec<OtherPlace>) {
        self.found.push(Divergence { version, range, kind, others });
    }

    /// What the other versions have there, as far as they have anything.
    fn others_items(&self, version: usize, item: &impl Fn(usize) -> Option<&'a VersionItem>) -> Vec<&'a VersionItem> {
        (0..self.count()).filter(|other| *other != version).filter_map(item).collect()
    }

    /// For each version what it says; versions that say nothing have nothing to compare.
    fn odd_ones<K: PartialEq + Clone>(&self, said: impl Fn(usize) -> Option<Said<K>>) -> Vec<OddOne<K>> {
        let said: Vec<Option<Said<K>>> = (0..self.count()).map(said).collect();
        odd_ones(&said, self.trusted)
    }

    /// What the versions say of themselves.
    fn masthead(&mut self) {
        self.said_of_itself(|version| version.symbol.clone(), |_, there| DivergenceKind::OwnSymbol { there });
        let number = |version: &LanguageVersion| {
            version.number.as_ref().map(|(number, range)| (without_stop(number).to_owned(), range.clone()))
        };
        self.said_of_itself(number, |_, there| DivergenceKind::OwnNumber { there });
        self.said_of_itself(|version| version.adopted.clone(), |here, there| DivergenceKind::OwnDate { here, there });
    }

    /// Something that each version says of itself, if it does, and what it is where one differs.
    fn said_of_itself<K: PartialEq + Clone>(
        &mut self,
        said: impl Fn(&LanguageVersion) -> Option<(K, Range<usize>)>,
        kind: impl Fn(K, K) -> DivergenceKind,
    ) {
        let said: Vec<Option<(K, Range<usize>)>> =
            self.concordance.versions.iter().map(|version| said(version)).collect();
        for odd in self.odd_ones(|at| said[at].as_ref().map(|(what, _)| Said::of(what.clone()))) {
            let (Some((here, range)), Some(there)) = (&said[odd.version], odd.lacks.first()) else { continue };
            let others = self.others(odd.version, |at| said[at].as_ref().map(|(_, range)| range.clone()));
            self.tell(odd.version, range.clone(), kind(here.clone(), there.clone()), others);
        }
    }

    /// Whether a version is odd for having, or not having, what a row has.
    fn presence(&self, row: &ConcordanceRow, at: usize) -> Vec<(usize, bool)> {
        let concordance = self.concordance;
        let there = |version: usize| row.items[version].is_some();
        // Who is still at work on it says nothing.
        let counted: Vec<usize> =
            (0..self.count()).filter(|version| there(*version) || !concordance.is_yet_to_come(*version, at)).collect();
        let with = counted.iter().filter(|version| there(**version)).count();
        if with == counted.len() {
            return Vec::new();
        }
        let most = prevail(with, counted.len(), there(self.trusted));
        counted.into_iter().filter(|version| there(*version) != most).map(|version| (version, most)).collect()
    }

    /// Paragraphs and headings that a version lacks or has alone.
    fn items(&mut self) {
        let concordance = self.concordance;
        let mut lacking: Vec<(usize, usize)> = Vec::new();
        let mut surplus: Vec<(usize, usize)> = Vec::new();
        for (at, row) in concordance.rows.iter().enumerate() {
            for (version, lacks) in self.presence(row, at) {
                if lacks { lacking.push((at, version)) } else { surplus.push((at, version)) }
            }
        }
        self.take_other_texts(&mut lacking, &mut surplus);
        self.take_moved(&mut lacking, &mut surplus);
        self.take_merged(&mut lacking);
        self.take_split(&mut surplus);
        for (at, version) in lacking {
            let row = &concordance.rows[at];
            let Some(first) = self.any_item(row) else { continue };
            if !self.is_told_apart(at, version, first) {
                continue;
            }
            let kind = DivergenceKind::Lacking { kind: first.kind, path: first.path.clone() };
            let others = self.others(version, |other| Some(concordance.item(row, other)?.place.clone()));
            if let Some(range) = self.place_before(at, version) {
                self.tell(version, range, kind, others);
            }
        }
        for (at, version) in surplus {
            let row = &concordance.rows[at];
            // A line of words may be taken for a heading in one language and not in another.
            let item = concordance.item(row, version).filter(|item| item.kind != ItemKind::Section);
            let Some(item) = item else { continue };
            let others = (0..self.count()).filter(|other| row.items[*other].is_none());
            if others.into_iter().any(|other| self.is_unread_before(at, other)) || self.is_end_of_heading(at, version) {
                continue;
            }
            let others = self.others(version, |other| self.place_before(at, other));
            self.tell(version, item.place.clone(), DivergenceKind::Surplus { kind: item.kind }, others);
        }
    }

    /// Versions that are none of this text.
    fn take_other_texts(&mut self, lacking: &mut Vec<(usize, usize)>, surplus: &mut Vec<(usize, usize)>) {
        let concordance = self.concordance;
        for version in 0..self.count() {
            let counts = |(at, of): &&(usize, usize)| {
                let row = &concordance.rows[*at];
                *of == version && self.any_item(row).is_some_and(|item| !item.kind.is_heading())
            };
            let differing = lacking.iter().filter(counts).count() + surplus.iter().filter(counts).count();
            let items = &concordance.versions[version].items;
            let by_symbol = self.has_another_symbol(version);
            let all = items.iter().filter(|item| !item.kind.is_heading()).count();
            if !by_symbol && (differing <= FEW || differing * OTHER_TEXT < all) {
                continue;
            }
            lacking.retain(|(_, of)| *of != version);
            surplus.retain(|(_, of)| *of != version);
            self.other_texts.push(version);
            if let Some(first) = items.first() {
                let others =
                    self.others(version, |other| Some(concordance.versions[other].items.first()?.place.clone()));
                self.tell(version, first.place.clone(), DivergenceKind::OtherText { differing }, others);
            }
        }
    }

    /// Whether a version has a symbol of its own that no slip makes of that of the others.
    fn has_another_symbol(&self, version: usize) -> bool {
        let concordance = self.concordance;
        let symbol =
            |of: usize| concordance.versions.get(of).and_then(|one| one.symbol.as_ref()).map(|(symbol, _)| symbol);
        let Some(own) = symbol(version).filter(|_| version != self.trusted) else { return false };
        let others: Vec<&Symbol> = (0..self.count()).filter(|other| *other != version).filter_map(symbol).collect();
        !others.is_empty() && others.iter().all(|other| !are_alike(own, other))
    }

    /// Whether it can be told that a version lacks what a row has: of a heading, where nothing stands in its place that may
    /// be it.
    fn is_told_apart(&self, at: usize, version: usize, lacking: &VersionItem) -> bool {
        !lacking.kind.is_heading() || !self.is_unread_before(at, version)
    }

    /// Whether what a version has in a row may be the second line of the heading above it, which the others have there.
    fn is_end_of_heading(&self, at: usize, version: usize) -> bool {
        let concordance = self.concordance;
        let Some(item) = concordance.rows.get(at).and_then(|row| concordance.item(row, version)) else { return false };
        let above = concordance.rows.get(..at).unwrap_or_default().iter().rev();
        let Some(heading) = above.into_iter().find(|row| row.items[version].is_some()) else { return false };
        let Some(own) = concordance.item(heading, version).filter(|own| own.kind.is_heading()) else { return false };
        let mut others = (0..self.count()).filter(|other| *other != version);
        item.ordinal.is_none()
            && others.any(|other| concordance.item(heading, other).is_some_and(|longer| longer.length > 2 * own.length))
    }

    /// Whether a version has text in the place of a row that was not read as a paragraph or a heading.
    fn is_unread_before(&self, at: usize, version: usize) -> bool {
        let before = self.concordance.rows.get(..at).unwrap_or_default().iter().rev();
        let before = before.into_iter().find_map(|row| self.concordance.item(row, version));
        before.is_none_or(|item| item.unread_behind)
    }

    /// The item of a row, of the trusted version if it has one.
    fn any_item(&self, row: &ConcordanceRow) -> Option<&'a VersionItem> {
        let concordance = self.concordance;
        let item = |version: usize| concordance.item(row, version);
        // Its path is told in whatever language: digits and Latin letters are read by all.
        let all = || (0..self.count()).filter_map(item);
        item(self.trusted).or_else(|| all().find(|item| item.path.is_ascii())).or_else(|| all().next())
    }

    /// What a version has last before a row, or else first behind it.
    fn place_before(&self, at: usize, version: usize) -> Option<Range<usize>> {
        let rows = &self.concordance.rows;
        let before = rows.get(..at)?.iter().rev().find_map(|row| self.concordance.item(row, version));
        let item = before.or_else(|| rows.get(at..)?.iter().find_map(|row| self.concordance.item(row, version)))?;
        Some(item.place.clone())
    }

    fn ratio(&self, version: usize, other: usize) -> f64 {
        let versions = &self.concordance.versions;
        total_length(&versions[version].items) / total_length(&versions[other].items)
    }

    /// What stands elsewhere: lacking in one row and surplus in another.
    fn take_moved(&mut self, lacking: &mut Vec<(usize, usize)>, surplus: &mut Vec<(usize, usize)>) {
        let concordance = self.concordance;
        let mut moved = Vec::new();
        surplus.retain(|(at, version)| {
            let Some(item) = concordance.item(&concordance.rows[*at], *version) else { return true };
            let key = ItemKey::of(item);
            let fits = |(row, lacks): &&(usize, usize)| {
                let other = &concordance.rows[*row];
                lacks == version
                    && (0..concordance.versions.len()).any(|by| {
                        concordance.item(other, by).is_some_and(|there| {
                            let ratio = self.ratio(*version, by).ln();
                            let there = ItemKey::of(there);
                            let says = key.says_as(&there);
                            says && fit(&key, &there, ratio) > MOVED
                        })
                    })
            };
            let Some(place) = lacking.iter().find(fits).copied() else { return true };
            lacking.retain(|one| *one != place);
            moved.push((*at, *version, place.0));
            false
        });
        for (at, version, from) in moved {
            let Some(item) = concordance.item(&concordance.rows[at], version) else { continue };
            let Some(there) = self.any_item(&concordance.rows[from]) else { continue };
            let others =
                self.others(version, |other| Some(concordance.item(&concordance.rows[from], other)?.place.clone()));
            self.tell(version, item.place.clone(), DivergenceKind::Moved { path: there.path.clone() }, others);
        }
    }

    /// Two paragraphs that are one in a version that lacks the second, or the first.
    fn take_merged(&mut self, lacking: &mut Vec<(usize, usize)>) {
        let concordance = self.concordance;
        let merged = self.take_joined(lacking, |at, beside, version, other| {
            let (kept, gone) = (concordance.item(beside, other)?, concordance.item(at, other)?);
            Some(holds_both(concordance.item(beside, version)?, kept, gone, self.ratio(version, other)))
        });
        for (at, version, next) in merged {
            let Some(item) = concordance.item(&concordance.rows[next], version) else { continue };
            let Some(there) = self.any_item(&concordance.rows[at]) else { continue };
            // The one that bears the label of the lacking one holds that, and the other one with it.
            let of_lacking = item.ordinal.is_some() && item.ordinal == there.ordinal;
            let there = if of_lacking { self.any_item(&concordance.rows[next]).unwrap_or(there) } else { there };
            let others =
                self.others(version, |other| Some(concordance.item(&concordance.rows[at], other)?.place.clone()));
            self.tell(version, item.place.clone(), DivergenceKind::Merged { path: there.path.clone() }, others);
        }
    }

    /// One paragraph that is two in a version that has the second alone.
    fn take_split(&mut self, surplus: &mut Vec<(usize, usize)>) {
        let concordance = self.concordance;
        let split = self.take_joined(surplus, |at, beside, version, other| {
            let (kept, own) = (concordance.item(beside, version)?, concordance.item(at, version)?);
            Some(holds_both(concordance.item(beside, other)?, kept, own, self.ratio(other, version)))
        });
        for (at, version, next) in split {
            let Some(item) = concordance.item(&concordance.rows[at], version) else { continue };
            let others =
                self.others(version, |other| Some(concordance.item(&concordance.rows[next], other)?.place.clone()));
            self.tell(version, item.place.clone(), DivergenceKind::Split, others);
        }
    }

    /// Takes out what is a paragraph together with the one before or behind it, and says of each its row, its version and the
    /// row of that one. `is_joined` asks one of the other versions about a row and the one beside it.
    fn take_joined(
        &self,
        odd: &mut Vec<(usize, usize)>,
        is_joined: impl Fn(&ConcordanceRow, &ConcordanceRow, usize, usize) -> Option<bool>,
    ) -> Vec<(usize, usize, usize)> {
        let rows = &self.concordance.rows;
        let mut joined = Vec::new();
        odd.retain(|(at, version)| {
            let found = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().find(|next| {
                let Some(beside) = rows.get(*next) else { return false };
                let others = (0..self.count()).filter(|other| other != version);
                let votes: Vec<bool> =
                    others.filter_map(|other| is_joined(&rows[*at], beside, *version, other)).collect();
                votes.iter().filter(|vote| **vote).count() * 2 > votes.len()
            });
            joined.extend(found.map(|next| (*at, *version, next)));
            found.is_none()
        });
        joined
    }

    /// Labels that count something else. Where a paragraph is lacking or surplus those after it differ for that reason, and
    /// by as much. What differs right behind a label that does is told with it.
    fn labels(&mut self) {
        let concordance = self.concordance;
        for version in 0..self.count() {
            let mut levels: Vec<LabelRun> = Vec::new();
            for (at, row) in concordance.rows.iter().enumerate() {
                let Some(item) = concordance.item(row, version) else { continue };
                let level = usize::from(item.level);
                levels.truncate(level + 1);
                levels.resize(level + 1, LabelRun::default());
                let Some(own) = item.ordinal else { continue };
                let said: Vec<Option<Said<(u32, u8)>>> =
                    (0..self.count()).map(|by| Some(Said::of(concordance.item(row, by)?.ordinal?))).collect();
                let odd = odd_ones(&said, self.trusted).into_iter().find(|odd| odd.version == version);
                let Some(there) = odd.as_ref().and_then(|odd| odd.lacks.first()).copied() else {
                    levels[level] = LabelRun { before: Some((own.0, own.0)), ..LabelRun::default() };
                    continue;
                };
                let off = (own.1 == there.1).then(|| i64::from(own.0) - i64::from(there.0));
                let near = off.is_some_and(|off| off.unsigned_abs() <= NEAR);
                let is_after_difference = near && self.is_after_difference(at, version, item.level);
                // It counts on, and the others don't: theirs are the slips, which each of them has by itself.
                let before = levels[level].before.replace((own.0, there.0));
                let counts_on = before.is_some_and(|(here, others)| own.0 == here + 1 && there.0 != others + 1);
                if counts_on && !is_after_difference {
                    continue;
                }
                let run = &mut levels[level];
                if let Some(told) = run.told.and_then(|told| self.found.get_mut(told)) {
                    if let DivergenceKind::Label { more, .. } = &mut told.kind {
                        *more += 1;
                    }
                    continue;
                }
                if off.is_some() && off == run.off {
                    continue;
                }
                if is_after_difference || !near && off.is_some() && self.goes_on(at, version, off) {
                    levels[level].off = off;
                    continue;
                }
                let Some((label, range)) = &item.label else { continue };
                let mut with = (0..self.count()).filter_map(|by| concordance.item(row, by));
                let with = with.find(|item| item.ordinal == Some(there)).and_then(|item| item.label.as_ref());
                let written = with.map(|(label, _)| without_marks(label).to_owned()).unwrap_or_default();
                let kind = DivergenceKind::Label { here: without_marks(label).to_owned(), there, written, more: 0 };
                let others = self.others(version, |other| {
                    let item = concordance.item(row, other)?;
                    (item.ordinal == Some(there)).then(|| item.place.clone())
                });
                levels[level].told = Some(self.found.len());
                self.tell(version, range.clone(), kind, others);
            }
        }
    }

    /// Whether the version differs in what there is among the last few rows of this level before a row.
    fn is_after_difference(&self, at: usize, version: usize, level: u8) -> bool {
        let concordance = self.concordance;
        let rows = concordance.rows.get(..at).unwrap_or_default().iter().rev();
        for row in rows {
            let Some(first) = self.any_item(row) else { continue };
            if first.level > level {
                continue;
            }
            match concordance.item(row, version) {
                Some(item) if row.count() * 2 > self.count() => {
                    if item.level <= level {
                        return false;
                    }
                }
                _ => return true,
            }
        }
        false
    }

    /// Whether the label of the next paragraph is off by as much: then numbering began at another number, or goes on where
    /// that of the others begins again.
    fn goes_on(&self, at: usize, version: usize, off: Option<i64>) -> bool {
        let concordance = self.concordance;
        let level = concordance.item(&concordance.rows[at], version).map(|item| item.level);
        let next = concordance.rows.get(at + 1..).unwrap_or_default().iter().find_map(|row| {
            let item = concordance.item(row, version).filter(|item| Some(item.level) == level)?;
            let mut others = (0..self.count()).filter(|other| *other != version);
            let other = others.find_map(|other| concordance.item(row, other))?;
            Some(i64::from(item.ordinal?.0) - i64::from(other.ordinal?.0))
        });
        next == off
    }

    /// Notes that a version lacks or has alone.
    fn notes(&mut self) {
        let concordance = self.concordance;
        for (at, row) in concordance.notes.iter().enumerate() {
            if row.count() == self.count() {
                continue;
            }
            let there = |version: usize| row.items[version].is_some();
            let Some((number, calls)) = self.note_calls(row) else { continue };
            // Who lacks the paragraph that calls it, or has not come so far, says nothing of the note.
            let calling = calls.and_then(|called| concordance.rows.get(called));
            let counted: Vec<usize> = (0..self.count())
                .filter(|version| there(*version) || calling.is_none_or(|row| row.items[*version].is_some()))
                .collect();
            let most = prevail(row.count(), counted.len(), there(self.trusted));
            for version in counted.into_iter().filter(|version| there(*version) != most) {
                if most {
                    if calls.is_some_and(|called| concordance.is_yet_to_come(version, called)) {
                        continue;
                    }
                    let place = calls
                        .and_then(|called| Some(concordance.item(&concordance.rows[called], version)?.place.clone()));
                    let beside = || {
                        let before = concordance.notes.get(..at)?.iter().rev();
                        before.into_iter().find_map(|row| Some(concordance.note(row, version)?.place.clone()))
                    };
                    let Some(range) =
                        place.or_else(beside).or_else(|| self.place_before(concordance.rows.len(), version))
                    else {
                        continue;
                    };
                    let others = self.others(version, |other| Some(concordance.note(row, other)?.place.clone()));
                    self.tell(version, range, DivergenceKind::LackingNote { number: number.clone() }, others);
                } else if let Some(note) = concordance.note(row, version) {
                    let kind = DivergenceKind::SurplusNote { number: note.path.clone() };
                    self.tell(version, note.place.clone(), kind, Vec::new());
                }
            }
        }
    }

    /// The number of a row's note where most have it, and the row of the paragraph that calls it.
    fn note_calls(&self, row: &ConcordanceRow) -> Option<(String, Option<usize>)> {
        let version = (0..self.count())
            .filter(|version| row.items[*version].is_some())
            .min_by_key(|version| usize::from(*version != self.trusted))?;
        let number = self.concordance.note(row, version)?.path.clone();
        let calls = |item: &VersionItem| item.facts.markers.iter().any(|marker| marker.label == number);
        let mut rows = self.concordance.rows.iter();
        let called = rows.position(|row| self.concordance.item(row, version).is_some_and(calls));
        Some((number, called))
    }

    /// Markers in another paragraph.
    fn markers(&mut self) {
        let concordance = self.concordance;
        // The rows in which each version calls each of its notes.
        let called: Vec<HashMap<&str, Vec<usize>>> = (0..self.count())
            .map(|version| {
                let mut called: HashMap<&str, Vec<usize>> = Default::default();
                for (at, row) in concordance.rows.iter().enumerate() {
                    for marker in concordance.item(row, version).map(|item| &item.facts.markers).into_iter().flatten() {
                        let rows = called.entry(marker.label.as_str()).or_default();
                        if rows.last() != Some(&at) {
                            rows.push(at);
                        }
                    }
                }
                called
            })
            .collect();
        let calls = |row: &ConcordanceRow, version: usize| -> Option<&Vec<usize>> {
            called[version].get(concordance.note(row, version)?.path.as_str())
        };
        for row in &concordance.notes {
            let said = |version: usize| Some(Said { told: calls(row, version)?.clone(), also: Vec::new() });
            for odd in self.odd_ones(said) {
                let (Some(there), Some(here)) = (odd.lacks.first(), odd.alone.first()) else { continue };
                // The others may call it in a paragraph that isn't there.
                let (Some(item), Some(note)) =
                    (concordance.item(&concordance.rows[*here], odd.version), concordance.note(row, odd.version))
                else {
                    continue;
                };
                if concordance.item(&concordance.rows[*there], odd.version).is_none() {
                    continue;
                }
                let Some(marker) = item.facts.markers.iter().find(|marker| marker.label == note.path) else { continue };
                let Some(meant) = self.any_item(&concordance.rows[*there]) else { continue };
                let kind =
                    DivergenceKind::Marker { number: marker.label.clone(), path: meant.path.clone(), kind: meant.kind };
                let others = self.others(odd.version, |other| {
                    Some(concordance.item(&concordance.rows[*there], other)?.place.clone())
                });
                self.tell(odd.version, marker.range.clone(), kind, others);
            }
        }
    }

    /// What a row cites, dates and refers to.
    fn facts(&mut self, row: &ConcordanceRow, item: impl Fn(usize) -> Option<&'a VersionItem>) {
        if row.count() < 2 {
            return;
        }
        self.citations(&item);
        self.corrigenda(&item);
        self.references(&item);
        self.figures(&item);
        self.bodies(&item);
    }

    fn citations(&mut self, item: &impl Fn(usize) -> Option<&'a VersionItem>) {
        let said = |version: usize| {
            let facts = &item(version)?.facts;
            let told: Vec<Symbol> = facts.citations.iter().map(|cited| cited.symbol.clone()).collect();
            let corrected = facts.corrigenda.iter().map(|corrigendum| corrigendum.of.clone());
            let also = told.iter().flat_map(readings).chain(corrected).collect();
            Some(Said { told, also })
        };
        for odd in self.odd_ones(said) {
            let Some(own) = item(odd.version).map(|item| &item.facts) else { continue };
            let mut lacks = odd.lacks;
            // The organ may be left out, and read as another one's.
            lacks.retain(|symbol| !own.citations.iter().any(|cited| cited.symbol.short() == symbol.short()));
            let place = |symbol: &Symbol| {
                let cited = own.citations.iter().find(|cited| cited.symbol == *symbol)?;
                Some(cited.range.clone())
            };
            for alone in odd.alone {
                let near = lacks.iter().enumerate().filter_map(|(at, lacking)| Some((nearness(&alone, lacking)?, at)));
                let there = match near.min() {
                    Some((_, at)) => lacks.remove(at),
                    None => match self.cited_more_often(&alone, odd.version, item) {
                        Some(symbol) => symbol,
                        None => continue,
                    },
                };
                let Some(range) = place(&alone).filter(|_| !is_same_but_for_letters(&alone, &there)) else { continue };
                let slip = SlipKind::between(&alone.short(), &there.short());
                self.tell_citation(odd.version, range, Some(alone), there, slip, item);
            }
            // What was meant may be no citation any more, for one digit.
            for there in lacks {
                let slipped = own.unread.iter().find_map(|(written, range)| {
                    let plain = there.without_letter();
                    let slips = [&*there.short(), there.as_str(), &plain.short()]
                        .map(|there| SlipKind::between(written, there));
                    let slip = slips.into_iter().find(|slip| *slip != SlipKind::Other)?;
                    Some((range.clone(), slip))
                });
                if let Some((range, slip)) = slipped {
                    self.tell_citation(odd.version, range, None, there, slip, item);
                }
            }
        }
    }

    /// What all other versions cite more often than this one, and from which what it cites differs in one digit: in one place
    /// it stands for that.
    fn cited_more_often(
        &self,
        here: &Symbol,
        version: usize,
        item: &impl Fn(usize) -> Option<&'a VersionItem>,
    ) -> Option<Symbol> {
        let count = |of: &VersionItem, symbol: &Symbol| {
            let corrigenda = of.facts.corrigenda.iter().filter(|corrigendum| corrigendum.of == *symbol).count();
            of.facts.citations.iter().filter(|cited| cited.symbol == *symbol).count() + corrigenda
        };
        let own = item(version)?;
        let others = self.others_items(version, item);
        let first = others.first()?;
        let more = |symbol: &&Symbol| {
            nearness(here, symbol) == Some(0) && others.iter().all(|other| count(other, symbol) > count(own, symbol))
        };
        first.facts.citations.iter().map(|cited| &cited.symbol).find(more).cloned()
    }

    /// Corrigenda are issued in each language by itself: that one is cited in one version alone is no slip. That of another
    /// document, which differs in one digit from one that the others cite, is.
    fn corrigenda(&mut self, item: &impl Fn(usize) -> Option<&'a VersionItem>) {
        for version in 0..self.count() {
            let Some(own) = item(version) else { continue };
            for here in &own.facts.corrigenda {
                let cites = |facts: &ItemFacts| {
                    facts.corrigenda.iter().any(|other| other.of == here.of)
                        || facts.citations.iter().any(|cited| cited.symbol == here.of)
                };
                let items = self.others_items(version, item);
                if items.is_empty() || items.iter().any(|other| cites(&other.facts)) {
                    continue;
                }
                let meant = items.iter().flat_map(|other| &other.facts.corrigenda);
                let is_meant = |there: &&CorrigendumFact| {
                    nearness(&here.of, &there.of) == Some(0)
                        && own.facts.corrigenda.iter().all(|own| own.symbol != there.symbol)
                };
                let Some(there) = meant.into_iter().find(is_meant).map(|there| there.symbol.clone()) else { continue };
                let slip = SlipKind::between(here.symbol.as_str(), there.as_str());
                let places = self.others(version, |other| {
                    let there = item(other)?.facts.corrigenda.iter().find(|other| other.symbol == there)?;
                    Some(there.range.clone())
                });
                let kind = DivergenceKind::Citation { here: Some(here.symbol.clone()), there: Some(there), slip };
                self.tell(version, here.range.clone(), kind, places);
            }
        }
    }

    fn tell_citation(
        &mut self,
        version: usize,
        range: Range<usize>,
        here: Option<Symbol>,
        there: Symbol,
        slip: SlipKind,
        item: &impl Fn(usize) -> Option<&'a VersionItem>,
    ) {
        let others = self.others(version, |other| {
            let cited = item(other)?.facts.citations.iter().find(|cited| cited.symbol == there)?;
            Some(cited.range.clone())
        });
        self.tell(version, range, DivergenceKind::Citation { here, there: Some(there), slip }, others);
    }

    fn references(&mut self, item: &impl Fn(usize) -> Option<&'a VersionItem>) {
        let said = |version: usize| {
            let told = item(version)?.facts.references.iter().map(|reference| reference.path.clone()).collect();
            Some(Said { told, also: Vec::new() })
        };
        for odd in self.odd_ones(said) {
            let ([alone], [there]) = (odd.alone.as_slice(), odd.lacks.as_slice()) else { continue };
            let Some(own) = item(odd.version) else { continue };
            let Some(reference) = own.facts.references.iter().find(|reference| reference.path == *alone) else {
                continue;
            };
            if alone.len() != there.len() {
                continue;
            }
            let others = self.others(odd.version, |other| {
                let reference = item(other)?.facts.references.iter().find(|reference| reference.path == *there)?;
                Some(reference.range.clone())
            });
            let kind = DivergenceKind::Reference { here: alone.clone(), there: there.clone() };
            self.tell(odd.version, reference.range.clone(), kind, others);
        }
    }

    /// Dates and figures. What a version says in words shows that it has a value; only what it has in digits may be wrong.
    fn figures(&mut self, item: &impl Fn(usize) -> Option<&'a VersionItem>) {
        // What has so many is a table, whatever it was read as.
        if (0..self.count()).filter_map(item).any(|item| item.facts.figures.len() > MOST_FIGURES) {
            return;
        }
        let said: Vec<Option<Said<FigureValue>>> = (0..self.count())
            .map(|version| {
                let (also, told): (Vec<&FigureFact>, Vec<&FigureFact>) =
                    item(version)?.facts.figures.iter().partition(|figure| figure.in_words);
                let values = |facts: Vec<&FigureFact>| facts.into_iter().map(|figure| figure.value).collect();
                Some(Said { told: values(told), also: values(also) })
            })
            .collect();
        for OddOne { version, mut lacks, alone } in odd_ones_by(&said, self.trusted, FigureValue::agrees_with) {
            let Some(own) = item(version) else { continue };
            for here in alone {
                let Some(figure) = own.facts.figures.iter().find(|figure| figure.value == here) else { continue };
                // An edition that is cited in a note may have its own pages in two languages.
                let is_shared = |other: usize| {
                    other != version
                        && said.get(other).and_then(Option::as_ref).is_some_and(|said| said.told.contains(&here))
                };
                if own.kind == ItemKind::Note && !here.is_date() && (0..self.count()).any(is_shared) {
                    continue;
                }
                let of = own
                    .facts
                    .citations
                    .iter()
                    .find(|cited| cited.date.as_ref().is_some_and(|(_, range)| *range == figure.range));
                let of = of.map(|cited| cited.symbol.clone());
                // Where another instrument is cited it has another date.
                let is_cited_elsewhere = |symbol: &Symbol| {
                    let others = self.others_items(version, item).into_iter();
                    others.flat_map(|item| &item.facts.citations).any(|cited| cited.symbol == *symbol)
                };
                if of.as_ref().is_some_and(|symbol| !is_cited_elsewhere(symbol)) {
                    continue;
                }
                let nearest = lacks.iter().enumerate().filter_map(|(at, there)| Some((unlikeness(&here, there)?, at)));
                let there = match nearest.min() {
                    Some((_, at)) => lacks.remove(at),
                    // The others date the same instrument, each time on the same day; or they have a value once more.
                    None => {
                        let day = of.as_ref().and_then(|symbol| self.day_of(symbol, version, item));
                        let day = day.map(FigureValue::Date).filter(|day| *day != here);
                        match day.or_else(|| self.repeated(&here, version, item)) {
                            Some(there) => there,
                            None => continue,
                        }
                    }
                };
                if is_told_of_a_citation(&self.found, version, &own.facts, here, there) {
                    continue;
                }
                // A day on which the session did not sit is wrong, however many have it.
                if let (FigureValue::Date(day), FigureValue::Date(other), Some(symbol)) = (here, there, &of)
                    && citation::sitting(symbol).is_some_and(|days| days.contains(&day) && !days.contains(&other))
                {
                    self.tell_days(version, symbol, day, other, item);
                    continue;
                }
                let kind = match (here, there) {
                    (FigureValue::Date(here), FigureValue::Date(there)) => DivergenceKind::Date { here, there, of },
                    _ => DivergenceKind::Figure { here, there },
                };
                let others = self.others(version, |other| {
                    let figures = &item(other)?.facts.figures;
                    figures.iter().find(|figure| figure.value.agrees_with(&there)).map(|figure| figure.range.clone())
                });
                self.tell(version, figure.range.clone(), kind, others);
            }
        }
    }

    /// Tells all versions that give an instrument a day which can't be its own.
    fn tell_days(
        &mut self,
        right: usize,
        symbol: &Symbol,
        day: Date,
        wrong: Date,
        item: &impl Fn(usize) -> Option<&'a VersionItem>,
    ) {
        let dated = |version: usize| {
            let cited = item(version)?.facts.citations.iter().find(|cited| cited.symbol == *symbol)?;
            cited.date.clone()
        };
        for version in (0..self.count()).filter(|version| *version != right) {
            let Some((_, range)) = dated(version).filter(|(date, _)| *date == wrong) else { continue };
            let others =
                self.others(version, |other| dated(other).filter(|(date, _)| *date == day).map(|(_, range)| range));
            let kind = DivergenceKind::Date { here: wrong, there: day, of: Some(symbol.clone()) };
            self.tell(version, range, kind, others);
        }
    }

    /// A value that all other versions have more often than this one: one of them was written otherwise.
    fn repeated(
        &self,
        here: &FigureValue,
        version: usize,
        item: &impl Fn(usize) -> Option<&'a VersionItem>,
    ) -> Option<FigureValue> {
        let count = |of: &VersionItem, value: &FigureValue| {
            of.facts.figures.iter().filter(|figure| figure.value.agrees_with(value)).count()
        };
        let own = item(version)?;
        let others = self.others_items(version, item);
        let values = own.facts.figures.iter().map(|figure| figure.value);
        let more = |value: &FigureValue| others.iter().all(|other| count(other, value) > count(own, value));
        values.filter(|value| value != here && unlikeness(here, value).is_some() && !others.is_empty()).find(more)
    }

    /// The day that all other versions give an instrument which they date.
    fn day_of(
        &self,
        symbol: &Symbol,
        version: usize,
        item: &impl Fn(usize) -> Option<&'a VersionItem>,
    ) -> Option<Date> {
        let others = self.others_items(version, item).into_iter();
        let given = others.flat_map(|item| &item.facts.citations).filter(|cited| cited.symbol == *symbol);
        let mut given = given.filter_map(|cited| Some(cited.date.as_ref()?.0));
        let first = given.next()?;
        given.all(|date| date == first).then_some(first)
    }

    /// Organs and organizations by their names. That a version names one and the others don't is no difference: they may say
    /// "the Council". Where it names another one in its place, it is.
    fn bodies(&mut self, item: &impl Fn(usize) -> Option<&'a VersionItem>) {
        let said = |version: usize| {
            let told = item(version)?.facts.bodies.iter().map(|named| named.body).collect();
            Some(Said { told, also: Vec::new() })
        };
        for odd in self.odd_ones(said) {
            let (&[alone], &[there]) = (odd.alone.as_slice(), odd.lacks.as_slice()) else { continue };
            let named = |version: usize, body: BodyId| {
                let bodies = &item(version)?.facts.bodies;
                bodies.iter().find(|named| named.body == body).map(|named| named.range.clone())
            };
            let Some(range) = named(odd.version, alone) else { continue };
            let others = self.others(odd.version, |other| named(other, there));
            self.tell(odd.version, range, DivergenceKind::Body, others);
        }
    }

    fn brackets(&mut self, row: &ConcordanceRow) {
        let concordance = self.concordance;
        let said = |version: usize| {
            Some(Said { told: vec![concordance.item(row, version)?.facts.brackets], also: Vec::new() })
        };
        // What was adopted has none that are of a negotiation.
        if concordance.versions.iter().any(|version| version.adopted.is_some()) {
            return;
        }
        for odd in self.odd_ones(said) {
            let (Some(here), Some(there)) = (odd.alone.first(), odd.lacks.first()) else { continue };
            let Some(item) = concordance.item(row, odd.version) else { continue };
            let others = self.others(odd.version, |other| Some(concordance.item(row, other)?.place.clone()));
            self.tell(odd.version, item.place.clone(), DivergenceKind::Brackets { here: *here, there: *there }, others);
        }
    }
}

/// So many operative paragraphs without a number show that their numbers were lost.
const BARE: usize = 3;

/// So many paragraphs may be lacking or surplus in any text.
const FEW: usize = 5;

/// One paragraph in so many, lacking or surplus, shows another text.
const OTHER_TEXT: usize = 5;

/// The most figures of a paragraph that are compared: each is compared with each.
const MOST_FIGURES: usize = 200;

/// Bytes that stand between two dates of one range.
const BESIDE: usize = 48;

/// By how much labels may be off that count on after some paragraphs were lacking or surplus.
const NEAR: u64 = 3;

/// How well a paragraph that stands elsewhere must fit.
const MOVED: i32 = 350;

/// By how much a paragraph may be longer or shorter than two together, as a logarithm.
const TOGETHER: f64 = 0.3;

/// Whether a paragraph holds what are two in another version: it is as long as both, and cites what the second does.
/// `ratio` is how much longer its version is.
fn holds_both(whole: &VersionItem, kept: &VersionItem, gone: &VersionItem, ratio: f64) -> bool {
    let length = f64::from(whole.length.max(1));
    let alone = (length / (ratio * f64::from(kept.length.max(1)))).ln().abs();
    let both = (length / (ratio * f64::from((kept.length + gone.length).max(1)))).ln().abs();
    let cites = |symbol: &Symbol| whole.facts.citations.iter().any(|cited| cited.symbol == *symbol);
    !kept.kind.is_heading()
        && !gone.kind.is_heading()
        && both < TOGETHER
        && alone > TOGETHER
        && both < alone
        && gone.facts.citations.iter().all(|cited| cites(&cited.symbol))
}

/// Other ways to read a symbol, by which another version may have it: without its letter, the halves of a joint one, the
/// first of a range, without the portion behind it.
fn readings(symbol: &Symbol) -> Vec<Symbol> {
    let mut readings = Vec::new();
    let plain = symbol.without_letter();
    if plain != *symbol {
        readings.push(plain);
    }
    if symbol.is_joint() {
        readings.extend(symbol.halves());
    }
    let text = symbol.as_str();
    let shorter = [text.rsplit_once(" ("), text.rsplit_once('-')];
    readings.extend(shorter.into_iter().flatten().filter_map(|(before, _)| Symbol::parse(before).ok()));
    readings
}

/// Whether two symbols are those of parts of one resolution, of which one has its letter doubled: where letters are words,
/// the second may be one.
fn is_same_but_for_letters(one: &Symbol, other: &Symbol) -> bool {
    let long = |symbol: &Symbol| symbol.letters().map_or(0, str::len);
    one.without_letter() == other.without_letter() && long(one) != long(other)
}

/// How near one symbol is to another that it may stand for; the nearest first. `None` where it can't be meant.
fn nearness(here: &Symbol, there: &Symbol) -> Option<usize> {
    let (a, b) = (here.as_str(), there.as_str());
    match SlipKind::between(a, b) {
        SlipKind::OneDigit | SlipKind::Exchanged => Some(0),
        SlipKind::Other => {
            let kin = a.split('/').next() == b.split('/').next();
            let distance = a.chars().zip(b.chars()).filter(|(a, b)| a != b).count() + a.len().abs_diff(b.len());
            kin.then_some(distance)
        }
    }
}

/// Whether two dates that stand beside each other differ in the same, as those of `6 to 10 June 2036` do by their year: the
/// first is told.
fn is_same_slip(second: &Divergence, first: &Divergence) -> bool {
    let near = second.version == first.version && second.range.start.saturating_sub(first.range.end) <= BESIDE;
    let differs = |of: &Divergence| match &of.kind {
        DivergenceKind::Date { here, there, of: None } => Some((
            (here.year != there.year).then_some((here.year, there.year)),
            (here.month != there.month).then_some((here.month, there.month)),
            here.day == there.day,
        )),
        _ => None,
    };
    near && differs(second)
        .is_some_and(|(year, month, same_day)| same_day && differs(first) == Some((year, month, same_day)))
}

/// Whether a figure is a part of a symbol of which it is told that it differs by just that: `Supplement No. 23 (A/77/23)`.
fn is_told_of_a_citation(
    found: &[Divergence],
    version: usize,
    own: &ItemFacts,
    here: FigureValue,
    there: FigureValue,
) -> bool {
    let part = |symbol: &Symbol, value: FigureValue| {
        let number = match value {
            FigureValue::Year(year) => Some(u64::from(year)),
            FigureValue::Number { readings } => readings.first().whole(),
            _ => None,
        };
        number.is_some_and(|number| symbol.as_str().split(['/', '.', ' ']).any(|part| part == number.to_string()))
    };
    found.iter().filter(|one| one.version == version).any(|one| match &one.kind {
        DivergenceKind::Citation { here: Some(symbol), there: Some(other), .. } => {
            own.citations.iter().any(|cited| cited.range == one.range) && part(symbol, here) && part(other, there)
        }
        _ => false,
    })
}

/// Whether one number may have been written for another: they have most of their digits in common, or differ by noughts.
fn is_alike(one: &Readings, other: &Readings) -> bool {
    let digits = |readings: &Readings| readings.first().digits().to_string();
    let (a, b) = (digits(one), digits(other));
    let (longer, shorter) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    let mut rest = longer.chars();
    let in_order =
        shorter.chars().filter(|digit| rest.clone().any(|c| c == *digit) && rest.by_ref().any(|c| c == *digit));
    let common = in_order.count();
    a == b || common * 2 >= longer.len() || (longer.len() <= 2 && a.len() == b.len())
}

/// How unlike two values are of which one may stand for the other. `None` where it can't.
fn unlikeness(here: &FigureValue, there: &FigureValue) -> Option<u8> {
    use FigureValue::{Date, DayOfMonth, Month, Number, PerCent, Time, Year};
    match (here, there) {
        (Date(one), Date(other)) => Some(distance(*one, *other)),
        (DayOfMonth { .. }, DayOfMonth { .. })
        | (Month { .. }, Month { .. })
        | (Year(_), Year(_))
        | (Time(_), Time(_)) => Some(0),
        (PerCent { readings: one }, PerCent { readings: other })
        | (Number { readings: one }, Number { readings: other }) => is_alike(one, other).then_some(0),
        (Date(_), DayOfMonth { .. }) | (DayOfMonth { .. }, Date(_)) => Some(3),
        (Date(_) | DayOfMonth { .. }, Month { .. }) | (Month { .. }, Date(_) | DayOfMonth { .. }) => Some(4),
        // A year that is mistyped may be any number of four digits.
        (Year(_), Number { readings }) | (Number { readings }, Year(_)) => {
            let four = |value: Decimal| value.whole().is_some_and(|value| (1000..10_000).contains(&value));
            readings.iter().any(four).then_some(5)
        }
        // What one language counts and another has in hundredths is said in another way.
        _ => None,
    }
}

/// How much of two dates differs.
fn distance(one: Date, other: Date) -> u8 {
    u8::from(one.year != other.year) + u8::from(one.month != other.month) + u8::from(one.day != other.day)
}
