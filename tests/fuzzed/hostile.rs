//! Whatever the text, reading it gives a structure whose places are valid, and mends that can be made.

use crate::thrown::reader::faults;
use crate::thrown::words::WORDS;
use proptest::prelude::*;

const HEAD: &str = "The General Assembly,\n\nRecalling the lamps,\n\n";

/// Lines of page text, so that what follows is read as such.
const PAGE: &str = "Recalling the long nights of the northern harbours and\nthe lamps that were kept alight in them by generations of\n";

#[test]
fn texts_made_to_be_slow() {
    let counted = |n: usize, line: fn(usize) -> String| (0..n).map(line).collect::<String>();
    let texts = [
        "x".repeat(200_000),
        "Recalling its resolution 62/175 of 18 December 2007, ".repeat(2_000),
        "[".repeat(100_000),
        "(".repeat(50_000) + &")".repeat(50_000),
        HEAD.to_owned() + &"[^1]".repeat(20_000),
        HEAD.to_owned() + &"1.\n".repeat(20_000),
        HEAD.to_owned() + &counted(5_000, |i| format!("{}. Decides to:\n", i % 900 + 1)),
        HEAD.to_owned() + &"¹".repeat(50_000),
        HEAD.to_owned() + &"¹\n".repeat(20_000),
        HEAD.to_owned() + "lamps,¹ and oil,⁴²⁹⁴⁹⁶⁷²⁹⁴ and wicks,⁴²⁹⁴⁹⁶⁷²⁹⁵ and keepers⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹\n",
        HEAD.to_owned() + "1. Decides:\n" + &"(a) lamps:\n".repeat(5_000),
        HEAD.to_owned() + "1. Decides:\n" + &"(i) lamps:\n(a) lamps:\n".repeat(2_500),
        HEAD.to_owned()
            + "1. Decides:\n"
            + &counted(5_000, |i| format!("({}) lamps:\n", "abcihvx".chars().nth(i % 7).unwrap_or('a'))),
        "1".repeat(200_000),
        "1 ".repeat(50_000),
        (" ".repeat(60) + "\n").repeat(3_000),
        HEAD.to_owned() + &("_____\n".to_owned() + &" ".repeat(60) + "\n1\n").repeat(1_000),
        "A/RES/62/175 ".repeat(5_000),
        "A/RES/62//175 ".repeat(5_000),
        "A/RES/62/175\n\n".to_owned() + HEAD + &PAGE.repeat(30) + &"A/RES/62/175\n".repeat(5_000),
        "A/RES/62/175\n\n".to_owned() + HEAD + &PAGE.repeat(30) + &"5\n\n\u{c}\n".repeat(5_000),
        HEAD.to_owned() + &PAGE.repeat(30) + &"\n5\n\n".repeat(2_000) + &"\n\u{c}".repeat(5_000),
        "大会，\n\n回顾".to_owned() + &"第62/175号、".repeat(3_000) + "决议，\n",
        "\u{202e}\u{200b}".repeat(20_000),
        "“".repeat(20_000),
    ];
    for text in texts {
        let start: String = text.chars().skip(50).take(40).collect();
        assert_eq!(faults(&text), None, "… {start:?} …");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn texts_at_random(tokens in prop::collection::vec(prop::sample::select(WORDS), 0..90), head in any::<bool>(), page in any::<bool>()) {
        let head = if head { HEAD } else { "" };
        let page = if page { PAGE.repeat(3) } else { String::new() };
        let text = format!("{head}{page}{}", tokens.concat());
        prop_assert_eq!(faults(&text), None, "{:?}", text);
    }

    #[test]
    fn characters_at_random(text in any::<String>()) {
        prop_assert_eq!(faults(&text), None, "{:?}", text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn errors_are_planted_and_mended(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        crate::thrown::mends::check(&bytes);
    }

    #[test]
    fn settings_at_random(bytes in prop::collection::vec(any::<u8>(), 0..64), words in any::<bool>()) {
        crate::thrown::settings::check(&if words { [&[0], bytes.as_slice()].concat() } else { bytes });
    }
}

/// Pieces of the body of a Word document, sound and broken.
const PIECES: [&str; 58] = [
    "<w:p>",
    "</w:p>",
    "<w:p/>",
    "<w:r>",
    "</w:r>",
    "<w:t>lamps ",
    "<w:t xml:space='preserve'> 12</w:t>",
    "</w:t>",
    "<w:tab/>",
    "<w:br/>",
    "<w:br w:type='page'/>",
    "<w:pPr><w:pStyle w:val='S'/></w:pPr>",
    "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>",
    "<w:pPr><w:numPr><w:ilvl w:val='6'/><w:numId w:val='2'/></w:numPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>",
    "<w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>",
    "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>",
    "<w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:sectPr></w:pPr>",
    "<w:pPr><w:numPr><w:numId w:val='1'/><w:numberingChange w:original='%1:3:0:.'/></w:numPr></w:pPr>",
    "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>",
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:ins w:id='1'>",
    "</w:ins>",
    "<w:del w:id='2'>",
    "</w:del>",
    "<w:delText>old</w:delText>",
    "<w:moveFrom w:id='3'>",
    "</w:moveFrom>",
    "<w:moveTo w:id='4'>",
    "</w:moveTo>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:trPr><w:del w:id='5'/></w:trPr>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:fldChar w:fldCharType='separate'/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:instrText>REF a</w:instrText>",
    "<w:fldSimple w:instr='PAGE'>",
    "</w:fldSimple>",
    "<w:footnoteReference w:id='2'/>",
    "<w:footnoteReference w:customMarkFollows='1' w:id='2'/>",
    "<w:endnoteReference w:id='7'/>",
    "<w:sym w:font='Symbol' w:char='F0B7'/>",
    "<w:noBreakHyphen/>",
    "<m:oMath><m:f/></m:oMath>",
    "<w:altChunk/>",
    "<w:pict><w:txbxContent>",
    "</w:txbxContent></w:pict>",
    "<mc:AlternateContent><mc:Choice Requires='wps'>",
    "</mc:Choice><mc:Fallback>",
    "</mc:Fallback></mc:AlternateContent>",
    "A/93/5, ",
    "&amp;",
];

/// What closes an element that a piece opens, if it does.
fn closing(piece: &str) -> Option<&'static str> {
    let pairs = [
        ("<w:p>", "</w:p>"),
        ("<w:r>", "</w:r>"),
        ("<w:t>lamps ", "</w:t>"),
        ("<w:ins w:id='1'>", "</w:ins>"),
        ("<w:del w:id='2'>", "</w:del>"),
        ("<w:moveFrom w:id='3'>", "</w:moveFrom>"),
        ("<w:moveTo w:id='4'>", "</w:moveTo>"),
        ("<w:tbl>", "</w:tbl>"),
        ("<w:tr>", "</w:tr>"),
        ("<w:tc>", "</w:tc>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:fldSimple w:instr='PAGE'>", "</w:fldSimple>"),
        ("<w:pict><w:txbxContent>", "</w:txbxContent></w:pict>"),
    ];
    pairs.into_iter().find(|(open, _)| *open == piece).map(|(_, close)| close)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever pieces a document is made of, well formed or not, its reader gives a text whose places are valid.
    #[test]
    fn word_documents_at_random(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60), whole in prop::bool::weighted(0.8)) {
        let mut body = String::new();
        let mut open: Vec<&str> = Vec::new();
        for piece in pieces {
            if !whole {
                body.push_str(piece);
            } else if let Some(close) = closing(piece) {
                body.push_str(piece);
                open.push(close);
            } else if piece.starts_with("</") {
                // What is open is closed, whichever it is.
                body.extend(open.pop());
            } else if !piece.contains("mc:") {
                body.push_str(piece);
            }
        }
        body.extend(open.into_iter().rev());
        crate::thrown::docx::check(body.as_bytes());
    }
}
