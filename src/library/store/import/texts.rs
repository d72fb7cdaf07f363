//! What an instrument's own text says of it: its title, when it was adopted, what it cites.

use super::sink::{Sink, Stop};
use super::titles;
use crate::draft::CitationKind;
use crate::library::record::{RelationKind, Statement, TableFormat};
use crate::workspace::ParsedText;

/// Takes what a text says. One without a symbol of its own, or with several of them, says nothing.
pub(super) fn read(text: &ParsedText, sink: &mut Sink<'_>) -> Result<(), Stop> {
    let draft = &text.draft;
    let Some(symbol) = draft.symbol.as_ref().filter(|symbol| !symbol.is_open()) else { return Ok(()) };
    let mut statement = Statement { adopted: draft.adopted, ..Statement::default() };
    let title = draft.title.as_ref().and_then(|title| titles::title(&title.text, symbol));
    statement.titles.extend(title.map(|title| (draft.language.code, title)));
    let cited = draft.cited().filter(|cited| {
        let is_instrument = cited.kind != CitationKind::Document || cited.symbol.is_resolution();
        is_instrument && cited.symbol != *symbol && !cited.symbol.is_open()
    });
    statement.related.extend(cited.map(|cited| (RelationKind::Cites, cited.symbol.clone())));
    if statement.titles.is_empty() && statement.adopted.is_none() {
        return Ok(());
    }
    let news = sink.add(TableFormat::Text, symbol, "", statement)?;
    sink.taken(news);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::store::Store;
    use crate::library::store::import::{Input, import_all};
    use crate::symbol::Symbol;

    #[test]
    fn a_texts_own_facts_go_before_those_of_tables() {
        let folder = std::env::temp_dir().join(format!("rapporteur-texts-{}", std::process::id()));
        let file = folder.join("library.sqlite");
        let table = "symbol,title,adopted\nA/RES/92/14,Lamps,2037-12-02\n";
        let input = Input { name: "table.csv".to_owned(), bytes: Box::new(table.as_bytes()) };
        let text = "Resolution adopted by the General Assembly on 3 December 2037\n\n92/14. Lamps of the harbour\n\n\
                    The General Assembly,\n\nRecalling its resolution 91/7,\n\n1. Decides to rest.\n";
        let nothing = "Notes for lunch\n\nBread and olives.\n";
        let texts = [("en/lamps.txt", text), ("lunch.txt", nothing)];
        let texts = texts.map(|(name, text)| (name.to_owned(), ParsedText::of(text.to_owned()).unwrap()));
        let mut formats = Vec::new();
        import_all(
            &file,
            [input],
            texts,
            |_, _| {},
            |name, outcome| {
                formats.push((name.to_owned(), outcome.as_ref().unwrap().format));
            },
        )
        .unwrap();
        assert_eq!(
            formats[1..],
            [("en/lamps.txt".to_owned(), Some(TableFormat::Text)), ("lunch.txt".to_owned(), None)]
        );
        let store = Store::open(&file).unwrap();
        let record = store.record(&Symbol::parse("A/RES/92/14").unwrap()).unwrap().unwrap();
        assert_eq!(record.titles["en"][0].value.text, "Lamps of the harbour");
        assert_eq!((record.adopted[0].value.day, record.adopted.len()), (3, 2));
        let cited = store.citing(&Symbol::parse("A/RES/91/7").unwrap()).unwrap();
        assert_eq!(cited, [Symbol::parse("A/RES/92/14").unwrap()]);
        drop(store);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
