//! One part of a package, which is XML, as a tree that can be walked more than once.
//!
//! Elements are known by their vocabulary and their name in it, so that files in the strict form of the standard, whose
//! names have other addresses, are read as all others are. Of alternatives (`AlternateContent`) only the one that counts
//! is kept. Nothing is taken from outside: a document type and names of entities of its own are refused.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};

/// The vocabulary that an element's name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// Paragraphs, runs, tables, and all that Word says of them.
    Word,
    /// Alternatives for programs that know more or less.
    Compatibility,
    /// Formulas.
    Math,
    /// Pictures, charts and shapes (DrawingML), of whatever kind.
    Drawing,
    /// Shapes of older files.
    Vml,
    /// Which part belongs to which, and what each is.
    Package,
    /// Anything else.
    Other,
}

impl Vocabulary {
    fn of(address: &str) -> Vocabulary {
        const OFFICE: &str = "http://schemas.openxmlformats.org/";
        const STRICT: &str = "http://purl.oclc.org/ooxml/";
        const MICROSOFT: &str = "http://schemas.microsoft.com/office/";
        if let Some(name) = address.strip_prefix(OFFICE).or_else(|| address.strip_prefix(STRICT)) {
            let kind = name.split('/').next().unwrap_or_default();
            return match kind {
                "wordprocessingml" => Vocabulary::Word,
                "markup-compatibility" => Vocabulary::Compatibility,
                // `officeDocument/2006/math`, and `officeDocument/math` in strict files.
                "officeDocument" if name.ends_with("/math") => Vocabulary::Math,
                "drawingml" => Vocabulary::Drawing,
                "package" => Vocabulary::Package,
                _ => Vocabulary::Other,
            };
        }
        match address {
            "urn:schemas-microsoft-com:vml" => Vocabulary::Vml,
            _ if address.starts_with(MICROSOFT) && address.contains("/drawing") => Vocabulary::Drawing,
            _ if address.starts_with(MICROSOFT) && address.contains("/wordprocessing") => Vocabulary::Drawing,
            _ => Vocabulary::Other,
        }
    }

    /// Whether a program that reads documents as this one does understands what belongs to an address, so that it takes
    /// the alternative that asks for it.
    fn is_understood(address: &str) -> bool {
        address.starts_with("http://schemas.microsoft.com/office/") || Vocabulary::of(address) != Vocabulary::Other
    }
}

/// An element.
#[derive(Debug)]
pub struct XmlElement<'a> {
    pub vocabulary: Vocabulary,
    /// Its name, without a prefix.
    pub name: &'a str,
    /// Its attributes as they are written.
    attributes: &'a str,
    pub content: Vec<Content<'a>>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Content<'a> {
    Element(XmlElement<'a>),
    Text(Cow<'a, str>),
}

/// What is wrong with a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenPart {
    /// It is no well-formed XML.
    Damaged,
    /// Its elements are nested deeper than any word processor nests them.
    TooDeep,
    /// It has more elements than any draft's.
    TooMany,
    /// It brings a document type or entities of its own.
    Entities,
}

/// So deep elements may be nested. Text boxes in tables in text boxes stay far below.
pub const DEEPEST: usize = 256;

/// So many elements a part may have. A document of a thousand pages has half a million.
pub const MOST_ELEMENTS: usize = 2_000_000;

impl<'a> XmlElement<'a> {
    /// Whether it is the element of Word with this name.
    pub fn is(&self, name: &str) -> bool {
        self.vocabulary == Vocabulary::Word && self.name == name
    }

    /// The value of an attribute, by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        // Most are asked for what they don't have.
        memchr::memmem::find(self.attributes.as_bytes(), name.as_bytes())?;
        let mut attributes = Attributes::new(self.attributes, 0);
        let attributes = attributes.with_checks(false).flatten();
        let found = attributes.into_iter().find(|one| one.key.local_name().as_ref() == name)?;
        match found.value {
            Cow::Borrowed(value) => unescape(value).ok(),
            Cow::Owned(value) => unescape(&value).ok().map(|value| Cow::Owned(value.into_owned())),
        }
    }

    /// The value of its attribute `val`.
    pub fn value(&self) -> Option<Cow<'a, str>> {
        self.attribute("val")
    }

    /// The value of its attribute `val`, which is a number.
    pub fn number(&self) -> Option<i64> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a property that may be switched is on: it is unless it says that it isn't.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &XmlElement<'a>> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// The first element of Word in it that has this name.
    pub fn child(&self, name: &str) -> Option<&XmlElement<'a>> {
        self.elements().find(|element| element.is(name))
    }

    /// What is written in it, without what stands in the elements inside.
    pub fn text(&self) -> String {
        let texts = self.content.iter().filter_map(|content| match content {
            Content::Text(text) => Some(text.as_ref()),
            Content::Element(_) => None,
        });
        texts.collect()
    }

    /// The first element for which something holds, of this and all below it.
    pub fn find(&self, holds: &impl Fn(&XmlElement<'a>) -> bool) -> Option<&XmlElement<'a>> {
        if holds(self) {
            return Some(self);
        }
        self.elements().find_map(|element| element.find(holds))
    }

    /// The outermost elements for which something holds, in order.
    pub fn outermost<'e>(&'e self, holds: &impl Fn(&XmlElement<'a>) -> bool, found: &mut Vec<&'e XmlElement<'a>>) {
        for element in self.elements() {
            match holds(element) {
                true => found.push(element),
                false => element.outermost(holds, found),
            }
        }
    }
}

/// Reads a part.
///
/// # Errors
///
/// When it is no XML that a word processor writes.
pub fn read(source: &str) -> Result<XmlElement<'_>, BrokenPart> {
    let mut reader = NsReader::from_str(source);
    let mut open: Vec<XmlElement<'_>> = Vec::new();
    let mut count = 0;
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let (resolved, event) = reader.read_resolved_event().map_err(|_| BrokenPart::Damaged)?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                count += 1;
                if count > MOST_ELEMENTS {
                    return Err(BrokenPart::TooMany);
                }
                if open.len() >= DEEPEST {
                    return Err(BrokenPart::TooDeep);
                }
                let vocabulary = match resolved {
                    ResolveResult::Bound(address) => Vocabulary::of(address.as_ref()),
                    _ => Vocabulary::Other,
                };
                let element = element(source, &tag, at, vocabulary).ok_or(BrokenPart::Damaged)?;
                let chosen = is_compatibility(&element, "Choice").then(|| {
                    let required = element.attribute("Requires").unwrap_or_default();
                    let understood = |prefix: &str| {
                        let name = format!("{prefix}:any");
                        match reader.resolver().resolve_prefix(QName(&name).prefix(), false) {
                            ResolveResult::Bound(address) => Vocabulary::is_understood(address.as_ref()),
                            _ => false,
                        }
                    };
                    required.split_whitespace().all(understood)
                });
                let mut element = element;
                if chosen == Some(false) {
                    // Another alternative is for us.
                    element.name = "";
                }
                if is_empty {
                    match open.last_mut() {
                        Some(parent) => close(parent, element),
                        None => return Ok(element),
                    }
                } else {
                    open.push(element);
                }
            }
            Event::End(_) => {
                let element = open.pop().ok_or(BrokenPart::Damaged)?;
                match open.last_mut() {
                    Some(parent) => close(parent, element),
                    None => return Ok(element),
                }
            }
            Event::Text(text) => {
                let written = text.xml10_content();
                push_text(&mut open, written);
            }
            Event::CData(text) => push_text(&mut open, text.xml10_content()),
            Event::GeneralRef(reference) => {
                let known = match reference.resolve_char_ref() {
                    Ok(Some(c)) => Some(Cow::Owned(c.to_string())),
                    Ok(None) => resolve_predefined_entity(&reference).map(Cow::Borrowed),
                    Err(_) => return Err(BrokenPart::Damaged),
                };
                push_text(&mut open, known.ok_or(BrokenPart::Entities)?);
            }
            Event::DocType(_) => return Err(BrokenPart::Entities),
            Event::Eof => return Err(BrokenPart::Damaged),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

fn element<'a>(source: &'a str, tag: &BytesStart<'_>, at: usize, vocabulary: Vocabulary) -> Option<XmlElement<'a>> {
    // The names are borrowed of the part, which outlives what the reader gives.
    let start = at + source.get(at..)?.find('<')? + 1;
    let qualified = tag.name().as_ref().len();
    let written = source.get(start..start + qualified)?;
    let name = written.rsplit(':').next().unwrap_or(written);
    let attributes = source.get(start + qualified..start + qualified + tag.attributes_raw().len())?;
    Some(XmlElement { vocabulary, name, attributes, content: Vec::new() })
}

fn is_compatibility(element: &XmlElement<'_>, name: &str) -> bool {
    element.vocabulary == Vocabulary::Compatibility && element.name == name
}

fn push_text<'a>(open: &mut [XmlElement<'a>], text: Cow<'a, str>) {
    if let Some(element) = open.last_mut() {
        element.content.push(Content::Text(text));
    }
}

/// Puts an element that has ended into its parent. Of alternatives there is only the one that counts, without its frame.
fn close<'a>(parent: &mut XmlElement<'a>, mut element: XmlElement<'a>) {
    if is_compatibility(&element, "AlternateContent") {
        let alternatives = std::mem::take(&mut element.content);
        let mut alternatives = alternatives.into_iter().filter_map(|content| match content {
            Content::Element(one) if is_compatibility(&one, "Choice") || is_compatibility(&one, "Fallback") => {
                Some(one)
            }
            _ => None,
        });
        if let Some(chosen) = alternatives.next() {
            parent.content.extend(chosen.content);
        }
        return;
    }
    parent.content.push(Content::Element(element));
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    #[test]
    fn elements_are_known_by_what_their_prefixes_mean() {
        let strict = "<d:document xmlns:d='http://purl.oclc.org/ooxml/wordprocessingml/main'><d:p a='1'/></d:document>";
        let root = read(strict).unwrap();
        assert!(root.is("document") && root.child("p").is_some());
        let plain = "<?xml version='1.0'?><document xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
            <t val='a &amp; b'>x &amp; y &#8211; z</t></document>";
        let root = read(plain).unwrap();
        let text = root.child("t").unwrap();
        assert_eq!((text.value().as_deref(), text.text().as_str()), (Some("a & b"), "x & y – z"));
    }

    #[test]
    fn of_alternatives_one_counts() {
        let of = |requires: &str| {
            let source = format!(
                "<w:p {W} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:wps='http://\
                 schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:new='http://example.org/new'>\
                 <mc:AlternateContent><mc:Choice Requires='{requires}'><w:a/></mc:Choice><mc:Fallback><w:b/>\
                 </mc:Fallback></mc:AlternateContent></w:p>"
            );
            let root = read(&source).unwrap();
            root.elements().map(|element| element.name.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!((of("wps"), of("new"), of("wps new")), (vec!["a".into()], vec!["b".into()], vec!["b".into()]));
    }

    #[test]
    fn what_no_word_processor_writes_is_refused() {
        assert_eq!(read("<a><b></a>").unwrap_err(), BrokenPart::Damaged);
        assert_eq!(read("<a>").unwrap_err(), BrokenPart::Damaged);
        assert_eq!(read("").unwrap_err(), BrokenPart::Damaged);
        assert_eq!(read("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").unwrap_err(), BrokenPart::Entities);
        assert_eq!(read("<a>&b;</a>").unwrap_err(), BrokenPart::Entities);
        let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        assert!(read(&nested(DEEPEST)).is_ok());
        assert_eq!(read(&nested(DEEPEST + 1)).unwrap_err(), BrokenPart::TooDeep);
        let many = format!("<a>{}</a>", "<b/>".repeat(MOST_ELEMENTS));
        assert_eq!(read(&many).unwrap_err(), BrokenPart::TooMany);
    }
}
