//! The General Assembly's machine-readable metadata, one JSON object a line; and what [`export`] writes.
//!
//! [`export`]: crate::library::store::export

use super::faults;
use std::io::{BufRead, Read};

use serde_json::{Map, Value};

use super::sink::{Sink, Stop};
use super::{LARGEST, facts, syntax, titles};
use crate::language::ENGLISH;
use crate::library::record::{Ballot, RelationKind, Statement, TableFormat};
use crate::library::store::export;

/// Reads all lines.
pub(super) fn read(mut bytes: impl BufRead, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let taken = (&mut bytes).take(LARGEST as u64).read_until(b'\n', &mut line)?;
        if taken == 0 {
            break;
        }
        if taken == LARGEST && line.last() != Some(&b'\n') {
            sink.skip(number, None, faults::line_too_long());
            bytes.skip_until(b'\n')?;
            continue;
        }
        let object = line.trim_ascii();
        if !object.is_empty() {
            one(object, number, sink)?;
        }
    }
    Ok(())
}

fn one(line: &[u8], number: u64, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let object = match serde_json::from_slice::<Map<String, Value>>(line) {
        Ok(object) => object,
        Err(error) => {
            let why = faults::no_json(syntax::of_json(&error), error.column());
            sink.skip(number, None, why);
            return Ok(());
        }
    };
    if object.contains_key(export::MARK) {
        return exported(object, number, sink);
    }
    let symbol = match facts::symbol(text(&object, "symbol")) {
        Ok(symbol) => symbol,
        Err(why) => {
            sink.skip(number, None, why);
            return Ok(());
        }
    };
    let mut whys = Vec::new();
    let mut statement = Statement {
        agenda_item: facts::agenda_item(text(&object, "agenda_item")),
        agenda_title: facts::said(text(&object, "agenda_item_name")),
        committee: facts::committee(text(&object, "committee")),
        vote: facts::vote(
            text(&object, "adoption_type"),
            count(&object, "MS_in_favour_count"),
            count(&object, "MS_against_count"),
            count(&object, "MS_abstaining_count"),
            None,
        ),
        ..Statement::default()
    };
    statement.adopted = facts::date(text(&object, "adoption_date")).unwrap_or_else(|why| {
        whys.push(why);
        None
    });
    statement.titles.extend(titles::title(text(&object, "title"), &symbol).map(|title| (ENGLISH.code, title)));
    statement.related = facts::related(text(&object, "originating_document"), RelationKind::Report);
    statement.related.extend(facts::related(text(&object, "pv"), RelationKind::Meeting));
    let ballots = [("MS_in_favour", Ballot::Yes), ("MS_against", Ballot::No), ("MS_abstaining", Ballot::Abstaining)];
    for (key, ballot) in ballots {
        let states = object.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        statement.ballots.extend(states.filter_map(facts::said).map(|state| (state, ballot)));
    }
    let news = sink.add(TableFormat::JsonLines, &symbol, "", statement)?;
    sink.taken(news);
    sink.leave_out(number, None, whys);
    Ok(())
}

/// A line that the library wrote.
fn exported(object: Map<String, Value>, number: u64, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let line = match export::read(object) {
        Ok(line) => line,
        Err(why) => {
            sink.skip(number, None, why);
            return Ok(());
        }
    };
    let mut news = false;
    for said in line.said {
        news |= sink.add_of(said.format, &said.name, &line.symbol, &said.record, said.statement)?;
    }
    sink.taken(news);
    Ok(())
}

fn text<'a>(object: &'a Map<String, Value>, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn count(object: &Map<String, Value>, key: &str) -> Option<u16> {
    match object.get(key)? {
        Value::Number(number) => number.as_u64().and_then(|number| u16::try_from(number).ok()),
        value => facts::count(value.as_str()?),
    }
}
