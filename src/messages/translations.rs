//! The messages in the other official languages, a file a language: lines of an id, ` = ` and the text.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The messages in a language, read the first time that one of them is told.
#[derive(Debug)]
pub struct Translations {
    file: &'static str,
    texts: OnceLock<HashMap<&'static str, &'static str>>,
}

/// Arabic.
pub static ARABIC: Translations = Translations::of(include_str!("ar.txt"));
/// Spanish.
pub static SPANISH: Translations = Translations::of(include_str!("es.txt"));
/// French.
pub static FRENCH: Translations = Translations::of(include_str!("fr.txt"));
/// Russian.
pub static RUSSIAN: Translations = Translations::of(include_str!("ru.txt"));
/// Chinese.
pub static CHINESE: Translations = Translations::of(include_str!("zh.txt"));

/// All of them, by the language's code.
pub static ALL: [(&str, &Translations); 5] =
    [("ar", &ARABIC), ("es", &SPANISH), ("fr", &FRENCH), ("ru", &RUSSIAN), ("zh", &CHINESE)];

impl Translations {
    /// The messages of a file.
    pub const fn of(file: &'static str) -> Translations {
        Translations { file, texts: OnceLock::new() }
    }

    /// The text of the message with an id, if there is one.
    pub fn get(&self, id: &str) -> Option<&'static str> {
        self.texts.get_or_init(|| self.entries().collect()).get(id).copied()
    }

    /// All ids and texts, in the order of the file. What begins with `#` is a comment.
    pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
    }
}
