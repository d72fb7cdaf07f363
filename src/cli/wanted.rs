//! Which rules are wanted.

use rapporteur::rules::{self, Rule};

/// The rules that `--select` and `--ignore` leave.
#[derive(Debug)]
pub struct Wanted {
    select: Vec<&'static str>,
    ignore: Vec<&'static str>,
}

impl Wanted {
    /// # Errors
    ///
    /// A sentence, when a name is no rule's.
    pub fn new(select: &[String], ignore: &[String]) -> Result<Wanted, String> {
        let codes =
            |names: &[String]| -> Result<_, String> { names.iter().map(|name| Ok(named(name)?.code)).collect() };
        Ok(Wanted { select: codes(select)?, ignore: codes(ignore)? })
    }

    /// Whether this rule is to be checked.
    pub fn lets_through(&self, rule: &Rule) -> bool {
        (self.select.is_empty() || self.select.contains(&rule.code)) && !self.ignore.contains(&rule.code)
    }
}

/// The rule of this name.
///
/// # Errors
///
/// A sentence that names the nearest rule, when there is no such rule.
pub fn named(name: &str) -> Result<&'static Rule, String> {
    let name = name.trim();
    Rule::named(name).ok_or_else(|| match nearest(name, rules::ALL.iter().map(|rule| rule.code)) {
        Some(meant) => format!("There is no rule “{name}”. Did you mean “{meant}”?"),
        None => format!("There is no rule “{name}”. `rapporteur explain` lists the rules."),
    })
}

/// The name that is the fewest changes of a letter away, if it is near at all.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase().replace(['_', ' '], "-");
    known
        .map(|known| (distance(&name, known), known))
        .filter(|(distance, known)| *distance <= known.len() / 3)
        .min()
        .map(|(_, known)| known)
}

/// How many letters have to be put in, taken out or changed to make one name of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((j, to), above) in b.iter().enumerate().zip(row.windows(2)) {
            let (diagonal, up) = (above[0], above[1]);
            let left = next[j];
            next.push((diagonal + usize::from(from != *to)).min(up + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_finds_the_nearest_rule() {
        let known = ["footnote-order", "footnote-undefined", "footnote-unused", "operative-numbering"];
        let nearest = |name| nearest(name, known.into_iter());
        assert_eq!(nearest("operative-numberin"), Some("operative-numbering"));
        assert_eq!(nearest("Operative_Numbering"), Some("operative-numbering"));
        assert_eq!(nearest("footnote-unusd"), Some("footnote-unused"));
        assert_eq!(nearest("spelling"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("note", "note"), 0);
        assert_eq!(distance("ntoe", "note"), 2);
        assert_eq!(distance("notes", "node"), 2);
    }
}
