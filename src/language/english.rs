//! English.

use super::{Body, Citing, Language, Order, Paragraphs, Reading, Telling};

/// English.
pub static ENGLISH: &Language =
    &Language { code: "en", name: "English", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {
    order: Order::KindFirst,
    resolution: r"\b(?:[Rr]esolutions?|RESOLUTIONS?|[Rr]es\.)",
    decision: r"\b(?:[Dd]ecisions?|DECISIONS?)\b",
    own: r"(?i:\b(?:its|their)(?: (?:own|relevant|previous|earlier|recent|subsequent|landmark|annual))?) ",
    bodies: &[
        ("General Assembly", Body::Known("A")),
        ("Assembly", Body::Known("A")),
        ("Security Council", Body::Known("S")),
        ("Economic and Social Council", Body::Known("E")),
        ("Human Rights Council", Body::Known("A/HRC")),
        ("Council", Body::Council),
        ("Commission on Human Rights", Body::Known("E/CN.4")),
        ("Statistical Commission", Body::Known("E/CN.3")),
        ("Commission on Sustainable Development", Body::Known("E/CN.17")),
        ("Sub-Commission", Body::Unknown),
        ("Committee", Body::Unknown),
        ("Commission for Social Development", Body::Known("E/CN.5")),
        ("Commission on the Status of Women", Body::Known("E/CN.6")),
        ("Commission on Narcotic Drugs", Body::Known("E/CN.7")),
        ("Commission on Population and Development", Body::Known("E/CN.9")),
        ("Commission on Crime Prevention and Criminal Justice", Body::Known("E/CN.15")),
        ("Commission on Science and Technology for Development", Body::Known("E/CN.16")),
        ("Economic and Social Commission for Asia and the Pacific", Body::Known("E/ESCAP")),
        ("Economic Commission for", Body::Unknown),
        ("Commission", Body::Commission),
        ("United Nations Environment Assembly of the United Nations Environment Programme", Body::Known("UNEP/EA")),
        ("United Nations Environment Assembly", Body::Known("UNEP/EA")),
        ("Environment Assembly", Body::Known("UNEP/EA")),
        ("United Nations Habitat Assembly", Body::Known("HSP/HA")),
        ("UN-Habitat Assembly", Body::Known("HSP/HA")),
        ("Conference of the Parties to the Convention on Biological Diversity", Body::Known("CBD/COP")),
        ("Conference", Body::Unknown),
        ("Health Assembly", Body::Unknown),
        ("Executive Board", Body::Unknown),
        ("Governing Council", Body::Unknown),
        ("Executive Council", Body::Unknown),
        ("Board of Governors", Body::Unknown),
        ("Meeting of the Parties", Body::Unknown),
    ],
    owned: r"(?:’s|'s|’)? ?",
    in_its: r",? (?:in|of|by) (?:paragraphs? [0-9]+ of )?its ",
    owner: r",? (?:adopted )?(?:of|by) (?:the )?",
    not_owner: "",
    before_number: r"(?i:nos?\.|numbers?|№) ?",
    after_number: "",
    joiner: r",|;|\(|:|—|–|\band\b|\bor\b|\bto\b|\bas well as\b|\bthrough\b",
    filler: r"\bof\b|\bthe\b|\bby\b|\bin\b|\bsubsequent\b",
    glued: &[],
    sessions: &[("ES-", "ES-"), ("S-", "S-")],
    letters: &[],
    letters_to: "to|through|-|–",
    letters_and: ", and|and|,",
    date: r"{day}(?:st|nd|rd|th)? {month},? {year}\b",
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
    dated: r",? (?:(?:adopted )?(?:of|on)|dated) |,? \(",
    titled: r",? ?\(?(?:which is )?(?:entitled|titled|on) (?:the )?",
    paragraphs: Paragraphs {
        before: r"\b(?:[Pp]aragraphs?|[Pp]aras?\.) ",
        after: "",
        label: r" ?\([a-z]{1,4}\)",
        joiner: r", and |, or | and | or | to |–|-|, ",
        here_after: r" (?:above|below|hereof|of (?:the present|this) (?:resolution|decision))\b",
        here_before: "",
        of: r",? (?:above )?(?:of|in|to) (?:[Tt]he )?(?:its |their )?(?:[A-Z][A-Za-z’-]+ (?:and |of |the |on |for )*)*(?:[Rr]esolutions?|[Dd]ecisions?) ",
        after_citation: r", ",
    },
};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
