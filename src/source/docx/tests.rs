//! Documents made by hand, and what is read of them.

use std::io::Write;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::package::{BOUNDS, PackageBounds};
use super::{TrackedChanges, WordProblem, read, read_within};
use crate::source::hints::UnreadContent;
use crate::source::{DocumentPart, DocumentPlace, Hints, SourceMap};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// A package in the making: its parts without their roots' frames.
#[derive(Default, Clone)]
struct Document<'a> {
    body: &'a str,
    styles: &'a str,
    numbering: &'a str,
    footnotes: &'a str,
    endnotes: &'a str,
    settings: &'a str,
    header: &'a str,
    /// What links lead to, by their names.
    links: &'a [(&'a str, &'a str)],
    strict: bool,
}

fn zipped(parts: &[(&str, String)], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const ROOT_RELATIONSHIPS: &str = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
    <Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
    Target='word/document.xml'/></Relationships>";

impl Document<'_> {
    fn parts(&self) -> Vec<(&'static str, String)> {
        let w = if self.strict { STRICT } else { W };
        let frame = |name: &str, content: &str| {
            format!(
                "<?xml version='1.0' encoding='UTF-8'?><w:{name} xmlns:w='{w}' xmlns:r='http://schemas.openxmlformats.org/\
                 officeDocument/2006/relationships' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
                 xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' xmlns:wps='http://schemas.microsoft.\
                 com/office/word/2010/wordprocessingShape' xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/\
                 wordprocessingDrawing' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:v='urn:\
                 schemas-microsoft-com:vml' xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture' \
                 xmlns:o='urn:schemas-microsoft-com:office:office' xmlns:x='http://example.org/x'>{content}</w:{name}>"
            )
        };
        let kinds = ["styles", "numbering", "footnotes", "endnotes", "settings", "header"];
        let relationships: String = kinds
            .iter()
            .map(|kind| {
                format!(
                    "<Relationship Id='{kind}' Type='http://example.org/relationships/{kind}' Target='{kind}.xml'/>"
                )
            })
            .collect();
        let links: String = self
            .links
            .iter()
            .map(|(id, address)| {
                format!(
                    "<Relationship Id='{id}' Type='http://example.org/relationships/hyperlink' Target='{address}' \
                     TargetMode='External'/>"
                )
            })
            .collect();
        let relationships = format!(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{relationships}{links}\
             </Relationships>"
        );
        vec![
            ("_rels/.rels", ROOT_RELATIONSHIPS.to_owned()),
            ("word/_rels/document.xml.rels", relationships),
            ("word/document.xml", frame("document", &format!("<w:body>{}</w:body>", self.body))),
            ("word/styles.xml", frame("styles", self.styles)),
            ("word/numbering.xml", frame("numbering", self.numbering)),
            ("word/footnotes.xml", frame("footnotes", self.footnotes)),
            ("word/endnotes.xml", frame("endnotes", self.endnotes)),
            ("word/settings.xml", frame("settings", self.settings)),
            ("word/header.xml", frame("hdr", self.header)),
        ]
    }

    fn bytes(&self) -> Vec<u8> {
        zipped(&self.parts(), CompressionMethod::Deflated)
    }

    fn read(&self, changes: TrackedChanges) -> (String, SourceMap, Hints) {
        read(self.bytes(), changes).unwrap()
    }

    fn text(&self) -> String {
        self.read(TrackedChanges::Accepted).0
    }
}

fn body(body: &str) -> Document<'_> {
    Document { body, ..Document::default() }
}

/// A paragraph that says something.
fn p(words: &str) -> String {
    format!("<w:p>{}</w:p>", r(words))
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>")
}

/// A paragraph of a list.
fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>{}</w:p>",
        r(words)
    )
}

fn level(index: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
    )
}

/// The usual list of a resolution, as definition 0 and list 1; list 2 starts anew.
fn lists() -> String {
    format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>\
         </w:lvlOverride></w:num><w:num w:numId='3'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "decimal", "%1.", ""),
        level(1, "lowerLetter", "(%2)", ""),
        level(2, "lowerRoman", "(%3)", ""),
    )
}

#[test]
fn numbers_are_counted_as_word_counts_them() {
    let body = [
        item(1, 0, "Decides"),
        item(1, 1, "To light"),
        item(1, 2, "Lamps"),
        item(1, 2, "Lanterns"),
        item(1, 1, "To rest"),
        item(1, 0, "Requests"),
        item(1, 1, "Keepers"),
        // The same definition goes on.
        item(3, 0, "Invites"),
        // This list starts anew, once.
        item(2, 0, "Light"),
        item(2, 0, "Shade"),
        item(0, 0, "Follow-up"),
        item(9, 0, "No such list"),
    ]
    .concat();
    let numbering = lists();
    let document = Document { body: &body, numbering: &numbering, ..Document::default() };
    let lines: Vec<String> = document.text().lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    assert_eq!(
        lines,
        [
            "1. Decides",
            "(a) To light",
            "(i) Lamps",
            "(ii) Lanterns",
            "(b) To rest",
            "2. Requests",
            "(a) Keepers",
            "3. Invites",
            "1. Light",
            "2. Shade",
            "Follow-up",
            "No such list"
        ]
    );
}

#[test]
fn levels_restart_and_are_shown_as_they_say() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='4'>{}{}{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num>",
        level(0, "upperRoman", "%1", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        // Counts on whatever stands above.
        level(2, "decimalZero", "[%3]", "<w:lvlRestart w:val='0'/>"),
        // Starts anew behind a paragraph of the first level alone.
        level(3, "upperLetter", "%4)", "<w:lvlRestart w:val='1'/>"),
    );
    let steps = [
        (0, "I"),
        (1, "1.1"),
        (2, "[01]"),
        (3, "A)"),
        (1, "1.2"),
        (2, "[02]"),
        (3, "B)"),
        (0, "II"),
        (3, "A)"),
        (1, "2.1"),
        (2, "[03]"),
    ];
    let body: String = steps.iter().map(|(level, label)| item(1, *level, &format!("= {label}"))).collect();
    let text = Document { body: &body, numbering: &numbering, ..Document::default() }.text();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (shown, expected) = line.split_once(" = ").unwrap();
        assert_eq!(shown, expected, "{text}");
    }
}

#[test]
fn numbers_come_through_styles() {
    let styles = "
        <w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
        <w:style w:type='paragraph' w:styleId='Single'><w:basedOn w:val='Base'/></w:style>
        <w:style w:type='paragraph' w:styleId='Sub'><w:basedOn w:val='Base'/></w:style>
        <w:style w:type='paragraph' w:styleId='Plain'><w:basedOn w:val='Base'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr></w:style>
        <w:style w:type='numbering' w:styleId='OurList'><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style>";
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'><w:numStyleLink w:val='OurList'/></w:abstractNum><w:abstractNum w:abstractNumId='1'>\
         {}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='7'><w:abstractNumId \
         w:val='1'/></w:num>",
        level(0, "decimal", "%1.", ""),
        level(1, "lowerLetter", "(%2)", "<w:pStyle w:val='Sub'/>"),
    );
    let of = |style: &str| format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{}</w:p>", r(style));
    let body = [of("Single"), of("Sub"), of("Sub"), of("Plain"), of("Base")].concat();
    let text = Document { body: &body, styles, numbering: &numbering, ..Document::default() }.text();
    assert_eq!(text, "1. Single\n\n(a) Sub\n\n(b) Sub\n\nPlain\n\n2. Base\n");
}

#[test]
fn bullets_and_strange_formats_are_told_apart() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "bullet", "\u{f0b7}", ""),
        level(1, "bullet", "–", ""),
        level(2, "thaiLetters", "%3)", ""),
    );
    let body = [item(1, 0, "Lamps"), item(1, 1, "Quays"), item(1, 2, "Piers")].concat();
    let document = Document { body: &body, numbering: &numbering, ..Document::default() };
    let (text, _, hints) = document.read(TrackedChanges::Accepted);
    assert_eq!(text, "• Lamps\n\n– Quays\n\n1) Piers\n");
    assert_eq!(hints.unread[0].content, UnreadContent::NumberFormat("thaiLetters".to_owned()));
}

#[test]
fn numbers_that_were_typed_between_tabs_are_labels() {
    let line = |words: &str| {
        format!(
            "<w:p><w:r>{}</w:r></w:p>",
            words.split('|').map(|w| format!("<w:t>{w}</w:t>")).collect::<Vec<_>>().join("<w:tab/>")
        )
    };
    let body_ = [line("|1.|Decides"), line("|(a)|To rest"), line("3 -|Requests"), line("Total|400|20")].concat();
    assert_eq!(body(&body_).text(), "1. Decides\n\n(a) To rest\n\n3 - Requests\n\nTotal\t400\t20\n");
}

/// A document in each state of its changes.
fn states(document: &Document<'_>) -> [String; 3] {
    [TrackedChanges::Original, TrackedChanges::Accepted, TrackedChanges::All].map(|state| document.read(state).0)
}

fn ins(inside: &str) -> String {
    format!("<w:ins w:id='1' w:author='A'>{inside}</w:ins>")
}

fn del(words: &str) -> String {
    format!("<w:del w:id='2' w:author='A'><w:r><w:delText xml:space='preserve'>{words}</w:delText></w:r></w:del>")
}

#[test]
fn words_are_those_of_one_state_of_the_changes() {
    let body_ = format!("<w:p>{}{}{}{}</w:p>", r("On "), del("15"), ins(&r("12")), r(" December"));
    assert_eq!(states(&body(&body_)), ["On 15 December\n", "On 12 December\n", "On 1512 December\n"]);
    // What was put in by one and taken out by another was never there for both.
    let body_ = format!("<w:p>{}{}{}</w:p>", r("The"), ins(&del(" old")), r(" lamp"));
    assert_eq!(states(&body(&body_)), ["The lamp\n", "The lamp\n", "The old lamp\n"]);
    let moved = format!(
        "<w:p><w:moveFrom w:id='1'>{}</w:moveFrom>{}<w:moveTo w:id='2'>{}</w:moveTo></w:p>",
        r("First. "),
        r("Second."),
        r(" First.")
    );
    assert_eq!(states(&body(&moved))[..2], ["First. Second.\n", "Second. First.\n"]);
}

/// A paragraph of list 1 whose mark was put in or taken out.
fn tracked_item(change: &str, inside: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:{change} w:id='3' w:author='A'/>\
         </w:rPr></w:pPr>{inside}</w:p>"
    )
}

#[test]
fn a_paragraph_that_is_not_there_has_no_number() {
    let body = [
        item(1, 0, "Decides;"),
        tracked_item("del", &del("Deplores;")),
        tracked_item("ins", &ins(&r("Invites;"))),
        item(1, 0, "Requests;"),
    ]
    .concat();
    let numbering = lists();
    let document = Document { body: &body, numbering: &numbering, ..Document::default() };
    let [original, accepted, all] = states(&document);
    assert_eq!(original, "1. Decides;\n\n2. Deplores;\n\n3. Requests;\n");
    assert_eq!(accepted, "1. Decides;\n\n2. Invites;\n\n3. Requests;\n");
    assert_eq!(all, "1. Decides;\n\n2. Deplores;\n\n3. Invites;\n\n4. Requests;\n");
}

#[test]
fn a_mark_that_is_gone_joins_two_paragraphs() {
    let body =
        [tracked_item("del", &r("Decides to rest ")), item(1, 0, "and to wait;"), tracked_item("del", &r("The end"))]
            .concat();
    let numbering = lists();
    let document = Document { body: &body, numbering: &numbering, ..Document::default() };
    let [original, accepted, _] = states(&document);
    assert_eq!(original, "1. Decides to rest\n\n2. and to wait;\n\n3. The end\n");
    assert_eq!(accepted, "1. Decides to rest and to wait;\n\n2. The end\n", "the last mark has nothing to join");
    let (_, map, _) = document.read(TrackedChanges::Accepted);
    let place = |words: &str| map.document_place(&accepted, accepted.find(words).unwrap()).unwrap();
    assert_eq!((place("rest").paragraph, place("rest").word), (Some(1), Some(3)));
    assert_eq!((place("wait").paragraph, place("wait").word), (Some(2), Some(3)));
}

#[test]
fn changes_of_numbers_rows_and_raised_figures_are_followed() {
    let numbering = lists();
    let body = format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:pPrChange w:id='1'><w:pPr/></w:pPrChange>\
         </w:pPr>{}</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/><w:ins w:id='2'/></w:numPr></w:pPr>{}\
         </w:p>{}<w:tbl><w:tr><w:trPr><w:del w:id='3'/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:trPr><w:ins w:id='4'/>\
         </w:trPr><w:tc>{}</w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:rPrChange w:id='5'><w:rPr><w:vertAlign \
         w:val='superscript'/></w:rPr></w:rPrChange></w:rPr><w:t>2</w:t></w:r></w:p>",
        r("Was plain"),
        r("Was plain, too"),
        item(1, 0, "Was numbered"),
        p("Old row"),
        p("New row"),
    );
    let document = Document { body: &body, numbering: &numbering, ..Document::default() };
    let [original, accepted, _] = states(&document);
    assert_eq!(original, "Was plain\n\nWas plain, too\n\n1. Was numbered\n\nOld row\n\n²\n");
    assert_eq!(accepted, "1. Was plain\n\n2. Was plain, too\n\n3. Was numbered\n\nNew row\n\n2\n");
}

fn footnote(id: u32, words: &str) -> String {
    format!("<w:footnote w:id='{id}'><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>", r(&format!(" {words}")))
}

fn call(id: u32) -> String {
    format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>")
}

#[test]
fn notes_have_their_numbers_and_stand_at_the_end() {
    let footnotes = [
        footnote(7, "See A."),
        footnote(2, "See B."),
        "<w:footnote w:id='3'><w:p><w:r><w:t>* Star.</w:t></w:r></w:p></w:footnote>".to_owned(),
    ]
    .concat();
    let body = format!(
        "<w:p>{}{}{}<w:r><w:footnoteReference w:customMarkFollows='1' w:id='3'/><w:t>*</w:t></w:r>{}{}</w:p>",
        r("Lamps,"),
        call(2),
        r(" quays"),
        r(" and piers"),
        call(7),
    );
    let document = Document { body: &body, footnotes: &footnotes, ..Document::default() };
    let (text, map, hints) = document.read(TrackedChanges::Accepted);
    assert_eq!(text, "Lamps,¹ quays* and piers²\n\n__________________\n\n¹ See B.\n* Star.\n² See A.\n");
    let noted: Vec<&str> = hints.notes.iter().flatten().map(|note| &text[note.clone()]).collect();
    assert_eq!(noted, ["¹ See B.", "* Star.", "² See A."]);
    let marked: Vec<&str> = hints.markers.iter().flatten().map(|marker| &text[marker.clone()]).collect();
    assert_eq!(marked, ["¹", "²"]);
    let place = map.document_place(&text, text.find("A.").unwrap()).unwrap();
    let note = DocumentPart::Note(Some("2".to_owned()));
    assert_eq!(place, DocumentPlace { part: note, paragraph: Some(1), word: Some(2) });
}

#[test]
fn notes_are_counted_as_settings_and_sections_say() {
    let footnotes = [footnote(1, "A."), footnote(2, "B."), footnote(3, "C.")].concat();
    let section =
        "<w:p><w:pPr><w:sectPr><w:footnotePr><w:numFmt w:val='lowerLetter'/></w:footnotePr></w:sectPr></w:pPr></w:p>";
    let body =
        format!("<w:p>{}{}</w:p>{section}<w:p>{}{}{}</w:p><w:sectPr/>", r("One"), call(1), r("Two"), call(2), call(3));
    let settings = "<w:footnotePr><w:numStart w:val='5'/><w:numRestart w:val='eachSect'/></w:footnotePr>";
    let document = Document { body: &body, footnotes: &footnotes, settings, ..Document::default() };
    assert_eq!(
        document.text(),
        "One[^e]\n\n__________________\n\n[^e]: A.\n\nTwo⁵⁶\n\n__________________\n\n⁵ B.\n⁶ C.\n"
    );
    let starred = Document {
        settings: "<w:footnotePr><w:numFmt w:val='chicago'/></w:footnotePr>",
        body: &format!("<w:p>{}{}</w:p>", r("One"), call(1)),
        ..document
    };
    assert_eq!(starred.text(), "One*\n\n__________________\n\n* A.\n");
    // Endnotes are small Roman numbers, and stand last.
    let endnotes = "<w:endnote w:id='1'><w:p><w:r><w:t>Last.</w:t></w:r></w:p></w:endnote>";
    let body = format!("<w:p>{}<w:r><w:endnoteReference w:id='1'/></w:r>{}</w:p>", r("One"), call(1));
    let document = Document { body: &body, footnotes: &footnotes, endnotes, ..Document::default() };
    assert_eq!(document.text(), "One[^i]¹\n\n__________________\n\n¹ A.\n[^i]: Last.\n");
}

#[test]
fn a_note_that_is_taken_out_is_not_counted_and_one_without_text_is_told_of() {
    let footnotes = [footnote(1, "A."), footnote(2, "B.")].concat();
    let gone = format!("<w:del w:id='1'>{}</w:del>", call(1));
    let body = format!("<w:p>{}{gone}{}{}{}</w:p>", r("One"), r(" two"), call(2), call(9));
    let document = Document { body: &body, footnotes: &footnotes, ..Document::default() };
    let (text, _, hints) = document.read(TrackedChanges::Accepted);
    assert_eq!(text, "One two¹²\n\n__________________\n\n¹ B.\n² \u{fffc}\n");
    assert_eq!(hints.unread.iter().map(|one| &one.content).collect::<Vec<_>>(), [&UnreadContent::Note]);
}

#[test]
fn a_note_that_a_note_calls_is_read() {
    let called = format!("<w:footnote w:id='1'><w:p>{}{}</w:p></w:footnote>", r("See A."), call(2));
    let footnotes = [called, footnote(2, "See B.")].concat();
    let body = format!("<w:p>{}{}</w:p>", r("Lamps"), call(1));
    let document = Document { body: &body, footnotes: &footnotes, ..Document::default() };
    assert_eq!(document.text(), "Lamps¹\n\n__________________\n\n¹ See A.²\n² See B.\n");
    // One that calls itself is read once.
    let itself = format!("<w:footnote w:id='1'><w:p>{}{}</w:p></w:footnote>", r("See A."), call(1));
    let document = Document { body: &body, footnotes: &itself, ..Document::default() };
    assert_eq!(document.text(), "Lamps¹\n\n__________________\n\n¹ See A.²\n² \u{fffc}\n");
}

#[test]
fn words_outside_of_paragraphs_and_cells_are_read() {
    let stray = format!("{}<w:hyperlink>{}</w:hyperlink>", r("Lamps"), r("Quays"));
    let row = format!("<w:tr><w:p>{}</w:p><w:tc><w:p>{}</w:p></w:tc></w:tr>", r("Boats"), r("Piers"));
    let table = format!("<w:tbl>{row}<w:p>{}</w:p></w:tbl>", r("Tides"));
    let body = format!("{stray}<w:p>{}</w:p>{table}", r("Shores"));
    assert_eq!(
        Document { body: &body, ..Document::default() }.text(),
        "Lamps\n\nQuays\n\nShores\n\nBoats\n\nPiers\n\nTides\n"
    );
}

/// A field with an instruction and a result.
fn field(instruction: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText xml:space='preserve'>{instruction}</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType='separate'/></w:r>{result}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
}

#[test]
fn fields_show_their_results() {
    let nested = format!(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF </w:instrText></w:r>{}<w:r><w:instrText>= 1</w:instrText>\
         </w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        field("REF a", &r("hidden")),
        r("shown"),
    );
    let body_ = format!(
        "<w:p>{}{}{}{nested}<w:fldSimple w:instr='DOCPROPERTY Symbol'>{}</w:fldSimple></w:p>",
        r("See paragraph "),
        field("REF _Ref1 \\r", &r("4")),
        r(", "),
        r(" A/93/L.5"),
    );
    assert_eq!(body(&body_).text(), "See paragraph 4, shown A/93/L.5\n");
    // One that never ends hides nothing; one without a result is told of, if it may show something.
    let body_ = format!(
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>{}</w:p><w:p>{}<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>\
         <w:instrText>AUTONUM</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
        r("Kept"),
        r("And: "),
    );
    let (text, _, hints) = body(&body_).read(TrackedChanges::Accepted);
    assert_eq!(text, "Kept\n\nAnd: \u{fffc}\n");
    assert_eq!(hints.unread[0].content, UnreadContent::Field("AUTONUM".to_owned()));
}

#[test]
fn frames_around_words_are_seen_through() {
    let link = ["hyp", "erlink"].concat();
    let body_ = format!(
        "<w:sdt><w:sdtPr><w:alias w:val='Title'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt><w:p><w:{link} r:id='x'>{}</w:{link}><w:smartTag w:element='date'>{}</w:smartTag><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt><w:bdo \
         w:val='rtl'>{}</w:bdo><x:new>{}</x:new></w:p>",
        p("Protection of the night sky"),
        r("Resolution 92/14"),
        r(" of 3 December"),
        r(" 2037"),
        r(" and"),
        r(" more"),
    );
    assert_eq!(body(&body_).text(), "Protection of the night sky\n\nResolution 92/14 of 3 December 2037 and more\n");
}

#[test]
fn signs_in_a_run_are_characters() {
    let body_ = "<w:p><w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>term co</w:t><w:softHyphen/><w:t>operation</w:t><w:br/><w:t>and</w:t>\
        <w:sym w:font='Symbol' w:char='F0B3'/><w:t>5 m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>\
        <w:t>2</w:t></w:r><w:r><w:br w:type='page'/><w:t>Annex</w:t></w:r></w:p>";
    assert_eq!(body(body_).text(), "long\u{2011}term cooperation\nand≥5 m²\n\nAnnex\n");
}

#[test]
fn a_text_box_stands_once_behind_its_paragraph() {
    let inside = format!("<w:txbxContent>{}</w:txbxContent>", p("In the box"));
    let body_ = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData \
         uri='wps'><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>\
         </mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r>{}</w:p>",
        r("Before"),
        r(" and after"),
    );
    let (text, map, hints) = body(&body_).read(TrackedChanges::Accepted);
    assert_eq!((text.as_str(), hints.unread.len()), ("Before and after\n\nIn the box\n", 0));
    assert_eq!(map.document_place(&text, text.find("box").unwrap()).unwrap().paragraph, Some(1));
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|words| format!("<w:tc>{}</w:tc>", p(words))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

#[test]
fn a_masthead_is_lines_and_a_table_is_rows() {
    let numbering = lists();
    let body = format!(
        "<w:tbl>{}{}</w:tbl>{}<w:tbl>{}{}</w:tbl>",
        row(&["United Nations", "A/C.2/93/L.27"]),
        row(&["General Assembly", "Distr.: Limited"]),
        item(1, 0, "Decides:"),
        row(&["Estoria", "400"]),
        row(&["Vallmark", "20"]),
    );
    let document = Document { body: &body, numbering: &numbering, ..Document::default() };
    assert_eq!(
        document.text(),
        "United Nations\n\nA/C.2/93/L.27\n\nGeneral Assembly\n\nDistr.: Limited\n\n1. Decides:\n\nEstoria\t400\n\nVallmark\t20\n"
    );
}

#[test]
fn a_table_behind_the_organ_line_is_no_masthead() {
    let body_ = format!(
        "{}<w:tbl>{}{}</w:tbl>",
        p("The General Assembly,"),
        row(&["1.", "Decides;"]),
        row(&["(a)", "To rest."])
    );
    assert_eq!(body(&body_).text(), "The General Assembly,\n\n1.\tDecides;\n\n(a)\tTo rest.\n");
}

#[test]
fn a_header_says_what_the_text_does_not() {
    let header = format!("<w:p>{}<w:r><w:tab/></w:r>{}</w:p>", r("A/93/L.5"), r("Page 2"));
    let body = format!("{}<w:sectPr><w:headerReference w:type='default' r:id='header'/></w:sectPr>", p("Night sky"));
    let document = Document { body: &body, header: &header, ..Document::default() };
    assert_eq!(document.text(), "A/93/L.5\n\nNight sky\n");
    let (text, map, _) = document.read(TrackedChanges::Accepted);
    assert_eq!(map.document_place(&text, 2).unwrap().part, DocumentPart::Header);
    let body = format!("{}{body}", p("A/93/L.5"));
    assert_eq!(Document { body: &body, header: &header, ..Document::default() }.text(), "A/93/L.5\n\nNight sky\n");
}

#[test]
fn what_cannot_be_read_is_told_at_its_place() {
    let picture = |width: u32| {
        format!(
            "<w:r><w:drawing><wp:inline><wp:extent cx='{width}' cy='{width}'/><a:graphic><a:graphicData uri='picture'><pic:pic/>\
             </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    };
    let body_ = format!(
        "<w:p>{}{}</w:p><w:p>{}<m:oMath><m:f/></m:oMath><m:oMath><m:r><m:t>x = 5</m:t></m:r></m:oMath></w:p><w:p>{}<w:r><w:rPr>\
         <w:vanish/></w:rPr><w:t>not this</w:t></w:r></w:p><w:altChunk r:id='x'/><w:p><w:r><w:object><o:OLEObject \
         ProgID='Excel.Sheet.12'/></w:object></w:r><x:odd>words</x:odd><w:r><w:sym w:font='Runes' w:char='F041'/></w:r></w:p>",
        r("Emblem"),
        picture(600_000),
        r("Sum: "),
        r("Shown"),
    );
    let (text, _, hints) = body(&body_).read(TrackedChanges::Accepted);
    let told: Vec<(&str, &UnreadContent)> =
        hints.unread.iter().map(|one| (&text[one.range.clone()], &one.content)).collect();
    assert_eq!(text, "Emblem\n\nSum: \u{fffc}x = 5\n\nShown\n\n\u{fffc}\n\n\u{fffc}\u{fffc}A\n");
    let unknown = UnreadContent::Unknown("odd".to_owned());
    let hidden = UnreadContent::Hidden("not this".to_owned());
    assert_eq!(
        told,
        [
            ("\u{fffc}", &UnreadContent::Equation),
            ("Shown", &hidden),
            ("\u{fffc}", &UnreadContent::OtherDocument),
            ("\u{fffc}", &UnreadContent::EmbeddedObject),
            ("\u{fffc}", &unknown),
        ]
    );
    let (_, _, hints) = body(&format!("<w:p>{}</w:p>", picture(3_600_000))).read(TrackedChanges::Accepted);
    assert_eq!(hints.unread[0].content, UnreadContent::Picture);
}

#[test]
fn strict_files_are_read_as_all_others() {
    let numbering = lists();
    let body = item(1, 0, "Decides to rest.");
    let document = Document { body: &body, numbering: &numbering, strict: true, ..Document::default() };
    assert_eq!(document.text(), "1. Decides to rest.\n");
}

#[test]
fn what_goes_beyond_any_draft_is_refused() {
    let words = p("Decides to rest.");
    let document = body(&words);
    let within = |bounds: PackageBounds| read_within(document.bytes(), TrackedChanges::Accepted, bounds).err();
    assert_eq!(within(BOUNDS), None);
    assert_eq!(within(PackageBounds { parts: 3, ..BOUNDS }), Some(WordProblem::TooManyParts));
    assert_eq!(within(PackageBounds { part: 300, ..BOUNDS }), Some(WordProblem::TooLong));
    assert_eq!(within(PackageBounds { together: 2_000, ..BOUNDS }), Some(WordProblem::TooLong));
    assert_eq!(within(PackageBounds { ratio: 1, always: 10, ..BOUNDS }), Some(WordProblem::Ratio));
    let problem = |document: &Document<'_>| read(document.bytes(), TrackedChanges::Accepted).err();
    let nested = format!("{}{}{}", "<w:ins>".repeat(300), words, "</w:ins>".repeat(300));
    assert_eq!(problem(&body(&nested)), Some(WordProblem::TooDeep));
    assert_eq!(problem(&body("<w:p>&lamps;</w:p>")), Some(WordProblem::Entities));
    assert_eq!(problem(&body("<w:p>")), Some(WordProblem::Damaged));
    assert_eq!(problem(&body("<w:p/>")), Some(WordProblem::Empty));
    let other = zipped(&[("mimetype", "text".to_owned())], CompressionMethod::Stored);
    assert_eq!(read(other, TrackedChanges::Accepted).err(), Some(WordProblem::OtherZip));
    let mut parts = document.parts();
    parts.retain(|(name, _)| *name != "word/document.xml");
    assert_eq!(
        read(zipped(&parts, CompressionMethod::Stored), TrackedChanges::Accepted).err(),
        Some(WordProblem::Damaged)
    );
    let cut = document.bytes();
    assert_eq!(read(cut[..cut.len() / 2].to_vec(), TrackedChanges::Accepted).err(), Some(WordProblem::Damaged));
}

#[test]
fn marks_that_were_raised_are_raised() {
    let raised =
        |how: &str, words: &str| format!("<w:r><w:rPr>{how}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>");
    let superscript = "<w:vertAlign w:val='superscript'/>";
    let body_ = format!(
        "<w:p>{}{}{}{}{}{}</w:p>",
        r("Lamps,"),
        raised(superscript, "1, 12"),
        r(" quays"),
        raised("<w:position w:val='6'/>", "3"),
        r(" on the 1"),
        raised(superscript, "st"),
    );
    assert_eq!(body(&body_).text(), "Lamps,¹, ¹² quays³ on the 1st\n");
}

#[test]
fn a_note_that_is_called_twice_is_read_once() {
    let footnotes = footnote(1, &"Long. ".repeat(50));
    let body = format!("<w:p>{}{}</w:p>", r("Lamps"), call(1).repeat(100));
    let (text, _, hints) =
        Document { body: &body, footnotes: &footnotes, ..Document::default() }.read(TrackedChanges::Accepted);
    assert_eq!((text.matches("Long. Long.").count(), hints.unread.len()), (25, 99));
}

#[test]
fn deep_nesting_is_read_on_a_small_stack() {
    let frames = [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:ins>", "</w:ins>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ];
    for (open, close) in frames {
        let depth = 240 / open.matches('<').count();
        let words = p("Deep");
        let body_ = format!("{}{words}{}", open.repeat(depth), close.repeat(depth));
        let bytes = body(&body_).bytes();
        let read = std::thread::Builder::new().stack_size(1 << 20).spawn(move || read(bytes, TrackedChanges::Accepted));
        assert_eq!(read.unwrap().join().unwrap().unwrap().0, "Deep\n", "{open}");
    }
}

#[test]
fn lines_of_a_page_are_no_paragraphs() {
    let lines = "Recalling its resolution 92/14 of 3 December 2037 on the\nlamps of the harbours and the keepers of all of these\nlamps, and the long nights that they have watched over\n\
        the quays, the piers and the ships that lie beside them\nin the rain, the fog and the snow of the northern winters\nand the summers in which no lamp is lit for many weeks\n\
        since the sun shines all night upon the harbours and\nthe sea,";
    let broken: String = lines.lines().map(p).collect();
    assert!(!body(&broken).read(TrackedChanges::Accepted).2.paragraph_a_line);
    let whole = [p(&lines.replace('\n', " ")), p("Noting the keepers,"), p("Annex")].concat();
    assert!(body(&whole).read(TrackedChanges::Accepted).2.paragraph_a_line);
}

#[test]
fn words_for_numbers_are_those_of_the_language() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        level(0, "ordinalText", "%1:", "")
    );
    let body = item(1, 0, "Lamps");
    let document = Document { body: &body, numbering: &numbering, ..Document::default() };
    assert_eq!(document.text(), "First: Lamps\n");
    let settings = "<w:themeFontLang w:val='fr-FR'/>";
    let (text, _, hints) = Document { settings, ..document }.read(TrackedChanges::Accepted);
    assert_eq!((text.as_str(), hints.unread.len()), ("1: Lamps\n", 1));
}

#[test]
fn a_link_to_a_file_is_told_once() {
    let link = |id: &str, words: &str| format!("<w:hyperlink r:id='{id}'>{}</w:hyperlink>", r(words));
    let body = [
        "<w:p><w:r><w:t xml:space='preserve'>See </w:t></w:r>".to_owned(),
        link("a", "the annex"),
        link("a", " again"),
        link("b", " or write"),
        link("c", " or look"),
        "</w:p><w:p>".to_owned(),
        field(" HYPERLINK \"\\\\keeper\\lamps\\list.docx\" ", &r("The list")),
        field(" HYPERLINK \\l \"C:/x\" ", &r(" above")),
        "</w:p>".to_owned(),
    ]
    .concat();
    let links = [
        ("a", "file:///C:/Keepers/Annex.docx"),
        ("b", "mailto:keeper@example.org"),
        ("c", "https://example.org/file:"),
    ];
    let (text, _, hints) =
        Document { body: &body, links: &links, ..Document::default() }.read(TrackedChanges::Accepted);
    assert_eq!(text.lines().next(), Some("See the annex again or write or look"));
    let told: Vec<_> =
        hints.unread.iter().map(|unread| (&text[unread.range.clone()], unread.content.clone())).collect();
    let to = |address: &str| UnreadContent::LinkToFile(address.to_owned());
    assert_eq!(told, [("the", to("file:///C:/Keepers/Annex.docx")), ("The", to("\\\\keeper\\lamps\\list.docx"))]);
}
