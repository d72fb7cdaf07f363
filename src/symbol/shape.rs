//! Whether a symbol is beyond doubt when it stands in running text, by the shape that its series has.
//!
//! Slashes are common in prose (`and/or`, `24/7`, `E/3`), so a text is searched for shapes that are known.
//! Source: Dag Hammarskjöld Library guide, "UN document symbols"; introductory note of Supplement No. 49 of the
//! General Assembly's official records; E/2019/99, introductory note.

use super::series;
use crate::script::roman_number;

/// Whether a single symbol in canonical spelling can be nothing else.
pub(super) fn is_certain(symbol: &str) -> bool {
    let mut parts = ComponentCursor::of(symbol);
    let Some(head) = parts.take() else { return false };
    match head {
        "A" => assembly(parts),
        "S" => council(parts),
        "E" => economic_council(parts),
        "T" => trusteeship(parts),
        "ST" => parts.take().is_some_and(is_word) && parts.has_number(),
        _ => series(head, parts),
    }
}

/// The components that are still to be looked at.
#[derive(Clone, Copy)]
struct ComponentCursor<'a> {
    rest: Option<&'a str>,
}

impl<'a> ComponentCursor<'a> {
    /// Modifications, brackets and letters say nothing about the shape and are left out, but a modification
    /// makes a short symbol a certain one.
    fn of(symbol: &'a str) -> ComponentCursor<'a> {
        ComponentCursor { rest: Some(symbol) }
    }

    fn take(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        match rest.split_once('/') {
            Some((first, rest)) => {
                self.rest = Some(rest);
                Some(first)
            }
            None => {
                self.rest = None;
                Some(rest)
            }
        }
    }

    fn next(self) -> Option<&'a str> {
        let mut ahead = self;
        ahead.take()
    }

    fn has_number(self) -> bool {
        self.rest.is_some_and(|rest| {
            rest.bytes().any(|b| b.is_ascii_digit())
                || rest.split('/').any(|part| part.contains('.') && ends_in_roman(part))
        })
    }

    /// Whether nothing follows but modifications.
    fn is_end(self) -> bool {
        self.next().is_none_or(is_modification)
    }

    fn is_modified(self) -> bool {
        self.next().is_some_and(is_modification)
    }
}

fn assembly(mut parts: ComponentCursor<'_>) -> bool {
    let Some(second) = parts.take() else { return false };
    match second {
        "RES" | "DEC" => decided(parts),
        "HRC" | "CONF" | "AC" => of_body(parts),
        _ if session(second) => {
            // `A/63/195`; a session alone is the beginning of a symbol, unless the number is that of a serial.
            let regular = number(second).is_none_or(super::life::has_session);
            match parts.take() {
                Some(third) if is_modification(third) => serial(second),
                Some(third) if regular => {
                    number(third).is_some() || dotted(third) || (is_word(third) && parts.has_number())
                }
                Some(_) => false,
                None => serial(second) && number(second).is_some_and(|n| !is_year(n)),
            }
        }
        _ if dotted(second) => of_dotted(second, parts),
        _ => is_word(second) && parts.has_number(),
    }
}

fn council(mut parts: ComponentCursor<'_>) -> bool {
    let Some(second) = parts.take() else { return false };
    match second {
        "RES" => parts.take().is_some_and(|n| number(n).is_some() && n.contains('(')) && parts.is_end(),
        "PRST" => parts.take().and_then(number).is_some_and(is_year) && parts.has_number(),
        "INF" | "Agenda" => parts.has_number(),
        _ => match number(second) {
            Some(year) if is_year(year) && !parts.is_end() => {
                // The chemical weapons organization has the number before the year: `S/1975/2021`.
                let other = |third| year < 1994 && number(third).is_some_and(|year| year >= 1997 && is_year(year));
                parts.take().is_some_and(|third| (number(third).is_some() || dotted(third)) && !other(third))
            }
            Some(_) => parts.is_end() && (first_number_length(second) >= 2 || parts.is_modified()),
            None if dotted(second) => of_dotted(second, parts),
            None => is_word(second) && parts.has_number(),
        },
    }
}

fn economic_council(mut parts: ComponentCursor<'_>) -> bool {
    let Some(second) = parts.take() else { return false };
    match second {
        "RES" | "DEC" => decided(parts),
        _ => match number(second) {
            Some(year) if is_year(year) && !parts.is_end() => {
                parts.take().is_some_and(|third| number(third).is_some() || dotted(third) || is_word(third))
            }
            Some(_) => parts.is_end() && (first_number_length(second) >= 3 || parts.is_modified()),
            None if dotted(second) => of_dotted(second, parts),
            None => is_word(second) && parts.has_number(),
        },
    }
}

fn trusteeship(mut parts: ComponentCursor<'_>) -> bool {
    match parts.take() {
        Some("RES") => decided(parts),
        Some(second) if dotted(second) => {
            second.starts_with("COM.") || second.starts_with("L.") || second.starts_with("PV.")
        }
        Some(second) => parts.is_end() && first_number_length(second) >= 3,
        None => false,
    }
}

/// Symbols of programmes and treaties.
fn series(head: &str, mut parts: ComponentCursor<'_>) -> bool {
    let word = head.split('.').next().unwrap_or(head);
    if !series::is_series(word) {
        return false;
    }
    let Some(second) = parts.take() else { return false };
    match number(second) {
        // Series that number their documents with nothing between: `CD/1839`, `SPLOS/72`, `TD/519/Add.1`.
        Some(_) if parts.is_end() => match head {
            "CD" | "TD" => first_number_length(second) >= 3 || parts.is_modified(),
            "CLCS" | "SPLOS" | "LOS" => true,
            _ => false,
        },
        Some(_) => {
            !matches!(word, "HS" | "ID")
                && parts.take().is_some_and(|third| {
                    third.bytes().any(|b| b.is_ascii_digit()) || is_word(third) && parts.has_number()
                })
        }
        None if dotted(second) => of_dotted(second, parts),
        // `ICCD/COP(14)/23`.
        None => (is_word(second) || second.ends_with(')')) && parts.has_number(),
    }
}

/// What follows `RES` and `DEC`: `63/195`, `2007/12`, `1514 (XV)`, `S-20/2`, or all that with a body before.
fn decided(mut parts: ComponentCursor<'_>) -> bool {
    let Some(first) = parts.take() else { return false };
    if first.contains('(') {
        return number(first).is_some() && parts.is_end();
    }
    session(first) && parts.take().and_then(number).is_some() && parts.is_end()
}

/// What follows a body without a number: `HRC/42/23`, `HRC/RES/S-1/3`, `HRC/WG.6/50/MDV/3`.
fn of_body(mut parts: ComponentCursor<'_>) -> bool {
    let Some(first) = parts.take() else { return false };
    match first {
        "RES" | "DEC" => decided(parts),
        _ if session(first) => {
            parts.take().is_some_and(|next| !is_modification(next) && next.bytes().any(|b| b.is_ascii_digit()))
        }
        _ => (is_word(first) || dotted(first)) && parts.has_number(),
    }
}

/// What follows `C.3`, `AC.105`, `CONF.157`, `L.5`, `PV.12`.
fn of_dotted(second: &str, mut parts: ComponentCursor<'_>) -> bool {
    let word = second.split('.').next().unwrap_or(second);
    if matches!(word, "L" | "PV" | "SR" | "CRP" | "NGO" | "R" | "WP") {
        return true;
    }
    // Single letters but these are those of other organizations: `A/P.1/7/93`.
    if word.len() == 1 && word != "C" {
        return false;
    }
    match parts.take() {
        Some("RES" | "DEC") => decided(parts),
        // A session of a committee alone is the beginning of a symbol; `A/C.6/248` is a whole one.
        Some(third) if word == "C" && number(third).is_some_and(|n| n <= 150) => {
            parts.next().is_some_and(|next| !is_modification(next))
        }
        Some(third) => {
            !is_modification(third)
                && (third.bytes().any(|b| b.is_ascii_digit())
                    || (is_word(third) || dotted(third)) && parts.has_number())
        }
        None => false,
    }
}

/// The number of a component that is a number, with letters or brackets behind it or without.
fn number(component: &str) -> Option<u32> {
    let end = component.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = component.split_at(end);
    (rest.is_empty() || rest.starts_with([' ', '-'])).then(|| digits.parse().ok()).flatten()
}

fn first_number_length(component: &str) -> usize {
    component.bytes().take_while(u8::is_ascii_digit).count()
}

/// `63`, `S-20`, `ES-10`.
fn session(component: &str) -> bool {
    let number_part = component.strip_prefix("ES-").or_else(|| component.strip_prefix("S-")).unwrap_or(component);
    number(number_part).is_some()
}

/// Whether it is the number of a document of the sessions that were not yet part of it: `A/5700`.
fn serial(component: &str) -> bool {
    number(component).is_some_and(|n| n > 150)
}

fn is_year(number: u32) -> bool {
    (1946..=2100).contains(&number)
}

fn is_modification(component: &str) -> bool {
    ["Add.", "Corr", "Rev.", "Amend.", "Summary"].iter().any(|word| component.starts_with(word))
}

/// `L.5`, `C.3`, `PC.III`.
fn dotted(component: &str) -> bool {
    component.split_once('.').is_some_and(|(word, rest)| {
        is_word(word) && (rest.bytes().any(|b| b.is_ascii_digit()) || rest.split('.').any(ends_in_roman))
    })
}

fn ends_in_roman(component: &str) -> bool {
    roman_number(component.rsplit('.').next().unwrap_or(component)).is_some()
}

fn is_word(component: &str) -> bool {
    component.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
        && component.bytes().all(|b| b.is_ascii_alphabetic() || b"-.".contains(&b))
}
