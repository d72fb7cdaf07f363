//! Texts made of bytes.

/// What drafts are made of, and what has no business in one.
#[rustfmt::skip]
pub const WORDS: &[&str] = &[
    "The General Assembly,", "大会，", "إن الجمعية العامة،", "L’Assemblée générale,", "Генеральная Ассамблея,",
    "Recalling ", "回顾", "وإذ تشير", "Decides", "请秘书长", "Annex", "附件", "A", "II", "71st plenary meeting", "第71次全体会议",
    "Resolution adopted by the General Assembly", "[on the report of", "63/195. Lamps", "63/195.", "S-20/1.",
    "1. ", "2. ", "3.", "12 bis. ", "4之二. ", "1 - ", "OP3 ", "PP 2", "(a) ", "(b) ", "(i) ", "(ii) ", "(aa) ", "㈠", "(一)", "(أ) ", "’1‘ ", "（1） ",
    "¹", "²", "¹⁰", "⁰", "⁴²⁹⁴⁹⁶⁷²⁹⁵", "[1]", "[^1]", "[^2]: ", "(¹)", "()", ",2 ", "1", "23 ", "2 0 0 8 ", "１２",
    "resolution ", "resolutions ", "决议", "القرار ", "резолюции ", "62/175", "62/175 A and B", "1325 (2000)", "217 A (III)", "（2000）", "第62/175号",
    " of 18 December 2007", "2007年12月18日", "31 November 2007", "entitled “", "”", "《", "》", "«", "paragraph 3 (a) above", "上文第3段",
    "A/RES/62/175", "A/RES/62//175", "A\\RES\\62", "А/RES/62/175", "A/C.9/62/L.1", "A／RES／62／175", "a/res/62/1", "A/80/L.__", "A/RES/62/1-S/RES/1 (1946)", "http://x.y/A/RES/1",
    "/", "(", ")", "[", "]", ".", ",", ";", ":", "，", "。", "；", "：", "-", "–", "*", "_", "#", " ", "  ", "\t", "\u{a0}", "\u{3000}",
    "\n", "\n\n", "\r", "\r\n", "\u{c}", "\u{2028}", "\u{85}", "\u{b}", "\u{0}", "______\n", "                                             \n", "2/5", "18-17962 (E)",
    "\u{200e}", "\u{200f}", "\u{202a}", "\u{202e}", "\u{2066}", "\u{feff}", "\u{ad}", "\u{301}", "\u{64b}", "\u{640}", "İ", "ß", "K", "🪔", "𠀀", "\u{10ffff}",
    "the lamps that were kept alight in them by generations of keepers\n", "港口灯塔", "ال", "маяки",
];

/// A text made of bytes: as they stand, with what is not UTF-8 replaced, or, after a zero, a word for each of them.
pub fn text(bytes: &[u8]) -> String {
    match bytes {
        [0, words @ ..] => sentence(words, WORDS),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// A word for each byte.
pub fn sentence(bytes: &[u8], words: &[&str]) -> String {
    bytes.iter().filter_map(|byte| words.get(usize::from(*byte) % words.len())).copied().collect()
}
