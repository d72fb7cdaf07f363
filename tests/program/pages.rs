//! The README and the pages of docs/: how long they are, where their links lead, and whether what they show to be run runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rapporteur::config::RuleSelector;
use rapporteur::config::preset::PRESETS;
use regex::Regex;

use crate::desk::{Desk, Ended};
use crate::harness::example;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(page: &str) -> String {
    fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

/// The pages in a folder and, where `deep`, below it, by their paths from the root.
fn pages_in(folder: &str, deep: bool) -> Vec<String> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        if path.is_dir() && deep && !name.contains("node_modules") {
            pages.extend(pages_in(&name, true));
        } else if name.ends_with(".md") {
            pages.push(name);
        }
    }
    pages.sort();
    pages
}

/// All pages that people read: those at the root, of docs/, of the editors and of what was found out about others' programs.
fn pages() -> Vec<String> {
    let mut pages = pages_in("", false);
    for folder in ["docs", "editors", "findings", "tests/editors"] {
        pages.extend(pages_in(folder, true));
    }
    assert!(pages.len() > 30, "{pages:?}");
    pages
}

/// Those that users read and that are written by hand.
fn users_pages() -> Vec<String> {
    let is_made = |page: &String| page.starts_with("docs/rules");
    let docs = pages_in("docs", false).into_iter().filter(|page| !is_made(page));
    std::iter::once("README.md".to_owned()).chain(docs).chain(pages_in("docs/editors", false)).collect()
}

// ------------------------------------------------------------------ the page in front

/// So much is read before somebody decides. All else has a page in docs/.
const MOST: usize = 9 * 1024;

#[test]
fn the_page_in_front_is_short_and_decides_early() {
    let page = read("README.md");
    assert!(page.len() <= MOST, "README.md has {} bytes", page.len());
    // Who these words are about knows after so many lines whether to read on.
    for word in ["Windows", "Neovim", "Model UN", "Word document", "network connection"] {
        let line =
            page.lines().position(|line| line.contains(word)).unwrap_or_else(|| panic!("README.md lacks {word}"));
        assert!(line < 20, "{word} comes in line {}", line + 1);
    }
}

#[test]
fn the_page_in_front_shows_what_its_first_command_prints() {
    let page = read("README.md");
    let blocks: Vec<&str> =
        fences(&page).into_iter().filter(|(kind, _)| *kind == "sh").map(|(_, block)| block).collect();
    let [first, second] = blocks[..] else { panic!("two commands: {blocks:?}") };
    let (install, tried) = first.trim().split_once(" && ").unwrap();
    assert_eq!(install, "cargo install --path . --locked");
    assert!(read(".ci/run").contains(&format!("\n{}", second.trim())), "the tests are those of .ci/run");
    let desk = Desk::new("front");
    let arguments: Vec<&str> = tried.strip_prefix("rapporteur ").unwrap().split(' ').collect();
    let shown = desk.run(&arguments);
    assert_eq!((shown.status, shown.stderr.as_str()), (0, ""));
    let finding = fences(&page).into_iter().find(|(kind, _)| *kind == "text").unwrap().1;
    assert!(shown.stdout.contains(finding), "{}", shown.stdout);
}

/// Each page says first who needs it.
#[test]
fn every_page_begins_with_whom_it_is_for() {
    for page in users_pages().iter().filter(|page| *page != "README.md" && !page.starts_with("docs/editors/")) {
        let text = read(page);
        let mut lines = text.lines().filter(|line| !line.is_empty());
        assert!(lines.next().is_some_and(|title| title.starts_with("# ")), "{page} has a title");
        let first = lines.next().unwrap_or_default();
        assert!(first.starts_with("For "), "{page} begins with “{first}”");
    }
    assert!(read("docs/rules.md").lines().nth(2).unwrap().starts_with("For "));
}

// ------------------------------------------------------------------ links

/// A block between fences.
const FENCED: &str = r"(?ms)^ *```.*?^ *```$";

/// The blocks of a page that stand between fences: their kind, and what is in them.
fn fences(page: &str) -> Vec<(&str, &str)> {
    let opening = Regex::new(r"(?m)^ *```(\w*)\n").unwrap();
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(found) = opening.captures_at(page, at) {
        let (whole, kind) = (found.get(0).unwrap(), found.get(1).unwrap());
        let length = page[whole.end()..].find("```").unwrap_or(page.len() - whole.end());
        blocks.push((kind.as_str(), &page[whole.end()..whole.end() + length]));
        at = whole.end() + length + 3;
    }
    blocks
}

/// A page without what stands between fences and backticks, where no links are.
fn prose(page: &str) -> String {
    let fenced = Regex::new(FENCED).unwrap();
    let code = Regex::new(r"`[^`\n]*`").unwrap();
    let without = fenced.replace_all(page, "");
    // The words of a link may stand between backticks.
    code.replace_all(&without, "`").into_owned()
}

/// The anchors of a page, as GitHub makes them of its headings.
fn anchors(page: &str) -> BTreeSet<String> {
    let fenced = Regex::new(FENCED).unwrap();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut anchors = BTreeSet::new();
    for line in fenced.replace_all(page, "").lines().filter(|line| line.starts_with('#')) {
        let heading = line.trim_start_matches('#').trim();
        let slug: String = heading
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        let count = counts.entry(slug.clone()).or_default();
        anchors.insert(if *count == 0 { slug } else { format!("{slug}-{count}") });
        *count += 1;
    }
    anchors
}

#[test]
fn every_link_leads_somewhere() {
    let link = Regex::new(r"\]\(([^()\s]+)\)").unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for page in pages() {
        let text = read(&page);
        for found in link.captures_iter(&prose(&text)) {
            let target = found.get(1).unwrap().as_str();
            if target.starts_with("https://") || target.starts_with("http://") {
                continue;
            }
            count += 1;
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file =
                if path.is_empty() { root().join(&page) } else { root().join(&page).parent().unwrap().join(path) };
            if !file.exists() {
                wrong.push(format!("{page}: {target} is not there"));
            } else if !anchor.is_empty() && !anchors(&fs::read_to_string(&file).unwrap_or_default()).contains(anchor) {
                wrong.push(format!("{page}: {target} has no such heading"));
            }
        }
    }
    assert!(count > 250, "the links are found: {count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every page of docs/ is found from the page in front, by links.
#[test]
fn every_page_is_found_from_the_one_in_front() {
    let link = Regex::new(r"\]\(([^()\s#]+)(?:#[^()\s]*)?\)").unwrap();
    let mut found: BTreeSet<PathBuf> = BTreeSet::new();
    let mut open = vec![root().join("README.md")];
    while let Some(page) = open.pop() {
        if !found.insert(page.clone()) || page.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = fs::read_to_string(&page).unwrap();
        for target in link.captures_iter(&prose(&text)).map(|found| found.get(1).unwrap().as_str().to_owned()) {
            let file = page.parent().unwrap().join(target);
            open.extend(file.canonicalize().ok().filter(|file| file.is_file()));
        }
    }
    let root = root().canonicalize().unwrap();
    for page in pages_in("docs", true).iter().filter(|page| !page.starts_with("docs/rules.")) {
        assert!(found.contains(&root.join(page)), "no link leads to {page}");
    }
}

/// The editors' tests make the pictures, so that they show what is there today.
#[test]
fn every_picture_is_made_by_a_test() {
    let picture = Regex::new(r"!\[[^\]]*\]\(([^()\s]+)\)").unwrap();
    let makers =
        ["neovim", "vscode"].map(|editor| read(&format!("tests/editors/{editor}/readme.pictures.mjs"))).concat();
    let script = read("tests/editors/pictures.sh");
    let mut shown = BTreeSet::new();
    for page in users_pages() {
        for found in picture.captures_iter(&read(&page)) {
            let name = Path::new(found.get(1).unwrap().as_str()).file_stem().unwrap().to_string_lossy().into_owned();
            assert!(makers.contains(&format!("picture(\"readme-{name}\"")), "{page}: nothing makes {name}");
            assert!(
                script.split_whitespace().any(|word| word.trim_end_matches(';') == name),
                "pictures.sh leaves {name}"
            );
            shown.insert(name);
        }
    }
    assert!(shown.len() >= 3, "{shown:?}");
}

// ------------------------------------------------------------------ commands

/// How lines between fences begin that are run here: what else a page shows may do anything.
const RUN: [&str; 2] = ["rapporteur ", "mkdir -p ~/"];

/// Lines between fences that aren't run here, by how they begin, and why.
const NOT_RUN: [(&str, &str); 14] = [
    ("cargo ", "builds the program or runs all tests, which is what runs this one"),
    ("rapporteur inspect --format json FOLDER…", "the folder is one's own"),
    ("rapporteur library import 77.json", "the tables are one's own; tests/program/library imports invented ones"),
    ("(cd editors/vscode", "needs Node.js and VS Code: tests/editors/vscode.sh builds and installs the extension"),
    ("rustup ", "gets what a build needs, out of the network"),
    ("cd editors/web", "builds the page, for minutes: tests/editors/web.sh builds and drives it"),
    ("npm --prefix editors/web", "builds the core in a browser, for minutes: bindings/web/test is run on it"),
    ("cp -r editors/neovim", "tests/editors/neovim.sh installs the plugin as a user would"),
    ("benches/run", "measures for minutes; tests/program/benches.rs runs a short one"),
    ("docs/", "measures with programs of others, which it fetches"),
    ("for package in", "publishes, which a person does who holds the keys"),
    ("git ", "publishes, which a person does who holds the keys"),
    ("sha256sum ", "looks at what was published"),
    ("gh ", "looks at what was published"),
];

/// A desk with all files that the pages' commands name.
fn desk_of_pages(name: &str) -> Desk {
    let clean = |symbol: &str, number: &str, words: &str| {
        format!(
            "{symbol}\n\n{number}. Lamps of the harbours\n\nThe General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light the \
             lamps of all harbours;\n\n2. {words}\n"
        )
    };
    let mut desk = Desk::new(name)
        .with(".git/HEAD", "")
        .with("draft.txt", example("night-sky.en.resolution.txt"))
        .with("draft.resolution.txt", example("night-sky.en.resolution.txt"))
        .with("last-year.txt", example("92-14.en.resolution.txt"))
        .with("lamps.txt", example("versions/harbour-lights.en.resolution.txt"))
        .with("lampes.txt", example("versions/harbour-lights.fr.resolution.txt"))
        .with("drafts/lamps.en.txt", example("versions/harbour-lights.en.resolution.txt"))
        .with("drafts/lamps.fr.txt", example("versions/harbour-lights.fr.resolution.txt"));
    for (year, words) in
        [("2034", "Decides to rest."), ("2035", "Decides to wait."), ("2036", "Invites."), ("2037", "Asks.")]
    {
        desk = desk.with(&format!("{year}.txt"), clean("", "92/1", words));
    }
    for (symbol, words) in
        [("76/187", "Decides to rest."), ("77/237", "Decides to wait."), ("78/229", "Decides to go.")]
    {
        let file = format!("past/{}.txt", symbol.replace('/', "-"));
        desk = desk.with(&file, clean(&format!("A/RES/{symbol}"), symbol, words));
    }
    let mut folders = vec![root().join("examples")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            if path.is_dir() { folders.push(path) } else { desk = desk.with(&name, fs::read(&path).unwrap()) }
        }
    }
    for (from, to) in [
        ("last-year.txt", "last-year.docx"),
        ("draft.txt", "draft.docx"),
        ("draft.txt", "A_C2_93_L27.docx"),
        ("draft.txt", "resolution.xml"),
    ] {
        let form = if to.ends_with("xml") { "akn" } else { "docx" };
        let made = desk.run(&["convert", from, "--to", form, "-o", to]);
        assert_eq!(made.status, 0, "{to}: {}", made.stderr);
    }
    desk
}

#[test]
#[cfg(unix)]
fn every_command_that_a_page_shows_runs() {
    let output = Regex::new(r"(?:--output|-o) (\S+)").unwrap();
    let (mut run, mut left) = (0, BTreeSet::new());
    for page in users_pages() {
        let text = read(&page);
        let lines: Vec<&str> =
            fences(&text).into_iter().filter(|(kind, _)| *kind == "sh").flat_map(|(_, block)| block.lines()).collect();
        if lines.is_empty() {
            continue;
        }
        let desk = desk_of_pages(&format!("page-{}", page.replace(['/', '.'], "-")));
        fs::create_dir_all(desk.path("home")).unwrap();
        for line in lines.into_iter().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((begin, _)) = NOT_RUN.iter().find(|(begin, _)| line.starts_with(begin)) {
                left.insert(*begin);
                continue;
            }
            let is_run = RUN.iter().any(|begin| line.starts_with(begin));
            assert!(is_run, "{page}: {line}: say in RUN or NOT_RUN what is to be done with it");
            // Nothing is written over what is there.
            if let Some(output) = output.captures(line) {
                let _ = fs::remove_file(desk.path(&output[1]));
            }
            if line.ends_with("--to docx") {
                let _ = fs::remove_file(desk.path("draft.docx"));
            }
            // What was found, changed or differs is what is to be shown; 2 is what could not be done.
            let mut command = desk.shell(line);
            command.env("HOME", desk.path("home")).env("RAPPORTEUR_CACHE", desk.path("cache"));
            let ended = Ended::of(command, b"");
            assert!([0, 1].contains(&ended.status), "{page}: {line}\n{}{}", ended.stdout, ended.stderr);
            run += 1;
        }
    }
    assert!(run > 25, "the commands are found: {run}");
    let unused: Vec<_> = NOT_RUN.iter().filter(|(begin, _)| !left.contains(begin)).collect();
    assert!(unused.is_empty(), "no page shows {unused:?}");
}

/// What a sentence or a table says can be typed is there: each command, and each of its options.
#[test]
fn every_option_that_a_page_names_is_there() {
    let code = Regex::new(r"`(rapporteur [^`]+)`").unwrap();
    let desk = Desk::new("page-options");
    let mut helps: BTreeMap<Vec<String>, String> = BTreeMap::new();
    let mut count = 0;
    for page in users_pages() {
        let text = read(&page);
        for found in code.captures_iter(&text) {
            let line = found.get(1).unwrap().as_str().replace('\n', " ");
            let words: Vec<&str> = line.split_whitespace().skip(1).collect();
            let is_command = |word: &&&str| word.chars().all(|c| c.is_ascii_lowercase());
            let mut named: Vec<String> =
                words.iter().take(1).take_while(is_command).map(|word| (*word).to_owned()).collect();
            if named.first().is_some_and(|name| ["library", "config", "cache"].contains(&name.as_str())) {
                named.extend(words.iter().skip(1).take(1).take_while(is_command).map(|word| (*word).to_owned()));
            }
            let help = helps.entry(named.clone()).or_insert_with(|| {
                let mut asked: Vec<&str> = named.iter().map(String::as_str).collect();
                asked.push("--help");
                let help = desk.run(&asked);
                assert_eq!(help.status, 0, "{page}: {line}: {}", help.stderr);
                help.stdout
            });
            for option in
                words.iter().take_while(|word| !["|", ">", "<"].contains(word)).filter(|word| word.starts_with('-'))
            {
                let option = option.trim_end_matches(['…', '.', ',']).split('=').next().unwrap();
                let is_there = help.split(|c: char| c.is_whitespace() || c == ',').any(|word| word == option);
                assert!(is_there || option == "-", "{page}: {line}: there is no {option}");
                count += 1;
            }
        }
    }
    assert!(count > 20, "the options are found: {count}");
}

/// What a page says is printed is printed.
#[test]
fn what_pages_show_is_what_is_printed() {
    let desk = desk_of_pages("page-shows");
    let versions = read("docs/versions.md");
    let shown = fences(&versions).into_iter().find(|(kind, _)| *kind == "text").unwrap().1;
    let concord = desk.run(&["concord", "examples/versions"]).stdout;
    for line in shown.lines() {
        assert!(concord.lines().any(|printed| printed == line), "{line}\n{concord}");
    }
    let programs = read("docs/programs.md");
    let line = fences(&programs).into_iter().find(|(kind, _)| *kind == "json").unwrap().1;
    let flawed = "The General Assembly,\n\nRecalling its resolution 62/175 of 18 December 2007,\n\n1. Decides to keep the night sky \
                  dark;\n\n2. Requests the Secretary-General to report on the stars;\n\n4. Decides to meet again.\n";
    let desk = desk.with("draft.txt", flawed);
    assert_eq!(desk.run(&["check", "--format", "json", "draft.txt"]).stdout, line);
    let page = read("docs/associations.md");
    let line = fences(&page).into_iter().find(|(kind, _)| *kind == "text").unwrap().1;
    fs::remove_file(desk.path("examples/association/rapporteur.toml")).unwrap();
    let without = desk.run(&["check", "examples/association"]);
    assert!(without.status == 1 && without.stdout.starts_with(line), "{}", without.stdout);
}

// ------------------------------------------------------------------ presets

#[test]
fn the_page_of_a_preset_says_what_it_settles() {
    for (preset, page) in [("association", "docs/associations.md"), ("model-un", "docs/model-un.md")] {
        let text = read(page);
        let table = text.split_once("## What the preset settles").unwrap().1;
        let table: String = table.lines().filter(|line| line.starts_with("| ")).collect();
        let named: BTreeSet<&str> =
            table.split('`').skip(1).step_by(2).filter(|name| RuleSelector::of(name).is_some()).collect();
        let preset = PRESETS.iter().find(|one| one.name == preset).unwrap();
        let settled: BTreeSet<&str> = preset.rules.iter().map(|(name, _)| *name).collect();
        assert_eq!(named, settled, "{page}");
        assert!(text.contains(&format!("preset = \"{}\"", preset.name)));
    }
}

#[test]
fn the_drafts_of_presets_are_clean_under_them() {
    let desk = desk_of_pages("presets");
    for folder in PRESETS.iter().map(|preset| format!("examples/{}", preset.name)) {
        let checked = desk.run(&["check", &folder]);
        assert_eq!((checked.status, checked.stderr.as_str()), (0, ""), "{}", checked.stdout);
        let shown = desk.run(&["config", "show", &folder]).stdout;
        let name = folder.rsplit('/').next().unwrap();
        assert!(shown.lines().any(|line| line.trim_start().starts_with("preset ") && line.contains(name)), "{shown}");
    }
    // What is said goes before it, here on the command line.
    assert_eq!(desk.run(&["check", "--select", "citation-date", "examples/association"]).status, 1);
}
