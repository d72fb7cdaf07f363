//! What may follow the beginning of a symbol, for who writes one.
//!
//! Source: Dag Hammarskjöld Library guide, "UN document symbols".

use super::{Symbol, SymbolPart};

/// The components that may stand behind a beginning of a symbol, which ends with a slash (`A/`, `A/C.3/`), the common
/// ones first. One that goes on has its slash or full stop. Sessions are the given one and those before it, years likewise.
pub fn following(stem: &str, session: Option<u16>, year: Option<u16>) -> Vec<String> {
    let stem = stem.to_ascii_uppercase();
    let components: Vec<&str> = stem.trim_end_matches('/').split('/').collect();
    let fixed = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    let latest = |last: Option<u16>, end: &str| -> Vec<String> {
        let last = last.into_iter().flat_map(|last| (last.saturating_sub(4).max(1)..=last).rev());
        last.map(|number| format!("{number}{end}")).collect()
    };
    let sessions = || latest(session, "/");
    let years = || latest(year, "/");
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match components.as_slice() {
        ["A"] => {
            let fixed = fixed(&[
                "RES/", "C.1/", "C.2/", "C.3/", "C.4/", "C.5/", "C.6/", "HRC/", "CONF.", "AC.", "CN.", "INF/", "BUR/",
            ]);
            let (first, rest) = fixed.split_at(1);
            first.iter().cloned().chain(sessions()).chain(rest.iter().cloned()).collect()
        }
        ["A", "RES" | "DEC" | "INF" | "BUR"] => sessions(),
        ["A", "HRC"] => fixed(&["RES/", "DEC/", "S-"]),
        ["A", committee] if committee.starts_with("C.") => sessions(),
        ["A", committee, of] if committee.starts_with("C.") && number(of) => fixed(&["L.", "INF/", "SR.", "CRP."]),
        ["A", of] if number(of) => fixed(&["L.", "PV.", "INF/"]),
        ["S"] => fixed(&["RES/", "PRST/", "PV."]).into_iter().chain(years()).collect(),
        ["S", "PRST" | "INF"] | ["E", "RES"] => years(),
        ["E"] => fixed(&["RES/", "CN.15/", "CN.7/", "CN.6/", "CN.5/", "CN.9/", "CN.3/", "ESCAP/"])
            .into_iter()
            .chain(years())
            .collect(),
        ["E", commission] if commission.starts_with("CN.") => years(),
        ["E", of] if number(of) => fixed(&["L.", "INF/", "SR."]),
        ["E", commission, of] if commission.starts_with("CN.") && number(of) => fixed(&["L.", "CRP.", "INF/"]),
        _ if is_whole(&stem) => fixed(&["Rev.1", "Add.1", "Corr.1"]),
        _ => Vec::new(),
    }
}

/// Whether a beginning is the symbol of a document already, that can be revised or added to.
fn is_whole(stem: &str) -> bool {
    let Ok(symbol) = Symbol::parse(stem.trim_end_matches('/')) else { return false };
    let parts = symbol.parts();
    let resolution = symbol.is_resolution() || symbol.is_decision();
    !resolution && matches!(parts.last(), Some(SymbolPart::Number(_) | SymbolPart::Modification { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_can_be_followed_to_a_symbol() {
        for stem in
            ["A/", "A/RES/", "A/C.3/", "A/C.3/92/", "A/92/", "S/", "S/PRST/", "E/", "E/CN.15/2031/", "A/92/L.7/"]
        {
            let all = following(stem, Some(92), Some(2037));
            assert!(!all.is_empty(), "{stem}");
            for component in all {
                let begun = format!("{stem}{component}");
                let endings = ["", "1", "1/1", "92/1", "2037/1", "2000 (2014)", "105/L.1", "92/L.1"];
                let whole = endings.iter().any(|ending| Symbol::parse(&format!("{begun}{ending}")).is_ok());
                assert!(whole, "{begun}");
            }
        }
        assert_eq!(following("A/C.3/92/", None, None).first().map(String::as_str), Some("L."));
        assert_eq!(following("A/RES/62/", None, None), [""; 0]);
    }
}
