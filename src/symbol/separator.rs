//! What stands between two components: a slash, or what was typed for it.

use super::catalogue::blank_follows;
use super::component::{
    body_follows, ends_in_nature, is_nature, modification_follows, nature_follows, numbered_follows, numbers_follow,
};
use super::fault::Fault;
use super::grammar::SymbolReader;
use super::{life, shape};

/// Reads what stands between two components and writes a slash.
pub(super) fn separator(reader: &mut SymbolReader<'_>) -> bool {
    let is_head = !reader.so_far().contains('/');
    let spaces = usize::from(reader.peek(0) == ' ');
    if reader.lenient && !is_head && catalogue_slash(reader) {
        reader.out.push('/');
        return true;
    }
    let fault = if reader.peek(spaces) == '/' {
        return slashes(reader, spaces, is_head);
    } else if spaces == 0 && dash_for_slash(reader, is_head) {
        Some(Fault::Dash(reader.peek_raw(0)))
    } else if other_mark_for_slash(reader) {
        Some(Fault::OtherSlash(reader.peek_raw(0)))
    } else if slash_missing(reader, spaces, is_head) {
        if spaces > 0 {
            reader.advance(1);
        }
        reader.note(Fault::MissingSlash);
        reader.out.push('/');
        return true;
    } else if is_year_behind_number(reader) {
        // That it should stand in brackets is said of the whole symbol.
        None
    } else {
        return false;
    };
    let faults = reader.faults.len();
    reader.advance(1);
    reader.faults.truncate(faults);
    reader.faults.extend(fault);
    reader.out.push('/');
    true
}

/// Reads what catalogues have for a slash: `A/RES/53...`, `L.12?rev.1`.
fn catalogue_slash(reader: &mut SymbolReader<'_>) -> bool {
    if reader.peek(0) == '?' && modification_follows(reader, 1) {
        reader.advance(1);
        return true;
    }
    reader.ends_in_digit() && blank_follows(reader) > 0
}

/// Reads one slash or several, and a space on either side where that can only be a slip.
fn slashes(reader: &mut SymbolReader<'_>, before: usize, is_head: bool) -> bool {
    let count = (0..4).take_while(|&i| reader.peek(before + i) == '/').count();
    let after = usize::from(reader.peek(before + count) == ' ');
    let spaced = before + after > 0;
    if spaced && !goes_on(reader, before + count + after, is_head, before * after > 0) {
        return false;
    }
    reader.bold |= before > 0 && is_head;
    reader.advance(before + 1);
    if spaced {
        reader.note(Fault::Space);
    }
    if count > 1 {
        let faults = reader.faults.len();
        reader.advance(count - 1);
        reader.faults.truncate(faults);
        reader.note(Fault::DoubledSlash);
    }
    reader.advance(after);
    reader.out.push('/');
    true
}

/// Whether what stands `ahead` places on belongs to the symbol although there is a space before it, on one side of
/// the slash or on both.
fn goes_on(reader: &SymbolReader<'_>, ahead: usize, is_head: bool, both: bool) -> bool {
    if is_head {
        return nature_follows(reader, ahead)
            || body_follows(reader, ahead)
            || !both && numbers_follow(reader, ahead, reader.so_far());
    }
    if modification_follows(reader, ahead) {
        return true;
    }
    let digit = reader.peek(ahead).is_ascii_digit();
    if shape::is_certain(reader.so_far()) {
        return digit && !both && ends_in_year(reader);
    }
    let special = ends_in_nature(reader) && matches!(reader.text(ahead, reader.run(ahead)).as_str(), "S" | "ES");
    digit || special || numbered_follows(reader, ahead) || body_follows(reader, ahead) || nature_follows(reader, ahead)
}

/// Whether a year was read that a number is to follow, although the symbol could end here: `S/2013` is a document
/// of 1951.
fn ends_in_year(reader: &SymbolReader<'_>) -> bool {
    let first = if reader.so_far().starts_with("E/") { 1978 } else { 1994 };
    reader.last_component().parse().is_ok_and(|year: u32| (first..=life::LAST_YEAR).contains(&year))
}

/// Whether a slash was forgotten here, with a space in its place or nothing.
fn slash_missing(reader: &SymbolReader<'_>, spaces: usize, is_head: bool) -> bool {
    if is_head {
        // `ARES/63/195`, `A RES/63/195`, `A C.3/63/L.5`.
        return super::series::is_organ(reader.so_far())
            && (nature_follows(reader, spaces) || spaces > 0 && body_follows(reader, spaces));
    }
    let digit = reader.peek(spaces).is_ascii_digit();
    if ends_in_nature(reader) {
        return digit || reader.so_far() == "A/HRC" && nature_follows(reader, spaces);
    }
    if !reader.ends_in_digit() {
        return false;
    }
    // `A/63/195Add.1`, `A/63/195 Add.1`.
    if modification_follows(reader, spaces) {
        let dotted = (0..8).map(|i| reader.peek(spaces + i)).find(|c| !c.is_ascii_alphabetic()) == Some('.');
        return spaces == 0 || dotted;
    }
    // `A/C.3/63L.5`, `A/63 L.5`.
    if numbered_follows(reader, spaces) {
        return !shape::is_certain(reader.so_far());
    }
    spaces > 0 && digit && number_is_due(reader, spaces)
}

/// Whether another character that is no letter stands for the slash before a resolution's number: `A/RES/63.195`,
/// `A/RES.63/195`.
fn other_mark_for_slash(reader: &SymbolReader<'_>) -> bool {
    matches!(reader.peek(0), '.' | ',' | ':' | ';' | '_' | '|')
        && reader.peek(1).is_ascii_digit()
        && (session_is_due(reader, 1) || number_is_due(reader, 1))
        || reader.peek(0) == '.' && super::series::is_organ(reader.so_far()) && nature_follows(reader, 1)
}

/// Whether `RES` was read, and what stands `ahead` places on can only be what belongs behind it. Other organizations
/// have `A/DEC.5/01` and `A/RES.1/12/99`.
fn session_is_due(reader: &SymbolReader<'_>, ahead: usize) -> bool {
    let run = reader.run(ahead);
    let value = reader.text(ahead, run).parse().unwrap_or(0);
    match reader.so_far() {
        "A/RES" => life::has_session(value),
        "S/RES" => run >= 3,
        "E/RES" | "S/PRST" => life::is_year(value),
        "A/HRC" | "A/HRC/RES" => value > 0,
        _ => false,
    }
}

/// Whether the session or year of a resolution was read, and what stands `ahead` places on is its number.
fn number_is_due(reader: &SymbolReader<'_>, ahead: usize) -> bool {
    let last = reader.last_component();
    let value = last.parse().unwrap_or(0);
    let so_far = reader.so_far();
    let body = so_far.strip_suffix(last).and_then(|body| body.strip_suffix('/')).unwrap_or_default();
    let fits = match body {
        "A/RES" => life::has_session(value) || last.starts_with("S-") || last.starts_with("ES-"),
        "E/RES" | "E/DEC" => (1978..=life::LAST_YEAR).contains(&value),
        "A/HRC/RES" => (1..=life::LAST_SESSION).contains(&value),
        "S/PRST" => (1994..=life::LAST_YEAR).contains(&value),
        _ => return false,
    };
    fits && (1..=3).contains(&reader.run(ahead))
}

/// Whether the year of a resolution of the Security Council follows without its brackets: `S/RES/1325 2000`.
fn is_year_behind_number(reader: &SymbolReader<'_>) -> bool {
    let number = reader.so_far().strip_prefix("S/RES/").and_then(|number| number.parse::<u32>().ok());
    let run = reader.run(1);
    reader.peek(0) == ' ' && run == 4 && number.is_some() && reader.text(1, run).parse().is_ok_and(life::is_year)
}

/// Whether a dash follows that can only stand for a slash.
fn dash_for_slash(reader: &SymbolReader<'_>, is_head: bool) -> bool {
    let dash = reader.peek(0);
    if !matches!(dash, '-' | '–') {
        return false;
    }
    let next_digit = reader.peek(1).is_ascii_digit();
    if is_head {
        // `A-RES/63/195`, `A–C.3/63/L.5`.
        return super::series::is_organ(reader.so_far()) && (nature_follows(reader, 1) || body_follows(reader, 1));
    }
    if ends_in_nature(reader) {
        let hrc = reader.so_far() == "A/HRC";
        return next_digit || hrc && is_nature(&reader.text(1, reader.run(1)));
    }
    if !(reader.ends_in_digit() || reader.out.ends_with(')')) {
        return false;
    }
    if modification_follows(reader, 1) {
        return true;
    }
    let so_far = reader.so_far();
    let certain = shape::is_certain(so_far);
    let digits = reader.run(1);
    let right = reader.text(1, digits);
    let Ok(right) = right.parse::<u32>() else {
        let year = reader.last_component().parse().is_ok_and(life::is_year);
        return (year || !certain) && numbered_follows(reader, 1);
    };
    let head = so_far.split('/').next().unwrap_or_default();
    if !matches!(head, "A" | "S" | "E" | "ST") {
        return dash == '–' && !certain && so_far.contains('/');
    }
    let left = reader.last_component().parse::<u32>().unwrap_or(0);
    if certain {
        return (dash == '–' || digits >= 3) && is_year_before(so_far, left, right, digits);
    }
    // A hyphen may join the sessions or documents from the first to the last.
    dash == '–' || reader.is_decided() || right < left || right > 150
}

/// Whether the number before a dash is a year, and the one behind it that of a document: `A/AC.109/2022–16`
/// and `S/2003–529` are no ranges, `A/AC.105/1260–1265` and `A/AC.109/1994–96` are.
fn is_year_before(so_far: &str, left: u32, right: u32, digits: usize) -> bool {
    let first_year = match so_far.split('/').count() {
        2 if so_far.starts_with("S/") => 1994,
        2 if so_far.starts_with("E/") => 1978,
        _ => 2000,
    };
    let shortened = u32::try_from(digits).ok().and_then(|digits| 10_u32.checked_pow(digits)).map(|unit| left % unit);
    life::is_year(left) && right < left && (left >= first_year || shortened.is_some_and(|last| right <= last))
}
