//! `rapporteur library show`.

use std::collections::BTreeMap;
use std::fmt::Display;

use rapporteur::draft::Date;
use rapporteur::language::{self, ENGLISH};
use rapporteur::library::Denial;
use rapporteur::library::instrument_info::{Fact, FactOrigin, InstrumentInfo};
use rapporteur::library::record::{Ballot, RecordedTitle, SourcedValue, StoredRecord, Vote};
use rapporteur::library::store::{Store, StoreProblem};
use rapporteur::messages::{Argument, Message};
use rapporteur::symbol::Symbol;
use serde_json::{Map, Value, json};

use super::super::interface::{columns, interface, locale};
use super::super::{ExitOutcome, complain, output};
use super::{LibraryFormat, OpenLibrary};

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
    previous() = "before it";
    next() = "after it";
    document() = "document";
    source() = "source";
    in_favour() = "in favour";
    against() = "against";
    abstaining() = "abstaining";
    not_voting() = "not voting";
}

/// What is shown of an instrument.
pub struct ShownInstrument {
    /// What was imported of it.
    pub record: Option<StoredRecord>,
    /// All that is known of it.
    pub about: InstrumentInfo,
    /// How each State voted.
    pub ballots: BTreeMap<String, Ballot>,
}

impl ShownInstrument {
    /// What a library knows of an instrument.
    ///
    /// # Errors
    ///
    /// When it can't be read any more.
    pub fn of(library: &OpenLibrary, symbol: &Symbol) -> Result<ShownInstrument, StoreProblem> {
        let (record, ballots) = match &library.store {
            Some(store) => (store.record(symbol)?, store.ballots(symbol)?),
            None => (None, BTreeMap::new()),
        };
        Ok(ShownInstrument { record, about: library.about(symbol), ballots })
    }

    /// The instrument that is told of.
    pub fn symbol(&self) -> &Symbol {
        self.record.as_ref().map_or(&self.about.symbol, |record| &record.symbol)
    }

    /// The best title, and the best date.
    pub fn title_and_date(&self) -> (Option<&RecordedTitle>, Option<Date>) {
        let title = self.about.title(interface()).map(|(_, fact)| &fact.value);
        (title, self.about.adopted.first().map(|fact| fact.value))
    }
}

/// Shows instruments.
pub fn run(library: &OpenLibrary, format: LibraryFormat, text: &str) -> Result<ExitOutcome, StoreProblem> {
    let Some(symbols) = library.meant(text)? else { return Ok(ExitOutcome::Failed) };
    let mut printed = Vec::new();
    for symbol in &symbols {
        let shown = ShownInstrument::of(library, symbol)?;
        if shown.record.is_none() && shown.about.is_empty() {
            complain(&match &library.store {
                Some(store) => unknown(store, symbol)?,
                None => nothing(symbol.to_string()).text(locale()),
            });
            continue;
        }
        printed.push(match format {
            LibraryFormat::Text => page(&shown),
            LibraryFormat::Json => json(&shown),
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

/// What is known of an instrument, for people.
fn page(shown: &ShownInstrument) -> String {
    let symbol = shown.symbol();
    let ShownInstrument { record, about, ballots } = shown;
    let record = record.as_ref();
    let mut page = Rows::default();
    for language in language::ALL {
        let titles = record.and_then(|record| record.titles.get(language.code));
        let built_in = about.titles.get(language.code).map(Vec::as_slice).unwrap_or_default();
        facts(&mut page, &title(language.code), titles, built_in, ToString::to_string);
    }
    facts(&mut page, &adopted(), record.map(|record| &record.adopted), &about.adopted, |value| value.iso());
    if let Some(within) = &about.adopted_within {
        line(&mut page, &adopted(), &within.message().text(locale()));
    }
    facts(&mut page, &issued(), record.map(|record| &record.issued), &[], |value| value.iso());
    facts(&mut page, &vote(), record.map(|record| &record.votes), &about.votes, |vote| vote.message().text(locale()));
    facts(&mut page, &meeting(), record.map(|record| &record.meetings), &about.meetings, ToString::to_string);
    facts(&mut page, &draft(), record.map(|record| &record.drafts), &[], ToString::to_string);
    facts(&mut page, &report(), record.map(|record| &record.reports), &[], ToString::to_string);
    facts(&mut page, &adopted_as(), record.map(|record| &record.adopted_as), &[], ToString::to_string);
    facts(&mut page, &committee(), record.map(|record| &record.committees), &[], Clone::clone);
    facts(&mut page, &agenda_item(), record.map(|record| &record.agenda_items), &[], Clone::clone);
    facts(&mut page, &agenda(), record.map(|record| &record.agenda_titles), &[], Clone::clone);
    facts(&mut page, &cites(), record.map(|record| &record.cites), &[], ToString::to_string);
    for (name, other) in [(previous(), &about.previous), (next(), &about.next)] {
        other.iter().for_each(|other| line(&mut page, &name, other.as_str()));
    }
    line(&mut page, &document(), &symbol.official_address(interface().code));
    for table in record.iter().flat_map(|record| record.sources()) {
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

/// A line a value, with who says so. The second value of a fact contradicts the first one. What was imported comes first,
/// then what is built in and was not imported.
fn facts<T>(
    page: &mut Rows,
    name: &Message,
    imported: Option<&Vec<SourcedValue<T>>>,
    known: &[Fact<T>],
    value: impl Fn(&T) -> String,
) {
    for said in imported.into_iter().flatten() {
        line(page, name, &format!("{} ({})", value(&said.value), sources(said)));
    }
    for fact in built_in(known) {
        let names: Vec<String> = fact.origins.iter().flat_map(|origin| origin.names(interface())).collect();
        line(page, name, &format!("{} ({})", value(&fact.value), names.join(", ")));
    }
}

/// The facts that no table says.
fn built_in<T>(known: &[Fact<T>]) -> impl Iterator<Item = &Fact<T>> {
    known.iter().filter(|fact| !fact.origins.iter().any(|origin| matches!(origin, FactOrigin::Table(_))))
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
pub fn json(shown: &ShownInstrument) -> String {
    fn texts<T: Display>(imported: Option<&Vec<SourcedValue<T>>>, known: &[Fact<T>]) -> Value {
        values(imported, known, |value| json!(value.to_string()))
    }
    let ShownInstrument { record, about, .. } = shown;
    let record = record.as_ref();
    let title = |title: &RecordedTitle| json!({ "text": title.text, "kind": title.kind.code() });
    let mut titles = Map::new();
    for language in language::ALL {
        let imported = record.and_then(|record| record.titles.get(language.code));
        let known = about.titles.get(language.code).map(Vec::as_slice).unwrap_or_default();
        if imported.is_some() || built_in(known).next().is_some() {
            titles.insert(language.code.to_owned(), values(imported, known, title));
        }
    }
    let vote = |vote: &Vote| match vote {
        Vote::WithoutVote => json!({ "without_vote": true }),
        Vote::Recorded { yes, no, abstaining, not_voting } => {
            json!({ "yes": yes, "no": no, "abstaining": abstaining, "not_voting": not_voting })
        }
    };
    let mut object = json!({
        "symbol": shown.symbol().to_string(),
        "titles": titles,
        "adopted": values(record.map(|record| &record.adopted), &about.adopted, |value| json!(value.iso())),
        "issued": values(record.map(|record| &record.issued), &[], |value| json!(value.iso())),
        "votes": values(record.map(|record| &record.votes), &about.votes, vote),
        "meetings": texts(record.map(|record| &record.meetings), &about.meetings),
        "drafts": texts(record.map(|record| &record.drafts), &[]),
        "reports": texts(record.map(|record| &record.reports), &[]),
        "adopted_as": texts(record.map(|record| &record.adopted_as), &[]),
        "committees": texts(record.map(|record| &record.committees), &[]),
        "agenda_items": texts(record.map(|record| &record.agenda_items), &[]),
        "agenda_titles": texts(record.map(|record| &record.agenda_titles), &[]),
        "cites": texts(record.map(|record| &record.cites), &[]),
        "document": shown.symbol().official_address(ENGLISH.code),
    });
    if let Some(members) = object.as_object_mut() {
        if let Some(within) = &about.adopted_within {
            members.insert("adopted_within".to_owned(), json!([within.first.iso(), within.last.iso()]));
        }
        for (name, other) in [("previous", &about.previous), ("next", &about.next)] {
            members.extend(other.iter().map(|other| (name.to_owned(), json!(other.to_string()))));
        }
    }
    format!("{object}\n")
}

/// The values of a fact, the most trusted first, each with its sources.
fn values<T>(imported: Option<&Vec<SourcedValue<T>>>, known: &[Fact<T>], value: impl Fn(&T) -> Value) -> Value {
    let sources = |said: &SourcedValue<T>| -> Vec<Value> {
        said.sources.iter().map(|source| json!({ "format": source.format.code(), "file": source.name })).collect()
    };
    let imported = imported.into_iter().flatten().map(|said| (value(&said.value), sources(said)));
    let origin = |origin: &FactOrigin| match origin {
        FactOrigin::Register(sources) => {
            let kinds: Vec<&str> = sources.all().map(|source| source.code()).collect();
            json!({ "format": "register", "kinds": kinds, "texts": sources.texts })
        }
        _ => json!({ "format": "built-in" }),
    };
    let known = built_in(known).map(|fact| (value(&fact.value), fact.origins.iter().map(origin).collect()));
    let known: Vec<(Value, Vec<Value>)> = known.collect();
    imported.chain(known).map(|(value, sources)| json!({ "value": value, "sources": sources })).collect()
}
