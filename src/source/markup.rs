//! What in a Markdown text is markup or code, and no words of a draft.
//!
//! Comments, code, tags, the targets of links and the settings at the top say nothing that is read aloud. The draft is
//! read of a text in which all of that is [veiled](Markup::veiled): each byte of it is a space or part of an invisible
//! character, and every other byte stands where it stood. So places and edits are those of the file, and
//! [what is veiled](Markup::touches) is never changed.
//!
//! What else Markdown means by its marks is left to the reader of drafts: headings, lists, emphasis, escapes, notes and
//! the marks that call them, in whatever way converters write them.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::script::{SOFT_HYPHEN, VEILED_BLOCK, WORD_JOINER};

/// The ranges of a Markdown text that hold no words, in bytes and in order; none touches another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup {
    hidden: Vec<HiddenRange>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct HiddenRange {
    range: Range<usize>,
    veil: Veil,
}

/// What stands in the place of what is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Veil {
    /// Invisible characters, since the words on both sides belong together: `the <b>la</b>mps`.
    Joined,
    Spaces,
    /// Spaces behind a character that stands for a block of code: a paragraph may introduce one.
    Block,
}

/// Whether a text is written as only Markdown is: with headings, fences, notes in its way, tables, comments.
pub fn is_markdown(text: &str) -> bool {
    let heading = |line: &str| {
        let marks = line.len() - line.trim_start_matches('#').len();
        (1..=6).contains(&marks) && line.get(marks..).is_some_and(|rest| rest.starts_with(' '))
    };
    let note = |line: &str| {
        let label = line.strip_prefix("[^").and_then(|rest| rest.split_once("]:"));
        label.is_some_and(|(label, _)| !label.is_empty() && label.len() < 12)
    };
    let is_sign = |line: &str| match line.trim_start().as_bytes().first() {
        Some(b'#') => heading(line),
        Some(b'[') => note(line),
        Some(b'`' | b'~') => is_fence(line),
        Some(b'<') => line.trim_start().starts_with(COMMENT),
        Some(b'|' | b'-' | b':') => is_delimiter_row(line),
        _ => false,
    };
    text.split(['\n', '\r']).any(is_sign)
}

const COMMENT: &str = "<!--";

/// The row under a table's head: `| --- | :--: |`.
fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    line.contains("--") && line.contains('|') && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'\t'))
}

fn is_fence(line: &str) -> bool {
    let bare = line.trim_start_matches(' ');
    let length = |mark: char| bare.len() - bare.trim_start_matches(mark).len();
    let ticks = length('`');
    line.len() - bare.len() < 4
        && (length('~') >= 3 || (ticks >= 3 && !bare.get(ticks..).unwrap_or_default().contains('`')))
}

/// Whether a stretch of a text has what markup that is veiled begins with. `before` is the byte before it.
pub fn may_begin_in(stretch: &str, before: Option<u8>) -> bool {
    let has = |sign: &str| memchr::memmem::find(stretch.as_bytes(), sign.as_bytes()).is_some();
    let settings = before.is_none() && stretch.starts_with(['-', '+']);
    let astride =
        matches!((before, stretch.as_bytes().first()), (Some(b']'), Some(b'(')) | (Some(b':' | b'/'), Some(b'/')));
    settings || astride || memchr::memchr3(b'<', b'`', b'~', stretch.as_bytes()).is_some() || has("](") || has("://")
}

impl Markup {
    /// What is markup and code in a Markdown text.
    pub fn of(text: &str) -> Markup {
        if !may_begin_in(text, None) {
            return Markup::default();
        }
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
        let mut found = MarkupFinder { text, hidden: Vec::new(), kept_places: Vec::new(), links: Vec::new() };
        let events = Parser::new_ext(text, options);
        let definitions: Vec<Range<usize>> =
            events.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
        for (event, range) in events.into_offset_iter() {
            found.take(&event, range);
        }
        for definition in definitions {
            found.definition(definition);
        }
        found.done()
    }

    /// Whether there is nothing but words.
    pub fn is_empty(&self) -> bool {
        self.hidden.is_empty()
    }

    /// Whether a range of bytes has a byte in common with what is veiled, or stands in the midst of it.
    pub fn touches(&self, range: &Range<usize>) -> bool {
        let next = self.hidden.partition_point(|hidden| hidden.range.end <= range.start);
        self.hidden.get(next).is_some_and(|hidden| match range.is_empty() {
            true => hidden.range.start < range.start,
            false => hidden.range.start < range.end,
        })
    }

    /// The text without what is no words, byte for byte as long.
    pub fn veiled(&self, text: &str) -> String {
        let mut veiled = String::with_capacity(text.len());
        let mut at = 0;
        for hidden in &self.hidden {
            veiled.push_str(text.get(at..hidden.range.start).unwrap_or_default());
            write_veil(text.get(hidden.range.clone()).unwrap_or_default(), hidden.veil, &mut veiled);
            at = hidden.range.end;
        }
        veiled.push_str(text.get(at..).unwrap_or_default());
        veiled
    }
}

/// Writes as many bytes as `hidden` has, with its line ends.
fn write_veil(hidden: &str, veil: Veil, veiled: &mut String) {
    let block = VEILED_BLOCK.len_utf8();
    let hidden = match veil {
        Veil::Block if hidden.bytes().take(block).filter(|b| !matches!(b, b'\n' | b'\r')).count() == block => {
            veiled.push(VEILED_BLOCK);
            hidden.get(block..).unwrap_or_default()
        }
        _ => hidden,
    };
    for piece in hidden.split_inclusive(['\n', '\r']) {
        let ended = piece.trim_end_matches(['\n', '\r']);
        let (joiner, hyphen) = (WORD_JOINER.len_utf8(), SOFT_HYPHEN.len_utf8());
        // Joiners fill three bytes each, and a hyphen or two what is left.
        let hyphens = match (veil, ended.len() % joiner) {
            (Veil::Joined, 0) => Some(0),
            (Veil::Joined, 1) => (ended.len() >= 2 * hyphen).then_some(2),
            (Veil::Joined, _) => Some(1),
            _ => None,
        };
        match hyphens {
            None => veiled.extend(std::iter::repeat_n(' ', ended.len())),
            Some(hyphens) => {
                veiled.extend(std::iter::repeat_n(SOFT_HYPHEN, hyphens));
                veiled.extend(std::iter::repeat_n(WORD_JOINER, (ended.len() - hyphen * hyphens) / joiner));
            }
        }
        veiled.push_str(piece.get(ended.len()..).unwrap_or_default());
    }
}

struct MarkupFinder<'a> {
    text: &'a str,
    hidden: Vec<HiddenRange>,
    /// Of each `<a>` that is open, whether it is left to the reader of drafts.
    kept_places: Vec<bool>,
    /// The links that are open, each with the byte behind what was last seen in it.
    links: Vec<(LinkType, Range<usize>)>,
}

impl MarkupFinder<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Link { link_type, .. }) => {
                self.links.push((*link_type, range.start + 1..range.end));
                return;
            }
            Event::End(TagEnd::Link) => {
                if let Some((link, rest)) = self.links.pop() {
                    self.link(link, &range, rest.start);
                }
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => self.hide(range.clone(), Veil::Block),
            // Dashes that part a text in its midst are no settings.
            Event::Start(Tag::MetadataBlock(_)) if self.text.get(..range.start).is_some_and(is_nothing) => {
                self.hide(range.clone(), Veil::Spaces);
            }
            Event::Code(_) | Event::Start(Tag::Image { .. }) => self.hide(range.clone(), Veil::Joined),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => self.tags(range.clone()),
            _ => {}
        }
        if let Some((_, rest)) = self.links.last_mut() {
            rest.start = rest.start.max(range.end);
        }
    }

    /// The target of a link, whose text ends at byte `shown`. Links to places in the text itself are left to the reader
    /// of drafts, which knows the marks of notes by them.
    fn link(&mut self, link: LinkType, whole: &Range<usize>, shown: usize) {
        match link {
            LinkType::Autolink | LinkType::Email => self.hide(whole.clone(), Veil::Joined),
            LinkType::Inline => {
                let rest = self.text.get(shown..whole.end).unwrap_or_default();
                let Some(close) = rest.find("](").map(|at| shown + at) else { return };
                let target = self.text.get(close + 2..whole.end).unwrap_or_default();
                if !target.trim_start_matches('\\').starts_with('#') {
                    self.brackets(whole, close);
                }
            }
            LinkType::Reference => {
                let rest = self.text.get(shown..whole.end).unwrap_or_default();
                if let Some(at) = rest.find("][") {
                    self.brackets(whole, shown + at);
                }
            }
            _ => {}
        }
    }

    /// The brackets around a link's text, of which the second stands at a byte, with what follows it.
    fn brackets(&mut self, whole: &Range<usize>, close: usize) {
        self.hide(whole.start..whole.start + 1, Veil::Joined);
        self.hide(close..whole.end, Veil::Joined);
    }

    /// `[lamps]: https://example.org`, which Markdown doesn't show. Where it leads to nothing, it is the text of a note.
    fn definition(&mut self, range: Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or_default();
        let target = written.split_once("]:").map(|(_, target)| target.trim_start().trim_start_matches('<'));
        let leads = |target: &str| {
            let word = target.split(char::is_whitespace).next().unwrap_or_default();
            word.contains("://") || word.starts_with("mailto:") || word.starts_with("./") || word.starts_with('#')
        };
        if target.is_some_and(leads) {
            self.hide(range, Veil::Spaces);
        }
    }

    /// The tags and comments in a stretch of HTML, whose words are the draft's.
    fn tags(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(open) = self.text.get(at..range.end).and_then(|rest| memchr::memchr(b'<', rest.as_bytes())) {
            let start = at + open;
            let rest = self.text.get(start..range.end).unwrap_or_default();
            let Some(tag) = HtmlPiece::of(rest) else {
                at = start + 1;
                continue;
            };
            at = start + tag.length;
            let is_place = tag.name.eq_ignore_ascii_case("a");
            let kept = match tag.closes {
                _ if !is_place => tag.name.eq_ignore_ascii_case("sup"),
                true => self.kept_places.pop().unwrap_or_default(),
                false => {
                    let kept = KEPT_PLACES.iter().any(|place| rest.starts_with(place));
                    self.kept_places.push(kept);
                    kept
                }
            };
            if !kept {
                let parts = PARTING.iter().any(|parting| tag.name.eq_ignore_ascii_case(parting));
                self.hide(start..at, if parts { Veil::Spaces } else { Veil::Joined });
            }
        }
    }

    fn hide(&mut self, range: Range<usize>, veil: Veil) {
        self.hidden.push(HiddenRange { range, veil });
    }

    fn done(self) -> Markup {
        let mut hidden = self.hidden;
        hidden.sort_by_key(|hidden| (hidden.range.start, std::cmp::Reverse(hidden.range.end)));
        let mut last = 0;
        hidden.retain_mut(|hidden| {
            hidden.range.start = hidden.range.start.max(last);
            last = last.max(hidden.range.end);
            hidden.range.start < hidden.range.end
        });
        Markup { hidden }
    }
}

/// White space and a byte-order mark.
fn is_nothing(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim().is_empty()
}

/// How places in a text are written, by which the reader of drafts knows notes and their marks.
const KEPT_PLACES: [&str; 3] = ["<a id=", "<a name=", "<a href=\"#"];

/// The elements that a line or a block of its own is made of.
const PARTING: [&str; 26] = [
    "br", "p", "div", "td", "th", "tr", "table", "thead", "tbody", "caption", "ul", "ol", "li", "dl", "dt", "dd", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "section", "details", "summary",
];

/// The elements whose content is no words, either.
const WORDLESS: [&str; 3] = ["script", "style", "pre"];

/// A tag, a comment or the like, and how long it is.
struct HtmlPiece<'a> {
    /// Empty for what is no element.
    name: &'a str,
    closes: bool,
    length: usize,
}

impl HtmlPiece<'_> {
    /// What HTML has where a text begins with `<`.
    fn of(text: &str) -> Option<HtmlPiece<'_>> {
        let until =
            |end: &str| memchr::memmem::find(text.as_bytes(), end.as_bytes()).map_or(text.len(), |at| at + end.len());
        let unnamed = |length| Some(HtmlPiece { name: "", closes: false, length });
        if text.starts_with(COMMENT) {
            return unnamed(until("-->"));
        }
        if text.starts_with("<?") {
            return unnamed(until("?>"));
        }
        if text.starts_with("<!") {
            return unnamed(until(">"));
        }
        let closes = text.starts_with("</");
        let named = text.get(if closes { 2 } else { 1 }..)?;
        let length = named.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':')).count();
        let name = named.get(..length).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))?;
        let end = memchr::memchr(b'>', text.as_bytes())? + 1;
        let wordless = !closes && WORDLESS.iter().any(|wordless| name.eq_ignore_ascii_case(wordless));
        let length = match wordless {
            false => end,
            true => {
                let close = text.as_bytes().windows(name.len() + 2).position(|window| {
                    window.starts_with(b"</")
                        && window.get(2..).is_some_and(|w| w.eq_ignore_ascii_case(name.as_bytes()))
                });
                close.map_or(text.len(), |close| {
                    let rest = text.get(close..).unwrap_or_default();
                    close + memchr::memchr(b'>', rest.as_bytes()).map_or(rest.len(), |at| at + 1)
                })
            }
        };
        Some(HtmlPiece { name, closes, length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a dot for what is hidden in a line.
    fn seen(text: &str) -> String {
        let markup = Markup::of(text);
        let veiled = markup.veiled(text);
        assert_eq!(veiled.len(), text.len());
        for (at, byte) in text.bytes().enumerate() {
            if !markup.touches(&(at..at + 1)) {
                assert_eq!(veiled.as_bytes().get(at), Some(&byte), "{at} of {text}");
            }
            if matches!(byte, b'\n' | b'\r') {
                assert_eq!(veiled.as_bytes().get(at), Some(&byte), "a line end of {text}");
            }
        }
        let mut seen = String::new();
        for (at, c) in text.char_indices() {
            match markup.touches(&(at..at + c.len_utf8())) {
                true if c != '\n' && seen.ends_with('·') => {}
                true if c != '\n' => seen.push('·'),
                _ => seen.push(c),
            }
        }
        seen
    }

    #[test]
    fn words_are_told_from_what_is_none() {
        for (text, shown) in [
            ("The lamps <!-- 2. or so -->burn;\n", "The lamps ·burn;\n"),
            ("1. Lamps;\n\n<!--\n2. Oil\n\n3. More\n-->\n\n2. Oil;\n", "1. Lamps;\n\n·\n·\n\n·\n·\n\n2. Oil;\n"),
            ("```\n1. Lamps\n```\nOil\n", "·\n·\n·\nOil\n"),
            ("1. Lamps:\n\n   ~~~ text\n   1. Oil\n   ~~~\n\n2. Oil\n", "1. Lamps:\n\n   ·\n·\n·\n\n2. Oil\n"),
            ("The `A/1` lamps\n", "The · lamps\n"),
            ("A [lamp](https://example.org/A/RES/1) of\n", "A ·lamp· of\n"),
            ("A [**lamp**](a.md \"A/RES/1\") of\n", "A ·**lamp**· of\n"),
            ("A ![lamp](a.png) and <https://example.org>\n", "A · and ·\n"),
            ("A [lamp][1] of\n\n[1]: https://example.org\n", "A ·lamp· of\n\n·\n"),
            ("---\nsymbol: A/1\n---\n\nLamps\n", "·\n·\n·\n\nLamps\n"),
            ("Lamps\n\n---\n\nOil\n\n---\n", "Lamps\n\n---\n\nOil\n\n---\n"),
            ("<b>Lamps</b> and <i>oil</i><br>\n", "·Lamps· and ·oil·\n"),
            ("<table>\n<tr><td>A/1</td></tr>\n</table>\n", "·\n·A/1·\n·\n"),
            ("<pre>1. Lamps</pre>\n\nOil\n", "·\n\nOil\n"),
        ] {
            assert_eq!(seen(text), shown);
        }
    }

    #[test]
    fn what_the_reader_of_drafts_knows_by_its_markup_is_left_to_it() {
        for text in [
            "The lamps<sup>1</sup> and[4](#f4) the[^oil] end\n",
            "The lamps,<a id=\"ref-1\"></a>[\\[1\\]](\\#note-1) and <sup><a href=\"#fn1\">1</a></sup>\n",
            "[^oil]: A/RES/1.\n\n[1]: A/RES/1\n\nThe [1] lamps\n",
            "**The Assembly**, *noting* A/C\\.3/1 and 2 < 3 > 1\n",
            "Lamps\n\n    (a) Oil;\n\n    (b) Wicks\n",
        ] {
            assert_eq!(seen(text), text);
        }
        assert_eq!(seen("<a href=\"https://x.org\">Lamps</a>\n"), "·Lamps·\n");
    }

    #[test]
    fn an_edit_may_stand_beside_what_is_veiled_but_not_in_it() {
        let markup = Markup::of("Lamps <!-- x --> burn\n");
        assert!(!markup.touches(&(0..6)) && !markup.touches(&(6..6)) && !markup.touches(&(16..18)));
        assert!(markup.touches(&(5..7)) && markup.touches(&(7..7)) && markup.touches(&(15..16)));
        assert!(!markup.touches(&(16..16)));
    }

    #[test]
    fn markdown_is_told_by_its_signs() {
        for text in ["# Lamps", "a\n[^1]: A/1", "~~~", "| a |\n| -- |", "Lamps\n\n<!-- oil -->"] {
            assert!(is_markdown(text), "{text}");
        }
        for text in ["#1 Lamps", "[1]: A/1", "Lamps ~ oil", "a -- b", "1. Lamps < oil", "----"] {
            assert!(!is_markdown(text), "{text}");
        }
    }
}
