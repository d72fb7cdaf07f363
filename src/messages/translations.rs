//! The messages in the other official languages, a file a language: lines of an id, ` = ` and the text.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::PackedText;
use crate::packed;

/// The messages in a language, read the first time that one of them is told.
#[derive(Debug)]
pub struct Translations {
    file: PackedText,
    texts: OnceLock<HashMap<&'static str, &'static str>>,
}

/// Arabic.
pub static ARABIC: Translations = Translations::of(packed!("messages.ar"));
/// Spanish.
pub static SPANISH: Translations = Translations::of(packed!("messages.es"));
/// French.
pub static FRENCH: Translations = Translations::of(packed!("messages.fr"));
/// Russian.
pub static RUSSIAN: Translations = Translations::of(packed!("messages.ru"));
/// Chinese.
pub static CHINESE: Translations = Translations::of(packed!("messages.zh"));

/// All of them, by the language's code.
pub static ALL: [(&str, &Translations); 5] =
    [("ar", &ARABIC), ("es", &SPANISH), ("fr", &FRENCH), ("ru", &RUSSIAN), ("zh", &CHINESE)];

impl Translations {
    /// The messages of a file.
    pub const fn of(file: PackedText) -> Translations {
        Translations { file, texts: OnceLock::new() }
    }

    /// The text of the message with an id, if there is one.
    pub fn get(&'static self, id: &str) -> Option<&'static str> {
        self.texts.get_or_init(|| self.entries().collect()).get(id).copied()
    }

    /// All ids and texts, in the order of the file. What begins with `#` is a comment.
    pub fn entries(&'static self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.file.text().lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    use super::*;

    /// A file as it is packed when the program is built.
    fn packed(file: &str) -> Translations {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
        packed.write_all(file.as_bytes()).unwrap();
        Translations::of(PackedText::of(packed.finish().unwrap().leak()))
    }

    #[test]
    fn what_is_read_of_a_file_is_what_stands_in_it() {
        let translations: &'static Translations =
            Box::leak(Box::new(packed("# French\na.b = Un = deux\n\nc.d = Trois\n")));
        assert_eq!(translations.get("a.b"), Some("Un = deux"));
        assert_eq!(translations.get("c.d"), Some("Trois"));
        assert_eq!(translations.get("# French"), None);
    }
}
