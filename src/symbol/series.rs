//! The series of symbols, and the words that symbols are made of.
//!
//! Source: Dag Hammarskjöld Library guide, "UN document symbols"; UNBIS Reference Manual, field "document
//! series symbol"; the United Nations' own hyperlinks in the resolutions of sessions 74 to 80. The list is
//! open: [`super::Symbol::parse`] reads other series, too, but running text is searched for these only.

/// Organizations, programmes and treaties whose series follow the United Nations' pattern, in order. The
/// principal organs and the Secretariat are not among them.
const SERIES: [&str; 58] = [
    "APLC", "BWC", "CAC", "CAT", "CBD", "CCM", "CCPR", "CCW", "CD", "CEB", "CED", "CEDAW", "CEP", "CERD", "CLCS",
    "CMW", "CRC", "CRPD", "CTOC", "DP", "ECA", "ECE", "ECLAC", "ESCAP", "FCCC", "GC", "GEGN", "HRI", "HS", "HSP",
    "ICCD", "ICSC", "ID", "IDB", "IPBES", "ISBA", "ITC", "JIU", "LOS", "NPT", "PBC", "PCNICC", "SAICM", "SPLOS", "SPT",
    "TBLDC", "TD", "TPNW", "TRADE", "UNAPCICT", "UNCTAD", "UNEP", "UNFF", "UNFPA", "UNIDO", "UNODC", "UNW", "WFP",
];

/// The letters of the longest word that a symbol begins with.
pub(super) const LONGEST: usize = 8;

/// Whether a word, in capitals, is one of the series of programmes and treaties.
pub(super) fn is_series(word: &str) -> bool {
    SERIES.binary_search(&word).is_ok()
}

/// Whether a word, in capitals, begins the symbols of a principal organ or the Secretariat.
pub(super) fn is_organ(word: &str) -> bool {
    matches!(word, "A" | "S" | "E" | "T" | "ST")
}

/// Whether a symbol, or its beginning, is one of a principal organ or the Secretariat.
pub(super) fn is_organ_of(symbol: &str) -> bool {
    symbol.split('/').next().is_some_and(is_organ)
}

/// The printed form of a word that is not printed in capitals, by its capitals. Source: UN Editorial Manual
/// usage as printed in mastheads; Dag Hammarskjöld Library guide.
pub(super) fn mixed_case(word: &str) -> Option<&'static str> {
    Some(match word {
        "ADD" => "Add",
        "AGENDA" => "Agenda",
        "AMEND" => "Amend",
        "CORR" => "Corr",
        "CORRIGENDUM" => "Corrigendum",
        "OZL" => "OzL",
        "PRO" => "Pro",
        "REV" => "Rev",
        "SUB" => "Sub",
        "SUMMARY" => "Summary",
        _ => return None,
    })
}

/// The mixed case that some bodies print a word in, and others in capitals, by its capitals. Sources: `UNEP/EA.5/Res.14`,
/// `HSP/HA.1/Res.1` and `ECE/HBP/2022/Inf.1` as the Secretariat's list of mandates for the programme budget 2026 has them.
pub(super) fn mixed_in_some_series(word: &str) -> Option<&'static str> {
    match word {
        "DEC" => Some("Dec"),
        "INF" => Some("Inf"),
        "RES" => Some("Res"),
        _ => None,
    }
}

/// Whether the resolutions and decisions of the body that a symbol begins with are always printed in mixed case.
pub(super) fn numbers_in_mixed_case(symbol: &str) -> bool {
    ["UNEP/EA.", "GC."].iter().any(|head| symbol.starts_with(head))
}

/// Whether the beginning of a symbol, up to a slash, is that of a principal organ's or the Human Rights Council's own
/// resolutions.
pub(super) fn is_principal(symbol: &str) -> bool {
    let mut components = symbol.trim_end_matches('/').split('/');
    components.next().is_some_and(is_organ) && components.all(|component| component == "HRC")
}

/// Whether a symbol, up to the number of its commission, is one of the Trade and Development Board, whose commissions
/// since 2008 have Roman numerals: `TD/B/C.I/MEM.2/37`. Those before had Arabic ones, up to `TD/B/C.7`.
pub(super) fn has_roman_commissions(symbol: &str) -> bool {
    symbol == "TD/B/C."
}

/// The printed form of a word that says how a text was changed, by its capitals.
pub(super) fn modification(word: &str) -> Option<&'static str> {
    matches!(word, "ADD" | "AMEND" | "CORR" | "REV").then(|| mixed_case(word)).flatten()
}

/// Whether a word, in capitals, is so common in symbols that it is known in any case.
pub(super) fn is_common(word: &str) -> bool {
    matches!(
        word,
        "AC" | "BUR"
            | "C"
            | "CN"
            | "CONF"
            | "CRP"
            | "DEC"
            | "HRC"
            | "INF"
            | "L"
            | "NGO"
            | "PC"
            | "PRST"
            | "PV"
            | "R"
            | "RES"
            | "SC"
            | "SR"
            | "WG"
            | "WP"
    ) || mixed_case(word).is_some()
}

/// Whether a number belongs directly to the word before it, after a full stop: `L.5`.
pub(super) fn takes_number(word: &str) -> bool {
    matches!(word, "AC" | "C" | "CN" | "CONF" | "CRP" | "L" | "PC" | "PV" | "R" | "SC" | "SR" | "WG" | "WP" | "SUB")
        || modification(word).is_some()
}

/// Whether a word says nothing without its number: `L.5`.
pub(super) fn needs_number(word: &str) -> bool {
    matches!(word, "CRP" | "L" | "PV" | "SR" | "SUB" | "WP") || modification(word).is_some()
}

/// Whether a Roman numeral can stand behind the word and its full stop: `CONF.IX`, `PC.III`.
pub(super) fn takes_roman(word: &str) -> bool {
    matches!(word, "CONF" | "PC") || !takes_number(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order() {
        assert!(SERIES.is_sorted() && SERIES.iter().all(|word| word.len() <= LONGEST));
        assert!(is_series("UNEP") && !is_series("WHA"));
    }
}
