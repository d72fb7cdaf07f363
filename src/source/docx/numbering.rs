//! Numbers of paragraphs as Word shows them. None of them stands in the file: they are counted.
//!
//! A paragraph names a list (`num`), which names a definition (`abstractNum`) of nine levels. Lists of one definition go
//! on from each other, but where a list says that one of its levels starts anew. Source: ECMA-376-1, 17.9.

use std::collections::{HashMap, HashSet};

use super::styles::{ParagraphProperties, Styles};
use super::tree::XmlElement;
use crate::script::DigitScript;
use crate::script::counting::{Alphabet, Counting, SignRow};

/// So many levels a list has.
const LEVELS: usize = 9;

/// So many definitions may refer to each other.
const LONGEST_CHAIN: usize = 8;

/// So many characters of a level's text are shown. Word takes 31.
const LONGEST_TEXT: usize = 128;

/// A document's lists.
#[derive(Debug, Default)]
pub struct Lists {
    definitions: HashMap<u32, ListDefinition>,
    lists: HashMap<u32, List>,
}

#[derive(Debug, Default)]
struct ListDefinition {
    levels: [Option<Level>; LEVELS],
    /// The style of lists that has the levels.
    style: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    definition: u32,
    starts: [Option<u32>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: NumberFormat,
    /// After which level, counted from 1, it starts anew; 0 for never. Without it, after any above.
    restart: Option<usize>,
    /// The paragraph style that it belongs to.
    style: Option<String>,
    /// All numbers in it are digits.
    legal: bool,
    suffix: LabelSuffix,
    text: String,
    hidden: bool,
}

/// What stands between a label and its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelSuffix {
    /// A tab or a space.
    Space,
    Nothing,
}

/// How the numbers of a level, or those of notes, are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberFormat {
    Counted(Counting),
    /// No number: the level's text is all.
    Bullet,
    /// Nothing is shown.
    None,
    /// A way to count that isn't known here, by its name. It is counted in digits.
    Unknown(String),
}

/// A paragraph's number as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownLabel {
    pub text: String,
    pub suffix: LabelSuffix,
    /// The way to count that isn't known, for which digits were written.
    pub unknown_format: Option<String>,
}

impl NumberFormat {
    /// What a `numFmt` says.
    pub fn of(element: &XmlElement<'_>) -> NumberFormat {
        let name = element.value().unwrap_or_default();
        match &*name {
            // `001, 002, 003, ...`
            "custom" => {
                let pattern = element.attribute("format").unwrap_or_default();
                let first = pattern.split(',').next().unwrap_or_default().trim();
                match !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit()) {
                    true => NumberFormat::Counted(Counting::Padded(first.len())),
                    false => NumberFormat::Unknown(pattern.into_owned()),
                }
            }
            name => NumberFormat::named(name),
        }
    }

    fn named(name: &str) -> NumberFormat {
        let letters = |alphabet| Counting::Letters(alphabet);
        let counting = match name {
            "decimal" | "decimalHalfWidth" => Counting::Digits(DigitScript::Ascii),
            "decimalFullWidth" | "decimalFullWidth2" => Counting::Digits(DigitScript::FullWidth),
            "decimalZero" => Counting::Padded(2),
            "lowerLetter" => letters(Alphabet::LatinSmall),
            "upperLetter" => letters(Alphabet::LatinCapital),
            "russianLower" => letters(Alphabet::RussianSmall),
            "russianUpper" => letters(Alphabet::RussianCapital),
            "arabicAbjad" => letters(Alphabet::ArabicNumeric),
            "arabicAlpha" => letters(Alphabet::ArabicAlphabetic),
            "lowerRoman" => Counting::Roman { small: true },
            "upperRoman" => Counting::Roman { small: false },
            "chineseCountingThousand" | "taiwaneseCountingThousand" => Counting::ChineseCounted,
            "chineseCounting" | "taiwaneseCounting" => Counting::ChineseBelowHundred,
            "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => Counting::ChineseDigits,
            "japaneseCounting" => Counting::Japanese,
            "chineseLegalSimplified" => Counting::ChineseFormal,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Counting::Signs(SignRow::Circled),
            "decimalEnclosedParen" => Counting::Signs(SignRow::InBrackets),
            "decimalEnclosedFullstop" => Counting::Signs(SignRow::WithStop),
            "ideographEnclosedCircle" => Counting::Signs(SignRow::CircledChinese),
            "ideographTraditional" => Counting::Signs(SignRow::Stems),
            "ideographZodiac" => Counting::Signs(SignRow::Branches),
            "numberInDash" => Counting::Dashed,
            "ordinal" => Counting::EnglishOrdinal,
            "cardinalText" => Counting::EnglishWord,
            "ordinalText" => Counting::EnglishOrdinalWord,
            "hex" => Counting::Hexadecimal,
            "chicago" => Counting::Daggers,
            "bullet" => return NumberFormat::Bullet,
            "none" => return NumberFormat::None,
            other => return NumberFormat::Unknown(other.to_owned()),
        };
        NumberFormat::Counted(counting)
    }

    /// A number in this format.
    pub fn write(&self, number: u32) -> String {
        match self {
            NumberFormat::Counted(counting) => counting.write(number),
            NumberFormat::Bullet | NumberFormat::None => String::new(),
            NumberFormat::Unknown(_) => number.to_string(),
        }
    }
}

impl Level {
    fn of(element: &XmlElement<'_>) -> Level {
        let number = |name: &str| element.child(name).and_then(XmlElement::number);
        let suffix = element.child("suff").and_then(XmlElement::value);
        let properties = element.child("rPr");
        let text = element.child("lvlText").and_then(XmlElement::value).unwrap_or_default();
        Level {
            start: number("start").and_then(|start| u32::try_from(start).ok()).unwrap_or(0),
            format: element
                .child("numFmt")
                .map_or(NumberFormat::Counted(Counting::Digits(DigitScript::Ascii)), NumberFormat::of),
            restart: number("lvlRestart").and_then(|level| usize::try_from(level).ok()),
            style: element.child("pStyle").and_then(XmlElement::value).map(String::from),
            legal: element.child("isLgl").is_some_and(XmlElement::is_on),
            suffix: if suffix.as_deref() == Some("nothing") { LabelSuffix::Nothing } else { LabelSuffix::Space },
            text: text.chars().take(LONGEST_TEXT).collect(),
            hidden: properties.and_then(|own| own.child("vanish")).is_some_and(XmlElement::is_on),
        }
    }
}

/// The level that an element is about, if a list has it.
fn level_index(element: &XmlElement<'_>) -> Option<usize> {
    let level = element.attribute("ilvl")?.trim().parse().ok()?;
    (level < LEVELS).then_some(level)
}

impl Lists {
    /// The lists of a part.
    pub fn of(root: &XmlElement<'_>) -> Lists {
        let mut lists = Lists::default();
        let id = |element: &XmlElement<'_>, name: &str| element.attribute(name)?.trim().parse::<u32>().ok();
        for element in root.elements() {
            if element.is("abstractNum")
                && let Some(id) = id(element, "abstractNumId")
            {
                let mut definition = ListDefinition {
                    style: element.child("numStyleLink").and_then(XmlElement::value).map(String::from),
                    ..ListDefinition::default()
                };
                for level in element.elements().filter(|child| child.is("lvl")) {
                    put(&mut definition.levels, level_index(level), || Level::of(level));
                }
                lists.definitions.insert(id, definition);
            } else if element.is("num")
                && let Some(id) = id(element, "numId")
            {
                let definition = element.child("abstractNumId").and_then(XmlElement::number);
                let Some(definition) = definition.and_then(|id| u32::try_from(id).ok()) else { continue };
                let mut list = List { definition, ..List::default() };
                for change in element.elements().filter(|child| child.is("lvlOverride")) {
                    let level = level_index(change);
                    if let Some(own) = change.child("lvl") {
                        put(&mut list.levels, level, || Level::of(own));
                    }
                    if let Some(start) = change.child("startOverride").and_then(XmlElement::number) {
                        put(&mut list.starts, level, || u32::try_from(start).unwrap_or(0));
                    }
                }
                lists.lists.insert(id, list);
            }
        }
        lists
    }

    /// Counts in words and ordinals are written in the document's language. Where that isn't English, they are not known here.
    pub fn without_english(mut self) -> Lists {
        let definitions = self.definitions.values_mut().map(|definition| &mut definition.levels);
        let lists = self.lists.values_mut().map(|list| &mut list.levels);
        for level in definitions.chain(lists).flatten().flatten() {
            let name = match &level.format {
                NumberFormat::Counted(Counting::EnglishOrdinal) => "ordinal",
                NumberFormat::Counted(Counting::EnglishWord) => "cardinalText",
                NumberFormat::Counted(Counting::EnglishOrdinalWord) => "ordinalText",
                _ => continue,
            };
            level.format = NumberFormat::Unknown(name.to_owned());
        }
        self
    }

    /// The definition that a list has its levels of, through a style of lists if need be, with the number by which it is
    /// known.
    fn definition(&self, list: &List, styles: &Styles) -> Option<(u32, &ListDefinition)> {
        let mut id = list.definition;
        for _ in 0..LONGEST_CHAIN {
            let definition = self.definitions.get(&id)?;
            let linked = definition.style.as_deref().and_then(|style| styles.list_of_style(style));
            match linked.and_then(|list| self.lists.get(&list)).map(|list| list.definition) {
                Some(next) if next != id => id = next,
                _ => return Some((id, definition)),
            }
        }
        None
    }
}

fn put<T>(all: &mut [Option<T>; LEVELS], index: Option<usize>, made: impl FnOnce() -> T) {
    if let Some(place) = index.and_then(|index| all.get_mut(index)) {
        *place = Some(made());
    }
}

/// How far the lists of a document have come.
#[derive(Debug, Default)]
pub struct ListCounters {
    /// Of each definition the numbers of its levels; `None` where a level starts when it is next used.
    reached: HashMap<u32, [Option<u32>; LEVELS]>,
    /// The lists whose own start at a level has been made.
    started: HashSet<(u32, usize)>,
}

impl ListCounters {
    /// Counts a paragraph, if it is a member of a list, and says what number it shows.
    pub fn count(&mut self, lists: &Lists, styles: &Styles, paragraph: &ParagraphProperties) -> Option<ShownLabel> {
        let id = paragraph.list.filter(|id| *id > 0)?;
        let list = lists.lists.get(&id)?;
        let (definition_id, definition) = lists.definition(list, styles)?;
        let level_at = |level: usize| {
            let own = list.levels.get(level).and_then(Option::as_ref);
            own.or_else(|| definition.levels.get(level).and_then(Option::as_ref))
        };
        let of_style = |style: &Option<String>| {
            let style = style.as_deref()?;
            (0..LEVELS).find(|level| level_at(*level).and_then(|level| level.style.as_deref()) == Some(style))
        };
        // Which level a style has is said by the level that names the style.
        let by_style =
            paragraph.list_style.as_ref().and_then(|_| of_style(&paragraph.style).or(of_style(&paragraph.list_style)));
        let at = by_style.or(paragraph.level).unwrap_or(0).min(LEVELS - 1);
        let level = level_at(at)?;
        let start_of = |at: usize| {
            let own = list.starts.get(at).copied().flatten();
            own.or_else(|| level_at(at).map(|level| level.start)).unwrap_or(1)
        };
        let reached = self.reached.entry(definition_id).or_default();
        let starts_anew = list.starts.get(at).is_some_and(Option::is_some) && self.started.insert((id, at));
        if let Some(number) = reached.get_mut(at) {
            *number = match *number {
                Some(before) if !starts_anew => Some(before.saturating_add(1)),
                _ => Some(start_of(at)),
            };
        }
        for (below, number) in reached.iter_mut().enumerate().skip(at + 1) {
            let starts = match level_at(below).and_then(|level| level.restart) {
                None => true,
                Some(after) => at < after,
            };
            if starts {
                *number = None;
            }
        }
        let number_at = |at: usize| reached.get(at).copied().flatten().unwrap_or_else(|| start_of(at));
        let mut unknown_format = None;
        let text = match &level.format {
            NumberFormat::None if !level.text.contains('%') => String::new(),
            NumberFormat::Bullet => bullet(&level.text),
            _ => shown(&level.text, |at| {
                let of = level_at(at)?;
                if let NumberFormat::Unknown(name) = &of.format {
                    unknown_format = Some(name.clone());
                }
                let digits = level.legal && !matches!(of.format, NumberFormat::None | NumberFormat::Bullet);
                Some(if digits { number_at(at).to_string() } else { of.format.write(number_at(at)) })
            }),
        };
        let text = text.trim().to_owned();
        (!level.hidden && !text.is_empty()).then_some(ShownLabel { text, suffix: level.suffix, unknown_format })
    }
}

/// A level's text with the numbers in the places of `%1` to `%9`.
fn shown(pattern: &str, mut number: impl FnMut(usize) -> Option<String>) -> String {
    let mut text = String::new();
    let mut characters = pattern.chars().peekable();
    while let Some(c) = characters.next() {
        let level = characters.peek().and_then(|next| next.to_digit(10)).filter(|level| c == '%' && *level > 0);
        match level.and_then(|level| usize::try_from(level).ok()) {
            Some(level) => {
                characters.next();
                text.push_str(&number(level - 1).unwrap_or_default());
            }
            None => text.push(c),
        }
    }
    text
}

/// The sign of a list without numbers. Those of fonts that hold signs in the place of letters are dots here.
fn bullet(text: &str) -> String {
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{a7}');
    let signs = text.trim();
    match signs.chars().all(is_sign) {
        true => signs.to_owned(),
        false => "•".to_owned(),
    }
}

/// The number that a list had before its change was tracked, as older files keep it: `%1:3:0:.` for `3.`
pub fn label_before_change(original: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = original;
    while let Some(at) = rest.find('%') {
        text.push_str(rest.get(..at)?);
        let mut fields = rest.get(at + 1..)?.splitn(4, ':');
        let (_, number, format) = (fields.next()?, fields.next()?, fields.next()?);
        let format = match format {
            "1" => "upperRoman",
            "2" => "lowerRoman",
            "3" => "upperLetter",
            "4" => "lowerLetter",
            _ => "decimal",
        };
        text.push_str(&NumberFormat::named(format).write(number.parse().ok()?));
        rest = fields.next().unwrap_or_default();
    }
    text.push_str(rest);
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
