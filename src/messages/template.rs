//! The text of a message with places for its arguments: checking it, and filling it.

use std::fmt::Write;

use super::{Argument, ArgumentKind, Locale};

/// The text of a message with places for its arguments.
#[derive(Debug)]
pub struct Template {
    /// `rule-code.key`, or a room's name and a key.
    pub id: &'static str,
    /// Its text in English.
    pub english: &'static str,
    /// What it has places for, in the order in which arguments are given.
    pub parameters: &'static [Parameter],
}

/// What a template has a place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// The name that the text has it by, in braces.
    pub name: &'static str,
    /// Which kind of argument belongs there.
    pub kind: ArgumentKind,
}

impl Template {
    /// A template, checked.
    ///
    /// # Panics
    ///
    /// When it is compiled, since only `static` templates are made: where the text isn't well formed, names what is no
    /// parameter, or leaves one out.
    pub const fn new(id: &'static str, english: &'static str, parameters: &'static [Parameter]) -> Template {
        assert!(!english.is_empty(), "a message says something");
        if let Err(fault) = well_formed(english.as_bytes(), parameters) {
            panic!("{}", fault);
        }
        let mut at = 0;
        while at < parameters.len() {
            assert!(names(english.as_bytes(), parameters[at].name.as_bytes()), "the text leaves an argument out");
            at += 1;
        }
        Template { id, english, parameters }
    }

    /// Its text in the language of a locale with `place` of each argument's index where the argument stands, for formats that
    /// fill in arguments themselves. Where the text depends on an argument it is the one for `other`, or the last.
    pub fn pattern(&self, locale: &Locale, place: impl Fn(usize) -> String) -> String {
        let translated = (locale.translation)(self.id).filter(|text| self.accepts(text));
        let mut out = String::with_capacity(self.english.len());
        self.write_pattern(translated.unwrap_or(self.english), &place, &mut out);
        out
    }

    fn write_pattern(&self, text: &str, place: &impl Fn(usize) -> String, out: &mut String) {
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            out.push_str(before);
            let (inside, behind) = behind.split_at(closing(behind));
            rest = behind.strip_prefix('}').unwrap_or(behind);
            let (name, branches) = inside.split_once(',').unwrap_or((inside, ""));
            match branch_of("other", branches) {
                Some(text) => self.write_pattern(text, place, out),
                None => {
                    let index = self.parameters.iter().position(|parameter| parameter.name == name);
                    out.extend(index.map(place));
                }
            }
        }
        out.push_str(rest);
    }

    /// Whether a text can stand for the English one: it is well formed, and names no other arguments.
    pub fn accepts(&self, text: &str) -> bool {
        well_formed(text.as_bytes(), self.parameters).is_ok()
    }

    /// Whether these arguments are those of the parameters, with choices that the English text has.
    pub(super) fn takes(&self, arguments: &[Argument]) -> bool {
        let fits = |(argument, parameter): (&Argument, &Parameter)| {
            let offered = match argument {
                Argument::Choice(key) => self.english.contains(&format!(" {key} {{")),
                _ => true,
            };
            offered && argument.kind() == parameter.kind
        };
        arguments.len() == self.parameters.len() && arguments.iter().zip(self.parameters).all(fits)
    }

    /// Writes a text of the template with the arguments in their places.
    pub(super) fn render(&self, text: &str, arguments: &[Argument], locale: &Locale, out: &mut String) {
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            out.push_str(before);
            let (inside, behind) = behind.split_at(closing(behind));
            rest = behind.strip_prefix('}').unwrap_or(behind);
            let (name, branches) = inside.split_once(',').unwrap_or((inside, ""));
            let place = self.parameters.iter().position(|parameter| parameter.name == name);
            let Some(argument) = place.and_then(|place| arguments.get(place)) else { continue };
            match branch(argument, branches, locale) {
                Some(branch) => self.render(branch, arguments, locale, out),
                None => write_argument(argument, locale, out),
            }
        }
        out.push_str(rest);
    }
}

/// Unicode's mark before words that have the direction of their first letter, whatever stands around them (UAX 9).
const FIRST_STRONG_ISOLATE: &str = "\u{2068}";

/// Unicode's mark behind them.
const POP_DIRECTIONAL_ISOLATE: &str = "\u{2069}";

/// Writes an argument behind what is written already.
pub(super) fn write_argument(argument: &Argument, locale: &Locale, out: &mut String) {
    match argument {
        // Writing into a string can't fail.
        Argument::Number(number) => _ = write!(out, "{number}"),
        Argument::Count(count) => out.push_str(&locale.count(*count)),
        Argument::Session(number) => out.push_str(&(locale.session)(*number)),
        Argument::Label(text) | Argument::Symbol(text) | Argument::Quote(text) | Argument::Name(text) => {
            if locale.isolates {
                out.extend([FIRST_STRONG_ISOLATE, text.as_str(), POP_DIRECTIONAL_ISOLATE]);
            } else {
                out.push_str(text.as_str());
            }
        }
        Argument::Date(day) => out.push_str(&locale.date(*day)),
        Argument::Month(month) => out.push_str(locale.month(*month)),
        Argument::Language(code) => out.push_str(locale.language(code)),
        Argument::Choice(key) => out.push_str(key),
        Argument::List(style, members) => {
            let (between, before_last) = (locale.list)(*style);
            for (at, member) in members.iter().enumerate() {
                if at > 0 {
                    out.push_str(if at + 1 == members.len() { before_last } else { between });
                }
                write_argument(member, locale, out);
            }
        }
        Argument::Message(message) => message.write(locale, out),
    }
}

/// The branch of `select, key {…} …` or `plural, key {…} …` that an argument takes: its own, else that of `other`.
fn branch<'t>(argument: &Argument, branches: &'t str, locale: &Locale) -> Option<&'t str> {
    let key = match argument {
        Argument::Choice(key) => key,
        Argument::Number(number) | Argument::Count(number) | Argument::Session(number) => {
            (locale.plural)(*number).key()
        }
        _ => return None,
    };
    branch_of(key, branches)
}

/// The branch with a key, else that of `other`, else the last.
fn branch_of<'t>(key: &str, branches: &'t str) -> Option<&'t str> {
    let (_, mut rest) = branches.split_once(',')?;
    let (mut other, mut last) = (None, None);
    while let Some((name, behind)) = rest.split_once('{') {
        let (text, behind) = behind.split_at(closing(behind));
        rest = behind.strip_prefix('}').unwrap_or(behind);
        if name.trim() == key {
            return Some(text);
        }
        if name.trim() == "other" {
            other = Some(text);
        }
        last = Some(text);
    }
    other.or(last)
}

/// Where the brace stands that closes what was open before a text begins; the text's end if there is none.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return at,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// What is wrong with a text as a template with these parameters, if anything is.
const fn well_formed(text: &[u8], parameters: &[Parameter]) -> Result<(), &'static str> {
    match end_of_text(text, 0, parameters) {
        Ok(end) if end == text.len() => Ok(()),
        Ok(_) => Err("a brace is closed that is not open"),
        Err(fault) => Err(fault),
    }
}

/// The byte of the closing brace that ends a text, or the end of all.
const fn end_of_text(text: &[u8], mut at: usize, parameters: &[Parameter]) -> Result<usize, &'static str> {
    while at < text.len() {
        match text[at] {
            b'}' => return Ok(at),
            b'{' => match behind_placeholder(text, at + 1, parameters) {
                Ok(behind) => at = behind,
                Err(fault) => return Err(fault),
            },
            _ => at += 1,
        }
    }
    Ok(at)
}

/// The byte behind the place for an argument, whose name begins at `start`.
const fn behind_placeholder(text: &[u8], start: usize, parameters: &[Parameter]) -> Result<usize, &'static str> {
    let mut at = start;
    while at < text.len() && text[at] != b'}' && text[at] != b',' {
        at += 1;
    }
    if at == text.len() {
        return Err("a brace is not closed");
    }
    let mut kind = None;
    let mut index = 0;
    while index < parameters.len() {
        if is_at(text, start, parameters[index].name.as_bytes()) && parameters[index].name.len() == at - start {
            kind = Some(parameters[index].kind);
        }
        index += 1;
    }
    let Some(kind) = kind else { return Err("the text names what is no argument") };
    if text[at] == b'}' {
        return if matches!(kind, ArgumentKind::choice) { Err("a choice needs branches") } else { Ok(at + 1) };
    }
    at = match kind {
        ArgumentKind::choice if is_at(text, at, b", select, ") => at + b", select, ".len(),
        ArgumentKind::number | ArgumentKind::count | ArgumentKind::session if is_at(text, at, b", plural, ") => {
            at + b", plural, ".len()
        }
        _ => return Err("only a choice has `select`, and a number, a count or a session `plural`"),
    };
    let (mut branches, mut has_other) = (0, false);
    loop {
        while at < text.len() && text[at] == b' ' {
            at += 1;
        }
        if at < text.len() && text[at] == b'}' {
            break;
        }
        has_other = has_other || is_at(text, at, b"other {");
        while at < text.len() && (text[at].is_ascii_lowercase() || text[at] == b'_') {
            at += 1;
        }
        if !is_at(text, at, b" {") {
            return Err("a branch is a key, a space and a text in braces");
        }
        at = match end_of_text(text, at + 2, parameters) {
            Ok(end) if end < text.len() => end + 1,
            Ok(_) => return Err("a brace is not closed"),
            Err(fault) => return Err(fault),
        };
        branches += 1;
    }
    if branches == 0
        || (matches!(kind, ArgumentKind::number | ArgumentKind::count | ArgumentKind::session) && !has_other)
    {
        return Err("branches are missing");
    }
    Ok(at + 1)
}

/// Whether a text has a place for the argument with this name.
const fn names(text: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        if text[at] == b'{' && is_at(text, at + 1, name) {
            let end = at + 1 + name.len();
            if end < text.len() && (text[end] == b'}' || text[end] == b',') {
                return true;
            }
        }
        at += 1;
    }
    false
}

/// Whether some bytes stand at a place of a text.
const fn is_at(text: &[u8], at: usize, bytes: &[u8]) -> bool {
    let mut index = 0;
    while index < bytes.len() {
        if at + index >= text.len() || text[at + index] != bytes[index] {
            return false;
        }
        index += 1;
    }
    true
}
