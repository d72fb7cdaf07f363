//! Instruments where one is about to be cited.

use super::candidates::{TypedQuery, gather};
use super::phrase::CitationFrame;
use super::place::PartialCitation;
use super::spelling::spelled;
use super::{Completions, CursorContext, Suggestion, SuggestionDetail, SuggestionKind, shortened};
use crate::draft::{Date, Edit};
use crate::symbol::Symbol;

/// The characters of a title that a list shows.
const SHOWN: usize = 90;

/// The instruments that may be cited here, by number or by the words of a title.
pub fn instruments(at: &CursorContext<'_>, citing: &PartialCitation) -> Completions {
    let draft = &at.params.reading.draft;
    let kind = at.head.get(citing.kind..citing.start).unwrap_or_default().trim_end();
    let kind = kind.split(' ').next().unwrap_or_default();
    let frame = CitationFrame { language: at.language, organ: draft.organ, citing, kind, tail: at.tail };
    let written = at.typed(citing.start);
    let number = in_symbols_letters(written, at);
    let is_number = number.is_empty() || number.starts_with(|c: char| c.is_ascii_digit() || c == 'S' || c == 'E');
    let typed = if is_number { TypedQuery::Number(&number) } else { TypedQuery::Words(written) };
    let (symbols, partial) = gather(at, typed, &|symbol| frame.can_mean(symbol));
    let items = symbols.into_iter().filter_map(|symbol| {
        let about = at.params.authority.about(at.params.library, &symbol, at.language);
        let date = if citing.dated || is_dated_above(at, &symbol) {
            None
        } else {
            date(at, &symbol, about.adopted.first().map(|fact| fact.value))
        };
        let phrase = frame.phrase(&symbol, date)?;
        let start = if phrase.with_kind { citing.kind } else { citing.start };
        let named = about.title(at.language);
        let own = named.filter(|(of, _)| *of == at.language).or(named.filter(|_| about.holds.is_empty()));
        // What it holds has a name that everybody knows.
        let held = || about.holds.iter().find_map(|known| known.title(at.language)).map(str::to_owned);
        let title = own.map(|(_, title)| title.value.text.clone()).or_else(held);
        let title = title.or_else(|| named.map(|(_, title)| title.value.text.clone()));
        let number = spelled(&symbol, at.language);
        let before = at.head.get(start..citing.start).unwrap_or_default();
        let filter = match typed {
            TypedQuery::Number(_) => format!("{before}{number} {}", title.as_deref().unwrap_or_default()),
            // The words may stand in another order, or be found without their accents.
            TypedQuery::Words(_) => format!("{before}{written} {number}"),
        };
        Some(Suggestion {
            kind: SuggestionKind::Instrument,
            label: phrase.text.clone(),
            detail: title.map(|title| shortened(&title, SHOWN)),
            filter: filter.trim_end().to_owned(),
            edit: Edit { range: at.range_from(start), text: phrase.text },
            about: SuggestionDetail::Instrument(symbol),
        })
    });
    let items: Vec<Suggestion> = items.collect();
    Completions { partial: partial && !items.is_empty(), items }
}

/// The beginning of a number as symbols have it: the language may write sessions with its own letters.
fn in_symbols_letters(written: &str, at: &CursorContext<'_>) -> String {
    let sessions = at.language.citing.sessions.iter().filter(|(_, symbol)| !symbol.is_empty());
    let found = sessions.filter_map(|(printed, symbol)| Some((*symbol, written.strip_prefix(printed)?))).next();
    let (session, rest) = found.unwrap_or(("", written));
    format!("{session}{}", if rest.contains(" (") { rest.to_owned() } else { rest.replace('(', " (") })
}

/// Whether the draft's text dates it further up, once for all.
fn is_dated_above(at: &CursorContext<'_>, symbol: &Symbol) -> bool {
    let citations = at.params.reading.draft.citations.iter();
    citations
        .filter(|citation| citation.symbol == *symbol && !citation.in_note && !citation.in_masthead)
        .any(|citation| citation.date.is_some() && citation.range.end <= at.line)
}

/// The day that the draft gives it elsewhere, else the one that is known.
fn date(at: &CursorContext<'_>, symbol: &Symbol, known: Option<Date>) -> Option<Date> {
    let citations = at.params.reading.draft.citations.iter().filter(|citation| citation.symbol == *symbol);
    known.or_else(|| citations.filter_map(|citation| citation.date.as_ref()).map(|(date, _)| *date).next())
}
