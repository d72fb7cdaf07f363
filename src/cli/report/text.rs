//! For people: each finding under its sentence, in its place in the text.

use annotate_snippets::{Group, Level, Renderer};
use rapporteur::draft::DraftCounts;
use rapporteur::messages::{Argument, Locale, Message};
use rapporteur::report::CheckedText;
use rapporteur::report::places::TextPlace;
use rapporteur::report::printable::{printable, printable_name, without_isolates};
use rapporteur::rules::Severity;
use rapporteur::source::{DocumentPart, DocumentPlace};

use super::super::interface::locale;
use super::super::texts::{ReadCounts, RunTally};
use super::Report;
use super::snippet::Excerpt;

rapporteur::messages! {
    "cli.report":
    read(texts: count, preambular: count, operative: count, notes: count, citations: count) =
        "{texts, plural, one {{texts} text} other {{texts} texts}}: {preambular} preambular and {operative, plural, one \
         {{operative} operative paragraph} other {{operative} operative paragraphs}}, {notes, plural, one {{notes} note} \
         other {{notes} notes}}, {citations, plural, one {{citations} citation} other {{citations} citations}}.";
    no_resolution(count: count) =
        "{count, plural, one {{count} text has no sign of a resolution, and was passed over.} other {{count} texts have \
         no sign of a resolution, and were passed over.}}";
    unreadable(count: count) = "{count, plural, one {{count} text} other {{count} texts}} could not be read.";
    unused_ignores(count: count) =
        "{count, plural, one {{count} ignored finding is there no more.} other {{count} ignored findings are there no \
         more.}}";
    errors(count: count) = "{count, plural, one {{count} error} other {{count} errors}}";
    warnings(count: count) = "{count, plural, one {{count} warning} other {{count} warnings}}";
    information(count: count) = "{count} information";
    hints(count: count) = "{count, plural, one {{count} hint} other {{count} hints}}";
    nothing(texts: count) = "Nothing found in {texts, plural, one {{texts} text} other {{texts} texts}}.";
    in_one_text(findings: count, counts: list) =
        "{findings, plural, one {{findings} finding} other {{findings} findings}} in 1 text: {counts}.";
    in_texts(findings: count, found: count, texts: count, counts: list) =
        "{findings, plural, one {{findings} finding} other {{findings} findings}} in {found} of {texts, plural, one \
         {{texts} text} other {{texts} texts}}: {counts}.";
    error() = "error";
    warning() = "warning";
    information_level() = "information";
    hint() = "hint";
    note() = "note";
    help() = "help";
    document() = "document";
    in_paragraph(paragraph: number, word: number) = "paragraph {paragraph}, word {word}";
    at_number(paragraph: number) = "the number of paragraph {paragraph}";
    in_note(note: label, paragraph: number, word: number) =
        "note {note} (called in paragraph {paragraph}), word {word}";
    in_unnumbered_note(paragraph: number, word: number) =
        "a note without a number (called in paragraph {paragraph}), word {word}";
    in_header() = "the header of the pages";
}

pub struct TextReport {
    renderer: Renderer,
}

impl TextReport {
    /// Prints with colours or without.
    pub fn new(colours: bool) -> TextReport {
        let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
        TextReport { renderer }
    }
}

impl Report for TextReport {
    fn answer(&self, checked: &CheckedText<'_>) -> String {
        let name = printable_name(checked.name);
        let checked = &CheckedText { name: &name, ..*checked };
        let places = checked.places();
        let mut out = String::new();
        for finding in checked.findings {
            let place = places.get(finding.range.start);
            let excerpt = Excerpt::of(checked.text, &finding.range);
            let message = without_isolates(finding.message.text(checked.locale));
            let message = printable(&message);
            let mend = finding.fix.as_ref().map(|fix| without_isolates(fix.title.text(checked.locale)));
            let mend = mend.as_deref().map(printable);
            let stands = checked.map.document_place(checked.text, finding.range.start);
            let stands = stands.map(|place| without_isolates(told_place(place).text(checked.locale)));
            let mut main = at(checked, place, &level(finding.severity))
                .primary_title(&*message)
                .id(finding.code)
                .element(excerpt.snippet(place.line));
            if let Some(stands) = &stands {
                main = main.element(Level::NOTE.with_name(document().text(checked.locale)).message(&**stands));
            }
            if let Some(mend) = &mend {
                main = main.element(Level::HELP.with_name(help().text(checked.locale)).message(&**mend));
            }
            let related: Vec<(TextPlace, String, Excerpt)> = finding
                .related
                .iter()
                .map(|related| {
                    let excerpt = Excerpt::of(checked.text, &related.range);
                    (
                        places.get(related.range.start),
                        printable(&without_isolates(related.message.text(checked.locale))).into_owned(),
                        excerpt,
                    )
                })
                .collect();
            let related = related.iter().map(|(place, message, excerpt)| {
                at(checked, *place, &(note(), Level::NOTE))
                    .secondary_title(message.as_str())
                    .element(excerpt.snippet(place.line))
            });
            let elsewhere: Vec<(String, TextPlace, String, Excerpt)> = finding
                .counterparts
                .iter()
                .filter_map(|counterpart| {
                    let name = printable_name(&counterpart.file.as_ref()?.to_string_lossy()).into_owned();
                    let (line, column) = counterpart.start;
                    let place = TextPlace { character: 0, line: line as usize + 1, column: column as usize + 1 };
                    let message = counterpart.language.code.to_owned();
                    Some((name, place, message, Excerpt::of(&counterpart.words, &(0..0))))
                })
                .collect();
            let elsewhere = elsewhere.iter().map(|(name, place, message, excerpt)| {
                let there = CheckedText { name, ..*checked };
                at(&there, *place, &(note(), Level::NOTE))
                    .secondary_title(message.as_str())
                    .element(excerpt.snippet(place.line))
            });
            let groups: Vec<Group<'_>> = std::iter::once(main).chain(related).chain(elsewhere).collect();
            out += &self.renderer.render(&groups);
            out += "\n\n";
        }
        out
    }

    fn tail(&self, tally: &RunTally) -> String {
        total(tally, locale()) + &told_of_reading(tally, locale())
    }
}

/// What was read in all, in a line: `1 text: 8 preambular and 12 operative paragraphs, 6 notes, 10 citations.`
fn told_of_reading(tally: &RunTally, locale: &Locale) -> String {
    let ReadCounts { passed_over, drafts: DraftCounts { preambular, operative, notes, citations } } = tally.read;
    let texts = tally.texts.saturating_sub(passed_over);
    let lines = [
        (texts > 0).then(|| read(texts, preambular, operative, notes, citations)),
        (passed_over > 0).then(|| no_resolution(passed_over)),
    ];
    lines.into_iter().flatten().map(|line| line.text(locale) + "\n").collect()
}

/// What was found in all, in a line: `3 findings in 2 of 5 texts: 1 error, 2 hints.`
pub fn total(tally: &RunTally, locale: &Locale) -> String {
    let RunTally { texts, with_findings, findings, failed, severities, unused, .. } = *tally;
    let [grave, less_grave, informing, hinting] = severities;
    let counts = [
        (grave, errors(grave)),
        (less_grave, warnings(less_grave)),
        (informing, information(informing)),
        (hinting, hints(hinting)),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, counted)| Argument::Message(counted));
    let found = match (texts, findings) {
        (0, _) => return String::new(),
        (_, 0) => nothing(texts),
        (1, _) => in_one_text(findings, counts.collect()),
        _ => in_texts(findings, with_findings, texts, counts.collect()),
    };
    let failed = (failed > 0).then(|| unreadable(failed));
    let unused = (unused > 0).then(|| unused_ignores(unused));
    locale.sentences(std::iter::once(found).chain(failed).chain(unused)) + "\n"
}

/// Where something stands in a document that is no text.
fn told_place(DocumentPlace { part, paragraph, word }: DocumentPlace) -> Message {
    match (part, paragraph, word) {
        (DocumentPart::Body, Some(paragraph), Some(word)) => in_paragraph(paragraph, word),
        (DocumentPart::Body, Some(paragraph), None) => at_number(paragraph),
        (DocumentPart::Note(Some(note)), paragraph, word) => {
            in_note(note, paragraph.unwrap_or_default(), word.unwrap_or(1))
        }
        (DocumentPart::Note(None), paragraph, word) => {
            in_unnumbered_note(paragraph.unwrap_or_default(), word.unwrap_or(1))
        }
        (DocumentPart::Header, ..) | (DocumentPart::Body, None, _) => in_header(),
    }
}

/// A heading that begins with the place, as other checkers write it, so that terminals and editors can
/// follow it.
fn at<'a>(checked: &CheckedText<'_>, place: TextPlace, (name, level): &(Message, Level<'a>)) -> Level<'a> {
    let file = if checked.name == "-" { "<stdin>" } else { checked.name };
    level.clone().with_name(format!("{file}:{}:{}: {}", place.line, place.column, name.text(checked.locale)))
}

fn level(severity: Severity) -> (Message, Level<'static>) {
    match severity {
        Severity::Error => (error(), Level::ERROR),
        Severity::Warning => (warning(), Level::WARNING),
        Severity::Information => (information_level(), Level::INFO),
        Severity::Hint => (hint(), Level::HELP),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use rapporteur::rules::{Finding, Fix, Related};

    use super::*;

    rapporteur::messages! {
        "test":
        follows() = "Paragraph 4 follows paragraph 2; it should be 3.";
        is_here() = "Paragraph 2 is here.";
        number_it() = "Number it 3";
        quoted(text: quote) = "{text}";
    }

    fn finding(text: &str, at: &str, also: Option<&str>) -> Finding {
        let range = |part: &str| {
            let start = text.find(part).unwrap();
            start..start + part.len()
        };
        Finding {
            code: "operative-numbering",
            severity: Severity::Error,
            range: range(at),
            message: follows(),
            related: also.map(|also| Related { range: range(also), message: is_here() }).into_iter().collect(),
            counterparts: Vec::new(),
            fix: Some(Fix { title: number_it(), certain: true, edits: Vec::new() }),
            defer_until: None,
        }
    }

    fn checked<'a>(name: &'a str, text: &'a str, finding: &'a Finding) -> CheckedText<'a> {
        // No document has a text as its source.
        let map = Box::leak(Box::default());
        CheckedText { name, text, map, findings: std::slice::from_ref(finding), locale: &Locale::ENGLISH }
    }

    fn printed(text: &str, at: &str, also: Option<&str>) -> String {
        TextReport::new(false).answer(&checked("draft.txt", text, &finding(text, at, also)))
    }

    #[test]
    fn a_finding_is_shown_in_its_place() {
        expect![[r#"
            draft.txt:5:1: error[operative-numbering]: Paragraph 4 follows paragraph 2; it should be 3.
              |
            5 | 4. Decides
              | ^^
              |
              = help: Number it 3
            draft.txt:3:1: note: Paragraph 2 is here.
              |
            3 | 2. Requests;
              | ^^

        "#]]
        .assert_eq(&printed("1. Decides;\n\n2. Requests;\n\n4. Decides", "4.", Some("2.")));
    }

    #[test]
    fn a_long_paragraph_is_cut_around_the_finding() {
        let text = format!("{} as in A/Res/1/2 {}.", "Recalling ".repeat(40), "and so on ".repeat(40));
        expect![[r#"
            draft.txt:1:408: error[operative-numbering]: Paragraph 4 follows paragraph 2; it should be 3.
              |
            1 | …ng Recalling Recalling Recalling  as in A/Res/1/2 and so on and so on and so on and so on and so on …
              |                                          ^^^^^^^^^
              |
              = help: Number it 3

        "#]]
        .assert_eq(&printed(&text, "A/Res/1/2", None));
    }

    #[test]
    fn wide_and_right_to_left_writing_keeps_the_mark_in_its_place() {
        expect![[r#"
            draft.txt:1:4: error[operative-numbering]: Paragraph 4 follows paragraph 2; it should be 3.
              |
            1 | 4. 决定于2008年举行会议；
              |    ^^^^
              |
              = help: Number it 3

        "#]]
        .assert_eq(&printed("4. 决定于2008年举行会议；", "决定", None));
        expect![[r#"
            draft.txt:1:6: error[operative-numbering]: Paragraph 4 follows paragraph 2; it should be 3.
              |
            1 | 4 - يقرر أن يجتمع؛
              |     ^^^^
              |
              = help: Number it 3

        "#]]
        .assert_eq(&printed("\u{200f}4 - يقرر أن يجتمع؛", "يقرر", None));
    }

    #[test]
    fn arabic_is_shown_without_marks_that_a_terminal_does_not_know() {
        let text = "1. Decides;\n\n4. Decides";
        let one = Finding { message: quoted("4."), fix: None, ..finding(text, "4.", None) };
        let locale = rapporteur::language::ARABIC.locale;
        let told = TextReport::new(false).answer(&CheckedText { locale, ..checked("draft.txt", text, &one) });
        assert!(told.contains("]: 4.\n") && !told.contains(['\u{fffd}', '\u{2068}']), "{told}");
    }

    #[test]
    fn the_last_line_counts() {
        let tail = |texts, with_findings, severities: [usize; 4], failed, unused| {
            let findings = severities.iter().sum();
            let tally = RunTally { texts, with_findings, findings, failed, severities, unused, ..RunTally::default() };
            total(&tally, &Locale::ENGLISH)
        };
        assert_eq!(tail(5, 2, [1, 2, 0, 1], 0, 0), "4 findings in 2 of 5 texts: 1 error, 2 warnings, 1 hint.\n");
        assert_eq!(tail(1, 1, [0, 0, 1, 0], 0, 0), "1 finding in 1 text: 1 information.\n");
        assert_eq!(tail(2, 0, [0; 4], 1, 0), "Nothing found in 2 texts. 1 text could not be read.\n");
        assert_eq!(tail(1, 0, [0; 4], 0, 2), "Nothing found in 1 text. 2 ignored findings are there no more.\n");
        assert_eq!(tail(0, 0, [0; 4], 1, 0), "");
    }

    #[test]
    fn what_was_read_is_counted() {
        let read = ReadCounts {
            passed_over: 1,
            drafts: DraftCounts { preambular: 8, operative: 12, notes: 1, citations: 10 },
        };
        let tally = RunTally { texts: 2, read, ..RunTally::default() };
        assert_eq!(
            TextReport::new(false).tail(&tally),
            "Nothing found in 2 texts.\n\
             1 text: 8 preambular and 12 operative paragraphs, 1 note, 10 citations.\n\
             1 text has no sign of a resolution, and was passed over.\n"
        );
        assert_eq!(TextReport::new(false).tail(&RunTally::default()), "");
    }

    proptest::proptest! {
        #[test]
        fn any_finding_in_any_text_can_be_printed(text in "(?s).{0,60}", start in 0_usize..80, length in 0_usize..80) {
            let range = start..start + length;
            let related = vec![Related { range: 0..start, message: quoted(&text) }];
            let finding = Finding { range, related, message: quoted(&text), ..finding("1.", "1.", None) };
            for colours in [false, true] {
                TextReport::new(colours).answer(&checked("-", &text, &finding));
            }
        }
    }
}
