//! The symbols of the register, in the order of their bytes. In each group the first one stands in full, of the others
//! what differs from the one before.

use super::InstrumentRegister;
use super::bytes::{FieldReader, u32_at};

/// How many symbols make a group.
const TOGETHER: usize = 16;

/// The section that says where each group begins.
const GROUPS: usize = 1;

/// The section with the symbols.
const SYMBOLS: usize = 2;

/// The place of a symbol.
pub(super) fn find(register: InstrumentRegister<'_>, symbol: &str) -> Option<usize> {
    let (index, found) = beginning(register, symbol).next()?;
    (found == symbol).then_some(index)
}

/// The symbol at a place.
pub(super) fn key(register: InstrumentRegister<'_>, index: usize) -> Option<String> {
    let from_group = from_group(register, index / TOGETHER);
    from_group.take(TOGETHER).find(|(at, _)| *at == index).map(|(_, key)| key)
}

/// The symbols that begin so, and their places.
pub(super) fn beginning<'r>(
    register: InstrumentRegister<'r>,
    prefix: &str,
) -> impl Iterator<Item = (usize, String)> + use<'r> {
    let prefix = prefix.to_owned();
    let groups = register.len().div_ceil(TOGETHER);
    // The first symbol of the group before the first one that is greater may be smaller.
    let (mut low, mut high) = (0, groups);
    while low < high {
        let middle = low.midpoint(high);
        match first(register, middle) {
            Some(key) if key < prefix.as_bytes() => low = middle + 1,
            Some(_) => high = middle,
            None => break,
        }
    }
    let smaller = prefix.clone();
    from_group(register, low.saturating_sub(1))
        .skip_while(move |(_, key)| *key < smaller)
        .take_while(move |(_, key)| key.starts_with(&prefix))
}

/// The first symbol of a group.
fn first<'r>(register: InstrumentRegister<'r>, group: usize) -> Option<&'r [u8]> {
    let mut bytes = group_at(register, group)?;
    let shared = bytes.u8()?;
    let length = bytes.u8()?;
    bytes.slice(length.into()).filter(|_| shared == 0)
}

fn group_at<'r>(register: InstrumentRegister<'r>, group: usize) -> Option<FieldReader<'r>> {
    let start = u32_at(register.sections.get(GROUPS), group)?;
    Some(FieldReader::of(register.sections.get(SYMBOLS).get(start..)?))
}

/// The symbols from a group on.
fn from_group<'r>(register: InstrumentRegister<'r>, group: usize) -> impl Iterator<Item = (usize, String)> + use<'r> {
    let mut bytes = group_at(register, group).unwrap_or(FieldReader::of(&[]));
    let mut key: Vec<u8> = Vec::new();
    (group.saturating_mul(TOGETHER)..register.len()).map_while(move |index| {
        let shared = bytes.u8()?;
        let length = bytes.u8()?;
        if usize::from(shared) > key.len() {
            return None;
        }
        key.truncate(shared.into());
        key.extend_from_slice(bytes.slice(length.into())?);
        Some((index, String::from_utf8(key.clone()).ok()?))
    })
}
