//! The text of a document and its notes.

use super::super::manuscript::{
    Manuscript, ManuscriptBlock, ManuscriptFace, ManuscriptKind, ManuscriptLabel, ManuscriptNote, ManuscriptRun,
};
use super::lists::{ListPlan, PlannedLabel};
use super::marks::PlannedMark;
use super::xml::{attribute, run, run_content};
use crate::language::Language;
use crate::script::punctuation::is_colon;
use crate::script::runs_from_right;

/// Where running text begins, in twentieths of a point from the margin.
const TEXT: usize = 1_267;

/// How far each level is set in.
const STEP: usize = 475;

/// A label that was typed has no more characters than this if a tab follows it.
const LONGEST_BEFORE_TAB: usize = 8;

/// What marks a note, as a run's property.
const MARK_STYLE: &str = "<w:rStyle w:val=\"FootnoteReference\"/>";

/// Writes the text of a document.
pub struct BodyWriter<'m> {
    manuscript: &'m Manuscript<'m>,
    lists: &'m ListPlan,
    marks: &'m [PlannedMark],
    /// Of each note, whether it was called already.
    called: Vec<bool>,
}

impl<'m> BodyWriter<'m> {
    /// A writer that has written nothing yet.
    pub fn new(manuscript: &'m Manuscript<'m>, lists: &'m ListPlan, marks: &'m [PlannedMark]) -> BodyWriter<'m> {
        BodyWriter { manuscript, lists, marks, called: vec![false; manuscript.notes.len()] }
    }

    /// All blocks, and the notes that nothing calls behind them.
    pub fn body(&mut self) -> String {
        let mut xml = String::new();
        let blocks = &self.manuscript.blocks;
        let mut at = 0;
        if let Some(masthead) = MastheadTable::of(self.manuscript) {
            xml.push_str(&self.masthead(&masthead));
            at = masthead.end;
        }
        while let Some(block) = blocks.get(at) {
            let is_row = |block: &ManuscriptBlock| block.kind == ManuscriptKind::Aside && block.words().contains('\t');
            let rows = blocks.get(at..).unwrap_or_default().iter().take_while(|block| is_row(block)).count();
            if rows > 0 {
                xml.push_str(&self.table(at, rows));
                at += rows;
            } else {
                xml.push_str(&self.paragraph(at, block));
                at += 1;
            }
        }
        // A document ends with a paragraph.
        let uncalled = self.uncalled();
        if uncalled.is_empty() && xml.ends_with("</w:tbl>") {
            xml.push_str("<w:p/>");
        }
        xml + &uncalled
    }

    /// The notes that the text calls.
    pub fn footnotes(&mut self) -> String {
        let mut xml = String::new();
        for (at, (note, mark)) in self.manuscript.notes.iter().zip(self.marks).enumerate() {
            let number = match mark {
                PlannedMark::Counted(_) => "<w:footnoteRef/>".to_owned(),
                PlannedMark::Custom(mark) => run_content(mark, "t"),
                PlannedMark::Uncalled => continue,
            };
            let direction = Direction::of(note.language, &note.words());
            let properties = paragraph_properties("FootnoteText", "", direction, "");
            xml.push_str(&format!(
                "<w:footnote w:id=\"{}\"><w:p>{properties}<w:r><w:rPr>{MARK_STYLE}</w:rPr>{number}</w:r>{}{}</w:p></w:footnote>",
                id_of(at),
                run(&self.run_properties(note.language, direction, ManuscriptFace::Plain), " "),
                self.runs(&note.runs, note.language, direction),
            ));
        }
        xml
    }

    /// A block as a paragraph.
    fn paragraph(&mut self, at: usize, block: &ManuscriptBlock) -> String {
        self.styled(at, block, style_of(block))
    }

    fn styled(&mut self, at: usize, block: &ManuscriptBlock, style: &str) -> String {
        let direction = Direction::of(block.language, &block.words());
        let label = self.lists.labels.get(at).copied().unwrap_or(PlannedLabel::None);
        let numbering = match label {
            PlannedLabel::Counted { list, level } => {
                format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
            }
            PlannedLabel::Typed | PlannedLabel::None => String::new(),
        };
        let level = usize::from(block.level);
        let is_paragraph = block.paragraph.is_some();
        let indent = match (label, block.kind) {
            (PlannedLabel::Typed, _) if is_paragraph => label_indent(level),
            (PlannedLabel::None, ManuscriptKind::Continuation) if level > 0 => {
                format!("<w:ind w:left=\"{}\" w:firstLine=\"0\"/>", TEXT + STEP * level)
            }
            (PlannedLabel::None, ManuscriptKind::Sub) => {
                format!("<w:ind w:left=\"{}\" w:firstLine=\"0\"/>", TEXT + STEP * level)
            }
            _ => String::new(),
        };
        let mut xml = format!("<w:p>{}", paragraph_properties(style, &numbering, direction, &indent));
        if let (PlannedLabel::Typed, Some(label)) = (label, &block.label) {
            let properties = self.run_properties(block.language, direction, ManuscriptFace::Plain);
            xml.push_str(&run(&properties, &typed(label)));
        }
        xml.push_str(&self.runs(&block.runs, block.language, direction));
        xml.push_str("</w:p>");
        xml
    }

    fn runs(&mut self, runs: &[ManuscriptRun], language: &'static Language, direction: Direction) -> String {
        let mut xml = String::new();
        for piece in runs {
            match piece {
                ManuscriptRun::Words { text, face, .. } => {
                    xml.push_str(&run(&self.run_properties(language, direction, *face), text));
                }
                ManuscriptRun::Mark { label, note, range } => {
                    // In Arabic, marks stand in brackets, which are part of what is printed.
                    let written = self.manuscript.text.get(range.clone()).unwrap_or_default();
                    let bracketed = written.starts_with(['(', '⁽']);
                    let bracket =
                        |sign: &str| format!("<w:r><w:rPr>{MARK_STYLE}</w:rPr>{}</w:r>", run_content(sign, "t"));
                    xml.push_str(&if bracketed { bracket("(") } else { String::new() });
                    xml.push_str(&self.mark(label, *note));
                    xml.push_str(&if bracketed { bracket(")") } else { String::new() });
                }
            }
        }
        xml
    }

    /// What calls a note.
    fn mark(&mut self, label: &str, note: Option<usize>) -> String {
        let typed = |mark: &str| format!("<w:r><w:rPr>{MARK_STYLE}</w:rPr>{}</w:r>", run_content(mark, "t"));
        let planned = note.and_then(|note| Some((note, self.marks.get(note)?)));
        let Some((note, planned)) = planned else {
            let is_name = label.contains(char::is_alphabetic);
            return if is_name { run("", &format!("[^{label}]")) } else { typed(label) };
        };
        let again = self.called.get_mut(note).is_some_and(|called| std::mem::replace(called, true));
        let id = id_of(note);
        match planned {
            PlannedMark::Counted(number) if again => typed(&number.to_string()),
            PlannedMark::Counted(_) => {
                format!("<w:r><w:rPr>{MARK_STYLE}</w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>")
            }
            PlannedMark::Custom(mark) if again => typed(mark),
            PlannedMark::Custom(mark) => format!(
                "<w:r><w:rPr>{MARK_STYLE}</w:rPr><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"{id}\"/>{}</w:r>",
                run_content(mark, "t")
            ),
            PlannedMark::Uncalled => typed(label),
        }
    }

    fn run_properties(&self, language: &'static Language, direction: Direction, face: ManuscriptFace) -> String {
        let italic = "<w:i/><w:iCs/>".to_owned();
        let face = match (face, language.printing.opening_font) {
            (ManuscriptFace::Plain, _) => String::new(),
            (ManuscriptFace::Opening, Some(font)) => {
                format!("<w:rFonts w:eastAsia=\"{0}\" w:hint=\"eastAsia\"/>", attribute(font))
            }
            (ManuscriptFace::Opening, None) | (ManuscriptFace::Emphasis, _) => italic,
            (ManuscriptFace::Strong, _) => "<w:b/><w:bCs/>".to_owned(),
        };
        let turned = if direction == Direction::RightToLeft { "<w:rtl/>" } else { "" };
        let other = language != self.manuscript.draft.language;
        let spoken = if other { language_property(language) } else { String::new() };
        format!("{face}{turned}{spoken}")
    }

    /// The notes that nothing calls, under a rule.
    fn uncalled(&mut self) -> String {
        let notes: Vec<&ManuscriptNote> = self
            .manuscript
            .notes
            .iter()
            .zip(self.marks)
            .filter(|(_, mark)| **mark == PlannedMark::Uncalled)
            .map(|(note, _)| note)
            .collect();
        if notes.is_empty() {
            return String::new();
        }
        let mut xml = format!(
            "<w:p>{}{}</w:p>",
            paragraph_properties("Aside", "", Direction::LeftToRight, ""),
            run("", "__________________")
        );
        for note in notes {
            let direction = Direction::of(note.language, &note.words());
            let properties = paragraph_properties("FootnoteText", "", direction, "");
            let is_name = note.label.contains(char::is_alphabetic);
            let number = match is_name {
                true => run("", &format!("[^{}]:", note.label)),
                false => format!("<w:r><w:rPr>{MARK_STYLE}</w:rPr>{}</w:r>", run_content(&note.label, "t")),
            };
            let runs = self.runs(&note.runs, note.language, direction);
            xml.push_str(&format!("<w:p>{properties}{number}{}{runs}</w:p>", run("", " ")));
        }
        xml
    }

    /// The masthead's table: two columns, what the document is on the left, how it is distributed on the right.
    fn masthead(&mut self, masthead: &MastheadTable) -> String {
        let turned = self.manuscript.draft.language.marks.right_to_left;
        let visual = if turned { "<w:bidiVisual/>" } else { "" };
        let mut xml = format!(
            "<w:tbl><w:tblPr>{visual}<w:tblW w:w=\"9850\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid><w:gridCol w:w=\"6650\"/><w:gridCol w:w=\"3200\"/></w:tblGrid>"
        );
        for (row, (left, right)) in masthead.rows.iter().enumerate() {
            xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (lines, width, style) in [(left, 6650, "MastheadTitle"), (right, 3200, "Masthead")] {
                let size = if row == 0 { 4 } else { 12 };
                let border = format!(
                    "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"auto\"/></w:tcBorders>"
                );
                xml.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{border}</w:tcPr>"));
                for at in lines.clone() {
                    if let Some(block) = self.manuscript.blocks.get(at) {
                        xml.push_str(&self.styled(at, block, style));
                    }
                }
                xml.push_str(if lines.is_empty() { "<w:p/></w:tc>" } else { "</w:tc>" });
            }
            xml.push_str("</w:tr>");
        }
        xml + "</w:tbl>"
    }

    /// Rows whose cells are parted by tabs, as a table.
    fn table(&mut self, first: usize, count: usize) -> String {
        let rows: Vec<(&ManuscriptBlock, Vec<Vec<ManuscriptRun>>)> = (first..first + count)
            .filter_map(|at| self.manuscript.blocks.get(at))
            .map(|block| (block, cells(&block.runs)))
            .collect();
        let columns = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(1);
        let width = 9_850 / columns.max(1);
        let turned = rows.first().is_some_and(|(block, _)| block.language.marks.right_to_left);
        let mut xml = format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>{}<w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>",
            if turned { "<w:bidiVisual/>" } else { "" },
            format!("<w:gridCol w:w=\"{width}\"/>").repeat(columns)
        );
        for (block, mut cells) in rows {
            cells.resize(columns, Vec::new());
            xml.push_str("<w:tr>");
            for cell in cells {
                let words: String = cell.iter().filter_map(ManuscriptRun::words).collect();
                let direction = Direction::of(block.language, &words);
                xml.push_str(&format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>{}{}</w:p></w:tc>",
                    paragraph_properties("Aside", "", direction, "<w:ind w:left=\"0\" w:right=\"0\"/>"),
                    self.runs(&cell, block.language, direction)
                ));
            }
            xml.push_str("</w:tr>");
        }
        xml + "</w:tbl>"
    }
}

/// The number by which a note is known in the file.
fn id_of(note: usize) -> usize {
    note + 1
}

/// From where to where a paragraph is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As most are.
    LeftToRight,
    /// As Arabic is.
    RightToLeft,
}

impl Direction {
    /// The direction of a paragraph with these words in a language: a line of Latin letters alone keeps its own.
    pub fn of(language: &Language, words: &str) -> Direction {
        let turned = !runs_from_right(words).is_empty() || !words.contains(|c: char| c.is_ascii_alphabetic());
        match language.marks.right_to_left && turned {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        }
    }
}

/// Which language the words of a run are in.
pub fn language_property(language: &Language) -> String {
    let tag = language.printing.tag;
    match (language.marks.right_to_left, language.printing.own_font == language.printing.font) {
        (true, _) => format!("<w:lang w:bidi=\"{tag}\"/>"),
        (false, true) => format!("<w:lang w:val=\"{tag}\"/>"),
        (false, false) => format!("<w:lang w:eastAsia=\"{tag}\"/>"),
    }
}

fn paragraph_properties(style: &str, numbering: &str, direction: Direction, indent: &str) -> String {
    let (turned, mark) = match direction {
        Direction::RightToLeft => ("<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>"),
        Direction::LeftToRight => ("", ""),
    };
    // Tabs come before the direction, and indents behind it.
    let (tabs, indent) = indent.split_at(indent.find("<w:ind").unwrap_or(0));
    format!("<w:pPr><w:pStyle w:val=\"{style}\"/>{numbering}{tabs}{turned}{indent}{mark}</w:pPr>")
}

/// Where a paragraph with a label of a level begins, and where its words do.
pub fn label_indent(level: usize) -> String {
    format!(
        "<w:tabs><w:tab w:val=\"left\" w:pos=\"{}\"/></w:tabs><w:ind w:left=\"{TEXT}\" w:firstLine=\"{}\"/>",
        TEXT + STEP * (level + 1),
        STEP * level
    )
}

/// A label that is typed, with what parts it from the words.
fn typed(label: &ManuscriptLabel) -> String {
    let ManuscriptLabel { before, text, gap, .. } = label;
    let whole = format!("{before}{text}");
    let is_marked = whole.ends_with(|c: char| !c.is_alphanumeric());
    let is_short = whole.chars().count() <= LONGEST_BEFORE_TAB && whole.split_whitespace().count() <= 2;
    let parted = match gap.is_empty() {
        true => "",
        false if is_short && is_marked => "\t",
        false => " ",
    };
    whole + parted
}

fn style_of(block: &ManuscriptBlock) -> &'static str {
    match block.kind {
        ManuscriptKind::Masthead => "Masthead",
        ManuscriptKind::Adoption => "Adoption",
        ManuscriptKind::Origin => "Origin",
        ManuscriptKind::Title => "Title",
        ManuscriptKind::OrganLine => "OrganLine",
        ManuscriptKind::Section => "Heading2",
        ManuscriptKind::Part => "Heading1",
        ManuscriptKind::Annex => "AnnexHeading",
        ManuscriptKind::Preambular | ManuscriptKind::Operative | ManuscriptKind::Sub | ManuscriptKind::Continuation => {
            "SingleTxt"
        }
        ManuscriptKind::Closing => "Closing",
        ManuscriptKind::Aside => "Aside",
    }
}

/// The cells of a row, which tabs part.
fn cells(runs: &[ManuscriptRun]) -> Vec<Vec<ManuscriptRun>> {
    let mut cells = vec![Vec::new()];
    for run in runs {
        match run {
            ManuscriptRun::Words { text, face, range } => {
                for (at, piece) in text.split('\t').enumerate() {
                    if at > 0 {
                        cells.push(Vec::new());
                    }
                    let piece = piece.trim_matches(' ').to_owned();
                    if let Some(cell) = cells.last_mut().filter(|_| !piece.is_empty()) {
                        cell.push(ManuscriptRun::Words { text: piece, face: *face, range: range.clone() });
                    }
                }
            }
            mark @ ManuscriptRun::Mark { .. } => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(mark.clone());
                }
            }
        }
    }
    cells
}

/// How the first lines of a masthead stand in a table, if they are those of the United Nations: organization and symbol, then
/// the organ, and how and when the document is distributed.
struct MastheadTable {
    /// The lines on the left and on the right, by the places of their blocks.
    rows: [(std::ops::Range<usize>, std::ops::Range<usize>); 2],
    /// The first block behind the table.
    end: usize,
}

impl MastheadTable {
    fn of(manuscript: &Manuscript<'_>) -> Option<MastheadTable> {
        /// How many lines there are at most about the distribution: kind, date, language, original.
        const DISTRIBUTED: usize = 4;
        let blocks = &manuscript.blocks;
        let lines = blocks.iter().take_while(|block| block.kind == ManuscriptKind::Masthead).count();
        let symbol = manuscript.draft.symbol.as_ref()?.to_string();
        let words = |at: usize| blocks.get(at).map(ManuscriptBlock::words).unwrap_or_default();
        // The symbol stands in the first line, or behind the organization.
        let at = (0..2.min(lines)).find(|at| words(*at).contains(&symbol))?;
        let organ = at + 1;
        if organ >= lines {
            return None;
        }
        let tells = |at: usize| {
            let words = words(at);
            let digits = words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
            at < lines && (digits || words.contains(|c: char| c == '.' || is_colon(c)))
        };
        let from = organ + 1;
        let told = (from..lines.min(from + DISTRIBUTED)).filter(|at| tells(*at));
        // Between them one line may stand that tells nothing of that: the language.
        let end = told.fold(from, |end, at| if at <= end + 1 { at + 1 } else { end });
        Some(MastheadTable { rows: [(0..at, at..organ), (organ..from, from..end)], end })
    }
}
