//! Document symbols, component by component.

use std::collections::HashMap;

use super::{Completions, CursorContext, Suggestion, SuggestionDetail, SuggestionKind};
use crate::draft::Edit;
use crate::symbol::{Session, Symbol, following};

/// How many components are offered.
const MOST: usize = 40;

/// How many symbols of the workspace and the stored library are looked at.
const LOOKED_AT: usize = 200;

/// How many whole symbols that the draft cites are offered beside their next components.
const WHOLE: usize = 4;

/// What may stand at the place of a component, which begins at `start`: what the draft and the workspace have there,
/// then what the grammar knows.
pub fn symbols(at: &CursorContext<'_>, start: usize) -> Completions {
    let draft = &at.params.reading.draft;
    let of_symbol = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
    let token = at.head.trim_end_matches(of_symbol).len();
    let stem = at.head.get(token..start).unwrap_or_default();
    let typed = at.typed(start).to_ascii_uppercase();
    let cited: Vec<&Symbol> = draft
        .cited()
        .filter(|citation| !(at.line + token..=at.params.offset).contains(&citation.range.start))
        .map(|citation| &citation.symbol)
        .collect();
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut add = |component: String, weight: usize| {
        if !component.to_ascii_uppercase().starts_with(&typed) || component.to_ascii_uppercase() == typed {
            return;
        }
        let place = *places.entry(component.clone()).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, times)) => *times += weight,
            None => found.push((component, weight)),
        }
    };
    for symbol in &cited {
        if let Some(component) = next_component(symbol.as_str(), stem) {
            add(component, 1000);
        }
    }
    for symbol in at.params.library.beginning(stem, LOOKED_AT) {
        if let Some(component) = next_component(symbol.as_str(), stem) {
            add(component, 1);
        }
    }
    for component in following(stem, session(at, &cited), year(at, &cited)) {
        add(component, 0);
    }
    found.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    let partial = found.len() > MOST;
    let mut whole: Vec<&Symbol> = cited.into_iter().filter(|symbol| begins(symbol.as_str(), stem, &typed)).collect();
    whole.sort();
    whole.dedup();
    let whole = whole.into_iter().take(WHOLE).filter_map(|symbol| Some(symbol.as_str().get(stem.len()..)?.to_owned()));
    let mut items: Vec<Suggestion> = Vec::new();
    for component in found.into_iter().map(|(component, _)| component).take(MOST).chain(whole) {
        if items.iter().any(|item| item.label == component) {
            continue;
        }
        let symbol = Symbol::parse(&format!("{stem}{component}")).ok().filter(|_| !component.ends_with(['/', '.']));
        items.push(Suggestion {
            kind: SuggestionKind::SymbolPart,
            detail: symbol.as_ref().map(|symbol| at.params.interface.unwrap_or(at.language).telling.symbol(symbol)),
            filter: component.clone(),
            edit: Edit { range: at.range_from(start), text: component.clone() },
            about: symbol.map_or(SuggestionDetail::Nothing, SuggestionDetail::Instrument),
            label: component,
        });
    }
    Completions { items, partial }
}

fn begins(symbol: &str, stem: &str, typed: &str) -> bool {
    let rest = symbol.get(..stem.len()).filter(|head| head.eq_ignore_ascii_case(stem)).and(symbol.get(stem.len()..));
    rest.is_some_and(|rest| rest.contains('/') && rest.to_ascii_uppercase().starts_with(typed))
}

/// The component of a symbol behind a beginning, with the slash or full stop after it.
fn next_component(symbol: &str, stem: &str) -> Option<String> {
    let head = symbol.get(..stem.len())?;
    let rest = symbol.get(stem.len()..).filter(|_| head.eq_ignore_ascii_case(stem))?;
    let end = rest.find('/').map_or(rest.len(), |slash| slash + 1);
    rest.get(..end).filter(|component| !component.is_empty()).map(str::to_owned)
}

/// The session that the draft belongs to: its own, else the latest that it cites.
fn session(at: &CursorContext<'_>, cited: &[&Symbol]) -> Option<u16> {
    let regular = |symbol: &Symbol| match symbol.session() {
        Some(Session::Regular(session)) => Some(session),
        _ => None,
    };
    let own = at.params.reading.draft.symbol.as_ref().and_then(regular);
    own.or_else(|| {
        let assembly = cited.iter().filter(|symbol| symbol.organ() == Some(crate::symbol::Organ::GeneralAssembly));
        assembly.filter_map(|symbol| regular(symbol)).max()
    })
}

/// The year that it belongs to.
fn year(at: &CursorContext<'_>, cited: &[&Symbol]) -> Option<u16> {
    let adopted = at.params.reading.draft.adopted.map(|date| date.year);
    let of_session = || session(at, cited).map(|session| session + 1945);
    adopted.or_else(of_session).or_else(|| cited.iter().filter_map(|symbol| symbol.year()).max())
}
