//! Pieces of WordprocessingML: runs and paragraphs, as strings.

use quick_xml::escape::escape;

/// The addresses of the vocabularies that the parts of a document use.
pub const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// What every part begins with.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Words inside of a run: as text, with the elements that stand for tabs, ends of lines and hyphens that do not break. `element`
/// is what holds text, `t` or `delText`.
pub fn run_content(words: &str, element: &str) -> String {
    let mut xml = String::with_capacity(words.len() + 48);
    let mut begun = 0;
    let is_special = |c: char| matches!(c, '\t' | '\n' | '\u{2011}') || !is_allowed(c);
    let text = |words: &str, xml: &mut String| {
        if !words.is_empty() {
            xml.push_str(&format!("<w:{element} xml:space=\"preserve\">{}</w:{element}>", escape(words)));
        }
    };
    for (at, c) in words.char_indices().filter(|(_, c)| is_special(*c)) {
        text(words.get(begun..at).unwrap_or_default(), &mut xml);
        begun = at + c.len_utf8();
        xml.push_str(match c {
            '\t' => "<w:tab/>",
            '\n' => "<w:br/>",
            '\u{2011}' => "<w:noBreakHyphen/>",
            _ => "",
        });
    }
    text(words.get(begun..).unwrap_or_default(), &mut xml);
    xml
}

/// A run of words with these properties.
pub fn run(properties: &str, words: &str) -> String {
    match run_content(words, "t") {
        content if content.is_empty() => content,
        content if properties.is_empty() => format!("<w:r>{content}</w:r>"),
        content => format!("<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"),
    }
}

/// The value of an attribute.
pub fn attribute(value: &str) -> String {
    let value: String = value.chars().filter(|c| is_allowed(*c)).collect();
    escape(value.as_str()).into_owned()
}

/// Whether XML 1.0 has a character. It has no control characters.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
