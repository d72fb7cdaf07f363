//! A file's bytes made text, by the encoding that they are in.
//!
//! Drafts are UTF-8 nearly always. Old Windows editors save UTF-16, and Chinese offices still send GB 18030
//! (with GBK and GB 2312, which it contains). These are read as what they are where that is near certain.
//! Anything else is refused with a sentence that says what was seen and what to do, since a text in the
//! wrong letters would bring nothing but false findings.

use std::fmt;

use crate::script::is_frequent_chinese;
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::messages::{Locale, Message};

/// Why a file's bytes are no text that can be read. Printed as plain sentences: what was seen, and the mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undecodable {
    /// UTF-32, by its byte-order mark.
    Utf32,
    /// Begins as UTF-16 does, but has half characters in it.
    DamagedUtf16,
    /// Full of control characters.
    Binary,
    /// Not UTF-8, and nothing else that is near certain.
    Unknown {
        /// The line, from 1, of the first byte that is not UTF-8.
        line: usize,
        /// That byte.
        byte: u8,
    },
}

crate::messages! {
    "encoding":
    utf32() = "This text is in UTF-32. Save it as UTF-8.";
    damaged_utf16() = "This text begins as UTF-16 but is damaged. Save it again, as UTF-8.";
    binary() = "This is no text: it is full of control characters.";
    unknown(line: number, byte: name) =
        "Line {line} has the byte {byte}, which is not UTF-8, and the text doesn't look like UTF-16 or GB 18030 \
         either. Save it as UTF-8.";
}

impl Undecodable {
    /// What was seen, and the mend.
    pub fn message(&self) -> Message {
        match self {
            Undecodable::Utf32 => utf32(),
            Undecodable::DamagedUtf16 => damaged_utf16(),
            Undecodable::Binary => binary(),
            Undecodable::Unknown { line, byte } => unknown(*line, format!("0x{byte:02X}")),
        }
    }
}

/// In English, as errors are.
impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().text(&Locale::ENGLISH))
    }
}

impl std::error::Error for Undecodable {}

/// The text of a file: UTF-8, UTF-16 or GB 18030.
///
/// A byte-order mark stays the first character of a UTF-8 text, so that offsets agree with those of other
/// programs that read the file as UTF-8; in UTF-16 it is part of the encoding, and goes. Line ends stay as
/// they are.
///
/// # Errors
///
/// When the bytes are no text, or a text in an encoding that cannot be told for near certain.
pub fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if let Some(text) = by_mark(&bytes) {
        return text;
    }
    // Nearly every file is UTF-8, which is seen several times faster than it is made sure of byte by byte.
    let text = simdutf8::basic::from_utf8(&bytes).map(str::to_owned);
    match text.or_else(|_| String::from_utf8(bytes)) {
        // Chinese apart, UTF-16 without a mark is valid UTF-8 too: every second byte is a control character.
        Ok(text) if memchr::memchr(0, text.as_bytes()).is_some() && is_mostly_noise(text.as_bytes()) => {
            utf16_without_mark(text.as_bytes()).ok_or(Undecodable::Binary)
        }
        Ok(text) => Ok(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            if memchr::memchr(0, bytes).is_some() {
                return utf16_without_mark(bytes).ok_or(Undecodable::Binary);
            }
            chinese(bytes).ok_or_else(|| {
                let line = memchr::memchr_iter(b'\n', bytes.get(..at).unwrap_or(bytes)).count() + 1;
                Undecodable::Unknown { line, byte: bytes.get(at).copied().unwrap_or_default() }
            })
        }
    }
}

/// What a file's text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileEncoding {
    /// UTF-8; a byte-order mark is part of the text.
    Utf8,
    /// UTF-16, the less significant byte first, with a byte-order mark or without.
    Utf16Le {
        mark: bool,
    },
    /// UTF-16, the more significant byte first.
    Utf16Be {
        mark: bool,
    },
    Gb18030,
}

impl FileEncoding {
    /// What the bytes that `text` was [decoded](decode) from are written in; `None` if no encoding gives these very
    /// bytes, so that the text cannot be written back as it was.
    pub fn of(bytes: &[u8], text: &str) -> Option<FileEncoding> {
        use FileEncoding::{Gb18030, Utf8, Utf16Be, Utf16Le};
        let all = [
            Utf8,
            Utf16Le { mark: true },
            Utf16Be { mark: true },
            Utf16Le { mark: false },
            Utf16Be { mark: false },
            Gb18030,
        ];
        all.into_iter().find(|encoding| encoding.encode(text) == bytes)
    }

    /// The bytes of a text.
    pub fn encode(self, text: &str) -> Vec<u8> {
        let units = |mark: bool, bytes: fn(u16) -> [u8; 2]| {
            let mark = mark.then_some(0xfeff);
            mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        match self {
            FileEncoding::Utf8 => text.as_bytes().to_vec(),
            FileEncoding::Utf16Le { mark } => units(mark, u16::to_le_bytes),
            FileEncoding::Utf16Be { mark } => units(mark, u16::to_be_bytes),
            FileEncoding::Gb18030 => GB18030.encode(text).0.into_owned(),
        }
    }
}

/// The text of a file's first bytes, which may end in the middle of a character.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_head(bytes: &[u8]) -> Result<String, Undecodable> {
    /// The longest character of all encodings, in bytes.
    const LONGEST: usize = 4;
    let whole = match simdutf8::compat::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    };
    let cut = |less| decode(bytes.get(..whole.saturating_sub(less)).unwrap_or_default().to_vec());
    cut(0).or_else(|error| (1..LONGEST).find_map(|less| cut(less).ok()).ok_or(error))
}

/// The text, when a byte-order mark other than UTF-8's says what it is in.
fn by_mark(bytes: &[u8]) -> Option<Result<String, Undecodable>> {
    let (encoding, rest) = match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return Some(Err(Undecodable::Utf32)),
        [0xff, 0xfe, rest @ ..] => (UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (UTF_16BE, rest),
        _ => return None,
    };
    Some(exactly(encoding, rest).ok_or(Undecodable::DamagedUtf16))
}

/// The text, if every byte of it is right in this encoding.
fn exactly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

/// Whether more than a tenth of the bytes are control characters that no text has. Those of letters that take several bytes are
/// none, whatever they would be by themselves.
fn is_mostly_noise(bytes: &[u8]) -> bool {
    bytes.iter().filter(|b| b.is_ascii() && is_noise(char::from(**b))).count() > bytes.len() / 10
}

fn is_noise(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
}

/// UTF-16 without a byte-order mark, known by where its NULs stand: spaces, line ends and digits have one
/// each, always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<String> {
    let mut nuls = [0_usize; 2];
    for at in memchr::memchr_iter(0, bytes) {
        nuls[at % 2] += 1;
    }
    let [even, odd] = nuls;
    let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
    let (most, least) = (odd.max(even), odd.min(even));
    if least * 50 > most {
        return None;
    }
    let text = exactly(encoding, bytes)?;
    // A binary file decodes to characters of every kind; a text has no control characters, and its spaces
    // are where the NULs were counted.
    let plausible = !text.chars().any(|c| is_noise(c) || is_private(c)) && text.chars().any(char::is_alphabetic);
    plausible.then_some(text)
}

/// GB 18030, if what comes out is Chinese: Han characters and their punctuation almost alone beside ASCII,
/// among them the ones that stand everywhere in Chinese prose. Western and Russian texts in their old
/// encodings decode to Han characters now and then, but to rare ones.
fn chinese(bytes: &[u8]) -> Option<String> {
    let text = exactly(GB18030, bytes)?;
    let (mut chinese, mut everywhere, mut latin, mut other) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' => latin += 1,
            _ if is_noise(c) => return None,
            _ if c.is_ascii() => {}
            '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' => {
                chinese += 1;
                everywhere += usize::from(is_frequent_chinese(c));
            }
            '\u{2010}'..='\u{2027}' | '\u{2460}'..='\u{249b}' | '\u{3220}'..='\u{3243}' | '·' | '×' => {}
            _ => other += 1,
        }
    }
    (other * 20 <= chinese && latin <= chinese && everywhere * 20 >= chinese && everywhere > 0).then_some(text)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The Council of Harbours,\r\n\nRecalling its resolution 4/12,\n\n1. Decides to meet.\n";
    const CHINESE: &str = "港口理事会，\r\n\n回顾其2007年12月18日第4/12号决议，\n\n1. 决定举行会议。\n";
    const RUSSIAN: &str = "Совет портов,\n\nссылаясь на свою резолюцию 4/12,\n\n1. постановляет собраться.\n";
    const ARABIC: &str = "مجلس الموانئ،\n\nإذ يشير إلى قراره 4/12،\n\n1 - يقرر أن يجتمع.\n";
    const FRENCH: &str = "Le Conseil des ports,\n\nRappelant sa résolution 4/12,\n\n1. Décide de se réunir à l’été.\n";

    fn utf16(text: &str, swap: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
    }

    #[test]
    fn utf8_stays_as_it_is_with_its_mark_and_line_ends() {
        for text in ["", "\u{feff}Draft\r\n", ENGLISH, CHINESE, RUSSIAN, ARABIC, FRENCH] {
            assert_eq!(decode(text.as_bytes().to_vec()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_stray_nul_makes_no_other_encoding_of_a_text() {
        for text in [ENGLISH, CHINESE, RUSSIAN, ARABIC, FRENCH] {
            for stray in [format!("{text}\0"), format!("\0 {text}"), format!("{text}\0{text}")] {
                assert_eq!(decode(stray.as_bytes().to_vec()).as_deref(), Ok(stray.as_str()));
            }
        }
    }

    #[test]
    fn utf16_is_known_by_its_mark_and_without_one() {
        for text in [ENGLISH, CHINESE, RUSSIAN, ARABIC, FRENCH] {
            for swap in [false, true] {
                assert_eq!(decode(utf16(&format!("\u{feff}{text}"), swap)).as_deref(), Ok(text));
                assert_eq!(decode(utf16(text, swap)).as_deref(), Ok(text));
            }
        }
    }

    #[test]
    fn chinese_is_read_from_gb_18030_and_what_it_contains() {
        for label in ["gb18030", "gbk", "gb2312"] {
            assert_eq!(decode(encoded(label, CHINESE)).as_deref(), Ok(CHINESE));
        }
    }

    #[test]
    fn a_head_may_end_inside_a_character() {
        let encoded =
            [CHINESE.as_bytes().to_vec(), encoded("gb18030", CHINESE), utf16(&format!("\u{feff}{CHINESE}"), false)];
        for bytes in encoded {
            for end in 60..bytes.len() {
                let head = decode_head(&bytes[..end]).unwrap();
                assert!(CHINESE.starts_with(&head) && head.chars().count() > 15, "{head}");
            }
        }
    }

    #[test]
    fn other_encodings_are_refused_with_the_place_and_the_mend() {
        for (label, text) in [("windows-1252", FRENCH), ("windows-1251", RUSSIAN), ("windows-1256", ARABIC)] {
            assert!(matches!(decode(encoded(label, text)), Err(Undecodable::Unknown { .. })), "{label}");
        }
        assert!(decode(encoded("big5", "港口理事會，回顧其決議，決定舉行會議。")).is_err());
        let error = decode(b"Draft\n\nr\xe9solution\n".to_vec()).unwrap_err();
        assert_eq!(error, Undecodable::Unknown { line: 3, byte: 0xe9 });
        assert!(error.to_string().starts_with("Line 3 has the byte 0xE9"));
        assert!(error.to_string().ends_with("Save it as UTF-8."));
    }

    #[test]
    fn files_that_are_no_text_are_named() {
        assert_eq!(decode((0..=255).cycle().take(4096).collect()), Err(Undecodable::Binary));
        assert_eq!(decode(vec![0; 100]), Err(Undecodable::Binary));
        assert_eq!(decode(b"\xff\xfea\0b".to_vec()), Err(Undecodable::DamagedUtf16));
        assert_eq!(decode(b"\xff\xfe\0\0a\0\0\0".to_vec()), Err(Undecodable::Utf32));
    }

    #[test]
    fn a_text_goes_back_into_the_bytes_that_it_came_from() {
        for text in [ENGLISH, CHINESE] {
            let marked = format!("\u{feff}{text}");
            let mut files = vec![text.as_bytes().to_vec(), marked.as_bytes().to_vec()];
            for swap in [false, true] {
                files.extend([utf16(&marked, swap), utf16(text, swap)]);
            }
            for bytes in files {
                let decoded = decode(bytes.clone()).unwrap();
                let encoding = FileEncoding::of(&bytes, &decoded).unwrap();
                assert_eq!(encoding.encode(&decoded), bytes, "{encoding:?}");
            }
        }
        let bytes = encoded("gbk", CHINESE);
        assert_eq!(FileEncoding::of(&bytes, &decode(bytes.clone()).unwrap()), Some(FileEncoding::Gb18030));
        assert_eq!(FileEncoding::of(b"other bytes", ENGLISH), None);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_text_or_refused(bytes: Vec<u8>) {
            let _ = decode(bytes);
        }

        #[test]
        fn any_utf8_without_nuls_is_itself(text in "[^\0]*") {
            proptest::prop_assert_eq!(decode(text.clone().into_bytes()), Ok(text));
        }
    }
}
