//! What is wrong with settings, in lines that begin with their places.

use super::places::TextPlaces;
use crate::config::ConfigProblem;
use crate::messages::Locale;

/// What is wrong with the text of settings that are called `name`: a line for each thing, which begins with its place, as in
/// `rapporteur.toml:2:1: There is no …`.
pub fn settings_problems(name: &str, text: &str, problems: &[ConfigProblem], locale: &Locale) -> String {
    let places = TextPlaces::of(text, problems.iter().map(|problem| problem.range.start));
    let told = problems.iter().map(|problem| {
        let place = places.get(problem.range.start);
        format!("{name}:{}:{}: {}", place.line, place.column, problem.message.text(locale))
    });
    told.collect::<Vec<_>>().join("\n")
}
