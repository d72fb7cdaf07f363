//! One draft in six languages and every layout: the same structure is read, and nothing is flagged.

use crate::samples::{CITED, SAMPLES, Sample};
use rapporteur::draft::{Draft, Layout, ParagraphKind};
use rapporteur::rules;

/// A paragraph before it is laid out.
struct Piece {
    kind: ParagraphKind,
    label: String,
    text: String,
}

/// The paragraphs of a sample, the marks of its notes as `mark` has them.
fn pieces(sample: &Sample, mark: &dyn Fn(usize) -> String) -> Vec<Piece> {
    let text = |text: &str| text.replace("{1}", &mark(1)).replace("{2}", &mark(2));
    let piece = |kind, label: String, words: &str| Piece { kind, label, text: text(words) };
    let mut pieces: Vec<Piece> =
        sample.preambular.iter().map(|words| piece(ParagraphKind::Preambular, String::new(), words)).collect();
    for (i, words) in sample.operative.iter().enumerate() {
        pieces.push(piece(ParagraphKind::Operative, sample.label.replace('#', &(i + 1).to_string()), words));
        if i == 0 {
            let items = sample.letters.iter().zip(&sample.items);
            pieces.extend(items.map(|(letter, words)| piece(ParagraphKind::Sub, (*letter).to_owned(), words)));
        }
    }
    pieces
}

/// What was read, a line a paragraph; then the citations, the markers and the notes.
fn read(text: &str) -> String {
    let draft = Draft::read(text);
    let mut out = String::new();
    for paragraph in &draft.paragraphs {
        let label = paragraph.label.as_ref().map_or("", |label| label.text.as_str());
        out += &format!("{:?} {label} {}\n", paragraph.kind, paragraph.level);
    }
    let mut cited: Vec<_> =
        draft.citations.iter().filter(|c| !c.in_masthead).map(|c| (c.in_note, c.symbol.to_string())).collect();
    // The notes of page text stand between its paragraphs.
    cited.sort_by_key(|(in_note, _)| *in_note);
    out += &format!("{:?}\n", cited.iter().map(|(_, symbol)| symbol.as_str()).collect::<Vec<_>>());
    out += &format!("{:?}\n", draft.markers.iter().map(|m| m.label.as_str()).collect::<Vec<_>>());
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    out += &format!("{:?}\n", draft.notes.iter().map(|n| squeezed(&n.text)).collect::<Vec<_>>());
    out
}

fn expected(sample: &Sample, labels: &dyn Fn(&Piece, usize) -> String) -> String {
    let mut out = String::new();
    let mut counts = [0, 0];
    for piece in pieces(sample, &|_| String::new()) {
        let nth = match piece.kind {
            ParagraphKind::Preambular => 0,
            _ => 1,
        };
        counts[nth] += usize::from(piece.kind != ParagraphKind::Sub);
        let level = u8::from(piece.kind == ParagraphKind::Sub);
        out += &format!("{:?} {} {level}\n", piece.kind, labels(&piece, counts[nth]));
    }
    out += &format!("{CITED:?}\n{:?}\n{:?}\n", ["1", "2"], sample.notes);
    out
}

fn as_printed(piece: &Piece, _: usize) -> String {
    piece.label.clone()
}

/// Reads the text of a sample and compares it with what the sample is.
fn holds(sample: &Sample, name: &str, text: &str, layout: Layout, labels: &dyn Fn(&Piece, usize) -> String) {
    let draft = Draft::read(text);
    let of = format!("{} in {name}:\n{text}", sample.language.code);
    assert_eq!(read(text), expected(sample, labels), "{of}");
    assert_eq!(draft.layout, layout, "{of}");
    assert_eq!(draft.language, sample.language, "{of}");
    let findings = rules::check(text, &draft, &|_| true);
    assert!(findings.is_empty(), "{findings:?} in {of}");
}

fn head(sample: &Sample) -> String {
    format!("93/7. {}\n\n{}\n\n", sample.title, sample.organ_line)
}

fn superscript(number: usize) -> &'static str {
    ["¹", "²"].get(number - 1).copied().unwrap_or_default()
}

fn notes_at_the_end(sample: &Sample) -> String {
    let notes = sample.notes.iter().enumerate().map(|(i, note)| format!("{} {note}\n", superscript(i + 1)));
    format!("_______________\n{}", notes.collect::<String>())
}

#[test]
fn clean() {
    for sample in &SAMPLES {
        let mut text = head(sample);
        for piece in pieces(sample, &|n| sample.marker.replace('#', superscript(n))) {
            text += &format!("{}\n\n", format!("{} {}", piece.label, piece.text).trim_start());
        }
        text += &notes_at_the_end(sample);
        holds(sample, "a clean text", &text, Layout::Clean, &as_printed);
    }
}

#[test]
fn markdown() {
    for sample in &SAMPLES {
        let mut text = format!("# 93/7. {}\n\n*{}*\n\n", sample.title, sample.organ_line);
        for piece in pieces(sample, &|n| format!("[^{n}]")) {
            let (opening, rest) = piece.text.split_once(' ').unwrap_or(("", &piece.text));
            let opening = if opening.is_empty() { String::new() } else { format!("*{opening}* ") };
            match piece.kind {
                ParagraphKind::Sub => text += &format!("    - {} {}\n", piece.label, piece.text),
                _ => text += &format!("{}\n\n", format!("{} {opening}{rest}", piece.label).trim_start()),
            }
        }
        for (i, note) in sample.notes.iter().enumerate() {
            text += &format!("\n[^{}]: {note}\n", i + 1);
        }
        holds(sample, "Markdown", &text, Layout::Clean, &as_printed);
    }
}

#[test]
fn labels_alone_on_a_line() {
    for sample in &SAMPLES {
        let mut text = head(sample);
        for piece in pieces(sample, &|n| sample.marker.replace('#', superscript(n))) {
            if piece.label.is_empty() {
                text += &format!("{}\n\n", piece.text);
            } else {
                text += &format!("{}\n{}\n\n", piece.label, piece.text);
            }
        }
        text += &notes_at_the_end(sample);
        holds(sample, "a text with labels alone on a line", &text, Layout::Clean, &as_printed);
    }
}

#[test]
fn negotiated() {
    for sample in &SAMPLES {
        let mut text = format!("{}\n\n{}\n\n", sample.title, sample.organ_line);
        let (mut preambular, mut operative) = (0, 0);
        let marked = pieces(sample, &|n| sample.marker.replace('#', superscript(n)));
        for (i, piece) in marked.iter().enumerate() {
            let label = match piece.kind {
                ParagraphKind::Preambular => {
                    preambular += 1;
                    format!("PP{preambular}")
                }
                ParagraphKind::Operative => {
                    operative += 1;
                    format!("OP{operative}")
                }
                ParagraphKind::Sub => piece.label.clone(),
            };
            match i % 3 {
                0 => text += &format!("[{label} {}]\n\n", piece.text),
                1 => text += &format!("{label} [{}] [XY: …]\n\n", piece.text),
                _ => text += &format!("[{label}] {}\n\n", piece.text),
            }
        }
        text += &notes_at_the_end(sample);
        let labels = |piece: &Piece, nth: usize| match piece.kind {
            ParagraphKind::Preambular => format!("PP{nth}"),
            ParagraphKind::Operative => format!("OP{nth}"),
            ParagraphKind::Sub => piece.label.clone(),
        };
        holds(sample, "a negotiated text", &text, Layout::Clean, &labels);
    }
}

#[test]
fn insertions_and_alternatives() {
    for sample in &SAMPLES {
        let number = |n: &str| sample.label.replace('#', n);
        let space = if sample.bis.starts_with('之') { "" } else { " " };
        let lines = [
            number("1"),
            number(&format!("1{space}{}", sample.bis)),
            format!("[{}", number("2")),
            format!("[{}", number("2")),
            number("3 alt"),
            number("4"),
        ];
        let mut text = format!("{}\n\n{}\n\n", sample.title, sample.organ_line);
        for label in &lines {
            let close = if label.starts_with('[') { "]" } else { "" };
            let words = if *label == number("4") { sample.operative.last() } else { sample.operative.get(2) };
            text += &format!("{label} {}{close}\n\n", words.unwrap());
        }
        let draft = Draft::read(&text);
        let labels: Vec<_> = draft.paragraphs.iter().filter_map(|p| Some(p.label.as_ref()?.text.as_str())).collect();
        let printed: Vec<_> = lines.iter().map(|label| label.trim_start_matches('[')).collect();
        assert_eq!(labels, printed, "{text}");
        let findings = rules::check(&text, &draft, &|rule| rule.is_on_by_default());
        assert!(findings.is_empty(), "{findings:?} in {text}");
    }
}

/// Columns of a line of page text.
const WIDTH: usize = 76;

/// Breaks a paragraph into lines of page text.
fn wrapped(text: &str) -> Vec<String> {
    let wide = |c: char| c > '\u{2e80}';
    let columns = |text: &str| text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum::<usize>();
    let mut lines = vec![String::new()];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let len = if wide(first) {
            first.len_utf8()
        } else {
            rest.char_indices().skip(1).find(|(_, c)| *c == ' ' || wide(*c)).map_or(rest.len(), |(i, _)| i)
        };
        let (word, after) = rest.split_at(len);
        let line = lines.last_mut().expect("one is there from the start");
        if columns(line) + columns(word) > WIDTH && !line.is_empty() {
            lines.push(word.trim_start().to_owned());
        } else {
            line.push_str(word);
        }
        rest = after;
    }
    lines
}

/// Page text: lines broken, a page that ends in the middle of the first operative paragraph but one, with the notes
/// of its markers at its foot, a page number and a running head.
fn page_text(sample: &Sample, between: &str) -> String {
    let mark = |n: usize| sample.glued.replace('#', &n.to_string());
    let note = |i: usize| {
        let text = sample.notes.get(i).copied().unwrap_or_default();
        format!("{} {text}", i + 1)
    };
    let head = format!("A/RES/93/7\n\n93/7. {}\n{between}\n{}\n{between}", sample.title, sample.organ_line);
    let (mut first, mut second) = (head, String::from("\u{c}A/RES/93/7\n\n"));
    for (i, piece) in pieces(sample, &mark).into_iter().enumerate() {
        let lines = wrapped(&format!("    {}", format!("{} {}", piece.label, piece.text).trim_start()));
        for (j, line) in lines.iter().enumerate() {
            let page = if i < 8 || (i == 8 && j < 1) { &mut first } else { &mut second };
            *page += &format!("{line}\n{between}");
        }
    }
    // The marker of the second note stands in paragraph 2, on the first page.
    let foot: String = (0..sample.notes.len()).map(|i| note(i) + "\n").collect();
    format!("{first}\n_______________\n{foot}\n38-12345\n1/2\n{second}\n2/2\n")
}

#[test]
fn page_texts_with_glued_markers() {
    for sample in &SAMPLES {
        holds(sample, "page text", &page_text(sample, ""), Layout::Page, &as_printed);
    }
}

/// Page text as some programs give it: a blank line after every line, a marker alone on its line, the notes under a
/// line of blanks, their numbers alone on lines too.
#[test]
fn page_texts_with_markers_on_lines_of_their_own() {
    for sample in &SAMPLES {
        let mut text = format!("A/RES/93/7 \n\n93/7. {} \n\n {} \n\n", sample.title, sample.organ_line);
        for piece in pieces(sample, &|n| format!("\u{1}{n}\u{1}")) {
            for line in wrapped(format!("{} {}", piece.label, piece.text).trim_start()) {
                let mut parts = line.split('\u{1}');
                text += parts.next().unwrap_or_default();
                while let (Some(mark), Some(rest)) = (parts.next(), parts.next()) {
                    // What follows the marker stands on the line after it.
                    text += &format!("\n{mark} \n{rest}");
                }
                text += "\n\n";
            }
        }
        text += &format!("{}\n", " ".repeat(59));
        for (i, note) in sample.notes.iter().enumerate() {
            text += &format!("{}\n {note} \n", i + 1);
        }
        holds(sample, "double-spaced page text", &text, Layout::Page, &as_printed);
    }
}

/// Page text with the numbers of its operative paragraphs on lines of their own.
#[test]
fn page_texts_with_labels_on_lines_of_their_own() {
    for sample in &SAMPLES {
        let mark = |n: usize| sample.glued.replace('#', &n.to_string());
        let mut text = format!("A/RES/93/7\n\n93/7. {}\n\n{}\n", sample.title, sample.organ_line);
        for piece in pieces(sample, &mark) {
            if piece.kind == ParagraphKind::Operative {
                text += &format!("{}\n{}\n", piece.label, wrapped(&piece.text).join("\n"));
            } else {
                let line = format!("{} {}", piece.label, piece.text);
                text += &format!("{}\n", wrapped(line.trim_start()).join("\n"));
            }
        }
        text += "_______________\n";
        for (i, note) in sample.notes.iter().enumerate() {
            text += &format!("{}\n{note}\n", i + 1);
        }
        holds(sample, "page text with labels on lines of their own", &text, Layout::Page, &as_printed);
    }
}

#[test]
fn notes_that_a_page_ends_with_are_read_though_a_mark_is_set_apart_and_no_line_is_blank() {
    // As LibreOffice prints a full line and `pdftotext -layout` reads it: a space before the second mark, the notes' numbers above them.
    let text = "\
             The General Assembly,

             Recalling its resolution 92/14 of 3 December 2037 on the lamps of the
             harbours and on those who keep them through the long nights of winter1,

             Bearing in mind the Convention on the Birds of the Northern Shores 2 and
             the obligations of its parties, which are to leave the quays dark at night,

             Taking note of the report of the Secretary-General on quiet harbours3,

             1.   Decides to light the lamps of all harbours that lie on the way of the
             ships, and to keep the others dark;

             2.   Requests the Secretary-General to report to the General Assembly at
             its ninety-fifth session on the keeping of the lamps and of the Lighthouse
             1
                 See A/90/388, annex.
             2
                 United Nations, Treaty Series, vol. 3907, No. 61204.
             3
                 A/93/118.
\u{c}
             Keepers of the northern shores.
             3.   Invites the keepers of all harbours, the schools of the coast and the
             unions of those who sail there to take part in the counting of the birds
             that pass by the harbours in the nights of spring and of autumn;

             4.   Decides to keep the lamps of the northern shores under its review,
             and to come back to them in each year in which the winter is a long one.
";
    let draft = Draft::read(text);
    assert_eq!(draft.layout, Layout::Page);
    let labels = |labels: Vec<&str>| labels.join(" ");
    assert_eq!(labels(draft.markers.iter().map(|marker| marker.label.as_str()).collect()), "1 2 3");
    assert_eq!(labels(draft.notes.iter().map(|note| note.label.as_str()).collect()), "1 2 3");
}

#[test]
fn notes_of_full_pages_are_read_and_go_on_on_the_next_page() {
    // As LibreOffice prints a page without a line of room; the number of the page stands at its foot.
    let text = "\
             The General Assembly,

             Recalling its resolution 92/14 of 3 December 2037 on the lamps of the
             harbours and on those who keep them through the long nights of winter1,

             Bearing in mind the Convention on the Birds of the Northern Shores2 and
             the obligations of its parties, which are to leave the quays dark at night,

             Taking note of the report of the Secretary-General on quiet harbours3 and
             of those of the unions of those who sail on the open seas in the nights

             1
               Official Records of the Economic and Social Council, 2037. Supplement No.
             10 (E/2037/30), chap. I
             2
                 United Nations, Treaty Series, vol. 3907, No. 61204.
             3
               Report of the Conference of the Keepers of Lamps on the Birds that Pass by
             the Harbours, New York, 9 to 20 July 2037


                                                                                       1
\u{c}
             of spring, with the recommendations for the keepers of all harbours4,

             Convinced that birds need the night, and that ships need the harbours,

             1.   Decides to light the lamps of all harbours that lie on the way of the
             ships, and to keep the others dark, so that the birds of the northern
             (A/CONF.392/15), chap. IV, para. 24.
             4
                 See A/90/388, annex.


                                                                                       2
\u{c}
             shores find their way;

             2.   Invites the keepers of all harbours, the schools of the coast and the
             unions of those who sail there to take part in the counting of the birds
             that pass by the harbours in the nights of spring and of autumn.
"
    .replace("northern\n             (A/CONF", "northern\n\n             (A/CONF");
    let draft = Draft::read(&text);
    assert_eq!(draft.layout, Layout::Page);
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let notes: Vec<String> =
        draft.notes.iter().map(|note| format!("{} {}", note.label, squeezed(&note.text))).collect();
    assert_eq!(
        notes,
        [
            "1 Official Records of the Economic and Social Council, 2037. Supplement No. 10 (E/2037/30), chap. I",
            "2 United Nations, Treaty Series, vol. 3907, No. 61204.",
            "3 Report of the Conference of the Keepers of Lamps on the Birds that Pass by the Harbours, New York, 9 to 20 \
             July 2037 (A/CONF.392/15), chap. IV, para. 24.",
            "4 See A/90/388, annex.",
        ]
    );
    assert_eq!(draft.paragraphs.len(), 6);
}

#[test]
fn blank_lines_part_paragraphs_where_all_are_parted() {
    // A comma at the edge of the text ends no paragraph, whatever the next line begins with; a blank line does.
    let page = |organ: &str, paragraph: &[&str], last: &[&str]| {
        let paragraphs = [paragraph; 7].map(|lines| lines.join("\n")).join("\n\n");
        format!("{organ}\n\n{paragraphs}\n\n{}\n", last.join("\n"))
    };
    let chinese = [
        "回顾其关于港口灯火和在漫长冬夜里看守灯火的人们的第九十二届会议各项决议的全部规定，",
        "认识到鸟类需要黑夜而船只需要港口并且看守灯火的人们需要得到他们应当得到的尊重和支",
        "持和鼓励，",
    ];
    let russian = [
        "с удовлетворением принимая к сведению доклад о тихих гаванях и об их огнях,",
        "учитывая потребности птиц северных берегов в темных ночах и нужды кораблей,",
        "которые идут в гавани,",
    ];
    for (organ, paragraph, last) in
        [("大会，", chinese, "1. 决定点亮灯火。"), ("Генеральная Ассамблея,", russian, "1. постановляет зажечь огни.")]
    {
        let draft = Draft::read_as(
            &page(organ, &paragraph, &[last]),
            rapporteur::draft::ReadAs { layout: Some(Layout::Page), ..Default::default() },
        );
        assert_eq!(draft.paragraphs.len(), 8, "{organ}");
    }
}

#[test]
fn a_date_that_a_page_breaks_is_the_adoptions() {
    let text = "\
A/RES/93/7

Resolution adopted by the General Assembly on 18
December 2038

93/7. Quiet harbours

The General Assembly,

Recalling its resolution 92/14 of 3 December 2037 on the lamps of the
harbours and on those who keep them through the long nights of winter,
";
    let as_page = rapporteur::draft::ReadAs { layout: Some(Layout::Page), ..Default::default() };
    let draft = Draft::read_as(text, as_page);
    assert_eq!(draft.adopted.map(|date| (date.year, date.month, date.day)), Some((2038, 12, 18)));
    assert_eq!(draft.title.map(|title| title.text), Some("Quiet harbours".to_owned()));
}
