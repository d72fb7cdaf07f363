//! Whatever stands in a Word file, it is read or refused; and what is read of it has valid places.
//!
//! The bytes are either a package as they stand, or what stands in the body of a document whose other parts are sound.

use std::io::{Cursor, Write};

use rapporteur::draft::{Draft, ReadAs};
use rapporteur::rules::{self, Finding};
use rapporteur::source::{self, SourceText};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads what the bytes make.
pub fn check(bytes: &[u8]) {
    let packages = [bytes.to_vec(), package(&String::from_utf8_lossy(bytes))];
    for package in packages {
        // Bytes that are no package are somebody else's.
        if package.starts_with(b"PK\x03\x04")
            && let Ok(read) = source::of_bytes(package, Some("a.docx".as_ref()))
        {
            holds(&read);
        }
    }
}

/// What holds of whatever is read.
fn holds(read: &SourceText) {
    let SourceText { text, map, hints, .. } = read;
    let notes = hints.notes.iter().chain(&hints.markers).flatten();
    let unread = hints.unread.iter().map(|unread| &unread.range);
    for range in hints.labels.iter().chain(&hints.headings).chain(notes).chain(unread) {
        assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
    }
    for (at, _) in text.char_indices().step_by(7) {
        assert!(map.document_place(text, at).is_some(), "{at} in {text:?}");
        assert!(!map.is_editable(&(at..at)));
    }
    let draft = Draft::read_with(text, ReadAs::default(), hints);
    let found: Vec<Finding> = rules::check(text, &draft, &|_| true);
    assert!(found.iter().all(|finding| text.get(finding.range.clone()).is_some()), "{text:?}");
}

/// A document with this body, and with lists, notes and styles that it may name.
fn package(body: &str) -> Vec<u8> {
    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
        xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
        xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
        xmlns:v='urn:schemas-microsoft-com:vml' \
        xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";
    let levels: String = [
        "decimal",
        "lowerLetter",
        "lowerRoman",
        "arabicAbjad",
        "chineseCounting",
        "ordinalText",
        "bullet",
    ]
    .iter()
    .enumerate()
    .map(|(at, format)| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='(%{})'/></w:lvl>",
            at + 1
        )
    })
    .collect();
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/>\
         </w:lvlOverride></w:num>"
    );
    let note = "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t> See A/93/5.</w:t></w:r></w:p></w:footnote>";
    let style =
        "<w:style w:type='paragraph' w:styleId='S'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationship Id='{kind}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='{target}'/>"
        )
    };
    let relations = |inside: &str| {
        format!(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{inside}</Relationships>"
        )
    };
    let kinds = ["numbering", "footnotes", "styles"];
    let parts = [
        ("_rels/.rels", relations(&relation("officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", relations(&kinds.map(|kind| relation(kind, &format!("{kind}.xml"))).concat())),
        ("word/document.xml", format!("<w:document {W}><w:body>{body}</w:body></w:document>")),
        ("word/numbering.xml", format!("<w:numbering {W}>{numbering}</w:numbering>")),
        ("word/footnotes.xml", format!("<w:footnotes {W}>{note}</w:footnotes>")),
        ("word/styles.xml", format!("<w:styles {W}>{style}</w:styles>")),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // Nothing is compressed, so that it costs no time.
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
