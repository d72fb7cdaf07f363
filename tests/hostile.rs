//! Whatever the text, reading it gives a structure whose places are valid, and mends that can be made.

use std::ops::Range;

use proptest::prelude::*;
use rapporteur::draft::{Draft, ReferenceTarget};
use rapporteur::rules::{self, Finding};

const HEAD: &str = "The General Assembly,\n\nRecalling the lamps,\n\n";

/// Lines of page text, so that what follows is read as such.
const PAGE: &str = "Recalling the long nights of the northern harbours and\nthe lamps that were kept alight in them by generations of\n";

/// Whether a range is one of whole characters of the text.
fn is_valid(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some()
}

/// All places of a draft, with what they are places of.
fn places(draft: &Draft) -> Vec<(&'static str, &Range<usize>)> {
    let mut all = Vec::new();
    all.extend(draft.title.iter().flat_map(|t| [&t.range].into_iter().chain(&t.number)).map(|r| ("title", r)));
    all.extend(draft.elements.iter().map(|e| ("element", &e.range)));
    all.extend(draft.paragraphs.iter().map(|p| ("paragraph", &p.range)));
    all.extend(draft.paragraphs.iter().filter_map(|p| Some(("label", &p.label.as_ref()?.range))));
    all.extend(draft.markers.iter().map(|m| ("marker", &m.range)));
    all.extend(draft.notes.iter().flat_map(|n| [("note", &n.range), ("note's label", &n.label_range)]));
    all.extend(draft.citations.iter().map(|c| ("citation", &c.range)));
    all.extend(draft.citations.iter().filter_map(|c| Some(("date", &c.date.as_ref()?.1))));
    all.extend(draft.citations.iter().filter_map(|c| Some(("cited title", &c.title.as_ref()?.1))));
    all.extend(draft.references.iter().map(|r| ("reference", &r.range)));
    all.extend(draft.malformed.iter().map(|m| ("malformed symbol", &m.range)));
    all
}

/// Whether a mend's replacements are ascending, apart and of whole characters.
fn can_be_made(text: &str, finding: &Finding) -> bool {
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
    let mut end = 0;
    edits.map(|edit| &edit.range).all(|range| {
        let apart = range.start >= end;
        end = range.end;
        apart && is_valid(text, range)
    })
}

/// Reads and checks a text; what is wrong with the answer.
fn faults(text: &str) -> Option<String> {
    let draft = Draft::read(text);
    let place = places(&draft).into_iter().find(|(_, range)| !is_valid(text, range));
    if let Some((what, range)) = place {
        return Some(format!("the {what} {range:?} is no place of the text"));
    }
    let stray = |of| matches!(of, ReferenceTarget::Citation(i) if i >= draft.citations.len());
    if draft.references.iter().any(|reference| stray(reference.of)) {
        return Some("a reference leads to no citation".to_owned());
    }
    if draft.paragraphs.iter().enumerate().any(|(i, paragraph)| paragraph.parent.is_some_and(|parent| parent >= i)) {
        return Some("a paragraph is under a later one".to_owned());
    }
    let findings = rules::check(text, &draft, &|_| true);
    let valid = |finding: &&Finding| {
        is_valid(text, &finding.range)
            && finding.related.iter().all(|related| is_valid(text, &related.range))
            && can_be_made(text, finding)
    };
    findings.iter().find(|finding| !valid(finding)).map(|finding| format!("{finding:?}"))
}

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

/// What drafts are made of, and what has no business in one.
#[rustfmt::skip]
const TOKENS: &[&str] = &[
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn texts_at_random(tokens in prop::collection::vec(prop::sample::select(TOKENS), 0..90), head in any::<bool>(), page in any::<bool>()) {
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
