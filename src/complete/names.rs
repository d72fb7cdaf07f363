//! Names of organs, offices and committees by their beginning.

use std::collections::HashMap;

use super::{Completions, CursorContext, Suggestion, SuggestionDetail, SuggestionKind, folded};
use crate::draft::Edit;
use crate::language::{Language, PerLanguage};

/// The characters after which a name in a script with capitals is completed.
const TELLING: usize = 3;

/// The most bytes of a name that can have been typed.
const LONGEST: usize = 160;

/// How many names are offered.
const MOST: usize = 8;

/// The names of a language, each with the same in small letters, and by its first letters.
#[derive(Debug)]
struct NameIndex {
    all: Vec<(&'static str, String)>,
    begins: HashMap<char, Vec<usize>>,
}

impl NameIndex {
    fn of(language: &Language) -> Option<&'static NameIndex> {
        static NAMES: PerLanguage<NameIndex> = PerLanguage::new(NameIndex::made_of);
        NAMES.of(language)
    }

    fn made_of(language: &'static Language) -> NameIndex {
        let telling = language.telling;
        let organs = &telling.organs;
        let organs = [
            organs.general_assembly,
            organs.security_council,
            organs.economic_and_social_council,
            organs.trusteeship_council,
            organs.human_rights_council,
            organs.environment_assembly,
            organs.asia_pacific_commission,
            organs.secretariat,
        ];
        let commissions = telling.commissions.iter().map(|(_, name)| *name);
        let names = organs.into_iter().chain(language.writing.names.iter().copied());
        let mut all: Vec<(&str, String)> = Vec::new();
        for name in names.chain(telling.main_committees).chain(commissions) {
            if !all.iter().any(|(other, _)| *other == name) {
                all.push((name, folded(name)));
            }
        }
        let mut begins: HashMap<char, Vec<usize>> = HashMap::new();
        for (at, (_, name)) in all.iter().enumerate() {
            begins.entry(name.chars().next().unwrap_or_default()).or_default().push(at);
        }
        NameIndex { all, begins }
    }

    /// The names of which `typed` is the beginning, and not the whole, where so many characters as `telling` tell a name. Of
    /// one that has no more than these itself, the last may still be missing.
    fn begun(&self, typed: &str, telling: usize) -> impl Iterator<Item = &'static str> {
        let count = typed.chars().count();
        let tells = move |name: &str| count >= telling || count + 1 == telling && name.chars().nth(telling).is_none();
        let typed = folded(typed);
        let first = typed.chars().next().and_then(|first| self.begins.get(&first));
        let names = first.into_iter().flatten().filter_map(|at| self.all.get(*at));
        let begins = move |name: &str| name.starts_with(&typed) && name.len() > typed.len();
        names.filter(move |(_, name)| begins(name) && tells(name)).map(|(name, _)| *name)
    }
}

/// The characters after which a name can be told, and whether it begins with a capital.
fn telling(language: &Language) -> (usize, bool) {
    language.writing.telling_length.map_or((TELLING, true), |length| (length, false))
}

/// Where the name begins that is being typed, in bytes of the line up to the cursor; `None` where none is.
pub fn name_start(head: &str, language: &Language) -> Option<usize> {
    let names = NameIndex::of(language)?;
    let (telling, capitals) = telling(language);
    let far = head.len().saturating_sub(LONGEST);
    let begins_word = |at: usize| {
        let before = head.get(..at).and_then(|before| before.chars().next_back());
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        // "and", "for" and others may be written onto the name.
        let prefixed = before.is_some_and(|c| language.naming.prefixes.contains(&c))
            && !word(head.get(..at).and_then(|before| before.chars().nth_back(1)));
        !language.naming.spaced || !word(before) || prefixed
    };
    head.char_indices()
        .filter(|(at, first)| {
            *at >= far && (!capitals || first.is_uppercase()) && (first.is_alphabetic() || *first == '《')
        })
        .filter(|(at, _)| begins_word(*at))
        .map(|(at, _)| at)
        .find(|at| {
            let typed = head.get(*at..).unwrap_or_default();
            typed.chars().nth(1).is_some() && names.begun(typed, telling).next().is_some()
        })
}

/// The names that begin with what was typed, those that the draft has most often first.
pub fn names(at: &CursorContext<'_>, start: usize) -> Completions {
    let Some(names) = NameIndex::of(at.language) else { return Completions::default() };
    let text = at.params.reading.text.as_bytes();
    let mut found: Vec<(usize, &str)> = names
        .begun(at.typed(start), telling(at.language).0)
        .map(|name| (memchr::memmem::find_iter(text, name.as_bytes()).take(MOST).count(), name))
        .collect();
    found.sort_by_key(|(times, _)| std::cmp::Reverse(*times));
    let items = found.into_iter().take(MOST).map(|(_, name)| Suggestion {
        kind: SuggestionKind::Name,
        label: name.to_owned(),
        detail: None,
        filter: name.to_owned(),
        edit: Edit { range: at.range_from(start), text: name.to_owned() },
        about: SuggestionDetail::Nothing,
    });
    Completions { items: items.collect(), partial: false }
}
