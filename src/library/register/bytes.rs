//! Bytes that may be anything, read piece by piece.

/// What the register begins with: its name and the version of its layout.
const MAGIC: &[u8] = b"UNREG\0\x01\0";

/// The sections of a register.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sections<'a> {
    bytes: &'a [u8],
}

impl<'a> Sections<'a> {
    /// The sections of these bytes; none where they don't begin as a register does.
    pub fn of(bytes: &'a [u8]) -> Sections<'a> {
        Sections { bytes: if bytes.starts_with(MAGIC) { bytes } else { &[] } }
    }

    /// Whether they are those of just these bytes.
    pub fn are_of(self, bytes: &[u8]) -> bool {
        std::ptr::eq(self.bytes, bytes)
    }

    /// A section, empty where it cannot be read.
    pub fn get(self, number: usize) -> &'a [u8] {
        let table = self.bytes.get(MAGIC.len() + 8 * number..).unwrap_or_default();
        let mut table = FieldReader::of(table);
        let (Some(start), Some(length)) = (table.u32(), table.u32()) else { return &[] };
        let (start, length) = (start as usize, length as usize);
        self.bytes.get(start..start.saturating_add(length)).unwrap_or_default()
    }
}

/// Numbers out of bytes, the smallest byte first, one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct FieldReader<'a> {
    rest: &'a [u8],
}

impl<'a> FieldReader<'a> {
    pub fn of(bytes: &'a [u8]) -> FieldReader<'a> {
        FieldReader { rest: bytes }
    }

    /// Without the first bytes.
    pub fn skip(self, bytes: usize) -> FieldReader<'a> {
        FieldReader { rest: self.rest.get(bytes..).unwrap_or_default() }
    }

    pub fn u8(&mut self) -> Option<u8> {
        let [first] = self.take()?;
        Some(first)
    }

    pub fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    pub fn u32(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    /// The next bytes, as many as there shall be.
    pub fn slice(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn take<const LENGTH: usize>(&mut self) -> Option<[u8; LENGTH]> {
        let (taken, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*taken)
    }
}

/// The number at a place of a section of numbers.
pub(super) fn u16_at(section: &[u8], place: usize) -> Option<u16> {
    FieldReader::of(section.get(place.checked_mul(2)?..)?).u16()
}

/// The number at a place of a section of larger numbers.
pub(super) fn u32_at(section: &[u8], place: usize) -> Option<usize> {
    Some(FieldReader::of(section.get(place.checked_mul(4)?..)?).u32()? as usize)
}
