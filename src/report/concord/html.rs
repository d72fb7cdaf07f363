//! One page with all paragraphs side by side. It needs no network, no scripts and no other file.

use std::fmt::Write;

use super::super::page::{beginning, escaped, of_language};
use super::names::row_name;
use super::pieces::{CellPiece, PieceKind, PieceMark, pieces};
use super::sets::TextSet;
use super::told::{aside, differences_told, total};
use super::view::{RowDifference, RowSubject, SetView, ViewRow};
use super::{ConcordReport, ConcordTally, PrintedSet};
use crate::compare::ItemKind;
use crate::language::Language;
use crate::messages::{Locale, Message};

crate::messages! {
    "report.concord-page":
    title() = "Concordance of language versions";
    contents() = "Texts";
    differing() = "Differences";
    place() = "Place";
    notes() = "Footnotes";
    only_differing() = "Show only the paragraphs in which something differs";
}

/// How the page looks.
const STYLE: &str = include_str!("page.css");

/// The deepest paragraphs that are set further in than those above.
const DEEPEST: usize = 3;

/// Prints sets of versions as one page for a browser.
pub struct HtmlPage {
    interface: &'static Language,
    locale: &'static Locale,
}

impl HtmlPage {
    /// A page in the language of the interface.
    pub fn new(interface: &'static Language) -> HtmlPage {
        HtmlPage { interface, locale: interface.locale }
    }

    /// The whole page of some sets, and how much differs in them.
    pub fn whole(&self, sets: &[TextSet<'_>]) -> (String, usize) {
        let printed: Vec<PrintedSet> =
            sets.iter().enumerate().map(|(at, set)| self.set(&SetView::of(set), at)).collect();
        let mut page = self.head(&printed);
        page.extend(printed.iter().map(|set| set.text.as_str()));
        page += &self.tail(&ConcordTally::default());
        (page, printed.iter().map(|set| set.differences).sum())
    }

    fn says(&self, message: &Message) -> String {
        escaped(&message.text(self.locale))
    }

    /// What differs, with links to the rows.
    fn list(&self, view: &SetView<'_>, set: usize) -> String {
        if view.differences.is_empty() {
            return format!("<p>{}</p>\n", self.says(&differences_told(0)));
        }
        let mut out = format!("<h3>{}</h3>\n<ol>\n", self.says(&differing()));
        for difference in &view.differences {
            let Some(row) = view.rows.get(difference.row) else { continue };
            let Some(column) = view.columns.get(difference.divergence.version) else { continue };
            let _ = writeln!(
                out,
                "<li><a href=\"#{}\">{}</a> – {} – {}</li>",
                row_id(set, difference.row),
                self.says(&row_name(row)),
                named(column.version.language),
                self.says(&difference.finding.message),
            );
        }
        out + "</ol>\n"
    }

    fn table(&self, view: &SetView<'_>, set: usize) -> String {
        let mut out = format!("<table>\n<thead><tr><th scope=\"col\">{}</th>", self.says(&place()));
        for column in &view.columns {
            let language = column.version.language;
            let _ = write!(
                out,
                "<th scope=\"col\"><span{}>{}</span><small><bdi>{}</bdi></small>",
                of_language(language),
                escaped(language.name),
                escaped(&column.text.name),
            );
            if let Some(told) = aside(column) {
                let _ = write!(out, "<small>{}</small>", self.says(&told));
            }
            out += "</th>";
        }
        out += "</tr></thead>\n<tbody>\n";
        let first_note = view.rows.iter().position(|row| row.subject == RowSubject::Note);
        for (at, row) in view.rows.iter().enumerate() {
            if Some(at) == first_note {
                let _ = writeln!(
                    out,
                    "</tbody>\n<tbody>\n<tr class=\"part same\"><th colspan=\"{}\" scope=\"rowgroup\">{}</th></tr>",
                    view.columns.len() + 1,
                    self.says(&notes()),
                );
            }
            out += &self.row(view, row, &row_id(set, at));
        }
        out + "</tbody>\n</table>\n"
    }

    fn row(&self, view: &SetView<'_>, row: &ViewRow, id: &str) -> String {
        let told = view.differences_in(row);
        let class = if told.is_empty() { "same" } else { "differs" };
        let mut out = format!("<tr id=\"{id}\" class=\"{class}\"><th scope=\"row\">{}</th>", self.says(&row_name(row)));
        for (at, column) in view.columns.iter().enumerate() {
            let is_there = row.cells.get(at).is_some_and(Option::is_some);
            let class = match row.subject {
                _ if !is_there => "none".to_owned(),
                RowSubject::Item(kind) if kind.is_heading() => "heading".to_owned(),
                RowSubject::Item(ItemKind::Sub) => format!("level-{}", row.level.clamp(1, DEEPEST)),
                _ => "whole".to_owned(),
            };
            let _ = write!(out, "<td class=\"{class}\"{}>", of_language(column.version.language));
            match is_there {
                true => out.extend(pieces(view, row, at).iter().map(html_of)),
                false => out.push('–'),
            }
            for difference in told.iter().filter(|difference| difference.divergence.version == at) {
                out += &self.told(difference);
            }
            out += "</td>";
        }
        out + "</tr>\n"
    }

    fn told(&self, difference: &RowDifference) -> String {
        let sentence = self.says(&difference.finding.message);
        format!("<p class=\"told\"{}>{sentence}</p>", of_language(self.interface))
    }
}

impl ConcordReport for HtmlPage {
    fn set(&self, view: &SetView<'_>, at: usize) -> PrintedSet {
        let (name, title) = view.heading();
        let mut heading = format!("<bdi>{}</bdi>", escaped(&name));
        if let Some(title) = title {
            let _ = write!(heading, " <bdi>{}</bdi>", escaped(title));
        }
        let count = view.differences.len();
        let told = differences_told(count);
        let entry = format!(
            "<li><a href=\"#{}\">{heading}</a> <span class=\"soft\">{}</span></li>\n",
            id(at),
            self.says(&told)
        );
        let text = format!(
            "<section id=\"{}\">\n<h2>{heading}</h2>\n{}{}</section>\n",
            id(at),
            self.list(view, at),
            self.table(view, at)
        );
        PrintedSet { text, entry, differences: count }
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn head(&self, sets: &[PrintedSet]) -> String {
        let title = self.says(&title());
        let mut out = beginning(&title, STYLE, self.interface);
        let all: usize = sets.iter().map(|set| set.differences).sum();
        let differing = sets.iter().filter(|set| set.differences > 0).count();
        let tally = ConcordTally { sets: sets.len(), differences: all, differing, failed: 0 };
        if let Some(total) = total(&tally) {
            let _ = writeln!(out, "<p>{}</p>", self.says(&total));
        }
        let _ = writeln!(
            out,
            "<p class=\"choice\"><label><input type=\"checkbox\" id=\"only\"/> {}</label></p>",
            self.says(&only_differing())
        );
        if sets.len() > 1 {
            let _ = writeln!(out, "<nav>\n<h2>{}</h2>\n<ol>", self.says(&contents()));
            out.extend(sets.iter().map(|set| set.entry.as_str()));
            out += "</ol>\n</nav>\n";
        }
        out + "<main>\n"
    }

    fn tail(&self, _tally: &ConcordTally) -> String {
        "</main>\n</body>\n</html>\n".to_owned()
    }
}

fn id(set: usize) -> String {
    format!("set-{}", set + 1)
}

fn row_id(set: usize, row: usize) -> String {
    format!("{}-row-{}", id(set), row + 1)
}

/// The name of a language in itself.
fn named(language: &Language) -> String {
    format!("<bdi{}>{}</bdi>", of_language(language), escaped(language.name))
}

fn html_of(piece: &CellPiece) -> String {
    let text = escaped(&piece.text);
    let text = match piece.mark {
        None => text,
        Some(PieceMark::Differs) => format!("<mark class=\"differs\">{text}</mark>"),
        Some(PieceMark::Counterpart) => format!("<mark class=\"counterpart\">{text}</mark>"),
    };
    match piece.kind {
        PieceKind::Label => text + " ",
        PieceKind::Marker => format!("<sup>{text}</sup>"),
        PieceKind::Words => text,
    }
}
