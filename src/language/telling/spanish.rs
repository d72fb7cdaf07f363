//! What the program says in Spanish.

use super::{Organs, Telling, capitalized};
use crate::symbol::{Body, Modification, Nature, Portion, Session};

/// What the program says in Spanish.
pub static TELLING: Telling = Telling {
    organs: Organs {
        general_assembly: "Asamblea General",
        security_council: "Consejo de Seguridad",
        economic_and_social_council: "Consejo Económico y Social",
        trusteeship_council: "Consejo de Administración Fiduciaria",
        human_rights_council: "Consejo de Derechos Humanos",
        environment_assembly: "Asamblea de las Naciones Unidas sobre el Medio Ambiente",
        asia_pacific_commission: "Comisión Económica y Social para Asia y el Pacífico",
        secretariat: "Secretaría",
    },
    main_committees: [
        "Primera Comisión",
        "Segunda Comisión",
        "Tercera Comisión",
        "Cuarta Comisión",
        "Quinta Comisión",
        "Sexta Comisión",
    ],
    commissions: &[
        (3, "Comisión de Estadística"),
        (4, "Comisión de Derechos Humanos"),
        (5, "Comisión de Desarrollo Social"),
        (6, "Comisión de la Condición Jurídica y Social de la Mujer"),
        (7, "Comisión de Estupefacientes"),
        (9, "Comisión de Población y Desarrollo"),
        (15, "Comisión de Prevención del Delito y Justicia Penal"),
        (16, "Comisión de Ciencia y Tecnología para el Desarrollo"),
    ],
    session: |session| match session {
        Session::Regular(number) => format!("{} período de sesiones", ordinal(number)),
        Session::Special(number) => format!("{} período extraordinario de sesiones", ordinal(number)),
        Session::EmergencySpecial(number) => {
            format!("{} período extraordinario de sesiones de emergencia", ordinal(number))
        }
    },
    body: |body| match body {
        Body::Committee => "Comisión[ {}]",
        Body::AdHocCommittee => "Comité Especial[ {}]",
        Body::Commission => "Comisión[ {}]",
        Body::Conference => "Conferencia[ {}]",
        Body::ConferenceOfParties => "Conferencia de las Partes[ {}]",
        Body::ConferenceOfStatesParties => "Conferencia de los Estados Partes[ {}]",
        Body::MeetingOfStatesParties => "Reunión de los Estados Partes[ {}]",
        Body::GoverningCouncil => "Consejo de Administración[ {}]",
        Body::PreparatoryCommittee => "Comité Preparatorio[ {}]",
        Body::Subcommittee => "Subcomité[ {}]",
        Body::Subcommission => "Subcomisión[ {}]",
        Body::WorkingGroup => "Grupo de Trabajo[ {}]",
        Body::WorkingParty => "Grupo de Trabajo[ {}]",
        Body::GeneralCommittee => "Mesa",
        Body::SpecialPoliticalCommittee => "Comisión Política Especial",
    },
    nature: |nature| match nature {
        Nature::Resolution => "resolución[ {}]",
        Nature::Decision => "decisión[ {}]",
        Nature::PresidentialStatement => "declaración de la Presidencia[ {}]",
        Nature::Limited => "distribución limitada[ {}]",
        Nature::Restricted => "distribución reservada[ {}]",
        Nature::ConferenceRoomPaper => "documento de sesión[ {}]",
        Nature::WorkingPaper => "documento de trabajo[ {}]",
        Nature::Information => "serie de información[ {}]",
        Nature::NonGovernmental => "exposición de una organización no gubernamental[ {}]",
        Nature::Petition => "petición[ {}]",
        Nature::VerbatimRecord => "acta literal de la sesión[ {}]",
        Nature::SummaryRecord => "acta resumida de la sesión[ {}]",
        Nature::GeneralComment => "observación general[ {}]",
        Nature::Agenda => "orden del día provisional[ {}]",
        Nature::Bulletin => "boletín del Secretario General[ {}]",
        Nature::AdministrativeInstruction => "instrucción administrativa[ {}]",
        Nature::InformationCircular => "circular informativa[ {}]",
    },
    document: "documento {}",
    draft_resolution: "proyecto de resolución[ {}]",
    draft_decision: "proyecto de decisión[ {}]",
    modification: |kind| match kind {
        Modification::Revision => "revisión[ {}]",
        Modification::Addendum => "adición[ {}]",
        Modification::Corrigendum => "corrección[ {}]",
        Modification::Amendment => "enmienda[ {}]",
        Modification::Summary => "resumen",
    },
    revisions: &["primera revisión", "segunda revisión", "tercera revisión", "cuarta revisión", "quinta revisión"],
    part: "parte {}",
    parts: "partes {} a {1}",
    portion: |portion| match portion {
        Portion::Volume(_) => "volumen {}",
        Portion::Parts(..) => "parte {}",
        Portion::Section(..) => "sección {}",
        Portion::Supplement => "suplemento",
        Portion::Introduction => "introducción",
        Portion::PlanOutline => "esbozo del plan",
        Portion::Resumption(_) => "continuación {}",
    },
    joint: "publicado también con la signatura",
    year: "{}",
    comma: ", ",
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    date: "{d} de {m} de {y}",
    first_day: "1",
    cited: |times| match times {
        1 => "Texto citado una vez en este proyecto.".to_owned(),
        _ => format!("Texto citado {times} veces en este proyecto."),
    },
    paragraph: "Párrafo {}",
    official_document: "Documento oficial",
    preamble: "Preámbulo",
    notes: "Notas",
    empty: "(sin texto)",
};

/// `Sexagésimo segundo`, as sessions are counted. Beyond 99, digits.
fn ordinal(number: u16) -> String {
    const UNITS: [&str; 10] =
        ["", "primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno"];
    const TENS: [&str; 10] = [
        "",
        "décimo",
        "vigésimo",
        "trigésimo",
        "cuadragésimo",
        "quincuagésimo",
        "sexagésimo",
        "septuagésimo",
        "octogésimo",
        "nonagésimo",
    ];
    if !(1..100).contains(&number) {
        return format!("{number}º");
    }
    let tens = TENS.get(usize::from(number / 10)).copied().unwrap_or_default();
    let unit = UNITS.get(usize::from(number % 10)).copied().unwrap_or_default();
    capitalized(format!("{tens} {unit}").trim())
}
