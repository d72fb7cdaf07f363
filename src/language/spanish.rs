//! Spanish.

use super::{Body, Citing, Language, Order, Paragraphs, Reading, Telling};

/// Spanish.
pub static SPANISH: &Language =
    &Language { code: "es", name: "español", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {
    order: Order::KindFirst,
    resolution: r"\b(?:[Rr]esoluci(?:ón|ones)|RESOLUCI(?:ÓN|ONES)|[Rr]es\.)",
    decision: r"\b(?:[Dd]ecisi(?:ón|ones)|DECISI(?:ÓN|ONES))\b",
    own: r"(?i:\bsus?) (?:propias? )?",
    bodies: &[
        ("Asamblea General", Body::Known("A")),
        ("Asamblea", Body::Known("A")),
        ("Consejo de Seguridad", Body::Known("S")),
        ("Consejo Económico y Social", Body::Known("E")),
        ("Consejo de Derechos Humanos", Body::Known("A/HRC")),
        ("Consejo", Body::Council),
        ("Comisión de Derechos Humanos", Body::Known("E/CN.4")),
        ("Comisión de Estadística", Body::Known("E/CN.3")),
        ("Comisión sobre el Desarrollo Sostenible", Body::Known("E/CN.17")),
        ("Subcomisión", Body::Unknown),
        ("Comité", Body::Unknown),
        ("Comisión de Desarrollo Social", Body::Known("E/CN.5")),
        ("Comisión de la Condición Jurídica y Social de la Mujer", Body::Known("E/CN.6")),
        ("Comisión de Estupefacientes", Body::Known("E/CN.7")),
        ("Comisión de Población y Desarrollo", Body::Known("E/CN.9")),
        ("Comisión de Prevención del Delito y Justicia Penal", Body::Known("E/CN.15")),
        ("Comisión de Ciencia y Tecnología para el Desarrollo", Body::Known("E/CN.16")),
        ("Comisión Económica y Social para Asia y el Pacífico", Body::Known("E/ESCAP")),
        ("Comisión Económica", Body::Unknown),
        ("Comisión", Body::Commission),
        (
            "Asamblea de las Naciones Unidas sobre el Medio Ambiente del Programa de las Naciones Unidas para el Medio Ambiente",
            Body::Known("UNEP/EA"),
        ),
        ("Asamblea de las Naciones Unidas sobre el Medio Ambiente", Body::Known("UNEP/EA")),
        ("Asamblea sobre el Medio Ambiente", Body::Known("UNEP/EA")),
        ("Asamblea de las Naciones Unidas para los Asentamientos Humanos", Body::Known("HSP/HA")),
        ("Asamblea de ONU-Hábitat", Body::Known("HSP/HA")),
        ("Conferencia de las Partes en el Convenio sobre la Diversidad Biológica", Body::Known("CBD/COP")),
        ("Conferencia", Body::Unknown),
        ("Asamblea Mundial de la Salud", Body::Unknown),
        ("Consejo de Administración", Body::Unknown),
        ("Consejo Ejecutivo", Body::Unknown),
        ("Junta Ejecutiva", Body::Unknown),
        ("Reunión de las Partes", Body::Unknown),
    ],
    owned: " ",
    in_its: r",? en (?:el párrafo [0-9]+ de )?sus? ",
    owner: r",? (?:aprobadas? por (?:la |el )?|de la |del )",
    not_owner: "",
    before_number: r"(?i:núms?\.|números?|n[.º°]+) ?",
    after_number: "",
    joiner: r",|;|\(|:|—|–|\by\b|\be\b|\bo\b|\ba\b|\basí como\b",
    filler: r"\bdel\b|\bde\b|\blas?\b|\bel\b|\bposterior(?:es)?\b|\banterior(?:es)?\b",
    glued: &[],
    sessions: &[("ES-", "ES-"), ("S-", "S-")],
    letters: &[],
    letters_to: "a|-|–",
    letters_and: "y|e|,",
    date: r"{day}[.º°]* (?:de )?{month} (?:de|del) {year}\b",
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
    dated: r",? (?:de|del|de fecha|aprobadas? el|ambas de|todas de) |,? \(",
    titled: r",? ?\(?(?:titulad[ao]s?|intitulad[ao]s?|relativa a(?:l| la)?|sobre) ",
    paragraphs: Paragraphs {
        before: r"\b(?:[Pp]árrafos?|[Pp]árrs?\.) ",
        after: "",
        label: r" ?\(?[a-z]{1,4}\)",
        joiner: " y | o | a |–|-|, ",
        here_after: r" (?:supra|infra|anterior(?:es)?|precedentes?|siguientes?|de la presente (?:resolución|decisión))\b",
        here_before: "",
        of: r",? (?:supra )?(?:de|en) (?:la |las |sus? )(?:[Rr]esoluci(?:ón|ones)|[Dd]ecisi(?:ón|ones)) ",
        after_citation: ", ",
    },
};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
