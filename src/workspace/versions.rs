//! Which texts are language versions of one another.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::index::WorkspaceIndex;
use super::parsed_text::OpenText;
use crate::draft::Draft;
use crate::language::{self, Language};
use crate::symbol::Symbol;

/// What stands in a family's name for a language.
const ANY: &str = "*";

/// The letters by which the United Nations' documents services mark the versions of a job, at the end of a file's name.
const LETTERS: [&str; 6] = ["A", "C", "E", "F", "R", "S"];

/// Codes that are none of ISO 639, and stand for Chinese in addresses and names of files of the United Nations.
const CHINESE: [&str; 3] = ["ch", "cn", "zh"];

/// A text that may be a version of another one.
#[derive(Debug, Clone)]
pub struct VersionCandidate {
    /// Its file.
    pub path: PathBuf,
    /// The symbol that it says of itself, if it has one.
    pub symbol: Option<Symbol>,
    /// Its language. `None` of a text that holds versions in several.
    pub language: Option<&'static Language>,
}

impl VersionCandidate {
    /// What a text says of itself, by its beginning. `None` of what can't be read or has no sign of a resolution.
    pub fn of_file(path: &Path) -> Option<VersionCandidate> {
        let draft = super::walk::identified(path)?;
        let language = only_language(&draft);
        Some(VersionCandidate { path: path.to_owned(), symbol: draft.symbol, language })
    }
}

/// Where versions are looked for.
#[derive(Debug, Clone, Copy)]
pub struct VersionScope<'a> {
    /// The folders in which files count. Open texts count everywhere.
    pub folders: &'a [PathBuf],
    /// The sets that are settled.
    pub named: &'a [Vec<PathBuf>],
}

impl WorkspaceIndex {
    /// The paths of the texts that are versions of the one at a path, its own among them, in the order of [`version_sets`],
    /// of those that are `wanted`. Nothing where there is no other version.
    pub fn versions_of(&self, path: &Path, scope: VersionScope<'_>, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
        let VersionScope { folders, named } = scope;
        let named_with = |path: &Path| named.iter().find(|set| set.iter().any(|other| other == path));
        let mut paths: BTreeSet<PathBuf> = BTreeSet::from([path.to_owned()]);
        let open: HashMap<PathBuf, (Arc<dyn OpenText>, Option<Symbol>)> = {
            let shelves = self.shelves();
            let mates = |path: &Path| shelves.by_family.get(&family(path)).into_iter().flatten();
            paths.extend(mates(path).cloned());
            let symbol = shelves.at(path).map(|instrument| &instrument.symbol);
            // A text that has the same symbol may be a version of another one, by its path.
            for same in symbol.and_then(|symbol| shelves.by_symbol.get(symbol)).into_iter().flatten() {
                paths.extend(mates(same).cloned());
                paths.insert(same.clone());
            }
            // And either may be settled to be one.
            let settled: Vec<PathBuf> = paths.iter().filter_map(|path| named_with(path)).flatten().cloned().collect();
            paths.extend(settled);
            let open = paths.iter().filter_map(|path| Some((path, shelves.open.get(path)?)));
            open.map(|(path, (text, instrument))| {
                (path.clone(), (text.clone(), instrument.as_ref().map(|instrument| instrument.symbol.clone())))
            })
            .collect()
        };
        if paths.len() < 2 {
            return Vec::new();
        }
        let candidate = |path: PathBuf| match open.get(&path) {
            // The text may have to be read first, for which nobody else shall wait.
            Some((text, symbol)) => {
                let language = only_language(&text.reading()?.draft);
                Some(VersionCandidate { path, symbol: symbol.clone(), language })
            }
            None => {
                let shelves = self.shelves();
                let file =
                    shelves.files.get(&path).filter(|_| folders.iter().any(|folder| path.starts_with(folder)))?;
                let symbol = file.instrument.as_ref().map(|instrument| instrument.symbol.clone());
                let language = file.language;
                (language.is_some() || named_with(&path).is_some()).then_some(VersionCandidate {
                    path,
                    symbol,
                    language,
                })
            }
        };
        let sought = paths.into_iter().filter(|path| wanted(path));
        let candidates: Vec<VersionCandidate> = sought.filter_map(candidate).collect();
        let is_of = |set: &Vec<usize>| set.iter().any(|at| candidates.get(*at).is_some_and(|one| one.path == path));
        let set = version_sets(&candidates, named).into_iter().find(is_of).filter(|set| set.len() > 1);
        set.into_iter().flatten().filter_map(|at| candidates.get(at)).map(|one| one.path.clone()).collect()
    }
}

/// The language of a draft that is in one only.
pub(super) fn only_language(draft: &Draft) -> Option<&'static Language> {
    (draft.parts.len() < 2).then_some(draft.language)
}

/// The sets of texts that are versions of one another: their places in `candidates`, each set in the order of its languages'
/// codes, English first, and the sets in that of their first texts. Who asks which texts are versions of one another asks
/// here. Texts belong together
///
/// - where a set of `named` holds their paths: what the user has settled, as [`VersionCandidate::path`] names files;
/// - where their paths are the same but for a language: `en/a.txt` and `fr/a.txt`, `a.en.md` and `a.fr.md`;
/// - where they say the same symbol of themselves, and there is but one in each language, in a folder or else in all.
///
/// A text in several languages that is named nowhere is a set by itself.
pub fn version_sets(candidates: &[VersionCandidate], named: &[Vec<PathBuf>]) -> Vec<Vec<usize>> {
    let mut sets = SetFinder { candidates, sets: Vec::new(), is_in_set: vec![false; candidates.len()] };
    sets.add_named(named);
    sets.add_families();
    sets.add_of_symbols(|candidate| candidate.path.parent());
    sets.add_of_symbols(|_| None);
    sets.add_several();
    let mut sets = sets.sets;
    sets.sort_by_key(|set| set.iter().min().copied());
    sets
}

/// Puts texts into sets, each into one.
struct SetFinder<'a> {
    candidates: &'a [VersionCandidate],
    sets: Vec<Vec<usize>>,
    is_in_set: Vec<bool>,
}

impl<'a> SetFinder<'a> {
    /// Makes some texts a set.
    fn add(&mut self, mut set: Vec<usize>) {
        set.iter().for_each(|at| self.is_in_set[*at] = true);
        set.sort_by_key(|at| self.candidates.get(*at).and_then(|one| one.language).map(order));
        self.sets.push(set);
    }

    /// Makes some texts a set if they can be one.
    fn add_found(&mut self, members: Vec<usize>) {
        if members.len() > 1 && are_in_different_languages(self.candidates, &members) {
            self.add(members);
        }
    }

    fn add_several(&mut self) {
        let several = |at: &usize| self.candidates.get(*at).is_some_and(|one| one.language.is_none());
        let alone: Vec<usize> = (0..self.candidates.len()).filter(|at| !self.is_in_set[*at]).filter(several).collect();
        alone.into_iter().for_each(|at| self.add(vec![at]));
    }

    /// The texts in one language that are in no set, with their places.
    fn free(&self) -> impl Iterator<Item = (usize, &'a VersionCandidate)> {
        let all = self.candidates.iter().enumerate();
        all.filter(|(at, candidate)| candidate.language.is_some() && !self.is_in_set[*at])
    }

    fn add_named(&mut self, named: &[Vec<PathBuf>]) {
        if named.is_empty() {
            return;
        }
        let places: HashMap<&Path, usize> =
            self.candidates.iter().enumerate().map(|(at, candidate)| (candidate.path.as_path(), at)).collect();
        for set in named {
            let mut members: Vec<usize> = set.iter().filter_map(|path| places.get(path.as_path()).copied()).collect();
            members.retain(|at| !self.is_in_set[*at]);
            if members.len() > 1 {
                self.add(members);
            }
        }
    }

    fn add_families(&mut self) {
        let mut families: BTreeMap<PathBuf, Vec<usize>> = BTreeMap::new();
        for (at, candidate) in self.free() {
            families.entry(family(&candidate.path)).or_default().push(at);
        }
        for members in families.into_values() {
            if are_in_different_languages(self.candidates, &members) {
                self.add_found(members);
                continue;
            }
            // Of two in one language, those belong together that are files of one format.
            let mut formats: BTreeMap<Option<&OsStr>, Vec<usize>> = BTreeMap::new();
            for at in members {
                let ending = self.candidates.get(at).and_then(|one| one.path.extension());
                formats.entry(ending).or_default().push(at);
            }
            for mut members in formats.into_values() {
                // `lamps.md` beside `lamps.fr.md` is the version in another language; beside `lamps.en.md`, too, it is
                // something else.
                if !are_in_different_languages(self.candidates, &members) {
                    members.retain(|at| self.candidates.get(*at).is_some_and(|one| is_marked(&one.path)));
                }
                self.add_found(members);
            }
        }
    }

    /// Those with one symbol, in each of the places in which they may be sought.
    fn add_of_symbols(&mut self, place: impl Fn(&'a VersionCandidate) -> Option<&'a Path>) {
        let mut of_symbols: BTreeMap<(&Symbol, Option<&Path>), Vec<usize>> = BTreeMap::new();
        for (at, candidate) in self.free() {
            if let Some(symbol) = &candidate.symbol {
                of_symbols.entry((symbol, place(candidate))).or_default().push(at);
            }
        }
        of_symbols.into_values().for_each(|members| self.add_found(members));
    }
}

/// English first, since most texts are drafted in it; then by code.
fn order(language: &'static Language) -> (bool, &'static str) {
    (*language != *language::ENGLISH, language.code)
}

fn are_in_different_languages(candidates: &[VersionCandidate], members: &[usize]) -> bool {
    let mut codes: Vec<&str> =
        members.iter().filter_map(|at| candidates.get(*at)?.language).map(|language| language.code).collect();
    let all = codes.len();
    codes.sort_unstable();
    codes.dedup();
    codes.len() == all
}

/// Whether a file's own name names a language.
fn is_marked(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    without_language(name).len() < stem(name).len()
}

/// A path without what it says of a language, and without its ending: `*/a` for `fr/a.txt`, `a` for `a.fr.md`. Files with one
/// such path are meant as versions of one text.
pub fn family(path: &Path) -> PathBuf {
    let mut family = PathBuf::new();
    let folders = path.parent().map(Path::components).into_iter().flatten();
    for folder in folders {
        let name = folder.as_os_str();
        match name.to_str().is_some_and(names_language) {
            true => family.push(ANY),
            false => family.push(name),
        }
    }
    if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
        family.push(without_language(name));
    }
    family
}

/// Whether a word is a language's code or its name.
fn names_language(word: &str) -> bool {
    let lower = word.to_lowercase();
    let own = |language: &&Language| language.name.to_lowercase() == lower || english_name(language.code) == lower;
    CHINESE.contains(&lower.as_str()) || language::of_iso_639(&lower).is_some() || language::ALL.iter().any(own)
}

/// The English name of a language, in lower case.
fn english_name(code: &str) -> &'static str {
    match code {
        "ar" => "arabic",
        "es" => "spanish",
        "fr" => "french",
        "ru" => "russian",
        "zh" => "chinese",
        _ => "english",
    }
}

/// The name of a file without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The name of a file without its ending and the words in it that name a language, the others joined by full stops.
fn without_language(name: &str) -> String {
    let stem = stem(name);
    let words: Vec<&str> = stem.split(['.', '_', '-', ' ']).collect();
    let last = words.len() - 1;
    let is_letter = |at: usize, word: &str| at == last && at > 0 && LETTERS.contains(&word);
    let kept = words.iter().enumerate().filter(|(at, word)| !names_language(word) && !is_letter(*at, word));
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{ARABIC, ENGLISH, FRENCH};

    fn sets(texts: &[(&str, &str, &'static Language)]) -> Vec<Vec<String>> {
        sets_knowing(texts, &[])
    }

    fn sets_knowing(texts: &[(&str, &str, &'static Language)], named: &[&[&str]]) -> Vec<Vec<String>> {
        let candidate = |(path, symbol, language): &(&str, &str, &'static Language)| VersionCandidate {
            path: PathBuf::from(path),
            symbol: Symbol::parse(symbol).ok(),
            language: Some(language),
        };
        let candidates: Vec<VersionCandidate> = texts.iter().map(candidate).collect();
        let names = |set: Vec<usize>| set.into_iter().map(|at| texts[at].0.to_owned()).collect();
        let named: Vec<Vec<PathBuf>> = named.iter().map(|set| set.iter().map(PathBuf::from).collect()).collect();
        version_sets(&candidates, &named).into_iter().map(names).collect()
    }

    #[test]
    fn paths_that_differ_in_the_language_alone_are_of_versions() {
        assert_eq!(
            sets(&[("ar/lamps.txt", "", ARABIC), ("en/lamps.txt", "", ENGLISH), ("en/ferries.txt", "", ENGLISH)]),
            [["en/lamps.txt", "ar/lamps.txt"]]
        );
        assert_eq!(
            sets(&[("lamps.fr.md", "", FRENCH), ("lamps.md", "", FRENCH), ("lamps.en.md", "", ENGLISH)]),
            [["lamps.en.md", "lamps.fr.md"]]
        );
        assert_eq!(
            sets(&[("lamps.fr.md", "", FRENCH), ("lamps.en.txt", "", ENGLISH)]),
            [["lamps.en.txt", "lamps.fr.md"]]
        );
        assert_eq!(sets(&[("lamps.fr.md", "", FRENCH), ("lamps.md", "", ENGLISH)]), [["lamps.md", "lamps.fr.md"]]);
        assert_eq!(sets(&[("lamps_FR.txt", "", FRENCH), ("lamps.txt", "", ENGLISH)]), [["lamps.txt", "lamps_FR.txt"]]);
        assert_eq!(
            sets(&[("lamps-F.txt", "", FRENCH), ("lamps-E.txt", "", ENGLISH)]),
            [["lamps-E.txt", "lamps-F.txt"]]
        );
        assert_eq!(sets(&[("French.txt", "", FRENCH), ("English.txt", "", ENGLISH)]), [["English.txt", "French.txt"]]);
    }

    #[test]
    fn what_the_user_names_comes_first() {
        let texts = [
            ("en/lamps.txt", "", ENGLISH),
            ("fr/lamps.txt", "", FRENCH),
            ("ferries.txt", "", ENGLISH),
            ("bacs.txt", "", FRENCH),
        ];
        assert_eq!(
            sets_knowing(&texts, &[&["bacs.txt", "en/lamps.txt", "gone.txt"]]),
            [["en/lamps.txt", "bacs.txt"]],
            "what is in a set is in no other"
        );
        // One text is no set, and the others are found as always.
        assert_eq!(sets_knowing(&texts, &[&["en/lamps.txt", "gone.txt"]]), [["en/lamps.txt", "fr/lamps.txt"]]);
    }

    #[test]
    fn the_same_symbol_is_that_of_versions_where_there_is_one_in_each_language() {
        let symbol = "A/RES/92/14";
        assert_eq!(
            sets(&[("lampes.txt", symbol, FRENCH), ("lamps.txt", symbol, ENGLISH)]),
            [["lamps.txt", "lampes.txt"]]
        );
        // Two in English, in folders of their own.
        assert_eq!(
            sets(&[
                ("a/lampes.txt", symbol, FRENCH),
                ("a/lamps.txt", symbol, ENGLISH),
                ("b/lamps.txt", symbol, ENGLISH)
            ]),
            [["a/lamps.txt", "a/lampes.txt"]]
        );
        assert_eq!(
            sets(&[("a.txt", "A/RES/92/14", FRENCH), ("b.txt", "A/RES/92/15", ENGLISH)]),
            Vec::<Vec<String>>::new()
        );
    }

    #[test]
    fn the_versions_of_a_text_are_found_in_the_open_folders_and_among_open_texts() {
        use crate::workspace::{Instrument, ParsedText};

        let index = WorkspaceIndex::new();
        let put = |path: &str, symbol: &str, language: &'static Language| {
            let symbol = Symbol::parse(symbol).ok();
            let instrument =
                symbol.map(|symbol| Instrument { path: path.into(), symbol, language, title: None, adopted: None });
            index.put_text(index.ticket(), path.as_ref(), instrument, Some(language));
        };
        put("/drafts/en/lamps.txt", "", ENGLISH);
        put("/drafts/fr/lamps.txt", "", FRENCH);
        put("/drafts/ferries.txt", "A/92/L.7", ENGLISH);
        put("/drafts/bacs.txt", "A/92/L.7", FRENCH);
        put("/elsewhere/ar/lamps.txt", "A/92/L.7", ARABIC);
        let none: &[Vec<PathBuf>] = &[];
        let found = |path: &str, named: &[Vec<PathBuf>]| -> Vec<String> {
            let scope = VersionScope { folders: &["/drafts".into()], named };
            let found = index.versions_of(path.as_ref(), scope, |path| !path.ends_with("off.txt"));
            found.iter().map(|path| path.display().to_string()).collect()
        };
        assert_eq!(found("/drafts/fr/lamps.txt", none), ["/drafts/en/lamps.txt", "/drafts/fr/lamps.txt"]);
        assert_eq!(found("/drafts/bacs.txt", none), ["/drafts/ferries.txt", "/drafts/bacs.txt"]);
        assert_eq!(found("/drafts/none.txt", none), [""; 0]);
        // What is settled comes before what is found.
        let named = [vec!["/drafts/bacs.txt".into(), "/drafts/en/lamps.txt".into()]];
        assert_eq!(found("/drafts/bacs.txt", &named), ["/drafts/en/lamps.txt", "/drafts/bacs.txt"]);
        assert_eq!(found("/drafts/fr/lamps.txt", &named), [""; 0]);

        put("/drafts/en/off.txt", "", ENGLISH);
        put("/drafts/fr/off.txt", "", FRENCH);
        assert_eq!(found("/drafts/fr/off.txt", none), [""; 0]);
        // An open text counts wherever it lies, and in the language that it is in now.
        let arabic = "إن الجمعية العامة،\n\nإذ تشير إلى المصابيح،\n\n1 - تقرر أن تستريح.\n";
        index.open_reading("/drafts/ar/lamps.txt".as_ref(), ParsedText::of(arabic.to_owned()).unwrap());
        assert_eq!(
            found("/drafts/en/lamps.txt", none),
            ["/drafts/en/lamps.txt", "/drafts/ar/lamps.txt", "/drafts/fr/lamps.txt"]
        );
        index.close("/drafts/ar/lamps.txt".as_ref());
        assert_eq!(found("/drafts/en/lamps.txt", none).len(), 2);
    }
}
