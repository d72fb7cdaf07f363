//! What a canonical spelling says.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::numeral::roman;
use super::portion::{Bracket, portion, year_or_session};
use super::{Body, Modification, Nature, Organ, Part, Session, series};

/// The halves of a joint symbol, or the whole of a single one.
pub(super) fn halves(symbol: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(symbol);
    std::iter::from_fn(move || {
        let whole = rest?;
        let joint = whole.match_indices('-').map(|(i, _)| i).find(|&i| is_joint(whole, i));
        match joint {
            Some(i) => {
                rest = whole.get(i + 1..);
                whole.get(..i)
            }
            None => {
                rest = None;
                Some(whole)
            }
        }
    })
}

/// Whether the hyphen at byte `at` joins two symbols: another organ or series begins behind it.
fn is_joint(symbol: &str, at: usize) -> bool {
    let (before, after) = symbol.split_at(at);
    let word: &str = after.get(1..).and_then(|after| after.split(['/', '.']).next()).unwrap_or_default();
    before.ends_with(|c: char| c.is_ascii_digit() || c == ')')
        && (series::is_organ(word) || series::is_series(word))
        && after.len() > word.len() + 1
}

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
        let words: Vec<&str> = words.collect();
        match words.as_slice() {
            ["DR", rest @ ..] => parts.push(proposal(Nature::Resolution, rest)),
            ["DD", rest @ ..] => parts.push(proposal(Nature::Decision, rest)),
            letters => parts.extend(letters.iter().map(|word| match word.split_once('-') {
                _ if word.starts_with('[') => Part::Other((*word).to_owned()),
                Some((first, last)) => Part::Letters(first.to_owned(), last.to_owned()),
                None => Part::Letters((*word).to_owned(), (*word).to_owned()),
            })),
        }
        parts
            .extend(pieces.filter(|(text, is_bracket)| *is_bracket && !text.is_empty()).map(|(text, _)| bracket(text)));
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
            Ok(number) if !is_last && (1946..=2100).contains(&number) => Part::Year(number),
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
    let value = number.parse().ok().or_else(|| roman(number));
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

/// The number of a resolution or decision as printed, with its letters and brackets.
fn printed_number(symbol: &str) -> Option<&str> {
    let start = symbol.find("/RES/").or_else(|| symbol.find("/DEC/"))?;
    symbol.get(start + "/RES/".len()..)
}

/// The number of a resolution or decision as texts print it, or the symbol itself.
pub(super) fn short(symbol: &str) -> Cow<'_, str> {
    if let Some(number) = printed_number(symbol) {
        return Cow::Borrowed(number);
    }
    // The Environment Assembly's `UNEP/EA.5/Res.14` is cited as 5/14.
    let assembly = symbol.strip_prefix("UNEP/EA.").and_then(|rest| rest.split_once('/'));
    if let Some((session, number)) = assembly
        && let Some(number) = number.strip_prefix("Res.").or_else(|| number.strip_prefix("Dec."))
    {
        return Cow::Owned(format!("{session}/{number}"));
    }
    Cow::Borrowed(symbol)
}

/// The letters of the parts of a resolution or decision.
pub(super) fn letters(symbol: &str) -> Option<&str> {
    printed_number(symbol)?.split(' ').skip(1).find(|word| !word.starts_with('('))
}

pub(super) fn without_letters(symbol: &str) -> String {
    match letters(symbol) {
        Some(letters) => symbol.replacen(&format!(" {letters}"), "", 1),
        None => symbol.to_owned(),
    }
}

/// The address of the official text. Source: the links of the United Nations' own resolutions, which leave out
/// spaces, and the part's letter where the session stands in brackets (`A/RES/217(III)` for 217 A (III)).
pub(super) fn address(symbol: &str, language_code: &str) -> String {
    let first = halves(symbol).next().unwrap_or(symbol);
    let document = if first.ends_with(')') { without_letters(first) } else { first.to_owned() };
    let mut address = format!("https://undocs.org/{language_code}/");
    for byte in document.bytes().filter(|&b| b != b' ') {
        if byte.is_ascii_alphanumeric() || b"/.-()&".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// The order of two canonical spellings: digits by their value, everything else by its character.
pub(super) fn compare(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left.as_bytes(), right.as_bytes());
    loop {
        let (digits_a, digits_b) = (digits(a), digits(b));
        if !digits_a.is_empty() && !digits_b.is_empty() {
            let (value_a, value_b) = (significant(digits_a), significant(digits_b));
            match value_a.len().cmp(&value_b.len()).then_with(|| value_a.cmp(value_b)) {
                Ordering::Equal => {}
                other => return other,
            }
            a = a.get(digits_a.len()..).unwrap_or_default();
            b = b.get(digits_b.len()..).unwrap_or_default();
            continue;
        }
        match (a.split_first(), b.split_first()) {
            (Some((x, rest_a)), Some((y, rest_b))) if x == y => (a, b) = (rest_a, rest_b),
            (x, y) => return x.map(|x| x.0).cmp(&y.map(|y| y.0)).then_with(|| left.cmp(right)),
        }
    }
}

fn digits(bytes: &[u8]) -> &[u8] {
    let count = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    bytes.get(..count).unwrap_or_default()
}

/// Digits without leading zeros.
fn significant(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|&&b| b == b'0').count();
    digits.get(zeros..).unwrap_or_default()
}
