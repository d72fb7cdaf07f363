//! Changes of a part's XML: runs parted at words, paragraphs put in and taken out, tracked if somebody is to be named for it.

use std::ops::Range;

use similar::DiffOp;

use super::super::xml::run_content;
use super::TrackingAuthor;
use super::scan::{RunAtom, ScannedParagraph, ScannedRow, ScannedRun};
use super::words::{NoteIdentity, SpacedWord, WordOrCall, compared, words};

/// Who changes are tracked by, if they are, and the numbers by which changes and new notes are known.
#[derive(Debug)]
pub struct TrackedBy {
    /// The attributes that say who, and when.
    author: Option<String>,
    next: u64,
    next_note: u64,
    notes: Vec<(NoteIdentity, u64)>,
    /// The properties of the runs that call notes.
    call: String,
}

impl TrackedBy {
    /// Changes by an author, or by nobody who is named, in a document with this text and these notes.
    pub fn new(author: Option<&TrackingAuthor<'_>>, document: &str, footnotes: Option<&str>) -> TrackedBy {
        let call = document.find("<w:footnoteReference").and_then(|at| {
            let run = document.get(..at)?.rfind("<w:rPr>")?;
            let properties = document.get(run..at)?;
            let is_whole = properties.ends_with("</w:rPr>") && !properties.contains("rPrChange");
            is_whole.then(|| properties.to_owned())
        });
        TrackedBy {
            author: author.map(TrackingAuthor::attributes),
            next: highest_id(document).max(footnotes.map_or(0, highest_id)) + 1,
            next_note: footnotes.map_or(0, highest_id) + 1,
            notes: Vec::new(),
            call: call.unwrap_or_else(|| "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>".to_owned()),
        }
    }

    /// The name in the file of a note that is called in a new place. Where changes are tracked, the old call of a known one stays
    /// until they are accepted, and a note can be called but once: its new call is that of a note of its own.
    pub fn id_of_note(&mut self, note: &NoteIdentity) -> String {
        if let (NoteIdentity::Known(id), None) = (note, &self.author) {
            return id.clone();
        }
        if let Some(id) = self.id_of_new(note) {
            return id.to_string();
        }
        let id = self.next_note;
        self.next_note += 1;
        self.notes.push((note.clone(), id));
        id.to_string()
    }

    /// The name in the file of a note that has to be added to it, if it was called in a new place.
    pub fn id_of_new(&self, note: &NoteIdentity) -> Option<u64> {
        self.notes.iter().find(|(known, _)| known == note).map(|(_, id)| *id)
    }

    /// Whether notes are called that have to be added.
    pub fn has_new_notes(&self) -> bool {
        !self.notes.is_empty()
    }

    /// Whether the note of this name is one that has to be added.
    pub fn is_new_note(&self, name: &str) -> bool {
        self.notes.iter().any(|(_, id)| id.to_string() == name)
    }

    /// Whether changes are tracked.
    pub fn is_tracking(&self) -> bool {
        self.author.is_some()
    }

    /// What a change of a kind says of itself; nothing where changes are not tracked.
    fn change(&mut self) -> Option<String> {
        let author = self.author.clone()?;
        Some(format!("w:id=\"{}\" {author}", self.next_change()))
    }

    fn next_change(&mut self) -> u64 {
        let id = self.next;
        self.next += 1;
        id
    }

    /// The tag of an element that tells of a change, or stands in one, as that of another element.
    fn anew(&mut self, tag: &str) -> String {
        let Some(start) = tag.find(" w:id=").map(|at| at + " w:id=".len() + 1) else { return tag.to_owned() };
        let length = tag.get(start..).and_then(|rest| rest.find(['"', '\''])).unwrap_or(0);
        let (before, rest) = tag.split_at(start);
        format!("{before}{}{}", self.next_change(), rest.get(length..).unwrap_or_default())
    }

    fn inserted(&mut self, runs: &str) -> String {
        match self.change() {
            Some(change) if !runs.is_empty() => format!("<w:ins {change}>{runs}</w:ins>"),
            _ => runs.to_owned(),
        }
    }

    /// Runs that are taken out; nothing of them stays where changes are not tracked.
    fn deleted(&mut self, runs: &str) -> String {
        match self.change() {
            Some(change) if !runs.is_empty() => format!("<w:del {change}>{runs}</w:del>"),
            _ => String::new(),
        }
    }
}

/// The highest number by which something in a part is known.
fn highest_id(xml: &str) -> u64 {
    let ids = xml.match_indices("w:id=").filter_map(|(at, found)| {
        let rest = xml.get(at + found.len()..)?.strip_prefix(['"', '\''])?;
        rest.get(..rest.find(['"', '\''])?)?.parse::<u64>().ok()
    });
    // Some programs give numbers at random, up to the highest that there is.
    ids.filter(|id| *id < i32::MAX as u64 - 1_000_000).max().unwrap_or(0)
}

/// Changes of a part, each of a range of its bytes.
#[derive(Debug, Default)]
pub struct EditedXml {
    changes: Vec<(Range<usize>, String)>,
}

impl EditedXml {
    /// Puts something in the place of a range.
    fn replace(&mut self, range: Range<usize>, xml: String) {
        self.changes.push((range, xml));
    }

    /// Puts something in.
    pub fn insert(&mut self, at: usize, xml: String) {
        self.replace(at..at, xml);
    }

    /// Takes a range out, and leaves nothing of it.
    pub fn remove_range(&mut self, range: Range<usize>) {
        self.replace(range, String::new());
    }

    /// Takes a paragraph out, whose end may have to stay.
    pub fn remove(&mut self, xml: &str, paragraph: &ScannedParagraph, end_stays: bool, tracked: &mut TrackedBy) {
        let stays = end_stays || paragraph.end_has_to_stay();
        // What somebody else took out stays, and can be had back.
        let taken_out = paragraph.runs.iter().rev().find_map(|run| run.deleted.clone());
        let is_changed = taken_out.is_some() || paragraph.end_is_deleted;
        if tracked.author.is_none() && !stays && !is_changed {
            return self.replace(paragraph.range.clone(), String::new());
        }
        for run in paragraph.runs.iter().filter(|run| run.deleted.is_none()) {
            let whole = xml.get(run.range.clone()).unwrap_or_default();
            self.replace(run.range.clone(), tracked.deleted(&as_deleted(whole)));
        }
        if stays || paragraph.end_is_deleted {
            return;
        }
        match taken_out.filter(|_| tracked.author.is_none()) {
            // With nothing else in it, the paragraph is theirs to take out.
            Some(tag) => {
                let tag = tracked.anew(xml.get(tag).unwrap_or_default());
                let says = tag.find(char::is_whitespace).and_then(|at| tag.get(at..)).unwrap_or_default();
                let says = says.trim_end_matches('>').trim_end_matches('/');
                self.mark(xml, paragraph, &format!("<w:del{says}/>"));
            }
            None => self.remove_end(xml, paragraph, tracked),
        }
    }

    /// Takes a row out, of which no more than what was taken out of it before stays.
    pub fn remove_row(&mut self, xml: &str, row: &ScannedRow, tracked: &mut TrackedBy) {
        let Some(change) = tracked.change() else { return self.remove_range(row.range.clone()) };
        let mark = format!("<w:del {change}/>");
        match &row.properties {
            Some(range) => {
                let properties = xml.get(range.clone()).unwrap_or_default();
                self.replace(range.clone(), row_with_mark(properties, &mark));
            }
            None => {
                let at = row.exceptions.as_ref().map_or(row.inside, |exceptions| exceptions.end);
                self.insert(at, row_with_mark("", &mark));
            }
        }
    }

    /// Tracks the end of a paragraph as put in.
    pub fn insert_end(&mut self, xml: &str, paragraph: &ScannedParagraph, tracked: &mut TrackedBy) {
        if let Some(change) = tracked.change() {
            self.mark(xml, paragraph, &format!("<w:ins {change}/>"));
        }
    }

    /// Tracks the end of a paragraph as taken out.
    pub fn remove_end(&mut self, xml: &str, paragraph: &ScannedParagraph, tracked: &mut TrackedBy) {
        if paragraph.end_is_deleted {
            return;
        }
        if let Some(change) = tracked.change() {
            self.mark(xml, paragraph, &format!("<w:del {change}/>"));
        }
    }

    /// Says something of a paragraph's own mark.
    fn mark(&mut self, xml: &str, paragraph: &ScannedParagraph, mark: &str) {
        match (&paragraph.properties, &paragraph.inside) {
            (Some(range), _) => {
                let properties = xml.get(range.clone()).unwrap_or_default();
                self.replace(range.clone(), with_mark(properties, mark));
            }
            (None, Some(inside)) => self.insert(inside.start, with_mark("", mark)),
            (None, None) => self.replace(paragraph.range.clone(), format!("<w:p>{}</w:p>", with_mark("", mark))),
        }
    }

    /// The part with the changes made. Of two at one place the first that was given comes first.
    pub fn made(mut self, xml: &str) -> String {
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut made = String::with_capacity(xml.len() + xml.len() / 8);
        let mut at = 0;
        for (range, written) in &self.changes {
            made.push_str(xml.get(at..range.start).unwrap_or_default());
            made.push_str(written);
            at = range.end.max(at);
        }
        made.push_str(xml.get(at..).unwrap_or_default());
        made
    }
}

/// The properties of a paragraph with something said of its mark.
fn with_mark(properties: &str, mark: &str) -> String {
    let own = format!("<w:rPr>{mark}</w:rPr>");
    if properties.is_empty() || properties.ends_with("/>") {
        return format!("<w:pPr>{own}</w:pPr>");
    }
    if let Some(start) = properties.find("<w:rPr>").map(|at| at + "<w:rPr>".len()) {
        // That it was put in is told first.
        let rest = properties.get(start..).unwrap_or_default();
        let is_put_in = rest.trim_start().starts_with("<w:ins ") && !mark.starts_with("<w:ins");
        let behind = rest.find('>').filter(|_| is_put_in).map_or(0, |end| {
            let closing = "</w:ins>";
            let tag = rest.get(..=end).unwrap_or_default();
            let closed = if tag.ends_with("/>") { None } else { rest.find(closing) };
            closed.map_or(end + 1, |at| at + closing.len())
        });
        let (before, behind) = properties.split_at(start + behind);
        return format!("{before}{mark}{behind}");
    }
    if properties.contains("<w:rPr/>") {
        return properties.replacen("<w:rPr/>", &own, 1);
    }
    let ends = ["<w:sectPr", "<w:pPrChange", "</w:pPr>"];
    let end = ends.iter().filter_map(|end| properties.find(end)).min().unwrap_or(properties.len());
    let (before, behind) = properties.split_at(end);
    format!("{before}{own}{behind}")
}

/// The properties of a row with something said of the row itself.
fn row_with_mark(properties: &str, mark: &str) -> String {
    if properties.is_empty() || properties.ends_with("/>") {
        return format!("<w:trPr>{mark}</w:trPr>");
    }
    // That it was put in is told first, and what its properties were before comes last.
    let ends = ["<w:trPrChange", "</w:trPr>"];
    let end = ends.iter().filter_map(|end| properties.find(end)).min().unwrap_or(properties.len());
    let (before, behind) = properties.split_at(end);
    format!("{before}{mark}{behind}")
}

/// A run whose words are taken out.
fn as_deleted(run: &str) -> String {
    run.replace("<w:t>", "<w:delText>")
        .replace("<w:t ", "<w:delText ")
        .replace("<w:t/>", "")
        .replace("</w:t>", "</w:delText>")
        .replace("<w:instrText", "<w:delInstrText")
        .replace("</w:instrText>", "</w:delInstrText>")
}

/// What of a run is said, character by character.
#[derive(Debug, Clone, PartialEq, Eq)]
enum SaidInRun {
    Character(char),
    Call(String),
}

/// What becomes of the last words of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditedEnd {
    /// They are as they were.
    Stays,
    /// They are new.
    PutIn,
    /// They are taken out, and nothing comes in their place.
    TakenOut,
}

/// What becomes of a paragraph.
pub struct ParagraphEdit<'p> {
    paragraph: &'p ScannedParagraph,
    /// What is said, and in which run.
    said: Vec<(usize, SaidInRun)>,
    /// What is taken out.
    out: Vec<bool>,
    /// What is put in before each place.
    put: Vec<(usize, Vec<SpacedWord>)>,
}

/// A word of the paragraph, by the places of its white space and of itself.
struct PlacedWord {
    space: Range<usize>,
    itself: Range<usize>,
}

impl<'p> ParagraphEdit<'p> {
    /// The edit that makes a paragraph say these words. White space between words that stay is left as it is. `None` where a
    /// run holds what can't be parted.
    pub fn of(paragraph: &'p ScannedParagraph, wanted: Vec<SpacedWord>) -> Option<ParagraphEdit<'p>> {
        let mut said = Vec::new();
        for (at, run) in paragraph.runs.iter().enumerate().filter(|(_, run)| run.deleted.is_none()) {
            match run.note() {
                Some(id) => said.push((at, SaidInRun::Call(id.to_owned()))),
                None => said.extend(run.words().chars().map(|c| (at, SaidInRun::Character(c)))),
            }
        }
        let (old, placed) = tokens(&said);
        let mut out = vec![false; said.len()];
        let mut put = Vec::new();
        // What an operation says of its place in the other text may be off; their lengths are right, and they come in order.
        let mut reached = 0;
        for op in compared(&old, &wanted) {
            let (_, before, after) = op.as_tag_tuple();
            let before = reached..reached + before.len();
            reached = before.end;
            if matches!(op, DiffOp::Equal { .. }) {
                // The white space before a word that stays may have to change: nothing else would say that it did.
                let stays =
                    old.iter().zip(&placed).skip(before.start).zip(wanted.get(after.clone()).unwrap_or_default());
                // What the new text begins with stands behind nothing.
                let begins = usize::from(after.start == 0);
                for ((_, place), new) in stays.skip(begins).filter(|((old, _), new)| old.spacing() != new.spacing()) {
                    out.get_mut(place.space.clone())?.fill(true);
                    if !new.space.is_empty() {
                        let space = SpacedWord { space: new.space.clone(), word: WordOrCall::Word(String::new()) };
                        put.push((place.itself.start, vec![space]));
                    }
                }
                continue;
            }
            let mut new: Vec<SpacedWord> = wanted.get(after.clone()).unwrap_or_default().to_vec();
            let mut old_words = placed.get(before.clone()).unwrap_or_default().iter();
            let first = old_words.next();
            // The white space before the first word stays, if there is such in the new text, too.
            let keeps_space = first.is_some_and(|first| !first.space.is_empty())
                && (before.start == 0
                    || old.get(before.start).zip(new.first()).is_some_and(|(old, new)| old.spacing() == new.spacing()));
            let mut place = placed.get(before.start).map_or(said.len(), |next| next.space.start);
            if let Some(first) = first {
                let from = if keeps_space { first.itself.start } else { first.space.start };
                let last = placed.get(before.end.saturating_sub(1)).map_or(first.itself.end, |last| last.itself.end);
                // Where a paragraph begins, the white space that it begins with is all there is.
                let next = placed.get(before.end).filter(|_| before.start == 0 && new.is_empty());
                let to = next.map_or(last, |next| next.itself.start);
                out.get_mut(from..to)?.fill(true);
                place = to;
                if keeps_space && let Some(new) = new.first_mut() {
                    new.space.clear();
                }
            } else if place > 0 && before.start > 0 {
                // Behind the word before.
                place = placed.get(before.start - 1).map_or(place, |last| last.itself.end);
            }
            if !new.is_empty() {
                put.push((place, new));
            }
        }
        Some(ParagraphEdit { paragraph, said, out, put })
    }

    /// What becomes of the last thing that the paragraph said, or says now.
    pub fn end(&self) -> EditedEnd {
        if self.put.iter().any(|(place, _)| *place == self.said.len()) {
            EditedEnd::PutIn
        } else if self.out.last() == Some(&true) {
            EditedEnd::TakenOut
        } else {
            EditedEnd::Stays
        }
    }

    /// Writes the edit; says whether there is any. `None` where a run holds what can't be parted, or stands in a change that
    /// can't be parted.
    pub fn write(&self, xml: &str, tracked: &mut TrackedBy, edited: &mut EditedXml) -> Option<bool> {
        if self.put.is_empty() && !self.out.contains(&true) {
            return Some(false);
        }
        let mut begun = 0;
        let mut written = Vec::new();
        for (at, run) in self.paragraph.runs.iter().enumerate() {
            let count = self.said.iter().skip(begun).take_while(|(of, _)| *of == at).count();
            let here = begun..begun + count;
            begun += count;
            let touched = self.out.get(here.clone())?.contains(&true);
            let inside = |place: usize| here.start < place && place < here.end;
            let parted = self.put.iter().any(|(place, _)| inside(*place));
            // What is put in between two runs goes behind the first of them.
            let behind: Vec<&Vec<SpacedWord>> = self
                .put
                .iter()
                .filter(|(place, _)| count > 0 && *place == here.end && (*place > 0))
                .map(|(_, new)| new)
                .collect();
            let before: Vec<&Vec<SpacedWord>> = self
                .put
                .iter()
                .filter(|(place, _)| count > 0 && here.start == 0 && *place == 0)
                .map(|(_, new)| new)
                .collect();
            if !touched && !parted && behind.is_empty() && before.is_empty() {
                continue;
            }
            let mut replaced = String::new();
            for new in before {
                match outside(xml, run, false) {
                    Some(place) => written.push((place..place, self.inserted(xml, run, new, tracked))),
                    None => replaced.push_str(&self.inserted_inside(xml, run, new, tracked)?),
                }
            }
            if !touched && !parted {
                replaced.push_str(xml.get(run.range.clone())?);
            } else if run.note().is_some() {
                replaced.push_str(&tracked.deleted(&as_deleted(xml.get(run.range.clone())?)));
            } else {
                if !run.is_words() {
                    return None;
                }
                replaced.push_str(&self.parted(xml, run, here.clone(), tracked)?);
            }
            let mut apart = Vec::new();
            for new in behind {
                match outside(xml, run, true) {
                    Some(place) => apart.push((place..place, self.inserted(xml, run, new, tracked))),
                    None => replaced.push_str(&self.inserted_inside(xml, run, new, tracked)?),
                }
            }
            written.push((run.range.clone(), replaced));
            written.append(&mut apart);
        }
        // A paragraph that said nothing.
        if self.said.is_empty() {
            let new: Vec<SpacedWord> = self.put.iter().flat_map(|(_, new)| new.clone()).collect();
            let runs = runs_of(&new, &self.properties_of_end(xml), tracked);
            let runs = tracked.inserted(&runs);
            match &self.paragraph.inside {
                Some(inside) => written.push((inside.end..inside.end, runs)),
                None => {
                    let tag = xml.get(self.paragraph.range.clone())?.strip_suffix("/>")?;
                    written.push((self.paragraph.range.clone(), format!("{}>{runs}</w:p>", tag.trim_end())));
                }
            }
        }
        for (range, xml) in written {
            edited.replace(range, xml);
        }
        Some(true)
    }

    /// A run that is parted where something in it goes, or something comes in.
    fn parted(&self, xml: &str, run: &ScannedRun, here: Range<usize>, tracked: &mut TrackedBy) -> Option<String> {
        let properties = run.properties.clone().and_then(|range| xml.get(range)).unwrap_or_default();
        let mut written = String::new();
        let mut piece = String::new();
        let mut goes = false;
        let flush = |piece: &mut String, goes: bool, written: &mut String, tracked: &mut TrackedBy| {
            if !piece.is_empty() {
                let content = run_content(piece, if goes { "delText" } else { "t" });
                let whole = format!("<w:r>{properties}{content}</w:r>");
                written.push_str(&if goes { tracked.deleted(&whole) } else { whole });
                piece.clear();
            }
        };
        for at in here.clone() {
            let out = *self.out.get(at)?;
            let new: Vec<&Vec<SpacedWord>> =
                self.put.iter().filter(|(place, _)| *place == at && at > here.start).map(|(_, new)| new).collect();
            if out != goes || !new.is_empty() {
                flush(&mut piece, goes, &mut written, tracked);
                goes = out;
            }
            for new in new {
                written.push_str(&self.inserted_inside(xml, run, new, tracked)?);
            }
            if let (_, SaidInRun::Character(c)) = self.said.get(at)? {
                piece.push(*c);
            }
        }
        flush(&mut piece, goes, &mut written, tracked);
        Some(written)
    }

    /// The properties of the paragraph's end, as those of a run.
    fn properties_of_end(&self, xml: &str) -> String {
        let properties = self.paragraph.properties.clone().and_then(|range| xml.get(range)).unwrap_or_default();
        let own = properties.find("<w:rPr>").and_then(|start| {
            let end = properties.get(start..)?.find("</w:rPr>")?;
            properties.get(start..start + end + "</w:rPr>".len())
        });
        // Of what they were before, the end would be cut off.
        let own = own.filter(|own| !own.contains("rPrChange")).unwrap_or_default();
        let told = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:vanish"];
        told.iter().fold(own.to_owned(), |own, name| without(&own, name))
    }

    /// Words that are put in at a run, which may stand in what somebody else put in: that ends before them and goes on behind.
    /// `None` where it can't.
    fn inserted_inside(
        &self,
        xml: &str,
        run: &ScannedRun,
        new: &[SpacedWord],
        tracked: &mut TrackedBy,
    ) -> Option<String> {
        /// What can stand twice in the place of once.
        const PARTED: [&str; 4] = ["<w:ins", "<w:moveTo", "<w:hyperlink", "<w:smartTag"];
        let written = self.inserted(xml, run, new, tracked);
        let tags: Vec<&str> = run.inserted.iter().filter_map(|tag| xml.get(tag.clone())).collect();
        let is_parted = |tag: &&str| {
            let name = tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
            PARTED.contains(&name)
        };
        if !tags.iter().all(is_parted) {
            // All of it may be rejected together, if it is told that it was put in.
            return tracked.is_tracking().then_some(written);
        }
        let name = |tag: &&str| {
            tag.trim_start_matches('<')
                .split(|c: char| c.is_whitespace() || c == '>')
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let ends: String = tags.iter().rev().map(|tag| format!("</{}>", name(tag))).collect();
        let begins: String = tags.iter().map(|tag| tracked.anew(tag)).collect();
        Some(format!("{ends}{written}{begins}"))
    }

    /// Words that are put in at a run, and look as it does, or as one beside it where it calls a note.
    fn inserted(&self, xml: &str, run: &ScannedRun, new: &[SpacedWord], tracked: &mut TrackedBy) -> String {
        let of = |run: &ScannedRun| run.properties.clone().and_then(|range| xml.get(range)).unwrap_or_default();
        // Brackets around a mark are raised as it is.
        let says = |run: &&ScannedRun| {
            run.note().is_none() && run.deleted.is_none() && !run.words().trim().is_empty() && of(run) != tracked.call
        };
        let runs = &self.paragraph.runs;
        let at = runs.iter().position(|one| one.range == run.range).unwrap_or(0);
        let before = runs.get(..=at).unwrap_or_default().iter().rev().find(says);
        let like = before.or_else(|| runs.iter().find(says));
        let properties =
            like.and_then(|run| run.properties.clone()).and_then(|range| xml.get(range)).unwrap_or_default();
        let runs = runs_of(new, &without(properties, "w:rPrChange"), tracked);
        tracked.inserted(&runs)
    }
}

/// Where something stands outside of what a run was put in with, if the run stands at its beginning, or at its end.
fn outside(xml: &str, run: &ScannedRun, is_end: bool) -> Option<usize> {
    let outermost = run.inserted.first()?;
    if !is_end {
        let between = xml.get(outermost.start..run.range.start)?;
        let tags: usize = run.inserted.iter().map(|tag| tag.len()).sum();
        return (between.len() == tags).then_some(outermost.start);
    }
    let mut place = run.range.end;
    for tag in run.inserted.iter().rev() {
        let tag = xml.get(tag.clone())?.trim_start_matches('<');
        let name = tag.split(|c: char| c.is_whitespace() || c == '>').next()?;
        let closing = format!("</{name}>");
        place += xml.get(place..)?.starts_with(&closing).then_some(closing.len())?;
    }
    Some(place)
}

/// The words of what is said, and where they stand.
fn tokens(said: &[(usize, SaidInRun)]) -> (Vec<SpacedWord>, Vec<PlacedWord>) {
    let (mut all, mut placed) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < said.len() {
        let text: String = said
            .get(at..)
            .unwrap_or_default()
            .iter()
            .map_while(|(_, said)| match said {
                SaidInRun::Character(c) => Some(*c),
                SaidInRun::Call(_) => None,
            })
            .collect();
        let (some, rest) = words(&text);
        for one in some {
            let space = at..at + one.space.chars().count();
            let length = match &one.word {
                WordOrCall::Word(word) => word.chars().count(),
                WordOrCall::Call(_) => 1,
            };
            let itself = space.end..space.end + length;
            at = itself.end;
            all.push(one);
            placed.push(PlacedWord { space, itself });
        }
        let space = at..at + rest.chars().count();
        at = space.end;
        if let Some((_, SaidInRun::Call(id))) = said.get(at) {
            all.push(SpacedWord { space: rest, word: WordOrCall::Call(NoteIdentity::Known(id.clone())) });
            placed.push(PlacedWord { space, itself: at..at + 1 });
            at += 1;
        }
    }
    (all, placed)
}

/// Words and calls as runs with these properties.
fn runs_of(new: &[SpacedWord], properties: &str, tracked: &mut TrackedBy) -> String {
    let mut runs = String::new();
    let mut text = String::new();
    let flush = |text: &mut String, runs: &mut String| {
        if !text.is_empty() {
            runs.push_str(&format!("<w:r>{properties}{}</w:r>", run_content(text, "t")));
            text.clear();
        }
    };
    for one in new {
        text.push_str(&one.space);
        match &one.word {
            WordOrCall::Word(word) => text.push_str(word),
            WordOrCall::Call(identity) => {
                flush(&mut text, &mut runs);
                let id = tracked.id_of_note(identity);
                runs.push_str(&format!("<w:r>{}<w:footnoteReference w:id=\"{id}\"/></w:r>", tracked.call));
            }
        }
    }
    flush(&mut text, &mut runs);
    runs
}

/// The properties of a paragraph, without those of a section, and without what tells of changes.
fn lasting_properties(xml: &str, paragraph: Option<&ScannedParagraph>) -> String {
    let range = paragraph.and_then(|paragraph| paragraph.properties.clone());
    let properties = range.and_then(|range| xml.get(range)).unwrap_or_default();
    let told = ["w:sectPr", "w:pPrChange", "w:rPrChange", "w:ins", "w:del", "w:moveFrom", "w:moveTo"];
    let lasting = told.iter().fold(properties.to_owned(), |properties, name| without(&properties, name));
    lasting.replace("<w:rPr></w:rPr>", "")
}

/// What is needed to write a new paragraph.
pub struct NewParagraph<'p> {
    /// The paragraph that it looks like.
    pub like: Option<&'p ScannedParagraph>,
    /// What it says.
    pub wanted: Vec<SpacedWord>,
    /// So many of its words are its label.
    pub labelled: usize,
    /// So many words behind the label open it.
    pub opening: usize,
    /// Whether a list counts it.
    pub counted: bool,
}

impl NewParagraph<'_> {
    /// Its properties.
    pub fn properties(&self, xml: &str) -> String {
        let properties = lasting_properties(xml, self.like);
        if self.counted { properties } else { uncounted(&properties) }
    }
}

/// A new paragraph that looks like another one. Its end is put in with it, or is one that was there.
pub fn new_paragraph(xml: &str, new: &NewParagraph<'_>, end_is_new: bool, tracked: &mut TrackedBy) -> String {
    let NewParagraph { like, wanted, labelled: label, opening, .. } = new;
    let (label, opening) = (*label, *opening);
    let mut properties = new.properties(xml);
    if end_is_new && let Some(change) = tracked.change() {
        properties = with_mark(&properties, &format!("<w:ins {change}/>"));
    }
    let of = |run: Option<&ScannedRun>| {
        let properties = run.and_then(|run| run.properties.clone()).and_then(|range| xml.get(range));
        without(properties.unwrap_or_default(), "w:rPrChange")
    };
    let spoken = |run: &&ScannedRun| {
        let is_there = run.is_words() && run.note().is_none() && run.deleted.is_none();
        is_there && run.words().contains(char::is_alphabetic)
    };
    let runs = like.map(|like| like.runs.as_slice()).unwrap_or_default();
    let first = runs.iter().find(spoken);
    let plain = runs.iter().filter(spoken).max_by_key(|run| run.words().len());
    let (labelled, rest) = wanted.split_at(label.min(wanted.len()));
    let (opens, rest) = rest.split_at(opening.min(rest.len()));
    let opens_like = if opening > 0 { first } else { plain };
    let mut written = runs_of(labelled, &of(plain), tracked);
    written.push_str(&runs_of(opens, &of(opens_like), tracked));
    written.push_str(&runs_of(rest, &of(plain), tracked));
    format!("<w:p>{properties}{}</w:p>", tracked.inserted(&written))
}

/// What is needed to write a new row.
pub struct NewRow<'p> {
    /// The row that it looks like.
    pub like: &'p ScannedRow,
    /// What each cell is to look like: its properties, and its first paragraph.
    pub cells: Vec<(Option<Range<usize>>, Option<&'p ScannedParagraph>)>,
    /// What each cell says, from the first one.
    pub wanted: Vec<Vec<SpacedWord>>,
}

/// A new row that looks like another one.
pub fn new_row(xml: &str, new: &NewRow<'_>, tracked: &mut TrackedBy) -> String {
    let of = |range: &Option<Range<usize>>| range.clone().and_then(|range| xml.get(range)).unwrap_or_default();
    let bare = |properties: &str, names: &[&str]| {
        names.iter().fold(properties.to_owned(), |properties, name| without(&properties, name))
    };
    let mut properties = bare(of(&new.like.properties), &["w:tblHeader", "w:ins", "w:del", "w:trPrChange"]);
    if let Some(change) = tracked.change() {
        properties = row_with_mark(&properties, &format!("<w:ins {change}/>"));
    }
    let mut row = format!("<w:tr>{}{properties}", of(&new.like.exceptions));
    for (at, (own, like)) in new.cells.iter().enumerate() {
        let told = ["w:vMerge", "w:cellIns", "w:cellDel", "w:cellMerge", "w:tcPrChange"];
        let wanted = new.wanted.get(at).cloned().unwrap_or_default();
        let paragraph = NewParagraph { like: *like, wanted, labelled: 0, opening: 0, counted: false };
        row.push_str(&format!(
            "<w:tc>{}{}</w:tc>",
            bare(of(own), &told),
            new_paragraph(xml, &paragraph, false, tracked)
        ));
    }
    row + "</w:tr>"
}

/// The properties of a paragraph that no list counts.
fn uncounted(properties: &str) -> String {
    let bare = without(properties, "w:numPr");
    let none = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>";
    if bare == properties {
        return bare;
    }
    // Its place is behind these.
    let behind = ["w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"];
    let ends = behind.iter().filter_map(|name| {
        let start = bare.find(&format!("<{name}"))?;
        Some(start + bare.get(start..)?.find('>')? + 1)
    });
    let at = ends.max().or_else(|| bare.find('>').map(|end| end + 1)).unwrap_or(0);
    let (before, rest) = bare.split_at(at);
    format!("{before}{none}{rest}")
}

/// XML without the first element of a name.
fn without(xml: &str, name: &str) -> String {
    let starts = [format!("<{name}>"), format!("<{name} "), format!("<{name}/>")];
    let Some(start) = starts.iter().filter_map(|start| xml.find(start.as_str())).min() else { return xml.to_owned() };
    let rest = xml.get(start..).unwrap_or_default();
    let closing = format!("</{name}>");
    let tag = rest.find('>').map_or(rest.len(), |end| end + 1);
    let end = match rest.get(..tag).is_some_and(|tag| tag.ends_with("/>")) {
        true => tag,
        false => rest.find(&closing).map_or(rest.len(), |end| end + closing.len()),
    };
    format!("{}{}", xml.get(..start).unwrap_or_default(), rest.get(end..).unwrap_or_default())
}

/// A new footnote that looks like another one's paragraph.
pub fn new_note(
    xml: &str,
    like: Option<&ScannedParagraph>,
    said: &[SpacedWord],
    id: &str,
    tracked: &mut TrackedBy,
) -> String {
    let properties = like.and_then(|like| like.properties.clone()).and_then(|range| xml.get(range)).unwrap_or_default();
    let properties = without(properties, "w:rPr");
    let runs = like.map(|like| like.runs.as_slice()).unwrap_or_default();
    let is_number = |run: &&ScannedRun| run.words().is_empty() && run.atoms.contains(&RunAtom::Other);
    let number = runs.iter().find(is_number).and_then(|run| xml.get(run.range.clone()));
    let number = number
        .filter(|run| run.contains("<w:footnoteRef/>"))
        .unwrap_or("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteRef/></w:r>");
    let there = |run: &&ScannedRun| run.is_words() && run.deleted.is_none();
    let spoken = runs.iter().filter(there).max_by_key(|run| run.words().len());
    let of = spoken.and_then(|run| run.properties.clone()).and_then(|range| xml.get(range)).unwrap_or_default();
    let of = without(of, "w:rPrChange");
    let mut said = said.to_vec();
    if let Some(first) = said.first_mut() {
        first.space = " ".to_owned();
    }
    let runs = runs_of(&said, &of, tracked);
    let runs = tracked.inserted(&runs);
    format!("<w:footnote w:id=\"{id}\"><w:p>{properties}{number}{runs}</w:p></w:footnote>")
}
