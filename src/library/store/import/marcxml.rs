//! MARCXML out of the UN Digital Library.
//!
//! The records are cut out of the stream by their tags and read one by one, so that a broken one costs no other.
//!
//! What the fields mean: 001 the record's number; 191 (bibliographic) and 791 (voting) $a the symbol; 245 the title; 269
//! the date of issue, of a voting record that of the vote; 952 the meeting; 967 how a State voted ($d, $e its name); 991
//! the agenda ($b item, $c title); 992 the date of adoption; 993 related documents; 996 the vote, $a in words or $b to
//! $e in numbers. Source: exports of the UN Digital Library, and the Dag Hammarskjöld Library's programs that read them.

use super::faults;
use crate::messages::Message;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};

use super::cut::Records;
use super::sink::{Sink, Stop};
use super::{facts, syntax, titles};
use crate::language::ENGLISH;
use crate::library::record::{Ballot, RelationKind, Statement, TableFormat};
use crate::symbol::{Modification, Symbol, SymbolPart};

/// A field of a record: its tag, first indicator and subfields.
#[derive(Debug, Default)]
struct Field {
    tag: String,
    indicator: String,
    subfields: Vec<(String, String)>,
}

impl Field {
    /// The first subfield of this code.
    fn get(&self, code: &str) -> Option<&str> {
        self.subfields.iter().find(|(own, _)| own == code).map(|(_, text)| text.as_str())
    }
}

/// Reads all records.
pub(super) fn read(bytes: impl BufRead, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let mut records = Records::new(bytes);
    let mut number = 0;
    while let Some((record, line)) = records.next()? {
        number += 1;
        match record {
            Ok(record) => match fields(&record) {
                Ok(fields) => one(&fields, line, number, sink)?,
                Err(why) => sink.skip(line, Some(number), why),
            },
            Err(why) => sink.skip(line, Some(number), why),
        }
    }
    Ok(())
}

fn one(fields: &[Field], line: u64, number: u64, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let get = |tag: &str, code: &str| fields.iter().find(|field| field.tag == tag).and_then(|field| field.get(code));
    let id = fields.iter().find(|field| field.tag == "001").and_then(|field| field.get("")).unwrap_or_default().trim();
    let is_vote = get("191", "a").is_none();
    // A document of two series has a symbol of each.
    let texts =
        fields.iter().filter(|field| field.tag == "191" || field.tag == "791").filter_map(|field| field.get("a"));
    let (symbols, bad): (Vec<_>, Vec<_>) = texts.map(facts::symbol).partition(Result::is_ok);
    let symbols: Vec<Symbol> = symbols.into_iter().flatten().collect();
    let Some(first) = symbols.first() else {
        let why = bad.into_iter().find_map(Result::err);
        let why = why.unwrap_or_else(faults::no_symbol_in_fields);
        sink.skip(line, Some(number), why);
        return Ok(());
    };
    let mut whys = Vec::new();
    let mut date = |text: Option<&str>| {
        facts::date(text.unwrap_or_default()).unwrap_or_else(|why| {
            whys.push(why);
            None
        })
    };
    let (published, acted) = (date(get("269", "a")), date(get("992", "a")));
    let mut statement = Statement {
        adopted: if is_vote { acted.or(published) } else { acted },
        issued: published.filter(|_| !is_vote),
        agenda_item: get("991", "b").and_then(facts::agenda_item),
        agenda_title: get("991", "c").and_then(facts::said).map(|title| title.trim_end_matches('.').to_owned()),
        committee: get("981", "b").and_then(facts::committee),
        ..Statement::default()
    };
    statement.titles.extend(title(fields, first).map(|title| (ENGLISH.code, title)));
    let count = |code| get("996", code).and_then(facts::count);
    let words = get("996", "a").unwrap_or_default();
    statement.vote = facts::vote(words, count("b"), count("c"), count("d"), count("e"));
    statement.related = facts::related(get("952", "a").unwrap_or_default(), RelationKind::Meeting);
    for field in fields.iter().filter(|field| field.tag == "967") {
        let state = field.get("e").and_then(facts::said);
        // A State that didn't vote has no letter.
        let ballot = field.get("d").map_or(Some(Ballot::NotVoting), Ballot::lettered);
        statement.ballots.extend(state.zip(ballot));
    }
    let mut adopted_as = Vec::new();
    for field in fields.iter().filter(|field| field.tag == "993") {
        let text = field.get("a").unwrap_or_default();
        let role = if field.indicator == "2" { RelationKind::Draft } else { RelationKind::Report };
        for (role, symbol) in facts::related(text, role) {
            match symbol.is_resolution() || symbol.is_decision() {
                true => adopted_as.push(symbol),
                // Revisions, addenda and corrections of the document itself stand here too.
                false if field.indicator == "5" => {}
                false => statement.related.extend([(role, symbol)]),
            }
        }
    }
    let mut news = false;
    let is_draft = facts::role_of(first) == Some(RelationKind::Draft) && !is_change(first) && !is_amendment(fields);
    for resolution in adopted_as.iter().filter(|_| is_draft) {
        let mut related = statement.related.clone();
        related.insert((RelationKind::Draft, first.clone()));
        let known = Statement { related, ..Statement::default() };
        news |= sink.add(TableFormat::Marcxml, resolution, id, known)?;
    }
    for symbol in &symbols {
        news |= sink.add(TableFormat::Marcxml, symbol, id, statement.clone())?;
    }
    sink.taken(news);
    sink.leave_out(line, Some(number), whys);
    Ok(())
}

/// Whether a document is only an addition to another: its symbol ends in `Add.` or `Corr.`
fn is_change(symbol: &Symbol) -> bool {
    matches!(
        symbol.parts().last(),
        Some(SymbolPart::Modification { kind: Modification::Addendum | Modification::Corrigendum, .. })
    )
}

/// Whether a document is an amendment to a draft, and itself none.
fn is_amendment(fields: &[Field]) -> bool {
    let titles = fields.iter().filter(|field| field.tag == "245");
    titles.filter_map(|field| field.get("b")).any(|what| what.trim_start().to_lowercase().starts_with("amendment"))
}

/// The title, without what kind of document it is and whose.
fn title(fields: &[Field], symbol: &Symbol) -> Option<crate::library::record::RecordedTitle> {
    let field = fields.iter().find(|field| field.tag == "245")?;
    let own = field.get("a")?.trim_end_matches([' ', ':', '/']);
    match field.get("b").map(|rest| rest.trim_end_matches([' ', ':', '/'])) {
        Some(rest) if !titles::is_designation(rest, false) => titles::catalogued(&format!("{own} : {rest}"), symbol),
        _ => titles::catalogued(own, symbol),
    }
}

/// Reads the fields of a record.
///
/// # Errors
///
/// A sentence, when it is no XML.
fn fields(record: &[u8]) -> Result<Vec<Field>, Message> {
    let text = std::str::from_utf8(record).map_err(|_| faults::not_utf8())?;
    let mut reader = Reader::from_str(text);
    let broken = |error: &quick_xml::Error| faults::record_broken(syntax::of_xml(error));
    let (mut fields, mut words): (Vec<Field>, String) = (Vec::new(), String::new());
    let mut code: Option<String> = None;
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(tag) => {
                let attribute = |name: &str| -> Result<String, Message> {
                    let found = tag.try_get_attribute(name).map_err(|error| broken(&error.into()))?;
                    Ok(found.map(|attribute| attribute.value.into_owned()).unwrap_or_default())
                };
                match tag.local_name().as_ref() {
                    "controlfield" => {
                        fields.push(Field { tag: attribute("tag")?, ..Field::default() });
                        code = Some(String::new());
                    }
                    "datafield" => fields.push(Field {
                        tag: attribute("tag")?,
                        indicator: attribute("ind1")?,
                        subfields: Vec::new(),
                    }),
                    "subfield" => code = Some(attribute("code")?),
                    _ => {}
                }
                words.clear();
            }
            Event::Text(text) => words.push_str(&text.xml10_content()),
            Event::CData(text) => words.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => words.push_str(&character(&reference)?),
            Event::End(_) => {
                if let (Some(code), Some(field)) = (code.take(), fields.last_mut()) {
                    field.subfields.push((code, facts::tidy(&words)));
                }
            }
            Event::Eof => return Ok(fields),
            _ => {}
        }
    }
}

fn character(reference: &BytesRef<'_>) -> Result<String, Message> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Ok(c.to_string()),
        Ok(None) => {
            let name: &str = reference;
            resolve_predefined_entity(name).map(str::to_owned).ok_or_else(|| faults::unknown_entity(name))
        }
        Err(error) => Err(faults::record_broken(syntax::of_xml(&error))),
    }
}
