//! What the United Nations' markup of a text says, and what of it can be trusted.
//!
//! Left out of the scoring: a citation whose anchor has no number, whose link is no document symbol, names no
//! organ or an impossible session, contradicts the anchor, or is outvoted by other languages; a number that is the label of something else
//! than a paragraph; a preambular paragraph that is a table, has no opening phrase or is an operative one.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

/// What an annotation is scored as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Citation,
    Operative,
    Sub,
    Preambular,
    Marker,
    Note,
    /// A label that the markup cannot be trusted with.
    OutLabel,
    OutPreambular,
    OutCitation,
    /// A label at the start of a line that the markup passes over.
    UnmarkedLabel,
    /// A marker's second use, which the markup passes over.
    Repeat,
}

/// An annotation. Places are characters of the text.
#[derive(Debug)]
pub struct Gold {
    pub what: Use,
    pub range: Range<usize>,
    /// The label or marker, evened out.
    pub label: String,
    /// Symbols that count as right for a citation, by [`symbol_key`]; the link's own first.
    pub keys: Vec<String>,
    /// The anchor's numbers, where it is no full symbol.
    numbers: Vec<u32>,
}

/// A text with its annotations.
pub struct Document {
    pub text: String,
    pub gold: Vec<Gold>,
}

static FULL: LazyLock<Regex> = LazyLock::new(|| regex(r"^[A-Z][A-Z0-9.]*/"));
static LINE_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?m)^[ \t\x{200e}\x{200f}]*((?:\d{1,3}(?:\.|\s?[-–]))|(?:[(’](?:[a-z]{1,5}|[ء-ي](?: [ء-ي])?|\d{1,2})[)‘]|[a-zа-я]{1,5}\)))[\s\x{a0}\x{200f}]",
    )
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is right")
}

/// A text in ASCII digits, letters and brackets as far as the labels and symbols here need it.
fn plain(text: &str) -> String {
    let fold = |c: char| match c {
        '⁰' => "0".to_owned(),
        '¹' => "1".to_owned(),
        '²' => "2".to_owned(),
        '³' => "3".to_owned(),
        '⁴'..='⁹' => (c as u32 - 0x2074 + 4).to_string(),
        '㈠'..='㈩' => format!("({})", "一二三四五六七八九十".chars().nth(c as usize - '㈠' as usize).unwrap_or(c)),
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c).to_string(),
        c => c.to_string(),
    };
    text.chars().map(fold).collect()
}

/// A label without its punctuation.
pub fn label_key(label: &str) -> String {
    let drop = |c: char| c.is_whitespace() || ".()[]‘’'-–".contains(c);
    plain(label).to_lowercase().replace(drop, "")
}

/// A symbol without what does not matter in a comparison.
pub fn symbol_key(symbol: &str) -> String {
    static INVISIBLE: LazyLock<Regex> =
        LazyLock::new(|| regex(r"[\s\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2069}\x{feff}]+|%20|\((?i:supp)\)"));
    static LETTERS: LazyLock<Regex> = LazyLock::new(|| regex(r"^((?:[A-Z]+/)*RES/(?:E?S-)?\d+(?:/\d+)?)[^0-9/(]+"));
    static DASHES: LazyLock<Regex> = LazyLock::new(|| regex(r"[\x{2010}-\x{2015}\x{2212}]"));
    static SLASHES: LazyLock<Regex> = LazyLock::new(|| regex("/+"));
    let key = plain(symbol).replace("%28", "(").replace("%29", ")").to_uppercase();
    let key = INVISIBLE.replace_all(&key, "");
    let key = DASHES.replace_all(&key, "-");
    let key = SLASHES.replace_all(&key, "/");
    LETTERS.replace(key.trim_matches(['.', ',', ';', ':', '/']), "$1").into_owned()
}

fn roman(numeral: &str) -> u32 {
    let value = |c| "IVXLC".find(c).and_then(|i| [1, 5, 10, 50, 100].get(i)).copied().unwrap_or(0);
    let (mut sum, mut last) = (0, 0);
    for v in numeral.chars().rev().map(value) {
        sum = if v < last { sum - v } else { sum + v };
        last = v;
    }
    sum
}

/// The numbers in a symbol, in order: digits, and Roman numerals inside brackets.
fn numbers(symbol: &str) -> Vec<u32> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| regex(r"\([^()]*\)|\d+"));
    static INNER: LazyLock<Regex> = LazyLock::new(|| regex(r"\d+|\b[IVXLC]+\b"));
    static WORDS: LazyLock<Regex> = LazyLock::new(|| regex("PART(?:IE|E)?S?|VOL|SECT|AND"));
    let mut all = Vec::new();
    for found in NUMBER.find_iter(&symbol_key(symbol)) {
        let inside = WORDS.replace_all(found.as_str(), " ").into_owned();
        all.extend(INNER.find_iter(&inside).map(|n| n.as_str().parse().unwrap_or_else(|_| roman(n.as_str()))));
    }
    all
}

fn in_order(few: &[u32], many: &[u32]) -> bool {
    let mut many = many.iter();
    few.iter().all(|n| many.any(|m| m == n))
}

/// The symbols that count as right for a citation; `None` where the link cannot be trusted.
fn keys(anchor: &str, href: &str) -> Option<(Vec<String>, Vec<u32>)> {
    static LINK: LazyLock<Regex> =
        LazyLock::new(|| regex(r"(?i)^https?:/*(?:www\.)?(?:undocs\.org|docs\.un\.org)/+(?-i:[a-z]{2}/+)*(.+)"));
    static SESSION: LazyLock<Regex> = LazyLock::new(|| regex(r"^A/RES/(\d+)/\d+"));
    static JOINT: LazyLock<Regex> = LazyLock::new(|| regex(r"-([A-Z]+/)"));
    let symbol = LINK.captures(href.trim())?.get(1)?.as_str();
    let (key, own) = (symbol_key(symbol), symbol_key(anchor));
    let (ours, theirs) = (numbers(anchor), numbers(symbol));
    let joint = JOINT.is_match(&own);
    let agree = in_order(&ours, &theirs) || (joint && in_order(&theirs, &ours));
    let session = SESSION.captures(&key).and_then(|found| found[1].parse().ok());
    if ours.is_empty() || !agree || !FULL.is_match(&key) || !(31..=99).contains(&session.unwrap_or(31)) {
        return None;
    }
    let mut keys = vec![key];
    let full = FULL.is_match(&own);
    if full {
        keys.extend(JOINT.replace_all(&own, "\0$1").split('\0').map(symbol_key));
        keys.push(own);
    }
    Some((keys, if full { Vec::new() } else { ours }))
}

/// Leaves out the links that only one language has, while two or more other languages of the resolution agree on
/// another one for the same numbers.
pub fn vote(languages: &mut [Option<Document>]) {
    type Votes = HashMap<Vec<u32>, HashMap<String, HashSet<usize>>>;
    let mut votes = Votes::new();
    for (language, gold) in languages.iter().enumerate().filter_map(|(i, d)| Some((i, &d.as_ref()?.gold))) {
        for cite in gold.iter().filter(|gold| gold.what == Use::Citation && !gold.numbers.is_empty()) {
            let links = votes.entry(cite.numbers.clone()).or_default();
            links.entry(cite.keys[0].clone()).or_default().insert(language);
        }
    }
    for gold in languages.iter_mut().flatten().flat_map(|document| &mut document.gold) {
        let Some(links) = votes.get(&gold.numbers).filter(|_| gold.what == Use::Citation) else { continue };
        let alone = links[&gold.keys[0]].len() == 1;
        if alone
            && links
                .iter()
                .any(|(link, agreed)| *link != gold.keys[0] && agreed.difference(&links[&gold.keys[0]]).count() >= 2)
        {
            gold.what = Use::OutCitation;
        }
    }
}

/// Reads `NAME.txt` with `NAME.gold.json` beside it.
pub fn document(path: &Path) -> Option<Document> {
    let text = fs::read_to_string(path).ok()?;
    let json: Value = serde_json::from_slice(&fs::read(path.with_extension("gold.json")).ok()?).ok()?;
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut gold: Vec<Gold> =
        json["ann"].as_array()?.iter().filter_map(|annotation| judge(&text, &places, annotation)).collect();
    let operative = |gold: &&Gold| gold.what == Use::Operative;
    let first = gold.iter().filter(operative).map(|gold| gold.range.start).min().unwrap_or(usize::MAX);
    for paragraph in gold.iter_mut().filter(|gold| gold.what == Use::Preambular && gold.range.start > first) {
        let content = &text[places[paragraph.range.start]..places[paragraph.range.end]];
        if !bare_end(content).ends_with([',', '，', '،']) {
            paragraph.what = Use::OutPreambular;
        }
    }
    unmarked(&text, &places, &mut gold);
    gold.sort_by_key(|gold| gold.range.start);
    Some(Document { text, gold })
}

fn bare_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| {
        c.is_whitespace() || "⁰¹²³⁴⁵⁶⁷⁸⁹()".contains(c) || ('\u{200b}'..='\u{202e}').contains(&c)
    })
}

fn judge(text: &str, places: &[usize], annotation: &Value) -> Option<Gold> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| regex(r"^\d{1,3}\s?[.\-–]?$"));
    static SUB: LazyLock<Regex> =
        LazyLock::new(|| regex(r"^(?:[(’‘'](?:\p{L}{1,5}|\p{L} \p{L}|\d{1,2})[)‘’']|\p{L}{1,5}\))$"));
    let number = |name: &str| annotation[name].as_u64().and_then(|n| usize::try_from(n).ok());
    let string = |name: &str| annotation[name].as_str().unwrap_or_default().trim();
    let mut range = number("start")?..number("end")?;
    let content = text.get(*places.get(range.start)?..*places.get(range.end)?)?;
    let (mut label, mut right, mut numbers) = (String::new(), Vec::new(), Vec::new());
    let what = match annotation["type"].as_str()? {
        "cite" => keys(content, string("href")).map_or(Use::OutCitation, |(keys, ours)| {
            (right, numbers) = (keys, ours);
            Use::Citation
        }),
        "num" => {
            let value = plain(string("value"));
            label = label_key(&value);
            match number("level") {
                Some(0) if NUMBER.is_match(&value) => Use::Operative,
                _ if SUB.is_match(&value) => Use::Sub,
                _ => Use::OutLabel,
            }
        }
        "preambular" => {
            range.start += content.chars().take_while(|c| c.is_whitespace()).count();
            let phrase = string("phrase");
            let table = phrase.is_empty() || phrase == "table" || content.contains('\t');
            let labelled = LINE_LABEL.find(content).is_some_and(|found| found.start() == 0);
            let out = table || labelled || bare_end(content).ends_with(['.', '。']);
            if out { Use::OutPreambular } else { Use::Preambular }
        }
        kind @ ("fnref" | "fnbody_marker") => {
            label = label_key(string("marker"));
            if kind == "fnref" { Use::Marker } else { Use::Note }
        }
        _ => return None,
    };
    Some(Gold { what, range, label, keys: right, numbers })
}

/// Adds the labels and markers that the markup passes over, up to the notes.
fn unmarked(text: &str, places: &[usize], gold: &mut Vec<Gold>) {
    static REPEAT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:\p{L}|[,;.:)»”》〉“、，。；：（(])(\d{1,3})"));
    let notes: HashSet<String> = gold.iter().filter(|g| g.what == Use::Note).map(|g| g.label.clone()).collect();
    let starts = |what: &'static [Use]| gold.iter().filter(|g| what.contains(&g.what)).map(|g| g.range.start);
    let end = starts(&[Use::Note]).min().map_or(text.len(), |start| places[start]);
    let taken: HashSet<usize> = starts(&[Use::Operative, Use::Sub, Use::OutLabel]).collect();
    let character = |at: usize| places.partition_point(|place| *place < at);
    let body = &text[..end];
    let mut add = Vec::new();
    for found in LINE_LABEL.captures_iter(body).filter_map(|found| found.get(1)) {
        let range = character(found.start())..character(found.end());
        let line = body[found.end()..].lines().next().unwrap_or_default();
        if !taken.contains(&range.start) && !line.contains('\t') {
            add.push(Gold {
                what: Use::UnmarkedLabel,
                range,
                label: String::new(),
                keys: Vec::new(),
                numbers: Vec::new(),
            });
        }
    }
    for found in REPEAT.captures_iter(body).filter_map(|found| found.get(1)) {
        let after = body[found.end()..].chars().next().unwrap_or(' ');
        if notes.contains(found.as_str()) && !after.is_alphanumeric() && !"/%._".contains(after) {
            let range = character(found.start())..character(found.end());
            add.push(Gold {
                what: Use::Repeat,
                range,
                label: found.as_str().to_owned(),
                keys: Vec::new(),
                numbers: Vec::new(),
            });
        }
    }
    gold.extend(add);
}
