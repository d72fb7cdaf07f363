//! What paragraphs and runs have from their styles, and from the styles that these are based on.

use std::collections::HashMap;

use super::tree::XmlElement;

/// So many styles may be based on each other. Word allows a dozen.
const LONGEST_CHAIN: usize = 32;

/// A document's styles.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, NamedStyle>,
    default_paragraph: Option<String>,
}

#[derive(Debug, Default)]
struct NamedStyle {
    based_on: Option<String>,
    paragraph: ParagraphProperties,
    run: RunProperties,
    is_heading: bool,
}

/// What of a paragraph's properties its text depends on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParagraphProperties {
    /// The list that it is a member of; 0 takes it out of any.
    pub list: Option<u32>,
    /// Its level in the list, from 0.
    pub level: Option<usize>,
    /// The style that says which list it is, if no more than a style says so.
    pub list_style: Option<String>,
    /// The style itself.
    pub style: Option<String>,
    /// It is a heading by its style or its place in the outline.
    pub is_heading: bool,
}

/// What of a run's properties its text depends on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunProperties {
    /// It is not shown.
    pub hidden: Option<bool>,
    /// Its letters are raised above the line.
    pub raised: Option<bool>,
}

impl RunProperties {
    /// What a `rPr` says.
    pub fn of(properties: &XmlElement<'_>) -> RunProperties {
        let raised = properties.child("vertAlign").map(|align| align.value().as_deref() == Some("superscript"));
        // By half points above the line, as some templates raise their marks.
        let lifted = properties.child("position").and_then(XmlElement::number).map(|height| height > 1);
        RunProperties { hidden: properties.child("vanish").map(XmlElement::is_on), raised: raised.or(lifted) }
    }

    /// Adds what another says where this says nothing.
    fn or(self, other: RunProperties) -> RunProperties {
        RunProperties { hidden: self.hidden.or(other.hidden), raised: self.raised.or(other.raised) }
    }
}

/// The place in the outline that a `pPr` gives: 9 is that of running text.
fn is_outlined(properties: &XmlElement<'_>) -> Option<bool> {
    properties.child("outlineLvl").and_then(XmlElement::number).map(|level| level < 9)
}

/// The list and the level that a `pPr` gives.
fn list(properties: &XmlElement<'_>) -> (Option<u32>, Option<usize>) {
    let Some(numbering) = properties.child("numPr") else { return (None, None) };
    let number = |name: &str| numbering.child(name).and_then(XmlElement::number);
    (
        number("numId").map(|list| u32::try_from(list).unwrap_or(0)),
        number("ilvl").map(|level| usize::try_from(level).unwrap_or(0)),
    )
}

impl Styles {
    /// The styles of a part.
    pub fn of(root: &XmlElement<'_>) -> Styles {
        let mut styles = Styles::default();
        for element in root.elements().filter(|element| element.is("style")) {
            let Some(id) = element.attribute("styleId") else { continue };
            let kind = element.attribute("type");
            let is_default = element.attribute("default").is_some_and(|on| !matches!(&*on, "0" | "false" | "off"));
            if is_default && kind.as_deref() == Some("paragraph") {
                styles.default_paragraph.get_or_insert(id.to_string());
            }
            let mut style = NamedStyle {
                based_on: element.child("basedOn").and_then(XmlElement::value).map(String::from),
                ..NamedStyle::default()
            };
            let name = element.child("name").and_then(XmlElement::value).unwrap_or_default().to_ascii_lowercase();
            style.is_heading = name.starts_with("heading ") || name == "title";
            if let Some(properties) = element.child("pPr") {
                (style.paragraph.list, style.paragraph.level) = list(properties);
                style.is_heading = is_outlined(properties).unwrap_or(style.is_heading);
            }
            style.run = element.child("rPr").map(RunProperties::of).unwrap_or_default();
            styles.by_id.insert(id.into_owned(), style);
        }
        styles
    }

    /// A style, and those that it is based on.
    fn chain<'s>(&'s self, id: &'s str) -> impl Iterator<Item = (&'s str, &'s NamedStyle)> {
        let found = |id: &'s str| self.by_id.get_key_value(id).map(|(id, style)| (id.as_str(), style));
        let based_on = move |(_, style): &(&'s str, &'s NamedStyle)| found(style.based_on.as_deref()?);
        std::iter::successors(found(id), based_on).take(LONGEST_CHAIN)
    }

    /// The properties of a paragraph, by its `pPr` if it has one.
    pub fn paragraph(&self, properties: Option<&XmlElement<'_>>) -> ParagraphProperties {
        let named = properties.and_then(|own| own.child("pStyle")).and_then(XmlElement::value).map(String::from);
        let known = named.filter(|name| self.by_id.contains_key(name));
        let style = known.or_else(|| self.default_paragraph.clone());
        let (list, level) = properties.map(list).unwrap_or_default();
        let mut found = ParagraphProperties { list, level, ..ParagraphProperties::default() };
        let outlined = properties.and_then(is_outlined);
        if let Some(id) = &style {
            for (id, style) in self.chain(id) {
                if found.list.is_none() && style.paragraph.list.is_some() {
                    found.list = style.paragraph.list;
                    found.list_style = Some(id.to_owned());
                }
                found.level = found.level.or(style.paragraph.level);
            }
            found.is_heading = self.chain(id).any(|(_, style)| style.is_heading);
        }
        found.is_heading = outlined.unwrap_or(found.is_heading);
        found.style = style;
        found
    }

    /// The properties of a run in a paragraph of a style, by its `rPr` if it has one.
    pub fn run(&self, properties: Option<&XmlElement<'_>>, paragraph_style: Option<&str>) -> RunProperties {
        let own = properties.map(RunProperties::of).unwrap_or_default();
        let named = properties.and_then(|own| own.child("rStyle")).and_then(XmlElement::value);
        let of_style = |id: &str| self.chain(id).fold(RunProperties::default(), |all, (_, style)| all.or(style.run));
        let own = own.or(named.map(|id| of_style(&id)).unwrap_or_default());
        own.or(paragraph_style.map(of_style).unwrap_or_default())
    }

    /// The list that a style of lists stands for.
    pub fn list_of_style(&self, id: &str) -> Option<u32> {
        self.chain(id).find_map(|(_, style)| style.paragraph.list)
    }
}
