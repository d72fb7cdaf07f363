//! What the components of a canonical spelling say.

use super::portion::{Bracket, portion, year_or_session};
use super::spelling::halves;
use super::{DocumentNature, FIRST_YEAR, Modification, Organ, Session, SubsidiaryBody, SymbolPart};
use crate::script::roman_number;

/// The components of a symbol.
pub(super) fn parts(symbol: &str) -> Vec<SymbolPart> {
    let mut parts = Vec::new();
    for half in halves(symbol) {
        if !parts.is_empty() {
            parts.push(SymbolPart::Joint);
        }
        half_parts(half, &mut parts);
    }
    parts
}

fn half_parts(half: &str, parts: &mut Vec<SymbolPart>) {
    let components: Vec<&str> = half.split('/').collect();
    let head = components.first().copied().unwrap_or_default();
    let second = components.get(1).copied().unwrap_or_default();
    match Organ::of(head, "") {
        Some(organ) => parts.push(SymbolPart::Organ(organ)),
        None => split_word(head, parts, SymbolPart::Series),
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
            Some(Organ::HumanRightsCouncil) => parts.push(SymbolPart::Organ(Organ::HumanRightsCouncil)),
            Some(Organ::EnvironmentAssembly) => {
                parts.push(SymbolPart::Organ(Organ::EnvironmentAssembly));
                let session = core.rsplit('.').next().and_then(|n| n.parse().ok());
                parts.extend(session.map(|n| SymbolPart::Session(Session::Regular(n))));
            }
            _ => component_parts(core, is_last, head, parts),
        }
        behind_number(&words.collect::<Vec<_>>(), parts);
        parts
            .extend(pieces.filter(|(text, is_bracket)| *is_bracket && !text.is_empty()).map(|(text, _)| bracket(text)));
    }
}

/// The words behind a number: the letters of a resolution's parts, or a draft inside a report.
fn behind_number(words: &[&str], parts: &mut Vec<SymbolPart>) {
    match words {
        ["DR", rest @ ..] => parts.push(proposal(DocumentNature::Resolution, rest)),
        ["DD", rest @ ..] => parts.push(proposal(DocumentNature::Decision, rest)),
        // ` and Corr.1 and 2`.
        ["and", rest @ ..] => {
            let mut kind = Modification::Corrigendum;
            for word in rest.iter().filter(|word| **word != "and") {
                let named = modification(word);
                kind = named.map_or(kind, |(named, _)| named);
                let number = named.map_or_else(|| word.parse().ok(), |(_, number)| number);
                parts.push(SymbolPart::Modification { kind, number });
            }
        }
        letters => parts.extend(letters.iter().map(|word| match word.split_once('-') {
            _ if word.starts_with('[') => SymbolPart::Other((*word).to_owned()),
            Some((first, last)) => SymbolPart::Letters(first.to_owned(), last.to_owned()),
            None => SymbolPart::Letters((*word).to_owned(), (*word).to_owned()),
        })),
    }
}

fn proposal(kind: DocumentNature, rest: &[&str]) -> SymbolPart {
    SymbolPart::Proposal { kind, label: rest.first().map(|label| (*label).to_owned()) }
}

fn bracket(text: &str) -> SymbolPart {
    if let Some(portion) = portion(text) {
        return SymbolPart::Portion(portion);
    }
    match year_or_session(text) {
        Some(Bracket::Year(year)) => SymbolPart::Year(year),
        Some(Bracket::Session(session)) => SymbolPart::Session(session),
        _ => SymbolPart::Other(text.to_owned()),
    }
}

/// One component without letters and brackets behind it.
fn component_parts(core: &str, is_last: bool, head: &str, parts: &mut Vec<SymbolPart>) {
    if let Some((kind, number)) = modification(core) {
        parts.push(SymbolPart::Modification { kind, number });
        return;
    }
    if let Some(session) = special_session(core) {
        parts.push(SymbolPart::Session(session));
        return;
    }
    if core.bytes().all(|b| b.is_ascii_digit()) {
        let number: u32 = core.parse().unwrap_or(u32::MAX);
        parts.push(match u16::try_from(number) {
            Ok(number) if !is_last && (FIRST_YEAR..=2100).contains(&number) => SymbolPart::Year(number),
            Ok(number) if !is_last => SymbolPart::Session(Session::Regular(number)),
            _ => SymbolPart::Number(number),
        });
        return;
    }
    if let Some((first, last)) = core.split_once('-')
        && let (Ok(first), Ok(last)) = (first.parse(), last.parse())
    {
        parts.push(SymbolPart::NumberRange(first, last));
        return;
    }
    // General comments of treaty bodies are `C/GC`, the governing council is `GC.27`.
    if core == "GC" && parts.last() == Some(&SymbolPart::Body { kind: SubsidiaryBody::Committee, number: None }) {
        parts.push(SymbolPart::Nature(DocumentNature::GeneralComment));
        return;
    }
    let (word, rest) = core.split_once(['.', '(']).unwrap_or((core, ""));
    let number = rest.trim_end_matches(')');
    let value = number.parse().ok().or_else(|| roman_number(number));
    // `WP.` is a working paper, but a working party of a regional commission.
    if let Some(nature) = nature(word).filter(|_| !(word == "WP" && head == "ECE")) {
        parts.push(SymbolPart::Nature(nature));
        match number.split_once('-').map(|(first, last)| (first.parse(), last.parse())) {
            Some((Ok(first), Ok(last))) => parts.push(SymbolPart::NumberRange(first, last)),
            _ if number.is_empty() => {}
            _ => parts.push(value.map_or_else(|| SymbolPart::Other(number.to_owned()), SymbolPart::Number)),
        }
    } else if let Some(kind) = body(word).filter(|_| rest.is_empty() || value.is_some()) {
        parts.push(SymbolPart::Body { kind, number: value });
    } else if core == "CP" && head == "FCCC" {
        parts.push(SymbolPart::Body { kind: SubsidiaryBody::ConferenceOfParties, number: None });
    } else if core.len() == 3 && core.bytes().all(|b| b.is_ascii_uppercase()) && looks_at_states(parts) {
        parts.push(SymbolPart::State(core.to_owned()));
    } else {
        parts.push(SymbolPart::Other(core.to_owned()));
    }
}

/// Whether a State's code may follow: behind a treaty body's committee, and behind a session of the Working
/// Group on the Universal Periodic Review.
fn looks_at_states(parts: &[SymbolPart]) -> bool {
    const TREATY_BODIES: [&str; 8] = ["CAT", "CCPR", "CED", "CEDAW", "CERD", "CMW", "CRC", "CRPD"];
    match parts {
        [SymbolPart::Series(series), SymbolPart::Body { kind: SubsidiaryBody::Committee, number: None }] => {
            TREATY_BODIES.contains(&series.as_str())
        }
        [.., SymbolPart::Body { kind: SubsidiaryBody::WorkingGroup, number: Some(6) }, SymbolPart::Session(_)] => true,
        _ => false,
    }
}

/// A series with its number: `GC.18`, `IDB.48`.
fn split_word(text: &str, parts: &mut Vec<SymbolPart>, make: fn(String) -> SymbolPart) {
    let (word, number) = text.split_once('.').unwrap_or((text, ""));
    parts.push(make(word.to_owned()));
    if let Ok(number) = number.parse() {
        parts.push(SymbolPart::Session(Session::Regular(number)));
    } else if !number.is_empty() {
        parts.push(SymbolPart::Other(number.to_owned()));
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

fn nature(word: &str) -> Option<DocumentNature> {
    Some(match word {
        "RES" | "Res" => DocumentNature::Resolution,
        "DEC" | "Dec" => DocumentNature::Decision,
        "PRST" => DocumentNature::PresidentialStatement,
        "L" => DocumentNature::Limited,
        "R" => DocumentNature::Restricted,
        "CRP" => DocumentNature::ConferenceRoomPaper,
        "WP" => DocumentNature::WorkingPaper,
        "INF" => DocumentNature::Information,
        "NGO" => DocumentNature::NonGovernmental,
        "PET" => DocumentNature::Petition,
        "PV" => DocumentNature::VerbatimRecord,
        "SR" => DocumentNature::SummaryRecord,
        "Agenda" => DocumentNature::Agenda,
        "SGB" => DocumentNature::Bulletin,
        "AI" => DocumentNature::AdministrativeInstruction,
        "IC" => DocumentNature::InformationCircular,
        _ => return None,
    })
}

fn body(word: &str) -> Option<SubsidiaryBody> {
    Some(match word {
        "C" => SubsidiaryBody::Committee,
        "AC" => SubsidiaryBody::AdHocCommittee,
        "CN" => SubsidiaryBody::Commission,
        "CONF" => SubsidiaryBody::Conference,
        "COP" => SubsidiaryBody::ConferenceOfParties,
        "COSP" | "CSP" => SubsidiaryBody::ConferenceOfStatesParties,
        "MSP" => SubsidiaryBody::MeetingOfStatesParties,
        "GC" => SubsidiaryBody::GoverningCouncil,
        "PC" => SubsidiaryBody::PreparatoryCommittee,
        "SC" => SubsidiaryBody::Subcommittee,
        "Sub" => SubsidiaryBody::Subcommission,
        "WG" => SubsidiaryBody::WorkingGroup,
        "WP" => SubsidiaryBody::WorkingParty,
        "BUR" => SubsidiaryBody::GeneralCommittee,
        "SPC" => SubsidiaryBody::SpecialPoliticalCommittee,
        _ => return None,
    })
}
