//! What the library makes of texts in memory is what the program makes of their files, byte for byte.

use std::fs;
use std::path::Path;

use rapporteur::language::ALL;
use rapporteur::publish::PublishFormat;
use rapporteur::report::of_text::{self, TextOptions};

use crate::compare::{EARLIER, later};
use crate::desk::Desk;
use crate::samples::{SAMPLES, text_of};

/// Drafts of the repository, by names that are the same wherever they lie, and what must be mended in some of them.
fn drafts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut drafts = Vec::new();
    for folder in
        ["examples", "examples/versions", "examples/association", "examples/model-un", "tests/program/complete"]
    {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let is_draft = [".resolution.txt", ".draft.txt", ".md"].iter().any(|ending| name.ends_with(ending));
            if is_draft && name != "README.md" {
                drafts.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    for sample in &SAMPLES {
        let slip = text_of(sample, 0, 1).replacen("92/14", "92\\14", 1);
        drafts.push((format!("slip.{}.md", sample.language.code), slip));
    }
    drafts.push(("empty.txt".to_owned(), String::new()));
    drafts.push(("marked.txt".to_owned(), format!("\u{feff}{}", EARLIER.replace('\n', "\r\n"))));
    drafts.push((
        "elements.xml".to_owned(),
        "<akomaNtoso><p>The General Assembly,</p><p>Noting A/Res/91/15,</p><p>1. Decides.</p></akomaNtoso>".to_owned(),
    ));
    drafts.sort();
    assert!(drafts.len() > 20, "the drafts are found");
    drafts
}

/// Settings that change what is found.
const SETTINGS: &str =
    "preset = 'association'\naccept = ['92\\14']\n[[files]]\npaths = ['*.txt']\nrules.standard = 'hint'\n";

#[test]
fn drafts_are_checked_read_mended_and_laid_out_as_by_the_program() {
    let drafts = drafts();
    let desk = drafts.iter().fold(Desk::new("of-text"), |desk, (name, text)| desk.with(name, text));
    let (mut found, mut mended) = (0, 0);
    for (at, (name, text)) in drafts.iter().enumerate() {
        let interface = ALL[at % ALL.len()];
        let options = TextOptions { name: Some(name.clone()), interface, ..TextOptions::default() };
        let said = |arguments: &[&str]| {
            let all = [&["--messages", interface.code], arguments].concat();
            desk.run(&all)
        };
        let checked = said(&["check", "--ignore", "versions", "--format", "json", name]).stdout;
        let ignoring = TextOptions { ignore: vec!["versions".to_owned()], ..options.clone() };
        assert_eq!(of_text::check(text, &ignoring).unwrap(), checked, "{name}");
        found += checked.lines().count();
        assert_eq!(
            of_text::inspect(text, &options).unwrap(),
            said(&["inspect", "--format", "json", name]).stdout,
            "{name}"
        );
        for unwrap in [false, true] {
            let formatted = if unwrap { said(&["format", "--unwrap", name]) } else { said(&["format", name]) };
            match of_text::format(text, &options, unwrap) {
                Ok(laid_out) => {
                    assert_eq!((&laid_out.after, 0), (&formatted.stdout, formatted.status), "{name}");
                    let remark = laid_out.remark.map(|remark| format!("{name}: {}\n", remark.text(interface.locale)));
                    assert_eq!(remark.unwrap_or_default(), formatted.stderr, "{name}");
                }
                Err(why) => assert_eq!(why.text(interface.locale) + "\n", formatted.stderr, "{name}"),
            }
        }
        let after = of_text::fix(text, &options).unwrap();
        let copy = Desk::new("of-text-mended").with(name, text);
        copy.run(&["check", "--fix", name]);
        assert_eq!(after.text, fs::read_to_string(copy.path(name)).unwrap(), "{name}");
        mended += after.mends;
    }
    assert!(found > 10 && mended > 5, "{found} findings and {mended} mends are compared");
    // Standard input, which has no name.
    let (_, text) = &drafts[0];
    let fed = desk.feed(&["check", "--format", "json", "-"], text.as_bytes()).stdout;
    assert_eq!(of_text::check(text, &TextOptions::default()).unwrap(), fed);
}

#[test]
fn settings_and_their_faults_are_those_of_the_program() {
    let options = |settings: &str, name: &str| TextOptions {
        name: Some(name.to_owned()),
        settings: Some(settings.to_owned()),
        ..TextOptions::default()
    };
    for (name, text) in drafts() {
        let desk = Desk::new("of-text-settings").with("rapporteur.toml", SETTINGS).with(&name, &text);
        let checked = desk.run(&["check", "--format", "json", &name]).stdout;
        assert_eq!(of_text::check(&text, &options(SETTINGS, &name)).unwrap(), checked, "{name}");
    }
    let wrong = "selct = []\npreset = 'school'\n";
    let desk = Desk::new("of-text-wrong").with("rapporteur.toml", wrong).with("a.txt", EARLIER);
    let told = desk.run(&["concord", "--config", "rapporteur.toml", "a.txt"]).stderr;
    assert_eq!(of_text::check(EARLIER, &options(wrong, "a.txt")).unwrap_err().to_string() + "\n", told);
    let rule = TextOptions { select: vec!["numbering".to_owned()], ..TextOptions::default() };
    let told = desk.run(&["check", "--select", "numbering", "a.txt"]).stderr;
    assert_eq!(of_text::check(EARLIER, &rule).unwrap_err().to_string() + "\n", told);
}

#[test]
fn files_of_other_formats_are_written_and_read_as_by_the_program() {
    for (name, text) in drafts() {
        let desk = Desk::new("of-text-files").with(&name, &text);
        let options = TextOptions { name: Some(name.clone()), ..TextOptions::default() };
        for (format, form) in [
            (PublishFormat::Docx, "docx"),
            (PublishFormat::AkomaNtoso, "akn"),
            (PublishFormat::Markdown, "markdown"),
            (PublishFormat::Text, "text"),
        ] {
            let made = format!("made.{form}");
            assert_eq!(desk.run(&["convert", "--to", form, &name, "-o", &made]).status, 0, "{name}");
            let written = fs::read(desk.path(&made)).unwrap();
            assert_eq!(of_text::write(&text, format, &options).unwrap(), written, "{name}: {form}");
            if matches!(format, PublishFormat::Docx | PublishFormat::AkomaNtoso) {
                let named = TextOptions { name: Some(made.clone()), ..TextOptions::default() };
                match of_text::read(written, &named) {
                    Ok(read) => assert_eq!(read.text, desk.run(&["convert", &made]).stdout, "{name}: {form}"),
                    Err(why) => {
                        assert_eq!(why.to_string() + "\n", desk.run(&["convert", &made]).stderr, "{name}: {form}")
                    }
                }
            }
        }
    }
}

#[test]
fn pages_are_those_of_the_program() {
    let versions: Vec<(String, String)> = drafts()
        .into_iter()
        .filter(|(name, _)| name.starts_with("harbour-lights.") || name.starts_with("slip."))
        .collect();
    let desk = versions.iter().fold(Desk::new("of-text-pages"), |desk, (name, text)| desk.with(name, text));
    let desk = desk.with("old.txt", EARLIER).with("new.txt", later());
    for interface in ALL {
        let options = TextOptions { interface, ..TextOptions::default() };
        let said = |arguments: &[&str]| desk.run(&[&["--messages", interface.code], arguments].concat()).stdout;
        let page = of_text::changes(("old.txt", EARLIER), ("new.txt", &later()), &options).unwrap();
        assert_eq!(page.html, said(&["compare", "--format", "html", "old.txt", "new.txt"]));
        assert_eq!(page.summary, said(&["compare", "--summary", "old.txt", "new.txt"]));
        let texts: Vec<(&str, &str)> = versions.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let named: Vec<&str> = versions.iter().map(|(name, _)| name.as_str()).collect();
        let page = of_text::versions(&texts, &options).unwrap();
        assert_eq!(page.html, said(&[&["concord", "--format", "html"], named.as_slice()].concat()));
        assert!(page.differences > 0 && page.left_out.is_empty(), "{:?}", page.left_out);
    }
}
