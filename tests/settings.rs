//! The settings are documented in many places, and the same in all.

use std::path::Path;

use rapporteur::server::schema::{Reader, SETTINGS, Setting};
use serde_json::Value;

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn of_the_server() -> impl Iterator<Item = &'static Setting> {
    SETTINGS.iter().filter(|setting| setting.reader == Reader::Server)
}

/// The rows of a page's tables that are about settings.
fn rows(page: &str) -> Vec<String> {
    page.lines().filter(|line| line.starts_with("| `rapporteur.")).map(str::to_owned).collect()
}

#[test]
fn the_manifest_of_the_extension_has_them_all() {
    let manifest: Value = serde_json::from_str(&file("editors/vscode/package.json")).unwrap();
    let properties = &manifest["contributes"]["configuration"]["properties"];
    for setting in SETTINGS {
        let (there, wanted) = (&properties[setting.full_name()], setting.schema());
        assert_eq!(*there, wanted, "put this there for {}:\n{wanted:#}", setting.full_name());
    }
    assert_eq!(properties.as_object().unwrap().len(), SETTINGS.len(), "and no others");
}

#[test]
fn the_extension_tells_the_server_its_own() {
    let source = file("editors/vscode/src/settings.ts");
    let line = source.lines().find(|line| line.contains("FOR_SERVER = [")).unwrap_or_default();
    let told: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
    assert_eq!(told, of_the_server().map(|setting| setting.name).collect::<Vec<_>>());
}

#[test]
fn pages_for_users_have_them_all() {
    let all: Vec<String> = SETTINGS.iter().map(Setting::row).collect();
    assert_eq!(rows(&file("editors/vscode/README.md")), all);
    let of_the_server: Vec<String> = of_the_server().map(Setting::row).collect();
    assert_eq!(rows(&file("README.md")), of_the_server);
}

#[test]
fn neovims_help_has_those_of_the_server() {
    let help = file("editors/neovim/doc/rapporteur.txt").replace(['\n', '\t'], " ");
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for setting in of_the_server() {
        let wanted = format!("{}: {}. {}", setting.name, setting.does, setting.note).replace('`', "\"");
        assert!(help.contains(&wanted), "the help has not\n{wanted}");
    }
}
