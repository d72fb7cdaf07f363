//! # citation-title
//!
//! ## What it says
//!
//! A title that is quoted reads as the instrument's own title does.
//!
//! ## Why
//!
//! A quotation is word for word. A title with a word left out or another one in its place is the first thing that a
//! reader who looks for the text stumbles over.
//!
//! ## Example
//!
//! ```text
//! Recalling its resolution 77/165, entitled “Protection of the global climate for present and coming generations”,
//! ```
//!
//! The title is “Protection of global climate for present and future generations of humankind”.
//!
//! ## Exceptions
//!
//! Quotation marks, punctuation, spaces, hyphens and capitals may be others. After a list, the title may be that of any
//! of its members. A part of the title may be quoted for the whole, and a
//! title with words before or after it. Quotations that have little in common with the title are let be: an annex, a
//! declaration or an agenda item is quoted. Titles that a table shortened or described are not compared, nor those of
//! resolutions of which the library doesn't have the title in the draft's language.
//!
//! ## Source
//!
//! The tables in your library (`rapporteur library import`), and where it has none, the built-in register, as far as it has the
//! titles of resolutions’ own texts.

use super::support::fix;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, RuleTrait, Severity};
use crate::draft::{CitationKind, Layout};
use crate::language::Language;
use crate::library::folded;

/// How much of a title's letters pairs must be common for a quotation to be meant as that title, in hundredths.
const ALIKE: usize = 60;

pub static RULE: Rule = Rule {
    code: "citation-title",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("citation_title.rs"),
    depends_on: DependsOn::Paragraph,
    check,
    messages: MESSAGES,
    traits: &[RuleTrait::AboutQuotations],
};

crate::messages! {
    "citation-title":
    reads_otherwise(symbol: symbol, title: quote) = "The title of “{symbol}” reads “{title}”. Quote it as it reads.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    for (at, citation) in context.draft.citations.iter().enumerate() {
        let Some((quoted, place)) = &citation.title else { continue };
        if citation.kind == CitationKind::Document || citation.in_masthead {
            continue;
        }
        let language = context.draft.language_at(place.start);
        let titles = context.knowledge.titles(&citation.symbol, language);
        if titles.is_empty() {
            continue;
        }
        let said = compared(quoted);
        let known: Vec<String> = titles.iter().map(|title| compared(title)).collect();
        let same = |known: &String| known.contains(&said) || said.contains(known.as_str());
        if said.is_empty() || known.iter().any(same) || is_anothers(context, at, language, &same) {
            continue;
        }
        let Some((title, _)) = titles.iter().zip(&known).find(|(_, known)| alike(known, &said)) else { continue };
        let message = reads_otherwise(citation.symbol.short(), title);
        let mut finding = context.finding(&RULE, place.clone(), message);
        finding.fix = Some(Fix {
            title: fix::write(title),
            certain: titles.len() == 1,
            edits: vec![Edit { range: place.clone(), text: title.clone() }],
        });
        findings.push(finding);
    }
}

/// Whether a title after a list is that of a member before the last.
fn is_anothers(context: &RuleContext<'_>, at: usize, language: &Language, same: &dyn Fn(&String) -> bool) -> bool {
    const NEAR: usize = 160;
    // In a clean text a paragraph is a line.
    let end = if context.draft.layout == Layout::Clean { "\n" } else { "\n\n" };
    let citations = &context.draft.citations;
    let mut behind = citations.get(at).map_or(0, |citation| citation.range.start);
    for citation in citations.get(..at).unwrap_or_default().iter().rev() {
        let between = context.text.get(citation.range.end..behind).unwrap_or(end);
        if citation.title.is_some() || between.len() > NEAR || between.contains(end) {
            return false;
        }
        if context.knowledge.titles(&citation.symbol, language).iter().any(|title| same(&compared(title))) {
            return true;
        }
        behind = citation.range.start;
    }
    false
}

/// A title as it is compared: evened out, without punctuation.
pub(super) fn compared(title: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || *c == ' ';
    let text: String = folded(title).chars().map(|c| if c == '-' { ' ' } else { c }).filter(kept).collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether two titles have most of their pairs of letters in common.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        let mut pairs: Vec<(char, char)> =
            chars.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
        pairs.sort_unstable();
        pairs
    };
    let (one, other) = (pairs(one), pairs(other));
    let (mut common, mut left) = (0, other.iter().peekable());
    for pair in &one {
        while left.next_if(|next| *next < pair).is_some() {}
        common += usize::from(left.next_if(|next| *next == pair).is_some());
    }
    200 * common >= ALIKE * (one.len() + other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count() {
        assert_eq!(compared("Lamps,\u{a0}and “the Sea-Lanes”"), "lamps and the sea lanes");
        assert_eq!(compared("加强联合国预防犯罪方案：技术合作"), "加强联合国预防犯罪方案技术合作");
    }

    #[test]
    fn titles_are_alike_or_not() {
        let title = "protection of global climate for present and future generations of humankind";
        assert!(alike(title, "protection of the global climate for present and coming generations"));
        assert!(!alike(title, "united nations millennium declaration"));
        assert!(alike("加强联合国预防犯罪方案", "加强联合国防止犯罪方案"));
    }
}
