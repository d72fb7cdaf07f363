//! Whatever stands in a settings file, it is read or told about, in its places; and what a quick fix writes into it is read
//! again as what it is.

use rapporteur::config::amend::{Amendment, amend};
use rapporteur::config::{self, ConfigSource, EffectiveConfig, help};
use rapporteur::draft::Draft;
use rapporteur::language::ENGLISH;
use rapporteur::messages::Locale;
use rapporteur::rules;

use super::words;

/// What settings are made of, and what has no business in them.
#[rustfmt::skip]
const SETTINGS: &[&str] = &[
    "select", "ignore", "rules", "language", "layout", "adopted", "accept", "files", "ignored", "library", "paths", "rule", "words", "file",
    "selct", "footnote-order", "footnote-ordr", "symbol-malformed", "standard", "style", "stile",
    " = ", "=", "[", "]", "[[", "]]", "{", "}", "{{{{", "[[[[[[[[", ",", ".", "\"", "'", "\"\"\"", "'''", "\\", "\\u0000", "#", "\n", "\r\n", "\r", " ", "\t",
    "'en'", "'fr'", "'page'", "'off'", "'on'", "'hint'", "'error'", "true", "false", "0", "-1", "1e9", "0x", "1979-05-27", "inf",
    "['footnote-order']", "['**/*.txt']", "['{a,b}']", "['{{{']", "['[']", "['../x', '/y', '~/z']", "[1, 'a']", "{ standard = 'off' }",
    "[rules]\n", "[[files]]\npaths = ['a.txt']\n", "[[ignored]]\nrule = 'symbol-malformed'\nwords = 'A\\\\92'\n", "library.paths = ['past']\n",
    "\u{feff}", "\u{0}", "\u{202e}", "é", "港口", "المصابيح", "\u{10ffff}",
];

const DRAFT: &str = "The General Assembly,\n\nRecalling A\\92\\85 and A\\92\\86,¹\n\n2. Decides.\n";

/// Reads a settings file: the bytes as they stand, or, after a zero, words made of them. What was typed so far is looked at, too.
pub fn check(bytes: &[u8]) {
    let text = match bytes {
        [0, words @ ..] => words::sentence(words, SETTINGS),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    read(&text);
    for at in (0..=text.len()).step_by(text.len() / 16 + 1).filter(|at| text.is_char_boundary(*at)) {
        let (range, _) = help::suggestions(&text, at, ENGLISH);
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        if let Some((range, about)) = help::explanation(&text, at, ENGLISH) {
            assert!(text.get(range).is_some() && !about.is_empty(), "{about} in {text:?}");
        }
    }
    for amendment in amendments() {
        let Some(change) = amend(&text, amendment) else { continue };
        let mut amended = text.clone();
        assert!(text.get(change.range.clone()).is_some(), "{change:?} of {text:?}");
        amended.replace_range(change.range, &change.text);
        let was_right = config::read(&text).is_ok();
        let is_right = config::read(&amended).is_ok();
        assert!(!was_right || is_right, "{text:?} became {amended:?}");
        read(&amended);
    }
    if let Ok(value) = serde_json::from_str(&text) {
        let (config, _) = config::read_settings(&value);
        apply(&config);
    }
}

fn amendments() -> [Amendment<'static>; 4] {
    [
        Amendment::Accept("A\\92\\85"),
        Amendment::TurnOff { rule: "footnote-order", file: Some("a.txt") },
        Amendment::Ignore { rule: "symbol-malformed", words: "A\\92\\86,\u{0}\"", file: "a.txt" },
        Amendment::Rename { from: "a.txt", to: "b\u{202e}.txt" },
    ]
}

/// Reads a settings file. What is wrong with it has a place and a sentence; what is right applies.
fn read(text: &str) {
    match config::read(text) {
        Ok(config) => apply(&config),
        Err(problems) => {
            assert!(!problems.is_empty(), "{text:?}");
            let places: Vec<_> = problems.iter().map(|problem| (problem.range.start, problem.range.end)).collect();
            assert!(places.is_sorted(), "{places:?} in {text:?}");
            for problem in problems {
                assert!(text.get(problem.range.clone()).is_some(), "{:?} of {text:?}", problem.range);
                assert!(!problem.message.text(&Locale::ENGLISH).is_empty(), "{text:?}");
            }
        }
    }
}

fn apply(config: &config::Config) {
    let applied = EffectiveConfig::of(&[ConfigSource { config, file: Some("a.txt") }]);
    let draft = Draft::read_as(DRAFT, applied.read_as());
    let all = rules::check(DRAFT, &draft, &|_| true);
    let shown = applied.filter_findings(&all, DRAFT);
    assert!(shown.len() <= all.len());
}
