//! Elements in the making, and how they are written.

/// An element with its attributes and what is in it.
#[derive(Debug)]
pub struct AknElement {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<AknContent>,
    /// It holds words, and is written without a line break: one would be a space among them.
    holds_words: bool,
}

/// What stands in an element.
#[derive(Debug)]
pub enum AknContent {
    Element(AknElement),
    Words(String),
}

impl AknElement {
    /// An element that holds others.
    pub fn new(name: &'static str) -> AknElement {
        AknElement { name, attributes: Vec::new(), content: Vec::new(), holds_words: false }
    }

    /// An element that holds words.
    pub fn of_words(name: &'static str, words: Vec<AknContent>) -> AknElement {
        AknElement { content: words, holds_words: true, ..AknElement::new(name) }
    }

    /// The same with an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> AknElement {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with an element in it, behind what is there.
    pub fn holding(mut self, element: AknElement) -> AknElement {
        self.push(element);
        self
    }

    /// The same with elements in it, behind what is there.
    pub fn holding_all(mut self, elements: impl IntoIterator<Item = AknElement>) -> AknElement {
        elements.into_iter().for_each(|element| self.push(element));
        self
    }

    /// Adds an element behind what is there.
    pub fn push(&mut self, element: AknElement) {
        self.content.push(AknContent::Element(element));
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// The document whose root it is: an element a line, and those that hold words in one line.
    pub fn document(&self) -> String {
        let mut written = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(0, &mut written);
        written
    }

    fn write(&self, depth: usize, written: &mut String) {
        let indent = |depth: usize, written: &mut String| written.extend(std::iter::repeat_n("  ", depth));
        indent(depth, written);
        if self.holds_words || self.content.is_empty() {
            self.write_in_line(written);
        } else {
            self.write_tag(written, ">");
            written.push('\n');
            for content in &self.content {
                match content {
                    AknContent::Element(element) => element.write(depth + 1, written),
                    AknContent::Words(words) => {
                        indent(depth + 1, written);
                        escape(words, written);
                        written.push('\n');
                    }
                }
            }
            indent(depth, written);
            written.push_str("</");
            written.push_str(self.name);
            written.push('>');
        }
        written.push('\n');
    }

    fn write_in_line(&self, written: &mut String) {
        if self.content.is_empty() {
            return self.write_tag(written, "/>");
        }
        self.write_tag(written, ">");
        for content in &self.content {
            match content {
                AknContent::Element(element) => element.write_in_line(written),
                AknContent::Words(words) => escape(words, written),
            }
        }
        written.push_str("</");
        written.push_str(self.name);
        written.push('>');
    }

    fn write_tag(&self, written: &mut String, end: &str) {
        written.push('<');
        written.push_str(self.name);
        for (name, value) in &self.attributes {
            written.push(' ');
            written.push_str(name);
            written.push_str("=\"");
            escape(value, written);
            written.push('"');
        }
        written.push_str(end);
    }
}

/// Writes words as XML has them. What XML has no way to write is left out: control characters, which no draft prints.
fn escape(words: &str, written: &mut String) {
    for c in words.chars() {
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\t' => written.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => written.push(c),
        }
    }
}
