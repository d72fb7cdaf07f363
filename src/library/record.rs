//! What the tables say of an instrument: plain structs, as they are imported, stored, shown and handed on.

use crate::messages::Message;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use crate::draft::Date;
use crate::language::{ENGLISH, Language};
use crate::symbol::Symbol;

/// A kind of table. The more trusted comes first: where two contradict each other, its word stands first.
///
/// The order is by what is nearest to the text that was adopted: that text itself, then the Assembly's own metadata, which is
/// made with the resolutions; the catalogue describes them, voting tables shorten titles, and of a plain table nobody knows
/// who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableFormat {
    /// The instrument's own text, whatever its file's format.
    Text,
    /// The General Assembly's machine-readable metadata, one JSON object a line.
    JsonLines,
    /// MARCXML out of the UN Digital Library.
    Marcxml,
    /// Voting records of the UN Digital Library as a table, a State a row or a State a column.
    Voting,
    /// A table with named columns.
    Table,
}

impl TableFormat {
    /// All of them, the most trusted first.
    pub const ALL: [TableFormat; 5] =
        [TableFormat::Text, TableFormat::JsonLines, TableFormat::Marcxml, TableFormat::Voting, TableFormat::Table];

    /// A short name that never changes: it is stored.
    pub fn code(self) -> &'static str {
        match self {
            TableFormat::Text => "text",
            TableFormat::JsonLines => "json-lines",
            TableFormat::Marcxml => "marcxml",
            TableFormat::Voting => "voting",
            TableFormat::Table => "table",
        }
    }

    /// The format of this short name.
    pub fn coded(code: &str) -> Option<TableFormat> {
        TableFormat::ALL.into_iter().find(|format| format.code() == code)
    }
}

crate::messages! {
    "library.record":
    text() = "its own text";
    json_lines() = "metadata of the General Assembly";
    marcxml() = "UN Digital Library, catalogue";
    voting() = "UN Digital Library, voting table";
    table() = "table";
    without_vote() = "adopted without a vote";
    recorded_vote(yes: number, no: number, abstaining: number) =
        "{yes} in favour, {no} against, {abstaining} abstaining";
    recorded_vote_with_absent(yes: number, no: number, abstaining: number, not_voting: number) =
        "{yes} in favour, {no} against, {abstaining} abstaining, {not_voting} not voting";
}

impl TableFormat {
    /// What it is called.
    pub fn message(self) -> Message {
        match self {
            TableFormat::Text => text(),
            TableFormat::JsonLines => json_lines(),
            TableFormat::Marcxml => marcxml(),
            TableFormat::Voting => voting(),
            TableFormat::Table => table(),
        }
    }
}

/// A table that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedTable {
    /// The format of the table.
    pub format: TableFormat,
    /// The name of its file, without the folder.
    pub name: String,
    /// The import that brought it last: of two, the higher is the later.
    pub import: i64,
}

/// A title, without the number before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RecordedTitle {
    /// The title itself.
    pub text: String,
    /// How much of the instrument's own title it is.
    pub kind: TitleKind,
}

/// How much of the instrument's own title a title is. The better comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleKind {
    /// The title as it reads.
    Full,
    /// Its beginning: the table cut it off.
    Shortened,
    /// What the library wrote of an instrument that has no title, as the Security Council's.
    Described,
}

impl TitleKind {
    /// A short name that never changes: it is stored.
    pub fn code(self) -> &'static str {
        match self {
            TitleKind::Full => "full",
            TitleKind::Shortened => "shortened",
            TitleKind::Described => "described",
        }
    }

    /// The kind of this short name.
    pub fn coded(code: &str) -> Option<TitleKind> {
        [TitleKind::Full, TitleKind::Shortened, TitleKind::Described].into_iter().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for RecordedTitle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TitleKind::Full => f.write_str(&self.text),
            TitleKind::Shortened => write!(f, "{}…", self.text),
            TitleKind::Described => write!(f, "[{}]", self.text),
        }
    }
}

/// How it was adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vote {
    /// Without a vote.
    WithoutVote,
    /// By a recorded vote: how many States voted how.
    Recorded {
        /// States in favour.
        yes: u16,
        /// States against.
        no: u16,
        /// States that abstained.
        abstaining: u16,
        /// States that did not vote, where the table tells.
        not_voting: Option<u16>,
    },
}

impl Vote {
    /// The vote in words.
    pub fn message(&self) -> Message {
        match *self {
            Vote::WithoutVote => without_vote(),
            Vote::Recorded { yes, no, abstaining, not_voting: None } => recorded_vote(yes, no, abstaining),
            Vote::Recorded { yes, no, abstaining, not_voting: Some(absent) } => {
                recorded_vote_with_absent(yes, no, abstaining, absent)
            }
        }
    }
}

/// How one State voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ballot {
    /// In favour.
    Yes,
    /// Against.
    No,
    /// Abstaining.
    Abstaining,
    /// Not voting.
    NotVoting,
}

impl Ballot {
    /// All of them.
    pub const ALL: [Ballot; 4] = [Ballot::Yes, Ballot::No, Ballot::Abstaining, Ballot::NotVoting];

    /// The letter that the UN Digital Library uses: `Y`, `N`, `A`, `X`.
    pub fn letter(self) -> char {
        match self {
            Ballot::Yes => 'Y',
            Ballot::No => 'N',
            Ballot::Abstaining => 'A',
            Ballot::NotVoting => 'X',
        }
    }

    /// The vote of this letter. The first edition of the library's tables has `NV` for `X`.
    pub fn lettered(letters: &str) -> Option<Ballot> {
        match letters.trim() {
            "NV" => Some(Ballot::NotVoting),
            letters => Ballot::ALL.into_iter().find(|ballot| letters.chars().eq([ballot.letter()])),
        }
    }
}

/// How an instrument is related to another document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// The draft that was adopted, or a document that has it.
    Draft,
    /// The report, mostly of a Main Committee, that has the draft.
    Report,
    /// The record of the meeting at which it was adopted.
    Meeting,
    /// An instrument that it cites.
    Cites,
}

impl RelationKind {
    /// All of them.
    pub const ALL: [RelationKind; 4] =
        [RelationKind::Draft, RelationKind::Report, RelationKind::Meeting, RelationKind::Cites];

    /// A short name that never changes: it is stored.
    pub fn code(self) -> &'static str {
        match self {
            RelationKind::Draft => "draft",
            RelationKind::Report => "report",
            RelationKind::Meeting => "meeting",
            RelationKind::Cites => "cites",
        }
    }

    /// The role of this short name.
    pub fn coded(code: &str) -> Option<RelationKind> {
        RelationKind::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What one record of one table says of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statement {
    /// By the code of their language (`en`).
    pub titles: BTreeMap<&'static str, RecordedTitle>,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// When it was issued, which for a resolution is later.
    pub issued: Option<Date>,
    /// How it was adopted.
    pub vote: Option<Vote>,
    /// How each State voted, by the name that it had then.
    pub ballots: BTreeMap<String, Ballot>,
    /// `72 (b)`, as the table has it.
    pub agenda_item: Option<String>,
    /// The title of the agenda item.
    pub agenda_title: Option<String>,
    /// The Main Committee that it came from.
    pub committee: Option<String>,
    /// Other documents, and what each is to this one.
    pub related: BTreeSet<(RelationKind, Symbol)>,
}

impl Statement {
    /// Takes over what another record of the same table says of the same instrument.
    ///
    /// # Errors
    ///
    /// Gives it back where the two contradict each other.
    pub fn absorb(&mut self, other: Statement) -> Result<(), Box<Statement>> {
        fn agree<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        let contradicts =
            other.titles.iter().any(|(code, title)| self.titles.get(code).is_some_and(|own| own != title))
                || other.ballots.iter().any(|(state, ballot)| self.ballots.get(state).is_some_and(|own| own != ballot))
                || !agree(&self.adopted, &other.adopted)
                || !agree(&self.issued, &other.issued)
                || !agree(&self.vote, &other.vote)
                || !agree(&self.agenda_item, &other.agenda_item)
                || !agree(&self.agenda_title, &other.agenda_title)
                || !agree(&self.committee, &other.committee);
        if contradicts {
            return Err(Box::new(other));
        }
        self.titles.extend(other.titles);
        self.ballots.extend(other.ballots);
        self.related.extend(other.related);
        self.adopted = self.adopted.or(other.adopted);
        self.issued = self.issued.or(other.issued);
        self.vote = self.vote.or(other.vote);
        self.agenda_item = self.agenda_item.take().or(other.agenda_item);
        self.agenda_title = self.agenda_title.take().or(other.agenda_title);
        self.committee = self.committee.take().or(other.committee);
        Ok(())
    }
}

/// A fact and who says so, the most trusted first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcedValue<T> {
    /// What is said.
    pub value: T,
    /// The tables that say so, the most trusted first.
    pub sources: Vec<Arc<ImportedTable>>,
}

/// What is known of an instrument. Where sources contradict each other, a fact has several values, the one of
/// the better source first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// The instrument's symbol.
    pub symbol: Symbol,
    /// By the code of their language.
    pub titles: BTreeMap<&'static str, Vec<SourcedValue<RecordedTitle>>>,
    /// The days on which it was adopted.
    pub adopted: Vec<SourcedValue<Date>>,
    /// The days on which it was issued.
    pub issued: Vec<SourcedValue<Date>>,
    /// How it was voted on.
    pub votes: Vec<SourcedValue<Vote>>,
    /// The numbers of the agenda items under which it was adopted.
    pub agenda_items: Vec<SourcedValue<String>>,
    /// The titles of these agenda items.
    pub agenda_titles: Vec<SourcedValue<String>>,
    /// The Main Committees that it came from.
    pub committees: Vec<SourcedValue<String>>,
    /// The drafts that it was adopted from.
    pub drafts: Vec<SourcedValue<Symbol>>,
    /// The reports that have these drafts.
    pub reports: Vec<SourcedValue<Symbol>>,
    /// The records of the meetings at which it was adopted.
    pub meetings: Vec<SourcedValue<Symbol>>,
    /// What it cites.
    pub cites: Vec<SourcedValue<Symbol>>,
    /// Of a draft: what it was adopted as.
    pub adopted_as: Vec<SourcedValue<Symbol>>,
}

impl StoredRecord {
    /// The title in this language, else in English, else in any, and the code of the language that it is in.
    pub fn title(&self, language: &Language) -> Option<(&'static str, &SourcedValue<RecordedTitle>)> {
        let of = |code: &str| self.titles.get_key_value(code);
        let (code, said) = of(language.code).or_else(|| of(ENGLISH.code)).or_else(|| self.titles.first_key_value())?;
        Some((code, said.first()?))
    }

    /// All sources that say something of it, the most trusted first.
    pub fn sources(&self) -> Vec<Arc<ImportedTable>> {
        fn of<T>(facts: &[SourcedValue<T>]) -> impl Iterator<Item = &Arc<ImportedTable>> {
            facts.iter().flat_map(|said| &said.sources)
        }
        let titles = self.titles.values().flat_map(|said| of(said));
        let dates = of(&self.adopted).chain(of(&self.issued)).chain(of(&self.votes));
        let texts = of(&self.agenda_items).chain(of(&self.agenda_titles)).chain(of(&self.committees));
        let documents = [&self.drafts, &self.reports, &self.meetings, &self.cites, &self.adopted_as];
        let documents = documents.into_iter().flat_map(|said| of(said));
        let mut sources: Vec<Arc<ImportedTable>> = titles.chain(dates).chain(texts).chain(documents).cloned().collect();
        sources.sort_by(|a, b| (a.format, &a.name).cmp(&(b.format, &b.name)));
        sources.dedup();
        sources
    }

    /// When it was adopted, as the best source has it.
    pub fn adoption_date(&self) -> Option<Date> {
        self.adopted.first().map(|said| said.value)
    }
}
