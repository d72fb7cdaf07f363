//! Texts that are packed in the program, and unpacked when somebody reads them.

use std::io::Read;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;

/// A text in one of the other languages, as `build.rs` packs it.
#[derive(Debug)]
pub struct PackedText {
    packed: &'static [u8],
    text: OnceLock<String>,
}

impl PackedText {
    /// A text that is packed.
    pub const fn of(packed: &'static [u8]) -> PackedText {
        PackedText { packed, text: OnceLock::new() }
    }

    /// The text, which is unpacked the first time.
    pub fn text(&self) -> &str {
        self.text.get_or_init(|| {
            let mut text = Vec::new();
            // What was packed when the program was built can be unpacked: a test reads all of it.
            let _ = DeflateDecoder::new(self.packed).read_to_end(&mut text);
            String::from_utf8(text).unwrap_or_default()
        })
    }
}

/// A text in one of the other languages: of its folder's name and its language's code.
#[macro_export]
#[doc(hidden)]
macro_rules! packed {
    ($name:literal) => {
        $crate::messages::PackedText::of(include_bytes!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}
