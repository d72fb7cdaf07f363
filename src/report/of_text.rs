//! What the command line does with files, for a program that has texts in memory and no files: a page in a browser, say.
//!
//! Each function gives what the command of its name prints or writes, byte for byte, with what is built in as the library of known
//! instruments. What [`TextOptions`] say goes before the settings in them, as on the command line. No function looks for files, asks
//! for the time or starts a thread.
//!
//! ```
//! use rapporteur::report::of_text::{TextOptions, check, fix};
//!
//! let draft = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light them;\n\n1. Decides to rest.\n";
//! let options = TextOptions { name: Some("lamps.txt".to_owned()), ..TextOptions::default() };
//! let lines = check(draft, &options)?;
//! assert!(lines.starts_with(r#"{"file":"lamps.txt","line":7,"column":1,"#), "{lines}");
//! assert_eq!(fix(draft, &options)?.text, draft.replace("1. Decides to rest", "2. Decides to rest"));
//! # Ok::<(), rapporteur::report::of_text::TextRefusal>(())
//! ```

use std::fmt;
use std::path::{Component, Path, PathBuf};

use super::{
    CheckedText, ComparedTexts, HtmlPage, MendedSource, NamedText, TextCheck, VersionText, comparison_page,
    findings_in_file, has_certain_mend, sets_of, settings_problems, structure_json,
};
use crate::config::{self, Config, ConfigProblem, ConfigSource, EffectiveConfig, Located, discovery};
use crate::draft::Draft;
use crate::language::{ENGLISH, Language};
use crate::library::AuthorityCache;
use crate::messages::{Locale, Message};
use crate::publish::{self, PublishFormat};
use crate::revise::lay_out::{LaidOutText, lay_out};
use crate::rules::{self, Finding, RuleTrait};
use crate::source::{self, NotRewritable, SourceText, WriteBack};
use crate::workspace::version_sets;

/// What a text without a name is called, as standard input is.
const NAMELESS: &str = "-";

/// What is said of a text beside it.
#[derive(Debug, Clone)]
pub struct TextOptions {
    /// The language of the draft, where the user says it. Else the settings or the text tell.
    pub language: Option<&'static Language>,
    /// The text is to be taken for one that was adopted, whatever the settings say.
    pub adopted: bool,
    /// The rules and groups to check, by their names, and no others. None are named where all are wanted that are on by default.
    pub select: Vec<String>,
    /// The rules and groups to leave out, by their names.
    pub ignore: Vec<String>,
    /// What the text is called: its file's path from the folder of the settings, with slashes. Its ending may say how the text is
    /// read, and settings may be for some files only.
    pub name: Option<String>,
    /// The language in which the user is spoken to.
    pub interface: &'static Language,
    /// The text of a `rapporteur.toml`. The folders that it names as a library are not read.
    pub settings: Option<String>,
}

impl Default for TextOptions {
    /// Nothing is said, and the user is spoken to in English.
    fn default() -> TextOptions {
        let (language, adopted, select, ignore, name, settings) = Default::default();
        TextOptions { language, adopted, select, ignore, name, interface: ENGLISH, settings }
    }
}

/// Why nothing was made of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextRefusal {
    /// A name in the options is no rule's and no group's.
    Rule(Message),
    /// Something is wrong with the settings.
    Settings {
        /// The text of the settings.
        text: String,
        /// What is wrong, each thing with its bytes of that text; at least one thing.
        problems: Vec<ConfigProblem>,
    },
    /// The text can't be read, or what was asked can't be done with it.
    Text {
        /// What it is called.
        name: String,
        /// Why, and what to do.
        why: Message,
    },
}

impl TextRefusal {
    /// The sentence, as the command line says it; of settings a line for each thing that is wrong.
    pub fn text(&self, locale: &Locale) -> String {
        match self {
            TextRefusal::Rule(why) => why.text(locale),
            TextRefusal::Settings { text, problems } => settings_problems(discovery::NAME, text, problems, locale),
            TextRefusal::Text { name, why } => format!("{name}: {}", why.text(locale)),
        }
    }
}

/// In English, as errors are.
impl fmt::Display for TextRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(&Locale::ENGLISH))
    }
}

impl std::error::Error for TextRefusal {}

/// A text with its certain mends made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The text as it is then.
    pub text: String,
    /// How many findings were mended.
    pub mends: usize,
    /// How many findings that have a certain mend are left to the writer: another finding would come, the text would be read
    /// otherwise, or the mend lies across elements of an XML document.
    pub left: usize,
}

/// A file of any format that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFile {
    /// Its text: the file's own where it is a text, else one that was made of it, a paragraph a line, with all tracked changes
    /// accepted.
    pub text: String,
    /// What people call a file of its format: `Word`.
    pub format: &'static str,
    /// What was lost of it on its way here: findings as [`check`] gives them, in places of [`ReadFile::text`].
    pub losses: String,
}

/// A text beside an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangesPage {
    /// A page that any browser opens, without scripts and other files.
    pub html: String,
    /// How many paragraphs and notes changed: a line of plain text with its end.
    pub summary: String,
    /// Whether anything changed.
    pub has_changed: bool,
}

/// Language versions side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionsPage {
    /// A page that any browser opens, without scripts and other files.
    pub html: String,
    /// How much differs, in all texts.
    pub differences: usize,
    /// The names of the texts that are not on the page: those that have no other version among them, and those of which nothing of
    /// a resolution was read.
    pub left_out: Vec<String>,
}

/// The findings in a text, as `rapporteur check --format json` prints them: a JSON object a line.
///
/// # Errors
///
/// When the options are wrong, or it is no draft's text.
pub fn check(text: &str, options: &TextOptions) -> Result<String, TextRefusal> {
    let opened = options.open(text.as_bytes().to_vec())?;
    let findings = opened.findings();
    // Of what was made of pieces of a file they are told in its places.
    let is_text = opened.source.write_back() == WriteBack::Text;
    let findings = if is_text { findings } else { findings_in_file(&opened.source, &findings) };
    Ok(opened.json_lines(opened.source.file(), &findings, options))
}

/// What was read of a text, as `rapporteur inspect --format json` prints it: a JSON object on one line.
///
/// # Errors
///
/// As [`check`].
pub fn inspect(text: &str, options: &TextOptions) -> Result<String, TextRefusal> {
    let opened = options.open(text.as_bytes().to_vec())?;
    Ok(structure_json(&opened.name, &opened.source, &opened.draft))
}

/// A text as `rapporteur check --fix` would write it: with all mends that are certain, and that bring no other finding.
///
/// # Errors
///
/// As [`check`], and when there are certain mends, but its file can't be changed.
pub fn fix(text: &str, options: &TextOptions) -> Result<Mended, TextRefusal> {
    let opened = options.open(text.as_bytes().to_vec())?;
    let mut findings = opened.findings();
    if opened.source.write_back() == WriteBack::ReadOnly && findings.iter().any(has_certain_mend) {
        return Err(opened.refused(NotRewritable::ReadOnly(opened.source.format).message()));
    }
    let MendedSource { after, tried, across } = opened.check().mend(&opened.source, &opened.draft, &mut findings);
    let mends = if after.is_some() { tried.mended } else { 0 };
    Ok(Mended { text: after.unwrap_or_else(|| text.to_owned()), mends, left: tried.withheld + across })
}

/// A text as `rapporteur format` prints it, with `unwrap` as `rapporteur format --unwrap` does, which makes a clean draft of text out
/// of a PDF. What the command says on standard error is the remark.
///
/// # Errors
///
/// As [`check`], and when its lines are none of its own, as those of an XML document.
pub fn format(text: &str, options: &TextOptions, unwrap: bool) -> Result<LaidOutText, TextRefusal> {
    let opened = options.open(text.as_bytes().to_vec())?;
    if opened.source.write_back() != WriteBack::Text {
        return Err(opened.refused(NotRewritable::ReadOnly(opened.source.format).message()));
    }
    Ok(lay_out(&opened.source, opened.path.as_deref(), opened.applied.read_as(), unwrap))
}

/// Makes a text of a file's bytes, of any format that is read: by what they are where they tell, else by the name in the options.
///
/// # Errors
///
/// When the options are wrong, or they can't be read, are too many, or are of a format that isn't read.
pub fn read(bytes: Vec<u8>, options: &TextOptions) -> Result<ReadFile, TextRefusal> {
    let opened = options.open(bytes)?;
    let written = opened.source.map.written(&opened.source.text);
    let findings = opened.findings_of(&|rule| rule.has(RuleTrait::TellsOfLosses));
    let losses = opened.json_lines(written, &findings, options);
    Ok(ReadFile { text: written.to_owned(), format: opened.source.format.name, losses })
}

/// The bytes of a file that is made of a text, as `rapporteur convert` writes it. What is said in the options of how the text is read
/// holds here, too.
///
/// # Errors
///
/// As [`check`].
pub fn write(text: &str, format: PublishFormat, options: &TextOptions) -> Result<Vec<u8>, TextRefusal> {
    let opened = options.open(text.as_bytes().to_vec())?;
    Ok(publish::write(format, &opened.source.text, &opened.draft, &opened.source.hints))
}

/// A text beside an earlier one, each with its name, as `rapporteur compare --format html` and `rapporteur compare --summary` print
/// it. What is said in the options of how texts are read holds for both; their own name isn't asked for.
///
/// # Errors
///
/// As [`check`], and when nothing of a resolution was read in one of them.
pub fn changes(
    (old_name, before): (&str, &str),
    (new_name, now): (&str, &str),
    options: &TextOptions,
) -> Result<ChangesPage, TextRefusal> {
    let read = |name: &str, text: &str| {
        let (applied, _) = options.settled(Some(name))?;
        let source = source_of(text.as_bytes().to_vec(), name)?;
        let read = NamedText::read(name.to_owned(), source, applied.read_as());
        read.map_err(|why| TextRefusal::Text { name: name.to_owned(), why })
    };
    let (old, new) = (read(old_name, before)?, read(new_name, now)?);
    let compared = ComparedTexts::between(&old, &new);
    Ok(ChangesPage {
        html: comparison_page(&compared, options.interface),
        summary: compared.summary(options.interface.locale),
        has_changed: compared.has_changed(),
    })
}

/// The language versions among some texts, each with its name, as `rapporteur concord --format html` prints them when their files are
/// named. Versions are told by the names, by the symbols, by the settings, and where they are in different languages and belong to
/// no others. A text that holds several is compared with itself.
///
/// # Errors
///
/// As [`check`].
pub fn versions(texts: &[(&str, &str)], options: &TextOptions) -> Result<VersionsPage, TextRefusal> {
    let mut read = Vec::with_capacity(texts.len());
    let (_, settings) = options.settled(None)?;
    for (name, text) in texts {
        let (applied, _) = options.settled(Some(name))?;
        let source = source_of(text.as_bytes().to_vec(), name)?;
        let path = below(name).map_or_else(|| PathBuf::from(name), PathBuf::from);
        read.extend(VersionText::read((*name).to_owned(), path, source, applied, true));
    }
    let named = settings.versions.sets_in(Path::new(""));
    let (sets, _) = sets_of(&read, |candidates| match settings.versions.off {
        true => Vec::new(),
        false => version_sets(candidates, &named),
    });
    let is_shown = |one: &VersionText| sets.iter().any(|set| set.texts.iter().any(|shown| std::ptr::eq(*shown, one)));
    let left_out = read.iter().filter(|one| !is_shown(one)).map(|one| one.name.clone()).collect();
    let (html, differences) = HtmlPage::new(options.interface).whole(&sets);
    Ok(VersionsPage { html, differences, left_out })
}

/// A text that was read by its options.
struct GivenText {
    name: String,
    path: Option<PathBuf>,
    source: SourceText,
    applied: EffectiveConfig,
    draft: Draft,
}

impl TextOptions {
    /// What is settled for a text of this name, and the settings.
    fn settled(&self, name: Option<&str>) -> Result<(EffectiveConfig, Config), TextRefusal> {
        let mut said = Config::of_rules(&self.select, &self.ignore).map_err(TextRefusal::Rule)?;
        said.top.language = self.language.map(|value| Located { value, at: 0 });
        said.top.adopted = self.adopted.then_some(Located { value: true, at: 0 });
        let text = self.settings.as_deref().unwrap_or_default();
        let settings =
            config::read(text).map_err(|problems| TextRefusal::Settings { text: text.to_owned(), problems })?;
        let file = name.and_then(below);
        let applied = EffectiveConfig::of(&[
            ConfigSource { config: &settings, file: file.as_deref() },
            ConfigSource { config: &said, file: None },
        ]);
        Ok((applied, settings))
    }

    fn open(&self, bytes: Vec<u8>) -> Result<GivenText, TextRefusal> {
        let (applied, _) = self.settled(self.name.as_deref())?;
        let name = self.name.clone().unwrap_or_else(|| NAMELESS.to_owned());
        let source = source_of(bytes, &name)?;
        let draft = Draft::read_with(&source.text, applied.read_as(), &source.hints);
        let path = path_of(&name).map(Path::to_owned);
        Ok(GivenText { name, path, source, applied, draft })
    }
}

impl GivenText {
    fn check(&self) -> TextCheck<'_> {
        let knowledge = AuthorityCache::built_in();
        TextCheck { knowledge, applied: &self.applied, path: self.path.as_deref() }
    }

    fn findings(&self) -> Vec<Finding> {
        self.check().findings(&self.source, &self.draft, &[], &mut |_| {})
    }

    /// What some rules find, whatever is settled of them, in bytes of the text.
    fn findings_of(&self, wanted: &dyn Fn(&rules::Rule) -> bool) -> Vec<Finding> {
        rules::check_knowing(AuthorityCache::built_in(), &self.source.text, &self.draft, wanted)
    }

    /// Findings in places of a text that is called as this one.
    fn json_lines(&self, text: &str, findings: &[Finding], options: &TextOptions) -> String {
        let (map, locale) = (&self.source.map, options.interface.locale);
        CheckedText { name: &self.name, text, map, findings, locale }.json_lines()
    }

    fn refused(&self, why: Message) -> TextRefusal {
        TextRefusal::Text { name: self.name.clone(), why }
    }
}

/// The file that a name is of, if it is of any.
fn path_of(name: &str) -> Option<&Path> {
    (name != NAMELESS).then(|| Path::new(name))
}

fn source_of(bytes: Vec<u8>, name: &str) -> Result<SourceText, TextRefusal> {
    let read = source::of_given_bytes(bytes, path_of(name));
    read.map_err(|why| TextRefusal::Text { name: name.to_owned(), why: why.message() })
}

/// How settings call a file of this name; `None` where it lies elsewhere.
fn below(name: &str) -> Option<String> {
    let mut plain = PathBuf::new();
    for part in path_of(name)?.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.pop() => {}
            Component::Normal(part) => plain.push(part),
            _ => return None,
        }
    }
    discovery::below(Path::new(""), &plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::FRENCH;

    const DRAFT: &str =
        "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light them;\n\n1. Decides to rest.\n";

    /// The same with its second paragraph numbered so.
    fn numbered() -> String {
        DRAFT.replace("1. Decides to rest", "2. Decides to rest")
    }

    fn named(name: &str) -> TextOptions {
        TextOptions { name: Some(name.to_owned()), ..TextOptions::default() }
    }

    fn with_settings(name: &str, settings: &str) -> TextOptions {
        TextOptions { settings: Some(settings.to_owned()), ..named(name) }
    }

    fn refused<T: fmt::Debug>(made: Result<T, TextRefusal>) -> String {
        made.unwrap_err().to_string()
    }

    #[test]
    fn findings_are_lines_with_the_name_in_the_language_of_the_interface() {
        assert_eq!(
            check(DRAFT, &TextOptions::default()).unwrap(),
            "{\"file\":\"-\",\"line\":7,\"column\":1,\"end_line\":7,\"end_column\":3,\"start\":72,\"end\":74,\
             \"code\":\"operative-numbering\",\"severity\":\"error\",\
             \"message\":\"Paragraph 1 is numbered twice. Number this one 2.\"}\n"
        );
        let french = TextOptions { interface: FRENCH, ..named("a.txt") };
        let told = check(DRAFT, &french).unwrap();
        assert!(told.starts_with("{\"file\":\"a.txt\",\"line\":7,"), "{told}");
        assert!(told.contains("Deux paragraphes portent le numéro 1."), "{told}");
        assert_eq!(check(&numbered(), &french).unwrap(), "");
    }

    #[test]
    fn rules_are_chosen_by_options_and_settings() {
        let numbering = ["operative-numbering".to_owned()].to_vec();
        let without = TextOptions { ignore: numbering.clone(), ..TextOptions::default() };
        assert_eq!(check(DRAFT, &without).unwrap(), "");
        let off = "[rules]\noperative-numbering = 'off'\n";
        assert_eq!(check(DRAFT, &with_settings("a.txt", off)).unwrap(), "");
        let chosen = TextOptions { select: numbering, ..with_settings("a.txt", off) };
        assert_eq!(check(DRAFT, &chosen).unwrap().lines().count(), 1, "the options go before");
        let some = "[[files]]\npaths = ['past']\nignore = ['operative-numbering']\n";
        for (name, count) in [("past/a.txt", 0), ("./past/../past/a.txt", 0), ("../past/a.txt", 1), ("a.txt", 1)] {
            assert_eq!(check(DRAFT, &with_settings(name, some)).unwrap().lines().count(), count, "{name}");
        }
        let school = "preset = 'model-un'\n";
        let single = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light them.\n";
        assert!(check(single, &named("a.txt")).unwrap().contains("operative-single-numbered"));
        assert_eq!(check(single, &with_settings("a.txt", school)).unwrap(), "");
    }

    #[test]
    fn what_is_wrong_in_options_and_settings_is_told() {
        let misspelt = TextOptions { select: vec!["operative-numberin".to_owned()], ..TextOptions::default() };
        let sentence = "There is no rule “operative-numberin”. Did you mean “operative-numbering”?";
        assert_eq!(refused(check(DRAFT, &misspelt)), sentence);
        assert_eq!(refused(fix(DRAFT, &misspelt)), sentence);
        assert_eq!(refused(changes(("a", DRAFT), ("b", DRAFT), &misspelt)), sentence);
        let wrong = with_settings("a.txt", "# Ours\nselct = []\npreset = 'school'\n");
        let told = "rapporteur.toml:2:1: There is no setting “selct”. Did you mean “select”?\nrapporteur.toml:3:10: There is no \
                    preset “school”. Write one of these: association, model-un.";
        assert_eq!(refused(inspect(DRAFT, &wrong)), told);
        assert_eq!(refused(format(DRAFT, &wrong, false)), told);
        assert_eq!(refused(versions(&[], &wrong)), told);
        assert_eq!(refused(read(DRAFT.into(), &wrong)), told);
        assert_eq!(refused(write(DRAFT, PublishFormat::Docx, &wrong)), told);
    }

    #[test]
    fn the_structure_is_an_object_on_a_line() {
        let told = inspect("大会，\n\n回顾第92/14号决议，\n\n1. 决定点灯。\n", &named("灯.txt")).unwrap();
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!((&told["file"], &told["language"]), (&"灯.txt".into(), &"zh".into()));
        assert_eq!(told["citations"][0]["symbol"], "A/RES/92/14");
        // What is said of the language goes before what the text tells.
        let said = TextOptions { language: Some(FRENCH), ..TextOptions::default() };
        assert!(inspect(DRAFT, &said).unwrap().contains("\"language\":\"fr\""));
    }

    #[test]
    fn certain_mends_are_made() {
        let mended = fix(DRAFT, &TextOptions::default()).unwrap();
        assert_eq!(mended, Mended { text: numbered(), mends: 1, left: 0 });
        let again = fix(&mended.text, &TextOptions::default()).unwrap();
        assert_eq!(again, Mended { text: mended.text, mends: 0, left: 0 });
        let xml = "<akomaNtoso><p>The General Assembly,</p><p>Noting A/Res/91/15,</p><p>Decides.</p></akomaNtoso>";
        let mended = fix(xml, &named("a.xml")).unwrap();
        assert_eq!((mended.text, mended.mends), (xml.replace("A/Res", "A/RES"), 1), "in the elements of the file");
    }

    #[test]
    fn a_text_is_laid_out_or_told_why_not() {
        let uneven = "The General Assembly, \n\n\nRecalling  the lamps,\n\n1.   Decides to meet.\n";
        let even = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to meet.\n";
        let laid_out = format(uneven, &TextOptions::default(), false).unwrap();
        assert_eq!((laid_out.after.as_str(), laid_out.remark), (even, None));
        let xml = "<akomaNtoso><p>The General Assembly,</p></akomaNtoso>";
        let told = refused(format(xml, &named("a.xml"), false));
        assert!(told.starts_with("a.xml: This is an Akoma Ntoso document, whose lines are left"), "{told}");
    }

    #[test]
    fn files_of_all_formats_are_read_and_their_losses_told() {
        let text = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to light them.\n";
        for (format, name) in [(PublishFormat::Docx, "Word"), (PublishFormat::AkomaNtoso, "Akoma Ntoso")] {
            let written = write(text, format, &TextOptions::default()).unwrap();
            let read = read(written, &named("a")).unwrap();
            assert_eq!((read.format, read.losses.as_str()), (name, ""));
            assert!(read.text.contains("Recalling the lamps,\n") && !read.text.contains('<'), "{}", read.text);
        }
        assert_eq!(write(text, PublishFormat::Text, &TextOptions::default()).unwrap(), text.as_bytes());
        let marked = "# Lamps\n\n<!-- later -->\nThe General Assembly,\n";
        assert_eq!(read(marked.into(), &named("a.md")).unwrap().text, marked, "the markup stays");
        let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read(wide, &named("a.txt")).unwrap().text.ends_with(text));
        let without_labels = "The General Assembly,\n\nRecalling the long nights,\n\n1. Requests the keepers:\n\nTo light the lamps;\n\nTo \
                              report thereon;\n\n2. Decides to remain awake.\n";
        let losses = read(without_labels.into(), &named("a.txt")).unwrap().losses;
        assert!(losses.starts_with("{\"file\":\"a.txt\",\"line\":7,"), "{losses}");
        assert!(losses.contains("\"code\":\"lost-labels\""), "{losses}");
        assert!(refused(read(b"%PDF-1.7".to_vec(), &named("a.pdf"))).starts_with("a.pdf: "));
    }

    #[test]
    fn changes_and_versions_are_pages() {
        let options = TextOptions::default();
        let page = changes(("old.txt", DRAFT), ("new.txt", &DRAFT.replace("rest", "sleep")), &options).unwrap();
        assert_eq!((page.summary.as_str(), page.has_changed), ("Paragraphs: 1 edited.\n", true));
        assert!(page.html.contains("<del>rest</del><ins>sleep</ins>"), "{}", page.html);
        let nothing = refused(changes(("old.txt", "oil"), ("new.txt", DRAFT), &options));
        assert_eq!(nothing, "old.txt: Nothing of a resolution was read in this file, and it can't be compared.");
        let english = numbered().replace("the lamps", "its resolution 92/14");
        let french = "L’Assemblée générale,\n\nRappelant sa résolution 92/41,\n\n1. Décide de les allumer ;\n\n2. Décide de se \
                      reposer.\n";
        let texts = [("harbour.txt", english.as_str()), ("port.txt", french), ("oil.txt", "oil")];
        let page = versions(&texts, &options).unwrap();
        assert_eq!((page.differences, page.left_out), (1, vec!["oil.txt".to_owned()]));
        assert!(page.html.contains("<bdi>port.txt</bdi>"), "{}", page.html);
        let off = versions(&texts, &with_settings("", "versions = false\n")).unwrap();
        assert!(off.left_out.contains(&"oil.txt".to_owned()), "{:?}", off.left_out);
    }
}
