//! Whatever the text, it can be parsed and scanned for symbols; what is printed is read as the same.

use rapporteur::draft::NormalizedText;
use rapporteur::symbol::{Fault, Malformed, Symbol, scan};

use super::words;

/// What symbols are made of, and what stands beside and in them by mistake.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "A/", "S/", "E/", "ST/", "UNEP/", "NPT/", "A", "S", "E", "RES/", "RES", "DEC/", "HRC/", "PRST/", "EA.", "CONF.", "C.3/", "C.", "AC.", "CN.", "SR.", "PV.",
    "L.", "INF/", "WP.", "SGB/", "AI/", "Rev.", "Add.", "Corr.", "Amend.", "Rev", "add.", "-S/", "-ES/", "S-", "ES-", "SS.", "EMG.", "NGO/", "BUR/",
    "0", "1", "2", "3", "5", "7", "9", "12", "63", "77", "80", "217", "1325", "1946", "2000", "2007", "2020", "4294967296", "99999999999999999999", "l", "O", "o", "I",
    " (III)", " (XX)", " (2000)", " (Part I)", "(III)[A]", "(Sect.8)", " (S-IX)", "(", ")", "[", "]", " A", " B", " A-C", " A and B", " bis", " A+B",
    "/", "//", "\\", "／", "⁄", "∕", "＼", ".", ",", "-", "–", "_", "___", "...", "…", " ", "  ", "\u{a0}", "*", "&", ":", ";", "@", "#",
    "А", "Ѕ", "Е", "С", "Ｒ", "Ａ", "１", "و", "决", "号", "é", "\u{ad}", "\u{200b}", "\u{202e}", "\u{301}", "\u{0}", "\n", "\t", "𝐀", "İ", "ß", "ﬀ",
    "http://", "www.", "and/or", "km/h", "resolution ", "[Meeting record]", "A/RES/63/195", "S/RES/1325 (2000)", "E/RES/2007/12", "A/67/828-S/2013/210",
];

/// Symbols are read over a bounded stretch of text, which is longer than this, in bytes, and than any real one.
const LONGEST: usize = 80;

/// Parses and scans the text that the bytes make.
pub fn check(bytes: &[u8]) {
    let text = match bytes {
        [0, pieces @ ..] => words::sentence(pieces, PIECES),
        _ => words::text(bytes),
    };
    let parsed = Symbol::parse(&text);
    let symbol = parsed.as_ref().map_or_else(|malformed| malformed.meant.as_ref(), Some);
    if symbol.is_none_or(|symbol| symbol.as_str().len() < LONGEST) {
        examine(&text, &parsed);
    }
    let flow = NormalizedText::of(&text, 0).text;
    for text in [&text, &flow] {
        let mut end = 0;
        for found in scan(text) {
            assert!(found.range.start >= end && !found.range.is_empty(), "{:?} after {end} in {text:?}", found.range);
            assert!(text.get(found.range.clone()).is_some(), "{:?} in {text:?}", found.range);
            end = found.range.end;
            // What running text gives and is something else on its own: `A/C/3`, which may be no committee's, `A/XX/97`,
            // which catalogues write while the session is open, and what is read of texts that nobody writes,
            // `S/77add.77-ES/`. Of the symbols that people write, the symbols' own tests ask
            // that they are read as what is printed, always.
            let by_themselves = |symbol: &Symbol| match Symbol::parse(symbol.as_str()) {
                Ok(again) => again.is_open() == symbol.is_open(),
                Err(Malformed { fault: Fault::WrongDot { found: '/', .. } | Fault::NoSymbol, .. }) => false,
                Err(_) => true,
            };
            if found.meant().is_none_or(by_themselves) {
                examine(text, &found.symbol);
            }
        }
    }
}

/// What must hold of a symbol that was read, and of one that was meant.
fn examine(text: &str, read: &Result<Symbol, Malformed>) {
    let symbol = match read {
        Ok(symbol) => symbol,
        Err(malformed) => {
            assert!(!malformed.to_string().is_empty());
            let Some(meant) = &malformed.meant else { return };
            meant
        }
    };
    // A corrigendum to a part of a resolution, which is understood from catalogues (`A/RES/66/254A /Corr.1`), is printed
    // with a space that is not read there: `A/RES/66/254 A/Corr.1`.
    if symbol.as_str().split(' ').skip(1).any(|word| !word.starts_with('(') && word.contains('/')) {
        return;
    }
    let again = Symbol::parse(symbol.as_str());
    assert_eq!(again.as_ref(), Ok(symbol), "read in {text:?}");
    assert!(again.is_ok_and(|again| again.cmp(symbol).is_eq()));
    assert!(!symbol.halves().is_empty() && !symbol.parts().is_empty() && !symbol.short().is_empty());
    let whole = symbol.without_letter();
    assert_eq!(whole.letters(), None, "{symbol}");
    assert_eq!(whole.without_letter(), whole);
    let _ = (symbol.organ(), symbol.session(), symbol.year(), symbol.is_open(), symbol.letters());
    assert!(symbol.official_address("en").starts_with("https://"));
}
