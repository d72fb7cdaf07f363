//! Drafts that were invented, and what is written of them.

use super::*;
use crate::draft::{Draft, ReadAs};
use crate::source::{self, Hints};

fn written(text: &str) -> String {
    let draft = Draft::read(text);
    of(&Manuscript::of(text, &draft, &Hints::default()))
}

/// The text that is read of a document.
fn read_back(file: &str) -> source::SourceText {
    source::of_text(file.to_owned(), Some("x.xml".as_ref())).unwrap()
}

/// The lines that are not blank, with white space in them as one space.
fn lines(text: &str) -> Vec<String> {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(words).filter(|line| !line.is_empty()).collect()
}

/// Fails unless what is written of a text reads as the text does, and is written as it was when it is written again.
fn expect_round(text: &str) -> String {
    let file = written(text);
    let read = read_back(&file);
    assert_eq!(lines(&read.text), lines(text), "{file}");
    assert_eq!(written(&read.text), file, "from the text");
    let draft = Draft::read_with(&read.text, ReadAs::default(), &read.hints);
    assert_eq!(of(&Manuscript::of(&read.text, &draft, &read.hints)), file, "from the document");
    file
}

/// The pieces of a document from one place to another, without indentation.
fn between<'f>(file: &'f str, from: &str, to: &str) -> Vec<&'f str> {
    let start = file.find(from).unwrap_or_else(|| panic!("{from} is missing in {file}"));
    let end = start + file[start..].find(to).unwrap_or_else(|| panic!("{to} is missing in {file}")) + to.len();
    file[start..end].lines().map(str::trim).collect()
}

const DRAFT: &str = "\
United Nations
A/RES/92/14
General Assembly
Resolution adopted by the General Assembly on 3 December 2037
[without reference to a Main Committee (A/92/L.7)]

92/14. Quiet & dark skies

The General Assembly,

Recalling also its resolution 91/15 of 21 November 2036,¹

Noting the lamps:

(a) Of harbours;

(b) Of streets,

1. Calls upon Member States:

(a) To fit lamps with shades;²

(b) To dim them:

(i) At midnight;

(ii) On holidays;

2. Decides to rest.¹

39th plenary meeting
3 December 2037

_______________
¹ See A/92/406.
² Of tin.
";

#[test]
fn a_resolution_is_written_as_the_united_nations_publish_it() {
    let file = expect_round(DRAFT);
    assert_eq!(
        between(&file, "<FRBRWork>", "</FRBRWork>"),
        [
            "<FRBRWork>",
            "<FRBRthis value=\"/akn/un/statement/deliberation/unga/2037-12-03/92-14/!main\"/>",
            "<FRBRuri value=\"/akn/un/statement/deliberation/unga/2037-12-03/92-14\"/>",
            "<FRBRalias value=\"Quiet &amp; dark skies\" name=\"title\"/>",
            "<FRBRdate date=\"2037-12-03\" name=\"adoption\"/>",
            "<FRBRauthor href=\"#author\" as=\"#authorRole\"/>",
            "<FRBRcountry value=\"un\"/>",
            "</FRBRWork>"
        ]
    );
    assert!(file.contains("<FRBRlanguage language=\"eng\"/>"), "{file}");
    assert_eq!(
        between(&file, "<coverPage", "</preface>"),
        [
            "<coverPage eId=\"coverPage\">",
            "<p>United Nations</p>",
            "<p><docNumber>A/RES/92/14</docNumber></p>",
            "<p>General Assembly</p>",
            "<p><docTitle>Resolution adopted by the General Assembly on 3 December 2037</docTitle></p>",
            "<p><docProponent>[without reference to a Main Committee (A/92/L.7)]</docProponent></p>",
            "</coverPage>",
            "<preface>",
            "<p><docNumber>92/14.</docNumber> <docTitle>Quiet &amp; dark skies</docTitle></p>",
            "</preface>",
        ]
    );
    assert_eq!(
        between(&file, "<preamble>", "</preamble>"),
        [
            "<preamble>",
            "<formula name=\"enactingFormula\" eId=\"formula_1\">",
            "<p><span class=\"italic\">The General Assembly</span>,</p>",
            "</formula>",
            "<container name=\"Recalling also\" eId=\"container_1\">",
            "<p><span class=\"italic\">Recalling also</span> its resolution <a href=\"https://undocs.org/en/A/RES/91/15\">91/15</a> \
             of 21 November 2036,<authorialNote marker=\"1\" placement=\"bottom\" eId=\"authorialNote_1\"><p>See <a \
             href=\"https://undocs.org/en/A/92/406\">A/92/406</a>.</p></authorialNote></p>",
            "</container>",
            "<container name=\"Noting\" eId=\"container_2\">",
            "<p><span class=\"italic\">Noting</span> the lamps:</p>",
            "<blockList eId=\"container_2__list_1\">",
            "<item eId=\"container_2__list_1__item_a\">",
            "<num>(a)</num>",
            "<p>Of harbours;</p>",
            "</item>",
            "<item eId=\"container_2__list_1__item_b\">",
            "<num>(b)</num>",
            "<p>Of streets,</p>",
            "</item>",
            "</blockList>",
            "</container>",
            "</preamble>",
        ]
    );
    assert_eq!(
        between(&file, "<mainBody>", "</conclusions>"),
        [
            "<mainBody>",
            "<paragraph eId=\"para_1\" class=\"SingleTxt\">",
            "<num>1.</num>",
            "<list eId=\"para_1__list_1\">",
            "<intro eId=\"para_1__list_1__intro\">",
            "<p><span class=\"italic\">Calls upon</span> Member States:</p>",
            "</intro>",
            "<point eId=\"para_1__list_1__point_a\">",
            "<num>(a)</num>",
            "<content eId=\"para_1__list_1__point_a__content\">",
            "<p>To fit lamps with shades;<authorialNote marker=\"2\" placement=\"bottom\" eId=\"authorialNote_2\"><p>Of tin.</p>\
             </authorialNote></p>",
            "</content>",
            "</point>",
            "<point eId=\"para_1__list_1__point_b\">",
            "<num>(b)</num>",
            "<list eId=\"para_1__list_1__point_b__list_1\">",
            "<intro eId=\"para_1__list_1__point_b__list_1__intro\">",
            "<p>To dim them:</p>",
            "</intro>",
            "<point eId=\"para_1__list_1__point_b__list_1__point_i\">",
            "<num>(i)</num>",
            "<content eId=\"para_1__list_1__point_b__list_1__point_i__content\">",
            "<p>At midnight;</p>",
            "</content>",
            "</point>",
            "<point eId=\"para_1__list_1__point_b__list_1__point_ii\">",
            "<num>(ii)</num>",
            "<content eId=\"para_1__list_1__point_b__list_1__point_ii__content\">",
            "<p>On holidays;</p>",
            "</content>",
            "</point>",
            "</list>",
            "</point>",
            "</list>",
            "</paragraph>",
            "<paragraph eId=\"para_2\" class=\"SingleTxt\">",
            "<num>2.</num>",
            "<content eId=\"para_2__content\">",
            "<p><span class=\"italic\">Decides</span> to rest.<noteRef href=\"#authorialNote_1\" marker=\"1\"/></p>",
            "</content>",
            "</paragraph>",
            "</mainBody>",
            "<conclusions eId=\"conclusions\">",
            "<p>39th plenary meeting</p>",
            "<p>3 December 2037</p>",
            "</conclusions>",
        ]
    );
}

#[test]
fn what_a_draft_does_not_say_is_not_made_up() {
    let file = expect_round("The lamps burn.\n");
    assert!(file.contains("<FRBRuri value=\"/akn/un/statement/deliberation/nn\"/>"), "{file}");
    assert_eq!(file.matches("<FRBRdate date=\"0001-01-01\" name=\"unknown\"/>").count(), 3);
    assert!(file.contains("showAs=\"United Nations\""), "{file}");
    for absent in ["<coverPage", "<preface", "<preamble", "<conclusions", "<attachments", "FRBRalias"] {
        assert!(!file.contains(absent), "{file}");
    }
    // The schema wants something in a body.
    assert!(written("92/14. Lamps\n\nThe General Assembly,\n").contains("<mainBody>\n      <p/>\n    </mainBody>"));
}

#[test]
fn sections_hold_their_number_their_heading_and_what_follows() {
    let file = expect_round(
        "92/14. Lamps\n\nThe General Assembly,\n\nNoting the night,\n\nI\n\nHarbours\n\n1. Decides to rest;\n\n2. Decides to \
         wait;\n\nII\n\nStreets\n\n1. Decides to walk.\n",
    );
    let body: String = between(&file, "<mainBody>", "</mainBody>").concat();
    assert!(
        body.starts_with("<mainBody><section eId=\"sec_1\"><num>I</num><heading>Harbours</heading><paragraph "),
        "{body}"
    );
    assert!(
        body.contains("</paragraph></section><section eId=\"sec_2\"><num>II</num><heading>Streets</heading>"),
        "{body}"
    );
    for id in ["sec_1__para_1", "sec_1__para_2", "sec_2__para_1"] {
        assert_eq!(body.matches(&format!("<paragraph eId=\"{id}\"")).count(), 1, "{body}");
    }
}

#[test]
fn an_annex_is_an_attachment_and_refers_to_what_the_document_says_of_itself() {
    let file = expect_round(
        "92/14. Lamps\n\nThe General Assembly,\n\n1. Adopts the guidelines annexed to the present resolution.\n\n39th plenary \
         meeting\n3 December 2037\n\nAnnex\n\nGuidelines\n\n1. Lamps are used where they are needed.\n\nHarbour\tLamps\nNorth\t12\n",
    );
    let attachment: String = between(&file, "<attachments>", "</attachments>").concat();
    assert!(attachment.contains("<doc name=\"annex\"><meta><identification source=\"#rapporteur\">"), "{attachment}");
    assert!(attachment.contains("/!annex_1\"/>") && !attachment.contains("<references"), "{attachment}");
    assert!(attachment.contains("eId=\"att_1__sec_1__para_1\""), "{attachment}");
    assert!(attachment.contains("<tr><td><p>North</p></td><td><p>12</p></td></tr></table>"), "{attachment}");
    assert!(file.find("</conclusions>") < file.find("<attachments>"));
}

#[test]
fn resolutions_a_and_b_are_components_of_a_collection() {
    let file = expect_round(
        "United Nations\nA/RES/92/14 A-B\nResolutions adopted by the General Assembly on 3 December 2037\n\n92/14. Lamps\n\nA\n\n\
         The General Assembly,\n\nNoting the night,¹\n\n1. Decides to rest.\n\nB\n\nThe General Assembly,\n\nNoting the day,²\n\n\
         1. Decides to wait.\n\n_______________\n¹ A/92/1.\n² A/92/2.\n",
    );
    let collection: String = between(&file, "<collectionBody>", "</collectionBody>").concat();
    assert!(collection.contains("<documentRef eId=\"compRef_1\" href=\"#comp_1\" showAs=\"A\"/>"), "{collection}");
    let components: String = between(&file, "<components>", "</components>").concat();
    assert_eq!(components.matches("<statement name=\"resolution\"><meta>").count(), 2, "{components}");
    assert!(components.contains("<preface><p><docNumber>B</docNumber></p></preface>"), "{components}");
    assert!(
        components.contains("eId=\"comp_1__para_1\"") && components.contains("eId=\"comp_2__para_1\""),
        "{components}"
    );
    assert_eq!(file.matches("<references").count(), 1);
}

#[test]
fn opening_words_and_links_are_those_of_the_language() {
    let chinese = expect_round("92/14. 灯\n\n大会，\n\n又回顾其2036年11月21日第91/15号决议，\n\n1. 决定休息。\n");
    assert!(chinese.contains("<p><span class=\"bold\">大会</span>，</p>"), "{chinese}");
    assert!(chinese.contains("<container name=\"又回顾\" eId=\"container_1\">"), "{chinese}");
    assert!(chinese.contains("<a href=\"https://undocs.org/zh/A/RES/91/15\">91/15</a>"), "{chinese}");
    assert!(
        chinese.contains("<span class=\"bold\">决定</span>休息。") && chinese.contains("language=\"zho\""),
        "{chinese}"
    );
    let french = expect_round(
        "92/14. Lampes\n\nL’Assemblée générale,\n\nRappelant sa résolution 91/15 du 21 novembre 2036,\n\n1. Décide de se reposer.\n",
    );
    assert!(french.contains("<container name=\"Rappelant\"") && french.contains("/fr/A/RES/91/15\">"), "{french}");
}

#[test]
fn nothing_is_left_out_that_has_no_place_of_its_own() {
    // Words behind a list, which then goes on; a note that nothing calls; a mark without a note; a preambular paragraph behind
    // operative ones.
    let file = expect_round(
        "92/14. Lamps\n\nThe General Assembly,\n\nNoting the night,¹\n\n1. Decides:\n\n(a) To rest;\n\n2. Decides to wait,⁴ and \
         <see>;\n\nNoting also the day,\n\n3. Decides to walk.\n\n_______________\n¹ A/92/1.\n² Called by nothing.\n",
    );
    assert!(file.contains("<note marker=\"2\" eId=\"note_2\">"), "{file}");
    assert!(file.contains("and &lt;see&gt;;"), "{file}");
    assert_eq!(file.matches("<preamble>").count(), 1);
}

#[test]
fn names_of_elements_are_used_once() {
    let text = "92/14. Lamps\n\nThe General Assembly,\n\n1. Decides to rest;\n\n1. Decides to wait;\n\n2. Decides to sing;\n\n2 bis. Decides to walk.\n";
    let file = written(text);
    let ids: Vec<&str> = file.split(" eId=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), ids.len(), "{ids:?}");
    assert!(ids.contains(&"para_1") && ids.contains(&"para_1_2") && ids.contains(&"para_2-2"), "{ids:?}");
}

proptest::proptest! {
    /// Whatever is written is read again, and holds all letters and figures.
    #[test]
    fn any_draft_is_written(lines in proptest::collection::vec("(The General Assembly,|Noting (the night|lamps)[¹²]?,|[1-3]\\. Decides to (rest|wait)[²³]?;|\\([a-c]\\) To go;|\\(i\\) Now;|I|II|A|B|Annex|Lamps\t12|92/14\\. Quiet skies|39th plenary meeting|__________|[¹²] See A/92/1\\.|[a-z<>&\"' ]{1,9})", 0..24)) {
        let text = lines.join("\n\n");
        proptest::prop_assume!(text.contains(char::is_alphabetic));
        let file = written(&text);
        let read = read_back(&file);
        let letters = |text: &str| {
            let mut all: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
            all.sort_unstable();
            all.into_iter().collect::<String>()
        };
        proptest::prop_assert_eq!(letters(&read.text), letters(&text), "{}", file);
    }
}
