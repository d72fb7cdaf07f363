//! `rapporteur config`: what applies to a file and who says so, and the schema of `rapporteur.toml`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use rapporteur::config::effective::{ConfigOrigin, RuleState};
use rapporteur::config::layer::LAYOUTS;
use rapporteur::config::{Config, VersionSettings, discovery, schema};
use rapporteur::messages::Argument;
use rapporteur::report::places::TextPlaces;
use rapporteur::report::severity_name;
use rapporteur::rules;

use super::configs::{Configs, LoadedConfig, folder_of};
use super::interface::{columns, interface, locale};
use super::{ExitOutcome, complain, output};

rapporteur::messages! {
    "cli.config":
    as_the_text_tells() = "as its text tells";
    by_default() = "default";
    accepted(words: list) = "accepted: {words}";
    library_paths(paths: list) = "library.paths: {paths}";
    versions(files: list) = "versions: {files}";
    not_shown(rule: name, words: quote) = "not shown: {rule} at “{words}”";
}

#[derive(Debug, Args)]
pub struct ConfigArguments {
    #[command(subcommand)]
    command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Show what applies to a file or a folder, and which line of which `rapporteur.toml` says so.
    Show {
        /// The settings to go by, instead of the `rapporteur.toml` in the folder or the nearest above it.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// The file or the folder; where you are, if none is named.
        #[arg(value_name = "PATH", default_value = ".")]
        path: PathBuf,
    },
    /// Print the JSON schema of `rapporteur.toml`, by which editors complete it.
    Schema,
}

/// Prints what was asked.
pub fn run(asked: ConfigArguments) -> ExitOutcome {
    let page = match asked.command {
        ConfigCommand::Schema => Ok(format!("{:#}\n", schema::of_the_file(interface()))),
        ConfigCommand::Show { config, path } => show(&path, config.as_deref()),
    };
    match page {
        Ok(page) => output::print(&page, ExitOutcome::Clean),
        Err(sentence) => {
            complain(&sentence);
            ExitOutcome::Failed
        }
    }
}

fn show(path: &Path, named: Option<&Path>) -> Result<String, String> {
    let configs = Configs::new(named, Config::default(), &[path.to_owned()])?;
    let settled = configs.of(folder_of(path));
    let settled = settled.as_ref().as_ref().map_err(String::clone)?;
    let applied = configs.applied_to(settled, Some(path));
    let origins = applied.origins();
    let whence = Whence::of(settled, &applied);
    let read_as = applied.read_as();
    let layout = read_as.layout.and_then(|layout| LAYOUTS.iter().find(|(_, other)| *other == layout));
    let seen = as_the_text_tells().text(locale());
    let seen = seen.as_str();
    let chosen =
        applied.preset().map(|chosen| ("preset".to_owned(), chosen.preset.name, whence.of_origin(Some(chosen.origin))));
    let mut rows: Vec<_> = chosen.into_iter().collect();
    rows.extend([
        (
            "language".to_owned(),
            read_as.language.map_or(seen, |language| language.code),
            whence.of_origin(origins.language),
        ),
        ("layout".to_owned(), layout.map_or(seen, |(name, _)| name), whence.of_origin(origins.layout)),
        ("adopted".to_owned(), if read_as.adopted { "true" } else { seen }, whence.of_origin(origins.adopted)),
    ]);
    for rule in rules::ALL {
        let Some(RuleState { on, severity, origin }) = applied.rule_state(rule.code) else { continue };
        let level = if on { severity_name(severity.unwrap_or(rule.severity)) } else { "off" };
        rows.push((rule.code.to_owned(), level, whence.of_origin(origin)));
    }
    let width = rows.iter().map(|(name, ..)| name.len()).max().unwrap_or_default();
    let wide = rows.iter().map(|(_, value, _)| columns(value)).max().unwrap_or_default();
    let mut page = format!("{}\n", path.display());
    for (name, value, from) in rows {
        let room = " ".repeat(wide.saturating_sub(columns(value)));
        page += &format!("  {name:width$}  {value}{room}  {from}\n");
    }
    let paths: Vec<String> = settled.config.library_paths.iter().map(|path| path.written.clone()).collect();
    let names = |words: &[String]| words.iter().map(Argument::name).collect::<Vec<_>>();
    if !settled.config.accept.is_empty() {
        page += &format!("  {}\n", accepted(names(&settled.config.accept)).text(locale()));
    }
    if !paths.is_empty() {
        page += &format!("  {}\n", library_paths(names(&paths)).text(locale()));
    }
    if let Some(files) = versions_of(settled, path) {
        page += &format!("  {}\n", versions(names(&files)).text(locale()));
    }
    for ignored in applied.ignored() {
        let from = whence.place(ignored.rule.at);
        page += &format!("  {}  {from}\n", not_shown(ignored.rule.value, &ignored.words).text(locale()));
    }
    Ok(page)
}

/// The texts that are settled to be versions of the one at a path, itself among them, or that none are looked for.
fn versions_of(settled: &LoadedConfig, path: &Path) -> Option<Vec<String>> {
    let VersionSettings { off, sets } = &settled.config.versions;
    if *off {
        return Some(vec![false.to_string()]);
    }
    let file = discovery::below(&settled.file.as_ref()?.folder, &discovery::plain(path)?)?;
    sets.iter().find(|set| set.contains(&file)).cloned()
}

/// The places where things are settled.
struct Whence<'a> {
    settled: &'a LoadedConfig,
    places: TextPlaces,
}

impl<'a> Whence<'a> {
    fn of(settled: &'a LoadedConfig, applied: &rapporteur::config::EffectiveConfig) -> Whence<'a> {
        let origins = applied.origins();
        let of_rules = rules::ALL.iter().filter_map(|rule| applied.rule_state(rule.code)?.origin);
        let preset = applied.preset().map(|chosen| chosen.origin);
        let of_reading = [preset, origins.language, origins.layout, origins.adopted].into_iter().flatten();
        let ignored = applied.ignored().iter().map(|ignored| ignored.rule.at);
        let text = settled.file.as_ref().map_or("", |file| &file.text);
        let places = TextPlaces::of(text, of_rules.chain(of_reading).map(|origin| origin.at).chain(ignored));
        Whence { settled, places }
    }

    fn of_origin(&self, origin: Option<ConfigOrigin>) -> String {
        origin.map_or_else(|| by_default().text(locale()), |origin| self.place(origin.at))
    }

    fn place(&self, at: usize) -> String {
        let name = self.settled.file.as_ref().map_or("", |file| &file.name);
        format!("{name}:{}", self.places.get(at).line)
    }
}
