//! The parts of a document beside its text: styles, lists, settings, header and footer, and which part is what.

use super::super::manuscript::Manuscript;
use super::body::{label_indent, language_property};
use super::lists::{LabelPattern, ListPlan};
use super::xml::{DECLARATION, NAMESPACES, attribute, run};
use crate::language::{Language, Typography};

/// What relationships and types are named by.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The two notes that every document with notes has: the lines that part notes from the text.
pub const SEPARATORS: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr>\
     <w:r><w:separator/></w:r></w:p></w:footnote>\
     <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr>\
     <w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

/// What the parts of a document are made of.
pub struct Parts<'m> {
    language: &'static Language,
    /// The symbol, if the text says it, for the header of each page but the first.
    symbol: Option<String>,
    title: &'m str,
}

impl<'m> Parts<'m> {
    /// The parts of a manuscript's document.
    pub fn of(manuscript: &'m Manuscript<'_>) -> Parts<'m> {
        let draft = &manuscript.draft;
        let symbol = draft.symbol.as_ref().map(ToString::to_string);
        Parts {
            language: draft.language,
            symbol: symbol.filter(|symbol| manuscript.text.contains(symbol.as_str())),
            title: draft.title.as_ref().map(|title| title.text.as_str()).unwrap_or_default(),
        }
    }

    /// All parts, in the order in which they stand in the package.
    pub fn all(&self, body: &str, footnotes: &str, lists: &ListPlan) -> Vec<(&'static str, String)> {
        let part = |root: &str, content: &str| format!("{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>");
        vec![
            ("[Content_Types].xml", content_types()),
            ("_rels/.rels", package_relationships()),
            ("word/document.xml", part("document", &format!("<w:body>{body}{}</w:body>", self.section()))),
            ("word/_rels/document.xml.rels", document_relationships()),
            ("word/styles.xml", part("styles", &self.styles())),
            ("word/numbering.xml", part("numbering", &numbering(lists, self.language))),
            ("word/footnotes.xml", part("footnotes", &format!("{SEPARATORS}{footnotes}"))),
            ("word/settings.xml", part("settings", &self.settings())),
            ("word/fontTable.xml", part("fonts", &self.fonts())),
            ("word/header1.xml", part("hdr", &self.header())),
            ("word/header2.xml", part("hdr", "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr></w:p>")),
            ("word/footer1.xml", part("ftr", &footer())),
            ("docProps/core.xml", self.core()),
        ]
    }

    fn is_turned(&self) -> bool {
        self.language.marks.right_to_left
    }

    /// The one section of the document: a page of letter size, as the United Nations prints on.
    fn section(&self) -> String {
        let turned = if self.is_turned() { "<w:bidi/>" } else { "" };
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId6\"/><w:headerReference w:type=\"first\" r:id=\"rId7\"/>\
             <w:footerReference w:type=\"default\" r:id=\"rId8\"/><w:footnotePr><w:numFmt w:val=\"decimal\"/></w:footnotePr>\
             <w:pgSz w:w=\"12240\" w:h=\"15840\"/>\
             <w:pgMar w:top=\"1740\" w:right=\"1195\" w:bottom=\"1898\" w:left=\"1195\" w:header=\"576\" w:footer=\"1030\" w:gutter=\"0\"/>\
             <w:titlePg/>{turned}</w:sectPr>"
        )
    }

    fn styles(&self) -> String {
        let Typography { font, own_font, size, tag, .. } = self.language.printing;
        let own = own_font != font;
        let (east, complex) = match (own, self.is_turned()) {
            (true, false) => (*own_font, *font),
            (_, true) => (*font, *own_font),
            (false, false) => (*font, *font),
        };
        let languages = match (own, self.is_turned()) {
            (true, false) => format!("w:val=\"en-GB\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\""),
            (_, true) => format!("w:val=\"en-GB\" w:eastAsia=\"zh-CN\" w:bidi=\"{tag}\""),
            (false, false) => format!("w:val=\"{tag}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\""),
        };
        let (latin_size, complex_size) = if self.is_turned() { (20, *size) } else { (*size, *size) };
        let small = |size: u16| size * 9 / 10;
        let defaults = format!(
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{east}\" w:hAnsi=\"{font}\" \
             w:cs=\"{complex}\"/><w:sz w:val=\"{latin_size}\"/><w:szCs w:val=\"{complex_size}\"/><w:lang {languages}/></w:rPr>\
             </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line=\"240\" w:lineRule=\"atLeast\"/></w:pPr></w:pPrDefault>\
             </w:docDefaults>"
        );
        let style = |id: &str, name: &str, based_on: &str, paragraph: &str, run: &str| {
            let based_on =
                if based_on.is_empty() { String::new() } else { format!("<w:basedOn w:val=\"{based_on}\"/>") };
            let paragraph = if paragraph.is_empty() { String::new() } else { format!("<w:pPr>{paragraph}</w:pPr>") };
            let run = if run.is_empty() { String::new() } else { format!("<w:rPr>{run}</w:rPr>") };
            format!(
                "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based_on}<w:qFormat/>{paragraph}{run}</w:style>"
            )
        };
        let bold = |half_points: u16| {
            format!("<w:b/><w:bCs/><w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
        };
        let sized = |half_points: u16| format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>");
        // In text from right to left, `left` is where lines begin.
        let edges = if self.language.printing.justified { "both" } else { "left" };
        let text = "<w:ind w:left=\"1267\" w:right=\"1267\"/>";
        let heads = "<w:keepNext/><w:keepLines/>";
        let mut xml = defaults;
        xml.push_str("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
        xml.push_str("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>");
        xml.push_str(
            "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>\
             <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>\
             <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        );
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
        let border = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        xml.push_str(&format!(
            "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>\
             <w:tblPr><w:tblBorders>{}</w:tblBorders></w:tblPr></w:style>",
            sides.map(border).concat()
        ));
        for styled in [
            style("Masthead", "Masthead", "Normal", "", ""),
            style(
                "MastheadTitle",
                "Masthead Title",
                "Masthead",
                "<w:spacing w:before=\"60\" w:after=\"60\"/>",
                &bold(28),
            ),
            style(
                "Adoption",
                "Adoption",
                "Normal",
                "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"120\"/><w:ind w:left=\"1267\" w:right=\"1267\"/>",
                &bold(size + 4),
            ),
            style("Origin", "Origin", "Adoption", "", "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:i/><w:iCs/>"),
            style(
                "Title",
                "Title",
                "Normal",
                &format!("{heads}<w:spacing w:before=\"360\" w:after=\"240\"/>{text}"),
                &bold(size + 8),
            ),
            style(
                "Heading1",
                "heading 1",
                "Normal",
                &format!("{heads}<w:spacing w:before=\"360\" w:after=\"240\"/>{text}<w:outlineLvl w:val=\"0\"/>"),
                &bold(size + 6),
            ),
            style(
                "Heading2",
                "heading 2",
                "Normal",
                &format!("{heads}<w:spacing w:before=\"240\" w:after=\"120\"/>{text}<w:outlineLvl w:val=\"1\"/>"),
                &bold(size + 2),
            ),
            style("AnnexHeading", "Annex Heading", "Heading1", "<w:pageBreakBefore/>", ""),
            style(
                "SingleTxt",
                "Single Txt",
                "Normal",
                &format!("<w:spacing w:after=\"120\"/>{text}<w:jc w:val=\"{edges}\"/>"),
                "",
            ),
            style("OrganLine", "Organ Line", "SingleTxt", "<w:keepNext/>", "<w:i/><w:iCs/>"),
            style("Closing", "Closing", "Normal", "<w:keepLines/><w:jc w:val=\"right\"/>", "<w:i/><w:iCs/>"),
            style("Aside", "Aside", "Normal", text, ""),
            style(
                "FootnoteText",
                "footnote text",
                "Normal",
                "<w:spacing w:after=\"40\" w:line=\"200\" w:lineRule=\"atLeast\"/><w:ind w:left=\"1267\" w:right=\"1267\"/>",
                &sized(small(*size)),
            ),
            style(
                "Header",
                "header",
                "Normal",
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>",
                "<w:b/><w:bCs/>",
            ),
            style("Footer", "footer", "Normal", "<w:jc w:val=\"right\"/>", "<w:b/><w:bCs/>"),
        ] {
            xml.push_str(&styled);
        }
        xml.push_str("<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>");
        xml
    }

    fn settings(&self) -> String {
        "<w:defaultTabStop w:val=\"475\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
            .to_owned()
    }

    fn fonts(&self) -> String {
        let Typography { font, own_font, opening_font, .. } = self.language.printing;
        let mut fonts = vec![*font];
        fonts.extend(Some(*own_font).filter(|own| own != font));
        fonts.extend(opening_font);
        fonts.into_iter().map(|font| format!("<w:font w:name=\"{}\"/>", attribute(font))).collect()
    }

    fn header(&self) -> String {
        let symbol = self.symbol.as_deref().unwrap_or_default();
        format!("<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}</w:p>", run("", symbol))
    }

    fn core(&self) -> String {
        format!(
            "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
            attribute(self.title),
            self.language.printing.tag
        )
    }
}

fn footer() -> String {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>{}{}{}</w:p>",
        field("begin"),
        field("separate"),
        run("", "1"),
        field("end")
    )
}

/// The lists and their definitions.
fn numbering(lists: &ListPlan, language: &Language) -> String {
    let mut xml = String::new();
    for (at, definition) in lists.definitions.iter().enumerate() {
        // A number of eight hexadecimal digits, by which Word knows lists again.
        xml.push_str(&format!("<w:abstractNum w:abstractNumId=\"{at}\"><w:nsid w:val=\"{:08X}\"/><w:multiLevelType w:val=\"multilevel\"/>", 0x1A2B_0000 + at));
        for (level, pattern) in definition.levels.iter().enumerate() {
            let other =
                LabelPattern { format: "decimal", before: String::new(), behind: ".".to_owned(), is_glued: false };
            xml.push_str(&list_level(level, pattern.as_ref().unwrap_or(&other), language));
        }
        xml.push_str("</w:abstractNum>");
    }
    for (at, list) in lists.lists.iter().enumerate() {
        let start = list.start.map_or(String::new(), |(level, number)| {
            format!("<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{number}\"/></w:lvlOverride>")
        });
        xml.push_str(&format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/>{start}</w:num>",
            at + 1,
            list.definition
        ));
    }
    xml
}

fn list_level(level: usize, pattern: &LabelPattern, language: &Language) -> String {
    let LabelPattern { format, before, behind, is_glued } = pattern;
    let suffix = if *is_glued { "<w:suff w:val=\"nothing\"/>" } else { "" };
    let turned = if language.marks.right_to_left { "<w:rtl/>" } else { "" };
    format!(
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{suffix}<w:lvlText w:val=\"{}%{}{}\"/>\
         <w:lvlJc w:val=\"left\"/><w:pPr>{}</w:pPr><w:rPr>{turned}{}</w:rPr></w:lvl>",
        attribute(before),
        level + 1,
        attribute(behind),
        label_indent(level),
        language_property(language)
    )
}

fn content_types() -> String {
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("footnotes", "footnotes"),
        ("settings", "settings"),
        ("fontTable", "fontTable"),
        ("header1", "header"),
        ("header2", "header"),
        ("footer1", "footer"),
    ];
    let part = |(name, kind): (&str, &str)| {
        format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{MAIN}.{kind}+xml\"/>")
    };
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>",
        parts.map(part).concat()
    )
}

fn package_relationships() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/relationships/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

fn document_relationships() -> String {
    let parts = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "footnotes", "footnotes.xml"),
        ("rId4", "settings", "settings.xml"),
        ("rId5", "fontTable", "fontTable.xml"),
        ("rId6", "header", "header1.xml"),
        ("rId7", "header", "header2.xml"),
        ("rId8", "footer", "footer1.xml"),
    ];
    let relationship = |(id, kind, target): (&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/relationships/{kind}\" Target=\"{target}\"/>")
    };
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>",
        parts.map(relationship).concat()
    )
}
