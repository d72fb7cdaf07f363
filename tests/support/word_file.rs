//! Word files made by hand: a package of parts, each given by what stands in its root.

#![allow(dead_code)]

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A Word file in the making.
#[derive(Debug, Clone, Default)]
pub struct WordFile {
    pub body: String,
    pub styles: String,
    pub numbering: String,
    pub footnotes: String,
    pub endnotes: String,
    pub settings: String,
}

/// The addresses that the parts' prefixes stand for.
const ADDRESSES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
    xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' \
    xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
    xmlns:v='urn:schemas-microsoft-com:vml' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

impl WordFile {
    /// The file's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let parts = [
            ("styles", "styles", &self.styles),
            ("numbering", "numbering", &self.numbering),
            ("footnotes", "footnotes", &self.footnotes),
            ("endnotes", "endnotes", &self.endnotes),
            ("settings", "settings", &self.settings),
        ];
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, content: String| {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer
                .write_all(format!("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>{content}").as_bytes())
                .unwrap();
        };
        let package = "http://schemas.openxmlformats.org/package/2006";
        let mut types = String::new();
        let mut relationships = String::new();
        for (name, kind, content) in parts {
            // A document without notes has no part for them.
            if name.ends_with("notes") && content.is_empty() {
                continue;
            }
            let part = format!("<w:{name} {ADDRESSES}>{content}</w:{name}>");
            put(&format!("word/{name}.xml"), part);
            types += &format!("<Override PartName='/word/{name}.xml' ContentType='{MAIN}.{kind}+xml'/>");
            relationships += &format!("<Relationship Id='{name}' Type='{RELATIONS}/{kind}' Target='{name}.xml'/>");
        }
        put("word/document.xml", format!("<w:document {ADDRESSES}><w:body>{}</w:body></w:document>", self.body));
        put(
            "[Content_Types].xml",
            format!(
                "<Types xmlns='{package}/content-types'><Default Extension='rels' ContentType='application/vnd.\
                 openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/>\
                 <Override PartName='/word/document.xml' ContentType='{MAIN}.document.main+xml'/>{types}</Types>"
            ),
        );
        let relations =
            |inside: &str| format!("<Relationships xmlns='{package}/relationships'>{inside}</Relationships>");
        put(
            "_rels/.rels",
            relations(&format!("<Relationship Id='a' Type='{RELATIONS}/officeDocument' Target='word/document.xml'/>")),
        );
        put("word/_rels/document.xml.rels", relations(&relationships));
        writer.finish().unwrap().into_inner()
    }
}

/// Words as XML writes them.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A run of words.
pub fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{}</w:t></w:r>", escaped(words))
}

/// A paragraph of these runs, outside of any list.
pub fn paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A paragraph of a list.
pub fn item(list: usize, level: usize, runs: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>{runs}</w:p>")
}

/// A level of a list's definition.
pub fn level(at: usize, start: u32, format: &str, text: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
    )
}

/// A footnote of the document, with its number.
pub fn footnote(id: usize, words: &str) -> String {
    format!("<w:footnote w:id='{id}'><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>", run(&format!(" {words}")))
}

/// What calls a footnote.
pub fn call(id: usize) -> String {
    format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>")
}

/// A draft of a resolution: a masthead in a table, two numbered paragraphs with a list, two notes, and a slip in the last
/// paragraph, which has no full stop.
pub fn draft() -> WordFile {
    let masthead = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>United Nations</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>\
        <w:t>A/C.2/93/L.27</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let body = [
        masthead.to_owned(),
        paragraph(&run("Quiet harbours")),
        paragraph(&run("The General Assembly,")),
        paragraph(&format!("{}{}{}", run("Recalling its resolution 92/14 of 3 December 2037,"), call(2), run(""))),
        item(1, 0, &format!("{}{}", run("Decides to light the lamps;"), call(3))),
        item(1, 0, &run("Requests the keepers:")),
        item(1, 1, &run("To watch;")),
        item(1, 1, &run("To rest")),
    ];
    WordFile {
        body: body.concat(),
        numbering: format!(
            "<w:abstractNum w:abstractNumId='0'>{}{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
            level(0, 1, "decimal", "%1."),
            level(1, 1, "lowerLetter", "(%2)"),
        ),
        footnotes: format!("{}{}", footnote(2, "See A/92/406."), footnote(3, "Resolution 92/15.")),
        ..WordFile::default()
    }
}
