//! Documents that were invented, and what is read of them.

use std::ops::Range;

use super::*;

const XML: &str = "<akomaNtoso>\n <meta><keyword>lamps</keyword><p>hidden</p></meta>\n <coverPage><p><docTitle>Resolution adopted by \
    the General Assembly on 3 December 2037</docTitle></p></coverPage>\n <preface><p>\n  <docNumber>92/14.</docNumber>\n  \
    <docTitle>\tQuiet &amp; dark skies</docTitle></p></preface>\n <preamble><p><i>The General Assembly</i>,</p>\n \
    <p>\tRecalling its resolution <a href='x'>90/1</a> of 19 December 2035,<authorialNote marker='1'><p>See\n A/92/406.</p>\
    </authorialNote> on lamps,</p></preamble>\n <mainBody><paragraph><num>1.</num><content><p><b>Decides</b> to \
    rest.</p></content></paragraph></mainBody></akomaNtoso>";

fn text_of(file: &str) -> Option<String> {
    read(file.to_owned()).map(|(text, ..)| text)
}

#[test]
fn a_paragraph_is_a_line_and_notes_stand_at_the_end() {
    let text = text_of(XML).unwrap();
    let wanted = "Resolution adopted by the General Assembly on 3 December 2037\n\n92/14. Quiet & dark skies\n\nThe General \
        Assembly,\n\nRecalling its resolution 90/1 of 19 December 2035,¹ on lamps,\n\n1. Decides to rest.\n\n\
        _______________\n¹ See A/92/406.\n";
    assert_eq!(text, wanted);
}

#[test]
fn every_word_is_found_again_in_the_file_and_from_there_in_the_text() {
    let (text, map, _) = read(XML.to_owned()).unwrap();
    for words in ["92/14.", "90/1", "Recalling its resolution", "Decides", "A/92/406", "dark skies"] {
        let start = text.find(words).unwrap();
        let there = map.file_range(&(start..start + words.len()));
        assert_eq!(&XML[there.clone()], words);
        assert_eq!(map.text_byte(there.start), start);
    }
    let and = text.find("& dark").unwrap();
    assert_eq!(&XML[map.file_range(&(and..and + 6))], "&amp; dark");
}

#[test]
fn a_byte_order_mark_is_none_of_the_text() {
    let file = format!("\u{feff}{XML}");
    let (text, map, _) = read(file.clone()).unwrap();
    assert_eq!(text, text_of(XML).unwrap());
    let start = text.find("rest").unwrap();
    assert_eq!(&file[map.file_range(&(start..start + 4))], "rest");
}

#[test]
fn what_the_elements_say_is_known_for_certain() {
    let file = XML
        .replace("<keyword>", "<FRBRlanguage language='eng'/><keyword>")
        .replace("<paragraph>", "<section><num>I.</num><heading>Harbours</heading></section><paragraph>");
    let (text, _, hints) = read(file).unwrap();
    let words =
        |ranges: &[Range<usize>]| -> Vec<String> { ranges.iter().map(|r| text[r.clone()].to_owned()).collect() };
    assert_eq!((hints.language.as_deref(), hints.paragraph_a_line), (Some("eng"), true));
    assert_eq!(words(&hints.labels), ["I.", "1."]);
    assert_eq!(words(&hints.headings), ["Harbours"]);
    assert_eq!(words(&hints.markers.unwrap()), ["¹"]);
    assert_eq!(words(&hints.notes.unwrap()), ["¹ See A/92/406."]);
}

#[test]
fn words_that_stand_in_no_p_are_text_too() {
    let file = "<akomaNtoso><crossHeading>Having considered the lamps,<authorialNote marker='1'><p>A/92/406.</p>\
        </authorialNote></crossHeading><paragraph><num>1.</num><blockList><listIntroduction>Decides:\
        </listIntroduction></blockList></paragraph></akomaNtoso>";
    assert_eq!(
        text_of(file).unwrap(),
        "Having considered the lamps,¹\n\n1. Decides:\n\n_______________\n¹ A/92/406.\n"
    );
}

#[test]
fn without_words_there_is_no_text_and_damage_costs_what_follows() {
    assert_eq!(text_of("<akomaNtoso/>"), None);
    assert_eq!(text_of("<akomaNtoso><p>Lamps</p><p <").unwrap(), "Lamps\n");
}

/// The text of a document with this in its `statement`.
fn statement(inside: &str) -> String {
    let head = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement name=\"resolution\">";
    text_of(&format!("{head}{inside}</statement></akomaNtoso>")).unwrap()
}

fn main_body(inside: &str) -> String {
    statement(&format!("<mainBody>{inside}</mainBody>"))
}

#[test]
fn a_masthead_and_a_closing_stand_line_by_line() {
    let text = statement(
        "<coverPage>\r\n  <p><docAuthority>United Nations</docAuthority></p>\r\n  <p><docNumber>A/RES/92/14</docNumber></p></coverPage>\
         <preface><p>92/14. Lamps</p></preface><conclusions><p><inline name='x'>39th plenary meeting</inline> <eol/>\r\n \
         <docDate>3 December 2037</docDate></p></conclusions>",
    );
    assert_eq!(text, "United Nations\nA/RES/92/14\n\n92/14. Lamps\n\n39th plenary meeting\n3 December 2037\n");
}

#[test]
fn the_resolutions_of_a_collection_follow_each_other() {
    let part = |letter: &str, marker: &str| {
        format!(
            "<component eId='c{letter}'><statement name='resolution'><meta><p>hidden</p></meta><preface><p><docNumber>{letter}\
             </docNumber>\r\n<docTitle>\t\tLamps</docTitle></p></preface><mainBody><paragraph><content><p>Lights \
             {letter}.<authorialNote marker='{marker}'><p>A/92/{marker}.</p></authorialNote></p></content></paragraph>\
             </mainBody></statement></component>"
        )
    };
    let collection = |first: &str, second: &str| {
        let parts = part("A", first) + &part("B", second);
        text_of(&format!(
            "<akomaNtoso><documentCollection><coverPage><p>A/RES/92/14 A-B</p></coverPage><collectionBody><component>\
             <documentRef href='c' showAs='Resolution A'/></component></collectionBody></documentCollection><components>{parts}\
             </components></akomaNtoso>"
        ))
    };
    let on =
        "A/RES/92/14 A-B\n\nA Lamps\n\nLights A.¹\n\nB Lamps\n\nLights B.²\n\n_______________\n¹ A/92/1.\n² A/92/2.\n";
    assert_eq!(collection("1", "2").unwrap(), on);
    // Where the numbers begin anew, each resolution has its notes.
    let anew = "A/RES/92/14 A-B\n\nA Lamps\n\nLights A.¹\n\n_______________\n¹ A/92/1.\n\nB Lamps\n\nLights B.¹\n\n\
        _______________\n¹ A/92/1.\n";
    assert_eq!(collection("1", "1").unwrap(), anew);
}

#[test]
fn headings_are_read_wherever_they_stand() {
    let inside_p = "<paragraph><content><p xml:space='preserve'>\r\n  <subheading>\t\tI</subheading>\r\n</p></content></paragraph>\
        <paragraph><content><p>\n<heading>Annex</heading></p></content></paragraph>";
    assert_eq!(main_body(inside_p), "I\n\nAnnex\n");
    let of_paragraphs = "<paragraph><num>\tII</num></paragraph><paragraph><subheading>Lamps</subheading></paragraph>\
        <paragraph class='H1'><heading>Annex</heading></paragraph><paragraph><subheading>Of wicks</subheading><content><p>They \
        burn.</p></content></paragraph>";
    assert_eq!(main_body(of_paragraphs), "II\n\nLamps\n\nAnnex\n\nOf wicks\n\nThey burn.\n");
    let of_sections = "<section><num>I</num><heading>Lamps</heading><subheading>A. Oil</subheading><crossHeading><span>Noting</span> \
        the night,</crossHeading><paragraph><num>1.</num><heading>Rest</heading><content><p>Rests.</p></content></paragraph></section>";
    assert_eq!(main_body(of_sections), "I\n\nLamps\n\nA. Oil\n\nNoting the night,\n\n1. Rest\n\nRests.\n");
}

#[test]
fn a_second_preamble_is_text_in_its_place() {
    let text = statement(
        "<preamble><container name='Noting'><p>Noting,</p></container></preamble><mainBody><paragraph><num>1.</num><content>\
         <p>Decides.</p></content></paragraph></mainBody><preamble><container name='Noting'><p>Noting also,</p></container></preamble>",
    );
    assert_eq!(text, "Noting,\n\n1. Decides.\n\nNoting also,\n");
}

#[test]
fn numbers_are_labels_however_they_are_written() {
    let number = |num: &str| format!("<paragraph><num>{num}</num><content><p>\tDecides.</p></content></paragraph>");
    for (num, label) in [("9.", "9."), ("\t\t9.\t", "9."), ("㈠", "㈠"), ("9 -", "9 -"), ("a)", "a)"), ("(aa)", "(aa)")]
    {
        assert_eq!(main_body(&number(num)), format!("{label} Decides.\n"));
    }
    assert_eq!(main_body("<paragraph><content><p>\t(a)\tLamps;</p></content></paragraph>"), "(a) Lamps;\n");
    let empty =
        "<paragraph><num>1.</num><content/></paragraph><paragraph><num>2.</num><content><p/></content></paragraph>";
    assert_eq!(main_body(&format!("{empty}{}", number("3."))), "1.\n\n2.\n\n3. Decides.\n");
}

#[test]
fn lists_hold_what_stands_below_a_paragraph() {
    let text = main_body(
        "<paragraph><num>1.</num><list><intro><p>\tDecides:</p></intro><point><num>(a)</num><content><p>\tTo rest;</p></content>\
         </point><point><num>(b)</num><list><intro><p>To wait:</p></intro><point><num>(i)</num><content><p>Here.</p></content>\
         </point></list></point></list></paragraph><container><blockList><listIntroduction>Noting:</listIntroduction><item>\
         <num>(a)</num><p>The night;</p></item></blockList></container>",
    );
    assert_eq!(text, "1. Decides:\n\n(a) To rest;\n\n(b) To wait:\n\n(i) Here.\n\nNoting:\n\n(a) The night;\n");
}

#[test]
fn rows_of_a_table_are_lines_of_cells() {
    let text = main_body(
        "<container name='table'><table><tr><th/><th><p> Gross </p></th></tr><tr><td><p>Oil<sup>a</sup></p></td><td/><td><p>7</p><p>8</p>\
         </td></tr><tr><td/></tr></table></container><paragraph><content><p>a Of whales.</p></content></paragraph>",
    );
    assert_eq!(text, "\tGross\nOila\t\t7 8\n\na Of whales.\n");
}

#[test]
fn a_note_does_not_repeat_its_mark() {
    let note = |marker: &str, words: &str| {
        let note = format!(
            "<authorialNote marker='{marker}' placement='bottom'><p xml:space='preserve'>{words}</p></authorialNote>"
        );
        let text = main_body(&format!("<paragraph><content><p>Lamps,{note}</p></content></paragraph>"));
        text.split("_______________\n").nth(1).unwrap().to_owned()
    };
    assert_eq!(note("7", "\t<sup>7</sup>\tSee A/92/7."), "⁷ See A/92/7.\n");
    assert_eq!(note("17", "\t<sup>1</sup><sup>7</sup>\tSee A/92/7."), "¹⁷ See A/92/7.\n");
    assert_eq!(note("7", "⁷ See A/92/7."), "⁷ See A/92/7.\n");
    assert_eq!(note("7", "\t()\tA/92/7."), "⁷ A/92/7.\n");
    // A year, and another note's number.
    assert_eq!(note("20", "\t\t2018 and 2019."), "²⁰ 2018 and 2019.\n");
    assert_eq!(note("7", "<sup>8</sup> degrees."), "⁷ 8 degrees.\n");
    assert_eq!(note("*", "Of oil."), "* Of oil.\n");
}

#[test]
fn a_mark_follows_its_word_and_may_call_a_note_again() {
    let text = statement(
        "<preface>\r\n<p>\r\n  <docNumber>B</docNumber>\r\n  <authorialNote marker='1'>\r\n<p>Lamps.</p>\r\n</authorialNote>\r\n</p>\
         </preface><mainBody><paragraph><content><p>Oil<noteRef href='#n' marker='1'/>, and</p></content></paragraph></mainBody>",
    );
    assert_eq!(text, "B¹\n\nOil¹, and\n\n_______________\n¹ Lamps.\n");
}

#[test]
fn words_are_whole_whatever_elements_cut_them() {
    let cut = "<paragraph><content><p>第<a href='https://undocs.org/ch/A/RES/2205(XXI)'>2205</a><a href='https://undocs.org/ch/A/RES/2205\
        (XXI)'>(</a><a href='https://undocs.org/ch/A/RES/2205(XXI)'>XXI</a>)号<a href='x'/>决议，see <a href='file:///c:/lamps'>92</a><a \
        href='mailto:keeper'>/</a><a href='about:blank'>14</a></p></content></paragraph>";
    assert_eq!(main_body(cut), "第2205(XXI)号决议，see 92/14\n");
    let foreign = "<paragraph><content><p><html:b xmlns:html='http://www.w3.org/1999/xhtml'>Light</html:b>s<q:w xmlns:q='q'> \
        on</q:w><![CDATA[ & off]]></p></content></paragraph>";
    assert_eq!(main_body(foreign), "Lights on & off\n");
    assert_eq!(
        main_body("<p>a\u{200e}b\u{a0}c\u{2011}d\u{202f}e\u{2004}f</p>"),
        "a\u{200e}b\u{a0}c\u{2011}d\u{202f}e\u{2004}f\n"
    );
    assert_eq!(main_body("<ul><li>Oil</li><li>Wicks</li></ul>"), "Oil\n\nWicks\n");
}

#[test]
fn what_is_said_of_the_document_is_no_text_and_says_its_language() {
    let meta = "<meta><identification source='#none'><FRBRWork><FRBRuri value='/akn/un/92-14/'/><FRBRdate date='0001-01-01' \
        name=''/></FRBRWork><FRBRExpression><FRBRlanguage language='zho'/></FRBRExpression></identification><analysis><q:voters \
        xmlns:q='http://un.org/akn4un'><organization>Atlantis</organization></q:voters></analysis><lifecycle source='#x'><step date='0001-01-01' by='' src=''/></lifecycle></meta>";
    let file = format!("<akomaNtoso><statement>{meta}<mainBody><p>大会，</p></mainBody></statement></akomaNtoso>");
    let (text, _, hints) = read(file).unwrap();
    assert_eq!((text.as_str(), hints.language.as_deref()), ("大会，\n", Some("zho")));
    assert_eq!((hints.notes, hints.markers), (None, None));
}

proptest::proptest! {
    #[test]
    fn any_xml_is_read(inside in "(<p>|</p>|<num>|</num>|<heading>|</heading>|<authorialNote marker='2'>|</authorialNote>|&amp;|&#x41;|[a-z &<>é字\u{2003}\n]){0,40}") {
        let file = format!("<akomaNtoso>{inside}");
        if let Some((text, map, hints)) = read(file.clone()) {
            for at in 0..=text.len() {
                let range = map.file_range(&(at..text.len()));
                proptest::prop_assert!(range.start <= range.end && range.end <= file.len());
            }
            for at in 0..=file.len() {
                proptest::prop_assert!(map.text_byte(at) <= text.len());
            }
            let places = hints.labels.iter().chain(&hints.headings).chain(hints.notes.iter().flatten());
            for place in places.chain(hints.markers.iter().flatten()) {
                proptest::prop_assert!(text.get(place.clone()).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
