//! French.

use super::{Body, Citing, Language, Order, Paragraphs, Reading, Telling};

/// French.
pub static FRENCH: &Language =
    &Language { code: "fr", name: "français", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {
    order: Order::KindFirst,
    resolution: r"\b(?:[Rr][ée]solutions?|R[ÉE]SOLUTIONS?|[Rr][ée]s\.)",
    decision: r"\b(?:[Dd][ée]cisions?|D[ÉE]CISIONS?)\b",
    own: r"(?i:\b(?:sa|ses|leurs?)) (?:propres? )?",
    bodies: &[
        ("Assemblée générale", Body::Known("A")),
        ("Assemblée", Body::Known("A")),
        ("Conseil de sécurité", Body::Known("S")),
        ("Conseil économique et social", Body::Known("E")),
        ("Conseil des droits de l’homme", Body::Known("A/HRC")),
        ("Conseil des droits de l'homme", Body::Known("A/HRC")),
        ("Conseil", Body::Council),
        ("Commission des droits de l’homme", Body::Known("E/CN.4")),
        ("Commission des droits de l'homme", Body::Known("E/CN.4")),
        ("Commission de statistique", Body::Known("E/CN.3")),
        ("Commission du développement durable", Body::Known("E/CN.17")),
        ("Sous-Commission", Body::Unknown),
        ("Comité", Body::Unknown),
        ("Commission du développement social", Body::Known("E/CN.5")),
        ("Commission de la condition de la femme", Body::Known("E/CN.6")),
        ("Commission des stupéfiants", Body::Known("E/CN.7")),
        ("Commission de la population et du développement", Body::Known("E/CN.9")),
        ("Commission pour la prévention du crime et la justice pénale", Body::Known("E/CN.15")),
        ("Commission de la science et de la technique au service du développement", Body::Known("E/CN.16")),
        ("Commission économique et sociale pour l’Asie et le Pacifique", Body::Known("E/ESCAP")),
        ("Commission économique", Body::Unknown),
        ("Commission", Body::Commission),
        (
            "Assemblée des Nations Unies pour l’environnement du Programme des Nations Unies pour l’environnement",
            Body::Known("UNEP/EA"),
        ),
        ("Assemblée des Nations Unies pour l’environnement", Body::Known("UNEP/EA")),
        ("Assemblée pour l’environnement", Body::Known("UNEP/EA")),
        ("Assemblée des Nations Unies pour l’habitat", Body::Known("HSP/HA")),
        ("Conférence des Parties à la Convention sur la diversité biologique", Body::Known("CBD/COP")),
        ("Conférence", Body::Unknown),
        ("Assemblée mondiale de la Santé", Body::Unknown),
        ("Conseil d’administration", Body::Unknown),
        ("Conseil exécutif", Body::Unknown),
        ("Réunion des Parties", Body::Unknown),
    ],
    owned: " ",
    in_its: r",? (?:dans|par) (?:le paragraphe [0-9]+ de )?(?:sa|ses) ",
    owner: r",? (?:adoptée?s? par (?:la |le |l[’'])?|de (?:la |l[’'])|du |de )",
    not_owner: "",
    before_number: r"(?i:n[o°]s?|numéros?) ?",
    after_number: "",
    joiner: r",|;|\(|:|—|–|\bet\b|\bou\b|\bà\b|\bainsi que\b",
    filler: r"\bde\b|\bdu\b|\bla\b|\bles\b|\bl[’']|\bultérieures?\b|\bprécédentes?\b",
    glued: &[],
    sessions: &[("ES-", "ES-"), ("S-", "S-")],
    letters: &[],
    letters_to: "à|-|–",
    letters_and: "et|,",
    date: r"{day}(?:er)? {month} {year}\b",
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    dated: r" ?,? (?:du|en date du|datée?s? du|adoptée?s? le|respectivement datées du) |,? \(",
    titled: r" ?,? ?\(?(?:qu[’']elle a )?(?:intitulée?s?|sur) ",
    paragraphs: Paragraphs {
        before: r"\b(?:[Pp]aragraphes?|[Pp]ar\.) ",
        after: "",
        label: r" ?\(?[a-z]{1,4}\)",
        joiner: " et | ou | à |–|-|, ",
        here_after: r" (?:ci-dessus|ci-dessous|ci-avant|ci-après|plus haut|plus bas|de la présente (?:résolution|décision))",
        here_before: "",
        of: r",? (?:ci-dessus )?(?:de|dans|à) (?:la |sa |ses |leur )(?:[Rr]ésolutions?|[Dd]écisions?) ",
        after_citation: ", ",
    },
};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
