//! # lost-objects
//!
//! ## What it says
//!
//! What stands in the document stands in the text: pictures, formulas and fields leave no gap.
//!
//! ## Why
//!
//! A word processor's document holds more than text. What can't be made text is left out by most converters in silence,
//! or leaves a sign (`￼`, U+FFFC) that nobody sees. A Word document is read as far as it is text; of what is not, each
//! place is told. So is what it holds beside its text and others should not get: hidden words, and links to files on a
//! computer or in the network of an office, which show how folders are named.
//!
//! Which ways keep what is told in [From Word, LibreOffice, Google Docs or a PDF](from-word-and-pdf.md).
//!
//! ## Example
//!
//! ```text
//! Recalling that a lamp shines as bright as ￼ candles,
//!
//! Noting the keepers’ thanks,
//! ```
//!
//! A formula stood there.
//!
//! ## Exceptions
//!
//! Emblems, seals and other pictures that are too small to hold text. Page numbers. Comments, which are no part of the
//! draft. Links to web pages and to addresses of mail. Code in Markdown.
//!
//! ## Source
//!
//! The Unicode Standard, U+FFFC, object replacement character; ECMA-376, Office Open XML File Formats.

use std::ops::Range;

use super::{DependsOn, Finding, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::UnreadContent;
use crate::messages::Message;
use crate::script::OBJECT_REPLACEMENT;

pub static RULE: Rule = Rule {
    code: "lost-objects",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("lost_objects.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::TellsOfLosses],
};

crate::messages! {
    "lost-objects":
    sign_left() =
        "The sign that stands here (U+FFFC) is all that is left of a picture, a formula or a field: it was lost when the text \
         was copied or converted. Look it up in the original, and write here what it says.";
    not_text(what: choice) =
        "{what, select, equation {A formula} picture {A picture} chart {A chart} drawing {A drawing with text} object {An \
         object of another program} other {A part of another document}} stands here in the Word document and could not be \
         read as text. Look at this place in the document: what it says is not checked.";
    field(name: name) =
        "The field {name} shows something here that the Word document doesn't hold. Update the fields in the word processor, \
         and save the document.";
    sign(font: quote) =
        "A sign of the font “{font}” stands here in the Word document, and it is not known which character it is. Look at this \
         place in the document.";
    note() =
        "The text of this note is not in the Word document. Write the note anew in the word processor.";
    hidden(words: quote) =
        "Hidden text stands here in the Word document, which is not read: “{words}”. Remove it before the document is given to \
         others, or show it if it belongs to the draft.";
    link_to_file(address: quote) =
        "This link in the Word document leads to a file on a computer or in the network of an office: “{address}”. Whoever gets the \
         document can read there how folders and computers are named. Remove the link before the document is given to others.";
    number_format(name: name) =
        "This number is counted in a way that is not known ({name}), and was written in digits. Compare it with the Word \
         document.";
    notes_by_page() =
        "The notes of this Word document are numbered anew on each page, and pages are known to the word processor alone. Here \
         they are counted on from page to page.";
    unknown(name: name) =
        "Something stands here in the Word document ({name}) that is not known. Look at this place in the document: what it says \
         is not checked.";
}

/// So many characters of hidden text and of addresses are shown.
const SHOWN: usize = 60;

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let unread = &context.draft.unread;
    for place in unread {
        let mut finding = context.finding(&RULE, place.range.clone(), message(&place.content));
        // Nothing of the draft is missing.
        if matches!(
            place.content,
            UnreadContent::Hidden(_)
                | UnreadContent::LinkToFile(_)
                | UnreadContent::NotesByPage
                | UnreadContent::Picture
        ) {
            finding.severity = finding.severity.max(Severity::Information);
        }
        finding.defer_until = None;
        findings.push(finding);
    }
    let mut sign = [0; 4];
    let sign = OBJECT_REPLACEMENT.encode_utf8(&mut sign).as_bytes();
    let told = |range: &Range<usize>| {
        unread.iter().any(|place| place.range.start < range.end && range.start < place.range.end)
    };
    let signs = memchr::memmem::find_iter(context.text.as_bytes(), sign).map(|at| at..at + sign.len());
    findings.extend(signs.filter(|range| !told(range)).map(|range| context.finding(&RULE, range, sign_left())));
    findings.sort_by_key(|finding| finding.range.start);
}

fn message(content: &UnreadContent) -> Message {
    match content {
        UnreadContent::Equation => not_text("equation"),
        UnreadContent::Picture => not_text("picture"),
        UnreadContent::Chart => not_text("chart"),
        UnreadContent::Diagram => not_text("drawing"),
        UnreadContent::EmbeddedObject => not_text("object"),
        UnreadContent::OtherDocument => not_text("other"),
        UnreadContent::Field(name) => field(name.clone()),
        UnreadContent::Sign(font) => sign(font.clone()),
        UnreadContent::Note => note(),
        UnreadContent::Hidden(words) => hidden(shortened(words)),
        UnreadContent::LinkToFile(address) => link_to_file(shortened(address)),
        UnreadContent::NumberFormat(name) => number_format(name.clone()),
        UnreadContent::NotesByPage => notes_by_page(),
        UnreadContent::Unknown(name) => unknown(name.clone()),
    }
}

/// The beginning of words that may be many.
fn shortened(words: &str) -> String {
    let words = words.trim();
    let end = words.char_indices().nth(SHOWN).map(|(end, _)| end);
    end.map_or_else(|| words.to_owned(), |end| format!("{}…", words.get(..end).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::super::support::testing::expect;
    use super::*;
    use crate::draft::{Draft, UnreadPlace};
    use crate::library::AuthorityCache;
    use crate::messages::Locale;
    use crate::rules::check_knowing;

    #[test]
    fn a_sign_that_was_left_is_told() {
        expect(
            "lost-objects",
            "
The General Assembly,

Recalling that a lamp shines as bright as \u{fffc} candles,
                                          ^ The sign that stands here (U+FFFC) is all that is left of a picture, a formula or a field: it was lost when the text was copied or converted. Look it up in the original, and write here what it says.

1. Decides to rest.
",
        );
    }

    #[test]
    fn what_a_format_could_not_read_is_told_at_its_place() {
        let text = "The General Assembly,\n\n1. Decides to rest \u{fffc};\n\n2. Requests lamps.\n";
        let at = |words: &str| text.find(words).map(|start| start..start + words.len()).unwrap();
        let unread = vec![
            UnreadPlace { range: at("\u{fffc}"), content: UnreadContent::Equation },
            UnreadPlace { range: at("lamps."), content: UnreadContent::Hidden("which are new ".repeat(9)) },
        ];
        let draft = Draft { unread, ..Draft::read(text) };
        let found = check_knowing(AuthorityCache::built_in(), text, &draft, &|rule| rule.code == RULE.code);
        let told: Vec<_> =
            found.iter().map(|one| (one.range.clone(), one.severity, one.message.text(&Locale::ENGLISH))).collect();
        assert_eq!(told.len(), 2);
        assert_eq!((&told[0].0, told[0].1), (&at("\u{fffc}"), Severity::Warning));
        assert!(told[0].2.starts_with("A formula stands here in the Word document"), "{}", told[0].2);
        assert_eq!((&told[1].0, told[1].1), (&at("lamps."), Severity::Information));
        assert!(told[1].2.contains("new whic…”"), "{}", told[1].2);
    }
}
