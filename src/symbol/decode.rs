//! What the components of a canonical spelling say.

use super::portion::{Bracket, portion, year_or_session};
use super::spelling::halves;
use super::{Body, FIRST_YEAR, Modification, Nature, Organ, Part, Session};
use crate::script::roman_number;

/// The components of a symbol.
pub(super) fn parts(symbol: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for half in halves(symbol) {
        if !parts.is_empty() {
            parts.push(Part::Joint);
        }
        half_parts(half, &mut parts);
    }
    parts
}

fn half_parts(half: &str, parts: &mut Vec<Part>) {
    let components: Vec<&str> = half.split('/').collect();
    let head = components.first().copied().unwrap_or_default();
    let second = components.get(1).copied().unwrap_or_default();
    match Organ::of(head, "") {
        Some(organ) => parts.push(Part::Organ(organ)),
        None => split_word(head, parts, Part::Series),
    }
    for (i, component) in components.iter().enumerate().skip(1) {
        let mut pieces = component.split_inclusive(')').flat_map(|piece| {
            let (before, bracket) = piece.split_once(" (").unwrap_or((piece, ""));
            [(before, false), (bracket.trim_end_matches(')'), true)]
        });
        // `COP(14)` has its bracket inside the word.
        let (core, _) = pieces.next().unwrap_or_default();
        let mut words = core.trim_end().split(' ');
        let core = words.next().unwrap_or_default();
        let is_last = components.get(i + 1).is_none_or(|next| modification(next).is_some());
        match Organ::of(head, second).filter(|_| i == 1) {
            Some(Organ::HumanRightsCouncil) => parts.push(Part::Organ(Organ::HumanRightsCouncil)),
            Some(Organ::EnvironmentAssembly) => {
                parts.push(Part::Organ(Organ::EnvironmentAssembly));
                let session = core.rsplit('.').next().and_then(|n| n.parse().ok());
                parts.extend(session.map(|n| Part::Session(Session::Regular(n))));
            }
            _ => component_parts(core, is_last, head, parts),
        }
        behind_number(&words.collect::<Vec<_>>(), parts);
        parts
            .extend(pieces.filter(|(text, is_bracket)| *is_bracket && !text.is_empty()).map(|(text, _)| bracket(text)));
    }
}

/// The words behind a number: the letters of a resolution's parts, or a draft inside a report.
fn behind_number(words: &[&str], parts: &mut Vec<Part>) {
    match words {
        ["DR", rest @ ..] => parts.push(proposal(Nature::Resolution, rest)),
        ["DD", rest @ ..] => parts.push(proposal(Nature::Decision, rest)),
        // ` and Corr.1 and 2`.
        ["and", rest @ ..] => {
            let mut kind = Modification::Corrigendum;
            for word in rest.iter().filter(|word| **word != "and") {
                let named = modification(word);
                kind = named.map_or(kind, |(named, _)| named);
                let number = named.map_or_else(|| word.parse().ok(), |(_, number)| number);
                parts.push(Part::Modification { kind, number });
            }
        }
        letters => parts.extend(letters.iter().map(|word| match word.split_once('-') {
            _ if word.starts_with('[') => Part::Other((*word).to_owned()),
            Some((first, last)) => Part::Letters(first.to_owned(), last.to_owned()),
            None => Part::Letters((*word).to_owned(), (*word).to_owned()),
        })),
    }
}

fn proposal(kind: Nature, rest: &[&str]) -> Part {
    Part::Proposal { kind, label: rest.first().map(|label| (*label).to_owned()) }
}

fn bracket(text: &str) -> Part {
    if let Some(portion) = portion(text) {
        return Part::Portion(portion);
    }
    match year_or_session(text) {
        Some(Bracket::Year(year)) => Part::Year(year),
        Some(Bracket::Session(session)) => Part::Session(session),
        _ => Part::Other(text.to_owned()),
    }
}

/// One component without letters and brackets behind it.
fn component_parts(core: &str, is_last: bool, head: &str, parts: &mut Vec<Part>) {
    if let Some((kind, number)) = modification(core) {
        parts.push(Part::Modification { kind, number });
        return;
    }
    if let Some(session) = special_session(core) {
        parts.push(Part::Session(session));
        return;
    }
    if core.bytes().all(|b| b.is_ascii_digit()) {
        let number: u32 = core.parse().unwrap_or(u32::MAX);
        parts.push(match u16::try_from(number) {
            Ok(number) if !is_last && (FIRST_YEAR..=2100).contains(&number) => Part::Year(number),
            Ok(number) if !is_last => Part::Session(Session::Regular(number)),
            _ => Part::Number(number),
        });
        return;
    }
    if let Some((first, last)) = core.split_once('-')
        && let (Ok(first), Ok(last)) = (first.parse(), last.parse())
    {
        parts.push(Part::NumberRange(first, last));
        return;
    }
    // General comments of treaty bodies are `C/GC`, the governing council is `GC.27`.
    if core == "GC" && parts.last() == Some(&Part::Body { kind: Body::Committee, number: None }) {
        parts.push(Part::Nature(Nature::GeneralComment));
        return;
    }
    let (word, rest) = core.split_once(['.', '(']).unwrap_or((core, ""));
    let number = rest.trim_end_matches(')');
    let value = number.parse().ok().or_else(|| roman_number(number));
    // `WP.` is a working paper, but a working party of a regional commission.
    if let Some(nature) = nature(word).filter(|_| !(word == "WP" && head == "ECE")) {
        parts.push(Part::Nature(nature));
        match number.split_once('-').map(|(first, last)| (first.parse(), last.parse())) {
            Some((Ok(first), Ok(last))) => parts.push(Part::NumberRange(first, last)),
            _ if number.is_empty() => {}
            _ => parts.push(value.map_or_else(|| Part::Other(number.to_owned()), Part::Number)),
        }
    } else if let Some(kind) = body(word).filter(|_| rest.is_empty() || value.is_some()) {
        parts.push(Part::Body { kind, number: value });
    } else if core == "CP" && head == "FCCC" {
        parts.push(Part::Body { kind: Body::ConferenceOfParties, number: None });
    } else if core.len() == 3 && core.bytes().all(|b| b.is_ascii_uppercase()) && looks_at_states(parts) {
        parts.push(Part::State(core.to_owned()));
    } else {
        parts.push(Part::Other(core.to_owned()));
    }
}

/// Whether a State's code may follow: behind a treaty body's committee, and behind a session of the Working
/// Group on the Universal Periodic Review.
fn looks_at_states(parts: &[Part]) -> bool {
    const TREATY_BODIES: [&str; 8] = ["CAT", "CCPR", "CED", "CEDAW", "CERD", "CMW", "CRC", "CRPD"];
    match parts {
        [Part::Series(series), Part::Body { kind: Body::Committee, number: None }] => {
            TREATY_BODIES.contains(&series.as_str())
        }
        [.., Part::Body { kind: Body::WorkingGroup, number: Some(6) }, Part::Session(_)] => true,
        _ => false,
    }
}

/// A series with its number: `GC.18`, `IDB.48`.
fn split_word(text: &str, parts: &mut Vec<Part>, make: fn(String) -> Part) {
    let (word, number) = text.split_once('.').unwrap_or((text, ""));
    parts.push(make(word.to_owned()));
    if let Ok(number) = number.parse() {
        parts.push(Part::Session(Session::Regular(number)));
    } else if !number.is_empty() {
        parts.push(Part::Other(number.to_owned()));
    }
}

fn special_session(core: &str) -> Option<Session> {
    if let Some(number) = core.strip_prefix("ES-") {
        return number.parse().ok().map(Session::EmergencySpecial);
    }
    core.strip_prefix("S-")?.parse().ok().map(Session::Special)
}

fn modification(core: &str) -> Option<(Modification, Option<u32>)> {
    let (word, number) = core.split_once('.').unwrap_or((core, ""));
    let kind = match word {
        "Rev" => Modification::Revision,
        "Add" => Modification::Addendum,
        "Corr" | "Corrigendum" => Modification::Corrigendum,
        "Amend" => Modification::Amendment,
        "Summary" => Modification::Summary,
        _ => return None,
    };
    let digits = number.split(' ').next().unwrap_or_default();
    Some((kind, digits.parse().ok()))
}

fn nature(word: &str) -> Option<Nature> {
    Some(match word {
        "RES" | "Res" => Nature::Resolution,
        "DEC" | "Dec" => Nature::Decision,
        "PRST" => Nature::PresidentialStatement,
        "L" => Nature::Limited,
        "R" => Nature::Restricted,
        "CRP" => Nature::ConferenceRoomPaper,
        "WP" => Nature::WorkingPaper,
        "INF" => Nature::Information,
        "NGO" => Nature::NonGovernmental,
        "PET" => Nature::Petition,
        "PV" => Nature::VerbatimRecord,
        "SR" => Nature::SummaryRecord,
        "Agenda" => Nature::Agenda,
        "SGB" => Nature::Bulletin,
        "AI" => Nature::AdministrativeInstruction,
        "IC" => Nature::InformationCircular,
        _ => return None,
    })
}

fn body(word: &str) -> Option<Body> {
    Some(match word {
        "C" => Body::Committee,
        "AC" => Body::AdHocCommittee,
        "CN" => Body::Commission,
        "CONF" => Body::Conference,
        "COP" => Body::ConferenceOfParties,
        "COSP" | "CSP" => Body::ConferenceOfStatesParties,
        "MSP" => Body::MeetingOfStatesParties,
        "GC" => Body::GoverningCouncil,
        "PC" => Body::PreparatoryCommittee,
        "SC" => Body::Subcommittee,
        "Sub" => Body::Subcommission,
        "WG" => Body::WorkingGroup,
        "WP" => Body::WorkingParty,
        "BUR" => Body::GeneralCommittee,
        "SPC" => Body::SpecialPoliticalCommittee,
        _ => return None,
    })
}
