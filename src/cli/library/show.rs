//! `rapporteur library show`.

use std::collections::BTreeMap;
use std::fmt::Display;

use rapporteur::draft::Date;
use rapporteur::language::{self, ENGLISH};
use rapporteur::library::record::{Ballot, SourcedValue, StoredRecord, Vote};
use rapporteur::library::store::coverage::Denial;
use rapporteur::library::store::{Store, StoreProblem};
use rapporteur::messages::{Argument, Message};
use rapporteur::symbol::Symbol;
use serde_json::{Map, Value, json};

use super::super::interface::{columns, interface, locale};
use super::super::{ExitOutcome, complain, output};
use super::{LibraryFormat, meant};

rapporteur::messages! {
    "cli.library-show":
    in_parts(symbol: symbol, parts: list) = "The library has {symbol} in parts only: {parts}.";
    beyond(symbol: symbol, session: session, last: symbol) =
        "There is no {symbol}, as far as the library knows: the last resolution of session {session} is {last}.";
    elsewhere(symbol: symbol, other: symbol) =
        "There is no {symbol}, as far as the library knows: that number belongs to {other}.";
    nothing(symbol: symbol) = "The library has nothing about {symbol}.";
    title(language: name) = "title ({language})";
    adopted() = "adopted";
    issued() = "issued";
    vote() = "vote";
    meeting() = "meeting";
    draft() = "draft";
    report() = "report";
    adopted_as() = "adopted as";
    committee() = "committee";
    agenda_item() = "agenda item";
    agenda() = "agenda";
    cites() = "cites";
    document() = "document";
    source() = "source";
    in_favour() = "in favour";
    against() = "against";
    abstaining() = "abstaining";
    not_voting() = "not voting";
}

/// Shows instruments.
pub fn run(store: &Store, format: LibraryFormat, text: &str) -> Result<ExitOutcome, StoreProblem> {
    let Some(symbols) = meant(store, text)? else { return Ok(ExitOutcome::Failed) };
    let mut printed = Vec::new();
    for symbol in &symbols {
        let Some(record) = store.record(symbol)? else {
            complain(&unknown(store, symbol)?);
            continue;
        };
        printed.push(match format {
            LibraryFormat::Text => page(&record, &store.ballots(symbol)?),
            LibraryFormat::Json => json(&record),
        });
    }
    let ending = if printed.is_empty() { ExitOutcome::Found } else { ExitOutcome::Clean };
    Ok(output::print(&printed.join(if format == LibraryFormat::Text { "\n" } else { "" }), ending))
}

/// A sentence about an instrument that isn't in the library.
fn unknown(store: &Store, symbol: &Symbol) -> Result<String, StoreProblem> {
    let written = |symbol: &Symbol| Argument::Symbol(symbol.to_string().into());
    let parts: Vec<Argument> = store.parts(symbol)?.iter().map(written).collect();
    let named = symbol.to_string();
    let message = match store.denies(symbol)? {
        _ if !parts.is_empty() => in_parts(named, parts),
        Some(Denial::Beyond { session, last }) => beyond(named, session, format!("{session}/{last}")),
        Some(Denial::Elsewhere(other)) => elsewhere(named, other.to_string()),
        None => nothing(named),
    };
    Ok(message.text(locale()))
}

/// A date for people who sort: `2007-12-18`.
pub fn date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// What is known of an instrument, for people.
fn page(record: &StoredRecord, ballots: &BTreeMap<String, Ballot>) -> String {
    let symbol = &record.symbol;
    let mut page = Rows::default();
    for language in language::ALL {
        let titles = record.titles.get(language.code).map(Vec::as_slice).unwrap_or_default();
        facts(&mut page, &title(language.code), titles, ToString::to_string);
    }
    facts(&mut page, &adopted(), &record.adopted, |value| date(*value));
    facts(&mut page, &issued(), &record.issued, |value| date(*value));
    facts(&mut page, &vote(), &record.votes, |vote| vote.message().text(locale()));
    facts(&mut page, &meeting(), &record.meetings, ToString::to_string);
    facts(&mut page, &draft(), &record.drafts, ToString::to_string);
    facts(&mut page, &report(), &record.reports, ToString::to_string);
    facts(&mut page, &adopted_as(), &record.adopted_as, ToString::to_string);
    facts(&mut page, &committee(), &record.committees, Clone::clone);
    facts(&mut page, &agenda_item(), &record.agenda_items, Clone::clone);
    facts(&mut page, &agenda(), &record.agenda_titles, Clone::clone);
    facts(&mut page, &cites(), &record.cites, ToString::to_string);
    line(&mut page, &document(), &symbol.official_address(interface().code));
    for table in record.sources() {
        line(&mut page, &source(), &format!("{}: {}", table.name, table.format.message().text(locale())));
    }
    for (ballot, name) in [
        (Ballot::Yes, in_favour()),
        (Ballot::No, against()),
        (Ballot::Abstaining, abstaining()),
        (Ballot::NotVoting, not_voting()),
    ] {
        let states: Vec<&str> =
            ballots.iter().filter(|(_, own)| **own == ballot).map(|(state, _)| state.as_str()).collect();
        if !states.is_empty() {
            line(&mut page, &name, &states.join(", "));
        }
    }
    format!("{symbol}: {}\n{}", interface().telling.symbol(symbol), page.print())
}

/// A line a value, with who says so. The second value of a fact contradicts the first one.
fn facts<T>(page: &mut Rows, name: &Message, facts: &[SourcedValue<T>], value: impl Fn(&T) -> String) {
    for said in facts {
        line(page, name, &format!("{} ({})", value(&said.value), sources(said)));
    }
}

fn sources<T>(said: &SourcedValue<T>) -> String {
    said.sources.iter().map(|source| source.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn line(page: &mut Rows, name: &Message, value: &str) {
    page.0.push((name.text(locale()), value.to_owned()));
}

/// Lines of a name and a value, in two columns.
#[derive(Default)]
struct Rows(Vec<(String, String)>);

impl Rows {
    fn print(&self) -> String {
        let wide = self.0.iter().map(|(name, _)| columns(name)).max().unwrap_or_default().max(NARROWEST);
        let row = |(name, value): &(String, String)| {
            let room = " ".repeat(wide.saturating_sub(columns(name)));
            format!("  {name}{room}  {value}\n")
        };
        self.0.iter().map(row).collect()
    }
}

/// How wide the column of names is at least.
const NARROWEST: usize = 12;

/// What is known of an instrument, for programs, in a line.
pub fn json(record: &StoredRecord) -> String {
    fn texts<T: Display>(facts: &[SourcedValue<T>]) -> Value {
        values(facts, |value| json!(value.to_string()))
    }
    let titles: Map<String, Value> = record
        .titles
        .iter()
        .map(|(code, said)| {
            let title =
                |title: &rapporteur::library::record::RecordedTitle| json!({ "text": title.text, "kind": title.kind.code() });
            ((*code).to_owned(), values(said, title))
        })
        .collect();
    let vote = |vote: &Vote| match vote {
        Vote::WithoutVote => json!({ "without_vote": true }),
        Vote::Recorded { yes, no, abstaining, not_voting } => {
            json!({ "yes": yes, "no": no, "abstaining": abstaining, "not_voting": not_voting })
        }
    };
    let object = json!({
        "symbol": record.symbol.to_string(),
        "titles": titles,
        "adopted": values(&record.adopted, |value| json!(date(*value))),
        "issued": values(&record.issued, |value| json!(date(*value))),
        "votes": values(&record.votes, vote),
        "meetings": texts(&record.meetings),
        "drafts": texts(&record.drafts),
        "reports": texts(&record.reports),
        "adopted_as": texts(&record.adopted_as),
        "committees": texts(&record.committees),
        "agenda_items": texts(&record.agenda_items),
        "agenda_titles": texts(&record.agenda_titles),
        "cites": texts(&record.cites),
        "document": record.symbol.official_address(ENGLISH.code),
    });
    format!("{object}\n")
}

/// The values of a fact, the most trusted first, each with its sources.
fn values<T>(facts: &[SourcedValue<T>], value: impl Fn(&T) -> Value) -> Value {
    let sources = |said: &SourcedValue<T>| -> Vec<Value> {
        said.sources.iter().map(|source| json!({ "format": source.format.code(), "file": source.name })).collect()
    };
    facts.iter().map(|said| json!({ "value": value(&said.value), "sources": sources(said) })).collect()
}
