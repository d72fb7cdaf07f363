//! Random documents whose meaning is known, since they were made of it: what is read of them is what they mean.
//!
//! Each document is a list of paragraphs with their levels, changes, notes and fields. What it says in each state of its
//! changes is worked out here from that list, by other means than the reader's: a number is how many paragraphs of its
//! level came since the list began or a paragraph above it.

use std::path::Path;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use rapporteur::source::{self, ReadPurpose, TrackedChanges};

use crate::word_file::{WordFile, call, footnote, level, run};
use crate::workspace::Workspace;

/// What happened to something since changes are tracked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    None,
    PutIn,
    TakenOut,
    /// Put in by one, taken out by another.
    Both,
    MovedAway,
    MovedHere,
}

impl Change {
    fn is_there(self, state: TrackedChanges) -> bool {
        match state {
            TrackedChanges::Accepted => !matches!(self, Change::TakenOut | Change::Both | Change::MovedAway),
            TrackedChanges::Original => !matches!(self, Change::PutIn | Change::Both | Change::MovedHere),
            TrackedChanges::All => true,
        }
    }

    /// Runs with the marks of the change around them.
    fn around(self, runs: &str) -> String {
        let (name, more) = match self {
            Change::None => return runs.to_owned(),
            Change::PutIn => ("ins", None),
            Change::TakenOut => ("del", None),
            Change::Both => ("ins", Some("del")),
            Change::MovedAway => ("moveFrom", None),
            Change::MovedHere => ("moveTo", None),
        };
        let deleted = matches!(self, Change::TakenOut | Change::Both);
        let runs = if deleted {
            runs.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        } else {
            runs.to_owned()
        };
        let inside = more.map_or(runs.clone(), |more| format!("<w:{more} w:id='2' w:author='B'>{runs}</w:{more}>"));
        format!("<w:{name} w:id='1' w:author='A'>{inside}</w:{name}>")
    }
}

/// A piece of a paragraph.
#[derive(Debug, Clone)]
struct Piece {
    kind: PieceKind,
    change: Change,
}

#[derive(Debug, Clone)]
enum PieceKind {
    Words(u8),
    Note,
    /// A field, with words as its result, and another field in its instruction where it is nested.
    Field {
        words: u8,
        nested: bool,
        simple: bool,
    },
    /// Words in a frame of their own.
    Framed(u8, u8),
    Hidden(u8),
}

/// A paragraph.
#[derive(Debug, Clone)]
struct Item {
    /// Its list and its level, if it is a member of one.
    member: Option<(usize, usize)>,
    pieces: Vec<Piece>,
    /// What happened to its mark.
    mark: Change,
    /// The list was put in under tracking: the paragraph was none of it before.
    list_put_in: bool,
    text_box: Option<u8>,
}

/// A part of the document.
#[derive(Debug, Clone)]
enum Part {
    Item(Item),
    /// A table, whose rows have cells, with what happened to each row.
    Table(Vec<(Change, Vec<Cell>)>),
}

#[derive(Debug, Clone)]
enum Cell {
    Words(u8),
    /// A table in the cell, of one row.
    Nested(Vec<u8>),
}

const WORDS: [&str; 8] = ["lamps", "quays", "keepers & pilots", "night", "the sea", "harbours", "tides", "<light>"];

fn words(at: u8) -> &'static str {
    WORDS[usize::from(at) % WORDS.len()]
}

/// How a list counts: of each level the format, the text and the start.
type Levels = [(&'static str, &'static str, u32); 3];

#[derive(Debug, Clone)]
struct Model {
    parts: Vec<Part>,
    levels: Levels,
    /// Whether the second list begins anew: it has the first one's definition.
    second_starts: bool,
    note_start: u32,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => Just(Change::None),
        1 => Just(Change::PutIn),
        1 => Just(Change::TakenOut),
        1 => Just(Change::Both),
        1 => Just(Change::MovedAway),
        1 => Just(Change::MovedHere),
    ]
}

fn piece() -> impl Strategy<Value = Piece> {
    let kind = prop_oneof![
        6 => any::<u8>().prop_map(PieceKind::Words),
        1 => Just(PieceKind::Note),
        1 => (any::<u8>(), any::<bool>(), any::<bool>())
            .prop_map(|(words, nested, simple)| PieceKind::Field { words, nested, simple }),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(words, frame)| PieceKind::Framed(words, frame)),
        1 => any::<u8>().prop_map(PieceKind::Hidden),
    ];
    (kind, change()).prop_map(|(kind, change)| Piece { kind, change })
}

fn mark() -> impl Strategy<Value = Change> {
    prop_oneof![8 => Just(Change::None), 1 => Just(Change::PutIn), 1 => Just(Change::TakenOut)]
}

fn item() -> impl Strategy<Value = Item> {
    let member = prop::option::weighted(0.8, (1..3_usize, 0..3_usize));
    let text_box = prop::option::weighted(0.1, any::<u8>());
    (member, prop::collection::vec(piece(), 0..4), mark(), prop::bool::weighted(0.1), text_box)
        .prop_map(|(member, pieces, mark, list_put_in, text_box)| Item { member, pieces, mark, list_put_in, text_box })
}

fn table() -> impl Strategy<Value = Part> {
    let cell = prop_oneof![3 => any::<u8>().prop_map(Cell::Words), 1 => prop::collection::vec(any::<u8>(), 1..3).prop_map(Cell::Nested)];
    let row = (
        prop_oneof![4 => Just(Change::None), 1 => Just(Change::PutIn), 1 => Just(Change::TakenOut)],
        prop::collection::vec(cell, 1..4),
    );
    prop::collection::vec(row, 1..3).prop_map(Part::Table)
}

fn model() -> impl Strategy<Value = Model> {
    let levels = prop_oneof![
        Just([("decimal", "%1.", 1), ("lowerLetter", "(%2)", 1), ("lowerRoman", "(%3)", 1)]),
        Just([("upperRoman", "%1.", 2), ("decimal", "%1.%2", 1), ("lowerLetter", "%2%3)", 3)]),
        Just([("russianLower", "%1)", 1), ("decimalZero", "%2.", 9), ("bullet", "–", 1)]),
        Just([("arabicAbjad", "(%1)", 4), ("chineseCountingThousand", "%2、", 9), ("decimal", "%3 -", 1)]),
    ];
    let parts = prop::collection::vec(prop_oneof![6 => item().prop_map(Part::Item), 1 => table()], 1..12);
    (parts, levels, any::<bool>(), 1..3_u32).prop_map(|(parts, levels, second_starts, note_start)| Model {
        parts,
        levels,
        second_starts,
        note_start,
    })
}

impl Model {
    /// The document that means this.
    fn document(&self) -> WordFile {
        let mut notes = String::new();
        let mut count = 1;
        // Nothing before it could be taken for a masthead.
        let mut body = format!("<w:p>{}</w:p>", run(&"Lamps burn. ".repeat(20)));
        for part in &self.parts {
            match part {
                Part::Item(item) => {
                    let mut runs = String::new();
                    for piece in &item.pieces {
                        let made = match &piece.kind {
                            PieceKind::Words(at) => run(&format!("{} ", words(*at))),
                            PieceKind::Note => {
                                count += 1;
                                notes += &footnote(count, &format!("Note {count}."));
                                call(count)
                            }
                            PieceKind::Field { words: at, nested, simple } => field(&run(words(*at)), *nested, *simple),
                            PieceKind::Framed(at, frame) => framed(&run(words(*at)), *frame),
                            PieceKind::Hidden(at) => {
                                run(words(*at)).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
                            }
                        };
                        runs += &piece.change.around(&made);
                    }
                    runs += &item.text_box.map(text_box).unwrap_or_default();
                    let mark = match item.mark {
                        Change::PutIn => "<w:rPr><w:ins w:id='3' w:author='A'/></w:rPr>",
                        Change::TakenOut => "<w:rPr><w:del w:id='3' w:author='A'/></w:rPr>",
                        _ => "",
                    };
                    let numbering = item.member.map(|(list, level)| {
                        format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>")
                    });
                    let before =
                        if item.list_put_in { "<w:pPrChange w:id='4' w:author='A'><w:pPr/></w:pPrChange>" } else { "" };
                    body += &format!("<w:p><w:pPr>{}{mark}{before}</w:pPr>{runs}</w:p>", numbering.unwrap_or_default());
                }
                Part::Table(rows) => {
                    body += "<w:tbl>";
                    for (change, cells) in rows {
                        let change = match change {
                            Change::PutIn => "<w:trPr><w:ins w:id='5' w:author='A'/></w:trPr>",
                            Change::TakenOut => "<w:trPr><w:del w:id='5' w:author='A'/></w:trPr>",
                            _ => "",
                        };
                        body += &format!("<w:tr>{change}{}</w:tr>", cells.iter().map(cell).collect::<String>());
                    }
                    // A paragraph stands behind each table.
                    body += "</w:tbl><w:p/>";
                }
            }
        }
        let definition: String =
            self.levels.iter().enumerate().map(|(at, (format, text, start))| level(at, *start, format, text)).collect();
        let starts = if self.second_starts {
            "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"
        } else {
            ""
        };
        WordFile {
            body,
            footnotes: notes,
            numbering: format!(
                "<w:abstractNum w:abstractNumId='7'>{definition}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/>\
                 </w:num><w:num w:numId='2'><w:abstractNumId w:val='7'/>{starts}</w:num>"
            ),
            settings: format!("<w:footnotePr><w:numStart w:val='{}'/></w:footnotePr>", self.note_start),
            ..WordFile::default()
        }
    }

    /// The lines that it means in a state of its changes, without the blank ones.
    fn meaning(&self, state: TrackedChanges) -> Vec<String> {
        let mut lines = vec![format!("{}.", "Lamps burn. ".repeat(20).trim_end().trim_end_matches('.'))];
        let mut notes = Vec::new();
        let mut count = 1;
        let mut history: Vec<(usize, usize)> = Vec::new();
        // What paragraphs whose marks are gone have left for the next.
        let mut waiting: Option<(String, Option<(usize, usize)>)> = None;
        let mut number = self.note_start;
        for part in &self.parts {
            let Part::Item(item) = part else {
                self.end_waiting(&mut waiting, &mut history, &mut lines);
                let Part::Table(rows) = part else { continue };
                for (change, cells) in rows.iter().filter(|(change, _)| change.is_there(state)) {
                    let _ = change;
                    let nested = cells.iter().any(|cell| matches!(cell, Cell::Nested(inside) if inside.len() > 1));
                    let all = cells.iter().flat_map(|cell| match cell {
                        Cell::Words(at) => vec![words(*at).to_owned()],
                        Cell::Nested(inside) => vec![inside.iter().map(|at| words(*at)).collect::<Vec<_>>().join("\t")],
                    });
                    let all: Vec<String> = all.collect();
                    match nested {
                        true => lines.extend(all),
                        false => lines.push(all.join("\t")),
                    }
                }
                continue;
            };
            let (mut text, _) = waiting.take().unwrap_or_default();
            for piece in &item.pieces {
                let there = piece.change.is_there(state);
                match &piece.kind {
                    PieceKind::Note => {
                        count += 1;
                        if there {
                            text += &raised(number);
                            notes.push(format!("{} Note {count}.", raised(number)));
                            number += 1;
                        }
                    }
                    PieceKind::Words(at) if there => text += &format!("{} ", words(*at)),
                    PieceKind::Field { words: at, .. } | PieceKind::Framed(at, _) if there => text += words(*at),
                    _ => {}
                }
            }
            let member = item.member.filter(|_| !(item.list_put_in && state == TrackedChanges::Original));
            match item.mark.is_there(state) {
                true => self.end(&text, member, &mut history, &mut lines),
                false => waiting = Some((text, member)),
            }
            lines.extend(item.text_box.map(|at| format!("Box of {}", words(at))));
        }
        self.end_waiting(&mut waiting, &mut history, &mut lines);
        if !notes.is_empty() {
            lines.push("__________________".to_owned());
            lines.extend(notes);
        }
        lines
    }

    fn end_waiting(
        &self,
        waiting: &mut Option<(String, Option<(usize, usize)>)>,
        history: &mut Vec<(usize, usize)>,
        lines: &mut Vec<String>,
    ) {
        if let Some((text, member)) = waiting.take()
            && !text.trim().is_empty()
        {
            self.end(&text, member, history, lines);
        }
    }

    /// Ends a paragraph: its line is its label and its text.
    fn end(
        &self,
        text: &str,
        member: Option<(usize, usize)>,
        history: &mut Vec<(usize, usize)>,
        lines: &mut Vec<String>,
    ) {
        let label = member.map(|(list, level)| {
            history.push((list, level));
            self.label(history, level)
        });
        let line = match label {
            Some(label) if text.trim().is_empty() => label,
            Some(label) => format!("{label} {}", text.trim()),
            None => text.trim().to_owned(),
        };
        lines.extend((!line.is_empty()).then_some(line));
    }

    /// The label of the last of these paragraphs.
    fn label(&self, history: &[(usize, usize)], at: usize) -> String {
        let mut text = self.levels[at].1.to_owned();
        for above in 0..=at {
            let (format, _, start) = self.levels[above];
            text = text.replace(&format!("%{}", above + 1), &counted(format, self.number(history, above, start)));
        }
        text
    }

    /// The number of a level after these paragraphs: how many of it came since it began.
    fn number(&self, history: &[(usize, usize)], at: usize, start: u32) -> u32 {
        let mut number = None;
        let mut second_begun = false;
        let mut start_now = start;
        for (list, level) in history {
            if *level < at {
                number = None;
            }
            start_now = if at == 0 && *list == 2 && self.second_starts { 5 } else { start };
            if *level == at {
                let anew = at == 0 && *list == 2 && self.second_starts && !std::mem::replace(&mut second_begun, true);
                number = match number {
                    Some(before) if !anew => Some(before + 1),
                    _ => Some(start_now),
                };
            }
        }
        number.unwrap_or(start_now)
    }
}

/// A number in a format of a list, from 1 to 40 or so.
fn counted(format: &str, number: u32) -> String {
    let letter = |letters: &[&str]| {
        let index = number as usize - 1;
        letters[index % letters.len()].repeat(index / letters.len() + 1)
    };
    let roman = |number: u32| {
        let tens = ["", "x", "xx", "xxx", "xl"][number as usize / 10];
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number as usize % 10];
        format!("{tens}{ones}")
    };
    match format {
        "decimal" => number.to_string(),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => letter(&"abcdefghijklmnopqrstuvwxyz".split("").filter(|l| !l.is_empty()).collect::<Vec<_>>()),
        "russianLower" => {
            letter(&"абвгдежзиклмнопрстуфхцчшщыэюя".split("").filter(|l| !l.is_empty()).collect::<Vec<_>>())
        }
        "arabicAbjad" => letter(&[
            "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش",
            "ت", "ث", "خ", "ذ", "ض", "ظ", "غ",
        ]),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "chineseCountingThousand" => {
            let digit = |n: u32| ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"][n as usize];
            match number {
                0..10 => digit(number).to_owned(),
                10..20 => format!("十{}", digit(number % 10)),
                _ => format!("{}十{}", digit(number / 10), digit(number % 10)),
            }
        }
        _ => String::new(),
    }
}

fn raised(number: u32) -> String {
    number.to_string().chars().map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize).unwrap()).collect()
}

fn field(result: &str, nested: bool, simple: bool) -> String {
    if simple {
        return format!("<w:fldSimple w:instr='REF a'>{result}</w:fldSimple>");
    }
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let instruction = "<w:r><w:instrText xml:space='preserve'> REF a </w:instrText></w:r>";
    let inside = if nested { field(&run("unseen"), false, false) } else { String::new() };
    format!("{}{instruction}{inside}{}{result}{}", mark("begin"), mark("separate"), mark("end"))
}

fn framed(runs: &str, frame: u8) -> String {
    match frame % 4 {
        0 => format!("<w:sdt><w:sdtPr/><w:sdtContent>{runs}</w:sdtContent></w:sdt>"),
        1 => format!("<w:smartTag w:element='date'>{runs}</w:smartTag>"),
        2 => format!("<w:customXml w:element='a'>{runs}</w:customXml>"),
        _ => format!("<w:bookmarkStart w:id='9' w:name='b'/>{runs}<w:bookmarkEnd w:id='9'/>"),
    }
}

fn text_box(at: u8) -> String {
    let inside = format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run(&format!("Box of {}", words(at))));
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>\
         <wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>\
         <w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
}

fn cell(cell: &Cell) -> String {
    let of = |at: u8| format!("<w:tc><w:p>{}</w:p></w:tc>", run(words(at)));
    match cell {
        Cell::Words(at) => of(*at),
        Cell::Nested(inside) => {
            let inside: String = inside.iter().map(|at| of(*at)).collect();
            format!("<w:tc><w:tbl><w:tr>{inside}</w:tr></w:tbl><w:p/></w:tc>")
        }
    }
}

/// The lines of what is read, without the blank ones.
fn read(path: &Path, state: TrackedChanges) -> Vec<String> {
    let text = source::read_changes(path, ReadPurpose::Asked, state).unwrap().text;
    text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

impl Model {
    /// The same without what other programs show or count in another way: tracked changes and hidden words, nested fields,
    /// the first number of notes, and paragraphs of a level that no paragraph of the level above introduces.
    fn plain(mut self) -> Model {
        self.note_start = 1;
        let mut deepest = 0;
        for part in &mut self.parts {
            match part {
                Part::Item(item) => {
                    if let Some((_, level)) = &mut item.member {
                        *level = (*level).min(deepest);
                        deepest = *level + 1;
                    }
                    for piece in &mut item.pieces {
                        if let PieceKind::Field { nested, .. } = &mut piece.kind {
                            *nested = false;
                        }
                    }
                    item.pieces.retain(|piece| !matches!(piece.kind, PieceKind::Hidden(_)));
                    item.pieces.iter_mut().for_each(|piece| piece.change = Change::None);
                    (item.mark, item.list_put_in, item.text_box) = (Change::None, false, None);
                }
                Part::Table(rows) => rows.iter_mut().for_each(|(change, _)| *change = Change::None),
            }
        }
        self
    }
}

/// Writes fifty documents, and beside each what it means, into the folder that `RAPPORTEUR_MADE` names, for
/// `docs/converters/word_labels.py` to ask another program.
#[test]
#[ignore = "it writes documents for another program to read"]
fn documents_for_other_programs() {
    let Some(folder) = std::env::var_os("RAPPORTEUR_MADE") else { return };
    let folder = Path::new(&folder);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for at in 0..50 {
        let model = model().new_tree(&mut runner).unwrap().current().plain();
        std::fs::write(folder.join(format!("made-{at:02}.docx")), model.document().bytes()).unwrap();
        let meaning = model.meaning(TrackedChanges::Accepted).join("\n");
        std::fs::write(folder.join(format!("made-{at:02}.meaning")), meaning).unwrap();
    }
}

/// So many documents are made each time; `PROPTEST_CASES` makes more.
const CASES: u32 = 200;

#[test]
fn documents_are_read_as_they_were_meant() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let folder = Workspace::new("word-generated");
    let path = folder.join("made.docx");
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner
        .run(&model(), |model| {
            std::fs::write(&path, model.document().bytes()).unwrap();
            for state in [TrackedChanges::Original, TrackedChanges::Accepted, TrackedChanges::All] {
                prop_assert_eq!(read(&path, state), model.meaning(state), "{:?}", state);
            }
            Ok(())
        })
        .unwrap();
}
