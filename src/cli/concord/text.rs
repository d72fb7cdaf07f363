//! For people at a terminal: the rows in which something differs, a version below the other.

use std::fmt::Write;
use std::io::{IsTerminal, stdout};

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use rapporteur::messages::Locale;
use rapporteur::report::places::TextPlaces;
use rapporteur::report::printable::{printable, printable_character, printable_name, without_isolates};
use rapporteur::report::{
    ConcordReport, ConcordTally, PieceKind, PieceMark, PrintedSet, RowDifference, SetView, ViewRow, aside,
    differences_told, pieces, row_name, total,
};
use rapporteur::script::{is_invisible, is_wide};

use super::super::interface::{columns, locale};
use super::super::output::wants_colour;

/// How wide a line is where no terminal says so, and what it is at least and at most, in columns.
const USUAL: usize = 100;
const NARROWEST: usize = 40;
const WIDEST: usize = 160;

/// What stands before the excerpts, in columns: two spaces, the language's code and two more.
const INDENT: usize = 6;

/// What is set around a difference where there are no colours. They are mirrored in a line from right to left.
const MARKS: (&str, &str) = (">>", "<<");

/// A difference with so much before it is still near the beginning of what is shown, one part in so many.
const BEFORE: usize = 3;

pub struct TextTable {
    /// All rows, and not only those in which something differs.
    all: bool,
    colours: bool,
    width: usize,
    locale: &'static Locale,
}

impl TextTable {
    /// Prints all rows or those that differ, on standard output or into a file.
    pub fn new(all: bool, to_standard_output: bool) -> TextTable {
        let terminal = (to_standard_output && stdout().is_terminal()).then(terminal_size::terminal_size).flatten();
        let width = terminal.map_or(USUAL, |(width, _)| usize::from(width.0));
        TextTable {
            all,
            colours: to_standard_output && wants_colour(),
            width: width.clamp(NARROWEST, WIDEST),
            locale: locale(),
        }
    }

    fn styled(&self, style: Style, text: &str) -> String {
        if self.colours { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn head(&self, view: &SetView<'_>) -> String {
        let (name, title) = view.heading();
        let whole = title.map_or_else(|| name.clone(), |title| format!("{name}  {title}"));
        let mut out =
            self.styled(Style::new().effects(Effects::BOLD), &fitted(&printable_name(&whole), self.width)) + "\n";
        for column in &view.columns {
            let aside = aside(column).map(|told| format!("  {}", told.text(self.locale))).unwrap_or_default();
            let file = printable_name(&column.text.name).into_owned();
            let _ = writeln!(out, "  {}  {file}{}", column.version.language.code, without_isolates(aside));
        }
        let told = differences_told(view.differences.len());
        let _ = writeln!(out, "  {}", without_isolates(told.text(self.locale)));
        out
    }

    fn row(&self, view: &SetView<'_>, row: &ViewRow) -> String {
        let mut out = String::new();
        let name = without_isolates(row_name(row).text(self.locale));
        let _ = writeln!(out, "\n{}", self.styled(Style::new().effects(Effects::UNDERLINE), &printable(&name)));
        for (at, column) in view.columns.iter().enumerate() {
            let excerpt = match row.cells.get(at) {
                Some(Some(_)) => self.excerpt(view, row, at),
                _ => "–".to_owned(),
            };
            let _ = writeln!(out, "  {}  {excerpt}", column.version.language.code);
        }
        for difference in view.differences_in(row) {
            let _ = writeln!(out, "  {}", self.told(view, difference));
        }
        out
    }

    /// Where something differs, and the sentence about it.
    fn told(&self, view: &SetView<'_>, difference: &RowDifference) -> String {
        let divergence = &difference.divergence;
        let sentence = without_isolates(difference.finding.message.text(self.locale));
        let Some(column) = view.columns.get(divergence.version) else { return sentence };
        let source = &column.text.source;
        let start = source.map.file_range(&divergence.range).start;
        let place = TextPlaces::of(source.file(), [start]).get(start);
        let name = printable_name(&column.text.name);
        let at = format!("{name}:{}:{}:", place.line, place.column);
        format!("{} {}", self.styled(AnsiColor::Yellow.on_default(), &at), printable(&sentence))
    }

    /// What a version has in a row, as far as there is room, around the first thing that is marked.
    fn excerpt(&self, view: &SetView<'_>, row: &ViewRow, column: usize) -> String {
        let mut letters: Vec<(char, Option<PieceMark>)> = Vec::new();
        for piece in pieces(view, row, column) {
            let (before, behind) = match piece.kind {
                PieceKind::Label => ("", " "),
                PieceKind::Marker => ("[", "]"),
                PieceKind::Words => ("", ""),
            };
            let shown = piece.text.chars().filter(|c| !is_invisible(*c)).map(printable_character);
            letters.extend(before.chars().chain(shown).map(|c| (c, piece.mark)));
            // What parts a label from the words is neither's.
            let mark = piece.mark.filter(|_| piece.kind == PieceKind::Marker);
            letters.extend(behind.chars().map(|c| (c, mark)));
        }
        let room = self.width.saturating_sub(INDENT);
        // Marks take room, too.
        let runs = letters.chunk_by(|(_, one), (_, other)| one == other);
        let marked = runs.filter(|run| run.first().is_some_and(|(_, mark)| *mark == Some(PieceMark::Differs))).count();
        let room = if self.colours { room } else { room.saturating_sub(marked * (MARKS.0.len() + MARKS.1.len())) };
        let (start, end) = shown(&letters, room);
        let is_cut = end < letters.len();
        let mut out = String::from(if start > 0 { "…" } else { "" });
        for run in letters.get(start..end).unwrap_or_default().chunk_by(|(_, one), (_, other)| one == other) {
            let text: String = run.iter().map(|(c, _)| *c).collect();
            match run.first().and_then(|(_, mark)| *mark) {
                None => out += &text,
                Some(mark) => out += &self.marked(mark, &text),
            }
        }
        if is_cut {
            out.truncate(out.trim_end().len());
            out.push('…');
        }
        out
    }

    fn marked(&self, mark: PieceMark, text: &str) -> String {
        match (self.colours, mark) {
            (true, PieceMark::Differs) => self.styled(AnsiColor::Red.on_default() | Effects::BOLD, text),
            (true, PieceMark::Counterpart) => self.styled(AnsiColor::Green.on_default(), text),
            (false, PieceMark::Differs) => format!("{}{text}{}", MARKS.0, MARKS.1),
            (false, PieceMark::Counterpart) => text.to_owned(),
        }
    }
}

impl ConcordReport for TextTable {
    fn set(&self, view: &SetView<'_>, at: usize) -> PrintedSet {
        let differences = view.differences.len();
        // A set in which nothing differs is shown when all is.
        if differences == 0 && !self.all && view.columns.iter().all(|column| aside(column).is_none()) {
            return PrintedSet::default();
        }
        let _ = at;
        let mut text = self.head(view);
        for row in view.rows.iter().filter(|row| self.all || !row.differences.is_empty()) {
            text += &self.row(view, row);
        }
        PrintedSet { text: text + "\n", differences, ..PrintedSet::default() }
    }

    fn tail(&self, tally: &ConcordTally) -> String {
        total(tally).map(|told| without_isolates(told.text(self.locale)) + "\n").unwrap_or_default()
    }
}

/// Which of some letters there is room for: all of them, or those around the first that is marked, with an ellipsis where
/// they are cut.
fn shown(letters: &[(char, Option<PieceMark>)], room: usize) -> (usize, usize) {
    let ellipsis = 1;
    let room = room.max(2 * ellipsis);
    let widths: Vec<usize> = letters.iter().map(|(c, _)| width(*c)).collect();
    if widths.iter().sum::<usize>() <= room {
        return (0, letters.len());
    }
    let first = letters.iter().position(|(_, mark)| mark.is_some()).unwrap_or_default();
    // How many letters there is room for, going on from some.
    let fit = |widths: &mut dyn Iterator<Item = &usize>, mut room: usize| {
        let fits = |width: &&usize| {
            let less = room.checked_sub(**width);
            room = less.unwrap_or(room);
            less.is_some()
        };
        widths.take_while(fits).count()
    };
    let from_start = fit(&mut widths.iter(), room - ellipsis);
    if first < from_start / 2 {
        return (0, from_start);
    }
    // If the rest has room with more of what stands before it, it is shown to its end.
    let to_end = fit(&mut widths.iter().rev(), room - ellipsis);
    let before = fit(&mut widths.iter().take(first).rev(), room / BEFORE);
    if letters.len() - to_end <= first - before {
        return (letters.len() - to_end, letters.len());
    }
    let start = first - before;
    (start, start + fit(&mut widths.iter().skip(start), room - 2 * ellipsis))
}

fn width(c: char) -> usize {
    if is_wide(c) { 2 } else { 1 }
}

/// A line that is no wider than this many columns.
fn fitted(line: &str, room: usize) -> String {
    if columns(line) <= room {
        return line.to_owned();
    }
    let mut left = room.saturating_sub(1);
    let fits = |c: &char| {
        let less = left.checked_sub(width(*c));
        left = less.unwrap_or(left);
        less.is_some()
    };
    let kept: String = line.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}
