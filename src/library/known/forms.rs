//! The forms that a name takes in a sentence.

use crate::language::NameForms;

/// The declined endings of the cases beside the nominative, see [`Naming::nouns`].
const CASES: usize = 5;

/// The forms of a name, the one of the list first.
pub(super) fn forms(name: &str, naming: &NameForms) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    if !naming.and.is_empty() {
        all.extend((0..CASES).map(|case| declined(name, naming, case)).collect::<Vec<_>>());
    }
    for (joint, others) in naming.joints.iter().filter(|(joint, _)| name.contains(joint)) {
        all.extend(others.iter().map(|other| name.replacen(joint, other, 1)));
    }
    for (beginning, becomes) in naming.contractions {
        if let Some(rest) = name.strip_prefix(beginning) {
            all.push(format!("{becomes}{rest}"));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// A name in another case: its noun and what qualifies it are declined, and again after a conjunction that follows
/// straight ("Венской декларации и Программе действий"); what the noun governs stays.
fn declined(name: &str, naming: &NameForms, case: usize) -> String {
    let mut words = name.split(' ').peekable();
    let mut declined = Vec::new();
    while let Some(word) = words.next() {
        let noun = ending(word, naming.nouns, case);
        let qualifier = ending(word, naming.qualifiers, case);
        let qualifies = words.peek().is_some()
            && qualifier.as_ref().is_some_and(|(stem, _)| noun.as_ref().is_none_or(|(other, _)| stem <= other));
        let other = if qualifies { qualifier } else { noun };
        declined.push(other.map_or_else(|| word.to_owned(), |(_, other)| other));
        if !qualifies {
            match words.next_if_eq(&naming.and) {
                Some(and) => declined.push(and.to_owned()),
                None => break,
            }
        }
    }
    declined.extend(words.map(str::to_owned));
    declined.join(" ")
}

/// How long a word's stem is and the word in another case; `None` where its ending is none that the table has, or where
/// little more than the ending would be left.
fn ending(word: &str, endings: &[(&str, [&str; CASES])], case: usize) -> Option<(usize, String)> {
    let (stem, others) = endings
        .iter()
        .filter_map(|(nominative, others)| Some((word.strip_suffix(nominative)?, others)))
        .filter(|(stem, _)| stem.chars().count() > 2)
        .min_by_key(|(stem, _)| stem.len())?;
    Some((stem.len(), format!("{stem}{}", others.get(case)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, ENGLISH, FRENCH, RUSSIAN};

    #[test]
    fn declines_the_noun_and_what_stands_before_it() {
        for (name, form) in [
            ("Конвенция о правах ребенка", "Конвенцией о правах ребенка"),
            ("Международный пакт о гражданских правах", "Международного пакта о гражданских правах"),
            ("Всеобщая декларация прав человека", "Всеобщей декларации прав человека"),
            ("Венская декларация и Программа действий", "Венской декларации и Программе действий"),
            ("Парижское соглашение", "Парижского соглашения"),
            ("Соглашение о реках", "Соглашением о реках"),
            ("Принципы, касающиеся рек", "Принципы, касающиеся рек"),
            ("Женевские конвенции 1949 года", "Женевским конвенциям 1949 года"),
            ("Бангкокские правила", "Бангкокских правил"),
            ("Устав Организации Объединенных Наций", "Уставом Организации Объединенных Наций"),
            ("Повестка дня на XXI век", "Повестку дня на XXI век"),
        ] {
            assert!(
                forms(name, RUSSIAN.naming).contains(&form.to_owned()),
                "{form}: {:?}",
                forms(name, RUSSIAN.naming)
            );
        }
    }

    #[test]
    fn leaves_names_alone_where_nothing_is_declined() {
        assert_eq!(forms("Rome Statute", ENGLISH.naming), ["Rome Statute"]);
        assert!(forms("Acte et le Plan", FRENCH.naming).contains(&"Acte et du Plan".to_owned()));
        assert!(forms("الميثاق العالمي", ARABIC.naming).contains(&"للميثاق العالمي".to_owned()));
    }
}
