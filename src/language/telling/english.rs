//! What the program says in English.

use super::{Organs, Telling};
use crate::symbol::{Body, Modification, Nature, Portion, Session};

/// What the program says in English.
pub static TELLING: Telling = Telling {
    organs: Organs {
        general_assembly: "General Assembly",
        security_council: "Security Council",
        economic_and_social_council: "Economic and Social Council",
        trusteeship_council: "Trusteeship Council",
        human_rights_council: "Human Rights Council",
        environment_assembly: "United Nations Environment Assembly",
        asia_pacific_commission: "Economic and Social Commission for Asia and the Pacific",
        secretariat: "Secretariat",
    },
    main_committees: [
        "First Committee",
        "Second Committee",
        "Third Committee",
        "Fourth Committee",
        "Fifth Committee",
        "Sixth Committee",
    ],
    commissions: &[
        (3, "Statistical Commission"),
        (4, "Commission on Human Rights"),
        (5, "Commission for Social Development"),
        (6, "Commission on the Status of Women"),
        (7, "Commission on Narcotic Drugs"),
        (9, "Commission on Population and Development"),
        (15, "Commission on Crime Prevention and Criminal Justice"),
        (16, "Commission on Science and Technology for Development"),
    ],
    session: |session| match session {
        Session::Regular(number) => format!("{} session", ordinal(number)),
        Session::Special(number) => format!("{} special session", ordinal(number)),
        Session::EmergencySpecial(number) => format!("{} emergency special session", ordinal(number)),
    },
    body: |body| match body {
        Body::Committee => "Committee[ {}]",
        Body::AdHocCommittee => "Ad Hoc Committee[ {}]",
        Body::Commission => "Commission[ {}]",
        Body::Conference => "Conference[ {}]",
        Body::ConferenceOfParties => "Conference of the Parties[ {}]",
        Body::ConferenceOfStatesParties => "Conference of the States Parties[ {}]",
        Body::MeetingOfStatesParties => "Meeting of States Parties[ {}]",
        Body::GoverningCouncil => "Governing Council[ {}]",
        Body::PreparatoryCommittee => "Preparatory Committee[ {}]",
        Body::Subcommittee => "Subcommittee[ {}]",
        Body::Subcommission => "Subcommission[ {}]",
        Body::WorkingGroup => "Working Group[ {}]",
        Body::WorkingParty => "Working Party[ {}]",
        Body::GeneralCommittee => "General Committee",
        Body::SpecialPoliticalCommittee => "Special Political Committee",
    },
    nature: |nature| match nature {
        Nature::Resolution => "resolution[ {}]",
        Nature::Decision => "decision[ {}]",
        Nature::PresidentialStatement => "statement by the President[ {}]",
        Nature::Limited => "limited distribution[ {}]",
        Nature::Restricted => "restricted distribution[ {}]",
        Nature::ConferenceRoomPaper => "conference room paper[ {}]",
        Nature::WorkingPaper => "working paper[ {}]",
        Nature::Information => "information series[ {}]",
        Nature::NonGovernmental => "statement by a non-governmental organization[ {}]",
        Nature::Petition => "petition[ {}]",
        Nature::VerbatimRecord => "verbatim record of meeting[ {}]",
        Nature::SummaryRecord => "summary record of meeting[ {}]",
        Nature::GeneralComment => "general comment[ {}]",
        Nature::Agenda => "provisional agenda[ {}]",
        Nature::Bulletin => "Secretary-General’s bulletin[ {}]",
        Nature::AdministrativeInstruction => "administrative instruction[ {}]",
        Nature::InformationCircular => "information circular[ {}]",
    },
    document: "document {}",
    draft_resolution: "draft resolution[ {}]",
    draft_decision: "draft decision[ {}]",
    modification: |kind| match kind {
        Modification::Revision => "revision[ {}]",
        Modification::Addendum => "addendum[ {}]",
        Modification::Corrigendum => "corrigendum[ {}]",
        Modification::Amendment => "amendment[ {}]",
        Modification::Summary => "summary",
    },
    revisions: &["first revision", "second revision", "third revision", "fourth revision", "fifth revision"],
    part: "part {}",
    parts: "parts {} to {1}",
    portion: |portion| match portion {
        Portion::Volume(_) => "volume {}",
        Portion::Parts(..) => "part {}",
        Portion::Section(..) => "section {}",
        Portion::Supplement => "supplement",
        Portion::Introduction => "introduction",
        Portion::PlanOutline => "plan outline",
        Portion::Resumption(_) => "resumption {}",
    },
    joint: "issued also as",
    year: "{}",
    comma: ", ",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    date: "{d} {m} {y}",
    first_day: "1",
    cited: |times| match times {
        1 => "Cited once in this draft.".to_owned(),
        2 => "Cited twice in this draft.".to_owned(),
        _ => format!("Cited {times} times in this draft."),
    },
    paragraph: "Paragraph {}",
    official_document: "Official document",
    preamble: "Preamble",
    notes: "Notes",
    empty: "(no text)",
};

/// `Sixty-second`, as sessions are counted in mastheads.
fn ordinal(number: u16) -> String {
    const FIRST: [&str; 20] = [
        "",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Sixth",
        "Seventh",
        "Eighth",
        "Ninth",
        "Tenth",
        "Eleventh",
        "Twelfth",
        "Thirteenth",
        "Fourteenth",
        "Fifteenth",
        "Sixteenth",
        "Seventeenth",
        "Eighteenth",
        "Nineteenth",
    ];
    const TENS: [&str; 10] = ["", "", "Twent", "Thirt", "Fort", "Fift", "Sixt", "Sevent", "Eight", "Ninet"];
    match (number, number / 10, number % 10) {
        (1..20, ..) => FIRST.get(usize::from(number)).copied().unwrap_or_default().to_owned(),
        (20..100, tens, unit) => {
            let tens = TENS.get(usize::from(tens)).copied().unwrap_or_default();
            let unit = FIRST.get(usize::from(unit)).copied().unwrap_or_default().to_ascii_lowercase();
            if unit.is_empty() { format!("{tens}ieth") } else { format!("{tens}y-{unit}") }
        }
        (_, tens, unit) => {
            let ending = match unit {
                1 if tens % 10 != 1 => "st",
                2 if tens % 10 != 1 => "nd",
                3 if tens % 10 != 1 => "rd",
                _ => "th",
            };
            format!("{number}{ending}")
        }
    }
}
