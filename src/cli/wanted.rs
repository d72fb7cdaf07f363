//! Which rules the command line wants.

use rapporteur::config::{Config, Located, RuleSelector, no_such_rule};

use super::interface::locale;

/// What `--select` and `--ignore` settle.
///
/// # Errors
///
/// A sentence, when a name is no rule's and no group's.
pub fn said(select: &[String], ignore: &[String]) -> Result<Config, String> {
    let names = |names: &[String]| -> Result<Vec<Located<RuleSelector>>, String> {
        names.iter().map(|name| Ok(Located { value: named(name)?, at: 0 })).collect()
    };
    let mut said = Config::default();
    (said.top.select, said.top.ignore) = (names(select)?, names(ignore)?);
    Ok(said)
}

/// The rule or the group of this name.
///
/// # Errors
///
/// A sentence that names the nearest, when there is none.
pub fn named(name: &str) -> Result<RuleSelector, String> {
    let name = name.trim();
    RuleSelector::of(name).ok_or_else(|| no_such_rule(name).text(locale()))
}
