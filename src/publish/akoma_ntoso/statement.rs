//! The parts of a resolution, in the order that the schema has: cover page, preface, preamble, main body, conclusions and
//! attachments.

use super::body::{AknBody, paragraph_of};
use super::element::{AknContent, AknElement};
use super::inline::AknInline;
use super::meta::AknIdentity;
use crate::publish::{ManuscriptBlock, ManuscriptFace, ManuscriptKind, ManuscriptRun};

/// A resolution of a document.
#[derive(Debug)]
pub struct AknPart {
    /// What it is called in a list of several: its letter and title.
    pub title: String,
    /// All of its element but `meta`.
    pub children: Vec<AknElement>,
}

/// The places in a resolution, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Region {
    Cover,
    Preface,
    Preamble,
    Body,
    Conclusions,
}

/// What a resolution's blocks are, region by region, with one list for each attachment.
#[derive(Debug, Default)]
struct Regions<'b> {
    cover: Vec<&'b ManuscriptBlock>,
    preface: Vec<&'b ManuscriptBlock>,
    preamble: Vec<&'b ManuscriptBlock>,
    body: Vec<&'b ManuscriptBlock>,
    conclusions: Vec<&'b ManuscriptBlock>,
    attachments: Vec<Vec<&'b ManuscriptBlock>>,
}

/// What stands before resolutions A, B and so on, and these; all of it and nothing where there are none.
pub fn parts(blocks: &[ManuscriptBlock]) -> (&[ManuscriptBlock], Vec<&[ManuscriptBlock]>) {
    let letters = blocks.iter().enumerate().filter(|(_, block)| block.kind == ManuscriptKind::Part);
    let mut starts: Vec<usize> = letters.map(|(at, _)| at).collect();
    let first = starts.first().copied().unwrap_or(blocks.len());
    let is_head = |block: &ManuscriptBlock| {
        matches!(
            block.kind,
            ManuscriptKind::Masthead
                | ManuscriptKind::Adoption
                | ManuscriptKind::Origin
                | ManuscriptKind::Title
                | ManuscriptKind::Aside
        )
    };
    let head = blocks.get(..first).unwrap_or_default();
    if starts.is_empty() || !head.iter().all(is_head) {
        return (blocks, Vec::new());
    }
    starts.push(blocks.len());
    let part = |two: &[usize]| match two {
        [from, to] => blocks.get(*from..*to),
        _ => None,
    };
    (head, starts.windows(2).filter_map(part).collect())
}

impl<'b> Regions<'b> {
    fn of(blocks: &'b [ManuscriptBlock]) -> Regions<'b> {
        let mut regions = Regions::default();
        let mut now = Region::Cover;
        for (at, block) in blocks.iter().enumerate() {
            let later = blocks.get(at + 1..).unwrap_or_default();
            let begins_anew = block.kind == ManuscriptKind::Annex && now >= Region::Body;
            if begins_anew {
                regions.attachments.push(vec![block]);
                continue;
            }
            if let Some(attachment) = regions.attachments.last_mut() {
                attachment.push(block);
                continue;
            }
            now = Region::of(block, now, later, regions.preamble.is_empty());
            match now {
                Region::Cover => regions.cover.push(block),
                Region::Preface => regions.preface.push(block),
                Region::Preamble => regions.preamble.push(block),
                Region::Body => regions.body.push(block),
                Region::Conclusions => regions.conclusions.push(block),
            }
        }
        regions
    }
}

impl Region {
    /// Where a block belongs, behind what stands in the region `now`: never before that, since all of the text keeps its order.
    fn of(block: &ManuscriptBlock, now: Region, later: &[ManuscriptBlock], no_preamble: bool) -> Region {
        let opens = |block: &ManuscriptBlock| block.kind == ManuscriptKind::OrganLine;
        let until_annex = || later.iter().take_while(|other| other.kind != ManuscriptKind::Annex);
        let wanted = match block.kind {
            ManuscriptKind::Masthead | ManuscriptKind::Adoption | ManuscriptKind::Origin => Region::Cover,
            ManuscriptKind::Title | ManuscriptKind::Part => Region::Preface,
            ManuscriptKind::OrganLine | ManuscriptKind::Preambular => Region::Preamble,
            ManuscriptKind::Sub | ManuscriptKind::Continuation if !no_preamble => Region::Preamble,
            ManuscriptKind::Operative | ManuscriptKind::Sub | ManuscriptKind::Continuation => Region::Body,
            // Above the organ line it heads the whole.
            ManuscriptKind::Section | ManuscriptKind::Annex if until_annex().any(opens) => now,
            ManuscriptKind::Section | ManuscriptKind::Annex => Region::Body,
            ManuscriptKind::Closing if until_annex().any(|other| other.kind.is_of_body()) => Region::Body,
            ManuscriptKind::Closing => Region::Conclusions,
            ManuscriptKind::Aside => now,
        };
        wanted.max(now)
    }
}

impl AknPart {
    /// The resolution of some blocks. `name` is its name among the parts of the document; `prefix` is what the names of its
    /// elements begin with, where it is one of several.
    pub fn of(
        blocks: &[ManuscriptBlock],
        identity: &AknIdentity,
        name: &str,
        prefix: &str,
        inline: &mut AknInline<'_>,
    ) -> AknPart {
        let Regions { cover, preface, preamble, body, conclusions, attachments } = Regions::of(blocks);
        let AknPart { title, mut children } = AknPart::beginning(&cover, &preface, prefix, inline);
        if !preamble.is_empty() {
            children.push(AknElement::new("preamble").holding_all(self::preamble(&preamble, prefix, inline)));
        }
        children.push(main_body(&body, prefix, inline));
        if !conclusions.is_empty() {
            let lines: Vec<AknElement> = conclusions.into_iter().map(|block| paragraph_of(block, inline)).collect();
            let id = inline.id(format!("{prefix}conclusions"));
            children.push(AknElement::new("conclusions").with("eId", id).holding_all(lines));
        }
        if !attachments.is_empty() {
            let mut all = AknElement::new("attachments");
            for (at, blocks) in attachments.iter().enumerate() {
                let number = at + 1;
                let part = if name == "main" { format!("annex_{number}") } else { format!("{name}_annex_{number}") };
                let id = inline.id(format!("{prefix}att_{number}"));
                let document = AknElement::new("doc").with("name", "annex").holding(identity.meta(&part));
                let document = document.holding(main_body(blocks, &format!("{prefix}att_{number}__"), inline));
                all.push(AknElement::new("attachment").with("eId", id).holding(document));
            }
            children.push(all);
        }
        AknPart { title, children }
    }

    /// What stands before several resolutions: a masthead, and the title of all.
    pub fn head(blocks: &[ManuscriptBlock], inline: &mut AknInline<'_>) -> AknPart {
        let first = blocks.iter().position(|block| block.kind == ManuscriptKind::Title).unwrap_or(blocks.len());
        let (cover, preface) = blocks.split_at_checked(first).unwrap_or((blocks, &[]));
        AknPart::beginning(&cover.iter().collect::<Vec<_>>(), &preface.iter().collect::<Vec<_>>(), "", inline)
    }

    fn beginning(
        cover: &[&ManuscriptBlock],
        preface: &[&ManuscriptBlock],
        prefix: &str,
        inline: &mut AknInline<'_>,
    ) -> AknPart {
        let mut children = Vec::new();
        if !cover.is_empty() {
            let lines: Vec<AknElement> = cover.iter().map(|block| cover_line(block, inline)).collect();
            let id = inline.id(format!("{prefix}coverPage"));
            children.push(AknElement::new("coverPage").with("eId", id).holding_all(lines));
        }
        if !preface.is_empty() {
            let lines: Vec<AknElement> = preface.iter().map(|block| preface_line(block, inline)).collect();
            children.push(AknElement::new("preface").holding_all(lines));
        }
        let title = preface.first().map(|block| block.words()).unwrap_or_default();
        AknPart { title, children }
    }
}

/// A line of the cover page.
fn cover_line(block: &ManuscriptBlock, inline: &mut AknInline<'_>) -> AknElement {
    let name = match block.kind {
        ManuscriptKind::Adoption => "docTitle",
        ManuscriptKind::Origin => "docProponent",
        ManuscriptKind::Masthead if inline.is_own_symbol(&block.words()) => "docNumber",
        _ => return paragraph_of(block, inline),
    };
    let words = AknElement::of_words(name, inline.block_words(block));
    AknElement::of_words("p", vec![AknContent::Element(words)])
}

/// A line of the preface: a title with its number, or the letter of one of several resolutions with its title.
fn preface_line(block: &ManuscriptBlock, inline: &mut AknInline<'_>) -> AknElement {
    let number =
        |number: String| AknContent::Element(AknElement::of_words("docNumber", vec![AknContent::Words(number)]));
    let mut line = Vec::new();
    let mut runs = block.runs.clone();
    match (block.kind, &block.label) {
        (ManuscriptKind::Title, Some(label)) => line.push(number(format!("{}{}", label.before, label.text))),
        (ManuscriptKind::Title, None) => {}
        (ManuscriptKind::Part, _) => {
            if let Some(ManuscriptRun::Words { text, range, face: ManuscriptFace::Plain }) = runs.first_mut()
                && let Some((letter, rest)) = text.split_once(' ').or(Some((text.as_str(), "")))
            {
                let (letter, rest) = (letter.to_owned(), rest.to_owned());
                // Byte for byte the same are its last ones.
                range.start = range.end.saturating_sub(rest.len()).max(range.start);
                line.push(number(letter));
                *text = rest;
            }
        }
        _ => return paragraph_of(block, inline),
    }
    let title = inline.words(&runs, block.language);
    if !title.is_empty() {
        // A mark behind a letter is no title.
        let has_words = runs.iter().any(|run| matches!(run, ManuscriptRun::Words { text, .. } if !text.is_empty()));
        if has_words {
            if !line.is_empty() {
                line.push(AknContent::Words(" ".to_owned()));
            }
            line.push(AknContent::Element(AknElement::of_words("docTitle", title)));
        } else {
            line.extend(title);
        }
    }
    AknElement::of_words("p", line)
}

/// The preamble: the organ line, and a container for each paragraph, with what stands below it.
fn preamble(blocks: &[&ManuscriptBlock], prefix: &str, inline: &mut AknInline<'_>) -> Vec<AknElement> {
    let mut all: Vec<AknElement> = Vec::new();
    let mut rest = blocks;
    while let Some((block, behind)) = rest.split_first() {
        let below = behind
            .iter()
            .take_while(|other| matches!(other.kind, ManuscriptKind::Sub | ManuscriptKind::Continuation))
            .count();
        let (below, next) = behind.split_at_checked(below).unwrap_or((behind, &[]));
        match block.kind {
            ManuscriptKind::OrganLine => {
                let id = inline.id(format!("{prefix}formula_1"));
                let formula = AknElement::new("formula").with("name", "enactingFormula").with("eId", id);
                all.push(formula.holding(organ_line(block, inline)));
                all.extend(below.iter().map(|block| paragraph_of(block, inline)));
            }
            ManuscriptKind::Preambular => all.push(container(block, below, prefix, inline)),
            _ => {
                all.push(paragraph_of(block, inline));
                all.extend(below.iter().map(|block| paragraph_of(block, inline)));
            }
        }
        rest = next;
    }
    all
}

/// The organ that speaks, set as opening words are, up to the mark behind it.
pub fn organ_line(block: &ManuscriptBlock, inline: &mut AknInline<'_>) -> AknElement {
    let mut runs = block.runs.clone();
    if let Some(ManuscriptRun::Words { text, face, range }) = runs.first().cloned()
        && face == ManuscriptFace::Plain
    {
        let name = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let (words, mark) = text.split_at_checked(name).unwrap_or((&text, ""));
        let opening =
            ManuscriptRun::Words { text: words.to_owned(), face: ManuscriptFace::Opening, range: range.clone() };
        let behind = ManuscriptRun::Words { text: mark.to_owned(), face, range: range.end..range.end };
        runs.splice(..1, [opening, behind].into_iter().filter(|run| !is_empty(run)));
    }
    AknElement::of_words("p", inline.words(&runs, block.language))
}

fn is_empty(run: &ManuscriptRun) -> bool {
    matches!(run, ManuscriptRun::Words { text, .. } if text.is_empty())
}

/// A preambular paragraph, named by the words that it opens with.
fn container(
    block: &ManuscriptBlock,
    below: &[&ManuscriptBlock],
    prefix: &str,
    inline: &mut AknInline<'_>,
) -> AknElement {
    let opening = block.runs.iter().find_map(|run| match run {
        ManuscriptRun::Words { text, face: ManuscriptFace::Opening, .. } => Some(text.trim().replace('\n', " ")),
        _ => None,
    });
    // The schema wants a name.
    let name = opening.unwrap_or_else(|| "preambular".to_owned());
    let number = inline.next_container();
    let id = inline.id(format!("{prefix}container_{number}"));
    let element = AknElement::new("container").with("name", name).with("eId", id.clone());
    element.holding_all(AknBody::blocks_with_lists(block, below, &format!("{id}__"), inline))
}

/// The main body of some blocks. The schema wants something in it.
fn main_body(blocks: &[&ManuscriptBlock], prefix: &str, inline: &mut AknInline<'_>) -> AknElement {
    let mut body = AknBody::new(prefix);
    for (at, block) in blocks.iter().enumerate() {
        body.add(block, blocks.get(at + 1).copied(), inline);
    }
    let elements = body.finish(inline);
    let main_body = AknElement::new("mainBody");
    match elements.is_empty() {
        true => main_body.holding(AknElement::of_words("p", Vec::new())),
        false => main_body.holding_all(elements),
    }
}
