//! Which rules are wanted.

use rapporteur::config::{Config, no_such_rule};
use rapporteur::rules::Rule;

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

    /// Whether this rule is to be checked where `config` applies. What the command line says wins, key by key.
    pub fn lets_through(&self, config: &Config, rule: &Rule) -> bool {
        let select = if self.select.is_empty() { &config.select } else { &self.select };
        let ignore = if self.ignore.is_empty() { &config.ignore } else { &self.ignore };
        let selected = if select.is_empty() { rule.is_on_by_default() } else { select.contains(&rule.code) };
        selected && !ignore.contains(&rule.code)
    }
}

/// The rule of this name.
///
/// # Errors
///
/// A sentence that names the nearest rule, when there is no such rule.
pub fn named(name: &str) -> Result<&'static Rule, String> {
    let name = name.trim();
    Rule::named(name).ok_or_else(|| no_such_rule(name))
}
