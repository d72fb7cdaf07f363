//! What is said beside an instrument that is offered.

use crate::language::{Language, fill};
use crate::library::AuthorityCache;
use crate::library::instrument_info::FactOrigin;
use crate::library::record::TitleKind;
use crate::symbol::Symbol;
use crate::workspace::WorkspaceIndex;

/// What is known of an instrument, in plain lines: its title, when it was adopted, and who says so. Where nothing is,
/// its symbol in words.
pub fn documentation(
    library: &WorkspaceIndex,
    authority: &AuthorityCache,
    symbol: &Symbol,
    language: &'static Language,
    interface: &'static Language,
) -> String {
    let about = authority.about(library, symbol, language);
    let (telling, facts) = (interface.telling, &interface.telling.facts);
    let mut lines = vec![symbol.to_string()];
    let mut origins: Vec<&FactOrigin> = Vec::new();
    if let Some((of, title)) = about.title(language) {
        let mut text = title.value.text.clone();
        if of != language {
            text = facts.according_to(&text, facts.title_in(of));
        } else if title.value.kind == TitleKind::Described {
            text = facts.according_to(&text, facts.described);
        }
        lines.push(text);
        origins.extend(&title.origins);
    }
    lines.extend(about.holds.iter().filter_map(|known| known.title(language)).map(str::to_owned));
    if !about.holds.is_empty() {
        origins.push(&FactOrigin::BuiltIn);
    }
    let dates: Vec<String> = about
        .adopted
        .iter()
        .map(|fact| {
            origins.extend(&fact.origins);
            interface.locale.date(fact.value.into())
        })
        .collect();
    if !dates.is_empty() {
        lines.push(fill(facts.adopted, &dates.join(facts.semicolon)));
    }
    if let Some(within) = &about.adopted_within {
        lines.push(within.message().text(interface.locale));
    }
    if lines.len() == 1 {
        lines.push(telling.symbol(symbol));
    }
    let mut sources: Vec<String> = Vec::new();
    for origin in origins {
        for source in origin.names(interface) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    if !sources.is_empty() {
        lines.push(format!("{}: {}", facts.sources, sources.join(telling.comma)));
    }
    lines.join("\n")
}
