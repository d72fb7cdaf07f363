//! What is made of a language's tables.

use std::sync::OnceLock;

use super::{ALL, Language};

/// Something made of the tables of each language, when it is first asked for: a draft is in one of them, and to make
/// patterns takes time and space.
#[derive(Debug)]
pub struct PerLanguage<T> {
    make: fn(&'static Language) -> T,
    made: [OnceLock<T>; ALL.len()],
}

impl<T> PerLanguage<T> {
    /// Nothing yet, and how it is made.
    pub const fn new(make: fn(&'static Language) -> T) -> PerLanguage<T> {
        PerLanguage { make, made: [const { OnceLock::new() }; ALL.len()] }
    }

    /// What is made of this language. `None` of one that is not among [`ALL`].
    pub fn of(&self, language: &Language) -> Option<&T> {
        // A language is one of the tables themselves, which are quickly told from each other.
        let itself = ALL.iter().position(|known| std::ptr::eq(*known, language));
        let at = itself.or_else(|| ALL.iter().position(|known| *known == language))?;
        let language = ALL.get(at)?;
        Some(self.made.get(at)?.get_or_init(|| (self.make)(language)))
    }
}
